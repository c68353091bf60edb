// The table of collocations that galley was built with. Its source is made by the build from
// dictionaries/en/collocations.tsv (building/make_tables.cpp).
#pragma once

#include <string_view>

namespace linter::checks::spelling {

// For CollocationsTable; begins at a multiple of 8 bytes.
[[nodiscard]] std::string_view collocations_image();

}  // namespace linter::checks::spelling
