// The words of an article that no dictionary or list has: gathered first, judged at its end, when
// it is known how often they stand and in which case.
#pragma once

#include <cstdint>
#include <unordered_map>
#include <vector>

#include "linter/checks/spelling/article_suggestions.h"
#include "linter/checks/spelling/capitals.h"
#include "linter/checks/spelling/reporter.h"
#include "linter/checks/spelling/silences.h"

namespace linter::checks::spelling {

// What is asked of two pieces of a word: that neither is a word, so that they are nothing else; that
// the whole is a word of everyday; that they stand in text where nothing else silences them.
enum class Cut : std::uint8_t { both_unknown, everyday, within_text };

// What two words are when they are written as one: found out once for each pair. One worker's.
class JoinedWords {
 public:
  // Before each article.
  void begin(const lexicon::Lexicon& lexicon);
  // Of neighbours `first` and the next token. The reference holds until the next call.
  [[nodiscard]] const lexicon::WordFacts& of(const Scan& scan, Scan::Index first);

 private:
  std::unordered_map<std::uint64_t, lexicon::WordFacts> known_;  // by both folded words
  std::uint32_t generation_ = 0;
};

// One worker's.
class UnknownWords {
 public:
  void begin(const lexicon::Lexicon& lexicon);
  void add(const Scan& scan, Scan::Index i);

  // Findings on all that nothing silences. Findings of Rule::unknown_word have no suggestions yet.
  void report(Reporter& reporter, const Spelling& shared, ArticleSuggestions& suggestions,
              lexicon::ForeignSentences& others);
  // The suggestions of one of these findings, and the message that goes with them.
  void complete(const Scan& scan, ArticleSuggestions& suggestions,
                findings::Finding& finding) const;

 private:
  [[nodiscard]] bool report_cut(Reporter& reporter, Scan::Index i, Cut how);
  void report_unknown(Reporter& reporter, Scan::Index i, findings::Severity severity,
                      ArticleSuggestions& suggestions);
  // Makes a name's possessives and plurals names, too: "Cohn's face".
  void share_names(const Scan& scan);

  JoinedWords joined_;
  InnerCapitals capitals_;
  CodeWords code_;
  // of the article at hand
  std::vector<UnknownWord> words_;  // in the order in which they first stand
  std::unordered_map<lexicon::WordId, std::size_t> index_;  // by folded word
  Scan::Index cut_ = 0;  // the second half of the last word found cut in two
  std::unordered_map<std::uint32_t, Scan::Index> open_;  // findings by source begin
};

}  // namespace linter::checks::spelling
