// The packs that a command works on, compiled, with what an article is read with.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "linter/base/result.h"
#include "linter/checks/policy/authoring.h"
#include "linter/commands/console.h"
#include "linter/config/configurations.h"

namespace linter::commands {

struct PolicyBench {
  std::vector<packs::Pack> packs;
  std::unique_ptr<knowledge::Knowledge> knowledge;  // that `set` refers to, wherever it moves
  checks::policy::PolicySet set;
  context::CueSet cues;
  std::vector<base::Error> errors;  // faults of packs, by file and line: what is right in them is kept
};

// Names files as the reader of errors does: from the working folder, where they lie below.
void name_from_here(std::vector<base::Error>& errors);

// Packs as somebody names them on the command line: a folder that is there needs no "./" where no
// shipped pack has its name, and "default" stands for the packs of a project that names none.
[[nodiscard]] std::vector<std::string> packs_here(Console& console, std::vector<std::string> named);

// What the configuration of the working folder says; its faults are reported. `named` packs take
// the place of the configured ones, when there are any.
[[nodiscard]] config::Settings settings_here(Console& console, std::vector<std::string> named);

// Loads and compiles the packs of `settings`. Rules that the configuration turns off or changes are
// taken so only where `as_configured` says so.
[[nodiscard]] PolicyBench make_bench(Console& console, const config::Settings& settings,
                                     const std::string& data_folder, bool as_configured);

// English words, for examples and trials; missing_dictionary and the like when they are not there.
[[nodiscard]] base::Result<lexicon::Vocabulary> english(const std::string& data_folder);

}  // namespace linter::commands
