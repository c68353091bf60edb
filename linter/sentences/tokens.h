// The tokeniser of one block: a table-driven scan, one visit to every byte.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "linter/base/span.h"
#include "linter/sentences/text.h"

namespace linter::sentences {

// A place where a sentence may end: a run of . ! ? … (the last mark of it), or a hard break.
struct Stop {
  std::uint32_t token = 0;  // the mark; of a hard break, the first token after it
  bool hard_break = false;
};

// Appends the tokens of `block` (a view span) to `tokens` and the places where a sentence may end
// to `stops`, both in view order. Linear; ill-formed UTF-8 becomes marks of one byte.
void scan_block(std::string_view view, base::Span block, std::vector<Token>& tokens,
                std::vector<Stop>& stops);

}  // namespace linter::sentences
