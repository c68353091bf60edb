// Where the running galley finds its policies, dictionaries and words.
#pragma once

#include <string>

#include "linter/base/result.h"
#include "linter/commands/console.h"
#include "linter/config/data_folder.h"

namespace linter::commands {

[[nodiscard]] base::Result<std::string> data_folder(Console& console);

// Where compiled packs are kept.
[[nodiscard]] config::ImageFolders image_folders(Console& console, const std::string& data_folder);

// The module for git beside the program; empty when there is none.
[[nodiscard]] std::string git_module(Console& console);

}  // namespace linter::commands
