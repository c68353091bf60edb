#include "linter/checks/policy/remarks.h"

#include <algorithm>
#include <map>
#include <string_view>
#include <tuple>
#include <utility>

namespace linter::checks::policy {
namespace {

// Claims further apart are told apart: a remark on both would point at what stands between them.
constexpr std::uint32_t most_between = 48;

bool is_of_a_claim(const RuledReport& one) {
  return one.rule->info.category == findings::Category::claim && !one.report.about_article &&
         one.report.suggestions.empty() && !one.report.where.empty();
}

// The clause that a span begins in.
std::uint32_t clause_at(std::span<const context::Clause> clauses, std::uint32_t begin) {
  const auto next = std::ranges::upper_bound(
      clauses, begin, {}, [](const context::Clause& one) { return one.text.begin; });
  return static_cast<std::uint32_t>(next - clauses.begin());
}

}  // namespace

void Remarks::collect(std::vector<RuledReport>& reports, const lexicon::Reading& reading) {
  claims_.clear();
  for (RuledReport& one : reports) {
    if (!is_of_a_claim(one)) continue;
    const base::Span where = one.report.where;
    const std::uint32_t sentence = reading.text.sentence_at(where.begin);
    if (reading.text.sentences[sentence].text.end >= where.end) claims_.push_back({&one, sentence});
  }
  std::ranges::sort(claims_, {}, [](const Claim& one) {
    const base::Span where = one.ruled->report.where;
    return std::tuple(std::string_view(one.ruled->rule->info.pack), one.sentence, where.begin,
                      where.end, std::string_view(one.ruled->rule->info.id));
  });
}

void Remarks::join(std::vector<RuledReport>& reports, const lexicon::Reading& reading,
                   context::Context& context) {
  if (reports.size() < 2 || reading.text.sentences.empty()) return;
  collect(reports, reading);
  for (std::size_t begin = 0; begin < claims_.size();) {
    std::size_t end = begin + 1;
    while (end < claims_.size() && claims_[end].sentence == claims_[begin].sentence &&
           claims_[end].ruled->rule->info.pack == claims_[begin].ruled->rule->info.pack)
      ++end;
    if (end - begin > 1) {
      const auto clauses = context.clauses(claims_[begin].sentence);
      for (std::size_t i = begin; i < end; ++i)
        claims_[i].clause = clause_at(clauses, claims_[i].ruled->report.where.begin);
      join_sentence(begin, end);
    }
    begin = end;
  }
}

std::uint32_t Remarks::root_of(std::uint32_t claim) {
  while (claims_[claim].first != claim) {
    claims_[claim].first = claims_[claims_[claim].first].first;
    claim = claims_[claim].first;
  }
  return claim;
}

// The earliest claim of a remark stands for it while they are joined.
void Remarks::join_sentence(std::size_t begin, std::size_t end) {
  std::map<std::uint32_t, std::uint32_t> of_clause;  // the latest claim
  std::map<std::uint32_t, std::uint32_t> of_family;  // the latest claim
  std::map<std::uint32_t, std::uint32_t> graves;     // the family of a clause's first error
  std::map<std::uint32_t, std::uint32_t> ends;       // of what was joined, by its first claim
  const auto where_of = [&](std::uint32_t i) { return claims_[i].ruled->report.where; };
  const auto nearest = [&](std::map<std::uint32_t, std::uint32_t>& latest, std::uint32_t key,
                           std::uint32_t i) {
    const auto [known, is_first] = latest.try_emplace(key, i);
    const std::uint32_t before = std::exchange(known->second, i);
    const bool near = !is_first && where_of(i).begin <= ends[root_of(before)] + most_between;
    return near ? before : i;
  };
  for (auto i = static_cast<std::uint32_t>(begin); i < end; ++i) {
    claims_[i].first = i;
    const Rule& rule = *claims_[i].ruled->rule;
    const std::uint32_t clause = claims_[i].clause;
    ends[i] = where_of(i).end;
    const std::uint32_t in_family = nearest(of_family, rule.family, i);
    const bool stands_alone = rule.severity == findings::Severity::error &&
                              graves.try_emplace(clause, rule.family).first->second != rule.family;
    const std::uint32_t in_clause =
        stands_alone ? i : nearest(of_clause, clause, i);
    for (const std::uint32_t other : {in_clause, in_family}) {
      const auto [first, later] = std::minmax({root_of(i), root_of(other)});
      claims_[later].first = first;
      ends[first] = std::max(ends[first], ends[later]);
    }
  }
  struct Remark {
    base::Span where;
    std::uint32_t claims = 0;
  };
  std::map<std::uint32_t, Remark> remarks;  // by the first claim
  for (auto i = static_cast<std::uint32_t>(begin); i < end; ++i) {
    const base::Span where = claims_[i].ruled->report.where;
    Remark& remark = remarks.try_emplace(root_of(i), Remark{where}).first->second;
    remark.where.end = std::max(remark.where.end, where.end);
    ++remark.claims;
  }
  for (auto i = static_cast<std::uint32_t>(begin); i < end; ++i) {
    const Remark& remark = remarks[root_of(i)];
    if (remark.claims > 1) claims_[i].ruled->report.remark = remark.where;
  }
}

}  // namespace linter::checks::policy
