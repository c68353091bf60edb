// Every folder of tests/golden/reports is an outcome and what each report format makes of it.
#include <filesystem>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>
#include <sstream>

#include "linter/base/utf8.h"
#include "linter/reports/errors.h"
#include "linter/reports/report.h"
#include "tests/golden/outcome_reader.h"
#include "tests/support/golden.h"

namespace {

namespace reports = linter::reports;

const std::string cases = GALLEY_SOURCE_DIR "/tests/golden/reports";

std::vector<std::string> case_names() {
  std::vector<std::string> names;
  for (const auto& entry : std::filesystem::directory_iterator(cases)) {
    names.push_back(entry.path().filename().string());
  }
  std::ranges::sort(names);
  return names;
}

std::string rendered(std::string_view format, const linter::findings::Outcome& outcome,
                     const reports::RenderOptions& options) {
  std::string text;
  const auto gather = [&text](std::string_view piece) {
    text += piece;
    return true;
  };
  EXPECT_TRUE(reports::format_named(format)->write(outcome, options, gather));
  return text;
}

class ReportCase : public testing::TestWithParam<std::string> {
 protected:
  std::string folder = cases + '/' + GetParam();
  linter::findings::Outcome outcome =
      tests::read_outcome(tests::read_file(folder + "/outcome.json"));
  reports::RenderOptions options{.terminal = {},
                                 .version = "1.2.3",
                                 .statistics = true,
                                 .quiet = false,
                                 .root = "/home/ed itor/site"};
};

TEST_P(ReportCase, plain_text) {
  tests::expect_golden(folder + "/report.text", rendered("text", outcome, options));
}

TEST_P(ReportCase, text_on_a_narrow_terminal) {
  options.terminal = {.colour = true, .hyperlinks = true, .width = 50};
  options.statistics = false;
  tests::expect_golden(folder + "/report.terminal", rendered("text", outcome, options));
}

TEST_P(ReportCase, line) {
  tests::expect_golden(folder + "/report.line", rendered("line", outcome, options));
}

TEST_P(ReportCase, json) {
  const std::string text = rendered("json", outcome, options);
  EXPECT_TRUE(nlohmann::json::accept(text));
  EXPECT_FALSE(linter::base::first_invalid_utf8(text));
  tests::expect_golden(folder + "/report.json", text);
}

TEST_P(ReportCase, jsonl) {
  const std::string text = rendered("jsonl", outcome, options);
  std::istringstream lines(text);
  std::string last;
  for (std::string line; std::getline(lines, line); last = line) {
    EXPECT_TRUE(nlohmann::json::accept(line)) << line;
  }
  EXPECT_EQ(nlohmann::json::parse(last).at("type"), "summary");
  tests::expect_golden(folder + "/report.jsonl", text);
}

// The formats of other tools: JSON that parses, XML that the system's reader takes, and text in
// which nothing of an article begins a command.
TEST_P(ReportCase, for_other_tools) {
  for (const std::string format : {"sarif", "gitlab", "rdjson"}) {
    const std::string text = rendered(format, outcome, options);
    EXPECT_TRUE(nlohmann::json::accept(text)) << format;
    tests::expect_golden(folder + "/report." + format, text);
  }
  for (const std::string format : {"github", "checkstyle", "junit", "rdjsonl", "markdown"})
    tests::expect_golden(folder + "/report." + format, rendered(format, outcome, options));
}

// What the SARIF schema cannot say: indexes and links lead somewhere.
TEST_P(ReportCase, sarif_holds_together) {
  const auto run = nlohmann::json::parse(rendered("sarif", outcome, options)).at("runs").at(0);
  const auto& rules = run.at("tool").at("driver").at("rules");
  for (const auto& result : run.at("results")) {
    if (result.contains("ruleIndex")) {
      EXPECT_EQ(rules.at(result.at("ruleIndex").get<std::size_t>()).at("id"), result.at("ruleId"));
    }
    const std::string message = result.at("message").at("text");
    EXPECT_TRUE(result.at("locations").at(0).contains("physicalLocation"));
    const std::size_t sides =
        result.contains("relatedLocations") ? result.at("relatedLocations").size() : 0;
    for (std::size_t id = 1; id <= sides; ++id)
      EXPECT_NE(message.find("](" + std::to_string(id) + ')'), std::string::npos) << message;
  }
}

// GitHub refuses a whole file for one address that is not below the top of the repository.
void expect_relative(const nlohmann::json& value) {
  if (value.is_object() && value.contains("artifactLocation")) {
    const auto& address = value.at("artifactLocation");
    EXPECT_EQ(address.value("uriBaseId", ""), "%SRCROOT%") << address;
    const std::string uri = address.at("uri");
    EXPECT_FALSE(uri.empty() || uri.starts_with('/') || uri.starts_with("..") ||
                 uri.find(':') != std::string::npos)
        << uri;
  }
  for (const auto& inner : value)
    if (inner.is_structured()) expect_relative(inner);
}

TEST_P(ReportCase, sarif_names_files_of_the_tree_alone) {
  expect_relative(nlohmann::json::parse(rendered("sarif", outcome, options)));
}

TEST_P(ReportCase, errors) {
  std::string text;
  for (const auto& error : outcome.errors) text += reports::error_line(error, {});
  tests::expect_golden(folder + "/errors", text);
}

INSTANTIATE_TEST_SUITE_P(golden, ReportCase, testing::ValuesIn(case_names()),
                         [](const auto& row) { return row.param; });

}  // namespace
