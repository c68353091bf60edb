#include "linter/checks/policy/overlaps.h"

#include <algorithm>
#include <map>
#include <tuple>

namespace linter::checks::policy {
namespace {

auto telling(const RuledReport& one) {
  const base::Span where = one.report.where;
  const int severity = -static_cast<int>(one.rule->severity);
  return std::tuple(one.rule->family, severity, one.rule->yields, one.rule->judges_assertions,
                    UINT32_MAX - where.size(), where.begin, std::string_view(one.rule->info.id));
}

// The spans that speak in one family: disjoint, by begin.
class Speakers {
 public:
  // The span that overlaps `where`, if one does; else `where` is added.
  const base::Span* add(base::Span where) {
    auto next = spans_.lower_bound(where.begin);
    if (next != spans_.end() && next->second.overlaps(where)) return &next->second;
    if (next != spans_.begin() && std::prev(next)->second.overlaps(where))
      return &std::prev(next)->second;
    spans_.emplace(where.begin, where);
    return nullptr;
  }
  void clear() { spans_.clear(); }

 private:
  std::map<std::uint32_t, base::Span> spans_;
};

void tell(Listener* listener, const RuledReport& one, base::Span speaker) {
  if (listener == nullptr) return;
  listener->silenced(*one.rule, {Silence::Reason::family, one.report.where, speaker});
}

void drop_within_families(std::vector<RuledReport>& reports, Listener* listener) {
  std::ranges::sort(reports, {}, telling);
  Speakers speakers;
  std::size_t kept = 0;
  for (std::size_t i = 0; i < reports.size(); ++i) {
    RuledReport& one = reports[i];
    if (i > 0 && kept > 0 && reports[kept - 1].rule->family != one.rule->family) speakers.clear();
    const base::Span* speaker = one.report.about_article ? nullptr : speakers.add(one.report.where);
    if (speaker != nullptr) {
      tell(listener, one, *speaker);
      continue;
    }
    if (kept != i) reports[kept] = std::move(one);
    ++kept;
  }
  reports.resize(kept);
}

bool is_claim(const RuledReport& one) {
  return one.rule->info.category == findings::Category::claim && !one.report.about_article;
}

bool is_suggestion(const RuledReport& one) {
  return one.rule->severity == findings::Severity::suggestion;
}

// What warnings and errors of a pack say of claims: of those that begin up to a place, the one that
// reaches farthest.
using Reaches = std::map<std::string_view, std::map<std::uint32_t, base::Span>>;

Reaches reaches_of(const std::vector<RuledReport>& reports) {
  std::map<std::string_view, std::vector<base::Span>> spans;
  for (const RuledReport& one : reports) {
    if (is_claim(one) && !is_suggestion(one))
      spans[one.rule->info.pack].push_back(one.report.where);
  }
  Reaches reaches;
  for (auto& [pack, all] : spans) {
    std::ranges::sort(all, {}, &base::Span::begin);
    base::Span farthest;
    for (const base::Span& span : all) {
      if (span.end > farthest.end) farthest = span;
      reaches[pack][span.begin] = farthest;
    }
  }
  return reaches;
}

void drop_beneath_louder(std::vector<RuledReport>& reports, Listener* listener) {
  if (std::ranges::none_of(reports, is_suggestion)) return;
  const Reaches reaches = reaches_of(reports);
  std::erase_if(reports, [&](const RuledReport& one) {
    const auto pack = reaches.find(one.rule->info.pack);
    if (!is_claim(one) || !is_suggestion(one) || pack == reaches.end()) return false;
    const auto next = pack->second.upper_bound(one.report.where.begin);
    if (next == pack->second.begin() || !std::prev(next)->second.contains(one.report.where))
      return false;
    tell(listener, one, std::prev(next)->second);
    return true;
  });
}

// What rules that yield say of words that another rule of their pack speaks of no less loudly;
// among themselves a pattern speaks before a rule over assertions, then the longer text.
void drop_yielding(std::vector<RuledReport>& reports, Listener* listener) {
  const auto yields = [](const RuledReport& one) { return one.rule->yields; };
  if (std::ranges::none_of(reports, yields)) return;
  std::ranges::sort(reports, {}, [](const RuledReport& one) {
    return std::tuple(-static_cast<int>(one.rule->severity), one.rule->yields,
                      one.rule->judges_assertions, UINT32_MAX - one.report.where.size(), one.report.where.begin,
                      std::string_view(one.rule->info.id));
  });
  std::map<std::string_view, Speakers> speakers;
  std::erase_if(reports, [&](const RuledReport& one) {
    if (one.report.about_article) return false;
    const base::Span* speaker = speakers[one.rule->info.pack].add(one.report.where);
    if (speaker == nullptr || !one.rule->yields) return false;
    tell(listener, one, *speaker);
    return true;
  });
}

}  // namespace

void drop_overlaps(std::vector<RuledReport>& reports, Listener* listener) {
  if (reports.size() < 2) return;
  drop_within_families(reports, listener);
  drop_beneath_louder(reports, listener);
  drop_yielding(reports, listener);
}

}  // namespace linter::checks::policy
