// `galley policy new --from-vale`: a Vale style as a pack of galley's, with examples that hold.
#pragma once

#include <string>
#include <vector>

#include "linter/base/result.h"
#include "linter/commands/console.h"
#include "linter/vale/style.h"

namespace linter::commands {

// Reads the style in `folder` and runs what could be its examples: those that hold stay, a rule
// that galley cannot compile goes to what was lost. Without galley's data no examples are tried,
// and none stay.
[[nodiscard]] base::Result<vale::Style> import_style(Console& console, const std::string& folder,
                                                     const std::string& pack);

// What was not brought over, or not as it was, on standard error, a line each.
void say_notes(Console& console, const vale::Style& style);

// "41 of 44 rules, 3 not brought over, 5 not quite as in Vale"
[[nodiscard]] std::string summary_of(const vale::Style& style);

}  // namespace linter::commands
