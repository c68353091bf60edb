#include "linter/prose/composer.h"

#include <fmt/format.h>
#include <utility>

#include "linter/base/utf8.h"
#include "linter/prose/tags.h"
#include "linter/source/line_index.h"

namespace linter::prose {
namespace {

using std::string_view;

constexpr std::uint8_t deepest = 255;   // that a block counts lists and quotes to
constexpr std::uint32_t widest = 1000;  // columns of a table that have headers

bool is_space(char c) {
  return c == ' ' || (c >= '\t' && c <= '\r');
}

std::uint8_t deeper(std::uint8_t depth) {
  return depth == deepest ? depth : static_cast<std::uint8_t>(depth + 1);
}

}  // namespace

// Named is the place behind the last text that was read.
std::unexpected<base::Error> Composer::nesting_error(const std::string& path) const {
  std::size_t at = article_.front_matter.source.end;
  if (!article_.runs.empty()) {
    const Run& last = article_.runs.back();
    at = std::max<std::size_t>(at, last.source + last.source_size);
  }
  at = std::min(file_.find_first_not_of(" \t\r\n", at), file_.size());
  const source::Position where =
      source::LineIndex(file_).position(static_cast<std::uint32_t>(at));
  return base::fail(
      base::ErrorCode::nesting_too_deep,
      fmt::format(
          "lists, quotes and elements stand more than {} deep in one another: take levels out",
          max_nesting),
      path, where.line, where.column);
}

Composer::Composer(string_view text, string_view file, const SourceMap& map, Article& article)
    : text_(text), file_(file), map_(map), article_(article), writer_(article) {
  levels_.push_back({.opening = {.container = Container::document}});
}

void Composer::open(const Opening& opening) {
  if (opening.container != Container::inline_text) end_block();
  too_deep_ = too_deep_ || levels_.size() > max_nesting;
  if (too_deep_) return;
  const Level& around = levels_.back();
  Level level{.opening = opening,
              .content = std::max(around.content, opening.content),
              .block = around.block,
              .holder = around.holder};
  if (opening.container == Container::inline_text) {
    level.opening.superscript = opening.superscript && writer_.in_block();
    level.mark = writer_.mark();
    if (opening.kind && level.content == Content::shown) begin_inline(*opening.kind);
  } else {
    describe(level);
  }
  levels_.push_back(level);
}

// What blocks inside the container are.
void Composer::describe(Level& level) {
  Block& block = level.block;
  const auto add = [&](Scope scope) { block.scopes = block.scopes | scope; };
  const auto self = static_cast<std::uint32_t>(levels_.size());
  if (level.opening.container != Container::other) level.holder = self;
  switch (level.opening.container) {
    case Container::quote:
      add(Scope::quote);
      block.quote_depth = deeper(block.quote_depth);
      break;
    case Container::list:
      add(Scope::list);
      block.list_depth = deeper(block.list_depth);
      block.ordered = level.opening.ordered;
      block.group = ++groups_;
      break;
    case Container::item:
      add(Scope::list);
      block.list_depth = std::max<std::uint8_t>(block.list_depth, 1);
      starts_item_ = true;
      break;
    case Container::table:
      add(Scope::table);
      block.group = ++groups_;
      tables_.emplace_back();
      break;
    case Container::table_head:
      if (!tables_.empty()) tables_.back().in_head = true;
      break;
    case Container::row:
      starts_item_ = true;
      if (tables_.empty()) break;
      ++tables_.back().rows;
      tables_.back().columns = 0;
      break;
    case Container::cell:
      describe_cell(level);
      break;
    case Container::heading:
      add(Scope::heading);
      block.level = level.opening.level;
      break;
    case Container::caption:
      add(Scope::caption);
      break;
    case Container::title:
      add(Scope::title);
      break;
    case Container::summary:
      add(Scope::summary);
      break;
    case Container::footnote:
      add(Scope::footnote);
      break;
    case Container::document:
    case Container::other:
    case Container::inline_text:
      break;
  }
}

void Composer::describe_cell(Level& level) {
  level.block.scopes = level.block.scopes | Scope::table;
  if (tables_.empty()) return;
  Table& table = tables_.back();
  level.column = table.columns;
  table.columns = std::min(table.columns + level.opening.columns, widest);
  level.opening.header = level.opening.header && (table.in_head || table.rows <= 1);
  const bool headed = !level.opening.header && level.column < table.headers.size();
  level.block.table_header = headed ? table.headers[level.column] : no_block;
}

void Composer::close_markdown() {
  end_block();
  std::size_t index = levels_.size() - 1;
  while (index > 0 && !levels_[index].opening.element.empty()) --index;
  if (index > 0) pop_through(index);
}

void Composer::close_element(string_view name) {
  for (std::size_t index = levels_.size() - 1; index > 0; --index) {
    Level& level = levels_[index];
    if (level.opening.element.empty()) return;
    if (!is_name(level.opening.element, name) && !is_name(name, level.opening.element)) continue;
    if (level.same_name > 0) {
      --level.same_name;
      return;
    }
    if (level.opening.container != Container::inline_text) end_block();
    return pop_through(index);
  }
}

void Composer::close_container(Container container, std::initializer_list<Container> barriers) {
  end_block();
  for (std::size_t index = levels_.size() - 1; index > 0; --index) {
    const Opening& opening = levels_[index].opening;
    if (opening.container == container && !opening.element.empty()) return pop_through(index);
    if (opening.element.empty() || std::ranges::find(barriers, opening.container) != barriers.end())
      return;
  }
}

void Composer::count_element(string_view name) {
  for (std::size_t index = levels_.size() - 1; index > 0; --index) {
    Level& level = levels_[index];
    if (level.opening.element.empty()) return;
    if (!is_name(level.opening.element, name)) continue;
    ++level.same_name;
    return;
  }
}

void Composer::pop_through(std::size_t index) {
  while (levels_.size() > index) pop();
}

void Composer::pop() {
  const Level& level = levels_.back();
  const bool masks =
      level.content == Content::noun && levels_[levels_.size() - 2].content == Content::shown;
  if (masks) flush_mask();
  if (level.opening.kind && level.content == Content::shown) end_inline(*level.opening.kind);
  if (level.opening.superscript && level.content == Content::shown) drop_footnote_mark(level.mark);
  if (level.opening.container == Container::table) tables_.pop_back();
  if (level.opening.container == Container::table_head && !tables_.empty())
    tables_.back().in_head = false;
  levels_.pop_back();
}

// "effective<sup>3</sup>": a number or one letter behind a word, a number behind a stop, a link, or
// the sign of a trade mark. "cm<sup>2</sup>" and "10<sup>th</sup>" stay.
void Composer::drop_footnote_mark(const Writer::Mark& mark) {
  constexpr std::size_t shortest_word = 4;
  constexpr std::size_t shortest_name = 3;
  const string_view view = article_.view;
  if (!writer_.in_block() || mark.view >= view.size()) return;
  const string_view raised = view.substr(mark.view);
  const bool is_sign = raised == "TM" || raised == "SM" || raised == "R";
  const bool is_letter = raised.size() == 1 && raised.front() >= 'a' && raised.front() <= 'z';
  const bool is_number =
      raised.find_first_not_of("0123456789,[]* \u2020\u2021\u2013-") == string_view::npos;
  if (!is_sign && !is_letter && !is_number) return;
  const bool links = is_number && article_.inlines.size() > mark.inlines;
  std::size_t letters = 0;
  std::size_t at = mark.view;
  while (at > 0 && letters < shortest_word) {
    const base::CodePoint point = base::decode_before(view, at);
    if (!base::is_letter(point.value)) break;
    at -= point.length;
    ++letters;
  }
  const bool after_stop = is_number && letters == 0 && at > 0 &&
                          string_view(".,;:!?)\"'").find(view[at - 1]) != string_view::npos;
  const std::size_t enough = is_sign ? shortest_name : shortest_word;
  if (links || letters >= enough || after_stop) writer_.cut(mark);
}

void Composer::begin_block() {
  Level& level = levels_.back();
  Level& holder = levels_[level.holder];
  Block block = level.block;
  const bool plain = !has(block.scopes, Scope::heading) && !has(block.scopes, Scope::caption) &&
                     !has(block.scopes, Scope::title) && !has(block.scopes, Scope::summary);
  const bool in_item = holder.opening.container == Container::item && holder.blocks == 0;
  const bool in_cell =
      holder.opening.container == Container::cell || holder.opening.container == Container::list;
  if (plain && !in_item && !in_cell) block.scopes = block.scopes | Scope::paragraph;
  block.starts_item = starts_item_;
  ++holder.blocks;
  pending_ = Break::none;
  writer_.begin_block(block);
}

void Composer::end_block() {
  flush_mask();
  while (levels_.back().opening.container == Container::inline_text) pop();
  pending_ = Break::none;
  if (writer_.in_block()) {
    const std::uint32_t block = writer_.end_block();
    if (block == no_block) {
      --levels_[levels_.back().holder].blocks;
    } else {
      starts_item_ = false;
      finish_header(block);
    }
  }
  if (!alt_texts_.empty() && alt_depth_ == 0) flush_alt_texts();
}

// The first block of a header cell is the header of its columns.
void Composer::finish_header(std::uint32_t block) {
  const Level& cell = levels_[levels_.back().holder];
  if (cell.opening.container != Container::cell || !cell.opening.header || cell.blocks > 1 ||
      tables_.empty())
    return;
  std::vector<std::uint32_t>& headers = tables_.back().headers;
  const std::uint32_t end = std::min(cell.column + cell.opening.columns, widest);
  if (headers.size() < end) headers.resize(end, no_block);
  for (std::uint32_t column = cell.column; column < end; ++column) headers[column] = block;
}

// Makes ready for text to be written to the block; false when the text goes elsewhere or nowhere.
bool Composer::may_write(Span text) {
  if (is_hidden()) return false;
  if (levels_.back().content == Content::noun) {
    if (text.of(text_).find_first_not_of(" \t\r\n") == string_view::npos) return false;
    mask_ = mask_.empty() ? text : Span{mask_.begin, text.end};
    return false;
  }
  if (!writer_.in_block()) begin_block();
  if (pending_ != Break::none) resolve_break(text.begin);
  reached_ = text.end;
  return true;
}

void Composer::text(Span text) {
  if (alt_depth_ > 0) return add_alt_text(text, {});
  if (!writer_.in_block()) {
    while (!text.empty() && is_space(text_[text.begin])) ++text.begin;
  }
  if (!text.empty() && may_write(text)) write(text);
}

void Composer::write(Span text) {
  const string_view characters = text.of(text_);
  const std::uint32_t source = map_.source(text.begin);
  const bool own = text_.data() != file_.data();
  if (own && file_.substr(std::min<std::size_t>(source, file_.size()), text.size()) != characters)
    return;
  writer_.text(source, characters);
}

void Composer::decoded(Span text, string_view characters) {
  if (alt_depth_ > 0) {
    add_alt_text(text, characters);
  } else if (may_write(text)) {
    writer_.decoded(map_.source(text), characters);
  }
}

void Composer::text_with_references(Span text, ReferenceRules rules) {
  const string_view bytes = text_.substr(0, text.end);
  std::uint32_t begin = text.begin;
  for (std::size_t at = bytes.find('&', begin); at != string_view::npos;) {
    const Reference found = reference_at(bytes, at, rules);
    const auto offset = static_cast<std::uint32_t>(at);
    if (found.length > 0) {
      if (offset > begin) this->text({begin, offset});
      begin = offset + found.length;
      decoded({offset, begin}, found.text);
    }
    at = bytes.find('&', std::max<std::size_t>(begin, at + 1));
  }
  if (begin < text.end) this->text({begin, text.end});
}

void Composer::space(Span text) {
  if (levels_.back().content == Content::shown && writer_.in_block())
    writer_.space(map_.source(text));
}

void Composer::soft_break() {
  if (alt_depth_ > 0) {
    alt_break_ = true;
  } else {
    pending_ = std::max(pending_, Break::soft);
  }
}

void Composer::line_break(Span text) {
  if (levels_.back().content == Content::shown && writer_.in_block())
    writer_.line_break(map_.source(text));
}

void Composer::mask(Span text) {
  if (alt_depth_ == 0 && may_write(text)) writer_.mask(map_.source(text));
}

void Composer::begin_inline(InlineKind kind) {
  if (levels_.back().content != Content::shown || alt_depth_ > 0) return;
  if (!writer_.in_block()) begin_block();
  writer_.begin_inline(kind);
}

void Composer::end_inline(InlineKind kind) {
  if (levels_.back().content == Content::shown && alt_depth_ == 0) writer_.end_inline(kind);
}

void Composer::flush_mask() {
  if (mask_.empty()) return;
  if (!writer_.in_block()) begin_block();
  if (pending_ != Break::none) resolve_break(mask_.begin);
  writer_.mask(map_.source(mask_));
  reached_ = mask_.end;
  mask_ = {};
}

// Writes the break that stands somewhere before `next`: the first line end behind the text before
// it.
void Composer::resolve_break(std::uint32_t next) {
  const Break pending = std::exchange(pending_, Break::none);
  if (!writer_.has_text() || next <= reached_) return;
  const string_view gap = Span{reached_, next}.of(text_);
  const std::size_t at = gap.find_first_of("\r\n");
  Span found{reached_, next};
  if (at != string_view::npos) {
    found.begin = reached_ + static_cast<std::uint32_t>(at);
    found.end = found.begin + (gap.substr(at).starts_with("\r\n") ? 2 : 1);
  }
  if (pending == Break::hard) {
    writer_.line_break(map_.source(found));
  } else {
    writer_.space(map_.source(found));
  }
}

void Composer::make_admonition() {
  Level& level = levels_.back();
  if (level.opening.container != Container::quote || level.blocks > 0 || writer_.in_block()) return;
  const Level& around = levels_[levels_.size() - 2];
  level.block.scopes = around.block.scopes;
  level.block.quote_depth = around.block.quote_depth;
}

void Composer::begin_alt_text() {
  if (alt_depth_++ > 0 || levels_.back().content != Content::shown) return;
  alt_break_ = false;
  alt_texts_.push_back({.begins = true});
}

void Composer::add_alt_text(Span text, string_view characters) {
  if (levels_.back().content != Content::shown) return;
  alt_texts_.push_back({text, std::string(characters), false, std::exchange(alt_break_, false)});
}

void Composer::flush_alt_texts() {
  for (const AltText& piece : alt_texts_) {
    if (piece.begins) {
      writer_.begin_block({.scopes = set_of(Scope::alt_text)});
      continue;
    }
    const Span source = map_.source(piece.text);
    if (piece.spaced) writer_.space({source.begin, source.begin});
    if (piece.characters.empty()) {
      write(piece.text);
    } else {
      writer_.decoded(source, piece.characters);
    }
  }
  writer_.end_block();
  alt_texts_.clear();
}

void Composer::comment(Span whole, Span inside) {
  const Span source = map_.source(whole);
  article_.comments.push_back({source, std::string(inside.of(text_)), no_block});
}

}  // namespace linter::prose
