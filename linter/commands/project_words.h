// The project's own word list, as commands add to it.
#pragma once

#include <optional>
#include <span>
#include <string>

#include "linter/base/result.h"
#include "linter/commands/console.h"

namespace linter::commands {

// What adding words changed.
struct AddedWords {
  std::string list;    // the list's path
  std::string before;  // its text until then; empty where it was missing
  std::string after;
};

// Adds words to the project's list: `list` when it is given, else the first of `word_lists` in the
// configuration that governs the working folder. Sorted, each once, with the reason as a comment;
// written as a whole or not at all; a list that is missing is made. Blanks around a word are left
// out, and the console says so. bad_usage where no list is configured, bad_value for what cannot
// be an entry.
[[nodiscard]] base::Result<AddedWords> add_project_words(
    Console& console, const std::optional<std::string>& configuration,
    const std::optional<std::string>& list, std::span<const std::string> words,
    const std::string& reason);

// Writes the list as it was before; write_failed when somebody else changed it meanwhile.
[[nodiscard]] base::Result<void> take_back(Console& console, const AddedWords& added);

}  // namespace linter::commands
