// What an article was found to say, on its way into records.
#pragma once

#include <string>
#include <vector>

#include "linter/records/record.h"
#include "linter/run/plan.h"
#include "linter/run/step.h"
#include "linter/run/worker.h"

namespace linter::run {

// An article, and the lines of its findings and summaries.
struct ToldArticle {
  records::ArticleRecord article;  // without its part and number
  std::vector<std::string> lines;
};

// Not thread-safe. What no step could read back, being too long, is an error in its place.
class ArticleTeller {
 public:
  // All must outlive it.
  ArticleTeller(const Plan& names, SettingsBook& book, ErrorTeller& errors)
      : names_(names), book_(book), errors_(errors) {}

  // Takes findings, summaries, stets, uses and errors out of the report.
  [[nodiscard]] ToldArticle told(const Job& job, ArticleReport& report);
  // The article's own line; without its comments where they are too long.
  [[nodiscard]] std::string line_of(records::ArticleRecord article);

 private:
  void add(const records::Record& record, ToldArticle& to, records::Tally& tally);
  void add_summaries(const Job& job, ArticleReport& report, ToldArticle& to);

  const Plan& names_;
  SettingsBook& book_;
  ErrorTeller& errors_;
};

}  // namespace linter::run
