// Changes to a Word document that leave every other byte of its parts alone.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "linter/base/result.h"
#include "linter/word/document.h"
#include "linter/word/package.h"

namespace linter::word {

// A remark on words of the text, as a comment in the margin.
struct Comment {
  Span text;                       // of Document::text
  std::vector<std::string> lines;  // paragraphs of the comment
};

// Other words in the place of some.
struct Replacement {
  Span text;
  std::string right;
};

struct Edits {
  std::vector<Comment> comments;
  std::vector<Replacement> replacements;
  bool tracked = false;  // replacements are changes that somebody may accept or reject
  std::string author;
  std::string date;  // ISO, of comments and changes
};

struct Edited {
  std::string bytes;
  std::size_t replaced = 0;             // replacements that were made
  std::vector<std::size_t> left_out;    // the numbers of those that were not
  std::vector<std::size_t> not_placed;  // the numbers of comments that found no place
};

// `document` was read from `package`. A comment on a footnote, text box or alternative text is
// anchored at what holds it in the body. A replacement of words that several runs hold is written
// into the first of them. It is left out where a field, a break or a reference stands in its words,
// or, if it is to be tracked, where somebody's tracked insertion holds them, and where it overlaps
// one before it. Parts that no edit concerns stay byte for byte; the comments'
// part, its relationship and content type are made where there is none. unreadable_file where the
// parts are not written as word processors write them (not UTF-8, or not with the prefix w:).
[[nodiscard]] base::Result<Edited> edited(const Package& package, const Document& document,
                                          const Edits& edits);

// The document without the comments of that author; nothing where it has none. Nothing but them,
// and what anchors them, changes.
[[nodiscard]] base::Result<std::optional<std::string>> without_comments_of(const Package& package,
                                                                           std::string_view author);

}  // namespace linter::word
