// The table of input formats: the one place that says which there are.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "linter/base/result.h"
#include "linter/prose/article.h"
#include "linter/source/source.h"

namespace linter::prose {

struct ReadOptions {
  // Front-matter fields that are prose beside title, description and summary. Dotted paths reach
  // into mappings.
  std::vector<std::string> prose_fields;
};

struct Format {
  std::string_view name;                         // "markdown"
  std::span<const std::string_view> extensions;  // ".md", lower-case
  std::string_view about;                        // one line for help texts
  // Fills `article` (cleared first, capacity kept). Errors: nesting_too_deep, bad_front_matter
  // (with position), too_large (a table of mostly absent cells); `article` is then unspecified.
  // Never reads anything but `source`. Linear in the source.
  base::Result<void> (*read)(const source::Source& source, const ReadOptions& options,
                             Article& article);
};

[[nodiscard]] std::span<const Format> formats();

// By extension, case ignored; null when galley does not read such files.
[[nodiscard]] const Format* format_for_path(std::string_view path);
// By name; null when there is none.
[[nodiscard]] const Format* format_named(std::string_view name);

}  // namespace linter::prose
