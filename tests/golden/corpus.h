// corpus/, checked as `galley check` does.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "linter/findings/outcome.h"

namespace tests {

inline const std::string corpus = GALLEY_SOURCE_DIR "/corpus";

// What `galley check` finds in `paths`, which start from `folder`, with that many threads and the shipped packs, on a day of
// 2026 that stays the same. What the packs compile to is kept from call to call and test to test.
[[nodiscard]] linter::findings::Outcome checked(const std::string& folder,
                                                std::vector<std::string> paths,
                                                std::uint32_t jobs);

// The same by one thread, with packs that are compiled anew and not kept.
[[nodiscard]] linter::findings::Outcome checked_anew(const std::string& folder,
                                                     std::vector<std::string> paths);

// The report `json`: all that a check tells.
[[nodiscard]] std::string as_json(const linter::findings::Outcome& outcome);

}  // namespace tests
