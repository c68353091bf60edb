// Words that are right elsewhere and wrong beside these neighbours: "the side affects", "loose
// weight".
#pragma once

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
  // Empty where the table has a fault.
  explicit Confusables(ConfusablesTable table) : table_(std::move(table)) {}
  // The table that galley was built with; made on the first call.
  [[nodiscard]] static const Confusables& of_english();

  [[nodiscard]] ConfusableFacts facts(std::string_view folded, lexicon::PosMask parts,
                                      bool is_comparative = false) const;
  // The word that is meant by token i, folded; nothing where the neighbours do not decide.
  // `facts_of(j)` gives the facts of word or number token j. Some 10 ns a pattern; no allocation
  // before one fits.
  template <class FactsOf>
  [[nodiscard]] std::optional<std::string> meant(const Scan& scan, Scan::Index i, std::uint16_t row,
                                                 const FactsOf& facts_of) const {
    for (const ConfusedPattern& pattern : table_.row(row)) {
      if (fits(table_.before(pattern), scan, i, false, facts_of) &&
          fits(table_.after(pattern), scan, i, true, facts_of) && may_speak(pattern, scan, i)) {
        return std::string(table_.meant(pattern));
      }
    }
    return std::nullopt;
  }
  [[nodiscard]] std::size_t size() const { return table_.size(); }  // patterns

 private:
  // The word or number beside token i with a space between.
  [[nodiscard]] static std::optional<Scan::Index> beside(const Scan& scan, Scan::Index i,
                                                         bool after);
  // Whether a mark or nothing of the block stands there: something that ends a phrase.
  [[nodiscard]] static bool is_edge(const Scan& scan, Scan::Index i, bool after);
  [[nodiscard]] bool holds(const Neighbour& wanted, ConfusableFacts there) const;
  [[nodiscard]] static bool holds_at_edge(const Neighbour& wanted, bool edge, bool after);
  [[nodiscard]] static bool may_speak(const ConfusedPattern& pattern, const Scan& scan,
                                      Scan::Index i);

  template <class FactsOf>
  [[nodiscard]] bool fits(std::span<const Neighbour> side, const Scan& scan, Scan::Index i,
                          bool after, const FactsOf& facts_of) const {
    for (const Neighbour& wanted : side) {
      const auto there = beside(scan, i, after);
      if (!there)
        return &wanted == &side.back() && holds_at_edge(wanted, is_edge(scan, i, after), after);
      if (!holds(wanted, facts_of(*there))) return false;
      i = *there;
    }
    return true;
  }

  ConfusablesTable table_;
};

}  // namespace linter::checks::spelling
