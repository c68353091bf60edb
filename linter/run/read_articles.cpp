#include "linter/run/read_articles.h"

#include "linter/run/plan.h"
#include "linter/run/worker.h"

namespace linter::run {

std::map<std::string, ReadableFile> readable_files(const CheckRequest& request,
                                                   const base::FileSystem& files) {
  config::Configurations configurations(files, find_options(request));
  std::map<std::string, ReadableFile> found;
  for (const Job& job : make_plan(request, files, configurations).jobs) {
    if (job.requested && !job.standard_input)
      found[job.shown] = {job.path, job.format, read_options_of(job)};
  }
  return found;
}

void read_articles(const CheckRequest& request, const base::FileSystem& files,
                   const TakeArticle& take) {
  config::Configurations configurations(files, find_options(request));
  const Plan plan = make_plan(request, files, configurations);
  for (const Job& job : plan.jobs) {
    if (!job.requested) continue;
    auto bytes = job.standard_input
                     ? base::Result<std::string>(*request.standard_input)
                     : files.read(job.path, job.settings->settings.max_file_bytes.value);
    if (!bytes || is_own_proof(job, *bytes)) continue;
    prose::Article article;
    auto source = prose::read_article(*job.format, job.shown, std::move(*bytes),
                                      read_options_of(job), article);
    if (source && !take(std::move(*source), std::move(article))) return;
  }
}

}  // namespace linter::run
