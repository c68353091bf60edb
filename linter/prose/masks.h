// What stands in running text and is not prose: addresses, names of files, handles, placeholders,
// template tags.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "linter/base/span.h"

namespace linter::prose {

struct Mask {
  base::Span text;
  bool noun =
      true;  // stands for a noun; else it stands for nothing (a footnote mark, heading attributes)
  bool operator==(const Mask&) const = default;
};

// Finds in one block's text: URLs, domains, e-mail addresses, @handles, #hashtags (not "#1"), file
// names and paths,
// `${var}`, `%s` and `{name}` placeholders, hex colours and hashes, `:smile:`, math between
// dollars, template tags
// ({{ }}, {% %}, <% %>, {/* */}), `{#id}` and `{.class}` at the end, footnote references `[^1]` and
// a
// `[[toc]]` that stands alone. Not: "and/or", "e.g.", "24/7", "No.1", "U.S.", a sentence that lost
// the space before it.
//
// `found` is cleared, then holds sorted spans that do not overlap. Linear in the text.
void find_masks(std::string_view text, std::vector<Mask>& found);

}  // namespace linter::prose
