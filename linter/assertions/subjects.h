// What an article speaks of, and where: the subject of a claim that does not name one.
#pragma once

#include <algorithm>
#include <cstdint>
#include <span>
#include <vector>

#include "linter/assertions/assertion.h"
#include "linter/assertions/mentions.h"
#include "linter/context/context.h"
#include "linter/lexicon/reading.h"

namespace linter::assertions {

struct Subject {
  ConceptId meaning = knowledge::none;
  Origin origin = Origin::nowhere;
  Confidence confidence = 0;
  Span text;
};

// Filled in reading order for one article, then asked.
class Subjects {
 public:
  void begin(const lexicon::Reading& reading, const knowledge::Knowledge& knowledge);
  void add(const Mention& mention);
  // In reading order: this heading or head of a row names a thing that no pack knows.
  void add_stranger(std::uint32_t block) {
    const auto place = std::ranges::lower_bound(strangers_, block);
    if (place == strangers_.end() || *place != block) strangers_.insert(place, block);
  }
  void finish();

  // Sentence by sentence, when asking: this one speaks of a thing that no pack knows.
  void turn_from(std::uint32_t sentence);

  // Whether it would matter that this sentence turns from a thing: one stands before it in its
  // block.
  [[nodiscard]] bool can_turn_from(std::uint32_t sentence) const;

  // Whether a sentence that names no subject has one from above.
  [[nodiscard]] bool has_inherited(std::uint32_t sentence) const {
    return inherited(sentence).meaning != knowledge::none;
  }

  // The subject of `mention` in its clause: named in the clause, earlier in the sentence or
  // paragraph, by the heading or title, or the one thing the article is about.
  [[nodiscard]] Subject of(const Mention& mention, const context::Clause& clause,
                           std::span<const Mention> in_sentence) const;

  // The article's own thing where no pack knows it, as far as what its title names holds for a
  // sentence; none in an article on several things. `stand_in` is what it is called.
  [[nodiscard]] Subject own(ConceptId stand_in, std::uint32_t sentence) const;

  // Whether the article names nothing that claims are known to be about.
  [[nodiscard]] bool are_unknown() const { return places_.empty(); }

  // The first cell of the row, or block of the item, that a block stands in.
  [[nodiscard]] std::uint32_t row_head(std::uint32_t block) const;

  // Whether a sentence names this subject, one of its kinds, or one that it is a kind of; or
  // another.
  [[nodiscard]] bool names(std::uint32_t sentence, ConceptId one) const;
  [[nodiscard]] bool names_other(std::uint32_t sentence, ConceptId than) const;

  // Whether a block names something that a pack knows claims are about.
  [[nodiscard]] bool names_any(std::uint32_t block) const;

 private:
  struct Place {
    ConceptId meaning;
    std::uint32_t sentence;
    std::uint32_t block;
    Span text;
  };
  [[nodiscard]] bool names_main_thing() const;
  [[nodiscard]] bool is_apart(const Mention& mention, const Subject& after) const;
  [[nodiscard]] bool describes_another(const Mention& mention, const Subject& after,
                                       const context::Clause& clause,
                                       std::span<const Mention> in_sentence) const;
  [[nodiscard]] bool is_listed_beside(const Mention& mention, const Subject& before,
                                      const context::Clause& clause) const;
  [[nodiscard]] lexicon::PosMask parts_of(std::uint32_t token) const;
  [[nodiscard]] bool is_means_of(const Subject& named, const Subject& above, const Mention& mention,
                                 const context::Clause& clause,
                                 std::span<const Mention> in_sentence) const;
  [[nodiscard]] bool is_mentioned_beside(const Mention& mention) const;
  [[nodiscard]] bool is_missing(const Mention& mention) const;
  [[nodiscard]] bool is_preferred_to(std::uint32_t named, std::uint32_t first) const;
  [[nodiscard]] bool is_contrasted(const Mention& mention) const;
  [[nodiscard]] bool is_linked(std::uint32_t token) const;
  [[nodiscard]] bool is_companion(const Mention& mention) const;
  [[nodiscard]] bool is_aside(const Mention& mention) const;
  [[nodiscard]] bool is_turned_from(const Subject& here, std::uint32_t sentence) const;
  [[nodiscard]] bool stands_beside_name(std::uint32_t token, std::uint32_t block) const;
  [[nodiscard]] bool holds_two_sides(std::uint32_t block) const;
  [[nodiscard]] bool sets_against(std::uint32_t block) const;
  [[nodiscard]] ConceptId named_only_in(std::uint32_t block) const;
  [[nodiscard]] bool is_far_from_naming(ConceptId one, std::uint32_t block) const;
  [[nodiscard]] Subject listed_behind(const Mention& mention,
                                      std::span<const Mention> in_sentence) const;
  [[nodiscard]] std::uint32_t others_of(ConceptId one) const;
  [[nodiscard]] bool is_related(ConceptId a, ConceptId b) const;
  [[nodiscard]] std::size_t turns_between(std::uint32_t above, std::uint32_t block,
                                          ConceptId one) const;
  [[nodiscard]] bool heads_other(std::uint32_t block) const;
  [[nodiscard]] bool is_of_page(ConceptId one) const;
  [[nodiscard]] Subject not_turned(Subject above, std::uint32_t from, std::uint32_t block) const;
  [[nodiscard]] bool leads_up(std::uint32_t block) const;
  [[nodiscard]] Subject inherited(std::uint32_t sentence) const;
  [[nodiscard]] Subject from_above(std::uint32_t sentence) const;
  [[nodiscard]] Subject in_block(std::uint32_t block, std::uint32_t before_sentence) const;

  const lexicon::Reading* reading_ = nullptr;
  const knowledge::Knowledge* knowledge_ = nullptr;
  std::vector<Place> places_;             // in reading order
  std::vector<std::uint32_t> counts_;     // by concept
  std::vector<ConceptId> named_;          // those with a count, once finished
  std::vector<std::uint32_t> turns_;      // sentences, ascending
  std::vector<std::uint32_t> strangers_;  // blocks, ascending
  ConceptId only_ = knowledge::none;      // when the article names no other
  ConceptId main_ = knowledge::none;      // the one it names most often
  ConceptId title_ = knowledge::none;
  bool title_compares_ = false;  // two things: "X or Y?"
  bool several_ = false;         // it names more than one
  bool mixed_ = false;           // and the others more than half as often
};

}  // namespace linter::assertions
