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
  // Of text that does not say its language: passages that are marked as another one are masked.
  std::string language = "en";
};

struct Format {
  std::string_view name;                         // "markdown"
  std::span<const std::string_view> extensions;  // ".md", lower-case
  std::string_view about;                        // one line for help texts
  // Of text; null for containers. Fills `article` (cleared first, capacity kept). Errors:
  // nesting_too_deep, bad_front_matter (with position), too_large (a table of mostly absent cells);
  // `article` is then unspecified. Never reads anything but `source`. Linear in the source.
  base::Result<void> (*read)(const source::Source& source, const ReadOptions& options,
                             Article& article);
  // Of containers; null for text. Takes the text out of a file's bytes, makes the source of it and
  // fills `article`. Errors: unreadable_file, too_large, nesting_too_deep, missing_data.
  base::Result<source::Source> (*unpack)(std::string path, std::string bytes,
                                         const ReadOptions& options, Article& article) = nullptr;
};

[[nodiscard]] std::span<const Format> formats();

// Makes the source of a file's bytes, whatever its format, and fills `article`: the errors of
// make_source and of the format.
[[nodiscard]] base::Result<source::Source> read_article(const Format& format, std::string path,
                                                        std::string bytes,
                                                        const ReadOptions& options,
                                                        Article& article);
// Only the source: the bytes that spans of the article point into.
[[nodiscard]] base::Result<source::Source> read_text(const Format& format, std::string path,
                                                     std::string bytes);

// By extension, case ignored; null when galley does not read such files.
[[nodiscard]] const Format* format_for_path(std::string_view path);
// By name; null when there is none.
[[nodiscard]] const Format* format_named(std::string_view name);

}  // namespace linter::prose
