#include "linter/vale/expression.h"

namespace linter::vale {

base::Result<std::string> galley_expression(std::string_view expression) {
  std::string out;
  for (std::size_t at = 0; at < expression.size(); ++at) {
    const std::string_view rest = expression.substr(at);
    if (rest.front() == '\\' && rest.size() > 1) {
      out += rest.substr(0, 2);
      ++at;
    } else if (rest.starts_with("(?P<")) {
      out += "(?<";
      at += 3;
    } else if (rest.starts_with("{{")) {
      out += "\\{\\{";  // two braces would name a fragment
      ++at;
    } else {
      out += rest.front();
    }
  }
  if (auto compiled = base::Pattern::compile(out); !compiled)
    return std::unexpected(std::move(compiled.error()));
  return out;
}

std::string within_sentence(std::string_view expression) {
  constexpr std::string_view ends = ".!?";
  std::string out;
  for (std::size_t at = 0; at < expression.size(); ++at) {
    const std::string_view rest = expression.substr(at);
    if (rest.front() == '\\') {
      out += rest.substr(0, 2);
      ++at;
    } else if (rest.front() == '[') {
      std::size_t end = rest.starts_with("[^]") ? 3 : rest.starts_with("[]") ? 2 : 1;
      while (end < rest.size() && rest[end] != ']') end += rest[end] == '\\' ? 2 : 1;
      const std::string_view members = rest.substr(0, end);
      out += members;
      // One without spaces stays within a word anyway.
      const bool roams = members.starts_with("[^") && !members.contains(' ') &&
                         !members.contains("\\s") && !members.contains('.');
      if (roams) out += ends;
      at += members.size() - 1;
    } else if (rest.front() == '.') {
      out.append("[^").append(ends).append("]");
    } else if (rest.front() == '^') {
      out.append("(?:^|(?<=[").append(ends).append("] ))");
    } else {
      out += rest.front();
    }
  }
  return out;
}

bool needs_two_spaces(std::string_view expression) {
  for (const std::string_view doubled : {"\\s{2", " {2", "  ", "\\s\\s", "[ ]{2", "\\s{3", " {3"})
    if (expression.contains(doubled)) return true;
  return false;
}

}  // namespace linter::vale
