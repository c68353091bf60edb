// existence: what must not stand in an article at all.
#include <array>

#include "linter/checks/policy/hits.h"
#include "linter/checks/policy/rule_compiler.h"

namespace linter::checks::policy {
namespace {

constexpr std::array<packs::Field, 2> fields{{
    {"patterns", &packs::patterns_shape, false, "Expressions; each match is a finding."},
    {"phrases", &packs::texts_shape, false, "The same, as plain text."},
}};
constexpr std::array<std::string_view, 2> at_least_one{"patterns", "phrases"};

class Existence final : public Judge {
 public:
  void judge(const Scene& scene, std::span<const Hit> hits) const override {
    for (const Hit& hit : hits) {
      scene.reports.push_back({.where = hit.text, .values = group_values(scene, hit)});
    }
  }
};

std::unique_ptr<Judge> compile(RuleCompiler& compiler) {
  for (const base::yaml::Value* pattern : packs::items_at(compiler.body(), "patterns"))
    compiler.add_unit(*pattern);
  for (const base::yaml::Value* phrase : packs::items_at(compiler.body(), "phrases")) {
    compiler.add_unit(*phrase, 0, 0, true);
  }
  return std::make_unique<Existence>();
}

}  // namespace

Kind existence_kind() {
  return {.name = "existence",
          .about = "Reports what must not stand in an article.",
          .fields = fields,
          .at_least_one = at_least_one,
          .silenced = true,
          .compile = compile};
}

}  // namespace linter::checks::policy
