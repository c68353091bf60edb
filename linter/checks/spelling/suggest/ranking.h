// The best candidates so far.
#pragma once

#include <cstddef>
#include <string>
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
  void add(std::string text, int points);
  // Whether that many candidates have these points or more.
  [[nodiscard]] bool has(std::size_t many, int points) const;
  // The best, each text once; ends the ranking.
  [[nodiscard]] std::vector<Suggestion> take(std::size_t limit);

 private:
  void shrink();

  std::size_t kept_;
  int floor_;
  std::vector<Suggestion> all_;
};

}  // namespace linter::checks::spelling
