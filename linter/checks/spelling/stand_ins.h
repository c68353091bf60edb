// Words that are right elsewhere and hardly meant between these neighbours: "you cam book", "most
// if the swelling". Told by figures for the two places on either side; what single neighbours
// decide is the matter of confusables.
#pragma once

#include <string_view>

#include "linter/checks/spelling/stand_ins_table.h"
#include "linter/checks/spelling/word_memos.h"

namespace linter::checks::spelling {

// The table that galley was built with; made on the first call.
[[nodiscard]] const StandInsTable& stand_ins_of_english();

// The word that word token i, whose row is not 0, stands in for; empty where it is likely meant
// itself. Some 50 ns; one pass over the article where a word of content is found.
[[nodiscard]] std::string_view stood_in_for(const Scan& scan, Scan::Index i, WordMemos& memos);

}  // namespace linter::checks::spelling
