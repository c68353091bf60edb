// One thread's work: article by article, with buffers and instruments that are kept.
#pragma once

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "linter/checks/check.h"
#include "linter/context/context.h"
#include "linter/lexicon/lexicon.h"
#include "linter/prose/article.h"
#include "linter/run/meant.h"
#include "linter/run/plan.h"
#include "linter/run/profile.h"
#include "linter/sentences/text.h"
#include "linter/suppression/stets.h"
#include "linter/suppression/wordings.h"

namespace linter::run {

// What is left of an article once it has been checked.
struct ArticleReport {
  std::vector<findings::Finding> findings;  // located and complete, levels applied; in no order
  std::vector<checks::Summary> summaries;   // located, without excerpts
  std::vector<suppression::Stet> stets;
  std::vector<suppression::Use> uses;  // of approved wording, located
  std::vector<std::string> accepted;   // words, by its front matter
  std::vector<base::Error> errors;
  const Profile* profile = nullptr;  // null: it was not checked
  std::string language;              // that the profile is of
  std::uint64_t words = 0;
  std::uint64_t bytes = 0;
};

// Whether a file is one that `galley proof` wrote: a page, or, where it only lies in a folder, a
// document.
[[nodiscard]] bool is_own_proof(const Job& job, std::string_view bytes);

// Why a run leaves the job's file out without a word: it was found in a folder and is no text, or
// it is a proof that galley made. Reads the file.
[[nodiscard]] std::optional<std::string> why_left_out(const Job& job,
                                                      const base::FileSystem& files);

// How the job's file is read, by what applies to it.
[[nodiscard]] prose::ReadOptions read_options_of(const Job& job);

// One per thread. Everything it is given must outlive it.
class Worker {
 public:
  Worker(const CheckRequest& request, const base::FileSystem& files, ProfileSource& profiles);
  ~Worker();
  Worker(const Worker&) = delete;
  Worker& operator=(const Worker&) = delete;

  // Reads and checks one article. Never throws: what goes wrong inside becomes an `internal` error
  // of this article. Nothing of an article but its report outlives the call.
  [[nodiscard]] ArticleReport check(const Job& job);

 private:
  struct Instruments;

  void check(const Job& job, ArticleReport& report);
  base::Result<std::optional<source::Source>> read(const Job& job);
  base::Result<std::string> standard_input(const Job& job, std::uint64_t limit) const;
  const Profile* profile_for(const Job& job, ArticleReport& report);
  const Profile* profile_for(const Job& job, const std::string& language, const config::Origin& at,
                             ArticleReport& report);
  Instruments& instruments_for(const Profile& profile);
  void find_approved(const Job& job, const source::Source& source, ArticleReport& report) const;
  void read_stets(const Job& job, const source::Source& source, ArticleReport& report) const;
  void find_misplaced_stets(const Job& job, const source::Source& source,
                            ArticleReport& report) const;
  void read_sidecar(const Job& job, const source::Source& source, ArticleReport& report) const;
  void run_checks(const Job& job, const source::Source& source, ArticleReport& report);

  const CheckRequest& request_;
  const base::FileSystem& files_;
  ProfileSource& profiles_;
  std::map<const Profile*, std::unique_ptr<Instruments>> instruments_;
  prose::Article article_;
  sentences::Text text_;
  MeantArticle meant_;
};

}  // namespace linter::run
