#include "linter/commands/repository_names.h"

namespace linter::commands {
namespace {

// Empty where there is none.
std::string repository_top(std::string folder, const base::FileSystem& files) {
  while (true) {
    if (files.status(base::join_path(folder, ".git")).kind != base::FileKind::missing)
      return folder;
    const std::string above = base::parent_path(folder);
    if (above == folder) return {};
    folder = above;
  }
}

void prefix(const std::string& folder, std::string& file) {
  const bool is_file = !file.empty() && !file.starts_with('/') && !file.starts_with('<');
  if (is_file) file = base::normalised_path(base::join_path(folder, file));
}

}  // namespace

std::optional<findings::Outcome> named_from_top(const findings::Outcome& outcome,
                                                const base::FileSystem& files) {
  const std::string root = outcome.root.empty() ? base::working_folder() : outcome.root;
  const std::string top = repository_top(root, files);
  if (top.empty() || top == root) return std::nullopt;
  const std::string folder = base::relative_path(root, top);
  findings::Outcome named = outcome;
  for (findings::Finding& finding : named.findings) {
    prefix(folder, finding.location.file);
    for (findings::Related& side : finding.related)
      if (!side.source) prefix(folder, side.location.file);
  }
  for (std::vector<base::Error>* errors : {&named.errors, &named.elsewhere})
    for (base::Error& error : *errors) prefix(folder, error.file);
  return named;
}

}  // namespace linter::commands
