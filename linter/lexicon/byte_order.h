// The order of many texts by their bytes.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace linter::lexicon {

// The indices of `texts` (fewer than 2^32), sorted by what they say; equal ones in their order.
// Most comparisons look at the first eight bytes alone, which lie beside the index.
[[nodiscard]] std::vector<std::uint32_t> byte_order(std::span<const std::string> texts);

}  // namespace linter::lexicon
