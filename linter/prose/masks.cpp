#include "linter/prose/masks.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <optional>
#include <span>

#include "linter/base/span.h"
#include "linter/prose/addresses.h"
#include "linter/prose/lanes.h"

namespace linter::prose {
namespace {

using base::Span;
using std::string_view;

constexpr std::size_t npos = string_view::npos;
constexpr std::size_t longest_name = 80;  // between the marks of a placeholder

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}
bool is_space(char c) {
  return c == ' ' || c == '\n';
}
bool is_alnum(char c) {
  return is_digit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
         static_cast<signed char>(c) < 0;
}

// Characters that may begin something to mask, wherever they stand.
constexpr bool is_sign(unsigned char c) {
  return c == '@' || c == '/' || c == '\\' || c == '#' || c == '%' || c == '$' || c == '{' ||
         c == '[';
}
// Characters that matter only before something printable: a stop or colon inside a word, "<%", the
// figures of a hash.
constexpr bool is_inner_sign(unsigned char c, unsigned char next) {
  return ((c == '.' || c == ':') && next > ' ') || (c == '<' && next == '%') ||
         (c >= '0' && c <= '9' && next >= 'a' && next <= 'f');
}

std::size_t next_sign(string_view text, std::size_t from) {
  const auto test = [](Lanes, Lanes bytes, Lanes next) -> LaneMask {
    const LaneMask sign = (bytes == '@') | (bytes == '/') | (bytes == '\\') | (bytes == '#') |
                          (bytes == '%') | (bytes == '$') | (bytes == '{') | (bytes == '[');
    const LaneMask inner = ((bytes == '.') | (bytes == ':')) & (next > ' ');
    const LaneMask hash = ((bytes - '0') < 10) & ((next - 'a') < 6);
    return sign | inner | hash | ((bytes == '<') & (next == '%'));
  };
  const auto test_one = [&](std::size_t at) {
    const auto c = static_cast<unsigned char>(text[at]);
    const auto next = static_cast<unsigned char>(at + 1 < text.size() ? text[at + 1] : ' ');
    return is_sign(c) || is_inner_sign(c, next);
  };
  return find_lane(text, from, test, test_one);
}

// The scan of one block. `floor_` is where the last thing that was looked at ended: nothing is
// looked at twice.
class Scan {
 public:
  Scan(string_view text, std::vector<Mask>& found) : text_(text), found_(found) {}
  void run();

 private:
  [[nodiscard]] std::optional<Mask> construct(std::size_t at);
  [[nodiscard]] std::optional<Mask> brace(std::size_t at);
  [[nodiscard]] std::optional<Mask> attributes(std::size_t at);
  [[nodiscard]] std::optional<Mask> pairs(std::size_t at);
  [[nodiscard]] std::optional<Mask> bracket(std::size_t at) const;
  [[nodiscard]] std::optional<Mask> math(std::size_t at);
  [[nodiscard]] std::optional<Mask> placeholder(std::size_t at, string_view close) const;
  [[nodiscard]] std::optional<Mask> closed(std::size_t at, string_view close, bool noun);
  void word(std::size_t at);
  [[nodiscard]] std::size_t url_end(std::size_t begin) const;
  void add(Mask mask);

  // Where a closing mark stands next; remembered, so that many openers before one closer cost one
  // search. `from` never goes back.
  [[nodiscard]] std::size_t find_close(string_view mark, std::size_t from);

  string_view text_;
  std::vector<Mask>& found_;
  std::size_t floor_ = 0;
  struct Close {
    string_view mark;
    std::size_t at = npos;
  };
  std::array<Close, 8> closes_{};
  std::size_t close_count_ = 0;
};

std::size_t Scan::find_close(string_view mark, std::size_t from) {
  for (Close& close : std::span(closes_).first(close_count_)) {
    if (close.mark != mark) continue;
    if (close.at < from) close.at = text_.find(mark, from);
    return close.at;
  }
  const std::size_t at = text_.find(mark, from);
  if (close_count_ < closes_.size()) closes_[close_count_++] = {mark, at};
  return at;
}

void Scan::add(Mask mask) {
  found_.push_back(mask);
  floor_ = mask.text.end;
}

Mask mask_of(std::size_t begin, std::size_t end, bool noun) {
  return {Span{static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)}, noun};
}

std::optional<Mask> Scan::closed(std::size_t at, string_view close, bool noun) {
  const std::size_t end = find_close(close, at + 2);
  if (end == npos) return std::nullopt;
  const bool alone =
      at == 0 && end + close.size() == text_.size();  // a block of its own: nothing to read
  return mask_of(at, end + close.size(), noun && !alone);
}

// "{{ x }}", "{% x %}", "{# x #}", "{/* x */}", "{name}", and attributes behind a heading.
std::optional<Mask> Scan::brace(std::size_t at) {
  const string_view rest = text_.substr(at);
  if (rest.starts_with("{{")) return closed(at, "}}", true);
  if (rest.starts_with("{%")) return closed(at, "%}", false);
  if (rest.starts_with("{/*")) return closed(at, "*/}", false);
  if (auto found = attributes(at)) return found;
  if (rest.starts_with("{#")) return closed(at, "#}", false);
  std::size_t end = at + 1;
  while (end < text_.size() && (is_alnum(text_[end]) || text_[end] == '_' || text_[end] == '.'))
    ++end;
  const bool named = end > at + 1 && end < text_.size() && text_[end] == '}';
  return named ? std::optional(mask_of(at, end + 1, true)) : std::nullopt;
}

// "{#id .class key=value}", "{key="value"}" or "{: .class}" at the end of the block, "{#id}",
// "{.class}" and "{:style="float: left"}" anywhere.
std::optional<Mask> Scan::attributes(std::size_t at) {
  const string_view rest = text_.substr(at);
  const bool marked = rest.size() > 3 && (rest[1] == '#' || rest[1] == '.' || rest[1] == ':');
  if (!marked) return pairs(at);
  const bool list = rest[1] == ':' && !is_space(rest[2]);
  if (!list && is_space(rest[2]) != (rest[1] == ':')) return std::nullopt;
  const std::size_t end = find_close("}", at);
  if (end == npos) return std::nullopt;
  const bool valued = text_.substr(at, end - at).contains("=\"");
  if (list) return valued ? std::optional(mask_of(at, end + 1, false)) : std::nullopt;
  const bool at_end = end + 1 == text_.size();
  const bool one_word = end - at < longest_name && text_.substr(at, end - at).find(' ') == npos;
  return at_end || one_word ? std::optional(mask_of(at, end + 1, false)) : std::nullopt;
}

// "{key="value" …}" at the end of the block.
std::optional<Mask> Scan::pairs(std::size_t at) {
  std::size_t name_end = at + 1;
  while (name_end < text_.size() && (is_alnum(text_[name_end]) || text_[name_end] == '-'))
    ++name_end;
  const bool pair = name_end > at + 1 && text_.substr(name_end, 2) == "=\"";
  if (!pair || find_close("}", at) + 1 != text_.size()) return std::nullopt;
  return mask_of(at, text_.size(), false);
}

// "[^1]", and "[[toc]]" or "[TOC]" when it stands alone.
std::optional<Mask> Scan::bracket(std::size_t at) const {
  const string_view rest = text_.substr(at, longest_name);
  if (rest.starts_with("[^")) {
    const std::size_t end = rest.find_first_of(" ]\n", 2);
    if (end != npos && end > 2 && rest[end] == ']') return mask_of(at, at + end + 1, false);
  }
  constexpr auto tables =
      std::to_array<string_view>({"[[toc]]", "[[TOC]]", "[toc]", "[TOC]", "[[_TOC_]]"});
  if (at == 0 && std::ranges::find(tables, text_) != tables.end())
    return mask_of(0, text_.size(), false);
  return std::nullopt;
}

// "$$ … $$" and "$x^2$": the marks hug what they hold, and money ("$5 and $10") is none.
std::optional<Mask> Scan::math(std::size_t at) {
  if (text_.substr(at).starts_with("$$")) return closed(at, "$$", true);
  if (at + 1 >= text_.size() || is_space(text_[at + 1])) return std::nullopt;
  const std::size_t end = find_close("$", at + 1);
  if (end == npos || is_space(text_[end - 1])) return std::nullopt;
  const string_view inside = text_.substr(at + 1, end - at - 1);
  const bool money = end + 1 < text_.size() && is_alnum(text_[end + 1]);
  const bool formula = inside.find_first_of("\\^_={}<>+") != npos ||
                       (inside.size() < 4 && !is_digit(inside.front()) && inside.find(' ') == npos);
  return !money && formula ? std::optional(mask_of(at, end + 1, true)) : std::nullopt;
}

// "${name}", "%(name)s": a name between two marks, nothing that could be a sentence.
std::optional<Mask> Scan::placeholder(std::size_t at, string_view close) const {
  const string_view rest = text_.substr(at, longest_name);
  const std::size_t end = rest.find(close);
  if (end == npos || rest.substr(0, end).find_first_of(" \n", 2) != npos) return std::nullopt;
  return mask_of(at, at + end + close.size(), true);
}

std::optional<Mask> Scan::construct(std::size_t at) {
  const string_view rest = text_.substr(at);
  switch (rest.front()) {
    case '{':
      return brace(at);
    case '[':
      return bracket(at);
    case '<':
      return closed(at, "%>", true);
    case '%':
      return rest.starts_with("%(") ? placeholder(at, ")s") : std::nullopt;
    case '$':
      return rest.starts_with("${") ? placeholder(at, "}") : math(at);
    default:
      return std::nullopt;
  }
}

using ByteSet = std::array<bool, 256>;

constexpr ByteSet set_of_bytes(string_view bytes) {
  ByteSet set{};
  for (const char c : bytes) set[static_cast<unsigned char>(c)] = true;
  return set;
}

bool is_in(const ByteSet& set, char c) {
  return set[static_cast<unsigned char>(c)];
}

// Characters of words that machines read. Other marks end such a word, and so do dashes and
// typographic quotes (U+2010 to U+203F), bytes E2 80 xx.
constexpr ByteSet make_word_bytes() {
  ByteSet bytes = set_of_bytes("_.@/\\~+%#$:-*");
  for (std::size_t c = 0x80; c < 256; ++c) bytes[c] = true;
  for (std::size_t c = '0'; c <= '9'; ++c) bytes[c] = true;
  for (std::size_t c = 'a'; c <= 'z'; ++c) bytes[c] = bytes[c - 'a' + 'A'] = true;
  return bytes;
}
constexpr ByteSet word_bytes = make_word_bytes();
constexpr ByteSet url_stops = set_of_bytes(" \n<>\"");
constexpr ByteSet trailing = set_of_bytes(".,;:!?'*_])}|");  // not the last character of a URL
constexpr ByteSet word_trailing = set_of_bytes(".:-+*");     // nor of another machine's word

bool in_word(string_view text, std::size_t at) {
  if (text.substr(at).starts_with("\xE2\x80")) return false;
  const bool tail = (at >= 1 && text.substr(at - 1).starts_with("\xE2\x80")) ||
                    (at >= 2 && text.substr(at - 2).starts_with("\xE2\x80"));
  return is_in(word_bytes, text[at]) && !tail;
}

std::size_t Scan::url_end(std::size_t begin) const {
  std::size_t end = begin;
  std::size_t open = 0;  // brackets opened inside
  for (std::size_t at = begin; at < text_.size(); ++at) {
    const char c = text_[at];
    if (is_in(url_stops, c) || text_.substr(at).starts_with("\xE2\x80")) break;
    if (c == '(') ++open;
    const bool closes = c == ')' && open > 0;
    if (closes) --open;
    if (closes || !is_in(trailing, c)) end = at + 1;
    if (c == ')' && !closes) break;
  }
  return end;
}

// Looks at the word around `at`.
void Scan::word(std::size_t at) {
  std::size_t begin = at;
  while (begin > floor_ && in_word(text_, begin - 1)) --begin;
  std::size_t end = at;
  while (end < text_.size() && in_word(text_, end)) ++end;
  floor_ = std::max(end, at + 1);

  const std::size_t scheme = text_.substr(begin, end - begin).find("://");
  if (scheme != npos && scheme > 1) {
    std::size_t start = begin + scheme;
    while (start > begin && (is_alnum(text_[start - 1]) || text_[start - 1] == '+')) --start;
    if (start < begin + scheme) return add(mask_of(start, url_end(begin + scheme + 3), true));
  }
  const bool shortcode = end - begin > 2 && text_[begin] == ':' && text_[end - 1] == ':';
  while (end > begin && !shortcode && is_in(word_trailing, text_[end - 1])) --end;
  while (begin < end && (text_[begin] == '-' || text_[begin] == '+')) ++begin;
  const string_view found = text_.substr(begin, end - begin);
  if (!is_machine_word(found)) return;
  const bool address = found.find('/') != npos || found.starts_with("www.");
  add(mask_of(begin, address ? std::max(end, url_end(begin)) : end, true));
}

void Scan::run() {
  for (std::size_t at = next_sign(text_, 0); at < text_.size();
       at = next_sign(text_, std::max(at + 1, floor_))) {
    if (const auto found = construct(at)) {
      add(*found);
    } else {
      word(at);
    }
  }
}

}  // namespace

void find_masks(string_view text, std::vector<Mask>& found) {
  found.clear();
  Scan(text, found).run();
}

}  // namespace linter::prose
