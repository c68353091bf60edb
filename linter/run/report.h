// The third step of a check: records of any number of scans and reconciliations -> the outcome.
//
// Nothing is counted twice and nothing is missed in silence: a part that is there several times
// counts once, an article that is compared with others and asked about as one that is asked about,
// and what is missing, cut off, or was made with something else is an error that names
// the part.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "linter/base/files.h"
#include "linter/findings/outcome.h"
#include "linter/run/step.h"

namespace linter::run {

// Not thread-safe. Takes about 50 bytes an article, and the findings.
class Gathering {
 public:
  // request.scan_root must be set as for the scan. All must outlive it.
  Gathering(const CheckRequest& request, const base::FileSystem& files);
  ~Gathering();
  Gathering(const Gathering&) = delete;
  Gathering& operator=(const Gathering&) = delete;

  // Takes a record's line, in any order; summaries are passed over. bad_value for a damaged one,
  // without file and line.
  [[nodiscard]] base::Result<void> add(std::string_view line);
  // The day that the records should be of; another one is an error. Before anything is added.
  void expect_day(const std::string& today);
  // What could not be read.
  void note(base::Error error);

  // The outcome of a check on all articles. Once.
  [[nodiscard]] findings::Outcome finish();
  // Records that were cut off, where nothing is missing. After finish().
  [[nodiscard]] const std::vector<base::Error>& not_missed() const;

 private:
  class Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace linter::run
