#include "linter/assertions/fact_claim.h"

namespace linter::assertions {

Claim claim_of(const knowledge::Knowledge& knowledge, const knowledge::Fact& fact) {
  static constexpr Interval never{0, 0};
  static constexpr Interval possible{1e-9, 1};
  Claim claim;
  claim.subject = fact.subject;
  claim.subject_confidence = stated;
  claim.frame = fact.frame;
  claim.frame_confidence = fact.uncertain ? guessed : stated;
  claim.meaning = knowledge.frames[fact.frame].of_subject ? fact.subject : fact.meaning;
  claim.denied = fact.denied;
  claim.only = fact.only;
  claim.likelihood = fact.denied ? never : fact.likelihood.value_or(possible);
  const auto measure = knowledge.frames[fact.frame].measure;
  if (fact.quantity && measure)
    claim.quantity = Quantity{*fact.quantity, *measure, std::nullopt, {fact.unit}};
  return claim;
}

}  // namespace linter::assertions
