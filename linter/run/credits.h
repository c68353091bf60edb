// What is new of two versions: each thing of the old one stands for one of the new one, and no
// more.
#pragma once

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

// Of equal keys, strikes as many now as there were before: where there are more now, first those in
// the same `place`. An empty key has no counterpart.
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
    if (group.now.size() > group.before.size()) group.strike(place);
    group.strike(anywhere);
  }
}

template <class... Parts>
std::string joined(const Parts&... parts) {
  std::string text;
  (text.append(parts).append(1, '\0'), ...);
  return text;
}

}  // namespace linter::run
