#include "linter/run/plan.h"

#include <algorithm>
#include <iterator>
#include <set>
#include <tuple>
#include <unordered_set>
#include <utility>

#include "linter/config/confined_files.h"
#include "linter/repository/ignore_files.h"
#include "linter/run/walk_rules.h"

namespace linter::run {
namespace {

constexpr std::string_view standard_input_path = "-";

bool is_readable(std::string_view path) {
  constexpr std::string_view lock_mark = "~$";  // beside a document that Word has open
  const bool is_lock = path.substr(path.rfind('/') + 1).starts_with(lock_mark);
  return !is_lock && prose::format_for_path(path) != nullptr;
}

bool is_same(const config::Configuration& one, const config::Configuration& other) {
  return one.root == other.root &&
         std::ranges::equal(one.files, other.files, {}, &config::ConfigurationFile::path,
                            &config::ConfigurationFile::path);
}

class Planner {
 public:
  Planner(const CheckRequest& request, const base::FileSystem& files,
          config::Configurations& configurations, bool keep_skipped, bool compare)
      : request_(request),
        files_(files),
        configurations_(configurations),
        keep_skipped_(keep_skipped),
        compare_(compare),
        working_folder_(find_options(request).working_folder),
        ignore_files_(files, working_folder_),
        rules_(ignore_files_, configurations, working_folder_) {}

  Plan make() {
    plan_.working_folder = working_folder_;
    add_standard_input();
    add_inputs();
    settle_root();
    std::ranges::move(ignore_files_.errors(), std::back_inserter(plan_.errors));
    if (compare_) add_corpus();
    for (Job& job : plan_.jobs) job.shown = shown_name(job);
    for (Job& job : plan_.jobs) job.group = group_of(job);
    std::ranges::sort(plan_.jobs, {}, &Job::shown);
    std::ranges::copy(configurations_.errors(), std::back_inserter(plan_.errors));
    return std::move(plan_);
  }

 private:
  void add(Job job) {
    if (!planned_.insert(job.path).second) return;
    job.settings = &configurations_.effective(job.path);
    if (!job.settings->configuration->usable) return;
    job.format = prose::format_for_path(job.path);
    if (job.format == nullptr) job.format = prose::format_named(fallback_format);
    plan_.jobs.push_back(std::move(job));
  }

  void add_standard_input() {
    if (!request_.standard_input) return;
    Job job;
    job.path =
        base::normalised_path(base::join_path(working_folder_, request_.standard_input_name));
    job.size = request_.standard_input->size();
    job.named = true;
    job.standard_input = true;
    add(std::move(job));
  }

  source::InputRequest input_request(std::vector<std::string> paths, WalkRules& rules) {
    return {.paths = std::move(paths),
            .working_folder = working_folder_,
            .readable = is_readable,
            .ignore = &rules,
            .interrupted = request_.interrupted,
            .keep_skipped = keep_skipped_};
  }

  void add_inputs() {
    std::vector<std::string> paths = request_.paths;
    std::erase(paths, standard_input_path);
    if (request_.paths.empty()) paths.emplace_back(".");
    source::Inputs inputs = source::find_inputs(input_request(std::move(paths), rules_), files_);
    for (source::InputFile& file : inputs.files) {
      Job job;
      job.path = std::move(file.path);
      job.size = file.size;
      job.named = file.named;
      add(std::move(job));
    }
    plan_.skipped = std::move(inputs.skipped);
    std::ranges::move(inputs.errors, std::back_inserter(plan_.errors));
  }

  // The articles that those asked for are compared with, where a configuration names them. What is
  // met on the way to them was not asked for: neither what cannot be read nor what is configured
  // for other articles is a matter of this run.
  void add_corpus() {
    std::set<std::string> walked;
    config::Configurations met(files_, find_options(request_));
    WalkRules rules(ignore_files_, met, working_folder_);
    const std::size_t asked_for = plan_.jobs.size();
    for (std::size_t i = 0; i < asked_for; ++i) {
      const config::Effective& own = *plan_.jobs[i].settings;
      const config::Patterns& corpus = own.settings.corpus;
      if (corpus.patterns.empty() || !walked.insert(corpus.folder).second) continue;
      source::Inputs inputs = source::find_inputs(input_request({corpus.folder}, rules), files_);
      for (source::InputFile& file : inputs.files) {
        const bool same_project = is_same(met.of_file(file.path), *own.configuration);
        if (!same_project || !corpus.cover(file.path)) continue;
        Job job;
        job.path = std::move(file.path);
        job.size = file.size;
        job.requested = false;
        add(std::move(job));
      }
    }
  }

  void settle_root() {
    std::set<std::string> roots;
    for (const Job& job : plan_.jobs) roots.insert(job.settings->configuration->root);
    plan_.one_root = roots.size() <= 1;
    if (request_.scan_root) {
      plan_.root = *request_.scan_root;
      return;
    }
    plan_.root = roots.empty() ? working_folder_ : *roots.begin();
    for (const std::string& root : roots) {
      while (!config::is_within(root, plan_.root)) plan_.root = base::parent_path(plan_.root);
    }
  }

  [[nodiscard]] std::string shown_name(const Job& job) const {
    const bool has_a_name = !job.standard_input || request_.standard_input_name != unnamed_input;
    return has_a_name ? shown_path(plan_, job.path) : request_.standard_input_name;
  }

  const CheckRequest& request_;
  const base::FileSystem& files_;
  config::Configurations& configurations_;
  bool keep_skipped_;
  bool compare_;
  std::string working_folder_;
  repository::IgnoreFiles ignore_files_;
  WalkRules rules_;
  std::unordered_set<std::string> planned_;
  Plan plan_;
};

}  // namespace

// Articles of configurations with different roots belong to different projects. What is outside of
// a corpus is compared with itself alone.
std::string group_of(const Job& job) {
  const config::Settings& settings = job.settings->settings;
  const std::string& root = job.settings->configuration->root;
  if (!settings.corpus.patterns.empty() && !settings.corpus.cover(job.path))
    return root + '\0' + "file" + '\0' + job.path;
  for (const config::Group& group : settings.compare) {
    if (group.paths.cover(job.path)) return root + '\0' + "group" + '\0' + group.name;
  }
  return root;
}

Plan make_plan(const CheckRequest& request, const base::FileSystem& files,
               config::Configurations& configurations, bool keep_skipped, bool compare) {
  return Planner(request, files, configurations, keep_skipped, compare).make();
}

const Job* job_named(std::span<const Job> jobs, std::string_view shown) {
  const auto found = std::ranges::lower_bound(
      jobs, shown, {}, [](const Job& job) { return std::string_view(job.shown); });
  return found == jobs.end() || found->shown != shown ? nullptr : &*found;
}

std::string shown_path(const Plan& plan, const std::string& path) {
  if (plan.root == "/") return path;
  return base::relative_path(path,
                             config::is_within(path, plan.root) ? plan.root : plan.working_folder);
}

void show_errors(const Plan& plan, std::vector<base::Error>& errors) {
  for (base::Error& error : errors) {
    const bool is_near = config::is_within(error.file, plan.root) ||
                         config::is_within(error.file, plan.working_folder);
    if (is_near) error.file = shown_path(plan, error.file);
  }
}

void settle(std::vector<base::Error>& errors) {
  const auto key = [](const base::Error& error) {
    return std::tie(error.file, error.line, error.column, error.code, error.message);
  };
  std::ranges::sort(errors, {}, key);
  const auto again = std::ranges::unique(errors);
  errors.erase(again.begin(), again.end());
}

config::FindOptions find_options(const CheckRequest& request) {
  return {.working_folder =
              request.working_folder.empty() ? base::working_folder() : request.working_folder,
          .file = request.configuration,
          .packs = request.packs};
}

}  // namespace linter::run
