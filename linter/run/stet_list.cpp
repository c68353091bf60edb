#include "linter/run/stet_list.h"

#include <algorithm>
#include <map>
#include <memory>
#include <string_view>
#include <tuple>
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
    if (git == nullptr) return {};
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

namespace {

// Those that silence nothing are findings; what they say takes the place of a reason.
void add_faulty(const findings::Outcome& outcome, std::vector<ListedStet>& listed) {
  constexpr std::pair<std::string_view, std::string_view> states[] = {
      {"stet.malformed", "malformed"}, {"stet.no-reason", "without a reason"}};
  for (const findings::Finding& finding : outcome.findings) {
    for (const auto& [rule, state] : states) {
      if (finding.rule != rule) continue;
      findings::StetNote note;
      note.place = finding.location;
      note.state = state;
      note.reason = finding.message;
      listed.push_back({std::move(note), {}, {}});
    }
  }
}

// Where the history is asked about it; a document that says it itself has no lines.
struct Written {
  std::string file;
  std::uint32_t line = 0;
};

Written written(const findings::StetNote& note) {
  if (!note.sidecar.empty()) return {note.sidecar, note.sidecar_line};
  const prose::Format* format = prose::format_for_path(note.place.file);
  if (format != nullptr && format->unpack != nullptr) return {};
  return {note.place.file, note.place.begin.line};
}

}  // namespace

std::vector<ListedStet> list_stets(const CheckRequest& request, const base::FileSystem& files,
                                   const findings::Outcome& outcome) {
  Historian historian(files, request.git_module);
  std::vector<ListedStet> listed;
  for (const findings::StetNote& note : outcome.stets) listed.push_back({note, {}, {}});
  add_faulty(outcome, listed);
  std::ranges::stable_sort(listed, {}, [](const ListedStet& stet) {
    return std::tuple(std::string_view(stet.note.place.file), stet.note.place.span.begin);
  });
  for (std::size_t begin = 0; begin < listed.size();) {
    const std::string file = written(listed[begin].note).file;
    std::size_t end = begin;
    std::vector<std::uint32_t> lines;
    for (; end < listed.size() && written(listed[end].note).file == file; ++end)
      lines.push_back(written(listed[end].note).line);
    const std::string path = base::normalised_path(base::join_path(outcome.folder, file));
    const auto authors =
        file.empty() ? std::vector<repository::Authorship>() : historian.of(path, lines);
    for (std::size_t i = 0; i < authors.size(); ++i) {
      listed[begin + i].author = authors[i].author;
      listed[begin + i].date = authors[i].date;
    }
    begin = end;
  }
  return listed;
}

}  // namespace linter::run
