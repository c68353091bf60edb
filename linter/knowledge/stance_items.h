// A sentence as stances see it, of an example and of an article alike.
#pragma once

#include <cstddef>
#include <span>
#include <string_view>
#include <vector>

#include "linter/knowledge/stances.h"
#include "linter/sentences/text.h"

namespace linter::knowledge {

// Appends the items of `tokens` of `view`. `stem_of` gives the stem of a word token; "%" has the
// stem `percent`, a hyphen inside a compound is nothing, and every other mark is a boundary.
template <class StemOf>
void stance_items(std::string_view view, std::span<const sentences::Token> tokens, StemId percent,
                  const StemOf& stem_of, std::vector<StemId>& items) {
  using sentences::TokenKind;
  for (std::size_t at = 0; at < tokens.size(); ++at) {
    const sentences::Token& token = tokens[at];
    const std::string_view text = view.substr(token.text.begin, token.text.end - token.text.begin);
    const bool joins = text == "-" && !token.space_before && at > 0 && at + 1 < tokens.size() &&
                       !tokens[at + 1].space_before;
    if (token.kind == TokenKind::word) {
      items.push_back(stem_of(token));
    } else if (token.kind == TokenKind::number) {
      items.push_back(figure_item);
    } else if (token.kind == TokenKind::object) {
      items.push_back(no_stem);
    } else if (text == "%") {
      items.push_back(percent);
    } else if (!joins) {
      items.push_back(boundary);
    }
  }
}

}  // namespace linter::knowledge
