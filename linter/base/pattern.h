// Boost.Regex behind a value type: the only place that includes it.
//
// Perl syntax. Boost throws while matching on patterns that backtrack without end; that stops here
// as pattern_too_slow. Char mode is byte-wise: match against normalised text (an article's view). A
// compiled Pattern is immutable and may be searched by many threads at once.
#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "linter/base/result.h"
#include "linter/base/span.h"

namespace linter::base {

struct PatternOptions {
  bool ignore_case = true;
  bool word_bounded = true;  // the match must start and end at a word boundary
  bool literal = false;      // the text is a phrase, not an expression
};

struct Match {
  Span whole;                               // in the searched text
  std::vector<std::optional<Span>> groups;  // numbered groups, from 1
};

class Pattern {
 public:
  // bad_pattern with Boost's explanation and the 1-based column of the fault inside the pattern.
  [[nodiscard]] static Result<Pattern> compile(std::string_view expression,
                                               PatternOptions options = {});

  Pattern(Pattern&&) noexcept;
  Pattern& operator=(Pattern&&) noexcept;
  ~Pattern();

  // The first match in text that starts at or after `from`; look-behind may see what stands before
  // it. An empty match is never returned. `text` is limited to 64 kB (longer text is searched in
  // its first 64 kB): callers pass windows.
  [[nodiscard]] Result<std::optional<Match>> search(std::string_view text,
                                                    std::size_t from = 0) const;
  // Whether all of `text` matches.
  [[nodiscard]] Result<bool> matches(std::string_view text) const;

  // A replacement with $1 … $9, ${name} and \u \l \U \L \E as in Boost's format strings, for a
  // match in `text`.
  [[nodiscard]] std::string expand(std::string_view format, std::string_view text,
                                   const Match& match) const;

  [[nodiscard]] const std::string& expression() const { return expression_; }

 private:
  struct Compiled;
  Pattern(std::string expression, std::unique_ptr<Compiled> compiled);
  std::string expression_;
  std::unique_ptr<Compiled> compiled_;
};

}  // namespace linter::base
