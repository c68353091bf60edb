#include "linter/checks/policy/matches.h"

namespace linter::checks::policy {
namespace {

bool is_continuation(char c) {
  return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U;
}

// A good place to cut at or before `wanted`, after `least`.
std::uint32_t cut_before(std::string_view view, std::uint32_t wanted, std::uint32_t least) {
  for (std::uint32_t at = wanted; at > least; --at) {
    if (view[at] == ' ' || view[at] == '\n') return at;
  }
  std::uint32_t at = wanted;
  while (at > least && is_continuation(view[at])) --at;
  return at;
}

}  // namespace

bool is_usual_mark(std::string_view mark) {
  if (mark.size() < 2) return false;
  const auto byte = [&](std::size_t at) { return static_cast<unsigned char>(mark[at]); };
  if (byte(0) == 0xE2) return byte(1) == 0x80;
  const bool is_number = byte(1) == 0xB2 || byte(1) == 0xB3 || byte(1) == 0xB9 || byte(1) >= 0xBC;
  return byte(0) == 0xC2 && (!is_number || byte(1) == 0xBF);
}

bool is_plain(const lexicon::Reading& reading, std::uint32_t block) {
  const sentences::Text& text = reading.text;
  std::uint32_t run = 0;
  for (std::uint32_t i = text.block_first_token[block]; i < text.block_first_token[block + 1];
       ++i) {
    const sentences::Token& token = text.tokens[i];
    run = token.space_before ? 1 : run + 1;
    if (run > base::longest_run) return false;
    if (token.kind != sentences::TokenKind::mark) continue;
    const char first = reading.article.view[token.text.begin];
    const bool is_ascii = static_cast<unsigned char>(first) < 0x80;
    if (first == '_' || (!is_ascii && !is_usual_mark(reading.view(token.text)))) return false;
  }
  return true;
}

SearchWindow window_at(std::string_view view, base::Span block, std::uint32_t begin) {
  if (block.end - begin <= window_size) return {{begin, block.end}, block.end};
  const std::uint32_t limit = begin + window_size;
  const std::uint32_t end = cut_before(view, limit, limit - window_overlap / 2);
  const std::uint32_t own_end = cut_before(view, end - window_overlap, end - 2 * window_overlap);
  return {{begin, end}, own_end};
}

}  // namespace linter::checks::policy
