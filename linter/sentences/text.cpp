#include "linter/sentences/text.h"

#include <algorithm>

namespace linter::sentences {

void Text::clear() {
  tokens.clear();
  sentences.clear();
  block_first_sentence.clear();
  block_first_token.clear();
}

std::uint32_t Text::sentence_at(std::uint32_t view_offset) const {
  const auto after = std::ranges::upper_bound(sentences, view_offset, {},
                                              [](const Sentence& s) { return s.text.begin; });
  const auto index = after - sentences.begin();
  return static_cast<std::uint32_t>(index == 0 ? 0 : index - 1);
}

std::uint32_t Text::token_at(std::uint32_t view_offset) const {
  const auto found = std::ranges::upper_bound(tokens, view_offset, {},
                                              [](const Token& token) { return token.text.end; });
  return static_cast<std::uint32_t>(found - tokens.begin());
}

}  // namespace linter::sentences
