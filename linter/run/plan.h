// What a run will do: which files it reads, under which settings, and what they are called.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "linter/config/configurations.h"
#include "linter/prose/formats.h"
#include "linter/run/check_run.h"
#include "linter/source/inputs.h"

namespace linter::run {

// That a file is read as which no format claims.
inline constexpr std::string_view fallback_format = "plain";

struct Job {
  std::string path;   // absolute
  std::string shown;  // as findings name it
  std::uint64_t size = 0;
  bool requested = true;  // false: read only to be compared with what was asked for
  bool asked = true;      // where a change is judged: by the user, whatever has changed
  const base::FileSystem* files = nullptr;  // that it is read from; null: the run's
  bool named = false;                       // by the user, not found in a folder
  bool standard_input = false;              // the text is the request's
  const config::Effective* settings = nullptr;
  const prose::Format* format = nullptr;
  std::string group;  // articles of one group are compared with one another
  bool past = false;  // an old version: nobody will see what is found in it
};

struct Plan {
  std::vector<Job> jobs;                      // sorted by `shown`
  std::vector<source::SkippedEntry> skipped;  // what folders held beside them, when asked for
  std::vector<base::Error> errors;            // files are absolute or as the user wrote them
  std::string root;                           // absolute: what shown paths are relative to
  std::string working_folder;                 // absolute
  bool one_root = true;                       // the articles' configurations have one root
};

// Finds the files of a request and settles what applies to each. `configurations` must outlive the
// plan. `compare`: also the articles that those of the request are compared with.
[[nodiscard]] Plan make_plan(const CheckRequest& request, const base::FileSystem& files,
                             config::Configurations& configurations, bool keep_skipped = false,
                             bool compare = true);

// The group of the job, whose path and settings are known.
[[nodiscard]] std::string group_of(const Job& job);

// The job that is called so; null when there is none. `jobs` are sorted by `shown`.
[[nodiscard]] const Job* job_named(std::span<const Job> jobs, std::string_view shown);

// A path as findings and errors show it: from the root when it lies there, else from the working
// folder.
[[nodiscard]] std::string shown_path(const Plan& plan, const std::string& path);
// Names the files of errors as shown_path does; those outside of both folders stay absolute.
void show_errors(const Plan& plan, std::vector<base::Error>& errors);
// Sorts errors as reports show them, each once.
void settle(std::vector<base::Error>& errors);

[[nodiscard]] config::FindOptions find_options(const CheckRequest& request);

}  // namespace linter::run
