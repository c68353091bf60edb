// One run over articles: inputs -> workers -> corpus pass -> outcome. No terminal, no exit code, no
// rendering here.
#pragma once

#include <atomic>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "linter/base/files.h"
#include "linter/config/data_folder.h"
#include "linter/config/settings.h"
#include "linter/findings/outcome.h"

namespace linter::run {

// What standard input is called where nobody gave it a name.
inline constexpr std::string_view unnamed_input = "<stdin>";

struct Progress {
  std::uint64_t files_done = 0;
  std::uint64_t files_total = 0;  // 0 while inputs are still being found
};

struct CheckRequest {
  std::vector<std::string> paths;                  // files, folders, globs; as the user wrote them
  std::optional<std::string> standard_input;       // the text, when "-" is among the paths
  std::string standard_input_name{unnamed_input};  // chooses format, configuration and overrides
  std::optional<std::string> configuration;  // --config; else found by walking up from each file
  std::vector<std::string> packs;  // --pack: in place of the configured ones, when not empty
  std::string working_folder;  // absolute: what relative paths start from; empty = the process's
  std::string today;           // ISO date
  std::uint32_t jobs = 0;      // 0 = one per core
  std::optional<config::FailOn>
      fail_on;  // --fail-on; else what the configuration of each file says
  // Of a scan, absolute: files are named from here, and summaries carry the lines that they stand
  // in.
  std::optional<std::string> scan_root;
  bool show_suppressed = false;
  bool each_claim = false;           // claims of one clause are not told as one remark
  std::uint64_t max_file_bytes = 0;  // 0 = the configured limit
  std::string data_folder;           // packs, dictionaries, word sets; see config::find_data_folder
  config::ImageFolders images;  // where compiled packs are kept; see config::find_image_folders
  std::vector<std::string> dictionary_folders;  // empty = the system's
  // Only what is new since HEAD and this revision parted, in the index where `staged` is set, else
  // in the working tree; `staged` alone compares with HEAD.
  std::optional<std::string> changed_since;
  bool staged = false;
  // --baseline, in place of the configured ones; empty: none holds. With --changed-since none does,
  // since what was there before is not new anyway.
  std::optional<std::string> baseline;
  std::string git_module;                         // see repository::find_git_module
  std::function<void(const Progress&)> progress;  // called from one thread at a time; may be empty
  // The process ends with this run: what it made is left to the system, which takes it down faster.
  bool is_last = false;
  const std::atomic<bool>* interrupted =
      nullptr;  // set by a signal handler: the run stops soon, Outcome::interrupted is set
};

// The same request on the same bytes gives the same outcome for any number of jobs. Never throws on
// user-caused failures.
[[nodiscard]] findings::Outcome check(const CheckRequest& request, const base::FileSystem& files);

}  // namespace linter::run
