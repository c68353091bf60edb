// Stances that packs give by example: what is learned, what is kept of it, and what is refused.
#include "linter/knowledge/stances.h"

#include <gtest/gtest.h>
#include <algorithm>
#include <cmath>
#include <numeric>
#include <random>
#include <string>
#include <vector>

#include "linter/base/yaml.h"
#include "linter/knowledge/knowledge.h"
#include "linter/knowledge/stance_items.h"
#include "linter/knowledge/stance_rows.h"
#include "linter/sentences/tokens.h"

namespace linter::knowledge {
namespace {

base::Loaded<Knowledge> learned(std::string_view text) {
  const auto parsed = base::yaml::parse(text, "k.yaml");
  const Document document{"pack", "k.yaml", &parsed.value};
  return compile({&document, 1});
}

const std::string tents = R"(types:
  - {type: tent, subject: true}
  - {type: hands}
concepts:
  - {concept: one-person, type: hands, exclusive: [several-people]}
  - {concept: several-people, type: hands}
frames:
  - {frame: pitched-by, objects: [hands]}
)";

const std::string pitching = R"(stances:
  - stance: alone
    frame: pitched-by
    concept: one-person
    examples: |
      One person can pitch it.
      You can put it up on your own.
      Nobody needs to lend you a hand.
      You will manage without help.
      There is no need for a second pair of hands.
      You do not need a friend to hold the poles.
  - stance: together
    frame: pitched-by
    concept: several-people
    examples: |
      It takes two people to pitch it.
      You will need a friend to hold the poles.
      Ask a friend to lend you a hand.
      A second pair of hands is needed in the wind.
      You cannot put it up on your own.
      Do not try it without help.
  - stance: nothing
    examples: |
      Two people can sleep in it.
      There is no need to carry a second bag.
      The poles are made of aluminium.
      You can put it in the back of a car.
      A friend of ours sleeps in it all summer.
      You do not need a bigger one.
)";

// As an article's sentence is read: a word that no example has is no_stem.
std::vector<StemId> items_of(const Knowledge& knowledge, std::string_view text) {
  std::vector<sentences::Token> tokens;
  std::vector<sentences::Stop> stops;
  sentences::scan_block(text, {0, static_cast<std::uint32_t>(text.size())}, tokens, stops);
  Stemmer stemmer;
  std::vector<StemId> items;
  stance_items(
      text, tokens, knowledge.phrases.id_of(stemmer.stem("percent")),
      [&](const sentences::Token& token) {
        return knowledge.phrases.id_of(
            stemmer.stem(text.substr(token.text.begin, token.text.end - token.text.begin)));
      },
      items);
  return items;
}

// The ids of the stances that a sentence takes, the likeliest first.
std::string taken_of(const Knowledge& knowledge, std::string_view text) {
  std::vector<float> scores;
  std::vector<StanceModel::Taken> taken;
  knowledge.stance_model.get().read(items_of(knowledge, text), 0.5F, scores, taken);
  std::string ids;
  for (const StanceModel::Taken& one : taken)
    ids += (ids.empty() ? "" : " ") + knowledge.stances.at(one.stance).id;
  return ids;
}

// What an image has of knowledge: its body and its tail.
struct Kept {
  std::string body;
  std::string tail;
  bool operator==(const Kept&) const = default;
};

Kept image_of(const Knowledge& knowledge) {
  base::ImageWriter image;
  knowledge.put(image);
  std::string body = image.take();
  return {std::move(body), image.take_tail()};
}

struct Said {
  std::string name;
  std::string sentence;
  std::string stances;
};

class Sentence : public testing::TestWithParam<Said> {};

TEST_P(Sentence, TakesWhatItSays) {
  const auto loaded = learned(tents + pitching);
  ASSERT_TRUE(loaded.errors.empty());
  EXPECT_EQ(taken_of(loaded.value, GetParam().sentence), GetParam().stances);
}

INSTANTIATE_TEST_SUITE_P(
    Stances, Sentence,
    testing::Values(
        Said{"an_example", "You will manage without help.", "alone"},
        Said{"another_example", "It takes two people to pitch it.", "together"},
        Said{"words_of_several", "You can put the poles up on your own.", "alone"},
        Said{"other_forms_of_them", "Two people are needed for pitching it.", "together"},
        Said{"denied", "There is no need for a friend to hold the poles.", "alone"},
        Said{"not_denied", "There is need for a friend to hold the poles.", "together"},
        Said{"an_example_of_nothing", "The poles are made of aluminium.", ""},
        Said{"words_of_nothing", "A friend can carry the poles in the car.", ""},
        Said{"words_that_no_example_has", "Breakfast comes with fresh oranges.", ""},
        Said{"no_word_at_all", "...", ""}),
    [](const auto& row) { return row.param.name; });

TEST(Stances, WeighWhatSpeaksForThem) {
  const auto loaded = learned(tents + pitching);
  const auto items = items_of(loaded.value, "Oranges without help.");
  std::vector<float> weights;
  loaded.value.stance_model.get().weigh(items, 0, weights);
  ASSERT_EQ(weights.size(), items.size());
  EXPECT_EQ(weights[0], 0);
  EXPECT_GT(weights[1], 0);
}

TEST(Stances, SayWhatTheirFrameAndConceptSay) {
  const auto loaded = learned(tents + R"(stances:
  - {stance: a, frame: pitched-by, concept: one-person, denied: true, universal: true,
     degree: [1, 2], likelihood: [0.5, 1], examples: A friend must help.}
)");
  ASSERT_TRUE(loaded.errors.empty());
  const Stance& stance = loaded.value.stances.at(0);
  EXPECT_EQ(stance.frame, loaded.value.frame_named("pitched-by"));
  EXPECT_EQ(stance.meaning, loaded.value.concept_named("one-person"));
  EXPECT_TRUE(stance.denied);
  EXPECT_TRUE(stance.universal);
  EXPECT_EQ(stance.degree, (Interval{1, 2}));
  EXPECT_EQ(stance.likelihood, (Interval{0.5, 1}));
}

TEST(Stances, OfSentencesThatTakeNoneThereAreNone) {
  const auto loaded = learned(tents + "stances:\n  - {stance: nothing, examples: It is green.}\n");
  ASSERT_TRUE(loaded.errors.empty());
  EXPECT_TRUE(loaded.value.stances.empty());
  EXPECT_TRUE(loaded.value.stance_model.empty());
  EXPECT_EQ(taken_of(loaded.value, "It is green."), "");
}

struct TopicSlip {
  const char* name;
  const char* stances;
  const char* error;  // its message; empty: there is none
  std::uint32_t line = 0;
};

const TopicSlip topic_slips[] = {
    {"a topic with both",
     "  - {stance: b, frame: pitched-by, concept: one-person, topic: hands, examples: Alone it is.}\n"
     "  - {stance: nothing, topic: hands, examples: It is green.}\n",
     ""},
    {"nothing from elsewhere",
     "  - {stance: b, frame: pitched-by, concept: one-person, topic: hands, examples: Alone it is.}\n"
     "  - {stance: nothing, also_for: [hands], examples: It is green.}\n",
     ""},
    {"a topic without nothing",
     "  - {stance: b, frame: pitched-by, concept: one-person, topic: hands, examples: Alone it is.}\n",
     "no example of the topic 'hands' takes no stance: give it some, in a stance without 'frame' and "
     "'concept'",
     1},
    {"an unknown topic to look through for",
     "  - {stance: b, frame: pitched-by, concept: one-person, topic: hands, examples: Alone it is.}\n"
     "  - {stance: nothing, topic: hands, examples: It is green.}\n"
     "  - {stance: c, also_for: [hand], examples: It is round.}\n",
     "no stance with a frame has the topic 'hand' (did you mean 'hands'?)", 3},
    {"an unknown topic",
     "  - {stance: b, topic: colour, examples: It is green.}\n",
     "no stance with a frame has the topic 'colour'", 1},
    {"a probability",
     "  - {stance: b, frame: pitched-by, concept: one-person,\n"
     "     least: 1.5, examples: Alone it is.}\n",
     "'least' is a probability from 0.05 to 1", 2},
};

TEST(Stances, HaveTopicsThatThereAre) {
  const auto before = static_cast<std::uint32_t>(std::ranges::count(tents, '\n') + 1);
  for (const TopicSlip& slip : topic_slips) {
    const auto loaded = learned(tents + "stances:\n" + slip.stances);
    if (*slip.error == '\0') {
      EXPECT_TRUE(loaded.errors.empty()) << slip.name << ": " << loaded.errors.front().message;
      continue;
    }
    ASSERT_EQ(loaded.errors.size(), 1U) << slip.name;
    EXPECT_EQ(loaded.errors.front().message, slip.error) << slip.name;
    EXPECT_EQ(loaded.errors.front().line, before + slip.line) << slip.name;
  }
}

TEST(Stances, ShareASentence) {
  const auto loaded = learned(tents + pitching + R"(  - stance: easy
    frame: pitched-by
    concept: several-people
    denied: true
    examples: |
      You will manage without help.
)");
  ASSERT_TRUE(loaded.errors.empty());
  EXPECT_EQ(loaded.value.stances.size(), 3U);
  const std::string taken = taken_of(loaded.value, "You will manage without help.");
  EXPECT_NE(taken.find("easy"), std::string::npos) << taken;
  EXPECT_NE(taken.find("alone"), std::string::npos) << taken;
}

TEST(Stances, MayComeInSeveralPlaces) {
  const std::string line = "      You will manage without help.\n";
  std::string parted = pitching;
  parted.insert(parted.find(line),
                "  - stance: alone\n    frame: pitched-by\n    concept: one-person\n    examples: |\n");
  const auto loaded = learned(tents + parted);
  ASSERT_TRUE(loaded.errors.empty());
  EXPECT_EQ(image_of(loaded.value), image_of(learned(tents + pitching).value));
}

TEST(Stances, AreTheSameEachTime) {
  EXPECT_EQ(image_of(learned(tents + pitching).value), image_of(learned(tents + pitching).value));
}

// Of twelve stances; some words are of many of them, and most of one.
StanceModel model_of_many(std::mt19937& random, std::vector<StanceExample>& examples) {
  constexpr std::uint16_t stances = 12;
  const auto one_of = [&](std::uint32_t count) {
    return static_cast<std::uint32_t>(random() % count);
  };
  for (std::uint32_t i = 0; i < 400; ++i) {
    const std::uint32_t stance = one_of(stances);
    StanceExample example;
    example.stances = {static_cast<std::uint16_t>(stance)};
    example.topics = i % 5 == 0 ? 3U : 1U << (stance % 2);
    for (int word = 0; word < 6; ++word)
      example.items.push_back(word < 2 ? one_of(8) : 8 + stance * 6 + one_of(6));
    examples.push_back(std::move(example));
  }
  std::vector<std::uint8_t> topics(stances);
  for (std::uint16_t stance = 0; stance < stances; ++stance) topics[stance] = stance % 2;
  return StanceModel::trained(examples, topics, {Bearing::negates});
}

// Rows of any length, by wide registers and one by one: to the last bit.
TEST(Stances, RowsAddUpAlikeOnAnyMachine) {
  std::mt19937 random(7);
  std::uniform_int_distribution<int> weight(-30000, 30000);
  for (std::size_t length = 0; length < 50; ++length) {
    std::vector<float> sums(length);
    std::vector<float> one_by_one(length);
    for (const float share : {0.001F, 0.0005F, 0.001F, -0.0005F, 0.001F}) {
      std::vector<std::int16_t> row(length);
      for (std::int16_t& one : row) one = static_cast<std::int16_t>(weight(random));
      add_row(row, share, sums.data());
      add_row_one_by_one(row, share, one_by_one.data());
    }
    EXPECT_EQ(sums, one_by_one) << length;
  }
}

// Whether a feature's weights are kept for each stance or for some.
TEST(Stances, AddUpWhatEachItemSaysForThem) {
  std::mt19937 random(11);
  std::vector<StanceExample> examples;
  const StanceModel model = model_of_many(random, examples);
  const auto scores_of = [&](StanceItems items) {
    std::vector<float> buffer;
    std::vector<StanceModel::Taken> taken;
    model.read(items, 1e-6F, buffer, taken);
    std::vector<float> scores(12);
    for (const StanceModel::Taken& one : taken)
      scores[one.stance] = std::log(one.probability / (1 - one.probability));
    return scores;
  };
  const std::vector<float> biases = scores_of({});
  for (const StanceExample& example : std::span(examples).first(50)) {
    const std::vector<float> scores = scores_of(example.items);
    std::vector<float> by_item;
    for (std::uint16_t stance = 0; stance < scores.size(); ++stance) {
      model.weigh(example.items, stance, by_item);
      const float sum = std::accumulate(by_item.begin(), by_item.end(), biases[stance]);
      if (std::abs(scores[stance]) < 8) {
        EXPECT_NEAR(scores[stance], sum, 0.01) << stance;
      }
    }
  }
}

// With which probability a sentence takes a stance; 0 where it does not.
float probability_of(const StanceModel& model, StanceItems items, std::uint16_t stance) {
  std::vector<float> buffer;
  std::vector<StanceModel::Taken> taken;
  model.read(items, 1e-6F, buffer, taken);
  const auto found = std::ranges::find(taken, stance, &StanceModel::Taken::stance);
  return found == taken.end() ? 0 : found->probability;
}

// One is learned as if there were no other, whichever stand beside it in a row: to the last bit.
TEST(Stances, AreLearnedEachForItself) {
  std::mt19937 random(13);
  std::vector<StanceExample> examples;
  const StanceModel model = model_of_many(random, examples);
  for (std::uint16_t stance = 0; stance < 12; ++stance) {
    std::vector<StanceExample> own = examples;
    for (StanceExample& example : own) {
      example.stances.assign(static_cast<std::size_t>(example.stances[0] == stance), 0);
      example.topics = example.topics >> (stance % 2) & 1U;
    }
    const StanceModel alone =
        StanceModel::trained(own, std::vector<std::uint8_t>{0}, {Bearing::negates});
    for (const StanceExample& example : std::span(examples).first(40))
      EXPECT_EQ(probability_of(model, example.items, stance),
                probability_of(alone, example.items, 0))
          << stance;
  }
}

TEST(Stances, AreReadInAnImage) {
  const Kept kept = image_of(learned(tents + pitching).value);
  base::ImageReader image(kept.body, kept.tail);
  const auto knowledge = Knowledge::get(image);
  ASSERT_TRUE(knowledge.has_value());
  ASSERT_EQ(knowledge->stances.size(), 2U);
  EXPECT_EQ(taken_of(*knowledge, "You can put the poles up on your own."), "alone");
  EXPECT_EQ(image_of(*knowledge), kept);
}

// They lie in its tail, and are looked at when somebody asks.
TEST(Stances, ThatAreDamagedInAnImageAreMadeAnew) {
  Kept kept = image_of(learned(tents + pitching).value);
  ASSERT_GT(kept.tail.size(), 100U);
  char& last = kept.tail[kept.tail.size() - 100];  // they come last
  last = static_cast<char>(last ^ 1);
  for (const bool can_mend : {false, true}) {
    base::ImageReader image(kept.body, kept.tail);
    auto knowledge = Knowledge::get(image);
    ASSERT_TRUE(knowledge.has_value());
    EXPECT_FALSE(knowledge->stance_model.empty()) << "nobody has looked";
    int asked = 0;
    if (can_mend) {
      knowledge->stance_model.mend_by([&] {
        ++asked;
        return learned(tents + pitching).value.stance_model.take();
      });
    }
    const std::string alone = "You can put the poles up on your own.";
    EXPECT_EQ(taken_of(*knowledge, alone), can_mend ? "alone" : "");
    EXPECT_EQ(taken_of(*knowledge, alone), can_mend ? "alone" : "");
    EXPECT_EQ(asked, can_mend ? 1 : 0);
  }
}

// A model is of so many stances as there are.
TEST(Stances, OfAnImageOfOtherStancesAreRefused) {
  base::ImageWriter image;
  learned(tents + pitching).value.stance_model.get().put(image);
  const std::string kept = image.take();
  for (const std::size_t stances : {0U, 1U, 2U, 3U}) {
    base::ImageReader reader(kept);
    const StanceModel model(reader, stances);
    EXPECT_EQ(reader.sound(), stances == 2);
    EXPECT_EQ(model.empty(), stances != 2);
  }
}

// Whatever it says, nothing outside of it is read, and each search ends.
TEST(Stances, AreReadInAnyImage) {
  const auto loaded = learned(tents + pitching);
  const auto items = items_of(loaded.value, "You can put the poles up without a friend, or alone.");
  base::ImageWriter image;
  loaded.value.stance_model.get().put(image);
  const std::string kept = image.take();
  std::minstd_rand random(11);
  std::vector<float> scores;
  std::vector<float> weights;
  std::vector<StanceModel::Taken> taken;
  for (int round = 0; round < 2000; ++round) {
    std::string hostile = kept;
    for (std::size_t left = 1 + (random() % 3); left > 0; --left)
      hostile[random() % hostile.size()] =
          static_cast<char>(random() % 6 == 0 ? 0xFF : random() % 8);
    if (round % 4 == 0) hostile.resize(random() % hostile.size());
    base::ImageReader reader(hostile);
    const StanceModel model(reader, 2);
    if (!reader.sound()) continue;
    taken.clear();
    model.read(items, 0.5F, scores, taken);
    for (const StanceModel::Taken& one : taken) EXPECT_LT(one.stance, 2);
    model.weigh(items, 1, weights);
    EXPECT_EQ(weights.size(), items.size());
  }
}

struct StanceFault {
  std::string name;
  std::string stances;
  base::ErrorCode code;
  std::uint32_t line;  // of the list's first line: 1
  std::uint32_t column;
};

class FaultyStance : public testing::TestWithParam<StanceFault> {};

TEST_P(FaultyStance, IsReportedWhereItStands) {
  const auto loaded = learned(tents + "stances:\n" + GetParam().stances);
  ASSERT_EQ(loaded.errors.size(), 1U);
  EXPECT_EQ(loaded.errors[0].code, GetParam().code) << loaded.errors[0].message;
  EXPECT_EQ(loaded.errors[0].line, GetParam().line + 9) << loaded.errors[0].message;
  EXPECT_EQ(loaded.errors[0].column, GetParam().column) << loaded.errors[0].message;
  EXPECT_EQ(loaded.errors[0].file, "k.yaml");
}

INSTANTIATE_TEST_SUITE_P(
    Stances, FaultyStance,
    testing::Values(
        StanceFault{"unknown_frame",
                    "  - stance: a\n    frame: folded-by\n    concept: one-person\n    examples: b\n",
                    base::ErrorCode::bad_value, 2, 12},
        StanceFault{"unknown_concept",
                    "  - stance: a\n    frame: pitched-by\n    concept: nobody\n    examples: b\n",
                    base::ErrorCode::bad_value, 3, 14},
        StanceFault{"no_name", "  - {examples: b}\n", base::ErrorCode::missing_key, 1, 5},
        StanceFault{"no_examples", "  - {stance: a, frame: pitched-by, concept: one-person}\n",
                    base::ErrorCode::missing_key, 1, 5},
        StanceFault{"empty_examples", "  - {stance: a, examples: ''}\n", base::ErrorCode::bad_value,
                    1, 27},
        StanceFault{"a_list_of_examples", "  - stance: a\n    examples: [b, c]\n",
                    base::ErrorCode::wrong_type, 2, 15},
        StanceFault{"no_concept", "  - {stance: a, frame: pitched-by, examples: b}\n",
                    base::ErrorCode::missing_key, 1, 5},
        StanceFault{"no_frame", "  - {stance: a, concept: one-person, examples: b}\n",
                    base::ErrorCode::missing_key, 1, 5},
        StanceFault{"degree_of_no_range",
                    "  - {stance: a, frame: pitched-by, concept: one-person, degree: much,\n"
                    "     examples: b}\n",
                    base::ErrorCode::wrong_type, 1, 65},
        StanceFault{"unknown_key", "  - {stance: a, exemples: c, examples: b}\n",
                    base::ErrorCode::unknown_key, 1, 17},
        StanceFault{"no_mapping", "  - A sentence.\n", base::ErrorCode::wrong_type, 1, 5},
        StanceFault{"another_thing_under_one_name",
                    "  - {stance: a, frame: pitched-by, concept: one-person, examples: b}\n"
                    "  - {stance: a, frame: pitched-by, concept: several-people, examples: c}\n",
                    base::ErrorCode::bad_value, 2, 5},
        StanceFault{"one_name_with_and_without_a_frame",
                    "  - {stance: a, examples: b}\n"
                    "  - {stance: a, frame: pitched-by, concept: one-person, examples: c}\n",
                    base::ErrorCode::bad_value, 2, 5}),
    [](const auto& row) { return row.param.name; });

TEST(Stances, TooManyExamplesAreOneError) {
  std::string text = "stances:\n  - stance: nothing\n    examples: |\n";
  for (int number = 0; number <= 100'001; ++number) text += "      " + std::to_string(number) + "\n";
  const auto loaded = learned(tents + text);
  ASSERT_EQ(loaded.errors.size(), 1U);
  EXPECT_EQ(loaded.errors[0].code, base::ErrorCode::too_large);
  EXPECT_EQ(loaded.errors[0].line, 10U);
}

TEST(Stances, TooManyAreAnError) {
  std::string text = "stances:\n";
  for (int number = 0; number <= 1'000; ++number)
    text += "  - {stance: s" + std::to_string(number) +
            ", frame: pitched-by, concept: one-person, examples: It helps.}\n";
  const auto loaded = learned(tents + text);
  ASSERT_EQ(loaded.errors.size(), 1U);
  EXPECT_EQ(loaded.errors[0].code, base::ErrorCode::too_large);
  EXPECT_EQ(loaded.errors[0].line, 1010U);
}

// What was looked through for one topic says nothing of another.
TEST(Stances, AreToldFromTheExamplesOfTheirTopic) {
  const std::string praise = R"(  - stance: praised
    frame: pitched-by
    concept: several-people
    topic: praise
    least: 0.2
    headings: true
    examples: |
      Nobody needs to lend you a hand, and you will love it.
      You will love the colours.
  - stance: nothing
    topic: praise
    examples: |
      The colours are green and grey.
      The bag is grey.
)";
  const auto both = learned(tents + pitching + praise);
  ASSERT_TRUE(both.errors.empty()) << both.errors.front().message;
  const auto alone = learned(tents + pitching);
  const auto taken = [](const Knowledge& knowledge, std::string_view text) {
    std::vector<float> scores;
    std::vector<StanceModel::Taken> stances;
    knowledge.stance_model.get().read(items_of(knowledge, text), 0, scores, stances);
    std::vector<float> by_stance(knowledge.stances.size());
    for (const StanceModel::Taken& one : stances) by_stance[one.stance] = one.probability;
    return by_stance;
  };
  const std::string_view text = "You can put it up on your own.";
  EXPECT_NEAR(taken(both.value, text)[0], taken(alone.value, text)[0], 0.05);
  EXPECT_GT(taken(both.value, "You will love it.")[2], 0.5);
  EXPECT_LT(taken(both.value, "The bag is green.")[2], 0.5);
  EXPECT_DOUBLE_EQ(both.value.stances[2].least, 0.2);
  EXPECT_TRUE(both.value.stances[2].headings);
  EXPECT_FALSE(both.value.stances[0].headings);
}

TEST(Stances, RefuseALeastThatIsNoProbability) {
  const auto wrong = learned(tents + R"(stances:
  - stance: alone
    frame: pitched-by
    concept: one-person
    least: 65
    examples: One person can pitch it.
)");
  ASSERT_FALSE(wrong.errors.empty());
  EXPECT_EQ(wrong.errors.front().code, base::ErrorCode::bad_value);
}

}  // namespace
}  // namespace linter::knowledge
