// Words that one dialect writes alike and another in two ways: "a licence" and "to license".
#pragma once

#include <optional>
#include <string_view>

#include "linter/checks/spelling/dialect.h"
#include "linter/checks/spelling/scan.h"

namespace linter::checks::spelling {

// Whether the folded word is one of them as American English writes it: "license", "practice".
[[nodiscard]] bool has_two_uses(std::string_view folded);

// What is to be said of such a word at token i; nothing where its use is spelt so everywhere, or
// cannot be told from the word before it.
[[nodiscard]] std::optional<DialectFacts> facts_of_use(const Scan& scan, Scan::Index i);

}  // namespace linter::checks::spelling
