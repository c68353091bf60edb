// All rules of all packs in use, compiled: const, shared by the workers, indexed by the words that
// wake them.
#pragma once

#include <array>
#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "linter/base/image.h"
#include "linter/base/result.h"
#include "linter/checks/check.h"
#include "linter/checks/policy/rule.h"
#include "linter/checks/rule_info.h"
#include "linter/knowledge/knowledge.h"
#include "linter/lexicon/triggers.h"
#include "linter/packs/pack.h"

namespace linter::checks::policy {

enum class Level : std::uint8_t { off, suggestion, warning, error };

class KnownExpressions;

// What a project's configuration says about rules.
struct PolicyOptions {
  // By rule id ("health-claims.painless") or pack id; the rule's own entry counts before its
  // pack's. What names neither is left alone: rules of other checks are configured in the same
  // place.
  std::map<std::string, Level> levels{};
  // The jurisdictions that the project names. A rule that has jurisdictions is an error only where
  // the project names one of them; where it names none at all, where the rule has more than one.
  // Else it is a warning. A level says otherwise.
  std::vector<std::string> jurisdictions{};
  // Pack -> the version up to which the project knows its rules, 1 unless said. What came later is
  // a warning at most. A level says otherwise.
  std::map<std::string, std::uint32_t> versions{};
  // The first trigger id that is free for the policies' atoms.
  lexicon::TriggerId first_trigger = 0;
  // What the packs know, for rules over assertions; must outlive the set. Null: nothing is known.
  const knowledge::Knowledge* knowledge = nullptr;
  // Reads the definition of a rule of a pack anew, for a set that lies in an image in which it is
  // damaged. May be called by several threads; nothing where there is none.
  std::function<std::optional<packs::RuleDefinition>(std::string_view pack, std::string_view rule)>
      definition{};
  // False: every pattern is tried on every block. The findings are the same; tests compare the two.
  bool triggered = true;
  // What is known of expressions; what is compiled is added to it. Null: nothing is kept.
  KnownExpressions* known = nullptr;
};

// Immutable once made; may be used by many threads.
class PolicySet {
 public:
  // Compiles the rules of `packs`. Faults come back with their places; a rule with a fault is left
  // out. The packs are not needed afterwards. About 30 µs a pattern.
  [[nodiscard]] static base::Loaded<PolicySet> compile(std::span<const packs::Pack> packs,
                                                       const PolicyOptions& options = {});
  // Of a set that was compiled from `packs` without a fault and with no rule turned off. The atoms
  // are not part of it: their table is kept beside.
  void put(base::ImageWriter& image, std::span<const packs::Pack> packs) const;
  // The set that put() wrote, as the options want it; nothing when the image is not sound. Each
  // rule is compiled when it is first asked for. `heads` are the same packs, whose rules need not
  // be there; they and the image, whose tail is `tail`, must outlive the set.
  [[nodiscard]] static std::optional<PolicySet> get(base::ImageReader& image, std::string_view tail,
                                                    std::span<const packs::Pack> heads,
                                                    const PolicyOptions& options);
  PolicySet();
  PolicySet(PolicySet&&) noexcept;
  PolicySet& operator=(PolicySet&&) noexcept;
  ~PolicySet();

  // Every rule, in the order of packs and files; also those that the configuration turned off.
  [[nodiscard]] std::span<const Rule> rules() const;
  [[nodiscard]] std::vector<RuleInfo> infos() const;
  // Of the rules with these ids; what is none of the set is left out.
  [[nodiscard]] std::vector<RuleInfo> infos(std::span<const std::string> ids) const;
  // Null when there is none.
  [[nodiscard]] const Rule* rule_named(std::string_view id) const;
  // Whether a rule has a pattern that no word wakes: it is tried on every block.
  [[nodiscard]] bool runs_always(const Rule& rule) const;

  // For the worker's TriggerTable; their triggers lie in [first_trigger, first_trigger +
  // trigger_count()).
  [[nodiscard]] std::span<const lexicon::Atom> atoms() const;
  [[nodiscard]] std::uint32_t trigger_count() const;

  struct Index;
  [[nodiscard]] const Index& index() const { return *index_; }

 private:
  [[nodiscard]] RuleInfo info(std::uint32_t number) const;
  [[nodiscard]] std::optional<std::uint32_t> number_of(std::string_view id) const;

  std::unique_ptr<Index> index_;
};

// Told why a match is not a finding; see policy_check.cpp's callers for who wants to know.
struct Silence {
  enum class Reason : std::uint8_t { excepted, silent, not_only, family, off_topic };
  Reason reason = Reason::excepted;
  base::Span match;    // view span
  base::Span because;  // view span of the exception, or of the finding that speaks instead
  context::Categories categories =
      0;  // those that silence it, or those that hold where others are asked for
};
class Listener {
 public:
  virtual ~Listener() = default;
  virtual void silenced(const Rule& rule, const Silence& silence) = 0;
};

// A worker's instance. `set` must outlive it; `listener`, where there is one, too.
[[nodiscard]] std::unique_ptr<Check> make_policy(const PolicySet& set,
                                                 Listener* listener = nullptr);

}  // namespace linter::checks::policy
