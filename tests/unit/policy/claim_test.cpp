// Rules over assertions: what they ask of each attribute, and what is wrong with one that asks for
// something that nobody knows.
#include <gtest/gtest.h>

#include "tests/unit/policy/readings.h"

namespace linter::checks::policy {
namespace {

tests::PolicyRun run_of(const std::string& keys) {
  PolicyOptions options;
  options.knowledge = &tests::shipped_knowledge();
  return tests::PolicyRun(
      "pack: p\nrules:\n  - rule: r\n    kind: claim\n    message: \"{subject}: {match}\"\n" + keys,
      options);
}

struct Row {
  const char* name;
  std::string keys;
  std::string text;
  std::vector<std::string> found;
};

class ClaimRules : public testing::TestWithParam<Row> {};

TEST_P(ClaimRules, ask_of_attributes) {
  auto run = run_of(GetParam().keys);
  for (const base::Error& error : run.errors()) ADD_FAILURE() << tests::line_of(error);
  EXPECT_EQ(run.texts("# Chemical peels\n\n" + GetParam().text), GetParam().found);
}

const std::string risk = "    frame: risk-of\n";
const std::string denied = risk + "    concept: side-effect\n    polarity: denied\n";

INSTANTIATE_TEST_SUITE_P(
    rows, ClaimRules,
    testing::Values(
        Row{"kinds_of_a_concept", denied, "A peel leaves no scars.", {"leaves no scars"}},
        Row{"not_above_a_concept",
            risk + "    concept: redness\n    polarity: denied\n",
            "A peel has no side effects.",
            {}},
        Row{"polarity", denied, "Swelling is common.", {}},
        Row{"affirmed",
            risk + "    concept: swelling\n    polarity: affirmed\n",
            "Swelling is common.",
            {"Swelling"}},
        Row{"others_say_it", denied, "Some people believe that a peel has no side effects.", {}},
        Row{"asked", denied, "Does a peel have no side effects?", {}},
        Row{"likelihood_rare",
            risk + "    concept: infection\n    likelihood: rare\n",
            "Infection is rare. Infection is common.",
            {"Infection"}},
        Row{"likelihood_common",
            risk + "    concept: infection\n    likelihood: common\n",
            "Infection is rare.",
            {}},
        Row{"condition_absent", denied, "When done by a nurse, a peel leaves no scars.", {}},
        Row{"condition_any",
            denied + "    conditional: any\n",
            "When done by a nurse, a peel leaves no scars.",
            {"leaves no scars"}},
        Row{"exception_absent", denied, "There are no side effects other than redness.", {}},
        Row{"other_than",
            denied + "    other_than: [scarring, pain]\n",
            "A peel leaves no scars. A peel is painless. A peel causes no redness.",
            {"causes no redness"}},
        Row{"subject", denied + "    subject: microneedling\n", "A peel leaves no scars.", {}},
        Row{"subject_type",
            denied + "    subject_type: procedure\n",
            "A peel leaves no scars.",
            {"leaves no scars"}},
        Row{"universal",
            "    frame: suitability\n    universal: true\n",
            "A peel is suitable for everyone. A peel is suitable for adults.",
            {"suitable for everyone"}},
        Row{"quantity_below",
            "    frame: duration\n    quantity: {below: 2, unit: d}\n",
            "Redness lasts one day. Swelling lasts five days.",
            {"Redness lasts one day"}},
        Row{"quantity_above",
            "    frame: duration\n    quantity: {above: 3, unit: d}\n",
            "Redness lasts one day. Swelling lasts five days.",
            {"Swelling lasts five days"}},
        Row{"except", denied + "    except: [leaves no]\n", "A peel leaves no scars.", {}},
        Row{"scope", denied + "    scope: heading\n", "A peel leaves no scars.", {}},
        Row{"packs_that_are_not_there",
            "    frame: nobody-knows\n    with: [elsewhere]\n",
            "A peel leaves no scars.",
            {}}),
    [](const auto& row) { return row.param.name; });

struct Fault {
  const char* name;
  std::string keys;
  std::string message;
};

class ClaimFaults : public testing::TestWithParam<Fault> {};

TEST_P(ClaimFaults, have_a_place_and_the_nearest_name) {
  const auto run = run_of(GetParam().keys);
  ASSERT_EQ(run.errors().size(), 1U);
  EXPECT_EQ(tests::line_of(run.errors().front()), GetParam().message);
}

INSTANTIATE_TEST_SUITE_P(
    rows, ClaimFaults,
    testing::Values(
        Fault{"frame", "    frame: risk-off\n",
              "pack.yaml:6:12 bad-value: 'frame' names the frame 'risk-off', which no loaded pack "
              "declares (did you mean 'risk-of'?)"},
        Fault{"concept", "    frame: risk-of\n    concept: [pain, side-efect]\n",
              "pack.yaml:7:21 bad-value: 'concept' names the concept 'side-efect', which no loaded "
              "pack declares (did you mean 'side-effect'?)"},
        Fault{"subject_type", "    frame: risk-of\n    subject_type: procedur\n",
              "pack.yaml:7:19 bad-value: 'subject_type' names the type 'procedur', which no loaded "
              "pack declares (did you mean 'procedure'?)"},
        Fault{"unit", "    frame: duration\n    quantity: {below: 2, unit: lustrum}\n",
              "pack.yaml:7:32 bad-value: 'unit' names 'lustrum', which no loaded pack declares"},
        Fault{"no_frame", "    concept: pain\n",
              "pack.yaml:3:5 missing-key: 'r.frame' is missing"}),
    [](const auto& row) { return row.param.name; });

}  // namespace
}  // namespace linter::checks::policy
