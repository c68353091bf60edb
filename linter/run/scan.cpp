#include "linter/run/scan.h"

#include <algorithm>
#include <atomic>
#include <fmt/format.h>
#include <map>
#include <span>
#include <unordered_map>
#include <utility>

#include "linter/base/harmless.h"
#include "linter/base/hash.h"
#include "linter/base/names.h"
#include "linter/config/confined_files.h"
#include "linter/run/given_files.h"
#include "linter/run/pool.h"
#include "linter/run/told_article.h"
#include "linter/run/worker.h"

namespace linter::run {
namespace {

constexpr std::size_t batch = 512;  // articles that are checked before they are told

}  // namespace

base::Result<void> refuse_name(const std::string& name) {
  std::string fault = records::fault_of_name(name);
  if (fault.empty()) return {};
  const bool has_zero = name.find('\0') != std::string::npos;
  return base::fail(has_zero ? base::ErrorCode::bad_value : base::ErrorCode::too_large,
                    std::move(fault), base::shortened(name));
}

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
        book_(names_, profiles_),
        errors_(names_, tell_),
        teller_(names_, book_, errors_) {
    input_ = std::exchange(request_.standard_input, std::nullopt);
    if (options_.share)
      part_ = std::to_string(options_.share->number) + '/' + std::to_string(options_.share->of);
  }

  void check_walk(std::vector<std::string> paths) {
    if (std::ranges::find(paths, "-") != paths.end()) request_.standard_input = input_;
    check(std::move(paths), true, true);
    request_.standard_input.reset();
  }

  void check_listed(std::vector<std::string> paths, bool asked) {
    check(std::move(paths), false, asked);
  }

  base::Result<bool> takes(const GivenText& text) {
    if (auto named = refuse_name(text.file); !named) return std::unexpected(named.error());
    const std::string path = absolute(text.file);
    if (!config::is_within(path, names_.root) || path == names_.root) {
      return base::fail(base::ErrorCode::bad_value,
                        "the name of this article leads out of '" + names_.root +
                            "': give texts names that lie in this folder, or another one with "
                            "--root",
                        base::shortened(text.file));
    }
    const std::uint64_t content = base::hash64(text.content);
    const auto [known, is_new] = texts_.try_emplace(base::hash64(path), content);
    if (is_new || known->second == content) return is_new;
    return base::fail(base::ErrorCode::bad_value,
                      "two texts have this name: the first one is checked; give each a name of its "
                      "own",
                      base::shortened(text.file));
  }

  void check_texts(std::vector<GivenText> texts) {
    std::map<std::string, std::string> by_path;
    std::vector<std::string> paths;
    for (GivenText& text : texts) {
      by_path.emplace(absolute(text.file), std::move(text.content));
      paths.push_back(std::move(text.file));
    }
    given_.show(std::move(by_path));
    check(std::move(paths), false, true);
    given_.show({});
  }

  void pass_over(std::string_view line) {
    passed_over_ = base::hash64(fmt::format("{:016x}{:016x}", passed_over_, base::hash64(line)));
  }

  // Waits for the name of its part.
  void note(base::Error error) {
    constexpr std::size_t most = 1000;
    of_input_.push_back(std::move(error));
    if (of_input_.size() < most) return;
    if (options_.share) {
      errors_.tell(std::exchange(of_input_, {}), part_);
    } else {
      end_part(false);
    }
  }

  bool finish() {
    if (is_interrupted()) return false;
    errors_.tell(profiles_.errors());
    errors_.tell(configurations_.errors());
    end_part(true);
    return !closed_;
  }

  [[nodiscard]] const std::vector<base::Error>& errors() const { return errors_.told(); }

 private:
  [[nodiscard]] bool is_interrupted() const {
    return closed_ || (request_.interrupted != nullptr && *request_.interrupted);
  }

  [[nodiscard]] std::string absolute(const std::string& name) const {
    return base::normalised_path(base::join_path(names_.working_folder, name));
  }

  bool refuses(const std::string& name) {
    auto named = refuse_name(name);
    if (!named) errors_.tell({std::move(named.error())});
    return !named;
  }

  // `walk`: of what the paths lead to, the part's share, and what it is compared with.
  void check(std::vector<std::string> paths, bool walk, bool asked) {
    if (paths.empty() || is_interrupted()) return;
    request_.paths = std::move(paths);
    if (!walk) keep_files(request_.paths);
    if (request_.paths.empty()) return;
    Plan plan = make_plan(request_, given_, configurations_, false, walk);
    errors_.tell(std::move(plan.errors));
    if (walk && options_.share) keep_share(plan.jobs);
    std::erase_if(plan.jobs, [&](const Job& job) { return refuses(job.shown); });
    if (!asked) std::ranges::for_each(plan.jobs, [](Job& job) { job.requested = false; });
    for (std::size_t begin = 0; begin < plan.jobs.size() && !is_interrupted(); begin += batch) {
      const std::size_t size = std::min(batch, plan.jobs.size() - begin);
      check(std::span(plan.jobs).subspan(begin, size));
    }
  }

  // A list names files: neither folders nor patterns.
  void keep_files(std::vector<std::string>& names) {
    std::erase_if(names, [&](const std::string& name) {
      const base::FileKind kind = given_.status(absolute(name)).kind;
      const bool is_folder = kind == base::FileKind::folder;
      const bool is_missing = kind == base::FileKind::missing;
      if (is_folder) {
        errors_.tell({{.code = base::ErrorCode::bad_value,
                       .message = "is a folder, and a list names files: give folders as paths, or "
                                  "list what is in it",
                       .file = base::normalised_path(name)}});
      } else if (is_missing) {
        errors_.tell({{.code = base::ErrorCode::missing_path,
                       .message = "no such file: check how the path is spelt",
                       .file = base::normalised_path(name)}});
      }
      return is_folder || is_missing;
    });
  }

  void keep_share(std::vector<Job>& jobs) {
    for (const Job& job : jobs) listing_.add(job.shown + (job.requested ? "" : "\n"));
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
    if (!options_.share && !waiting_.empty()) end_part(false);
    for (std::size_t i = 0; i < jobs.size(); ++i) {
      waiting_.push_back(teller_.told(jobs[i], reports[i]));
      if (options_.share) tell_waiting();
    }
  }

  // An article stands before what belongs to it: where only the beginning of a part is left, that
  // says so.
  void tell_waiting() {
    for (ToldArticle& one : waiting_) {
      one.article.part = part_;
      one.article.number = articles_.count;
      const std::string line = teller_.line_of(std::move(one.article));
      articles_.add(line);
      write(line);
      for (const std::string& own : one.lines) write(own);
    }
    waiting_.clear();
  }

  void end_part(bool last) {
    const bool named = options_.share.has_value();
    if (!named) part_ = name_of_waiting();
    tell_waiting();
    errors_.tell(std::exchange(of_input_, {}), part_);
    write(records::line_of(records::PartRecord{
        .part = part_,
        .after = after_,
        .last = last,
        .articles = articles_,
        .listing = listing_,
        .errors = errors_.take_digests(),
        .made = made_with(request_, names_, configurations_, profiles_, book_, options_.version)}));
    if (named) return;
    after_ = part_;
    articles_ = {};
  }

  [[nodiscard]] std::string name_of_waiting() const {
    std::string all = after_;
    for (const ToldArticle& one : waiting_)
      all += fmt::format("{:016x}", base::hash64(records::line_of(one.article)));
    if (passed_over_ != 0) all += fmt::format("{:016x}", passed_over_);
    const std::string first =
        waiting_.empty() ? "no article" : base::shortened(waiting_.front().article.file);
    return fmt::format("from {} ({:016x})", first, base::hash64(all));
  }

  void write(std::string_view line) { closed_ = !tell_(line) || closed_; }

  CheckRequest request_;
  ScanOptions options_;
  const TellLine& tell_;
  Plan names_;
  GivenFiles given_;
  config::Configurations configurations_;
  Profiles profiles_;
  SettingsBook book_;
  ErrorTeller errors_;
  ArticleTeller teller_;
  std::optional<std::string> input_;
  std::vector<std::unique_ptr<Worker>> workers_;  // kept: their memos are what makes them fast
  std::unordered_map<std::uint64_t, std::uint64_t> texts_;  // digests: of the path, of the text
  std::vector<ToldArticle> waiting_;   // of a part that has no end, and so no name yet
  std::vector<base::Error> of_input_;  // likewise
  std::uint64_t passed_over_ = 0;      // digest of the lines
  std::string part_;
  std::string after_;
  records::Tally articles_;
  records::Tally listing_;  // that it takes its share of
  bool closed_ = false;     // nobody reads any more
};

Scan::Scan(const CheckRequest& request, const base::FileSystem& files, ScanOptions options,
           const TellLine& tell)
    : impl_(std::make_unique<Impl>(request, files, std::move(options), tell)) {}

Scan::~Scan() = default;

void Scan::check_walk(std::vector<std::string> paths) {
  impl_->check_walk(std::move(paths));
}

void Scan::check_listed(std::vector<std::string> paths, bool asked) {
  impl_->check_listed(std::move(paths), asked);
}

base::Result<bool> Scan::takes(const GivenText& text) {
  return impl_->takes(text);
}

void Scan::check_texts(std::vector<GivenText> texts) {
  impl_->check_texts(std::move(texts));
}

void Scan::pass_over(std::string_view line) {
  impl_->pass_over(line);
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
