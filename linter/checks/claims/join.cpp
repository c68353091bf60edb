#include "linter/checks/claims/join.h"

#include <algorithm>
#include <map>
#include <tuple>

#include "linter/assertions/fact_claim.h"
#include "linter/checks/claims/record.h"

namespace linter::checks::claims {
namespace {

using assertions::Claim;
using assertions::ClashKind;
using assertions::Comparison;
using assertions::Verdict;
using knowledge::Knowledge;

// Equal claims of one subject, with every place that makes them (sorted as the summaries are).
struct Row {
  Claim claim;
  std::vector<Side> places;
};

// What the rows of a clash are remembered by until all pairs are seen.
struct Opponent {
  std::size_t row;
  Comparison comparison;
};

auto place_key(const Side& side) {
  return side.summary == nullptr ? std::tuple(std::string_view("\xff"), side.fact)
                                 : std::tuple(std::string_view(side.summary->location.file),
                                              side.summary->location.span.begin);
}

// Nearest first: the same file by distance, then other files by path, then facts.
void sort_by_nearness(const Side& statement, std::vector<Side>& others) {
  const auto key = [&](const Side& other) {
    if (other.summary == nullptr) return std::tuple(2, std::string_view(), other.fact);
    const auto& here = statement.summary->location;
    const auto& there = other.summary->location;
    if (there.file == here.file) {
      const std::uint32_t apart = there.span.begin > here.span.begin
                                      ? there.span.begin - here.span.begin
                                      : here.span.begin - there.span.begin;
      return std::tuple(0, std::string_view(), apart);
    }
    return std::tuple(1, std::string_view(there.file), there.span.begin);
  };
  std::ranges::stable_sort(others, [&](const Side& a, const Side& b) { return key(a) < key(b); });
}

bool same_sentence(const Side& a, const Side& b) {
  return a.summary != nullptr && b.summary != nullptr && a.sentence == b.sentence &&
         a.summary->location.file == b.summary->location.file;
}

// One side a sentence: its first.
void keep_one_of_a_sentence(std::vector<Side>& others) {
  std::vector<Side> kept;
  for (const Side& other : others)
    if (std::ranges::none_of(kept, [&](const Side& one) { return same_sentence(one, other); }))
      kept.push_back(other);
  others = std::move(kept);
}

// Of two clashes of one statement, the graver one stays, then the one that says more; both sides'
// others are kept.
void merge(StatementClash& into, StatementClash&& from) {
  const auto weight = [](const StatementClash& clash) {
    return std::tuple(clash.comparison.verdict, clash.statement.summary->location.span.size());
  };
  if (weight(from) > weight(into)) std::swap(into, from);
  std::ranges::move(from.others, std::back_inserter(into.others));
}

// Cuts to the nearest few, but always keeps a fact: it is the side that settles the matter.
std::uint32_t keep_nearest(std::vector<Side>& others) {
  if (others.size() <= most_related) return 0;
  const auto omitted = static_cast<std::uint32_t>(others.size() - most_related);
  if (others.back().summary == nullptr) others[most_related - 1] = others.back();
  others.resize(most_related);
  return omitted;
}

class SubjectJoin {
 public:
  SubjectJoin(const Knowledge& knowledge, const Options& options,
              std::vector<StatementClash>& clashes)
      : knowledge_(knowledge), options_(options), clashes_(clashes) {}

  void add(const Claim& claim, Side side) { rows_[claim].push_back(side); }

  void run() {
    std::vector<Row> rows;
    rows.reserve(rows_.size());
    for (auto& [claim, places] : rows_) rows.push_back({claim, std::move(places)});
    std::vector<std::vector<Opponent>> opponents(rows.size());
    for (std::size_t a = 0; a < rows.size(); ++a)
      for (std::size_t b = a; b < rows.size(); ++b) meet(rows, a, b, opponents);
    Found found;
    for (std::size_t row = 0; row < rows.size(); ++row) report(rows, row, opponents[row], found);
    for (auto& [key, clash] : found) {
      sort_by_nearness(clash.statement, clash.others);
      keep_one_of_a_sentence(clash.others);
      clash.omitted = keep_nearest(clash.others);
      clashes_.push_back(std::move(clash));
    }
    rows_.clear();
  }

 private:
  // Puts the pair down on the side(s) where a finding would stand.
  void meet(const std::vector<Row>& rows, std::size_t a, std::size_t b,
            std::vector<std::vector<Opponent>>& opponents) const {
    const Comparison comparison = assertions::compare(knowledge_, rows[a].claim, rows[b].claim);
    if (comparison.verdict < Verdict::tension) return;
    const bool neither = !comparison.first_overpromises && !comparison.second_overpromises;
    if (comparison.first_overpromises || neither) opponents[a].push_back({b, comparison});
    if (comparison.second_overpromises || neither) opponents[b].push_back({a, comparison});
  }

  // One finding a sentence and kind of clash: (file, sentence, kind, declared).
  using Key = std::tuple<std::string_view, std::uint32_t, ClashKind, std::uint16_t>;
  using Found = std::map<Key, StatementClash>;

  void report(const std::vector<Row>& rows, std::size_t row, const std::vector<Opponent>& opponents,
              Found& found) const {
    if (opponents.empty()) return;
    for (const Side& statement : rows[row].places) {
      if (statement.summary == nullptr) continue;  // a fact is never the one that is wrong
      for (const Opponent& opponent : opponents) {
        StatementClash clash{.statement = statement,
                             .claim = rows[row].claim,
                             .comparison = opponent.comparison,
                             .other_claim = rows[opponent.row].claim,
                             .others = {},
                             .omitted = 0};
        collect(rows[opponent.row], clash);
        if (clash.others.empty()) continue;
        // However a denial is contradicted, it is one defect.
        const bool denial = rows[row].claim.denied;
        const Key key{statement.summary->location.file, statement.sentence,
                      denial ? ClashKind::polarity : clash.comparison.kind,
                      denial ? knowledge::none : clash.comparison.declared};
        const auto [entry, added] = found.try_emplace(key, clash);
        if (!added) merge(entry->second, std::move(clash));
      }
    }
  }

  void collect(const Row& opponents, StatementClash& clash) const {
    const Comparison& comparison = clash.comparison;
    const bool neither = !comparison.first_overpromises && !comparison.second_overpromises;
    const Side& statement = clash.statement;
    const bool guessed = clash.claim.subject_confidence < assertions::sure ||
                         clash.other_claim.subject_confidence < assertions::sure;
    for (const Side& other : opponents.places) {
      if (other.summary == statement.summary || same_sentence(statement, other)) continue;
      // Across articles a guessed subject is no ground for a remark.
      if (other.summary != nullptr && guessed &&
          other.summary->location.file != statement.summary->location.file)
        continue;
      if (other.summary != nullptr && options_.comparable &&
          !options_.comparable(statement.summary->location.file, other.summary->location.file))
        continue;
      // Where neither side overpromises the later statement bears the finding.
      if (neither && other.summary != nullptr && place_key(statement) < place_key(other)) continue;
      clash.others.push_back(other);
    }
  }

  const Knowledge& knowledge_;
  const Options& options_;
  std::vector<StatementClash>& clashes_;
  std::map<Claim, std::vector<Side>> rows_;
};

}  // namespace

std::vector<StatementClash> join(const Knowledge& knowledge, std::span<const Summary> summaries,
                                 const Options& options) {
  std::vector<StatementClash> clashes;
  SubjectJoin subject(knowledge, options, clashes);
  for (std::size_t begin = 0; begin < summaries.size();) {
    std::size_t end = begin;
    for (; end < summaries.size() && summaries[end].key == summaries[begin].key; ++end)
      if (const auto record = decode(knowledge, summaries[end].value))
        subject.add(record->claim, {&summaries[end], UINT32_MAX, record->sentence});
    for (std::uint32_t fact = 0; fact < knowledge.facts.size(); ++fact)
      if (knowledge.concept_of(knowledge.facts[fact].subject).id == summaries[begin].key)
        subject.add(assertions::claim_of(knowledge, knowledge.facts[fact]), {nullptr, fact, 0});
    subject.run();
    begin = end;
  }
  return clashes;
}

}  // namespace linter::checks::claims
