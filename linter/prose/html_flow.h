// HTML's tags and text, as they come, made into blocks: whole documents, and pieces inside Markdown
// and MDX.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "linter/prose/article.h"
#include "linter/prose/composer.h"
#include "linter/prose/elements.h"
#include "linter/prose/tags.h"

namespace linter::prose {

// Reads from the composer's text, unless told otherwise. What is open stays open from one feed to
// the next.
class HtmlFlow {
 public:
  // `article` gets the language of the root element.
  HtmlFlow(Composer& composer, Article& article)
      : composer_(composer), article_(article), buffer_(composer.buffer()) {}

  // That of text which does not say its own; a passage that is marked as another one is a noun. It
  // must outlive the flow.
  void assume_language(std::string_view language) { language_ = language; }

  // From now on marks are read from `buffer`: the composer's text byte for byte, with spaces in
  // place of what is not HTML. It must outlive the flow.
  void read_from(std::string_view buffer) { buffer_ = buffer; }

  // Reads the span as HTML; a mark that begins in it ends at `limit` at the latest. What an earlier
  // mark has reached beyond its feed is skipped.
  void feed(Span span, std::uint32_t limit);
  // Reads the one mark that begins at `offset`, inside text that somebody else reads. What it hides
  // ends with the block, if not before.
  void inline_mark(std::uint32_t offset);

 private:
  void mark(const Tag& tag, std::uint32_t offset, std::uint32_t limit);
  void start(const Tag& tag, std::uint32_t limit);
  void open(const Tag& tag, const Element& element);
  void end(const Tag& tag);
  void raw(const Tag& tag, const Element& element, std::uint32_t limit);
  void describe(const Tag& tag);

  // What a start tag's attributes say.
  struct Traits {
    Content content = Content::shown;
    std::uint32_t columns = 1;
    std::string_view language;
  };
  [[nodiscard]] bool is_closed(const Tag& tag);
  [[nodiscard]] Traits traits_of(std::string_view attributes);
  [[nodiscard]] Span span_of(std::string_view part) const;

  Composer& composer_;
  Article& article_;
  std::string_view buffer_;
  std::string_view language_;
  std::uint32_t reached_ = 0;  // end of the last mark
  bool within_text_ = false;   // the mark at hand stands in text that somebody else reads
  std::vector<std::string_view> told_;  // titles and descriptions
  std::map<std::string, std::size_t, std::less<>> ends_;  // the next end tag that was looked for
};

}  // namespace linter::prose
