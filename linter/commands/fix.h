// `galley check --fix`, `--diff` and `--interactive`: corrections put into articles.
#pragma once

#include <functional>
#include <map>
#include <optional>
#include <string>

#include "linter/commands/console.h"
#include "linter/findings/outcome.h"
#include "linter/run/read_articles.h"

namespace linter::commands {

// The articles that findings may stand in, by the names that findings have for them.
using Articles = std::map<std::string, run::ReadableFile>;
[[nodiscard]] Articles articles_of(const run::CheckRequest& request, Console& console);

// What is left where every sure correction is made.
struct Corrected {
  findings::Outcome outcome;  // of the articles as they are then
  Exit exit = Exit::fine;     // incomplete where an article could not be read or written
};

// Checks and corrects until nothing is left that is sure, then writes each article once, as a whole
// or not at all; one that somebody else has changed meanwhile stays. Says on standard error how
// many corrections, and what could not be made. Nothing is written when interrupted.
[[nodiscard]] Corrected fix_all(const run::CheckRequest& request, bool quiet, Console& console);

// Prints what fix_all would do as a unified diff; the exit is findings where there is something.
[[nodiscard]] Exit show_fixes(const run::CheckRequest& request, bool quiet, Console& console);

// Says so; the exit for it.
[[nodiscard]] Exit interrupted(Console& console);

// Carries out what a file of decisions says: writes accepted replacements, and rejected remarks as
// stet comments, beside a Word document into its sidecar. Says on standard error what came of them,
// and names each decision that was not carried out, with place and reason.
// `file` that cannot be understood is reported, and nothing is written.
[[nodiscard]] Exit carry_out_decisions(const findings::Outcome& outcome,
                                       const run::CheckRequest& request, const std::string& file,
                                       Console& console);

// Asks about each finding that has a suggestion, as `git add -p` does, and reads the answers from
// standard input line by line. Each answer is written at once, so that nothing is lost when the
// session ends; undoing one writes the article as it was. `configuration` is that of --config, for
// words to accept.
[[nodiscard]] Exit fix_interactively(const findings::Outcome& outcome, const Articles& articles,
                                     const std::optional<std::string>& configuration,
                                     Console& console);

}  // namespace linter::commands
