// Builds an article's view block by block, with the way back to the file.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "linter/prose/article.h"
#include "linter/prose/masks.h"

namespace linter::prose {

// What readers write an article with. Readers say what they saw, in reading order: text as it
// stands in the file, what a reference decodes to, breaks, things to mask. The writer folds spaces,
// normalises apostrophes, finds what must be masked in running text, trims, and drops blocks
// without text.
//
// All `source` offsets and spans are bytes of the original file and grow within a block. One writer
// per article; the article must outlive it. Cost: linear, amortised no allocation per call once the
// article's buffers have grown.
class Writer {
 public:
  explicit Writer(Article& article) : article_(article) {}

  // Starts a block with the properties of `block` (its `text` is ignored); ends an open one.
  void begin_block(const Block& block);
  // Ends the block. Returns its index, or no_block when it had no text (it is gone then) or none
  // was open.
  std::uint32_t end_block();
  [[nodiscard]] bool in_block() const { return open_; }
  // Whether the open block has something to show so far.
  [[nodiscard]] bool has_text() const { return article_.view.size() > view_begin_; }

  // `text` stands as it is at `source`.
  void text(std::uint32_t source, std::string_view text);
  // The source span reads as `text` (an entity, an escape).
  void decoded(Span source, std::string_view text);
  // A soft line break or other space that markup makes.
  void space(Span source);
  void line_break(Span source);
  // Something that stands for a noun.
  void mask(Span source);

  // Where the open block has got to.
  struct Mark {
    std::uint32_t view = 0;
    std::size_t runs = 0;
    Run last_run{};
    std::size_t inlines = 0;
  };
  [[nodiscard]] Mark mark() const;
  // Takes back what was written since `mark`, which is of the open block, and the inlines begun
  // since.
  void cut(const Mark& mark);

  void begin_inline(InlineKind kind);
  // Ends the innermost open inline of that kind; nothing happens when there is none.
  void end_inline(InlineKind kind);

 private:
  // A masked part of the view, before and after masking.
  struct Moved {
    Span was;
    Span now;
  };

  [[nodiscard]] bool after_space() const;
  void append(Span source, std::string_view text, bool verbatim);
  void close_inline();
  void trim_end();
  void apply_masks();
  void keep_runs(std::size_t& next, Span kept, std::uint32_t shift);
  [[nodiscard]] Span old_source(Span view) const;
  void move_inlines();

  Article& article_;
  bool open_ = false;
  std::uint32_t restart_ = 0;     // view size before the block and its separator
  std::uint32_t view_begin_ = 0;  // of the open block
  std::size_t first_run_ = 0;
  std::size_t first_inline_ = 0;
  std::vector<std::size_t> open_inlines_;
  std::vector<Mask> masks_;
  std::vector<Moved> moved_;
  std::vector<Run> old_runs_;
};

}  // namespace linter::prose
