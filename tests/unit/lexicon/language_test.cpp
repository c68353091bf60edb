#include "linter/lexicon/language.h"

#include <gtest/gtest.h>

#include "tests/support/scratch.h"

namespace linter::lexicon {
namespace {

TEST(Language, TellsTagsFromOtherText) {
  for (const char* tag : {"en", "en-GB", "de_AT", "zh-Hans-CN", "EN"})
    EXPECT_TRUE(is_language_tag(tag)) << tag;
  for (const char* text :
       {"", "e", "en-", "-en", "en--GB", "../etc", "en GB", "1n", "en/GB", "english language"}) {
    EXPECT_FALSE(is_language_tag(text)) << text;
  }
}

TEST(Language, HasOneSpelling) {
  EXPECT_EQ(normal_language_tag("EN_gb"), "en-GB");
  EXPECT_EQ(normal_language_tag("zh-hans-cn"), "zh-Hans-CN");
  EXPECT_EQ(normal_language_tag("de"), "de");
  EXPECT_EQ(primary_language("en-GB"), "en");
}

TEST(Language, FindsTheNearestDictionary) {
  const tests::Scratch folder;
  for (const char* name : {"de_DE", "de_CH", "eo", "xx_AA"}) {
    folder.write(std::string(name) + ".aff", "SET UTF-8\n");
    folder.write(std::string(name) + ".dic", "0\n");
  }
  folder.write("fr_FR.dic", "0\n");  // without its .aff
  const std::vector<std::string> folders{"/nowhere", folder.path()};
  const auto dic = [&](std::string_view tag) {
    const auto files = dictionary_for(tag, folders);
    return files ? files->dic.substr(folder.path().size() + 1) : std::string();
  };
  EXPECT_EQ(dic("de-CH"), "de_CH.dic");
  EXPECT_EQ(dic("de-AT"), "de_DE.dic");
  EXPECT_EQ(dic("de"), "de_DE.dic");
  EXPECT_EQ(dic("eo"), "eo.dic");
  EXPECT_EQ(dic("xx"), "xx_AA.dic");
  EXPECT_EQ(dic("fr"), "");
  EXPECT_FALSE(find_dictionary("../de_DE", folders));
}

TEST(Language, NamesThePackage) {
  EXPECT_EQ(dictionary_package("de"), "hunspell-de-de");
  EXPECT_EQ(dictionary_package("de_at"), "hunspell-de-at");
  EXPECT_EQ(dictionary_package("pt-BR"), "hunspell-pt-br");
  EXPECT_EQ(dictionary_package("en"), "hunspell-en-us");
  EXPECT_EQ(dictionary_package("uz"), "hunspell-uz");
  EXPECT_EQ(dictionary_package("fr-CA"), "hunspell-fr");
  EXPECT_EQ(dictionary_package("en_med"), "hunspell-en-med");
  EXPECT_EQ(way_to_named_dictionary("en_med"),
            "install it (apt-get install hunspell-en-med) or name another");
  EXPECT_EQ(way_to_named_dictionary("en_xx"),
            "hunspell-en-us would bring en_US: name that, or check how this one is spelt");
  EXPECT_EQ(dictionary_package("xx"), "");
  EXPECT_EQ(dictionary_package("tlh"), "");
}

}  // namespace
}  // namespace linter::lexicon
