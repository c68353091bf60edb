// What the kinds compile their rules with: patterns, filters, faults with places.
#pragma once

#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "linter/base/pattern.h"
#include "linter/checks/policy/kinds.h"
#include "linter/checks/policy/known_expressions.h"
#include "linter/checks/policy/requirement.h"
#include "linter/checks/policy/rule.h"
#include "linter/knowledge/knowledge.h"
#include "linter/packs/pack.h"
#include "linter/packs/shape.h"

namespace linter::checks::policy {

// A unit with the words that wake it.
struct WatchedUnit {
  Unit unit;
  std::vector<Requirement> requirements;
  std::vector<Clue> heads;  // of these one stands where a match begins; empty: nothing is certain
};

// What the rules of all packs may refer to.
struct Surroundings {
  const knowledge::Knowledge& knowledge;
  std::span<const packs::Pack> packs;
  // The same rules, of the same packs, were compiled before without a fault: the syntax of patterns
  // is not checked again, and units come without pattern and requirements.
  bool known_good = false;
  // What the rule's judge kept of itself then; it outlives the rule.
  std::optional<std::string_view> kept{};
  // PolicyOptions::known
  KnownExpressions* known = nullptr;
};

// Compiles one rule. Values that are asked for have passed the check of the kind's keys.
class RuleCompiler {
 public:
  // `definition` is one of the pack's.
  RuleCompiler(const packs::RuleDefinition& definition, const packs::Pack& pack, const Kind& kind,
               Surroundings surroundings, std::vector<base::Error>& errors);

  [[nodiscard]] const base::yaml::Value& body() const { return definition_.body; }
  [[nodiscard]] const packs::RuleDefinition& definition() const { return definition_; }
  [[nodiscard]] const packs::Faults& faults() const { return faults_; }
  [[nodiscard]] bool failed() const { return faults_.errors.size() > errors_before_; }

  // Checks the keys, reads the filter, lets the kind compile, parses the message. Nothing when the
  // rule is faulty.
  [[nodiscard]] std::optional<Rule> compile();

  // Gives a fault a place in the rule.
  void fault(base::ErrorCode code, std::string message, const base::yaml::Value& at);

  // An expression of the rule, compiled as its ignore_case and word_bounded say; fragments are
  // expanded.
  [[nodiscard]] std::optional<base::Pattern> pattern(const base::yaml::Value& value,
                                                     bool literal = false);

  // Adds a pattern that is searched in every block that may hold a match; gives its groups, or
  // nothing when it is broken.
  std::optional<base::Groups> add_unit(const base::yaml::Value& value, std::uint16_t tag = 0,
                                       std::uint16_t filter = 0, bool literal = false);
  // Adds a unit without a pattern, for where `requirements` hold (anywhere, when they are empty):
  // whole blocks, or, of matches that touch `reach` tokens at most, where these may begin.
  void add_block_unit(std::vector<Requirement> requirements, std::uint32_t reach = 0);

  // Adds a filter beside the rule's own, for patterns that other conditions hold for.
  std::uint16_t add_filter(Filter filter);
  [[nodiscard]] Filter& own_filter() { return rule_.filters.front(); }
  // What a list of category names stands for; "default" is default_silence().
  [[nodiscard]] context::Categories categories(const base::yaml::Value& mapping,
                                               std::string_view key) const;

  // A placeholder that this rule has beside those of its kind.
  void allow_placeholder(std::string name) { placeholders_.push_back(std::move(name)); }
  // The rule is judged in every article, whether a pattern matches or not.
  void judge_always() { rule_.always_judged = true; }
  // The same, with what the article asserts; the rule's filter is for its reports.
  void judge_assertions() {
    rule_.always_judged = true;
    rule_.judges_assertions = true;
    rule_.filters_reports = true;
  }
  // The rule is known, but never judged.
  void turn_off() { off_ = true; }
  [[nodiscard]] bool is_turned_off() const { return off_; }
  [[nodiscard]] bool is_known_good() const { return surroundings_.known_good; }
  // What its judge kept when the rule was compiled before; nothing where it is to be made anew.
  [[nodiscard]] std::optional<std::string_view> kept() const { return surroundings_.kept; }
  // What the packs in use know.
  [[nodiscard]] const knowledge::Knowledge& knowledge() const { return surroundings_.knowledge; }
  // Whether all of these packs are in use.
  [[nodiscard]] bool has_packs(const std::vector<std::string>& names) const;
  void set_places(Places places) { rule_.filters.front().places = places; }

  [[nodiscard]] std::vector<WatchedUnit> take_units() { return std::move(units_); }

 private:
  void read_filter();
  void read_context(Filter& filter);
  void read_message();
  [[nodiscard]] std::optional<std::string> expanded(const base::yaml::Value& value);
  void find_clues(const base::Pattern& pattern, bool literal, WatchedUnit& watched) const;

  const packs::RuleDefinition& definition_;
  const packs::Pack& pack_;
  const packs::PackFile& file_;  // of the pack, where the rule stands
  const Kind& kind_;
  Surroundings surroundings_;
  packs::Faults faults_;
  std::size_t errors_before_;
  bool ignore_case_;
  bool word_bounded_;
  bool off_ = false;
  Rule rule_;
  std::vector<WatchedUnit> units_;
  std::vector<std::string> placeholders_;
  std::size_t groups_ = 0;  // the most that a unit's pattern has
};

// The places that a rule's `scope` names; every block where it says nothing.
[[nodiscard]] Places places_of(const base::yaml::Value& rule, Places fallback = {});

// `expression` with its {{fragments}} put in as groups, those of its own file before those that the
// pack has for all. Nothing of an error's place counts. Errors: bad_value with the nearest
// fragment's name, nesting_too_deep, too_large.
[[nodiscard]] base::Result<std::string> expand_fragments(std::string_view expression,
                                                         const packs::Fragments& own,
                                                         const packs::Fragments& of_pack);

}  // namespace linter::checks::policy
