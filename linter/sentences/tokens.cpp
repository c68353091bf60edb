#include "linter/sentences/tokens.h"

#include <algorithm>
#include <array>

#include "linter/base/utf8.h"
#include "linter/prose/lanes.h"

namespace linter::sentences {
namespace {

enum class Class : std::uint8_t { mark, upper, lower, digit, join, space, line, high, object };

constexpr std::array<Class, 256> make_classes() {
  std::array<Class, 256> classes{};
  for (std::size_t c = 'A'; c <= 'Z'; ++c) classes[c] = Class::upper;
  for (std::size_t c = 'a'; c <= 'z'; ++c) classes[c] = Class::lower;
  for (std::size_t c = '0'; c <= '9'; ++c) classes[c] = Class::digit;
  for (std::size_t c = 0; c <= ' '; ++c) classes[c] = Class::space;
  for (std::size_t c = 0x80; c <= 0xFF; ++c) classes[c] = Class::high;
  classes['\n'] = Class::line;
  classes['\''] = Class::join;
  classes['_'] = Class::join;
  classes[static_cast<unsigned char>(prose::masked)] = Class::object;
  return classes;
}
constexpr std::array<Class, 256> classes = make_classes();

// Where the small letters of ASCII that begin at `at` end. Sixteen at once, as most words have
// fewer; what stands behind `end` is looked at, but does not count.
std::uint32_t lower_end(std::string_view view, std::uint32_t at, std::uint32_t end) {
  while (at < end && view.size() - at >= prose::lane_count) {
    const prose::Lanes letters = prose::load_lanes(view.data() + at) - std::uint8_t{'a'};
    const std::size_t others = prose::first_lane(letters > std::uint8_t{'z' - 'a'});
    at += static_cast<std::uint32_t>(std::min(others, prose::lane_count));
    if (others < prose::lane_count) return std::min(at, end);
  }
  while (at < end && classes[static_cast<unsigned char>(view[at])] == Class::lower) ++at;
  return std::min(at, end);
}

// Marks that join letters without being seen: zero-width space, non-joiner, joiner, word joiner,
// byte order mark.
bool is_invisible(char32_t c) {
  return (c >= 0x200B && c <= 0x200D) || c == 0x2060 || c == 0xFEFF;
}

struct Scanner {
  std::string_view view;
  std::uint32_t end;
  std::vector<Token>& tokens;
  std::vector<Stop>& stops;
  std::uint32_t at = 0;
  bool space_before = true;

  [[nodiscard]] Class class_at(std::uint32_t offset) const {
    return offset < end ? classes[static_cast<unsigned char>(view[offset])] : Class::space;
  }
  [[nodiscard]] base::CodePoint decode(std::uint32_t offset) const {
    return base::decode(view.substr(0, end), offset);
  }
  // Whether a letter or digit stands at `offset`, so that a joining mark before it stays inside its
  // token.
  [[nodiscard]] bool continues_at(std::uint32_t offset) const {
    switch (class_at(offset)) {
      case Class::upper:
      case Class::lower:
      case Class::digit:
        return true;
      case Class::high:
        return base::is_letter(decode(offset).value);
      default:
        return false;
    }
  }

  void push(std::uint32_t begin, TokenKind kind, Shape shape, bool ascii) {
    tokens.push_back({{begin, at}, kind, shape, space_before, ascii, 0});
    space_before = false;
  }

  void scan();
  void word();
  void word_or_number(TokenKind kind);
  void mark();
  void high();
};

// What the letters of a word say of its shape.
struct Letters {
  bool first_upper = false;
  bool later_upper = false;
  bool later_lower = false;
  bool any = false;

  void add(bool upper) {
    if (!any) {
      any = true;
      first_upper = upper;
    } else {
      (upper ? later_upper : later_lower) = true;
    }
  }
  [[nodiscard]] Shape shape() const {
    if (!any) return Shape::none;
    if (!first_upper) return later_upper ? Shape::mixed : Shape::lower;
    if (later_upper) return later_lower ? Shape::mixed : Shape::upper;
    return later_lower ? Shape::capitalised : Shape::upper;
  }
};

// The "'s" of a possessive says nothing about capitals.
bool is_possessive_end(std::string_view token) {
  return token.size() > 2 && token.ends_with("'s");
}

// How far a joining character at `offset` (an apostrophe, underscore, or a point or comma within
// digits) carries on.
bool joins(const Scanner& scanner, std::uint32_t offset, bool has_digit) {
  const char c = scanner.view[offset];
  if (c == '.' || c == ',') {
    return has_digit && scanner.class_at(offset - 1) == Class::digit &&
           scanner.class_at(offset + 1) == Class::digit;
  }
  const bool doubled = c == '_' && offset + 1 < scanner.end && scanner.view[offset + 1] == '_';
  return scanner.continues_at(offset + (doubled ? 2U : 1U));
}

void Scanner::word_or_number(TokenKind kind) {
  const std::uint32_t begin = at;
  Letters letters;
  bool ascii = true;
  bool has_digit = false;
  std::uint32_t apostrophe = 0;
  Letters before_apostrophe;
  for (; at < end; ++at) {
    const Class type = class_at(at);
    if (type == Class::lower) {
      letters.add(false);
      const std::uint32_t last = at;
      at = lower_end(view, at + 1, end) - 1;
      if (at > last) letters.later_lower = true;
    } else if (type == Class::upper) {
      letters.add(true);
    } else if (type == Class::digit) {
      has_digit = true;
    } else if (type == Class::high) {
      const base::CodePoint point = decode(at);
      const bool letter = base::is_letter(point.value);
      if (!letter && !base::is_combining_mark(point.value) &&
          !(is_invisible(point.value) && continues_at(at + point.length))) {
        break;
      }
      if (letter) letters.add(base::is_upper(point.value));
      ascii = false;
      at += point.length - 1U;
    } else if ((type == Class::join || view[at] == '.' || view[at] == ',') &&
               joins(*this, at, has_digit)) {
      apostrophe = at;
      before_apostrophe = letters;
    } else {
      break;
    }
  }
  const std::string_view text = view.substr(begin, at - begin);
  if (is_possessive_end(text) && apostrophe + 2 == at) letters = before_apostrophe;
  push(begin, kind, kind == TokenKind::word ? letters.shape() : Shape::none, ascii);
}

// Most words are small letters behind a first one.
void Scanner::word() {
  const std::uint32_t begin = at;
  const std::uint32_t after = lower_end(view, at + 1, end);
  const Class next = class_at(after);
  if (next == Class::upper || next == Class::digit || next == Class::join || next == Class::high)
    return word_or_number(TokenKind::word);
  const bool capital = class_at(begin) == Class::upper;
  at = after;
  const Shape capitals = after == begin + 1 ? Shape::upper : Shape::capitalised;
  push(begin, TokenKind::word, capital ? capitals : Shape::lower, true);
  if (at < end && view[at] == ' ') {  // as behind most words
    space_before = true;
    ++at;
  }
}

void Scanner::high() {
  const base::CodePoint point = decode(at);
  if (base::is_letter(point.value)) return word_or_number(TokenKind::word);
  if (base::is_space(point.value) || is_invisible(point.value)) {
    at += point.length;
    if (!is_invisible(point.value)) space_before = true;
    return;
  }
  const std::uint32_t begin = at;
  at += point.length;
  if (point.value == 0x2026) stops.push_back({static_cast<std::uint32_t>(tokens.size()), false});
  push(begin, TokenKind::mark, Shape::none, false);
}

void Scanner::mark() {
  const std::uint32_t begin = at;
  const char c = view[at++];
  if (c == '.') {
    while (at < end && view[at] == '.') ++at;
  }
  if (c == '.' || c == '!' || c == '?') {
    const bool run = !stops.empty() && !stops.back().hard_break && !space_before &&
                     stops.back().token + 1 == tokens.size();
    if (run) stops.pop_back();
    stops.push_back({static_cast<std::uint32_t>(tokens.size()), false});
  }
  push(begin, TokenKind::mark, Shape::none, true);
}

void Scanner::scan() {
  while (at < end) {
    switch (class_at(at)) {
      case Class::upper:
      case Class::lower:
        word();
        break;
      case Class::digit:
        word_or_number(TokenKind::number);
        break;
      case Class::space:
        space_before = true;
        ++at;
        break;
      case Class::line:
        space_before = true;
        ++at;
        stops.push_back({static_cast<std::uint32_t>(tokens.size()), true});
        break;
      case Class::high:
        high();
        break;
      case Class::object: {
        const std::uint32_t begin = at++;
        push(begin, TokenKind::object, Shape::none, true);
        break;
      }
      case Class::join:
      case Class::mark:
        mark();
        break;
    }
  }
}

}  // namespace

void scan_block(std::string_view view, base::Span block, std::vector<Token>& tokens,
                std::vector<Stop>& stops) {
  Scanner scanner{view, block.end, tokens, stops, block.begin};
  scanner.scan();
}

}  // namespace linter::sentences
