// The hash join behind the corpus pass: which statements clash with which.
//
// Claims are compared once per pair of distinct claims, not per pair of statements; for each
// statement that a finding will stand on, its nearest opponents are then looked up in their sorted
// lists. The cost is about (distinct claims)² + (statements) + (clashing statements) x (claims that
// they clash with).
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "linter/assertions/compare.h"
#include "linter/checks/claims/claims.h"
#include "linter/checks/summaries.h"
#include "linter/findings/gather_turned.h"

namespace linter::checks::claims {

// A statement of an article, or a fact of a pack (then `fact` is its index).
struct Side {
  SummaryView statement{};
  std::uint32_t fact = UINT32_MAX;

  [[nodiscard]] bool is_fact() const { return fact != UINT32_MAX; }
};

// One statement that clashes with others in one way.
struct StatementClash {
  Side statement;  // the side that denies or overpromises; else the later one
  assertions::Claim claim;
  assertions::Comparison comparison;  // with the first of `others`: the gravest
  assertions::Claim other_claim;      // likewise
  std::vector<Side> others;           // the gravest first, then the nearest; at most most_related
  std::uint32_t omitted = 0;          // how many more there are
  bool turned = false;  // nobody asked about the statement: the finding stands on the only one of
                        // `others`, and `statement` is what it is held against
};

inline constexpr std::size_t most_related = findings::most_sides;
// A statement that nobody asked about is turned to no more places than this.
inline constexpr std::size_t most_turned = 16;

// Of one concept in one frame no more distinct claims than this are compared, nor more denials;
// those met first are.
inline constexpr std::size_t most_distinct_claims = 1000;

// All clashes that concern an article somebody asked about, by (file, begin) of the statement;
// deterministic.
[[nodiscard]] std::vector<StatementClash> join(const knowledge::Knowledge& knowledge,
                                               const SummaryList& list, const Options& options);

}  // namespace linter::checks::claims
