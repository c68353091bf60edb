// consistency: one form for one thing, in an article or in all of them.
#include <algorithm>
#include <array>
#include <charconv>
#include <map>
#include <set>
#include <utility>

#include "linter/base/utf8.h"
#include "linter/checks/policy/finding.h"
#include "linter/checks/policy/hits.h"
#include "linter/checks/policy/rule_compiler.h"

namespace linter::checks::policy {
namespace {

using packs::Shape;
using packs::ShapeKind;

constexpr Shape forms_shape{.kind = ShapeKind::list, .item = &packs::pattern_shape, .low = 2};
constexpr Shape sets_shape{.kind = ShapeKind::list, .item = &forms_shape, .low = 1};
constexpr std::array<std::string_view, 2> across_names{"article", "corpus"};
constexpr Shape across_shape{.kind = ShapeKind::choice, .names = [] {
                               return std::span<const std::string_view>(across_names);
                             }};
constexpr std::array<std::string_view, 2> keep_names{"usual", "last"};
constexpr Shape keep_shape{.kind = ShapeKind::choice,
                           .names = [] { return std::span<const std::string_view>(keep_names); }};
constexpr std::array<packs::Field, 3> consistency_fields{{
    {"either", &sets_shape, true,
     "Lists of forms (expressions) of which one should be used throughout."},
    {"across", &across_shape, false,
     "article (where it does not say), or corpus: all articles of a run."},
    {"keep", &keep_shape, false,
     "usual: the form that stands most often (where it does not say); last: of the forms that an "
     "article has, the one that the rule lists last."},
}};
constexpr std::array<std::string_view, 2> consistency_placeholders{"suggestion", "count"};

// Which form of which set a unit's tag stands for.
struct ConsistentForm {
  std::size_t set = 0;
  std::size_t number = 0;  // within its set
};

// How often a form stands in an article, and in which words.
struct Use {
  std::uint32_t count = 0;
  std::vector<const Hit*> hits;
};

bool same_ending(std::string_view a, std::string_view b) {
  const auto ending = [](std::string_view text) {
    for (const std::string_view one : {"ing", "ed", "es", "s"}) {
      if (text.ends_with(one)) return one;
    }
    return std::string_view();
  };
  return ending(a) == ending(b);
}

class Consistency final : public Judge {
 public:
  Consistency(std::vector<ConsistentForm> forms, std::size_t set_count, bool corpus, bool last,
              bool ignore_case)
      : forms_(std::move(forms)),
        set_count_(set_count),
        corpus_(corpus),
        last_(last),
        ignore_case_(ignore_case) {}

  void judge(const Scene& scene, std::span<const Hit> hits) const override {
    for (std::size_t set = 0; set < set_count_; ++set) {
      const std::map<std::size_t, Use> uses = uses_of(scene, hits, set);
      if (corpus_ && !uses.empty()) {
        tell_corpus(scene, set, uses);
      } else if (uses.size() > 1) {
        report_minority(scene, uses);
      }
    }
  }

  void judge_corpus(const Rule& rule, std::span<const Summary> summaries,
                    std::vector<findings::Finding>& findings) const override {
    struct Total {
      std::uint64_t count = 0;
      std::uint64_t articles = 0;
    };
    std::map<std::string, Total> totals;  // by form
    for (const Summary& summary : summaries) {
      Total& total = totals[form_of(summary)];
      total.count += summary.count;
      ++total.articles;
    }
    if (totals.size() < 2) return;
    const auto usual = std::ranges::max_element(totals, {}, [](const auto& one) {
      return std::pair(one.second.articles, one.second.count);
    });
    if (2 * usual->second.articles <= summaries.size()) return;  // no habit to keep to
    for (const Summary& summary : summaries) {
      if (form_of(summary) == usual->first || has_several(summary)) continue;
      const Summary& like = alike(summaries, usual->first, summary.location.text);
      const std::string wanted = inside_sentence(text_of(like));
      findings::Finding finding =
          finding_of(rule, summary.location, summary.location.text,
                     {{"suggestion", wanted}, {"count", std::to_string(usual->second.count)}});
      if (same_ending(base::lower(summary.location.text), base::lower(wanted)))
        finding.suggestions = {in_place_of(summary.location.text, wanted)};
      finding.identity = base::lower(summary.location.text);
      findings::Related related;
      related.location = like.location;
      related.message = "here it is “" + wanted + "”";
      finding.related.push_back(std::move(related));
      findings.push_back(std::move(finding));
    }
  }

 private:
  [[nodiscard]] std::map<std::size_t, Use> uses_of(const Scene& scene, std::span<const Hit> hits,
                                                   std::size_t set) const {
    std::map<std::size_t, Use> uses;
    std::set<std::uint32_t> told;  // one place is of one form: of those that fit, the first listed
    for (const Hit& hit : hits) {
      const ConsistentForm& form = forms_[tag_of(scene, hit)];
      if (form.set != set || !told.insert(hit.text.begin).second) continue;
      if (corpus_ && ignore_case_ && is_of_name(scene, hit.text)) continue;
      Use& use = uses[form.number];
      ++use.count;
      use.hits.push_back(&hit);
    }
    return uses;
  }

  // "Fern Medspa": a word with a capital behind another one is part of a name, which is nobody's to
  // change.
  static bool is_of_name(const Scene& scene, base::Span text) {
    const auto is_large = [](char letter) { return letter >= 'A' && letter <= 'Z'; };
    const std::string_view view = scene.reading.article.view;
    if (!is_large(view[text.begin]) || text.begin < 2 || view[text.begin - 1] != ' ') return false;
    std::size_t begin = text.begin - 1;
    while (begin > 0 && view[begin - 1] != ' ' && view[begin - 1] != '\n') --begin;
    const std::string_view before = view.substr(begin, text.begin - 1 - begin);
    constexpr std::array<std::string_view, 8> openings{"The",  "Our",  "Your", "This",
                                                       "Each", "Their", "Every", "Any"};
    if (std::ranges::find(openings, before) != openings.end()) return false;
    return is_large(view[begin]) && view[text.begin - 2] >= 'a' && view[text.begin - 2] <= 'z';
  }

  // An article speaks for the form that it has most often. Where it has several, that is a matter
  // within the article, and the corpus only counts it.
  static void tell_corpus(const Scene& scene, std::size_t set,
                          const std::map<std::size_t, Use>& uses) {
    const auto& [number, use] =
        *std::ranges::max_element(uses, {}, [](const auto& one) { return one.second.count; });
    const Hit& first = *use.hits.front();
    Summary summary;
    summary.check = "policy";
    summary.key = scene.rule.info.id + "#" + std::to_string(set);
    summary.value = std::to_string(number) + (uses.size() > 1 ? "+ " : " ") +
                    std::string(scene.view(first.text));
    summary.count = use.count;
    summary.location = location_of(scene.reading, first.text);
    scene.summaries.push_back(std::move(summary));
  }

  // "2 e-mail": the number of the form, "+" where the article has another one, too, and its first
  // use.
  static std::string form_of(const Summary& summary) {
    return summary.value.substr(0, summary.value.find_first_of(" +"));
  }
  static bool has_several(const Summary& summary) {
    return summary.value.find_first_of(" +") == summary.value.find('+');
  }
  static std::string text_of(const Summary& summary) {
    return summary.value.substr(summary.value.find(' ') + 1);
  }

  // The first article that has the form with the ending of `text`, or else in any.
  static const Summary& alike(std::span<const Summary> summaries, const std::string& form,
                              const std::string& text) {
    const Summary* first = nullptr;
    for (const Summary& one : summaries) {
      if (form_of(one) != form) continue;
      if (same_ending(base::lower(text_of(one)), base::lower(text))) return one;
      if (first == nullptr) first = &one;
    }
    return *first;
  }

  void report_minority(const Scene& scene, const std::map<std::size_t, Use>& uses) const {
    const auto usual = std::ranges::max_element(uses, [this](const auto& a, const auto& b) {
      if (last_) return a.first < b.first;
      if (a.second.count != b.second.count) return a.second.count < b.second.count;
      return a.first > b.first;  // of equals, the one that the rule lists first
    });
    for (const auto& [number, use] : uses) {
      if (number == usual->first) continue;
      for (const Hit* hit : use.hits) report(scene, *hit, usual->second);
    }
  }

  void report(const Scene& scene, const Hit& hit, const Use& usual) const {
    const std::string_view original = scene.view(hit.text);
    std::string shown = inside_sentence(scene.view(usual.hits.front()->text));
    Report report{.where = hit.text, .values = group_values(scene, hit)};
    for (const Hit* other : usual.hits) {
      // A use of the same word, with the same ending, can stand in this one's place.
      if (word_of(scene, hit) != word_of(scene, *other) ||
          !same_ending(base::lower(original), base::lower(scene.view(other->text))))
        continue;
      shown = in_place_of(original, scene.view(other->text));
      report.suggestions = {shown};
      break;
    }
    report.values.emplace_back("suggestion", std::move(shown));
    report.values.emplace_back("count", std::to_string(usual.count));
    scene.reports.push_back(std::move(report));
  }

  // Which word it is a form of: its first group, where forms of many words are one set.
  static std::string word_of(const Scene& scene, const Hit& hit) {
    const Values values = group_values(scene, hit);
    const auto found = std::ranges::find(values, "1", &Values::value_type::first);
    return found == values.end() ? std::string() : base::lower(found->second);
  }

  // How the text is written inside a sentence: where capitals do not count, "Adviser" may only have
  // begun one.
  [[nodiscard]] std::string inside_sentence(std::string_view text) const {
    return ignore_case_ ? in_mid_sentence(text) : std::string(text);
  }

  // The form in the place of `original`.
  [[nodiscard]] std::string in_place_of(std::string_view original, std::string_view form) const {
    return ignore_case_ ? in_case_of(original, inside_sentence(form)) : std::string(form);
  }

  std::vector<ConsistentForm> forms_;  // by tag
  std::size_t set_count_;
  bool corpus_;
  bool last_;  // of several, the last one listed is right
  bool ignore_case_;
};

std::unique_ptr<Judge> compile_consistency(RuleCompiler& compiler) {
  std::vector<ConsistentForm> forms;
  const std::vector<base::yaml::Value>& sets = compiler.body().find("either")->items;
  for (std::size_t set = 0; set < sets.size(); ++set) {
    for (std::size_t number = 0; number < sets[set].items.size(); ++number) {
      compiler.add_unit(sets[set].items[number], static_cast<std::uint16_t>(forms.size()));
      forms.push_back({set, number});
    }
  }
  const bool corpus = packs::text_at(compiler.body(), "across") == "corpus";
  const bool last = packs::text_at(compiler.body(), "keep") == "last";
  const bool ignore_case = packs::flag_at(compiler.body(), "ignore_case", true);
  return std::make_unique<Consistency>(std::move(forms), sets.size(), corpus, last, ignore_case);
}

}  // namespace

Kind consistency_kind() {
  return {.name = "consistency",
          .about = "Reports the rarer of two forms of the same word.",
          .fields = consistency_fields,
          .placeholders = consistency_placeholders,
          .compile = compile_consistency};
}

}  // namespace linter::checks::policy
