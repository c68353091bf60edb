// `galley init --from-vale`: a project that uses Vale, brought over.
#pragma once

#include <string>

#include "linter/commands/console.h"

namespace linter::commands {

// Reads the .vale.ini at `path`, and writes beside it a configuration (to `output`, when that is
// not empty; "-" is standard output, and then nothing else is written), a pack for each style, a
// word list, and a patch that puts stets in the place of comments that switch Vale off. No article
// is changed. What was not brought over is said on standard error.
[[nodiscard]] Exit init_from_vale(Console& console, const std::string& path,
                                  const std::string& output);

}  // namespace linter::commands
