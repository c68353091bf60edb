#include "linter/checks/policy/overlaps.h"

#include <algorithm>
#include <map>
#include <tuple>

namespace linter::checks::policy {
namespace {

auto telling(const RuledReport& one) {
  const base::Span where = one.report.where;
  const int severity = -static_cast<int>(one.rule->severity);
  return std::tuple(one.rule->family, severity, one.rule->judges_assertions,
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

}  // namespace

void drop_overlaps(std::vector<RuledReport>& reports, Listener* listener) {
  if (reports.size() < 2) return;
  std::ranges::sort(reports, {}, telling);
  Speakers speakers;
  std::size_t kept = 0;
  for (std::size_t i = 0; i < reports.size(); ++i) {
    RuledReport& one = reports[i];
    if (i > 0 && kept > 0 && reports[kept - 1].rule->family != one.rule->family) speakers.clear();
    const base::Span* speaker = one.report.about_article ? nullptr : speakers.add(one.report.where);
    if (speaker != nullptr) {
      if (listener != nullptr)
        listener->silenced(*one.rule, {Silence::Reason::family, one.report.where, *speaker});
      continue;
    }
    if (kept != i) reports[kept] = std::move(one);
    ++kept;
  }
  reports.resize(kept);
}

}  // namespace linter::checks::policy
