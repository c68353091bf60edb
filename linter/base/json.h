// JSON: objects that keep the order of their keys, and text that is safe to print.
//
// The library (nlohmann-json) is known here alone; its exceptions are for wrong programs, not for
// wrong data, as long as values are only made and written.
#pragma once

#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <string_view>

namespace linter::base {

using Json = nlohmann::ordered_json;

// One line without a line end. Bytes that are not UTF-8 (of a file's name, say) become U+FFFD.
// Inside strings, what harmless.h calls unsafe is written as \uXXXX, so that nothing can steer a
// terminal or a log, and the values stay the same.
[[nodiscard]] std::string json_text(const Json& value);

// The value that `text` is, UTF-8 and whole; nothing for anything else, and for what is nested more
// than 16 deep. Of equal keys the last one holds. Linear.
[[nodiscard]] std::optional<Json> read_json(std::string_view text);

}  // namespace linter::base
