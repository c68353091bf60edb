// What bounds a quantity, before it and behind: "up to", "over", ">", "or more", "at most", "+".
#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <string_view>

#include "linter/assertions/quantity_reader.h"
#include "linter/base/one_of.h"

namespace linter::assertions {

using knowledge::Bound;
using knowledge::Measure;
using lexicon::PartOfSpeech;
using sentences::TokenKind;

namespace {

constexpr double about_share = 0.2;  // "about 10" is 8 to 12

std::optional<Bound> bound_of_mark(std::string_view mark) {
  if (mark == ">" || mark == "≥") return Bound::minimum;
  if (mark == "<" || mark == "≤") return Bound::maximum;
  if (mark == "~" || mark == "≈") return Bound::about;
  return std::nullopt;
}

}  // namespace

// The bound right before the token `at`, for the first token of which `first` is set.
std::optional<Bound> QuantityReader::bound_before(std::uint32_t at, std::uint32_t& first) const {
  static constexpr std::uint32_t longest_bound = 6;  // tokens
  if (at == sentence_.first_token) return std::nullopt;
  if (const auto bound = bound_of_mark(text(at - 1));
      bound && (at - 1 == sentence_.first_token || token(at - 1).space_before)) {
    first = at - 1;
    return bound;
  }
  const std::uint32_t from = at > longest_bound ? at - longest_bound : 0;
  for (auto bound = std::ranges::lower_bound(finds_.bounds, from, {}, &Found::first_token);
       bound != finds_.bounds.end() && bound->first_token < at; ++bound) {
    if (bound->end_token != at || knowledge_.bounds[bound->id].behind) continue;
    first = bound->first_token;
    return knowledge_.bounds[bound->id].bound;
  }
  return std::nullopt;
}

// The bound that begins at the token `end`, which is set to the token behind it. One that leads to
// another number is that one's.
std::optional<Bound> QuantityReader::bound_behind(std::uint32_t& end) const {
  if (end >= sentence_.end_token) return std::nullopt;
  const auto is_number = [&](std::uint32_t at) {
    return at < sentence_.end_token &&
           (token(at).kind == TokenKind::number || starting_at(finds_.numbers, at) != nullptr);
  };
  if (text(end) == "+" && !token(end).space_before) {
    if (is_number(end + 1)) return std::nullopt;
    ++end;
    return Bound::minimum;
  }
  for (auto bound = std::ranges::lower_bound(finds_.bounds, end, {}, &Found::first_token);
       bound != finds_.bounds.end() && bound->first_token == end; ++bound) {
    if (!knowledge_.bounds[bound->id].behind || is_number(bound->end_token)) continue;
    if (bound->end_token == end + 1 && !ends_phrase(bound->end_token)) continue;
    end = bound->end_token;
    return knowledge_.bounds[bound->id].bound;
  }
  return std::nullopt;
}

// Whether a phrase ends before a token, so that the word there does not lead on to a noun: "two
// years plus (a month)", "the 30 minute maximum (wait)".
bool QuantityReader::ends_phrase(std::uint32_t at) const {
  if (at >= sentence_.end_token || token(at).kind != TokenKind::word) return true;
  if (starting_at(finds_.units, at) != nullptr) return true;
  const lexicon::PosMask parts = reading_.lexicon[token(at).word].parts;
  return (parts & (PartOfSpeech::preposition | PartOfSpeech::conjunction)) != 0 ||
         (parts & (PartOfSpeech::subordinator | PartOfSpeech::auxiliary)) != 0;
}

// Both bounds of a quantity in one: "up to five years or more" leaves all open.
void QuantityReader::add_bound(Quantity& quantity, Bound behind) {
  const bool from_above = quantity.bound == Bound::maximum || quantity.bound == Bound::within;
  if (from_above && behind == Bound::minimum) quantity.range.low = 0;
  if (!quantity.bound || behind != Bound::about) quantity.bound = behind;
}

// "More than one session" is two at least, "fewer than five" are four at most.
void QuantityReader::leave_out_limit(std::uint32_t first, Quantity& quantity) const {
  static constexpr std::array<std::string_view, 4> above = {"more", "More", "over", "Over"};
  static constexpr std::array<std::string_view, 6> below = {"fewer", "Fewer", "less",
                                                            "Less",  "under", "Under"};
  Interval& range = quantity.range;
  if (quantity.measure != Measure::count || range.low != range.high ||
      range.low != std::floor(range.low))
    return;
  if (base::is_one_of(text(first), above)) range.low = range.high = range.low + 1;
  if (base::is_one_of(text(first), below) && range.low > 1) range.low = range.high = range.low - 1;
}

// `vague`: its range is that of one word ("a few", "several"), and not from one number to another.
void QuantityReader::apply_bound(Quantity& quantity, bool vague) {
  if (!quantity.bound) return;
  Interval& range = quantity.range;
  if (quantity.measure == Measure::age) return;  // "at least 18" is the age from which
  switch (*quantity.bound) {
    case Bound::within:
    case Bound::maximum:
      // "within 7 to 14 days", "up to 9-12 months": between them
      if (range.low < range.high && !vague) break;
      range.low = 0;
      break;
    case Bound::minimum:
      range.high = quantity.measure == Measure::share ? 1 : std::numeric_limits<double>::infinity();
      break;
    case Bound::after:
      break;
    case Bound::about:
      range = {range.low * (1 - about_share), range.high * (1 + about_share)};
      break;
  }
}

}  // namespace linter::assertions
