// What is new of two versions: each thing of the old one stands for one of the new one, and no
// more.
#pragma once

#include <algorithm>
#include <cstddef>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

namespace linter::run {

// Something of one version of a file, until it has found its counterpart in the other.
template <class Thing>
struct Entry {
  Thing* thing = nullptr;
  std::size_t pair = 0;
  bool open = true;
};

// Those of one key.
template <class Now, class Before>
struct Equals {
  std::vector<Entry<Now>*> now;
  std::vector<Entry<Before>*> before;

  // Strikes those with the same name, as many now as there were before.
  template <class Name>
  void strike(const Name& name) {
    std::unordered_map<std::string, std::vector<Entry<Before>*>> waiting;
    for (Entry<Before>* entry : before)
      if (entry->open) waiting[name(*entry->thing, entry->pair, true)].push_back(entry);
    for (Entry<Now>* entry : now) {
      const auto found =
          entry->open ? waiting.find(name(*entry->thing, entry->pair, false)) : waiting.end();
      if (found == waiting.end() || found->second.empty()) continue;
      found->second.back()->open = false;
      found->second.pop_back();
      entry->open = false;
    }
  }
};

// Of equal keys, strikes as many now as there were before, first those in the same `place`: which
// of several is left over decides what else can be struck. An empty key has no counterpart.
template <class Now, class Before, class Key, class Place>
void strike(std::vector<Entry<Now>>& now, std::vector<Entry<Before>>& before, const Key& key,
            const Place& place) {
  std::unordered_map<std::string, Equals<Now, Before>> groups;
  for (Entry<Before>& entry : before) {
    if (!entry.open) continue;
    if (std::string name = key(*entry.thing, entry.pair, true); !name.empty())
      groups[std::move(name)].before.push_back(&entry);
  }
  if (groups.empty()) return;
  for (Entry<Now>& entry : now) {
    if (!entry.open) continue;
    const auto found = groups.find(key(*entry.thing, entry.pair, false));
    if (found != groups.end()) found->second.now.push_back(&entry);
  }
  const auto anywhere = [](const auto&, std::size_t, bool) { return std::string(); };
  for (auto& [name, group] : groups) {
    if (group.now.size() > 1 || group.before.size() > 1) group.strike(place);
    group.strike(anywhere);
  }
}

// Of equal keys, strikes those whose paragraphs are alike, the most alike first; `likeness` of two
// is 0 where they are not. An empty key has no counterpart. Cost: the likeness of each two of a
// key in one file, and of at most `most_compared` in different ones.
template <class Now, class Before, class Key, class Likeness>
void strike_alike(std::vector<Entry<Now>>& now, std::vector<Entry<Before>>& before, const Key& key,
                  const Likeness& likeness) {
  constexpr std::size_t most_compared = 20'000;
  std::unordered_map<std::string, std::vector<Entry<Before>*>> waiting;
  for (Entry<Before>& entry : before) {
    if (!entry.open) continue;
    if (std::string name = key(*entry.thing, entry.pair, true); !name.empty())
      waiting[std::move(name)].push_back(&entry);
  }
  if (waiting.empty()) return;
  struct Match {
    double likeness;
    Entry<Now>* now;
    Entry<Before>* before;
  };
  std::vector<Match> matches;
  std::size_t compared = 0;
  for (Entry<Now>& entry : now) {
    if (!entry.open) continue;
    const auto found = waiting.find(key(*entry.thing, entry.pair, false));
    if (found == waiting.end()) continue;
    for (Entry<Before>* other : found->second) {
      if (other->pair != entry.pair && ++compared > most_compared) continue;
      const double alike = likeness(entry, *other);
      if (alike > 0) matches.push_back({alike, &entry, other});
    }
  }
  std::stable_sort(matches.begin(), matches.end(),
                   [](const Match& a, const Match& b) { return a.likeness > b.likeness; });
  for (const Match& match : matches) {
    if (!match.now->open || !match.before->open) continue;
    match.now->open = false;
    match.before->open = false;
  }
}

template <class... Parts>
std::string joined(const Parts&... parts) {
  std::string text;
  (text.append(parts).append(1, '\0'), ...);
  return text;
}

}  // namespace linter::run
