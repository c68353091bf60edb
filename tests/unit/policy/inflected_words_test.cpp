#include "linter/checks/policy/inflected_words.h"

#include <gtest/gtest.h>
#include <random>
#include <string>
#include <utility>
#include <vector>

namespace linter::checks::policy {
namespace {

using Lines = std::vector<std::string>;

// "break > down (break down)" for each wording that begins with the word.
Lines told(const InflectedWords& words, std::string_view first) {
  Lines lines;
  for (const Wording& one : words.beginning_with(first))
    lines.push_back(std::string(one.first) + " > " + std::string(one.rest) + " (" +
                    std::string(one.base) + ")");
  return lines;
}

InflectedWords some_verbs() {
  const Lines phrases = {"Break  down", "break", "ease", "break up with"};
  InflectedWords::Maker maker;
  maker.add_verbs(phrases, 0);
  return maker.made();
}

InflectedWords some_nouns() {
  const Lines phrases = {"back pain", "back", "scar"};
  InflectedWords::Maker maker;
  maker.add_nouns(phrases, 0);
  return maker.made();
}

TEST(InflectedWords, VerbsTakeTheFormsOfTheirFirstWord) {
  const InflectedWords words = some_verbs();
  EXPECT_EQ(told(words, "breaks"), (Lines{"breaks > up with (break up with)",
                                          "breaks > down (Break  down)", "breaks >  (break)"}));
  EXPECT_EQ(told(words, "easing"), (Lines{"easing >  (ease)"}));
  EXPECT_EQ(told(words, "broken").size(), 3U);
  EXPECT_EQ(told(words, "breaked"), Lines{});
  EXPECT_EQ(told(words, ""), Lines{});
}

TEST(InflectedWords, NounsTakeThePluralOfTheirLastWord) {
  const InflectedWords words = some_nouns();
  EXPECT_EQ(told(words, "back"),
            (Lines{"back > pain (back pain)", "back > pains (back pain)", "back >  (back)"}));
  EXPECT_EQ(told(words, "scars"), (Lines{"scars >  (scar)"}));
}

TEST(InflectedWords, ComeByGroupAndVerbsBeforeNouns) {
  const Lines verbs = {"lift up"};
  const Lines nouns = {"lift", "lift of skin"};
  InflectedWords::Maker maker;
  maker.add_nouns(nouns, 1);
  maker.add_verbs(verbs, 1);
  maker.add_nouns(nouns, 0);
  const InflectedWords words = maker.made();
  std::vector<std::pair<int, Form>> found;
  for (const Wording& one : words.beginning_with("lift")) found.emplace_back(one.group, one.form);
  // Of "lift of skin" the plural is "lift of skins".
  EXPECT_EQ(found, (std::vector<std::pair<int, Form>>{{0, Form::noun},
                                                      {0, Form::noun},
                                                      {0, Form::noun},
                                                      {1, Form::base},
                                                      {1, Form::noun},
                                                      {1, Form::noun},
                                                      {1, Form::noun}}));
}

void expect_same_in_image(const InflectedWords& words) {
  base::ImageWriter writer;
  words.put(writer);
  const std::string kept = writer.take();
  base::ImageReader reader(kept);
  const InflectedWords read(reader);
  ASSERT_TRUE(reader.sound());
  ASSERT_EQ(read.all().size(), words.all().size());
  for (const Wording& one : words.all())
    EXPECT_EQ(told(read, one.first), told(words, one.first)) << one.first;
}

TEST(InflectedWords, AreTheSameInAnImage) {
  expect_same_in_image(some_verbs());
  expect_same_in_image(some_nouns());
}

// Whatever it says, nothing outside of it is read.
TEST(InflectedWords, AreLookedForInAnyImage) {
  base::ImageWriter writer;
  some_verbs().put(writer);
  const std::string kept = writer.take();
  std::minstd_rand random(5);
  std::size_t letters = 0;
  for (int round = 0; round < 4000; ++round) {
    std::string hostile = kept;
    for (std::size_t left = 1 + random() % 4; left > 0; --left)
      hostile[random() % hostile.size()] = static_cast<char>(random());
    base::ImageReader reader(hostile);
    const InflectedWords words(reader);
    for (const std::string_view first : {"break", "breaks", "ease", "eased"})
      for (const std::string& line : told(words, first)) letters += line.size();
    for (const Wording& one : words.all()) letters += one.base.size();
  }
  EXPECT_GT(letters, 0U);
}

}  // namespace
}  // namespace linter::checks::policy
