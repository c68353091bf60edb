// Every folder of tests/golden/policy is a rule kind, every folder in it a pack, an article and
// what the one finds in the other: a line "LINE:COLUMN:RULE:MESSAGE", and below it what it
// suggests.
#include <algorithm>
#include <filesystem>
#include <gtest/gtest.h>

#include "linter/base/files.h"
#include "linter/checks/policy/kinds.h"
#include "linter/checks/policy/rehearsal.h"
#include "linter/packs/load.h"
#include "linter/prose/formats.h"
#include "tests/support/build.h"
#include "tests/support/golden.h"

namespace {

namespace policy = linter::checks::policy;

const std::string cases = GALLEY_SOURCE_DIR "/tests/golden/policy";

std::vector<std::string> case_names() {
  std::vector<std::string> names;
  for (const auto& kind : std::filesystem::directory_iterator(cases)) {
    for (const auto& one : std::filesystem::directory_iterator(kind.path()))
      names.push_back(std::filesystem::relative(one.path(), cases).string());
  }
  std::ranges::sort(names);
  return names;
}

std::string article_in(const std::string& folder) {
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    if (entry.path().stem() == "article") return entry.path().string();
  }
  ADD_FAILURE() << folder << " has no article";
  return {};
}

std::string lines_of(const linter::checks::ArticleResult& result) {
  std::string out;
  for (const auto& finding : result.findings) {
    const auto& begin = finding.location.begin;
    out += std::to_string(begin.line) + ":" + std::to_string(begin.column) + ":" + finding.rule +
           ":" + finding.message + "\n";
    for (const std::string& suggestion : finding.suggestions) out += "  -> " + suggestion + "\n";
  }
  for (const auto& error : result.errors)
    out += std::string(linter::base::code_name(error.code)) + ":" + error.message + "\n";
  return out;
}

class PolicyCase : public testing::TestWithParam<std::string> {};

TEST_P(PolicyCase, finds_what_is_expected) {
  const std::string folder = cases + '/' + GetParam();
  const auto files = linter::base::disk();
  const bool has_knowledge = std::filesystem::exists(folder + "/knowledge.yaml");
  const std::vector<std::string> wanted{"english", folder + (has_knowledge ? "" : "/pack.yaml")};
  const auto packs = linter::packs::load_packs(*files, wanted, {GALLEY_SOURCE_DIR "/policies", ""});
  const auto knowledge = policy::knowledge_of(packs.value);
  for (const auto& error : knowledge.errors) ADD_FAILURE() << error.file << ": " << error.message;
  policy::PolicyOptions policy_options;
  policy_options.knowledge = &knowledge.value;
  const auto set = policy::PolicySet::compile(packs.value, policy_options);
  for (const auto* errors : {&packs.errors, &set.errors}) {
    for (const auto& error : *errors)
      ADD_FAILURE() << error.file << ":" << error.line << ": " << error.message;
  }
  linter::lexicon::VocabularyOptions options;
  options.data_folder = tests::build_folder() + "/data";
  const auto vocabulary = linter::lexicon::Vocabulary::open(std::move(options));
  ASSERT_TRUE(vocabulary);
  const auto cues = policy::cues_of(packs.value);
  policy::Rehearsal rehearsal({set.value, *vocabulary, cues.value}, nullptr);
  const std::string article = article_in(folder);
  const auto result =
      rehearsal.check(tests::read_file(article), linter::prose::format_for_path(article)->name);
  ASSERT_TRUE(result) << result.error().message;
  tests::expect_golden(folder + "/findings", lines_of(*result));
}

INSTANTIATE_TEST_SUITE_P(golden, PolicyCase, testing::ValuesIn(case_names()), [](const auto& row) {
  std::string name = row.param;
  std::ranges::replace_if(name, [](char c) { return c == '/' || c == '-'; }, '_');
  return name;
});

TEST(PolicyCases, every_kind_has_one) {
  for (const std::string_view kind : policy::kind_names())
    EXPECT_TRUE(std::filesystem::is_directory(cases + "/" + std::string(kind))) << kind;
  for (const auto& folder : std::filesystem::directory_iterator(cases))
    EXPECT_NE(policy::kind_named(folder.path().filename().string()), nullptr) << folder.path();
}

}  // namespace
