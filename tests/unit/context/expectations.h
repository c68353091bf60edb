// Tables of sentences and the light in which their [span] stands.
#pragma once

#include <gtest/gtest.h>
#include <ostream>
#include <string>
#include <string_view>

#include "tests/unit/context/draft.h"

namespace tests {

// `expected` names the categories that hold: "negated hedged". Of the categories that silence or
// turn a claim (negated, attributed, quoted, testimonial, myth, question, warned, conditional) none
// that it does not name may hold; of the others (hedged, certain, universal, ...) it names what
// matters, "!hedged" for one that must not hold.
struct Row {
  const char* name;
  const char* text;
  const char* expected = "";
};
std::ostream& operator<<(std::ostream& out, const Row& row);
[[nodiscard]] std::string row_name(const testing::TestParamInfo<Row>& info);

// Fails with the evidence where the span stands in another light.
void expect_light(std::string_view text, std::string_view expected,
                  const linter::context::CueSet& cues);

}  // namespace tests
