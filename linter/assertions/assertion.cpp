#include "linter/assertions/assertion.h"

#include <algorithm>
#include <array>

namespace linter::assertions {

std::string_view name(Origin origin) {
  static constexpr std::array<std::string_view, 7> names = {
      "clause", "sentence", "paragraph", "heading", "title", "article", "nowhere"};
  return names[static_cast<std::size_t>(origin)];
}

Span joined(Span a, Span b) {
  if (a.empty()) return b;
  if (b.empty()) return a;
  return {std::min(a.begin, b.begin), std::max(a.end, b.end)};
}

std::string_view name(Voice voice) {
  static constexpr std::array<std::string_view, 3> names = {"author", "others", "person"};
  return names[static_cast<std::size_t>(voice)];
}

std::string_view name(Force force) {
  static constexpr std::array<std::string_view, 7> names = {
      "statement", "question", "advice", "hypothesis", "comparison", "mention", "wish"};
  return names[static_cast<std::size_t>(force)];
}

}  // namespace linter::assertions
