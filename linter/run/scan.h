// The first step of a check: articles -> records of what each says, alone and to the corpus.
//
// Articles are read in batches and told as they come, in the order of their names within a batch:
// the same articles give the same records in any batches, on any number of threads.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "linter/base/files.h"
#include "linter/run/step.h"

namespace linter::run {

// The number-th of so many parts, from 1.
struct Share {
  std::uint32_t number = 1;
  std::uint32_t of = 1;
};

// An article that is in no file.
struct GivenText {
  std::string file;  // the name that it goes by: it decides format and configuration
  std::string content;
};

struct ScanOptions {
  std::optional<Share> share;  // names the part, and what of each walk belongs to it
  std::string version;         // galley's
};

// What is wrong with the name of an article in a list, with the name and without a line: too_large.
[[nodiscard]] base::Result<void> refuse_name(const std::string& name);

// Not thread-safe; uses request.jobs threads of its own. Memory follows the longest batch, 50 bytes
// for each kind of error, and as many for each text.
class Scan {
 public:
  // request.scan_root must be set. All must outlive it.
  Scan(const CheckRequest& request, const base::FileSystem& files, ScanOptions options,
       const TellLine& tell);
  ~Scan();
  Scan(const Scan&) = delete;
  Scan& operator=(const Scan&) = delete;

  // Checks what the paths lead to, "-" being the request's standard input, and reads what their
  // configurations compare it with; of all of it the part's share, if there is one.
  void check_walk(std::vector<std::string> paths);
  // Checks the files of a list, and nothing else. `asked`: otherwise they are only read to be
  // compared with others.
  void check_listed(std::vector<std::string> paths, bool asked = true);
  // Whether a text is to be checked: false where the same one was there before. bad_value for a
  // name that stands for another text or leads out of the root, too_large for one that cannot be a
  // file's; each with the name and without a line.
  [[nodiscard]] base::Result<bool> takes(const GivenText& text);
  // Checks texts that takes() was true for.
  void check_texts(std::vector<GivenText> texts);
  // A line that is no article: it tells the part from another one where nothing else does.
  void pass_over(std::string_view line);
  // What kept an article from being read.
  void note(base::Error error);

  // Tells the end of the part. False when the scan was interrupted or nobody reads: then there is
  // none.
  [[nodiscard]] bool finish();
  [[nodiscard]] const std::vector<base::Error>& errors() const;

 private:
  class Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace linter::run
