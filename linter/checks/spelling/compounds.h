// Compounds that fell apart, and words that were run together.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "linter/checks/spelling/scan.h"

namespace linter::checks::spelling {

// Whether a word can begin a compound that is written apart by mistake: the first test, memoised
// per word.
[[nodiscard]] bool may_begin_split_compound(std::string_view folded);
// Whether it does so as a prefix, before words of many kinds; else only before those of a list, for
// which may_end_split_compound() holds.
[[nodiscard]] bool is_joined_prefix(std::string_view folded);
[[nodiscard]] bool may_end_split_compound(std::string_view folded);

// Whether two folded words are the halves of one that is often cut in two ("finger", "tips").
[[nodiscard]] bool are_halves(std::string_view first, std::string_view second);

// How tokens i and i + 1, which are neighbours, are written as one: "hyper sensitivity" ->
// "hypersensitivity", "post menstrual" -> "post-menstrual"; nothing when they stand apart by
// right.
[[nodiscard]] std::optional<std::string> joined_compound(const Scan& scan, Scan::Index i);

// "micro- needling" -> "microneedling": a hyphen left over from a line end. Token i is the word
// before the hyphen.
[[nodiscard]] std::optional<std::string> joined_at_hyphen(const Scan& scan, Scan::Index i);

// "gentleand" -> "gentle and": two everyday words of which one is a function word or the first
// inflected; nothing when the word could be a compound of its own ("toolchain").
[[nodiscard]] std::optional<std::string> unglued(std::string_view folded,
                                                 const lexicon::Vocabulary& vocabulary);

// Whether a pair that unglued() found has a word that is part of no name: "Laser and", "The cream".
[[nodiscard]] bool is_glued_for_sure(std::string_view pair);

// "eye-brows", "hyper-pigmentation": the word that both make, where hardly anybody hyphenates it.
// Token i is the first, a hyphen and the second touch it.
[[nodiscard]] std::optional<std::string> closed_at_hyphen(const Scan& scan, Scan::Index i);

}  // namespace linter::checks::spelling
