#include "linter/prose/plain_headings.h"

#include <algorithm>
#include <cstddef>

#include "linter/base/utf8.h"

namespace linter::prose {
namespace {

using std::string_view;

constexpr std::uint32_t widest_heading = 100;  // code points
constexpr std::ptrdiff_t most_words = 14;
constexpr std::uint32_t widest_label = 40;  // of a heading that ends with a colon

class HeadingFinder {
 public:
  HeadingFinder(std::vector<Unit>& units, const std::vector<Line>& lines, string_view bytes)
      : units_(units), lines_(lines), bytes_(bytes) {}

  void run() {
    looks_.reserve(units_.size());
    for (std::size_t i = 0; i < units_.size(); ++i) looks_.push_back(looks_like_heading(i));
    for (std::size_t i = 0; i < units_.size();) {
      std::size_t end = i;
      while (end < units_.size() && looks_[end]) ++end;
      if (end > i) settle(i, end);
      i = std::max(end, i + 1);
    }
    find_numbered();
  }

 private:
  [[nodiscard]] const Line& line(const Unit& unit) const { return lines_[unit.first]; }
  [[nodiscard]] string_view text(const Unit& unit) const { return line(unit).text.of(bytes_); }

  [[nodiscard]] bool looks_like_heading(std::size_t index) const;
  [[nodiscard]] bool stands_apart(std::size_t index) const;
  [[nodiscard]] bool is_body(std::size_t index) const;
  void settle(std::size_t begin, std::size_t end);
  void find_numbered();

  std::vector<Unit>& units_;
  const std::vector<Line>& lines_;
  string_view bytes_;
  std::vector<bool> looks_;
};

bool is_shouted(string_view text) {
  bool upper = false;
  for (std::size_t at = 0; at < text.size();) {
    const base::CodePoint point = base::decode(text, at);
    at += point.length;
    if (!base::is_letter(point.value)) continue;
    if (!base::is_upper(point.value)) return false;
    upper = true;
  }
  return upper;
}

// The first letter, past quotes and brackets; a figure counts as a capital.
bool begins_with_capital(string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const base::CodePoint point = base::decode(text, at);
    if (point.value >= '0' && point.value <= '9') return true;
    if (base::is_letter(point.value))
      return base::to_lower(point.value) != point.value || point.value > 0x2E80;
    at += point.length;
  }
  return false;
}

bool has_letter(string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const base::CodePoint point = base::decode(text, at);
    if (base::is_letter(point.value)) return true;
    at += point.length;
  }
  return false;
}

// One line, short, begun like a heading, without a final stop.
bool reads_as_heading(const Line& line, string_view bytes) {
  const string_view text = line.text.of(bytes);
  if (line.width > widest_heading || std::ranges::count(text, ' ') >= most_words) return false;
  if (!begins_with_capital(text) || !has_letter(text)) return false;
  if (is_shouted(text)) return text.back() != '.' && text.back() != ',';
  if (text.back() == ',' || text.find('\t') != string_view::npos) return false;
  return text.back() == '?' || text.back() == ':' || !ends_as_sentence(text);
}

bool HeadingFinder::looks_like_heading(std::size_t index) const {
  const Unit& unit = units_[index];
  if (unit.kind != LineKind::text || unit.end - unit.first != 1 || line(unit).quotes > 0)
    return false;
  if (line(unit).indent > 0 && index > 0 && units_[index - 1].kind == LineKind::item) return false;
  if (!reads_as_heading(line(unit), bytes_) || !stands_apart(index)) return false;
  // "Side effects:" is a heading before a paragraph; before a list it introduces it
  const bool introduces = index + 1 < units_.size() && units_[index + 1].kind == LineKind::item;
  return text(unit).back() != ':' || (!introduces && line(unit).width <= widest_label);
}

// Whether what stands before and behind the unit leaves it by itself.
bool HeadingFinder::stands_apart(std::size_t index) const {
  const Unit& unit = units_[index];
  const bool before = index == 0 || unit.blank_before || units_[index - 1].kind != LineKind::text ||
                      ends_as_sentence(lines_[units_[index - 1].end - 1].text.of(bytes_));
  if (!before) return false;
  if (index + 1 == units_.size()) return true;
  const Unit& next = units_[index + 1];
  const bool longer =
      line(next).width > line(unit).width + line(unit).width / 2 || next.end - next.first > 1;
  return next.blank_before || next.kind != LineKind::text || longer || text(unit).back() == '?';
}

// Text that a heading can stand over.
bool HeadingFinder::is_body(std::size_t index) const {
  if (index >= units_.size()) return false;
  const Unit& unit = units_[index];
  return unit.kind != LineKind::text || unit.end - unit.first > 1 ||
         line(unit).width > widest_heading || ends_as_sentence(text(unit));
}

// [begin, end) all look like headings. Two in a row are a heading and its first subheading; more
// are a list without markers, under which only the last can be one.
void HeadingFinder::settle(std::size_t begin, std::size_t end) {
  const bool is_title = begin == 0 && units_.size() > 1 && text(units_[0]).back() != ':';
  if (is_title) {
    units_[0].kind = LineKind::heading;
    units_[0].level = 1;
    if (++begin == end) return;
  }
  if (!is_body(end)) return;
  const std::size_t from = end - begin > 2 ? end - 1 : begin;
  for (std::size_t i = from; i < end; ++i) {
    units_[i].kind = LineKind::heading;
    units_[i].level = 2;
  }
}

// "1. Before the treatment" over a paragraph, and the numbers that follow it.
void HeadingFinder::find_numbered() {
  std::uint32_t reached = 0;  // the number of the last such heading
  for (std::size_t i = 0; i + 1 < units_.size(); ++i) {
    Unit& unit = units_[i];
    if (unit.kind != LineKind::item || !line(unit).ordered) continue;
    const Unit& next = units_[i + 1];
    const bool over_text = next.kind == LineKind::text && line(next).indent <= line(unit).indent;
    const bool in_order =
        line(unit).number == 1 || (reached > 0 && line(unit).number == reached + 1);
    if (!over_text || !in_order || unit.end - unit.first != 1 || line(unit).indent > 0) continue;
    if (!reads_as_heading(line(unit), bytes_) || text(unit).back() == ':') continue;
    unit.kind = LineKind::heading;
    unit.level = 2;
    reached = line(unit).number;
  }
}

}  // namespace

void find_headings(std::vector<Unit>& units, const std::vector<Line>& lines, string_view bytes) {
  HeadingFinder(units, lines, bytes).run();
}

}  // namespace linter::prose
