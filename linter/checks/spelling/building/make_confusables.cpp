// Writes the table of confusables as C++: galley_make_confusables TABLE OUTPUT
#include <cstdint>
#include <cstring>
#include <exception>
#include <fstream>
#include <iostream>
#include <iterator>
#include <string>

#include "linter/checks/spelling/confusables_table.h"

namespace {

using linter::checks::spelling::ConfusablesTable;

int run(const std::string& table, const std::string& output) {
  std::ifstream file(table, std::ios::binary);
  const std::string text{std::istreambuf_iterator<char>(file), {}};
  const auto parsed = ConfusablesTable::parse(text, table);
  for (const linter::base::Error& error : parsed.errors)
    std::cerr << error.file << ':' << error.line << ": " << error.message << '\n';
  if (!parsed.errors.empty() || parsed.value.size() == 0) return 1;
  linter::base::ImageWriter image;
  parsed.value.put(image);
  const std::string bytes = image.take();
  std::ofstream out(output, std::ios::binary);
  out << "#include \"linter/checks/spelling/confusables_image.h\"\n\n#include <array>\n"
         "#include <cstdint>\n\nnamespace linter::checks::spelling {\nnamespace {\n"
         "constexpr std::array<std::uint64_t, "
      << bytes.size() / sizeof(std::uint64_t) << "> table{" << std::hex;
  for (std::size_t at = 0; at < bytes.size(); at += sizeof(std::uint64_t)) {
    std::uint64_t number = 0;
    std::memcpy(&number, bytes.data() + at, sizeof number);
    out << (at % 64 == 0 ? "\n" : "") << "0x" << number << ',';
  }
  out << "};\n}  // namespace\n\nstd::string_view confusables_image() {\n"
         "  return {reinterpret_cast<const char*>(table.data()), sizeof table};\n}\n\n"
         "}  // namespace linter::checks::spelling\n";
  out.close();
  return out ? 0 : 2;
}

}  // namespace

int main(int count, char** words) {
  if (count != 3) {
    std::cerr << "usage: galley_make_confusables TABLE OUTPUT\n";
    return 2;
  }
  try {
    return run(words[1], words[2]);
  } catch (const std::exception& failure) {
    std::cerr << "galley_make_confusables: " << failure.what() << '\n';
    return 2;
  }
}
