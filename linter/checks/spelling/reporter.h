// Writes findings about tokens of one article.
#pragma once

#include <algorithm>
#include <compare>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

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
  Reporter(const Scan& scan, ArticleResult& result)
      : scan_(&scan), result_(&result), before_(result.findings.size()) {}

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
  // Tokens first to last are read as this one word by the checks that follow.
  void mean(Scan::Index first, Scan::Index last, std::string word);
  // Two tokens or three that are one word; a suggestion from the third time on.
  void report_joined(Scan::Index first, Scan::Index last, std::string joined);
  // Whether a slip of this kind was told twice already in the article: a habit, or what a converter
  // left.
  [[nodiscard]] bool is_habit(const std::string& kind) { return ++told_[kind] > 2; }
  // Whether the article has this folded word. One look at each token for each distinct word.
  [[nodiscard]] bool has_word(const std::string& folded);
  // What later articles are compared with.
  void summarise(Summary summary) { result_->summaries.push_back(std::move(summary)); }
  [[nodiscard]] findings::Location location_of(Scan::Index i) const;

  // When all is reported: takes back findings whose first token `drop` holds for, those about a part
  // of words that are one, and what its author let stand with "[sic]"; the others get the
  // apostrophes of the article.
  template <class Drop>
  void settle(const Drop& drop) {
    std::ranges::sort(joins_);
    std::size_t kept = before_;
    for (std::size_t i = before_; i < result_->findings.size(); ++i) {
      const findings::Finding& one = result_->findings[i];
      const Scan::Index first = first_tokens_[i - before_];
      if (drop(first) || is_part_of_join(one, first) || is_before_sic(one)) continue;
      if (kept != i) result_->findings[kept] = std::move(result_->findings[i]);
      ++kept;
    }
    result_->findings.resize(kept);
    adopt_apostrophes();
  }

 private:
  // First and last token of what report_joined() told.
  struct Join {
    Scan::Index first = 0;
    Scan::Index last = 0;
    [[nodiscard]] auto operator<=>(const Join&) const = default;
  };
  [[nodiscard]] bool is_part_of_join(const findings::Finding& finding, Scan::Index first) const;
  [[nodiscard]] bool is_before_sic(const findings::Finding& finding) const;
  void adopt_apostrophes();

  const Scan* scan_;
  ArticleResult* result_;
  std::size_t before_;                           // findings that there were already
  std::vector<Scan::Index> first_tokens_;        // of those since
  std::vector<Join> joins_;
  std::unordered_map<std::string, bool> words_;  // that were asked about
  std::unordered_map<std::string, int> joined_;  // how often each was told
  std::unordered_map<std::string, int> told_;    // how often each kind was
};

// The apostrophes of a finding's suggestions and message as the article writes them.
void adopt_apostrophes(bool article_has_curly, findings::Finding& finding);

// Whether a program may change these tokens: written as they read, and nobody else's words.
[[nodiscard]] bool may_replace(const Scan& scan, Scan::Index first, Scan::Index last);

}  // namespace linter::checks::spelling
