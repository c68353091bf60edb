// Dates as ISO 8601 writes them.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace linter::base {

// Whether `text` is a day of the calendar such as "2027-03-01"; no other form is one. Such dates
// compare as text does.
[[nodiscard]] bool is_date(std::string_view text);

// Days from one such date to another, negative where the second is earlier; nothing where one of
// them is no date.
[[nodiscard]] std::optional<std::int64_t> days_between(std::string_view from, std::string_view to);

}  // namespace linter::base
