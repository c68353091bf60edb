#include "linter/knowledge/stance_rows.h"

#include <cstddef>

#include "linter/base/hash_wide.h"

namespace linter::knowledge {
namespace {

[[gnu::always_inline]] inline void add_each(std::span<const std::int16_t> row, float share,
                                            float* sums) {
  for (std::size_t stance = 0; stance < row.size(); ++stance)
    sums[stance] += share * static_cast<float>(row[stance]);
}

#ifdef __x86_64__
// Without FMA, which rounds once where other machines round twice.
[[gnu::target("avx2")]] void add_eight_by_eight(std::span<const std::int16_t> row, float share,
                                                float* sums) {
  add_each(row, share, sums);
}
#endif

}  // namespace

void add_row_one_by_one(std::span<const std::int16_t> row, float share, float* sums) {
  add_each(row, share, sums);
}

void add_row(std::span<const std::int16_t> row, float share, float* sums) {
#ifdef __x86_64__
  if (base::has_wide_registers()) return add_eight_by_eight(row, share, sums);
#endif
  add_row_one_by_one(row, share, sums);
}

}  // namespace linter::knowledge
