// The table of confusables that galley was built with. Its source is made by the build from
// dictionaries/en/confusables.tsv (building/make_tables.cpp): parsed at every start it cost 5
// million instructions.
#pragma once

#include <string_view>

namespace linter::checks::spelling {

// For ConfusablesTable; begins at a multiple of 8 bytes.
[[nodiscard]] std::string_view confusables_image();

}  // namespace linter::checks::spelling
