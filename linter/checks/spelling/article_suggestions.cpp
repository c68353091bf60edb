#include "linter/checks/spelling/article_suggestions.h"

#include <algorithm>

namespace linter::checks::spelling {

void ArticleSuggestions::begin(lexicon::Dialect dialect) {
  dialect_ = dialect;
  document_.clear();
  known_.clear();
}

const std::vector<Suggestion>& ArticleSuggestions::of(const lexicon::Reading& reading,
                                                      std::string_view word) {
  constexpr std::size_t most = 5;
  const auto [entry, added] = known_.try_emplace(word);
  if (!added) return entry->second;
  if (document_.empty()) document_ = document_words(reading);
  entry->second = shared_->suggester().suggest(word, document_, most, dialect_, &memory_);
  return entry->second;
}

std::vector<DocumentWord> document_words(const lexicon::Reading& reading) {
  std::vector<DocumentWord> words;
  std::unordered_map<lexicon::WordId, std::uint32_t> counts;
  for (const sentences::Token& token : reading.text.tokens) {
    if (token.kind == sentences::TokenKind::word) ++counts[reading.lexicon[token.word].folded];
  }
  const bool has_set = reading.lexicon.vocabulary().words() != nullptr;
  const std::uint32_t frequent = has_set ? 3 : 1;
  // a term that stands once is worth a thought where the error begins like it
  constexpr std::size_t shortest_term = 8;
  for (const auto& [id, count] : counts) {
    const lexicon::Entry& entry = reading.lexicon[id];
    const bool is_term = entry.tier == 0 && entry.text.size() >= shortest_term;
    if (count >= frequent || is_term)
      words.push_back({entry.text, count, reading.lexicon.accepts(id)});
  }
  std::ranges::sort(words, {}, &DocumentWord::word);
  return words;
}

}  // namespace linter::checks::spelling
