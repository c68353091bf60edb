#include "linter/prose/scalar_text.h"

#include <algorithm>
#include <charconv>
#include <string>

#include "linter/base/utf8.h"

namespace linter::prose {
namespace {

using std::string_view;

constexpr std::size_t npos = string_view::npos;

enum class Style : std::uint8_t { plain, single_quoted, escaped, block };

bool is_space(char c) {
  return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

// Walks over what is written and what it reads as at once.
class ScalarWalk {
 public:
  ScalarWalk(string_view file, std::size_t offset, string_view decoded, Syntax syntax,
             Writer& writer)
      : file_(file), at_(offset), decoded_(decoded), syntax_(syntax), writer_(writer) {}

  bool run() {
    begin();
    while (read_ < decoded_.size()) {
      if (!step()) return false;
    }
    return true;
  }

 private:
  void begin();
  void skip_properties();
  [[nodiscard]] bool step();
  [[nodiscard]] bool escape();
  [[nodiscard]] bool reads(Span written, string_view characters);
  void spaces();
  void verbatim();
  [[nodiscard]] string_view rest() const { return file_.substr(std::min(at_, file_.size())); }
  [[nodiscard]] Span span(std::size_t length) const {
    return {static_cast<std::uint32_t>(at_), static_cast<std::uint32_t>(at_ + length)};
  }

  string_view file_;
  std::size_t at_;  // in the file
  string_view decoded_;
  std::size_t read_ = 0;  // of `decoded`
  Syntax syntax_;
  Writer& writer_;
  Style style_ = Style::plain;
};

// Tags and anchors of YAML: "!!str", "&name".
void ScalarWalk::skip_properties() {
  while (rest().starts_with('!') || rest().starts_with('&')) {
    at_ = std::min(file_.find_first_of(" \t\r\n", at_), file_.size());
    at_ = std::min(file_.find_first_not_of(" \t\r\n", at_), file_.size());
  }
}

void ScalarWalk::begin() {
  if (syntax_ == Syntax::yaml) skip_properties();
  const string_view text = rest();
  if (syntax_ == Syntax::yaml && (text.starts_with('|') || text.starts_with('>'))) {
    style_ = Style::block;
    at_ = std::min(file_.find('\n', at_), file_.size());  // behind the indicators and a comment
  } else if (text.starts_with('"')) {
    style_ = Style::escaped;
    at_ += syntax_ == Syntax::toml && text.starts_with("\"\"\"") ? 3 : 1;
  } else if (text.starts_with('\'')) {
    style_ = syntax_ == Syntax::yaml ? Style::single_quoted : Style::block;
    at_ += syntax_ == Syntax::toml && text.starts_with("'''") ? 3 : 1;
  }
}

bool ScalarWalk::step() {
  if (at_ >= file_.size()) return false;
  if (style_ == Style::escaped && file_[at_] == '\\') return escape();
  if (is_space(decoded_[read_]) || is_space(file_[at_])) {
    spaces();
    return true;
  }
  if (style_ == Style::single_quoted && rest().starts_with("''")) return reads(span(2), "'");
  if (file_[at_] != decoded_[read_]) return false;
  verbatim();
  return true;
}

// Spaces and line ends on either side are one space; an empty line between two paragraphs breaks
// the line.
void ScalarWalk::spaces() {
  const std::size_t written = std::min(file_.find_first_not_of(" \t\r\n", at_), file_.size());
  const std::size_t read = std::min(decoded_.find_first_not_of(" \t\r\n", read_), decoded_.size());
  const Span found = span(written - at_);
  const bool breaks = std::ranges::count(file_.substr(at_, written - at_), '\n') > 1;
  if (read > read_ && breaks) {
    writer_.line_break(found);
  } else if (read > read_) {
    writer_.space(found);
  }
  at_ = written;
  read_ = read;
}

// As far as both sides are equal and nothing but themselves.
void ScalarWalk::verbatim() {
  std::size_t length = 0;
  const std::size_t most = std::min(file_.size() - at_, decoded_.size() - read_);
  while (length < most && file_[at_ + length] == decoded_[read_ + length]) {
    const char c = file_[at_ + length];
    const bool quote = style_ == Style::single_quoted && c == '\'';
    if (is_space(c) || quote || (style_ == Style::escaped && c == '\\')) break;
    ++length;
  }
  writer_.text(static_cast<std::uint32_t>(at_), file_.substr(at_, length));
  at_ += length;
  read_ += length;
}

bool ScalarWalk::reads(Span written, string_view characters) {
  if (!decoded_.substr(read_).starts_with(characters)) return false;
  writer_.decoded(written, characters);
  at_ = written.end;
  read_ += characters.size();
  return true;
}

bool ScalarWalk::escape() {
  const string_view text = rest();
  if (text.size() < 2) return false;
  const char c = text[1];
  if (is_space(c)) {  // an escaped line end joins; an escaped space is one
    const bool joins = text.find_first_not_of(" \t\r", 1) == text.find('\n');
    if (!joins) return reads(span(2), " ");
    at_ = std::min(file_.find_first_not_of(" \t\r\n", at_ + 1), file_.size());
    return true;
  }
  const std::size_t digits = c == 'x' ? 2 : c == 'u' ? 4 : c == 'U' ? 8 : 0;
  if (digits > 0) {
    std::uint32_t value = 0;
    const string_view number = text.substr(2, digits);
    std::from_chars(number.data(), number.data() + number.size(), value, 16);
    std::string character;
    base::append_utf8(character, value);
    return reads(span(2 + number.size()), character);
  }
  constexpr string_view names = "0abtnvfre\"\\/N_LP";
  constexpr string_view values[] = {string_view("\0", 1),
                                    "\a",
                                    "\b",
                                    "\t",
                                    "\n",
                                    "\v",
                                    "\f",
                                    "\r",
                                    "\x1B",
                                    "\"",
                                    "\\",
                                    "/",
                                    "\u0085",
                                    "\u00A0",
                                    "\u2028",
                                    "\u2029"};
  const std::size_t name = names.find(c);
  return name != npos && reads(span(2), values[name]);
}

}  // namespace

bool write_scalar(string_view file, std::uint32_t offset, string_view decoded, Syntax syntax,
                  Writer& writer) {
  return ScalarWalk(file, offset, decoded, syntax, writer).run();
}

}  // namespace linter::prose
