// Places in articles, as people and editors write them: FILE:LINE:COLUMN.
#pragma once

#include <string>
#include <string_view>

#include "linter/base/result.h"
#include "linter/source/line_index.h"

namespace linter::commands {

struct Place {
  std::string file;  // as written
  source::Position at;
  bool operator==(const Place&) const = default;
};

// The two numbers behind the last colons are line and column, from 1 on; what stands before them is
// the file, colons included. bad_usage for anything else.
[[nodiscard]] base::Result<Place> place_of(std::string_view text);

}  // namespace linter::commands
