// Strict YAML: a small value tree with positions, made from yaml-cpp's events, and a reader that
// collects faults.
//
// Differences from yaml-cpp's own nodes: a duplicate key is an error; nesting (100), the nodes of a
// text (1,000,000) and what aliases may add to them (100,000 nodes, 16 MiB of text) are limited;
// control characters, tags other than the core schema's and recursive aliases are refused; a node
// keeps where it stands, and plain scalars keep whether they were quoted. yaml-cpp's exceptions
// stop here. Values own their strings. Not thread-safe to build; const use is.
#pragma once

#include <cstdint>
#include <initializer_list>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "linter/base/result.h"

namespace linter::base::yaml {

enum class Kind : std::uint8_t { null, scalar, sequence, mapping };

struct Position {
  std::uint32_t line = 0;    // 1-based
  std::uint32_t column = 0;  // 1-based, code points
  std::uint32_t offset = 0;  // bytes from the start of the text, a byte order mark included
};

// A null stands where it is written, or where its key stands when nothing is written; what an alias
// brings stands where the anchor has it.
struct Value {
  Kind kind = Kind::null;
  Position position{};
  // A quoted or block scalar, or one tagged !!str: never a number, boolean or null.
  bool quoted = false;
  std::string text{};          // of a scalar; of a null as it was written ("", "~", "null")
  std::vector<Value> items{};  // of a sequence
  std::vector<std::pair<Value, Value>> entries{};  // of a mapping, in file order; keys are scalars

  // Null when absent or not a mapping; linear in the entries.
  [[nodiscard]] const Value* find(std::string_view key) const;
};

// The single document in `text`; an empty text is a null Value. `file` only goes into errors.
// Errors carry line and column; several faults (each duplicate key, at most 50) come back together,
// and the first of equal keys stays. After a fault of syntax or a limit the value is null. Codes:
// not_utf8, utf16, bad_yaml, duplicate_key, nesting_too_deep, too_many_aliases, too_large.
[[nodiscard]] Loaded<Value> parse(std::string_view text, std::string_view file);

// Reads one mapping with known keys and gathers what is wrong with it: unknown keys (with the
// nearest right name), wrong types, missing keys. Every accessor returns a usable value, so that
// one pass reports every fault.
//
//   yaml::Reader reader(value, file, errors);
//   rule.message = reader.required_string("message");
//   rule.level = reader.optional_string("level", "warning");
//   reader.finish();   // reports keys that nobody asked for
//
// `errors` and `value` must outlive the reader. Paths in messages read "rules[2].message". A key
// without a value is an empty list where a list is read and wrong_type elsewhere. Where `value` is
// no mapping the constructor says so, and nothing else is reported.
class Reader {
 public:
  Reader(const Value& value, std::string_view file, std::vector<Error>& errors,
         std::string path = {});

  [[nodiscard]] bool has(std::string_view key) const;
  // Marks `key` as known and returns its value, or null when absent.
  const Value* take(std::string_view key);

  // Text, as written: a plain number or boolean is text too. An empty one is a bad_value.
  std::string required_string(std::string_view key);
  std::string optional_string(std::string_view key, std::string_view fallback = {});
  // true|false only (capitalised as YAML's core schema allows), plain.
  bool optional_bool(std::string_view key, bool fallback);
  // A whole number within [low, high].
  std::optional<std::int64_t> optional_int(std::string_view key, std::int64_t low,
                                           std::int64_t high);
  std::optional<double> optional_number(std::string_view key);
  // A sequence of scalars, or one scalar taken as a sequence of one.
  std::vector<std::string> strings(std::string_view key);
  // One of `names`; reports bad_value with the nearest one. Returns its index, or nothing.
  std::optional<std::size_t> one_of(std::string_view key, std::span<const std::string_view> names);
  // The items of a sequence (empty when absent; wrong_type when it is something else).
  std::span<const Value> sequence(std::string_view key);

  // Reports unknown_key for each key that was not taken (ten, then how many more), hinting at the
  // nearest of the taken and `also_known` ones.
  void finish(std::span<const std::string_view> also_known = {});

  void report(ErrorCode code, std::string message, const Value& at);
  [[nodiscard]] const Value& value() const { return *value_; }
  [[nodiscard]] std::string_view file() const { return file_; }
  [[nodiscard]] std::string path_of(std::string_view key) const;

 private:
  void wrong_type(std::string_view key, std::string_view wanted, const Value& found);

  const Value* value_;
  std::string file_;
  std::vector<Error>* errors_;
  std::string path_;
  std::vector<std::string> known_;
};

// Scalar conversions as YAML 1.2's core schema has them; nothing when the scalar is quoted or of
// another type.
[[nodiscard]] std::optional<bool> as_bool(const Value& value);
[[nodiscard]] std::optional<std::int64_t> as_int(const Value& value);
[[nodiscard]] std::optional<double> as_number(const Value& value);

// The value as a line of JSON, for schema validation and tests. Plain scalars become numbers,
// booleans, null.
[[nodiscard]] std::string to_json(const Value& value);

// A scalar as it must be written so that parse() gives the same text back; quotes only where
// needed.
[[nodiscard]] std::string quoted_scalar(std::string_view text);

}  // namespace linter::base::yaml
