// The few marks and words whose part in a sentence the clause splitter must know by name. Their
// numbers in the cue index are fixed: the enumerator is the number.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

namespace linter::context {

enum class Known : std::uint32_t {
  none,
  comma,
  stop,
  colon,
  semicolon,
  dash,
  hyphen,
  open,
  close,
  quote,
  apostrophe,
  question_mark,
  exclamation,
  percent,
  slash,
  and_,
  or_,
  nor,
  but,
  yet,
  so,
  plus,
  however,
  although,
  though,
  whereas,
  nevertheless,
  nonetheless,
  albeit,
  that,
  whether,
  than,
  as,
  to,
  of,
  which,
  who,
  whom,
  whose,
  then,
  also,
  even,
  please,
  not_,
};

// In the enumerators' order, none first.
inline constexpr auto known_spellings = std::to_array<std::string_view>({
    "",
    ",",
    ".",
    ":",
    ";",
    "–",
    "-",
    "(",
    ")",
    "\"",
    "'",
    "?",
    "!",
    "%",
    "/",
    "and",
    "or",
    "nor",
    "but",
    "yet",
    "so",
    "plus",
    "however",
    "although",
    "though",
    "whereas",
    "nevertheless",
    "nonetheless",
    "albeit",
    "that",
    "whether",
    "than",
    "as",
    "to",
    "of",
    "which",
    "who",
    "whom",
    "whose",
    "then",
    "also",
    "even",
    "please",
    "not",
});
static_assert(known_spellings.back() == "not" &&
              known_spellings.size() == static_cast<std::size_t>(Known::not_) + 1);

// The mark that a punctuation token stands for: every dash is –, every double quotation mark is ".
// none for marks that no cue can hold. A lone hyphen is a hyphen: the reader of words knows the
// spaces.
[[nodiscard]] Known known_mark(std::string_view mark);

}  // namespace linter::context
