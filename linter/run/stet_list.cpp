#include "linter/run/stet_list.h"

#include <map>
#include <memory>
#include <utility>

#include "linter/config/configurations.h"
#include "linter/prose/formats.h"
#include "linter/repository/git.h"

namespace linter::run {
namespace {

// Asks the repositories that articles lie in, each opened once.
class Historian {
 public:
  Historian(const base::FileSystem& files, const std::string& module)
      : files_(files), module_(module) {}

  // Of these lines of the article at `path`; none where nothing is known.
  std::vector<repository::Authorship> of(const std::string& path,
                                         const std::vector<std::uint32_t>& lines) {
    const std::string top = config::repository_top(files_, base::parent_path(path));
    repository::Git* git = top.empty() ? nullptr : open(top);
    const prose::Format* format = prose::format_for_path(path);
    const bool has_lines = format == nullptr || format->unpack == nullptr;
    if (git == nullptr || !has_lines) return {};
    const auto bytes = files_.read(path, source::default_max_file_bytes);
    if (!bytes) return {};
    auto authors = git->blame(base::relative_path(path, top), *bytes, lines);
    return authors ? std::move(*authors) : std::vector<repository::Authorship>();
  }

 private:
  repository::Git* open(const std::string& top) {
    auto [known, is_new] = repositories_.try_emplace(top);
    if (is_new) {
      if (auto opened = repository::open_git(files_, module_, top))
        known->second = std::move(*opened);
    }
    return known->second.get();
  }

  const base::FileSystem& files_;
  const std::string& module_;
  std::map<std::string, std::unique_ptr<repository::Git>> repositories_;  // by top
};

}  // namespace

std::vector<ListedStet> list_stets(const CheckRequest& request, const base::FileSystem& files,
                                   const findings::Outcome& outcome) {
  Historian historian(files, request.git_module);
  std::vector<ListedStet> listed;
  for (const findings::StetNote& note : outcome.stets) listed.push_back({note, {}, {}});
  for (std::size_t begin = 0; begin < listed.size();) {
    const std::string& file = listed[begin].note.place.file;
    std::size_t end = begin;
    std::vector<std::uint32_t> lines;
    for (; end < listed.size() && listed[end].note.place.file == file; ++end)
      lines.push_back(listed[end].note.place.begin.line);
    const std::string path = base::normalised_path(base::join_path(outcome.folder, file));
    const auto authors = historian.of(path, lines);
    for (std::size_t i = 0; i < authors.size(); ++i) {
      listed[begin + i].author = authors[i].author;
      listed[begin + i].date = authors[i].date;
    }
    begin = end;
  }
  return listed;
}

}  // namespace linter::run
