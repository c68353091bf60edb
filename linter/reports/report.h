// The table of report formats, and what a renderer is given. Renderers decide nothing: no exit codes, no filtering.
#pragma once

#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <string_view>

#include "linter/findings/outcome.h"

namespace linter::reports {

// What the place of output can do; everything off writes plain text.
struct Terminal {
  bool colour = false;
  bool hyperlinks = false;   // OSC 8
  std::uint32_t width = 80;  // columns
};

struct RenderOptions {
  Terminal terminal;
  std::string version;       // galley's
  bool statistics = false;   // counts by rule and by file, after the findings
  bool quiet = false;        // findings only, no summary line
  std::string root;          // absolute path that locations are relative to, for hyperlinks only
};

// Takes text piece by piece; false when nobody reads any more (closed pipe) or it could not be written.
using Sink = std::function<bool(std::string_view)>;

struct Format {
  std::string_view name;    // "text", "sarif"
  std::string_view about;
  // Everything that comes from articles is made harmless for the format (control characters, escapes). Returns false as soon as the sink does.
  bool (*write)(const findings::Outcome& outcome, const RenderOptions& options, const Sink& sink);
  // Its readers look for files from the top of the repository, wherever a configuration stands.
  bool names_from_top = false;
};

[[nodiscard]] std::span<const Format> formats();
[[nodiscard]] const Format* format_named(std::string_view name);

}  // namespace linter::reports
