#include "linter/commands/arguments.h"

#include <gtest/gtest.h>

namespace linter::commands {
namespace {

struct Targets {
  bool quiet = false;
  std::string format = "text";
  std::optional<std::string> output;
  std::vector<std::string> packs;
  std::vector<std::string> paths;
  std::uint32_t jobs = 0;

  std::vector<Option> options() {
    return {{.names = "-q,--quiet", .value = "", .about = "", .target = &quiet},
            {.names = "--format",
             .value = "FORMAT",
             .about = "",
             .target = &format,
             .choices = {"text", "line", "json"}},
            {.names = "-o,--output", .value = "FILE", .about = "", .target = &output},
            {.names = "--pack", .value = "PACK", .about = "", .target = &packs},
            {.names = "--jobs", .value = "N", .about = "", .target = &jobs},
            {.names = "PATH", .value = "", .about = "", .target = &paths}};
  }
};

TEST(Fill, every_kind_of_target) {
  Targets to;
  const auto filled =
      fill(to.options(), {"-q", "a.md", "--format=json", "--output", "x", "--pack", "p", "b.md",
                          "--pack", "q", "--jobs", "3", "-", "--", "--odd"});
  ASSERT_TRUE(filled) << filled.error().message;
  EXPECT_EQ(*filled, Wish::run);
  EXPECT_TRUE(to.quiet);
  EXPECT_EQ(to.format, "json");
  EXPECT_EQ(to.output, "x");
  EXPECT_EQ(to.packs, (std::vector<std::string>{"p", "q"}));
  EXPECT_EQ(to.paths, (std::vector<std::string>{"a.md", "b.md", "-", "--odd"}));
  EXPECT_EQ(to.jobs, 3U);
}

TEST(Fill, nothing_said_changes_nothing) {
  Targets to;
  EXPECT_EQ(fill(to.options(), {}), Wish::run);
  EXPECT_EQ(to.format, "text");
  EXPECT_FALSE(to.output);
}

TEST(Fill, help) {
  Targets to;
  EXPECT_EQ(fill(to.options(), {"--help"}), Wish::help);
  EXPECT_EQ(fill(to.options(), {"a.md", "-h"}), Wish::help);
}

struct Refused {
  const char* name;
  std::vector<std::string> arguments;
  std::string message;
};

class FillRefuses : public testing::TestWithParam<Refused> {};

TEST_P(FillRefuses, with_a_message) {
  Targets to;
  const auto filled = fill(to.options(), GetParam().arguments);
  ASSERT_FALSE(filled);
  EXPECT_EQ(filled.error().code, base::ErrorCode::bad_usage);
  EXPECT_EQ(filled.error().message, GetParam().message);
}

INSTANTIATE_TEST_SUITE_P(
    rows, FillRefuses,
    testing::Values(
        Refused{"unknown", {"--xyz"}, "unknown option '--xyz'"},
        Refused{
            "near", {"--fromat", "json"}, "unknown option '--fromat' (did you mean '--format'?)"},
        Refused{"near_with_value",
                {"a.md", "--qiet=1"},
                "unknown option '--qiet' (did you mean '--quiet'?)"},
        Refused{"choice",
                {"--format", "jsno"},
                "--format: 'jsno' is not one of text, line, json (did you mean 'json'?)"},
        Refused{"number", {"--jobs", "many"}, "--jobs: 'many' is not a whole number from 0 to 999999999"},
        Refused{"value_missing", {"--output"}, "--output: 1 required FILE missing"}),
    [](const auto& row) { return row.param.name; });

TEST(Fill, required_positional) {
  std::string rule;
  const std::vector<Option> options{
      {.names = "RULE", .value = "", .about = "", .target = &rule, .required = true}};
  const auto filled = fill(options, {});
  ASSERT_FALSE(filled);
  EXPECT_EQ(filled.error().message, "RULE is required");
  const auto too_many = fill(options, {"a", "b"});
  ASSERT_FALSE(too_many);
  EXPECT_EQ(too_many.error().message, "unexpected argument 'b'");
}

TEST(Fill, refused_by_the_option) {
  std::string date;
  const std::vector<Option> options{
      {.names = "--today",
       .value = "DATE",
       .about = "",
       .target = &date,
       .refuse = [](const auto& value) { return value == "now" ? "'now' is no date" : ""; }}};
  const auto filled = fill(options, {"--today", "now"});
  ASSERT_FALSE(filled);
  EXPECT_EQ(filled.error().message, "--today: 'now' is no date");
  EXPECT_TRUE(fill(options, {"--today", "2026-11-20"}));
}

}  // namespace
}  // namespace linter::commands
