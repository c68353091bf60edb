// What a candidate scores: its edits, how common it is, and what it has in common with the error.
#pragma once

#include <cstdint>
#include <string_view>

#include "linter/checks/spelling/suggest/question.h"

namespace linter::checks::spelling {

// In hundredths of log-odds, fitted together with dictionaries/en/edit_costs.tsv.
namespace score {
constexpr int capitalised = -11;
constexpr int capital_lost = -210;   // "Polland", "planned"
constexpr int capital_alone = -190;  // "kim", "Kim"
constexpr int function_word = 76;
constexpr int other_dialect = -119;
constexpr int other_spelling = -119;  // of a word that the dialect spells otherwise
constexpr int split = -600;
constexpr int split_function_word = -320;
constexpr int split_function_words = 0;  // "tothe", "thisis"
constexpr int repetition = -100;         // "bananana"
constexpr int derived = -350;            // "preinitialization"
constexpr int same_hyphen = 50;
constexpr int known_slip = 2000;
constexpr int listed = 150;  // a word of a domain list: between SCOWL sizes 40 and 50
constexpr int in_document = 200;
constexpr int in_document_cap = 500;
constexpr int once_in_document = 210;
constexpr int twice_in_document = 270;
constexpr int document_term = 700;  // the document's own word, begun like the error
constexpr int worst = -2600;        // below this nothing is worth showing
}  // namespace score

// Of a SCOWL size; 0 for words that are in none.
[[nodiscard]] int tier_score(std::uint8_t tier);

// What the capital of the error says of a candidate of a dictionary, which has one unless it is
// `lower`; a short word in lower case is seldom a name but where everybody knows it ("egypt").
[[nodiscard]] int case_score(const Question& question, std::string_view folded, bool lower);

// What a folded candidate scores, `bonus` included; anything below `floor` when it does not reach
// that, which costs less.
[[nodiscard]] int word_score(const Question& question, std::string_view folded, bool same_sound,
                             int bonus, int floor);

}  // namespace linter::checks::spelling
