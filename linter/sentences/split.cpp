#include <vector>

#include "linter/sentences/boundaries.h"
#include "linter/sentences/text.h"
#include "linter/sentences/tokens.h"

namespace linter::sentences {
namespace {

// Where what is longer than a sentence may be is cut: behind the last mark of its first tokens that
// divides clauses, unless that stands near their begin.
std::uint32_t cut_of(std::string_view view, std::uint32_t first, const Text& text) {
  constexpr std::uint32_t shortest = longest_sentence / 2;
  constexpr std::string_view dividing = ",;:";
  const std::uint32_t end = first + longest_sentence;
  for (std::uint32_t at = end; at > first + shortest; --at) {
    const Token& token = text.tokens[at - 1];
    if (token.kind == TokenKind::mark && dividing.contains(view[token.text.begin])) return at;
  }
  return end;
}

void add_sentence(std::string_view view, std::uint32_t block, std::uint32_t first,
                  std::uint32_t end, Text& text) {
  if (first >= end) return;
  const Ending ending =
      ending_of(view, std::span<const Token>(text.tokens).subspan(first, end - first));
  while (first < end) {
    const std::uint32_t cut = end - first > longest_sentence ? cut_of(view, first, text) : end;
    const Span span{text.tokens[first].text.begin, text.tokens[cut - 1].text.end};
    text.sentences.push_back({span, block, first, cut, ending});
    first = cut;
  }
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
  constexpr std::size_t usual_token = 5;  // bytes, with what stands before it
  text.tokens.reserve(view.size() / usual_token);
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
