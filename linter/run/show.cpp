#include "linter/run/show.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "linter/base/harmless.h"
#include "linter/config/show.h"
#include "linter/run/plan.h"
#include "linter/run/worker.h"

namespace linter::run {
namespace {

std::string why_checked(const Plan& plan, const Job& job) {
  std::string why(job.format->name);
  const auto& files = job.settings->configuration->files;
  return why + ", " + (files.empty() ? "no configuration" : shown_path(plan, files.front().path));
}

std::string why_skipped(const source::SkippedEntry& entry) {
  std::string why(describe(entry.reason));
  return entry.detail.empty() ? why : why + " " + entry.detail;
}

}  // namespace

ShownFiles shown_files(const CheckRequest& request, const base::FileSystem& files) {
  config::Configurations configurations(files, find_options(request));
  Plan plan = make_plan(request, files, configurations, true);
  ShownFiles shown;
  shown.root = plan.root;
  for (const Job& job : plan.jobs) {
    if (!job.requested) {
      shown.compared.push_back(job.shown);
    } else if (auto why = why_left_out(job, files)) {
      shown.value.push_back({job.shown, false, std::move(*why)});
    } else {
      shown.value.push_back({job.shown, true, why_checked(plan, job)});
    }
  }
  for (const source::SkippedEntry& entry : plan.skipped)
    shown.value.push_back({shown_path(plan, entry.path), false, why_skipped(entry)});
  std::ranges::sort(shown.value, {}, &ShownFile::path);
  shown.errors = std::move(plan.errors);
  show_errors(plan, shown.errors);
  return shown;
}

std::string show_files(const std::vector<ShownFile>& shown) {
  std::string text;
  for (const ShownFile& file : shown)
    text += (file.checked ? "checked  " : "skipped  ") + base::harmless(file.path) + "  (" +
            base::harmless(file.why) + ")\n";
  return text;
}

base::Loaded<std::string> show_config(const CheckRequest& request, const base::FileSystem& files,
                                      const std::string& path) {
  const config::FindOptions options = find_options(request);
  config::Configurations configurations(files, options);
  const std::string absolute = base::normalised_path(base::join_path(options.working_folder, path));
  const base::FileKind kind = files.status(absolute).kind;
  if (kind == base::FileKind::missing || kind == base::FileKind::folder) {
    const bool missing = kind == base::FileKind::missing;
    return {{},
            {{.code = base::ErrorCode::missing_path,
              .message = missing ? "no such file: check how the path is spelt"
                                 : "is a folder: name a file in it",
              .file = base::normalised_path(path)}}};
  }
  std::string text = config::show(configurations.effective(absolute), absolute);
  return {std::move(text), configurations.errors()};
}

}  // namespace linter::run
