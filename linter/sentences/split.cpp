#include <vector>

#include "linter/sentences/boundaries.h"
#include "linter/sentences/text.h"
#include "linter/sentences/tokens.h"

namespace linter::sentences {
namespace {

void add_sentence(std::string_view view, std::uint32_t block, std::uint32_t first,
                  std::uint32_t end, Text& text) {
  if (first >= end) return;
  const Span span{text.tokens[first].text.begin, text.tokens[end - 1].text.end};
  const std::span<const Token> tokens(text.tokens);
  text.sentences.push_back(
      {span, block, first, end, ending_of(view, tokens.subspan(first, end - first))});
}

void split_block(std::string_view view, std::uint32_t block, std::span<const Stop> stops,
                 Text& text) {
  std::uint32_t first = text.block_first_token.back();
  const auto end = static_cast<std::uint32_t>(text.tokens.size());
  for (const Stop& stop : stops) {
    const std::uint32_t after =
        stop.hard_break ? stop.token : sentence_end({view, text.tokens, first, stop.token, end});
    if (after <= first) continue;
    add_sentence(view, block, first, after, text);
    first = after;
  }
  add_sentence(view, block, first, end, text);
}

}  // namespace

void split(const prose::Article& article, Text& text) {
  text.clear();
  std::vector<Stop> stops;
  const std::string_view view = article.view;
  for (std::uint32_t block = 0; block < article.blocks.size(); ++block) {
    text.block_first_token.push_back(static_cast<std::uint32_t>(text.tokens.size()));
    text.block_first_sentence.push_back(static_cast<std::uint32_t>(text.sentences.size()));
    stops.clear();
    scan_block(view, article.blocks[block].text, text.tokens, stops);
    split_block(view, block, stops, text);
  }
  text.block_first_token.push_back(static_cast<std::uint32_t>(text.tokens.size()));
  text.block_first_sentence.push_back(static_cast<std::uint32_t>(text.sentences.size()));
}

}  // namespace linter::sentences
