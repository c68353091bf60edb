// Words that are right elsewhere and wrong beside these neighbours: "the side affects", "loose
// weight".
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "linter/base/result.h"
#include "linter/checks/spelling/scan.h"

namespace linter::checks::spelling {

// What a word is to the table: the row of patterns that it begins, its number among the words that
// patterns name, and the signs that cover it. Worked out once per distinct word.
struct ConfusableFacts {
  std::uint16_t row = 0;   // 0: the word is in no one's place
  std::uint16_t word = 0;  // 0: no pattern names it
  std::uint32_t signs = 0;
};

// What stands beside a word: one of `words`, or something that one of `signs` covers.
struct Neighbour {
  std::vector<std::uint16_t> words;  // sorted
  std::uint32_t signs = 0;
  bool negated = false;
};

struct ConfusedPattern {
  std::string meant;
  std::vector<Neighbour> before;    // the nearest first
  std::vector<Neighbour> after;     // likewise
  bool outside_conditions = false;  // not in a sentence with "if", "when" ...
};

// Immutable once made; const use from many threads.
class Confusables {
 public:
  // The table's text, as dictionaries/en/confusables.tsv describes it; bad_value with its line for
  // each line that is none.
  [[nodiscard]] static base::Loaded<Confusables> parse(std::string_view text,
                                                       std::string_view file);
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
    for (const ConfusedPattern& pattern : rows_[row]) {
      if (fits(pattern.before, scan, i, false, facts_of) &&
          fits(pattern.after, scan, i, true, facts_of) && may_speak(pattern, scan, i)) {
        return pattern.meant;
      }
    }
    return std::nullopt;
  }
  [[nodiscard]] std::size_t size() const;  // patterns

 private:
  // The word or number beside token i with a space between.
  [[nodiscard]] static std::optional<Scan::Index> beside(const Scan& scan, Scan::Index i,
                                                         bool after);
  // Whether a mark or nothing of the block stands there: something that ends a phrase.
  [[nodiscard]] static bool is_edge(const Scan& scan, Scan::Index i, bool after);
  [[nodiscard]] static bool holds(const Neighbour& wanted, ConfusableFacts there);
  [[nodiscard]] static bool holds_at_edge(const Neighbour& wanted, bool edge, bool after);
  [[nodiscard]] static bool may_speak(const ConfusedPattern& pattern, const Scan& scan,
                                      Scan::Index i);

  template <class FactsOf>
  [[nodiscard]] static bool fits(const std::vector<Neighbour>& side, const Scan& scan,
                                 Scan::Index i, bool after, const FactsOf& facts_of) {
    for (const Neighbour& wanted : side) {
      const auto there = beside(scan, i, after);
      if (!there)
        return &wanted == &side.back() && holds_at_edge(wanted, is_edge(scan, i, after), after);
      if (!holds(wanted, facts_of(*there))) return false;
      i = *there;
    }
    return true;
  }

  std::uint16_t number_of(std::string_view word);
  std::optional<std::vector<Neighbour>> neighbours_of(std::string_view side);

  std::vector<std::vector<ConfusedPattern>> rows_ = std::vector<std::vector<ConfusedPattern>>(1);
  std::unordered_map<std::string, std::uint16_t> row_of_;   // by the wrong word
  std::unordered_map<std::string, std::uint16_t> numbers_;  // of words that patterns name
};

}  // namespace linter::checks::spelling
