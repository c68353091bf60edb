#include "linter/checks/spelling/dialect_uses.h"

#include <algorithm>
#include <array>

#include "linter/base/one_of.h"
#include "linter/lexicon/part_of_speech.h"

namespace linter::checks::spelling {
namespace {

using lexicon::PartOfSpeech;

struct TwoUses {
  std::string_view american;
  std::string_view british;
  bool as_noun = false;  // British English writes the noun, or else the verb, in its own way
};
constexpr auto words_of_two_uses = std::to_array<TwoUses>({{"license", "licence", true},
                                                           {"licenses", "licences", true},
                                                           {"practice", "practise", false},
                                                           {"practices", "practises", false}});

// "a license", "without a valid license", "her driving license"; not "we license our nurses".
bool is_noun_after(const Scan& scan, Scan::Index before) {
  constexpr auto kinds = std::to_array<std::string_view>(
      {"driver's", "driving", "medical", "nursing", "operating", "software", "trading"});
  const std::string_view word = scan.folded(before);
  const lexicon::PosMask parts = scan.entry(before).parts;
  if (has(parts, PartOfSpeech::subordinator) || has(parts, PartOfSpeech::relative)) return false;
  if (has(parts, PartOfSpeech::determiner) || has(parts, PartOfSpeech::number)) return true;
  if (base::is_one_of(word, kinds)) return true;
  return has(parts, PartOfSpeech::adjective) && !has(parts, PartOfSpeech::adverb) &&
         !has(parts, PartOfSpeech::noun) && !has(parts, PartOfSpeech::verb);
}

// "they practice", "doctors who practice", "must practice", "she practices"; not "in practice", "to
// practice".
bool is_verb_after(const Scan& scan, Scan::Index before) {
  constexpr auto subjects =
      std::to_array<std::string_view>({"he", "i", "she", "they", "we", "who", "you"});
  return base::is_one_of(scan.folded(before), subjects) ||
         has(scan.entry(before).parts, PartOfSpeech::modal);
}

}  // namespace

bool has_two_uses(std::string_view folded) {
  return std::ranges::find(words_of_two_uses, folded, &TwoUses::american) !=
         words_of_two_uses.end();
}

std::optional<DialectFacts> facts_of_use(const Scan& scan, Scan::Index i) {
  const auto* const found =
      std::ranges::find(words_of_two_uses, scan.folded(i), &TwoUses::american);
  if (found == words_of_two_uses.end() || i == 0 || !scan.are_neighbours(i - 1))
    return std::nullopt;
  if (!(found->as_noun ? is_noun_after(scan, i - 1) : is_verb_after(scan, i - 1)))
    return std::nullopt;
  DialectFacts facts;
  facts.accepted = static_cast<lexicon::Dialects>(lexicon::Dialect::american);
  facts.other = found->british;
  return facts;
}

}  // namespace linter::checks::spelling
