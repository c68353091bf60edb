// A path pattern and a path, one a line: compiles or says where not, and matches in time.
#include "linter/base/glob.h"

#include <cstddef>
#include <cstdint>
#include <cstdlib>

#include "linter/base/utf8.h"

namespace base = linter::base;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view input(reinterpret_cast<const char*>(data), size);
  const std::string_view pattern = input.substr(0, input.find('\n'));
  const std::string_view path = input.substr(std::min(pattern.size() + 1, size));
  const auto glob = base::Glob::compile(pattern);
  if (!glob) {
    if (glob.error().column == 0 || glob.error().column > base::count_code_points(pattern) + 1)
      std::abort();
    return 0;
  }
  const bool plain = pattern.find_first_of("*?[]{}\\") == std::string_view::npos;
  const bool matched = glob->matches(path);
  if (plain && !base::first_invalid_utf8(input) && matched != (pattern == path)) std::abort();
  return 0;
}
