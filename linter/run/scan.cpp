#include "linter/run/scan.h"

#include <algorithm>
#include <atomic>
#include <span>
#include <utility>

#include "linter/run/given_files.h"
#include "linter/run/pool.h"
#include "linter/run/worker.h"

namespace linter::run {
namespace {

constexpr std::size_t batch = 512;  // articles that are checked before they are told

// The group of a job as every machine calls it: folders from the root on. Names cannot hold the
// separator, since a tab in them is written otherwise.
std::string group_of(const Plan& plan, const Job& job) {
  const std::size_t end = std::min(job.group.find('\0'), job.group.size());
  const std::string raw = shown_path(plan, job.group.substr(0, end)) + job.group.substr(end);
  std::string group;
  for (const char byte : raw) {
    if (byte == '\0') {
      group += '|';
    } else if (byte == '|' || byte == '\t' || byte == '%') {
      group += byte == '|' ? "%7C" : byte == '\t' ? "%09" : "%25";
    } else {
      group += byte;
    }
  }
  return group;
}

}  // namespace

class Scan::Impl {
 public:
  Impl(const CheckRequest& request, const base::FileSystem& files, ScanOptions options,
       const TellLine& tell)
      : request_(request),
        options_(std::move(options)),
        tell_(tell),
        names_(names_of(request)),
        given_(files),
        configurations_(files, find_options(request)),
        profiles_(request_, files),
        errors_(names_, tell_) {
    if (options_.share)
      part_ = std::to_string(options_.share->number) + '/' + std::to_string(options_.share->of);
  }

  void check(std::vector<std::string> paths, bool share) {
    if (paths.empty() || is_interrupted()) return;
    request_.paths = std::move(paths);
    Plan plan = make_plan(request_, given_, configurations_);
    errors_.tell(std::move(plan.errors));
    if (share && options_.share) keep_share(plan.jobs);
    for (std::size_t begin = 0; begin < plan.jobs.size() && !is_interrupted(); begin += batch) {
      const std::size_t size = std::min(batch, plan.jobs.size() - begin);
      check(std::span(plan.jobs).subspan(begin, size));
    }
  }

  void check_texts(std::vector<GivenText> texts) {
    std::map<std::string, std::string> by_path;
    std::vector<std::string> paths;
    for (GivenText& text : texts) {
      const std::string path =
          base::normalised_path(base::join_path(names_.working_folder, text.file));
      const auto [known, is_new] = by_path.try_emplace(path, std::move(text.content));
      if (is_new) {
        paths.push_back(std::move(text.file));
      } else if (known->second != text.content) {
        note({.code = base::ErrorCode::bad_value,
              .message = "two texts have this name: the first one is checked",
              .file = path});
      }
    }
    given_.show(std::move(by_path));
    check(std::move(paths), false);
    given_.show({});
  }

  void note(base::Error error) { errors_.tell({std::move(error)}); }

  bool finish() {
    if (is_interrupted()) return false;
    errors_.tell(profiles_.errors());
    errors_.tell(configurations_.errors());
    tell_(records::line_of(records::PartRecord{
        .part = part_,
        .articles = articles_,
        .made = made_with(request_, names_, configurations_, profiles_, options_.version)}));
    return true;
  }

  [[nodiscard]] const std::vector<base::Error>& errors() const { return errors_.told(); }

 private:
  [[nodiscard]] bool is_interrupted() const {
    return closed_ || (request_.interrupted != nullptr && *request_.interrupted);
  }

  void keep_share(std::vector<Job>& jobs) const {
    std::size_t at = 0;
    std::erase_if(
        jobs, [&](const Job&) { return at++ % options_.share->of != options_.share->number - 1; });
  }

  void check(std::span<const Job> jobs) {
    std::vector<ArticleReport> reports(jobs.size());
    const std::uint32_t threads = threads_for(request_.jobs, jobs.size());
    while (workers_.size() < threads)
      workers_.push_back(std::make_unique<Worker>(request_, given_, profiles_));
    std::atomic<std::size_t> next = 0;
    std::atomic<std::size_t> next_worker = 0;
    on_threads(threads, [&] {
      Worker& worker = *workers_[next_worker++];
      for (std::size_t at = next++; at < jobs.size() && !is_interrupted(); at = next++)
        reports[at] = worker.check(jobs[at]);
    });
    if (is_interrupted()) return;
    for (std::size_t i = 0; i < jobs.size(); ++i) tell(jobs[i], reports[i]);
  }

  void tell(const Job& job, ArticleReport& report) {
    if (part_.empty()) part_ = "from " + job.shown;
    records::ArticleRecord article{.file = job.shown,
                                   .part = part_,
                                   .number = articles_.count,
                                   .language = report.language,
                                   .words = report.words,
                                   .bytes = report.bytes,
                                   .findings = {},
                                   .summaries = {},
                                   .stets = std::move(report.stets),
                                   .uses = std::move(report.uses)};
    for (findings::Finding& finding : report.findings) {
      const std::uint64_t number = article.findings.count;
      tell({.between = {}, .number = number, .finding = std::move(finding)}, article.findings);
    }
    const std::string group = report.summaries.empty() ? std::string() : group_of(names_, job);
    for (checks::Summary& summary : report.summaries) {
      const std::uint64_t number = article.summaries.count;
      tell({.group = group,
            .language = report.language,
            .number = number,
            .summary = std::move(summary)},
           article.summaries);
    }
    errors_.tell(std::move(report.errors));
    tell(std::move(article), articles_);
  }

  void tell(records::Record record, records::Tally& tally) {
    const std::string line = records::line_of(record);
    tally.add(line);
    closed_ = !tell_(line) || closed_;
  }
  void tell(records::FindingRecord record, records::Tally& tally) {
    tell(records::Record(std::move(record)), tally);
  }
  void tell(records::SummaryRecord record, records::Tally& tally) {
    tell(records::Record(std::move(record)), tally);
  }

  CheckRequest request_;
  ScanOptions options_;
  const TellLine& tell_;
  Plan names_;
  GivenFiles given_;
  config::Configurations configurations_;
  Profiles profiles_;
  ErrorTeller errors_;
  std::vector<std::unique_ptr<Worker>> workers_;  // kept: their memos are what makes them fast
  std::string part_;
  records::Tally articles_;
  bool closed_ = false;  // nobody reads any more
};

Scan::Scan(const CheckRequest& request, const base::FileSystem& files, ScanOptions options,
           const TellLine& tell)
    : impl_(std::make_unique<Impl>(request, files, std::move(options), tell)) {}

Scan::~Scan() = default;

void Scan::check_walk(std::vector<std::string> paths) {
  impl_->check(std::move(paths), true);
}

void Scan::check_listed(std::vector<std::string> paths) {
  impl_->check(std::move(paths), false);
}

void Scan::check_texts(std::vector<GivenText> texts) {
  impl_->check_texts(std::move(texts));
}

void Scan::note(base::Error error) {
  impl_->note(std::move(error));
}

bool Scan::finish() {
  return impl_->finish();
}

const std::vector<base::Error>& Scan::errors() const {
  return impl_->errors();
}

}  // namespace linter::run
