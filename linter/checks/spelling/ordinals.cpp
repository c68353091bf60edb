#include "linter/checks/spelling/ordinals.h"

#include <algorithm>
#include <array>

namespace linter::checks::spelling {
namespace {

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

std::string_view ending_of(std::string_view digits) {
  const bool teen = digits.size() > 1 && digits[digits.size() - 2] == '1';
  if (!teen && digits.back() == '1') return "st";
  if (!teen && digits.back() == '2') return "nd";
  if (!teen && digits.back() == '3') return "rd";
  return "th";
}

}  // namespace

std::optional<std::string> right_ordinal(std::string_view number) {
  constexpr auto endings = std::to_array<std::string_view>({"nd", "rd", "st", "th"});
  constexpr std::size_t ending_size = 2;
  if (number.size() <= ending_size) return std::nullopt;
  const std::string_view digits = number.substr(0, number.size() - ending_size);
  const std::string_view ending = number.substr(digits.size());
  if (std::ranges::find(endings, ending) == endings.end() || !is_digit(digits.back()) ||
      !std::ranges::all_of(digits, [](char c) { return is_digit(c) || c == ','; })) {
    return std::nullopt;
  }
  const std::string_view right = ending_of(digits);
  const bool stones = ending == "st";  // a weight: "12st", "a child of 2st 6lb"
  if (right == ending || stones) return std::nullopt;
  return std::string(digits).append(right);
}

std::optional<Counted> spaced_count(std::string_view text) {
  constexpr auto counted = std::to_array<std::string_view>(
      {"days", "hours", "minutes", "months", "patients", "people", "percent", "seconds", "sessions",
       "steps", "tablets", "treatments", "weeks", "years"});
  constexpr auto abbreviated =
      std::to_array<std::string_view>({"hrs", "kgs", "lbs", "mins", "secs", "wks", "yrs"});
  const std::size_t at = text.find_first_not_of("0123456789");
  if (at == std::string_view::npos || at == 0) return std::nullopt;
  const std::string_view word = text.substr(at);
  const bool is_short = std::ranges::binary_search(abbreviated, word);
  if (!is_short && !std::ranges::binary_search(counted, word)) return std::nullopt;
  return Counted{std::string(text.substr(0, at)).append(" ").append(word), is_short};
}

}  // namespace linter::checks::spelling
