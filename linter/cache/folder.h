// A folder of this user alone, for what can be made again.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace linter::cache {

inline constexpr std::size_t most_files = 32;
inline constexpr std::uint64_t most_bytes_of_all = 128ULL << 20U;

class Folder {
 public:
  // Made, with those above it, where it is missing (0700). Nothing when that cannot be, when it is
  // a link, another user's, or one that others can write to.
  [[nodiscard]] static std::optional<Folder> open(const std::string& path);
  Folder(Folder&& other) noexcept;
  Folder& operator=(Folder&& other) noexcept;
  ~Folder();

  // Atomic: beside the file (0600), then renamed over it. What fails leaves nothing behind, and is
  // not told.
  void write(const std::string& name, std::string_view bytes) const;
  void remove(const std::string& name) const;
  // Removes the oldest files with this ending beyond most_files and most_bytes_of_all, and what
  // interrupted writing left behind an hour ago or longer.
  void tidy(std::string_view ending) const;

 private:
  explicit Folder(int descriptor) : descriptor_(descriptor) {}
  int descriptor_;
};

}  // namespace linter::cache
