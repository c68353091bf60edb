#include "linter/base/result.h"

namespace linter::base {

std::string_view code_name(ErrorCode code) {
  switch (code) {
    case ErrorCode::bad_usage:
      return "bad-usage";
    case ErrorCode::missing_path:
      return "missing-path";
    case ErrorCode::unreadable_file:
      return "unreadable-file";
    case ErrorCode::too_large:
      return "too-large";
    case ErrorCode::not_utf8:
      return "not-utf8";
    case ErrorCode::utf16:
      return "utf16";
    case ErrorCode::nesting_too_deep:
      return "nesting-too-deep";
    case ErrorCode::bad_front_matter:
      return "bad-front-matter";
    case ErrorCode::bad_yaml:
      return "bad-yaml";
    case ErrorCode::too_many_aliases:
      return "too-many-aliases";
    case ErrorCode::unknown_key:
      return "unknown-key";
    case ErrorCode::duplicate_key:
      return "duplicate-key";
    case ErrorCode::missing_key:
      return "missing-key";
    case ErrorCode::wrong_type:
      return "wrong-type";
    case ErrorCode::bad_value:
      return "bad-value";
    case ErrorCode::bad_pattern:
      return "bad-pattern";
    case ErrorCode::pattern_too_slow:
      return "pattern-too-slow";
    case ErrorCode::unknown_kind:
      return "unknown-kind";
    case ErrorCode::unknown_pack:
      return "unknown-pack";
    case ErrorCode::unknown_rule:
      return "unknown-rule";
    case ErrorCode::duplicate_id:
      return "duplicate-id";
    case ErrorCode::missing_source:
      return "missing-source";
    case ErrorCode::missing_dictionary:
      return "missing-dictionary";
    case ErrorCode::missing_data:
      return "missing-data";
    case ErrorCode::bad_ignore_file:
      return "bad-ignore-file";
    case ErrorCode::repository:
      return "repository";
    case ErrorCode::write_failed:
      return "write-failed";
    case ErrorCode::interrupted:
      return "interrupted";
    case ErrorCode::internal:
      return "internal";
  }
  return "internal";
}

}  // namespace linter::base
