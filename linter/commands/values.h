// Values that several commands take, checked where they are read.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "linter/commands/command.h"
#include "linter/config/settings.h"

namespace linter::commands {

// --color auto|always|never, into the name.
[[nodiscard]] Option colour_option(std::string& name);
[[nodiscard]] Colour colour_named(std::string_view name);

// --format text|json of commands that print data.
[[nodiscard]] Option data_format_option(std::string& format);
// --pack, in place of the configured packs.
[[nodiscard]] Option pack_option(std::vector<std::string>& packs);
// PACK..., the packs that a command is about.
[[nodiscard]] Option named_packs_option(std::vector<std::string>& packs);

// --config, in place of the nearest configuration.
[[nodiscard]] Option config_option(std::optional<std::string>& file);

// --fail-on, into the severity's name, and what it stands for; nothing where none was given.
[[nodiscard]] Option fail_on_option(std::string& name);
[[nodiscard]] std::optional<config::FailOn> fail_on_named(std::string_view name);

// --max-warnings, --exit-zero.
[[nodiscard]] Option max_warnings_option(std::optional<std::uint32_t>& most);
[[nodiscard]] Option exit_zero_option(bool& wanted);

// --baseline, in place of the configured one.
[[nodiscard]] Option baseline_option(std::optional<std::string>& file);

// --stdin-filename.
[[nodiscard]] Option stdin_name_option(std::string& name);

// --statistics, --show-suppressed.
[[nodiscard]] Option statistics_option(bool& wanted);
[[nodiscard]] Option show_suppressed_option(bool& wanted);

// --today, an ISO date.
[[nodiscard]] Option today_option(std::string& date);
// What is wrong with an ISO date, or an empty string.
[[nodiscard]] std::string refuse_date(const std::string& date);
// Today's date in UTC, as ISO has it.
[[nodiscard]] std::string today();

}  // namespace linter::commands
