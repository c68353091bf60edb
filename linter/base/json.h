// JSON: objects that keep the order of their keys, and text that is safe to print.
//
// The library (nlohmann-json) is known here alone; its exceptions are for wrong programs, not for
// wrong data, as long as values are only made and written.
#pragma once

#include <cstddef>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>

#include "linter/base/result.h"

namespace linter::base {

using Json = nlohmann::ordered_json;

// One line without a line end. Bytes that are not UTF-8 (of a file's name, say) become U+FFFD.
// Inside strings, what harmless.h calls unsafe is written as \uXXXX, so that nothing can steer a
// terminal or a log, and the values stay the same.
[[nodiscard]] std::string json_text(const Json& value);

// What an object may have: a look for each of its keys goes through all of them.
inline constexpr std::size_t most_json_keys = 1000;

// The value that `text` is, UTF-8 and whole. bad_value for anything else, nesting_too_deep beyond
// 16 levels, duplicate_key and too_large for the keys of an object; each without file and line.
// Linear.
[[nodiscard]] Result<Json> read_json(std::string_view text);

}  // namespace linter::base
