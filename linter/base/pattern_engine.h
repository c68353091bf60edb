// What Boost.Regex needs to match UTF-8 by code points: an iterator and the traits of a character.
// Only pattern.cpp includes this.
#pragma once

#include <array>
#include <boost/regex.hpp>
#include <cstddef>
#include <cstdint>
#include <exception>
#include <iterator>
#include <string>
#include <string_view>

#include "linter/base/utf8.h"

namespace linter::base::pattern_engine {

// Thrown through Boost when a search has taken all the steps it may.
struct OutOfSteps : std::exception {};

// The searched text and what is left of the search's budget.
struct Window {
  std::string_view text;
  std::int64_t steps = 0;
};

// A bidirectional iterator over the code points of a window. Each step and each look costs one of
// the window's steps. Boost gets no random access, so that it limits its own states by
// BOOST_REGEX_MAX_STATE_COUNT alone.
class CodePoints {
 public:
  using iterator_category = std::bidirectional_iterator_tag;
  using value_type = char32_t;
  using difference_type = std::ptrdiff_t;
  using pointer = const char32_t*;
  using reference = char32_t;

  CodePoints() = default;
  CodePoints(Window& window, std::size_t offset)
      : window_(&window), offset_(static_cast<std::uint32_t>(offset)) {}

  [[nodiscard]] std::uint32_t offset() const { return offset_; }

  char32_t operator*() const {
    const auto byte = static_cast<unsigned char>(window_->text[offset_]);
    return byte < 0x80 ? byte : beyond_ascii::decode(window_->text, offset_).value;
  }
  CodePoints& operator++() {
    if (--window_->steps < 0) throw OutOfSteps{};
    offset_ += decode(window_->text, offset_).length;
    return *this;
  }
  CodePoints& operator--() {
    if (--window_->steps < 0) throw OutOfSteps{};
    offset_ -= decode_before(window_->text, offset_).length;
    return *this;
  }
  CodePoints operator++(int) {
    CodePoints before = *this;
    ++*this;
    return before;
  }
  CodePoints operator--(int) {
    CodePoints before = *this;
    --*this;
    return before;
  }
  bool operator==(const CodePoints& other) const { return offset_ == other.offset_; }

 private:
  Window* window_ = nullptr;
  std::uint32_t offset_ = 0;
};

// What the traits say of the first code points: Boost asks for it at every step, and, while it
// compiles, of all of them again and again.
struct Latin1 {
  std::array<std::uint32_t, 256> classes{};
  std::array<char32_t, 256> lower{};
};

// Boost's traits concept over Unicode code points, with general categories from utf8proc and no
// locale. An article's view has straight apostrophes and plain spaces; patterns and texts that have
// others count as if they had.
class Traits {
 public:
  struct boost_extensions_tag {};
  using char_type = char32_t;
  using size_type = std::size_t;
  using string_type = std::u32string;
  using locale_type = int;
  using char_class_type = std::uint32_t;

  static size_type length(const char_type* text) {
    return std::char_traits<char32_t>::length(text);
  }

  Traits();

  [[nodiscard]] char_type translate(char_type c) const;
  [[nodiscard]] char_type translate_nocase(char_type c) const {
    return c < latin1_->lower.size() ? latin1_->lower[c] : lower_of(c);
  }
  [[nodiscard]] char_type translate(char_type c, bool ignore_case) const {
    return ignore_case ? translate_nocase(c) : translate(c);
  }
  [[nodiscard]] char_type tolower(char_type c) const { return to_lower(c); }
  [[nodiscard]] char_type toupper(char_type c) const { return to_upper(c); }

  [[nodiscard]] bool isctype(char_type c, char_class_type classes) const {
    return ((c < latin1_->classes.size() ? latin1_->classes[c] : classes_of(c)) & classes) != 0;
  }
  // Perl and POSIX class names, and the general categories L, Lu, Ll, M, N, Nd, P, Y (for S), Z; 0
  // for others.
  [[nodiscard]] char_class_type lookup_classname(const char_type* begin,
                                                 const char_type* end) const;
  [[nodiscard]] string_type lookup_collatename(const char_type* begin, const char_type* end) const;
  // Code points stand in their own order; equivalence is equality without case.
  [[nodiscard]] string_type transform(const char_type* begin, const char_type* end) const {
    return {begin, end};
  }
  [[nodiscard]] string_type transform_primary(const char_type* begin, const char_type* end) const;

  [[nodiscard]] boost::regex_constants::syntax_type syntax_type(char_type c) const;
  [[nodiscard]] boost::regex_constants::escape_syntax_type escape_syntax_type(char_type c) const;
  [[nodiscard]] boost::intmax_t toi(const char_type*& begin, const char_type* end, int radix) const;
  [[nodiscard]] int value(char_type c, int radix) const;
  [[nodiscard]] std::string error_string(boost::regex_constants::error_type code) const;

  locale_type imbue(locale_type locale) { return locale; }
  [[nodiscard]] locale_type getloc() const { return 0; }

 private:
  [[nodiscard]] static char_type lower_of(char_type c);
  [[nodiscard]] static char_class_type classes_of(char_type c);

  const Latin1* latin1_;
};

// "\p{S}" as "\p{Y}": Boost asks for S where the expression has \S, too.
[[nodiscard]] std::u32string symbols_renamed(std::u32string expression);

using Regex = boost::basic_regex<char32_t, Traits>;
using Found = boost::match_results<CodePoints>;

}  // namespace linter::base::pattern_engine
