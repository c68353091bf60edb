// A light part-of-speech mask: what a word can be, not what it is here.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

namespace linter::lexicon {

// The names are what policy authors write in `sequence` rules and what the context layer's clause
// splitter asks for.
enum class PartOfSpeech : std::uint32_t {
  noun = 1U << 0,
  verb = 1U << 1,  // any open-class verb form
  adjective = 1U << 2,
  adverb = 1U << 3,
  determiner = 1U << 4,
  pronoun = 1U << 5,
  preposition = 1U << 6,
  conjunction = 1U << 7,   // coordinating: and, or, but, nor, yet, so
  subordinator = 1U << 8,  // because, although, if, when, while, unless, since, that
  relative = 1U << 9,      // who, which, that, whose, where
  auxiliary = 1U << 10,    // be, have, do in all forms
  modal = 1U << 11,        // can, may, must, should, will
  number = 1U << 12,
  negator = 1U << 13,        // not, n't, no, never, neither, nor
  question_word = 1U << 14,  // what, why, how, when, where, who
  finite_verb =
      1U << 15,       // can be a finite form: present or past tense (with auxiliaries and modals)
  gerund = 1U << 16,  // -ing form
  participle = 1U << 17,  // past participle
  plural = 1U << 18,      // can be a plural noun
  base_form = 1U << 19,   // can be a bare infinitive or imperative
  proper_noun = 1U << 20,
};
using PosMask = std::uint32_t;

[[nodiscard]] constexpr PosMask operator|(PartOfSpeech a, PartOfSpeech b) {
  return static_cast<PosMask>(a) | static_cast<PosMask>(b);
}
[[nodiscard]] constexpr bool has(PosMask mask, PartOfSpeech part) {
  return (mask & static_cast<PosMask>(part)) != 0;
}

struct PartOfSpeechName {
  PartOfSpeech part;
  std::string_view name;  // "noun", "finite-verb"
  std::string_view about;
};
[[nodiscard]] std::span<const PartOfSpeechName> part_of_speech_names();
[[nodiscard]] std::optional<PartOfSpeech> part_of_speech_named(std::string_view name);

}  // namespace linter::lexicon
