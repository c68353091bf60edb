// The best candidates so far.
#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "linter/checks/spelling/suggest/suggester.h"

namespace linter::checks::spelling {

// What cannot come among the first is not even written out.
class Ranking {
 public:
  // For answers of `limit` suggestions; nothing below `worst` points is kept.
  Ranking(std::size_t limit, int worst);

  // Points below this are not wanted.
  [[nodiscard]] int floor() const { return floor_; }
  void add(std::string text, int points) { add(std::move(text), points, points); }
  // What of the points decides its place and says nothing of how like the word is, `score` leaves
  // out.
  void add(std::string text, int points, int score);
  // Adds to the points of each candidate, not to its score, what `more` says of its text: none or
  // more.
  void raise(const std::function<int(std::string_view)>& more);
  // Whether that many candidates have these points or more.
  [[nodiscard]] bool has(std::size_t many, int points) const;
  // The best, each text once, with their scores; ends the ranking.
  [[nodiscard]] std::vector<Suggestion> take(std::size_t limit);

 private:
  struct Candidate {
    std::string text;
    int points = 0;
    int score = 0;
    bool operator==(const Candidate&) const = default;
  };
  static bool before(const Candidate& a, const Candidate& b);
  void shrink();

  std::size_t kept_;
  int floor_;
  std::vector<Candidate> all_;
};

}  // namespace linter::checks::spelling
