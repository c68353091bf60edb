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
  StatementId statement = 0;
  std::vector<Met> met;
  std::uint32_t total = 0;
  bool repeated = false;      // another finding stands for it
  std::uint32_t repeats = 0;  // findings that it stands for
};

class SubjectJoin {
 public:
  SubjectJoin(const Knowledge& knowledge, const Options& options, const SummaryTable& table,
              std::span<const SummaryId> summaries)
      : knowledge_(knowledge), options_(options), statements_(knowledge, table, summaries) {}

  void run(std::vector<StatementClash>& clashes) {
    clashes_.resize(statements_.classes().size());
    count_figures();
    compare_buckets();
    for (ClassId id = 0; id < clashes_.size(); ++id) report_class(id);
    drop_repeated();
    for (auto& [key, found] : found_)
      if (!found.repeated) clashes.push_back(finish(std::move(found)));
  }

 private:
  using Bucket = std::pair<FrameId, ConceptId>;

  // Whether any claims of the two could clash.
  [[nodiscard]] bool can_meet(const Bucket& a, const Bucket& b) const {
    if (a.first == b.first &&
        (only_frames_.contains(a.first) || knowledge_.is_a(a.second, b.second) ||
         knowledge_.is_a(b.second, a.second) || knowledge_.are_exclusive(a.second, b.second)))
      return true;
    return knowledge_.may_clash(a.first, b.first) || knowledge_.may_clash(b.first, a.first);
  }

  // The figures and rates that each article gives for one thing, and all articles together.
  void count_figures() {
    for (const ClaimClass& of : statements_.classes()) {
      if (of.fact != UINT32_MAX) continue;
      const Case figure{of.claim.quantity, of.claim.likelihood};
      figures_[{all_files, of.claim.frame, of.claim.meaning}].insert(figure);
      if (!of.claim.quantity) continue;
      std::set<StatementId> files;
      for (const StatementId statement : of.statements)
        files.insert(statements_.file_of(statement).first);
      for (const StatementId file : files)
        figures_[{file, of.claim.frame, of.claim.meaning}].insert(figure);
    }
  }

  [[nodiscard]] bool gives(std::size_t many, StatementId file, const Claim& claim) const {
    const auto known = figures_.find({file, claim.frame, claim.meaning});
    return known != figures_.end() && known->second.size() >= many;
  }

  // "6 to 8 for black ink, 10 to 12 for green, 20 and more for ...": an article that gives many
  // figures for one thing gives them case by case, and so do many articles.
  void weigh_figures(StatementId statement, const Claim& claim, std::vector<Met>& met) const {
    static constexpr std::size_t many = 4;
    static constexpr std::size_t very_many = 8;
    const bool all_many = gives(very_many, all_files, claim);
    std::erase_if(met, [&](const Met& one) {
      if (one.is_fact() || !is_figure(one.opponent.comparison.kind)) return false;
      const bool is_far = !statements_.same_file(one.statement, statement);
      if (is_far && all_many && one.opponent.comparison.verdict <= Verdict::tension) return true;
      return one.opponent.comparison.kind == ClashKind::quantity &&
             (gives(many, statements_.file_of(statement).first, claim) ||
              gives(many, statements_.file_of(one.statement).first, one.opponent.of->claim));
    });
    for (Met& one : met) {
      if (one.is_fact() || !is_figure(one.opponent.comparison.kind) || !all_many ||
          statements_.same_file(one.statement, statement))
        continue;
      Verdict& verdict = one.opponent.comparison.verdict;
      verdict = std::min(verdict, Verdict::tension);
    }
  }

  // Whether a sentence says both sides itself ("painless or with very little pain"): it is no plain
  // promise, and no plain admission.
  [[nodiscard]] bool is_balanced(StatementId statement) const {
    const auto clashes_with = [&](ClassId here, ClassId there) {
      return std::ranges::any_of(clashes_[here], [&](const ClassClash& clash) {
        return clash.other == there && clash.comparison.verdict >= Verdict::tension;
      });
    };
    const auto [begin, end] = statements_.file_of(statement);
    const auto opposes = [&](StatementId other) {
      const ClassId here = *statements_.class_at(statement);
      const auto there = statements_.class_at(other);
      return there && (clashes_with(here, *there) || clashes_with(*there, here));
    };
    for (StatementId other = statement; other-- > begin;) {
      if (!statements_.same_sentence(other, statement)) break;
      if (is_told(other) && opposes(other)) return true;
    }
    for (StatementId other = statement + 1; other < end; ++other) {
      if (!statements_.same_sentence(other, statement)) break;
      if (is_told(other) && opposes(other)) return true;
    }
    return false;
  }
  // Whether words tell what a statement says, and not examples.
  [[nodiscard]] bool is_told(StatementId statement) const {
    const auto id = statements_.class_at(statement);
    return id && !statements_.classes()[*id].claim.by_example;
  }

  // Whether a figure is of most people or cases, and of what the article is about: another article
  // may be about another kind of it.
  [[nodiscard]] static bool is_loose_figure(const Claim& claim) {
    return claim.subject_confidence <= assertions::beyond && claim.quantity &&
           claim.quantity->measure == knowledge::Measure::time &&
           (claim.hedged || claim.conditional || claim.population != knowledge::none ||
            claim.frame_confidence < assertions::stated);
  }

  // Asks where a sentence is balanced; a question is one about a single article.
  void weigh_sides(StatementId statement, const Claim& claim, std::vector<Met>& met) const {
    const bool balanced = is_balanced(statement);
    for (Met& one : met) {
      Verdict& verdict = one.opponent.comparison.verdict;
      // "There is no downtime, although you will be red for days"
      if (!one.is_fact() && statements_.are_set_against(statement, one.statement)) {
        verdict = std::min(verdict, Verdict::tension);
        continue;
      }
      if (!one.is_fact() && (balanced || is_balanced(one.statement) ||
                             statements_.same_sentence(statement, one.statement)))
        verdict = std::min(verdict, Verdict::query);
      if (!one.is_fact() && !statements_.same_file(one.statement, statement) &&
          one.opponent.comparison.kind == ClashKind::quantity &&
          (is_loose_figure(claim) || is_loose_figure(one.opponent.of->claim)))
        verdict = std::min(verdict, Verdict::tension);
    }
    std::erase_if(met, [&](const Met& one) {
      return !one.is_fact() && !statements_.same_file(one.statement, statement) &&
             one.opponent.comparison.verdict < Verdict::tension;
    });
    settle(statements_, statement, met, met.size());
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
    Comparison comparison = assertions::compare(knowledge_, claim, other);
    if (is_fact(first)) cap(other, comparison);
    if (is_fact(second)) cap(claim, comparison);
    if (comparison.verdict < Verdict::query) return;
    const bool neither = !comparison.first_overpromises && !comparison.second_overpromises;
    const int outlier = outlier_of(first, second, comparison);
    const bool on_first = outlier != 0 ? outlier == 1 : comparison.first_overpromises || neither;
    const bool on_second = outlier != 0 ? outlier == 2 : comparison.second_overpromises || neither;
    if (on_first) clashes_[first].push_back({second, comparison, same_condition});
    if (on_second && first != second)
      clashes_[second].push_back({first, comparison, same_condition});
  }

  // Held against a fact, a statement must say plainly what it speaks of to be wrong.
  static void cap(const Claim& claim, Comparison& comparison) {
    const Verdict most = comparison.near ? Verdict::not_comparable  // said of one article only
                         : claim.subject_confidence >= assertions::beyond ? Verdict::contradiction
                         : claim.subject_confidence >= assertions::sure   ? Verdict::tension
                                                                          : Verdict::not_comparable;
    comparison.verdict = std::min(comparison.verdict, most);
  }

  // How much, how often, how strong: what can be said of two cases.
  [[nodiscard]] static bool is_figure(ClashKind kind) {
    return kind == ClashKind::quantity || kind == ClashKind::likelihood ||
           kind == ClashKind::degree;
  }

  // Which of the two bears the finding whoever overpromises, 0 for none. A fact is never what is
  // wrong, nor is what a fact agrees with while it is at odds with the other. And where a figure, a
  // rate or a degree stands against many times as many that agree with each other, it is the one to
  // look at.
  [[nodiscard]] int outlier_of(ClassId first, ClassId second, const Comparison& comparison) const {
    static constexpr std::size_t many_times = 10;
    if (is_fact(first)) return 2;
    if (is_fact(second)) return 1;
    if (const int wrong = wrong_by_facts(first, second); wrong != 0) return wrong;
    if (!is_figure(comparison.kind)) return 0;
    const std::size_t here = statements_.classes()[first].statements.size();
    const std::size_t there = statements_.classes()[second].statements.size();
    if (here >= many_times * there) return 2;
    return there >= many_times * here ? 1 : 0;
  }

  // Of two statements the one that facts are at odds with; 0 where they leave it open.
  [[nodiscard]] int wrong_by_facts(ClassId first, ClassId second) const {
    int wrong = 0;
    for (const ClaimClass& fact : statements_.classes()) {
      if (fact.fact == UINT32_MAX) continue;
      const auto clashes = [&](ClassId id) {
        const Claim& claim = statements_.classes()[id].claim;
        return assertions::compare(knowledge_, fact.claim, claim).verdict >= Verdict::tension;
      };
      const int here = (clashes(first) ? 1 : 0) | (clashes(second) ? 2 : 0);
      if (here == 3 || (wrong | here) == 3) return 0;
      wrong |= here;
    }
    return wrong;
  }

  // However a denial is contradicted, it is one defect, and "painless, with no downtime" are two; so
  // is what is promised to all.
  using Way = std::pair<ClashKind, std::uint16_t>;
  static constexpr unsigned of_all = 0x8000;  // no clash or frame has such a number
  static constexpr unsigned loose = 0x4000;
  [[nodiscard]] Way way_of(const Claim& claim, const Comparison& comparison) const {
    if (claim.denied) return {ClashKind::polarity, knowledge_.concept_of(claim.meaning).type};
    if (comparison.kind == ClashKind::declared && claim.universal)
      return {ClashKind::declared, static_cast<std::uint16_t>(of_all | claim.frame)};
    if (comparison.kind == ClashKind::declared && comparison.verdict <= Verdict::tension)
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

  // "100 % safe, but side effects may occur": what a sentence rules out or promises without any
  // limit, it cannot admit in the same breath. What it limits itself, it may.
  [[nodiscard]] bool are_plain_words(const Comparison& comparison, const Claim& a,
                                     const Claim& b) const {
    static constexpr double little = 2;
    const bool of_words =
        comparison.kind == ClashKind::declared ||
        (comparison.kind == ClashKind::polarity && knowledge_.frames[a.frame].befalls);
    const auto is_plain = [](const Claim& claim) {
      const bool limited = claim.denied && (claim.likelihood.high > 0 || claim.hedged);
      const bool of_some = claim.likelihood.low > 0.001 &&
                           claim.likelihood.high < 0.9 && !claim.denied;
      return !claim.by_example && !claim.conditional && !limited && !of_some &&
             !(claim.degree && claim.degree->high <= little);
    };
    return of_words && is_plain(a) && is_plain(b) && !(a.hedged && b.hedged);
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
                                      !clash.comparison.second_overpromises,
                      .one_breath = are_plain_words(clash.comparison, claim, other.claim)};
    if (other.fact != UINT32_MAX) return opponent;
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
    weigh_figures(statement, claim, met);
    weigh_sides(statement, claim, met);
    if (met.empty()) return;
    Found found;
    found.statement = statement;
    found.clash.statement = {summary, UINT32_MAX};
    found.clash.claim = claim;
    found.clash.turned = !summary.asked;
    if (summary.asked) {
      found.total = opponents.count(statement);
      found.met = std::move(met);
      return add({summary.file, sentence_of(summary.identity), way, {}, 0}, std::move(found));
    }
    for (const Met& one : met) {
      found.met = {one};
      const SummaryView place = statements_.summary(one.statement);
      add({summary.file, sentence_of(summary.identity), way, place.file,
           sentence_of(place.identity)},
          found);
    }
  }

  // What a statement says is told once, however it is at odds with others: the gravest way stands
  // for those that are as grave.
  void join_ways() {
    using Said = std::tuple<std::string_view, std::uint64_t, FrameId, ConceptId, Verdict>;
    std::map<Said, Found*> told;
    for (auto& [key, found] : found_) {
      if (found.clash.turned) continue;
      const Said said{std::get<0>(key), std::get<1>(key), found.clash.claim.frame,
                      found.clash.claim.meaning, verdict_of(found)};
      const auto [entry, added] = told.try_emplace(said, &found);
      if (added) continue;
      const std::uint32_t total = entry->second->total + found.total;
      found.repeated = true;
      merge(*entry->second, Found(found));
      entry->second->repeated = false;
      entry->second->total = total;
    }
  }

  // The same words against the same claim of another place are one defect, in however many ways they
  // are read.
  void join_places() {
    for (auto one = found_.begin(); one != found_.end(); ++one) {
      const auto is_same_sentence = [&](const auto& other) {
        return std::get<0>(other->first) == std::get<0>(one->first) &&
               std::get<1>(other->first) == std::get<1>(one->first);
      };
      for (auto other = std::next(one); other != found_.end() && is_same_sentence(other); ++other) {
        if (!is_same_place(one->second, other->second)) continue;
        Found same = other->second;
        other->second.repeated = true;
        merge(one->second, std::move(same));
      }
    }
  }

  [[nodiscard]] bool is_same_place(const Found& a, const Found& b) const {
    const auto has = [&](const Found& found, const Met& other) {
      return std::ranges::any_of(found.met, [&](const Met& met) {
        return is_same(met, other);
      });
    };
    const bool told = !a.clash.turned && !b.clash.turned && !a.repeated && !b.repeated;
    return told &&
           a.clash.statement.statement.span.overlaps(b.clash.statement.statement.span) &&
           (has(a, b.met.front()) || has(b, a.met.front()));
  }

  // "Sunbathe right away" against "stay out of the sun", and the other way round: the same words of
  // the same two sentences are one defect, whichever of the two is taken to overpromise.
  void join_sides() {
    using Sides = std::tuple<std::string_view, std::uint64_t, std::uint64_t>;
    std::map<Sides, std::vector<Found*>> meeting;
    for (auto& [key, found] : found_) {
      if (found.clash.turned || found.repeated || found.met.front().is_fact()) continue;
      const Met& other = found.met.front();
      if (!statements_.same_file(found.statement, other.statement)) continue;
      const auto [low, high] = std::minmax(
          {std::get<1>(key), sentence_of(statements_.summary(other.statement).identity)});
      meeting[{std::get<0>(key), low, high}].push_back(&found);
    }
    for (auto& [sides, all] : meeting)
      for (std::size_t a = 0; a < all.size(); ++a)
        for (std::size_t b = a + 1; b < all.size(); ++b)
          if (!all[a]->repeated && !all[b]->repeated && are_turned(*all[a], *all[b]))
            (verdict_of(*all[a]) < verdict_of(*all[b]) ? all[a] : all[b])->repeated = true;
  }

  // Whether each bears what the other one is held against.
  [[nodiscard]] bool are_turned(const Found& a, const Found& b) const {
    const auto words = [&](StatementId statement) {
      return statements_.summary(statement).span;
    };
    return words(a.statement).overlaps(words(b.met.front().statement)) &&
           words(b.statement).overlaps(words(a.met.front().statement));
  }

  // One mistake is told at a few places of an article at most: words that are used side by side
  // ("non-invasive" here, "minimally invasive" there), questions, and what a question or heading and
  // the sentence behind it both say.
  void drop_repeated() {
    join_ways();
    join_places();
    join_sides();
    static constexpr std::size_t most_told = 3;
    using Topic = std::tuple<std::string_view, Way, FrameId, ConceptId>;
    std::map<Topic, std::vector<Found*>> topics;
    for (auto& [key, found] : found_)
      if (!found.clash.turned && !found.repeated)
        topics[{std::get<0>(key), std::get<2>(key), found.clash.claim.frame,
                found.clash.claim.meaning}]
            .push_back(&found);
    for (auto& [topic, all] : topics) {
      const auto begin_of = [](const Found* one) {
        return one->clash.statement.statement.span.begin;
      };
      std::ranges::sort(all, {}, begin_of);
      Found* kept = all.front();
      std::size_t told = 1;
      for (Found* one : std::span(all).subspan(1)) {
        if (!is_said_again(*kept, *one) || (told < most_told && !is_right_behind(*kept, *one))) {
          kept = one;
          ++told;
          continue;
        }
        if (verdict_of(*kept) < verdict_of(*one)) std::swap(kept, one);
        one->repeated = true;
        kept->repeats += one->repeats + 1;
      }
    }
  }

  [[nodiscard]] static Verdict verdict_of(const Found& found) {
    return found.met.front().opponent.comparison.verdict;
  }

  // Whether it is a question about two ways to say it ("minimal downtime", "red for two days").
  [[nodiscard]] static bool is_asked(const Found& found) {
    return found.met.front().opponent.comparison.kind == ClashKind::declared &&
           verdict_of(found) == Verdict::query;
  }

  // Of two findings of one kind, the earlier one first.
  [[nodiscard]] bool is_said_again(const Found& first, const Found& second) const {
    const ClashKind kind = first.met.front().opponent.comparison.kind;
    const bool of_words =
        (kind == ClashKind::exclusive ||
         (kind == ClashKind::declared && !first.clash.claim.denied)) &&
        knowledge_.frames[first.clash.claim.frame].tension_only;
    if (of_words || (is_asked(first) && is_asked(second))) return true;
    return first.clash.claim.denied == second.clash.claim.denied && kind == ClashKind::polarity &&
           is_right_behind(first, second) &&
           sentence_of(first.clash.statement.statement.identity) !=
               sentence_of(second.clash.statement.statement.identity);
  }

  [[nodiscard]] static bool is_right_behind(const Found& first, const Found& second) {
    static constexpr std::uint32_t right_behind = 60;  // bytes
    const base::Span here = first.clash.statement.statement.span;
    const base::Span there = second.clash.statement.statement.span;
    return here.end <= there.begin && there.begin - here.end <= right_behind;
  }

  void add(const Key& key, Found found) {
    const auto [entry, added] = found_.try_emplace(key, found);
    if (!added) merge(entry->second, std::move(found));
  }

  // Of two clashes of one sentence, the graver one stays, then the one that words tell, then the one
  // with its own article, which the reader has before him, then the one that says more; its others
  // come first, then those of the other one.
  void merge(Found& into, Found&& from) const {
    const auto weight = [&](const Found& found) {
      const Met& first = found.met.front();
      const Opponent& other = first.opponent;
      const bool own = !first.is_fact() && statements_.same_file(first.statement, found.statement);
      return std::tuple(other.comparison.verdict,
                        !found.clash.claim.by_example && !other.of->claim.by_example, own,
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

  // What is shown of the other sides: behind the one that decides those of the same article, which
  // the reader has before him. A fact always is, since it settles the matter.
  [[nodiscard]] StatementClash finish(Found found) const {
    StatementClash clash = std::move(found.clash);
    std::stable_partition(found.met.begin() + 1, found.met.end(), [&](const Met& one) {
      return !one.is_fact() && statements_.same_file(one.statement, found.statement);
    });
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
    clash.omitted = (found.total > shown ? found.total - shown : 0) + found.repeats;
    return clash;
  }

  const Knowledge& knowledge_;
  const Options& options_;
  Statements statements_;
  std::set<FrameId> only_frames_;                 // in which something is said of one thing only
  std::vector<std::vector<ClassClash>> clashes_;  // by class
  using Case = std::pair<std::optional<assertions::Quantity>, knowledge::Interval>;
  static constexpr StatementId all_files = UINT32_MAX;
  std::map<std::tuple<StatementId, FrameId, ConceptId>, std::set<Case>>
      figures_;  // by the first statement of an article, frame and concept
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
