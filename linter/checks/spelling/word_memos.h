// What is known of a word wherever it stands: worked out once per distinct word.
#pragma once

#include <cstdint>
#include <vector>

#include "linter/checks/spelling/confusables.h"
#include "linter/checks/spelling/misfits_table.h"
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
    collocates = 256,     // stands in the table of collocations
    begins_disguise = 512,  // may be the first word of a term in disguise
    may_misfit = 1024,      // looks or sounds like words that may be meant
    never_strays = 2048,    // is like no word of the collocations
    odd_capital = 4096,     // a function word with a capital, which only begins sentences
    noteworthy = unknown | dialectal | begins_compound | confusable | genitive | collocates |
                 begins_disguise | odd_capital,
  };
  [[nodiscard]] bool has(Flag flag) const { return (flags & flag) != 0; }

  lexicon::WordId folded = 0;
  std::uint16_t flags = 0;
  std::uint16_t collocation = 0;  // its number among the collocations; 0: none
  std::uint16_t disguise = 0;     // its number among the words of disguises; 0: none
  ConfusableFacts table;          // what it is to the confusables
  MisfitsTable::Facts fit;        // what it is to the misfits
};

// By word id; one worker's.
class WordMemos {
 public:
  // Before each article, once its words are in the lexicon: ids are void when that was emptied.
  void begin(const lexicon::Lexicon& lexicon);
  // Of the word or number token i; one look-up but for a word's first time, which costs some 2 µs.
  // Stays where it is until the next begin().
  [[nodiscard]] const WordMemo& of(const Scan& scan, Scan::Index i) {
    WordMemo& memo = memos_[scan.token(i).word];
    if (memo.flags == 0) fill(memo, scan, i);
    return memo;
  }

  // Notes what was found out of a word that of() was asked of.
  void note(const Scan& scan, Scan::Index i, WordMemo::Flag flag) {
    WordMemo& memo = memos_[scan.token(i).word];
    memo.flags = static_cast<std::uint16_t>(memo.flags | flag);
  }

 private:
  static void fill(WordMemo& memo, const Scan& scan, Scan::Index i);

  std::vector<WordMemo> memos_;
  std::uint32_t generation_ = 0;
};

}  // namespace linter::checks::spelling
