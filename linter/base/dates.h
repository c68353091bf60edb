// Dates as ISO 8601 writes them.
#pragma once

#include <string_view>

namespace linter::base {

// Whether `text` is a day of the calendar such as "2027-03-01"; no other form is one. Such dates
// compare as text does.
[[nodiscard]] bool is_date(std::string_view text);

}  // namespace linter::base
