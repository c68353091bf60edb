// A number with what it counts, as messages say it.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace linter::base {

// "1 finding", "3 findings".
[[nodiscard]] inline std::string counted(std::uint64_t number, std::string_view noun) {
  return std::to_string(number) + ' ' + std::string(noun) + (number == 1 ? "" : "s");
}

}  // namespace linter::base
