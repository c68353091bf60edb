// Writes a table of words as C++: galley_make_tables KIND TABLE OUTPUT, where KIND is confusables,
// collocations, disguises, misfits or stand_ins
#include <exception>
#include <iostream>
#include <string>

#include "linter/checks/spelling/building/write_image.h"
#include "linter/checks/spelling/collocations_table.h"
#include "linter/checks/spelling/confusables_table.h"
#include "linter/checks/spelling/disguises_table.h"
#include "linter/checks/spelling/misfits_table.h"
#include "linter/checks/spelling/stand_ins_table.h"

namespace {

namespace spelling = linter::checks::spelling;

template <class Table>
int run(const std::string& kind, const std::string& table, const std::string& output) {
  const auto parsed = Table::parse(spelling::read_table(table), table);
  for (const linter::base::Error& error : parsed.errors)
    std::cerr << error.file << ':' << error.line << ": " << error.message << '\n';
  if (!parsed.errors.empty() || parsed.value.size() == 0) return 1;
  linter::base::ImageWriter image;
  parsed.value.put(image);
  const bool written =
      spelling::write_image(output, kind + "_image.h", kind + "_image", image.take());
  return written ? 0 : 2;
}

}  // namespace

int main(int count, char** words) {
  const std::string kind = count == 4 ? words[1] : "";
  try {
    if (kind == "confusables") return run<spelling::ConfusablesTable>(kind, words[2], words[3]);
    if (kind == "collocations") return run<spelling::CollocationsTable>(kind, words[2], words[3]);
    if (kind == "disguises") return run<spelling::DisguisesTable>(kind, words[2], words[3]);
    if (kind == "misfits") return run<spelling::MisfitsTable>(kind, words[2], words[3]);
    if (kind == "stand_ins") return run<spelling::StandInsTable>(kind, words[2], words[3]);
    std::cerr << "usage: galley_make_tables confusables|collocations|disguises|misfits|stand_ins "
                 "TABLE OUTPUT\n";
    return 2;
  } catch (const std::exception& failure) {
    std::cerr << "galley_make_tables: " << failure.what() << '\n';
    return 2;
  }
}
