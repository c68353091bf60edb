#include "linter/checks/claims/record.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <fmt/format.h>
#include <vector>

namespace linter::checks::claims {
namespace {

using assertions::Claim;
using knowledge::ConceptId;
using knowledge::Interval;

constexpr std::size_t field_count = 23;

std::string_view concept_id(const knowledge::Knowledge& knowledge, ConceptId id) {
  return id == knowledge::none ? std::string_view("-") : knowledge.concept_of(id).id;
}

std::string text_of(Interval range) {
  return fmt::format("{}..{}", range.low, range.high);
}

std::vector<std::string_view> split(std::string_view text, char separator) {
  std::vector<std::string_view> parts;
  for (;;) {
    const std::size_t end = text.find(separator);
    parts.push_back(text.substr(0, end));
    if (end == std::string_view::npos) return parts;
    text.remove_prefix(end + 1);
  }
}

// Reads fields one after the other and remembers whether all were right.
class RecordReader {
 public:
  RecordReader(const knowledge::Knowledge& knowledge, std::string_view record)
      : knowledge_(knowledge), fields_(split(record, '\t')), good_(fields_.size() == field_count) {}

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
  const auto& quantity = claim.quantity;
  return fmt::format(
      "{}\t{}\t{}\t{}\t{}\t{:d}\t{:d}\t{:d}\t{:d}\t{}\t{}\t{}\t{}\t{}\t{}\t{}\t{}\t{:d}\t{}\t{}"
      "\t{}\t{}\t{}",
      concept_id(knowledge, claim.subject), claim.subject_confidence,
      knowledge.frames[claim.frame].id, concept_id(knowledge, claim.meaning),
      claim.frame_confidence, claim.denied, claim.universal, claim.only, claim.hedged,
      text_of(claim.likelihood), claim.degree ? text_of(*claim.degree) : "-",
      quantity ? text_of(quantity->range) : "-",
      quantity ? knowledge.measures[static_cast<std::size_t>(quantity->measure)] : "-",
      quantity && quantity->written.unit != knowledge::none
          ? knowledge.units[quantity->written.unit].name
          : "-",
      quantity && quantity->bound ? static_cast<int>(*quantity->bound) : -1,
      concept_id(knowledge, claim.population), exceptions.empty() ? "-" : exceptions,
      claim.conditional, claim.condition, concept_id(knowledge, claim.setting),
      concept_id(knowledge, claim.site), static_cast<int>(claim.voice),
      static_cast<int>(claim.force));
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
    for (const std::string_view id : split(exceptions, ' '))
      if (count < assertions::max_exceptions) claim.exceptions[count++] = reader.concept_named(id);
  }
  claim.conditional = reader.number_field<int>() != 0;
  claim.condition = reader.number_field<std::uint64_t>();
  claim.setting = reader.concept_field();
  claim.site = reader.concept_field();
  claim.voice = static_cast<assertions::Voice>(reader.number_field<int>());
  claim.force = static_cast<assertions::Force>(reader.number_field<int>());
  if (!reader.good() || claim.meaning == knowledge::none) return std::nullopt;
  return claim;
}

}  // namespace linter::checks::claims
