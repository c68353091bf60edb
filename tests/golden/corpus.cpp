#include "tests/golden/corpus.h"

#include <gtest/gtest.h>
#include <string_view>
#include <utility>

#include "linter/base/files.h"
#include "linter/reports/report.h"
#include "linter/run/check_run.h"
#include "tests/support/build.h"

namespace tests {
namespace {

linter::run::CheckRequest request_for(const std::string& folder, std::vector<std::string> paths,
                                      std::uint32_t jobs) {
  linter::run::CheckRequest request;
  request.paths = std::move(paths);
  request.working_folder = folder;
  request.today = "2026-11-20";
  request.jobs = jobs;
  request.data_folder = build_folder() + "/data";
  return request;
}

}  // namespace

linter::findings::Outcome checked(const std::string& folder, std::vector<std::string> paths,
                                  std::uint32_t jobs) {
  linter::run::CheckRequest request = request_for(folder, std::move(paths), jobs);
  request.images.own = build_folder() + "/kept-by-tests";
  return linter::run::check(request, *linter::base::disk());
}

linter::findings::Outcome checked_anew(const std::string& folder, std::vector<std::string> paths) {
  return linter::run::check(request_for(folder, std::move(paths), 1), *linter::base::disk());
}

std::string as_json(const linter::findings::Outcome& outcome) {
  std::string text;
  const auto gather = [&text](std::string_view piece) {
    text += piece;
    return true;
  };
  EXPECT_TRUE(linter::reports::format_named("json")->write(outcome, {}, gather));
  return text;
}

}  // namespace tests
