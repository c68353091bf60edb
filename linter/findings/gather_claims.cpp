#include "linter/findings/gather_claims.h"

#include <algorithm>
#include <cstddef>
#include <map>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>

#include "linter/findings/order.h"

namespace linter::findings {
namespace {

constexpr std::size_t most_named = 4;

using OfRemark = std::vector<Finding*>;

std::string_view pack_of(const Finding& finding) {
  return std::string_view(finding.rule).substr(0, finding.rule.find('.'));
}

// What a message quotes first, with its marks; empty where it begins with no quotation.
std::string_view quote_of(const Finding& finding) {
  constexpr std::string_view opening = "“";
  constexpr std::string_view closing = "”";
  const std::string_view message = finding.message;
  const std::size_t end = message.find(closing);
  if (!message.starts_with(opening) || end == std::string_view::npos) return {};
  return message.substr(0, end + closing.size());
}

// "“painless” (health-claims.painless)"
std::string named(const Finding& finding) {
  const std::string_view quote = quote_of(finding);
  if (quote.empty()) return finding.rule;
  return std::string(quote) + " (" + finding.rule + ")";
}

// What is said of the others: " Mend with it: “quick” (p.quick), p.hype and 2 more."
std::string naming(const OfRemark& all, const Finding* kept) {
  std::string text = " Mend with it: ";
  std::size_t told = 0;
  const std::size_t others = all.size() - 1;
  for (const Finding* other : all) {
    if (other == kept) continue;
    if (told == most_named) break;
    if (told > 0) text += told + 1 == others ? " and " : ", ";
    text += named(*other);
    ++told;
  }
  if (told < others) text += " and " + std::to_string(others - told) + " more";
  return text + ".";
}

base::Span reach_of(const OfRemark& all) {
  base::Span reach = all.front()->location.span;
  for (const Finding* one : all) {
    reach.begin = std::min(reach.begin, one->location.span.begin);
    reach.end = std::max(reach.end, one->location.span.end);
  }
  return reach;
}

// The gravest has what it needs of the others.
Finding* gather(const OfRemark& all) {
  Finding* kept = *std::ranges::max_element(all, {}, &Finding::severity);
  kept->message += naming(all, kept);
  if (reach_of(all) == kept->remark->span) kept->location = std::move(*kept->remark);
  kept->remark.reset();
  return kept;
}

}  // namespace

void gather_claims(std::vector<Finding>& findings) {
  using Key = std::tuple<std::string_view, std::uint32_t, std::uint32_t, std::string_view, bool>;
  std::map<Key, OfRemark> remarks;
  for (Finding& finding : findings) {
    if (!finding.remark || !finding.suppressed.empty()) continue;
    const base::Span where = finding.remark->span;
    remarks[{finding.location.file, where.begin, where.end, pack_of(finding), finding.news}]
        .push_back(&finding);
  }
  std::vector<bool> spent(findings.size());
  bool any = false;
  for (const auto& [key, all] : remarks) {
    if (all.size() < 2) continue;
    any = true;
    const Finding* kept = gather(all);
    for (const Finding* one : all)
      if (one != kept) spent[static_cast<std::size_t>(one - findings.data())] = true;
  }
  if (!any) return;
  std::size_t at = 0;
  std::erase_if(findings, [&](const Finding&) { return spent[at++]; });
  put_in_order(findings);
}

}  // namespace linter::findings
