#include "linter/checks/spelling/suggest/ranking.h"

#include <algorithm>
#include <utility>

namespace linter::checks::spelling {

bool Ranking::before(const Candidate& a, const Candidate& b) {
  return a.points != b.points ? a.points > b.points : a.text < b.text;
}

Ranking::Ranking(std::size_t limit, int worst)
    : kept_(std::max<std::size_t>(3 * limit, 10)), floor_(worst) {}

void Ranking::add(std::string text, int points, int score) {
  if (points < floor_) return;
  all_.push_back({std::move(text), points, score});
  if (all_.size() >= 2 * kept_) shrink();
}

void Ranking::raise(const std::function<int(std::string_view)>& more) {
  for (Candidate& one : all_) one.points += more(one.text);
}

bool Ranking::has(std::size_t many, int points) const {
  const auto reaches = [&](const Candidate& one) { return one.points >= points; };
  return static_cast<std::size_t>(std::ranges::count_if(all_, reaches)) >= many;
}

std::vector<Suggestion> Ranking::take(std::size_t limit) {
  std::ranges::sort(all_, before);
  std::vector<Suggestion> best;
  for (Candidate& one : all_) {
    if (best.size() == limit) break;
    if (std::ranges::find(best, one.text, &Suggestion::text) == best.end())
      best.push_back({std::move(one.text), one.score});
  }
  return best;
}

void Ranking::shrink() {
  std::ranges::sort(all_, before);
  const auto repeated = std::ranges::unique(all_);
  all_.resize(std::min(kept_, all_.size() - repeated.size()));
  if (all_.size() == kept_) floor_ = all_.back().points;
}

}  // namespace linter::checks::spelling
