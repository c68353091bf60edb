// Rows of weights added up: by the wide registers that most processors of their family have, or one
// weight after the other.
#pragma once

#include <cstdint>
#include <span>

namespace linter::knowledge {

// Adds `share` times each weight of the row to `sums`, which has as many. The same to the last bit
// whichever of its ways an x86-64 machine takes.
void add_row(std::span<const std::int16_t> row, float share, float* sums);

// The same, for tests, too.
void add_row_one_by_one(std::span<const std::int16_t> row, float share, float* sums);

}  // namespace linter::knowledge
