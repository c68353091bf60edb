// Path patterns in the syntax of .gitignore: .galleyignore files and every path pattern of a
// configuration.
//
// A pattern without a slash matches a file or folder of that name at any depth; one with a slash is
// anchored to the folder that the patterns belong to; a slash at the end matches folders only; `*`
// and `?` stop at a slash, `**` as a whole part crosses it, `[a-z]` is a class; `!` takes back what
// earlier patterns matched; the last pattern that matches decides.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "linter/base/glob.h"
#include "linter/base/result.h"

namespace linter::source {

// Immutable once filled; const use from many threads. Paths are '/'-separated and relative to the
// patterns' folder, without a leading "./".
class PathPatterns {
 public:
  enum class Verdict : std::uint8_t { undecided, matched, taken_back };
  struct Answer {
    Verdict verdict = Verdict::undecided;
    std::uint32_t line = 0;    // of the pattern that decided, as given to add()
    std::string_view pattern;  // as written; valid as long as the patterns
  };

  // The patterns of an ignore file, one a line: blank lines and lines that start with '#' say
  // nothing, `\#`, `\!` and a backslash before a space at the end are literal. A pattern that can
  // never match is a bad_ignore_file error; the others are kept.
  [[nodiscard]] static base::Loaded<PathPatterns> parse(std::string_view text,
                                                        std::string_view file);

  // Adds one pattern behind the others. bad_value, without a file, when it can never match.
  [[nodiscard]] base::Result<void> add(std::string_view pattern, std::uint32_t line);

  // What the patterns say of this one path, its parent folders not considered: for walks, which ask
  // about each folder before they enter it. Linear in the patterns.
  [[nodiscard]] Answer match(std::string_view path, bool is_folder) const;

  // Whether the last pattern that matches the file or a folder above it is no `!` pattern.
  [[nodiscard]] bool covers(std::string_view file) const;

  [[nodiscard]] bool empty() const { return patterns_.empty(); }

 private:
  enum class Shape : std::uint8_t { literal, suffix, glob };
  struct Pattern {
    std::string written;
    Shape shape = Shape::glob;
    bool negated = false;
    bool folders_only = false;
    bool anchored = false;
    std::uint32_t line = 0;
    std::string text{};  // of a literal; of a suffix, what follows the '*'
    base::Glob glob{};
  };
  static base::Result<void> set_shape(Pattern& pattern, std::string_view text);
  static bool matches(const Pattern& pattern, std::string_view path, bool is_folder);
  static bool covers(const Pattern& pattern, std::string_view file);

  std::vector<Pattern> patterns_;
};

}  // namespace linter::source
