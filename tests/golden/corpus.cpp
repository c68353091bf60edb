#include "tests/golden/corpus.h"

#include <utility>

#include "linter/base/files.h"
#include "linter/run/check_run.h"

namespace tests {

linter::findings::Outcome checked(const std::string& folder, std::vector<std::string> paths,
                                  std::uint32_t jobs) {
  linter::run::CheckRequest request;
  request.paths = std::move(paths);
  request.working_folder = folder;
  request.today = "2026-11-20";
  request.jobs = jobs;
  request.data_folder = GALLEY_BUILD_DIR "/data";
  request.images.own = GALLEY_BUILD_DIR "/kept-by-tests";
  return linter::run::check(request, *linter::base::disk());
}

}  // namespace tests
