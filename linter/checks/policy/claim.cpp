// claim: a policy over what an article asserts, whatever the words.
#include <algorithm>
#include <array>
#include <cmath>

#include "linter/base/names.h"
#include "linter/checks/policy/rule_compiler.h"

namespace linter::checks::policy {
namespace {

using assertions::Assertion;
using assertions::Claim;
using base::yaml::Value;
using knowledge::ConceptId;
using knowledge::Interval;
using knowledge::Knowledge;
using packs::Shape;
using packs::ShapeKind;

// How a rule takes an attribute that softens a statement.
enum class Presence : std::uint8_t { absent, present, any };
constexpr std::array<std::string_view, 3> presences{"absent", "present", "any"};
constexpr std::array<std::string_view, 2> polarities{"affirmed", "denied"};

struct Likelihood {
  std::string_view name;
  bool (*holds)(Interval);
};
constexpr std::array<Likelihood, 5> likelihoods{{
    {"never", [](Interval range) { return range.high <= 0; }},
    {"rare", [](Interval range) { return range.high > 0 && range.high <= 0.1; }},
    {"possible", [](Interval range) { return range.high > 0; }},
    {"common", [](Interval range) { return range.low >= 0.05; }},
    {"always", [](Interval range) { return range.low >= 0.9; }},
}};
constexpr auto likelihood_names = [] {
  std::array<std::string_view, likelihoods.size()> names{};
  for (std::size_t i = 0; i < likelihoods.size(); ++i) names[i] = likelihoods[i].name;
  return names;
}();

constexpr Shape presence{.kind = ShapeKind::choice,
                         .names = [] { return std::span<const std::string_view>(presences); }};
constexpr Shape polarity{.kind = ShapeKind::choice,
                         .names = [] { return std::span<const std::string_view>(polarities); }};
constexpr Shape likelihood{.kind = ShapeKind::choice, .names = [] {
                             return std::span<const std::string_view>(likelihood_names);
                           }};
constexpr std::array<packs::Field, 3> quantity_fields{{
    {"below", &packs::number_shape, false, "The quantity begins below this."},
    {"above", &packs::number_shape, false, "The quantity ends above this."},
    {"unit", &packs::text_shape, false,
     "The unit of both, as a pack names it; else the measure's own."},
}};
constexpr std::array<std::string_view, 2> a_bound{"below", "above"};
constexpr Shape quantity{
    .kind = ShapeKind::mapping, .fields = quantity_fields, .at_least_one = a_bound};
constexpr std::array<packs::Field, 17> claim_fields{{
    {"frame", &packs::names_shape, true, "In what way something is said: one of these frames."},
    {"concept", &packs::names_shape, false,
     "What is said: one of these concepts, or a kind of one."},
    {"other_than", &packs::names_shape, false, "Concepts that do not count, nor the kinds of one."},
    {"subject", &packs::names_shape, false,
     "What it is said of: one of these concepts, or a kind of one."},
    {"subject_type", &packs::names_shape, false,
     "What it is said of: a concept of one of these types."},
    {"polarity", &polarity, false,
     "Whether it is affirmed or denied; either where it does not say."},
    {"likelihood", &likelihood, false, "How often it is said to be so."},
    {"universal", &packs::boolean_shape, false, "Whether it is said of all of them."},
    {"population", &packs::names_shape, false,
     "Of whom it is said: one of these concepts, or a kind of one."},
    {"setting", &packs::names_shape, false,
     "Where it is said to be so: one of these concepts, or a kind of one."},
    {"quantity", &quantity, false, "How much is said."},
    {"hedged", &presence, false, "A hedge such as “usually”; absent where it does not say."},
    {"conditional", &presence, false,
     "A condition such as “when done by a nurse”; absent where it does not say."},
    {"excepted", &presence, false,
     "An exception such as “other than redness”; absent where it does not say."},
    {"by_example", &presence, false,
     "Whether no wording tells it, and it was learned from examples; absent where it does not say."},
    {"established", &packs::boolean_shape, false,
     "Whether the text must say what it is said of; false where it does not say."},
    {"with", &packs::names_shape, false,
     "Packs without which the rule does not apply, since they name its concepts."},
}};
constexpr std::array<std::string_view, 3> claim_placeholders{"subject", "concept", "frame"};

struct Asked {
  std::vector<knowledge::FrameId> frames;
  std::vector<ConceptId> concepts;
  std::vector<ConceptId> other_than;
  std::vector<ConceptId> subjects;
  std::vector<knowledge::TypeId> subject_types;
  std::vector<ConceptId> populations;
  std::vector<ConceptId> settings;
  std::optional<bool> denied;
  std::optional<bool> universal;
  const Likelihood* likelihood = nullptr;
  std::optional<Interval> beyond;  // the quantity begins below .low or ends above .high
  Presence hedged = Presence::absent;
  Presence conditional = Presence::absent;
  Presence excepted = Presence::absent;
  Presence by_example = Presence::absent;
  bool established = false;
};

bool agrees(Presence wanted, bool there) {
  return wanted == Presence::any || there == (wanted == Presence::present);
}

class ClaimJudge final : public Judge {
 public:
  ClaimJudge(const Knowledge& knowledge, Asked wanted)
      : knowledge_(knowledge), wanted_(std::move(wanted)) {}

  void judge(const Scene& scene, std::span<const Hit> /*hits*/) const override {
    for (const Assertion& one : scene.assertions) {
      if (!is_wanted(one.claim)) continue;
      scene.reports.push_back({.where = one.words,
                               .values = {{"subject", label(one.claim.subject)},
                                          {"concept", label(one.claim.meaning)},
                                          {"frame", knowledge_.frames[one.claim.frame].id}}});
    }
  }

 private:
  [[nodiscard]] std::string label(ConceptId id) const {
    return id == knowledge::none ? "it" : knowledge_.concept_of(id).label;
  }
  [[nodiscard]] bool is_one_of(const std::vector<ConceptId>& wanted, ConceptId id) const {
    return wanted.empty() ||
           (id != knowledge::none &&
            std::ranges::any_of(wanted, [&](ConceptId one) { return knowledge_.is_a(id, one); }));
  }

  [[nodiscard]] bool is_wanted(const Claim& claim) const {
    return claim.voice == assertions::Voice::author && agrees(wanted_.by_example, claim.by_example) &&
           claim.force == assertions::Force::statement &&
           std::ranges::find(wanted_.frames, claim.frame) != wanted_.frames.end() &&
           is_one_of(wanted_.concepts, claim.meaning) &&
           (wanted_.other_than.empty() || !is_one_of(wanted_.other_than, claim.meaning)) &&
           has_subject(claim) && has_polarity(claim) &&
           (!wanted_.universal || claim.universal == *wanted_.universal) &&
           (wanted_.likelihood == nullptr || wanted_.likelihood->holds(claim.likelihood)) &&
           is_one_of(wanted_.populations, claim.population) &&
           is_one_of(wanted_.settings, claim.setting) && has_quantity(claim) &&
           agrees(wanted_.hedged, claim.hedged) && agrees(wanted_.conditional, claim.conditional) &&
           agrees(wanted_.excepted, claim.exceptions.front() != knowledge::none);
  }

  // "does not guarantee a refund" leaves it open: neither one nor the other
  [[nodiscard]] bool has_polarity(const Claim& claim) const {
    if (!wanted_.denied) return true;
    const assertions::Interval& often = claim.likelihood;
    const bool left_open = !claim.denied && often.low <= assertions::some_of_them &&
                           often.high >= 0.9 && often.high < 1;
    return claim.denied == *wanted_.denied && !left_open;
  }

  [[nodiscard]] bool has_subject(const Claim& claim) const {
    if (wanted_.established && claim.subject_confidence < assertions::sure) return false;
    if (!is_one_of(wanted_.subjects, claim.subject)) return false;
    if (wanted_.subject_types.empty()) return true;
    return claim.subject != knowledge::none &&
           std::ranges::find(wanted_.subject_types, knowledge_.concept_of(claim.subject).type) !=
               wanted_.subject_types.end();
  }

  // "At least five" has no end of its own: it is not above anything by that.
  [[nodiscard]] bool has_quantity(const Claim& claim) const {
    if (!wanted_.beyond) return true;
    if (!claim.quantity) return false;
    const Interval range = claim.quantity->range;
    const double end = std::isfinite(range.high) ? range.high : range.low;
    return range.low < wanted_.beyond->low || end > wanted_.beyond->high;
  }

  const Knowledge& knowledge_;
  Asked wanted_;
};

// Looks up what a rule names; what there is not becomes a fault with the nearest name.
class NameReader {
 public:
  explicit NameReader(RuleCompiler& compiler)
      : compiler_(compiler), knowledge_(compiler.knowledge()) {}

  std::vector<knowledge::FrameId> frames(std::string_view key) {
    return look_up(
        key, "frame", [&](std::string_view id) { return knowledge_.frame_named(id); },
        knowledge_.frames, &knowledge::Frame::id);
  }
  std::vector<ConceptId> concepts(std::string_view key) {
    return look_up(
        key, "concept", [&](std::string_view id) { return knowledge_.concept_named(id); },
        knowledge_.concepts, &knowledge::Concept::id);
  }
  std::vector<knowledge::TypeId> types(std::string_view key) {
    const auto find = [&](std::string_view id) {
      const auto found = std::ranges::find(knowledge_.types, id, &knowledge::ConceptType::name);
      return found == knowledge_.types.end()
                 ? knowledge::none
                 : static_cast<knowledge::TypeId>(found - knowledge_.types.begin());
    };
    return look_up(key, "type", find, knowledge_.types, &knowledge::ConceptType::name);
  }

 private:
  template <class Find, class Items, class Member>
  std::vector<std::uint16_t> look_up(std::string_view key, std::string_view thing, Find find,
                                     const Items& items, Member member) {
    std::vector<std::uint16_t> ids;
    for (const Value* item : packs::items_at(compiler_.body(), key)) {
      const std::uint16_t id = find(item->text);
      if (id != knowledge::none) {
        ids.push_back(id);
        continue;
      }
      std::vector<std::string_view> names;
      for (const auto& one : items) names.push_back(one.*member);
      compiler_.fault(base::ErrorCode::bad_value,
                      "'" + std::string(key) + "' names the " + std::string(thing) + " '" +
                          base::shortened(item->text) + "', which no loaded pack declares" +
                          base::nearest_hint(item->text, names),
                      *item);
    }
    return ids;
  }

  RuleCompiler& compiler_;
  const Knowledge& knowledge_;
};

Presence presence_at(const Value& body, std::string_view key) {
  const auto found = std::ranges::find(presences, packs::text_at(body, key, presences.front()));
  return static_cast<Presence>(found - presences.begin());
}

std::optional<bool> flag_if_there(const Value& body, std::string_view key) {
  if (body.find(key) == nullptr) return std::nullopt;
  return packs::flag_at(body, key, false);
}

std::optional<Interval> quantity_at(RuleCompiler& compiler) {
  const Value* value = compiler.body().find("quantity");
  if (value == nullptr) return std::nullopt;
  double factor = 1;
  if (const Value* unit = value->find("unit")) {
    const auto& units = compiler.knowledge().units;
    const auto found = std::ranges::find(units, std::string(unit->text), &knowledge::Unit::name);
    if (found != units.end()) {
      factor = found->factor;
    } else {
      std::vector<std::string_view> names;
      for (const knowledge::Unit& one : units) names.push_back(one.name);
      compiler.fault(base::ErrorCode::bad_value,
                     "'unit' names '" + base::shortened(unit->text) +
                         "', which no loaded pack declares" + base::nearest_hint(unit->text, names),
                     *unit);
    }
  }
  const auto bound = [&](std::string_view key, double otherwise) {
    const Value* at = value->find(key);
    return at == nullptr ? otherwise : base::yaml::as_number(*at).value_or(otherwise) * factor;
  };
  return Interval{bound("below", -INFINITY), bound("above", INFINITY)};
}

std::unique_ptr<Judge> compile_claim(RuleCompiler& compiler) {
  const Value& body = compiler.body();
  if (!compiler.has_packs(packs::texts_at(body, "with"))) {
    compiler.turn_off();
    return std::make_unique<ClaimJudge>(compiler.knowledge(), Asked{});
  }
  NameReader names(compiler);
  Asked wanted;
  wanted.frames = names.frames("frame");
  wanted.concepts = names.concepts("concept");
  wanted.other_than = names.concepts("other_than");
  wanted.subjects = names.concepts("subject");
  wanted.subject_types = names.types("subject_type");
  wanted.populations = names.concepts("population");
  wanted.settings = names.concepts("setting");
  const std::string_view said = packs::text_at(body, "polarity");
  if (!said.empty()) wanted.denied = said == polarities[1];
  wanted.universal = flag_if_there(body, "universal");
  const auto often =
      std::ranges::find(likelihoods, packs::text_at(body, "likelihood"), &Likelihood::name);
  if (often != likelihoods.end()) wanted.likelihood = &*often;
  wanted.beyond = quantity_at(compiler);
  wanted.hedged = presence_at(body, "hedged");
  wanted.conditional = presence_at(body, "conditional");
  wanted.excepted = presence_at(body, "excepted");
  wanted.by_example = presence_at(body, "by_example");
  wanted.established = packs::flag_at(body, "established", false);
  compiler.judge_assertions();
  return std::make_unique<ClaimJudge>(compiler.knowledge(), std::move(wanted));
}

}  // namespace

Kind claim_kind() {
  return {.name = "claim",
          .about = "Reports what an article asserts, in whatever words.",
          .fields = claim_fields,
          .placeholders = claim_placeholders,
          .bounded = false,
          .compile = compile_claim};
}

}  // namespace linter::checks::policy
