#include "linter/base/names.h"

#include <algorithm>
#include <vector>

#include "linter/base/utf8.h"

namespace linter::base {
namespace {

// Optimal string alignment over bytes: insertions, deletions, substitutions and swaps of neighbours
// cost 1 each.
std::size_t distance(std::string_view a, std::string_view b) {
  std::vector<std::size_t> before(b.size() + 1);
  std::vector<std::size_t> above(b.size() + 1);
  std::vector<std::size_t> row(b.size() + 1);
  for (std::size_t j = 0; j <= b.size(); ++j) above[j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    row[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      const std::size_t change = a[i - 1] == b[j - 1] ? 0 : 1;
      row[j] = std::min({above[j] + 1, row[j - 1] + 1, above[j - 1] + change});
      const bool swapped = i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1];
      if (swapped) row[j] = std::min(row[j], before[j - 2] + 1);
    }
    before.swap(above);
    above.swap(row);
  }
  return above[b.size()];
}

// A name as hints compare it: "Word_Bounded" and "word-bounded" are one name.
std::string folded(std::string_view name) {
  std::string out(name);
  for (char& c : out) {
    if (c == '_' || c == ' ') c = '-';
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + 0x20);
  }
  return out;
}

}  // namespace

std::string_view nearest_name(std::string_view wanted, std::span<const std::string_view> names) {
  constexpr std::size_t longest = 200;  // nobody types a longer name; keeps hostile keys cheap
  if (wanted.size() > longest) return {};
  const std::string key = folded(wanted);
  std::string_view nearest;
  std::size_t best = longest;
  for (const std::string_view name : names) {
    const std::size_t longer = std::max(name.size(), key.size());
    const std::size_t gap = longer - std::min(name.size(), key.size());
    const std::size_t most = std::max<std::size_t>(1, longer / 3);
    if (gap > most || gap >= best) continue;
    const std::size_t found = distance(key, folded(name));
    if (found <= most && found < best) {
      best = found;
      nearest = name;
    }
  }
  return nearest;
}

std::string nearest_hint(std::string_view wanted, std::span<const std::string_view> names) {
  const std::string_view name = nearest_name(wanted, names);
  return name.empty() ? std::string() : " (did you mean '" + std::string(name) + "'?)";
}

std::string shortened(std::string_view text) {
  constexpr std::size_t longest = 60;
  std::size_t at = 0;
  for (std::size_t count = 0; count < longest && at < text.size(); ++count)
    at += decode(text, at).length;
  return std::string(text.substr(0, at)) + (at < text.size() ? "…" : "");
}

}  // namespace linter::base
