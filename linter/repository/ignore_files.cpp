#include "linter/repository/ignore_files.h"

#include <utility>

namespace linter::repository {

using Verdict = source::PathPatterns::Verdict;

IgnoreFiles::IgnoreFiles(const base::FileSystem& files, std::string working_folder)
    : files_(files),
      working_folder_(std::move(working_folder)),
      galley_(files, IgnoreKind::galley),
      git_(files, IgnoreKind::git) {}

IgnoreChain::Answer IgnoreFiles::ask(std::string_view path, bool is_folder) {
  const auto answer = galley_.ask(path, is_folder);
  return answer.verdict == Verdict::undecided ? git_.ask(path, is_folder) : answer;
}

std::string IgnoreFiles::ignored(const std::string& path, bool is_folder) {
  const auto answer = ask(path, is_folder);
  if (answer.verdict != Verdict::matched) return {};
  return "by '" + std::string(answer.pattern) + "' in " +
         base::relative_path(answer.file, working_folder_) + ":" + std::to_string(answer.line);
}

bool IgnoreFiles::apply_below(const std::string& folder) {
  for (std::string at = folder; at != "/"; at = base::parent_path(at)) {
    if (files_.status(base::join_path(at, ".git")).kind != base::FileKind::missing) return true;
    if (ask(at, true).verdict == Verdict::matched) return false;
  }
  return true;
}

std::vector<base::Error> IgnoreFiles::errors() const {
  std::vector<base::Error> all = galley_.errors();
  all.insert(all.end(), git_.errors().begin(), git_.errors().end());
  return all;
}

}  // namespace linter::repository
