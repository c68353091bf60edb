// What clashes because a pack declares that two frames do.
#include <algorithm>

#include "linter/assertions/comparer.h"
#include "linter/assertions/figures.h"

namespace linter::assertions {

using knowledge::Clash;

namespace {

constexpr double mild = 3;          // a degree up to it
constexpr double strong = 3;        // "no significant downtime" is little of it
constexpr double little = 2;        // a degree up to it is promised as little
constexpr double noticeable = 0.5;  // a degree below it may be none
constexpr double rarely = 0.1;      // of cases: what happens to fewer is rare, or said to be
constexpr double often = 0.04;      // of cases: what is usual, common, or happens to most

}  // namespace

Comparison Comparer::declared_clash(const Claim& over, const Claim& admission, bool swapped) {
  Comparison best;
  for (const std::uint32_t id : knowledge_.clashes_of(over.frame)) {
    const Clash& clash = knowledge_.clashes[id];
    if (clash.second != admission.frame) continue;
    best.verdict = std::max(best.verdict, Verdict::compatible);
    if (!holds(clash, over, admission) || !conditions_fit(over, admission)) continue;
    say("clash", clash.message, true);
    const bool loose = admission.hedged || (admission.degree && admission.degree->high <= mild);
    const bool both_loose = over.hedged && loose && !admission.quantity;
    const bool asked = clash.query || both_loose ||
                       (clash.tension && over.frame_confidence <= likely) ||
                       (clash.tension && admission.hedged && admission.conditional) ||
                       (over.denied && over.likelihood.high > 0);
    return {asked ? Verdict::query : capped(clash.tension || weak_setting_ || over.hedged),
            ClashKind::declared, static_cast<std::uint16_t>(id), !swapped, swapped};
  }
  if (best.verdict == Verdict::compatible)
    say("clash", "the declared clash between these frames does not hold here", true);
  return best;
}

// "no significant downtime" leaves a day of it, and not weeks
bool Comparer::is_of_much(const Clash& clash) const {
  return knowledge_.frames[clash.first].tension_only && !clash.second_most;
}

// "virtually zero downtime" and "swollen for two days"
bool Comparer::is_all_but(const Claim& denial, const Claim& admission) {
  return denial.hedged && !denial.conditional && admission.quantity && !admission.hedged;
}

bool Comparer::is_said_so(const Clash& clash, const Claim& over, const Claim& admission) const {
  switch (clash.first_is) {
    case Clash::First::affirmed:
      return !over.denied;
    case Clash::First::denied:
      return over.denied &&
             (over.likelihood.high == 0 || is_all_but(over, admission) ||
              (is_as_good_as_none(over) && is_open_ended(admission) && !admission.hedged));
    case Clash::First::universal:
      return !over.denied && over.universal && !over.hedged;
    case Clash::First::slight:
      return over.degree && (over.denied ? over.degree->low >= strong && is_of_much(clash)
                                         : over.degree->high <= little);
    case Clash::First::hardly:
      return !over.denied && over.degree && over.degree->high <= little &&
             over.degree->low < noticeable;
  }
  return false;
}

bool Comparer::holds(const Clash& clash, const Claim& over, const Claim& admission) const {
  if (!is_said_so(clash, over, admission) || admission.denied || admission.likelihood.high == 0 ||
      excepted(over, admission.meaning) || (clash.second_only && !admission.only) ||
      (clash.second_often && admission.likelihood.low < often))
    return false;
  // "no significant side effects" leaves room for slight ones
  if (clash.first_is == Clash::First::denied && over.degree && over.degree->low > 0 &&
      !is_as_strong(over, admission))
    return false;
  // "virtually zero risk of allergy" denies as well as it can
  if (clash.query && admission.likelihood.low == 0 && admission.likelihood.high < often + 0.01)
    return false;
  // "completely safe" leaves room for skin that is "slightly red", not for "minor side effects"
  if (clash.query && !clash.second_itself && admission.degree && admission.degree->high <= little &&
      !is_flat(over))
    return false;
  // "some results may show at once": no promise that all of it does
  if (clash.first_range && !clash.second_range && over.hedged) return false;
  // A promise lies wholly in its range, an admission begins there.
  if (clash.first_range && !(over.quantity && clash.first_range->low <= over.quantity->range.low &&
                             over.quantity->range.high <= clash.first_range->high))
    return false;
  if (clash.second_range &&
      !(admission.quantity && clash.second_range->low <= admission.quantity->range.low &&
        admission.quantity->range.low <= clash.second_range->high))
    return false;
  // "few side effects" leaves room for one that is rare
  if (clash.first_is == Clash::First::slight && !admission.quantity &&
      admission.likelihood.high < rarely)
    return false;
  // "hardly any pain" leaves room for "mild pain"
  if (clash.first_is == Clash::First::hardly && admission.degree && admission.degree->high <= mild)
    return false;
  if (clash.second_most &&
      !(admission.quantity && clash.second_most->low <= admission.quantity->range.high &&
        admission.quantity->range.high <= clash.second_most->high))
    return false;
  // "back at work immediately" leaves room for none at all
  if (clash.first_is == Clash::First::denied && admission.quantity && !admission.quantity->bound &&
      admission.quantity->range.low == 0)
    return false;
  // Figures clash where one is a small promise and the other several times as much.
  if (over.quantity && admission.quantity &&
      over.quantity->measure == admission.quantity->measure &&
      !(over.quantity->range.high < admission.quantity->range.low &&
        far_apart(*over.quantity, *admission.quantity)) &&
      !(over.quantity->measure == knowledge::Measure::count &&
        reaches_beyond(*over.quantity, *admission.quantity)))
    return false;
  const auto among = [&](const std::vector<ConceptId>& allowed, ConceptId what) {
    return allowed.empty() ||
           (what != knowledge::none && std::ranges::any_of(allowed, [&](ConceptId one) {
              return knowledge_.is_a(what, one);
            }));
  };
  // "minimal side effects" is said of all of them, "a faint scar" of no other
  const bool itself = (clash.first_is == Clash::First::slight ||
                       (clash.first_is == Clash::First::hardly && clash.second_itself)) &&
                      !clash.first_concepts.empty();
  if (itself && std::ranges::find(clash.first_concepts, over.meaning) == clash.first_concepts.end())
    return false;
  if (clash.second_itself &&
      std::ranges::find(clash.second_concepts, admission.meaning) == clash.second_concepts.end())
    return false;
  if (!among(clash.subjects, over.subject) || !among(clash.first_concepts, over.meaning) ||
      !among(clash.second_concepts, admission.meaning))
    return false;
  switch (clash.concepts) {
    case Clash::Concepts::any:
      return true;
    case Clash::Concepts::same:
      return over.meaning == admission.meaning;
    case Clash::Concepts::descendant:
      return knowledge_.is_a(admission.meaning, over.meaning);
  }
  return false;
}

}  // namespace linter::assertions
