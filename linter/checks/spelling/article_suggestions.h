// What an article's unknown words may mean: each distinct one is looked up once.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "linter/checks/spelling/dialect.h"
#include "linter/checks/spelling/scan.h"
#include "linter/checks/spelling/spelling.h"

namespace linter::checks::spelling {

// One worker's. `shared` must outlive it.
class ArticleSuggestions {
 public:
  explicit ArticleSuggestions(const Spelling& shared) : shared_(&shared) {}

  // Before each article; what was given out before is void. Where the article is known to be
  // written in one English, spellings that depart from it give way to its own.
  void begin(std::optional<English> english);
  // Best first, five at most; valid until the next begin(). `word` stands in the reading's view.
  [[nodiscard]] const std::vector<Suggestion>& of(const lexicon::Reading& reading,
                                                  std::string_view word);
  // The first suggestion as another English spells it; nothing where that is the same, and where it
  // is known which English the article is written in.
  [[nodiscard]] std::optional<std::string> first_in(English english,
                                                    const lexicon::Reading& reading,
                                                    std::string_view word);
  // Whether a suggestion for a word scores so many points. For enough of them only words that are
  // close to it are looked at: of others none scores so well but by a chance in thousands.
  [[nodiscard]] bool has_like(const lexicon::Reading& reading, std::string_view word, int points);
  // Suggester::is_near_common, found out once for each word.
  [[nodiscard]] bool is_near_common(std::string_view folded, std::uint8_t tier) {
    return shared_->suggester().is_near_common(folded, tier, &memory_);
  }
  // Suggester's, likewise.
  [[nodiscard]] bool is_slip_of_listed_word(std::string_view folded);
  [[nodiscard]] bool is_slip_of_listed_name(std::string_view folded);
  [[nodiscard]] std::string_view name_with_inner_capital(std::string_view folded) const {
    return shared_->suggester().name_with_inner_capital(folded);
  }

 private:
  [[nodiscard]] std::vector<Suggestion> suggest(const lexicon::Reading& reading,
                                                std::string_view word, Reach reach);
  [[nodiscard]] std::string spelt_in(English english, const std::string& text) const;
  [[nodiscard]] std::vector<Suggestion> in_own_spelling(std::vector<Suggestion> found) const;

  const Spelling* shared_;
  std::optional<English> english_;
  std::vector<DocumentWord> document_;
  std::vector<std::uint32_t> counts_;  // by word of the lexicon: zeros
  std::unordered_map<std::string_view, std::vector<Suggestion>> known_;  // keys in the view
  std::unordered_map<std::string_view, int> close_;  // the best points of words close by; likewise
  SuggestionMemory memory_;                                              // of all articles
  using Answers = std::unordered_map<std::string, bool>;
  Answers slips_of_words_;  // of all articles, likewise
  Answers slips_of_names_;
};

}  // namespace linter::checks::spelling
