#include "scripts/misfits/likes.h"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <set>
#include <unordered_map>

namespace misfits {
namespace {

constexpr std::uint32_t frequent = 40;  // one of two like words is at least so frequent
constexpr std::uint32_t very_frequent = 160;
constexpr std::uint32_t name_like = 300;  // no known word, but so frequent that it is one
constexpr std::size_t most_likes = 40;
constexpr std::size_t long_word = 6;
constexpr int too_many = 9;

bool is_vowel(char c) {
  return std::string_view("aeiouy").contains(c);
}

bool are_neighbor_keys(char a, char b) {
  constexpr auto rows = std::to_array<std::string_view>({"qwertyuiop", "asdfghjkl", "zxcvbnm"});
  const auto key = [&](char c) {
    for (int row = 0; row < 3; ++row) {
      const std::size_t at = rows[static_cast<std::size_t>(row)].find(c);
      if (at != std::string_view::npos) return std::pair(row, static_cast<int>(at));
    }
    return std::pair(-9, -9);
  };
  const auto [row_a, at_a] = key(a);
  const auto [row_b, at_b] = key(b);
  return row_a >= 0 && std::abs(row_a - row_b) <= 1 && std::abs(at_a - at_b) <= 1;
}

// How a word sounds, roughly: consonants as they are spoken, vowels as one.
std::string sound_of(std::string_view word) {
  static const std::array<std::pair<std::string_view, std::string_view>, 13> spoken = {
      {{"tion", "Sn"},
       {"ssion", "Sn"},
       {"ph", "f"},
       {"gh", ""},
       {"ck", "k"},
       {"wh", "w"},
       {"sc", "s"},
       {"ce", "sa"},
       {"ci", "sa"},
       {"cy", "sa"},
       {"x", "ks"},
       {"q", "k"},
       {"z", "s"}}};
  static const std::array<std::string_view, 3> silent_starts = {"kn", "wr", "gn"};
  std::string sound;
  const auto add = [&](char c) {
    if (!sound.ends_with(c)) sound += c;
  };
  std::size_t at = std::ranges::count(silent_starts, word.substr(0, 2)) > 0 ? 1 : 0;
  while (at < word.size()) {
    const std::string_view rest = word.substr(at);
    const auto* const found =
        std::ranges::find_if(spoken, [&](const auto& one) { return rest.starts_with(one.first); });
    const bool soft = rest.size() > 2 && std::string_view("eiy").contains(rest[2]);
    if (found != spoken.end() && (found->first != "sc" || soft)) {
      std::ranges::for_each(found->second, add);
      at += found->first.size();
      continue;
    }
    ++at;
    const char c = rest.front();
    const bool silent = (c == 'b' && rest.size() == 1 && sound.ends_with('m')) ||
                        (!sound.empty() && (c == 'h' || c == 'w'));
    if (is_vowel(c)) {
      add('a');
    } else if (!silent) {
      add(c == 'c' ? 'k' : c);
    }
  }
  if (sound.size() > 2 && sound.ends_with('a') && word.ends_with('e')) sound.pop_back();
  return sound;
}

bool may_be_like(const Vocabulary& vocabulary, Id id) {
  const std::string& word = vocabulary.words[id];
  return word.size() >= 2 && (vocabulary.known[id] || vocabulary.counts[id] >= name_like) &&
         std::ranges::all_of(word, [](char c) { return c >= 'a' && c <= 'z'; });
}

using Groups = std::unordered_map<std::string, std::vector<Id>>;

void put(Groups& groups, const std::string& key, Id id) {
  auto& group = groups[key];
  if (group.empty() || group.back() != id) group.push_back(id);
}

std::string without(std::string word, std::size_t at) {
  return word.erase(at, 1);
}

class Finder {
 public:
  explicit Finder(const Vocabulary& vocabulary)
      : vocabulary_(vocabulary), likes_(vocabulary.words.size()) {}

  std::vector<std::vector<Like>> find() {
    Groups shorter;
    Groups sounds;
    Groups much_shorter;
    for (Id id = first_word; id < vocabulary_.words.size(); ++id) {
      if (!may_be_like(vocabulary_, id)) continue;
      const std::string& word = vocabulary_.words[id];
      put(shorter, word, id);
      for (std::size_t i = 0; i < word.size(); ++i) put(shorter, without(word, i), id);
      const std::string sound = sound_of(word);
      if (word.size() > 2 && sound.size() > 1) put(sounds, sound, id);
      if (word.size() >= long_word && vocabulary_.counts[id] > 2)
        put_much_shorter(much_shorter, id);
    }
    join(shorter, Likeness::one_slip, frequent);
    join(sounds, Likeness::sound, frequent);
    join(much_shorter, Likeness::two_slips, very_frequent);
    for (auto& likes : likes_) sort(likes);
    return std::move(likes_);
  }

 private:
  void put_much_shorter(Groups& groups, Id id) const {
    const std::string& word = vocabulary_.words[id];
    std::set<std::string> keys = {word};
    for (std::size_t i = 1; i < word.size(); ++i) {
      const std::string one = without(word, i);
      keys.insert(one);
      for (std::size_t k = i; k < one.size(); ++k) keys.insert(without(one, k));
    }
    for (const std::string& key : keys) put(groups, key, id);
  }

  void join(const Groups& groups, Likeness likeness, std::uint32_t least) {
    constexpr std::size_t most_of_one_key = 60;
    for (const auto& [key, group] : groups) {
      if (likeness == Likeness::two_slips && group.size() > most_of_one_key) continue;
      for (std::size_t i = 0; i < group.size(); ++i) {
        for (std::size_t k = i + 1; k < group.size(); ++k) {
          const auto count = std::max(vocabulary_.counts[group[i]], vocabulary_.counts[group[k]]);
          if (count >= least && are(group[i], group[k], likeness))
            add(group[i], group[k], likeness);
        }
      }
    }
  }

  [[nodiscard]] bool are(Id a, Id b, Likeness likeness) const {
    const std::string& one = vocabulary_.words[a];
    const std::string& another = vocabulary_.words[b];
    const int slips = slips_between(one, another, 3);
    if (likeness == Likeness::one_slip) return slips == 1;
    if (likeness == Likeness::two_slips) return slips == 2;
    if (one.front() != another.front() && one.size() > 4 && sound_of(one).size() < 3) return false;
    return slips <= 2 || (slips == 3 && one.size() >= long_word);
  }

  void add(Id a, Id b, Likeness likeness) {
    for (const Like& like : likes_[a])
      if (like.word == b) return;
    likes_[a].push_back({b, likeness});
    likes_[b].push_back({a, likeness});
  }

  void sort(std::vector<Like>& likes) const {
    std::ranges::sort(likes, [&](const Like& a, const Like& b) {
      const bool far_a = a.likeness == Likeness::two_slips;
      const bool far_b = b.likeness == Likeness::two_slips;
      return far_a == far_b ? a.word < b.word : far_b;  // the most frequent have the lowest numbers
    });
    if (likes.size() > most_likes) likes.resize(most_likes);
  }

  const Vocabulary& vocabulary_;
  std::vector<std::vector<Like>> likes_;
};

}  // namespace

int slips_between(std::string_view a, std::string_view b, int most) {
  const auto longer = std::max(a.size(), b.size());
  if (longer - std::min(a.size(), b.size()) > static_cast<std::size_t>(most)) return too_many;
  std::vector<std::vector<int>> cost(a.size() + 1, std::vector<int>(b.size() + 1));
  for (std::size_t i = 0; i <= a.size(); ++i) cost[i][0] = static_cast<int>(i);
  for (std::size_t k = 0; k <= b.size(); ++k) cost[0][k] = static_cast<int>(k);
  for (std::size_t i = 1; i <= a.size(); ++i) {
    for (std::size_t k = 1; k <= b.size(); ++k) {
      cost[i][k] = std::min({cost[i - 1][k] + 1, cost[i][k - 1] + 1,
                             cost[i - 1][k - 1] + (a[i - 1] == b[k - 1] ? 0 : 1)});
      if (i > 1 && k > 1 && a[i - 1] == b[k - 2] && a[i - 2] == b[k - 1])
        cost[i][k] = std::min(cost[i][k], cost[i - 2][k - 2] + 1);
    }
  }
  return cost[a.size()][b.size()] > most ? too_many : cost[a.size()][b.size()];
}

std::vector<std::vector<Like>> likes_of(const Vocabulary& vocabulary) {
  return Finder(vocabulary).find();
}

int kind_of_slip(std::string_view written, std::string_view meant) {
  const bool same_sound = sound_of(written) == sound_of(meant);
  if (slips_between(written, meant, 1) > 1) return same_sound ? 9 : 10;
  const auto at =
      static_cast<std::size_t>(std::ranges::mismatch(written, meant).in1 - written.begin());
  const auto is_double = [](std::string_view word, std::size_t i) {
    return (i > 0 && word[i] == word[i - 1]) || (i + 1 < word.size() && word[i + 1] == word[i]);
  };
  if (written.size() < meant.size()) return is_double(meant, at) ? 5 : 6;
  if (written.size() > meant.size()) return is_double(written, at) ? 7 : 8;
  if (at + 1 < written.size() && written[at] == meant[at + 1] && written[at + 1] == meant[at])
    return 1;
  if (is_vowel(written[at]) && is_vowel(meant[at])) return 2;
  return are_neighbor_keys(written[at], meant[at]) ? 3 : 4;
}

int inflection_between(std::string_view a, std::string_view b) {
  if (a.size() > b.size()) std::swap(a, b);
  if (b.starts_with(a)) {
    const std::string_view ending = b.substr(a.size());
    const auto is = [&](std::initializer_list<std::string_view> endings) {
      return std::ranges::find(endings, ending) != endings.end();
    };
    if (is({"s", "es"})) return 1;
    if (is({"d", "ed"})) return 2;
    if (is({"ing"})) return 3;
    if (is({"ly", "n", "en", "r", "er", "y", "al"})) return 4;
  }
  if (a.size() <= 2) return 0;
  const std::string stem(a.substr(0, a.size() - 1));
  for (const std::string_view ending : {"ing", "ies", "ied", "y"})
    if (b == stem + std::string(ending)) return 3;
  constexpr std::string_view endings = "sdrney";
  const bool ends_alike = a.size() == b.size() && b.starts_with(stem) &&
                          endings.contains(a.back()) && endings.contains(b.back());
  return ends_alike ? 5 : 0;
}

bool are_dialects(std::string_view a, std::string_view b) {
  const auto plain = [](std::string_view word) {
    std::string text;
    for (std::size_t i = 0; i < word.size(); ++i) {
      const std::string_view rest = word.substr(i);
      if (rest.starts_with("our")) {
        text += 'o';
        ++i;
      } else if (!rest.starts_with("ae") && !rest.starts_with("oe") &&
                 (rest.front() != 'l' || !text.ends_with('l'))) {
        text += rest.front() == 'z' ? 's' : rest.front() == 'y' ? 'i' : rest.front();
      }
    }
    if (text.ends_with("re")) text.replace(text.size() - 2, 2, "er");
    return text;
  };
  const auto practise = [](std::string_view verb, std::string_view noun) {
    return verb.ends_with("ise") && noun.ends_with("ice") && verb != "advise" && verb != "devise";
  };
  return plain(a) == plain(b) || practise(a, b) || practise(b, a);
}

}  // namespace misfits
