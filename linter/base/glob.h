// Path patterns as in .gitignore and editors: `*` and `?` stop at '/', `**` crosses it, `[a-z]`,
// `{a,b}`.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "linter/base/result.h"

namespace linter::base {

// `**/` stands for any number of folders, none included: "**/a.md" matches "a.md" and "x/y/a.md".
// `?` and classes take one code point; `[!a]` and `[^a]` negate, and no class matches '/'. A
// backslash takes the next character literally. Letters match in their own case only.
class Glob {
 public:
  // Fails with bad_value (column = 1-based code point of the fault) on an unclosed bracket or
  // brace, a backslash at the end, more than 256 alternatives after expanding braces, or more than
  // 4,096 bytes.
  [[nodiscard]] static Result<Glob> compile(std::string_view pattern);

  // Whether the whole of `path` ('/'-separated, no leading "./") matches. Time at most |pattern| x
  // |path| for each alternative: hostile patterns cannot blow up. Thread-safe.
  [[nodiscard]] bool matches(std::string_view path) const;

  [[nodiscard]] const std::string& pattern() const { return pattern_; }

 private:
  enum class TokenKind : std::uint8_t {
    literal,
    one,
    in_segment,
    anything,
    folders,
    one_of,
    none_of
  };
  struct Token {
    TokenKind kind = TokenKind::literal;
    char32_t value = 0;                                   // of a literal
    std::vector<std::pair<char32_t, char32_t>> ranges{};  // of a class, both ends included
  };
  using Alternative = std::vector<Token>;

  static Alternative tokens_of(std::string_view text);
  static Token class_of(std::string_view text);
  static bool takes(const Token& token, char32_t value);
  static bool matches_alternative(const Alternative& tokens, std::string_view path);

  std::string pattern_;
  std::vector<Alternative> alternatives_;
};

// Whether a user's argument is a pattern rather than a path.
[[nodiscard]] bool has_glob_characters(std::string_view text);

}  // namespace linter::base
