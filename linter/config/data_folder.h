// Where galley's data lies: policies/ (packs), dictionaries/ (word lists), words/ (word sets made
// at build time) and compiled/ (what the shipped packs were compiled to); and where it keeps what
// it compiled itself.
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

// Folders of cache::Images.
struct ImageFolders {
  std::string shipped{};  // compiled/ of the data folder
  std::string own{};      // empty: nothing is kept
};

// The folder that GALLEY_CACHE names (absolute; `off`: neither folder is used), else galley/ in
// XDG_CACHE_HOME, else .cache/galley in HOME. Nothing is looked at.
[[nodiscard]] ImageFolders find_image_folders(const std::string& data_folder,
                                              const Environment& environment);

}  // namespace linter::config
