#include "linter/cache/folder.h"

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <ctime>
#include <dirent.h>
#include <fcntl.h>
#include <memory>
#include <sys/random.h>
#include <sys/stat.h>
#include <unistd.h>
#include <utility>
#include <vector>

#include "linter/base/files.h"

namespace linter::cache {
namespace {

constexpr mode_t only_me = S_IRWXU;
constexpr std::string_view unfinished = ".unfinished-";
constexpr time_t long_ago = 3600;  // seconds

// Makes the folder and those above it.
void make_folders(const std::string& path) {
  if (::mkdir(path.c_str(), only_me) == 0 || errno != ENOENT) return;
  const std::string above = base::parent_path(path);
  if (above == path || above == ".") return;
  make_folders(above);
  ::mkdir(path.c_str(), only_me);
}

std::string unfinished_name() {
  std::uint64_t number = 0;
  if (::getrandom(&number, sizeof number, 0) != sizeof number)
    number = static_cast<std::uint64_t>(::getpid());
  return std::string(unfinished) + std::to_string(number);
}

bool write_all(int file, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t written = ::write(file, bytes.data(), bytes.size());
    if (written < 0 && errno == EINTR) continue;
    if (written <= 0) return false;
    bytes.remove_prefix(static_cast<std::size_t>(written));
  }
  return true;
}

struct Kept {
  std::string name;
  std::uint64_t size = 0;
  timespec changed{};
};

bool is_newer(const Kept& one, const Kept& other) {
  const auto key = [](const Kept& kept) {
    return std::pair(kept.changed.tv_sec, kept.changed.tv_nsec);
  };
  return key(one) != key(other) ? key(one) > key(other) : one.name < other.name;
}

}  // namespace

std::optional<Folder> Folder::open(const std::string& path) {
  if (!path.starts_with('/')) return std::nullopt;
  make_folders(path);
  Folder folder(::open(path.c_str(), O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC));
  struct stat status{};
  constexpr mode_t others = S_IWGRP | S_IWOTH;
  const bool is_mine = folder.descriptor_ >= 0 && ::fstat(folder.descriptor_, &status) == 0 &&
                       status.st_uid == ::geteuid() && (status.st_mode & others) == 0;
  return is_mine ? std::optional(std::move(folder)) : std::nullopt;
}

Folder::Folder(Folder&& other) noexcept : descriptor_(std::exchange(other.descriptor_, -1)) {}

Folder& Folder::operator=(Folder&& other) noexcept {
  std::swap(descriptor_, other.descriptor_);
  return *this;
}

Folder::~Folder() {
  if (descriptor_ >= 0) ::close(descriptor_);
}

void Folder::write(const std::string& name, std::string_view bytes) const {
  const std::string beside = unfinished_name();
  const int file =
      ::openat(descriptor_, beside.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC,
               S_IRUSR | S_IWUSR);
  if (file < 0) return;
  const bool written = write_all(file, bytes);
  const bool closed = ::close(file) == 0;
  if (written && closed && ::renameat(descriptor_, beside.c_str(), descriptor_, name.c_str()) == 0)
    return;
  ::unlinkat(descriptor_, beside.c_str(), 0);
}

void Folder::remove(const std::string& name) const {
  ::unlinkat(descriptor_, name.c_str(), 0);
}

void Folder::tidy(std::string_view ending) const {
  const int again = ::openat(descriptor_, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  if (again < 0) return;
  const std::unique_ptr<DIR, int (*)(DIR*)> entries(::fdopendir(again), ::closedir);
  if (entries == nullptr) {
    ::close(again);
    return;
  }
  std::vector<Kept> files;
  const time_t now = std::time(nullptr);
  // NOLINTNEXTLINE(concurrency-mt-unsafe): nobody else reads this stream
  while (const dirent* entry = ::readdir(entries.get())) {
    const std::string name = entry->d_name;
    struct stat status{};
    if (::fstatat(descriptor_, name.c_str(), &status, AT_SYMLINK_NOFOLLOW) != 0) continue;
    if (name.starts_with(unfinished) && now - status.st_mtim.tv_sec > long_ago)
      ::unlinkat(descriptor_, name.c_str(), 0);
    if (name.ends_with(ending) && S_ISREG(status.st_mode))
      files.push_back({name, static_cast<std::uint64_t>(status.st_size), status.st_mtim});
  }
  std::ranges::sort(files, is_newer);
  std::uint64_t all = 0;
  for (std::size_t i = 0; i < files.size(); ++i) {
    all += files[i].size;
    if (i >= most_files || all > most_bytes_of_all)
      ::unlinkat(descriptor_, files[i].name.c_str(), 0);
  }
}

}  // namespace linter::cache
