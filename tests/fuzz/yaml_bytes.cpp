// Trees of the packs that were parsed while building.
#include "linter/base/yaml_bytes.h"

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "linter/packs/parsed_files.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace linter;
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  if (const auto tree = base::yaml::from_bytes(bytes)) {
    const auto again = base::yaml::from_bytes(base::yaml::to_bytes(*tree));
    if (!again || base::yaml::to_bytes(*again) != base::yaml::to_bytes(*tree)) std::abort();
  }
  static_cast<void>(packs::ParsedFiles::from_bytes(std::string(bytes)).find(bytes.substr(0, 32)));
  return 0;
}
