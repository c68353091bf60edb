// What a cue file may say, and what is said of one that is wrong.
#include <gtest/gtest.h>

#include "linter/base/yaml.h"
#include "linter/context/cues.h"
#include "tests/unit/context/expectations.h"

namespace {

using linter::base::Error;
using linter::base::ErrorCode;
using linter::context::CueSet;

std::vector<Error> faults(const std::string& text) {
  const auto document = linter::base::yaml::parse(text, "cues.yaml");
  std::vector<Error> errors = document.errors;
  CueSet cues;
  for (Error& error : cues.add(document.value, "cues.yaml")) errors.push_back(std::move(error));
  return errors;
}

struct Fault {
  const char* name;
  const char* yaml;
  ErrorCode code;
  std::uint32_t line;
  std::uint32_t column;
  const char* message;
};
class CueFault : public testing::TestWithParam<Fault> {};
TEST_P(CueFault, IsReportedWhereItStands) {
  const auto errors = faults(GetParam().yaml);
  ASSERT_EQ(errors.size(), 1U) << (errors.empty() ? "no fault" : errors[1].message);
  EXPECT_EQ(errors[0].code, GetParam().code) << errors[0].message;
  EXPECT_EQ(errors[0].file, "cues.yaml");
  EXPECT_EQ(errors[0].line, GetParam().line) << errors[0].message;
  EXPECT_EQ(errors[0].column, GetParam().column) << errors[0].message;
  EXPECT_NE(errors[0].message.find(GetParam().message), std::string::npos) << errors[0].message;
}
INSTANTIATE_TEST_SUITE_P(
    Files, CueFault,
    testing::ValuesIn(std::to_array<Fault>({
        {"no_cues", "about: x\ncues: []\n", ErrorCode::unknown_key, 1, 1, "'about'"},
        {"missing_cues", "{}\n", ErrorCode::missing_key, 1, 1, "'cues' is missing"},
        {"not_a_list", "cues: no\n", ErrorCode::wrong_type, 1, 7, "must be a list"},
        {"entry_no_mapping", "cues:\n  - no\n", ErrorCode::wrong_type, 2, 5, "must be a mapping"},
        {"unknown_key", "cues:\n  - category: negated\n    phrase: [no]\n    phrases: [no]\n",
         ErrorCode::unknown_key, 3, 5, "did you mean 'phrases'"},
        {"duplicate_key", "cues:\n  - category: negated\n    phrases: [no]\n    phrases: [not]\n",
         ErrorCode::duplicate_key, 4, 5, "phrases"},
        {"unknown_category", "cues:\n  - category: negatd\n    phrases: [no]\n",
         ErrorCode::bad_value, 2, 15, "did you mean 'negated'"},
        {"unknown_in_list", "cues:\n  - category: [hedged, frequnt]\n    phrases: [often]\n",
         ErrorCode::bad_value, 2, 24, "did you mean 'frequent'"},
        {"no_category", "cues:\n  - phrases: [no]\n", ErrorCode::missing_key, 2, 5,
         "either 'category'"},
        {"category_and_ends",
         "cues:\n  - category: negated\n    ends: negated\n    phrases: [no]\n",
         ErrorCode::bad_value, 2, 5, "either 'category'"},
        {"no_phrases", "cues:\n  - category: negated\n", ErrorCode::missing_key, 2, 5,
         "'cues[0].phrases' is missing"},
        {"bad_direction",
         "cues:\n  - category: negated\n    direction: forwards\n    phrases: [no]\n",
         ErrorCode::bad_value, 3, 16, "did you mean 'forward'"},
        {"bad_reach", "cues:\n  - category: negated\n    within: sentense\n    phrases: [no]\n",
         ErrorCode::bad_value, 3, 13, "did you mean 'sentence'"},
        {"reach_too_far", "cues:\n  - category: negated\n    within: 1000\n    phrases: [no]\n",
         ErrorCode::bad_value, 3, 13, "between 1 and 100"},
        {"bad_lists", "cues:\n  - category: negated\n    lists: and\n    phrases: [no]\n",
         ErrorCode::bad_value, 3, 12, "one of all, or, none"},
        {"pseudo_no_truth",
         "cues:\n  - category: negated\n    pseudo: \"yes\"\n    phrases: [no]\n",
         ErrorCode::wrong_type, 3, 13, "true or false"},
        {"direction_of_an_end", "cues:\n  - ends: negated\n    direction: both\n    phrases: [x]\n",
         ErrorCode::unknown_key, 3, 5, "direction"},
        {"bad_phrase", "cues:\n  - category: negated\n    phrases:\n      - no\n      - (no|not\n",
         ErrorCode::bad_value, 5, 9, "a bracket is not closed"},
        {"phrase_no_text", "cues:\n  - category: negated\n    phrases:\n      - [no]\n",
         ErrorCode::wrong_type, 4, 9, "phrases as text"},
        {"bad_stop", "cues:\n  - category: negated\n    phrases: [no]\n    stops: [_]\n",
         ErrorCode::bad_value, 4, 13, "must begin with a word"},
    })),
    [](const auto& row) { return row.param.name; });

TEST(CueFile, ReportsEveryFaultInOnePass) {
  const auto errors =
      faults("cues:\n  - category: negatd\n    direction: up\n    phrases: [(]\n    colour: red\n");
  EXPECT_EQ(errors.size(), 4U);
}

TEST(CueFile, CountsThePhrasesItReads) {
  CueSet cues;
  const auto document = linter::base::yaml::parse(
      "cues:\n  - category: negated\n    phrases: [(a|b) c, -free]\n    stops: [d]\n", "cues.yaml");
  EXPECT_TRUE(cues.add(document.value, "cues.yaml").empty());
  EXPECT_EQ(cues.size(), 3U);
}

TEST(CueFile, KnowsEveryCategoryByName) {
  using linter::context::Category;
  for (const std::string_view name : linter::context::category_names()) {
    const auto category = linter::context::category_named(name);
    ASSERT_TRUE(category) << name;
    EXPECT_FALSE(linter::context::category_about(*category).empty());
  }
  EXPECT_EQ(linter::context::category_named("hypothetical"), Category::hypothetical);
  EXPECT_FALSE(linter::context::category_named("Negated"));
}

TEST(CueFile, TakesBackAShippedCue) {
  const CueSet cues = tests::English::cues_with(
      "cues:\n  - category: negated\n    pseudo: true\n    phrases: no go\n");
  tests::expect_light("It is a no go [painless] area.", "", cues);
}

TEST(CueFile, ReachesAsManyWordsAsItSays) {
  const CueSet cues =
      tests::English::cues_with("cues:\n  - category: hedged\n    within: 2\n    phrases: semi\n");
  tests::expect_light("A semi very [painless] peel.", "hedged", cues);
  tests::expect_light("A semi very new [painless] peel.", "!hedged", cues);
}

TEST(CueFile, StopsAtItsOwnTerminators) {
  const CueSet cues =
      tests::English::cues_with("cues:\n  - category: warned\n    phrases: shun\n    stops: for\n");
  tests::expect_light("They shun the [old] way for this way.", "warned", cues);
  tests::expect_light("They shun the old way for a [painless] one.", "", cues);
}

TEST(CueFile, HoldsSeveralCategories) {
  const CueSet cues = tests::English::cues_with(
      "cues:\n  - category: [warned, hypothetical]\n    phrases: purportly\n");
  tests::expect_light("A purportly [painless] peel.", "warned hypothetical", cues);
}

}  // namespace
