#include "linter/repository/renames.h"

#include <algorithm>
#include <cstdint>
#include <map>
#include <tuple>
#include <unordered_map>
#include <utility>

#include "linter/base/hash.h"

namespace linter::repository {
namespace {

using Counterparts = std::vector<std::optional<std::size_t>>;

// What stands in more files than this tells none of them.
constexpr std::size_t most_sharing = 32;
// So many files are looked at closely for one.
constexpr std::size_t most_candidates = 8;

std::string_view base_name(std::string_view path) {
  return path.substr(path.rfind('/') + 1);
}

// A line or a sentence of a file.
struct Piece {
  std::uint64_t hash = 0;
  std::uint64_t size = 0;  // bytes, of all its equals
  auto operator<=>(const Piece&) const = default;
};

// Sorted by hash, each once.
struct Pieces {
  std::vector<Piece> all;
  std::uint64_t size = 0;
};

Pieces pieces_of(std::string_view text) {
  Pieces pieces;
  const auto add = [&](std::string_view piece) {
    const std::size_t begin = piece.find_first_not_of(" \t\r\n");
    if (begin == std::string_view::npos) return;
    piece = piece.substr(begin, piece.find_last_not_of(" \t\r\n") + 1 - begin);
    pieces.all.push_back({base::hash64(piece), piece.size()});
    pieces.size += piece.size();
  };
  std::size_t begin = 0;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const bool ends_sentence = text[at] == ' ' && at > 0 &&
                               std::string_view(".?!").find(text[at - 1]) != std::string_view::npos;
    if (text[at] != '\n' && !ends_sentence) continue;
    add(text.substr(begin, at - begin));
    begin = at + 1;
  }
  add(text.substr(begin));
  std::ranges::sort(pieces.all);
  std::size_t kept = 0;
  for (std::size_t i = 0; i < pieces.all.size(); ++i) {
    if (kept > 0 && pieces.all[kept - 1].hash == pieces.all[i].hash) {
      pieces.all[kept - 1].size += pieces.all[i].size;
    } else {
      pieces.all[kept++] = pieces.all[i];
    }
  }
  pieces.all.resize(kept);
  return pieces;
}

// The share that both have of the longer one.
double likeness(const Pieces& a, const Pieces& b) {
  std::uint64_t both = 0;
  for (auto i = a.all.begin(), j = b.all.begin(); i != a.all.end() && j != b.all.end();) {
    if (i->hash == j->hash) {
      both += std::min(i->size, j->size);
      ++i;
      ++j;
    } else if (i->hash < j->hash) {
      ++i;
    } else {
      ++j;
    }
  }
  const std::uint64_t longer = std::max(a.size, b.size);
  return longer == 0 ? 0 : static_cast<double>(both) / static_cast<double>(longer);
}

class Matcher {
 public:
  Matcher(std::span<const OneSided> gone, std::span<const OneSided> come)
      : gone_(gone), come_(come), taken_(gone.size()), found_(come.size()) {}

  void match_equals() {
    match_by([](const OneSided& file) {
      return file.blob.empty() ? std::string()
                               : file.blob + '/' + std::string(base_name(file.path));
    });
    match_by([](const OneSided& file) { return file.blob; });
  }

  base::Result<void> match_alike(const ReadOneSided& read_gone, const ReadOneSided& read_come) {
    const bool all_found = std::ranges::all_of(found_, [](const auto& one) { return !!one; });
    if (all_found || std::ranges::find(taken_, false) == taken_.end()) return {};
    if (auto read = index_gone(read_gone); !read) return read;
    struct Match {
      double likeness;
      bool same_name;
      std::size_t come;
      std::size_t gone;
    };
    std::vector<Match> matches;
    for (std::size_t i = 0; i < come_.size(); ++i) {
      if (found_[i]) continue;
      auto text = read_come(come_[i]);
      if (!text) return std::unexpected(std::move(text.error()));
      if (!*text) continue;
      const Pieces pieces = pieces_of(**text);
      for (const std::size_t candidate : candidates(pieces, come_[i].path)) {
        const double alike = likeness(pieces, pieces_[candidate]);
        const bool same_name = base_name(gone_[candidate].path) == base_name(come_[i].path);
        if (alike >= least_likeness) matches.push_back({alike, same_name, i, candidate});
      }
    }
    std::ranges::sort(matches, [](const Match& a, const Match& b) {
      return std::tuple(-a.likeness, !a.same_name, a.come, a.gone) <
             std::tuple(-b.likeness, !b.same_name, b.come, b.gone);
    });
    for (const Match& match : matches) {
      if (!found_[match.come] && !taken_[match.gone]) take(match.come, match.gone);
    }
    return {};
  }

  [[nodiscard]] Counterparts found() && { return std::move(found_); }

 private:
  static constexpr double least_likeness = 0.5;

  void take(std::size_t come, std::size_t gone) {
    found_[come] = gone;
    taken_[gone] = true;
  }

  template <class Name>
  void match_by(const Name& name) {
    std::unordered_map<std::string, std::vector<std::size_t>> waiting;  // last first
    for (std::size_t i = gone_.size(); i-- > 0;) {
      if (std::string known = name(gone_[i]); !taken_[i] && !known.empty())
        waiting[std::move(known)].push_back(i);
    }
    for (std::size_t i = 0; i < come_.size(); ++i) {
      if (found_[i]) continue;
      const auto same = waiting.find(name(come_[i]));
      if (same == waiting.end() || same->second.empty()) continue;
      take(i, same->second.back());
      same->second.pop_back();
    }
  }

  base::Result<void> index_gone(const ReadOneSided& read) {
    pieces_.resize(gone_.size());
    for (std::size_t i = 0; i < gone_.size(); ++i) {
      if (taken_[i]) continue;
      auto text = read(gone_[i]);
      if (!text) return std::unexpected(std::move(text.error()));
      if (!*text) continue;
      pieces_[i] = pieces_of(**text);
      by_name_[base_name(gone_[i].path)].push_back(i);
      for (const Piece& piece : pieces_[i].all) {
        std::vector<std::size_t>& having = by_piece_[piece.hash];
        if (having.size() <= most_sharing) having.push_back(i);
      }
    }
    return {};
  }

  // Those with most in common of what few have, and those of the same name.
  [[nodiscard]] std::vector<std::size_t> candidates(const Pieces& pieces,
                                                    std::string_view path) const {
    std::map<std::size_t, std::uint64_t> shared;
    for (const Piece& piece : pieces.all) {
      const auto having = by_piece_.find(piece.hash);
      if (having == by_piece_.end() || having->second.size() > most_sharing) continue;
      for (const std::size_t one : having->second) shared[one] += piece.size;
    }
    std::vector<std::pair<std::uint64_t, std::size_t>> order;
    for (const auto& [one, size] : shared) order.emplace_back(size, one);
    std::ranges::sort(order, [](const auto& a, const auto& b) {
      return a.first != b.first ? a.first > b.first : a.second < b.second;
    });
    std::vector<std::size_t> chosen;
    for (std::size_t i = 0; i < order.size() && i < most_candidates; ++i)
      chosen.push_back(order[i].second);
    const auto named = by_name_.find(base_name(path));
    for (std::size_t i = 0; named != by_name_.end() && i < named->second.size(); ++i) {
      if (i == most_candidates) break;
      if (std::ranges::find(chosen, named->second[i]) == chosen.end())
        chosen.push_back(named->second[i]);
    }
    return chosen;
  }

  std::span<const OneSided> gone_;
  std::span<const OneSided> come_;
  std::vector<bool> taken_;  // by gone
  Counterparts found_;       // by come
  std::vector<Pieces> pieces_;
  std::unordered_map<std::string_view, std::vector<std::size_t>> by_name_;
  std::unordered_map<std::uint64_t, std::vector<std::size_t>> by_piece_;
};

}  // namespace

base::Result<Counterparts> find_renames(std::span<const OneSided> gone,
                                        std::span<const OneSided> come,
                                        const ReadOneSided& read_gone,
                                        const ReadOneSided& read_come) {
  Matcher matcher(gone, come);
  matcher.match_equals();
  if (auto matched = matcher.match_alike(read_gone, read_come); !matched)
    return std::unexpected(std::move(matched.error()));
  return std::move(matcher).found();
}

}  // namespace linter::repository
