#include "linter/checks/claims/record.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <fmt/format.h>
#include <iterator>
#include <system_error>
#include <utility>
#include <vector>

#include "linter/base/split.h"

namespace linter::checks::claims {
namespace {

using assertions::Claim;
using knowledge::ConceptId;
using knowledge::Interval;

constexpr std::size_t field_count = 25;

std::string_view concept_id(const knowledge::Knowledge& knowledge, ConceptId id) {
  return id == knowledge::none ? std::string_view("-") : knowledge.concept_of(id).id;
}

// Writes fields one after the other.
class RecordWriter {
 public:
  void text(std::string_view field) {
    if (!record_.empty()) record_ += '\t';
    record_ += field;
  }
  template <class... Whole>
  void numbers(Whole... fields) {
    (text(std::string_view(digits_.data(), end_of(std::uint64_t{fields}))), ...);
  }
  void range(const std::optional<Interval>& field) {
    if (!field) return text("-");
    text("");
    append(field->low);
    record_ += "..";
    append(field->high);
  }
  [[nodiscard]] std::string take() { return std::move(record_); }

 private:
  std::size_t end_of(std::uint64_t number) {
    const auto [end, error] =
        std::to_chars(digits_.data(), digits_.data() + digits_.size(), number);
    return error == std::errc{} ? static_cast<std::size_t>(end - digits_.data()) : 0;
  }
  // Most are 0, 1 or another small whole number.
  void append(double number) {
    constexpr double small = 1e6;
    const bool is_whole =
        number >= 0 && number < small && !std::signbit(number) && number == std::floor(number);
    if (!is_whole)
      return static_cast<void>(fmt::format_to(std::back_inserter(record_), "{}", number));
    record_ += std::string_view(digits_.data(), end_of(static_cast<std::uint64_t>(number)));
  }

  std::string record_;
  std::array<char, 20> digits_{};
};

// Reads fields one after the other and remembers whether all were right.
class RecordReader {
 public:
  RecordReader(const knowledge::Knowledge& knowledge, std::string_view record)
      : knowledge_(knowledge),
        fields_(base::split(record, '\t')),
        good_(fields_.size() == field_count) {}

  [[nodiscard]] bool good() const { return good_; }

  ConceptId concept_field() { return concept_named(next()); }

  ConceptId concept_named(std::string_view id) {
    if (id == "-") return knowledge::none;
    const ConceptId found = knowledge_.concept_named(id);
    good_ = good_ && found != knowledge::none;
    return found;
  }

  knowledge::Measure measure_field() {
    const std::string_view name = next();
    const auto found = std::ranges::find(knowledge_.measures, name);
    if (found != knowledge_.measures.end())
      return static_cast<knowledge::Measure>(found - knowledge_.measures.begin());
    good_ = good_ && name == "-";
    return {};
  }

  knowledge::UnitId unit_field(knowledge::Measure measure) {
    const std::string_view name = next();
    if (name == "-") return knowledge::none;
    const auto found = std::ranges::find_if(knowledge_.units, [&](const knowledge::Unit& unit) {
      return unit.name == name && unit.measure == measure;
    });
    good_ = good_ && found != knowledge_.units.end();
    return good_ ? static_cast<knowledge::UnitId>(found - knowledge_.units.begin())
                 : knowledge::none;
  }

  knowledge::FrameId frame_field() {
    const knowledge::FrameId found = knowledge_.frame_named(next());
    good_ = good_ && found != knowledge::none;
    return found;
  }

  template <class Number>
  Number number_field() {
    return number(next(), Number{});
  }

  std::optional<Interval> interval_field() {
    const std::string_view text = next();
    if (text == "-") return std::nullopt;
    const std::size_t dots = text.find("..");
    good_ = good_ && dots != std::string_view::npos;
    if (!good_) return std::nullopt;
    const Interval read{number(text.substr(0, dots), 0.0), number(text.substr(dots + 2), 0.0)};
    good_ = good_ && !std::isnan(read.low) && !std::isnan(read.high);
    return read;
  }

  // One of an enumeration's values, up to `last`.
  template <class Enumeration>
  Enumeration choice(int value, Enumeration last) {
    good_ = good_ && value >= 0 && value <= static_cast<int>(last);
    return good_ ? static_cast<Enumeration>(value) : Enumeration{};
  }

  std::string_view next() { return good_ ? fields_[at_++] : std::string_view("-"); }

 private:
  template <class Number>
  Number number(std::string_view text, Number value) {
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    good_ = good_ && error == std::errc{} && end == text.data() + text.size();
    return value;
  }

  const knowledge::Knowledge& knowledge_;
  std::vector<std::string_view> fields_;
  std::size_t at_ = 0;
  bool good_;
};

}  // namespace

std::string encode(const knowledge::Knowledge& knowledge, const Claim& claim) {
  std::string exceptions;
  for (const ConceptId exception : claim.exceptions)
    if (exception != knowledge::none)
      exceptions += (exceptions.empty() ? "" : " ") + knowledge.concept_of(exception).id;
  const auto id = [&](ConceptId one) { return concept_id(knowledge, one); };
  const auto& quantity = claim.quantity;
  const bool has_unit = quantity && quantity->written.unit != knowledge::none;
  const auto range = quantity ? std::optional(quantity->range) : std::nullopt;
  RecordWriter record;
  record.text(id(claim.subject));
  record.numbers(claim.subject_confidence);
  record.text(knowledge.frames[claim.frame].id);
  record.text(id(claim.meaning));
  record.numbers(claim.frame_confidence, claim.denied, claim.universal, claim.only, claim.hedged,
                 claim.by_example);
  record.range(claim.likelihood);
  record.range(claim.degree);
  record.range(range);
  record.text(quantity ? knowledge.measures[static_cast<std::size_t>(quantity->measure)] : "-");
  record.text(has_unit ? knowledge.units[quantity->written.unit].name : "-");
  record.text(quantity && quantity->bound ? std::to_string(static_cast<int>(*quantity->bound))
                                          : "-1");
  record.text(id(claim.population));
  record.text(exceptions.empty() ? "-" : exceptions);
  record.numbers(claim.conditional, claim.condition);
  record.text(id(claim.setting));
  record.text(id(claim.site));
  record.numbers(static_cast<std::uint64_t>(claim.voice), static_cast<std::uint64_t>(claim.force),
                 static_cast<std::uint64_t>(claim.phase));
  return record.take();
}

std::optional<Claim> decode(const knowledge::Knowledge& knowledge, std::string_view text) {
  RecordReader reader(knowledge, text);
  Claim claim;
  claim.subject = reader.concept_field();
  claim.subject_confidence = reader.number_field<std::uint8_t>();
  claim.frame = reader.frame_field();
  claim.meaning = reader.concept_field();
  claim.frame_confidence = reader.number_field<std::uint8_t>();
  claim.denied = reader.number_field<int>() != 0;
  claim.universal = reader.number_field<int>() != 0;
  claim.only = reader.number_field<int>() != 0;
  claim.hedged = reader.number_field<int>() != 0;
  claim.by_example = reader.number_field<int>() != 0;
  claim.likelihood = reader.interval_field().value_or(Interval{0, 1});
  claim.degree = reader.interval_field();
  const auto range = reader.interval_field();
  const knowledge::Measure measure = reader.measure_field();
  const knowledge::UnitId unit = reader.unit_field(measure);
  const int bound = reader.number_field<int>();
  if (range) {
    claim.quantity = assertions::Quantity{*range, measure, std::nullopt, {unit}};
    if (bound >= 0) claim.quantity->bound = reader.choice(bound, knowledge::Bound::after);
  }
  claim.population = reader.concept_field();
  const std::string_view exceptions = reader.next();
  if (exceptions != "-") {
    std::size_t count = 0;
    for (const std::string_view id : base::split(exceptions, ' '))
      if (count < assertions::max_exceptions) claim.exceptions[count++] = reader.concept_named(id);
  }
  claim.conditional = reader.number_field<int>() != 0;
  claim.condition = reader.number_field<std::uint64_t>();
  claim.setting = reader.concept_field();
  claim.site = reader.concept_field();
  claim.voice = static_cast<assertions::Voice>(reader.number_field<int>());
  claim.force = static_cast<assertions::Force>(reader.number_field<int>());
  claim.phase = static_cast<assertions::Phase>(reader.number_field<int>());
  if (!reader.good() || claim.meaning == knowledge::none) return std::nullopt;
  return claim;
}

}  // namespace linter::checks::claims
