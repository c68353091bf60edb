#include "linter/checks/check.h"

namespace linter::checks {

std::span<const assertions::Assertion> assertions_of(assertions::Extractor& extractor,
                                                     const lexicon::Reading& reading,
                                                     context::Context& context,
                                                     ArticleResult& result) {
  if (!result.assertions) extractor.extract(reading, context, result.assertions.emplace());
  return *result.assertions;
}

void Check::complete(const lexicon::Reading&, findings::Finding&) {}

void Check::check_corpus(std::span<const Summary>, std::vector<findings::Finding>&) const {}

}  // namespace linter::checks
