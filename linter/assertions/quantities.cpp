// From numbers, units and bounds to quantities.
#include <algorithm>
#include <array>
#include <cmath>
#include <string_view>

#include "linter/assertions/quantity_reader.h"

namespace linter::assertions {

using knowledge::Bound;
using knowledge::Measure;
using sentences::TokenKind;

void QuantityReader::read() {
  auto word = finds_.numbers.begin();  // the next one
  for (std::uint32_t at = sentence_.first_token; at < sentence_.end_token;) {
    while (word != finds_.numbers.end() && word->first_token < at) ++word;
    const bool in_words = word != finds_.numbers.end() && word->first_token == at;
    if (!in_words && token(at).kind != TokenKind::number && !is_fraction(at)) {
      const std::uint32_t end = finds_.units.empty() ? at : read_ordinal(at);
      at = end > at ? end : at + 1;
      continue;
    }
    const std::uint32_t end = read_at(at);
    at = end > at ? end : at + 1;
  }
}

bool QuantityReader::joins_range(std::uint32_t at) const {
  const std::string_view mark = text(at);
  return mark == "-" || mark == "\u2013" || mark == "\u2014" || mark == "to" || mark == "or" ||
         mark == "and" || mark == "through";
}

const knowledge::Unit* QuantityReader::unit_named(std::string_view suffix) const {
  for (const knowledge::Unit& unit : knowledge_.units)
    if (unit.name == suffix) return &unit;
  return nullptr;
}

// A word that is a quantity ("overnight", "daily"), in every measure that packs give it.
std::uint32_t QuantityReader::add_by_itself(const Number& number, std::uint32_t first) {
  for (auto word = std::ranges::lower_bound(finds_.numbers, first, {}, &Found::first_token);
       word != finds_.numbers.end() && word->first_token == first; ++word) {
    const knowledge::NumberWord& one = knowledge_.number_words[word->id];
    if (!one.measure || word->end_token != number.end_token) continue;
    // "half of all patients"
    const bool is_rate = *one.measure == Measure::share &&
                         (names_people(number.end_token - 1) || names_people(number.end_token) ||
                          names_people(number.end_token + 1));
    add({one.value, *one.measure}, first, word->end_token, is_rate);
    add_gap(one, first, word->end_token);
  }
  return number.end_token;
}

// "in their late 20s", "the 1990s"
bool QuantityReader::is_decade(const Number& number) {
  const double value = number.value.low;
  return number.suffix == "s" && std::fmod(value, 10) == 0 &&
         ((value >= 20 && value <= 90) || value >= 1800);
}

// The unit that stands before a number ("aged 18", "£20"), for the token of which `first` is set.
const knowledge::Unit* QuantityReader::unit_before(std::uint32_t at, std::uint32_t& first) const {
  if (at == sentence_.first_token) return nullptr;
  if (is_currency(text(at - 1))) {
    const auto money = std::ranges::find_if(knowledge_.units, [&](const knowledge::Unit& unit) {
      return unit.before_number && unit.measure == Measure::money;
    });
    if (money == knowledge_.units.end()) return nullptr;
    first = at - 1;
    return &*money;
  }
  for (const Found& unit : finds_.units) {
    if (unit.end_token != at || !knowledge_.units[unit.id].before_number) continue;
    first = unit.first_token;
    return &knowledge_.units[unit.id];
  }
  return nullptr;
}

std::uint32_t QuantityReader::read_at(std::uint32_t at) {
  auto number = number_at(at);
  if (!number) return at;
  std::uint32_t first = at;
  if (number->measure) {
    return add_by_itself(*number, first);
  }
  if (number->suffix == "x") number->suffix = {};  // "4x a year"
  const bool is_ordinal_or_code = !number->suffix.empty() &&
                                  unit_named(number->suffix) == nullptr &&
                                  symbol_at(number->end_token - 1, number->suffix).unit == nullptr;
  if (is_decade(*number) || is_ordinal_or_code) return number->end_token;
  auto bound = bound_before(at, first);
  const knowledge::Unit* unit_in_front = unit_before(first, first);
  Interval range = number->value;
  std::uint32_t end = number->end_token;
  std::string_view suffix = number->suffix;
  if (joins_range(end)) {
    const std::uint32_t currency =
        unit_in_front != nullptr && text(end + 1) == text(at == 0 ? 0 : at - 1) ? 1 : 0;
    if (const auto upper = number_at(end + 1 + currency);
        upper && !upper->measure && upper->value.high >= range.low) {
      // "1 to 2 million"
      if (number->times == 1 && range.low < upper->value.low / upper->times)
        range.low *= upper->times;
      range.high = upper->value.high;
      end = upper->end_token;
      suffix = upper->suffix;
    }
  }
  // "wears off over three to four months": in the course of them
  if (bound == Bound::minimum && range.low < range.high && text(first) == "over")
    bound = std::nullopt;
  if (const std::uint32_t behind = end_of_score(at, end); behind != end) return behind;
  Quantity quantity{range, Measure::count, std::nullopt};
  quantity.bound = bound ? bound : bound_before(first, first);
  const std::uint32_t plain_end = end;
  // "18 or over" may be a unit of its own
  const bool has_unit = starting_at(finds_.units, end) != nullptr;
  if (const auto behind = suffix.empty() && !has_unit ? bound_behind(end) : std::nullopt)
    add_bound(quantity, *behind);
  if (const auto behind = suffix.empty() ? read_ratio(end, quantity.range) : std::nullopt) {
    quantity.measure = Measure::share;
    apply_bound(quantity);
    add(quantity, first, *behind, true);
    return *behind;
  }
  if (const auto behind = suffix.empty() ? read_frequency(end, quantity.range) : std::nullopt) {
    quantity.measure = Measure::frequency;
    apply_bound(quantity);
    add(quantity, first, *behind, false);
    return *behind;
  }
  const std::uint32_t number_end = end;
  end = read_unit(end, suffix, quantity);
  if (number->unit_only && end == number_end) return plain_end;
  if (unit_in_front != nullptr && unit_in_front->measure == Measure::age) years_of_age(quantity);
  const std::uint32_t unit_end = end;
  end = read_alternative(end, number->value, quantity);
  end = read_upper_end(first, end, quantity);
  if (end == number_end && unit_in_front != nullptr && quantity.measure == Measure::count) {
    convert(*unit_in_front, quantity);
  }
  if (const auto behind =
          end > number_end || unit_in_front != nullptr ? bound_behind(end) : std::nullopt)
    add_bound(quantity, *behind);
  if (bound) leave_out_limit(first, quantity);
  apply_bound(quantity, number->value.low < number->value.high && end == unit_end &&
                            number_end == number->end_token);
  add_recurrence(quantity, first, end);
  add(quantity, first, end, quantity.measure == Measure::share && is_of_cases(first, end));
  return end;
}

void QuantityReader::convert(const knowledge::Unit& unit, Quantity& quantity) const {
  quantity.measure = unit.measure;
  quantity.range = {unit.base_of(quantity.range.low), unit.base_of(quantity.range.high)};
  quantity.written.unit = static_cast<knowledge::UnitId>(&unit - knowledge_.units.data());
}

// "80 km/h", "80km/h": the unit whose letters and marks begin with a token, or with the letters
// glued to the number that is that token.
QuantityReader::Symbol QuantityReader::symbol_at(std::uint32_t at, std::string_view suffix) const {
  if (at >= sentence_.end_token) return {};
  const std::uint32_t begin =
      token(at).text.end -
      static_cast<std::uint32_t>(suffix.empty() ? text(at).size() : suffix.size());
  const std::string_view rest = reading_.view({begin, token(sentence_.end_token - 1).text.end});
  Symbol best;
  for (const knowledge::Unit& unit : knowledge_.units)
    for (const std::string& symbol : unit.symbols) {
      if (!rest.starts_with(symbol)) continue;
      std::uint32_t end = at;
      while (end < sentence_.end_token && token(end).text.end <= begin + symbol.size()) ++end;
      if (end > at && end > best.end_token && token(end - 1).text.end == begin + symbol.size())
        best = {&unit, end};
    }
  return best;
}

std::uint32_t QuantityReader::read_unit(std::uint32_t at, std::string_view suffix,
                                        Quantity& quantity) const {
  if (const Symbol symbol = symbol_at(suffix.empty() ? at : at - 1, suffix);
      symbol.unit != nullptr) {
    convert(*symbol.unit, quantity);
    return symbol.end_token;
  }
  if (!suffix.empty()) {
    if (const knowledge::Unit* unit = unit_named(suffix)) convert(*unit, quantity);
    return at;
  }
  if (text(at) == "%") {
    quantity.measure = Measure::share;
    quantity.range = {quantity.range.low / 100, quantity.range.high / 100};
    return at + 1;
  }
  // "93 °C": by the name of the unit, whether the sign is a word with it or not
  static constexpr std::string_view degree = "\u00b0";
  if (text(at).starts_with(degree)) {
    const bool alone = text(at) == degree;
    const std::string_view name = alone ? text(at + 1) : text(at).substr(degree.size());
    if (const knowledge::Unit* unit = unit_named(name)) {
      convert(*unit, quantity);
      return at + (alone ? 2 : 1);
    }
  }
  if (text(at) == "-" && !token(at).space_before) ++at;  // "24-hour"
  const Found* unit = at < sentence_.end_token ? starting_at(finds_.units, at) : nullptr;
  if (unit == nullptr || knowledge_.units[unit->id].before_number) return at;
  convert(knowledge_.units[unit->id], quantity);
  return unit->end_token;
}

// "clients from 16 years", but not "sessions should be six weeks apart"
void QuantityReader::years_of_age(Quantity& quantity) {
  constexpr double year = 31557600;  // seconds
  constexpr double least = 10 * year;
  if (quantity.measure != Measure::time || quantity.range.low < least) return;
  quantity.measure = Measure::age;
  quantity.range = {quantity.range.low / year, quantity.range.high / year};
  quantity.written = {};
}

// "until day 3", "no sooner than month four": the token behind, or `at`.
std::uint32_t QuantityReader::read_ordinal(std::uint32_t at) {
  const Found* unit = at == sentence_.first_token ? nullptr : starting_at(finds_.units, at);
  if (unit == nullptr || knowledge_.units[unit->id].measure != Measure::time) return at;
  std::uint32_t first = at;
  const std::optional<Bound> bound = bound_before(at, first);
  const auto is_plain = [](const std::optional<Number>& number) {
    return number && !number->measure && !number->unit_only && number->suffix.empty();
  };
  const auto number = bound ? number_at(unit->end_token) : std::nullopt;
  if (!is_plain(number)) return at;
  Quantity quantity{number->value, Measure::count, bound};
  std::uint32_t end = number->end_token;
  if (joins_range(end))
    if (const auto upper = number_at(end + 1);
        is_plain(upper) && upper->value.high > quantity.range.high) {
      quantity.range.high = upper->value.high;
      end = upper->end_token;
    }
  if (starting_at(finds_.units, end) != nullptr) return at;
  convert(knowledge_.units[unit->id], quantity);
  apply_bound(quantity);
  add(quantity, first, end, false);
  return end;
}

// "a day or two", "an hour or so", "an hour and a half"
std::uint32_t QuantityReader::read_alternative(std::uint32_t at, Interval count,
                                               Quantity& quantity) const {
  if (quantity.measure == Measure::time && text(at) == "and" && text(at + 1) == "a" &&
      text(at + 2) == "half") {
    const double half = knowledge_.units[quantity.written.unit].factor / 2;
    quantity.range = {quantity.range.low + half, quantity.range.high + half};
    return at + 3;
  }
  if (quantity.measure == Measure::count || text(at) != "or" || count.low <= 0) return at;
  const auto more = number_at(at + 1);
  if (!more || more->measure || more->unit_only || more->value.high <= count.high) return at;
  if (starting_at(finds_.units, more->end_token) != nullptr) return at;
  quantity.range.high *= more->value.high / count.high;
  return more->end_token;
}

// "45 minutes to an hour", "two weeks to three months", "between 15 minutes and two hours"
std::uint32_t QuantityReader::read_upper_end(std::uint32_t first, std::uint32_t at,
                                             Quantity& quantity) const {
  const bool between = first > sentence_.first_token &&
                       (text(first - 1) == "between" || text(first - 1) == "Between");
  if (quantity.measure != Measure::time || text(at) != (between ? "and" : "to") ||
      at + 1 >= sentence_.end_token)
    return at;
  const auto upper = number_at(at + 1);
  if (!upper || upper->measure || !upper->suffix.empty()) return at;
  const Found* found = upper->end_token < sentence_.end_token
                           ? starting_at(finds_.units, upper->end_token)
                           : nullptr;
  if (found == nullptr) return at;
  const knowledge::Unit& unit = knowledge_.units[found->id];
  const double high = unit.base_of(upper->value.high);
  if (unit.measure != Measure::time || unit.before_number || high <= quantity.range.high) return at;
  quantity.range.high = high;
  return found->end_token;
}

void find_quantities(const lexicon::Reading& reading, const knowledge::Knowledge& knowledge,
                     std::uint32_t sentence, SentenceFinds& finds) {
  QuantityReader(reading, knowledge, reading.text.sentences[sentence], finds).read();
}

}  // namespace linter::assertions
