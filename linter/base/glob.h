// Path patterns as in .gitignore and editors: `*` and `?` stop at '/', `**` crosses it, `[a-z]`, `{a,b}`.
#pragma once

#include <string>
#include <string_view>

#include "linter/base/result.h"

namespace linter::base {

class Glob {
 public:
  // Fails with bad_value (column = 1-based code point of the fault) on an unclosed bracket or brace.
  [[nodiscard]] static Result<Glob> compile(std::string_view pattern);

  // Whether the whole of `path` ('/'-separated, no leading "./") matches. Time at most |pattern| x |path|: hostile
  // patterns cannot blow up. Braces expand to at most 256 alternatives (more is bad_value). Thread-safe.
  [[nodiscard]] bool matches(std::string_view path) const;

  [[nodiscard]] const std::string& pattern() const { return pattern_; }

 private:
  std::string pattern_;
  std::vector<std::string> alternatives_;
};

// Whether a user's argument is a pattern rather than a path.
[[nodiscard]] bool has_glob_characters(std::string_view text);

}  // namespace linter::base
