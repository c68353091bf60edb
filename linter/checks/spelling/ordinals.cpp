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

}  // namespace linter::checks::spelling
