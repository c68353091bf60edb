// Words that are right elsewhere and wrong beside these neighbours: "the side affects", "loose
// weight".
#pragma once

#include <algorithm>
#include <bit>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "linter/checks/spelling/confusables_table.h"
#include "linter/checks/spelling/scan.h"
#include "linter/checks/spelling/stand_ins_table.h"

namespace linter::checks::spelling {

// What a word is to the table: the row of patterns that it begins, its number among the words that
// patterns name, and the signs that cover it. Worked out once per distinct word.
struct ConfusableFacts {
  std::uint16_t row = 0;   // 0: the word is in no one's place
  std::uint16_t word = 0;  // 0: no pattern names it
  std::uint32_t signs = 0;
  std::uint16_t stand_in = 0;  // its row of the table of stand-ins; 0: it stands in for none
  StandInsTable::Kind kind = StandInsTable::other_word;
};

// What stands right beside a word: the bits of its place for gates, its number and its kind.
struct Place {
  std::uint32_t bits = empty_place;
  std::uint16_t word = 0;
  StandInsTable::Kind kind = StandInsTable::edge;
  std::uint8_t padding = 0;
  [[nodiscard]] std::uint64_t as_number() const { return std::bit_cast<std::uint64_t>(*this); }
};

// Which patterns of a row what stands beside a word leaves: words come back beside one another, and
// most pairs leave none. One worker's; forgets what another pair needs the slot of.
class LeftPatterns {
 public:
  struct Rows {
    std::uint16_t confusables = 0;
    std::uint16_t stand_ins = 0;
    bool operator==(const Rows&) const = default;
  };
  struct Left {
    std::uint64_t patterns = 0;  // a bit for each of the first 63 of a row, and one for all others
    bool stand_in = false;       // whether it may stand in for another word
  };
  // What `find` says when it is not known.
  template <class Find>
  [[nodiscard]] Left of(Rows rows, Place before, Place after, const Find& find) {
    Slot& slot = slots_[slot_of(rows, before, after)];
    if (slot.rows == rows && slot.before == before.as_number() && slot.after == after.as_number())
      return slot.left;
    slot = {find(), before.as_number(), after.as_number(), rows};
    const Left left = slot.left;
    if (++found_ == 2 * slots_.size() && slot_bits_ < most_slot_bits) grow();
    return left;
  }

 private:
  static constexpr unsigned first_slot_bits = 10;  // an article needs no more
  static constexpr unsigned most_slot_bits = 14;
  struct Slot {
    Left left;
    std::uint64_t before = 0;
    std::uint64_t after = 0;
    Rows rows;  // both 0: free
  };
  [[nodiscard]] std::size_t slot_of(Rows rows, Place before, Place after) const {
    const std::uint64_t mixed =
        (before.as_number() * 0x9E3779B97F4A7C15U) ^ (after.as_number() * 0xC2B2AE3D27D4EB4FU) ^
        (std::bit_cast<std::uint32_t>(rows) * 0xD6E8FEB86659FD93U);
    return static_cast<std::size_t>((mixed * 0x9E3779B97F4A7C15U) >> (64U - slot_bits_));
  }
  // Forgets all.
  void grow() {
    slots_.assign(std::size_t{1} << ++slot_bits_, {});
    found_ = 0;
  }

  unsigned slot_bits_ = first_slot_bits;
  std::vector<Slot> slots_{std::size_t{1} << first_slot_bits};
  std::size_t found_ = 0;  // since it grew
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
  // `facts_of(j)` gives the facts of word or number token j. Some 10 ns where `left` knows that no
  // pattern may fit, else some 10 ns a pattern; no allocation before one fits. Without `left` all
  // of each pattern is looked at, and the result is the same.
  template <class FactsOf>
  [[nodiscard]] std::optional<Meant> meant(const Scan& scan, Scan::Index i, std::uint16_t row,
                                           const FactsOf& facts_of, LeftPatterns* left) const {
    if (left == nullptr) return meant(scan, i, row, facts_of, ~std::uint64_t{0});
    const Place before = place_beside(scan, i, false, facts_of);
    const Place after = place_beside(scan, i, true, facts_of);
    const auto find = [&] { return LeftPatterns::Left{left_of(row, before, after)}; };
    return meant(scan, i, row, facts_of, left->of({.confusables = row}, before, after, find).patterns);
  }
  // Likewise by the patterns that are left.
  template <class FactsOf>
  [[nodiscard]] std::optional<Meant> meant(const Scan& scan, Scan::Index i, std::uint16_t row,
                                           const FactsOf& facts_of, std::uint64_t open) const {
    const std::span<const ConfusedPattern> patterns = table_.row(row);
    for (std::size_t at = 0; at < patterns.size(); ++at) {
      const std::uint64_t rest = open >> std::min(at, last_bit);
      if (rest == 0) break;
      if ((rest & 1U) == 0) continue;
      const ConfusedPattern& pattern = patterns[at];
      if (fits(table_.before(pattern), scan, i, false, facts_of) &&
          fits(table_.after(pattern), scan, i, true, facts_of) && may_speak(pattern, scan, i) &&
          has_all(table_.anywhere(pattern), scan, i, facts_of)) {
        return Meant{std::string(table_.meant(pattern)), pattern.words};
      }
    }
    return std::nullopt;
  }
  [[nodiscard]] std::size_t size() const { return table_.size(); }  // patterns

  // What LeftPatterns keeps of a row.
  [[nodiscard]] std::uint64_t left_of(std::uint16_t row, Place before, Place after) const;
  // What stands right beside a token, for gates.
  template <class FactsOf>
  [[nodiscard]] static Place place_beside(const Scan& scan, Scan::Index i, bool after,
                                          const FactsOf& facts_of) {
    const auto there = beside(scan, i, after);
    if (!there) return {};
    const ConfusableFacts facts = facts_of(*there);
    return {place_bits(facts.signs, facts.word), facts.word, facts.kind};
  }

 private:
  static constexpr std::size_t last_bit = 63;  // of LeftPatterns

  // Whether a place may be the first that a pattern wants on one side: beyond it, and where nothing
  // stands, others decide.
  [[nodiscard]] bool may_be_first(std::span<const Neighbour> wanted, Place place) const;

  // The word or number beside token i with a space between.
  [[nodiscard]] static std::optional<Scan::Index> beside(const Scan& scan, Scan::Index i,
                                                         bool after) {
    if (after ? i + 1 >= scan.size() : i == 0) return std::nullopt;
    const Scan::Index other = after ? i + 1 : i - 1;
    if (!scan.are_spaced(std::min(i, other)) || (!scan.is_word(other) && !scan.is_number(other)))
      return std::nullopt;
    const std::string_view mark = after ? scan.mark_after(other) : scan.mark_before(other);
    const bool half_of_compound = mark.size() == 1 && mark.front() == '-';
    return half_of_compound ? std::nullopt : std::optional(other);
  }
  // The signs of a place where no word stands but a mark or nothing of the block: what ends a
  // phrase. 0 where it does not.
  [[nodiscard]] static std::uint32_t signs_at_edge(const Scan& scan, Scan::Index i, bool after);
  [[nodiscard]] bool names(const Neighbour& wanted, ConfusableFacts there) const {
    const auto is_among = [&](std::span<const std::uint16_t> words) {
      return there.word != 0 && std::ranges::binary_search(words, there.word);
    };
    return ((there.signs & wanted.signs) != 0 || is_among(table_.words(wanted))) &&
           !is_among(table_.excepted(wanted));
  }
  [[nodiscard]] bool may_speak(const ConfusedPattern& pattern, const Scan& scan,
                               Scan::Index i) const;

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
