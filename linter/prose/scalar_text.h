// A YAML or TOML string as it is written, character by character, so that its text keeps exact
// spans.
#pragma once

#include <cstdint>
#include <string_view>

#include "linter/prose/writer.h"

namespace linter::prose {

enum class Syntax : std::uint8_t { yaml, toml };

// Writes the scalar that begins at `offset` of `file` (at its quotes, block indicator, tag or
// anchor) and reads as `decoded` to the open block: what stands as it reads verbatim, escapes and
// folded lines with their spans. False when the two do not agree; part of it may be written then.
// Linear.
[[nodiscard]] bool write_scalar(std::string_view file, std::uint32_t offset,
                                std::string_view decoded, Syntax syntax, Writer& writer);

}  // namespace linter::prose
