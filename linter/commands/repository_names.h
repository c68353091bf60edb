// Files as CI servers name them: from the top of the repository.
#pragma once

#include <optional>

#include "linter/base/files.h"
#include "linter/findings/outcome.h"

namespace linter::commands {

// The outcome with its files, which are named from the folder of the configuration, named from the
// top of the repository that this folder is in (the folder that holds .git); nothing where the
// names are the same. Absolute names, and those of facts in packs, stay.
[[nodiscard]] std::optional<findings::Outcome> named_from_top(const findings::Outcome& outcome,
                                                              const base::FileSystem& files);

}  // namespace linter::commands
