// Any bytes are a source or an error; a line index puts every offset on its line.
#include "linter/source/source.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdlib>

#include "linter/source/line_index.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string text(reinterpret_cast<const char*>(data), size);
  const auto source = linter::source::make_source("fuzz", text);
  if (!source && (source.error().message.empty() || source.error().file != "fuzz")) std::abort();
  const linter::source::LineIndex index(text);
  linter::source::Position before;
  for (std::uint32_t offset = 0; offset <= std::min<std::size_t>(size, 3000); ++offset) {
    const auto at = index.position(offset);
    if (at < before || at.line > index.line_count() || at.column == 0) std::abort();
    if (offset < index.line_start(at.line) && at.line > 1) std::abort();
    before = at;
  }
  return 0;
}
