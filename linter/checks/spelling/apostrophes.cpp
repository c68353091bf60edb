#include "linter/checks/spelling/apostrophes.h"

#include <algorithm>

#include "linter/checks/spelling/english_tables.h"

namespace linter::checks::spelling {
namespace {

std::string without_apostrophe(std::string_view word) {
  std::string out;
  for (const char c : word) {
    if (c != '\'') out += c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c;
  }
  return out;
}

}  // namespace

std::optional<std::string> restored_apostrophe(std::string_view folded) {
  const auto fixed = std::ranges::find(misplaced_apostrophes, folded, &Slip::wrong);
  if (fixed != misplaced_apostrophes.end()) return std::string(fixed->right);
  // "does'nt" has its apostrophe one letter early
  const std::string bare = without_apostrophe(folded);
  for (const std::string_view right : contractions) {
    if (right != folded && without_apostrophe(right) == bare) return std::string(right);
  }
  return std::nullopt;
}

}  // namespace linter::checks::spelling
