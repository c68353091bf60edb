// What the author says of a subject: one row per statement, everything by id.
#pragma once

#include <array>
#include <compare>
#include <cstdint>
#include <optional>
#include <string_view>

#include "linter/base/span.h"
#include "linter/knowledge/knowledge.h"

namespace linter::assertions {

using base::Span;
using knowledge::ConceptId;
using knowledge::FrameId;
using knowledge::Interval;

// Where the subject was found, nearest first.
enum class Origin : std::uint8_t { clause, sentence, paragraph, heading, title, article, nowhere };
[[nodiscard]] std::string_view name(Origin origin);

// Who says it. Only `author` is held against anybody.
enum class Voice : std::uint8_t { author, others, person };
[[nodiscard]] std::string_view name(Voice voice);

// What kind of speech act it is. Only `statement` is compared, and `wish`: what somebody looks for,
// and the thing is offered as ("for those who want a lasting result"), is asked about. `mention`
// names a thing and says nothing of it ("whoever fears redness").
enum class Force : std::uint8_t {
  statement,
  question,
  advice,
  hypothesis,
  comparison,
  mention,
  wish
};
[[nodiscard]] std::string_view name(Force force);

// When it holds: at any time, only while it is done, at a time apart from that, or of the treatment
// itself ("painless"), which says little of what is felt later on.
enum class Phase : std::uint8_t { any, during, apart, itself };

// How sure an attribute is, 0 to 100: stated in so many words, or inherited, or guessed.
using Confidence = std::uint8_t;
inline constexpr Confidence stated = 100;
inline constexpr Confidence beyond = 90;  // from here on it is held against other articles
inline constexpr Confidence sure = 80;    // from here on it can carry a contradiction
inline constexpr Confidence likely = 75;  // from here on two may clash within an article
inline constexpr Confidence of_page = 72;  // from here on two may be asked about
inline constexpr Confidence guessed = 50;

// The least likelihood of what a word picks out of its kind ("rare risks"): of those there are some,
// and nothing is said of the others.
inline constexpr double some_of_them = 1e-8;

// How often happens what should not.
inline constexpr Interval hardly_ever{0, 0.03};

// Of a comparison that is denied: "no more painful than" leaves room for as much.
inline constexpr Interval as_much_or_less{0, 0.5};

// Of what is stated, and nobody says how often.
inline constexpr Interval said_so{1e-9, 1};

// The unit that a figure was written in. It tells no two quantities apart: 14 days are two weeks.
struct WrittenIn {
  knowledge::UnitId unit = knowledge::none;
  constexpr bool operator==(const WrittenIn&) const { return true; }
  constexpr std::strong_ordering operator<=>(const WrittenIn&) const {
    return std::strong_ordering::equal;
  }
};

struct Quantity {
  Interval range;
  knowledge::Measure measure = knowledge::Measure::time;
  std::optional<knowledge::Bound> bound{};  // "up to" gives a maximum, ...
  WrittenIn written{};
  auto operator<=>(const Quantity&) const = default;
};

inline constexpr std::size_t max_exceptions = 4;

// What two statements are compared by. Likelihood folds polarity, modality and frequency into one
// interval of how often it is so: "no" is [0, 0], "may" is above 0, "rare" is (0, 0.01], "always"
// is 1, "not always" is below 1.
struct Claim {
  ConceptId subject = knowledge::none;
  Confidence subject_confidence = 0;
  FrameId frame = knowledge::none;
  ConceptId meaning = knowledge::none;
  Confidence frame_confidence = 0;
  bool denied = false;
  bool universal = false;  // of everyone, every skin type, always
  bool only = false;       // of its concept and no other ("only a doctor")
  bool hedged = false;
  bool by_example = false;  // no wording tells it: it was learned from examples
  Interval likelihood{0, 1};
  std::optional<Interval> degree;  // 0 none to 5 severe
  std::optional<Quantity> quantity;
  ConceptId population = knowledge::none;  // of whom it is said
  std::array<ConceptId, max_exceptions> exceptions{knowledge::none, knowledge::none,
                                                   knowledge::none, knowledge::none};
  bool conditional = false;
  std::uint64_t condition =
      0;  // digest of the condition's words, or of what two are compared in; 0 = none
  ConceptId setting = knowledge::none;  // "at home"
  ConceptId site = knowledge::none;     // "on the upper lip"
  Voice voice = Voice::author;
  Force force = Force::statement;
  Phase phase = Phase::any;

  auto operator<=>(const Claim&) const = default;
};

// From the begin of the first to the end of the last; an empty one counts for nothing.
[[nodiscard]] Span joined(Span a, Span b);

// A claim and the words behind each attribute (view spans; empty where nothing was said).
struct Assertion {
  Claim claim;
  Origin origin = Origin::nowhere;
  Span words;  // from the cue to the concept: what a finding underlines
  Span sentence;
  Span subject;
  Span meaning;
  Span frame_cue;
  Span polarity_cue;
  Span likelihood_cue;
  Span degree_cue;
  Span quantity;
  Span condition_cue;
  int probability = 0;  // percent: of the stance, where it was read by example
  bool operator==(const Assertion&) const = default;
};

}  // namespace linter::assertions
