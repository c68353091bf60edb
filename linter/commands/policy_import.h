// A Vale style on its way to a pack: examples that hold, and what is said of it.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "linter/commands/console.h"
#include "linter/vale/style.h"

namespace linter::commands {

// The name of the pack that a style becomes: "Google" -> "google"; with "vale-" before it where the
// name is taken by galley's own packs or rules.
[[nodiscard]] std::string pack_id_of(Console& console, std::string_view style);

// Runs what could be examples of the style's rules: those that hold stay, a rule that galley cannot
// compile goes to what was lost. Without galley's data no examples are tried, and none stay.
void settle_examples(Console& console, vale::Style& style);

// What was not brought over, or not as it was, on standard error, a line each.
void say_notes(Console& console, std::span<const vale::Note> notes);
void say_notes(Console& console, const vale::Style& style);

// "41 of 44 rules, 3 not brought over, 5 not quite as in Vale"
[[nodiscard]] std::string summary_of(const vale::Style& style);

}  // namespace linter::commands
