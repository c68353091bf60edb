#include <gtest/gtest.h>
#include <vector>

#include "linter/base/yaml.h"
#include "linter/knowledge/knowledge.h"
#include "linter/knowledge/pairs.h"

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
        Fault{"bad_phrase",
              "types:\n  - {type: t}\nconcepts:\n  - {concept: a, type: t, terms: ['(x']}\n",
              base::ErrorCode::bad_value, 4},
        Fault{"unknown_measure", "frames:\n  - {frame: f, measure: presure}\n",
              base::ErrorCode::bad_value, 2},
        Fault{"unit_of_counts", "units:\n  - {unit: bar, measure: count, names: [bar]}\n",
              base::ErrorCode::bad_value, 2},
        Fault{"unit_of_another_measure",
              "types:\n  - {type: t, subject: true}\nconcepts:\n  - {concept: a, type: t}\n"
              "units:\n  - {unit: h, measure: time, factor: 3600, names: [hour]}\n"
              "frames:\n  - {frame: f, measure: length, objects: [t]}\nfacts:\n"
              "  - {fact: x, subject: a, frame: f, concept: a, quantity: 3, unit: h, says: s,\n"
              "     source: {title: t, url: 'https://example.org', date: 2026-11-21}}\n",
              base::ErrorCode::bad_value, 10},
        Fault{"backwards_range", "bands:\n  - {band: b, of: degree, range: [2, 1], words: [x]}\n",
              base::ErrorCode::wrong_type, 2}),
    [](const auto& row) { return row.param.name; });

// A pack's type is its own, or that of a pack that it needs; "population" is everybody's.
TEST(Compile, TypesArePackByPack) {
  const auto first = base::yaml::parse(
      "types: [{type: harm}, {type: population}]\n"
      "concepts: [{concept: burn, type: harm, terms: [burn]}]\n"
      "frames: [{frame: hurts, objects: [harm, population]}]\n",
      "first.yaml");
  const auto second = base::yaml::parse(
      "types: [{type: harm}, {type: population}]\n"
      "concepts: [{concept: rust, type: harm, terms: [rust]},\n"
      "           {concept: owner, type: population, terms: [owner]}]\n",
      "second.yaml");
  for (const bool needs : {false, true}) {
    std::vector<Document> documents = {{"first", "first.yaml", &first.value},
                                       {"second", "second.yaml", &second.value}};
    if (needs) documents[1].needs = {"first"};
    const auto loaded = compile(documents);
    ASSERT_TRUE(loaded.errors.empty());
    const Knowledge& knowledge = loaded.value;
    const auto fills = [&](std::string_view concept_id) {
      return knowledge.fills(knowledge.concept_of(knowledge.concept_named(concept_id)).type,
                             knowledge.frame_named("hurts"));
    };
    EXPECT_TRUE(fills("burn"));
    EXPECT_TRUE(fills("owner"));
    EXPECT_EQ(fills("rust"), needs);
  }
}

// Documents may name each other's frames in any order.
TEST(Compile, AClashIsFoundByItsFirstFrame) {
  const auto clashes = base::yaml::parse(
      "clashes:\n"
      "  - {clash: wet, message: Say which., first: dry-in, second: leaks-in}\n"
      "  - {clash: damp, message: Say which., first: dry-in, second: dry-in}\n",
      "a.yaml");
  const auto frames = base::yaml::parse(
      "types:\n  - {type: weather}\n"
      "frames:\n  - {frame: dry-in, objects: [weather]}\n  - {frame: leaks-in, objects: "
      "[weather]}\n",
      "b.yaml");
  std::vector<Document> documents = {{"tents", "a.yaml", &clashes.value},
                                     {"tents", "b.yaml", &frames.value}};
  for (int turn = 0; turn < 2; ++turn) {
    const auto loaded = compile(documents);
    ASSERT_TRUE(loaded.errors.empty()) << loaded.errors.front().message;
    const Knowledge& knowledge = loaded.value;
    const FrameId dry = knowledge.frame_named("dry-in");
    const FrameId leaks = knowledge.frame_named("leaks-in");
    EXPECT_EQ(knowledge.clashes_of(dry).size(), 2U);
    EXPECT_TRUE(knowledge.may_clash(dry, leaks));
    EXPECT_TRUE(knowledge.may_clash(dry, dry));
    EXPECT_FALSE(knowledge.may_clash(leaks, dry));
    EXPECT_FALSE(knowledge.may_clash(none, none));
    std::swap(documents[0], documents[1]);
  }
}

TEST(Compile, ANameThatIsTakenSaysWhere) {
  const auto loaded = compiled("frames:\n  - {frame: f}\n  - {frame: f}\n");
  ASSERT_EQ(loaded.errors.size(), 1U);
  EXPECT_NE(loaded.errors[0].message.find("k.yaml:2"), std::string::npos)
      << loaded.errors[0].message;
}

TEST(Compile, UnitsOfAMeasureOfItsOwn) {
  const auto loaded = compiled(R"(
measures: [{measure: temperature}]
units:
  - {unit: F, measure: temperature, factor: 0.5, offset: -16, label: [degree, degrees], names: [F]}
frames: [{frame: fired-at, measure: temperature, resolve: Give one.}]
)");
  ASSERT_TRUE(loaded.errors.empty());
  const Unit& unit = loaded.value.units.at(0);
  EXPECT_EQ(unit.measure, loaded.value.frames.at(0).measure);
  EXPECT_DOUBLE_EQ(unit.base_of(212), 90);
  EXPECT_DOUBLE_EQ(unit.value_of(90), 212);
  EXPECT_EQ(unit.one, "degree");
  EXPECT_EQ(unit.many, "degrees");
  EXPECT_EQ(loaded.value.frames.at(0).resolve, "Give one.");
}

struct PairFault {
  std::string name;
  std::string text;
};

class FaultyPair : public testing::TestWithParam<PairFault> {};

TEST_P(FaultyPair, IsReported) {
  const auto parsed = base::yaml::parse("pairs:\n  - " + GetParam().text + "\n", "k.yaml");
  const Document document{"pack", "k.yaml", &parsed.value};
  const auto loaded = pairs_of({&document, 1});
  ASSERT_EQ(loaded.errors.size(), 1U);
  EXPECT_EQ(loaded.errors[0].line, 2U);
  EXPECT_TRUE(loaded.value.empty());
}

INSTANTIATE_TEST_SUITE_P(
    Knowledge, FaultyPair,
    testing::Values(PairFault{"no_verdict", "{first: a, second: b}"},
                    PairFault{"unknown_verdict", "{first: a, second: b, verdict: maybe}"},
                    PairFault{"one_side", "{first: a, verdict: none}"},
                    PairFault{"three_sides", "{first: a, second: b, fact: c, verdict: none}"},
                    PairFault{"unknown_key", "{first: a, second: b, verdict: none, why: c}"}),
    [](const auto& row) { return row.param.name; });

TEST(Pairs, AreReadInOrder) {
  const auto parsed = base::yaml::parse(
      "pairs:\n  - {first: a, second: b, verdict: tension, title: T, apart: true}\n"
      "  - {first: c, fact: f, verdict: contradiction}\n",
      "k.yaml");
  const Document document{"pack", "k.yaml", &parsed.value};
  const auto loaded = pairs_of({&document, 1});
  ASSERT_TRUE(loaded.errors.empty());
  ASSERT_EQ(loaded.value.size(), 2U);
  EXPECT_EQ(loaded.value[0].verdict, PairVerdict::tension);
  EXPECT_EQ(loaded.value[0].title, "T");
  EXPECT_TRUE(loaded.value[0].apart);
  EXPECT_EQ(loaded.value[1].fact, "f");
  EXPECT_EQ(loaded.value[1].position.line, 3U);
}

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
