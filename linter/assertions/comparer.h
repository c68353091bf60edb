// One comparison of two claims, from the outside in: who says it and of what, what it says, and
// figures. Internal to compare().
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "linter/assertions/compare.h"

namespace linter::assertions {

// From here on a likelihood says more than that it is possible.
inline constexpr double least_telling = 1e-6;

// Runs the comparison top down; each step either ends it or lets it go on. Both claims outlive it.
class Comparer {
 public:
  Comparer(const knowledge::Knowledge& knowledge, const Claim& first, const Claim& second,
           std::vector<Reason>* reasons)
      : knowledge_(knowledge), first_(first), second_(second), reasons_(reasons) {}

  Comparison run();

 private:
  // compare.cpp
  Comparison compared();
  void say(std::string_view attribute, std::string_view text, bool decides = false);
  // Whether a clash is declared between two statements of one frame.
  // For what is said: nothing where nobody asks for reasons.
  [[nodiscard]] std::string label(ConceptId id) const;
  [[nodiscard]] std::string frame(const Claim& claim) const;
  [[nodiscard]] std::string which(const Claim& claim) const;
  [[nodiscard]] std::string force_of(const Claim& claim) const;
  bool both_asserted();
  bool same_subject();
  // Of two statements that both leave open what they speak of, only a question can be made.
  bool is_established();
  // Both are said of what the article is about, by its title or the thing that it names most.
  [[nodiscard]] bool is_of_one_article() const;
  // Figures of some cases, which only one article can be held to.
  [[nodiscard]] bool is_of_some_cases(const Comparison& made) const;
  // A "yes" against a "no", and not figures, which differ from case to case.
  [[nodiscard]] bool is_of_words(const Comparison& made) const;
  [[nodiscard]] bool is_worth_asking(const Claim& claim) const;
  // A tension at most where something had to be inherited or guessed.
  [[nodiscard]] Verdict capped(bool tension_only) const;
  [[nodiscard]] bool excepted(const Claim& wide, ConceptId what) const;
  bool conditions_fit(const Claim& wide, const Claim& narrow);
  Comparison result(Verdict verdict, ClashKind kind, bool first_over, bool second_over) const;

  // compare_words.cpp
  Comparison same_frame();
  Comparison family_and_kind(bool below_first);
  // How long all of it lasts bounds how long a kind of it does; figures far apart are at odds.
  bool measure_kinds();
  // The concept that names the other as exclusive is the one that promises.
  [[nodiscard]] bool promises(ConceptId one, ConceptId other) const;
  Comparison exclusive_values();
  // "more painful than" against "less painful than"
  Comparison comparisons();
  // "Only a doctor" leaves no room for a beautician.
  [[nodiscard]] bool excludes_others() const;
  Comparison only_one();
  // Whether what is admitted reaches into the strength that is denied: "no severe pain" leaves room
  // for "moderate pain".
  [[nodiscard]] static bool is_as_strong(const Claim& denial, const Claim& admission);
  // "painless", and not "painless for most" or "if it is done well"
  [[nodiscard]] static bool is_flat(const Claim& denial);
  // "It should not hurt", "practically no side effects"
  [[nodiscard]] static bool is_as_good_as_none(const Claim& denial);
  // That it happens, or can, and nobody says that it is rare or slight: "can cause discomfort"
  [[nodiscard]] static bool is_open_ended(const Claim& admission);
  // Denying a parent denies its children, never the reverse.
  Comparison polarity(bool below_first, bool below_second);
  [[nodiscard]] static bool is_promised_to_all(const Claim& admission);
  Comparison all_but_one(const Claim& denial, const Claim& admission, bool first_denies);

  // compare_figures.cpp
  [[nodiscard]] static bool is_of_pack(const Quantity& quantity);
  [[nodiscard]] static bool are_two_limits(const Quantity& a, const Quantity& b);
  // Whether both figures are those of everybody and every case.
  [[nodiscard]] bool are_plain() const;
  // How long one and the same thing lasts, by everybody's measure: "a few days", "24 to 48 hours".
  [[nodiscard]] bool is_one_effect() const;
  [[nodiscard]] bool is_part_of(const Claim& part, const Claim& whole) const;
  [[nodiscard]] bool is_time_of_effect(const Claim& claim) const;
  // Whether the author may be asked which of two figures holds, or for whom each does.
  [[nodiscard]] bool are_asked_about(const Quantity& a, const Quantity& b) const;
  // "painless" in one place, and "virtually painless" in another
  Comparison flat_and_qualified();
  // "at least a year" and "six to nine months"
  [[nodiscard]] static bool is_beyond(const Quantity& limit, const Quantity& other);
  // "just six" and "six to eight"; two prices
  [[nodiscard]] bool may_differ(const Quantity& a, const Quantity& b) const;
  Comparison figures();
  Comparison intervals();
  [[nodiscard]] bool is_of_a_case(const Claim& one, const Claim& other) const;
  [[nodiscard]] bool is_one_effect_of_a_place() const;
  [[nodiscard]] static bool is_seldom_and_usual(const Claim& seldom, const Claim& usual);
  // "safe for all skin types" and "safe for most skin types"
  [[nodiscard]] static bool is_all_against_some(const Claim& all, const Claim& some);

  // compare_declared.cpp
  Comparison declared_clash(const Claim& over, const Claim& admission, bool swapped);
  // "virtually zero downtime" and "swollen for two days"
  [[nodiscard]] static bool is_all_but(const Claim& denial, const Claim& admission);
  [[nodiscard]] bool is_of_much(const knowledge::Clash& clash) const;
  [[nodiscard]] bool is_said_so(const knowledge::Clash& clash, const Claim& over,
                                const Claim& admission) const;
  [[nodiscard]] bool holds(const knowledge::Clash& clash, const Claim& over,
                           const Claim& admission) const;

  const knowledge::Knowledge& knowledge_;
  const Claim& first_;
  const Claim& second_;
  std::vector<Reason>* reasons_;
  bool inherited_subject_ = false;
  bool open_ = false;       // neither says clearly what it speaks of
  bool half_open_ = false;  // one does
  bool weak_setting_ = false;
  bool implied_ = false;  // a kind is denied of what is stated as any of its kinds
};

}  // namespace linter::assertions
