#include "linter/assertions/compare.h"

#include <algorithm>
#include <array>

#include "linter/assertions/figures.h"

namespace linter::assertions {

using knowledge::Clash;
using knowledge::Knowledge;

namespace {

constexpr double mild = 3;      // a degree up to it
constexpr double least = 1e-6;  // from here on a likelihood says more than that it is possible

// Runs the comparison top down; each step either ends it or lets it go on.
class Comparer {
 public:
  Comparer(const Knowledge& knowledge, const Claim& first, const Claim& second,
           std::vector<Reason>* reasons)
      : knowledge_(knowledge), first_(first), second_(second), reasons_(reasons) {}

  Comparison run() {
    if (!both_asserted() || !same_subject() || !is_established()) return {};
    Comparison made = compared();
    if (half_open_ && made.verdict >= Verdict::query) {
      say("subject", "only one says clearly what it speaks of");
      made.verdict = Verdict::query;
    }
    if (open_ && made.verdict >= Verdict::query) {
      const bool asked = is_worth_asking(first_) && is_worth_asking(second_);
      const Verdict most = is_of_one_article() && is_of_words(made) ? Verdict::tension
                           : asked                                  ? Verdict::query
                                                                    : Verdict::not_comparable;
      made.verdict = std::min(made.verdict, most);
    }
    if (made.verdict == Verdict::query || open_) made.near = true;
    return made;
  }

 private:
  Comparison compared() {
    if (first_.frame == second_.frame) {
      const Comparison same = same_frame();
      if (same.verdict >= Verdict::query || !is_declared(first_.frame)) return same;
    }
    Comparison declared = declared_clash(first_, second_, false);
    if (declared.verdict < Verdict::query) declared = declared_clash(second_, first_, true);
    if (declared.verdict == Verdict::not_comparable && first_.frame != second_.frame)
      say("frame", "the two speak of different things: " + frame(first_) + " and " + frame(second_),
          true);
    return declared;
  }

  void say(std::string_view attribute, std::string_view text, bool decides = false) {
    if (reasons_ != nullptr)
      reasons_->push_back({std::string(attribute), std::string(text), decides});
  }
  // Whether a clash is declared between two statements of one frame.
  [[nodiscard]] bool is_declared(FrameId one) const {
    return std::ranges::any_of(knowledge_.clashes, [&](const Clash& clash) {
      return clash.first == one && clash.second == one;
    });
  }
  // For what is said: nothing where nobody asks for reasons.
  [[nodiscard]] std::string label(ConceptId id) const {
    if (reasons_ == nullptr) return {};
    return id == knowledge::none ? "nothing in particular" : knowledge_.concept_of(id).label;
  }
  [[nodiscard]] std::string frame(const Claim& claim) const {
    if (reasons_ == nullptr) return {};
    return claim.frame == knowledge::none ? "none" : knowledge_.frames[claim.frame].id;
  }

  [[nodiscard]] std::string which(const Claim& claim) const {
    return &claim == &first_ ? "the first" : "the second";
  }
  [[nodiscard]] std::string force_of(const Claim& claim) const {
    const std::string force(name(claim.force));
    return claim.force == Force::advice && claim.frame != knowledge::none
               ? force + ", which counts in a frame with advice_states only, and " + frame(claim) +
                     " has none"
               : force;
  }

  bool both_asserted() {
    for (const Claim* claim : {&first_, &second_}) {
      if (claim->voice != Voice::author)
        return say("voice",
                   which(*claim) + " is not the author's own statement (" +
                       std::string(name(claim->voice)) + ")",
                   true),
               false;
      if (claim->force != Force::statement)
        return say("force", which(*claim) + " states nothing: it is " + force_of(*claim), true),
               false;
      if (claim->frame == knowledge::none || !knowledge_.frames[claim->frame].compared)
        return say("frame", "statements of " + frame(*claim) + " are not compared", true), false;
    }
    return true;
  }

  bool same_subject() {
    if (first_.subject == second_.subject) {
      say("subject", "both speak of " + label(first_.subject));
      return true;
    }
    // Something said of a parent is said of its kinds only where it is said of all of them.
    const auto covers = [&](const Claim& wide, const Claim& narrow) {
      return wide.subject != knowledge::none && narrow.subject != knowledge::none &&
             (wide.universal || (wide.denied && wide.likelihood.high == 0)) &&
             knowledge_.is_a(narrow.subject, wide.subject);
    };
    if (covers(first_, second_) || covers(second_, first_)) {
      inherited_subject_ = true;
      say("subject", "what is said of all kinds holds for " +
                         label(covers(first_, second_) ? second_.subject : first_.subject));
      return true;
    }
    say("subject",
        "one speaks of " + label(first_.subject) + ", the other of " + label(second_.subject),
        true);
    return false;
  }

  // Of two statements that both leave open what they speak of, only a question can be made.
  bool is_established() {
    const auto is_open = [](const Claim& claim) {
      return claim.subject == knowledge::none || claim.subject_confidence < sure ||
             claim.frame_confidence < sure;
    };
    const auto is_guess = [](const Claim& claim) {
      return claim.subject_confidence < sure && claim.frame_confidence < sure;
    };
    open_ = is_open(first_) && is_open(second_);
    // Where both leave it to the article what they speak of, it is one thing for both.
    half_open_ = first_.subject != knowledge::none &&
                 !knowledge_.concept_of(first_.subject).stand_in &&
                 (first_.subject_confidence < sure) != (second_.subject_confidence < sure);
    if (open_ && is_of_one_article()) return true;
    if (!open_ && !is_guess(first_) && !is_guess(second_)) return true;
    const bool asked = open_ && !is_guess(first_) && !is_guess(second_) &&
                       is_worth_asking(first_) && is_worth_asking(second_);
    say("subject", "neither says clearly what it speaks of", !asked);
    return asked;
  }

  // Both are said of what the article is about, by its title or the thing that it names most.
  [[nodiscard]] bool is_of_one_article() const {
    return std::ranges::none_of(std::array{&first_, &second_}, [&](const Claim* claim) {
      if (claim->subject == knowledge::none || claim->frame_confidence < sure) return true;
      const bool told_by_title = knowledge_.concept_of(claim->subject).stand_in;
      return claim->subject_confidence < (told_by_title ? guessed : likely);
    });
  }
  // A "yes" against a "no", and not figures, which differ from case to case.
  [[nodiscard]] bool is_of_words(const Comparison& made) const {
    return (made.kind == ClashKind::polarity && !knowledge_.frames[first_.frame].bare_is_certain) ||
           made.kind == ClashKind::exclusive || made.kind == ClashKind::declared;
  }

  [[nodiscard]] bool is_worth_asking(const Claim& claim) const {
    if (claim.subject != knowledge::none && claim.subject_confidence >= likely) return true;
    const knowledge::TypeId type = knowledge_.concept_of(claim.meaning).type;
    return type != knowledge::none && knowledge_.types[type].open;
  }

  // A tension at most where something had to be inherited or guessed.
  [[nodiscard]] Verdict capped(bool tension_only) const {
    const auto weak = [](const Claim& claim) {
      return claim.subject_confidence < sure || claim.frame_confidence < sure;
    };
    // What an article is about that no pack knows is told by its title alone.
    const bool no_subject =
        first_.subject == knowledge::none || knowledge_.concept_of(first_.subject).stand_in;
    return tension_only || inherited_subject_ || no_subject || weak(first_) || weak(second_)
               ? Verdict::tension
               : Verdict::contradiction;
  }

  [[nodiscard]] bool excepted(const Claim& wide, ConceptId what) const {
    return std::ranges::any_of(wide.exceptions, [&](ConceptId exception) {
      return exception != knowledge::none &&
             (knowledge_.is_a(what, exception) || knowledge_.is_a(exception, what));
    });
  }

  bool conditions_fit(const Claim& wide, const Claim& narrow) {
    // Two statements under different conditions or in different places do not meet; an
    // unconditional denial or universal covers every condition.
    if (wide.conditional && wide.condition != narrow.condition)
      return say("condition",
                 which(wide) + " holds only under a condition" +
                     (narrow.conditional ? ", and not that of the other" : ""),
                 true),
             false;
    if (wide.setting != knowledge::none && wide.setting != narrow.setting)
      return say("setting", "one speaks of " + label(wide.setting) + " only", true), false;
    if (wide.site != knowledge::none && narrow.site != knowledge::none &&
        !knowledge_.is_a(wide.site, narrow.site) && !knowledge_.is_a(narrow.site, wide.site))
      return say("site",
                 "one speaks of " + label(wide.site) + ", the other of " + label(narrow.site),
                 true),
             false;
    if (narrow.setting != knowledge::none && wide.setting == knowledge::none && !wide.universal)
      weak_setting_ = true;
    return true;
  }

  Comparison result(Verdict verdict, ClashKind kind, bool first_over, bool second_over) const {
    return {verdict, kind, knowledge::none, first_over, second_over};
  }

  Comparison same_frame() {
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
    if (first_.meaning != second_.meaning && measure_kinds()) return intervals();
    if (first_.meaning != second_.meaning)
      return say("concept", "one is a kind of the other; neither denies it", true),
             result(Verdict::compatible, ClashKind::none, false, false);
    return intervals();
  }

  // How long all of it lasts bounds how long a kind of it does; figures far apart are at odds.
  bool measure_kinds() {
    const ConceptId wide =
        knowledge_.is_a(second_.meaning, first_.meaning) ? first_.meaning : second_.meaning;
    implied_ = knowledge_.concept_of(wide).parents.empty() && first_.quantity && second_.quantity &&
               first_.quantity->measure == knowledge::Measure::time &&
               second_.quantity->measure == knowledge::Measure::time &&
               far_apart(*first_.quantity, *second_.quantity);
    return implied_;
  }

  // The concept that names the other as exclusive is the one that promises.
  [[nodiscard]] bool promises(ConceptId one, ConceptId other) const {
    return std::ranges::any_of(knowledge_.concept_of(one).exclusive, [&](ConceptId excluded) {
      return knowledge_.is_a(other, excluded);
    });
  }

  Comparison exclusive_values() {
    if (first_.denied || second_.denied)
      return say("polarity", "one of the two exclusive values is denied", true),
             result(Verdict::compatible, ClashKind::none, false, false);
    if (!conditions_fit(first_, second_) && !conditions_fit(second_, first_)) return {};
    say("value", label(first_.meaning) + " and " + label(second_.meaning) + " rule each other out",
        true);
    // "Many see a permanent result": not everybody
    const auto of_some = [](const Claim& claim) {
      return claim.likelihood.low < 0.5 &&
             (claim.likelihood.low > least || claim.likelihood.high < 1);
    };
    const bool loose = first_.hedged || second_.hedged || of_some(first_) || of_some(second_);
    return result(capped(knowledge_.frames[first_.frame].tension_only || loose),
                  ClashKind::exclusive, promises(first_.meaning, second_.meaning),
                  promises(second_.meaning, first_.meaning));
  }

  // "more painful than" against "less painful than"
  Comparison comparisons() {
    if (first_.meaning != second_.meaning || first_.condition != second_.condition)
      return say("comparison", "they compare different things, or in different respects", true),
             Comparison{};
    if (first_.denied == second_.denied)
      return say("comparison", "both compare them the same way round", true),
             result(Verdict::compatible, ClashKind::none, false, false);
    say("comparison", "one has more of it in the first, the other in the second", true);
    return result(capped(first_.hedged || second_.hedged), ClashKind::reversed, false, false);
  }

  // "Only a doctor" leaves no room for a beautician.
  [[nodiscard]] bool excludes_others() const {
    return knowledge_.frames[first_.frame].only_excludes && !first_.denied && !second_.denied &&
           knowledge_.concept_of(first_.meaning).type ==
               knowledge_.concept_of(second_.meaning).type &&
           !knowledge_.is_a(first_.meaning, second_.meaning) &&
           !knowledge_.is_a(second_.meaning, first_.meaning);
  }

  Comparison only_one() {
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
  [[nodiscard]] static bool is_as_strong(const Claim& denial, const Claim& admission) {
    constexpr double clearly = 0.5;
    return admission.degree && admission.degree->overlaps(*denial.degree) &&
           admission.degree->high > denial.degree->low + clearly;
  }

  // Denying a parent denies its children, never the reverse.
  Comparison polarity(bool below_first, bool below_second) {
    const bool first_denies = first_.denied;
    const Claim& denial = first_denies ? first_ : second_;
    const Claim& admission = first_denies ? second_ : first_;
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
    if (benefit ? !conditions_fit(admission, denial) : !conditions_fit(denial, admission))
      return {};
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
    if (admission.degree && admission.degree->low == 0)
      return say("degree", "the other may mean none at all", true),
             result(Verdict::compatible, ClashKind::none, false, false);
    // "practically painless" leaves a few
    const bool nearly = denial.likelihood.high > 0 && denial.likelihood.high < 0.5;
    if (nearly && admission.degree && admission.degree->low < 1)
      return say("degree", "what is nearly absent can be slight", true),
             result(Verdict::compatible, ClashKind::none, false, false);
    if (denial.likelihood.overlaps(admission.likelihood))
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

  // Whether both figures are those of everybody and every case.
  [[nodiscard]] bool are_plain() const {
    return std::ranges::none_of(std::array{&first_, &second_}, [](const Claim* claim) {
      const bool counts = claim->quantity->measure == knowledge::Measure::count;
      return (claim->hedged && !counts) || claim->conditional || claim->likelihood.high < 1 ||
             claim->subject_confidence < sure ||
             claim->quantity->measure == knowledge::Measure::age ||
             claim->quantity->measure == knowledge::Measure::money;
    });
  }

  // How long one and the same thing lasts, by everybody's measure: "a few days", "24 to 48 hours".
  [[nodiscard]] bool is_one_effect() const {
    const knowledge::Concept& meaning = knowledge_.concept_of(first_.meaning);
    return first_.meaning == second_.meaning && !meaning.has_children && !first_.degree &&
           !second_.degree && first_.quantity->measure == knowledge::Measure::time &&
           first_.population == second_.population;
  }

  // "at least a year" and "six to nine months"
  [[nodiscard]] static bool is_beyond(const Quantity& limit, const Quantity& other) {
    using knowledge::Bound;
    if (limit.measure != knowledge::Measure::time || other.bound) return false;
    return limit.bound == Bound::minimum   ? other.range.high < limit.range.low
           : limit.bound == Bound::maximum ? limit.range.high < other.range.low
                                           : false;
  }

  // "just six" and "six to eight"; two prices
  [[nodiscard]] bool may_differ(const Quantity& a, const Quantity& b) const {
    if (a.measure == knowledge::Measure::count) return are_plain() && one_of_several(a, b);
    return a.measure == knowledge::Measure::money && are_two_figures(a, b) && !far_apart(a, b) &&
           !first_.conditional && !second_.conditional && !first_.hedged && !second_.hedged;
  }

  Comparison intervals() {
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
      const bool varies =
          shape.tension_only || (shape.of_subject && a.measure != knowledge::Measure::age);
      const bool overlap = a.range.overlaps(b.range);
      if ((shape.of_subject || is_one_effect()) && (overlap || (varies && !far_apart(a, b))) &&
          are_plain() && differ(a, b)) {
        say("quantity", "one article gives two figures for it", true);
        Comparison made = result(Verdict::tension, ClashKind::quantity, false, false);
        made.near = true;
        return made;
      }
      if (shape.of_subject && may_differ(a, b)) {
        say("quantity", "one article gives two figures, which may be of two cases", true);
        return result(Verdict::query, ClashKind::quantity, false, false);
      }
      if (overlap)
        return say("quantity", "the two ranges overlap", true),
               result(Verdict::compatible, ClashKind::none, false, false);
      const bool first_lower = a.range.high < b.range.low;
      if (shape.of_subject && !far_apart(a, b) && are_plain() &&
          (is_beyond(a, b) || is_beyond(b, a))) {
        say("quantity", "one gives a limit, and the other lies beyond it", true);
        Comparison made = result(Verdict::tension, ClashKind::quantity, false, false);
        made.near = true;
        return made;
      }
      if (varies && !far_apart(a, b))
        return say("quantity", "the two figures can be those of two cases", true),
               result(Verdict::compatible, ClashKind::none, false, false);
      say("quantity", "the two ranges do not overlap", true);
      return result(capped(tension_only || first_.hedged || second_.hedged), ClashKind::quantity,
                    first_lower, !first_lower);
    }
    // "Some side effects are common, others rare": the head of a family has no one likelihood.
    const knowledge::Concept& meaning = knowledge_.concept_of(first_.meaning);
    const bool one_thing = !meaning.has_children || !meaning.parents.empty();
    // "Severe pain is rare" and "slight pain is common" go together.
    const bool one_strength = first_.degree.has_value() == second_.degree.has_value() &&
                              (!first_.degree || first_.degree->overlaps(*second_.degree));
    const bool by_default =
        knowledge_.default_frame(knowledge_.concept_of(first_.meaning).type) == first_.frame;
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

  // "safe for all skin types" and "safe for most skin types"
  [[nodiscard]] static bool is_all_against_some(const Claim& all, const Claim& some) {
    return all.universal && all.likelihood.low == 1 && !some.universal && !some.hedged &&
           some.likelihood.low > least && some.likelihood.low < 0.9;
  }

  Comparison declared_clash(const Claim& over, const Claim& admission, bool swapped) {
    Comparison best;
    for (std::size_t id = 0; id < knowledge_.clashes.size(); ++id) {
      const Clash& clash = knowledge_.clashes[id];
      if (clash.first != over.frame || clash.second != admission.frame) continue;
      best.verdict = std::max(best.verdict, Verdict::compatible);
      if (!holds(clash, over, admission) || !conditions_fit(over, admission)) continue;
      say("clash", clash.message, true);
      const bool loose = admission.hedged || (admission.degree && admission.degree->high <= mild);
      const bool both_loose = over.hedged && loose && !admission.quantity;
      const bool asked = clash.query || both_loose ||
                         (clash.tension && over.frame_confidence <= likely) ||
                         (over.denied && over.likelihood.high > 0);
      return {asked ? Verdict::query : capped(clash.tension || weak_setting_ || over.hedged),
              ClashKind::declared, static_cast<std::uint16_t>(id), !swapped, swapped};
    }
    if (best.verdict == Verdict::compatible)
      say("clash", "the declared clash between these frames does not hold here", true);
    return best;
  }

  // "virtually zero downtime" and "swollen for two days"
  [[nodiscard]] static bool is_all_but(const Claim& denial, const Claim& admission) {
    return denial.hedged && !denial.conditional && admission.quantity && !admission.hedged;
  }

  [[nodiscard]] static bool is_said_so(const Clash& clash, const Claim& over,
                                       const Claim& admission) {
    switch (clash.first_is) {
      case Clash::First::affirmed:
        return !over.denied;
      case Clash::First::denied:
        return over.denied && (over.likelihood.high == 0 || is_all_but(over, admission));
      case Clash::First::universal:
        return !over.denied && over.universal && !over.hedged;
      case Clash::First::slight:
        return !over.denied && over.degree && over.degree->high <= 2;
    }
    return false;
  }

  [[nodiscard]] bool holds(const Clash& clash, const Claim& over, const Claim& admission) const {
    if (!is_said_so(clash, over, admission) || admission.denied || admission.likelihood.high == 0 ||
        excepted(over, admission.meaning) || (clash.second_only && !admission.only))
      return false;
    // "no significant side effects" leaves room for slight ones
    if (over.denied && over.degree && over.degree->low > 0 && !is_as_strong(over, admission))
      return false;
    // A promise lies wholly in its range, an admission begins there.
    if (clash.first_range &&
        !(over.quantity && clash.first_range->low <= over.quantity->range.low &&
          over.quantity->range.high <= clash.first_range->high))
      return false;
    if (clash.second_range &&
        !(admission.quantity && clash.second_range->low <= admission.quantity->range.low &&
          admission.quantity->range.low <= clash.second_range->high))
      return false;
    // "back at work immediately" leaves room for none at all
    if (clash.first_is == Clash::First::denied && admission.quantity &&
        !admission.quantity->bound && admission.quantity->range.low == 0)
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

  const Knowledge& knowledge_;
  const Claim& first_;
  const Claim& second_;
  std::vector<Reason>* reasons_;
  bool inherited_subject_ = false;
  bool open_ = false;       // neither says clearly what it speaks of
  bool half_open_ = false;  // one does
  bool weak_setting_ = false;
  bool implied_ = false;  // a kind is denied of what is stated as any of its kinds
};

}  // namespace

Comparison compare(const Knowledge& knowledge, const Claim& first, const Claim& second,
                   std::vector<Reason>* reasons) {
  return Comparer(knowledge, first, second, reasons).run();
}

}  // namespace linter::assertions
