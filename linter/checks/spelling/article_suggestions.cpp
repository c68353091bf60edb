#include "linter/checks/spelling/article_suggestions.h"

#include <algorithm>
#include <limits>
#include <span>

#include "linter/base/utf8.h"

namespace linter::checks::spelling {
namespace {

// The answer for a word, found out where it is not known yet.
template <class Ask>
bool answer_of(std::unordered_map<std::string, bool>& known, std::string_view folded,
               const Ask& ask) {
  constexpr std::size_t most = 16384;
  if (known.size() >= most) known.clear();
  const auto [entry, added] = known.try_emplace(std::string(folded));
  if (added) entry->second = ask();
  return entry->second;
}

}  // namespace

void ArticleSuggestions::begin(std::optional<English> english) {
  english_ = english;
  document_.clear();
  memory_.begin_document();
  known_.clear();
  close_.clear();
}

std::vector<Suggestion> ArticleSuggestions::suggest(const lexicon::Reading& reading,
                                                    std::string_view word, Reach reach) {
  constexpr std::size_t most = 5;
  if (document_.empty()) document_ = document_words(reading, counts_);
  const lexicon::Dialect dialect = dialect_of(english_.value_or(English::american));
  return shared_->suggester().suggest(word, document_, most, dialect, &memory_, reach);
}

const std::vector<Suggestion>& ArticleSuggestions::of(const lexicon::Reading& reading,
                                                      std::string_view word) {
  const auto [entry, added] = known_.try_emplace(word);
  if (added) entry->second = in_own_spelling(suggest(reading, word, Reach::far));
  return entry->second;
}

bool ArticleSuggestions::has_like(const lexicon::Reading& reading, std::string_view word,
                                  int points) {
  constexpr int enough = 100;
  // what ranks first may be a name that a word with a capital is less like
  const auto best_of = [](std::span<const Suggestion> all) {
    int most = std::numeric_limits<int>::min();
    for (const Suggestion& one : all) most = std::max(most, one.score);
    return most;
  };
  if (points < enough || known_.contains(word)) return best_of(of(reading, word)) >= points;
  const auto [entry, added] = close_.try_emplace(word);
  if (added) entry->second = best_of(suggest(reading, word, Reach::close));
  return entry->second >= points;
}

std::optional<lexicon::Dialect> dialect_of_document(std::span<const DocumentWord> words,
                                                    const lexicon::Vocabulary& vocabulary) {
  std::uint32_t american = 0;
  std::uint32_t british = 0;
  for (const DocumentWord& one : words) {
    const DialectFacts facts = dialect_facts(one.word, vocabulary);
    if (facts.american) american += one.count;
    if (facts.british) british += one.count;
  }
  if (american == british) return std::nullopt;
  return american > british ? lexicon::Dialect::american : lexicon::Dialect::british;
}

std::string ArticleSuggestions::spelt_in(English english, const std::string& text) const {
  const DialectFacts facts = dialect_facts(base::lower(text), shared_->vocabulary());
  if (!departs(facts, english)) return text;
  const bool capital = text.front() >= 'A' && text.front() <= 'Z';
  std::string own = capital ? base::capitalised(facts.other) : facts.other;
  return text.ends_with("'s") ? own + "'s" : own;
}

std::optional<std::string> ArticleSuggestions::first_in(English english,
                                                        const lexicon::Reading& reading,
                                                        std::string_view word) {
  if (english_ || !shared_->vocabulary().is_english()) return std::nullopt;
  const std::vector<Suggestion>& best = of(reading, word);
  if (best.empty()) return std::nullopt;
  std::string own = spelt_in(english, best.front().text);
  if (own == best.front().text) return std::nullopt;
  return own;
}

// "anaesthetic" is "anesthetic" in an American article, and offered once.
std::vector<Suggestion> ArticleSuggestions::in_own_spelling(std::vector<Suggestion> found) const {
  if (!english_ || !shared_->vocabulary().is_english()) return found;
  std::vector<Suggestion> own;
  for (Suggestion& one : found) {
    one.text = spelt_in(*english_, one.text);
    if (std::ranges::find(own, one.text, &Suggestion::text) == own.end())
      own.push_back(std::move(one));
  }
  return own;
}

bool ArticleSuggestions::is_slip_of_listed_word(std::string_view folded) {
  return answer_of(slips_of_words_, folded,
                   [&] { return shared_->suggester().is_slip_of_listed_word(folded); });
}

bool ArticleSuggestions::is_slip_of_listed_name(std::string_view folded) {
  return answer_of(slips_of_names_, folded,
                   [&] { return shared_->suggester().is_slip_of_listed_name(folded); });
}

std::vector<DocumentWord> document_words(const lexicon::Reading& reading) {
  std::vector<std::uint32_t> counts;
  return document_words(reading, counts);
}

std::vector<DocumentWord> document_words(const lexicon::Reading& reading,
                                         std::vector<std::uint32_t>& counts) {
  std::vector<DocumentWord> words;
  if (counts.size() < reading.lexicon.size()) counts.resize(reading.lexicon.size());
  std::vector<lexicon::WordId> seen;
  for (const sentences::Token& token : reading.text.tokens) {
    if (token.kind != sentences::TokenKind::word) continue;
    const lexicon::WordId folded = reading.lexicon[token.word].folded;
    if (counts[folded]++ == 0) seen.push_back(folded);
  }
  constexpr std::size_t shortest = 3;
  for (const lexicon::WordId id : seen) {
    const lexicon::Entry& entry = reading.lexicon[id];
    if (entry.text.size() >= shortest)
      words.push_back({entry.text, counts[id], reading.lexicon.accepts(id)});
    counts[id] = 0;
  }
  std::ranges::sort(words, {}, &DocumentWord::word);
  return words;
}

}  // namespace linter::checks::spelling
