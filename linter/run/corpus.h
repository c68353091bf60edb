// The corpus pass: what follows from the summaries of all articles.
#pragma once

#include <cstdint>
#include <mutex>
#include <span>
#include <vector>

#include "linter/base/files.h"
#include "linter/checks/summaries.h"
#include "linter/findings/finding.h"
#include "linter/run/plan.h"
#include "linter/run/worker.h"

namespace linter::run {

// Keeps what the articles of a run tell, until all have told it.
class Corpus {
 public:
  // `jobs` must outlive it.
  explicit Corpus(std::span<const Job> jobs);

  // Takes the summaries out of the report of a job, once. From any thread.
  void take(std::size_t job, ArticleReport& report);

  // Takes from the report of an old version what its statements are; `job` is the one before, and
  // must outlive this. After all others.
  void take_old(const Job& job, ArticleReport& report);

  // The findings that checks make of the articles' summaries, group by group, levels applied,
  // without the lines around. Those that concern no article that was asked for are left out. The
  // same for any order of the work before.
  [[nodiscard]] std::vector<findings::Finding> findings();

  // Likewise, but between the statements of old versions that somebody asks about and those that
  // were there beside them: all articles but the requested ones. Levels are not applied.
  [[nodiscard]] std::vector<findings::Finding> old_findings();

  // Puts the lines around into what stands in articles: each is read once more.
  void add_excerpts(const CheckRequest& request, const base::FileSystem& files,
                    std::span<findings::Finding> findings) const;

 private:
  // What one article told.
  struct Told {
    checks::SummaryId first = 0;
    std::uint32_t count = 0;
    const Profile* profile = nullptr;
    const Job* job = nullptr;
  };
  // Summaries of one group that one check judges at once.
  struct Batch {
    std::string_view check;
    const Profile* profile = nullptr;
    std::vector<checks::SummaryId> ids;
  };
  [[nodiscard]] Told keep(const Job& job, const ArticleReport& report);
  [[nodiscard]] std::vector<Batch> batches(std::span<const Told> told, bool asked_only);
  [[nodiscard]] std::vector<findings::Finding> judged(const std::vector<Batch>& batches) const;

  std::span<const Job> jobs_;
  std::mutex mutex_;  // guards what is below while workers run
  checks::SummaryTable table_;
  std::vector<Told> told_;  // by job
  std::vector<Told> old_;
};

}  // namespace linter::run
