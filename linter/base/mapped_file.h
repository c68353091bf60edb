// A file's bytes for as long as the object lives, mapped into memory.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>

#include "linter/base/result.h"

namespace linter::base {

// Whose file is taken: anybody's, or only one of this user that others cannot write to and that is
// no symbolic link.
enum class Owner : std::uint8_t { anybody, only_me };

class MappedFile {
 public:
  // missing_data when it cannot be opened, is no regular file with content, or is not of `owner`.
  [[nodiscard]] static Result<MappedFile> open(const std::string& path,
                                               Owner owner = Owner::anybody);
  MappedFile() = default;
  explicit MappedFile(std::string copy) : copy_(std::move(copy)) {}
  MappedFile(MappedFile&& other) noexcept;
  MappedFile& operator=(MappedFile&& other) noexcept;
  ~MappedFile();

  // Stays where it is when the object moves, unless it was made from a short string.
  [[nodiscard]] std::string_view view() const {
    return mapping_ != nullptr ? std::string_view(static_cast<const char*>(mapping_), size_)
                               : std::string_view(copy_);
  }

 private:
  std::string copy_;
  void* mapping_ = nullptr;
  std::size_t size_ = 0;
};

}  // namespace linter::base
