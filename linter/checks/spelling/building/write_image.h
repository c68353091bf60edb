// Writes an image as C++ that gives it back.
#pragma once

#include <string>
#include <string_view>

namespace linter::checks::spelling {

// A source file at `output` with a function `name` that gives the bytes, whose number is a multiple
// of 8; false when it cannot be written. `header` declares the function.
[[nodiscard]] bool write_image(const std::string& output, std::string_view header,
                               std::string_view name, std::string_view bytes);
// What a file holds; empty where there is none.
[[nodiscard]] std::string read_table(const std::string& path);

}  // namespace linter::checks::spelling
