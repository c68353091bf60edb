// Words that are right elsewhere and wrong beside these neighbours: "the side affects", "loose
// weight".
#pragma once

#include <algorithm>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>

#include "linter/checks/spelling/confusables_table.h"
#include "linter/checks/spelling/scan.h"

namespace linter::checks::spelling {

// What a word is to the table: the row of patterns that it begins, its number among the words that
// patterns name, and the signs that cover it. Worked out once per distinct word.
struct ConfusableFacts {
  std::uint16_t row = 0;   // 0: the word is in no one's place
  std::uint16_t word = 0;  // 0: no pattern names it
  std::uint32_t signs = 0;
};

// Immutable once made; const use from many threads.
class Confusables {
 public:
  struct Meant {
    std::string word;         // folded
    std::uint32_t words = 1;  // that stand in its place
  };
  // Empty where the table has a fault.
  explicit Confusables(ConfusablesTable table) : table_(std::move(table)) {}
  // The table that galley was built with; made on the first call.
  [[nodiscard]] static const Confusables& of_english();

  [[nodiscard]] ConfusableFacts facts(std::string_view folded, lexicon::PosMask parts,
                                      bool is_comparative = false) const;
  // The word that is meant by token i, or by it and the next; nothing where the neighbours do not
  // decide.
  // `facts_of(j)` gives the facts of word or number token j. Some 10 ns a pattern; no allocation
  // before one fits.
  template <class FactsOf>
  [[nodiscard]] std::optional<Meant> meant(const Scan& scan, Scan::Index i, std::uint16_t row,
                                           const FactsOf& facts_of) const {
    for (const ConfusedPattern& pattern : table_.row(row)) {
      if (fits(table_.before(pattern), scan, i, false, facts_of) &&
          fits(table_.after(pattern), scan, i, true, facts_of) && may_speak(pattern, scan, i) &&
          has_all(table_.anywhere(pattern), scan, i, facts_of)) {
        return Meant{std::string(table_.meant(pattern)), pattern.words};
      }
    }
    return std::nullopt;
  }
  [[nodiscard]] std::size_t size() const { return table_.size(); }  // patterns

 private:
  // The word or number beside token i with a space between.
  [[nodiscard]] static std::optional<Scan::Index> beside(const Scan& scan, Scan::Index i,
                                                         bool after);
  // The signs of a place where no word stands but a mark or nothing of the block: what ends a
  // phrase. 0 where it does not.
  [[nodiscard]] static std::uint32_t signs_at_edge(const Scan& scan, Scan::Index i, bool after);
  [[nodiscard]] bool names(const Neighbour& wanted, ConfusableFacts there) const;
  [[nodiscard]] static bool may_speak(const ConfusedPattern& pattern, const Scan& scan,
                                      Scan::Index i);

  // Whether what stands beside token i is what is wanted, one after the other.
  template <class FactsOf>
  [[nodiscard]] bool fits(std::span<const Neighbour> wanted, const Scan& scan, Scan::Index i,
                          bool after, const FactsOf& facts_of) const {
    for (; !wanted.empty(); wanted = wanted.subspan(1)) {
      const Neighbour& next = wanted.front();
      const auto there = beside(scan, i, after);
      if (there && names(next, facts_of(*there)) != (next.negated != 0)) {
        if (next.optional != 0 && fits(wanted.subspan(1), scan, i, after, facts_of)) return true;
        i = *there;
      } else if (next.optional == 0) {
        const bool at_edge = !there && (signs_at_edge(scan, i, after) & next.signs) != 0;
        return !there && wanted.size() == 1 && at_edge != (next.negated != 0);
      }
    }
    return true;
  }

  // Whether the sentence of token i has each of them, or the article several words of those that
  // tell what it is about.
  template <class FactsOf>
  [[nodiscard]] bool has_all(std::span<const Neighbour> wanted, const Scan& scan, Scan::Index i,
                             const FactsOf& facts_of) const {
    if (wanted.empty()) return true;
    constexpr Scan::Index several = 3;
    const sentences::Sentence& sentence = scan.sentence_of(i);
    return std::ranges::all_of(wanted, [&](const Neighbour& one) {
      const bool article = one.optional != 0;
      const Scan::Index end = article ? scan.size() : sentence.end_token;
      Scan::Index missing = article ? several : 1;
      for (Scan::Index at = article ? 0 : sentence.first_token; at < end && missing > 0; ++at) {
        const bool word = scan.is_word(at) || scan.is_number(at);
        if (word && at != i && names(one, facts_of(at))) --missing;
      }
      return (missing == 0) != (one.negated != 0);
    });
  }

  ConfusablesTable table_;
};

}  // namespace linter::checks::spelling
