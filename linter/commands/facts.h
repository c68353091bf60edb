// What help and man page say of galley as a whole.
#pragma once

#include <array>
#include <string_view>

namespace linter::commands {

struct Fact {
  std::string_view name;
  std::string_view about;
};

inline constexpr std::string_view tagline =
    "reads articles and says what must not be published, and why";

inline constexpr std::array<Fact, 5> exits{{
    {"0", "no finding at or above --fail-on (default: error)"},
    {"1", "findings at or above it; for policy test, an example that does not hold"},
    {"2",
     "not all of the work could be done: a wrong option or configuration, a missing or "
     "unreadable file; the rest is still checked and reported"},
    {"3",
     "of scan and reconcile only: the records could not be written to their end; run it again"},
    {"130", "interrupted"},
}};

inline constexpr std::array<Fact, 5> variables{{
    {"GALLEY_DATA", "folder of policies, dictionaries and words, in place of the installed one"},
    {"GALLEY_CACHE", "folder where what packs compile to is kept; off: nowhere"},
    {"NO_COLOR", "no colours, whatever its value"},
    {"CLICOLOR_FORCE", "colours also where the output is no terminal"},
    {"FORCE_HYPERLINK", "1 or 0: links on file names whatever the terminal is"},
}};

inline constexpr std::array<Fact, 2> own_files{{
    {".galley.yaml", "configuration, found by walking up from each file; galley init writes one"},
    {".galleyignore", "paths to leave out, in the form of .gitignore, which is honoured too"},
}};

[[nodiscard]] std::string_view version();

}  // namespace linter::commands
