// Terms that an article writes in several ways: in other capitals, with and without a trade mark's
// sign, with their first noun in either number.
#pragma once

#include <functional>
#include <set>
#include <string>

#include "linter/checks/policy/rule.h"

namespace linter::checks::policy {

using IgnoredTerms = std::set<std::string, std::less<>>;  // folded

// Each reports to the scene the first place of a form that is not the usual one, with the values
// “suggestion” and “count”. All read each token a few times.

// "Lasik" beside "LASIK", "Hydrafacial" beside "HydraFacial".
void judge_case(const Scene& scene, const IgnoredTerms& ignored);
// "Anal Fissure" beside "anal fissure" in running text.
void judge_phrases(const Scene& scene, const IgnoredTerms& ignored);
// "High-Frequency" beside "high-frequency" in running text.
void judge_compounds(const Scene& scene, const IgnoredTerms& ignored);
// "Lip Filler" beside "Lip filler", where each is all of a line.
void judge_labels(const Scene& scene, const IgnoredTerms& ignored);
// "ClearLight" before "ClearLight™": the sign stands at the first mention, or at each.
void judge_signs(const Scene& scene, const IgnoredTerms& ignored);
// "ClearLight ®", and "ClearLight™" beside "ClearLight®".
void judge_marks(const Scene& scene, const IgnoredTerms& ignored);
// "Lumiere", which no dictionary has, beside "Lumière".
void judge_accents(const Scene& scene, const IgnoredTerms& ignored);
// "it's" among words such as "it’s", or the other way round; of an article that has at least three
// of the usual form. Costs the article's runs, and where some apostrophe is curly a look at its
// bytes.
void judge_apostrophes(const Scene& scene, const IgnoredTerms& ignored);
// "Platelet-rich plasma (PRP)" beside "platelet-rich protein (PRP)", told by the words' initials;
// and beside "platelet-rich plasma (PRF)".
void judge_expansions(const Scene& scene, const IgnoredTerms& ignored);
// "FDA (Food and Drug Administration)" beside "Food and Drug Administration (FDA)".
void judge_definitions(const Scene& scene, const IgnoredTerms& ignored);
// "PRP" in a sentence before "platelet-rich plasma (PRP)".
void judge_introductions(const Scene& scene, const IgnoredTerms& ignored);
// "nose to mouth lines" beside "nose-to-mouth lines", before the same noun.
void judge_chains(const Scene& scene, const IgnoredTerms& ignored);
// "Fern Hair Gro Clinic" beside "Fern Hair Grow Clinic": a word that no dictionary has, between the
// same two words with capitals or behind a title and a first name; "HydroFacial" beside
// "HydraFacial"; "NOVA Skin Spa" beside "Nova SkinSpa"; "Silkor/Velorin" beside "Velorin/Silkor".
// Costs the pairs of forms of one name.
void judge_names(const Scene& scene, const IgnoredTerms& ignored);
// "scars treatment" beside "scar treatment", which is the one to keep to.
void judge_number(const Scene& scene, const IgnoredTerms& ignored);

}  // namespace linter::checks::policy
