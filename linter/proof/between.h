// What stands between the blocks of an article and is no prose, so that its page reads as it does:
// code, formulas, rules, passages in another language.
#pragma once

#include <string_view>

#include "linter/base/json.h"

namespace linter::proof {

// `gap` is the source between two blocks, `format` a prose::Format's name. Each thing is a block as
// of article_json: {"kind":"rule"}, {"kind":"code","pieces":[…]} or a paragraph. Linear.
[[nodiscard]] base::Json between(std::string_view gap, std::string_view format);

// Whether text that was masked is a passage of words, and no code, address or formula.
[[nodiscard]] bool is_passage(std::string_view text);

// Text of HTML without its tags, references decoded where they are the usual ones.
[[nodiscard]] std::string without_tags(std::string_view html);

}  // namespace linter::proof
