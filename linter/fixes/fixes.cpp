#include "linter/fixes/fixes.h"

#include <algorithm>

#include "linter/base/files.h"

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

std::optional<Fix> stet_before(std::string_view bytes, const findings::Finding& finding,
                               std::string_view reason) {
  const std::string_view extension = base::file_extension(finding.location.file);
  std::size_t at = finding.location.span.begin;
  const auto line_start = [&](std::size_t offset) {
    return offset == 0 ? 0 : bytes.rfind('\n', offset - 1) + 1;  // npos + 1 is 0
  };
  at = line_start(at);
  while (at > 0) {
    const std::size_t above = line_start(at - 1);
    if (bytes.substr(above, at - above).find_first_not_of(" \t\r\n") == std::string_view::npos)
      break;
    at = above;
  }
  const std::string said = "stet " + finding.rule + ": " + std::string(reason);
  const std::string end = bytes.find("\r\n") == std::string_view::npos ? "\n" : "\r\n";
  if (at == 0 && (bytes.starts_with("---") || bytes.starts_with("+++"))) return std::nullopt;
  if (at == 0 && bytes.starts_with("\xEF\xBB\xBF")) at = 3;
  const auto place = static_cast<std::uint32_t>(at);
  Fix fix{{place, place}, {}, {}};
  if (extension == ".mdx") {
    fix.right = "{/* " + said + " */}" + end;
  } else if (extension == ".txt") {
    fix.right = "[" + said + "]" + end;
  } else {
    fix.right = "<!-- " + said + " -->" + end;
  }
  return fix;
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
