// What is known of a word wherever it stands: worked out once per distinct word.
#pragma once

#include <cstdint>
#include <vector>

#include "linter/checks/spelling/confusables.h"
#include "linter/checks/spelling/scan.h"

namespace linter::checks::spelling {

struct WordMemo {
  enum Flag : std::uint16_t {
    computed = 1,
    unknown = 2,
    dialectal = 4,        // only one dialect writes it so
    begins_compound = 8,  // may be the first half of a compound written apart
    confusable = 16,      // stands in the table of confusables
    joins_any = 32,       // ... with a second half of many kinds: a prefix
    ends_compound = 64,   // may be the second half of one that is listed
    genitive = 128,       // ends in "'s"
    noteworthy = unknown | dialectal | begins_compound | confusable | genitive,
  };
  [[nodiscard]] bool has(Flag flag) const { return (flags & flag) != 0; }

  lexicon::WordId folded = 0;
  std::uint16_t flags = 0;
  ConfusableFacts table;  // what it is to the confusables
};

// By word id; one worker's.
class WordMemos {
 public:
  // Before each article: ids are void when the lexicon was emptied.
  void begin(const lexicon::Lexicon& lexicon);
  // Of the word or number token i; one look-up but for a word's first time, which costs some 2 µs.
  [[nodiscard]] WordMemo of(const Scan& scan, Scan::Index i);

 private:
  std::vector<WordMemo> memos_;
  std::uint32_t generation_ = 0;
};

}  // namespace linter::checks::spelling
