// Whether two statements can both be true.
//
// A pure function of the two claims: symmetric, deterministic, no allocation unless reasons are
// asked for.
#pragma once

#include <string>
#include <vector>

#include "linter/assertions/assertion.h"
#include "linter/knowledge/knowledge.h"

namespace linter::assertions {

// `query`: they clash if both speak of the same, which only somebody who knows can say.
enum class Verdict : std::uint8_t { not_comparable, compatible, query, tension, contradiction };
[[nodiscard]] std::string_view name(Verdict verdict);

// What clashes, where something does.
enum class ClashKind : std::uint8_t {
  none,
  polarity,
  likelihood,
  degree,
  quantity,
  exclusive,
  reversed,
  declared
};

struct Comparison {
  Verdict verdict = Verdict::not_comparable;
  ClashKind kind = ClashKind::none;
  std::uint16_t declared =
      knowledge::none;  // index into Knowledge::clashes, for ClashKind::declared
  bool first_overpromises =
      false;  // `first` is the side that denies or promises more: the finding stands there
  bool second_overpromises = false;  // neither may be: the later one then
  bool near = false;                 // of one article only: others may speak of another case
};

// One line of an explanation: an attribute, and what it means for the two.
struct Reason {
  std::string attribute;
  std::string text;
  bool decides = false;  // it ended the comparison
};

[[nodiscard]] Comparison compare(const knowledge::Knowledge& knowledge, const Claim& first,
                                 const Claim& second, std::vector<Reason>* reasons = nullptr);

}  // namespace linter::assertions
