// Texts that an expression matches.
#include <algorithm>
#include <array>
#include <cctype>
#include <charconv>
#include <cstdint>
#include <optional>

#include "linter/base/utf8.h"
#include "linter/vale/expression.h"

namespace linter::vale {
namespace {

using std::string_view;

constexpr std::size_t longest = 300;  // bytes of a sample
constexpr int deepest = 40;           // groups within groups

// Reads an expression from left to right and writes what it asks for. What it does not know it
// leaves out: whoever calls tries the text on the expression.
class Writer {
 public:
  Writer(string_view expression, bool generous) : rest_(expression), generous_(generous) {}

  std::string write() { return alternatives(0); }

 private:
  std::string alternatives(int depth);
  std::string sequence(int depth);
  std::optional<std::string> atom(int depth);
  std::string group(int depth);
  std::string escape();
  std::string char_class();
  std::string repeated(const std::string& text);
  char take() {
    const char first = rest_.front();
    rest_.remove_prefix(1);
    return first;
  }

  string_view rest_;
  bool generous_;  // optional parts are there
};

// The first alternative; the others are read and dropped.
std::string Writer::alternatives(int depth) {
  std::string first = sequence(depth);
  while (rest_.starts_with('|')) {
    take();
    sequence(depth);
  }
  return first;
}

std::string Writer::sequence(int depth) {
  std::string out;
  while (!rest_.empty() && rest_.front() != '|' && rest_.front() != ')' && out.size() < longest) {
    if (const auto text = atom(depth)) out += repeated(*text);
  }
  return out;
}

// Nothing for what has no width, which a quantifier cannot follow.
std::optional<std::string> Writer::atom(int depth) {
  const char first = rest_.front();
  if (first == '(') return group(depth + 1);
  if (first == '[') return char_class();
  if (first == '\\') return escape();
  const std::string_view whole = rest_.substr(0, base::decode(rest_, 0).length);
  rest_.remove_prefix(whole.size());
  if (first == '^' || first == '$') return std::nullopt;
  return first == '.' ? "a" : std::string(whole);
}

std::string Writer::group(int depth) {
  if (depth > deepest) {
    rest_ = {};
    return {};
  }
  take();
  bool silent = false;  // looks, and takes nothing, or must not be there
  if (rest_.starts_with('?')) {
    silent = rest_.starts_with("?!") || rest_.starts_with("?<!") || rest_.starts_with("?<=");
    const bool looks = silent || rest_.starts_with("?=");
    const bool named = !looks && (rest_.starts_with("?<") || rest_.starts_with("?'"));
    const std::size_t end =
        named ? rest_.find_first_of(">'", 2) : rest_.find_first_not_of("?<!=:>imsx-^");
    rest_.remove_prefix(std::min(named && end != string_view::npos ? end + 1 : end, rest_.size()));
  }
  std::string text = alternatives(depth);
  if (rest_.starts_with(')')) take();
  return silent ? std::string() : text;
}

std::string Writer::escape() {
  take();
  if (rest_.empty()) return {};
  const char letter = take();
  switch (letter) {
    case 'd':
      return "7";
    case 'w':
    case 'S':
    case 'D':
      return "a";
    case 's':
      return " ";
    case 'W':
      return "-";
    case 'b':
    case 'B':
    case 'A':
    case 'z':
    case 'Z':
      return {};
    case 't':
    case 'n':
      return " ";
    default:
      return std::isalnum(static_cast<unsigned char>(letter)) != 0 ? std::string()
                                                                   : std::string(1, letter);
  }
}

// One character that the class in `text`, its brackets left out, has.
bool has(string_view text, char wanted) {
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (text[at] == '\\' && at + 1 < text.size()) {
      const char letter = text[++at];
      const auto byte = static_cast<unsigned char>(wanted);
      if (letter == 'd' && std::isdigit(byte) != 0) return true;
      if (letter == 'w' && (std::isalnum(byte) != 0 || wanted == '_')) return true;
      if (letter == 's' && wanted == ' ') return true;
      if (letter == wanted) return true;
    } else if (at + 2 < text.size() && text[at + 1] == '-') {
      if (text[at] <= wanted && wanted <= text[at + 2]) return true;
      at += 2;
    } else if (text[at] == wanted) {
      return true;
    }
  }
  return false;
}

std::string Writer::char_class() {
  take();
  const bool denied = rest_.starts_with('^');
  if (denied) take();
  std::size_t end = rest_.starts_with(']') ? 1 : 0;
  while (end < rest_.size() && rest_[end] != ']') end += rest_[end] == '\\' ? 2 : 1;
  end = std::min(end, rest_.size());
  const string_view members = rest_.substr(0, end);
  rest_.remove_prefix(std::min(end + 1, rest_.size()));
  for (const char one : string_view("aA7 -.,;:!?'\"/()bxyzBXYZ"))
    if (has(members, one) != denied) return std::string(1, one);
  if (denied || members.empty()) return {};
  return std::string(members.substr(0, base::decode(members, 0).length));
}

// `text` as often as the quantifier behind it asks.
std::string Writer::repeated(const std::string& text) {
  if (rest_.empty()) return text;
  std::size_t times = 1;
  const char mark = rest_.front();
  if (mark == '?' || mark == '*') {
    times = generous_ ? 1 : 0;
    take();
  } else if (mark == '+') {
    take();
  } else if (mark == '{') {
    const std::size_t end = rest_.find('}');
    if (end == string_view::npos) return text;
    std::from_chars(rest_.data() + 1, rest_.data() + end, times);
    rest_.remove_prefix(end + 1);
  } else {
    return text;
  }
  if (!rest_.empty() && (rest_.front() == '?' || rest_.front() == '+')) take();
  std::string out;
  for (std::size_t i = 0; i < times && !text.empty() && out.size() <= longest; ++i) out += text;
  return out;
}

}  // namespace

std::vector<std::string> samples_of(string_view expression, const base::PatternOptions& options) {
  const auto compiled = base::Pattern::compile(expression, options);
  std::vector<std::string> samples;
  if (!compiled) return samples;
  for (const bool generous : {false, true}) {
    std::string text = Writer(expression, generous).write();
    const bool fits = !text.empty() && text.size() <= longest && !base::first_invalid_utf8(text) &&
                      std::ranges::find(samples, text) == samples.end();
    if (!fits) continue;
    if (const auto match = compiled->search(text); match && *match)
      samples.push_back(std::move(text));
  }
  return samples;
}

}  // namespace linter::vale
