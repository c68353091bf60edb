#include "linter/cache/witness.h"

#include <algorithm>
#include <chrono>
#include <set>
#include <utility>

#include "linter/base/hash.h"

namespace linter::cache {
namespace {

constexpr char at_home = '@';  // no path begins so: those asked for are absolute
constexpr std::string_view below_home = "@/";

// A file's kind, and whether it is reached by a link: all that readers of packs go by.
std::string told(const base::FileStatus& status) {
  return {static_cast<char>('0' + static_cast<int>(status.kind)), status.is_link ? 'l' : '-'};
}

std::string told(const base::Result<std::string>& bytes) {
  return bytes ? base::hex_digest(*bytes) : "error " + bytes.error().message;
}

std::string told(const base::Result<std::vector<base::FolderEntry>>& entries) {
  if (!entries) return "error " + entries.error().message;
  std::string all;
  for (const base::FolderEntry& entry : *entries) all += told(entry.status) + entry.name + '\0';
  return base::hex_digest(all);
}

std::string asked(const Question& question, const base::FileSystem& files,
                  const std::string& path) {
  switch (question.kind) {
    case Question::Kind::status:
      return told(files.status(path));
    case Question::Kind::read:
      return told(files.read(path, question.limit));
    case Question::Kind::list:
      return told(files.list(path));
  }
  return {};
}

Look look_at(const std::string& seen, const base::FileSystem& files, const Home& home) {
  return look_of(seen, files.status(home.whole(seen)));
}

}  // namespace

bool Home::is_inside(std::string_view seen) {
  return seen.starts_with(at_home);
}

std::string Home::seen_from(const std::string& path) const {
  const bool inside = !folder.empty() && path.starts_with(folder) &&
                      (path.size() == folder.size() || path[folder.size()] == '/');
  return inside ? at_home + path.substr(folder.size()) : path;
}

std::string Home::whole(const std::string& seen) const {
  return seen.starts_with(at_home) ? folder + seen.substr(1) : seen;
}

Witness::Witness(const base::FileSystem& files, Home home, std::string ignored)
    : files_(files), home_(std::move(home)), ignored_(std::move(ignored)) {}

base::FileStatus Witness::status(const std::string& path) const {
  const base::FileStatus status = files_.status(path);
  note(Question::Kind::status, path, 0, told(status));
  return status;
}

base::Result<std::string> Witness::read(const std::string& path, std::uint64_t limit) const {
  auto bytes = files_.read(path, limit);
  note(Question::Kind::read, path, limit, told(bytes));
  return bytes;
}

base::Result<std::vector<base::FolderEntry>> Witness::list(const std::string& path) const {
  auto entries = files_.list(path);
  note(Question::Kind::list, path, 0, told(entries));
  return entries;
}

base::Result<void> Witness::write(const std::string& path, std::string_view /*bytes*/) {
  return base::fail(base::ErrorCode::write_failed, "is only read here", path);
}

void Witness::note(Question::Kind kind, const std::string& path, std::uint64_t limit,
                   std::string answer) const {
  if (path == ignored_) return;
  const std::scoped_lock lock(mutex_);
  questions_.push_back({kind, home_.seen_from(path), limit, std::move(answer)});
}

bool still_hold(const std::vector<Question>& questions, const base::FileSystem& files,
                const Home& home) {
  for (const Question& question : questions) {
    if (asked(question, files, home.whole(question.path)) != question.answer) return false;
  }
  return true;
}

Look look_of(std::string path, const base::FileStatus& status) {
  return {std::move(path), static_cast<std::uint8_t>(status.kind),
          status.is_link,  status.size,
          status.identity, status.modified,
          status.changed};
}

std::int64_t settled_by_now() {
  constexpr std::int64_t unsettled = 10'000'000'000;  // nanoseconds
  const auto since = std::chrono::system_clock::now().time_since_epoch();
  return std::chrono::duration_cast<std::chrono::nanoseconds>(since).count() - unsettled;
}

bool is_settled(const Look& look, std::int64_t settled) {
  const bool is_there = look.kind != static_cast<std::uint8_t>(base::FileKind::missing);
  return !is_there || (look.changed != 0 && look.changed < settled && look.modified < settled);
}

std::optional<std::vector<Look>> looks_of(const std::vector<Question>& questions,
                                          const base::FileSystem& files, const Home& home,
                                          std::int64_t settled) {
  std::set<std::string_view> paths;
  for (const Question& question : questions) paths.insert(question.path);
  std::vector<Look> looks;
  for (const std::string_view path : paths) {
    const Look& look = looks.emplace_back(look_at(std::string(path), files, home));
    if (!is_settled(look, settled)) return std::nullopt;
  }
  return looks;
}

bool look_the_same(const std::vector<Look>& looks, const base::FileSystem& files,
                   const Home& home) {
  std::vector<std::string> below;
  for (const Look& look : looks)
    if (look.path.starts_with(below_home)) below.push_back(look.path.substr(below_home.size()));
  const std::vector<base::FileStatus> statuses = files.statuses(home.folder, below);
  auto next = statuses.begin();
  return std::ranges::all_of(looks, [&](const Look& look) {
    const bool is_below = look.path.starts_with(below_home);
    return (is_below ? look_of(look.path, *next++) : look_at(look.path, files, home)) == look;
  });
}

}  // namespace linter::cache
