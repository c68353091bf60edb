#include "linter/prose/mdx.h"

#include <algorithm>
#include <array>

#include "linter/prose/elements.h"
#include "linter/prose/front_matter.h"
#include "linter/prose/jsx.h"
#include "linter/prose/markdown_blocks.h"
#include "linter/prose/markdown_lines.h"
#include "linter/prose/outline.h"

namespace linter::prose {
namespace {

using std::string_view;

constexpr std::size_t npos = string_view::npos;
constexpr std::size_t longest_code_mark = 16;  // backticks
constexpr int most_failures = 16;  // marks that are never closed, before they are taken for text

bool is_blank(char c) {
  return c == ' ' || c == '\t' || c == '\r';
}

class MdxReader {
 public:
  MdxReader(string_view bytes, std::size_t begin) : bytes_(bytes), at_(begin) { out_.text = bytes; }

  MarkdownOfMdx run() {
    bool line_start = true;
    while (at_ < bytes_.size()) {
      if (line_start && skip_block()) continue;
      line_start = bytes_[at_] == '\n';
      step();
    }
    return std::move(out_);
  }

 private:
  bool skip_block();
  void skip_module_code();
  void skip_fenced_code(char sign, std::size_t length);
  void step();
  void skip_code_span();
  void expression();
  void tag();
  void overwrite(std::size_t begin, std::size_t end, char with);
  void as_tag(std::size_t begin, std::size_t end, string_view name);
  [[nodiscard]] std::size_t line_end(std::size_t at) const {
    return std::min(bytes_.find('\n', at), bytes_.size());
  }
  [[nodiscard]] bool is_blank_line(std::size_t at) const {
    return std::ranges::all_of(bytes_.substr(at, line_end(at) - at), is_blank);
  }
  [[nodiscard]] bool stands_alone(std::size_t begin, std::size_t end) const;

  string_view bytes_;
  std::size_t at_;
  MarkdownOfMdx out_;
  bool after_blank_ = true;
  int failures_ = 0;
  std::size_t paragraph_end_ = 0;
  std::size_t comment_close_ = 0;  // the next one
  // by length of a code mark: there is none between here and the end of the paragraph that it
  // stands in
  std::array<std::size_t, longest_code_mark + 1> no_code_until_{};
};

// Spaces, or whatever keeps the number of bytes; line ends stay unless they are to be joined.
void MdxReader::overwrite(std::size_t begin, std::size_t end, char with) {
  std::fill(out_.text.begin() + static_cast<std::ptrdiff_t>(begin),
            out_.text.begin() + static_cast<std::ptrdiff_t>(end), with);
}

void MdxReader::as_tag(std::size_t begin, std::size_t end, string_view name) {
  overwrite(begin, end, ' ');
  out_.text[begin] = '<';
  std::ranges::copy(name, out_.text.begin() + static_cast<std::ptrdiff_t>(begin) + 1);
  out_.text[end - 1] = '>';
}

// Passes what begins with a line: fenced code, and imports and exports. Keeps track of blank lines.
bool MdxReader::skip_block() {
  const std::size_t end = line_end(at_);
  if (is_blank_line(at_)) {
    after_blank_ = true;
    at_ = std::min(end + 1, bytes_.size());
    return true;
  }
  const string_view line = bytes_.substr(at_, end - at_);
  const bool module = line.starts_with("import ") || line.starts_with("export ");
  if (std::exchange(after_blank_, false) && module) {
    skip_module_code();
    return true;
  }
  const std::size_t first = line.find_first_not_of(" \t>-*+");
  if (first == npos || (line[first] != '`' && line[first] != '~')) return false;
  const std::size_t length =
      std::min(line.find_first_not_of(line[first], first), line.size()) - first;
  if (length < 3 || (line[first] == '`' && line.find('`', first + length) != npos)) return false;
  skip_fenced_code(line[first], length);
  return true;
}

// Up to a blank line outside of braces; unclosed braces end with the paragraph.
void MdxReader::skip_module_code() {
  std::size_t end = at_;
  for (std::size_t next = at_; next < bytes_.size() && !is_blank_line(next);) {
    const std::size_t brace = bytes_.substr(0, line_end(next)).find('{', next);
    const std::size_t close =
        brace == npos || failures_ > most_failures ? npos : expression_end(bytes_, brace);
    if (brace != npos && close == npos) ++failures_;
    end = line_end(close == npos ? next : close);
    next = std::min(end + 1, bytes_.size());
  }
  for (std::size_t i = at_; i < end; ++i) {
    if (out_.text[i] != '\n') out_.text[i] = ' ';
  }
  at_ = std::min(end + 1, bytes_.size());
  after_blank_ = true;
}

void MdxReader::skip_fenced_code(char sign, std::size_t length) {
  at_ = std::min(line_end(at_) + 1, bytes_.size());
  while (at_ < bytes_.size()) {
    const std::size_t end = line_end(at_);
    const string_view line = bytes_.substr(at_, end - at_);
    at_ = std::min(end + 1, bytes_.size());
    const std::size_t first = line.find_first_not_of(" \t>");
    if (first == npos || line[first] != sign) continue;
    const std::size_t stop = std::min(line.find_first_not_of(sign, first), line.size());
    if (stop - first >= length && std::ranges::all_of(line.substr(stop), is_blank)) return;
  }
}

void MdxReader::step() {
  switch (bytes_[at_]) {
    case '\\':  // a line end after it still ends the line
      ++at_;
      if (at_ < bytes_.size() && bytes_[at_] != '\n' && bytes_[at_] != '\r') ++at_;
      return;
    case '`':
      return skip_code_span();
    case '{':
      return expression();
    case '<':
      return tag();
    default:
      at_ = std::min(bytes_.find_first_of("\\`{<\n", at_ + 1), bytes_.size());
  }
}

void MdxReader::skip_code_span() {
  const std::size_t end = std::min(bytes_.find_first_not_of('`', at_), bytes_.size());
  const std::size_t length = end - at_;
  at_ = end;
  if (length > longest_code_mark || end < no_code_until_[length]) return;
  if (end > paragraph_end_) {
    paragraph_end_ = line_end(end);
    while (paragraph_end_ < bytes_.size() && !is_blank_line(paragraph_end_ + 1))
      paragraph_end_ = line_end(paragraph_end_ + 1);
  }
  for (std::size_t mark = bytes_.find('`', end); mark < paragraph_end_;) {
    const std::size_t stop = std::min(bytes_.find_first_not_of('`', mark), bytes_.size());
    if (stop - mark == length) {
      at_ = stop;
      return;
    }
    mark = bytes_.find('`', stop);
  }
  no_code_until_[length] = paragraph_end_;
}

bool MdxReader::stands_alone(std::size_t begin, std::size_t end) const {
  while (begin > 0 && is_blank(bytes_[begin - 1])) --begin;
  while (end < bytes_.size() && is_blank(bytes_[end])) ++end;
  return (begin == 0 || bytes_[begin - 1] == '\n') && (end == bytes_.size() || bytes_[end] == '\n');
}

void MdxReader::expression() {
  const std::size_t begin = at_++;
  if (bytes_.substr(begin).starts_with("{#") || failures_ > most_failures)
    return;  // a heading's id
  const std::size_t end = expression_end(bytes_, begin);
  if (end == npos) {
    ++failures_;
    return;
  }
  at_ = end;
  if (end - begin < 3) return;
  const string_view inside = bytes_.substr(begin + 1, end - begin - 2);
  const bool comment = inside.starts_with("/*") && inside.ends_with("*/") && inside.size() >= 4;
  if (comment) {
    out_.comments.push_back({{static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)},
                             std::string(inside.substr(2, inside.size() - 4)),
                             no_block});
  }
  const bool silent =
      comment || inside.find_first_not_of(" '\"`") == npos || stands_alone(begin, end);
  as_tag(begin, end, silent ? silent_element : expression_element);
}

void MdxReader::tag() {
  const std::size_t begin = at_++;
  if (bytes_.substr(begin).starts_with("<!--")) {
    if (comment_close_ < begin) comment_close_ = bytes_.find("-->", begin);
    if (comment_close_ != npos) at_ = comment_close_ + 3;
    return;
  }
  if (failures_ > most_failures) return;
  const JsxTag tag = read_jsx_tag(bytes_, begin);
  failures_ += tag.unclosed ? 1 : 0;
  if (tag.end == 0) return;
  at_ = tag.end;
  if (tag.name.empty()) {
    if (tag.end - begin >= 3) as_tag(begin, tag.end, silent_element);
    return;
  }
  for (std::size_t i = begin; i < tag.end; ++i) {
    if (bytes_[i] == '\n' || bytes_[i] == '\r') out_.text[i] = ' ';
  }
  for (std::uint32_t i = tag.name.begin; i < tag.name.end; ++i) {
    if (string_view("._:$").find(bytes_[i]) != npos) out_.text[i] = '-';
  }
  for (const Span expression : tag.expressions) overwrite(expression.begin, expression.end, ' ');
  for (const Span literal : tag.literals) {
    out_.text[literal.begin] = out_.text[literal.end - 1] = ' ';
    if (bytes_[literal.begin + 1] == '`')
      out_.text[literal.begin + 1] = out_.text[literal.end - 2] = '"';
  }
}

}  // namespace

MarkdownOfMdx markdown_of_mdx(string_view bytes, std::uint32_t begin) {
  return MdxReader(bytes, begin).run();
}

base::Result<void> read_mdx(const source::Source& source, const ReadOptions& options,
                            Article& article) {
  article.clear();
  const base::Result<std::uint32_t> begin = read_front_matter(source, options, article);
  if (!begin) return std::unexpected(begin.error());
  MarkdownOfMdx markdown = markdown_of_mdx(source.bytes, *begin);
  const PreparedText prepared = prepare_markdown(markdown.text, *begin, Dialect::mdx);
  const string_view text = prepared.own.empty() ? string_view(markdown.text) : prepared.own;
  const MarkdownRules rules{.fragments = true, .html_blocks = false, .indented_code = false};
  auto done = compose_markdown(text, prepared.begin, source, prepared.map, rules, article);
  if (!done) return done;
  std::ranges::move(markdown.comments, std::back_inserter(article.comments));
  std::ranges::sort(article.comments, {},
                    [](const Comment& comment) { return comment.source.begin; });
  connect_blocks(article);
  return {};
}

}  // namespace linter::prose
