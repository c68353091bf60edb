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

// What stands beside a word: one of `words`, or something that one of `signs` covers.
struct Neighbour {
  std::vector<std::string> words;
  std::uint32_t signs = 0;
  bool negated = false;
};

struct ConfusedPattern {
  std::string meant;
  std::vector<Neighbour> before;  // in reading order
  std::vector<Neighbour> after;
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

  // Whether a folded word stands in the table: the first test, memoised per word.
  [[nodiscard]] bool knows(std::string_view folded) const;
  // The word that is meant by token i, folded; nothing where the neighbours do not decide.
  [[nodiscard]] std::optional<std::string> meant(const Scan& scan, Scan::Index i) const;
  [[nodiscard]] std::size_t size() const { return patterns_.size(); }

 private:
  std::unordered_multimap<std::string, ConfusedPattern> patterns_;  // by the wrong word
};

}  // namespace linter::checks::spelling
