// What clashes in figures, likelihoods and degrees.
#include <algorithm>
#include <array>

#include "linter/assertions/comparer.h"
#include "linter/assertions/figures.h"

namespace linter::assertions {

// Whether both figures are those of everybody and every case.
bool Comparer::are_plain() const {
  return std::ranges::none_of(std::array{&first_, &second_}, [](const Claim* claim) {
    const bool counts = claim->quantity->measure == knowledge::Measure::count;
    return (claim->hedged && !counts) || claim->conditional || claim->likelihood.high < 1 ||
           claim->subject_confidence < sure ||
           claim->quantity->measure == knowledge::Measure::age ||
           claim->quantity->measure == knowledge::Measure::money;
  });
}

// How long one and the same thing lasts, by everybody's measure: "a few days", "24 to 48 hours".
bool Comparer::is_one_effect() const {
  const knowledge::Concept& meaning = knowledge_.concept_of(first_.meaning);
  return first_.meaning == second_.meaning && !meaning.has_children && !first_.degree &&
         !second_.degree && first_.quantity->measure == knowledge::Measure::time &&
         first_.population == second_.population;
}

// Whether the author may be asked which of two figures holds, or for whom each does.
bool Comparer::are_asked_about(const Quantity& a, const Quantity& b) const {
  const knowledge::Concept& meaning = knowledge_.concept_of(first_.meaning);
  const bool one_thing =
      knowledge_.frames[first_.frame].of_subject ||
      (first_.meaning == second_.meaning && !(meaning.has_children && meaning.parents.empty()));
  const bool both_usual = first_.likelihood.high > 0.5 && second_.likelihood.high > 0.5;
  const bool one_strength =
      !first_.degree || !second_.degree || first_.degree->overlaps(*second_.degree);
  // "a few days" and "three to five days"
  const auto holds = [](const Interval& range, const Interval& one) {
    return range.low <= one.low && one.high <= range.high;
  };
  const bool precise = knowledge_.frames[first_.frame].of_subject;
  // "up to two weeks" and "up to four weeks" are two answers
  const bool two_limits =
      a.bound == knowledge::Bound::maximum && b.bound == knowledge::Bound::maximum;
  const bool held = !two_limits && !is_far_within(a, b) && !is_far_within(b, a) &&
                    (holds(a.range, b.range) || holds(b.range, a.range));
  return one_thing && both_usual && one_strength && (precise || !held) && are_at_variance(a, b);
}

// "painless" in one place, and "virtually painless" in another
Comparison Comparer::flat_and_qualified() {
  constexpr double seldom = 0.5;
  const auto is_qualified = [](const Claim& claim) {
    return claim.denied && !claim.conditional && !claim.degree && claim.likelihood.high > 0 &&
           claim.likelihood.high <= seldom;
  };
  if (!knowledge_.frames[first_.frame].befalls) return {};
  const bool first_flat = is_flat(first_) && is_qualified(second_);
  if (!first_flat && !(is_flat(second_) && is_qualified(first_))) return {};
  say("polarity", "one rules it out, the other nearly", true);
  return result(Verdict::query, ClashKind::likelihood, first_flat, !first_flat);
}

// "at least a year" and "six to nine months"
bool Comparer::is_beyond(const Quantity& limit, const Quantity& other) {
  using knowledge::Bound;
  if (limit.measure != knowledge::Measure::time || other.bound) return false;
  return limit.bound == Bound::minimum   ? other.range.high < limit.range.low
         : limit.bound == Bound::maximum ? limit.range.high < other.range.low
                                         : false;
}

// "just six" and "six to eight"; two prices
bool Comparer::may_differ(const Quantity& a, const Quantity& b) const {
  if (a.measure == knowledge::Measure::count) return are_plain() && one_of_several(a, b);
  return a.measure == knowledge::Measure::money && are_two_figures(a, b) && !far_apart(a, b) &&
         !first_.conditional && !second_.conditional && !first_.hedged && !second_.hedged;
}

// Whether it is of a measure that a pack declares ("kWh").
bool Comparer::is_of_pack(const Quantity& quantity) {
  return quantity.measure > knowledge::Measure::frequency;
}

// Two limits that are not the same: "holds up to 120 kg" and "the limit is 100 kg".
bool Comparer::are_two_limits(const Quantity& a, const Quantity& b) {
  using knowledge::Bound;
  return (a.bound == Bound::maximum && b.bound == Bound::maximum &&
          a.range.high != b.range.high) ||
         (a.bound == Bound::minimum && b.bound == Bound::minimum && a.range.low != b.range.low);
}

// Whether one is said of a place on the body or of people that the other does not speak of: "fewer
// than five for the bikini line", "several days with acne".
bool Comparer::is_of_a_case(const Claim& one, const Claim& other) const {
  const bool of_some = one.population != knowledge::none &&
                       !knowledge_.concept_of(one.population).has_children &&
                       one.quantity && one.quantity->measure != knowledge::Measure::age;
  return (one.site != knowledge::none && other.site == knowledge::none) ||
         (of_some && other.population == knowledge::none);
}

// "Redness lasts two days", "your face will be red for a week": most effects have one place.
bool Comparer::is_one_effect_of_a_place() const {
  return !knowledge_.frames[first_.frame].of_subject && first_.population == second_.population;
}

// "The tingling is over in minutes", "side effects fade within days": how long one kind lasts.
bool Comparer::is_part_of(const Claim& part, const Claim& whole) const {
  return is_time_of_effect(part) && part.meaning != whole.meaning &&
         knowledge_.is_a(part.meaning, whole.meaning);
}

// How long something lasts that befalls people.
bool Comparer::is_time_of_effect(const Claim& claim) const {
  const knowledge::FrameId usual =
      knowledge_.default_frame(knowledge_.concept_of(claim.meaning).type);
  return claim.quantity->measure == knowledge::Measure::time && usual != knowledge::none &&
         knowledge_.frames[usual].befalls;
}

// Figures of a case and of all cases may both hold.
Comparison Comparer::figures() {
  Comparison made = intervals();
  if (made.kind == ClashKind::quantity &&
      (is_of_a_case(first_, second_) || is_of_a_case(second_, first_)))
    made.verdict = std::min(made.verdict, is_one_effect_of_a_place() ? Verdict::tension
                                                                      : Verdict::query);
  return made;
}

Comparison Comparer::intervals() {
  if (!conditions_fit(first_, second_) || !conditions_fit(second_, first_)) return {};
  if (first_.population != second_.population && first_.population != knowledge::none &&
      second_.population != knowledge::none)
    return say("population", "they speak of different people", true), Comparison{};
  const bool tension_only = knowledge_.frames[first_.frame].tension_only || first_.conditional ||
                            second_.conditional || first_.hedged || second_.hedged || implied_;
  if (first_.quantity && second_.quantity) {
    const Quantity& a = *first_.quantity;
    const Quantity& b = *second_.quantity;
    if (limits_far_apart(first_, second_) || limits_far_apart(second_, first_)) {
      say("quantity", "the longest that one allows is far beyond that of the other", true);
      const bool first_lower = a.range.high < b.range.high;
      return result(Verdict::tension, ClashKind::quantity, first_lower, !first_lower);
    }
    using knowledge::Bound;
    const bool both_from = a.bound == Bound::minimum && b.bound == Bound::minimum;
    if (a.measure == knowledge::Measure::age && both_from && a.range.low != b.range.low)
      return say("quantity", "two ages from which it is fit", true),
             result(Verdict::tension, ClashKind::quantity, a.range.low < b.range.low,
                    b.range.low < a.range.low);
    const knowledge::Frame& shape = knowledge_.frames[first_.frame];
    const bool varies = !shape.bare_is_certain &&
                        (shape.tension_only ||
                         (shape.of_subject && a.measure != knowledge::Measure::age));
    const bool overlap = a.range.overlaps(b.range);
    if ((shape.bare_is_certain || is_of_pack(a)) && overlap && are_two_limits(a, b) &&
        !first_.conditional && !second_.conditional) {
      say("quantity", "they set two limits", true);
      return result(Verdict::tension, ClashKind::quantity, false, false);
    }
    if ((shape.of_subject || is_one_effect()) && (overlap || (varies && !far_apart(a, b))) &&
        are_plain() && differ(a, b)) {
      say("quantity", "one article gives two figures for it", true);
      Comparison made = result(Verdict::tension, ClashKind::quantity, false, false);
      made.near = true;
      return made;
    }
    if (shape.of_subject && !shape.bare_is_certain && may_differ(a, b)) {
      say("quantity", "one article gives two figures, which may be of two cases", true);
      return result(Verdict::query, ClashKind::quantity, false, false);
    }
    if (!far_apart(a, b) && (goes_deeper(a, b) || goes_deeper(b, a))) {
      say("quantity", "one goes deeper than the other allows", true);
      return result(Verdict::query, ClashKind::quantity, goes_deeper(b, a), goes_deeper(a, b));
    }
    const bool asked = are_asked_about(a, b);
    if (asked && (overlap || (varies && !far_apart(a, b) && !are_plain()))) {
      say("quantity", "one article gives two figures, which may be of two cases", true);
      return result(Verdict::query, ClashKind::quantity, false, false);
    }
    if (overlap)
      return say("quantity", "the two ranges overlap", true),
             result(Verdict::compatible, ClashKind::none, false, false);
    const bool first_lower = a.range.high < b.range.low;
    if (first_lower ? is_part_of(first_, second_) : is_part_of(second_, first_))
      return say("quantity", "one kind of it may be over before the rest", true),
             result(Verdict::compatible, ClashKind::none, false, false);
    if (shape.of_subject && !far_apart(a, b) && are_plain() &&
        (is_beyond(a, b) || is_beyond(b, a))) {
      say("quantity", "one gives a limit, and the other lies beyond it", true);
      Comparison made = result(Verdict::tension, ClashKind::quantity, false, false);
      made.near = true;
      return made;
    }
    if (varies && !far_apart(a, b) && is_of_pack(a) && are_plain()) {
      say("quantity", "the two ranges do not overlap", true);
      Comparison made = result(Verdict::tension, ClashKind::quantity, first_lower, !first_lower);
      made.near = true;
      return made;
    }
    if (varies && !far_apart(a, b))
      return say("quantity", "the two figures can be those of two cases", true),
             result(Verdict::compatible, ClashKind::none, false, false);
    say("quantity", "the two ranges do not overlap", true);
    // "an hour" and "a few hours": nobody measures redness so
    constexpr double day = 86400;
    const bool within_a_day =
        is_time_of_effect(first_) && std::max(a.range.high, b.range.high) < day;
    return result(capped(tension_only || within_a_day), ClashKind::quantity, first_lower,
                  !first_lower);
  }
  if (const Comparison flat = flat_and_qualified(); flat.verdict == Verdict::query) return flat;
  // "Some side effects are common, others rare": the head of a family has no one likelihood.
  const knowledge::Concept& meaning = knowledge_.concept_of(first_.meaning);
  const bool one_thing = !meaning.has_children || !meaning.parents.empty();
  // "Severe pain is rare" and "slight pain is common" go together.
  const bool one_strength = first_.degree.has_value() == second_.degree.has_value() &&
                            (!first_.degree || first_.degree->overlaps(*second_.degree));
  const bool by_default =
      knowledge_.default_frame(knowledge_.concept_of(first_.meaning).type) == first_.frame;
  if (!one_thing && knowledge_.frames[first_.frame].befalls &&
      (is_seldom_and_usual(first_, second_) || is_seldom_and_usual(second_, first_))) {
    say("likelihood", "one says that it is rare, the other that some of it is common", true);
    const bool first_rarer = first_.likelihood.high < second_.likelihood.high;
    return result(Verdict::query, ClashKind::likelihood, first_rarer, !first_rarer);
  }
  // Words of degree and frequency are loose; of what the article is about as a whole they say
  // little.
  const bool rated = (by_default || knowledge_.frames[first_.frame].bare_is_certain) &&
                     first_.subject_confidence >= sure && second_.subject_confidence >= sure;
  if (one_thing && rated && one_strength && !first_.likelihood.overlaps(second_.likelihood)) {
    say("likelihood", "how often each says it happens cannot agree", true);
    const bool first_rarer = first_.likelihood.high < second_.likelihood.low;
    return result(capped(tension_only), ClashKind::likelihood, first_rarer, !first_rarer);
  }
  const bool both_usual = first_.likelihood.high > 0.5 && second_.likelihood.high > 0.5;
  if (one_thing && by_default && rated && both_usual && first_.degree && second_.degree &&
      !first_.degree->overlaps(*second_.degree)) {
    say("degree", "how strong each says it is cannot agree", true);
    const bool first_weaker = first_.degree->high < second_.degree->low;
    return result(Verdict::tension, ClashKind::degree, first_weaker, !first_weaker);
  }
  if (is_all_against_some(first_, second_) || is_all_against_some(second_, first_)) {
    say("quantifier", "one says all, the other most or some", true);
    return result(Verdict::tension, ClashKind::likelihood, first_.universal, second_.universal);
  }
  say("attributes", "nothing stated by both differs", true);
  return result(Verdict::compatible, ClashKind::none, false, false);
}

// "There is a small chance of complications" and "common complications are"
bool Comparer::is_seldom_and_usual(const Claim& seldom, const Claim& usual) {
  constexpr double rare = 0.25;
  constexpr double common = 0.04;
  return seldom.likelihood.low < some_of_them && seldom.likelihood.high <= rare &&
         !seldom.degree && usual.likelihood.low >= common;
}

// "safe for all skin types" and "safe for most skin types"
bool Comparer::is_all_against_some(const Claim& all, const Claim& some) {
  return all.universal && all.likelihood.low == 1 && !some.universal && !some.hedged &&
         some.likelihood.low > least_telling && some.likelihood.low < 0.9;
}

}  // namespace linter::assertions
