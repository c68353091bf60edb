// One text through all stages up to the policy check: for examples and trials.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "linter/checks/policy/authoring.h"
#include "linter/lexicon/lexicon.h"
#include "linter/prose/article.h"
#include "linter/sentences/text.h"
#include "linter/source/source.h"

namespace linter::checks::policy {

// Keeps its buffers from one text to the next. Not thread-safe.
class Rehearsal {
 public:
  Rehearsal(const Workbench& workbench, Listener* listener);

  // The findings of a text in a format that there is, in report order, their positions filled;
  // those that follow from the article alone and those of the corpus that consists of it. Errors of
  // the reader.
  [[nodiscard]] base::Result<ArticleResult> check(std::string_view text, std::string_view format);
  // The same for an example whose corpus has other articles, too; only what is found in its own
  // text.
  [[nodiscard]] base::Result<ArticleResult> check(const packs::Example& example);

  // The text that is being checked, or was last: for listeners.
  [[nodiscard]] const prose::Article& article() const { return article_; }
  [[nodiscard]] context::Context& context() { return context_; }

 private:
  // Adds to `result` what the article alone tells.
  [[nodiscard]] base::Result<void> read(std::string_view text, std::string_view format,
                                        const std::string& path, ArticleResult& result);
  void judge_corpus(ArticleResult& result);

  lexicon::TriggerTable triggers_;
  lexicon::Lexicon lexicon_;
  context::Context context_;
  std::unique_ptr<Check> check_;
  source::Source source_;
  prose::Article article_;
  sentences::Text text_;
};

}  // namespace linter::checks::policy
