// Corrections put into an article's bytes.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "linter/base/span.h"
#include "linter/findings/finding.h"

namespace linter::fixes {

struct Fix {
  base::Span span;    // source bytes
  std::string text;   // what must stand there
  std::string right;  // what comes in its place
  bool operator==(const Fix&) const = default;
};

// The one sure correction of a finding; nothing for findings that are silenced or not sure.
[[nodiscard]] std::vector<Fix> sure_fixes(std::span<const findings::Finding> findings);

// Whether a person may put another text in the place of a finding's: it stands on one line, without
// markup inside, or its correction is sure.
[[nodiscard]] bool is_replaceable(const findings::Finding& finding);

// The fix, with what goes beside words that are left out (an empty `right`): their spaces but one
// between neighbours, none at a line's beginning and before a mark, a comma that would lead or be
// doubled; the next word takes over the capital of the first. Of two equal words on both sides of a
// line's end the second goes, and the line ends where it did. Others come back as they are.
[[nodiscard]] Fix with_its_space(std::string_view bytes, Fix fix);

// A suggestion as somebody reads it: “that”, or that the words are to be left out.
[[nodiscard]] std::string named_suggestion(std::string_view suggestion);

// Sorted by place; of those that overlap the first stays, those that do not fit the bytes go.
[[nodiscard]] std::vector<Fix> fitting(std::string_view bytes, std::vector<Fix> fixes);

// The bytes with fixes (fitting ones) applied. All other bytes stay: line ends, byte order mark.
[[nodiscard]] std::string applied(std::string_view bytes, std::span<const Fix> fixes);

}  // namespace linter::fixes
