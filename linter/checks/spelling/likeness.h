// How one word may have come in the place of another: by a slip of the hand, or by ear.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace linter::checks::spelling {

enum class Likeness : std::uint8_t {
  none,
  slip,   // one letter missing, extra or another, or two neighbors swapped
  sound,  // said alike: "heal", "heel"
};

// Of two stems; none for two forms or two spellings of one word ("treat", "treated"; "tumor",
// "tumour"). Some 10 ns for a slip, some 100 to listen.
[[nodiscard]] Likeness likeness(std::string_view written, std::string_view meant);

// Numbers of which two stems that are alike have one in common, by which they find each other:
// appended to `keys`. Some 10 of them, some 200 ns.
void likeness_keys(std::string_view stem, std::vector<std::uint32_t>& keys);

}  // namespace linter::checks::spelling
