#include "linter/repository/git_history.h"

#include <algorithm>
#include <array>
#include <ctime>

#include "linter/repository/git_handles.h"

namespace linter::repository {
namespace {

std::string iso_date(const git_time& time) {
  const auto seconds = static_cast<std::time_t>(time.time + git_time_t{time.offset} * 60);
  std::tm parts{};
  if (::gmtime_r(&seconds, &parts) == nullptr) return {};
  std::array<char, 32> text{};
  std::strftime(text.data(), text.size(), "%Y-%m-%d", &parts);
  return text.data();
}

}  // namespace

std::vector<Hunk> hunks_between(std::string_view before, std::string_view after) {
  std::vector<Hunk> found;
  git_diff_options options{};
  git_diff_options_init(&options, GIT_DIFF_OPTIONS_VERSION);
  options.context_lines = 0;
  options.interhunk_lines = 0;
  options.flags = GIT_DIFF_FORCE_TEXT | GIT_DIFF_IGNORE_WHITESPACE_EOL;
  const auto add = [](const git_diff_delta*, const git_diff_hunk* hunk, void* into) -> int {
    const auto number = [](int value) { return static_cast<std::uint32_t>(std::max(value, 0)); };
    // git names the line before a side without lines
    static_cast<std::vector<Hunk>*>(into)->push_back(
        {.old_begin = number(hunk->old_start) + (hunk->old_lines == 0 ? 1U : 0U),
         .old_count = number(hunk->old_lines),
         .new_begin = number(hunk->new_start) + (hunk->new_lines == 0 ? 1U : 0U),
         .new_count = number(hunk->new_lines)});
    return 0;
  };
  if (git_diff_buffers(before.data(), before.size(), nullptr, after.data(), after.size(), nullptr,
                       &options, nullptr, nullptr, add, nullptr, &found) != 0) {
    return {
        {.old_begin = 1, .old_count = UINT32_MAX / 2, .new_begin = 1, .new_count = UINT32_MAX / 2}};
  }
  return found;
}

base::Result<std::vector<Authorship>> authors_of(git_repository& repository,
                                                 const std::string& path, std::string_view bytes,
                                                 std::span<const std::uint32_t> lines) {
  std::vector<Authorship> authors(lines.size());
  git_blame_options options{};
  git_blame_options_init(&options, GIT_BLAME_OPTIONS_VERSION);
  git_blame* found = nullptr;
  const int code = git_blame_file(&found, &repository, path.c_str(), &options);
  if (code == GIT_ENOTFOUND) return authors;  // it is not committed
  if (code != 0) return failed("the history of the file cannot be read (" + last_message() + ")");
  const Blame committed(found);
  git_blame* now = nullptr;
  if (git_blame_buffer(&now, committed.get(), bytes.data(), bytes.size()) != 0)
    return failed("the history of the file cannot be read (" + last_message() + ")");
  const Blame current(now);
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const git_blame_hunk* hunk = git_blame_get_hunk_byline(current.get(), lines[i]);
    if (hunk == nullptr || git_oid_is_zero(&hunk->final_commit_id) != 0) continue;
    git_commit* commit = nullptr;
    if (git_commit_lookup(&commit, &repository, &hunk->final_commit_id) != 0) continue;
    const Commit owned(commit);
    const git_signature* author = git_commit_author(commit);
    if (author == nullptr) continue;
    authors[i].author = author->name != nullptr ? author->name : "";
    authors[i].date = iso_date(author->when);
  }
  return authors;
}

}  // namespace linter::repository
