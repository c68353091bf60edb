// A Markdown page that shows how galley is used, taken apart into what a test can do.
#pragma once

#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace tests {

// A fenced block below a line that is only a file's name in backticks and a colon:
// `articles/peel.md`:
struct ShownFile {
  std::string name;
  std::string text;
};

// A line "$ galley …" of a fenced `console` block and what follows it there.
struct ShownCommand {
  std::string command;
  std::string output;     // as shown; a line that is only "…" stands for any number of lines
  std::size_t begin = 0;  // of `output` in the page, bytes
  std::size_t line = 0;   // of the command, 1-based
};

using Step = std::variant<ShownFile, ShownCommand>;

// In the order of the page. A command that ends with a backslash goes on in the next line.
[[nodiscard]] std::vector<Step> steps_of(std::string_view page);

// Whether `actual` is what `shown` says.
[[nodiscard]] bool shows(std::string_view shown, std::string_view actual);

}  // namespace tests
