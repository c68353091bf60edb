#include "linter/checks/claims/opponents.h"

#include <algorithm>
#include <map>
#include <tuple>

#include "linter/checks/claims/join.h"

namespace linter::checks::claims {
namespace {

// As many places are remembered for the statements of all articles: enough that those in one of the
// files can be left out.
constexpr std::size_t most_first_files = most_related + 1;
constexpr std::size_t most_asked = 256;

// Gravity, kind of place, how far, and what decides between equals.
auto order_key(const Statements& statements, StatementId statement, const Met& met) {
  // What words tell comes before what examples do.
  const int gravity = (met.opponent.of->claim.by_example ? 1 : 0) -
                      2 * static_cast<int>(met.opponent.comparison.verdict);
  if (met.is_fact()) return std::tuple(gravity, 2, met.opponent.of->fact, met.statement);
  if (!statements.same_file(met.statement, statement))
    return std::tuple(gravity, 1, met.statement, met.statement);
  const std::uint32_t here = statements.summary(statement).span.begin;
  const std::uint32_t there = statements.summary(met.statement).span.begin;
  return std::tuple(gravity, 0, there > here ? there - here : here - there, met.statement);
}

}  // namespace

void settle(const Statements& statements, StatementId statement, std::vector<Met>& met,
            std::size_t most) {
  std::ranges::stable_sort(met, [&](const Met& a, const Met& b) {
    return order_key(statements, statement, a) < order_key(statements, statement, b);
  });
  std::vector<Met> kept;
  std::size_t here = 0;
  std::size_t elsewhere = 0;  // in other articles: they leave those of this one their place
  std::size_t facts = 0;
  for (const Met& one : met) {
    const auto same_place = [&](const Met& other) {
      return !other.is_fact() && statements.same_sentence(other.statement, one.statement);
    };
    std::size_t& count = one.is_fact()                                        ? facts
                         : statements.same_file(one.statement, statement) ? here
                                                                              : elsewhere;
    if (count == most) continue;
    if (!one.is_fact() && std::ranges::any_of(kept, same_place)) continue;
    ++count;
    kept.push_back(one);
  }
  met = std::move(kept);
}

Opponents::Opponents(const Statements& statements, std::vector<Opponent> all,
                     const Comparable& comparable)
    : statements_(statements), all_(std::move(all)), comparable_(comparable) {
  collect_firsts();
}

// Of each opponent the first places in a few files. Where `comparable` keeps files apart, the first
// ones may not do, so all are taken.
void Opponents::collect_firsts() {
  for (const Opponent& opponent : all_) {
    const bool is_far = !opponent.only_nearby;
    std::size_t files = 0;
    for (std::size_t at = 0; at < opponent.statements.size();) {
      const StatementId end = statements_.file_of(opponent.statements[at]).second;
      const bool keeps = is_far && (files < most_first_files || comparable_ != nullptr);
      std::size_t kept = 0;
      std::size_t asked = 0;
      for (; at < opponent.statements.size() && opponent.statements[at] < end; ++at) {
        const StatementId here = opponent.statements[at];
        if (keeps && kept++ < most_related) firsts_.push_back({opponent, here});
        if (asked >= most_related || !statements_.summary(here).asked) continue;
        ++asked;
        any_asked_ = true;
        if (is_far && asked_.size() < most_asked) asked_.push_back({opponent, here});
      }
      if (++files >= most_first_files && asked_.size() >= most_asked && !keeps) break;
    }
  }
  std::ranges::stable_sort(firsts_, {}, &Met::statement);
  std::ranges::stable_sort(asked_, {}, &Met::statement);
  if (!comparable_) drop_later_files();
}

// Each opponent has put its own first files forward; the first few of all are enough. Those of a
// verdict of their own stay: the gravest come first.
void Opponents::drop_later_files() {
  std::map<assertions::Verdict, std::vector<StatementId>> files;  // by their first statement
  std::erase_if(firsts_, [&](const Met& met) {
    auto& known = files[met.opponent.comparison.verdict];
    const StatementId file = statements_.file_of(met.statement).first;
    if (std::ranges::find(known, file) != known.end()) return false;
    if (known.size() >= most_first_files && !met.opponent.only_earlier) return true;
    known.push_back(file);
    return false;
  });
}

Opponents::Ids Opponents::before(Ids ids, StatementId end) {
  return ids.first(static_cast<std::size_t>(std::ranges::lower_bound(ids, end) - ids.begin()));
}

bool Opponents::counts(StatementId statement, StatementId other, const Opponent& opponent,
                       bool asked_only) const {
  // "painless, though most feel a sting"; not "a sting is no cause for worry"
  if (statements_.same_sentence(statement, other) &&
      (!opponent.one_breath ||
       (statements_.summary(statement).span.end > statements_.summary(other).span.begin &&
        !statements_.are_set_against(statement, other))))
    return false;
  return !asked_only || statements_.summary(other).asked;
}

// The nearest few places of an opponent in the statement's own file, on both sides of it.
void Opponents::add_nearby(StatementId statement, const Opponent& opponent, bool asked_only,
                           std::vector<Met>& met) const {
  const auto [begin, end] = statements_.file_of(statement);
  const Ids ids = opponent.statements;
  const auto here =
      static_cast<std::size_t>(std::ranges::lower_bound(ids, statement) - ids.begin());
  std::size_t taken = 0;
  for (std::size_t at = here; at-- > 0 && ids[at] >= begin && taken < most_related;) {
    if (!counts(statement, ids[at], opponent, asked_only)) continue;
    met.push_back({opponent, ids[at]});
    ++taken;
  }
  if (opponent.only_earlier) return;
  taken = 0;
  for (std::size_t at = here; at < ids.size() && ids[at] < end && taken < most_related; ++at) {
    if (!counts(statement, ids[at], opponent, asked_only)) continue;
    met.push_back({opponent, ids[at]});
    ++taken;
  }
}

void Opponents::add_far(StatementId statement, std::span<const Met> from,
                        std::vector<Met>& met) const {
  for (const Met& one : from) {
    if (statements_.same_file(one.statement, statement)) continue;
    // the same sentence in another article is at odds with nothing there that it is not with here
    if (sentence_of(statements_.summary(one.statement).identity) ==
        sentence_of(statements_.summary(statement).identity))
      continue;
    if (one.opponent.only_earlier && one.statement > statement) continue;
    if (comparable_ &&
        !comparable_(statements_.summary(statement).file, statements_.summary(one.statement).file))
      continue;
    met.push_back(one);
  }
}

std::vector<Met> Opponents::nearest(StatementId statement, bool asked_only) const {
  std::vector<Met> met;
  for (const Opponent& opponent : all_) {
    if (opponent.of->fact == UINT32_MAX) {
      add_nearby(statement, opponent, asked_only, met);
    } else if (!asked_only) {
      met.push_back({opponent, 0});
    }
  }
  add_far(statement, asked_only ? asked_ : firsts_, met);
  settle(statements_, statement, met, asked_only ? most_turned : most_related);
  return met;
}

std::uint32_t Opponents::count(StatementId statement) const {
  std::size_t total = 0;
  const auto [begin, end] = statements_.file_of(statement);
  for (const Opponent& opponent : all_) {
    if (opponent.of->fact != UINT32_MAX) {
      ++total;
      continue;
    }
    Ids ids = opponent.statements;
    if (opponent.only_earlier) ids = before(ids, statement);
    if (opponent.only_nearby) ids = before(ids, end).subspan(before(ids, begin).size());
    total += ids.size();
  }
  return static_cast<std::uint32_t>(total);
}

}  // namespace linter::checks::claims
