// The same word twice in a row.
#pragma once

#include <optional>

#include "linter/checks/spelling/scan.h"
#include "linter/findings/finding.h"

namespace linter::checks::spelling {

// Tokens i and i + 1 are the same word in any case, with a space between them: how sure it is that
// one is too many. Nothing where English doubles words ("had had", "that that", "very very") or
// names do ("Baden Baden").
[[nodiscard]] std::optional<findings::Severity> doubled_word(const Scan& scan, Scan::Index i);

}  // namespace linter::checks::spelling
