// The table of disguised terms that galley was built with. Its source is made by the build from
// dictionaries/en/disguises.tsv (building/make_tables.cpp).
#pragma once

#include <string_view>

namespace linter::checks::spelling {

// For DisguisesTable; begins at a multiple of 8 bytes.
[[nodiscard]] std::string_view disguises_image();

}  // namespace linter::checks::spelling
