// Valid words in the place of one that usually stands beside their neighbor: "hair shift", "flood
// glucose".
#pragma once

#include <cstdint>
#include <vector>

#include "linter/checks/spelling/collocations_table.h"
#include "linter/checks/spelling/companions.h"
#include "linter/checks/spelling/word_memos.h"

namespace linter::checks::spelling {

// The table that galley was built with; made on the first call.
[[nodiscard]] const CollocationsTable& collocations_of_english();

// One worker's.
class StrayWords {
 public:
  struct Stray {
    Scan::Index token = 0;
    Scan::Index beside = 0;  // the companion that asks for another word
    Companion::Place place = Companion::Place::before;
    CollocationsTable::Word meant = 0;
    Likeness likeness = Likeness::none;
    unsigned weight = 0;  // of the companions that ask for that word
  };

  // Before each article: ids are void when the lexicon was emptied.
  void begin(const lexicon::Lexicon& lexicon);
  // Looks at the company of word token i; false where no word is like it, wherever it stands. Some 10
  // ns then, else some 100; 2 µs for a word's first time.
  bool look(const Scan& scan, Scan::Index i, WordMemos& memos);
  // Those found that are hardly meant: rare words, words between two that ask for the other, words
  // beside one that has few others, and words of an article that has the other one often. Ascending
  // by token, one for each. Valid until the next begin(). One look at each token where some stand.
  [[nodiscard]] const std::vector<Stray>& settle(const Scan& scan, WordMemos& memos);

 private:
  // The words that one may stand in the place of, and all that they stand with.
  struct Alike {
    std::vector<CollocationsTable::Near> words;
    CollocationsTable::Company company;
  };

  [[nodiscard]] const Alike& alike(const Scan& scan, Scan::Index i);
  void find(const Scan& scan, Scan::Index i, const Alike& alike, WordMemos& memos);
  [[nodiscard]] static bool is_plain(const Scan& scan, Scan::Index i);

  std::vector<std::uint32_t> alike_of_;  // by folded word: of alike_, from 1; 0: not known yet
  std::vector<Alike> alike_;             // the first is empty
  std::uint32_t generation_ = 0;
  std::vector<Stray> found_;
};

}  // namespace linter::checks::spelling
