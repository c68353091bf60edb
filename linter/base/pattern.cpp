#include "linter/base/pattern.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <exception>
#include <mutex>
#include <tuple>

#include "linter/base/hash.h"
#include "linter/base/names.h"
#include "linter/base/pattern_brackets.h"
#include "linter/base/pattern_engine.h"
#include "linter/base/pattern_heads.h"
#include "linter/base/pattern_program.h"
#include "linter/base/pattern_program_image.h"
#include "linter/base/pattern_scanner.h"
#include "linter/base/pattern_syntax.h"
#include "linter/base/pattern_within.h"
#include "linter/base/replacement.h"
#include "linter/base/utf8.h"

namespace linter::base {

using pattern_engine::CodePoints;
using pattern_engine::Found;
using pattern_engine::Regex;
using pattern_engine::Window;

// Where the pattern is word-bounded, the expression has a condition behind it: it may not end
// inside a word. As part of the expression it makes Boost try another way to match; that no match
// begins inside a word is seen to outside, where Boost still knows which characters a match can
// begin with.
struct Pattern::Compiled {
  std::string expression;
  PatternOptions options;
  bool balanced = false;
  bool keeps_out = false;  // there is a \\K in it
  LateText kept;           // the program, as flat bytes, with what it is of
  // What Boost and the program are made of.
  [[nodiscard]] std::u32string source() const;
  // Boost compiles on first need. Throws boost::regex_error with a position inside the source.
  [[nodiscard]] const Regex& regex() const;
  // Recalled or made on first need, too; null where the expression is not understood.
  [[nodiscard]] const pattern_engine::Program* program() const;
  // Tells it from other patterns.
  [[nodiscard]] std::uint64_t digest() const;

 private:
  mutable std::once_flag regex_once_;
  mutable std::optional<Regex> regex_;
  mutable std::once_flag program_once_;
  mutable std::optional<pattern_engine::Program> program_;
};

namespace {

constexpr std::size_t longest_expression = 64U << 10U;
constexpr std::size_t longest_text = 64U << 10U;
// Steps of the text's iterator for one search; where patterns explode, 4 million take 20 to 50 ms.
constexpr std::int64_t most_steps = 4'000'000;

std::u32string code_points_of(std::string_view text) {
  std::u32string out(text.size(), U'\0');
  std::size_t count = 0;
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint point = decode(text, at);
    out[count++] = point.value;
    at += point.length;
  }
  out.resize(count);
  return out;
}

// A phrase as an expression: everything stands for itself, and space for any space.
std::u32string escaped(const std::u32string& phrase) {
  std::u32string out;
  for (const char32_t c : phrase) {
    if (is_space(c)) {
      if (!out.ends_with(U"\\s+")) out += U"\\s+";
      continue;
    }
    // Only these: other marks mean something when they are escaped ("\\'" is the end of the text).
    const bool special = std::u32string_view(U".[]{}()\\*+?|^$").contains(c);
    if (special) out += U'\\';
    out += c;
  }
  return out;
}

// The number that `text` is, from 0; -1 when it is none.
int number_in(std::string_view text) {
  int number = -1;
  const auto [end, failure] = std::from_chars(text.data(), text.data() + text.size(), number);
  return failure == std::errc{} && end == text.data() + text.size() ? number : -1;
}

// Boost's sentence without its quotation of the expression.
std::string explanation(const std::exception& exception) {
  std::string text = exception.what();
  text.erase(std::min(text.find("  The error occurred"), text.size()));
  while (text.ends_with('.') || text.ends_with(' ')) text.pop_back();
  if (!text.empty())
    text.front() = static_cast<char>(to_lower(static_cast<unsigned char>(text.front())));
  return text;
}

std::unexpected<Error> bad_pattern(std::string message, std::size_t position) {
  return fail(ErrorCode::bad_pattern, std::move(message), {}, 0,
              static_cast<std::uint32_t>(position) + 1);
}

std::unexpected<Error> too_slow(std::string_view expression) {
  return fail(ErrorCode::pattern_too_slow,
              "the pattern '" + shortened(expression) +
                  "' tries too many ways to match: avoid repeats inside repeats and "
                  "several open repeats in a row");
}

Regex regex_of(const std::u32string& written, bool ignore_case) {
  const std::u32string expression = pattern_engine::symbols_renamed(written);
  boost::regex_constants::syntax_option_type flags = boost::regex_constants::perl;
  if (ignore_case) flags |= boost::regex_constants::icase;
  return Regex(expression.data(), expression.data() + expression.size(), flags);
}

// The expression as a group with the condition behind it.
Regex bounded_regex_of(const std::u32string& expression, bool ignore_case) {
  const std::u32string condition = U")(?:\\b|(?<!\\w))";
  try {
    return regex_of(U"(?:" + expression + condition, ignore_case);
  } catch (const boost::regex_error&) {  // perhaps the expression ends in a comment of (?x)
    return regex_of(U"(?:" + expression + U'\n' + condition, ignore_case);
  }
}

// Throws boost::regex_error with a position inside `expression`.
Regex compiled_regex(const std::u32string& expression, PatternOptions options, bool balanced) {
  if (!options.word_bounded) return regex_of(expression, options.ignore_case);
  if (!balanced) static_cast<void>(regex_of(expression, options.ignore_case));
  try {
    return bounded_regex_of(expression, options.ignore_case);
  } catch (const boost::regex_error&) {
    static_cast<void>(
        regex_of(expression, options.ignore_case));  // throws its own error, at its own position
    throw;
  }
}

// Whether `offset` stands between two characters of one word.
bool inside_word(std::string_view text, std::size_t offset) {
  if (offset == 0 || offset >= text.size()) return false;
  return is_word_character(decode_before(text, offset).value) &&
         is_word_character(decode(text, offset).value);
}

bool search_from(Window& window, std::size_t from, const Regex& regex, Found& found,
                 boost::match_flag_type flags = boost::regex_constants::match_default) {
  return boost::regex_search(CodePoints(window, from), CodePoints(window, window.text.size()),
                             found, regex, flags | boost::regex_constants::match_not_null,
                             CodePoints(window, 0));
}

Match match_of(const Found& found) {
  const auto span_of = [](const auto& part) {
    return Span{part.first.offset(), part.second.offset()};
  };
  Match match{.whole = span_of(found[0]), .groups = {}};
  for (int i = 1; i < static_cast<int>(found.size()); ++i) {
    match.groups.push_back(found[i].matched ? std::optional(span_of(found[i])) : std::nullopt);
  }
  return match;
}

// Of an expression without groups.
Match match_between(std::size_t begin, std::size_t end) {
  return {.whole = {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)},
          .groups = {}};
}

// Visits the places where a match may begin, until `visit` says false.
template <class Visit>
void for_each_place(Window& window, std::size_t from, std::size_t until,
                    pattern_engine::Scanner& scanner, const Visit& visit) {
  constexpr std::size_t few = 24;
  const bool are_few = until - std::min(from, until) <= few;
  while (from < until) {
    const auto region = are_few ? scanner.begin_in(window.text, from, until)
                                : scanner.next(window.text, from, until);
    if (!region) return;
    for (from = region->begin; from < region->end; from += decode(window.text, from).length) {
      if (!scanner.may_begin(window.text, from, window.steps)) continue;
      if (window.steps < 0) throw pattern_engine::OutOfSteps{};
      if (!visit(from)) return;
    }
  }
}

// Whether an expression may ask for certain characters beyond ASCII, of which its program knows
// nothing: it has some, or escapes by number, in other places than classes like [^—].
bool names_beyond_ascii(const std::u32string& expression) {
  bool refused = false;  // inside such a class
  for (std::size_t at = 0; at < expression.size(); ++at) {
    const char32_t c = expression[at];
    if (c == U'\\') {
      ++at;
      const char32_t escaped = at < expression.size() ? expression[at] : U'\0';
      if (!refused && (escaped == U'x' || escaped >= 0x80)) return true;
    } else if (refused) {
      refused = c != U']';
    } else if (c == U'[' && at + 1 < expression.size() && expression[at + 1] == U'^') {
      refused = true;
    } else if (c >= 0x80) {
      return true;
    }
  }
  return false;
}

// False for a group that is plain or looks around, by what stands behind its bracket.
bool captures(std::string_view group) {
  constexpr std::array<std::string_view, 5> plain{"?:", "?=", "?!", "?<=", "?<!"};
  return std::ranges::none_of(plain, [&](std::string_view one) { return group.starts_with(one); });
}

// False where no group of the expression captures.
bool may_capture(std::string_view expression) {
  for (std::size_t at = 0; at < expression.size(); ++at) {
    if (expression[at] == '\\')
      ++at;  // what it escapes opens nothing
    else if (expression[at] == '(' && captures(expression.substr(at + 1)))
      return true;
  }
  return false;
}

// The part of `text` that is searched: cut between code points.
std::string_view within_limit(std::string_view text) {
  if (text.size() <= longest_text) return text;
  std::size_t end = longest_text;
  while (end > longest_text - 3 && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) --end;
  return text.substr(0, end);
}

// What `search` finds within the limits of one search; what it takes is taken from `steps`.
template <class Search>
Result<std::optional<Match>> searched(std::string_view expression, std::string_view text,
                                      std::int64_t& steps, const Search& search) {
  const std::int64_t granted = std::min(most_steps, steps);
  Window window{.text = within_limit(text), .steps = granted};
  try {
    auto found = search(window);
    steps -= granted - window.steps;
    return found;
  } catch (const std::exception&) {
    steps -= granted - window.steps;
    return too_slow(expression);
  }
}

}  // namespace

std::u32string Pattern::Compiled::source() const {
  std::u32string points = code_points_of(expression);
  return options.literal ? escaped(points) : points;
}

const Regex& Pattern::Compiled::regex() const {
  std::call_once(regex_once_, [&] { regex_ = compiled_regex(source(), options, balanced); });
  return *regex_;
}

const pattern_engine::Program* Pattern::Compiled::program() const {
  std::call_once(program_once_, [&] {
    const auto bytes = kept.checked();
    pattern_engine::KeptProgram known =
        bytes ? pattern_engine::program_in(*bytes, digest()) : pattern_engine::KeptProgram();
    program_ = std::move(known.program);
    if (known.sound) return;
    program_ = pattern_engine::program_of(source(), {options.ignore_case, options.word_bounded});
  });
  return program_ ? &*program_ : nullptr;
}

std::uint64_t Pattern::Compiled::digest() const {
  const auto bit = [](bool option, unsigned at) { return std::uint64_t{option} << at; };
  return hash64(expression) ^ (bit(options.ignore_case, 0) | bit(options.word_bounded, 1) |
                               bit(options.literal, 2));
}

PatternMemory::PatternMemory() = default;
PatternMemory::PatternMemory(PatternMemory&&) noexcept = default;
PatternMemory& PatternMemory::operator=(PatternMemory&&) noexcept = default;
PatternMemory::~PatternMemory() = default;

Pattern::Pattern(std::unique_ptr<Compiled> compiled) : compiled_(std::move(compiled)) {}
Pattern::Pattern(Pattern&&) noexcept = default;
Pattern& Pattern::operator=(Pattern&&) noexcept = default;
Pattern::~Pattern() = default;

const std::string& Pattern::expression() const {
  return compiled_->expression;
}

Result<Pattern> Pattern::compile(std::string_view expression, PatternOptions options) {
  return made(expression, options, Check::whole);
}

Result<Pattern> Pattern::compile_known(std::string_view expression, PatternOptions options) {
  return made(expression, options, Check::none);
}

Result<Pattern> Pattern::made(std::string_view expression, PatternOptions options, Check check) {
  if (expression.empty()) return bad_pattern("the pattern is empty", 0);
  if (expression.size() > longest_expression)
    return bad_pattern("the pattern has more than 65,536 bytes", 0);
  auto compiled = std::make_unique<Compiled>();
  compiled->expression = expression;
  compiled->options = options;
  compiled->keeps_out = !options.literal && expression.find("\\K") != std::string_view::npos;
  compiled->balanced = true;
  if (check == Check::none) return Pattern(std::move(compiled));
  const std::u32string source = compiled->source();
  const Brackets brackets = brackets_of(source);
  if (brackets.fault)
    return bad_pattern(std::string(brackets.fault->message), brackets.fault->position);
  compiled->balanced = brackets.balanced;
  try {
    if (!pattern_engine::is_certain(source, {options.ignore_case, options.word_bounded}))
      static_cast<void>(compiled->regex());
    return Pattern(std::move(compiled));
  } catch (const boost::regex_error& error) {
    const auto position = static_cast<std::size_t>(std::max<std::ptrdiff_t>(error.position(), 0));
    return bad_pattern(explanation(error), std::min(position, source.size()));
  } catch (const std::exception& exception) {
    return bad_pattern(explanation(exception), 0);
  }
}

Result<std::optional<Match>> Pattern::search(std::string_view text, std::size_t from) const {
  std::int64_t steps = most_steps;
  return search(text, from, steps);
}

Result<std::optional<Match>> Pattern::search(std::string_view text, std::size_t from,
                                             std::int64_t& steps) const {
  return searched(expression(), text, steps, [&](Window& window) { return search(window, from); });
}

Result<std::optional<Match>> Pattern::search(std::string_view text, std::size_t from,
                                             std::size_t until, std::int64_t& steps,
                                             PatternMemory& memory) const {
  pattern_engine::Scanner* const scanner = scanner_of(memory);
  const bool scans = scanner != nullptr;
  if (!scans && until >= text.size()) return search(text, from, steps);
  return searched(expression(), text, steps, [&](Window& window) {
    const std::size_t end = std::min(until, window.text.size());
    return scans ? search(window, from, end, *scanner) : search_each(window, from, end);
  });
}

// Null where there is none, or none that pays.
pattern_engine::Scanner* Pattern::scanner_of(PatternMemory& memory) const {
  if (memory.scanner_ == nullptr) {
    const pattern_engine::Program* program = compiled_->program();
    if (program != nullptr) memory.scanner_ = std::make_unique<pattern_engine::Scanner>(*program);
  }
  const bool pays = memory.scanner_ != nullptr && !memory.scanner_->is_overtaxed();
  return pays ? memory.scanner_.get() : nullptr;
}

bool Pattern::may_spell(std::string_view text, std::size_t at, PatternMemory& memory) const {
  pattern_engine::Scanner* const scanner = scanner_of(memory);
  return scanner == nullptr || scanner->may_spell(text, at);
}

bool Pattern::may_begin(std::string_view text, std::size_t at, std::int64_t& steps,
                        PatternMemory& memory) const {
  pattern_engine::Scanner* const scanner = steps > 0 ? scanner_of(memory) : nullptr;
  return scanner == nullptr || scanner->may_begin(text, at, steps);
}

bool Pattern::may_begin(std::string_view text, std::size_t from, std::size_t until,
                        std::int64_t& steps, PatternMemory& memory) const {
  pattern_engine::Scanner* const scanner = scanner_of(memory);
  if (scanner == nullptr) return true;
  const auto found = searched(expression(), text, steps, [&](Window& window) {
    std::optional<Match> match;
    for_each_place(window, from, std::min(until, window.text.size()), *scanner, [&](std::size_t) {
      match.emplace();
      return false;
    });
    return match;
  });
  return !found || *found;
}

std::string Pattern::kept() const {
  return pattern_engine::flat_of(compiled_->program(), compiled_->digest());
}

void Pattern::recall(LateText kept) {
  compiled_->kept = kept;
}

std::uint32_t Pattern::reach() const {
  const pattern_engine::Program* program = compiled_->program();
  return program == nullptr ? 0 : program->reach;
}

Within Pattern::within() const {
  const pattern_engine::Program* program = compiled_->program();
  return program == nullptr ? Within::text : pattern_engine::within_of(*program);
}

bool Pattern::ends_lines() const {
  const pattern_engine::Program* program = compiled_->program();
  return program != nullptr && pattern_engine::ends_lines_of(*program);
}

std::vector<PatternHead> Pattern::heads() const {
  if (names_beyond_ascii(compiled_->source())) return {};
  const pattern_engine::Program* program = compiled_->program();
  return program == nullptr ? std::vector<PatternHead>()
                            : pattern_engine::heads_of(*program, compiled_->options.word_bounded);
}

std::optional<Match> Pattern::search(Window& window, std::size_t from) const {
  Found found;
  while (from < window.text.size()) {
    if (!search_from(window, from, compiled_->regex(), found)) break;
    const std::uint32_t begin = found[0].first.offset();
    if (!compiled_->options.word_bounded || !inside_word(window.text, begin))
      return match_of(found);
    // What \K keeps out stands before the match: another match may begin anywhere behind `from`.
    if (!compiled_->keeps_out) from = begin;
    from += decode(window.text, from).length;
  }
  return std::nullopt;
}

// The same, but Boost is asked, and compiles, only where a match may begin and nothing else tells
// where it ends. Of a few characters each is looked at by itself: that needs fewer states than all
// matches at once.
std::optional<Match> Pattern::search(Window& window, std::size_t from, std::size_t until,
                                     pattern_engine::Scanner& scanner) const {
  std::optional<Match> match;
  for_each_place(window, from, until, scanner, [&](std::size_t place) {
    using Ends = pattern_engine::Scanner::Ends;
    const Ends ends = scanner.ends_of(window.text, place, window.steps);
    if (window.steps < 0) throw pattern_engine::OutOfSteps{};
    if (ends.count == Ends::Count::one) match = match_between(place, ends.end);
    if (ends.count == Ends::Count::unknown)
      match = search_each(window, place, place + decode(window.text, place).length);
    return !match;
  });
  return match;
}

// The same, and Boost is asked of each place.
std::optional<Match> Pattern::search_each(Window& window, std::size_t from,
                                          std::size_t until) const {
  Found found;
  for (; from < until; from += decode(window.text, from).length) {
    if (!search_from(window, from, compiled_->regex(), found,
                     boost::regex_constants::match_continuous))
      continue;
    if (!compiled_->options.word_bounded || !inside_word(window.text, found[0].first.offset()))
      return match_of(found);
  }
  return std::nullopt;
}

Result<bool> Pattern::matches(std::string_view text) const {
  if (text.size() > longest_text) return false;
  Window window{.text = text, .steps = most_steps};
  try {
    Found found;
    return boost::regex_match(CodePoints(window, 0), CodePoints(window, text.size()), found,
                              compiled_->regex());
  } catch (const std::exception&) {
    return too_slow(expression());
  }
}

std::string Pattern::expand(std::string_view format, std::string_view text,
                            const Match& match) const {
  return expand_replacement(format, [&](std::string_view reference) -> std::string_view {
    int number = number_in(reference);
    if (number == 0) return match.whole.of(text);
    if (number < 0) {
      const std::u32string name = code_points_of(reference);
      number = compiled_->regex().get_named_subs()->get_id(name.data(), name.data() + name.size());
    }
    const auto index = static_cast<std::size_t>(number) - 1;
    if (number < 1 || index >= match.groups.size()) return {};
    return match.groups[index].value_or(Span{}).of(text);
  });
}

Groups groups_of(std::string_view expression) {
  if (!may_capture(expression)) return {};
  const Brackets brackets = brackets_of(code_points_of(expression));
  Groups groups{brackets.groups, {}};
  for (const std::u32string& name : brackets.group_names) {
    std::string& one = groups.names.emplace_back();
    for (const char32_t c : name) append_utf8(one, c);
  }
  return groups;
}

std::vector<std::string> missing_groups(std::string_view format, const Groups& groups) {
  std::vector<std::string> missing;
  const auto note = [&](std::string_view reference) -> std::string_view {
    const int number = number_in(reference);
    const bool there = number < 0 ? std::ranges::find(groups.names, reference) != groups.names.end()
                                  : static_cast<std::size_t>(number) <= groups.count;
    const std::string name(reference);
    if (!there)
      missing.push_back(reference.size() == 1 && number >= 0 ? "$" + name : "${" + name + "}");
    return {};
  };
  std::ignore = expand_replacement(format, note);
  return missing;
}

}  // namespace linter::base
