// What a command of the command line is. Help, man page and completions are made from this.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

#include "linter/commands/console.h"
#include "linter/commands/exit.h"

namespace linter::commands {

// One option or positional argument, and where its value goes. Targets are owned by the Job.
struct Option {
  using Target =
      std::variant<bool*, std::string*, std::optional<std::string>*, std::vector<std::string>*,
                   std::uint32_t*, std::optional<std::uint32_t>*>;

  std::string_view names;  // "-q,--quiet"; "PATH" is positional
  std::string_view value;  // what help calls the value: "FILE"; empty for a flag or a positional
  std::string_view about;
  Target target;
  std::vector<std::string_view> choices{};  // the only values, when not empty
  bool required = false;
  // What is wrong with a value, or an empty string; may be empty.
  std::function<std::string(const std::string&)> refuse{};

  [[nodiscard]] bool is_positional() const { return !names.starts_with('-'); }
  [[nodiscard]] bool is_flag() const { return std::holds_alternative<bool*>(target); }
  [[nodiscard]] bool is_number() const {
    return std::holds_alternative<std::uint32_t*>(target) ||
           std::holds_alternative<std::optional<std::uint32_t>*>(target);
  }
  [[nodiscard]] bool repeats() const {
    return std::holds_alternative<std::vector<std::string>*>(target);
  }
};

// A command about to run: its options, to be filled from the arguments, and what is then done.
struct Job {
  std::vector<Option> options;
  std::move_only_function<Exit(Console&)> run;
};

// That of a command whose options fill `settings`, for `run` to read.
template <class Settings, class Run>
[[nodiscard]] Job job_of(std::unique_ptr<Settings> settings, std::vector<Option> options, Run run) {
  return {std::move(options), [settings = std::move(settings), run](Console& console) {
            return run(*settings, console);
          }};
}

struct Example {
  std::string_view command;  // as typed
  std::string_view about;
};

struct Command {
  std::string_view name;     // "check"; "policy test" belongs to the group "policy"
  std::string_view about;    // one line, without a full stop
  std::string_view details;  // paragraphs for help and man page; may be empty
  std::span<const Example> examples;
  Job (*prepare)() = nullptr;       // null for a group
  bool hidden = false;              // made for packagers: in no list
  Exit failure = Exit::incomplete;  // where it cannot begin, or breaks off
};

}  // namespace linter::commands
