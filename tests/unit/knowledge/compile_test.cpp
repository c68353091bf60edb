#include <gtest/gtest.h>

#include "linter/base/yaml.h"
#include "linter/knowledge/knowledge.h"

namespace linter::knowledge {
namespace {

base::Loaded<Knowledge> compiled(std::string_view text) {
  const auto parsed = base::yaml::parse(text, "k.yaml");
  const Document document{"pack", "k.yaml", &parsed.value};
  return compile({&document, 1});
}

constexpr std::string_view animals = R"(
types:
  - {type: animal, subject: true}
concepts:
  - {concept: dog, type: animal, is_a: [mammal], terms: [dog]}
  - {concept: mammal, type: animal, is_a: [vertebrate], terms: [mammal]}
  - {concept: vertebrate, type: animal, terms: [vertebrate]}
  - {concept: wild, type: animal, terms: [wild], exclusive: [tame]}
  - {concept: tame, type: animal, terms: [tame]}
)";

TEST(Compile, ClosesTheLattice) {
  const auto loaded = compiled(animals);
  ASSERT_TRUE(loaded.errors.empty());
  const Knowledge& knowledge = loaded.value;
  EXPECT_TRUE(
      knowledge.is_a(knowledge.concept_named("dog"), knowledge.concept_named("vertebrate")));
  EXPECT_FALSE(
      knowledge.is_a(knowledge.concept_named("vertebrate"), knowledge.concept_named("dog")));
  EXPECT_TRUE(
      knowledge.are_exclusive(knowledge.concept_named("tame"), knowledge.concept_named("wild")));
}

struct Fault {
  std::string name;
  std::string text;
  base::ErrorCode code;
  std::uint32_t line;
};

class Faulty : public testing::TestWithParam<Fault> {};

TEST_P(Faulty, IsReportedWhereItStands) {
  const auto loaded = compiled(GetParam().text);
  ASSERT_EQ(loaded.errors.size(), 1U);
  EXPECT_EQ(loaded.errors[0].code, GetParam().code) << loaded.errors[0].message;
  EXPECT_EQ(loaded.errors[0].line, GetParam().line);
  EXPECT_EQ(loaded.errors[0].file, "k.yaml");
}

INSTANTIATE_TEST_SUITE_P(
    Knowledge, Faulty,
    testing::Values(
        Fault{"unknown_type", "concepts:\n  - {concept: a, type: b, terms: [a]}\n",
              base::ErrorCode::bad_value, 2},
        Fault{"unknown_parent",
              "types:\n  - {type: t}\nconcepts:\n  - {concept: a, type: t, is_a: [b]}\n",
              base::ErrorCode::bad_value, 4},
        Fault{"twice",
              "types:\n  - {type: t}\nconcepts:\n  - {concept: a, type: t}\n  - {concept: a, type: "
              "t}\n",
              base::ErrorCode::duplicate_id, 5},
        Fault{"circle",
              "types:\n  - {type: t}\nconcepts:\n  - {concept: a, type: t, is_a: [b]}\n  - "
              "{concept: b, type: t, is_a: [a]}\n",
              base::ErrorCode::bad_value, 5},
        Fault{"unknown_key", "types:\n  - {type: t, colour: red}\n", base::ErrorCode::unknown_key,
              2},
        Fault{"not_a_list", "frames: 7\n", base::ErrorCode::wrong_type, 1},
        Fault{"bad_phrase",
              "types:\n  - {type: t}\nconcepts:\n  - {concept: a, type: t, terms: ['(x']}\n",
              base::ErrorCode::bad_value, 4},
        Fault{"backwards_range", "bands:\n  - {band: b, of: degree, range: [2, 1], words: [x]}\n",
              base::ErrorCode::wrong_type, 2}),
    [](const auto& row) { return row.param.name; });

TEST(Compile, AFactNeedsASource) {
  const auto loaded = compiled(std::string(animals) + R"(
frames:
  - {frame: eats, objects: [animal]}
facts:
  - {fact: f, subject: dog, frame: eats, concept: tame, says: Dogs eat.}
)");
  ASSERT_EQ(loaded.errors.size(), 1U);
  EXPECT_EQ(loaded.errors[0].code, base::ErrorCode::missing_source);
}

}  // namespace
}  // namespace linter::knowledge
