#include "linter/checks/spelling/manner.h"

#include <algorithm>
#include <array>

#include "linter/lexicon/word_classes.h"
#include "linter/prose/quotations.h"

namespace linter::checks::spelling {

bool tells_story(const Scan& scan) {
  constexpr auto quotes = std::to_array<std::string_view>({"\"", "\u201C", "\u2018", "'"});
  constexpr unsigned fewest = 12;
  constexpr unsigned one_of = 5;
  unsigned paragraphs = 0;
  unsigned said = 0;
  for (const prose::Block& block : scan.reading().article.blocks) {
    if (!has(block.scopes, prose::Scope::paragraph)) continue;
    ++paragraphs;
    const std::string_view text = scan.reading().view(block.text);
    said +=
        std::ranges::any_of(quotes, [&](auto quote) { return text.starts_with(quote); }) ? 1 : 0;
  }
  return paragraphs >= fewest && one_of * said >= paragraphs;
}

bool is_spoken_word(std::string_view folded) {
  return lexicon::is_of(lexicon::WordClass::spoken, folded);
}

bool writes_as_spoken(const Scan& scan, std::span<const UnknownWord> words) {
  constexpr unsigned fewest = 6;
  constexpr unsigned per = 600;  // tokens
  unsigned found = 0;
  for (const UnknownWord& word : words) {
    if (is_spoken_word(scan.folded(word.places.front()))) found += word.count;
  }
  return found >= fewest && found * per >= scan.size();
}

bool is_said_by_somebody(const Scan& scan, Scan::Index i) {
  return prose::is_anothers_words(scan.reading().article, scan.reading().source.bytes,
                                  scan.token(i).text);
}

}  // namespace linter::checks::spelling
