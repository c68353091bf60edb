// English inflection by rule: which stems an inflected form can have, and the plural of a noun.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace linter::lexicon {

// Candidate stems, most likely first; irregular forms are the caller's matter. All words are
// folded.
[[nodiscard]] std::vector<std::string> singulars(std::string_view plural);  // "bodies" -> body
[[nodiscard]] std::vector<std::string> stems_of_s_form(
    std::string_view verb);  // "carries" -> carry
[[nodiscard]] std::vector<std::string> stems_of_past(
    std::string_view verb);  // "stopped" -> stopp, stoppe, stop
[[nodiscard]] std::vector<std::string> stems_of_gerund(
    std::string_view verb);  // "making" -> mak, make
[[nodiscard]] std::vector<std::string> stems_of_comparison(
    std::string_view adjective);  // "finer", "finest" -> fine
[[nodiscard]] std::string plural_of(std::string_view noun);

}  // namespace linter::lexicon
