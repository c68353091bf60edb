// The closed classes of English, by list.
#pragma once

#include <optional>
#include <string_view>

#include "linter/lexicon/part_of_speech.h"

namespace linter::lexicon {

// The parts of speech of a folded function word ("the", "can't", "whose"); nothing for every other
// word. O(log of the table).
[[nodiscard]] std::optional<PosMask> closed_class(std::string_view folded);

// What the ending of a folded word that nobody lists makes likely: "-ly" adverb, "-ing" gerund,
// "-tion" noun. A noun when nothing does.
[[nodiscard]] PosMask guessed_parts(std::string_view folded);

// How an irregular past form is used: only as past tense ("went"), only as participle ("gone"), or
// both ("cut").
enum class Past : unsigned char { both, tense_only, participle_only };
[[nodiscard]] Past irregular_past(std::string_view folded);

}  // namespace linter::lexicon
