// Which bytes of a text the view shows otherwise than written.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace linter::prose {

enum class Shown : std::uint8_t { as_written, as_space, as_apostrophe, as_nothing };

struct Character {
  Shown shown = Shown::as_written;
  std::uint8_t length = 1;  // bytes
};

// The first offset at or after `from` of a character that is not shown as written, or of a second '
// ' in a row; text.size() when there is none. Plain ASCII is skipped 16 bytes at a time. Any bytes
// are allowed.
[[nodiscard]] std::size_t next_special(std::string_view text, std::size_t from);

// How the character at `offset` (< text.size()) is shown: Unicode spaces, line ends and controls as
// a space; U+2018, U+2019 and U+02BC as an apostrophe; soft hyphens, zero-width and directional
// marks as nothing.
[[nodiscard]] Character character_at(std::string_view text, std::size_t offset);

}  // namespace linter::prose
