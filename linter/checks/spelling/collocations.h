// Valid words in the place of one that usually stands beside their neighbor: "hair shift", "flood
// glucose".
#pragma once

#include <cstdint>
#include <vector>

#include "linter/checks/spelling/collocations_table.h"
#include "linter/checks/spelling/word_memos.h"

namespace linter::checks::spelling {

// The table that galley was built with; made on the first call.
[[nodiscard]] const CollocationsTable& collocations_of_english();

// One worker's.
class StrayWords {
 public:
  struct Stray {
    Scan::Index token = 0;
    Scan::Index beside = 0;  // the neighbor that asks for another word
    CollocationsTable::Word meant = 0;
  };

  // Before each article: ids are void when the lexicon was emptied.
  void begin(const lexicon::Lexicon& lexicon);
  // Looks at the neighbors of word token i, which stands in the table. Some 10 ns; 2 µs for a
  // neighbor's first time.
  void look(const Scan& scan, Scan::Index i, WordMemos& memos);
  // Those found that are hardly meant: rare words, words between two that ask for the other, words
  // beside one that has few others, and words of an article that has the other one often. Ascending
  // by token, one for each. Valid until the next begin(). One look at each token where some stand.
  [[nodiscard]] const std::vector<Stray>& settle(const Scan& scan, WordMemos& memos);

 private:
  using Word = CollocationsTable::Word;

  [[nodiscard]] const std::vector<Word>& near(const Scan& scan, Scan::Index i);
  void look_at(const Scan& scan, Scan::Index i, Scan::Index beside, WordMemos& memos);

  std::vector<std::uint32_t> near_of_;   // by folded word: of near_, from 1; 0: not known yet
  std::vector<std::vector<Word>> near_;  // the first is empty
  std::uint32_t generation_ = 0;
  std::vector<Stray> found_;
};

}  // namespace linter::checks::spelling
