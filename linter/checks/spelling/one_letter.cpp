#include "linter/checks/spelling/one_letter.h"

#include <algorithm>

namespace linter::checks::spelling {

std::uint32_t letters_of(std::string_view word) {
  std::uint32_t letters = 0;
  for (const char c : word) {
    if (c >= 'a' && c <= 'z') letters |= 1U << static_cast<unsigned>(c - 'a');
  }
  return letters;
}

bool is_one_letter_apart(std::string_view written, std::string_view meant) {
  if (written.size() > meant.size() + 1 || meant.size() > written.size() + 1) return false;
  const auto [w, m] = std::ranges::mismatch(written, meant);
  const std::string_view a = written.substr(static_cast<std::size_t>(w - written.begin()));
  const std::string_view b = meant.substr(static_cast<std::size_t>(m - meant.begin()));
  if (a.size() != b.size()) return a.size() > b.size() ? a.substr(1) == b : a == b.substr(1);
  if (a.empty()) return false;
  return a.substr(1) == b.substr(1) ||
         (a.size() > 1 && a[0] == b[1] && a[1] == b[0] && a.substr(2) == b.substr(2));
}

}  // namespace linter::checks::spelling
