// The hash join behind the corpus pass: which statements clash with which.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "linter/assertions/compare.h"
#include "linter/checks/claims/claims.h"

namespace linter::checks::claims {

// A statement of an article, or a fact of a pack (then `fact` is its index and `summary` is unset).
struct Side {
  const Summary* summary = nullptr;
  std::uint32_t fact = UINT32_MAX;
  std::uint32_t sentence = 0;  // of the article, see Record
};

// One statement that clashes with others in one way; the finding stands on it.
struct StatementClash {
  Side statement;
  assertions::Claim claim;
  assertions::Comparison comparison;  // the gravest of its kind
  assertions::Claim other_claim;      // of the first of `others`
  std::vector<Side> others;           // nearest first, at most `most_related`
  std::uint32_t omitted = 0;          // how many more there are
};

inline constexpr std::size_t most_related = 3;

// All clashes, in no particular order; deterministic. `summaries` are sorted by (key, file, begin).
[[nodiscard]] std::vector<StatementClash> join(const knowledge::Knowledge& knowledge,
                                               std::span<const Summary> summaries,
                                               const Options& options);

}  // namespace linter::checks::claims
