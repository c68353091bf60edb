// The words that a word keeps company with in its sentence: those beside it, over "the" or "of", and
// in its list.
#pragma once

#include <array>
#include <cstdint>
#include <span>

#include "linter/checks/spelling/collocations_table.h"
#include "linter/checks/spelling/scan.h"

namespace linter::checks::spelling {

struct Companion {
  enum class Place : std::uint8_t {
    before,     // "hair shaft", "smooth the skin", "30 minutes"
    after,      // the same, from the other side
    before_of,  // "layers of the skin": stands as if it came after
    after_of,
    listed,  // "redness and swelling", "redness, swelling"
  };
  Scan::Index token = 0;
  Place place = Place::before;
  bool over_determiner = false;  // "smooth the skin"
};

class Companions {
 public:
  // Of word token i. No allocation; some 20 ns.
  Companions(const Scan& scan, Scan::Index i);

  [[nodiscard]] auto begin() const { return all_.begin(); }
  [[nodiscard]] auto end() const { return all_.begin() + static_cast<std::ptrdiff_t>(size_); }

 private:
  void look_before(const Scan& scan, Scan::Index i);
  void look_after(const Scan& scan, Scan::Index i);
  void add(Scan::Index token, Companion::Place place, bool over_determiner = false) {
    all_[size_++] = {token, place, over_determiner};
  }

  std::array<Companion, 8> all_{};
  std::size_t size_ = 0;
};

// Whether a companion may stand so beside the words whose company this is.
[[nodiscard]] bool may_ask(const CollocationsTable::Company& company, Companion::Place place,
                           CollocationsTable::Word companion);
// Whether `word` and its companion stand together so in the table: asked for, or allowed at least.
[[nodiscard]] bool asks(const CollocationsTable& table, Companion::Place place,
                        CollocationsTable::Word word, CollocationsTable::Word companion);
[[nodiscard]] bool admits(const CollocationsTable& table, Companion::Place place,
                          CollocationsTable::Word word, CollocationsTable::Word companion);

}  // namespace linter::checks::spelling
