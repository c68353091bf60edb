#include <string>
#include <unordered_set>

#include "linter/lexicon/building/sources.h"

namespace linter::lexicon::building {
namespace {

constexpr std::uint8_t common_tier = 50;
constexpr std::size_t shortest_rare =
    6;  // in letters; shorter ones are mostly other words gone wrong

// The word and the word with any one letter left out: two words that share one of these are about
// one edit apart.
template <class Use>
void each_reduction(const std::string& word, const Use& use) {
  use(word);
  std::string reduced;
  for (std::size_t i = 0; i < word.size(); ++i) {
    reduced.assign(word, 0, i).append(word, i + 1);
    use(reduced);
  }
}

}  // namespace

void keep_safe_rare(const Entries& common, Entries& rare) {
  std::unordered_set<std::string> near;
  for (const auto& [word, entry] : common) {
    if (entry.tier == 0 || entry.tier > common_tier) continue;
    each_reduction(word, [&](const std::string& reduced) { near.insert(reduced); });
  }
  std::erase_if(rare, [&](const auto& item) {
    bool clashes = item.first.size() < shortest_rare;
    each_reduction(item.first, [&](const std::string& reduced) {
      clashes = clashes || near.contains(reduced);
    });
    return clashes;
  });
}

}  // namespace linter::lexicon::building
