// Statements that cannot both be true: in one article, across the articles of a run, and against
// the facts of the packs.
//
// An article's claims become summaries; the corpus pass joins them by subject. Within a subject
// equal claims are one row with a list of places, so the work follows the distinct claims and the
// clashing statements, and of the other sides a finding keeps the nearest few and counts the rest.
#pragma once

#include <functional>
#include <memory>
#include <span>
#include <string_view>

#include "linter/checks/check.h"
#include "linter/checks/rule_info.h"
#include "linter/knowledge/knowledge.h"

namespace linter::checks::claims {

struct Options {
  // Whether statements of two files may be held against each other (`compare:` keeps versions,
  // markets and archives apart); empty: always. Must be symmetric and thread-safe.
  std::function<bool(std::string_view, std::string_view)> comparable;
};

// claims.contradiction, claims.tension and claims.query.
[[nodiscard]] std::span<const RuleInfo> rules();

// The worker's instance; `knowledge` is const, shared, and must outlive it.
[[nodiscard]] std::unique_ptr<Check> make_claims(const knowledge::Knowledge& knowledge,
                                                 Options options = {});

}  // namespace linter::checks::claims
