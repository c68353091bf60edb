// What clashes within one frame: a denial and an admission, values that rule each other out,
// comparisons the other way round, "only".
#include <algorithm>

#include "linter/assertions/comparer.h"
#include "linter/assertions/figures.h"

namespace linter::assertions {

Comparison Comparer::same_frame() {
  say("frame", "both say " + frame(first_));
  if (knowledge_.frames[first_.frame].comparison) return comparisons();
  if (knowledge_.are_exclusive(first_.meaning, second_.meaning)) return exclusive_values();
  if (first_.only != second_.only && excludes_others()) return only_one();
  const bool below_first = knowledge_.is_a(second_.meaning, first_.meaning);
  const bool below_second = knowledge_.is_a(first_.meaning, second_.meaning);
  if (!below_first && !below_second)
    return say("concept",
               label(first_.meaning) + " and " + label(second_.meaning) + " are different things",
               true),
           Comparison{};
  if (first_.denied != second_.denied) return polarity(below_first, below_second);
  if (first_.meaning != second_.meaning && measure_kinds()) return figures();
  if (first_.meaning != second_.meaning) return family_and_kind(below_first);
  return figures();
}

// "Side effects are rare" and "some swelling is normal"
Comparison Comparer::family_and_kind(bool below_first) {
  constexpr double rare = 0.1;
  constexpr double usual = 0.04;
  const Claim& family = below_first ? first_ : second_;
  const Claim& kind = below_first ? second_ : first_;
  // "rare side effects" are those of them that are rare: of those there are some
  const bool seldom = !family.denied && !family.degree && family.likelihood.low < some_of_them &&
                      family.likelihood.high <= rare;
  const bool often = !kind.denied && !kind.degree && kind.likelihood.low >= usual &&
                     kind.likelihood.low > family.likelihood.low;
  if (knowledge_.frames[first_.frame].befalls && seldom && often && conditions_fit(family, kind) &&
      !excepted(family, kind.meaning)) {
    say("likelihood", "all of it is said to be rare, and a kind of it usual", true);
    return result(Verdict::query, ClashKind::likelihood, below_first, !below_first);
  }
  // "mild side effects" and "severe swelling"
  const bool stronger = !family.denied && !kind.denied && family.degree && kind.degree &&
                        family.degree->low > 0 && family.degree->high < kind.degree->low &&
                        kind.likelihood.high > rare;
  if (knowledge_.frames[first_.frame].befalls && stronger && conditions_fit(family, kind)) {
    say("degree", "all of it is said to be slight, and a kind of it strong", true);
    return result(Verdict::query, ClashKind::degree, below_first, !below_first);
  }
  say("concept", "one is a kind of the other; neither denies it", true);
  return result(Verdict::compatible, ClashKind::none, false, false);
}

// How long all of it lasts bounds how long a kind of it does; figures far apart are at odds.
bool Comparer::measure_kinds() {
  const ConceptId wide =
      knowledge_.is_a(second_.meaning, first_.meaning) ? first_.meaning : second_.meaning;
  implied_ = knowledge_.concept_of(wide).parents.empty() && first_.quantity && second_.quantity &&
             first_.quantity->measure == knowledge::Measure::time &&
             second_.quantity->measure == knowledge::Measure::time &&
             far_apart(*first_.quantity, *second_.quantity);
  return implied_;
}

// The concept that names the other as exclusive is the one that promises.
bool Comparer::promises(ConceptId one, ConceptId other) const {
  return std::ranges::any_of(knowledge_.concept_of(one).exclusive,
                             [&](ConceptId excluded) { return knowledge_.is_a(other, excluded); });
}

Comparison Comparer::exclusive_values() {
  if (first_.denied || second_.denied)
    return say("polarity", "one of the two exclusive values is denied", true),
           result(Verdict::compatible, ClashKind::none, false, false);
  if (!conditions_fit(first_, second_) && !conditions_fit(second_, first_)) return {};
  say("value", label(first_.meaning) + " and " + label(second_.meaning) + " rule each other out",
      true);
  // "Many see a permanent result": not everybody
  const auto of_some = [](const Claim& claim) {
    return claim.likelihood.low < 0.5 &&
           (claim.likelihood.low > least_telling || claim.likelihood.high < 1);
  };
  const bool loose = first_.hedged || second_.hedged || of_some(first_) || of_some(second_);
  return result(capped(knowledge_.frames[first_.frame].tension_only || loose), ClashKind::exclusive,
                promises(first_.meaning, second_.meaning),
                promises(second_.meaning, first_.meaning));
}

// "more painful than" against "less painful than"
Comparison Comparer::comparisons() {
  if (first_.meaning != second_.meaning || first_.condition != second_.condition)
    return say("comparison", "they compare different things, or in different respects", true),
           Comparison{};
  if (first_.denied == second_.denied)
    return say("comparison", "both compare them the same way round", true),
           result(Verdict::compatible, ClashKind::none, false, false);
  if (first_.likelihood == as_much_or_less && second_.likelihood == as_much_or_less)
    return say("comparison", "neither has more of it than the other", true),
           result(Verdict::compatible, ClashKind::none, false, false);
  say("comparison", "one has more of it in the first, the other in the second", true);
  return result(capped(first_.hedged || second_.hedged), ClashKind::reversed, false, false);
}

// "Only a doctor" leaves no room for a beautician.
bool Comparer::excludes_others() const {
  return knowledge_.frames[first_.frame].only_excludes && !first_.denied && !second_.denied &&
         knowledge_.concept_of(first_.meaning).type ==
             knowledge_.concept_of(second_.meaning).type &&
         !knowledge_.is_a(first_.meaning, second_.meaning) &&
         !knowledge_.is_a(second_.meaning, first_.meaning);
}

Comparison Comparer::only_one() {
  if (!conditions_fit(first_, second_) && !conditions_fit(second_, first_)) return {};
  const Claim& narrow = first_.only ? first_ : second_;
  const Claim& other = first_.only ? second_ : first_;
  if (excepted(narrow, other.meaning))
    return say("exception", label(other.meaning) + " stands beside it", true),
           result(Verdict::compatible, ClashKind::none, false, false);
  say("value", "only " + label(narrow.meaning) + " leaves no room for " + label(other.meaning),
      true);
  // What "can" or "may" be done is permitted, not doubtful.
  return result(capped(knowledge_.frames[first_.frame].tension_only), ClashKind::exclusive,
                !first_.only, first_.only);
}

// Whether what is admitted reaches into the strength that is denied: "no severe pain" leaves room
// for "moderate pain".
bool Comparer::is_as_strong(const Claim& denial, const Claim& admission) {
  constexpr double clearly = 0.5;
  return admission.degree && admission.degree->overlaps(*denial.degree) &&
         admission.degree->high > denial.degree->low + clearly;
}

// "painless", and not "painless for most" or "if it is done well"
bool Comparer::is_flat(const Claim& denial) {
  return denial.denied && denial.likelihood.high == 0 && !denial.hedged && !denial.conditional &&
         !denial.degree;
}

// "It should not hurt", "practically no side effects"
bool Comparer::is_as_good_as_none(const Claim& denial) {
  constexpr double next_to_never = 0.05;
  return denial.denied && denial.likelihood.high > 0 && denial.likelihood.high <= next_to_never &&
         !denial.conditional && !denial.degree;
}

// That it happens, or can, and nobody says that it is rare or slight: "can cause discomfort"
bool Comparer::is_open_ended(const Claim& admission) {
  constexpr double mild = 3;
  return admission.likelihood.high >= 1 && !(admission.degree && admission.degree->high <= mild);
}

// "fit for everyone", "all colours can be removed"
bool Comparer::is_promised_to_all(const Claim& admission) {
  return admission.universal && !admission.denied && admission.likelihood.low == 1;
}

// "fit for everyone" and "not for children": whoever is left out was promised it, too.
Comparison Comparer::all_but_one(const Claim& denial, const Claim& admission, bool first_denies) {
  if (excepted(admission, denial.meaning))
    return say("exception", label(denial.meaning) + " is left out of all", true),
           result(Verdict::compatible, ClashKind::none, false, false);
  if (!conditions_fit(admission, denial)) return {};
  if (denial.likelihood.overlaps(admission.likelihood))
    return say("likelihood", "how often each says it holds can agree", true),
           result(Verdict::compatible, ClashKind::none, false, false);
  say("quantifier", "one says all, the other leaves out " + label(denial.meaning), true);
  const bool loose = denial.hedged || admission.hedged || denial.conditional || weak_setting_ ||
                     knowledge_.frames[first_.frame].tension_only;
  return result(capped(loose), ClashKind::polarity, !first_denies, first_denies);
}

// Denying a parent denies its children, never the reverse. What is promised to all is promised to
// each of them.
Comparison Comparer::polarity(bool below_first, bool below_second) {
  const bool first_denies = first_.denied;
  const Claim& denial = first_denies ? first_ : second_;
  const Claim& admission = first_denies ? second_ : first_;
  if (is_promised_to_all(admission) && knowledge_.is_a(denial.meaning, admission.meaning) &&
      denial.meaning != admission.meaning)
    return all_but_one(denial, admission, first_denies);
  implied_ = knowledge_.concept_of(admission.meaning).means_any;
  if (!(first_denies ? below_first : below_second) && !implied_)
    return say("concept",
               "denying " + label(denial.meaning) + " does not deny " + label(admission.meaning),
               true),
           result(Verdict::compatible, ClashKind::none, false, false);
  if (excepted(denial, admission.meaning))
    return say("exception", "the denial excepts " + label(admission.meaning), true),
           result(Verdict::compatible, ClashKind::none, false, false);
  // What promises more: the denial of a risk, or the promise of a benefit that the other side
  // limits.
  const bool promise = admission.likelihood.low > 0.5 && denial.likelihood.high > 0.5;
  const bool benefit = knowledge_.frames[first_.frame].bare_is_certain;
  if (benefit ? !conditions_fit(admission, denial) : !conditions_fit(denial, admission)) return {};
  // "in a single visit it does not go away": under a condition of its own
  if (denial.conditional && !denial.hedged && !admission.universal && denial.condition != admission.condition &&
      !knowledge_.frames[first_.frame].befalls)
    return say("condition", "the denial holds only under a condition", true), Comparison{};
  const bool of_stronger =
      denial.degree && denial.degree->low > 0 && !is_as_strong(denial, admission);
  // "no harmful side effects": whether redness is one, readers judge for themselves
  constexpr double slight = 1;
  const bool harmless = denial.degree && denial.degree->low > 0 && denial.degree->low <= slight;
  if (of_stronger && !(harmless && !admission.degree))
    return say("degree", "the denial is of a stronger kind only", true),
           result(Verdict::compatible, ClashKind::none, false, false);
  if (admission.population != knowledge::none && denial.population != knowledge::none &&
      !knowledge_.is_a(admission.population, denial.population) && !denial.universal)
    return say("population",
               "one speaks of " + label(denial.population) + ", the other of " +
                   label(admission.population),
               true),
           Comparison{};
  // "not for people with active acne" and "great for people who are short of time"
  const bool itself = denial.population == denial.meaning &&  // "not for babies"
                      !knowledge_.concept_of(denial.meaning).has_children;
  if (denial.population != knowledge::none && admission.population == knowledge::none && !itself &&
      !admission.universal && knowledge_.is_a(admission.meaning, denial.meaning) &&
      knowledge_.concept_of(denial.meaning).type ==
          knowledge_.concept_of(denial.population).type)
    return say("population", "one speaks of " + label(denial.population) + " only", true),
           Comparison{};
  // "no side effects" and "minimal risk": which of the two, only the author knows
  if (admission.degree && admission.degree->low == 0 && is_flat(denial))
    return say("degree", "one rules it out, the other leaves a little", true),
           result(Verdict::query, ClashKind::degree, first_denies, !first_denies);
  if (admission.degree && admission.degree->low == 0)
    return say("degree", "the other may mean none at all", true),
           result(Verdict::compatible, ClashKind::none, false, false);
  // "practically painless" leaves a few
  const bool nearly = denial.likelihood.high > 0 && denial.likelihood.high < 0.5;
  if (nearly && admission.degree && admission.degree->low < 1)
    return say("degree", "what is nearly absent can be slight", true),
           result(Verdict::compatible, ClashKind::none, false, false);
  const bool agree = denial.likelihood.overlaps(admission.likelihood);
  if (agree && is_as_good_as_none(denial) && is_open_ended(admission))
    return say("likelihood", "one all but rules it out, the other says that it happens", true),
           result(Verdict::query, ClashKind::likelihood, first_denies, !first_denies);
  // "It might not grow back", "it could grow back"
  const bool open = denial.hedged && !knowledge_.frames[first_.frame].befalls &&
                    admission.likelihood.low < least_telling && !admission.universal;
  if (agree || open)
    return say("likelihood", "how often each says it happens can agree", true),
           result(Verdict::compatible, ClashKind::none, false, false);
  say("polarity",
      "one denies " + label(denial.meaning) + ", the other states " + label(admission.meaning),
      true);
  // "no discomfort" and "with minimal discomfort" differ in degree.
  const bool hardly = admission.degree && admission.degree->low < 0.5 &&
                      admission.degree->high <= 2 && admission.likelihood.low < 0.01 &&
                      admission.likelihood.high >= 1;
  const bool tension_only = knowledge_.frames[first_.frame].tension_only || weak_setting_ ||
                            denial.hedged || harmless || hardly || nearly ||
                            (implied_ && denial.meaning != admission.meaning);
  return result(capped(tension_only || promise), ClashKind::polarity, first_denies != promise,
                first_denies == promise);
}

}  // namespace linter::assertions
