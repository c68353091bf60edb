#include "linter/fixes/fixes.h"

#include <algorithm>

namespace linter::fixes {

std::vector<Fix> sure_fixes(std::span<const findings::Finding> findings) {
  std::vector<Fix> fixes;
  for (const findings::Finding& finding : findings) {
    if (!finding.safe_fix || finding.suggestions.empty() || !finding.suppressed.empty()) continue;
    fixes.push_back({finding.location.span, finding.location.text, finding.suggestions.front()});
  }
  return fixes;
}

bool is_replaceable(const findings::Finding& finding) {
  return finding.suppressed.empty() && !finding.location.text.empty() &&
         finding.location.text.find_first_of("\r\n*_<>[]`&\\{}") == std::string::npos;
}

std::vector<Fix> fitting(std::string_view bytes, std::vector<Fix> fixes) {
  std::ranges::stable_sort(fixes, {}, [](const Fix& fix) { return fix.span.begin; });
  std::vector<Fix> kept;
  for (Fix& fix : fixes) {
    const bool inside = fix.span.begin <= fix.span.end && fix.span.end <= bytes.size();
    const bool free = kept.empty() || kept.back().span.end <= fix.span.begin;
    if (inside && free && fix.span.of(bytes) == fix.text) kept.push_back(std::move(fix));
  }
  return kept;
}

std::string applied(std::string_view bytes, std::span<const Fix> fixes) {
  std::string out;
  std::size_t done = 0;
  for (const Fix& fix : fixes) {
    out.append(bytes.substr(done, fix.span.begin - done)).append(fix.right);
    done = fix.span.end;
  }
  return out.append(bytes.substr(done));
}

}  // namespace linter::fixes
