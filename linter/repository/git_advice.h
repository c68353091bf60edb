// What to run for a revision that a clone does not have. For the git module alone.
#pragma once

#include <git2.h>
#include <string>

namespace linter::repository {

// Why `revision` cannot be found, and the command that brings it here: one sentence. Reads names of
// remotes and whether the clone is shallow; safe on any thread that has `repository` to itself.
[[nodiscard]] std::string advice_on_missing(const std::string& revision,
                                            git_repository* repository);

}  // namespace linter::repository
