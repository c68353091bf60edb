// Sure corrections of many articles, in drafts: checked and corrected until none is left.
#pragma once

#include <map>
#include <set>
#include <span>
#include <string>
#include <vector>

#include "linter/commands/fix_writing.h"
#include "linter/findings/outcome.h"
#include "linter/fixes/corrections.h"
#include "linter/fixes/drafts.h"
#include "linter/run/check_run.h"

namespace linter::commands {

// An article and the corrections of all rounds.
struct Draft {
  Prepared article;  // as it is in the file; its fixes are the corrections
  fixes::Corrections corrections;
  std::vector<fixes::NotMade> left_out;  // that a document has no place for
};

class Correcting {
 public:
  // What is given must outlive it.
  Correcting(const run::CheckRequest& request, bool quiet, Console& console);

  // Checks, corrects what is sure in drafts, and checks these, until no draft changes. The outcome
  // of the last check; interrupted where somebody asked for that.
  [[nodiscard]] findings::Outcome run();
  // What came of it, by the name that findings have for the article.
  [[nodiscard]] std::map<std::string, Draft>& drafts() { return drafts_; }
  // Whether an article could not be read any more; the console was told.
  [[nodiscard]] bool has_failed() const { return !failed_.empty(); }

 private:
  bool correct(const findings::Outcome& outcome);
  bool correct(const std::string& file, std::span<const findings::Finding> findings);
  Draft* draft_of(const std::string& file);
  base::Result<std::string> bytes_of(const std::string& file, Draft& draft) const;
  void fail(const std::string& file, const base::Error& error);

  const run::CheckRequest& request_;
  Articles articles_;
  fixes::Drafts files_;
  bool quiet_;
  Console& console_;
  std::map<std::string, Draft> drafts_;
  std::set<std::string> failed_;  // articles
};

}  // namespace linter::commands
