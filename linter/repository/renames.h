// Which files that came are those that went, under another name.
#pragma once

#include <cstddef>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "linter/base/result.h"

namespace linter::repository {

// A file that is at one end of a change only.
struct OneSided {
  std::string path;
  std::string blob;  // the name of its bytes; empty: not known
};

// The bytes of a file; nothing where they are of no use for a comparison (too many, gone since).
using ReadOneSided = std::function<base::Result<std::optional<std::string>>(const OneSided& file)>;

// For each file of `come` the index in `gone` of what it was, each at most once: a file with the
// same bytes, of those one with the same base name first; then one that shares at least half of its
// text with it, the most alike first. As git does, but without a limit on how many, and by sentence
// as well as by line. Errors are those of reading. Cost: the bytes of the files without a
// counterpart of the same bytes, each read once.
[[nodiscard]] base::Result<std::vector<std::optional<std::size_t>>> find_renames(
    std::span<const OneSided> gone, std::span<const OneSided> come, const ReadOneSided& read_gone,
    const ReadOneSided& read_come);

}  // namespace linter::repository
