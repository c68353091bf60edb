// Packs and articles for tests: from text to findings in one call.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "linter/checks/policy/authoring.h"
#include "linter/checks/policy/policy_set.h"
#include "linter/checks/policy/rehearsal.h"

namespace tests {

// English, from the word set that the build makes; the cues of policies/english.
[[nodiscard]] const linter::lexicon::Vocabulary& english();
[[nodiscard]] const linter::context::CueSet& english_cues();
// What the shipped packs know.
[[nodiscard]] const linter::knowledge::Knowledge& shipped_knowledge();

// A pack of one file, read from text; faults fail the running test unless they are asked for.
[[nodiscard]] linter::base::Loaded<linter::packs::Pack> read_pack(std::string_view yaml);

// A compiled pack and all that it takes to run it.
class PolicyRun {
 public:
  explicit PolicyRun(std::string_view yaml,
                     const linter::checks::policy::PolicyOptions& options = {});
  explicit PolicyRun(std::vector<linter::packs::Pack> packs,
                     const linter::checks::policy::PolicyOptions& options = {});

  [[nodiscard]] linter::checks::ArticleResult check(std::string_view text,
                                                    std::string_view format = "markdown");
  // "1:3 pack.rule: message -> suggestion | suggestion", in report order.
  [[nodiscard]] std::vector<std::string> lines(std::string_view text,
                                               std::string_view format = "markdown");
  // The texts of the findings only.
  [[nodiscard]] std::vector<std::string> texts(std::string_view text,
                                               std::string_view format = "markdown");

  [[nodiscard]] const linter::checks::policy::PolicySet& set() const { return set_; }
  [[nodiscard]] const std::vector<linter::base::Error>& errors() const { return errors_; }

 private:
  void start(const linter::checks::policy::PolicyOptions& options);

  std::vector<linter::packs::Pack> packs_;
  linter::checks::policy::PolicySet set_;
  std::vector<linter::base::Error> errors_;
  std::unique_ptr<linter::checks::policy::Rehearsal> rehearsal_;
};

// "1:3 pack.rule: message -> suggestion | suggestion"
[[nodiscard]] std::string line_of(const linter::findings::Finding& finding);
// "file:1:3 code: message"
[[nodiscard]] std::string line_of(const linter::base::Error& error);

}  // namespace tests
