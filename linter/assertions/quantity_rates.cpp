// How often, and of how many: "twice a week", "one in ten", "5 % of patients".
#include <algorithm>
#include <array>
#include <cmath>
#include <string_view>

#include "linter/assertions/quantity_reader.h"
#include "linter/base/one_of.h"

namespace linter::assertions {

using knowledge::Bound;
using knowledge::Measure;
using sentences::TokenKind;

// The unit of time at a token, in days; 0 where there is none.
double QuantityReader::days_at(std::uint32_t at, std::uint32_t& end) const {
  static constexpr double day = 86400;
  const Found* found = at < sentence_.end_token ? starting_at(finds_.units, at) : nullptr;
  if (found == nullptr || knowledge_.units[found->id].measure != Measure::time) return 0;
  end = found->end_token;
  return knowledge_.units[found->id].factor / day;
}

// "twice a week", "2-3 times per day", "two evenings a week", "once every two weeks": the token
// behind, or nothing.
std::optional<std::uint32_t> QuantityReader::read_frequency(std::uint32_t at, Interval& range) {
  if (!knowledge_.takes_frequencies) return std::nullopt;
  static constexpr std::array<std::string_view, 9> counted = {
      "times", "time", "days", "nights", "evenings", "mornings", "x", "or", "more"};
  for (int words = 0; words < 3 && std::ranges::find(counted, text(at)) != counted.end(); ++words)
    ++at;
  const std::string_view word = text(at);
  std::uint32_t end = at;
  if (word == "daily" || word == "weekly" || word == "monthly") {
    const double days = word == "daily" ? 1 : word == "weekly" ? 7 : 30.4375;
    range = {range.low / days, range.high / days};
    return at + 1;
  }
  if (word != "a" && word != "per" && word != "each" && word != "every" && word != "an")
    return std::nullopt;
  if (const double days = days_at(at + 1, end); days > 0) {
    range = {range.low / days, range.high / days};
    return end;
  }
  const auto number = word == "every" ? number_at(at + 1) : std::nullopt;
  if (!number || number->measure || !number->suffix.empty() || number->value.low <= 0)
    return std::nullopt;
  const double days = days_at(number->end_token, end);
  if (days == 0) return std::nullopt;
  range = {range.low / (days * number->value.high), range.high / (days * number->value.low)};
  return end;
}

// "every two weeks", "every 4 to 6 weeks": how often, beside how long between.
void QuantityReader::add_recurrence(const Quantity& between, std::uint32_t first,
                                    std::uint32_t end) {
  static constexpr double day = 86400;
  if (!knowledge_.takes_frequencies || between.measure != Measure::time || between.bound ||
      first == sentence_.first_token || !(between.range.low > 0) ||
      !std::isfinite(between.range.high))
    return;
  const std::string_view before = text(first - 1);
  if (before != "every" && before != "Every" && before != "each") return;
  add({{day / between.range.high, day / between.range.low}, Measure::frequency}, first - 1, end,
      false);
}

// "every week", "weekly", "every fortnight": how long between, beside how often. What is done daily
// is no matter of gaps.
void QuantityReader::add_gap(const knowledge::NumberWord& rate, std::uint32_t first,
                             std::uint32_t end) {
  static constexpr double day = 86400;
  static constexpr double shortest = 7 * day;
  static constexpr double longest_in_a_word = 14 * day;  // "monthly" is said of upkeep
  if (rate.measure != Measure::frequency || !(rate.value.low > 0)) return;
  const double gap = std::round(day / rate.value.high);
  const std::string_view word = text(first);
  const bool every = word == "every" || word == "Every" || word == "each";
  if (gap < shortest || (!every && (end > first + 1 || gap > longest_in_a_word))) return;
  add({{gap, gap}, Measure::time}, every ? first + 1 : first, end, false);
}

bool QuantityReader::is_only_noun(std::uint32_t at) const {
  if (at >= sentence_.end_token || token(at).kind != TokenKind::word) return false;
  const lexicon::PosMask parts = reading_.lexicon[token(at).word].parts;
  constexpr lexicon::PosMask verbal =
      lexicon::PartOfSpeech::verb | lexicon::PartOfSpeech::finite_verb;
  return lexicon::has(parts, lexicon::PartOfSpeech::noun) && (parts & verbal) == 0;
}

// "one in ten", "52 of 60", "two out of every five": the token behind, or nothing.
std::optional<std::uint32_t> QuantityReader::read_ratio(std::uint32_t at, Interval& range) const {
  // "one home in four", "two patients out of ten"
  const bool is_noun =
      at + 1 < sentence_.end_token && token(at).kind == TokenKind::word && range.low >= 1 &&
      lexicon::has(reading_.lexicon[token(at).word].parts, lexicon::PartOfSpeech::noun) &&
      (text(at + 1) == "in" || (text(at + 1) == "out" && text(at + 2) == "of")) &&
      starting_at(finds_.units, at) == nullptr;
  if (is_noun) ++at;
  const bool out_of = text(at) == "out" && text(at + 1) == "of";
  if (!out_of && text(at) != "in" && text(at) != "of") return std::nullopt;
  std::uint32_t whole_at = at + (out_of ? 2 : 1);
  if (text(whole_at) == "every" || text(whole_at) == "the") ++whole_at;
  const auto whole = number_at(whole_at);
  if (!whole || whole->measure || whole->unit_only || !whole->suffix.empty() ||
      whole->value.low <= 1 || whole->value.low <= range.high)
    return std::nullopt;
  if (is_noun && is_only_noun(whole->end_token)) return std::nullopt;  // "one visit in four weeks"
  if (text(whole->end_token) == "%" || starting_at(finds_.units, whole->end_token) != nullptr)
    return std::nullopt;  // "one in ten days"
  range = {range.low / whole->value.high, range.high / whole->value.low};
  return whole->end_token;
}

// "3-5 out of 10": a score, where nobody says out of whom; the token behind it, or `end`.
std::uint32_t QuantityReader::end_of_score(std::uint32_t first, std::uint32_t end) const {
  if (text(end) != "out" || text(end + 1) != "of") return end;
  const auto whole = number_at(end + 2);
  if (!whole || (whole->value.low != 10 && whole->value.low != 5)) return end;
  const bool opens = first == sentence_.first_token || text(first - 1) == "in";
  const std::string_view next = text(whole->end_token);
  static constexpr std::array<std::string_view, 8> marks = {"",  ".",  ",",   ";",
                                                            ")", "on", "for", "when"};
  const bool ends = std::ranges::find(marks, next) != marks.end();
  return ends && !opens ? whole->end_token : end;
}

// Whether a share is one of people or cases: "5 % of patients", "in 5 %", "5 % get it".
bool QuantityReader::is_of_cases(std::uint32_t first, std::uint32_t end) const {
  static constexpr std::uint32_t reach = 3;
  const std::string_view before = first > sentence_.first_token ? text(first - 1) : "";
  if (before == "by" || before == "to") return false;
  // "a 2 % risk", "1 % get it"
  static constexpr std::array<std::string_view, 14> behind = {
      "risk", "chance",     "probability", "likelihood", "get",  "have", "develop",
      "see",  "experience", "suffer",      "report",     "feel", "need", "notice"};
  if (base::is_one_of(text(end), behind)) return true;
  if (text(end) != "of") return before == "in" || names_people(end);
  for (std::uint32_t at = end + 1; at <= end + reach; ++at)
    if (names_people(at)) return true;
  const auto inside = [&](const Mention& one) {
    return one.first_token > end && one.first_token <= end + reach;
  };
  return std::ranges::none_of(finds_.mentions, inside);
}

bool QuantityReader::names_people(std::uint32_t at) const {
  return std::ranges::any_of(finds_.mentions, [&](const Mention& one) {
    const knowledge::TypeId type = knowledge_.concept_of(one.meaning).type;
    return one.first_token == at && type != knowledge::none &&
           knowledge_.types[type].name == "population";
  });
}

}  // namespace linter::assertions
