#include <algorithm>
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
};

// Reads quantities of one sentence, left to right.
class QuantityReader {
 public:
  QuantityReader(const lexicon::Reading& reading, const knowledge::Knowledge& knowledge,
                 const sentences::Sentence& sentence, SentenceFinds& finds)
      : reading_(reading), knowledge_(knowledge), sentence_(sentence), finds_(finds) {}

  void read() {
    for (std::uint32_t at = sentence_.first_token; at < sentence_.end_token;) {
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
    if (const Found* word = starting_at(finds_.numbers, at))
      return Number{knowledge_.number_words[word->id].value,
                    {},
                    word->end_token,
                    knowledge_.number_words[word->id].unit_only};
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
    return Number{{value, value}, written.substr(used), at + 1, false};
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

  std::uint32_t read_at(std::uint32_t at) {
    auto number = number_at(at);
    if (!number) return at;
    Interval range = number->value;
    std::uint32_t end = number->end_token;
    std::string_view suffix = number->suffix;
    if (joins_range(end)) {
      if (const auto upper = number_at(end + 1); upper && upper->value.high >= range.low) {
        range.high = upper->value.high;
        end = upper->end_token;
        suffix = upper->suffix;
      }
    }
    Quantity quantity{range, Measure::count, std::nullopt};
    std::uint32_t first = at;
    quantity.bound = bound_before(at, first);
    const std::uint32_t number_end = end;
    end = read_unit(end, suffix, quantity);
    if (number->unit_only && end == number_end) return end;
    apply_bound(quantity);
    finds_.quantities.push_back(
        {quantity, first, end, {token(first).text.begin, token(end - 1).text.end}});
    return end;
  }

  std::uint32_t read_unit(std::uint32_t at, std::string_view suffix, Quantity& quantity) const {
    const auto convert = [&](const knowledge::Unit& unit) {
      quantity.measure = unit.measure;
      quantity.range = {quantity.range.low * unit.factor, quantity.range.high * unit.factor};
    };
    if (!suffix.empty()) {
      if (const knowledge::Unit* unit = unit_named(suffix)) convert(*unit);
      return at;
    }
    if (text(at) == "%") {
      quantity.measure = Measure::share;
      quantity.range = {quantity.range.low / 100, quantity.range.high / 100};
      return at + 1;
    }
    if (text(at) == "-" && !token(at).space_before) ++at;  // "24-hour"
    const Found* unit = at < sentence_.end_token ? starting_at(finds_.units, at) : nullptr;
    if (unit == nullptr) return at;
    convert(knowledge_.units[unit->id]);
    return unit->end_token;
  }

  static void apply_bound(Quantity& quantity) {
    if (!quantity.bound) return;
    Interval& range = quantity.range;
    switch (*quantity.bound) {
      case Bound::maximum:
      case Bound::within:
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
