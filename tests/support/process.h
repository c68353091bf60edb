// Runs a program and gathers what it says.
#pragma once

#include <chrono>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace tests {

struct Command {
  std::vector<std::string> arguments;  // the program first; found by PATH when it has no slash
  std::string folder{};                // to run in; empty = this process's
  std::string input{};                 // on standard input
  bool hold_input = false;             // keep standard input open after it, without an end
  std::map<std::string, std::string> environment{};  // set on top of a small, fixed one
  std::chrono::seconds limit{60};                    // then it is killed, and `timed_out` is set
  // A signal to send once the program has run for `signal_after` and minds the signal itself.
  int signal = 0;
  std::chrono::milliseconds signal_after{0};
  // Closes the reading end of its standard output after so many bytes.
  std::optional<std::uint64_t> close_output_after{};
};

struct Ended {
  int exit = -1;  // the exit code, or 128 + the signal that ended it
  std::string out;
  std::string err;
  bool timed_out = false;
  std::uint64_t peak_kilobytes = 0;  // of resident memory
};

// Environment: PATH and HOME of this process, LC_ALL=C.UTF-8, no terminal, and `environment`.
// Throws std::system_error when the program cannot be started.
[[nodiscard]] Ended run(const Command& command);

}  // namespace tests
