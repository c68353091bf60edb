// Lines of a file, a pipe or standard input, one after the other, however many there are.
#pragma once

#include <atomic>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "linter/base/result.h"

namespace linter::base {

// Not thread-safe. Memory follows the longest line.
class Lines {
 public:
  // `descriptor` stays open. `interrupted` ends the lines early; may be null.
  Lines(int descriptor, std::string name, const std::atomic<bool>* interrupted = nullptr);
  // missing_path or unreadable_file, with the path.
  [[nodiscard]] static Result<Lines> open(const std::string& path,
                                          const std::atomic<bool>* interrupted = nullptr);
  ~Lines();
  Lines(Lines&& other) noexcept;
  Lines& operator=(Lines&&) = delete;
  Lines(const Lines&) = delete;
  Lines& operator=(const Lines&) = delete;

  // The next line without its end (LF or CR LF), valid until the next call; nothing at the end.
  // too_large for a line of more than `limit` bytes, which is passed over, and unreadable_file
  // where the system refuses, both with name and line; more may follow the former.
  [[nodiscard]] Result<std::optional<std::string_view>> next(std::uint64_t limit);

  [[nodiscard]] const std::string& name() const { return name_; }
  [[nodiscard]] std::uint32_t number() const { return number_; }  // of the last line, from 1
  // Of the last line that was passed over, the first 64 bytes at most.
  [[nodiscard]] const std::string& beginning() const { return beginning_; }

 private:
  Result<bool> read_more();  // false at the end
  Result<std::optional<std::string_view>> pass_over(std::uint64_t limit);
  std::string_view taken(std::size_t length, std::size_t with_end);

  int descriptor_;
  bool owned_ = false;
  std::string name_;
  const std::atomic<bool>* interrupted_;
  std::string buffer_;
  std::size_t begin_ = 0;   // of what has not been told
  std::size_t looked_ = 0;  // up to where no line end is
  std::uint32_t number_ = 0;
  std::string beginning_;
  bool ended_ = false;
};

// A file without a name: lines are added, then read from the first on. It is gone with the object.
class TemporaryLines {
 public:
  // write_failed where `folder` takes no file.
  [[nodiscard]] static Result<TemporaryLines> make(const std::string& folder);
  ~TemporaryLines();
  TemporaryLines(TemporaryLines&& other) noexcept;
  TemporaryLines& operator=(TemporaryLines&&) = delete;
  TemporaryLines(const TemporaryLines&) = delete;
  TemporaryLines& operator=(const TemporaryLines&) = delete;

  // write_failed, with the system's reason.
  [[nodiscard]] Result<void> add(std::string_view line);
  // All lines from the first on; the object must outlive them, and nothing is added any more.
  [[nodiscard]] Result<Lines> lines();

 private:
  explicit TemporaryLines(int descriptor) : descriptor_(descriptor) {}
  Result<void> flush();

  int descriptor_;
  std::string buffer_;
};

}  // namespace linter::base
