// The manner in which an article is written, where it makes a difference to what a strange word may be.
#pragma once

#include <span>
#include <string_view>

#include "linter/checks/spelling/scan.h"
#include "linter/checks/spelling/silences.h"

namespace linter::checks::spelling {

// Whether it tells a story: many paragraphs begin with what somebody says. Linear in its blocks.
[[nodiscard]] bool tells_story(const Scan& scan);

// Whether a folded word is spelled as it is spoken: "gwine", "knowed".
[[nodiscard]] bool is_spoken_word(std::string_view folded);

// Whether it writes as people speak, in it or of it ("hain't", "gwine", "sho'"): several of an
// article's unknown words are such.
[[nodiscard]] bool writes_as_spoken(const Scan& scan, std::span<const UnknownWord> words);

// Whether token i stands between double quotation marks, or in a quotation.
[[nodiscard]] bool is_said_by_somebody(const Scan& scan, Scan::Index i);

}  // namespace linter::checks::spelling
