#include <algorithm>

#include "linter/checks/spelling/silence_case.h"
#include "linter/checks/spelling/word_parts.h"
#include "linter/lexicon/inflection.h"
#include "linter/lexicon/medical_forms.h"
#include "linter/lexicon/word_classes.h"

namespace linter::checks::spelling {

// "erosions", "stimulators": the plural of a noun that the dictionary has in the singular only.
bool is_regular_plural(const Case& c) {
  constexpr std::size_t shortest = 5;
  if (!c.around.is_english() || !known_slip(c.folded()).empty()) return false;
  const lexicon::Vocabulary& vocabulary = c.around.shared().vocabulary();
  return std::ranges::any_of(lexicon::singulars(c.folded()), [&](const std::string& noun) {
    if (noun.size() < shortest || lexicon::plural_of(noun) != c.folded()) return false;
    if (lexicon::is_of(lexicon::WordClass::no_regular_plural, noun)) return false;
    // "tomatos": the dictionary has another plural
    if (noun.ends_with('o') && vocabulary.look_up(noun + "es").accepted) return false;
    const lexicon::WordFacts facts = vocabulary.look_up(noun);
    return facts.accepted && has(facts.parts, lexicon::PartOfSpeech::noun) &&
           !has(facts.parts, lexicon::PartOfSpeech::plural);
  });
}

bool is_made_of_known_parts(const Case& c) {
  if (!c.around.is_english()) return false;
  return is_derived(c.folded(), c.around.shared().vocabulary()) &&
         !c.is_like_known_word(tier::everyday);
}

bool is_technical(const Case& c) {
  return c.around.is_english() && is_technical_compound(c.folded()) &&
         !c.is_like_known_word(tier::technical) && !c.around.is_slip_of_listed_word(c.folded());
}

// "haemofiltration": made of known parts in American spelling; "hyperkalemic": of a known
// condition.
bool is_medical_form(const Case& c) {
  if (!c.around.is_english() || !known_slip(c.folded()).empty()) return false;
  const lexicon::Vocabulary& vocabulary = c.around.shared().vocabulary();
  const std::string american = lexicon::american_medical_form(c.folded());
  const std::string_view form = american.empty() ? c.folded() : std::string_view(american);
  if (form.ends_with("emic")) {
    std::string condition(form);
    condition.back() = 'a';
    if (vocabulary.look_up(condition).accepted) return true;
  }
  return !american.empty() && !c.near_word(tier::everyday) &&
         (is_derived(american, vocabulary) || is_technical_compound(american));
}

bool stands_often(const Case& c) {
  constexpr std::uint32_t often = 3;
  return c.word.count >= often && !c.near_word(tier::common) &&
         !(c.around.is_english() && c.around.is_slip_of_listed_word(c.folded()));
}

// "run kustomize", "after an fsync": what the article's code calls so.
bool stands_in_code(const Case& c) {
  return known_slip(c.folded()).empty() && c.around.is_in_code(c.folded());
}

}  // namespace linter::checks::spelling
