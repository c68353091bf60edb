// Valid words in the place of a term that the article is about: "fine lines and winkles".
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "linter/checks/spelling/scan.h"

namespace linter::checks::spelling {

struct MistakenTerm {
  Scan::Index token = 0;
  lexicon::WordId meant = 0;  // folded; a word that the article often has
};

// Buffers that are kept from article to article.
struct TermBuffers {
  std::vector<std::uint32_t> counts;   // by folded word id; all 0 between articles
  std::vector<lexicon::WordId> seen;   // the ids that are not
  std::vector<std::uint32_t> letters;  // of the terms, as bits
};

// Words of the article that stand once or twice, are no everyday words, and are one slip away from
// a term that stands often, beside the same neighbours as that term. Ascending by token. One
// look at each token, then (rarer words) x (frequent terms) comparisons of letter masks.
[[nodiscard]] std::vector<MistakenTerm> mistaken_terms(const Scan& scan, TermBuffers& buffers);

// Whether one folded word becomes another by one slip: a letter missing, extra, another, or two
// neighbours swapped, and that is no ending ("wrinkle", "wrinkles", "wrinkled").
[[nodiscard]] bool is_one_slip(std::string_view written, std::string_view meant);

}  // namespace linter::checks::spelling
