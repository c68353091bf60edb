#include "linter/checks/spelling/dialect.h"

#include <algorithm>
#include <array>
#include <initializer_list>
#include <utility>

#include "linter/base/word_sieve.h"
#include "linter/checks/spelling/english_tables.h"
#include "linter/checks/spelling/spelling.h"
#include "linter/lexicon/medical_forms.h"

namespace linter::checks::spelling {

using lexicon::Dialect;
using lexicon::Dialects;
using lexicon::WordSet;

namespace {

static_assert(std::ranges::is_sorted(every_dialect));
static_assert(std::ranges::is_sorted(dialect_pairs, {}, &DialectPair::american));

constexpr auto pairs_by_british = [] {
  auto pairs = dialect_pairs;
  std::ranges::sort(pairs, {}, &DialectPair::british);
  return pairs;
}();

constexpr auto words_in_pairs = [] {
  base::WordSieve<64> sieve;
  for (const DialectPair& pair : dialect_pairs) {
    sieve.add(pair.american);
    sieve.add(pair.british);
  }
  return sieve;
}();

// Canada writes "tumour", "litre" and "anaesthesia", but "anemia" and "estrogen".
bool is_canadian(std::string_view british) {
  constexpr auto starts = std::to_array<std::string_view>({"anaesth", "orthopaed", "paed"});
  return british.contains("our") || british.contains("litre") || british.contains("metre") ||
         std::ranges::any_of(starts, [&](auto start) { return british.starts_with(start); });
}

Dialects set_of(std::initializer_list<Dialect> dialects) {
  Dialects set = 0;
  for (const Dialect one : dialects) set |= static_cast<Dialects>(one);
  return set;
}

DialectFacts american_facts(std::string_view british) {
  DialectFacts facts;
  facts.american = true;
  facts.accepted = set_of({Dialect::american, Dialect::american_variant});
  const bool both = !british.contains("our") && !british.contains("tre");
  if (both) facts.accepted |= set_of({Dialect::canadian});
  facts.other = british;
  return facts;
}

DialectFacts british_facts(std::string_view british, std::string_view american) {
  DialectFacts facts;
  facts.british = true;
  facts.accepted = set_of({Dialect::british, Dialect::oxford, Dialect::australian});
  if (is_canadian(british)) facts.accepted |= set_of({Dialect::canadian});
  facts.other = american;
  return facts;
}

// Whether "is" stands where an ending that is written with a z elsewhere would begin.
bool has_z_ending(std::string_view folded) {
  constexpr std::size_t longest = 9;  // "isational"
  return folded.find("is", folded.size() - std::min(folded.size(), longest)) !=
         std::string_view::npos;
}

// Whether a list of the project, and none that comes with galley, has the word.
bool is_projects_own(std::string_view folded, const lexicon::Vocabulary& vocabulary) {
  constexpr std::string_view shipped = "dictionaries/";
  return std::ranges::any_of(vocabulary.lists(), [&](const lexicon::ListIndex& index) {
    return std::ranges::any_of(index.lists(), [&](const lexicon::ListIndex::List& list) {
      return !list.name.starts_with(shipped) && index.has_exactly(list, folded);
    });
  });
}

std::optional<DialectFacts> table_facts(std::string_view folded,
                                        const lexicon::Vocabulary& vocabulary) {
  if (std::ranges::binary_search(every_dialect, folded)) return DialectFacts{};
  const auto american = std::ranges::lower_bound(dialect_pairs, folded, {}, &DialectPair::american);
  const bool is_american = american != dialect_pairs.end() && american->american == folded;
  const auto british =
      std::ranges::lower_bound(pairs_by_british, folded, {}, &DialectPair::british);
  const bool is_british = british != pairs_by_british.end() && british->british == folded;
  if (!is_american && !is_british) return std::nullopt;
  if (is_projects_own(folded, vocabulary)) return DialectFacts{};
  return is_american ? american_facts(american->british)
                     : british_facts(british->british, british->american);
}

// Of a word that a list has: "hypergammaglobulinemia" is American.
DialectFacts listed_facts(std::string_view folded, const lexicon::Vocabulary& vocabulary) {
  const std::string british = lexicon::british_medical_form(folded);
  if (british.empty() || is_projects_own(folded, vocabulary)) return {};
  return american_facts(british);
}

}  // namespace

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

std::string_view name_of_language(std::string_view language) {
  struct Name {
    std::string_view tag;
    std::string_view name;
  };
  constexpr auto names = std::to_array<Name>({{"en-AU", "Australian English"},
                                              {"en-CA", "Canadian English"},
                                              {"en-GB", "British English"},
                                              {"en-HK", "Hong Kong English"},
                                              {"en-IE", "Irish English"},
                                              {"en-IN", "Indian English"},
                                              {"en-MY", "Malaysian English"},
                                              {"en-NZ", "New Zealand English"},
                                              {"en-SG", "Singapore English"},
                                              {"en-US", "American English"},
                                              {"en-ZA", "South African English"}});
  const auto found = std::ranges::find(names, language, &Name::tag);
  return found == names.end() ? "English" : found->name;
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

std::optional<lexicon::Dialect> dialect_of_language(std::string_view language) {
  const std::optional<English> english = english_of(language);
  return english ? std::optional(dialect_of(*english)) : std::nullopt;
}

std::optional<English> english_of(std::string_view language) {
  if (language == "en-US") return English::american;
  if (language == "en-CA") return English::canadian;
  if (language == "en-AU" || language == "en-NZ") return English::australian;
  if (language.starts_with("en-")) return English::british;
  return std::nullopt;
}

bool may_be_dialectal(std::string_view folded, bool one_sided, bool is_rare) {
  return one_sided || has_z_ending(folded) || words_in_pairs.may_have(folded) ||
         folded.ends_with("'s") || (is_rare && lexicon::has_medical_root(folded));
}

std::string with_z(std::string_view folded, const lexicon::Vocabulary& vocabulary) {
  if (!has_z_ending(folded)) return {};
  constexpr auto endings =
      std::to_array<std::string_view>({"isable", "isation", "isational", "isations", "ise", "ised",
                                       "iser", "isers", "ises", "ising"});
  constexpr std::size_t shortest_stem = 4;
  for (const std::string_view ending : endings) {
    if (!folded.ends_with(ending) || folded.size() < ending.size() + shortest_stem) continue;
    std::string other(folded);
    other[folded.size() - ending.size() + 1] = 'z';
    return vocabulary.look_up(other).accepted && !vocabulary.look_up(folded).accepted
               ? other
               : std::string();
  }
  return {};
}

DialectFacts dialect_facts(std::string_view folded, const lexicon::Vocabulary& vocabulary) {
  const WordSet* set = vocabulary.words();
  if (set == nullptr) return {};
  if (folded.ends_with("'s")) folded.remove_suffix(2);
  if (auto facts = table_facts(folded, vocabulary)) return *std::move(facts);
  if (vocabulary.look_up(folded).listed) return listed_facts(folded, vocabulary);
  const auto index = set->find(folded);
  if (!index) {
    if (vocabulary.has_in_american(folded))
      return british_facts(folded, lexicon::american_medical_form(folded));
    std::string other = with_z(folded, vocabulary);
    if (other.empty()) return {};
    return {.british = true,
            .accepted = set_of({Dialect::british, Dialect::australian}),
            .other = std::move(other)};
  }
  if (!has(set->forms(*index), lexicon::Form::lower)) return {};
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
