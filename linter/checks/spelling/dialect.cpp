#include "linter/checks/spelling/dialect.h"

#include "linter/checks/spelling/spelling.h"

namespace linter::checks::spelling {

using lexicon::Dialect;
using lexicon::Dialects;
using lexicon::WordSet;

std::string_view name_of(English english) {
  switch (english) {
    case English::american:
      return "American English";
    case English::british:
      return "British English";
    case English::canadian:
      return "Canadian English";
    case English::australian:
      return "Australian English";
  }
  return "English";
}

Dialect dialect_of(English english) {
  switch (english) {
    case English::american:
      return Dialect::american;
    case English::british:
      return Dialect::british;
    case English::canadian:
      return Dialect::canadian;
    case English::australian:
      return Dialect::australian;
  }
  return Dialect::american;
}

lexicon::Dialect dialect_of_language(std::string_view language) {
  return dialect_of(english_of(language).value_or(English::american));
}

std::optional<English> english_of(std::string_view language) {
  if (language == "en-US") return English::american;
  if (language == "en-CA") return English::canadian;
  if (language == "en-AU" || language == "en-NZ") return English::australian;
  if (language.starts_with("en-")) return English::british;
  return std::nullopt;
}

DialectFacts dialect_facts(std::string_view folded, const lexicon::Vocabulary& vocabulary) {
  const WordSet* set = vocabulary.words();
  if (set == nullptr) return {};
  if (folded.ends_with("'s")) folded.remove_suffix(2);
  if (vocabulary.look_up(folded).listed) return {};
  const auto index = set->find(folded);
  if (!index || !has(set->forms(*index), lexicon::Form::lower)) return {};
  DialectFacts facts;
  const Dialects dialects = set->dialects(*index);
  const bool american = has(dialects, Dialect::american);
  const bool british = has(dialects, Dialect::british);
  facts.accepted = dialects;
  if (american == british) return facts;
  // a rare word says little of its author: technical terms have one spelling in most dictionaries
  constexpr std::uint8_t rarest_witness = 60;
  const bool witness = set->tier(*index) > 0 && set->tier(*index) <= rarest_witness;
  facts.american = witness && american && !has(dialects, Dialect::oxford);
  facts.british = witness && british;
  if (const auto other = set->counterpart(*index)) facts.other = set->text(*other);
  return facts;
}

bool departs(const DialectFacts& facts, English from) {
  if (facts.other.empty() || facts.accepted == 0) return false;
  const auto accepts = [&](Dialect one) { return has(facts.accepted, one); };
  switch (from) {
    case English::american:
      return !accepts(Dialect::american) && !accepts(Dialect::american_variant);
    case English::british:
      return !accepts(Dialect::british) && !accepts(Dialect::oxford) &&
             !accepts(Dialect::british_variant);
    case English::canadian:
      return !accepts(Dialect::canadian);
    case English::australian:
      return !accepts(Dialect::australian) && !accepts(Dialect::british) &&
             !accepts(Dialect::british_variant);
  }
  return false;
}

}  // namespace linter::checks::spelling
