#include "tests/support/process.h"

#include <array>
#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <fcntl.h>
#include <fstream>
#include <poll.h>
#include <string>
#include <string_view>
#include <sys/resource.h>
#include <sys/wait.h>
#include <system_error>
#include <unistd.h>
#include <utility>

namespace tests {
namespace {

using Clock = std::chrono::steady_clock;

void check(bool fine, const char* what) {
  if (!fine) throw std::system_error(errno, std::generic_category(), what);
}

class Descriptor {
 public:
  Descriptor() = default;
  explicit Descriptor(int number) : number_(number) {}
  Descriptor(Descriptor&& other) noexcept : number_(std::exchange(other.number_, -1)) {}
  Descriptor& operator=(Descriptor&& other) noexcept {
    std::swap(number_, other.number_);
    return *this;
  }
  ~Descriptor() { close_now(); }
  void close_now() {
    if (number_ >= 0) ::close(std::exchange(number_, -1));
  }
  [[nodiscard]] int number() const { return number_; }
  [[nodiscard]] bool is_open() const { return number_ >= 0; }

 private:
  int number_ = -1;
};

struct Pipe {
  Descriptor reading;
  Descriptor writing;
};

Pipe make_pipe() {
  std::array<int, 2> ends{};
  check(::pipe2(ends.data(), O_CLOEXEC) == 0, "pipe");
  return {Descriptor(ends[0]), Descriptor(ends[1])};
}

std::vector<char*> pointers_to(std::vector<std::string>& texts) {
  std::vector<char*> pointers;
  for (std::string& text : texts) pointers.push_back(text.data());
  pointers.push_back(nullptr);
  return pointers;
}

std::vector<std::string> environment_of(const Command& command) {
  std::map<std::string, std::string> all{{"LC_ALL", "C.UTF-8"}};
  for (const char* kept : {"PATH", "HOME", "TMPDIR", "ASAN_OPTIONS", "LSAN_OPTIONS",
                           "UBSAN_OPTIONS", "TSAN_OPTIONS"}) {
    if (const char* value = std::getenv(kept)) all[kept] = value;
  }
  for (const auto& [name, value] : command.environment) all[name] = value;
  std::vector<std::string> lines;
  for (const auto& [name, value] : all) lines.push_back(name + '=' + value);
  return lines;
}

// In the new process: only calls that are safe between fork and exec.
[[noreturn]] void become(const Command& command, char* const* arguments, char* const* environment,
                         int in, int out, int err) {
  ::dup2(in, 0);
  ::dup2(out, 1);
  ::dup2(err, 2);
  ::signal(SIGPIPE, SIG_DFL);
  ::signal(SIGINT, SIG_DFL);
  if (command.folder.empty() || ::chdir(command.folder.c_str()) == 0) {
    ::execvpe(arguments[0], arguments, environment);
  }
  ::_exit(127);
}

// Whether `process` has a handler of its own for `signal`: what is sent earlier would just kill it.
bool minds(pid_t process, int signal) {
  std::ifstream status("/proc/" + std::to_string(process) + "/status");
  std::string line;
  while (std::getline(status, line)) {
    constexpr std::string_view caught = "SigCgt:";
    constexpr int hexadecimal = 16;
    if (line.starts_with(caught))
      return (std::stoull(line.substr(caught.size()), nullptr, hexadecimal) >> (signal - 1) & 1U) !=
             0;
  }
  return false;
}

class Conversation {
 public:
  Conversation(const Command& command, pid_t child, Descriptor in, Descriptor out, Descriptor err)
      : command_(command),
        child_(child),
        in_(std::move(in)),
        out_(std::move(out)),
        err_(std::move(err)) {
    ::fcntl(in_.number(), F_SETFL, O_NONBLOCK);
  }

  Ended finish();

 private:
  void write_some();
  void read_some(Descriptor& from, std::string& into);
  void mind_the_clock();
  [[nodiscard]] int milliseconds_to_wait() const;

  const Command& command_;
  pid_t child_;
  Descriptor in_;
  Descriptor out_;
  Descriptor err_;
  Ended ended_;
  std::size_t written_ = 0;
  bool signalled_ = false;
  Clock::time_point started_ = Clock::now();
};

void Conversation::write_some() {
  const ssize_t count =
      ::write(in_.number(), command_.input.data() + written_, command_.input.size() - written_);
  if (count > 0) written_ += static_cast<std::size_t>(count);
  const bool done = written_ == command_.input.size() && !command_.hold_input;
  if ((count < 0 && errno != EAGAIN) || done) in_.close_now();
}

void Conversation::read_some(Descriptor& from, std::string& into) {
  std::array<char, 65536> buffer{};
  const ssize_t count = ::read(from.number(), buffer.data(), buffer.size());
  if (count > 0) into.append(buffer.data(), static_cast<std::size_t>(count));
  if (count == 0 || (count < 0 && errno != EINTR)) from.close_now();
  if (&from == &out_ && command_.close_output_after &&
      into.size() >= *command_.close_output_after) {
    from.close_now();
  }
}

void Conversation::mind_the_clock() {
  const auto past = Clock::now() - started_;
  if (command_.signal != 0 && !signalled_ && past >= command_.signal_after &&
      minds(child_, command_.signal)) {
    ::kill(child_, command_.signal);
    signalled_ = true;
  }
  if (past >= command_.limit && !ended_.timed_out) {
    ::kill(child_, SIGKILL);
    ended_.timed_out = true;
  }
}

int Conversation::milliseconds_to_wait() const {
  return command_.signal != 0 && !signalled_ ? 2 : 50;
}

Ended Conversation::finish() {
  if (command_.input.empty() && !command_.hold_input) in_.close_now();
  if (command_.close_output_after == 0) out_.close_now();
  while (out_.is_open() || err_.is_open()) {
    const bool writes = written_ < command_.input.size();
    std::array<pollfd, 3> waits{{{writes ? in_.number() : -1, POLLOUT, 0},
                                 {out_.number(), POLLIN, 0},
                                 {err_.number(), POLLIN, 0}}};
    ::poll(waits.data(), waits.size(), milliseconds_to_wait());
    if (writes && in_.is_open() && waits[0].revents != 0) write_some();
    if (out_.is_open() && waits[1].revents != 0) read_some(out_, ended_.out);
    if (err_.is_open() && waits[2].revents != 0) read_some(err_, ended_.err);
    mind_the_clock();
  }
  int status = 0;
  rusage usage{};
  while (::wait4(child_, &status, WNOHANG, &usage) == 0) {
    mind_the_clock();
    ::usleep(1000);
  }
  ended_.exit = WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
  ended_.peak_kilobytes = static_cast<std::uint64_t>(usage.ru_maxrss);
  return ended_;
}

}  // namespace

Ended run(const Command& command) {
  ::signal(SIGPIPE, SIG_IGN);
  std::vector<std::string> words = command.arguments;
  std::vector<std::string> settings = environment_of(command);
  const auto arguments = pointers_to(words);
  const auto environment = pointers_to(settings);
  Pipe in = make_pipe();
  Pipe out = make_pipe();
  Pipe err = make_pipe();
  const pid_t child = ::fork();
  check(child >= 0, "fork");
  if (child == 0) {
    become(command, arguments.data(), environment.data(), in.reading.number(), out.writing.number(),
           err.writing.number());
  }
  in.reading.close_now();
  out.writing.close_now();
  err.writing.close_now();
  return Conversation(command, child, std::move(in.writing), std::move(out.reading),
                      std::move(err.reading))
      .finish();
}

}  // namespace tests
