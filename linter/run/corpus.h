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

  // The findings that checks make of the articles' summaries, group by group, levels applied. Those
  // that concern no article that was asked for are left out. Articles that a finding stands in or
  // points to are read once more, for the lines around. The same for any order of the work before.
  [[nodiscard]] std::vector<findings::Finding> findings(const CheckRequest& request,
                                                        const base::FileSystem& files);

 private:
  struct Told {
    checks::SummaryId first = 0;
    std::uint32_t count = 0;
    const Profile* profile = nullptr;
  };
  // Summaries of one group that one check judges at once.
  struct Batch {
    std::string_view check;
    const Profile* profile = nullptr;
    std::vector<checks::SummaryId> ids;
  };
  [[nodiscard]] std::vector<Batch> batches();
  void add_excerpts(const CheckRequest& request, const base::FileSystem& files,
                    std::vector<findings::Finding>& findings) const;

  std::span<const Job> jobs_;
  std::mutex mutex_;  // guards what is below while workers run
  checks::SummaryTable table_;
  std::vector<Told> told_;  // by job
};

}  // namespace linter::run
