// What a change brings: which statements and which findings were not there before.
//
// A finding is new by identity and by line. By identity: no finding of the same rule on the same
// words in the same sentence stood in the old version of a changed file, wherever it was there, so
// what only moved is old. By line: in a paragraph that was touched, a finding is held against those
// of the old paragraph by rule and words alone, so touching a line does not make its old error new.
// A paragraph that was moved and touched at once is known by the words that it kept;
// and what came to be an error far from what was touched is shown only where it is a matter of
// claims or of the article as a whole, such as a disclosure that was taken out.
//
// What follows from several articles is new where the statement behind it is: the articles'
// summaries tell. A contradiction is old, too, where a statement that stood in the same paragraph
// and is gone contradicted the same one. And what a stet or an accepted word silenced before is new
// where that was taken out, however far away.
#pragma once

#include <map>
#include <memory>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "linter/findings/rule_info.h"
#include "linter/run/paragraphs.h"
#include "linter/run/past.h"
#include "linter/run/regions.h"
#include "linter/run/worker.h"

namespace linter::run {

// Not thread-safe.
class News {
 public:
  // `jobs` are those of the plan, `reports` theirs, `old_reports` those of past.jobs(); `today` is
  // the day that stets are judged by. All must outlive it.
  News(const Past& past, std::span<const Job> jobs, std::span<ArticleReport> reports,
       std::span<ArticleReport> old_reports, std::string_view today);

  // Sets `asked` in the summaries of changed articles: of those that were not there before, and of
  // those that a stet covers, which could not know otherwise that it is in use. In those of old
  // versions, of statements that are not there any more.
  void mark_statements();

  // Whether there are such.
  [[nodiscard]] bool any_gone() const { return any_gone_; }

  // Takes out of `findings` (located, stets applied) what is not new, and what stands in a file
  // that nobody asked for. `old` are those of the old versions, likewise, `old_clashes` those
  // between the statements that are gone and all others; `rules` are sorted by id. After
  // mark_statements().
  void keep_new(std::vector<findings::Finding>& findings, std::span<const findings::Finding> old,
                std::span<const findings::Finding> old_clashes,
                std::span<const findings::RuleInfo> rules);

 private:
  using Place = std::pair<std::string_view, std::uint32_t>;  // a file as it is shown, and an offset

  [[nodiscard]] std::size_t pair_of(std::string_view file) const;
  [[nodiscard]] std::size_t old_pair_of(std::string_view file) const;
  [[nodiscard]] bool is_requested(std::string_view file) const;
  // Null where there is no old version. Reads both on first need.
  const Regions* regions_of(std::size_t pair);
  [[nodiscard]] std::string region_key(std::size_t pair, std::uint32_t line, bool old);
  // Whether the line is in a paragraph that is in one version only, or not the same in both.
  [[nodiscard]] bool is_touched(std::size_t pair, std::uint32_t line, bool old);
  // How much alike the paragraphs are that these lines of one pair now and another before stand in.
  [[nodiscard]] double alike(std::size_t pair, std::uint32_t line, std::size_t old_pair,
                             std::uint32_t old_line);
  [[nodiscard]] const Paragraphs& paragraphs_of(std::size_t pair, bool old);
  void mark_claims();
  void mark_forms();
  void mark_covered();
  void keep_new_ones_of_articles(std::span<findings::Finding* const> now,
                                 std::span<const findings::Finding> old,
                                 std::set<const findings::Finding*>& kept,
                                 std::span<const findings::RuleInfo> rules);
  [[nodiscard]] bool is_of_change(std::size_t pair, const findings::Finding& finding,
                                  std::span<const findings::RuleInfo> rules);
  void take_out_old_clashes(std::set<const findings::Finding*>& kept,
                            std::span<findings::Finding> findings,
                            std::span<const findings::Finding> old_clashes);
  [[nodiscard]] std::string side_key(const findings::Location& side, bool old);
  [[nodiscard]] std::vector<std::string> pairs_of(const findings::Finding& finding, bool old);
  [[nodiscard]] bool was_accepted(std::size_t pair, const findings::Finding& finding) const;

  const Past& past_;
  std::span<const Job> jobs_;
  std::span<ArticleReport> reports_;
  std::span<ArticleReport> old_reports_;
  std::string_view today_;
  std::vector<std::size_t> pair_of_job_;
  std::vector<std::size_t> pair_of_old_job_;
  std::map<std::size_t, std::unique_ptr<Regions>> regions_;        // by pair
  std::map<std::pair<std::size_t, bool>, Paragraphs> paragraphs_;  // by pair and whether old
  std::set<Place> new_statements_;
  bool any_gone_ = false;
};

}  // namespace linter::run
