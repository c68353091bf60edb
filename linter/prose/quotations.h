// Whether a passage is somebody else's words, which nobody but an author may change.
#pragma once

#include <string_view>

#include "linter/prose/article.h"

namespace linter::prose {

// Whether a view span stands in a block quotation, between quotation marks of any kind (double ones
// that nothing closes hold to the end of the block, single ones only where both stand), in <q>,
// <cite> or <blockquote>, in a `title` attribute, or before "[sic]". Rather too often than too
// seldom: "patients' " may be taken for the end of a quotation that 'began before it. Looks at some
// 4 kB around the span. `source` is the file's bytes.
[[nodiscard]] bool is_anothers_words(const Article& article, std::string_view source,
                                     Span view_span);

// Whether "[sic" or "(sic" begins within so many bytes of what follows a passage, in the view or in
// the file: its author lets it stand as it is.
[[nodiscard]] bool is_before_sic(std::string_view after, std::size_t reach);

}  // namespace linter::prose
