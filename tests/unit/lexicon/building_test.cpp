#include <algorithm>
#include <gtest/gtest.h>
#include <set>

#include "linter/lexicon/building/affixes.h"
#include "linter/lexicon/building/sources.h"
#include "tests/support/scratch.h"

namespace linter::lexicon::building {
namespace {

constexpr std::string_view aff =
    "SET UTF-8\nNOSUGGEST !\nONLYINCOMPOUND c\n"
    "PFX U Y 1\nPFX U 0 un .\n"
    "SFX S Y 2\nSFX S y ies [^aeiou]y\nSFX S 0 s [^y]\n"
    "SFX V N 1\nSFX V e ive e\n";

std::set<std::string> forms(std::string_view stem, std::string_view flags) {
  const auto affixes = Affixes::parse(aff, "x.aff");
  EXPECT_TRUE(affixes.has_value());
  std::set<std::string> out;
  affixes->expand(stem, flags, [&](std::string_view word) { out.emplace(word); });
  return out;
}

using Words = std::set<std::string>;

TEST(Affixes, FormTheWordsOfAStem) {
  EXPECT_EQ(forms("tie", ""), (Words{"tie"}));
  EXPECT_EQ(forms("tie", "S"), (Words{"tie", "ties"}));
  EXPECT_EQ(forms("body", "S"), (Words{"body", "bodies"}));
  EXPECT_EQ(forms("tie", "US"), (Words{"tie", "ties", "untie", "unties"}));
  EXPECT_EQ(forms("create", "UV"), (Words{"create", "creative", "uncreate"}))
      << "V does not cross with U";
}

TEST(Affixes, KnowTheirSpecialFlags) {
  const auto affixes = Affixes::parse(aff, "x.aff");
  ASSERT_TRUE(affixes.has_value());
  EXPECT_EQ(affixes->no_suggest(), '!');
  EXPECT_EQ(affixes->only_in_compound(), 'c');
}

TEST(Affixes, RefuseWhatTheyCannotRead) {
  const auto flags = Affixes::parse("SET UTF-8\nFLAG long\n", "x.aff");
  ASSERT_FALSE(flags.has_value());
  EXPECT_EQ(flags.error().line, 2U);
  EXPECT_FALSE(Affixes::parse("SFX\n", "x.aff").has_value());
}

TEST(Hunspell, DecidesWhatIsAWord) {
  const tests::Scratch folder;
  const std::string dic = "4\nbody/S\nParis\ndarn/S!\n1th/c\n";
  const std::string aff_path = folder.write("x.aff", aff);
  const std::string dic_path = folder.write("x.dic", dic);
  Entries entries;
  ASSERT_TRUE(add_hunspell(aff_path, aff, dic_path, dic, entries).has_value());
  Words words;
  for (const auto& [word, entry] : entries) words.insert(word);
  EXPECT_EQ(words, (Words{"bodies", "body", "darn", "darns", "paris"}));
  EXPECT_TRUE(entries["darn"].offensive);
  EXPECT_FALSE(entries["body"].offensive);
  EXPECT_EQ(entries["paris"].forms, static_cast<Forms>(Form::capitalised));
}

TEST(RareWords, GiveWayToCommonNeighbours) {
  Entries common;
  add_spelling(common, "winkle", all_dialects).tier = 60;
  add_spelling(common, "wrinkles", all_dialects).tier = 35;
  Entries rare;
  for (const char* word : {"wrinklet", "winkles", "keratinocyte", "azo"})
    add_spelling(rare, word, all_dialects);
  keep_safe_rare(common, rare);
  EXPECT_EQ(rare.size(), 1U);
  EXPECT_TRUE(rare.contains("keratinocyte"));
}

TEST(Dialects, PairOnlyWhatDiffers) {
  Entries entries;
  const auto add = [&](const char* word, Dialect dialect) {
    add_spelling(entries, word, static_cast<Dialects>(dialect)).tier = 35;
  };
  add("colour", Dialect::british);
  add("color", Dialect::american);
  add("centre", Dialect::british);
  add("center", Dialect::american);
  add("billabong", Dialect::australian);
  add("skin", Dialect::american);
  const Pairs pairs = dialect_pairs(entries);
  EXPECT_EQ(pairs, (Pairs{{"centre", "center"}, {"colour", "color"}}));
}

}  // namespace
}  // namespace linter::lexicon::building
