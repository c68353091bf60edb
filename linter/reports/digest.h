// What reports for other programs share: the most severe first, one sentence for a format that has
// one field, a path as an address.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "linter/findings/outcome.h"

namespace linter::reports {

// The findings that are not suppressed, errors first, those of one severity in the order of
// reports; at most `limit`. The pointers live as long as the outcome.
[[nodiscard]] std::vector<const findings::Finding*> most_severe(const findings::Outcome& outcome,
                                                                std::size_t limit);

// "2 errors and 1 warning in 12 files"; "no findings in 12 files".
[[nodiscard]] std::string tally(const findings::Outcome& outcome);

// Where a related side stands, in words: "faq.md, line 3". A fact stands in a pack, which is no file
// of the project: what it rests on is named, "Redness after peels, https://example.org/peels".
[[nodiscard]] std::string place_of(const findings::Related& side);

// Message, fine wording, suggestions and the places of the other sides, for formats with one field.
// Made harmless; one line.
[[nodiscard]] std::string whole_message(const findings::Finding& finding);

// A path as the path of a URI: UTF-8 bytes outside RFC 3986's unreserved set and '/' are
// percent-encoded.
[[nodiscard]] std::string uri_of(std::string_view path);

}  // namespace linter::reports
