#include "linter/checks/claims/statements.h"

#include "linter/assertions/fact_claim.h"
#include "linter/checks/claims/record.h"

namespace linter::checks::claims {

using assertions::Claim;

Statements::Statements(const knowledge::Knowledge& knowledge, const SummaryTable& table,
                       std::span<const SummaryId> summaries)
    : table_(table),
      summaries_(summaries),
      conditions_(summaries.size()),
      files_(summaries.size()),
      in_(summaries.size()) {
  struct Read {
    std::optional<Claim> claim;
    ClassId in = 0;
  };
  std::unordered_map<std::string_view, Read> read;  // each distinct record is decoded once
  std::string_view file;
  for (StatementId id = 0; id < summaries.size(); ++id) {
    const SummaryView summary = this->summary(id);
    if (id == 0 || summary.file != file) file_begins_.push_back(id);
    file = summary.file;
    files_[id] = static_cast<std::uint32_t>(file_begins_.size() - 1);
    const auto [entry, is_new] = read.try_emplace(summary.value);
    Read& known = entry->second;
    if (is_new) {
      known.claim = decode(knowledge, summary.value);
      if (known.claim) known.in = class_of(*known.claim);
    }
    if (!known.claim) continue;
    conditions_[id] = known.claim->condition;
    in_[id] = known.in;
    ClaimClass& of = classes_[known.in];
    of.statements.push_back(id);
    if (known.claim->conditional) of.by_condition[known.claim->condition].push_back(id);
  }
  file_begins_.push_back(static_cast<StatementId>(summaries.size()));
  if (summaries.empty()) return;
  const knowledge::ConceptId family = knowledge.concept_named(summary(0).key);
  for (std::uint32_t fact = 0; fact < knowledge.facts.size(); ++fact) {
    if (knowledge.family_of(knowledge.facts[fact].subject) != family) continue;
    classes_.push_back({.claim = assertions::claim_of(knowledge, knowledge.facts[fact]),
                        .statements = {},
                        .fact = fact,
                        .by_condition = {}});
  }
}

std::pair<StatementId, StatementId> Statements::file_of(StatementId id) const {
  return {file_begins_[files_[id]], file_begins_[files_[id] + 1]};
}

ClassId Statements::class_of(Claim claim) {
  const Claim whole = claim;
  claim.condition = 0;
  const auto [entry, is_new] = class_ids_.try_emplace(claim, static_cast<ClassId>(classes_.size()));
  if (is_new)
    classes_.push_back({.claim = whole, .statements = {}, .fact = UINT32_MAX, .by_condition = {}});
  return entry->second;
}

}  // namespace linter::checks::claims
