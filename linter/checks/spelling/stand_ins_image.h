// The table of words that stand in for others, as galley was built with it. Its source is made by
// the build from dictionaries/en/stand_ins.tsv (building/make_tables.cpp).
#pragma once

#include <string_view>

namespace linter::checks::spelling {

// For StandInsTable; begins at a multiple of 8 bytes.
[[nodiscard]] std::string_view stand_ins_image();

}  // namespace linter::checks::spelling
