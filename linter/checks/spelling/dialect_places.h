// The words of one article that tell its dialect, and those that depart from it.
#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "linter/checks/spelling/dialect.h"
#include "linter/checks/spelling/reporter.h"

namespace linter::checks::spelling {

class DialectPlaces {
 public:
  void clear() { places_.clear(); }
  // Token i, a word that only some dialects write so. A capital that is not due makes it a name,
  // which tells nothing: "Pearl Harbor", "the Labour Party".
  void add(const Scan& scan, Scan::Index i);

  // Forgets the places that `hold` is true for.
  template <class Holds>
  void leave_out(const Holds& holds) {
    std::erase_if(places_, [&](const Place& place) { return holds(place.token); });
  }

  // The dialect that is set, else what most of the words are written in; American without any.
  [[nodiscard]] English majority(std::optional<English> fixed) const;
  // The same where one is set or most words tell; else nothing.
  [[nodiscard]] std::optional<English> decided(std::optional<English> fixed) const;

  // Findings on the words that depart, and the article's vote on the corpus's dialect. An article
  // that does not tell leaves its words to the corpus.
  void report(Reporter& reporter, std::optional<English> fixed) const;

 private:
  struct Place {
    Scan::Index token;
    DialectFacts facts;
  };
  // The words that only American, and only British English writes so.
  [[nodiscard]] std::pair<std::uint32_t, std::uint32_t> counts() const;
  [[nodiscard]] static std::string other_spelling(const Scan& scan, const Place& place);
  void leave_open(Reporter& reporter) const;

  std::vector<Place> places_;  // ascending
};

}  // namespace linter::checks::spelling
