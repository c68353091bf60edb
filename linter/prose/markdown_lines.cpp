#include "linter/prose/markdown_lines.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <vector>

#include "linter/prose/elements.h"
#include "linter/prose/jsx.h"
#include "linter/prose/lanes.h"

namespace linter::prose {
namespace {

using std::string_view;

constexpr std::size_t npos = string_view::npos;
constexpr std::uint32_t indent_step = 4;

bool is_blank(char c) {
  return c == ' ' || c == '\t';
}
bool is_name(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' ||
         c == '-';
}

string_view trimmed(string_view text) {
  const std::size_t begin = text.find_first_not_of(" \t\r\n");
  if (begin == npos) return {};
  return text.substr(begin, text.find_last_not_of(" \t\r\n") + 1 - begin);
}

// Where the first line end at or after `at` is; text.size() when there is none.
std::size_t line_end(string_view text, std::size_t at) {
  return std::min(text.find('\n', at), text.size());
}

// The length of "[^label]:" at the front of `line`; 0 when it is none.
std::size_t footnote_mark(string_view line) {
  if (!line.starts_with("[^")) return 0;
  const std::size_t close = line.find_first_of("] \t", 2);
  const bool marks = close != npos && close > 2 && line.substr(close).starts_with("]:");
  return marks ? close + 2 : 0;
}

// `line` is one template tag and nothing else.
bool is_lone_tag(string_view line) {
  const string_view tag = trimmed(line);
  const bool braces = tag.starts_with("{{") && tag.find("}}") == tag.size() - 2 && tag.size() >= 4;
  const bool percent = tag.starts_with("{%") && tag.find("%}") == tag.size() - 2 && tag.size() >= 4;
  return braces || percent;
}

// `line` begins a template tag that goes on below it.
bool is_open_tag(string_view line) {
  return (line.starts_with("{{") && line.find("}}") == npos) ||
         (line.starts_with("{%") && line.find("%}") == npos);
}

// What closes the template tag that `line` begins.
string_view close_of_tag(string_view line) {
  if (line.starts_with("{{<")) return ">}}";
  return line.starts_with("{{") ? "}}" : "%}";
}

// `line` begins with a tag that may have expressions for values, as people write JSX in Markdown.
bool may_begin_jsx(string_view line) {
  const bool named =
      line.size() > 1 && line[0] == '<' && (line[1] | 0x20) >= 'a' && (line[1] | 0x20) <= 'z';
  return named && (line.find("={") != npos || line.find('>') == npos);
}

// "!!! note", "??? tip", "???+ tip", "=== "Tab"": the length of the mark, 0 when it is none.
std::size_t admonition_mark(string_view line) {
  for (const string_view mark : {"!!! ", "??? ", "???+ "}) {
    if (line.starts_with(mark) && line.size() > mark.size() && is_name(line[mark.size()]))
      return mark.size();
  }
  return line.starts_with("=== \"") ? 4 : 0;
}

// A table's line below its header with columns of less than three dashes, which the parser does not
// take: "|-|:-:|".
bool is_short_delimiter(string_view line) {
  bool short_run = false;
  bool bars = false;
  for (std::size_t at = 0; at < line.size();) {
    const char c = line[at];
    std::size_t end = at + 1;
    if (c == '-') {
      while (end < line.size() && line[end] == '-') ++end;
      short_run = short_run || end - at < 3;
    } else if (c != '|' && c != ':' && !is_blank(c) && c != '\r') {
      return false;
    }
    bars = bars || c == '|';
    at = end;
  }
  return short_run && bars;
}

// ": what the term above means"
bool is_definition(string_view line) {
  return line.size() > 2 && line[0] == ':' && is_blank(line[1]) && !trimmed(line.substr(1)).empty();
}

// `line` is tags and nothing else.
bool is_lone_markup(string_view line) {
  line = trimmed(line);
  while (line.starts_with('<')) {
    const std::size_t close = line.find('>');
    if (close == npos || line.starts_with("<!--")) return false;
    line = trimmed(line.substr(close + 1));
    if (line.empty()) return true;
  }
  return false;
}

// `line` has no indentation.
bool is_special(string_view line) {
  switch (line.empty() ? '\0' : line.front()) {
    case ':':
      return line.starts_with(":::") || is_definition(line) || is_short_delimiter(line);
    case '[':
      return footnote_mark(line) > 0;
    case '!':
    case '?':
    case '=':
      return admonition_mark(line) > 0;
    case '{':
      return is_lone_tag(line) || is_open_tag(line);
    case '<':
      return may_begin_jsx(line);
    case '|':
    case '-':
      return is_short_delimiter(line);
    default:
      return false;
  }
}

// Whether a line that begins with `c` may ask for preparation.
constexpr bool may_begin_special(unsigned char c) {
  return c == ':' || c == '[' || c == '!' || c == '?' || c == '=' || c == '{' || c == '|' ||
         c == '-' || c == '<' || c == ' ' || c == '\t';
}

// The end of the first line at or after `at` below which a line begins so; the last line's when
// there is none.
std::size_t next_candidate(string_view bytes, std::size_t at) {
  const auto test = [](Lanes, Lanes line_end, Lanes next) -> LaneMask {
    const LaneMask no_letter = ((next | 0x20) - 'a') >= 26;
    return (line_end == '\n') & (next != '\n') & no_letter;
  };
  const auto test_one = [&](std::size_t offset) { return bytes[offset] == '\n'; };
  return find_lane(bytes, at, test, test_one);
}

// Whether any line from `begin` on asks for preparation. Most lines are told by their first
// character.
bool asks_for_preparation(string_view bytes, std::size_t begin, Dialect dialect) {
  for (std::size_t at = begin; at < bytes.size(); at = next_candidate(bytes, at) + 1) {
    while (at < bytes.size() && is_blank(bytes[at])) ++at;
    if (at == bytes.size() || !may_begin_special(static_cast<unsigned char>(bytes[at]))) continue;
    const string_view line = bytes.substr(at, line_end(bytes, at) - at);
    if (is_special(line) || (dialect == Dialect::mdx && is_lone_markup(line))) return true;
  }
  return false;
}

// Template tags whose content is not prose.
constexpr std::array code_tags = std::to_array<string_view>(
    {"code", "code-toggle", "codeblock", "comment", "highlight", "math", "mermaid", "prism"});

constexpr int most_failures = 16;  // tags that are never closed, before they are taken for text

class Preparer {
 public:
  Preparer(string_view bytes, std::uint32_t begin, Dialect dialect)
      : bytes_(bytes), at_(begin), dialect_(dialect) {
    out_.own.reserve(bytes.size() + 64);
  }

  PreparedText run() {
    while (at_ < bytes_.size()) {
      const std::size_t begin = at_;
      const std::size_t end = line_end(bytes_, begin);
      at_ = end + 1;
      line(begin, end);
    }
    close_levels(0);
    return std::move(out_);
  }

 private:
  // A footnote or an admonition: what belongs to it is indented by a step more than its mark.
  struct Level {
    std::uint32_t indent = 0;
    bool footnote = false;
  };

  void line(std::size_t begin, std::size_t end);
  [[nodiscard]] bool fenced(string_view text);
  [[nodiscard]] bool special(std::size_t begin, std::size_t first, std::size_t end);
  void keep(std::size_t begin, std::size_t end);
  void title(std::size_t begin, std::size_t first, string_view title);
  void directive(std::size_t begin, std::size_t first, string_view text);
  void delimiter(string_view text);
  void definition(std::size_t begin, std::size_t first, std::size_t end);
  [[nodiscard]] bool template_tag(std::size_t first, std::size_t end);
  void skip_code(string_view opening, string_view name);
  [[nodiscard]] bool jsx_tag(std::size_t begin, std::size_t first);
  void close_levels(std::size_t remaining);
  void blank() { out_.own += '\n'; }

  string_view bytes_;
  std::size_t at_;  // the next line
  Dialect dialect_;
  PreparedText out_;
  std::vector<Level> levels_;
  string_view fence_;                  // the mark that opened it, while in fenced code
  std::size_t skip_until_ = 0;         // where what is dropped ends
  std::size_t no_template_until_ = 0;  // no template tag over several lines ends before
  std::vector<string_view> unclosed_;  // code tags that nothing closes
  int failures_ = 0;
  bool after_blank_ = true;  // the line above is blank
};

void Preparer::keep(std::size_t begin, std::size_t end) {
  if (begin == end) return;
  out_.map.add(static_cast<std::uint32_t>(out_.own.size()), static_cast<std::uint32_t>(begin),
               static_cast<std::uint32_t>(end - begin));
  out_.own += bytes_.substr(begin, end - begin);
}

void Preparer::close_levels(std::size_t remaining) {
  while (levels_.size() > remaining) {
    if (levels_.back().footnote) {
      out_.own += "\n\n</";
      out_.own += footnote_element;
      out_.own += ">\n\n";
    }
    levels_.pop_back();
  }
}

void Preparer::line(std::size_t begin, std::size_t end) {
  std::uint32_t indent = 0;
  std::size_t first = begin;
  for (; first < end && is_blank(bytes_[first]); ++first)
    indent += bytes_[first] == '\t' ? indent_step : 1;
  const string_view text = trimmed(bytes_.substr(first, end - first));
  if (begin < skip_until_) return;
  if (text.empty()) {
    blank();
    after_blank_ = true;
    return;
  }
  const bool lazy =
      !after_blank_ && !levels_.empty() && levels_.back().footnote && !is_special(text);
  std::size_t depth = levels_.size();
  while (!lazy && depth > 0 && indent < levels_[depth - 1].indent + indent_step) --depth;
  if (depth < levels_.size()) close_levels(depth);

  // what belongs to the levels stands as many steps deeper
  std::size_t flush = begin;
  for (std::uint32_t columns = 0; flush < first && columns < levels_.size() * indent_step;
       ++flush) {
    columns += bytes_[flush] == '\t' ? indent_step : 1;
  }
  after_blank_ = false;
  if (!fenced(text) && special(flush, first, end)) return;
  keep(flush, std::min(end + 1, bytes_.size()));
}

// Whether the line belongs to fenced code; keeps track of where that begins and ends.
bool Preparer::fenced(string_view text) {
  while (fence_.empty() &&
         (text.starts_with("> ") || text.starts_with("- ") || text.starts_with("* "))) {
    text = trimmed(text.substr(2));
  }
  const char sign = text.empty() ? ' ' : text.front();
  const std::size_t length = std::min(text.find_first_not_of(sign), text.size());
  const bool marks = (sign == '`' || sign == '~') && length >= 3;
  if (fence_.empty()) {
    if (!marks || (sign == '`' && text.find('`', length) != npos)) return false;
    fence_ = text.substr(0, length);
  } else if (marks && sign == fence_.front() && length >= fence_.size() && length == text.size()) {
    fence_ = {};
  }
  return true;
}

bool Preparer::special(std::size_t begin, std::size_t first, std::size_t end) {
  const string_view text = bytes_.substr(first, end - first);
  if (const std::size_t mark = footnote_mark(text); mark > 0) {
    close_levels(0);
    levels_.push_back({0, true});
    out_.own += "\n\n<";
    out_.own += footnote_element;
    out_.own += ">\n\n";
    const std::size_t body = std::min(text.find_first_not_of(" \t", mark), text.size());
    keep(first + body, std::min(end + 1, bytes_.size()));
    return true;
  }
  if (const std::size_t mark = admonition_mark(text); mark > 0) {
    const auto indent = static_cast<std::uint32_t>(first - begin + levels_.size() * indent_step);
    levels_.push_back({indent, false});
    const std::size_t quote = text.find('"', mark);
    const std::size_t close = quote == npos ? npos : text.find('"', quote + 1);
    title(begin, first, close == npos ? string_view() : text.substr(quote + 1, close - quote - 1));
    return true;
  }
  if (text.starts_with(":::")) {
    directive(begin, first, text);
    return true;
  }
  if (is_short_delimiter(text)) {
    delimiter(text);
    return true;
  }
  if (is_definition(text)) {
    definition(begin, first, end);
    return true;
  }
  if (dialect_ == Dialect::mdx && is_lone_markup(text)) {
    blank();
    keep(begin, end);
    out_.own += "\n\n";
    after_blank_ = true;
    return true;
  }
  if (dialect_ == Dialect::markdown && may_begin_jsx(text)) return jsx_tag(begin, first);
  return template_tag(first, end);
}

// A template tag, over one line or several of a paragraph, with what it holds where that is code.
bool Preparer::template_tag(std::size_t first, std::size_t end) {
  const string_view text = bytes_.substr(first, end - first);
  if (!is_lone_tag(text)) {
    if (!is_open_tag(text) || first < no_template_until_) return false;
    std::size_t stop = end;
    const string_view close = close_of_tag(text);
    string_view next;
    do {
      const std::size_t below = stop + 1;
      stop = line_end(bytes_, std::min(below, bytes_.size()));
      next = trimmed(bytes_.substr(std::min(below, bytes_.size()), stop - std::min(below, stop)));
    } while (!next.empty() && next.find(close) == npos);
    no_template_until_ = stop;
    if (!next.ends_with(close)) return false;
    at_ = stop + 1;
  }
  const std::size_t begin = std::min(text.find_first_not_of("{%<- "), text.size());
  const auto length = static_cast<std::size_t>(
      std::ranges::find_if_not(text.substr(begin), is_name) - text.substr(begin).begin());
  const string_view name = text.substr(begin, length);
  if (std::ranges::find(code_tags, name) != code_tags.end()) skip_code(text, name);
  blank();
  after_blank_ = true;
  return true;
}

// Drops what stands between the code tag `opening` and the one that closes it, if any does.
void Preparer::skip_code(string_view opening, string_view name) {
  if (std::ranges::find(unclosed_, name) != unclosed_.end()) return;
  std::size_t closing = npos;
  const auto begins = opening.starts_with("{{")
                          ? std::to_array<string_view>({"{{< /", "{{</", "{{% /", "{{%/"})
                          : std::to_array<string_view>({"{% end", "{%- end", "{%end", "{%-end"});
  for (const string_view begin : begins)
    closing = std::min(closing, bytes_.find(std::string(begin) + std::string(name), at_));
  if (closing != npos)
    skip_until_ = line_end(bytes_, closing) + 1;
  else
    unclosed_.push_back(name);
}

// A tag with expressions for values becomes a tag without them, on one line.
bool Preparer::jsx_tag(std::size_t begin, std::size_t first) {
  if (failures_ > most_failures) return false;
  const JsxTag tag = read_jsx_tag(bytes_, first);
  failures_ += tag.end == 0 ? 1 : 0;
  if (tag.end == 0 || (tag.expressions.empty() && tag.literals.empty())) return false;
  struct Gap {
    std::size_t begin;
    std::size_t end;
    string_view in_place;
  };
  std::vector<Gap> gaps;
  for (const Span span : tag.expressions) gaps.push_back({span.begin, span.end, " "});
  for (const Span span : tag.literals) {
    if (bytes_[span.begin + 1] == '`') {
      gaps.push_back({span.begin, span.end, "\"\""});
    } else {
      gaps.push_back({span.begin, span.begin + 1, ""});
      gaps.push_back({span.end - 1, span.end, " "});
    }
  }
  constexpr string_view line_ends = "\r\n";
  for (std::size_t at = bytes_.find_first_of(line_ends, first); at < tag.end;
       at = bytes_.find_first_of(line_ends, at + 1))
    gaps.push_back({at, at + 1, " "});
  std::ranges::sort(gaps, {}, &Gap::begin);
  std::size_t kept = begin;
  for (const Gap& gap : gaps) {
    if (gap.begin < kept) continue;  // a line end inside an expression
    keep(kept, gap.begin);
    out_.own += gap.in_place;
    kept = gap.end;
  }
  const std::size_t end = line_end(bytes_, tag.end - 1);
  at_ = end + 1;
  keep(kept, std::min(end + 1, bytes_.size()));
  return true;
}

// A paragraph of its own, with the indentation that its line had.
void Preparer::title(std::size_t begin, std::size_t first, string_view title) {
  blank();
  if (!title.empty()) {
    keep(begin, first);
    const auto at = static_cast<std::size_t>(title.data() - bytes_.data());
    keep(at, at + title.size());
    blank();
  }
  blank();
  after_blank_ = true;
}

// ":::", ":::note", ":::note Title", ":::note[Title]", "::: {.callout}"
void Preparer::directive(std::size_t begin, std::size_t first, string_view text) {
  string_view rest = trimmed(text.substr(std::min(text.find_first_not_of(':'), text.size())));
  rest.remove_prefix(
      static_cast<std::size_t>(std::ranges::find_if_not(rest, is_name) - rest.begin()));
  if (const std::size_t attributes = rest.rfind('{'); attributes != npos && rest.ends_with('}')) {
    rest = rest.substr(0, attributes);
  }
  rest = trimmed(rest);
  if (rest.starts_with('[') && rest.ends_with(']')) rest = rest.substr(1, rest.size() - 2);
  title(begin, first, rest);
}

// A paragraph of its own, to which belongs what is indented by a step more.
void Preparer::definition(std::size_t begin, std::size_t first, std::size_t end) {
  const auto indent = static_cast<std::uint32_t>(first - begin + levels_.size() * indent_step);
  levels_.push_back({indent, false});
  blank();
  keep(begin, first);
  keep(bytes_.find_first_not_of(" \t", first + 1), std::min(end + 1, bytes_.size()));
}

void Preparer::delimiter(string_view text) {
  for (const char c : text) out_.own += c == '-' ? string_view("---") : string_view(&c, 1);
  blank();
}

}  // namespace

PreparedText prepare_markdown(string_view bytes, std::uint32_t begin, Dialect dialect) {
  if (!asks_for_preparation(bytes, begin, dialect)) return {.begin = begin};
  return Preparer(bytes, begin, dialect).run();
}

}  // namespace linter::prose
