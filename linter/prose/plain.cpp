#include "linter/prose/plain.h"

#include <algorithm>
#include <cstddef>
#include <string_view>
#include <vector>

#include "linter/prose/outline.h"
#include "linter/prose/plain_headings.h"
#include "linter/prose/plain_lines.h"
#include "linter/prose/writer.h"

namespace linter::prose {
namespace {

using std::string_view;

constexpr std::uint32_t deepest = 255;

class PlainReader {
 public:
  PlainReader(string_view bytes, std::uint32_t begin, Article& article)
      : bytes_(bytes), article_(article), writer_(article), lines_(plain_lines(bytes, begin)) {}

  void run() {
    wrap_width_ = wrap_width(lines_, bytes_);
    demote_false_items(lines_, wrap_width_, bytes_);
    gather_units();
    find_headings(units_, lines_, bytes_);
    for (std::size_t i = 0; i < units_.size();) {
      const std::size_t end = table_end(i);
      if (end > i) {
        write_table(i, end);
        i = end;
      } else {
        write_unit(units_[i++]);
      }
    }
    if (!units_.empty() && units_.front().kind == LineKind::heading && !article_.blocks.empty())
      article_.title = 0;
    connect_blocks(article_);
  }

 private:
  struct OpenList {
    std::uint32_t indent = 0;
    bool ordered = false;
    std::uint32_t group = 0;
  };

  void gather_units();
  void underline(const Line& line);
  void add_comment(const Line& line);
  void open_list(const Line& line);
  [[nodiscard]] Block block_for(const Unit& unit);
  void write_unit(const Unit& unit);
  void write_line(Span text);
  [[nodiscard]] std::size_t table_end(std::size_t begin) const;
  void write_table(std::size_t begin, std::size_t end);

  string_view bytes_;
  Article& article_;
  Writer writer_;
  std::vector<Line> lines_;
  std::vector<Unit> units_;
  std::vector<OpenList> lists_;
  std::uint32_t wrap_width_ = 0;
  std::uint32_t groups_ = 0;
};

void PlainReader::gather_units() {
  bool blank = false;
  for (std::uint32_t i = 0; i < lines_.size(); ++i) {
    const Line& line = lines_[i];
    if (line.kind == LineKind::comment) add_comment(line);
    if (line.kind == LineKind::underline) underline(line);
    const bool read = line.kind == LineKind::text || line.kind == LineKind::item ||
                      line.kind == LineKind::heading;
    if (!read) {
      blank = true;
      continue;
    }
    if (!blank && !units_.empty() && continues(lines_[i - 1], line, wrap_width_, bytes_)) {
      units_.back().end = i + 1;
    } else {
      units_.push_back({i, i + 1, line.kind,
                        line.kind == LineKind::heading ? line.level : std::uint8_t{0}, blank});
    }
    blank = false;
  }
}

// Makes a heading of the one line above; a rule of dashes may also stand right under a paragraph.
void PlainReader::underline(const Line& line) {
  Unit& unit = units_.back();
  const string_view text = lines_[unit.first].text.of(bytes_);
  const bool rule = line.level == 2 && text.back() != '?' && ends_as_sentence(text);
  if (unit.end - unit.first > 1 || rule) return;
  unit.kind = LineKind::heading;
  unit.level = line.level;
}

void PlainReader::add_comment(const Line& line) {
  string_view inside = line.text.of(bytes_);
  const bool bracketed = inside.starts_with('[');
  inside.remove_prefix(bracketed ? 1 : 4);
  inside.remove_suffix(std::min<std::size_t>(inside.size(), bracketed ? 1 : 3));
  article_.comments.push_back({line.text, std::string(inside), no_block});
}

// Makes the list that an item belongs to the innermost one.
void PlainReader::open_list(const Line& line) {
  while (!lists_.empty() && lists_.back().indent > line.indent) lists_.pop_back();
  const bool sibling = !lists_.empty() && lists_.back().indent == line.indent;
  if (sibling && lists_.back().ordered == line.ordered) return;
  if (sibling) lists_.pop_back();
  lists_.push_back({line.indent, line.ordered, ++groups_});
}

Block PlainReader::block_for(const Unit& unit) {
  const Line& line = lines_[unit.first];
  Block block{.level = unit.level, .quote_depth = line.quotes};
  const bool below_item =
      unit.kind == LineKind::text && !lists_.empty() && line.indent > lists_.back().indent;
  if (unit.kind == LineKind::item) {
    open_list(line);
  } else if (!below_item) {
    lists_.clear();
  }
  Scopes scopes = line.quotes > 0 ? set_of(Scope::quote) : Scopes{0};
  if (!lists_.empty()) {
    scopes = scopes | Scope::list;
    block.list_depth = static_cast<std::uint8_t>(std::min<std::size_t>(lists_.size(), deepest));
    block.ordered = lists_.back().ordered;
    block.group = lists_.back().group;
    block.starts_item = unit.kind == LineKind::item;
  }
  if (unit.kind == LineKind::heading) scopes = scopes | Scope::heading;
  if (unit.kind == LineKind::text) scopes = scopes | Scope::paragraph;
  block.scopes = scopes;
  return block;
}

void PlainReader::write_unit(const Unit& unit) {
  writer_.begin_block(block_for(unit));
  for (std::uint32_t i = unit.first; i < unit.end; ++i) {
    if (i > unit.first) writer_.space(lines_[i - 1].ending);
    write_line(lines_[i].text);
  }
  writer_.end_block();
}

// Without the ** of a text pasted from Markdown, when they come in pairs.
void PlainReader::write_line(Span text) {
  constexpr string_view mark = "**";
  const string_view line = text.of(bytes_);
  std::size_t marks = 0;
  for (std::size_t at = line.find(mark); at != string_view::npos;
       at = line.find(mark, at + mark.size()))
    ++marks;
  std::size_t begin = 0;
  for (std::size_t at = line.find(mark); marks % 2 == 0 && at != string_view::npos;
       at = line.find(mark, begin)) {
    writer_.text(text.begin + static_cast<std::uint32_t>(begin), line.substr(begin, at - begin));
    begin = at + mark.size();
  }
  writer_.text(text.begin + static_cast<std::uint32_t>(begin), line.substr(begin));
}

std::ptrdiff_t tabs(string_view text) {
  return std::ranges::count(text, '\t');
}

// The end of the table that starts with the unit `begin`: two or more lines with equally many tabs;
// `begin` when there is none.
std::size_t PlainReader::table_end(std::size_t begin) const {
  const auto cells = [&](std::size_t index) {
    const Unit& unit = units_[index];
    return unit.kind == LineKind::text && unit.end - unit.first == 1
               ? tabs(lines_[unit.first].text.of(bytes_))
               : 0;
  };
  const std::ptrdiff_t wanted = cells(begin);
  if (wanted == 0) return begin;
  std::size_t end = begin + 1;
  while (end < units_.size() && !units_[end].blank_before && cells(end) == wanted) ++end;
  return end > begin + 1 ? end : begin;
}

void PlainReader::write_table(std::size_t begin, std::size_t end) {
  lists_.clear();
  ++groups_;
  std::vector<std::uint32_t> headers;
  for (std::size_t row = begin; row < end; ++row) {
    const Span line = lines_[units_[row].first].text;
    std::size_t column = 0;
    for (std::uint32_t at = line.begin; at <= line.end; ++column) {
      const string_view rest = Span{at, line.end}.of(bytes_);
      const string_view cell = rest.substr(0, rest.find('\t'));
      const bool is_header = row == begin;
      writer_.begin_block(
          {.scopes = set_of(Scope::table),
           .starts_item = column == 0,
           .table_header = is_header || column >= headers.size() ? no_block : headers[column],
           .group = groups_});
      writer_.text(at, cell);
      const std::uint32_t written = writer_.end_block();
      if (is_header) headers.push_back(written);
      at += static_cast<std::uint32_t>(cell.size()) + 1;
    }
  }
}

}  // namespace

base::Result<void> read_plain(const source::Source& source, const ReadOptions& /*options*/,
                              Article& article) {
  article.clear();
  PlainReader(source.bytes, source.text_begin(), article).run();
  return {};
}

}  // namespace linter::prose
