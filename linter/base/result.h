// What a user-caused failure looks like: a value, never an exception.
//
// A finding about an article is data, not an error; an Error says what galley could not do. Where
// part of the work succeeded, Loaded<T> carries both, so that nothing that could be checked is
// lost. Errors own their strings; they are plain values and safe to hand between threads. Colour
// and caret are added where an error is printed.
#pragma once

#include <cstdint>
#include <expected>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace linter::base {

// Stable names for the `code` of an error in machine-readable reports; see code_name. A code is
// never reused.
enum class ErrorCode : std::uint8_t {
  bad_usage,
  missing_path,
  unreadable_file,
  too_large,
  not_utf8,
  utf16,
  nesting_too_deep,
  bad_front_matter,
  bad_yaml,
  too_many_aliases,
  unknown_key,
  duplicate_key,
  missing_key,
  wrong_type,
  bad_value,
  bad_pattern,
  pattern_too_slow,
  unknown_kind,
  unknown_pack,
  unknown_rule,
  duplicate_id,
  missing_source,
  missing_dictionary,
  missing_data,
  bad_ignore_file,
  repository,
  write_failed,
  interrupted,
  internal,
};

// The kebab-case name of a code ("not-utf8"); a string literal.
[[nodiscard]] std::string_view code_name(ErrorCode code);

struct Error {
  ErrorCode code = ErrorCode::internal;
  std::string message{};  // what was seen, what the rule is, what to do; one line, no trailing full
                          // stop needed
  std::string file{};     // as the user named it; empty where no file is concerned
  std::uint32_t line = 0;    // 1-based; 0 = not known
  std::uint32_t column = 0;  // 1-based, Unicode code points; 0 = not known

  bool operator==(const Error&) const = default;
};

template <class T>
using Result = std::expected<T, Error>;

[[nodiscard]] inline std::unexpected<Error> fail(ErrorCode code, std::string message,
                                                 std::string file = {}, std::uint32_t line = 0,
                                                 std::uint32_t column = 0) {
  return std::unexpected(Error{code, std::move(message), std::move(file), line, column});
}

// Partial success: what could be read, and what could not.
template <class T>
struct Loaded {
  T value{};
  std::vector<Error> errors;
};

}  // namespace linter::base
