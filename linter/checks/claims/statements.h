// The statements of one subject and its kinds, aggregated: equal claims are one row with a list of
// the places that make them.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "linter/assertions/assertion.h"
#include "linter/checks/summaries.h"
#include "linter/knowledge/knowledge.h"

namespace linter::checks::claims {

using StatementId = std::uint32_t;  // index into the summaries of the subject
using ClassId = std::uint32_t;

// Set in the identity of what stands behind the "but" of its sentence; the rest tells the sentence.
inline constexpr std::uint64_t behind_but = std::uint64_t{1} << 63U;
[[nodiscard]] constexpr std::uint64_t sentence_of(std::uint64_t identity) {
  return identity & ~behind_but;
}

// Statements whose claims differ in the words of their condition at most. Whether two such claims
// clash depends on those words only where both have a condition.
struct ClaimClass {
  assertions::Claim claim;              // with the condition of its first statement
  std::vector<StatementId> statements;  // ascending
  std::uint32_t fact = UINT32_MAX;      // a fact of the packs instead: it has no statements
  // Where the claims are conditional: the statements with one condition.
  std::map<std::uint64_t, std::vector<StatementId>> by_condition;
};

// Built once for a subject; ids are in (file, begin) order.
class Statements {
 public:
  // `summaries` have one key and are sorted by (file, begin); they must outlive it. Records that
  // these packs do not understand are left out.
  Statements(const knowledge::Knowledge& knowledge, const SummaryTable& table,
             std::span<const SummaryId> summaries);

  [[nodiscard]] const std::vector<ClaimClass>& classes() const { return classes_; }
  [[nodiscard]] SummaryView summary(StatementId id) const { return table_[summaries_[id]]; }
  // Nothing of a record that these packs do not understand.
  [[nodiscard]] std::optional<ClassId> class_at(StatementId id) const { return in_[id]; }
  [[nodiscard]] std::uint64_t condition(StatementId id) const { return conditions_[id]; }

  // The statements of the same file: a half-open range of ids.
  [[nodiscard]] std::pair<StatementId, StatementId> file_of(StatementId id) const;
  [[nodiscard]] bool same_file(StatementId a, StatementId b) const {
    return files_[a] == files_[b];
  }
  [[nodiscard]] bool same_sentence(StatementId a, StatementId b) const {
    return same_file(a, b) &&
           sentence_of(summary(a).identity) == sentence_of(summary(b).identity);
  }
  // Of one sentence, on the two sides of a "but" or "although".
  [[nodiscard]] bool are_set_against(StatementId a, StatementId b) const {
    return same_sentence(a, b) && summary(a).identity != summary(b).identity;
  }

 private:
  ClassId class_of(assertions::Claim claim);

  const SummaryTable& table_;
  std::span<const SummaryId> summaries_;
  std::vector<ClaimClass> classes_;
  std::map<assertions::Claim, ClassId> class_ids_;  // by the claim without its condition's words
  std::vector<std::uint64_t> conditions_;           // by statement
  std::vector<std::uint32_t> files_;                // by statement
  std::vector<std::optional<ClassId>> in_;          // by statement
  std::vector<StatementId> file_begins_;            // by file, and the end of all
};

}  // namespace linter::checks::claims
