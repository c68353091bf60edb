// One unknown word at one place, and the reasons why it may be right. For silences.cpp alone.
#pragma once

#include <cstdint>
#include <string_view>

#include "linter/checks/spelling/silences.h"
#include "linter/checks/spelling/suggest/known_slips.h"

namespace linter::checks::spelling {

// SCOWL sizes up to which a word counts as such.
namespace tier {
constexpr std::uint8_t commonest = 20;
constexpr std::uint8_t everyday = 35;
constexpr std::uint8_t common = 50;
constexpr std::uint8_t technical = 60;
}  // namespace tier

struct Case {
  Surroundings& around;
  const UnknownWord& word;
  Scan::Index place;

  [[nodiscard]] const Scan& scan() const { return around.scan(); }
  [[nodiscard]] std::string_view text() const { return scan().text(place); }
  [[nodiscard]] std::string_view folded() const { return scan().folded(place); }
  [[nodiscard]] sentences::Shape shape() const { return scan().token(place).shape; }
  [[nodiscard]] bool near_word(std::uint8_t tier) const {
    return around.is_near_common(folded(), tier);
  }
  // "treatmant": long, and a usual slip or one letter from a word of every day or of a list. What
  // it stands in, an address or a formula, is no reason for it.
  [[nodiscard]] bool is_evident_slip() const;
  // Mistyped rather than made of parts: a usual slip, or one letter from a word that people know.
  [[nodiscard]] bool is_like_known_word(std::uint8_t tier) const {
    return !known_slip(folded()).empty() || near_word(tier);
  }
};

// It is written as something else than a word: an abbreviation, a unit, a piece of code.
[[nodiscard]] bool is_single_letter(const Case& c);
[[nodiscard]] bool is_code(const Case& c);
[[nodiscard]] bool is_identifier(const Case& c);
[[nodiscard]] bool is_part_of_version(const Case& c);
[[nodiscard]] bool touches_masked(const Case& c);
[[nodiscard]] bool is_other_script(const Case& c);
[[nodiscard]] bool is_accented(const Case& c);
[[nodiscard]] bool is_abbreviation_in_capitals(const Case& c);
[[nodiscard]] bool is_mixed_case(const Case& c);
[[nodiscard]] bool is_abbreviation_with_stop(const Case& c);
[[nodiscard]] bool is_roman_number(const Case& c);
[[nodiscard]] bool is_unit(const Case& c);
[[nodiscard]] bool is_half_of_compound(const Case& c);
[[nodiscard]] bool is_clipped(const Case& c);
[[nodiscard]] bool is_before_accent(const Case& c);
[[nodiscard]] bool is_pronunciation(const Case& c);
[[nodiscard]] bool is_struck_out(const Case& c);

// It is a name or another language.
[[nodiscard]] bool is_before_initials(const Case& c);
[[nodiscard]] bool is_beside_name(const Case& c);
[[nodiscard]] bool is_in_title(const Case& c);
[[nodiscard]] bool is_in_link_target(const Case& c);
[[nodiscard]] bool is_name(const Case& c);
[[nodiscard]] bool is_listed_name(const Case& c);
[[nodiscard]] bool is_name_by_place(const Case& c);
[[nodiscard]] bool is_name_of_place(const Case& c);
[[nodiscard]] bool is_name_particle(const Case& c);
[[nodiscard]] bool is_latin(const Case& c);
[[nodiscard]] bool is_part_of_term(const Case& c);
[[nodiscard]] bool is_in_foreign_emphasis(const Case& c);
[[nodiscard]] bool is_in_foreign_sentence(const Case& c);

// It is said so: speech shortens words.
[[nodiscard]] bool is_spoken_contraction(const Case& c);
[[nodiscard]] bool is_elided(const Case& c);

// It is made as words are made, or the article has it often.
[[nodiscard]] bool is_regular_plural(const Case& c);
[[nodiscard]] bool is_made_of_known_parts(const Case& c);
[[nodiscard]] bool is_technical(const Case& c);
[[nodiscard]] bool is_medical_form(const Case& c);
[[nodiscard]] bool stands_often(const Case& c);
[[nodiscard]] bool stands_in_code(const Case& c);

}  // namespace linter::checks::spelling
