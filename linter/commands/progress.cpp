#include "linter/commands/progress.h"

#include "linter/reports/wording.h"

namespace linter::commands {
namespace {

constexpr std::string_view line_again = "\r\x1B[K";

std::string words_of(const run::Progress& progress) {
  if (progress.files_total == 0) return "galley: looking for articles";
  return "galley: " + reports::grouped(progress.files_done) + " of " +
         reports::counted(progress.files_total, "file");
}

}  // namespace

void ProgressLine::show(const run::Progress& progress, Clock::time_point now) {
  if (now < next_) return;
  next_ = now + std::chrono::milliseconds(100);
  shown_ = true;
  say_(std::string(line_again) + words_of(progress));
}

void ProgressLine::clear() {
  if (shown_) say_(line_again);
  shown_ = false;
}

ProgressTicker::ProgressTicker(ProgressLine& line)
    : line_(line), thread_([this](const std::stop_token& stop) { tick(stop); }) {}

ProgressTicker::~ProgressTicker() {
  thread_.request_stop();
  thread_.join();
  line_.clear();
}

void ProgressTicker::tell(const run::Progress& progress) {
  const std::scoped_lock lock(mutex_);
  progress_ = progress;
}

void ProgressTicker::tick(const std::stop_token& stop) {
  constexpr auto pause = std::chrono::milliseconds(50);
  std::unique_lock lock(mutex_);
  while (!stopped_.wait_for(lock, stop, pause, [&] { return stop.stop_requested(); }))
    line_.show(progress_, ProgressLine::Clock::now());
}

findings::Outcome check_with_progress(run::CheckRequest request, bool quiet, Console& console) {
  return check_with_progress(std::move(request), console.files(), quiet, console);
}

findings::Outcome check_with_progress(run::CheckRequest request, const base::FileSystem& files,
                                      bool quiet, Console& console) {
  ProgressLine line([&console](std::string_view text) { console.say(text); },
                    ProgressLine::Clock::now());
  if (quiet || !console.err_is_terminal()) return run::check(request, files);
  ProgressTicker ticker(line);
  request.progress = [&ticker](const run::Progress& progress) { ticker.tell(progress); };
  return run::check(request, files);
}

}  // namespace linter::commands
