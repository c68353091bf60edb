#include <hunspell/hunspell.hxx>
#include <sstream>

#include "linter/base/utf8.h"
#include "linter/lexicon/building/affixes.h"
#include "linter/lexicon/building/sources.h"
#include "linter/lexicon/case_form.h"

namespace linter::lexicon::building {
namespace {

bool has_letter(std::string_view word) {
  for (std::size_t at = 0; at < word.size();) {
    const base::CodePoint point = base::decode(word, at);
    if (base::is_letter(point.value)) return true;
    at += point.length;
  }
  return false;
}

}  // namespace

Entry& add_spelling(Entries& entries, std::string_view word, Dialects dialects) {
  Entry& entry = entries[base::lower(word)];
  const Form form = form_of(word);
  entry.forms |= static_cast<Forms>(form);
  (form == Form::lower ? entry.lower_dialects : entry.capital_dialects) |= dialects;
  if (form == Form::exact) entry.exact.insert(std::string(word));
  return entry;
}

base::Result<void> add_hunspell(const std::string& aff, std::string_view aff_text,
                                const std::string& dic, std::string_view dic_text,
                                Entries& entries) {
  const auto affixes = Affixes::parse(aff_text, aff);
  if (!affixes) return std::unexpected(affixes.error());
  Hunspell hunspell(aff.c_str(), dic.c_str());
  std::istringstream lines{std::string(dic_text)};
  std::string line;
  std::getline(lines, line);  // the number of entries
  while (std::getline(lines, line)) {
    const std::size_t slash = line.find('/');
    const std::string_view stem =
        std::string_view(line).substr(0, std::min(slash, line.find_first_of(" \t\r")));
    const std::string_view flags =
        slash == std::string::npos ? std::string_view() : std::string_view(line).substr(slash + 1);
    if (stem.empty() || flags.find(affixes->only_in_compound()) != std::string_view::npos) continue;
    const bool offensive = flags.find(affixes->no_suggest()) != std::string_view::npos;
    affixes->expand(stem, flags, [&](std::string_view word) {
      if (word.ends_with("'s") || !has_letter(word) || !hunspell.spell(std::string(word))) return;
      Entry& entry = add_spelling(entries, word, static_cast<Dialects>(Dialect::american));
      entry.offensive |= offensive;
    });
  }
  return {};
}

}  // namespace linter::lexicon::building
