// Fixes as a patch to read, or to hand to `patch`.
#pragma once

#include <span>
#include <string>
#include <string_view>

#include "linter/fixes/fixes.h"

namespace linter::fixes {

// A unified diff with three lines of context, empty without fixes. `fixes` fit the bytes.
[[nodiscard]] std::string diff(std::string_view path, std::string_view bytes,
                               std::span<const Fix> fixes);

}  // namespace linter::fixes
