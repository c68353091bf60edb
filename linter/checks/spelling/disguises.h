// Fixed terms that a synonym replacer has put other words in: "free extremists" for free radicals.
#pragma once

#include <optional>
#include <string>

#include "linter/checks/spelling/disguises_table.h"
#include "linter/checks/spelling/word_memos.h"

namespace linter::checks::spelling {

// The table that galley was built with; made on the first call.
[[nodiscard]] const DisguisesTable& disguises_of_english();

struct Disguise {
  Scan::Index last = 0;  // its last token
  std::string meant;     // in the number and the case of what is written
};

// The longest disguise that begins with word token i, which WordMemo::begins_disguise is set for.
// Some 20 ns where there is none.
[[nodiscard]] std::optional<Disguise> disguise_at(const Scan& scan, Scan::Index i,
                                                  WordMemos& memos);

}  // namespace linter::checks::spelling
