// Writes findings about tokens of one article.
#pragma once

#include <string>
#include <string_view>

#include "linter/checks/check.h"
#include "linter/checks/spelling/rules.h"
#include "linter/checks/spelling/scan.h"
#include "linter/findings/finding.h"

namespace linter::checks::spelling {

// "“word”", shortened where the word is long.
[[nodiscard]] std::string quoted(std::string_view text);

// What all stages of the check report through. As short-lived as the Scan and the result.
class Reporter {
 public:
  Reporter(const Scan& scan, ArticleResult& result) : scan_(&scan), result_(&result) {}

  [[nodiscard]] const Scan& scan() const { return *scan_; }
  [[nodiscard]] const lexicon::Vocabulary& vocabulary() const {
    return scan_->reading().lexicon.vocabulary();
  }

  // A finding over tokens first to last, both included; valid until the next one.
  findings::Finding& report(Rule rule, Scan::Index first, Scan::Index last, std::string message);
  // One more replacement for these tokens; a safe fix when it is `sure` and a program may change
  // them.
  void suggest(findings::Finding& finding, Scan::Index first, Scan::Index last,
               std::string replacement, bool sure);
  // Two tokens or three that are one word.
  void report_joined(Scan::Index first, Scan::Index last, std::string joined);
  // What later articles are compared with.
  void summarise(Summary summary) { result_->summaries.push_back(std::move(summary)); }
  [[nodiscard]] findings::Location location_of(Scan::Index i) const;

 private:
  const Scan* scan_;
  ArticleResult* result_;
};

// Whether a program may change these tokens: written as they read, and nobody else's words.
[[nodiscard]] bool may_replace(const Scan& scan, Scan::Index first, Scan::Index last);

}  // namespace linter::checks::spelling
