#include "linter/run/each_article.h"

#include "linter/run/plan.h"

namespace linter::run {

std::vector<base::Error> each_article(
    const CheckRequest& request, const base::FileSystem& files,
    const std::function<void(const source::Source&, const prose::Article&)>& visit) {
  config::Configurations configurations(files, find_options(request));
  Plan plan = make_plan(request, files, configurations);
  std::vector<base::Error> errors = std::move(plan.errors);
  prose::Article article;
  for (const Job& job : plan.jobs) {
    if (request.interrupted != nullptr && *request.interrupted) break;
    if (!job.requested) continue;
    const std::uint64_t limit = job.settings->settings.max_file_bytes.value;
    const auto source = source::read_source(files, job.path, job.shown, limit);
    if (!source) {
      errors.push_back(source.error());
    } else if (const auto read = job.format->read(*source, {}, article); !read) {
      errors.push_back(read.error());
    } else {
      visit(*source, article);
    }
  }
  show_errors(plan, errors);
  return errors;
}

}  // namespace linter::run
