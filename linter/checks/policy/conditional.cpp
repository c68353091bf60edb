// conditional: what is used must be introduced, such as an abbreviation.
#include <algorithm>
#include <array>
#include <map>

#include "linter/base/utf8.h"
#include "linter/checks/policy/hits.h"
#include "linter/checks/policy/rule_compiler.h"
#include "linter/checks/policy/term_words.h"

namespace linter::checks::policy {
namespace {

using packs::Shape;
using packs::ShapeKind;

constexpr std::array<std::string_view, 2> order_names{"before", "anywhere"};
constexpr Shape order{.kind = ShapeKind::choice,
                      .names = [] { return std::span<const std::string_view>(order_names); }};
constexpr std::array<packs::Field, 4> conditional_fields{{
    {"if", &packs::patterns_shape, true,
     "What is used; its first group, if it has one, is the thing."},
    {"then", &packs::patterns_shape, true,
     "What introduces it; its first group must be the same thing."},
    {"order", &order, false,
     "Whether it must be introduced `before` it is used (so where it does not say), or "
     "`anywhere`."},
    {"by_initials", &packs::boolean_shape, false,
     "Whether words in a row whose initials are its letters introduce it, too, wherever they stand."},
}};
constexpr std::array<std::string_view, 1> conditional_placeholders{"count"};
constexpr std::uint16_t use_tag = 0;
constexpr std::uint16_t introduction_tag = 1;

// "Platelet derived growth factor" of PDGF: words in a row of which none is a small one.
class Initials {
 public:
  explicit Initials(const Scene& scene) : terms_(scene), tokens_(scene.reading.text.tokens.size()) {}

  [[nodiscard]] bool stand_for(std::string_view letters) const {
    constexpr std::size_t least = 3;  // two words in a row have any two initials
    const std::string folded = base::lower(letters);
    if (folded.size() < least) return false;
    for (std::uint32_t at = 0; at < tokens_; ++at) {
      if (begin_at(at, folded)) return true;
    }
    return false;
  }

 private:
  [[nodiscard]] bool begin_at(std::uint32_t at, std::string_view letters) const {
    for (const char letter : letters) {
      if (at < tokens_ && terms_.text(at) == "-") ++at;
      const bool fits = at < tokens_ && terms_.is_word(at) && !terms_.is_small(at) &&
                        terms_.kind(at).folded.size() > 1 && terms_.kind(at).folded.front() == letter;
      if (!fits) return false;
      ++at;
    }
    return true;
  }

  Terms terms_;
  std::size_t tokens_;
};

class Conditional final : public Judge {
 public:
  Conditional(bool before, bool captures, bool ignore_case, bool by_initials)
      : before_(before),
        captures_(captures),
        ignore_case_(ignore_case),
        by_initials_(by_initials) {}

  void judge(const Scene& scene, std::span<const Hit> hits) const override {
    std::map<std::string, std::uint32_t> introduced;  // thing -> where, first
    std::map<std::string, std::uint32_t> missing;     // thing -> index of its report
    std::map<std::string, std::uint32_t> counts;
    for (const Hit& hit : hits) {
      if (tag_of(scene, hit) == introduction_tag)
        introduced.emplace(thing(scene, hit), hit.text.begin);
    }
    for (const Hit& hit : hits) {
      if (tag_of(scene, hit) != use_tag) continue;
      const std::string name = thing(scene, hit);
      const auto found = introduced.find(name);
      const bool fine = found != introduced.end() && (!before_ || found->second <= hit.text.begin);
      if (fine) continue;
      if (++counts[name] > 1) continue;  // the first use speaks for all
      if (by_initials_ && Initials(scene).stand_for(name)) continue;
      missing.emplace(name, static_cast<std::uint32_t>(scene.reports.size()));
      scene.reports.push_back({.where = hit.text, .values = group_values(scene, hit)});
    }
    for (const auto& [name, report] : missing) {
      scene.reports[report].values.emplace_back("count", std::to_string(counts[name]));
    }
  }

 private:
  // Where no pattern captures anything, one introduction serves every use.
  [[nodiscard]] std::string thing(const Scene& scene, const Hit& hit) const {
    if (!captures_) return {};
    const std::string_view text = scene.view(subject_of(hit));
    return ignore_case_ ? base::lower(text) : std::string(text);
  }

  bool before_;
  bool captures_;
  bool ignore_case_;
  bool by_initials_;
};

std::unique_ptr<Judge> compile_conditional(RuleCompiler& compiler) {
  const base::yaml::Value& body = compiler.body();
  bool all_capture = true;
  const std::uint16_t everywhere = compiler.add_filter({});
  for (const base::yaml::Value* pattern : packs::items_at(body, "if")) {
    const auto groups = compiler.add_unit(*pattern, use_tag);
    all_capture = all_capture && groups && groups->count > 0;
  }
  for (const base::yaml::Value* pattern : packs::items_at(body, "then")) {
    const auto groups = compiler.add_unit(*pattern, introduction_tag, everywhere);
    all_capture = all_capture && groups && groups->count > 0;
  }
  const bool before = packs::text_at(body, "order", "before") == "before";
  return std::make_unique<Conditional>(before, all_capture,
                                       packs::flag_at(body, "ignore_case", false),
                                       packs::flag_at(body, "by_initials", false));
}

}  // namespace

Kind conditional_kind() {
  return {.name = "conditional",
          .about = "Reports what is used without being introduced, such as an abbreviation.",
          .fields = conditional_fields,
          .placeholders = conditional_placeholders,
          .ignores_case = false,
          .silenced = true,
          .compile = compile_conditional};
}

}  // namespace linter::checks::policy
