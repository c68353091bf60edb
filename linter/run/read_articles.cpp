#include "linter/run/read_articles.h"

#include "linter/run/plan.h"
#include "linter/run/worker.h"

namespace linter::run {

void read_articles(const CheckRequest& request, const base::FileSystem& files,
                   const TakeArticle& take) {
  config::Configurations configurations(files, find_options(request));
  const Plan plan = make_plan(request, files, configurations);
  for (const Job& job : plan.jobs) {
    if (!job.requested) continue;
    auto bytes = job.standard_input
                     ? base::Result<std::string>(*request.standard_input)
                     : files.read(job.path, job.settings->settings.max_file_bytes.value);
    if (!bytes) continue;
    prose::Article article;
    auto source = prose::read_article(*job.format, job.shown, std::move(*bytes),
                                      {.prose_fields = prose_fields_of(job)}, article);
    if (source && !take(std::move(*source), std::move(article))) return;
  }
}

}  // namespace linter::run
