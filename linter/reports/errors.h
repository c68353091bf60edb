// How an error is printed for people, on standard error.
#pragma once

#include <string>

#include "linter/base/result.h"
#include "linter/reports/report.h"

namespace linter::reports {

// "galley: articles/peel.md:3:7: message [code]" and a line end; what is not known is left out.
// Everything in it is made harmless.
[[nodiscard]] std::string error_line(const base::Error& error, const Terminal& terminal);

}  // namespace linter::reports
