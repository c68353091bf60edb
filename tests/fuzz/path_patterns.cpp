// Any bytes are path patterns or errors with a line; matching ends, and a path that is covered is
// matched by some pattern on the way down to it.
#include "linter/source/path_patterns.h"

#include <cstddef>
#include <cstdint>
#include <cstdlib>

using linter::source::PathPatterns;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view text(reinterpret_cast<const char*>(data), size);
  const auto loaded = PathPatterns::parse(text, ".galleyignore");
  for (const auto& error : loaded.errors) {
    if (error.message.empty() || error.line == 0) std::abort();
  }
  for (const std::string_view path : {"a.md", "a/b/c.md", "docs/caf\xC3\xA9/{x}.md", "[a]/*.md"}) {
    bool matched = loaded.value.match(path, false).verdict == PathPatterns::Verdict::matched;
    for (std::size_t slash = path.find('/'); slash != std::string_view::npos;
         slash = path.find('/', slash + 1)) {
      const auto answer = loaded.value.match(path.substr(0, slash), true);
      matched = matched || answer.verdict != PathPatterns::Verdict::undecided;
    }
    if (loaded.value.covers(path) && !matched) std::abort();
  }
  return 0;
}
