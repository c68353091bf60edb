#include "linter/checks/spelling/misfit_figures.h"

#include "linter/base/hash_wide.h"

#ifdef __x86_64__
#include <immintrin.h>
#endif

namespace linter::checks::spelling {
namespace {

constexpr int slight = 3;  // what is below zero counts an eighth

#ifdef __x86_64__
constexpr std::size_t lanes = 16;  // figures of 16 bits in a wide register

[[gnu::target("avx2"), gnu::always_inline]] inline __m256i figures_at(FigureRow row) {
  return _mm256_cvtepi8_epi16(_mm_loadu_si128(reinterpret_cast<const __m128i*>(row)));
}
[[gnu::target("avx2"), gnu::always_inline]] inline __m256i sums_at(const std::int16_t* sums) {
  return _mm256_loadu_si256(reinterpret_cast<const __m256i*>(sums));
}
[[gnu::target("avx2"), gnu::always_inline]] inline __m256i dampened(__m256i sums) {
  return _mm256_max_epi16(sums, _mm256_srai_epi16(sums, slight));
}

[[gnu::target("avx2")]] void add_wide(std::int16_t* sums, std::span<const FigureRow> rows) {
  __m256i first = sums_at(sums);
  __m256i second = sums_at(sums + lanes);
  __m256i third = sums_at(sums + 2 * lanes);
  for (const FigureRow row : rows) {
    first = _mm256_add_epi16(first, figures_at(row));
    second = _mm256_add_epi16(second, figures_at(row + lanes));
    third = _mm256_add_epi16(third, figures_at(row + 2 * lanes));
  }
  _mm256_storeu_si256(reinterpret_cast<__m256i*>(sums), first);
  _mm256_storeu_si256(reinterpret_cast<__m256i*>(sums + lanes), second);
  _mm256_storeu_si256(reinterpret_cast<__m256i*>(sums + 2 * lanes), third);
}

[[gnu::target("avx2")]] void multiply_wide(const std::int16_t* sums,
                                           std::span<const FigureRow> rows,
                                           std::int32_t* products) {
  const __m256i first = dampened(sums_at(sums));
  const __m256i second = dampened(sums_at(sums + lanes));
  const __m256i third = dampened(sums_at(sums + 2 * lanes));
  for (const FigureRow row : rows) {
    const __m256i all =
        _mm256_add_epi32(_mm256_add_epi32(_mm256_madd_epi16(first, figures_at(row)),
                                          _mm256_madd_epi16(second, figures_at(row + lanes))),
                         _mm256_madd_epi16(third, figures_at(row + 2 * lanes)));
    __m128i half = _mm_add_epi32(_mm256_castsi256_si128(all), _mm256_extracti128_si256(all, 1));
    half = _mm_add_epi32(half, _mm_unpackhi_epi64(half, half));
    *products++ = _mm_cvtsi128_si32(half) + _mm_extract_epi32(half, 1);
  }
}

bool is_wide() {
  return base::has_wide_registers();
}
#endif

}  // namespace

static_assert(misfit_width == std::size_t{3} * 16);

void add_rows_one_by_one(FigureSums& sums, std::span<const FigureRow> rows) {
  for (const FigureRow row : rows) {
    for (std::size_t i = 0; i < misfit_width; ++i)
      sums[i] = static_cast<std::int16_t>(sums[i] + row[i]);
  }
}

void multiply_rows_one_by_one(const FigureSums& sums, std::span<const FigureRow> rows,
                              std::int32_t* products) {
  for (const FigureRow row : rows) {
    std::int32_t sum = 0;
    for (std::size_t i = 0; i < misfit_width; ++i)
      sum += std::int32_t{row[i]} * std::int32_t{sums[i] > 0 ? sums[i] : sums[i] >> slight};
    *products++ = sum;
  }
}

void add_rows(FigureSums& sums, std::span<const FigureRow> rows) {
#ifdef __x86_64__
  if (is_wide()) return add_wide(sums.data(), rows);
#endif
  add_rows_one_by_one(sums, rows);
}

void multiply_rows(const FigureSums& sums, std::span<const FigureRow> rows,
                   std::int32_t* products) {
#ifdef __x86_64__
  if (is_wide()) return multiply_wide(sums.data(), rows, products);
#endif
  multiply_rows_one_by_one(sums, rows, products);
}

}  // namespace linter::checks::spelling
