#include "linter/base/result.h"

#include <array>
#include <cstddef>

namespace linter::base {
namespace {

struct CodeName {
  ErrorCode code;
  std::string_view name;
};

constexpr auto code_names = std::to_array<CodeName>({
    {ErrorCode::bad_usage, "bad-usage"},
    {ErrorCode::missing_path, "missing-path"},
    {ErrorCode::unreadable_file, "unreadable-file"},
    {ErrorCode::too_large, "too-large"},
    {ErrorCode::not_utf8, "not-utf8"},
    {ErrorCode::utf16, "utf16"},
    {ErrorCode::nesting_too_deep, "nesting-too-deep"},
    {ErrorCode::bad_front_matter, "bad-front-matter"},
    {ErrorCode::bad_yaml, "bad-yaml"},
    {ErrorCode::too_many_aliases, "too-many-aliases"},
    {ErrorCode::unknown_key, "unknown-key"},
    {ErrorCode::duplicate_key, "duplicate-key"},
    {ErrorCode::missing_key, "missing-key"},
    {ErrorCode::wrong_type, "wrong-type"},
    {ErrorCode::bad_value, "bad-value"},
    {ErrorCode::bad_pattern, "bad-pattern"},
    {ErrorCode::pattern_too_slow, "pattern-too-slow"},
    {ErrorCode::unknown_kind, "unknown-kind"},
    {ErrorCode::unknown_pack, "unknown-pack"},
    {ErrorCode::unknown_rule, "unknown-rule"},
    {ErrorCode::duplicate_id, "duplicate-id"},
    {ErrorCode::missing_source, "missing-source"},
    {ErrorCode::missing_dictionary, "missing-dictionary"},
    {ErrorCode::missing_data, "missing-data"},
    {ErrorCode::bad_ignore_file, "bad-ignore-file"},
    {ErrorCode::repository, "repository"},
    {ErrorCode::write_failed, "write-failed"},
    {ErrorCode::interrupted, "interrupted"},
    {ErrorCode::internal, "internal"},
});

consteval bool every_code_stands_at_its_place() {
  for (std::size_t i = 0; i < code_names.size(); ++i) {
    if (static_cast<std::size_t>(code_names[i].code) != i) return false;
  }
  return code_names.back().code == ErrorCode::internal;
}
static_assert(every_code_stands_at_its_place(), "list the codes as the enumeration does");

}  // namespace

std::string_view code_name(ErrorCode code) {
  return code_names[static_cast<std::size_t>(code)].name;
}

}  // namespace linter::base
