// JSON: objects that keep the order of their keys, and text that is safe to print.
//
// The library (nlohmann-json) is known here alone; its exceptions are for wrong programs, not for
// wrong data, as long as values are only made and written.
#pragma once

#include <cstddef>
#include <cstdint>
#include <nlohmann/json.hpp>
#include <span>
#include <string>
#include <string_view>
#include <utility>

#include "linter/base/result.h"

namespace linter::base {

using Json = nlohmann::ordered_json;

// One line without a line end. Bytes that are not UTF-8 (of a file's name, say) become U+FFFD.
// Inside strings, what harmless.h calls unsafe is written as \uXXXX, so that nothing can steer a
// terminal or a log, and the values stay the same.
[[nodiscard]] std::string json_text(const Json& value);

// One line as json_text() writes it, for what is written too often to make values of it first. Who
// writes sees to it that an object has each key once.
class JsonLine {
 public:
  JsonLine& open(char bracket);  // of an object or an array, which stands where a value may
  JsonLine& close(char bracket);
  JsonLine& key(std::string_view name);
  JsonLine& text(std::string_view value);
  JsonLine& texts(std::span<const std::string> values);
  JsonLine& number(std::uint64_t value);
  // The whole; nothing is written behind it.
  [[nodiscard]] std::string take() &&;

 private:
  void part();  // from the value before

  std::string line_;
};

// What an object may have: a look for each of its keys goes through all of them.
inline constexpr std::size_t most_json_keys = 1000;

// The value that `text` is, UTF-8 and whole. bad_value for anything else, nesting_too_deep beyond
// 16 levels, duplicate_key and too_large for the keys of an object; each without file and line.
// Linear.
[[nodiscard]] Result<Json> read_json(std::string_view text);

}  // namespace linter::base
