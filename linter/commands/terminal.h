// What the place that is written to can do.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>

#include "linter/reports/report.h"

namespace linter::commands {

// Reads one variable of the environment; nothing when it is not set.
using Variables = std::function<std::optional<std::string>(const std::string&)>;

enum class Colour : std::uint8_t { automatic, always, never };

// Colour on a terminal that is not dumb; --color decides before NO_COLOR, NO_COLOR before
// CLICOLOR_FORCE. Hyperlinks where the terminal is known to follow them, or FORCE_HYPERLINK says
// so. `columns` is the terminal's own word; 0 = not known.
[[nodiscard]] reports::Terminal terminal_of(bool is_terminal, std::uint32_t columns, Colour colour,
                                            const Variables& variables);

// Columns of the terminal behind `descriptor`; nothing when there is none.
[[nodiscard]] std::optional<std::uint32_t> terminal_columns(int descriptor);

}  // namespace linter::commands
