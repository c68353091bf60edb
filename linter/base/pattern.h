// Boost.Regex behind a value type: the only place that includes it.
//
// Perl syntax over UTF-8, by code points: `.`, classes and `\b` take "é" and "—" for one character
// each, `\w` is letters, marks, numbers and '_' of any script, and general categories have their
// short names (`\p{Lu}`). Apostrophes and spaces are as in an article's view: U+2018, U+2019 and
// U+02BC count as "'" and every Unicode space as ' ', in expression and text alike. `.` takes a
// newline too; `^` and `$` stand at lines. A pattern may not call itself ("(?R)"). A search may
// take 4,000,000 steps through the text and visit 2,000,000 states (about 50 ms at the worst);
// Boost's exceptions, at match time too, stop here. A compiled Pattern is immutable and may be
// searched by many threads at once.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "linter/base/image.h"
#include "linter/base/result.h"
#include "linter/base/span.h"

namespace linter::base {

// Pattern::reach speaks of texts without a longer run of tokens that no space divides.
inline constexpr std::uint32_t longest_run = 8;

// What matches of a pattern stay within: none goes across one of its marks, though it may begin or
// end with one.
enum class Within : std::uint8_t { text, sentence, clause };
inline constexpr std::string_view sentence_marks = ".!?";
inline constexpr std::string_view clause_marks = ".!?,;:()\"";

namespace pattern_engine {
class Scanner;
struct Window;
}  // namespace pattern_engine

struct PatternOptions {
  bool ignore_case = true;
  // The match may not begin or end inside a word. Only an edge that is a word character needs a
  // boundary: "100%" matches in "100%safe", "(c)" in "x(c)y"; "caf" does not match in "café". Other
  // ways to match are tried before giving up.
  bool word_bounded = true;
  // The text is a phrase, not an expression; a space in it stands for any run of spaces.
  bool literal = false;
};

struct Match {
  Span whole;                               // in the searched text
  std::vector<std::optional<Span>> groups;  // numbered groups, from 1
};

// How a match may begin: with a word, a word that begins so, or a mark.
struct PatternHead {
  enum class Kind : std::uint8_t { word, prefix, mark };
  Kind kind = Kind::word;
  std::string text;  // small letters of ASCII, or one mark of ASCII
  auto operator<=>(const PatternHead&) const = default;
};

// What one thread has learnt of one pattern's searches: with it they cost about 1 ns a byte where
// nothing matches, and find the same. Up to some 50 kB, a few kB for usual patterns.
class PatternMemory {
 public:
  PatternMemory();
  PatternMemory(PatternMemory&&) noexcept;
  PatternMemory& operator=(PatternMemory&&) noexcept;
  ~PatternMemory();

 private:
  friend class Pattern;
  std::unique_ptr<pattern_engine::Scanner> scanner_;
};

class Pattern {
 public:
  // bad_pattern with Boost's explanation and the 1-based column (code points) of the fault inside
  // the expression, which has 1 to 65,536 bytes. About 5 µs for a usual expression, which Boost
  // compiles where a search first needs it (some 20 µs): compile once.
  [[nodiscard]] static Result<Pattern> compile(std::string_view expression,
                                               PatternOptions options = {});
  // The same for an expression that compile() took before: about a third of the time, since it is
  // not checked. One that it did not take is pattern_too_slow to every search.
  [[nodiscard]] static Result<Pattern> compile_known(std::string_view expression,
                                                     PatternOptions options = {});

  Pattern(Pattern&&) noexcept;
  Pattern& operator=(Pattern&&) noexcept;
  ~Pattern();

  // The first match in `text` that starts at or after byte `from`; look-behind and word boundaries
  // see what stands before it. An empty match is never returned. Or pattern_too_slow. Text over 64
  // kB is searched in its first 64 kB: callers pass windows. Where nothing can match the cost is
  // about 2 ns a byte.
  [[nodiscard]] Result<std::optional<Match>> search(std::string_view text,
                                                    std::size_t from = 0) const;
  // As above, within what `steps` has left, of which the steps that it took are taken: a bound on
  // what many searches cost together. A million steps take some 10 ms.
  [[nodiscard]] Result<std::optional<Match>> search(std::string_view text, std::size_t from,
                                                    std::int64_t& steps) const;
  // As above; `memory` is the calling thread's, for this pattern and no other. Only matches that
  // begin, with what \K keeps out of them, before `until` come back.
  [[nodiscard]] Result<std::optional<Match>> search(std::string_view text, std::size_t from,
                                                    std::size_t until, std::int64_t& steps,
                                                    PatternMemory& memory) const;
  // False where no match takes the character at `at` as one that the expression names, as it names
  // the words and marks that all its matches have (the full stop in "\w+\. The"), rather than as
  // one of a class ("\w", "[^a]"). For text of at most 64 kB; reads some characters.
  [[nodiscard]] bool may_spell(std::string_view text, std::size_t at, PatternMemory& memory) const;
  // False where no match begins at `at`, with what \K keeps out of it. As search() takes `steps`,
  // and `memory`; where they are used up nothing is known. For text of at most 64 kB.
  [[nodiscard]] bool may_begin(std::string_view text, std::size_t at, std::int64_t& steps,
                               PatternMemory& memory) const;
  // False where none begins at or after `from` and before `until`. As search(), but Boost is not
  // asked: it may be true where search() finds nothing.
  [[nodiscard]] bool may_begin(std::string_view text, std::size_t from, std::size_t until,
                               std::int64_t& steps, PatternMemory& memory) const;
  // How many tokens of sentences/tokens.h a match, with what \K keeps out of it, touches at most; 0
  // where there is no limit or none is known. For texts whose tokens stand at most `longest_run` in
  // a row without space and have no marks but ASCII's (not "_" alone), those from U+2010 to U+203F,
  // and U+00A0 to U+00BF (no digits and fractions). The first call for a pattern costs some 20 µs.
  [[nodiscard]] std::uint32_t reach() const;
  // The narrowest that each match, with what \K keeps out of it, stays within. Some 20 µs.
  [[nodiscard]] Within within() const;
  // Whether a line has to end where a match does, or what it asks for behind it, and a letter, digit
  // or character beyond ASCII to stand before that end. Some 20 µs.
  [[nodiscard]] bool ends_lines() const;
  // What each match, with what \K keeps out of it, begins with: at the begin of such a word, or of
  // a part of one behind an apostrophe or an invisible character. Empty where nothing is known.
  // Some 20 µs.
  [[nodiscard]] std::vector<PatternHead> heads() const;
  // What narrows its searches, as flat bytes for an image of this build. Some 20 µs.
  [[nodiscard]] std::string kept() const;
  // Before it is searched: what kept() said, so that it need not be found out again, in a tenth of
  // the time. The bytes must outlive the pattern. Where they are damaged, or another pattern's, it
  // is found out again.
  void recall(LateText kept);
  // Whether all of `text` matches; never for text over 64 kB.
  [[nodiscard]] Result<bool> matches(std::string_view text) const;

  // A replacement for a match in `text`: $0 or $& (all), $1 to $9, ${10}, ${name} and $$; \u and \l
  // change the next character, \U and \L all up to \E; \n, \t and a backslash before anything else
  // that character. Unknown groups and groups that took no part are empty.
  [[nodiscard]] std::string expand(std::string_view format, std::string_view text,
                                   const Match& match) const;

  [[nodiscard]] const std::string& expression() const;

 private:
  struct Compiled;
  enum class Check : std::uint8_t { whole, none };
  [[nodiscard]] static Result<Pattern> made(std::string_view expression, PatternOptions options,
                                            Check check);
  [[nodiscard]] pattern_engine::Scanner* scanner_of(PatternMemory& memory) const;
  [[nodiscard]] std::optional<Match> search(pattern_engine::Window& window, std::size_t from) const;
  [[nodiscard]] std::optional<Match> search(pattern_engine::Window& window, std::size_t from,
                                            std::size_t until,
                                            pattern_engine::Scanner& scanner) const;
  [[nodiscard]] std::optional<Match> search_each(pattern_engine::Window& window, std::size_t from,
                                                 std::size_t until) const;
  explicit Pattern(std::unique_ptr<Compiled> compiled);
  std::unique_ptr<Compiled> compiled_;
};

// The groups of an expression that capture, by number and by name, read from its text: for one that
// compiles, as many as its matches have. Never fails.
struct Groups {
  std::size_t count = 0;
  std::vector<std::string> names;
};
[[nodiscard]] Groups groups_of(std::string_view expression);

// The groups that a replacement for expand() refers to and `groups` lacks, as they are written
// there ("$3", "${name}"), in order.
[[nodiscard]] std::vector<std::string> missing_groups(std::string_view format,
                                                      const Groups& groups);

}  // namespace linter::base
