#include <gtest/gtest.h>

#include "linter/checks/spelling/apostrophes.h"
#include "linter/checks/spelling/capitals.h"
#include "linter/checks/spelling/compounds.h"
#include "linter/checks/spelling/dialect.h"
#include "linter/checks/spelling/ordinals.h"
#include "linter/checks/spelling/well_known.h"
#include "linter/checks/spelling/word_parts.h"
#include "tests/unit/spelling/desk.h"

namespace linter::checks::spelling {
namespace {

const lexicon::Vocabulary& words() {
  static const lexicon::Vocabulary vocabulary = Desk::open("microneedling\n", "en");
  return vocabulary;
}

TEST(Apostrophes, AreRestored) {
  for (const auto& [wrong, right] :
       std::vector<std::pair<const char*, const char*>>{{"dont", "don't"},
                                                        {"doesnt", "doesn't"},
                                                        {"does'nt", "doesn't"},
                                                        {"youre", "you're"},
                                                        {"your's", "yours"},
                                                        {"childrens", "children's"},
                                                        {"theyve", "they've"},
                                                        {"oclock", "o'clock"}}) {
    EXPECT_EQ(restored_apostrophe(wrong), right) << wrong;
  }
  for (const char* right :
       {"don't", "cant", "wont", "its", "were", "skin", "well", "shell", "hell", "ill", "id"}) {
    EXPECT_EQ(restored_apostrophe(right), std::nullopt) << right;
  }
}

TEST(Ordinals, HaveTheEndingOfTheirNumber) {
  for (const auto& [wrong, right] :
       std::vector<std::pair<const char*, const char*>>{{"2rd", "2nd"},
                                                        {"1th", "1st"},
                                                        {"11nd", "11th"},
                                                        {"1,002th", "1,002nd"},
                                                        {"3nd", "3rd"}})
    EXPECT_EQ(right_ordinal(wrong), right) << wrong;
  for (const char* right :
       {"1st", "12th", "113th", "1990s", "11st", "3st", "2d", "nd", "10mg", "x2rd", ""})
    EXPECT_EQ(right_ordinal(right), std::nullopt) << right;
}

TEST(WellKnownNames, AreMetByOneSlipThatNoPersonIsCalled) {
  for (const auto& [wrong, right] :
       std::vector<std::pair<const char*, const char*>>{{"gemrany", "Germany"},
                                                        {"austalia", "Australia"},
                                                        {"itally", "Italy"},
                                                        {"lodnon", "London"},
                                                        {"decmber's", "December"}})
    EXPECT_EQ(well_known_name(wrong), right) << wrong;
  for (const char* other : {"germany", "munday", "augustin", "poland", "noland", "germano", "ital"})
    EXPECT_EQ(well_known_name(other), "") << other;
}

TEST(Capitals, DoubledOnesAreFoundAndKnownToBeSure) {
  struct Row {
    const char* wrong;
    const char* right;
    bool sure;
  };
  for (const Row& row :
       {Row{"TThe", "The", true}, Row{"THe", "The", true}, Row{"WHich", "Which", true},
        Row{"FIxed", "Fixed", true}, Row{"MOnday", "Monday", true},
        Row{"MIcroneedling", "Microneedling", false}, Row{"GGraph", "Graph", false},
        Row{"IDentifier", "Identifier", false}}) {
    const auto found = without_doubled_capital(row.wrong, words());
    ASSERT_TRUE(found) << row.wrong;
    EXPECT_EQ(found->right, row.right);
    EXPECT_EQ(found->sure, row.sure) << row.wrong;
  }
  for (const char* right :
       {"MRIs", "OKed", "PhD", "The", "IDs",   "DNase",  "TV",   "GPing", "XXyz",   "NOx", "SOx",
        "COx",  "HIfu", "IVa", "PPi", "EBook", "IFrame", "GZip", "UInt",  "BCrypt", "APis"}) {
    EXPECT_FALSE(without_doubled_capital(right, words())) << right;
  }
}

TEST(Capitals, InnerOnesAreFound) {
  EXPECT_EQ(without_inner_capital("sKin", words()), "skin");
  EXPECT_EQ(without_inner_capital("TreaTment", words()), "Treatment");
  EXPECT_EQ(without_inner_capital("tREATMENT", words()), "Treatment");
  EXPECT_EQ(without_inner_capital("tHE", words()), "the");
  EXPECT_EQ(without_inner_capital("JULy", words()), "July");
  EXPECT_EQ(without_inner_capital("TREATMENt", words()), "Treatment");
  EXPECT_EQ(without_inner_capital("microNeedling", words()), "microneedling");
  for (const char* right :
       {"iPhone", "SkinCeuticals", "HealthCare", "skin", "McCoy", "eBay", "SoftWave", "SKin",
        "cAMP", "eMAIL", "mRNA", "autoFocus", "MRIed", "fileName", "DIYers"}) {
    EXPECT_EQ(without_inner_capital(right, words()), std::nullopt) << right;
  }
}

TEST(WordParts, KnowPrefixedWords) {
  for (const char* word : {"microporous", "noncompliant", "hyperreactive", "ultrathin",
                           "sandpaperlike", "hundredfold"}) {
    EXPECT_TRUE(is_derived(word, words())) << word;
  }
  for (const char* word :
       {"recieve", "untill", "dissapear", "micro", "disapear", "unfortunatly", "preform"}) {
    if (words().accepts(word)) continue;
    EXPECT_FALSE(is_derived(word, words())) << word;
  }
}

TEST(WordParts, KnowTechnicalCompounds) {
  for (const char* word :
       {"chondrodermatitis", "dermatofibroma", "osteochondritis", "hypothyroidism",
        "cholecystectomy", "electromyography", "hyperlipidemia"}) {
    EXPECT_TRUE(is_technical_compound(word)) << word;
  }
  for (const char* word :
       {"adjoests", "micronedlean", "definately", "accomodation", "hyperpigmentaton", "ostitis",
        "seperation", "occassional", "treatmant", ""}) {
    EXPECT_FALSE(is_technical_compound(word)) << word;
  }
}

TEST(Compounds, AreUngluedOnlyWhereTheyCannotBeOne) {
  EXPECT_EQ(unglued("gentleand", words()), "gentle and");
  EXPECT_EQ(unglued("inthe", words()), "in the");
  EXPECT_EQ(unglued("diseasesexamines", words()), "diseases examines");
  for (const char* word :
       {"toolchain", "namespace", "backport", "upcharge", "walkin", "filesystem", "adjoests"}) {
    EXPECT_EQ(unglued(word, words()), std::nullopt) << word;
  }
}

TEST(Dialect, IsKnownByLanguageTag) {
  EXPECT_EQ(english_of("en"), std::nullopt);
  EXPECT_EQ(english_of("en-GB"), English::british);
  EXPECT_EQ(english_of("en-IE"), English::british);
  EXPECT_EQ(english_of("en-NZ"), English::australian);
  EXPECT_EQ(english_of("de"), std::nullopt);
}

TEST(Dialect, KnowsWhoWritesWhat) {
  const DialectFacts colour = dialect_facts("colour", words());
  EXPECT_TRUE(colour.british);
  EXPECT_EQ(colour.other, "color");
  EXPECT_TRUE(departs(colour, English::american));
  EXPECT_FALSE(departs(colour, English::canadian));
  EXPECT_TRUE(departs(dialect_facts("color", words()), English::british));
  EXPECT_FALSE(departs(dialect_facts("organize", words()), English::british));
  EXPECT_FALSE(departs(dialect_facts("skin", words()), English::british));
  EXPECT_TRUE(dialect_facts("aging", words()).american);
  EXPECT_FALSE(departs(dialect_facts("aging", words()), English::british))
      << "a variant that passes";
}

}  // namespace
}  // namespace linter::checks::spelling
