// Text and the containers around it, as parsers report them, made into blocks.
#pragma once

#include <algorithm>
#include <cstdint>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "linter/base/result.h"
#include "linter/prose/article.h"
#include "linter/prose/references.h"
#include "linter/prose/source_map.h"
#include "linter/prose/writer.h"

namespace linter::prose {

inline constexpr std::size_t max_nesting =
    500;  // containers in one another; more is nesting_too_deep

// What is open around the text: Markdown's blocks and HTML's elements stand in one stack, so that
// either can hold the other.
enum class Container : std::uint8_t {
  document,
  quote,
  list,
  item,
  table,
  table_head,
  row,
  cell,
  heading,
  caption,
  title,
  summary,
  footnote,
  other,       // a block of no kind of its own: something hidden or masked
  inline_text  // does not end the block that is open
};

// How much of what stands in a container is read.
enum class Content : std::uint8_t {
  shown,
  noun,  // masked: all of it stands for one noun
  hidden,
};

struct Opening {
  Container container = Container::other;
  std::string_view element{};  // HTML's name for it; empty for Markdown's
  Content content = Content::shown;
  std::uint8_t level = 0;            // of a heading
  bool ordered = false;              // of a list
  bool header = false;               // of a cell
  std::uint32_t columns = 1;         // that a cell spans
  std::optional<InlineKind> kind{};  // of inline text
  bool superscript = false;          // dropped when it turns out to be a footnote mark
};

// All offsets and spans are into the text that the parser reads; the map leads on to the file.
// Blocks begin with their first text and end when a container opens or closes. What stands in
// hidden containers is dropped.
class Composer {
 public:
  // `map` leads from `text` to `file`; all of them and `article` must outlive the composer. Text
  // that does not stand in the file where the map says is not written: a parser's rewritten input
  // never becomes prose.
  Composer(std::string_view text, std::string_view file, const SourceMap& map, Article& article);

  void open(const Opening& opening);
  // Closes the innermost container of Markdown and what HTML left open inside.
  void close_markdown();
  // Closes HTML's innermost open element of that name, with what is open inside; nothing when none
  // is open.
  void close_element(std::string_view name);
  // Closes the innermost HTML container of that kind, unless one of `barriers` or a container of
  // Markdown stands inside it.
  void close_container(Container container, std::initializer_list<Container> barriers);
  // An element that is not kept opened: its end tag must not close an open one of the same name.
  void count_element(std::string_view name);
  // The innermost quote, which holds nothing yet, is a note of the author's and no quotation.
  void make_admonition();
  void end_block();

  void text(Span text);
  // The span reads as `characters`.
  void decoded(Span text, std::string_view characters);
  // As text(), with character references decoded.
  void text_with_references(Span text, ReferenceRules rules);
  void space(Span text);
  void line_break(Span text);
  // A line break of which the parser does not say where it stands: between the texts before and
  // after it.
  void soft_break();
  void hard_break() { pending_ = Break::hard; }
  void mask(Span text);
  void begin_inline(InlineKind kind);
  void end_inline(InlineKind kind);

  // What comes between the two is an alternative text: a block of its own once the open one has
  // ended. They nest.
  void begin_alt_text();
  void end_alt_text() { --alt_depth_; }
  void comment(Span whole, Span inside);

  [[nodiscard]] bool too_deep() const { return too_deep_; }
  // nesting_too_deep, once the text has ended there.
  [[nodiscard]] std::unexpected<base::Error> nesting_error(const std::string& path) const;
  [[nodiscard]] bool in_alt_text() const { return alt_depth_ > 0; }
  [[nodiscard]] bool is_hidden() const { return levels_.back().content == Content::hidden; }
  [[nodiscard]] std::string_view buffer() const { return text_; }

 private:
  enum class Break : std::uint8_t { none, soft, hard };
  struct Level {
    Opening opening;
    Content content = Content::shown;  // the strictest of all around it
    Block block{};                     // what a block that begins here is
    std::uint32_t same_name = 0;       // elements of its name that opened inside and are not kept
    std::uint32_t holder =
        0;  // the level where paragraphs count: the innermost item, cell, quote, …
    std::uint32_t blocks = 0;  // begun there
    std::uint32_t column = 0;  // of a cell
    Writer::Mark mark{};       // of a superscript
  };
  struct Table {
    std::vector<std::uint32_t> headers;  // block indexes by column
    std::uint32_t columns = 0;           // of the row so far
    std::uint32_t rows = 0;
    bool in_head = false;
  };
  struct AltText {
    Span text{};
    std::string characters{};  // empty: as it stands
    bool begins = false;
    bool spaced = false;
  };

  void write(Span text);
  void describe(Level& level);
  void describe_cell(Level& level);
  void pop();
  void pop_through(std::size_t index);
  void begin_block();
  void finish_header(std::uint32_t block);
  void drop_footnote_mark(const Writer::Mark& mark);
  bool may_write(Span text);
  void flush_mask();
  void add_alt_text(Span text, std::string_view characters);
  void flush_alt_texts();
  void resolve_break(std::uint32_t next);

  std::string_view text_;
  std::string_view file_;
  const SourceMap& map_;
  Article& article_;
  Writer writer_;
  std::vector<Level> levels_;
  std::vector<Table> tables_;
  std::vector<AltText> alt_texts_;
  std::uint32_t alt_depth_ = 0;
  bool alt_break_ = false;
  Span mask_;  // what stands for one noun so far
  Break pending_ = Break::none;
  std::uint32_t reached_ = 0;  // end of the last text of the block
  std::uint32_t groups_ = 0;
  bool starts_item_ = false;  // the next block is the first of its item or row
  bool too_deep_ = false;
};

}  // namespace linter::prose
