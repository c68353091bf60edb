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

// Writes every sure correction into its article; each article as a whole or not at all. Says on
// standard error how many. The exit is incomplete where an article could not be written.
[[nodiscard]] Exit fix_all(const findings::Outcome& outcome, const Articles& articles,
                           Console& console);

// Prints what fix_all would do as a unified diff; the exit is findings where there is something.
[[nodiscard]] Exit show_fixes(const findings::Outcome& outcome, const Articles& articles,
                              Console& console);

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
