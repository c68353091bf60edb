#include <algorithm>
#include <cerrno>
#include <csignal>
#include <dirent.h>
#include <fcntl.h>
#include <sys/random.h>
#include <sys/stat.h>
#include <system_error>
#include <tuple>
#include <unistd.h>
#include <utility>

#include "linter/base/file_errors.h"
#include "linter/base/files.h"
#include "linter/base/hash.h"

namespace linter::base {
namespace {

std::string reason(int error) {
  return std::generic_category().message(error);
}

class Descriptor {
 public:
  explicit Descriptor(int number) : number_(number) {}
  Descriptor(const Descriptor&) = delete;
  Descriptor& operator=(const Descriptor&) = delete;
  ~Descriptor() { std::ignore = close_now(); }

  [[nodiscard]] int number() const { return number_; }
  [[nodiscard]] bool is_open() const { return number_ >= 0; }
  // 0 or the system's error number.
  int close_now() {
    const int number = std::exchange(number_, -1);
    return number >= 0 && ::close(number) != 0 ? errno : 0;
  }

 private:
  int number_;
};

// A path that holds a NUL byte names nothing: the system would cut it there.
bool has_nul(const std::string& path) {
  return path.find('\0') != std::string::npos;
}

std::uint64_t identity_of(const struct stat& seen) {
  const std::uint64_t numbers[] = {seen.st_dev, seen.st_ino};
  return hash64({reinterpret_cast<const char*>(numbers), sizeof numbers});
}

std::int64_t nanoseconds_of(const struct timespec& time) {
  constexpr std::int64_t nanoseconds = 1'000'000'000;
  return std::int64_t{time.tv_sec} * nanoseconds + time.tv_nsec;
}

FileStatus status_at(int folder, const char* name) {
  struct stat own{};
  if (::fstatat(folder, name, &own, AT_SYMLINK_NOFOLLOW) != 0) return {};
  FileStatus status{.is_link = S_ISLNK(own.st_mode)};
  struct stat seen = own;
  if (status.is_link && ::fstatat(folder, name, &seen, 0) != 0) return status;
  status.kind = S_ISREG(seen.st_mode)   ? FileKind::regular
                : S_ISDIR(seen.st_mode) ? FileKind::folder
                                        : FileKind::other;
  status.size = S_ISREG(seen.st_mode) ? static_cast<std::uint64_t>(seen.st_size) : 0;
  status.identity = identity_of(seen);
  status.modified = nanoseconds_of(seen.st_mtim);
  status.changed = nanoseconds_of(seen.st_ctim);
  return status;
}

std::unexpected<Error> cannot_open(const std::string& path, int error) {
  const bool missing = error == ENOENT || error == ENOTDIR;
  return missing ? missing_path(path)
                 : fail(ErrorCode::unreadable_file, "cannot be read: " + reason(error), path);
}

// What stands between a regular file and `read`; nothing for a regular file.
std::string_view not_a_file(FileKind kind) {
  switch (kind) {
    case FileKind::folder:
      return is_a_folder;
    case FileKind::other:
      return "is a pipe, socket or device, not a file";
    case FileKind::missing:
    case FileKind::regular:
      return {};
  }
  return {};
}

// Reads to the end of the file, or one byte past `limit`. 0 or the system's error number.
int read_all(int descriptor, std::uint64_t expected, std::uint64_t limit, std::string& bytes) {
  constexpr std::uint64_t step = 1U << 16U;
  std::uint64_t filled = 0;
  bytes.resize(std::min(expected, limit) + 1);
  while (true) {
    const ssize_t count = ::read(descriptor, bytes.data() + filled, bytes.size() - filled);
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) return errno;
    filled += static_cast<std::uint64_t>(count);
    if (count == 0 || filled > limit) break;
    if (filled == bytes.size())
      bytes.resize(std::min(bytes.size() + step + bytes.size() / 2, limit + 1));
  }
  bytes.resize(filled);
  return 0;
}

int write_all(int descriptor, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t count = ::write(descriptor, bytes.data(), bytes.size());
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) return errno;
    bytes.remove_prefix(static_cast<std::size_t>(count));
  }
  return 0;
}

// A new file beside `target`: its path (empty on failure) and an open descriptor, or the system's
// error number.
struct Beside {
  std::string path;
  int descriptor = -1;
  int error = 0;
};

Beside open_beside(const std::string& target) {
  Beside made;
  for (int attempt = 0; attempt < 100; ++attempt) {
    std::uint64_t random = 0;
    if (::getrandom(&random, sizeof random, 0) != sizeof random)
      return {.path = {}, .error = errno};
    const std::string name = ".galley-" + hex_digest(target + std::to_string(random)).substr(0, 16);
    made.path = parent_path(target) + '/' + name;
    made.descriptor = ::open(made.path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
    made.error = made.descriptor < 0 ? errno : 0;
    if (made.error != EEXIST) break;
  }
  if (made.descriptor < 0) made.path.clear();
  return made;
}

// Removes a file on the way out unless it was renamed in time.
class Leftover {
 public:
  explicit Leftover(std::string path) : path_(std::move(path)) {}
  Leftover(const Leftover&) = delete;
  Leftover& operator=(const Leftover&) = delete;
  ~Leftover() {
    if (!path_.empty()) ::unlink(path_.c_str());
  }
  // 0 or the system's error number.
  int rename_over(const std::string& target) {
    if (::rename(path_.c_str(), target.c_str()) != 0) return errno;
    path_.clear();
    return 0;
  }

 private:
  std::string path_;
};

void flush_folder(const std::string& path) {
  const Descriptor folder(::open(path.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
  if (folder.is_open()) std::ignore = ::fsync(folder.number());
}

// While it lives, the alarm that ends an interrupted run (main.cpp) leaves no half of a file
// behind.
class Unhurried {
 public:
  Unhurried() {
    struct sigaction ignored{};
    ignored.sa_handler = SIG_IGN;
    ::sigaction(SIGALRM, &ignored, &before_);
  }
  Unhurried(const Unhurried&) = delete;
  Unhurried& operator=(const Unhurried&) = delete;
  ~Unhurried() { ::sigaction(SIGALRM, &before_, nullptr); }

 private:
  struct sigaction before_{};
};

// 0 or the system's error number; the target is replaced as a whole or not at all.
int replace(const std::string& target, std::string_view bytes) {
  const Unhurried unhurried;
  struct stat old{};
  const bool is_there = ::stat(target.c_str(), &old) == 0;
  constexpr mode_t by_anyone = 0222;
  if (is_there && (old.st_mode & by_anyone) == 0) return EACCES;
  const Beside made = open_beside(target);
  if (made.error != 0) return made.error;
  Descriptor file(made.descriptor);
  Leftover leftover(made.path);
  // whom it belongs to only the administrator can keep
  if (is_there && ::fchown(file.number(), old.st_uid, old.st_gid) != 0)
    std::ignore = ::fchown(file.number(), static_cast<uid_t>(-1), old.st_gid);
  if (is_there && ::fchmod(file.number(), old.st_mode & 07777U) != 0) return errno;
  if (const int error = write_all(file.number(), bytes); error != 0) return error;
  if (::fsync(file.number()) != 0) return errno;
  if (const int error = file.close_now(); error != 0) return error;
  return leftover.rename_over(target);
}

}  // namespace

std::vector<FileStatus> FileSystem::statuses(const std::string& folder,
                                             std::span<const std::string> below) const {
  std::vector<FileStatus> found;
  for (const std::string& path : below) found.push_back(status(folder + '/' + path));
  return found;
}

namespace {

class Disk final : public FileSystem {
 public:
  FileStatus status(const std::string& path) const override {
    return has_nul(path) ? FileStatus{} : status_at(AT_FDCWD, path.c_str());
  }

  // The way to the folder is gone once.
  std::vector<FileStatus> statuses(const std::string& folder,
                                   std::span<const std::string> below) const override {
    const Descriptor from(has_nul(folder)
                              ? -1
                              : ::open(folder.c_str(), O_PATH | O_DIRECTORY | O_CLOEXEC));
    if (!from.is_open()) return FileSystem::statuses(folder, below);
    std::vector<FileStatus> found;
    found.reserve(below.size());
    for (const std::string& path : below) {
      const bool is_below = !path.empty() && path.front() != '/' && !has_nul(path);
      found.push_back(is_below ? status_at(from.number(), path.c_str())
                               : status(folder + '/' + path));
    }
    return found;
  }

  Result<std::string> read(const std::string& path, std::uint64_t limit) const override {
    if (has_nul(path)) return cannot_open(path, ENOENT);
    // Looked at before it is opened: opening a device can have effects. O_NONBLOCK covers a pipe
    // that came between.
    if (const auto kind = not_a_file(status(path).kind); !kind.empty()) {
      return fail(ErrorCode::unreadable_file, std::string(kind), path);
    }
    const Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY));
    if (!file.is_open()) return cannot_open(path, errno);
    struct stat seen{};
    if (::fstat(file.number(), &seen) != 0) return cannot_open(path, errno);
    if (!S_ISREG(seen.st_mode))
      return fail(ErrorCode::unreadable_file, "is not a regular file", path);
    const auto size = static_cast<std::uint64_t>(seen.st_size);
    if (size > limit) return too_large(path, size, limit);
    std::string bytes;
    if (const int error = read_all(file.number(), size, limit, bytes); error != 0)
      return cannot_open(path, error);
    if (bytes.size() > limit) return too_large(path, bytes.size(), limit);
    return bytes;
  }

  Result<std::vector<FolderEntry>> list(const std::string& path) const override {
    if (has_nul(path)) return cannot_open(path, ENOENT);
    if (status(path).kind == FileKind::regular) {
      return fail(ErrorCode::unreadable_file, is_a_file, path);
    }
    const std::unique_ptr<DIR, int (*)(DIR*)> folder(::opendir(path.c_str()), ::closedir);
    if (!folder) return cannot_open(path, errno);
    std::vector<FolderEntry> entries;
    while (true) {
      errno = 0;
      const dirent* entry = ::readdir(folder.get());
      if (entry == nullptr) break;
      const std::string_view name = entry->d_name;
      if (name == "." || name == "..") continue;
      entries.push_back({std::string(name), status_at(::dirfd(folder.get()), entry->d_name)});
    }
    if (errno != 0) return cannot_open(path, errno);
    std::ranges::sort(entries, {}, &FolderEntry::name);
    return entries;
  }

  Result<void> write(const std::string& path, std::string_view bytes) override {
    if (has_nul(path) || path.empty())
      return fail(ErrorCode::write_failed, "is not a path that can be written", path);
    const FileStatus old = status(path);
    if (old.is_link) {
      return fail(ErrorCode::write_failed, "is a symbolic link: name the file that it points to",
                  path);
    }
    if (const auto kind = not_a_file(old.kind); !kind.empty()) {
      return fail(ErrorCode::write_failed, std::string(kind), path);
    }
    if (const int error = replace(path, bytes); error != 0) {
      return fail(ErrorCode::write_failed, "cannot be written: " + reason(error), path);
    }
    flush_folder(parent_path(path));
    return {};
  }
};

}  // namespace

std::unique_ptr<FileSystem> disk() {
  return std::make_unique<Disk>();
}

}  // namespace linter::base
