#include "linter/checks/policy/measures.h"

#include <gtest/gtest.h>

#include "linter/prose/formats.h"
#include "tests/unit/policy/readings.h"

namespace linter::checks::policy {
namespace {

TEST(Syllables, are_counted_as_they_are_spoken) {
  struct Row {
    const char* word;
    std::uint32_t count;
  };
  for (const Row& row : std::vector<Row>{
           {"a", 1},           {"the", 1},
           {"cat", 1},         {"skin", 1},
           {"made", 1},        {"peel", 1},
           {"peeled", 1},      {"treated", 2},
           {"needed", 2},      {"needle", 2},
           {"table", 2},       {"safe", 1},
           {"safely", 2},      {"safety", 2},
           {"laser", 2},       {"lasers", 2},
           {"causes", 2},      {"makes", 1},
           {"doses", 2},       {"clinic", 2},
           {"acne", 1},        {"area", 3},
           {"idea", 3},        {"radio", 3},
           {"medium", 3},      {"being", 2},
           {"skiing", 2},      {"science", 2},
           {"treatment", 2},   {"collagen", 3},
           {"procedure", 3},   {"lotion", 2},
           {"tension", 2},     {"special", 2},
           {"quality", 3},     {"hopeful", 2},
           {"painless", 2},    {"movement", 2},
           {"continuous", 4},  {"individual", 5},
           {"anaesthetic", 4}, {"microneedling", 4},
           {"Rhythm", 1},      {"PEEL", 1},
           {"beautiful", 3},   {"hyperpigmentation", 6},
       }) {
    EXPECT_EQ(syllables_in(row.word), row.count) << row.word;
  }
}

class Counting : public testing::Test {
 protected:
  Counts counts(std::string_view markdown) {
    source_ = source::make_source("a.md", std::string(markdown)).value();
    EXPECT_TRUE(prose::format_named("markdown")->read(source_, {}, article_));
    sentences::split(article_, text_);
    lexicon_.annotate(article_.view, text_);
    const lexicon::Reading reading{source_, article_, text_, lexicon_};
    Measures measures;
    measures.begin(reading);
    Counts all;
    for (std::uint32_t block = 0; block < article_.blocks.size(); ++block)
      all += measures.block(block);
    return all;
  }

 private:
  lexicon::TriggerTable triggers_;
  lexicon::Lexicon lexicon_{tests::english(), triggers_};
  source::Source source_;
  prose::Article article_;
  sentences::Text text_;
};

TEST_F(Counting, words_are_what_stands_between_spaces) {
  const Counts one = counts("A well-known peel takes 30 minutes - not *more*.");
  EXPECT_EQ(one.words, 8U);
  EXPECT_EQ(one.sentences, 1U);
  EXPECT_EQ(one.paragraphs, 1U);
  EXPECT_EQ(one.characters, 46U);
  EXPECT_EQ(one.letters, 35U);
  EXPECT_EQ(one.long_words, 2U);  // well-known, minutes
}

TEST_F(Counting, sentences_and_paragraphs) {
  const Counts all = counts("It heals. It peels!\n\nIs it fine?\n\n- One\n- Two words\n");
  EXPECT_EQ(all.words, 10U);
  EXPECT_EQ(all.sentences, 5U);
  EXPECT_EQ(all.paragraphs, 4U);
}

TEST_F(Counting, names_and_endings_are_not_complex) {
  // Polysyllables: "Alexandra" (a name), "recommended" and "procedures" (by their endings only
  // two), "individual".
  const Counts all = counts("We saw Alexandra, who recommended individual procedures.");
  EXPECT_EQ(all.polysyllables, 4U);
  EXPECT_EQ(all.complex_words, 3U);
}

TEST_F(Counting, masked_things_and_marks_are_no_words) {
  const Counts all = counts("Run `make all` at https://example.org - now!");
  EXPECT_EQ(all.words, 3U);
}

TEST_F(Counting, letters_of_other_scripts_count_once) {
  const Counts all = counts("Über Äpfel.");
  EXPECT_EQ(all.letters, 9U);
  EXPECT_EQ(all.characters, 11U);
}

TEST(Metrics, follow_their_formulas) {
  // 12 words (3 of them long), 2 sentences, 17 syllables, 59 letters: counted by hand.
  const std::string text =
      "The laser removes dark hair from the skin. Patients report mild redness.";
  struct Row {
    const char* metric;
    const char* value;
  };
  for (const Row& row : std::vector<Row>{
           {"words", "12"},
           {"sentences", "2"},
           {"paragraphs", "1"},
           {"characters", "72"},
           {"words_per_sentence", "6"},
           {"words_per_paragraph", "12"},
           {"sentences_per_paragraph", "2"},
           {"syllables_per_word", "1.4"},
           {"flesch_reading_ease", "80.9"},   // 206.835 - 1.015 * 6 - 84.6 * 17 / 12
           {"flesch_kincaid_grade", "3.5"},   // 0.39 * 6 + 11.8 * 17 / 12 - 15.59
           {"gunning_fog", "2.4"},            // 0.4 * (6 + 100 * 0 / 12)
           {"coleman_liau", "8.2"},           // 5.88 * 59 / 12 - 29.6 * 2 / 12 - 15.8
           {"automated_readability", "4.7"},  // 4.71 * 59 / 12 + 0.5 * 6 - 21.43
           {"smog", "3.1"},                   // 1.0430 * sqrt(30 * 0 / 2) + 3.1291
           {"lix", "31"},                     // 6 + 100 * 3 / 12
       }) {
    tests::PolicyRun run(
        "pack: p\nrules:\n  - {rule: r, kind: metric, message: '{value}', below: -1000, above: "
        "-999, metric: " +
        std::string(row.metric) + "}\n");
    ASSERT_TRUE(run.errors().empty());
    EXPECT_EQ(run.lines(text), std::vector<std::string>{"1:1 p.r: " + std::string(row.value)})
        << row.metric;
  }
}

}  // namespace
}  // namespace linter::checks::policy
