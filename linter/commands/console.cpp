#include "linter/commands/console.h"

#include <cerrno>
#include <system_error>
#include <unistd.h>

#include "linter/reports/errors.h"

namespace linter::commands {
namespace {

constexpr std::string_view input_name = "<stdin>";

reports::Terminal terminal_at(int descriptor, Colour colour, const Variables& variables) {
  const auto columns = terminal_columns(descriptor);
  return terminal_of(columns.has_value(), columns.value_or(0), colour, variables);
}

}  // namespace

reports::Terminal Console::out_terminal() const {
  return terminal_at(out_.descriptor(), colour_, variables_);
}

reports::Terminal Console::err_terminal() const {
  return terminal_at(err_.descriptor(), colour_, variables_);
}

bool Console::err_is_terminal() const {
  return terminal_columns(err_.descriptor()).has_value();
}

Exit Console::print(std::string_view text) {
  out_.write(text);
  return finish(Exit::fine);
}

Exit Console::finish(Exit exit) {
  if (out_.flush() || out_.closed()) return exit;
  report(
      {base::ErrorCode::write_failed, "standard output cannot be written: " + out_.failure(), {}});
  return Exit::incomplete;
}

void Console::say(std::string_view text) {
  err_.write(text);
  err_.flush();
}

void Console::report(const base::Error& error) {
  say(reports::error_line(error, err_terminal()));
}

base::Result<std::string> Console::read_input(std::uint64_t limit) const {
  constexpr std::size_t step = 1U << 16U;
  std::string text;
  while (!interrupted_) {
    const std::size_t filled = text.size();
    text.resize(filled + step);
    const ssize_t count = ::read(0, text.data() + filled, step);
    text.resize(filled + static_cast<std::size_t>(std::max<ssize_t>(count, 0)));
    if (count == 0) return text;
    if (count < 0 && errno != EINTR) {
      return base::fail(base::ErrorCode::unreadable_file,
                        "cannot be read: " + std::generic_category().message(errno),
                        std::string(input_name));
    }
    if (text.size() > limit) {
      return base::fail(base::ErrorCode::too_large,
                        "standard input has more than the limit of " + std::to_string(limit) +
                            " bytes; give a file, or a smaller text",
                        std::string(input_name));
    }
  }
  return base::fail(base::ErrorCode::interrupted, "interrupted", std::string(input_name));
}

}  // namespace linter::commands
