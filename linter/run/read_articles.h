// The articles of a request, read as a check reads them.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "linter/base/files.h"
#include "linter/prose/article.h"
#include "linter/run/check_run.h"
#include "linter/source/source.h"

namespace linter::run {

// Is given each article that was asked for, in the order of reports, and may keep it; false ends
// the reading.
using TakeArticle = std::function<bool(source::Source source, prose::Article article)>;

// What cannot be read is left out: a check of the same request has the error.
void read_articles(const CheckRequest& request, const base::FileSystem& files,
                   const TakeArticle& take);

}  // namespace linter::run
