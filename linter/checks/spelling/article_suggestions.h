// What an article's unknown words may mean: each distinct one is looked up once.
#pragma once

#include <string_view>
#include <unordered_map>
#include <vector>

#include "linter/checks/spelling/scan.h"
#include "linter/checks/spelling/spelling.h"

namespace linter::checks::spelling {

// One worker's. `shared` must outlive it.
class ArticleSuggestions {
 public:
  explicit ArticleSuggestions(const Spelling& shared) : shared_(&shared) {}

  // Before each article; what was given out before is void.
  void begin(lexicon::Dialect dialect);
  // Best first, five at most; valid until the next begin(). `word` stands in the reading's view.
  [[nodiscard]] const std::vector<Suggestion>& of(const lexicon::Reading& reading,
                                                  std::string_view word);
  // Suggester::is_near_common, found out once for each word.
  [[nodiscard]] bool is_near_common(std::string_view folded, std::uint8_t tier) {
    return shared_->suggester().is_near_common(folded, tier, &memory_);
  }

 private:
  const Spelling* shared_;
  lexicon::Dialect dialect_ = lexicon::Dialect::american;
  std::vector<DocumentWord> document_;
  std::unordered_map<std::string_view, std::vector<Suggestion>> known_;  // keys in the view
  SuggestionMemory memory_;                                              // of all articles
};

}  // namespace linter::checks::spelling
