// Scanned in any shards, reconciled in any groups of keys, reported in any order: the same bytes as
// one check.
#include <algorithm>
#include <filesystem>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "tests/scale/articles.h"
#include "tests/support/build.h"
#include "tests/support/golden.h"

namespace {

namespace fs = std::filesystem;

using tests::lines_of;
using tests::run_steps;
using tests::text_of;

struct Reports {
  std::string json;
  std::string text;
  int exit = 0;
  std::string err{};
};

Reports checked(const std::string& folder) {
  const auto json = run_steps("galley check $day --format json --show-suppressed .", folder);
  return {json.out, run_steps("galley check $day .", folder).out, json.exit, json.err};
}

// One way to cut up the work.
class Sharding {
 public:
  Sharding(const tests::Scratch& scratch, std::uint32_t seed) : scratch_(scratch), random_(seed) {}

  Reports run() {
    write_lists();
    scan();
    reconcile();
    std::ranges::shuffle(records_, random_);
    std::string files;
    for (std::size_t i = 0; i < 3; ++i) {
      const std::size_t size = records_.size() / 3 + 1;
      const auto begin = records_.begin() + std::ptrdiff_t(std::min(i * size, records_.size()));
      const auto end = records_.begin() + std::ptrdiff_t(std::min((i + 1) * size, records_.size()));
      scratch_.write("work/report" + std::to_string(i), text_of({begin, end}));
      files += " work/report" + std::to_string(i);
    }
    const auto json =
        run_steps("galley report --format json --show-suppressed" + files, scratch_.path());
    return {json.out, run_steps("galley report" + files, scratch_.path()).out, json.exit, json.err};
  }

 private:
  std::size_t any(std::size_t below) { return random_() % below; }

  void write_lists() {
    std::vector<std::string> files;
    for (const auto& entry : fs::recursive_directory_iterator(scratch_.path())) {
      const std::string name = fs::relative(entry.path(), scratch_.path()).string();
      const bool is_article = name.ends_with(".md") || name.ends_with(".txt");
      if (is_article && !name.starts_with("work/")) files.push_back(name);
    }
    std::ranges::sort(files);
    std::ranges::shuffle(files, random_);
    shards_.resize(1 + any(7));
    for (const std::string& file : files) shards_[any(shards_.size())].push_back(file);
  }

  // As files of a list, or as texts that are in no file.
  void scan() {
    for (std::size_t i = 0; i < shards_.size(); ++i) {
      const bool as_texts = any(2) == 0;
      std::string input;
      for (const std::string& file : shards_[i]) {
        const auto text = tests::read_file(scratch_.path() + '/' + file);
        input += as_texts ? nlohmann::json{{"file", file}, {"content", text}}.dump() : file;
        input += '\n';
      }
      scratch_.write("work/list", input);
      const auto ended =
          run_steps("galley scan $day --quiet -j " + std::to_string(1 + any(2)) + " --part " +
                        std::to_string(i + 1) + '/' + std::to_string(shards_.size()) +
                        (as_texts ? " --texts-from" : " --files-from") + " work/list",
                    scratch_.path());
      EXPECT_EQ(ended.exit, 0) << ended.err;
      for (const std::string& line : lines_of(ended.out)) {
        (tests::is_summary(line) ? summaries_ : records_).push_back(line);
        if (any(10) == 0) (tests::is_summary(line) ? summaries_ : records_).push_back(line);
      }
    }
  }

  // Keys go to any of several groups, as an engine's shuffle would have it.
  void reconcile() {
    std::vector<std::vector<std::string>> groups(1 + any(4));
    const std::uint64_t salt = random_();
    for (const std::string& line : summaries_) {
      const std::string key = line.substr(0, line.find('\t'));
      groups[(std::hash<std::string>{}(key) ^ salt) % groups.size()].push_back(line);
    }
    for (auto& group : groups) {
      const bool sorted = any(2) == 0;
      std::ranges::shuffle(group, random_);
      if (sorted) std::ranges::sort(group);
      scratch_.write("work/group", text_of(group));
      const auto ended = run_steps(std::string("galley reconcile $day ") +
                                       (sorted ? "--sorted" : "--memory 1M") + " < work/group",
                                   scratch_.path());
      EXPECT_EQ(ended.exit, 0) << ended.err;
      const auto lines = lines_of(ended.out);
      records_.insert(records_.end(), lines.begin(), lines.end());
    }
  }

  const tests::Scratch& scratch_;
  std::mt19937 random_;
  std::vector<std::vector<std::string>> shards_;
  std::vector<std::string> summaries_;
  std::vector<std::string> records_;
};

void expect_same(const Reports& steps, const Reports& check) {
  EXPECT_EQ(steps.exit, check.exit);
  EXPECT_EQ(steps.err, check.err);
  EXPECT_TRUE(steps.json == check.json) << "in steps:\n"
                                        << steps.json << "at once:\n"
                                        << check.json;
  EXPECT_TRUE(steps.text == check.text) << "in steps:\n"
                                        << steps.text << "at once:\n"
                                        << check.text;
}

// A program with sanitizers takes many times as long to start.
std::uint32_t shardings() {
  return tests::is_sanitized() ? 1 : 3;
}

TEST(Shardings, of_generated_articles_give_what_one_check_gives) {
  const tests::Scratch scratch;
  tests::write_project(scratch, 1, 40);
  const auto made = run_steps("galley baseline create $day loose", scratch.path());
  EXPECT_EQ(made.exit, 0) << made.err;
  const Reports check = checked(scratch.path());
  for (const char* rule :
       {"claims.contradiction", "stet.unused", "our-house.adviser", "spelling.dialect",
        "\"suppressed\":\"stet", "\"suppressed\":\"base", "\"suppressed\":\"approved"})
    EXPECT_NE(check.json.find(rule), std::string::npos) << rule;
  for (std::uint32_t seed = 1; seed <= shardings(); ++seed) {
    SCOPED_TRACE(seed);
    expect_same(Sharding(scratch, seed).run(), check);
  }
}

TEST(Shardings, of_the_projects_corpus_give_what_one_check_gives) {
  const tests::Scratch scratch;
  for (const auto& entry : fs::recursive_directory_iterator(GALLEY_SOURCE_DIR "/corpus")) {
    if (!entry.is_regular_file()) continue;
    const std::string name = fs::relative(entry.path(), GALLEY_SOURCE_DIR "/corpus").string();
    if (name.ends_with(".md") || name.ends_with(".txt"))
      scratch.write(name, tests::read_file(entry.path().string()));
  }
  const Reports check = checked(scratch.path());
  EXPECT_NE(check.json.find("claims.contradiction"), std::string::npos);
  expect_same(Sharding(scratch, 7).run(), check);
}

TEST(Shardings, by_share_of_a_walk_hold_every_article_once) {
  const tests::Scratch scratch;
  tests::write_project(scratch, 2, 17);
  const auto ended =
      run_steps("for k in 1 2 3 4; do galley scan $day --part $k/4 articles archive loose; done",
                scratch.path());
  EXPECT_EQ(ended.exit, 0) << ended.err;
  const auto lines = lines_of(ended.out);
  EXPECT_EQ(std::ranges::count_if(lines,
                                  [](const std::string& line) {
                                    return line.starts_with(R"({"galley":1,"kind":"article")");
                                  }),
            17);
}

}  // namespace
