// An article as prose: what a reader reads, with the way back to the bytes it came from.
//
// The *view* is one buffer with every block's text, blocks separated by "\n\n". It is made for
// matching: emphasis marks, tags and list markers are gone; any run of soft line breaks and Unicode
// spaces is one ' '; a hard break is
// '\n'; U+2019, U+2018 and U+02BC are '\''; entities and escapes are decoded; invisible characters
// (soft hyphen, zero-width space, word joiner, directional and byte order marks) are dropped; other
// control characters are ' '. Double quotes, dashes and everything else stay as written. What is
// not prose (code, URLs, addresses, handles, file names, shortcodes, template tags, math) is one
// `masked` character, which is neither a letter nor a space: it stands for a noun. Footnote
// references and heading attributes are dropped. Nothing is reordered or invented except the block
// separators; an alternative text that stands inside a paragraph comes after it.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "linter/base/result.h"
#include "linter/base/span.h"
#include "linter/source/line_index.h"

namespace linter::prose {

using base::Span;

inline constexpr char masked = '\x1A';

// Where a block stands; a block may stand in several (a paragraph in a quote in a list item).
enum class Scope : std::uint16_t {
  title = 1 << 0,  // front matter title, <title>, or the first level-1 heading
  heading = 1 << 1,
  paragraph = 1 << 2,
  list = 1 << 3,
  table = 1 << 4,
  quote = 1 << 5,    // block quotation
  caption = 1 << 6,  // figcaption, table caption
  alt_text = 1 << 7,
  summary = 1 << 8,  // description, summary and the fields that the configuration names
  footnote = 1 << 9,
};
using Scopes = std::uint16_t;  // a set of Scope
[[nodiscard]] constexpr Scopes set_of(Scope scope) {
  return static_cast<Scopes>(scope);
}
[[nodiscard]] constexpr Scopes operator|(Scopes set, Scope scope) {
  return static_cast<Scopes>(set | set_of(scope));
}
[[nodiscard]] constexpr Scopes operator|(Scope a, Scope b) {
  return set_of(a) | b;
}
[[nodiscard]] constexpr bool has(Scopes set, Scope scope) {
  return (set & static_cast<unsigned>(scope)) != 0;
}

inline constexpr std::uint32_t no_block = UINT32_MAX;

struct Block {
  Span text{};  // view span, no surrounding space
  Scopes scopes = 0;
  std::uint8_t level = 0;       // of a heading: 1 to 6
  std::uint8_t list_depth = 0;  // 1 = item of an outermost list
  std::uint8_t quote_depth = 0;
  bool ordered = false;              // item of a numbered list
  bool starts_item = false;          // first block of its list item or table row
  std::uint32_t heading = no_block;  // nearest heading above of the innermost open section
  std::uint32_t lead_in =
      no_block;  // the block that introduces this list ("Microneedling is used to:")
  std::uint32_t table_header = no_block;  // of a body cell: the header cell of its column
  std::uint32_t group = 0;                // blocks of the same list or table share a number > 0
};

enum class InlineKind : std::uint8_t { link_text, emphasis, strong, deleted, not_spelled };
struct Inline {
  InlineKind kind;
  Span text;  // view span
};

// A run of view bytes and the source bytes it came from. Verbatim runs map byte for byte; the
// others (an entity, a folded space, a masked thing, U+2019) map as a whole. Runs are sorted by
// view offset and do not overlap.
struct Run {
  std::uint32_t view = 0;
  std::uint32_t source = 0;
  std::uint32_t view_size = 0;
  std::uint32_t source_size = 0;
  bool verbatim = true;
};

// An HTML or MDX comment, or what stands for one in plain text and front matter, kept for
// suppressions: `source` covers it whole, `text` is what stands
// between the marks.
struct Comment {
  Span source;
  std::string text;
  std::uint32_t next_block = no_block;  // the first block that begins after it
};

struct FrontMatter {
  Span source;                          // with its fences; empty when there is none
  std::optional<std::string> language;  // `language:` or `lang:`
  source::Position language_at;         // where its value stands
  std::vector<std::string> words;       // `galley: {words: [...]}`: accepted in this article only
  std::vector<base::Error> faults;      // bad_front_matter: its syntax, or what is under `galley`
};

struct Article {
  std::string view;
  std::vector<Run> runs;
  std::vector<Block> blocks;      // in view order
  std::vector<Inline> inlines;    // sorted by begin
  std::vector<Comment> comments;  // sorted by source begin
  FrontMatter front_matter;
  std::uint32_t title = no_block;

  // Empties everything, keeping capacity.
  void clear();

  // The source span that a view span came from: from the first source byte of its first byte to the
  // last of its last. Marks between the two (the ** in "micro**needl**ing") are inside. O(log
  // runs). `view_span` must not be empty.
  [[nodiscard]] Span source_span(Span view_span) const;
  // The block that holds a view offset, or no_block between blocks. O(log blocks).
  [[nodiscard]] std::uint32_t block_at(std::uint32_t view_offset) const;
  // Whether every byte of the view span was written as it reads (no markup inside): only then may a
  // fix replace it.
  [[nodiscard]] bool is_verbatim(Span view_span) const;
};

}  // namespace linter::prose
