// What a claim clashes with, and which of it is nearest to one statement.
#pragma once

#include <cstdint>
#include <functional>
#include <span>
#include <string_view>
#include <vector>

#include "linter/assertions/compare.h"
#include "linter/checks/claims/statements.h"

namespace linter::checks::claims {

// Statements of one claim that another claim clashes with, or a fact.
struct Opponent {
  const ClaimClass* of = nullptr;
  std::span<const StatementId> statements;  // ascending; empty for a fact
  assertions::Comparison comparison;
  bool only_nearby = false;   // the subject was guessed: no ground for a remark across articles
  bool only_earlier = false;  // neither side overpromises: the later one bears the finding
  bool one_breath = false;    // plain enough to be at odds within one sentence
};

// One of the sides that a statement is held against.
struct Met {
  Opponent opponent;
  StatementId statement = 0;  // unless the opponent is a fact

  [[nodiscard]] bool is_fact() const { return opponent.of->fact != UINT32_MAX; }
};

// Puts the sides in order, gravest first, then nearest (the same file by distance, other files by
// path, facts), and keeps one a sentence: the first `most` of them, and as many facts.
void settle(const Statements& statements, StatementId statement, std::vector<Met>& met,
            std::size_t most);

// The opponents of one claim, for many statements that make it.
class Opponents {
 public:
  using Comparable = std::function<bool(std::string_view, std::string_view)>;

  // All must outlive it.
  Opponents(const Statements& statements, std::vector<Opponent> all, const Comparable& comparable);

  // What `statement` is held against, settled. `asked_only`: of statements that somebody asked
  // about, and then most_turned of them.
  [[nodiscard]] std::vector<Met> nearest(StatementId statement, bool asked_only) const;
  // How many statements and facts there are in all.
  [[nodiscard]] std::uint32_t count(StatementId statement) const;
  // Whether somebody asked about one of the statements.
  [[nodiscard]] bool any_asked() const { return any_asked_; }

 private:
  using Ids = std::span<const StatementId>;
  [[nodiscard]] bool counts(StatementId statement, StatementId other, const Opponent& opponent,
                            bool asked_only) const;
  [[nodiscard]] static Ids before(Ids ids, StatementId end);
  void collect_firsts();
  void drop_later_files();
  void add_nearby(StatementId statement, const Opponent& opponent, bool asked_only,
                  std::vector<Met>& met) const;
  void add_far(StatementId statement, std::span<const Met> from, std::vector<Met>& met) const;

  const Statements& statements_;
  std::vector<Opponent> all_;
  const Comparable& comparable_;
  std::vector<Met> firsts_;  // of each verdict the first few places, in several files
  std::vector<Met> asked_;   // of those that somebody asked about, a few a file
  bool any_asked_ = false;
};

}  // namespace linter::checks::claims
