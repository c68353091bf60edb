// A run from paths to findings.
#include "linter/run/check_run.h"

#include <algorithm>
#include <gtest/gtest.h>
#include <random>

#include "tests/unit/run/run_fixture.h"

namespace linter::run {
namespace {

using Lines = std::vector<std::string>;

findings::Outcome checked(Tree tree, const CheckRequest& request) {
  const auto files = base::memory(with_house_pack(std::move(tree)));
  return check(request, *files);
}

TEST(CheckRun, finds_in_the_order_of_path_and_place) {
  const auto outcome = checked({{"/w/b.txt", "It is very good. A miracle.\n"},
                                {"/w/a.txt", "Plain.\n\nVery, very plain.\n"}},
                               request_for({"."}));
  EXPECT_EQ(lines_of(outcome),
            (Lines{"a.txt:3:1:house.very:warning", "a.txt:3:7:house.very:warning",
                   "b.txt:1:7:house.very:warning", "b.txt:1:20:house.never-say:error"}));
  EXPECT_EQ(outcome.findings[2].location.text, "very");
  EXPECT_EQ(outcome.findings[2].location.excerpt, "It is very good. A miracle.");
  EXPECT_FALSE(outcome.findings[2].fingerprint.empty());
  EXPECT_TRUE(outcome.errors.empty());
  EXPECT_EQ(outcome.files, 2U);
  EXPECT_EQ(outcome.words, 10U);
  EXPECT_EQ(outcome.today, "2026-01-01");
  EXPECT_EQ(outcome.failing, 1U);
  EXPECT_EQ(outcome.root, "/w");
}

TEST(CheckRun, without_paths_checks_the_working_folder) {
  EXPECT_EQ(checked({{"/w/a.txt", "x\n"}, {"/v/b.txt", "x\n"}}, request_for({})).files, 1U);
}

TEST(CheckRun, names_what_the_findings_rest_on) {
  const auto outcome = checked({{"/w/a.txt", "x\n"}, {"/w/.galley.yaml", "language: en-GB\n"}},
                               request_for({"a.txt"}));
  Lines names;
  for (const auto& datum : outcome.data) names.push_back(datum.name);
  EXPECT_NE(std::ranges::find(names, "configuration .galley.yaml"), names.end());
  EXPECT_NE(std::ranges::find(names, "pack house 1"), names.end());
}

TEST(CheckRun, compares_articles_across_the_corpus) {
  const Tree tree{
      {"/w/a.txt", "Say hello.\n"}, {"/w/b.txt", "Say hello.\n"}, {"/w/c.txt", "Say howdy.\n"}};
  EXPECT_EQ(lines_of(checked(tree, request_for({"."}))), Lines{"c.txt:1:5:house.greeting:warning"});
  // of two articles neither form is that of most
  EXPECT_TRUE(checked(tree, request_for({"a.txt", "c.txt"})).findings.empty());
  EXPECT_TRUE(checked(tree, request_for({"c.txt"})).findings.empty());
}

TEST(CheckRun, a_configured_corpus_is_compared_even_with_one_article) {
  Tree tree{{"/w/.galley.yaml", "corpus: [content/]\n"},
            {"/w/content/a.txt", "Say hello. A miracle.\n"},
            {"/w/content/b.txt", "Say hello.\n"},
            {"/w/content/c.txt", "Say howdy.\n"},
            {"/w/d.txt", "Say howdy.\n"}};
  const auto outcome = checked(tree, request_for({"content/c.txt"}));
  EXPECT_EQ(lines_of(outcome), Lines{"content/c.txt:1:5:house.greeting:warning"});
  EXPECT_EQ(outcome.files, 1U);
  EXPECT_TRUE(checked(tree, request_for({"d.txt"})).findings.empty());
  EXPECT_TRUE(checked(tree, request_for({"content/b.txt"})).findings.empty());
}

TEST(CheckRun, groups_are_not_compared_with_one_another) {
  const auto outcome = checked({{"/w/.galley.yaml", "compare: {old: [old/], us: [us/]}\n"},
                                {"/w/a.txt", "Say hello.\n"},
                                {"/w/old/b.txt", "Say howdy.\n"},
                                {"/w/us/c.txt", "Say hello.\n"},
                                {"/w/us/d.txt", "Say hello, hello.\n"},
                                {"/w/us/e.txt", "Say howdy.\n"}},
                               request_for({"."}));
  EXPECT_EQ(lines_of(outcome), Lines{"us/e.txt:1:5:house.greeting:warning"});
}

struct LevelCase {
  const char* name;
  const char* yaml;
  Lines expected;
  std::uint64_t failing;
};

class CheckRunLevels : public testing::TestWithParam<LevelCase> {};

TEST_P(CheckRunLevels, are_those_of_the_configuration) {
  const auto outcome =
      checked({{"/w/.galley.yaml", GetParam().yaml}, {"/w/legal/a.txt", "Very. Miracle.\n"}},
              request_for({"."}));
  EXPECT_EQ(lines_of(outcome), GetParam().expected);
  EXPECT_EQ(outcome.failing, GetParam().failing);
  EXPECT_EQ(errors_of(outcome), Lines{});
}

INSTANTIATE_TEST_SUITE_P(
    Table, CheckRunLevels,
    testing::Values(
        LevelCase{"none",
                  "",
                  {"legal/a.txt:1:1:house.very:warning", "legal/a.txt:1:7:house.never-say:error"},
                  1},
        LevelCase{"rule_off",
                  "rules: {house.very: {severity: off, reason: r}}",
                  {"legal/a.txt:1:7:house.never-say:error"},
                  1},
        LevelCase{"pack_off", "rules: {house: {severity: off, reason: r}}", {}, 0},
        LevelCase{"rule_before_pack",
                  "rules: {house: {severity: off, reason: r}, house.very: suggestion}",
                  {"legal/a.txt:1:1:house.very:suggestion"},
                  0},
        LevelCase{"by_path",
                  "overrides: [{paths: [legal/], reason: r, rules: {house.never-say: warning}}]",
                  {"legal/a.txt:1:1:house.very:warning", "legal/a.txt:1:7:house.never-say:warning"},
                  0},
        LevelCase{"fail_on",
                  "fail_on: warning",
                  {"legal/a.txt:1:1:house.very:warning", "legal/a.txt:1:7:house.never-say:error"},
                  2}),
    [](const auto& row) { return row.param.name; });

struct VersionCase {
  const char* name;
  const char* yaml;
  const char* severity;
};

class CheckRunVersions : public testing::TestWithParam<VersionCase> {};

// A rule that an upgrade of its pack brings is a warning until somebody names that version.
TEST_P(CheckRunVersions, say_which_rules_count_in_full) {
  const auto outcome =
      checked({{"/w/.galley.yaml", GetParam().yaml},
               {"/w/later.yaml",
                "pack: later\nversion: 3\nabout: For tests.\nlicence: MIT\nrules:\n"
                "  - rule: gone\n    kind: existence\n    message: No.\n"
                "    severity: error\n    since: 2\n    patterns: [gone]\n"},
               {"/w/a.txt", "Gone.\n"}},
              [] {
                auto request = request_for({"."});
                request.packs.clear();
                return request;
              }());
  EXPECT_EQ(lines_of(outcome), Lines{"a.txt:1:1:later.gone:" + std::string(GetParam().severity)});
  EXPECT_EQ(errors_of(outcome), Lines{});
}

INSTANTIATE_TEST_SUITE_P(
    Table, CheckRunVersions,
    testing::Values(VersionCase{"not_named", "packs: [./later.yaml]", "warning"},
                    VersionCase{"first", "packs: [./later.yaml@1]", "warning"},
                    VersionCase{"its_own", "packs: [./later.yaml@2]", "error"},
                    VersionCase{"later", "packs: [./later.yaml@3]", "error"},
                    VersionCase{"level", "packs: [./later.yaml]\nrules: {later.gone: error}",
                                "error"}),
    [](const auto& row) { return row.param.name; });

TEST(CheckRun, the_command_line_says_what_fails) {
  CheckRequest request = request_for({"."});
  request.fail_on = config::FailOn::never;
  EXPECT_EQ(checked({{"/w/a.txt", "Miracle.\n"}}, request).failing, 0U);
}

TEST(CheckRun, paths_are_seen_from_the_configurations_root) {
  const Tree tree{
      {"/p/site/.galley.yaml", ""}, {"/p/site/docs/a.txt", "Very.\n"}, {"/w/b.txt", "Very.\n"}};
  EXPECT_EQ(lines_of(checked(tree, request_for({"../p/site/docs"}))),
            Lines{"docs/a.txt:1:1:house.very:warning"});
  EXPECT_EQ(lines_of(checked(tree, request_for({"/p/site/docs/../docs/a.txt"}))),
            Lines{"docs/a.txt:1:1:house.very:warning"});
  EXPECT_EQ(lines_of(checked(tree, request_for({"./b.txt"}))),
            Lines{"b.txt:1:1:house.very:warning"});
}

TEST(CheckRun, several_roots_are_told_apart) {
  const auto outcome = checked({{"/w/one/.galley.yaml", ""},
                                {"/w/one/a.txt", "Very.\n"},
                                {"/w/two/.galley.yaml", ""},
                                {"/w/two/a.txt", "Very.\n"}},
                               request_for({"."}));
  EXPECT_EQ(lines_of(outcome),
            (Lines{"one/a.txt:1:1:house.very:warning", "two/a.txt:1:1:house.very:warning"}));
  EXPECT_EQ(outcome.root, "");
}

TEST(CheckRun, standard_input_is_an_article_under_its_name) {
  CheckRequest request = request_for({"-"});
  request.standard_input = "Very.\n";
  EXPECT_EQ(lines_of(checked({}, request)), Lines{"<stdin>:1:1:house.very:warning"});
  request.standard_input_name = "docs/new.txt";
  const Tree tree{
      {"/w/.galley.yaml", "overrides: [{paths: [docs/], reason: r, rules: {house: suggestion}}]\n"},
      {"/w/docs/new.txt", "Old text on the disk.\n"}};
  EXPECT_EQ(lines_of(checked(tree, request)), Lines{"docs/new.txt:1:1:house.very:suggestion"});
  request.paths.emplace_back("docs/new.txt");
  EXPECT_EQ(checked(tree, request).files, 1U);
}

struct ErrorCase {
  const char* name;
  Tree tree;
  Lines asked;
  Lines errors;
};

class CheckRunErrors : public testing::TestWithParam<ErrorCase> {};

TEST_P(CheckRunErrors, leave_the_rest_to_be_checked) {
  Tree tree = GetParam().tree;
  tree["/w/good.txt"] = "Very.\n";
  Lines asked = GetParam().asked;
  asked.emplace_back("good.txt");
  CheckRequest request = request_for(asked);
  request.max_file_bytes = 1000;
  const auto outcome = checked(tree, request);
  EXPECT_EQ(errors_of(outcome), GetParam().errors);
  EXPECT_EQ(lines_of(outcome), Lines{"good.txt:1:1:house.very:warning"});
}

INSTANTIATE_TEST_SUITE_P(
    Table, CheckRunErrors,
    testing::Values(
        ErrorCase{"missing", {}, {"./nope.txt", "nope.txt"}, {"missing-path nope.txt:0"}},
        ErrorCase{"utf16", {{"/w/a.txt", std::string("\xFF\xFEV\0", 4)}}, {"."}, {"utf16 a.txt:0"}},
        ErrorCase{"not_utf8", {{"/w/a.txt", "fine\nbad \xFF\n"}}, {"."}, {"not-utf8 a.txt:2"}},
        ErrorCase{"binary_by_name",
                  {{"/w/a.txt", std::string("\0\1\2 very\n\n\n", 10)}},
                  {"a.txt"},
                  {"unreadable-file a.txt:0"}},
        ErrorCase{
            "binary_in_a_folder", {{"/w/a.txt", std::string("\0\1\2 very\n\n\n", 10)}}, {"."}, {}},
        ErrorCase{
            "too_large", {{"/w/a.txt", std::string(1001, 'a')}}, {"."}, {"too-large a.txt:0"}},
        ErrorCase{"unknown_rule",
                  {{"/w/.galley.yaml", "\nrules: {house.vrey: error}\n"}},
                  {},
                  {"unknown-rule .galley.yaml:2"}},
        ErrorCase{"unknown_pack_of_rule",
                  {{"/w/.galley.yaml", "rules: {huose: error}\n"}},
                  {},
                  {"unknown-rule .galley.yaml:1"}},
        ErrorCase{"configuration_fault",
                  {{"/w/.galley.yaml", "langauge: de\n"}},
                  {},
                  {"unknown-key .galley.yaml:1"}},
        ErrorCase{"two_of_a_kind",
                  {{"/w/.galley.yaml", "a: 1\nb: 2\n"}},
                  {"nope.txt"},
                  {"unknown-key .galley.yaml:1", "unknown-key .galley.yaml:2",
                   "missing-path nope.txt:0"}}),
    [](const auto& row) { return row.param.name; });

TEST(CheckRun, an_unusable_configuration_leaves_its_articles_unchecked) {
  const auto outcome = checked(
      {{"/w/bad/.galley.yaml", "a: [b\n"}, {"/w/bad/a.txt", "Very.\n"}, {"/w/b.txt", "Very.\n"}},
      request_for({"."}));
  EXPECT_EQ(lines_of(outcome), Lines{"b.txt:1:1:house.very:warning"});
  ASSERT_EQ(outcome.errors.size(), 1U);
  EXPECT_EQ(outcome.errors[0].file, "bad/.galley.yaml");
}

TEST(CheckRun, a_missing_dictionary_is_one_error_and_rules_are_checked) {
  CheckRequest request = request_for({"."});
  const auto outcome = checked(
      {{"/w/.galley.yaml", "language: tlh\n"}, {"/w/a.txt", "Very.\n"}, {"/w/b.txt", "Very.\n"}},
      request);
  EXPECT_EQ(errors_of(outcome), Lines{"missing-dictionary .galley.yaml:1"});
  EXPECT_EQ(outcome.errors[0].column, 11U);
  EXPECT_EQ(outcome.findings.size(), 2U);
}

TEST(CheckRun, a_missing_dictionary_is_told_where_it_was_asked_for) {
  const Tree tree{{"/w/.galley.yaml",
                   "overrides: [{paths: [b.md], reason: r, language: fr}]\n"
                   "dictionaries: [en_law, en_med2]\n"},
                  {"/w/a.md", "---\ntitle: One\nlang: tlh\n---\nVery.\n"},
                  {"/w/b.md", "Very.\n"},
                  {"/w/c.md", "Very frobbled.\n"}};
  CheckRequest request = request_for({"."});
  request.dictionary_folders = {"/nowhere"};
  const auto outcome = checked(tree, request);
  EXPECT_EQ(errors_of(outcome),
            (Lines{"missing-dictionary .galley.yaml:1", "missing-dictionary .galley.yaml:2",
                   "missing-dictionary .galley.yaml:2", "missing-dictionary a.md:3"}));
  EXPECT_NE(outcome.errors[0].message.find("apt-get install hunspell-fr"), std::string::npos);
  EXPECT_EQ(outcome.errors[0].column, 50U);
  EXPECT_EQ(outcome.errors[3].column, 7U);
  EXPECT_EQ(lines_of(outcome),
            (Lines{"a.md:5:1:house.very:warning", "b.md:1:1:house.very:warning",
                   "c.md:1:1:house.very:warning", "c.md:1:6:spelling.unknown-word:warning"}));
}

TEST(CheckRun, checks_spelling_with_the_words_of_the_project) {
  const Tree tree{{"/w/.galley.yaml",
                   "words: [Lumivex]\nword_lists: [own.txt]\n"
                   "overrides: [{paths: [poems/], reason: r, rules: {spelling: off}}]\n"},
                  {"/w/own.txt", "glorptate\n"},
                  {"/w/a.txt", "Lumivex glorptates the frobble.\n"},
                  {"/w/poems/b.txt", "Lumivex glorptates the frobble.\n"}};
  const auto outcome = checked(tree, request_for({"a.txt", "poems"}));
  EXPECT_EQ(lines_of(outcome), Lines{"a.txt:1:24:spelling.unknown-word:warning"});
  EXPECT_FALSE(outcome.findings[0].suggestions.empty());
}

TEST(CheckRun, word_lists_are_no_articles) {
  const Tree tree{{"/w/.galley.yaml", "word_lists: [words/own.txt]\n"},
                  {"/w/words/own.txt", "glorptate\n"},
                  {"/w/words/news.txt", "They glorptate.\n"}};
  EXPECT_EQ(checked(tree, request_for({"."})).files, 1U);
  EXPECT_EQ(checked(tree, request_for({"words/own.txt"})).files, 1U) << "named, it is read";
}

TEST(CheckRun, reports_faults_of_word_lists_where_they_stand) {
  const Tree tree{{"/w/.galley.yaml", "words: [fine, '#odd', \"a\\tb\"]\nword_lists: [own.txt]\n"},
                  {"/w/own.txt", std::string("fine\n\x01\n")},
                  {"/w/a.txt", "Fine.\n"}};
  EXPECT_EQ(errors_of(checked(tree, request_for({"a.txt"}))),
            (Lines{"bad-value .galley.yaml:1", "bad-value .galley.yaml:1", "bad-value own.txt:2"}));
}

TEST(CheckRun, excluded_files_are_checked_only_by_name) {
  const Tree tree{{"/w/.galley.yaml", "exclude: [old/, '*.draft.txt']\n"},
                  {"/w/a.txt", "x\n"},
                  {"/w/b.draft.txt", "x\n"},
                  {"/w/old/c.txt", "x\n"}};
  EXPECT_EQ(checked(tree, request_for({"."})).files, 1U);
  EXPECT_EQ(checked(tree, request_for({"b.draft.txt", "old"})).files, 2U);
}

TEST(CheckRun, stops_when_interrupted) {
  const std::atomic<bool> interrupted = true;
  CheckRequest request = request_for({"."});
  request.interrupted = &interrupted;
  const auto outcome = checked({{"/w/a.txt", "Very.\n"}}, request);
  EXPECT_TRUE(outcome.interrupted);
  EXPECT_TRUE(outcome.findings.empty());
}

TEST(CheckRun, stops_in_the_middle_of_a_batch) {
  Tree tree;
  for (int i = 0; i < 200; ++i) tree["/w/" + std::to_string(i) + ".txt"] = "Very.\n";
  std::atomic<bool> interrupted = false;
  CheckRequest request = request_for({"."});
  request.interrupted = &interrupted;
  request.progress = [&](const Progress& progress) {
    if (progress.files_done == 10) interrupted = true;
  };
  const auto outcome = checked(tree, request);
  EXPECT_TRUE(outcome.interrupted);
  EXPECT_EQ(outcome.files, 10U);
}

// A corpus of some hundred articles of different lengths, with everything that a check can say.
Tree generated_corpus() {
  std::mt19937 random(11);
  constexpr const char* words[] = {"very",    "plain",  "hello",     "howdy", "skin",
                                   "miracle", "clinic", "calm.\n\n", "The",   "care."};
  Tree tree{{"/w/.galley.yaml",
             "overrides: [{paths: [s1/], reason: r, rules: {house.very: suggestion}}]\n"}};
  for (int i = 0; i < 120; ++i) {
    std::string text;
    for (auto count = random() % 400; count > 0; --count)
      text.append(words[random() % std::size(words)]).append(" ");
    tree["/w/s" + std::to_string(i % 5) + "/" + std::to_string(i) + ".txt"] = text;
  }
  tree["/w/s0/bad.txt"] = "\xFF\n";
  return tree;
}

void expect_same(const findings::Outcome& a, const findings::Outcome& b) {
  EXPECT_EQ(lines_of(a), lines_of(b));
  EXPECT_EQ(a.errors, b.errors);
  EXPECT_EQ(a.data, b.data);
  EXPECT_EQ(a.words, b.words);
  ASSERT_EQ(a.findings.size(), b.findings.size());
  for (std::size_t i = 0; i < a.findings.size(); ++i) {
    EXPECT_EQ(a.findings[i].fingerprint, b.findings[i].fingerprint);
    EXPECT_EQ(a.findings[i].message, b.findings[i].message);
    EXPECT_EQ(a.findings[i].related, b.findings[i].related);
    EXPECT_EQ(a.findings[i].location, b.findings[i].location);
  }
}

TEST(CheckRunDeterminism, any_number_of_threads_finds_the_same) {
  const Tree tree = generated_corpus();
  const auto one = checked(tree, request_for({"."}));
  EXPECT_GT(one.findings.size(), 1000U);
  for (const std::uint32_t jobs : {2U, 3U, 8U}) {
    CheckRequest request = request_for({"."});
    request.jobs = jobs;
    expect_same(one, checked(tree, request));
  }
}

TEST(CheckRunDeterminism, any_order_and_spelling_of_the_paths_finds_the_same) {
  const Tree tree = generated_corpus();
  const auto one = checked(tree, request_for({"."}));
  Lines paths;
  for (const auto& [path, text] : tree) {
    if (path.ends_with(".txt")) paths.push_back(path);
  }
  std::mt19937 random(3);
  std::ranges::shuffle(paths, random);
  for (std::string& path : paths) {
    if (random() % 2 == 0) path = "./x/.." + path.substr(2);
  }
  paths.push_back(paths.front());
  expect_same(one, checked(tree, request_for(paths)));
}

}  // namespace
}  // namespace linter::run
