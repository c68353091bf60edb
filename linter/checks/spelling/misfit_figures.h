// Rows of figures added up and multiplied: by the wide registers that most processors of their
// family have, or one figure after the other.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>

namespace linter::checks::spelling {

inline constexpr std::size_t misfit_width = 48;  // figures of a row

using FigureSums = std::array<std::int16_t, misfit_width>;
using FigureRow = const std::int8_t*;  // of misfit_width figures

// Adds the rows to `sums`. Some ns for each.
void add_rows(FigureSums& sums, std::span<const FigureRow> rows);

// The sum of products of each row with `sums`, of which what is below zero counts an eighth, into
// `products`, as many. Some ns for each.
void multiply_rows(const FigureSums& sums, std::span<const FigureRow> rows, std::int32_t* products);

// The same on any machine, for tests, too.
void add_rows_one_by_one(FigureSums& sums, std::span<const FigureRow> rows);
void multiply_rows_one_by_one(const FigureSums& sums, std::span<const FigureRow> rows,
                              std::int32_t* products);

}  // namespace linter::checks::spelling
