// Which files a run reads: named files, walked folders, path patterns.
//
// Folders are walked in full; hidden entries, files that galley does not read, whatever the ignore
// rules leave out, and links are skipped (what a link inside the tree points to is met under its
// own name, and nothing outside is read). What the user names is taken even when it is hidden,
// ignored or a link.
#pragma once

#include <atomic>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "linter/base/files.h"
#include "linter/base/result.h"

namespace linter::source {

// The seam to whoever knows .gitignore, .galleyignore and the configuration. Paths are absolute and
// normalised. Asked by one thread.
class IgnoreRules {
 public:
  virtual ~IgnoreRules() = default;
  // A walk starts at `folder`. False when the folder itself, or one above it, is ignored: the user
  // named it all the same, and no question is asked about what lies below.
  [[nodiscard]] virtual bool apply_below(const std::string& folder) = 0;
  // Why an entry is left out ("drafts/ in .galleyignore:3"); empty when it is not. The folders
  // above it, up to where the walk began, are not left out.
  [[nodiscard]] virtual std::string ignored(const std::string& path, bool is_folder) = 0;
};

struct InputRequest {
  std::vector<std::string> paths;  // as the user wrote them; a pattern that is no path is expanded
  std::string working_folder;      // absolute; what relative paths count from
  std::function<bool(std::string_view path)> readable;  // whether galley reads files of that name
  IgnoreRules* ignore = nullptr;                        // nothing is ignored without
  const std::atomic<bool>* interrupted = nullptr;       // ends the walk early
  bool keep_skipped = false;                            // fill Inputs::skipped
};

struct InputFile {
  std::string path;  // absolute, normalised
  std::uint64_t size = 0;
  bool named = false;  // itself among the request's paths
};

enum class SkipReason : std::uint8_t {
  hidden,
  unknown_format,
  ignored,
  link,
  folder_loop,
  special
};
// "hidden", "galley does not read such files", ...
[[nodiscard]] std::string_view describe(SkipReason reason);

struct SkippedEntry {
  std::string path;  // absolute, normalised; a folder stands for all that is in it
  SkipReason reason = SkipReason::hidden;
  std::string detail;  // of `ignored`: by what
};

struct Inputs {
  std::vector<InputFile> files;       // sorted by path; each file once, whatever it was called
  std::vector<SkippedEntry> skipped;  // sorted by path
  std::vector<base::Error> errors;    // missing_path, unreadable_file, bad_value, nesting_too_deep
};

inline constexpr std::size_t max_folder_depth = 1000;  // limit `max_folder_depth` of a walk

// Never fails as a whole: what cannot be found is an error, the rest is found. Errors name a file
// as the user wrote it, or absolute when it was met on a walk. Where one file goes by several
// names, the bytewise smallest that is no link is kept. About 2 µs an entry and one system call.
[[nodiscard]] Inputs find_inputs(const InputRequest& request, const base::FileSystem& files);

}  // namespace linter::source
