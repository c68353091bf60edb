#include "linter/checks/check.h"

#include "linter/checks/summaries.h"

namespace linter::checks {

std::span<const assertions::Assertion> assertions_of(assertions::Extractor& extractor,
                                                     const lexicon::Reading& reading,
                                                     context::Context& context,
                                                     ArticleResult& result) {
  if (!result.assertions) extractor.extract(reading, context, result.assertions.emplace());
  return *result.assertions;
}

void Check::complete(const lexicon::Reading&, findings::Finding&) {}

bool Check::only_counts(const Summary&) const {
  return false;
}

bool Check::understands(const Summary&) const {
  return true;
}

void Check::check_corpus(std::span<const Summary>, std::vector<findings::Finding>&) const {}

void Check::check_table(const SummaryList& list, std::vector<findings::Finding>& findings) const {
  std::vector<Summary> summaries;
  summaries.reserve(list.ids.size());
  for (const SummaryId id : list.ids) summaries.push_back(list.table[id].summary());
  check_corpus(summaries, findings);
}

}  // namespace linter::checks
