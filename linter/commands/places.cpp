#include "linter/commands/places.h"

#include <charconv>
#include <optional>

namespace linter::commands {
namespace {

// Takes ":7" off the end of `text`.
std::optional<std::uint32_t> take_number(std::string_view& text) {
  const std::size_t colon = text.rfind(':');
  if (colon == std::string_view::npos) return std::nullopt;
  const std::string_view digits = text.substr(colon + 1);
  std::uint32_t number = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), number);
  if (error != std::errc{} || end != digits.data() + digits.size() || number == 0)
    return std::nullopt;
  text = text.substr(0, colon);
  return number;
}

}  // namespace

base::Result<Place> place_of(std::string_view text) {
  std::string_view rest = text;
  const auto column = take_number(rest);
  const auto line = column ? take_number(rest) : std::nullopt;
  if (line && !rest.empty()) return Place{std::string(rest), {*line, *column}};
  return base::fail(
      base::ErrorCode::bad_usage,
      "'" + std::string(text) +
          "' is no place: write FILE:LINE:COLUMN, both counted from 1, as reports do");
}

}  // namespace linter::commands
