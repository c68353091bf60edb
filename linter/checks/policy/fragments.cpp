#include <vector>

#include "linter/base/names.h"
#include "linter/checks/policy/rule_compiler.h"

namespace linter::checks::policy {
namespace {

constexpr std::size_t longest_expanded = 64U << 10U;
constexpr std::size_t deepest_fragment = 5;  // fragments inside fragments

class Expander {
 public:
  Expander(const packs::Fragments& own, const packs::Fragments& of_pack)
      : own_(own), of_pack_(of_pack) {}

  [[nodiscard]] base::Result<std::string> expand(std::string_view expression,
                                                 std::size_t depth) const {
    std::string out;
    std::size_t at = 0;
    while (true) {
      const std::size_t open = expression.find("{{", at);
      const std::size_t close = open == std::string_view::npos ? open : expression.find("}}", open);
      out += expression.substr(at, close == std::string_view::npos ? close : open - at);
      if (close == std::string_view::npos) return out;
      const std::string_view name = expression.substr(open + 2, close - open - 2);
      const std::string* fragment = find(name);
      if (fragment == nullptr) return unknown(name);
      if (depth == deepest_fragment) {
        return base::fail(base::ErrorCode::nesting_too_deep,
                          "the fragment '" + std::string(name) +
                              "' is nested more than 5 deep: fragments may not hold themselves");
      }
      const auto inner = expand(*fragment, depth + 1);
      if (!inner) return inner;
      out += "(?:" + *inner + ")";
      if (out.size() > longest_expanded)
        return base::fail(base::ErrorCode::too_large,
                          "with its fragments the pattern has more than 65,536 bytes");
      at = close + 2;
    }
  }

 private:
  [[nodiscard]] const std::string* find(std::string_view name) const {
    for (const packs::Fragments* fragments : {&own_, &of_pack_})
      if (const auto found = fragments->find(name); found != fragments->end())
        return &found->second;
    return nullptr;
  }

  [[nodiscard]] base::Result<std::string> unknown(std::string_view name) const {
    std::vector<std::string_view> names;
    for (const packs::Fragments* fragments : {&own_, &of_pack_})
      for (const auto& [known, expression] : *fragments) names.push_back(known);
    return base::fail(base::ErrorCode::bad_value,
                      "there is no fragment '" + std::string(name) + "' in this file or its pack" +
                          base::nearest_hint(name, names));
  }

  const packs::Fragments& own_;
  const packs::Fragments& of_pack_;
};

}  // namespace

base::Result<std::string> expand_fragments(std::string_view expression, const packs::Fragments& own,
                                           const packs::Fragments& of_pack) {
  return Expander(own, of_pack).expand(expression, 0);
}

}  // namespace linter::checks::policy
