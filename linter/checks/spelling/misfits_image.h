// The table of misfits, as galley was built with it. Its source is made by the build from
// dictionaries/en/misfits.tsv (building/make_tables.cpp).
#pragma once

#include <string_view>

namespace linter::checks::spelling {

// For MisfitsTable; begins at a multiple of 8 bytes.
[[nodiscard]] std::string_view misfits_image();

}  // namespace linter::checks::spelling
