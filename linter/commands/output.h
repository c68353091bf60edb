// Standard output and standard error, with what can go wrong there.
#pragma once

#include <atomic>
#include <cstdint>
#include <string>
#include <string_view>

namespace linter::commands {

// Buffers what is written to a descriptor. A closed pipe is a quiet end, not a failure; nothing
// throws. Not thread-safe. The descriptor stays open.
class Output {
 public:
  explicit Output(int descriptor) : descriptor_(descriptor) {}
  Output(const Output&) = delete;
  Output& operator=(const Output&) = delete;
  ~Output();

  // False once nothing more can be written.
  bool write(std::string_view text);
  bool flush();

  [[nodiscard]] bool closed() const { return state_ == State::closed; }
  // The system's reason why writing failed; empty when it did not, or when the pipe was closed.
  [[nodiscard]] const std::string& failure() const { return failure_; }
  [[nodiscard]] int descriptor() const { return descriptor_; }

 private:
  enum class State : std::uint8_t { open, closed, failed };

  int descriptor_;
  State state_ = State::open;
  std::string buffer_;
  std::string failure_;
};

}  // namespace linter::commands
