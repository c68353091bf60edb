#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <limits>
#include <string>
#include <string_view>

#include "linter/assertions/mentions.h"

namespace linter::assertions {
namespace {

using knowledge::Bound;
using knowledge::Measure;
using sentences::Token;
using sentences::TokenKind;

constexpr double about_share = 0.2;  // "about 10" is 8 to 12

struct Number {
  Interval value;
  std::string_view suffix;  // letters glued to it: "mm" of "2.5mm"
  std::uint32_t end_token = 0;
  bool unit_only = false;
  std::optional<Measure> measure;  // a quantity by itself ("overnight")
};

// Reads quantities of one sentence, left to right.
class QuantityReader {
 public:
  QuantityReader(const lexicon::Reading& reading, const knowledge::Knowledge& knowledge,
                 const sentences::Sentence& sentence, SentenceFinds& finds)
      : reading_(reading), knowledge_(knowledge), sentence_(sentence), finds_(finds) {}

  void read() {
    auto word = finds_.numbers.begin();  // the next one
    for (std::uint32_t at = sentence_.first_token; at < sentence_.end_token;) {
      while (word != finds_.numbers.end() && word->first_token < at) ++word;
      const bool in_words = word != finds_.numbers.end() && word->first_token == at;
      if (!in_words && token(at).kind != TokenKind::number) {
        ++at;
        continue;
      }
      const std::uint32_t end = read_at(at);
      at = end > at ? end : at + 1;
    }
  }

 private:
  [[nodiscard]] const Token& token(std::uint32_t at) const { return reading_.text.tokens[at]; }
  [[nodiscard]] std::string_view text(std::uint32_t at) const {
    return at < sentence_.end_token ? reading_.view(token(at).text) : std::string_view{};
  }

  static const Found* starting_at(const std::vector<Found>& all, std::uint32_t at) {
    const auto found = std::ranges::lower_bound(all, at, {}, &Found::first_token);
    return found == all.end() || found->first_token != at ? nullptr : &*found;
  }

  [[nodiscard]] std::optional<Number> number_at(std::uint32_t at) const {
    if (at >= sentence_.end_token) return std::nullopt;
    if (token(at).kind == TokenKind::number) return parse_digits(at);
    const Found* word = starting_at(finds_.numbers, at);
    if (word != nullptr && text(at) != "ones")
      return Number{.value = knowledge_.number_words[word->id].value,
                    .suffix = {},
                    .end_token = word->end_token,
                    .unit_only = knowledge_.number_words[word->id].unit_only,
                    .measure = knowledge_.number_words[word->id].measure};
    return std::nullopt;
  }

  [[nodiscard]] std::optional<Number> parse_digits(std::uint32_t at) const {
    const std::string_view written = text(at);
    std::string digits;
    std::size_t used = 0;
    for (; used < written.size() && (written[used] == ',' || written[used] == '.' ||
                                     (written[used] >= '0' && written[used] <= '9'));
         ++used)
      if (written[used] != ',') digits += written[used];
    double value = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
    if (error != std::errc{} || end != digits.data() + digits.size()) return std::nullopt;
    return Number{.value = {value, value},
                  .suffix = written.substr(used),
                  .end_token = at + 1,
                  .measure = std::nullopt};
  }

  [[nodiscard]] bool joins_range(std::uint32_t at) const {
    const std::string_view mark = text(at);
    return mark == "-" || mark == "\u2013" || mark == "\u2014" || mark == "to" || mark == "or" ||
           mark == "and" || mark == "through";
  }

  [[nodiscard]] std::optional<Bound> bound_before(std::uint32_t at, std::uint32_t& first) const {
    static constexpr std::uint32_t longest_bound = 6;  // tokens
    const std::uint32_t from = at > longest_bound ? at - longest_bound : 0;
    for (auto bound = std::ranges::lower_bound(finds_.bounds, from, {}, &Found::first_token);
         bound != finds_.bounds.end() && bound->first_token < at; ++bound) {
      if (bound->end_token != at) continue;
      first = bound->first_token;
      return knowledge_.bounds[bound->id];
    }
    return std::nullopt;
  }

  [[nodiscard]] const knowledge::Unit* unit_named(std::string_view suffix) const {
    for (const knowledge::Unit& unit : knowledge_.units)
      if (unit.name == suffix) return &unit;
    return nullptr;
  }

  // A word that is a quantity ("overnight", "daily"), in every measure that packs give it.
  std::uint32_t add_by_itself(const Number& number, std::uint32_t first) {
    for (auto word = std::ranges::lower_bound(finds_.numbers, first, {}, &Found::first_token);
         word != finds_.numbers.end() && word->first_token == first; ++word) {
      const knowledge::NumberWord& one = knowledge_.number_words[word->id];
      if (one.measure && word->end_token == number.end_token)
        add({one.value, *one.measure}, first, word->end_token, false);
    }
    return number.end_token;
  }

  // The unit of time at a token, in days; 0 where there is none.
  [[nodiscard]] double days_at(std::uint32_t at, std::uint32_t& end) const {
    static constexpr double day = 86400;
    const Found* found = at < sentence_.end_token ? starting_at(finds_.units, at) : nullptr;
    if (found == nullptr || knowledge_.units[found->id].measure != Measure::time) return 0;
    end = found->end_token;
    return knowledge_.units[found->id].factor / day;
  }

  // "twice a week", "2-3 times per day", "two evenings a week", "once every two weeks": the token
  // behind, or nothing.
  [[nodiscard]] std::optional<std::uint32_t> read_frequency(std::uint32_t at, Interval& range) {
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
  void add_recurrence(const Quantity& between, std::uint32_t first, std::uint32_t end) {
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

  [[nodiscard]] bool is_only_noun(std::uint32_t at) const {
    if (at >= sentence_.end_token || token(at).kind != TokenKind::word) return false;
    const lexicon::PosMask parts = reading_.lexicon[token(at).word].parts;
    constexpr lexicon::PosMask verbal =
        lexicon::PartOfSpeech::verb | lexicon::PartOfSpeech::finite_verb;
    return lexicon::has(parts, lexicon::PartOfSpeech::noun) && (parts & verbal) == 0;
  }

  // "one in ten", "52 of 60", "two out of every five": the token behind, or nothing.
  [[nodiscard]] std::optional<std::uint32_t> read_ratio(std::uint32_t at, Interval& range) const {
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
    if (is_noun && is_only_noun(whole->end_token))
      return std::nullopt;  // "one visit in four weeks"
    if (text(whole->end_token) == "%" || starting_at(finds_.units, whole->end_token) != nullptr)
      return std::nullopt;  // "one in ten days"
    range = {range.low / whole->value.high, range.high / whole->value.low};
    return whole->end_token;
  }

  // "in their late 20s", "the 1990s"
  [[nodiscard]] static bool is_decade(const Number& number) {
    const double value = number.value.low;
    return number.suffix == "s" && std::fmod(value, 10) == 0 &&
           ((value >= 20 && value <= 90) || value >= 1800);
  }

  // "3-5 out of 10": a score, where nobody says out of whom; the token behind it, or `end`.
  [[nodiscard]] std::uint32_t end_of_score(std::uint32_t first, std::uint32_t end) const {
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
  [[nodiscard]] bool is_of_cases(std::uint32_t first, std::uint32_t end) const {
    static constexpr std::uint32_t reach = 3;
    const std::string_view before = first > sentence_.first_token ? text(first - 1) : "";
    if (before == "by" || before == "to") return false;
    if (text(end) != "of") return before == "in" || names_people(end);
    for (std::uint32_t at = end + 1; at <= end + reach; ++at)
      if (names_people(at)) return true;
    const auto inside = [&](const Mention& one) {
      return one.first_token > end && one.first_token <= end + reach;
    };
    return std::ranges::none_of(finds_.mentions, inside);
  }

  [[nodiscard]] bool names_people(std::uint32_t at) const {
    return std::ranges::any_of(finds_.mentions, [&](const Mention& one) {
      const knowledge::TypeId type = knowledge_.concept_of(one.meaning).type;
      return one.first_token == at && type != knowledge::none &&
             knowledge_.types[type].name == "population";
    });
  }

  // The unit that stands before a number ("aged 18", "£20"), for the token of which `first` is set.
  [[nodiscard]] const knowledge::Unit* unit_before(std::uint32_t at, std::uint32_t& first) const {
    if (at == sentence_.first_token) return nullptr;
    static constexpr std::array<std::string_view, 3> currencies = {"£", "$", "€"};
    if (std::ranges::find(currencies, text(at - 1)) != currencies.end()) {
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

  void add(const Quantity& quantity, std::uint32_t first, std::uint32_t end, bool is_rate) {
    finds_.quantities.push_back(
        {quantity, is_rate, first, end, {token(first).text.begin, token(end - 1).text.end}, false});
  }

  std::uint32_t read_at(std::uint32_t at) {
    auto number = number_at(at);
    if (!number) return at;
    std::uint32_t first = at;
    if (number->measure) {
      return add_by_itself(*number, first);
    }
    const bool is_ordinal_or_code =
        !number->suffix.empty() && unit_named(number->suffix) == nullptr;
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
    if (const auto behind = suffix.empty() ? read_ratio(end, quantity.range) : std::nullopt) {
      quantity.measure = Measure::share;
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
    if (number->unit_only && end == number_end) return end;
    end = read_alternative(end, number->value, quantity);
    end = read_upper_end(end, quantity);
    if (end == number_end && unit_in_front != nullptr && quantity.measure == Measure::count) {
      convert(*unit_in_front, quantity);
    }
    apply_bound(quantity);
    add_recurrence(quantity, first, end);
    add(quantity, first, end, quantity.measure == Measure::share && is_of_cases(first, end));
    return end;
  }

  void convert(const knowledge::Unit& unit, Quantity& quantity) const {
    quantity.measure = unit.measure;
    quantity.range = {unit.base_of(quantity.range.low), unit.base_of(quantity.range.high)};
    quantity.written.unit = static_cast<knowledge::UnitId>(&unit - knowledge_.units.data());
  }

  std::uint32_t read_unit(std::uint32_t at, std::string_view suffix, Quantity& quantity) const {
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

  // "a day or two", "an hour or so"
  std::uint32_t read_alternative(std::uint32_t at, Interval count, Quantity& quantity) const {
    if (quantity.measure == Measure::count || text(at) != "or" || count.low <= 0) return at;
    const auto more = number_at(at + 1);
    if (!more || more->measure || more->unit_only || more->value.high <= count.high) return at;
    if (starting_at(finds_.units, more->end_token) != nullptr) return at;
    quantity.range.high *= more->value.high / count.high;
    return more->end_token;
  }

  // "45 minutes to an hour", "two weeks to three months"
  std::uint32_t read_upper_end(std::uint32_t at, Quantity& quantity) const {
    if (quantity.measure != Measure::time || text(at) != "to" || at + 1 >= sentence_.end_token)
      return at;
    const auto upper = number_at(at + 1);
    if (!upper || upper->measure || !upper->suffix.empty()) return at;
    const Found* found = upper->end_token < sentence_.end_token
                             ? starting_at(finds_.units, upper->end_token)
                             : nullptr;
    if (found == nullptr) return at;
    const knowledge::Unit& unit = knowledge_.units[found->id];
    const double high = unit.base_of(upper->value.high);
    if (unit.measure != Measure::time || unit.before_number || high <= quantity.range.high)
      return at;
    quantity.range.high = high;
    return found->end_token;
  }

  static void apply_bound(Quantity& quantity) {
    if (!quantity.bound) return;
    Interval& range = quantity.range;
    if (quantity.measure == Measure::age) return;  // "at least 18" is the age from which
    switch (*quantity.bound) {
      case Bound::within:
        // "within 7 to 14 days": between them
        if (range.low < range.high) break;
        [[fallthrough]];
      case Bound::maximum:
        range.low = 0;
        break;
      case Bound::minimum:
        range.high = std::numeric_limits<double>::infinity();
        break;
      case Bound::after:
        break;
      case Bound::about:
        range = {range.low * (1 - about_share), range.high * (1 + about_share)};
        break;
    }
  }

  const lexicon::Reading& reading_;
  const knowledge::Knowledge& knowledge_;
  const sentences::Sentence& sentence_;
  SentenceFinds& finds_;
};

}  // namespace

void find_quantities(const lexicon::Reading& reading, const knowledge::Knowledge& knowledge,
                     std::uint32_t sentence, SentenceFinds& finds) {
  QuantityReader(reading, knowledge, reading.text.sentences[sentence], finds).read();
}

}  // namespace linter::assertions
