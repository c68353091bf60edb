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

// A replacement that was not made, and why, as a clause.
struct LeftOut {
  std::size_t number = 0;
  std::string_view why;  // lives for ever
};

struct Edited {
  std::string bytes;
  std::size_t replaced = 0;             // replacements that were made
  std::vector<LeftOut> left_out;        // those that were not
  std::vector<std::size_t> not_placed;  // the numbers of comments that found no place
};

// `document` was read from `package`. A comment on a footnote, text box or alternative text is
// anchored at what holds it in the body. A replacement of words that several runs hold is written
// into the first of them, or the last where only the case of what that holds of them changes. It is
// left out where a field or a break stands in its words or a field writes them, where it overlaps
// one before it, or, if it is to be tracked, where somebody's tracked insertion or a description
// holds them. Parts that no edit concerns stay byte for byte; the comments' part, its relationship
// and content type are made where there is none. unreadable_file where the parts are not written as
// word processors write them (not UTF-8, or their elements have no prefix).
[[nodiscard]] base::Result<Edited> edited(const Package& package, const Document& document,
                                          const Edits& edits);

// Whether galley put comments into the document, and nobody has saved it since: a comment of XML at
// the end of their part says so, which no word processor keeps. A damaged document is none.
[[nodiscard]] bool is_as_galley_left_it(const Package& package);

// The document without the comments of that author; nothing where it has none. Nothing but them,
// and what anchors them, changes.
[[nodiscard]] base::Result<std::optional<std::string>> without_comments_of(const Package& package,
                                                                           std::string_view author);

}  // namespace linter::word
