// The renderers behind the table of formats, most in a file of their name.
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
[[nodiscard]] bool write_sarif(const findings::Outcome& outcome, const RenderOptions& options,
                               const Sink& sink);
[[nodiscard]] bool write_github(const findings::Outcome& outcome, const RenderOptions& options,
                                const Sink& sink);
[[nodiscard]] bool write_gitlab(const findings::Outcome& outcome, const RenderOptions& options,
                                const Sink& sink);
[[nodiscard]] bool write_checkstyle(const findings::Outcome& outcome, const RenderOptions& options,
                                    const Sink& sink);
[[nodiscard]] bool write_junit(const findings::Outcome& outcome, const RenderOptions& options,
                               const Sink& sink);
[[nodiscard]] bool write_rdjson(const findings::Outcome& outcome, const RenderOptions& options,
                                const Sink& sink);
[[nodiscard]] bool write_rdjsonl(const findings::Outcome& outcome, const RenderOptions& options,
                                 const Sink& sink);
[[nodiscard]] bool write_markdown(const findings::Outcome& outcome, const RenderOptions& options,
                                  const Sink& sink);

}  // namespace linter::reports
