// From what a judge says of a place to a finding that reports can show.
#pragma once

#include "linter/checks/policy/rule.h"

namespace linter::checks::policy {

// The place of a view span in the article's file, with its text; positions are the caller's. An
// empty span (of an article without text) stands at the begin of the file.
[[nodiscard]] findings::Location location_of(const lexicon::Reading& reading, base::Span view_span);

// The finding with all that it has from its rule; {match} is taken from `match` where `values` has
// none.
[[nodiscard]] findings::Finding finding_of(const Rule& rule, findings::Location location,
                                           std::string_view match, Values values);

// The finding of a report.
[[nodiscard]] findings::Finding finding_of(const Rule& rule, const lexicon::Reading& reading,
                                           Report report);

}  // namespace linter::checks::policy
