// Numbers as they are written: digits with gaps, fractions, words, and what multiplies them.
#include <algorithm>
#include <array>
#include <charconv>
#include <string>
#include <string_view>

#include "linter/assertions/quantity_reader.h"

namespace linter::assertions {

using sentences::TokenKind;

namespace {

constexpr std::array<std::string_view, 3> currencies = {"£", "$", "€"};

bool are_digits(std::string_view text) {
  return !text.empty() && text.find_first_not_of("0123456789") == std::string_view::npos;
}

// "½": 0 where the mark is none.
double fraction_of(std::string_view mark) {
  return mark == "½" ? 0.5 : mark == "¼" ? 0.25 : mark == "¾" ? 0.75 : 0;
}

// "£5k", "$3m": what the letters behind an amount multiply it by, or 0.
double times_of(std::string_view letters) {
  if (letters == "k" || letters == "K") return 1e3;
  if (letters == "m" || letters == "M" || letters == "mn") return 1e6;
  return letters == "bn" ? 1e9 : 0;
}

}  // namespace

bool QuantityReader::is_currency(std::string_view mark) {
  return std::ranges::find(currencies, mark) != currencies.end();
}

bool QuantityReader::is_fraction(std::uint32_t at) const {
  return token(at).kind == TokenKind::mark && !token(at).ascii && fraction_of(text(at)) > 0;
}

std::optional<QuantityReader::Number> QuantityReader::number_at(std::uint32_t at) const {
  if (at >= sentence_.end_token) return std::nullopt;
  if (token(at).kind == TokenKind::number) {
    auto number = parse_digits(at);
    if (number) multiply(*number, at);
    return number;
  }
  if (const double part = fraction_of(text(at)); part > 0)
    return Number{
        .value = {part, part}, .suffix = {}, .end_token = at + 1, .measure = std::nullopt};
  const Found* word = starting_at(finds_.numbers, at);
  if (word == nullptr || text(at) == "ones" || is_one_of_them(at)) return std::nullopt;
  const knowledge::NumberWord& meant = knowledge_.number_words[word->id];
  if (meant.times) return std::nullopt;
  Number number{.value = meant.value,
                .suffix = {},
                .end_token = word->end_token,
                .unit_only = meant.unit_only,
                .measure = meant.measure};
  if (!number.measure) multiply(number, at);
  return number;
}

// "one of the many procedures", "one of our treatments": which, and not how many.
bool QuantityReader::is_one_of_them(std::uint32_t at) const {
  if (at + 2 >= sentence_.end_token || text(at + 1) != "of") return false;
  if (text(at) != "one" && text(at) != "One") return false;
  if (token(at + 2).kind != TokenKind::word) return false;
  const lexicon::PosMask parts = reading_.lexicon[token(at + 2).word].parts;
  return lexicon::has(parts, lexicon::PartOfSpeech::determiner) ||
         lexicon::has(parts, lexicon::PartOfSpeech::pronoun);
}

std::optional<QuantityReader::Number> QuantityReader::parse_digits(std::uint32_t at) const {
  const std::string_view written = text(at);
  std::string digits;
  std::size_t used = 0;
  for (; used < written.size(); ++used) {
    const char c = written[used];
    if (c == '.' || (c >= '0' && c <= '9'))
      digits += c;
    else if (c != ',' && (c != '\'' || used == 0 || used + 1 == written.size()))
      break;
  }
  std::uint32_t end = at + 1;
  if (used == written.size()) end = join_thousands(at, digits);
  double value = 0;
  const auto [stop, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
  if (error != std::errc{} || stop != digits.data() + digits.size()) return std::nullopt;
  Number number{.value = {value, value},
                .suffix = written.substr(used),
                .end_token = end,
                .measure = std::nullopt};
  if (number.suffix.empty()) read_fraction(number, at);
  return number;
}

// "4 000", "1 250 000": groups of three behind a space, where the number is all that stands there.
std::uint32_t QuantityReader::join_thousands(std::uint32_t at, std::string& digits) const {
  constexpr std::size_t group = 3;
  if (digits.size() > group || digits.front() == '0' || !are_digits(digits)) return at + 1;
  std::uint32_t end = at + 1;
  while (end < sentence_.end_token && token(end).kind == TokenKind::number &&
         token(end).space_before && text(end).size() == group && are_digits(text(end)))
    digits += text(end++);
  return end;
}

// "1/2", "2 1/4", "2½"
void QuantityReader::read_fraction(Number& number, std::uint32_t at) const {
  const auto shift = [&](double by, std::uint32_t end) {
    number.value = {number.value.low + by, number.value.high + by};
    number.end_token = end;
  };
  const std::uint32_t end = number.end_token;
  if (const double part = fraction_of(text(end)); part > 0) return shift(part, end + 1);
  constexpr double most_parts = 10;
  const auto parts_at = [&](std::uint32_t first) {
    const bool stands = first + 2 < sentence_.end_token && text(first + 1) == "/" &&
                        !token(first + 1).space_before && !token(first + 2).space_before &&
                        text(first + 3) != "/" && text(first).size() == 1 &&
                        are_digits(text(first)) && are_digits(text(first + 2));
    if (!stands) return 0.0;
    const double above = text(first).front() - '0';
    double below = 0;
    std::from_chars(text(first + 2).data(), text(first + 2).data() + text(first + 2).size(), below);
    return above > 0 && above < below && below <= most_parts ? above / below : 0.0;
  };
  if (const double part = parts_at(at); part > 0 && end == at + 1)
    return shift(part - number.value.low, at + 3);
  if (const double part = parts_at(end); part > 0 && token(end).space_before) shift(part, end + 3);
}

// "1.2 million", "two hundred", "£5k"
void QuantityReader::multiply(Number& number, std::uint32_t at) const {
  double times = 1;
  if (!number.suffix.empty()) {
    const double by = times_of(number.suffix);
    const bool is_amount = at > sentence_.first_token && is_currency(text(at - 1));
    if (by == 0 || !is_amount) return;
    times = by;
    number.suffix = {};
  }
  for (;;) {
    const Found* word = starting_at(finds_.numbers, number.end_token);
    if (word == nullptr || !knowledge_.number_words[word->id].times) break;
    times *= knowledge_.number_words[word->id].value.low;
    number.end_token = word->end_token;
  }
  if (times == 1) return;
  number.unit_only = false;
  number.times = times;
  number.value = {number.value.low * times, number.value.high * times};
}

}  // namespace linter::assertions
