// Where galley's data lies: policies/ (packs), dictionaries/ (word lists) and words/ (word sets
// made at build time).
#pragma once

#include <functional>
#include <string>
#include <string_view>

#include "linter/base/files.h"
#include "linter/base/result.h"

namespace linter::config {

// A variable of the environment; empty when it is not set.
using Environment = std::function<std::string(std::string_view name)>;

// The data folder for the program at `executable` (absolute, links resolved): GALLEY_DATA when it
// is set, else data/ beside the program (a build tree), else ../share/galley (an installation).
// Never looks into the working folder. missing_data says where it looked and what to do.
[[nodiscard]] base::Result<std::string> find_data_folder(const base::FileSystem& files,
                                                         const std::string& executable,
                                                         const Environment& environment);

}  // namespace linter::config
