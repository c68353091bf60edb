#include "linter/checks/check.h"

namespace linter::checks {

void Check::complete(const lexicon::Reading&, findings::Finding&) {}

void Check::check_corpus(std::span<const Summary>, std::vector<findings::Finding>&) const {}

}  // namespace linter::checks
