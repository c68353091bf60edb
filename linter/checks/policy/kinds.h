// The table of rule kinds: the one place that says which there are and what keys they have.
#pragma once

#include <memory>
#include <span>
#include <string_view>

#include "linter/checks/policy/rule.h"
#include "linter/packs/shape.h"

namespace linter::checks::policy {

class RuleCompiler;

// Keys that several kinds share.
[[nodiscard]] std::span<const packs::Field> scope_fields();    // scope
[[nodiscard]] std::span<const packs::Field> filter_fields();   // except, context, ignore_case
[[nodiscard]] std::span<const packs::Field> pattern_fields();  // word_bounded

struct Kind {
  std::string_view name;
  std::string_view about;                            // one sentence for authors
  std::span<const packs::Field> fields;              // its own keys
  std::span<const std::string_view> at_least_one{};  // own keys of which one must be there
  std::span<const std::string_view> placeholders{};  // beside {match}, {1} to {9}
  bool filters = true;                               // takes filter_fields()
  bool bounded = true;                               // takes pattern_fields()
  bool ignores_case = true;                          // where the rule does not say
  bool silenced =
      false;  // in claim packs, silent in the default categories where the rule does not say
  // Makes the rule's judge and units; faults go to the compiler. Null when the rule is faulty.
  std::unique_ptr<Judge> (*compile)(RuleCompiler& compiler) = nullptr;
};

// In the order of the documentation.
[[nodiscard]] std::span<const Kind> kinds();
// Null when there is none.
[[nodiscard]] const Kind* kind_named(std::string_view name);
[[nodiscard]] std::span<const std::string_view> kind_names();

// All tables of keys that a rule of this kind may have, the common ones first.
[[nodiscard]] std::vector<std::span<const packs::Field>> fields_of(const Kind& kind);

// The places that `scope` may name.
[[nodiscard]] std::span<const std::string_view> place_names();

// The categories that `silent: [default]` stands for in claim rules.
[[nodiscard]] context::Categories default_silence();

}  // namespace linter::checks::policy
