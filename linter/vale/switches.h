// Comments by which articles switch Vale off: <!-- vale off -->, <!-- vale Google.Passive = NO -->.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "linter/base/span.h"
#include "linter/fixes/fixes.h"
#include "linter/prose/article.h"
#include "linter/vale/rule.h"

namespace linter::vale {

// What lies between a comment that switches off and the one that switches on again.
struct OffRange {
  std::string rule;  // "Google.Passive"; empty for all
  base::Span off;    // the comment
  base::Span on;     // its counterpart; empty, at the end of the file, where there is none
  std::uint32_t line = 0;
  // Which of galley's rules find something there: what a stet must name.
  std::vector<std::string> rules;
};

// The ranges of an article, in their order. Comments of Vale's that mean nothing here, such as one
// that switches on what is on, are left out.
[[nodiscard]] std::vector<OffRange> off_ranges(std::string_view bytes,
                                               const prose::Article& article);

// Stet comments in place of those that silence something of galley's. A range that is interlaced
// with another gives a note instead, as does a switch for single matches.
[[nodiscard]] std::vector<fixes::Fix> stets_for(std::string_view bytes, const std::string& file,
                                                std::span<const OffRange> ranges,
                                                std::vector<Note>& notes);

}  // namespace linter::vale
