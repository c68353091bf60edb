// One worker with checks made for the test.
#include "linter/run/worker.h"

#include <gtest/gtest.h>
#include <new>
#include <stdexcept>

namespace linter::run {
namespace {

// Finds the word "bad", fails on "crash" and "memory", and remembers how often it was completed.
class TestCheck : public checks::Check {
 public:
  [[nodiscard]] std::string_view name() const override { return "test"; }

  void check_article(const lexicon::Reading& reading, context::Context&,
                     checks::ArticleResult& result) override {
    const std::string& text = reading.source.bytes;
    if (text.starts_with("crash")) throw std::runtime_error("bug");
    if (text.starts_with("memory")) throw std::bad_alloc();
    for (std::size_t at = text.find("bad"); at != std::string::npos;
         at = text.find("bad", at + 1)) {
      findings::Finding finding;
      finding.rule = "test.bad";
      finding.location.file = reading.source.path;
      finding.location.span = {static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at + 3)};
      finding.location.text = "bad";
      result.summaries.push_back(
          {.check = "test", .key = "k", .value = {}, .location = finding.location});
      result.findings.push_back(std::move(finding));
    }
  }
  void complete(const lexicon::Reading&, findings::Finding& finding) override {
    finding.suggestions.emplace_back("good");
  }
};

class TestProfile : public Profile, public ProfileSource {
 public:
  [[nodiscard]] const lexicon::Vocabulary& vocabulary() const override { return vocabulary_; }
  [[nodiscard]] const lexicon::TriggerTable& triggers() const override { return triggers_; }
  [[nodiscard]] const context::CueSet& cues() const override { return cues_; }
  [[nodiscard]] const knowledge::Knowledge& knowledge() const override { return knowledge_; }
  [[nodiscard]] std::vector<std::unique_ptr<checks::Check>> make_checks() const override {
    ++made;
    std::vector<std::unique_ptr<checks::Check>> checks;
    checks.push_back(std::make_unique<TestCheck>());
    return checks;
  }
  [[nodiscard]] const Profile* get(const config::Effective&, const std::string& language) override {
    languages.push_back(language);
    return this;
  }

  mutable int made = 0;
  std::vector<std::string> languages;

 private:
  lexicon::Vocabulary vocabulary_ = lexicon::Vocabulary::open({}).value();
  lexicon::TriggerTable triggers_;
  context::CueSet cues_;
  knowledge::Knowledge knowledge_;
};

class WorkerTest : public testing::Test {
 protected:
  ArticleReport check(const std::string& text, bool requested = true) {
    if (!files_->write("/w/a.txt", text)) ADD_FAILURE();
    Job job;
    job.path = "/w/a.txt";
    job.shown = "a.txt";
    job.requested = requested;
    job.settings = &effective_;
    job.format = prose::format_named("plain");
    return worker_.check(job);
  }

  std::unique_ptr<base::FileSystem> files_ = base::memory({});
  config::Effective effective_{.configuration = nullptr, .settings = config::default_settings()};
  CheckRequest request_;
  TestProfile profile_;
  Worker worker_{request_, *files_, profile_};
};

TEST_F(WorkerTest, locates_and_completes_what_it_finds) {
  const ArticleReport report = check("Not\nvery bad.\n");
  ASSERT_EQ(report.findings.size(), 1U);
  EXPECT_EQ(report.findings[0].location.begin, (source::Position{2, 6}));
  EXPECT_EQ(report.findings[0].suggestions, std::vector<std::string>{"good"});
  ASSERT_EQ(report.summaries.size(), 1U);
  EXPECT_EQ(report.summaries[0].location.begin, (source::Position{2, 6}));
  EXPECT_EQ(report.words, 3U);
}

TEST_F(WorkerTest, keeps_only_summaries_of_what_was_not_asked_for) {
  const ArticleReport report = check("bad", false);
  EXPECT_TRUE(report.findings.empty());
  EXPECT_EQ(report.summaries.size(), 1U);
}

TEST_F(WorkerTest, survives_failures_of_one_article) {
  for (const char* text : {"crash", "memory"}) {
    const ArticleReport report = check(text);
    ASSERT_EQ(report.errors.size(), 1U);
    EXPECT_EQ(report.errors[0].code, base::ErrorCode::internal);
    EXPECT_EQ(report.errors[0].file, "a.txt");
    EXPECT_EQ(check("bad").findings.size(), 1U);
  }
}

TEST_F(WorkerTest, keeps_its_instruments) {
  for (int i = 0; i < 3; ++i) std::ignore = check("bad");
  EXPECT_EQ(profile_.made, 1);
}

TEST_F(WorkerTest, leaves_out_what_is_off) {
  effective_.settings.rules.push_back({"test", config::Level::off, "r", {}});
  EXPECT_TRUE(check("bad").findings.empty());
}

TEST_F(WorkerTest, takes_the_configured_language) {
  effective_.settings.language.value = "en-GB";
  std::ignore = check("bad");
  EXPECT_EQ(profile_.languages, std::vector<std::string>{"en-GB"});
}

}  // namespace
}  // namespace linter::run
