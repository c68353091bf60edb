#include "linter/checks/policy/message.h"

#include <algorithm>

#include "linter/base/names.h"
#include "linter/base/utf8.h"
#include "linter/prose/article.h"

namespace linter::checks::policy {
namespace {

constexpr std::string_view opening_quote = "\u201C";
constexpr std::string_view closing_quote = "\u201D";

bool is_name_character(char c) {
  return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '_';
}

// The name of the placeholder that opens at `at`; empty when none does.
std::string_view name_at(std::string_view text, std::size_t at) {
  std::size_t end = at + 1;
  while (end < text.size() && is_name_character(text[end])) ++end;
  const bool closed = end < text.size() && text[end] == '}';
  return closed ? text.substr(at + 1, end - at - 1) : std::string_view();
}

std::string upper(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const base::CodePoint point = base::decode(text, at);
    base::append_utf8(out, base::to_upper(point.value));
    at += point.length;
  }
  return out;
}

struct Case {
  std::size_t letters = 0;
  std::size_t capitals = 0;
  bool first_is_capital = false;
};

Case case_of(std::string_view text) {
  Case result;
  for (std::size_t at = 0; at < text.size();) {
    const base::CodePoint point = base::decode(text, at);
    at += point.length;
    if (!base::is_letter(point.value)) continue;
    const bool capital = base::is_upper(point.value);
    if (result.letters == 0) result.first_is_capital = capital;
    ++result.letters;
    if (capital) ++result.capitals;
  }
  return result;
}

}  // namespace

base::Result<Message> Message::parse(std::string_view text,
                                     std::span<const std::string_view> names) {
  Message message;
  std::string literal;
  for (std::size_t at = 0; at < text.size();) {
    const std::string_view name = text[at] == '{' ? name_at(text, at) : std::string_view();
    if (name.empty()) {
      literal += text[at++];
      continue;
    }
    if (std::ranges::find(names, name) == names.end()) {
      std::string known;
      for (const std::string_view one : names)
        known += (known.empty() ? "{" : ", {") + std::string(one) + "}";
      return base::fail(
          base::ErrorCode::bad_value,
          "the placeholder {" + std::string(name) + "} is not known" +
              base::nearest_hint(name, names) + "; this kind has " + known,
          {}, 0, static_cast<std::uint32_t>(base::count_code_points(text.substr(0, at)) + 1));
    }
    if (!literal.empty()) message.parts_.push_back({std::move(literal), false});
    literal.clear();
    message.parts_.push_back({std::string(name), true});
    at += name.size() + 2;
  }
  if (!literal.empty()) message.parts_.push_back({std::move(literal), false});
  return message;
}

std::string Message::filled(const Values& values) const {
  std::string out;
  for (auto part = parts_.begin(); part != parts_.end(); ++part) {
    if (!part->placeholder) {
      out += part->text;
      continue;
    }
    const auto value = std::ranges::find(values, part->text, &Values::value_type::first);
    if (value == values.end()) continue;
    const bool is_quoted = out.ends_with(opening_quote) && part + 1 != parts_.end() &&
                           (part + 1)->text.starts_with(closing_quote);
    for (const char c : value->second) {
      if (c != between_alternatives) {
        out += c;
      } else if (is_quoted) {
        out.append(closing_quote).append(" or ").append(opening_quote);
      } else {
        out += " or ";
      }
    }
  }
  return out;
}

std::string in_mid_sentence(std::string_view text) {
  constexpr std::size_t longest_acronym = 5;
  std::string folded = base::lower(text);
  std::string heading;  // every part with a capital
  bool begins = true;
  for (const char letter : folded) {
    heading +=
        begins && letter >= 'a' && letter <= 'z' ? static_cast<char>(letter - 'a' + 'A') : letter;
    begins = letter == '-' || letter == ' ';
  }
  const Case written = case_of(text);
  const bool is_shouted =
      written.letters > longest_acronym && written.capitals == written.letters;
  const bool may_be_small =
      base::capitalised(folded) == text || heading == text || is_shouted;
  return may_be_small ? folded : std::string(text);
}

std::string in_case_of(std::string_view original, std::string_view replacement) {
  if (replacement.empty()) return {};
  const Case wanted = case_of(original);
  if (!wanted.first_is_capital || case_of(replacement).capitals > 0)
    return std::string(replacement);
  if (wanted.letters > 1 && wanted.capitals == wanted.letters) return upper(replacement);
  return base::capitalised(replacement);
}

std::string in_case_of(std::string_view original, std::string_view replacement,
                       std::string_view format) {
  const bool own = case_of(format).capitals > 0;
  if (own || !case_of(original).first_is_capital) return in_case_of(original, replacement);
  const std::string in_case = in_case_of(original, replacement);
  return base::capitalised(in_case);
}

std::string quotable(std::string_view view_text) {
  constexpr std::size_t longest = 120;
  std::string out;
  std::size_t count = 0;
  for (std::size_t at = 0; at < view_text.size();) {
    if (++count > longest) return out + "…";
    const base::CodePoint point = base::decode(view_text, at);
    if (point.value == static_cast<unsigned char>(prose::masked)) {
      out += "…";
    } else if (point.value == U'\n') {
      out += ' ';
    } else {
      out += view_text.substr(at, point.length);
    }
    at += point.length;
  }
  return out;
}

}  // namespace linter::checks::policy
