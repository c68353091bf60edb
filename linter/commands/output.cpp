#include "linter/commands/output.h"

#include <cerrno>
#include <system_error>
#include <unistd.h>

namespace linter::commands {

Output::~Output() {
  flush();
}

bool Output::write(std::string_view text) {
  constexpr std::size_t enough = 1U << 16U;
  if (state_ != State::open) return false;
  buffer_ += text;
  return buffer_.size() < enough || flush();
}

bool Output::flush() {
  std::string_view rest = buffer_;
  while (state_ == State::open && !rest.empty()) {
    const ssize_t count = ::write(descriptor_, rest.data(), rest.size());
    if (count >= 0) {
      rest.remove_prefix(static_cast<std::size_t>(count));
    } else if (errno == EPIPE) {
      state_ = State::closed;
    } else if (errno != EINTR) {
      failure_ = std::generic_category().message(errno);
      state_ = State::failed;
    }
  }
  buffer_.clear();
  return state_ == State::open;
}

}  // namespace linter::commands
