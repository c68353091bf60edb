#include "linter/base/dates.h"

#include <chrono>

namespace linter::base {
namespace {

int number_in(std::string_view digits) {
  int number = 0;
  for (const char digit : digits) number = number * 10 + (digit - '0');
  return number;
}

std::optional<std::chrono::year_month_day> day_of(std::string_view text) {
  constexpr std::string_view shape = "dddd-dd-dd";
  if (text.size() != shape.size()) return std::nullopt;
  for (std::size_t i = 0; i < shape.size(); ++i) {
    const bool digit = text[i] >= '0' && text[i] <= '9';
    if (shape[i] == 'd' ? !digit : text[i] != shape[i]) return std::nullopt;
  }
  const std::chrono::year_month_day day{
      std::chrono::year(number_in(text.substr(0, 4))),
      std::chrono::month(static_cast<unsigned>(number_in(text.substr(5, 2)))),
      std::chrono::day(static_cast<unsigned>(number_in(text.substr(8, 2))))};
  if (!day.ok()) return std::nullopt;
  return day;
}

}  // namespace

bool is_date(std::string_view text) {
  return day_of(text).has_value();
}

std::optional<std::int64_t> days_between(std::string_view from, std::string_view to) {
  const auto first = day_of(from);
  const auto second = day_of(to);
  if (!first || !second) return std::nullopt;
  return (std::chrono::sys_days(*second) - std::chrono::sys_days(*first)).count();
}

}  // namespace linter::base
