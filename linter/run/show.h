// What a run would do, without doing it: `galley check --show-files` and `--show-config FILE`.
#pragma once

#include <string>
#include <vector>

#include "linter/base/files.h"
#include "linter/base/result.h"
#include "linter/run/check_run.h"

namespace linter::run {

struct ShownFile {
  std::string path;  // as findings name it; a skipped folder stands for all that is in it
  bool checked = false;
  std::string why;  // "markdown, .galley.yaml"; "ignored by 'drafts/' in .galleyignore:3"
  bool operator==(const ShownFile&) const = default;
};

struct ShownFiles : base::Loaded<std::vector<ShownFile>> {
  std::string root;                   // absolute: what paths are relative to
  std::vector<std::string> compared;  // what is only compared: a configuration's `corpus` names it
};

// Every file that the request's paths lead to, sorted by path. Errors are those of finding the
// files.
[[nodiscard]] ShownFiles shown_files(const CheckRequest& request, const base::FileSystem& files);

// One line a file, for people: what is done, the path, why.
[[nodiscard]] std::string show_files(const std::vector<ShownFile>& shown);

// What applies to `path` (as the user wrote it) and where each value was said, as text for people;
// with the faults of its configuration. missing_path, and no text, where no such file is.
[[nodiscard]] base::Loaded<std::string> show_config(const CheckRequest& request,
                                                    const base::FileSystem& files,
                                                    const std::string& path);

}  // namespace linter::run
