// Mutants that count in another light.
#include <array>

#include "linter/checks/policy/kinds.h"
#include "linter/checks/policy/mutator.h"

namespace linter::checks::policy {
namespace {

using base::yaml::Value;
using ValueKind = base::yaml::Kind;

// A key of a rule that says in what light something counts, and how a reader calls that.
struct Light {
  std::string_view key;
  std::string_view silence;  // in front of a category
  std::string_view demand;
  std::string_view by_default;
};

constexpr Light of_matches{"context", "its silence where it is ", "its demand for ",
                           "its silence by default"};
constexpr Light of_disclosures{"must_context", "what is no disclosure: ", "what a disclosure is: ",
                               "what is no disclosure by default"};

void drop_categories(const Mutator& mutator, const Light& light) {
  const Value* context = mutator.body().find(light.key);
  if (context == nullptr) return;
  for (const std::string_view key : {"silent", "only"}) {
    const Value* list = context->find(key);
    if (list == nullptr) continue;
    for (std::size_t i = 0; i < count_of(*list); ++i) {
      packs::RuleDefinition changed = mutator.rule();
      drop_item(*entry_of(*entry_of(changed.body, light.key), key), i);
      const Value& item = item_of(*list, i);
      mutator.add(std::string(key == "silent" ? light.silence : light.demand) + item.text,
                  item.position, std::move(changed));
    }
  }
}

// Where a rule does not say in which light it is silent, it is in some; then in none.
void drop_default(const Mutator& mutator, const Light& light) {
  const Value* context = mutator.body().find(light.key);
  if (context != nullptr && context->find("silent") != nullptr) return;
  packs::RuleDefinition changed = mutator.rule();
  Value* target = entry_of(changed.body, light.key);
  if (target == nullptr) target = &set_entry(changed.body, light.key, {}, ValueKind::mapping);
  set_entry(*target, "silent", {}, ValueKind::sequence);
  mutator.add(std::string(light.by_default),
              context == nullptr ? mutator.body().position : context->position, std::move(changed));
}

}  // namespace

void drop_contexts(const Mutator& mutator) {
  const Kind* kind = kind_named(mutator.rule().kind);
  drop_categories(mutator, of_matches);
  if (kind != nullptr && kind->silenced && mutator.rule().category == findings::Category::claim)
    drop_default(mutator, of_matches);
  if (mutator.rule().kind != "required") return;
  drop_categories(mutator, of_disclosures);
  drop_default(mutator, of_disclosures);
}

}  // namespace linter::checks::policy
