// The commands for authors of rules: `galley policy …` and `galley explain`.
#pragma once

#include "linter/commands/command.h"

namespace linter::commands {

[[nodiscard]] Job prepare_policy_test();
[[nodiscard]] Job prepare_policy_try();
[[nodiscard]] Job prepare_policy_list();
[[nodiscard]] Job prepare_policy_schema();
[[nodiscard]] Job prepare_policy_new();
[[nodiscard]] Job prepare_explain();

}  // namespace linter::commands
