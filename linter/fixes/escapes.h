// The forms in which text can be written at a place, so that it reads as the text.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "linter/base/span.h"

namespace linter::fixes {

enum class Syntax : std::uint8_t { plain, markdown, html, yaml, toml };

// `text` as it may be written, the form that is most likely to read as it first.
[[nodiscard]] std::vector<std::string> forms_of(std::string_view text, Syntax syntax);

// A quoted value for YAML or TOML.
[[nodiscard]] std::string quoted(std::string_view text);

// The value of `key: value` or `key = value` on the line that holds the offset, without spaces
// around it and without a comment; empty where the line is written otherwise.
[[nodiscard]] base::Span value_around(std::string_view bytes, std::uint32_t offset);

}  // namespace linter::fixes
