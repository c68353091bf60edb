#include "linter/base/lines.h"

#include <algorithm>
#include <cerrno>
#include <cstdlib>
#include <fcntl.h>
#include <system_error>
#include <unistd.h>
#include <utility>

#include "linter/base/files.h"

namespace linter::base {
namespace {

constexpr std::size_t step = 1U << 16U;

std::string reason() {
  return std::generic_category().message(errno);
}

Result<void> write_all(int descriptor, std::string_view text) {
  while (!text.empty()) {
    const ssize_t count = ::write(descriptor, text.data(), text.size());
    if (count < 0 && errno == EINTR) continue;
    if (count < 0) return fail(ErrorCode::write_failed, "a temporary file: " + reason());
    text.remove_prefix(static_cast<std::size_t>(count));
  }
  return {};
}

}  // namespace

Lines::Lines(int descriptor, std::string name, const std::atomic<bool>* interrupted)
    : descriptor_(descriptor), name_(std::move(name)), interrupted_(interrupted) {}

Result<Lines> Lines::open(const std::string& path, const std::atomic<bool>* interrupted) {
  const int descriptor = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
  if (descriptor < 0) {
    const bool missing = errno == ENOENT;
    return fail(
        missing ? ErrorCode::missing_path : ErrorCode::unreadable_file,
        missing ? "no such file: check how the path is spelt" : "cannot be read: " + reason(),
        path);
  }
  Lines lines(descriptor, path, interrupted);
  lines.owned_ = true;
  return lines;
}

Lines::~Lines() {
  if (owned_) ::close(descriptor_);
}

Lines::Lines(Lines&& other) noexcept
    : descriptor_(other.descriptor_),
      owned_(std::exchange(other.owned_, false)),
      name_(std::move(other.name_)),
      interrupted_(other.interrupted_),
      buffer_(std::move(other.buffer_)),
      begin_(other.begin_),
      looked_(other.looked_),
      number_(other.number_),
      beginning_(std::move(other.beginning_)),
      ended_(other.ended_) {}

Result<bool> Lines::read_more() {
  buffer_.erase(0, begin_);
  looked_ -= begin_;
  begin_ = 0;
  while (interrupted_ == nullptr || !*interrupted_) {
    const std::size_t filled = buffer_.size();
    buffer_.resize(filled + step);
    const ssize_t count = ::read(descriptor_, buffer_.data() + filled, step);
    buffer_.resize(filled + static_cast<std::size_t>(std::max<ssize_t>(count, 0)));
    if (count > 0) return true;
    if (count == 0) return false;
    if (errno != EINTR)
      return fail(ErrorCode::unreadable_file, "cannot be read: " + reason(), name_, number_);
  }
  return false;
}

std::string_view Lines::taken(std::size_t length, std::size_t with_end) {
  std::string_view line = std::string_view(buffer_).substr(begin_, length);
  if (line.ends_with('\r')) line.remove_suffix(1);
  begin_ += with_end;
  looked_ = begin_;
  return line;
}

Result<std::optional<std::string_view>> Lines::pass_over(std::uint64_t limit) {
  constexpr std::size_t kept = 64;
  beginning_ = buffer_.substr(begin_, kept);
  for (;;) {
    const std::size_t end = buffer_.find('\n', begin_);
    begin_ = end == std::string::npos ? buffer_.size() : end + 1;
    looked_ = begin_;
    if (end != std::string::npos) break;
    const auto more = read_more();
    if (!more) return std::unexpected(more.error());
    if (!*more) break;
  }
  return fail(ErrorCode::too_large,
              "this line has more than the limit of " + std::to_string(limit) + " bytes", name_,
              number_);
}

Result<std::optional<std::string_view>> Lines::next(std::uint64_t limit) {
  if (ended_) return std::nullopt;
  ++number_;
  for (;;) {
    const std::size_t end = buffer_.find('\n', looked_);
    if (end != std::string::npos && end - begin_ <= limit)
      return taken(end - begin_, end - begin_ + 1);
    looked_ = buffer_.size();
    if (looked_ - begin_ > limit) return pass_over(limit);
    const auto more = read_more();
    if (more && *more) continue;
    ended_ = true;
    if (!more) return std::unexpected(more.error());
    if (begin_ == buffer_.size()) return std::nullopt;
    return taken(buffer_.size() - begin_, buffer_.size() - begin_);
  }
}

Result<TemporaryLines> TemporaryLines::make(const std::string& folder) {
  std::string name = join_path(folder, "galley-XXXXXX");
  const int descriptor = ::mkostemp(name.data(), O_CLOEXEC);
  if (descriptor < 0) {
    return fail(ErrorCode::write_failed,
                "no temporary file can be made: " + reason() + "; TMPDIR says where", folder);
  }
  ::unlink(name.c_str());
  return TemporaryLines(descriptor);
}

TemporaryLines::~TemporaryLines() {
  if (descriptor_ >= 0) ::close(descriptor_);
}

TemporaryLines::TemporaryLines(TemporaryLines&& other) noexcept
    : descriptor_(std::exchange(other.descriptor_, -1)), buffer_(std::move(other.buffer_)) {}

Result<void> TemporaryLines::add(std::string_view line) {
  buffer_.append(line) += '\n';
  return buffer_.size() < step ? Result<void>{} : flush();
}

Result<void> TemporaryLines::flush() {
  auto written = write_all(descriptor_, buffer_);
  buffer_.clear();
  return written;
}

Result<Lines> TemporaryLines::lines() {
  if (auto flushed = flush(); !flushed) return std::unexpected(flushed.error());
  buffer_.shrink_to_fit();
  ::lseek(descriptor_, 0, SEEK_SET);
  return Lines(descriptor_, "a temporary file");
}

}  // namespace linter::base
