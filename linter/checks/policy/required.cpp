// required: where one thing is said, another must be said too; a disclosure, say.
#include <algorithm>
#include <array>
#include <optional>

#include "linter/checks/policy/extent.h"
#include "linter/checks/policy/hits.h"
#include "linter/checks/policy/rule_compiler.h"

namespace linter::checks::policy {
namespace {

using packs::Shape;
using packs::ShapeKind;

constexpr std::array<std::string_view, 3> within_names{"article", "section", "paragraph"};
constexpr Shape within_name{.kind = ShapeKind::choice, .names = [] {
                              return std::span<const std::string_view>(within_names);
                            }};
constexpr Shape distance{.kind = ShapeKind::whole, .low = 0, .high = 1000};
constexpr std::array<packs::Field, 1> distance_fields{{
    {"sentences", &distance, true, "How many sentences may lie between the two."},
}};
constexpr Shape within_distance{.kind = ShapeKind::mapping, .fields = distance_fields};
constexpr Shape required_within{
    .kind = ShapeKind::either, .item = &within_name, .other = &within_distance};

std::span<const std::string_view> must_silence_names() {
  static const std::vector<std::string_view> names = [] {
    const auto all = context::category_names();
    return std::vector<std::string_view>(all.begin(), all.end());
  }();
  return names;
}
constexpr Shape must_silence{.kind = ShapeKind::choice, .names = must_silence_names};
constexpr Shape must_silences{.kind = ShapeKind::one_or_many, .item = &must_silence};
constexpr std::array<packs::Field, 2> must_context_fields{{
    {"silent", &must_silences, false, "Categories in which a disclosure does not count."},
    {"only", &must_silences, false, "Categories of which one must hold for it to count."},
}};
constexpr Shape must_context{.kind = ShapeKind::mapping, .fields = must_context_fields};

constexpr std::array<packs::Field, 5> required_fields{{
    {"when", &packs::patterns_shape, false, "What calls for the disclosure."},
    {"always", &packs::boolean_shape, false, "`true`: every article must have it."},
    {"must", &packs::patterns_shape, true, "The disclosure: one match is enough."},
    {"within", &required_within, false,
     "Where it must stand: article (where it does not say), section, paragraph, or {sentences: "
     "N}."},
    {"must_context", &must_context, false,
     "In what light the disclosure counts; silent: [negated, question] where it does not say."},
}};
constexpr std::array<std::string_view, 2> required_at_least_one{"when", "always"};
constexpr std::uint16_t when_tag = 0;
constexpr std::uint16_t must_tag = 1;

class Required final : public Judge {
 public:
  Required(Extent extent, std::optional<std::uint32_t> sentences, bool always)
      : extent_(extent), sentences_(sentences), always_(always) {}

  void judge(const Scene& scene, std::span<const Hit> hits) const override {
    if (extent_ == Extent::article && !sentences_) return judge_article(scene, hits);
    std::vector<std::uint32_t> disclosed;
    for (const Hit& hit : hits) {
      if (tag_of(scene, hit) == must_tag) disclosed.push_back(key_of(scene, hit));
    }
    std::ranges::sort(disclosed);
    std::optional<std::uint32_t> reported;  // the stretch that has its finding
    for (const Hit& hit : hits) {
      if (tag_of(scene, hit) != when_tag) continue;
      const std::uint32_t key = key_of(scene, hit);
      if (reported == key || is_near(disclosed, key)) continue;
      reported = key;
      scene.reports.push_back({.where = hit.text, .values = group_values(scene, hit)});
    }
  }

 private:
  void judge_article(const Scene& scene, std::span<const Hit> hits) const {
    const Hit* cause = nullptr;
    for (const Hit& hit : hits) {
      if (tag_of(scene, hit) == must_tag) return;
      if (cause == nullptr) cause = &hit;
    }
    const base::Span where = article_anchor(scene.reading.article);
    if ((cause == nullptr && !always_) || where.empty()) return;
    Report report{.where = where, .about_article = true};
    if (cause != nullptr) {
      report.values = group_values(scene, *cause);
      report.values.emplace_back("match", quotable(scene.view(cause->text)));
    }
    scene.reports.push_back(std::move(report));
  }

  [[nodiscard]] std::uint32_t key_of(const Scene& scene, const Hit& hit) const {
    const Extent extent = sentences_ ? Extent::sentence : extent_;
    return stretch_key(scene.reading, extent, hit.block, hit.text);
  }

  // Whether one of the sorted keys is at most the rule's distance away.
  [[nodiscard]] bool is_near(const std::vector<std::uint32_t>& keys, std::uint32_t key) const {
    const std::uint32_t reach = sentences_.value_or(0);
    const auto first = std::ranges::lower_bound(keys, key - std::min(key, reach));
    return first != keys.end() && (*first <= key || *first - key <= reach);
  }

  Extent extent_;
  std::optional<std::uint32_t> sentences_;
  bool always_;
};

Filter must_filter(const RuleCompiler& compiler) {
  Filter filter;
  filter.silent =
      context::bit(context::Category::negated) | context::bit(context::Category::question);
  const base::yaml::Value* context = compiler.body().find("must_context");
  if (context == nullptr) return filter;
  filter.only = compiler.categories(*context, "only");
  if (context->find("silent") != nullptr) filter.silent = compiler.categories(*context, "silent");
  return filter;
}

std::unique_ptr<Judge> compile_required(RuleCompiler& compiler) {
  const base::yaml::Value& body = compiler.body();
  Extent extent = Extent::article;
  std::optional<std::uint32_t> sentences;
  if (const base::yaml::Value* value = body.find("within")) {
    if (value->kind == base::yaml::Kind::mapping) {
      sentences = static_cast<std::uint32_t>(packs::whole_at(*value, "sentences", 0));
    } else {
      extent =
          static_cast<Extent>(std::ranges::find(within_names, value->text) - within_names.begin());
    }
  }
  const bool always = packs::flag_at(body, "always", false);
  const bool in_article = extent == Extent::article && !sentences;
  if (always && !in_article) {
    compiler.fault(base::ErrorCode::bad_value, "'always' goes with 'within: article' only",
                   *body.find("always"));
  }
  if (!always && body.find("when") == nullptr) {
    compiler.fault(base::ErrorCode::bad_value, "without 'when', 'always' must be true",
                   *body.find("always"));
  }
  const std::uint16_t filter = compiler.add_filter(must_filter(compiler));
  for (const base::yaml::Value* pattern : packs::items_at(body, "when"))
    compiler.add_unit(*pattern, when_tag);
  for (const base::yaml::Value* pattern : packs::items_at(body, "must"))
    compiler.add_unit(*pattern, must_tag, filter);
  if (always) compiler.judge_always();
  return std::make_unique<Required>(extent, sentences, always);
}

}  // namespace

Kind required_kind() {
  return {.name = "required",
          .about = "Reports a disclosure that is missing where something calls for it.",
          .fields = required_fields,
          .at_least_one = required_at_least_one,
          .compile = compile_required};
}

}  // namespace linter::checks::policy
