// Values that several commands take, checked where they are read.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "linter/commands/command.h"

namespace linter::commands {

// --color auto|always|never, into the name.
[[nodiscard]] Option colour_option(std::string& name);
[[nodiscard]] Colour colour_named(std::string_view name);

// --format text|json of commands that print data.
[[nodiscard]] Option data_format_option(std::string& format);
// --pack, in place of the configured packs.
[[nodiscard]] Option pack_option(std::vector<std::string>& packs);

// --baseline, in place of the configured one.
[[nodiscard]] Option baseline_option(std::optional<std::string>& file);

// What is wrong with an ISO date, or an empty string.
[[nodiscard]] std::string refuse_date(const std::string& date);
// Today's date in UTC, as ISO has it.
[[nodiscard]] std::string today();

}  // namespace linter::commands
