#include "linter/commands/values.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <chrono>

namespace linter::commands {
namespace {

constexpr std::array<std::string_view, 3> colour_names{"auto", "always", "never"};  // as in Colour

int number_in(const std::string& text, std::size_t begin, std::size_t length) {
  int number = 0;
  std::from_chars(text.data() + begin, text.data() + begin + length, number);
  return number;
}

bool has_shape_of_date(const std::string& text) {
  constexpr std::string_view shape = "0000-00-00";
  return text.size() == shape.size() &&
         std::ranges::equal(text, shape, [](char letter, char wanted) {
           return wanted == '-' ? letter == '-' : letter >= '0' && letter <= '9';
         });
}

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

std::string refuse_date(const std::string& date) {
  if (has_shape_of_date(date)) {
    const std::chrono::year_month_day day{
        std::chrono::year(number_in(date, 0, 4)),
        std::chrono::month(static_cast<unsigned>(number_in(date, 5, 2))),
        std::chrono::day(static_cast<unsigned>(number_in(date, 8, 2)))};
    if (day.ok()) return {};
  }
  return "'" + date + "' is not a date such as 2027-03-01";
}

std::string today() {
  const std::chrono::year_month_day day{
      std::chrono::floor<std::chrono::days>(std::chrono::system_clock::now())};
  return std::to_string(static_cast<int>(day.year())) + padded(static_cast<unsigned>(day.month())) +
         padded(static_cast<unsigned>(day.day()));
}

}  // namespace linter::commands
