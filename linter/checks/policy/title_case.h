// Which words of a title style guides want capitalised.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

namespace linter::checks::policy {

enum class Guide : std::uint8_t { ap, chicago };
[[nodiscard]] std::span<const std::string_view> guide_names();  // in the enumerators' order

// What a guide wants of a word inside a title (the first and last word are always capitalised): AP
// writes articles, conjunctions and prepositions of up to three letters small (AP Stylebook,
// "composition titles"); Chicago writes articles, coordinating conjunctions, "to", "as" and
// prepositions small (CMOS 17, 8.159). Words that are prepositions in one sentence and adverbs in
// the next ("on", "over") may be either: what they are here takes a parser to know.
enum class Wanted : std::uint8_t { capital, small, either };
[[nodiscard]] Wanted wanted_in_title(std::string_view folded_word, Guide guide);

}  // namespace linter::checks::policy
