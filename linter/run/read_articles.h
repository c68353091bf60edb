// The articles of a request, read as a check reads them.
#pragma once

#include <functional>
#include <map>
#include <string>
#include <vector>

#include "linter/base/files.h"
#include "linter/prose/article.h"
#include "linter/prose/formats.h"
#include "linter/run/check_run.h"
#include "linter/source/source.h"

namespace linter::run {

// Is given each article that was asked for, in the order of reports, and may keep it; false ends
// the reading.
using TakeArticle = std::function<bool(source::Source source, prose::Article article)>;

// How the articles that were asked for are read, by the names that findings have for them.
struct ReadableFile {
  std::string path;  // absolute
  const prose::Format* format = nullptr;
  prose::ReadOptions options;
};
[[nodiscard]] std::map<std::string, ReadableFile> readable_files(const CheckRequest& request,
                                                                 const base::FileSystem& files);

// What cannot be read is left out: a check of the same request has the error.
void read_articles(const CheckRequest& request, const base::FileSystem& files,
                   const TakeArticle& take);

}  // namespace linter::run
