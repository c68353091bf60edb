// The wordings that a sentence holds: concepts, frame cues, bands, numbers with units.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "linter/assertions/assertion.h"
#include "linter/base/echoes.h"
#include "linter/knowledge/knowledge.h"
#include "linter/lexicon/reading.h"

namespace linter::assertions {

// A concept in a sentence. Token indexes are those of Text::tokens, half-open.
struct Mention {
  ConceptId meaning = knowledge::none;
  bool denies = false;
  bool universal = false;
  std::uint32_t sentence = 0;
  std::uint32_t first_token = 0;
  std::uint32_t end_token = 0;
  Span text;             // view span
  bool another = false;  // not the one that the article is about ("conventional lasers")
  bool absent = false;   // it is not there ("without any filler")
};

struct Found {
  std::uint32_t id = 0;  // of a frame cue, band, ...
  std::uint32_t first_token = 0;
  std::uint32_t end_token = 0;
  Span text;
};

struct FoundQuantity {
  Quantity quantity;
  bool is_rate = false;  // a share of people or cases ("one in ten", "5 % of patients")
  std::uint32_t first_token = 0;
  std::uint32_t end_token = 0;
  Span text;
  bool turned = false;  // its denied bound ("not more than") has become the other one
};

// What one sentence holds; buffers are reused.
struct SentenceFinds {
  std::vector<Mention> mentions;  // in order; one inside another stands in its gap
  std::vector<Found> cues;
  std::vector<Found> bands;
  std::vector<Found> units;
  std::vector<Found> numbers;
  std::vector<Found> bounds;
  std::vector<Found> labels;  // of fields, by id of a frame cue
  std::vector<FoundQuantity> quantities;
  void clear();
};

// One per worker: keeps what the words of its lexicon mean to the phrases.
class MentionFinder {
 public:
  explicit MentionFinder(const knowledge::Knowledge& knowledge);

  // Forgets the acronyms of the last article.
  void begin(const lexicon::Reading& reading);
  // Finds everything in the sentence with this index. Acronyms that the article introduces
  // ("collagen induction therapy (CIT)") are learned in reading order.
  void find(std::uint32_t sentence, SentenceFinds& finds);

  // Whether the sentence has an acronym that the article has introduced so far: only then it may
  // hold more than when it was searched before.
  [[nodiscard]] bool has_acronym_in(std::uint32_t sentence) const;

  // What stances are read from; as with find(), of one article. A token is an item unless it is the
  // hyphen of a compound.
  void read_items(std::uint32_t sentence, std::vector<knowledge::StemId>& items);
  [[nodiscard]] bool is_item(std::uint32_t token) const;

  // Whether the token is the last word of the name of something that claims are about ("peel" of
  // "chemical peel"). Its sentence must have been searched.
  [[nodiscard]] bool heads_subject(std::uint32_t token) const;

 private:
  void build_items(const sentences::Sentence& sentence);
  void find_phrases();
  [[nodiscard]] knowledge::StemId stem_of(lexicon::WordId word) {
    const knowledge::StemId known = stems_[word];
    return known != knowledge::boundary ? known : make_stem_of(word);
  }
  knowledge::StemId make_stem_of(lexicon::WordId word);
  void sort_out(std::uint32_t sentence, SentenceFinds& finds);
  // The wording that stands last, of those that exclude one another.
  struct Taken {
    knowledge::PhraseMatch match;
    knowledge::TypeId type = knowledge::none;
  };
  void add_term(std::uint32_t sentence, const knowledge::PhraseMatch& match, Taken& taken,
                SentenceFinds& finds);
  [[nodiscard]] bool stands_in_gap(const knowledge::Term& term,
                                   const knowledge::PhraseMatch& match, const Taken& taken) const;
  bool widen_name(std::uint32_t first, std::uint32_t end, SentenceFinds& finds) const;
  void find_subject_inside(std::uint32_t sentence, const knowledge::PhraseMatch& whole,
                           SentenceFinds& finds);
  void mark_others(SentenceFinds& finds) const;
  [[nodiscard]] bool are_modifiers(std::uint32_t from_token, std::uint32_t to_token) const;
  [[nodiscard]] bool is_told_to_do(std::uint32_t sentence, std::uint32_t token) const;
  [[nodiscard]] bool is_derived_noun(const Found& cue) const;
  [[nodiscard]] bool is_denied_inside(const knowledge::Term& term, std::uint32_t first_token,
                                      std::uint32_t end_token) const;
  [[nodiscard]] bool is_adjective_of_adverb(const knowledge::Term& term, Span text) const;
  [[nodiscard]] bool is_gerund_of_name(const knowledge::Term& term, Span text) const;
  [[nodiscard]] bool is_another_form(const knowledge::Term& term, Span text) const;
  void learn_acronyms(const sentences::Sentence& sentence, SentenceFinds& finds);
  [[nodiscard]] Span view_span(std::uint32_t first_token, std::uint32_t end_token) const;

  const knowledge::Knowledge* knowledge_;
  const lexicon::Reading* reading_ = nullptr;
  knowledge::Stemmer stemmer_;
  knowledge::StemId percent_;  // of "%"
  std::vector<knowledge::StemId> stems_;     // by WordId of the article; unasked = boundary
  std::vector<std::uint32_t> items_;         // tokens
  std::vector<knowledge::StemId> sequence_;  // of the same
  bool has_digits_ = false;                  // one of them is a number
  std::vector<knowledge::PhraseMatch> matches_;
  base::Echoes<knowledge::PhraseMatch> echoes_;  // by sequence
  std::vector<knowledge::PhraseMatch> inner_;  // of one match
  Taken taken_;
  Taken taken_beside_;  // of the types that stand beside others
  struct Acronym {
    lexicon::WordId word;
    ConceptId meaning;
  };
  std::vector<Acronym> acronyms_;
  const lexicon::Lexicon* lexicon_ = nullptr;
  std::size_t lexicon_size_ = 0;
};

// Reads "24 to 48 hours", "up to five days", "half an hour", "2.5mm", "90 %" out of the numbers,
// units and bounds of `finds` (a sentence of `reading`) into finds.quantities, in the measure's
// base unit.
void find_quantities(const lexicon::Reading& reading, const knowledge::Knowledge& knowledge,
                     std::uint32_t sentence, SentenceFinds& finds);

}  // namespace linter::assertions
