// What is masked in any text lies in order, inside it, and is not empty.
#include "linter/prose/masks.h"

#include <cstddef>
#include <cstdint>
#include <cstdlib>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  std::vector<linter::prose::Mask> found;
  linter::prose::find_masks(text, found);
  std::uint32_t reached = 0;
  for (const auto& mask : found) {
    if (mask.text.begin < reached || mask.text.empty() || mask.text.end > size) std::abort();
    reached = mask.text.end;
  }
  return 0;
}
