#include "linter/vale/message.h"

#include <algorithm>
#include <cctype>

namespace linter::vale {

std::string galley_message(std::string_view message,
                           std::initializer_list<std::string_view> values) {
  std::string out;
  std::size_t next = 0;
  const auto value = [&](std::size_t number) {
    return std::data(values)[std::min(number, values.size() - 1)];
  };
  for (std::size_t at = 0; at < message.size(); ++at) {
    const std::string_view rest = message.substr(at);
    const bool numbered = rest.size() > 4 && rest.starts_with("%[") && rest[2] >= '1' &&
                          rest[2] <= '9' && rest.substr(3, 2) == "]s";
    if (numbered) {
      out += value(static_cast<std::size_t>(rest[2] - '1'));
      at += 4;
    } else if (rest.starts_with("%s")) {
      out += value(next++);
      ++at;
    } else if (rest.starts_with("%%")) {
      out += '%';
      ++at;
    } else {
      out += rest.front();
      // A brace before a letter would begin a placeholder.
      const bool opens = rest.size() > 1 && rest.front() == '{' &&
                         std::isalnum(static_cast<unsigned char>(rest[1])) != 0;
      if (opens) out += ' ';
    }
  }
  return out;
}

}  // namespace linter::vale
