// The stets of articles, with who wrote them and when.
#pragma once

#include <string>
#include <vector>

#include "linter/base/files.h"
#include "linter/findings/outcome.h"
#include "linter/run/check_run.h"

namespace linter::run {

// One rule that one comment lets stand.
struct ListedStet {
  findings::StetNote note;
  std::string author;  // by git; empty where git does not know, or the line is not committed
  std::string date;    // likewise, ISO
};

// The stets that `outcome`, a check's, met, in the order of articles; those that silence nothing,
// since they give no reason or cannot be understood, are among them. Where an article lies in a git
// repository its history is asked for the lines of the stets; without one, without the git module,
// and where the history cannot be read, authors and dates are empty. Cost: the history of each
// article with a stet.
[[nodiscard]] std::vector<ListedStet> list_stets(const CheckRequest& request,
                                                 const base::FileSystem& files,
                                                 const findings::Outcome& outcome);

}  // namespace linter::run
