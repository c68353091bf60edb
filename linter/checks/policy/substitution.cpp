// substitution: write this instead of that.
#include <algorithm>
#include <array>
#include <cctype>

#include "linter/checks/policy/hits.h"
#include "linter/checks/policy/rule_compiler.h"

namespace linter::checks::policy {
namespace {

using packs::Shape;
using packs::ShapeKind;

constexpr Shape replacements_shape{
    .kind = ShapeKind::one_or_many, .item = &packs::any_text_shape, .low = 1};
constexpr Shape swaps{.kind = ShapeKind::dictionary, .item = &replacements_shape};
constexpr std::array<std::string_view, 1> fix_names{"safe"};
constexpr Shape fix{.kind = ShapeKind::choice,
                    .names = [] { return std::span<const std::string_view>(fix_names); }};
constexpr std::array<packs::Field, 2> substitution_fields{{
    {"swap", &swaps, true,
     "Expression to replacement, or to a list of them, best first; $1 is the first "
     "group; an empty one takes the text out."},
    {"fix", &fix, false, "`safe`: the replacement is the one sure correction."},
}};
constexpr std::array<std::string_view, 1> substitution_placeholders{"suggestion"};

class Substitution final : public Judge {
 public:
  Substitution(std::vector<std::vector<std::string>> replacements, bool safe, bool ignore_case)
      : replacements_(std::move(replacements)), safe_(safe), ignore_case_(ignore_case) {}

  void judge(const Scene& scene, std::span<const Hit> hits) const override {
    for (const Hit& hit : hits) {
      if (hides_source(scene, hit)) continue;
      std::vector<std::string> suggestions = suggestions_for(scene, hit);
      if (suggestions.empty()) continue;  // it is what it should be
      Report report{.where = hit.text, .values = group_values(scene, hit)};
      std::string shown;
      for (const std::string& one : suggestions) {
        if (!shown.empty()) shown += between_alternatives;
        shown += one;
      }
      report.values.emplace_back("suggestion", std::move(shown));
      report.safe_fix = safe_ && suggestions.size() == 1;
      report.suggestions = std::move(suggestions);
      scene.reports.push_back(std::move(report));
    }
  }

 private:
  // Marks only, between which the source has something that the view leaves out, such as a footnote
  // reference: what reads as one place is two.
  [[nodiscard]] static bool hides_source(const Scene& scene, const Hit& hit) {
    const auto is_mark = [](char byte) {
      return static_cast<unsigned char>(byte) < 0x80 &&
             std::isalnum(static_cast<unsigned char>(byte)) == 0;
    };
    return std::ranges::all_of(scene.view(hit.text), is_mark) &&
           !scene.reading.article.is_verbatim(hit.text);
  }

  // None when the text already reads as one of the replacements.
  [[nodiscard]] std::vector<std::string> suggestions_for(const Scene& scene, const Hit& hit) const {
    const std::string_view original = scene.view(hit.text);
    const base::Match match{hit.text, hit.groups};
    std::vector<std::string> suggestions;
    for (const std::string& format : replacements_[tag_of(scene, hit)]) {
      const std::string expanded =
          scene.units[hit.unit].pattern->expand(format, scene.reading.article.view, match);
      // Where capitals count, the author has written those that are meant.
      std::string suggestion = ignore_case_ ? in_case_of(original, expanded, format) : expanded;
      if (suggestion == original) return {};
      suggestions.push_back(std::move(suggestion));
    }
    return suggestions;
  }

  std::vector<std::vector<std::string>> replacements_;  // by tag
  bool safe_;
  bool ignore_case_;
};

// The texts of a swap's value.
std::vector<const base::yaml::Value*> texts_of(const base::yaml::Value& value) {
  if (value.kind != base::yaml::Kind::sequence) return {&value};
  std::vector<const base::yaml::Value*> texts;
  for (const base::yaml::Value& item : value.items) texts.push_back(&item);
  return texts;
}

// A replacement may refer to groups of its expression only.
void check_groups(RuleCompiler& compiler, const base::yaml::Value& text,
                  const base::Groups& groups) {
  const std::string there = groups.count == 0   ? "no group"
                            : groups.count == 1 ? "1 group"
                                                : std::to_string(groups.count) + " groups";
  for (const std::string& missing : base::missing_groups(text.text, groups)) {
    compiler.fault(base::ErrorCode::bad_value,
                   "the replacement refers to " + missing + ", but its expression has " + there,
                   text);
  }
}

std::unique_ptr<Judge> compile_substitution(RuleCompiler& compiler) {
  std::vector<std::vector<std::string>> replacements;
  for (const auto& [pattern, value] : compiler.body().find("swap")->entries) {
    const auto groups = compiler.add_unit(pattern, static_cast<std::uint16_t>(replacements.size()));
    std::vector<std::string>& texts = replacements.emplace_back();
    for (const base::yaml::Value* text : texts_of(value)) {
      if (groups) check_groups(compiler, *text, *groups);
      texts.push_back(text->text);
    }
  }
  const bool safe = compiler.body().find("fix") != nullptr;
  return std::make_unique<Substitution>(std::move(replacements), safe,
                                        packs::flag_at(compiler.body(), "ignore_case", true));
}

}  // namespace

Kind substitution_kind() {
  return {.name = "substitution",
          .about = "Reports wording that has a better one, and suggests it.",
          .fields = substitution_fields,
          .placeholders = substitution_placeholders,
          .silenced = true,
          .compile = compile_substitution};
}

}  // namespace linter::checks::policy
