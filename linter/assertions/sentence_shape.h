// How the wordings of a sentence hang together: what stands between a denial and what it denies,
// what narrows a thing, whether anything is said of it at all.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "linter/assertions/mentions.h"
#include "linter/context/context.h"
#include "linter/knowledge/knowledge.h"
#include "linter/lexicon/reading.h"
#include "linter/lexicon/word_classes.h"

namespace linter::assertions {

// One per worker; buffers are reused. Answers are about the sentence of the last read().
class SentenceShape {
 public:
  // O(tokens of the sentence). `finds` must stay as it is while questions are asked.
  void read(const lexicon::Reading& reading, const knowledge::Knowledge& knowledge,
            const SentenceFinds& finds, const MentionFinder& finder, std::uint32_t sentence);

  [[nodiscard]] bool is_in_mention(std::uint32_t token) const {
    return in_mention_[token - begin_];
  }

  // Whether the token is a comma, "and", "or" or the like.
  [[nodiscard]] bool is_joining(std::uint32_t token) const { return at(token) == Kind::joining; }

  // Words between two tokens that are not part of a list: neither mentions nor commas, "and", "or".
  // Stops counting at `most`.
  [[nodiscard]] std::uint32_t distance(std::uint32_t from_token, std::uint32_t to_token,
                                       std::uint32_t most) const;

  // Whether the tokens between belong to one noun phrase: "(mild) and short-lived (redness)".
  [[nodiscard]] bool is_one_phrase(std::uint32_t from_token, std::uint32_t to_token) const;

  // Whether a phrase begins between two tokens.
  [[nodiscard]] bool has_preposition(std::uint32_t from_token, std::uint32_t to_token) const;

  // How a denial reaches a mention.
  struct Reach {
    bool attached = false;        // it is this mention that is denied
    std::uint64_t narrowing = 0;  // digest of the words that make it a special one; 0 = none
  };
  // `denial` is the view span of the denying words; `governed`: a frame cue puts the mention into
  // its frame.
  [[nodiscard]] Reach reach(Span denial, const Mention& mention, bool governed) const;

  // Whether a cue that ends before the token `end_of_cue` has the mention for its object, lists
  // included.
  [[nodiscard]] bool leads_to(std::uint32_t end_of_cue, const Mention& mention) const;

  // Whether a noun is the object of a verb right before its phrase ("there is an absence").
  [[nodiscard]] bool is_object(std::uint32_t noun) const;

  // Whether the cue is a participle that describes the mention ("faded scars").
  [[nodiscard]] bool is_attribute(const Found& cue, const Mention& mention) const;

  // Whether the cue stands as an adjective behind an article ("the last six months").
  [[nodiscard]] bool is_adjective(const Found& cue) const;

  // Whether the mention only tells which kind of something else is meant ("pain medication").
  [[nodiscard]] bool is_modifier(const Mention& mention) const;

  // Whether the word before it says it in particular: "infection risk" is the infection.
  [[nodiscard]] bool is_named_by_neighbour(const Mention& mention) const;

  // Whether its first word can be an adjective or a verb: what is said of somebody, not named.
  [[nodiscard]] bool can_be_predicate(const Mention& mention) const;

  // Whether a group of people stands where it is said of whom something holds: behind a preposition
  // or before the verb.
  [[nodiscard]] bool is_named_as_whose(const Mention& mention) const;

  // Digest of the words that make the subject of a clause a special one ("amateur tattoos"); 0 =
  // none.
  [[nodiscard]] std::uint64_t case_of(const context::Clause& clause) const;

  // Whether the mention is a wording with a verb of its own.
  [[nodiscard]] bool holds_verb(const Mention& mention) const;

  // Whether it can be the verb of its clause ("The pulses hurt").
  [[nodiscard]] bool is_verb(const Mention& mention, Span clause) const;

  // Who or what the grammatical subject of a clause is.
  enum class Agent : std::uint8_t {
    none,     // no subject, a pronoun, people, or a part of what the article is about
    subject,  // something that claims are about
    thing,    // a concept of the same type as the mention
    matter,   // a concept of another type
    other,    // something that no pack knows
    action    // "Picking at it causes ..."
  };
  [[nodiscard]] Agent agent_of(const context::Clause& clause, const Mention& of) const;

  // Whether the grammatical subject of a clause is a kind of what the article is about, named by an
  // adjective without an article: "Cheap machines", not "our new machine".
  [[nodiscard]] bool is_kind_of_subject(const context::Clause& clause) const;

  // Whether what a clause is about is a noun with a word before it that points back ("the ampoule",
  // "our ink", "each sachet"), and whether it is the reader's own ("your complexion").
  [[nodiscard]] bool points_back(const context::Clause& clause) const;
  [[nodiscard]] bool is_yours(const context::Clause& clause) const;

  // Whether only a comma stands between a word that no verb says of anything and a clause.
  [[nodiscard]] bool stands_right_before(const Found& word, Span clause) const;
  // Whether a clause is what a word is said of: "a small chance that ...".
  [[nodiscard]] bool heads_clause(const Found& word, Span clause) const;

  // Whether the grammatical subject of a clause is what somebody does ("Shaving is ...").
  [[nodiscard]] bool is_action(const context::Clause& clause, const Mention& of) const;

  // Whether the words behind the mention say which ones are meant ("anyone looking for").
  [[nodiscard]] bool is_described(const Mention& mention) const;
  // Whether a mention is of whoever wants something: "anyone looking for a quick lift".
  [[nodiscard]] bool is_wishing(const Mention& mention) const;

  // Whether the cue describes the noun before it in place of saying something of it ("scabs
  // persisting for weeks").
  // "Redness after a peel is common": the mention opens the clause, and what stands between it and
  // the verb is a phrase behind it.
  [[nodiscard]] bool heads_phrase(const Mention& mention, const context::Clause& clause) const;
  // Whether the token is a noun in the plural.
  [[nodiscard]] bool is_plural(std::uint32_t token) const {
    return lexicon::has(parts_of(token), lexicon::PartOfSpeech::plural);
  }
  [[nodiscard]] bool describes(const Found& cue) const;

  // Whether a token is what another predicate than the mention's holds: "(It is less painful) and
  // hides it within (a month)".
  [[nodiscard]] bool is_in_next_predicate(const Mention& mention, std::uint32_t token) const;

  // Whether the token is the mark between two ends of a range.
  [[nodiscard]] bool is_range_mark(std::uint32_t token) const;

  // Digest of what it is said to be for, in words that no pack knows ("for the trial"); 0 = none.
  [[nodiscard]] std::uint64_t purpose_of(const Mention& mention, Span clause) const;

  // Digest of all words of the sentence that no pack knows; 0 = none.
  [[nodiscard]] std::uint64_t unknown_words() const;

  // Whether a denial is that of a special kind of subject ("No over-the-counter product has ...").
  [[nodiscard]] bool denies_kind(Span denial, const context::Clause& clause) const;

  // Whether the wording describes its noun by a clause ("hair that is shaved grows back").
  [[nodiscard]] bool holds_relative(const Mention& mention) const;

  // Whether "of ..." behind the mention says which kinds of it are meant.
  [[nodiscard]] bool is_of_kinds(const Mention& mention) const;
  // Whether a sentence begins with what is set against the thing that the title names ("In a surgical
  // facelift").
  [[nodiscard]] bool tells_of_contrast(std::span<const lexicon::WordId> title) const;
  // Whether words behind the mention say in which respect it holds for all ("regardless of age").
  [[nodiscard]] bool names_respect(const Mention& mention) const;
  // "Laser is not permanent" in an article on electrolysis: a bare word that ends names of subjects,
  // and not that of `own`.
  [[nodiscard]] bool is_another_by_name(const context::Clause& clause, Span own) const;

  // Whether "for ..." behind the mention says what for.
  [[nodiscard]] bool has_purpose(const Mention& mention) const;

  // Whether the sentence opens with a denial that is a thing ("Lack of energy").
  [[nodiscard]] bool opens_with_lack(Span denial) const;

  // Whether words are written as a name where nothing but a name has a capital.
  [[nodiscard]] bool is_name(Span words) const;

  // Digest of a noun in a phrase behind the mention that limits what is said of it to some cases
  // ("swelling on large areas"); 0 = none.
  [[nodiscard]] std::uint64_t limit_behind(const Mention& mention, Span clause) const;

  // Digest of a clause that says in which case a figure holds ("when you start slowly"); 0 = none.
  [[nodiscard]] std::uint64_t subordinate_limit() const;
  // Digest of a clause behind the mention that says when advice holds ("while it is hot"); 0 =
  // none.
  [[nodiscard]] std::uint64_t advice_limit(const Mention& mention) const;
  [[nodiscard]] std::uint64_t fronted_case(std::uint32_t first) const;

  // Digest of the word before the mention that makes it a special one ("peak results"); 0 = none.
  [[nodiscard]] std::uint64_t described_before(const Mention& mention) const;

  // Whether a dash or a semicolon stands between two tokens.
  [[nodiscard]] bool is_broken(std::uint32_t from_token, std::uint32_t to_token) const;

  // Whether the mention is said of a thing that the article holds its own against ("conventional
  // lasers that burn", "While most peels burn, our ...").
  [[nodiscard]] bool is_of_another(const Mention& mention) const;

  // The clause with a cue for its verb, where that stands as one behind a noun ("Sunscreen causes
  // ..."); else as it is.
  [[nodiscard]] context::Clause with_verb(const context::Clause& clause, Span cue) const;

  // Whether the grammatical subject of the clause is a name, and none of the known words.
  [[nodiscard]] bool names_another(const context::Clause& clause,
                                   std::span<const lexicon::WordId> known) const;

  // Whether what is said with the mention is said of a thing that no pack knows: the grammatical
  // subject of the clause, a label before a colon, or what stands behind the mention. `known`:
  // words of the article's own name; `own`: where its subject is named (a view span).
  [[nodiscard]] bool names_stranger(const context::Clause& clause, const Mention& of, Span own,
                                    std::span<const lexicon::WordId> known) const;
  // Whether the sentence, or its label before a colon, is the name of such a thing.
  [[nodiscard]] bool opens_with_stranger(Span own, std::span<const lexicon::WordId> known) const;

  // Whether the cue is what something is kept from ("from occurring").
  [[nodiscard]] bool stands_behind_from(const Found& cue) const;

  // Whether the name of a subject only describes what stands right behind it ("filler lumps").
  [[nodiscard]] bool is_named_behind(Span subject) const;

  // Whether the verb of a cue is that of a noun before it that no pack knows.
  [[nodiscard]] bool is_of_antecedent(Span cue, const Mention& mention) const;

  // Whether a band stands in parentheses that are not about the mention ("swelling and (rarely)
  // scars").
  [[nodiscard]] bool is_parenthesised_apart(const Found& band, const Mention& mention) const;

  // Whether a phrase of its own begins between a band and the mention ("generally safe, with no
  // downtime").
  [[nodiscard]] bool is_before_addition(const Found& band, const Mention& mention) const;

  // Whether a mention is of some of them ("Some peels").
  [[nodiscard]] bool is_some_of(const Mention& mention) const {
    return mention.first_token > begin_ &&
           lexicon::is_of(lexicon::WordClass::some_of, folded(mention.first_token - 1));
  }
  // Whether words are "can" or "could" alone.
  [[nodiscard]] bool is_able(Span words) const;
  // The time that a sentence opens with ("Weeks 2-4: ..."); empty = none.
  [[nodiscard]] Span opening_time() const;
  // The stage of a course that the sentence opens with ("Then once a month"), as a digest; 0 = none.
  [[nodiscard]] std::uint64_t opening_stage() const;
  // Digest of a phrase that opens the sentence, before its subject, and says where or when what is
  // said of the mention holds ("Indoors", "Between 10 pm and 6 am", and where `named` "In
  // Austria"); 0 = none.
  // "The remaining hairs are not destroyed": the others may be.
  [[nodiscard]] bool is_of_the_rest() const;
  [[nodiscard]] std::uint64_t opening_limit(const Mention& mention, bool named) const;

  // Whether another verb stands between a band and the mention ("free for the first year and
  // carries no fee").
  [[nodiscard]] bool is_of_earlier_predicate(const Found& band, const Mention& mention) const;

  // Digest of what behind the mention tells which of it is meant ("burns associated with hot wax",
  // "older patients who have lost much skin"); 0 = nothing, or what the article is about.
  [[nodiscard]] std::uint64_t related_to(const Mention& mention) const;

  // Digest of a phrase in or before the clause that limits what is denied there to some cases
  // ("with goggles", "at 0.5 mm", "a trained nurse"); 0 = none. `denial` is the view span of the
  // denying words.
  [[nodiscard]] std::uint64_t phrase_limit(const Mention& mention, Span clause, Span denial) const;
  [[nodiscard]] bool begins_predicate(std::uint32_t token) const;
  [[nodiscard]] bool tells_more(std::uint32_t preposition, std::uint32_t end) const;

  // "Platelets are injected under the skin": what the treatment does with them, and nothing that
  // they do.
  [[nodiscard]] bool is_done_to(const Mention& mention, const context::Clause& clause) const;

 private:
  enum class Kind : std::uint8_t { mark, known, joining, small, preposition, verb, content };
  [[nodiscard]] Kind kind_of(std::uint32_t token) const;
  [[nodiscard]] lexicon::PosMask parts_of(std::uint32_t token) const;
  [[nodiscard]] Kind at(std::uint32_t token) const { return kinds_[token - begin_]; }
  void mark_known(std::uint32_t first_token, std::uint32_t end_token, bool in_mention);
  [[nodiscard]] Reach reach_forward(std::uint32_t from_token, const Mention& mention) const;
  [[nodiscard]] bool is_verbal(std::uint32_t denial) const;
  [[nodiscard]] bool names_same_type(std::uint32_t token, const Mention& mention) const;
  [[nodiscard]] std::uint32_t end_of_phrase(std::uint32_t first) const;
  [[nodiscard]] std::uint64_t people_described(Span denial) const;
  [[nodiscard]] std::uint64_t kind_described(Span denial) const;
  [[nodiscard]] std::uint64_t limit_in(std::uint32_t first, std::uint32_t end) const;
  [[nodiscard]] std::uint64_t described_behind(const Mention& mention) const;
  [[nodiscard]] bool is_of_any(const Mention& mention) const;
  [[nodiscard]] bool ends_opening(std::uint32_t token) const;
  [[nodiscard]] bool is_named_place(std::uint32_t preposition) const;
  [[nodiscard]] bool spans_years(std::uint32_t first, std::uint32_t end) const;
  [[nodiscard]] bool narrows(std::uint32_t token, const Mention& mention) const;
  // In small letters; as it stands where it is no word.
  [[nodiscard]] std::string_view folded(std::uint32_t token) const {
    const sentences::Token& one = reading_->text.tokens[token];
    if (one.kind != sentences::TokenKind::word) return text_of(token);
    return reading_->lexicon[reading_->lexicon[one.word].folded].text;
  }
  [[nodiscard]] std::string_view text_of(std::uint32_t token) const {
    return reading_->view(reading_->text.tokens[token].text);
  }
  [[nodiscard]] std::uint32_t begin_of_phrase(std::uint32_t head) const;
  [[nodiscard]] bool is_word_of(Span own, std::uint32_t token) const;
  [[nodiscard]] bool is_unknown_noun(std::uint32_t token,
                                     std::span<const lexicon::WordId> known) const;
  [[nodiscard]] bool is_unknown_compound(std::uint32_t first, std::uint32_t head, Span own,
                                         std::span<const lexicon::WordId> known) const;
  [[nodiscard]] bool is_bare_stranger(std::uint32_t first, std::uint32_t head,
                                      std::span<const lexicon::WordId> known) const;
  [[nodiscard]] bool names_stranger_behind(const Mention& of, Span own,
                                           std::span<const lexicon::WordId> known) const;
  [[nodiscard]] bool names_part(std::uint32_t from_token, std::uint32_t to_token) const;
  [[nodiscard]] bool is_product_of(const Mention& mention) const;
  [[nodiscard]] bool is_promise(Span verb) const;
  [[nodiscard]] bool is_ours(std::uint32_t token, const Mention& of) const;
  [[nodiscard]] bool goes_on(std::uint32_t token, std::uint32_t end) const;
  [[nodiscard]] bool turns_back(std::uint32_t from_token, std::uint32_t to_token) const;
  [[nodiscard]] bool is_contrasted(const Mention& mention) const;
  [[nodiscard]] bool names_it(std::uint32_t last_of_denial, const Mention& mention) const;

  const lexicon::Reading* reading_ = nullptr;
  const knowledge::Knowledge* knowledge_ = nullptr;
  const SentenceFinds* finds_ = nullptr;
  const MentionFinder* heads_ = nullptr;
  std::uint32_t begin_ = 0;  // first token of the sentence
  std::uint32_t end_ = 0;
  std::vector<Kind> kinds_;       // by token
  std::vector<bool> in_mention_;  // by token
};

}  // namespace linter::assertions
