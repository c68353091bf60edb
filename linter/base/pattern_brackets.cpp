#include "linter/base/pattern_brackets.h"

#include <algorithm>
#include <string>

#include "linter/base/utf8.h"

namespace linter::base {
namespace {

// Whether what follows "(?" calls a group.
bool is_call(std::u32string_view rest) {
  if (rest.starts_with(U"P>") || rest.starts_with(U'R') || rest.starts_with(U'&')) return true;
  if (rest.starts_with(U'+') || rest.starts_with(U'-')) rest.remove_prefix(1);
  return !rest.empty() && is_number(rest.front());
}

// Whether what follows "(?" looks behind.
bool looks_behind(std::u32string_view rest) {
  return rest.starts_with(U"<=") || rest.starts_with(U"<!");
}

// The offset behind the class that opens at `open`; past the end of the expression when it stays
// open.
std::size_t class_end(std::u32string_view expression, std::size_t open) {
  std::size_t at = open + 1;
  if (expression.substr(at).starts_with(U'^')) ++at;
  if (expression.substr(at).starts_with(U']')) ++at;
  while (at < expression.size() && expression[at] != U']') {
    const std::u32string_view rest = expression.substr(at);
    const bool named =
        rest.starts_with(U"[:") || rest.starts_with(U"[.") || rest.starts_with(U"[=");
    const std::size_t close =
        named ? rest.find(std::u32string{rest[1], U']'}, 2) : std::u32string_view::npos;
    if (close != std::u32string_view::npos) {
      at += close + 2;
    } else {
      at += rest.starts_with(U'\\') ? 2 : 1;
    }
  }
  return at + 1;
}

// Whether a name that may stand here has brackets in it, or never ends; `rest` begins with what
// opens it.
bool is_doubtful_name(std::u32string_view rest) {
  if (rest.empty()) return false;
  const std::size_t kind = std::u32string_view(U"<{'").find(rest.front());
  if (kind == std::u32string_view::npos) return false;
  const std::size_t end = rest.find(U">}'"[kind], 1);
  return rest.substr(0, end).find_first_of(U"()[\\#") != std::u32string_view::npos;
}

// Counts the group that opens before `rest`, when it captures.
void note_group(std::u32string_view rest, Brackets& found) {
  if (!rest.starts_with(U'?')) {
    ++found.groups;
    return;
  }
  rest.remove_prefix(rest.starts_with(U"?P") ? 2 : 1);
  const bool named = rest.starts_with(U'<') || rest.starts_with(U'\'');
  if (!named || looks_behind(rest)) return;
  ++found.groups;
  const std::size_t end = std::min(rest.find_first_of(U">'", 1), rest.size());
  found.group_names.emplace_back(rest.substr(1, end - 1));
}

}  // namespace

Brackets brackets_of(std::u32string_view expression) {
  Brackets found;
  std::size_t depth = 0;
  std::size_t at = 0;
  const auto fault = [&](std::string_view message) {
    if (!found.fault) found.fault = {at, message};
  };
  // Skips what begins here and ends with `closing`.
  const auto skip_to = [&](std::u32string_view closing, std::string_view message) {
    const std::size_t end = expression.find(closing, at);
    if (end == std::u32string_view::npos) fault(message);
    at = end == std::u32string_view::npos ? expression.size() : end + closing.size();
  };
  while (at < expression.size()) {
    const std::u32string_view rest = expression.substr(at);
    if (rest.starts_with(U"\\Q")) {
      skip_to(U"\\E", "the quotation '\\Q' is never closed: add '\\E'");
    } else if (rest.starts_with(U"(?#")) {
      skip_to(U")", "the comment '(?#' is never closed: add ')'");
    } else if (rest.starts_with(U'[')) {
      at = class_end(expression, at);
    } else if (rest.starts_with(U'\\')) {
      // \x{..}, \N{..}, \p{..}, \k<..>, \g{..} and their like hold names
      if (rest.size() > 1 && is_letter(rest[1]) && is_doubtful_name(rest.substr(2)))
        found.balanced = false;
      at += 2;
    } else {
      const bool special = rest.starts_with(U"(?");
      if (special && is_call(rest.substr(2))) fault("a pattern may not call itself");
      if (special && !looks_behind(rest.substr(2)) && is_doubtful_name(rest.substr(2)))
        found.balanced = false;
      if (rest.starts_with(U'(')) {
        ++depth;
        note_group(rest.substr(1), found);
      }
      if (rest.starts_with(U'#') || (rest.starts_with(U')') && depth == 0)) found.balanced = false;
      if (rest.starts_with(U')') && depth > 0) --depth;
      ++at;
    }
  }
  if (depth != 0 || at > expression.size()) found.balanced = false;
  return found;
}

}  // namespace linter::base
