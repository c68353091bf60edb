// metric: readability and lengths.
#include <algorithm>
#include <array>
#include <cmath>
#include <fmt/format.h>

#include "linter/checks/policy/extent.h"
#include "linter/checks/policy/measures.h"
#include "linter/checks/policy/rule_compiler.h"

namespace linter::checks::policy {
namespace {

using packs::Shape;
using packs::ShapeKind;

double share(std::uint32_t part, std::uint32_t whole) {
  return whole == 0 ? 0 : static_cast<double>(part) / static_cast<double>(whole);
}
double sentence_length(const Counts& c) {
  return share(c.words, c.sentences);
}
double word_length(const Counts& c) {
  return share(c.syllables, c.words);
}

struct Metric {
  std::string_view name;
  std::string_view about;
  double (*value)(const Counts&);
  bool formula = true;  // says nothing of an empty text
};

// The formulas are those of the papers named; syllables are counted for English.
constexpr auto metrics = std::to_array<Metric>({
    {"flesch_reading_ease", "100 easy to 0 hard (Flesch, A new readability yardstick, 1948)",
     [](const Counts& c) { return 206.835 - 1.015 * sentence_length(c) - 84.6 * word_length(c); }},
    {"flesch_kincaid_grade", "US school grade (Kincaid et al., Research Branch Report 8-75, 1975)",
     [](const Counts& c) { return 0.39 * sentence_length(c) + 11.8 * word_length(c) - 15.59; }},
    {"gunning_fog", "years of schooling (Gunning, The technique of clear writing, 1952)",
     [](const Counts& c) {
       return 0.4 * (sentence_length(c) + 100 * share(c.complex_words, c.words));
     }},
    {"coleman_liau", "US school grade (Coleman and Liau, A computer readability formula, 1975)",
     [](const Counts& c) {
       return 5.88 * share(c.letters, c.words) - 29.6 * share(c.sentences, c.words) - 15.8;
     }},
    {"automated_readability", "US school grade (Senter and Smith, AMRL-TR-66-220, 1967)",
     [](const Counts& c) {
       return 4.71 * share(c.letters, c.words) + 0.5 * sentence_length(c) - 21.43;
     }},
    {"smog", "years of schooling (McLaughlin, SMOG grading, 1969)",
     [](const Counts& c) {
       return 1.0430 * std::sqrt(30 * share(c.polysyllables, c.sentences)) + 3.1291;
     }},
    {"lix", "20 easy to 60 hard, for any language (Björnsson, Läsbarhet, 1968)",
     [](const Counts& c) { return sentence_length(c) + 100 * share(c.long_words, c.words); }},
    {"words", "number of words",
     [](const Counts& c) { return double{static_cast<double>(c.words)}; }, false},
    {"sentences", "number of sentences",
     [](const Counts& c) { return static_cast<double>(c.sentences); }, false},
    {"paragraphs", "number of paragraphs, list items and cells",
     [](const Counts& c) { return static_cast<double>(c.paragraphs); }, false},
    {"characters", "number of characters, spaces included",
     [](const Counts& c) { return static_cast<double>(c.characters); }, false},
    {"headings", "number of headings",
     [](const Counts& c) { return static_cast<double>(c.paragraphs); }, false},
    {"words_per_sentence", "mean length of sentences", sentence_length},
    {"words_per_paragraph", "mean length of paragraphs",
     [](const Counts& c) { return share(c.words, c.paragraphs); }},
    {"sentences_per_paragraph", "mean length of paragraphs, in sentences",
     [](const Counts& c) { return share(c.sentences, c.paragraphs); }},
    {"syllables_per_word", "mean length of words", word_length},
});

std::span<const std::string_view> metric_names() {
  static const auto names = [] {
    std::array<std::string_view, metrics.size()> all{};
    std::ranges::transform(metrics, all.begin(), &Metric::name);
    return all;
  }();
  return names;
}

constexpr std::array<std::string_view, 4> metric_within_names{"article", "section", "paragraph",
                                                              "sentence"};
constexpr Shape metric_shape{.kind = ShapeKind::choice, .names = metric_names};
constexpr Shape metric_within{.kind = ShapeKind::choice, .names = [] {
                                return std::span<const std::string_view>(metric_within_names);
                              }};
constexpr std::array<packs::Field, 5> metric_fields{{
    {"metric", &metric_shape, true, "What is measured."},
    {"above", &packs::number_shape, false, "A greater value is a finding."},
    {"below", &packs::number_shape, false, "A smaller value is a finding."},
    {"within", &metric_within, false,
     "What is measured: each article (where it does not say), section, paragraph or sentence."},
    {"min_words", &packs::count_shape, false,
     "Shorter texts are left out; 0 where it does not say."},
}};
constexpr std::array<std::string_view, 2> metric_at_least_one{"above", "below"};
constexpr std::array<std::string_view, 3> metric_placeholders{"value", "limit", "count"};

// Which of a section's blocks are measured by default: running prose.
constexpr prose::Scopes prose_blocks =
    static_cast<prose::Scopes>(prose::Scope::paragraph | prose::Scope::list) |
    static_cast<prose::Scopes>(prose::Scope::quote | prose::Scope::footnote);

struct Limits {
  double low = -INFINITY;
  double high = INFINITY;
  std::uint32_t min_words = 0;
};

// "12", "12.3"
std::string shown(double value) {
  std::string text = fmt::format("{:.1f}", value);
  if (text.ends_with(".0")) text.resize(text.size() - 2);
  return text == "-0" ? "0" : text;
}

class MetricJudge final : public Judge {
 public:
  MetricJudge(const Metric& metric, Extent extent, Limits limits)
      : metric_(metric), extent_(extent), limits_(limits) {}

  void judge(const Scene& scene, std::span<const Hit> /*hits*/) const override {
    const Places places = scene.rule.filters.front().places;
    for (const Stretch& stretch : stretches(scene.reading, extent_, places)) {
      const Counts counts = count(scene, stretch, places);
      if (counts.words < limits_.min_words || (metric_.formula && counts.words == 0)) continue;
      const double value = metric_.value(counts);
      if (value >= limits_.low && value <= limits_.high) continue;
      scene.reports.push_back(
          {.where = stretch.anchor,
           .values = {{"value", shown(value)},
                      {"limit", shown(value < limits_.low ? limits_.low : limits_.high)},
                      {"count", std::to_string(counts.words)}},
           .about_article = extent_ == Extent::article});
    }
  }

 private:
  [[nodiscard]] Counts count(const Scene& scene, const Stretch& stretch, Places places) const {
    const sentences::Text& text = scene.reading.text;
    if (extent_ == Extent::sentence)
      return counts_of(scene.reading, text.sentences[stretch.first_sentence]);
    Counts counts;
    for (std::uint32_t i = stretch.first_sentence; i < stretch.end_sentence;) {
      const std::uint32_t block = text.sentences[i].block;
      if (places.admit(scene.reading.article.blocks[block])) counts += scene.measures.block(block);
      i = text.block_first_sentence[block + 1];
    }
    return counts;
  }

  const Metric& metric_;
  Extent extent_;
  Limits limits_;
};

std::unique_ptr<Judge> compile_metric(RuleCompiler& compiler) {
  const base::yaml::Value& body = compiler.body();
  const Metric& metric = *std::ranges::find(metrics, packs::text_at(body, "metric"), &Metric::name);
  const bool headings = metric.name == "headings";
  Places places;
  places.blocks = headings ? static_cast<prose::Scopes>(prose::Scope::heading) : prose_blocks;
  compiler.set_places(headings ? places : places_of(body, places));
  if (headings && body.find("scope") != nullptr)
    compiler.fault(base::ErrorCode::bad_value, "'scope' does not go with the metric headings",
                   *body.find("scope"));
  Limits limits;
  if (const base::yaml::Value* below = body.find("below"))
    limits.low = base::yaml::as_number(*below).value_or(limits.low);
  if (const base::yaml::Value* above = body.find("above"))
    limits.high = base::yaml::as_number(*above).value_or(limits.high);
  if (limits.low > limits.high)
    compiler.fault(base::ErrorCode::bad_value, "'below' is greater than 'above': no value would do",
                   body);
  limits.min_words = static_cast<std::uint32_t>(packs::whole_at(body, "min_words", 0));
  const auto extent = std::ranges::find(extent_names(), packs::text_at(body, "within", "article"));
  compiler.judge_always();
  return std::make_unique<MetricJudge>(metric, static_cast<Extent>(extent - extent_names().begin()),
                                       limits);
}

}  // namespace

Kind metric_kind() {
  return {.name = "metric",
          .about = "Reports texts that are too hard to read, too long or too short.",
          .fields = metric_fields,
          .at_least_one = metric_at_least_one,
          .placeholders = metric_placeholders,
          .filters = false,
          .bounded = false,
          .compile = compile_metric};
}

}  // namespace linter::checks::policy
