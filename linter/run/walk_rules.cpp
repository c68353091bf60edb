#include "linter/run/walk_rules.h"

#include <utility>

#include "linter/config/confined_files.h"
#include "linter/prose/formats.h"

namespace linter::run {

using Verdict = source::PathPatterns::Verdict;

WalkRules::WalkRules(repository::IgnoreFiles& ignore_files, config::Configurations& configurations,
                     std::string working_folder)
    : ignore_files_(ignore_files),
      configurations_(configurations),
      working_folder_(std::move(working_folder)) {}

const config::Patterns& WalkRules::excluded_by(const config::Configuration& configuration) {
  const auto known = patterns_.find(&configuration);
  if (known != patterns_.end()) return known->second;
  // `exclude` holds for a whole configuration: no path is in it that an override could cover
  return patterns_[&configuration] = config::settings_for(configuration, "").exclude;
}

std::string WalkRules::excluded(const std::string& path, bool is_folder) {
  const config::Patterns& patterns =
      excluded_by(configurations_.of_folder(base::parent_path(path)));
  if (patterns.patterns.empty() || path == patterns.folder ||
      !config::is_within(path, patterns.folder)) {
    return {};
  }
  const auto answer =
      patterns.patterns.match(base::relative_path(path, patterns.folder), is_folder);
  if (answer.verdict != Verdict::matched) return {};
  return "by '" + std::string(answer.pattern) + "' in " +
         base::relative_path(patterns.written.front().origin.file, working_folder_) + ":" +
         std::to_string(answer.line);
}

bool WalkRules::is_word_list(const std::string& path) {
  const config::Configuration& configuration = configurations_.of_folder(base::parent_path(path));
  const auto [lists, is_new] = word_lists_.try_emplace(&configuration);
  if (is_new) {
    for (const config::Text& list : config::settings_for(configuration, "").word_lists)
      lists->second.insert(list.value);
  }
  return lists->second.contains(path);
}

bool WalkRules::apply_below(const std::string& folder) {
  const config::Patterns& patterns = excluded_by(configurations_.of_folder(folder));
  if (patterns.cover(folder + "/.")) return false;  // "." stands for whatever lies in it
  return ignore_files_.apply_below(folder);
}

std::string WalkRules::ignored(const std::string& path, bool is_folder) {
  if (!is_folder && is_word_list(path)) return "a word list of the configuration";
  std::string reason = excluded(path, is_folder);
  return reason.empty() ? ignore_files_.ignored(path, is_folder) : reason;
}

bool is_left_out(const std::string& path, const std::string& top, WalkRules& rules) {
  if (prose::format_for_path(path) == nullptr) return true;
  for (std::string at = path; at.size() > top.size(); at = base::parent_path(at)) {
    if (at[at.rfind('/') + 1] == '.' || !rules.ignored(at, at != path).empty()) return true;
  }
  return false;
}

}  // namespace linter::run
