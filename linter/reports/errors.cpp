#include "linter/reports/errors.h"

#include "linter/base/harmless.h"
#include "linter/reports/colours.h"

namespace linter::reports {

std::string error_line(const base::Error& error, const Terminal& terminal) {
  const Colours colour = colours(terminal.colour);
  std::string text = "galley: ";
  if (!error.file.empty()) {
    text += std::string(colour.bold) + base::harmless_path(error.file);
    if (error.line > 0) text += ':' + std::to_string(error.line);
    if (error.line > 0 && error.column > 0) text += ':' + std::to_string(error.column);
    text += std::string(colour.reset) + ": ";
  }
  text += base::harmless_sentence(error.message);
  text += std::string(" ") + std::string(colour.dim) + '[' +
          std::string(base::code_name(error.code)) + ']' + std::string(colour.reset) + '\n';
  return text;
}

}  // namespace linter::reports
