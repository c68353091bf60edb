// The renderers behind the table of formats, one in each file of its name.
#pragma once

#include "linter/reports/report.h"

namespace linter::reports {

[[nodiscard]] bool write_text(const findings::Outcome& outcome, const RenderOptions& options,
                              const Sink& sink);
[[nodiscard]] bool write_line(const findings::Outcome& outcome, const RenderOptions& options,
                              const Sink& sink);
[[nodiscard]] bool write_json(const findings::Outcome& outcome, const RenderOptions& options,
                              const Sink& sink);
[[nodiscard]] bool write_jsonl(const findings::Outcome& outcome, const RenderOptions& options,
                               const Sink& sink);

}  // namespace linter::reports
