#include "linter/assertions/describe.h"

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

struct Scale {
  double factor;
  std::string_view unit;
};

// The largest unit that the lower end fills.
Scale time_scale(double seconds) {
  static constexpr std::array<Scale, 6> scales = {Scale{31557600, "years"}, Scale{604800, "weeks"},
                                                  Scale{86400, "days"},     Scale{3600, "hours"},
                                                  Scale{60, "minutes"},     Scale{1, "seconds"}};
  for (const Scale& scale : scales)
    if (seconds >= scale.factor) return scale;
  return scales.back();
}

Scale scale_of(const Quantity& quantity) {
  const double whole =
      std::isfinite(quantity.range.high) ? quantity.range.high : quantity.range.low;
  switch (quantity.measure) {
    case Measure::time:
      return time_scale(whole);
    case Measure::length:
      return {1, "mm"};
    case Measure::share:
      return {0.01, "%"};
    case Measure::age:
      return {1, "years old"};
    case Measure::count:
    case Measure::money:
      break;
  }
  return {1, ""};
}

std::string likelihood_text(Interval range) {
  if (range.high == 0) return "never";
  if (range.low >= 0.95) return "always";
  if (range.low == 0) return "not always";
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
    all.push_back({"quantity", text_of(*claim.quantity), assertion.quantity, stated});
  if (claim.universal) all.push_back({"quantifier", "universal", {}, stated});
  if (claim.only) all.push_back({"quantifier", "only", {}, stated});
  if (claim.hedged) all.push_back({"modality", "hedged", {}, stated});
  if (claim.population != knowledge::none)
    all.push_back({"population", label(knowledge, claim.population), {}, stated});
  for (const ConceptId exception : claim.exceptions)
    if (exception != knowledge::none)
      all.push_back({"except", label(knowledge, exception), {}, stated});
  if (claim.conditional)
    all.push_back({"condition", "conditional", assertion.condition_cue, stated});
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

std::string text_of(const Quantity& quantity) {
  const Scale scale = scale_of(quantity);
  const double low = quantity.range.low / scale.factor;
  const double high = quantity.range.high / scale.factor;
  const auto with_unit = [&](std::string text) {
    if (scale.unit.empty()) return text;
    const bool one = (std::isfinite(high) ? high : low) == 1 && scale.unit.ends_with('s');
    const std::string_view unit = one ? scale.unit.substr(0, scale.unit.size() - 1) : scale.unit;
    return text + " " + std::string(unit);
  };
  if (!std::isfinite(high)) return with_unit(fmt::format("at least {:.3g}", low));
  if (low == 0) return with_unit(fmt::format("at most {:.3g}", high));
  if (low == high) return with_unit(fmt::format("{:.3g}", low));
  return with_unit(fmt::format("{:.3g} to {:.3g}", low, high));
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
  static constexpr std::array<std::string_view, 4> names = {"not-comparable", "compatible",
                                                            "tension", "contradiction"};
  return names[static_cast<std::size_t>(verdict)];
}

}  // namespace linter::assertions
