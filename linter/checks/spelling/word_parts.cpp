#include "linter/checks/spelling/word_parts.h"

#include <algorithm>
#include <array>
#include <span>

namespace linter::checks::spelling {
namespace {

// Prefixes that make new words; sorted.
constexpr auto prefixes = std::to_array<std::string_view>(
    {"aero",   "andro",     "anti",    "audio",  "auto",   "bio",     "bronch", "cardio", "cerebro",
     "chemo",  "contra",    "counter", "cryo",   "cyber",  "cyto",    "de",     "derma",  "dermato",
     "dermo",  "di",        "dis",     "down",   "eco",    "electro", "endo",   "entero", "epi",
     "ethno",  "exo",       "extra",   "fibro",  "fore",   "gastro",  "geo",    "gyno",   "haem",
     "hemi",   "hemo",      "hepato",  "hetero", "histo",  "homo",    "hydro",  "hyper",  "hypo",
     "immuno", "infra",     "inter",   "intra",  "iso",    "kilo",    "lacto",  "lipo",   "litho",
     "lympho", "macro",     "mal",     "mega",   "meta",   "micro",   "mid",    "milli",  "mini",
     "mis",    "mono",      "multi",   "myo",    "nano",   "naso",    "neo",    "nephro", "neuro",
     "non",    "ophthalmo", "ortho",   "osteo",  "oto",    "over",    "oxy",    "pan",    "para",
     "patho",  "peri",      "pharma",  "phono",  "photo",  "physio",  "phyto",  "poly",   "post",
     "pre",    "pro",       "proto",   "pseudo", "psycho", "pyro",    "quasi",  "radio",  "re",
     "retro",  "rhino",     "semi",    "socio",  "sono",   "sub",     "super",  "supra",  "sym",
     "syn",    "techno",    "tele",    "thermo", "trans",  "tri",     "ultra",  "un",     "under",
     "uni",    "up",        "uro",     "vaso",   "veno",   "xeno"});
static_assert(std::ranges::is_sorted(prefixes));

// Of these, the ones that are no words by themselves; sorted.
constexpr auto bound = std::to_array<std::string_view>(
    {"aero",    "anti",    "auto", "bio",    "cardio", "contra", "cryo",   "cyber",
     "dermato", "electro", "endo", "exo",    "geo",    "hemi",   "hetero", "histo",
     "hydro",   "hyper",   "hypo", "immuno", "infra",  "inter",  "intra",  "iso",
     "kilo",    "macro",   "meta", "micro",  "milli",  "mono",   "multi",  "nano",
     "neo",     "neuro",   "non",  "ortho",  "osteo",  "para",   "peri",   "photo",
     "physio",  "poly",    "pre",  "pseudo", "psycho", "quasi",  "semi",   "socio",
     "sub",     "supra",   "tele", "thermo", "trans",  "un",     "uni",    "vaso"});
static_assert(std::ranges::is_sorted(bound));

// What stands before a hyphen in compounds; sorted.
constexpr auto before_hyphen = std::to_array<std::string_view>(
    {"all",    "anti",    "arch",   "auto",   "be",    "bi",    "bio",    "by",    "close",
     "co",     "counter", "cross",  "cyber",  "de",    "dis",   "double", "dual",  "e",
     "eco",    "ex",      "extra",  "far",    "fast",  "few",   "first",  "five",  "four",
     "full",   "giga",    "half",   "hard",   "hi",    "high",  "hyper",  "ill",   "in",
     "infra",  "inter",   "intra",  "ion",    "kilo",  "large", "late",   "left",  "less",
     "light",  "long",    "low",    "macro",  "mal",   "many",  "mega",   "meta",  "micro",
     "mid",    "milli",   "mini",   "mis",    "mono",  "multi", "mutual", "nano",  "near",
     "neo",    "neuro",   "nine",   "non",    "off",   "oft",   "omni",   "on",    "once",
     "one",    "out",     "over",   "pan",    "para",  "peri",  "photo",  "poly",  "post",
     "pre",    "pro",     "pseudo", "psycho", "quasi", "quick", "radio",  "re",    "retro",
     "right",  "second",  "self",   "semi",   "seven", "short", "single", "six",   "slow",
     "small",  "so",      "socio",  "soft",   "sub",   "super", "supra",  "tele",  "ten",
     "thermo", "third",   "three",  "top",    "trans", "tri",   "triple", "twice", "two",
     "ultra",  "un",      "under",  "uni",    "up",    "vice",  "well",   "wi",    "wide",
     "x",      "zero"});
static_assert(std::ranges::is_sorted(before_hyphen));

constexpr auto suffixes =
    std::to_array<std::string_view>({"fold", "free", "like", "proof", "wide", "wise"});

bool is_one_of(std::span<const std::string_view> sorted, std::string_view word) {
  return std::ranges::binary_search(sorted, word);
}

// Prefixes that go with qualities and actions, not with things: "unresponsive", never "unresponse".
bool takes(std::string_view prefix, lexicon::PosMask rest) {
  if (prefix != "un" && prefix != "dis" && prefix != "mis") return true;
  using lexicon::PartOfSpeech;
  return has(rest, PartOfSpeech::adjective) || has(rest, PartOfSpeech::adverb) ||
         has(rest, PartOfSpeech::verb);
}

bool is_word(std::string_view word, std::uint8_t rarest, const lexicon::Vocabulary& vocabulary) {
  const lexicon::WordFacts facts = vocabulary.look_up(word);
  return facts.accepted && (facts.listed || (facts.tier > 0 && facts.tier <= rarest));
}

}  // namespace

bool is_bound_prefix(std::string_view folded) {
  return is_one_of(bound, folded);
}

bool is_hyphen_prefix(std::string_view folded) {
  return is_one_of(before_hyphen, folded) || is_one_of(prefixes, folded);
}

bool is_derived(std::string_view folded, const lexicon::Vocabulary& vocabulary) {
  constexpr std::size_t shortest_rest = 4;
  for (std::size_t length = 2; length + shortest_rest <= folded.size(); ++length) {
    const std::string_view prefix = folded.substr(0, length);
    if (!is_one_of(prefixes, prefix)) continue;
    // after a short prefix, which many misspellings begin with, only everyday words count
    const bool short_prefix = length <= 2;
    const std::string_view rest = folded.substr(length);
    if (short_prefix && rest.size() <= shortest_rest) continue;
    if (!takes(prefix, vocabulary.look_up(rest).parts)) continue;
    if (is_word(rest, short_prefix ? 50 : 60, vocabulary)) return true;
  }
  return std::ranges::any_of(suffixes, [&](std::string_view suffix) {
    return folded.size() >= suffix.size() + shortest_rest && folded.ends_with(suffix) &&
           is_word(folded.substr(0, folded.size() - suffix.size()), 50, vocabulary);
  });
}

}  // namespace linter::checks::spelling
