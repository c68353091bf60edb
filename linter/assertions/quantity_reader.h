// Reads the quantities of one sentence, left to right.
#pragma once

#include <algorithm>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "linter/assertions/mentions.h"

namespace linter::assertions {

class QuantityReader {
 public:
  QuantityReader(const lexicon::Reading& reading, const knowledge::Knowledge& knowledge,
                 const sentences::Sentence& sentence, SentenceFinds& finds)
      : reading_(reading), knowledge_(knowledge), sentence_(sentence), finds_(finds) {}
  void read();

 private:
  struct Number {
    Interval value;
    std::string_view suffix;  // letters glued to it: "mm" of "2.5mm"
    std::uint32_t end_token = 0;
    bool unit_only = false;
    std::optional<knowledge::Measure> measure;  // a quantity by itself ("overnight")
    double times = 1;  // what its value has been multiplied by ("million")
  };
  // A unit of letters and marks, and the token behind it.
  struct Symbol {
    const knowledge::Unit* unit = nullptr;
    std::uint32_t end_token = 0;
  };

  [[nodiscard]] const sentences::Token& token(std::uint32_t at) const {
    return reading_.text.tokens[at];
  }
  [[nodiscard]] std::string_view text(std::uint32_t at) const {
    return at < sentence_.end_token ? reading_.view(token(at).text) : std::string_view{};
  }
  static const Found* starting_at(const std::vector<Found>& all, std::uint32_t at) {
    const auto found = std::ranges::lower_bound(all, at, {}, &Found::first_token);
    return found == all.end() || found->first_token != at ? nullptr : &*found;
  }
  [[nodiscard]] std::optional<Number> number_at(std::uint32_t at) const;
  [[nodiscard]] bool is_one_of_them(std::uint32_t at) const;
  [[nodiscard]] std::optional<Number> parse_digits(std::uint32_t at) const;
  [[nodiscard]] std::uint32_t join_thousands(std::uint32_t at, std::string& digits) const;
  void read_fraction(Number& number, std::uint32_t at) const;
  void multiply(Number& number, std::uint32_t at) const;
  [[nodiscard]] bool is_fraction(std::uint32_t at) const;
  [[nodiscard]] static bool is_currency(std::string_view mark);
  [[nodiscard]] bool joins_range(std::uint32_t at) const;
  [[nodiscard]] std::optional<knowledge::Bound> bound_before(std::uint32_t at,
                                                             std::uint32_t& first) const;
  [[nodiscard]] std::optional<knowledge::Bound> bound_behind(std::uint32_t& end) const;
  [[nodiscard]] bool ends_phrase(std::uint32_t at) const;
  static void add_bound(Quantity& quantity, knowledge::Bound behind);
  [[nodiscard]] Symbol symbol_at(std::uint32_t at, std::string_view suffix) const;
  [[nodiscard]] const knowledge::Unit* unit_named(std::string_view suffix) const;
  std::uint32_t add_by_itself(const Number& number, std::uint32_t first);
  [[nodiscard]] double days_at(std::uint32_t at, std::uint32_t& end) const;
  [[nodiscard]] std::optional<std::uint32_t> read_frequency(std::uint32_t at, Interval& range);
  void add_recurrence(const Quantity& between, std::uint32_t first, std::uint32_t end);
  void add_gap(const knowledge::NumberWord& rate, std::uint32_t first, std::uint32_t end);
  [[nodiscard]] bool is_only_noun(std::uint32_t at) const;
  [[nodiscard]] std::optional<std::uint32_t> read_ratio(std::uint32_t at, Interval& range) const;
  [[nodiscard]] static bool is_decade(const Number& number);
  [[nodiscard]] std::uint32_t end_of_score(std::uint32_t first, std::uint32_t end) const;
  [[nodiscard]] bool is_of_cases(std::uint32_t first, std::uint32_t end) const;
  [[nodiscard]] bool names_people(std::uint32_t at) const;
  [[nodiscard]] const knowledge::Unit* unit_before(std::uint32_t at, std::uint32_t& first) const;
  void add(const Quantity& quantity, std::uint32_t first, std::uint32_t end, bool is_rate) {
    finds_.quantities.push_back(
        {quantity, is_rate, first, end, {token(first).text.begin, token(end - 1).text.end}, false});
  }
  std::uint32_t read_at(std::uint32_t at);
  std::uint32_t read_ordinal(std::uint32_t at);
  void convert(const knowledge::Unit& unit, Quantity& quantity) const;
  std::uint32_t read_unit(std::uint32_t at, std::string_view suffix, Quantity& quantity) const;
  std::uint32_t read_alternative(std::uint32_t at, Interval count, Quantity& quantity) const;
  std::uint32_t read_upper_end(std::uint32_t first, std::uint32_t at, Quantity& quantity) const;
  void leave_out_limit(std::uint32_t first, Quantity& quantity) const;
  static void apply_bound(Quantity& quantity, bool vague = false);
  static void years_of_age(Quantity& quantity);

  const lexicon::Reading& reading_;
  const knowledge::Knowledge& knowledge_;
  const sentences::Sentence& sentence_;
  SentenceFinds& finds_;
};

}  // namespace linter::assertions
