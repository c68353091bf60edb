#include "linter/lexicon/inflection.h"

#include <algorithm>
#include <gtest/gtest.h>

#include "linter/lexicon/closed_words.h"
#include "linter/lexicon/sound.h"

namespace linter::lexicon {
namespace {

bool holds(const std::vector<std::string>& words, std::string_view word) {
  return std::ranges::find(words, word) != words.end();
}

TEST(Inflection, FindsStems) {
  EXPECT_TRUE(holds(singulars("bodies"), "body"));
  EXPECT_TRUE(holds(singulars("boxes"), "box"));
  EXPECT_TRUE(holds(singulars("pores"), "pore"));
  EXPECT_TRUE(holds(singulars("women"), "woman"));
  EXPECT_TRUE(singulars("glass").empty());
  EXPECT_TRUE(holds(stems_of_s_form("carries"), "carry"));
  EXPECT_TRUE(holds(stems_of_s_form("goes"), "go"));
  EXPECT_TRUE(holds(stems_of_past("stopped"), "stop"));
  EXPECT_TRUE(holds(stems_of_past("healed"), "heal"));
  EXPECT_TRUE(holds(stems_of_past("raised"), "raise"));
  EXPECT_TRUE(holds(stems_of_past("dried"), "dry"));
  EXPECT_TRUE(holds(stems_of_gerund("making"), "make"));
  EXPECT_TRUE(holds(stems_of_gerund("rubbing"), "rub"));
  EXPECT_TRUE(stems_of_gerund("sing").empty());
  EXPECT_TRUE(holds(stems_of_comparison("finest"), "fine"));
  EXPECT_TRUE(holds(stems_of_comparison("happier"), "happy"));
}

TEST(Inflection, MakesPlurals) {
  EXPECT_EQ(plural_of("body"), "bodies");
  EXPECT_EQ(plural_of("day"), "days");
  EXPECT_EQ(plural_of("box"), "boxes");
  EXPECT_EQ(plural_of("keratinocyte"), "keratinocytes");
}

TEST(ClosedWords, KnowFunctionWords) {
  EXPECT_TRUE(has(*closed_class("because"), PartOfSpeech::subordinator));
  EXPECT_TRUE(has(*closed_class("can't"), PartOfSpeech::negator));
  EXPECT_TRUE(has(*closed_class("can't"), PartOfSpeech::finite_verb));
  EXPECT_TRUE(has(*closed_class("which"), PartOfSpeech::relative));
  EXPECT_FALSE(has(*closed_class("the"), PartOfSpeech::noun));
  EXPECT_FALSE(closed_class("needle").has_value());
}

TEST(ClosedWords, GuessFromTheEnding) {
  EXPECT_TRUE(has(guessed_parts("microneedling"), PartOfSpeech::gerund));
  EXPECT_TRUE(has(guessed_parts("dermaplanes"), PartOfSpeech::plural));
  EXPECT_TRUE(has(guessed_parts("cosmetically"), PartOfSpeech::adverb));
  EXPECT_TRUE(has(guessed_parts("xyz"), PartOfSpeech::noun));
}

TEST(ClosedWords, TellPastFormsApart) {
  EXPECT_EQ(irregular_past("went"), Past::tense_only);
  EXPECT_EQ(irregular_past("gone"), Past::participle_only);
  EXPECT_EQ(irregular_past("felt"), Past::both);
}

TEST(PartOfSpeech, NamesGoBothWays) {
  for (const PartOfSpeechName& row : part_of_speech_names()) {
    EXPECT_EQ(part_of_speech_named(row.name), row.part);
    EXPECT_FALSE(row.about.empty());
  }
  EXPECT_EQ(part_of_speech_names().size(), 21U);
  EXPECT_EQ(part_of_speech_named("gerundive"), std::nullopt);
}

TEST(Sound, IsSharedByWordsThatSoundAlike) {
  for (const auto& [a, b] :
       std::vector<std::pair<std::string, std::string>>{{"fisicly", "physicaly"},
                                                        {"nife", "knife"},
                                                        {"rite", "right"},
                                                        {"sychology", "psychology"},
                                                        {"tecnique", "technique"},
                                                        {"seperate", "separate"},
                                                        {"kolagen", "collagen"}}) {
    SCOPED_TRACE(a);
    EXPECT_EQ(sound_code(a), sound_code(b));
    EXPECT_EQ(sound_key(a), sound_key(b));
  }
  EXPECT_NE(sound_code("needle"), sound_code("noodles"));
  EXPECT_EQ(sound_key(""), 0U);
  EXPECT_EQ(sound_key("\u043A\u043E\u0436\u0430"), 0U);
}

}  // namespace
}  // namespace linter::lexicon
