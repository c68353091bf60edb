#include <vector>

#include "linter/base/names.h"
#include "linter/checks/policy/rule_compiler.h"

namespace linter::checks::policy {
namespace {

constexpr std::size_t longest = 64U << 10U;
constexpr std::size_t deepest = 5;  // fragments inside fragments

base::Result<std::string> expand(std::string_view expression,
                                 const std::map<std::string, std::string>& fragments,
                                 std::size_t depth) {
  std::string out;
  std::size_t at = 0;
  while (true) {
    const std::size_t open = expression.find("{{", at);
    const std::size_t close = open == std::string_view::npos ? open : expression.find("}}", open);
    out += expression.substr(at, close == std::string_view::npos ? close : open - at);
    if (close == std::string_view::npos) return out;
    const std::string name(expression.substr(open + 2, close - open - 2));
    const auto found = fragments.find(name);
    if (found == fragments.end()) {
      std::vector<std::string_view> names;
      for (const auto& [known, value] : fragments) names.push_back(known);
      return base::fail(
          base::ErrorCode::bad_value,
          "there is no fragment '" + name + "' in this file" + base::nearest_hint(name, names));
    }
    if (depth == deepest) {
      return base::fail(base::ErrorCode::nesting_too_deep,
                        "the fragment '" + name +
                            "' is nested more than 5 deep: fragments may not hold themselves");
    }
    const auto inner = expand(found->second, fragments, depth + 1);
    if (!inner) return inner;
    out += "(?:" + *inner + ")";
    if (out.size() > longest)
      return base::fail(base::ErrorCode::too_large,
                        "with its fragments the pattern has more than 65,536 bytes");
    at = close + 2;
  }
}

}  // namespace

base::Result<std::string> expand_fragments(std::string_view expression,
                                           const std::map<std::string, std::string>& fragments) {
  return expand(expression, fragments, 0);
}

}  // namespace linter::checks::policy
