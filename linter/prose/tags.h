// HTML's marks, one at a time: what begins at a '<'.
//
// galley reads HTML as a stream of tags rather than as a tree: prose needs no tree, a stream keeps
// the order of the file where a tree moves misnested text about, and it takes linear time on any
// input. The tokeniser follows the HTML standard (start and end tags, comments, declarations, raw
// text).
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

namespace linter::prose {

enum class TagKind : std::uint8_t {
  none,  // '<' is text
  start,
  end,
  comment,      // <!-- … -->
  declaration,  // <!doctype>, <?xml?>, </>: nothing to read
};

struct Tag {
  TagKind kind = TagKind::none;
  std::string_view name{};        // as written
  std::string_view attributes{};  // what stands between name and '>'
  std::string_view inside{};      // of a comment
  std::size_t end = 0;            // offset behind the mark; text.size() when it is never closed
  bool closed = true;             // its last mark was found
};

// What begins at `offset`, where text[offset] == '<'. Views point into `text`. Linear in the mark.
[[nodiscard]] Tag read_tag(std::string_view text, std::size_t offset);

struct Attribute {
  std::string_view name;
  std::string_view value;  // without quotes, as written
};

// Takes the first attribute off `attributes`; nothing when there is none left.
[[nodiscard]] std::optional<Attribute> next_attribute(std::string_view& attributes);

// Whether two names are equal, the case of ASCII letters ignored. `lower` is in lower case.
[[nodiscard]] bool is_name(std::string_view name, std::string_view lower);

// Where the end tag of the raw text element `name` (lower case) begins at or after `offset`;
// text.size() when there is none.
[[nodiscard]] std::size_t raw_text_end(std::string_view text, std::size_t offset,
                                       std::string_view name);

}  // namespace linter::prose
