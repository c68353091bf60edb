// Escape sequences of a terminal that has colours, and nothing for one that has not.
#pragma once

#include <string_view>

#include "linter/findings/finding.h"

namespace linter::reports {

struct Colours {
  std::string_view bold;
  std::string_view dim;
  std::string_view red;
  std::string_view yellow;
  std::string_view blue;
  std::string_view green;
  std::string_view reset;

  [[nodiscard]] std::string_view of(findings::Severity severity) const {
    switch (severity) {
      case findings::Severity::error:
        return red;
      case findings::Severity::warning:
        return yellow;
      case findings::Severity::suggestion:
        return blue;
    }
    return {};
  }
};

[[nodiscard]] inline Colours colours(bool wanted) {
  if (!wanted) return {};
  return {.bold = "\x1B[1m",
          .dim = "\x1B[2m",
          .red = "\x1B[1;31m",
          .yellow = "\x1B[1;33m",
          .blue = "\x1B[1;34m",
          .green = "\x1B[32m",
          .reset = "\x1B[0m"};
}

}  // namespace linter::reports
