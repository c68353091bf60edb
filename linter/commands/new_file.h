// Files that galley writes for the user to go on with.
#pragma once

#include <string>
#include <string_view>

#include "linter/commands/console.h"

namespace linter::commands {

// Whether a new file may be written to `path`; where there is one already, that is reported.
[[nodiscard]] bool is_free(Console& console, const std::string& path);

// Writes `text` to `path`, or to standard output where that is "-". A file that is there already is
// left alone. `next`, where it is not empty, is said on standard error when the file has
// been written.
[[nodiscard]] Exit write_new_file(Console& console, const std::string& path, std::string_view text,
                                  std::string_view next);

}  // namespace linter::commands
