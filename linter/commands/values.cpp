#include "linter/commands/values.h"

#include <algorithm>
#include <array>
#include <chrono>

#include "linter/base/dates.h"

namespace linter::commands {
namespace {

constexpr std::array<std::string_view, 3> colour_names{"auto", "always", "never"};  // as in Colour

std::string padded(unsigned number) {
  return (number < 10 ? "-0" : "-") + std::to_string(number);
}

}  // namespace

Option colour_option(std::string& name) {
  return {.names = "--color",
          .value = "WHEN",
          .about = "colours and links",
          .target = &name,
          .choices = {colour_names.begin(), colour_names.end()}};
}

Colour colour_named(std::string_view name) {
  return static_cast<Colour>(std::ranges::find(colour_names, name) - colour_names.begin());
}

Option data_format_option(std::string& format) {
  return {.names = "-f,--format",
          .value = "FORMAT",
          .about = "for people or for programs",
          .target = &format,
          .choices = {"text", "json"}};
}

Option pack_option(std::vector<std::string>& packs) {
  return {.names = "-p,--pack",
          .value = "PACK",
          .about = "a shipped pack or a path, in place of the configured ones; may be repeated",
          .target = &packs};
}

Option named_packs_option(std::vector<std::string>& packs) {
  return {.names = "PACK",
          .value = "",
          .about = "shipped packs or paths; the configured packs when there is none",
          .target = &packs};
}

Option config_option(std::optional<std::string>& file) {
  return {.names = "-c,--config",
          .value = "FILE",
          .about = "the configuration of every file, in place of the nearest .galley.yaml",
          .target = &file};
}

Option fail_on_option(std::string& name) {
  const auto levels = config::fail_on_names();
  return {.names = "--fail-on",
          .value = "SEVERITY",
          .about = "the least severity that makes the exit 1, in place of the configured one",
          .target = &name,
          .choices = {levels.begin(), levels.end()}};
}

std::optional<config::FailOn> fail_on_named(std::string_view name) {
  const auto names = config::fail_on_names();
  const auto found = std::ranges::find(names, name);
  if (found == names.end()) return std::nullopt;
  return static_cast<config::FailOn>(found - names.begin());
}

Option max_warnings_option(std::optional<std::uint32_t>& most) {
  return {.names = "--max-warnings",
          .value = "N",
          .about = "the exit is 1, too, where there are more warnings than that",
          .target = &most};
}

Option exit_zero_option(bool& wanted) {
  return {.names = "--exit-zero",
          .value = "",
          .about = "the exit is 0 whatever is found; 2 where galley could not do its work",
          .target = &wanted};
}

Option baseline_option(std::optional<std::string>& file) {
  return {.names = "-b,--baseline",
          .value = "FILE",
          .about =
              "the findings that were there before, in place of the configured baseline; '' "
              "is none",
          .target = &file};
}

Option statistics_option(bool& wanted) {
  return {.names = "--statistics",
          .value = "",
          .about = "counts by rule and by file, after the findings",
          .target = &wanted};
}

Option show_suppressed_option(bool& wanted) {
  return {.names = "--show-suppressed",
          .value = "",
          .about = "also findings that are silenced, with the reason",
          .target = &wanted};
}

Option stdin_name_option(std::string& name) {
  return {.names = "--stdin-filename",
          .value = "FILE",
          .about = "the name that standard input goes by: it decides format and configuration; "
                   "without a path standard input is what is read",
          .target = &name};
}

Option today_option(std::string& date) {
  return {.names = "--today",
          .value = "DATE",
          .about = "the date that expiry is judged by, in place of the clock's",
          .target = &date,
          .refuse = refuse_date};
}

std::string refuse_date(const std::string& date) {
  return base::is_date(date) ? "" : "'" + date + "' is not a date such as 2027-03-01";
}

std::string today() {
  const std::chrono::year_month_day day{
      std::chrono::floor<std::chrono::days>(std::chrono::system_clock::now())};
  return std::to_string(static_cast<int>(day.year())) + padded(static_cast<unsigned>(day.month())) +
         padded(static_cast<unsigned>(day.day()));
}

}  // namespace linter::commands
