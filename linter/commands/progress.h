// The line that says how far a long run has come.
#pragma once

#include <chrono>
#include <functional>
#include <string_view>

#include "linter/run/check_run.h"

namespace linter::commands {

// Nothing in the first second; then one line, rewritten ten times a second at most, and taken away
// at the end. Not thread-safe.
class ProgressLine {
 public:
  using Clock = std::chrono::steady_clock;

  // `say` writes to a terminal at once and must outlive the line.
  ProgressLine(std::function<void(std::string_view)> say, Clock::time_point now)
      : say_(std::move(say)), next_(now + std::chrono::seconds(1)) {}

  void show(const run::Progress& progress, Clock::time_point now);
  // Takes the line away; show() may follow.
  void clear();

 private:
  std::function<void(std::string_view)> say_;
  Clock::time_point next_;
  bool shown_ = false;
};

}  // namespace linter::commands
