// Which build of the program this is.
#pragma once

#include <string>

namespace linter::base {

// The identifier that the linker gave to the running program, hexadecimal: another one for other
// code. Empty where there is none.
[[nodiscard]] std::string build_id();

}  // namespace linter::base
