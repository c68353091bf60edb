#include "linter/assertions/describe.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <fmt/format.h>
#include <utility>

#include "linter/base/json.h"

namespace linter::assertions {
namespace {

using base::Json;
using knowledge::Knowledge;
using knowledge::Measure;

// A figure without a tail of noughts.
std::string figure(double value) {
  const double rounded = std::round(value);
  if (std::abs(value - rounded) < 1e-6 * std::max(1.0, std::abs(value)))
    return fmt::format("{:.0f}", rounded);
  return fmt::format("{:.3g}", value);
}

bool is_whole(double value) {
  return !std::isfinite(value) || std::abs(value - std::round(value)) < 1e-6;
}

// The unit that it was written in; else the largest one in which both ends are whole, or which the
// larger end fills. Null where its measure has no units to show.
const knowledge::Unit* unit_of(const Knowledge& knowledge, const Quantity& quantity) {
  if (quantity.written.unit < knowledge.units.size()) {
    const knowledge::Unit& unit = knowledge.units[quantity.written.unit];
    return unit.many.empty() ? nullptr : &unit;
  }
  const Interval range = quantity.range;
  const double most = std::isfinite(range.high) ? range.high : range.low;
  const knowledge::Unit* whole = nullptr;
  const knowledge::Unit* filled = nullptr;
  for (const knowledge::Unit& unit : knowledge.units) {
    if (unit.measure != quantity.measure || unit.before_number || unit.many.empty()) continue;
    const auto larger = [&](const knowledge::Unit* known) {
      return known == nullptr || unit.factor > known->factor;
    };
    if (is_whole(unit.value_of(range.low)) && is_whole(unit.value_of(range.high)) && larger(whole))
      whole = &unit;
    if ((unit.factor <= most || filled == nullptr) && larger(filled)) filled = &unit;
  }
  return whole != nullptr ? whole : filled;
}

// "3 to 5", "at most 5", and so on; without the unit.
std::string ends_of(double low, double high) {
  if (!std::isfinite(high)) return "at least " + figure(low);
  if (low == high) return figure(low);
  if (low == 0) return "at most " + figure(high);
  return figure(low) + " to " + figure(high);
}

std::string times(double low, double high, std::string_view in) {
  const std::string ends = ends_of(low, high);
  if (ends == "1") return fmt::format("once {}", in);
  if (ends == "2") return fmt::format("twice {}", in);
  return fmt::format("{} times {}", ends, in);
}

// Times a day as people say it: "3 times a day", "twice a week", "every 2 weeks".
std::string frequency_text(Interval range) {
  static constexpr double week = 7;
  static constexpr double month = 30.4375;
  static constexpr double year = 12 * month;
  const double most = std::isfinite(range.high) ? range.high : range.low;
  if (most >= 1 - 1e-6) return times(range.low, range.high, "a day");
  if (most * week >= 1 - 1e-6) return times(range.low * week, range.high * week, "a week");
  const double days = 1 / most;
  const double longest = range.low > 0 ? 1 / range.low : INFINITY;
  const auto every = [&](double unit, std::string_view name) {
    const std::string ends = ends_of(days / unit, longest / unit);
    return ends == "1" ? fmt::format("every {}", name) : fmt::format("every {} {}s", ends, name);
  };
  if (is_whole(days / week) && is_whole(longest / week)) return every(week, "week");
  if (is_whole(days / year) && is_whole(longest / year)) return every(year, "year");
  return days >= month - 1e-6 ? every(month, "month") : every(1, "day");
}

std::string likelihood_text(Interval range) {
  if (range.high == 0) return "never";
  if (range.low >= 0.95) return "always";
  if (range.low == 0 && range.high >= 1 - 1e-6) return "not always";
  if (range.high >= 1 && range.low < 1e-3) return "possible";
  return fmt::format("{:.3g} to {:.3g} of cases", range.low < 1e-6 ? 0 : range.low, range.high);
}

struct Attribute {
  std::string_view name;
  std::string value;
  Span words;
  int confidence;
};

std::string label(const Knowledge& knowledge, ConceptId id) {
  return id == knowledge::none ? std::string("not established") : knowledge.concept_of(id).id;
}

std::vector<Attribute> attributes_of(const Knowledge& knowledge, const Assertion& assertion) {
  const Claim& claim = assertion.claim;
  std::vector<Attribute> all;
  all.push_back({"subject",
                 fmt::format("{} ({})", label(knowledge, claim.subject), name(assertion.origin)),
                 assertion.subject, claim.subject_confidence});
  all.push_back(
      {"frame", knowledge.frames[claim.frame].id, assertion.frame_cue, claim.frame_confidence});
  all.push_back({"concept", label(knowledge, claim.meaning), assertion.meaning, stated});
  all.push_back({"polarity", claim.denied ? "denied" : "affirmed", assertion.polarity_cue, stated});
  all.push_back(
      {"likelihood", likelihood_text(claim.likelihood), assertion.likelihood_cue, stated});
  if (claim.degree)
    all.push_back({"degree",
                   fmt::format("{:g} to {:g} of 5", claim.degree->low, claim.degree->high),
                   assertion.degree_cue, stated});
  if (claim.quantity)
    all.push_back({"quantity", text_of(knowledge, *claim.quantity), assertion.quantity, stated});
  if (claim.universal) all.push_back({"quantifier", "universal", {}, stated});
  if (claim.only) all.push_back({"quantifier", "only", {}, stated});
  if (claim.by_example) all.push_back({"read", "by example", {}, assertion.probability});
  if (claim.hedged) all.push_back({"modality", "hedged", {}, stated});
  if (claim.population != knowledge::none)
    all.push_back({"population", label(knowledge, claim.population), {}, stated});
  for (const ConceptId exception : claim.exceptions)
    if (exception != knowledge::none)
      all.push_back({"except", label(knowledge, exception), {}, stated});
  if (claim.phase == Phase::during)
    all.push_back({"time", "while it is done", assertion.condition_cue, stated});
  if (claim.conditional)
    all.push_back(
        {"condition",
         assertion.condition_cue.empty() ? "limited by the words around it" : "conditional",
         assertion.condition_cue, stated});
  if (claim.setting != knowledge::none)
    all.push_back({"setting", label(knowledge, claim.setting), {}, stated});
  if (claim.site != knowledge::none)
    all.push_back({"site", label(knowledge, claim.site), {}, stated});
  if (claim.voice != Voice::author)
    all.push_back({"voice", std::string(name(claim.voice)), {}, stated});
  if (claim.force != Force::statement)
    all.push_back({"force", std::string(name(claim.force)), {}, stated});
  return all;
}

}  // namespace

std::string text_of(const Knowledge& knowledge, const Quantity& quantity) {
  if (quantity.measure == Measure::frequency) return frequency_text(quantity.range);
  if (quantity.measure == Measure::share)
    return ends_of(quantity.range.low * 100, quantity.range.high * 100) + " %";
  const knowledge::Unit* unit = unit_of(knowledge, quantity);
  if (unit == nullptr) return ends_of(quantity.range.low, quantity.range.high);
  const double low = unit->value_of(quantity.range.low);
  const double high = unit->value_of(quantity.range.high);
  // a bound "at most" is kept where the unit's nought is not the measure's
  const bool from_none = quantity.range.low == 0 && unit->offset == 0;
  const std::string ends = ends_of(from_none ? 0 : low, high);
  return ends + " " + (std::isfinite(high) && figure(high) == "1" ? unit->one : unit->many);
}

std::string text_of(const Knowledge& knowledge, const lexicon::Reading& reading,
                    const source::LineIndex& index, const Assertion& assertion) {
  const Span source = reading.article.source_span(assertion.words);
  const source::Position at = index.position(source.begin);
  std::string text = fmt::format("{}:{}:{}: {}\n", reading.source.path, at.line, at.column,
                                 reading.view(assertion.words));
  for (const Attribute& attribute : attributes_of(knowledge, assertion)) {
    text += fmt::format("  {:<11} {}", attribute.name, attribute.value);
    if (!attribute.words.empty() && !assertion.words.empty())
      text += fmt::format("  “{}”", reading.view(attribute.words));
    if (attribute.confidence < stated) text += fmt::format("  ({} % sure)", attribute.confidence);
    text += '\n';
  }
  return text;
}

std::string json_of(const Knowledge& knowledge, const lexicon::Reading& reading,
                    const source::LineIndex& index, const Assertion& assertion) {
  const Span source = reading.article.source_span(assertion.words);
  const source::Position begin = index.position(source.begin);
  const source::Position end = index.position(source.end);
  Json json = {{"file", reading.source.path},
               {"line", begin.line},
               {"column", begin.column},
               {"end_line", end.line},
               {"end_column", end.column},
               {"offset", source.begin},
               {"length", source.size()},
               {"text", source.of(reading.source.bytes)},
               {"sentence", reading.view(assertion.sentence)}};
  for (const Attribute& attribute : attributes_of(knowledge, assertion)) {
    Json value = {{"value", attribute.value}, {"confidence", attribute.confidence}};
    if (!attribute.words.empty()) value["words"] = reading.view(attribute.words);
    if (attribute.name == "except")
      json["except"].push_back(std::move(value));
    else
      json[std::string(attribute.name)] = std::move(value);
  }
  return base::json_text(json);
}

std::string text_of(const Comparison& comparison, const std::vector<Reason>& reasons) {
  std::string text;
  for (const Reason& reason : reasons)
    text +=
        fmt::format("{} {:<11} {}\n", reason.decides ? "=>" : "  ", reason.attribute, reason.text);
  return text + fmt::format("verdict: {}\n", name(comparison.verdict));
}

std::string_view name(Verdict verdict) {
  static constexpr std::array<std::string_view, 5> names = {"not-comparable", "compatible", "query",
                                                            "tension", "contradiction"};
  return names[static_cast<std::size_t>(verdict)];
}

}  // namespace linter::assertions
