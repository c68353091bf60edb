// Arguments -> options -> run -> exit code.
#include <atomic>
#include <csignal>
#include <cstdlib>
#include <fcntl.h>
#include <string>
#include <string_view>
#include <tuple>
#include <unistd.h>
#include <vector>

#include "linter/base/files.h"
#include "linter/commands/console.h"
#include "linter/commands/dispatch.h"
#include "linter/commands/table.h"

namespace {

using linter::commands::Exit;

// A signal handler can only reach what is global.
// NOLINTNEXTLINE(cppcoreguidelines-avoid-non-const-global-variables)
std::atomic<bool> interrupted = false;

constexpr unsigned patience = 2;  // seconds

void set_signals() {
  // A closed pipe and a full quota come back as errors of write().
  std::signal(SIGPIPE, SIG_IGN);
  std::signal(SIGXFSZ, SIG_IGN);
  // The first of these ends the run in order, a second one at once, and so does `patience`: one
  // article may take longer than whoever sends the signal waits. Where galley was told to ignore
  // one, as in the background, it does.
  std::signal(SIGALRM, [](int) {
    constexpr std::string_view said = "galley: interrupted; nothing is reported\n";
    std::ignore = ::write(STDERR_FILENO, said.data(), said.size());
    std::_Exit(static_cast<int>(Exit::interrupted));
  });
  for (const int signal : {SIGINT, SIGTERM, SIGHUP}) {
    struct sigaction action{};
    if (::sigaction(signal, nullptr, &action) == 0 && action.sa_handler == SIG_IGN) continue;
    action.sa_handler = [](int) {
      interrupted = true;
      ::alarm(patience);
    };
    action.sa_flags = static_cast<int>(SA_RESETHAND);
    ::sigaction(signal, &action, nullptr);
  }
}

// A file that is opened later must not become standard output because that was closed. What stands
// in for it cannot be written to, so that a lost report is told.
void open_standard_descriptors() {
  for (int descriptor = 0; descriptor <= 2; ++descriptor) {
    if (::fcntl(descriptor, F_GETFD) < 0) std::ignore = ::open("/dev/null", O_RDONLY);
  }
}

std::optional<std::string> variable(const std::string& name) {
  const char* value = std::getenv(name.c_str());
  if (value == nullptr) return std::nullopt;
  return value;
}

Exit run(std::vector<std::string> arguments) {
  const auto files = linter::base::disk();
  linter::commands::Console console(*files, variable, interrupted);
  return linter::commands::dispatch(linter::commands::commands(), std::move(arguments), console);
}

}  // namespace

int main(int count, char** words) {
  set_signals();
  open_standard_descriptors();
  const Exit exit = run({words + std::min(count, 1), words + count});
#ifndef GALLEY_SANITIZED
  // Everything is written: no need to take down dictionaries piece by piece.
  std::_Exit(static_cast<int>(exit));
#endif
  return static_cast<int>(exit);
}
