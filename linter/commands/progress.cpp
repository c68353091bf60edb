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

}  // namespace linter::commands
