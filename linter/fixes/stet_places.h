// Where a comment may go that lets a finding stand.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "linter/fixes/fixes.h"

namespace linter::fixes {

// What a comment is put into.
struct StetPlace {
  std::string_view bytes;
  std::string_view format;       // prose::Format::name
  std::uint32_t text_begin = 0;  // behind front matter and byte order mark
  std::uint32_t at = 0;          // where the finding begins
};

// One comment, or one where something begins and one where it ends.
using StetComments = std::vector<Fix>;

// Comments that say "stet " and `said` ("RULE: reason"), the best place first: above the paragraph,
// list or table, before the element, in the text, around the tag or picture.
[[nodiscard]] std::vector<StetComments> stet_places(const StetPlace& place, std::string_view said);

// The same with "stet-begin" and "stet-end" around words alone, which end at `end`; none in plain
// text, where a comment has a line of its own.
[[nodiscard]] std::vector<StetComments> stets_around(const StetPlace& place, std::uint32_t end,
                                                     std::string_view said);

// An entry for `galley: stet:`.
struct StetEntry {
  std::string rule;
  std::string reason;
};

// Front matter (its span, with fences) with entries put in; YAML and TOML.
[[nodiscard]] Fix front_matter_stets(std::string_view bytes, base::Span front,
                                     const std::vector<StetEntry>& entries);

}  // namespace linter::fixes
