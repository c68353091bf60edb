#include "linter/checks/claims/join.h"

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <map>
#include <optional>
#include <set>
#include <tuple>
#include <utility>

#include "linter/checks/claims/opponents.h"
#include "linter/checks/claims/statements.h"

namespace linter::checks::claims {
namespace {

using assertions::Claim;
using assertions::ClashKind;
using assertions::Comparison;
using assertions::Verdict;
using knowledge::ConceptId;
using knowledge::FrameId;
using knowledge::Knowledge;

// One way in which one claim class is at odds with another.
struct ClassClash {
  ClassId other;
  Comparison comparison;
  bool same_condition = false;  // only where both state the same condition
};

// A finding of a sentence, and the sides that it was put together from.
struct Found {
  StatementClash clash;
  std::vector<Met> met;
  std::uint32_t total = 0;
};

class SubjectJoin {
 public:
  SubjectJoin(const Knowledge& knowledge, const Options& options, const SummaryTable& table,
              std::span<const SummaryId> summaries)
      : knowledge_(knowledge), options_(options), statements_(knowledge, table, summaries) {}

  void run(std::vector<StatementClash>& clashes) {
    clashes_.resize(statements_.classes().size());
    compare_buckets();
    for (ClassId id = 0; id < clashes_.size(); ++id) report_class(id);
    for (auto& [key, found] : found_) clashes.push_back(finish(std::move(found)));
  }

 private:
  using Bucket = std::pair<FrameId, ConceptId>;

  // Whether any claims of the two could clash.
  [[nodiscard]] bool can_meet(const Bucket& a, const Bucket& b) const {
    if (a.first == b.first &&
        (only_frames_.contains(a.first) || knowledge_.is_a(a.second, b.second) ||
         knowledge_.is_a(b.second, a.second) || knowledge_.are_exclusive(a.second, b.second)))
      return true;
    return std::ranges::any_of(knowledge_.clashes, [&](const knowledge::Clash& clash) {
      return (clash.first == a.first && clash.second == b.first) ||
             (clash.first == b.first && clash.second == a.first);
    });
  }

  void compare_buckets() {
    std::map<Bucket, std::vector<ClassId>> buckets;
    std::map<std::pair<Bucket, bool>, std::size_t> counts;  // denials apart: no crowd hides them
    for (ClassId id = 0; id < statements_.classes().size(); ++id) {
      const Claim& claim = statements_.classes()[id].claim;
      const Bucket bucket{claim.frame, claim.meaning};
      if (claim.only) only_frames_.insert(claim.frame);
      if (is_fact(id) || counts[{bucket, claim.denied}]++ < most_distinct_claims)
        buckets[bucket].push_back(id);
    }
    for (auto a = buckets.begin(); a != buckets.end(); ++a) {
      for (auto b = a; b != buckets.end(); ++b) {
        if (!can_meet(a->first, b->first)) continue;
        for (const ClassId first : a->second)
          for (const ClassId second : b->second)
            if (a != b || first <= second) meet(first, second);
      }
    }
  }

  [[nodiscard]] bool is_fact(ClassId id) const {
    return statements_.classes()[id].fact != UINT32_MAX;
  }

  // Puts the pair down on the side(s) where a finding would stand.
  void meet(ClassId first, ClassId second) {
    const Claim& claim = statements_.classes()[first].claim;
    Claim other = statements_.classes()[second].claim;
    const bool same_condition = claim.conditional && other.conditional;
    if (same_condition) other.condition = claim.condition;
    const Comparison comparison = assertions::compare(knowledge_, claim, other);
    if (comparison.verdict < Verdict::tension) return;
    const bool neither = !comparison.first_overpromises && !comparison.second_overpromises;
    const int outlier = outlier_of(first, second, comparison);
    const bool on_first = outlier != 0 ? outlier == 1 : comparison.first_overpromises || neither;
    const bool on_second = outlier != 0 ? outlier == 2 : comparison.second_overpromises || neither;
    if (on_first) clashes_[first].push_back({second, comparison, same_condition});
    if (on_second && first != second)
      clashes_[second].push_back({first, comparison, same_condition});
  }

  // Which of the two bears the finding whoever overpromises, 0 for none. A fact is never what is
  // wrong. And where a figure, a rate or a degree stands against many times as many that agree with
  // each other, it is the one to look at.
  [[nodiscard]] int outlier_of(ClassId first, ClassId second, const Comparison& comparison) const {
    static constexpr std::size_t many_times = 10;
    if (is_fact(first)) return 2;
    if (is_fact(second)) return 1;
    const bool figures = comparison.kind == ClashKind::quantity ||
                         comparison.kind == ClashKind::likelihood ||
                         comparison.kind == ClashKind::degree;
    if (!figures) return 0;
    const std::size_t here = statements_.classes()[first].statements.size();
    const std::size_t there = statements_.classes()[second].statements.size();
    if (here >= many_times * there) return 2;
    return there >= many_times * here ? 1 : 0;
  }

  // However a denial is contradicted, it is one defect; so is what is promised to all.
  using Way = std::pair<ClashKind, std::uint16_t>;
  static constexpr unsigned of_all = 0x8000;  // no clash or frame has such a number
  static constexpr unsigned loose = 0x4000;
  [[nodiscard]] static Way way_of(const Claim& claim, const Comparison& comparison) {
    if (claim.denied) return {ClashKind::polarity, knowledge::none};
    if (comparison.kind == ClashKind::declared && claim.universal)
      return {ClashKind::declared, static_cast<std::uint16_t>(of_all | claim.frame)};
    if (comparison.kind == ClashKind::declared && comparison.verdict == Verdict::tension)
      return {ClashKind::declared, static_cast<std::uint16_t>(loose | claim.frame)};
    return {comparison.kind, comparison.declared};
  }

  // The sentence and, where it is turned, the one that bears the finding.
  using Key = std::tuple<std::string_view, std::uint64_t, Way, std::string_view, std::uint64_t>;

  void report_class(ClassId id) {
    const ClaimClass& of = statements_.classes()[id];
    if (clashes_[id].empty() || is_fact(id)) return;
    if (!of.claim.conditional) return report_statements(id, of.statements, 0);
    for (const auto& [condition, statements] : of.by_condition)
      report_statements(id, statements, condition);
  }

  void report_statements(ClassId id, std::span<const StatementId> statements,
                         std::uint64_t condition) {
    const Claim& claim = statements_.classes()[id].claim;
    std::map<Way, std::vector<Opponent>> ways;
    for (const ClassClash& clash : clashes_[id])
      if (auto opponent = opponent_of(claim, clash, condition))
        ways[way_of(claim, clash.comparison)].push_back(*opponent);
    for (auto& [way, all] : ways) {
      const Opponents opponents(statements_, std::move(all), options_.comparable);
      for (const StatementId statement : statements)
        report_statement(statement, claim, way, opponents);
    }
  }

  [[nodiscard]] std::optional<Opponent> opponent_of(const Claim& claim, const ClassClash& clash,
                                                    std::uint64_t condition) const {
    const ClaimClass& other = statements_.classes()[clash.other];
    Opponent opponent{.of = &other,
                      .statements = other.statements,
                      .comparison = clash.comparison,
                      .only_nearby = clash.comparison.near ||
                                     claim.subject_confidence < assertions::beyond ||
                                     other.claim.subject_confidence < assertions::beyond,
                      .only_earlier = !clash.comparison.first_overpromises &&
                                      !clash.comparison.second_overpromises};
    if (other.fact != UINT32_MAX) {
      if (claim.subject_confidence < assertions::beyond) return std::nullopt;
      return opponent;
    }
    if (clash.same_condition) {
      const auto same = other.by_condition.find(condition);
      if (same == other.by_condition.end()) return std::nullopt;
      opponent.statements = same->second;
    }
    return opponent;
  }

  void report_statement(StatementId statement, const Claim& claim, const Way& way,
                        const Opponents& opponents) {
    const SummaryView summary = statements_.summary(statement);
    if (!summary.asked && !opponents.any_asked()) return;
    std::vector<Met> met = opponents.nearest(statement, !summary.asked);
    if (met.empty()) return;
    Found found;
    found.clash.statement = {summary, UINT32_MAX};
    found.clash.claim = claim;
    found.clash.turned = !summary.asked;
    if (summary.asked) {
      found.total = opponents.count(statement);
      found.met = std::move(met);
      return add({summary.file, summary.identity, way, {}, 0}, std::move(found));
    }
    for (const Met& one : met) {
      found.met = {one};
      const SummaryView place = statements_.summary(one.statement);
      add({summary.file, summary.identity, way, place.file, place.identity}, found);
    }
  }

  void add(const Key& key, Found found) {
    const auto [entry, added] = found_.try_emplace(key, found);
    if (!added) merge(entry->second, std::move(found));
  }

  // Of two clashes of one sentence, the graver one stays, then the one that says more; its others
  // come first, then those of the other one.
  void merge(Found& into, Found&& from) const {
    const auto weight = [](const Found& found) {
      return std::tuple(found.met.front().opponent.comparison.verdict,
                        found.clash.statement.statement.span.size());
    };
    if (weight(from) > weight(into)) std::swap(into, from);
    into.total = std::max(into.total, from.total);
    for (const Met& one : from.met)
      if (std::ranges::none_of(into.met, [&](const Met& known) { return is_same(one, known); }))
        into.met.push_back(one);
  }

  // Whether two sides are one sentence or one fact.
  [[nodiscard]] bool is_same(const Met& a, const Met& b) const {
    if (a.is_fact() || b.is_fact())
      return a.is_fact() && b.is_fact() && a.opponent.of->fact == b.opponent.of->fact;
    return statements_.same_sentence(a.statement, b.statement);
  }

  // What is shown of the other sides; a fact always is, since it settles the matter.
  [[nodiscard]] StatementClash finish(Found found) const {
    StatementClash clash = std::move(found.clash);
    clash.comparison = found.met.front().opponent.comparison;
    clash.other_claim = found.met.front().opponent.of->claim;
    if (found.met.size() > most_related) {
      const auto fact = std::ranges::find_if(found.met, &Met::is_fact);
      if (fact != found.met.end() && fact - found.met.begin() >= std::ptrdiff_t{most_related})
        std::swap(found.met[most_related - 1], *fact);
      found.met.resize(most_related);
    }
    for (const Met& one : found.met)
      clash.others.push_back(one.is_fact() ? Side{{}, one.opponent.of->fact}
                                           : Side{statements_.summary(one.statement), UINT32_MAX});
    const auto shown = static_cast<std::uint32_t>(clash.others.size());
    clash.omitted = found.total > shown ? found.total - shown : 0;
    return clash;
  }

  const Knowledge& knowledge_;
  const Options& options_;
  Statements statements_;
  std::set<FrameId> only_frames_;                 // in which something is said of one thing only
  std::vector<std::vector<ClassClash>> clashes_;  // by class
  std::map<Key, Found> found_;
};

}  // namespace

std::vector<StatementClash> join(const Knowledge& knowledge, const SummaryList& list,
                                 const Options& options) {
  std::vector<StatementClash> clashes;
  for (std::size_t begin = 0; begin < list.ids.size();) {
    const std::uint32_t key = list.table.key_number(list.ids[begin]);
    std::size_t end = begin;
    while (end < list.ids.size() && list.table.key_number(list.ids[end]) == key) ++end;
    SubjectJoin(knowledge, options, list.table, list.ids.subspan(begin, end - begin)).run(clashes);
    begin = end;
  }
  return clashes;
}

}  // namespace linter::checks::claims
