// Mutants that ask an assertion for less.
#include <array>

#include "linter/checks/policy/mutator.h"

namespace linter::checks::policy {
namespace {

using base::yaml::Value;

constexpr std::array<std::string_view, 12> narrowing{
    "concept",   "other_than", "subject",  "subject_type", "polarity",   "likelihood",
    "universal", "population", "quantity", "setting",      "established", "by_example"};
constexpr std::array<std::string_view, 3> softening{"hedged", "conditional", "excepted"};
constexpr std::array<std::string_view, 6> value_lists{"frame",   "concept",    "other_than",
                                                      "subject", "population", "setting"};

// `absent` where the rule does not say: what softens a claim then silences it.
void drop_softening(const Mutator& mutator, std::string_view key) {
  const Value* value = mutator.body().find(key);
  if (value != nullptr && value->text != "absent") return mutator.drop_key(key);
  packs::RuleDefinition changed = mutator.rule();
  set_entry(changed.body, key, "any");
  mutator.add("its silence where it is " + std::string(key),
              value == nullptr ? mutator.body().position : value->position, std::move(changed));
}

void drop_names(const Mutator& mutator, std::string_view key) {
  const Value* list = mutator.body().find(key);
  if (list == nullptr || count_of(*list) < 2) return;
  for (std::size_t i = 0; i < count_of(*list); ++i) {
    packs::RuleDefinition changed = mutator.rule();
    drop_item(*entry_of(changed.body, key), i);
    const Value& item = item_of(*list, i);
    mutator.add(std::string(key) + " “" + item.text + "”", item.position, std::move(changed));
  }
}

}  // namespace

void drop_conditions(const Mutator& mutator) {
  for (const std::string_view key : narrowing) mutator.drop_key(key);
  // What examples tell is hedged in them, and excepts nothing.
  const Value* by_example = mutator.body().find("by_example");
  const bool only_examples = by_example != nullptr && by_example->text == "present";
  for (const std::string_view key : softening)
    if (!only_examples || key == "conditional") drop_softening(mutator, key);
  for (const std::string_view key : value_lists) drop_names(mutator, key);
}

}  // namespace linter::checks::policy
