// occurrence: something may stand so often, or must.
#include <algorithm>
#include <array>
#include <map>

#include "linter/base/utf8.h"
#include "linter/checks/policy/extent.h"
#include "linter/checks/policy/hits.h"
#include "linter/checks/policy/rule_compiler.h"

namespace linter::checks::policy {
namespace {

using packs::Shape;
using packs::ShapeKind;

constexpr Shape extent{.kind = ShapeKind::choice, .names = extent_names};
constexpr std::array<packs::Field, 6> occurrence_fields{{
    {"patterns", &packs::patterns_shape, false, "Expressions whose matches are counted together."},
    {"phrases", &packs::texts_shape, false, "The same, as plain text."},
    {"max", &packs::count_shape, false, "How many may stand there; each one more is a finding."},
    {"min", &packs::positive_shape, false, "How many must stand there."},
    {"each", &packs::boolean_shape, false,
     "Whether matches whose first groups differ are counted apart."},
    {"within", &extent, false, "What is counted within; article where it does not say."},
}};
constexpr std::array<std::string_view, 2> occurrence_at_least_one{"max", "min"};
constexpr std::array<std::string_view, 2> occurrence_placeholders{"count", "limit"};

class Occurrence final : public Judge {
 public:
  Occurrence(Extent within, bool each, std::int64_t low, std::int64_t high)
      : within_(within), each_(each), min_(low), max_(high) {}

  void judge(const Scene& scene, std::span<const Hit> hits) const override {
    Counts counts;
    for (const Hit& hit : hits) ++counts[key_of(scene, hit)];
    if (max_ >= 0) report_surplus(scene, hits, counts);
    if (min_ > 0) report_lack(scene, counts);
  }

 private:
  using Key = std::pair<std::uint32_t, std::string>;  // of the stretch; what is counted apart
  using Counts = std::map<Key, std::int64_t>;

  [[nodiscard]] Key key_of(const Scene& scene, const Hit& hit) const {
    return {stretch_key(scene.reading, within_, hit.block, hit.text),
            each_ ? base::lower(scene.view(subject_of(hit))) : std::string()};
  }

  void report_surplus(const Scene& scene, std::span<const Hit> hits, const Counts& counts) const {
    Counts seen;
    for (const Hit& hit : hits) {
      const Key key = key_of(scene, hit);
      if (++seen[key] <= max_) continue;
      Report report{.where = hit.text, .values = group_values(scene, hit)};
      report.values.emplace_back("count", std::to_string(counts.at(key)));
      report.values.emplace_back("limit", std::to_string(max_));
      scene.reports.push_back(std::move(report));
    }
  }

  void report_lack(const Scene& scene, const Counts& counts) const {
    for (const Stretch& stretch :
         stretches(scene.reading, within_, scene.rule.filters.front().places)) {
      const auto count = counts.find({stretch.key, {}});
      const std::int64_t found = count == counts.end() ? 0 : count->second;
      if (found >= min_) continue;
      scene.reports.push_back(
          {.where = stretch.anchor,
           .values = {{"count", std::to_string(found)}, {"limit", std::to_string(min_)}},
           .about_article = within_ == Extent::article});
    }
  }

  Extent within_;
  bool each_;
  std::int64_t min_;
  std::int64_t max_;  // below 0: none
};

std::unique_ptr<Judge> compile_occurrence(RuleCompiler& compiler) {
  const base::yaml::Value& body = compiler.body();
  const auto patterns = packs::items_at(body, "patterns");
  const auto phrases = packs::items_at(body, "phrases");
  if (patterns.empty() && phrases.empty()) {
    compiler.fault(base::ErrorCode::missing_key,
                   "a rule of kind occurrence needs patterns or phrases", body);
    return nullptr;
  }
  for (const base::yaml::Value* pattern : patterns) compiler.add_unit(*pattern);
  for (const base::yaml::Value* phrase : phrases) compiler.add_unit(*phrase, 0, 0, true);
  const auto within = std::ranges::find(extent_names(), packs::text_at(body, "within", "article"));
  const std::int64_t low = packs::whole_at(body, "min", 0);
  const std::int64_t high = packs::whole_at(body, "max", -1);
  if (high >= 0 && low > high) {
    compiler.fault(base::ErrorCode::bad_value, "'min' is greater than 'max'", *body.find("min"));
  }
  if (low > 0) compiler.judge_always();
  const bool each = packs::flag_at(body, "each", false);
  if (each && low > 0) {
    compiler.fault(base::ErrorCode::bad_value,
                   "'each' counts what stands there: it goes with 'max'", *body.find("each"));
  }
  return std::make_unique<Occurrence>(static_cast<Extent>(within - extent_names().begin()), each,
                                      low, high);
}

}  // namespace

Kind occurrence_kind() {
  return {.name = "occurrence",
          .about = "Reports what stands too often, or not often enough.",
          .fields = occurrence_fields,
          .at_least_one = occurrence_at_least_one,
          .placeholders = occurrence_placeholders,
          .compile = compile_occurrence};
}

}  // namespace linter::checks::policy
