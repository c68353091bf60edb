#include "linter/run/survey.h"

#include <gtest/gtest.h>

#include "linter/config/configuration.h"
#include "tests/unit/run/run_fixture.h"

namespace linter::run {
namespace {

// The words come from the data folder of the build, the articles from memory.
base::Loaded<Survey> surveyed(Tree tree) {
  const auto files = base::memory(std::move(tree));
  CheckRequest request = request_for({"."});
  request.packs.clear();
  return survey(request, *files);
}

std::string repeated(const std::string& text, int times) {
  std::string all;
  for (int i = 0; i < times; ++i) all += text + "\n\n";
  return all;
}

TEST(Survey, proposes_words_that_only_this_project_uses) {
  const auto loaded = surveyed(
      {{"/w/a.txt", repeated("Our Lumivex serum calms the skin. Ask for Lumivex's leaflet.", 2)},
       {"/w/b.txt", repeated("We glorptate before teh treatment, then recieve you.", 3)},
       {"/w/c.txt", "Zanthik stands here twice. Zanthik. Velunopeel once.\n"},
       {"/w/d.txt", "Velunopeel again, and recieve. The skinand the skinand.\n"}});
  EXPECT_TRUE(loaded.errors.empty());
  EXPECT_EQ(loaded.value.articles, 4U);
  EXPECT_EQ(loaded.value.own_words,
            (std::vector<OwnWord>{{"Lumivex", 4}, {"glorptate", 3}, {"Velunopeel", 2}}));
}

struct LanguageCase {
  const char* name;
  const char* text;
  const char* language;
};

class SurveyLanguage : public testing::TestWithParam<LanguageCase> {};

TEST_P(SurveyLanguage, is_what_the_words_say) {
  EXPECT_EQ(surveyed({{"/w/a.txt", repeated(GetParam().text, 3)}}).value.language,
            GetParam().language);
}

INSTANTIATE_TEST_SUITE_P(
    Table, SurveyLanguage,
    testing::Values(
        LanguageCase{"open", "The skin heals within a week.", "en"},
        LanguageCase{"british", "The colour of the tumour; a programme at our centre.", "en-GB"},
        LanguageCase{"oxford", "The colour fades; a programme organized at our centre, customized.",
                     "en-GB"},
        LanguageCase{"american", "The color of the tumor; the center has analyzed it.", "en-US"},
        LanguageCase{"none", "", ""}),
    [](const auto& row) { return row.param.name; });

TEST(Survey, goes_on_past_articles_that_cannot_be_read) {
  const auto loaded = surveyed({{"/w/a.txt", "\xFF"}, {"/w/b.txt", "Fine words.\n"}});
  EXPECT_EQ(loaded.value.articles, 1U);
  ASSERT_EQ(loaded.errors.size(), 1U);
  EXPECT_EQ(loaded.errors[0].file, "a.txt");
}

config::Settings read_back(const std::string& yaml) {
  const auto files = base::memory({{"/w/.galley.yaml", yaml}});
  const auto loaded = config::read_configuration(*files, "/w/.galley.yaml", "/w");
  for (const base::Error& error : loaded.errors) ADD_FAILURE() << error.line << error.message;
  return config::settings_for(loaded.value, "/w/a.md");
}

TEST(CommentedConfiguration, says_nothing_by_itself) {
  const std::string text = commented_configuration({});
  for (const config::Key& key : config::keys()) {
    if (!key.at_top) continue;
    EXPECT_NE(text.find("# " + std::string(key.name) + ":"), std::string::npos) << key.name;
  }
  EXPECT_EQ(read_back(text).language.value, "en");
}

TEST(CommentedConfiguration, holds_what_the_survey_proposes) {
  Survey survey;
  survey.language = "en-GB";
  survey.own_words = {{"Lumivex", 12}, {"yes", 3}, {"#odd: one", 3}};
  const config::Settings settings = read_back(commented_configuration(survey));
  EXPECT_EQ(settings.language.value, "en-GB");
  ASSERT_EQ(settings.words.size(), 3U);
  EXPECT_EQ(settings.words[2].value, "#odd: one");
}

}  // namespace
}  // namespace linter::run
