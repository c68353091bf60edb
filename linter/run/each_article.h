// The articles of a request, read one after another.
#pragma once

#include <functional>
#include <vector>

#include "linter/base/files.h"
#include "linter/base/result.h"
#include "linter/prose/article.h"
#include "linter/run/check_run.h"
#include "linter/source/source.h"

namespace linter::run {

// Calls `visit` with each article that a check of the request would read, sorted by name, until the
// request is interrupted. Both arguments live as long as the call. Comes back with what could not
// be found or read.
[[nodiscard]] std::vector<base::Error> each_article(
    const CheckRequest& request, const base::FileSystem& files,
    const std::function<void(const source::Source&, const prose::Article&)>& visit);

}  // namespace linter::run
