#include "linter/repository/ignore_chain.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace linter::repository {
namespace {

using base::FileKind;
using source::PathPatterns;

std::string_view name_of(IgnoreKind kind) {
  return kind == IgnoreKind::git ? ".gitignore" : ".galleyignore";
}

std::string_view parent_of(std::string_view path) {
  const std::size_t slash = path.rfind('/');
  return slash == 0 ? path.substr(0, 1) : path.substr(0, slash);
}

std::string_view below(std::string_view path, std::string_view folder) {
  return path.substr(folder == "/" ? 1 : folder.size() + 1);
}

}  // namespace

bool IgnoreChain::is_top(const std::string& folder) const {
  return files_.status(base::join_path(folder, ".git")).kind != FileKind::missing;
}

PathPatterns IgnoreChain::read(const std::string& file) {
  const base::FileStatus status = files_.status(file);
  if (status.kind == FileKind::missing && !status.is_link) return {};
  if (status.is_link) {
    if (kind_ == IgnoreKind::git) return {};
    errors_.push_back({.code = base::ErrorCode::bad_ignore_file,
                       .message = "is a symbolic link, which is not followed: put a file here",
                       .file = file});
    return {};
  }
  auto text = files_.read(file, max_ignore_file_bytes);
  if (!text) {
    errors_.push_back(std::move(text.error()));
    return {};
  }
  auto parsed = PathPatterns::parse(*text, file);
  if (kind_ == IgnoreKind::galley) std::ranges::move(parsed.errors, std::back_inserter(errors_));
  return std::move(parsed.value);
}

const IgnoreChain::Link* IgnoreChain::with_file(const std::string& file, const std::string& folder,
                                                const Link* next) {
  PathPatterns patterns = read(file);
  if (patterns.empty()) return next;
  links_.push_back(std::make_unique<Link>(Link{file, folder, std::move(patterns), next}));
  return links_.back().get();
}

const IgnoreChain::Link* IgnoreChain::links_above(const std::string& folder) {
  const bool top = is_top(folder);
  if (kind_ == IgnoreKind::galley)
    return top || folder == "/" ? nullptr : links_of(base::parent_path(folder));
  if (!top) return links_of(base::parent_path(folder));
  // A .git that is a file or a link leads out of the tree: nothing is read there.
  const base::FileStatus git = files_.status(base::join_path(folder, ".git"));
  if (git.is_link || git.kind != FileKind::folder) return nullptr;
  return with_file(base::join_path(folder, ".git/info/exclude"), folder, nullptr);
}

const IgnoreChain::Link* IgnoreChain::links_of(const std::string& folder) {
  if (const auto known = known_.find(folder); known != known_.end()) return known->second;
  const Link* links = nullptr;
  if (kind_ == IgnoreKind::galley || in_repository(folder)) {
    links = with_file(base::join_path(folder, name_of(kind_)), folder, links_above(folder));
  }
  known_[folder] = links;
  return links;
}

bool IgnoreChain::in_repository(const std::string& folder) {
  if (const auto known = in_repository_.find(folder); known != in_repository_.end())
    return known->second;
  const bool inside = is_top(folder) || (folder != "/" && in_repository(base::parent_path(folder)));
  in_repository_[folder] = inside;
  return inside;
}

IgnoreChain::Answer IgnoreChain::ask(std::string_view path, bool is_folder) {
  const std::string_view folder = parent_of(path);
  const auto known = known_.find(folder);
  const Link* link = known != known_.end() ? known->second : links_of(std::string(folder));
  for (; link != nullptr; link = link->next) {
    const auto answer = link->patterns.match(below(path, link->folder), is_folder);
    if (answer.verdict == PathPatterns::Verdict::undecided) continue;
    return {answer.verdict, link->file, answer.pattern, answer.line};
  }
  return {};
}

}  // namespace linter::repository
