#include "linter/base/pattern.h"

#include <algorithm>
#include <exception>
#include <new>

#include "linter/base/names.h"
#include "linter/base/pattern_engine.h"
#include "linter/base/replacement.h"
#include "linter/base/utf8.h"

namespace linter::base {

using pattern_engine::CodePoints;
using pattern_engine::Found;
using pattern_engine::Regex;
using pattern_engine::Window;

struct Pattern::Compiled {
  Regex bare;
  // The same, but it may not end inside a word: where `bare` chose an end that does, this finds
  // another one.
  std::optional<Regex> ending_at_boundary;
};

namespace {

constexpr std::size_t longest_expression = 64U << 10U;
constexpr std::size_t longest_text = 64U << 10U;
// Steps of the text's iterator for one search; where patterns explode, 4 million take 20 to 50 ms.
constexpr std::int64_t most_steps = 4'000'000;

std::u32string code_points_of(std::string_view text) {
  std::u32string out;
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint point = decode(text, at);
    out += point.value;
    at += point.length;
  }
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
    const bool plain = c >= 0x80 || is_letter(c) || is_number(c);
    if (!plain) out += U'\\';
    out += c;
  }
  return out;
}

// Where a call of the expression by itself stands, "(?R)", "(?1)", "(?&name)", "(?P>name)": hostile
// patterns use them to eat memory, and no rule needs them.
std::optional<std::size_t> recursion_in(std::u32string_view expression) {
  bool in_class = false;
  for (std::size_t at = 0; at < expression.size(); ++at) {
    const char32_t c = expression[at];
    if (c == U'\\') {
      ++at;
      const bool quotation = !in_class && expression.substr(at).starts_with(U'Q');
      if (quotation) at = std::min(expression.find(U"\\E", at), expression.size() - 1);
    } else if (in_class) {
      in_class = c != U']';
    } else if (c == U'[') {
      in_class = true;
      if (at + 1 < expression.size() && expression[at + 1] == U'^') ++at;
      if (at + 1 < expression.size() && expression[at + 1] == U']') ++at;
    } else if (expression.substr(at).starts_with(U"(?")) {
      const std::u32string_view rest = expression.substr(at + 2);
      const bool sign = rest.starts_with(U'+') || rest.starts_with(U'-');
      const char32_t next = rest.size() > (sign ? 1U : 0U) ? rest[sign ? 1 : 0] : U' ';
      if (is_number(next) || (!sign && (next == U'R' || next == U'&')) || rest.starts_with(U"P>"))
        return at;
    }
  }
  return std::nullopt;
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

Regex regex_of(const std::u32string& expression, bool ignore_case) {
  boost::regex_constants::syntax_option_type flags = boost::regex_constants::perl;
  if (ignore_case) flags |= boost::regex_constants::icase;
  return Regex(expression.data(), expression.data() + expression.size(), flags);
}

// The expression with a condition behind it. What closes the group depends on how the expression
// ends: in a comment of (?x), in a quotation \Q, or neither.
Regex ending_at_boundary(const std::u32string& expression, bool ignore_case) {
  for (const std::u32string_view closing : {U")", U"\n)"}) {
    try {
      return regex_of((U"(?:" + expression).append(closing) + U"(?:\\b|(?<!\\w))", ignore_case);
    } catch (const boost::regex_error&) {
      continue;
    }
  }
  return regex_of(U"(?:" + expression + U"\\E)(?:\\b|(?<!\\w))", ignore_case);
}

// Whether `offset` stands between two characters of one word.
bool inside_word(std::string_view text, std::size_t offset) {
  if (offset == 0 || offset >= text.size()) return false;
  return is_word_character(decode_before(text, offset).value) &&
         is_word_character(decode(text, offset).value);
}

bool search_from(Window& window, std::size_t from, const Regex& regex,
                 boost::regex_constants::match_flags flags, Found& found) {
  return boost::regex_search(CodePoints(window, from), CodePoints(window, window.text.size()),
                             found, regex, flags | boost::regex_constants::match_not_null,
                             CodePoints(window, 0));
}

Match match_of(const Found& found) {
  const auto span_of = [](const auto& part) {
    return Span{part.first.offset(), part.second.offset()};
  };
  Match match{.whole = span_of(found[0]), .groups = {}};
  for (std::size_t i = 1; i < found.size(); ++i) {
    match.groups.push_back(found[static_cast<int>(i)].matched
                               ? std::optional(span_of(found[static_cast<int>(i)]))
                               : std::nullopt);
  }
  return match;
}

// The part of `text` that is searched: cut between code points.
std::string_view within_limit(std::string_view text) {
  if (text.size() <= longest_text) return text;
  std::size_t end = longest_text;
  while (end > longest_text - 3 && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) --end;
  return text.substr(0, end);
}

}  // namespace

Pattern::Pattern(std::string expression, std::unique_ptr<Compiled> compiled)
    : expression_(std::move(expression)), compiled_(std::move(compiled)) {}
Pattern::Pattern(Pattern&&) noexcept = default;
Pattern& Pattern::operator=(Pattern&&) noexcept = default;
Pattern::~Pattern() = default;

Result<Pattern> Pattern::compile(std::string_view expression, PatternOptions options) {
  if (expression.empty()) return bad_pattern("the pattern is empty", 0);
  if (expression.size() > longest_expression)
    return bad_pattern("the pattern has more than 65,536 bytes", 0);
  std::u32string source = code_points_of(expression);
  if (options.literal) source = escaped(source);
  if (const auto at = recursion_in(source))
    return bad_pattern("a pattern may not call itself", *at);
  try {
    auto compiled = std::make_unique<Compiled>(regex_of(source, options.ignore_case), std::nullopt);
    if (options.word_bounded) {
      compiled->ending_at_boundary = ending_at_boundary(source, options.ignore_case);
    }
    return Pattern(std::string(expression), std::move(compiled));
  } catch (const boost::regex_error& error) {
    const auto position = static_cast<std::size_t>(std::max<std::ptrdiff_t>(error.position(), 0));
    return bad_pattern(explanation(error), std::min(position, source.size()));
  } catch (const std::exception& exception) {
    return bad_pattern(explanation(exception), 0);
  }
}

Result<std::optional<Match>> Pattern::search(std::string_view text, std::size_t from) const {
  Window window{.text = within_limit(text), .steps = most_steps};
  const auto anywhere = boost::regex_constants::match_default;
  const auto only_here = boost::regex_constants::match_continuous;
  try {
    Found found;
    while (from < window.text.size()) {
      if (!search_from(window, from, compiled_->bare, anywhere, found)) break;
      if (!compiled_->ending_at_boundary) return match_of(found);
      const std::uint32_t begin = found[0].first.offset();
      if (!inside_word(window.text, begin)) {
        if (!inside_word(window.text, found[0].second.offset())) return match_of(found);
        if (search_from(window, begin, *compiled_->ending_at_boundary, only_here, found))
          return match_of(found);
      }
      from = begin + decode(window.text, begin).length;
    }
    return std::nullopt;
  } catch (const std::exception&) {
    return too_slow(expression_);
  }
}

Result<bool> Pattern::matches(std::string_view text) const {
  if (text.size() > longest_text) return false;
  Window window{.text = text, .steps = most_steps};
  try {
    Found found;
    return boost::regex_match(CodePoints(window, 0), CodePoints(window, text.size()), found,
                              compiled_->bare);
  } catch (const std::exception&) {
    return too_slow(expression_);
  }
}

std::string Pattern::expand(std::string_view format, std::string_view text,
                            const Match& match) const {
  const auto number_of = [&](std::string_view name) {
    const std::u32string wide = code_points_of(name);
    return compiled_->bare.get_named_subs()->get_id(wide.data(), wide.data() + wide.size());
  };
  return expand_replacement(format, text, match, number_of);
}

}  // namespace linter::base
