#include "tests/unit/policy/readings.h"

#include <gtest/gtest.h>

#include "linter/packs/load.h"
#include "tests/support/build.h"

namespace tests {

namespace policy = linter::checks::policy;
using linter::base::Loaded;
using linter::packs::Pack;

const linter::lexicon::Vocabulary& english() {
  static const linter::lexicon::Vocabulary vocabulary = [] {
    linter::lexicon::VocabularyOptions options;
    options.data_folder = build_folder() + "/data";
    return std::move(linter::lexicon::Vocabulary::open(std::move(options)).value());
  }();
  return vocabulary;
}

const linter::context::CueSet& english_cues() {
  static const linter::context::CueSet cues = [] {
    const auto files = linter::base::disk();
    const std::vector<std::string> wanted{"english"};
    const auto packs =
        linter::packs::load_packs(*files, wanted, {GALLEY_SOURCE_DIR "/policies", ""});
    auto loaded = policy::cues_of(packs.value);
    EXPECT_TRUE(loaded.errors.empty());
    return std::move(loaded.value);
  }();
  return cues;
}

const linter::knowledge::Knowledge& shipped_knowledge() {
  static const linter::knowledge::Knowledge knowledge = [] {
    const auto files = linter::base::disk();
    const std::vector<std::string> wanted{"english", "medical-aesthetics"};
    const auto packs =
        linter::packs::load_packs(*files, wanted, {GALLEY_SOURCE_DIR "/policies", ""});
    auto loaded = policy::knowledge_of(packs.value);
    EXPECT_TRUE(loaded.errors.empty());
    return std::move(loaded.value);
  }();
  return knowledge;
}

Loaded<Pack> read_pack(std::string_view yaml) {
  const auto files = linter::base::memory({{"pack.yaml", std::string(yaml)}});
  return linter::packs::load_pack(*files, "pack.yaml");
}

PolicyRun::PolicyRun(std::string_view yaml, const policy::PolicyOptions& options) {
  Loaded<Pack> loaded = read_pack(yaml);
  errors_ = std::move(loaded.errors);
  packs_.push_back(std::move(loaded.value));
  start(options);
}

PolicyRun::PolicyRun(std::vector<Pack> packs, const policy::PolicyOptions& options)
    : packs_(std::move(packs)) {
  start(options);
}

void PolicyRun::start(const policy::PolicyOptions& options) {
  auto compiled = policy::PolicySet::compile(packs_, options);
  std::ranges::move(compiled.errors, std::back_inserter(errors_));
  set_ = std::move(compiled.value);
  const policy::Workbench workbench{set_, english(), english_cues()};
  rehearsal_ = std::make_unique<policy::Rehearsal>(workbench, nullptr);
}

linter::checks::ArticleResult PolicyRun::check(std::string_view text, std::string_view format) {
  auto result = rehearsal_->check(text, format);
  if (result) return std::move(*result);
  ADD_FAILURE() << result.error().message;
  return {};
}

std::vector<std::string> PolicyRun::lines(std::string_view text, std::string_view format) {
  std::vector<std::string> all;
  const auto result = check(text, format);
  for (const auto& finding : result.findings) all.push_back(line_of(finding));
  for (const auto& error : result.errors) all.push_back(line_of(error));
  return all;
}

std::vector<std::string> PolicyRun::texts(std::string_view text, std::string_view format) {
  std::vector<std::string> all;
  for (const auto& finding : check(text, format).findings) all.push_back(finding.location.text);
  return all;
}

std::string line_of(const linter::findings::Finding& finding) {
  const auto& begin = finding.location.begin;
  std::string line = std::to_string(begin.line) + ":" + std::to_string(begin.column) + " " +
                     finding.rule + ": " + finding.message;
  bool first = true;
  for (const std::string& suggestion : finding.suggestions) {
    line += (first ? " -> " : " | ") + suggestion;
    first = false;
  }
  return line;
}

std::string line_of(const linter::base::Error& error) {
  return error.file + ":" + std::to_string(error.line) + ":" + std::to_string(error.column) + " " +
         std::string(linter::base::code_name(error.code)) + ": " + error.message;
}

}  // namespace tests
