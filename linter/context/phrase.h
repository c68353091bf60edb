// The little language in which cue phrases are written (docs/cues.md).
//
//   no evidence of      these words in this order
//   (no|any) harm       one of; groups nest and may hold several words: (no|not a (single|bit))
//   (very)? likely      words that may be missing
//   clinics?            a letter that may be missing; advertis(ed|ing): one word with either ending
//   promise~            promise, promises, promised, promising
//   what _ is not       _ is any one word, # is a number
//   , however           marks stand as words of their own
//   -free   un-         an ending or a beginning of a word, alone in its phrase
#pragma once

#include <cstdint>
#include <expected>
#include <string>
#include <string_view>
#include <vector>

namespace linter::context {

struct Element;
using Sequence = std::vector<Element>;

// A place in a phrase: a word, a gap, or one of several sequences.
struct Element {
  enum class Kind : std::uint8_t { word, any, number, group };
  Kind kind = Kind::word;
  bool optional = false;               // of a group
  std::string word;                    // folded
  std::vector<Sequence> alternatives;  // of a group, none of them empty
};

inline constexpr std::size_t max_phrase_words = 16;  // in one wording
inline constexpr std::size_t max_phrase_elements =
    1000;  // words and groups of one phrase, inflections counted

struct Phrase {
  enum class Affix : std::uint8_t { none, prefix, suffix };
  Affix affix = Affix::none;
  std::string affix_text;  // folded, without its hyphen
  std::vector<Sequence>
      sequences;  // none begins with something that may be missing; empty for an affix
};

// The phrase, or what is wrong with it in a few words ("a bracket is not closed"). Linear.
[[nodiscard]] std::expected<Phrase, std::string> parse_phrase(std::string_view text);

// A word with its regular inflections, the word itself first. Regular means regular: "teach" gives
// "teached".
[[nodiscard]] std::vector<std::string> inflections(std::string_view word);

}  // namespace linter::context
