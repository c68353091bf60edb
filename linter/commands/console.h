// Everything of the machine that a command may touch.
#pragma once

#include <atomic>
#include <string>
#include <string_view>

#include "linter/base/files.h"
#include "linter/base/result.h"
#include "linter/commands/exit.h"
#include "linter/commands/output.h"
#include "linter/commands/terminal.h"

namespace linter::commands {

class Console {
 public:
  // All must outlive the console. `interrupted` is set by a signal handler.
  Console(base::FileSystem& files, Variables variables, const std::atomic<bool>& interrupted)
      : files_(files), variables_(std::move(variables)), interrupted_(interrupted) {}

  [[nodiscard]] base::FileSystem& files() { return files_; }
  [[nodiscard]] Output& out() { return out_; }
  [[nodiscard]] const std::atomic<bool>& interrupted() const { return interrupted_; }
  [[nodiscard]] const Variables& variables() const { return variables_; }

  // --color; holds for both outputs.
  void set_colour(Colour colour) { colour_ = colour; }
  [[nodiscard]] reports::Terminal out_terminal() const;
  [[nodiscard]] reports::Terminal err_terminal() const;
  [[nodiscard]] bool err_is_terminal() const;

  // Standard output, to its end. A failure is reported; a closed pipe is none.
  Exit print(std::string_view text);
  // The same for what was written to out() piece by piece.
  Exit finish(Exit exit);

  // Standard error, at once.
  void say(std::string_view text);
  void report(const base::Error& error);

  // Standard input to its end; too_large when over `limit` bytes, interrupted.
  [[nodiscard]] base::Result<std::string> read_input(std::uint64_t limit) const;

 private:
  base::FileSystem& files_;
  Variables variables_;
  const std::atomic<bool>& interrupted_;
  Output out_{1};
  Output err_{2};
  Colour colour_ = Colour::automatic;
};

}  // namespace linter::commands
