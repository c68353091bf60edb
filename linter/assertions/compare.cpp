#include "linter/assertions/compare.h"

#include <algorithm>
#include <array>

#include "linter/assertions/comparer.h"

namespace linter::assertions {

Comparison Comparer::run() {
  if (!both_asserted() || !same_subject() || !is_established()) return {};
  Comparison made = compared();
  const bool wished = first_.force == Force::wish || second_.force == Force::wish;
  if (wished && made.verdict >= Verdict::query) {
    say("force", "one is what people look for, and no plain promise");
    made.verdict = Verdict::query;
  }
  if (half_open_ && made.verdict >= Verdict::query) {
    const bool guess = std::min(first_.subject_confidence, second_.subject_confidence) <= guessed &&
                       !(is_worth_asking(first_) && is_worth_asking(second_));
    say("subject",
        guess ? "one may speak of something else" : "only one says clearly what it speaks of");
    made.verdict = guess ? Verdict::not_comparable : Verdict::query;
  }
  if (open_ && made.verdict >= Verdict::query) {
    const bool asked = is_worth_asking(first_) && is_worth_asking(second_);
    const Verdict most = is_of_one_article() && is_of_words(made) ? Verdict::tension
                         : asked                                  ? Verdict::query
                                                                  : Verdict::not_comparable;
    made.verdict = std::min(made.verdict, most);
  }
  const bool learned = first_.by_example || second_.by_example;
  if (learned && made.verdict > Verdict::query) {
    say("read", "by example, so only a question");
    made.verdict = Verdict::query;
  }
  if (made.verdict == Verdict::query || open_ || learned || is_of_some_cases(made)) made.near = true;
  return made;
}

Comparison Comparer::compared() {
  if (first_.frame == second_.frame) {
    const Comparison same = same_frame();
    const bool is_declared = knowledge_.may_clash(first_.frame, first_.frame);
    if (same.verdict >= Verdict::query || !is_declared) return same;
  }
  Comparison declared = declared_clash(first_, second_, false);
  if (declared.verdict < Verdict::query) declared = declared_clash(second_, first_, true);
  if (declared.verdict == Verdict::not_comparable && first_.frame != second_.frame)
    say("frame", "the two speak of different things: " + frame(first_) + " and " + frame(second_),
        true);
  return declared;
}

void Comparer::say(std::string_view attribute, std::string_view text, bool decides) {
  if (reasons_ != nullptr)
    reasons_->push_back({std::string(attribute), std::string(text), decides});
}

// For what is said: nothing where nobody asks for reasons.
std::string Comparer::label(ConceptId id) const {
  if (reasons_ == nullptr) return {};
  return id == knowledge::none ? "nothing in particular" : knowledge_.concept_of(id).label;
}

std::string Comparer::frame(const Claim& claim) const {
  if (reasons_ == nullptr) return {};
  return claim.frame == knowledge::none ? "none" : knowledge_.frames[claim.frame].id;
}

std::string Comparer::which(const Claim& claim) const {
  return &claim == &first_ ? "the first" : "the second";
}

std::string Comparer::force_of(const Claim& claim) const {
  const std::string force(name(claim.force));
  return claim.force == Force::advice && claim.frame != knowledge::none
             ? force + ", which counts in a frame with advice_states only, and " + frame(claim) +
                   " has none"
             : force;
}

bool Comparer::both_asserted() {
  for (const Claim* claim : {&first_, &second_}) {
    if (claim->voice != Voice::author)
      return say("voice",
                 which(*claim) + " is not the author's own statement (" +
                     std::string(name(claim->voice)) + ")",
                 true),
             false;
    if (claim->force != Force::statement && claim->force != Force::wish)
      return say("force", which(*claim) + " states nothing: it is " + force_of(*claim), true),
             false;
    if (claim->frame == knowledge::none || !knowledge_.frames[claim->frame].compared)
      return say("frame", "statements of " + frame(*claim) + " are not compared", true), false;
  }
  return true;
}

bool Comparer::same_subject() {
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
      "one speaks of " + label(first_.subject) + ", the other of " + label(second_.subject), true);
  return false;
}

// Of two statements that both leave open what they speak of, only a question can be made.
bool Comparer::is_established() {
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
  const bool asked = open_ && !is_guess(first_) && !is_guess(second_) && is_worth_asking(first_) &&
                     is_worth_asking(second_);
  say("subject", "neither says clearly what it speaks of", !asked);
  return asked;
}

// Both are said of what the article is about, by its title or the thing that it names most.
bool Comparer::is_of_one_article() const {
  return std::ranges::none_of(std::array{&first_, &second_}, [&](const Claim* claim) {
    if (claim->subject == knowledge::none || claim->frame_confidence < sure) return true;
    const bool told_by_title = knowledge_.concept_of(claim->subject).stand_in;
    return claim->subject_confidence < (told_by_title ? guessed : likely);
  });
}

// How long, how much, of some or perhaps: other places may speak of others.
bool Comparer::is_of_some_cases(const Comparison& made) const {
  const auto of_some = [](const Claim& claim) { return claim.likelihood.high < 1; };
  const bool other_case = first_.conditional && second_.conditional
                              ? first_.condition != second_.condition
                              : first_.conditional || second_.conditional;
  return made.verdict == Verdict::tension && made.kind == ClashKind::quantity &&
         (of_some(first_) || of_some(second_) || other_case ||
          (first_.hedged && second_.hedged));
}

// A "yes" against a "no", and not figures, which differ from case to case.
bool Comparer::is_of_words(const Comparison& made) const {
  return (made.kind == ClashKind::polarity && !knowledge_.frames[first_.frame].bare_is_certain) ||
         made.kind == ClashKind::exclusive || made.kind == ClashKind::declared;
}

bool Comparer::is_worth_asking(const Claim& claim) const {
  if (claim.subject != knowledge::none && claim.subject_confidence >= of_page) return true;
  const knowledge::TypeId type = knowledge_.concept_of(claim.meaning).type;
  return type != knowledge::none && knowledge_.types[type].open;
}

// A tension at most where something had to be inherited or guessed.
Verdict Comparer::capped(bool tension_only) const {
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

bool Comparer::excepted(const Claim& wide, ConceptId what) const {
  return std::ranges::any_of(wide.exceptions, [&](ConceptId exception) {
    return exception != knowledge::none &&
           (knowledge_.is_a(what, exception) || knowledge_.is_a(exception, what));
  });
}

bool Comparer::conditions_fit(const Claim& wide, const Claim& narrow) {
  // Two statements under different conditions or in different places do not meet; an
  // unconditional denial or universal covers every condition.
  // "You feel nothing during the session" and "each pulse stings", which is not said of afterwards
  if (wide.phase == Phase::during && narrow.phase == Phase::apart)
    return say("time", which(wide) + " speaks of the time while it is done only", true), false;
  // "a painless treatment", "comfortable and relaxing", and "sore for a day"
  const bool is_of_itself =
      wide.phase == Phase::itself || (!wide.denied && wide.frame != narrow.frame);
  if (is_of_itself && narrow.phase == Phase::apart && narrow.meaning != knowledge::none &&
      knowledge_.concept_of(narrow.meaning).lingers && wide.meaning != narrow.meaning)
    return say("time", which(narrow) + " speaks of what is felt later on", true), false;
  if (wide.phase == Phase::during && narrow.phase == Phase::any) weak_setting_ = true;
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
    return say("site", "one speaks of " + label(wide.site) + ", the other of " + label(narrow.site),
               true),
           false;
  if (narrow.setting != knowledge::none && wide.setting == knowledge::none && !wide.universal)
    weak_setting_ = true;
  return true;
}

Comparison Comparer::result(Verdict verdict, ClashKind kind, bool first_over,
                            bool second_over) const {
  return {verdict, kind, knowledge::none, first_over, second_over};
}

Comparison compare(const knowledge::Knowledge& knowledge, const Claim& first, const Claim& second,
                   std::vector<Reason>* reasons) {
  return Comparer(knowledge, first, second, reasons).run();
}

}  // namespace linter::assertions
