// What CI servers read: action.yml, the GitLab component, the hooks, the Dockerfile.
#include <filesystem>
#include <gtest/gtest.h>
#include <set>

#include "linter/base/yaml.h"
#include "tests/ci/tools.h"
#include "tests/support/golden.h"

namespace {

namespace yaml = linter::base::yaml;

std::string source(const std::string& file) {
  return tests::read_file(GALLEY_SOURCE_DIR "/" + file);
}

yaml::Value parsed(const std::string& text, const std::string& file) {
  auto loaded = yaml::parse(text, file);
  EXPECT_TRUE(loaded.errors.empty()) << file << ": " << loaded.errors.front().message;
  return std::move(loaded.value);
}

// Calls `visit` with each text of a value, and whether a key `env` or `variables` is above it.
template <class Visit>
void each_text(const yaml::Value& value, bool in_environment, const Visit& visit) {
  if (value.kind == yaml::Kind::scalar) visit(value.text, in_environment);
  for (const yaml::Value& item : value.items) each_text(item, in_environment, visit);
  for (const auto& [key, entry] : value.entries)
    each_text(entry, in_environment || key.text == "env" || key.text == "variables", visit);
}

TEST(Action, inputs_reach_steps_by_the_environment_only) {
  const yaml::Value action = parsed(source("action.yml"), "action.yml");
  const yaml::Value& runs = *action.find("runs");
  EXPECT_EQ(runs.find("using")->text, "composite");
  std::set<std::string> used;
  each_text(runs, false, [&](const std::string& text, bool in_environment) {
    if (!text.contains("${{")) return;
    EXPECT_TRUE(in_environment) << text;
    constexpr std::string_view inputs = "inputs.";
    const std::size_t at = text.find(inputs);
    if (at == std::string::npos) return;
    const std::size_t begin = at + inputs.size();
    used.insert(text.substr(begin, text.find_first_of(" }", begin) - begin));
  });
  std::set<std::string> declared;
  for (const auto& [name, input] : action.find("inputs")->entries) {
    declared.insert(name.text);
    EXPECT_NE(input.find("description"), nullptr) << name.text;
    EXPECT_NE(input.find("default"), nullptr) << name.text;
  }
  EXPECT_EQ(used, declared);
}

TEST(Action, steps_run_scripts_that_are_there) {
  const yaml::Value action = parsed(source("action.yml"), "action.yml");
  for (const yaml::Value& step : action.find("runs")->find("steps")->items) {
    EXPECT_EQ(step.find("shell")->text, "bash");
    const std::string run = step.find("run")->text;
    constexpr std::string_view path = "\"$GITHUB_ACTION_PATH/";
    ASSERT_TRUE(run.starts_with(path) && run.ends_with('"')) << run;
    const std::string script = run.substr(path.size(), run.size() - path.size() - 1);
    EXPECT_TRUE(std::filesystem::exists(GALLEY_SOURCE_DIR "/" + script)) << script;
    const std::string text = source(script);
    for (const auto& [name, value] : step.find("env")->entries)
      EXPECT_TRUE(text.contains(name.text)) << script << " does not read " << name.text;
  }
}

TEST(GitLab, inputs_reach_the_job_by_its_variables_only) {
  const std::string text = source("templates/galley.yml");
  const std::size_t mark = text.find("\n---\n");
  ASSERT_NE(mark, std::string::npos);
  const yaml::Value spec = parsed(text.substr(0, mark + 1), "spec");
  const yaml::Value jobs = parsed(text.substr(mark + 5), "jobs");
  std::set<std::string> used;
  const yaml::Value& job = *jobs.find("galley");
  for (const auto& [key, value] : job.entries) {
    const bool script = key.text.contains("script");
    each_text(value, false, [&](const std::string& one, bool) {
      if (!one.contains("$[[")) return;
      EXPECT_FALSE(script) << one;
      constexpr std::string_view inputs = "inputs.";
      const std::size_t begin = one.find(inputs) + inputs.size();
      used.insert(one.substr(begin, one.find(' ', begin) - begin));
    });
  }
  std::set<std::string> declared;
  for (const auto& [name, input] : spec.find("spec")->find("inputs")->entries)
    declared.insert(name.text);
  EXPECT_EQ(used, declared);
}

// The job's script, with what a runner would put around it.
TEST(GitLab, the_job_writes_its_reports) {
  const std::string text = source("templates/galley.yml");
  const yaml::Value jobs = parsed(text.substr(text.find("\n---\n") + 5), "jobs");
  const std::string script = jobs.find("galley")->find("script")->items.at(0).text;
  const tests::Scratch scratch;
  scratch.write("a file.md", "I recieve mail.\n");
  const auto ended = tests::run_shell(
      "GALLEY_FAIL_ON=never GALLEY_CHANGED_SINCE= GALLEY_PATHS='a file.md'\n" + script +
          "\necho \"exit $?\"\nls\ngrep -c recieve gl-code-quality-report.json galley.junit.xml",
      scratch.path());
  EXPECT_TRUE(
      ended.out.contains("exit 0\na file.md\ngalley.junit.xml\ngl-code-quality-report.json\n"))
      << ended.out << ended.err;
  EXPECT_TRUE(ended.out.contains("gl-code-quality-report.json:1\ngalley.junit.xml:1\n"))
      << ended.out;
}

// An empty input is no argument: the configuration's fail_on holds, and everything is checked.
TEST(GitLab, empty_inputs_say_nothing) {
  const std::string text = source("templates/galley.yml");
  const yaml::Value jobs = parsed(text.substr(text.find("\n---\n") + 5), "jobs");
  const std::string script = jobs.find("galley")->find("script")->items.at(0).text;
  const tests::Scratch scratch;
  scratch.write("a.md", "I recieve mail.\n");
  scratch.write(".galley.yaml", "fail_on: never\n");
  const auto ended =
      tests::run_shell("GALLEY_FAIL_ON= GALLEY_CHANGED_SINCE= GALLEY_PATHS=\n" + script +
                           "\necho \"exit $?\"\ngrep -c recieve gl-code-quality-report.json",
                       scratch.path());
  EXPECT_TRUE(ended.out.ends_with("exit 0\n1\n")) << ended.out << ended.err;
}

TEST(PreCommit, hooks_have_what_they_need) {
  const yaml::Value hooks = parsed(source(".pre-commit-hooks.yaml"), ".pre-commit-hooks.yaml");
  ASSERT_FALSE(hooks.items.empty());
  for (const yaml::Value& hook : hooks.items)
    for (const char* key : {"id", "name", "entry", "language", "description"})
      EXPECT_NE(hook.find(key), nullptr) << key;
}

TEST(Recipes, are_what_servers_can_read) {
  const std::string page = source("docs/ci.md");
  constexpr std::string_view fence = "\n```yaml\n";
  std::size_t count = 0;
  for (std::size_t at = page.find(fence); at != std::string::npos; at = page.find(fence, at)) {
    at += fence.size();
    EXPECT_EQ(parsed(page.substr(at, page.find("\n```\n", at) + 1 - at), "docs/ci.md").kind,
              yaml::Kind::mapping);
    ++count;
  }
  EXPECT_GE(count, 4U);
}

TEST(Docker, the_image_holds_the_package_and_no_compiler) {
  const std::string text = source("Dockerfile");
  EXPECT_TRUE(text.contains("\nFROM debian:12-slim\n"));
  EXPECT_TRUE(text.contains("\nENTRYPOINT [\"galley\"]\n"));
  for (const char* word : {"g++", "gcc", "clang", "cmake", "build-essential", "ninja", "-dev"})
    EXPECT_FALSE(text.contains(word)) << word;
}

}  // namespace
