// The line that says how far a long run has come.
#pragma once

#include <chrono>
#include <condition_variable>
#include <functional>
#include <mutex>
#include <stop_token>
#include <string_view>
#include <thread>

#include "linter/commands/console.h"
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

// Keeps a progress line up to date from a thread of its own, so that it stands there while one long
// article is read. The line is taken away at the end.
class ProgressTicker {
 public:
  // `line` must outlive the ticker and is left to it.
  explicit ProgressTicker(ProgressLine& line);
  ~ProgressTicker();
  ProgressTicker(const ProgressTicker&) = delete;
  ProgressTicker& operator=(const ProgressTicker&) = delete;

  // How far the run is. Thread-safe.
  void tell(const run::Progress& progress);

 private:
  void tick(const std::stop_token& stop);

  ProgressLine& line_;
  std::mutex mutex_;  // guards progress_
  std::condition_variable_any stopped_;
  run::Progress progress_;
  std::jthread thread_;
};

// Checks the console's files, and says how far it is where standard error is a terminal.
[[nodiscard]] findings::Outcome check_with_progress(run::CheckRequest request, bool quiet,
                                                    Console& console);
// The same for other files.
[[nodiscard]] findings::Outcome check_with_progress(run::CheckRequest request,
                                                    const base::FileSystem& files, bool quiet,
                                                    Console& console);

}  // namespace linter::commands
