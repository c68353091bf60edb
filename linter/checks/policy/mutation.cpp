// galley policy test --mutate: whether the examples of rules notice when a part of the rule is
// gone.
#include <algorithm>

#include "linter/base/counted.h"
#include "linter/checks/policy/index.h"
#include "linter/checks/policy/known_expressions.h"
#include "linter/checks/policy/mutants.h"
#include "linter/checks/policy/rehearsal.h"
#include "linter/packs/shape.h"

namespace linter::checks::policy {
namespace {

// What the examples of one rule give: findings by example, bad ones first.
using Outcome = std::vector<std::uint32_t>;

// A pack with one rule only, so that no other rule speaks for it, and the names of those without
// which the rule does not apply.
std::vector<packs::Pack> alone(const packs::Pack& pack, const packs::RuleDefinition& rule) {
  packs::Pack single;
  single.id = pack.id;
  single.language = pack.language;
  single.topics = pack.topics;
  single.topic = pack.topic;
  single.jurisdictions = pack.jurisdictions;
  single.files = pack.files;
  single.rules.push_back(rule);
  std::vector<packs::Pack> all;
  all.push_back(std::move(single));
  for (std::string& name : packs::texts_at(rule.body, "with"))
    all.emplace_back().id = std::move(name);
  return all;
}

class MutationRunner {
 public:
  MutationRunner(const Workbench& workbench, Lists lists) : workbench_(workbench), lists_(lists) {
    options_.knowledge = workbench.set.index().knowledge;
    options_.known = &known_;
  }

  void run(const packs::Pack& pack) {
    for (const packs::RuleDefinition& rule : pack.rules) {
      known_.clear();
      const std::optional<Outcome> whole = outcome(alone(pack, rule), nullptr);
      if (!whole) continue;  // its faults have been reported
      ++report_.rules;
      const std::uint32_t before = report_.mutants;
      report_.passed_over += each_mutant(rule, lists_, [&](const Mutant& mutant) {
        ++report_.mutants;
        if (outcome(alone(pack, mutant.rule), &*whole) != whole) return;
        report_.unnoticed.push_back(
            {rule.id, mutant.part, pack.files[rule.file].path, mutant.position});
      });
      if (report_.mutants == before) report_.whole.push_back(rule.id);
    }
  }

  MutationReport take() { return std::move(report_); }

 private:
  // Nothing when the rule does not compile: that is noticed, too. It ends at the first example that
  // gives something else than `expected`.
  std::optional<Outcome> outcome(const std::vector<packs::Pack>& company, const Outcome* expected) {
    const auto set = PolicySet::compile(company, options_);
    if (!set.errors.empty() || set.value.rules().empty()) return std::nullopt;
    Rehearsal rehearsal({set.value, workbench_.vocabulary, workbench_.cues}, nullptr);
    const packs::RuleDefinition& rule = company.front().rules.front();
    Outcome found;
    for (const auto* side : {&rule.bad, &rule.good}) {
      for (const packs::Example& example : *side) {
        const auto checked = rehearsal.check(example);
        if (!checked) return std::nullopt;
        found.push_back(static_cast<std::uint32_t>(checked->findings.size()));
        const bool differs = expected != nullptr && (found.size() > expected->size() ||
                                                     found.back() != (*expected)[found.size() - 1]);
        if (differs) return found;
      }
    }
    return found;
  }

  const Workbench& workbench_;
  Lists lists_;
  KnownExpressions known_;  // outlives what is compiled with the options
  PolicyOptions options_;
  MutationReport report_;
};

}  // namespace

MutationReport run_mutations(std::span<const packs::Pack> packs, const Workbench& workbench,
                             Lists lists) {
  MutationRunner runner(workbench, lists);
  for (const packs::Pack& pack : packs)
    if (!pack.only_needed) runner.run(pack);
  return runner.take();
}

std::string rendered(const MutationReport& report) {
  std::string out;
  for (const UnnoticedMutant& one : report.unnoticed) {
    out += one.file + ":" + std::to_string(one.position.line) + ":" +
           std::to_string(one.position.column) + ": " + one.rule + ": no example notices without " +
           one.part + "\n";
  }
  for (const std::string& rule : report.whole)
    out += rule + ": has no part that can be taken out: nothing was tried\n";
  if (report.rules == 0) return "no rule was read: nothing was tried\n";
  out += base::counted(report.rules, "rule") + ", " + base::counted(report.mutants, "mutation");
  if (report.mutants > 0) {
    out += report.unnoticed.empty()
               ? ", all noticed"
               : ", " + std::to_string(report.unnoticed.size()) + " not noticed";
  }
  if (report.passed_over > 0) {
    out += "; " + base::counted(report.passed_over, "word") +
           " of long lists not tried: --words does that";
  }
  return out + "\n";
}

}  // namespace linter::checks::policy
