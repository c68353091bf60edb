// What changed between two texts, and who wrote the lines of a file. For the git module alone.
#pragma once

#include <cstdint>
#include <git2.h>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "linter/base/result.h"
#include "linter/repository/git_module.h"

namespace linter::repository {

// As Git::hunks: whole texts as one hunk where libgit2 cannot compare them.
[[nodiscard]] std::vector<Hunk> hunks_between(std::string_view before, std::string_view after);

// As Git::blame. The cost is that of walking the history of `path` once.
[[nodiscard]] base::Result<std::vector<Authorship>> authors_of(
    git_repository& repository, const std::string& path, std::string_view bytes,
    std::span<const std::uint32_t> lines);

}  // namespace linter::repository
