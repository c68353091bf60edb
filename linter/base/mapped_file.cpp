#include "linter/base/mapped_file.h"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

namespace linter::base {

namespace {

bool is_fit(const struct stat& status, Owner owner) {
  if (!S_ISREG(status.st_mode) || status.st_size <= 0) return false;
  constexpr mode_t others = S_IWGRP | S_IWOTH;
  return owner == Owner::anybody ||
         (status.st_uid == ::geteuid() && (status.st_mode & others) == 0);
}

}  // namespace

Result<MappedFile> MappedFile::open(const std::string& path, Owner owner) {
  // a pipe is not waited for
  const int links = owner == Owner::only_me ? O_NOFOLLOW : 0;
  const int file = ::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK | links);
  if (file < 0) return fail(ErrorCode::missing_data, "the file cannot be opened", path);
  struct stat status {};
  void* mapping = MAP_FAILED;
  if (::fstat(file, &status) == 0 && is_fit(status, owner)) {
    mapping =
        ::mmap(nullptr, static_cast<std::size_t>(status.st_size), PROT_READ, MAP_PRIVATE, file, 0);
  }
  ::close(file);
  if (mapping == MAP_FAILED) return fail(ErrorCode::missing_data, "the file cannot be read", path);
  MappedFile mapped;
  mapped.mapping_ = mapping;
  mapped.size_ = static_cast<std::size_t>(status.st_size);
  return mapped;
}

MappedFile::MappedFile(MappedFile&& other) noexcept
    : copy_(std::move(other.copy_)),
      mapping_(std::exchange(other.mapping_, nullptr)),
      size_(std::exchange(other.size_, 0)) {}

MappedFile& MappedFile::operator=(MappedFile&& other) noexcept {
  std::swap(copy_, other.copy_);
  std::swap(mapping_, other.mapping_);
  std::swap(size_, other.size_);
  return *this;
}

MappedFile::~MappedFile() {
  if (mapping_ != nullptr) munmap(mapping_, size_);
}

}  // namespace linter::base
