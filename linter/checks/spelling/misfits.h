// Valid words that hardly fit between their neighbors, where one that looks or sounds like them
// does: "the skim around the eyes", "cleansed form the face".
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "linter/base/echoes.h"
#include "linter/checks/spelling/misfits_table.h"
#include "linter/checks/spelling/word_memos.h"

namespace linter::checks::spelling {

// The table that galley was built with; made on the first call.
[[nodiscard]] const MisfitsTable& misfits_of_english();

// One worker's.
class Misfits {
 public:
  struct Misfit {
    Scan::Index token = 0;
    std::string_view meant;  // folded
    bool sure = false;       // enough for a warning
  };

  // Before each article.
  void begin() {
    found_.clear();
    begin_ = end_ = 0;
    field_ = Field::open;
  }
  // Looks at word token i, whose memo says that it may misfit; tokens come in order. Some 20 ns,
  // less in blocks that come back; three times that where its neighbors ask for another word, and
  // where all around it does, a look at the 1,400 tokens around it, too.
  void look(const Scan& scan, Scan::Index i, WordMemos& memos);
  // How much better another word, folded, fits in the place of word token i, in sixteenths of
  // log-odds; nothing where one of them has no figures.
  [[nodiscard]] std::optional<int> better(const Scan& scan, Scan::Index i, std::string_view meant,
                                          WordMemos& memos);
  // Ascending by token.
  [[nodiscard]] const std::vector<Misfit>& found() const { return found_; }

 private:
  enum class Field : std::uint8_t { open, yes, no };

  // Whether the article is of the field that the table knows best; a look at 1,000 tokens, when that
  // is first asked.
  [[nodiscard]] bool in_field(const Scan& scan, WordMemos& memos);
  void read_block(const Scan& scan, Scan::Index i, WordMemos& memos);
  [[nodiscard]] const MisfitsTable::Facts& facts_of(Scan::Index i) const {
    return facts_[second_place + (i - begin_)];
  }
  // Which words of the block may misfit by what stands one and two tokens before and after them.
  void doubt();
  // What stands there.
  [[nodiscard]] MisfitsTable::Around near(Scan::Index i) const;
  // Adds what stands farther away.
  void add_far(MisfitsTable::Around& sum, Scan::Index i) const;

  static constexpr Scan::Index second_place = 2;

  std::vector<Misfit> found_;
  Field field_ = Field::open;
  // Of the block of the last word that was looked at: its tokens, and what each is to the table,
  // with `nothing` in two places before and behind them.
  Scan::Index begin_ = 0;
  Scan::Index end_ = 0;
  std::vector<MisfitsTable::Facts> facts_;
  std::vector<Scan::Index> doubtful_;     // ascending, from `begin_` on
  base::Echoes<Scan::Index> echoes_;      // the same, by facts
};

}  // namespace linter::checks::spelling
