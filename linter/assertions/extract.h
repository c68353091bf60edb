// From sentences to assertions.
//
// A sentence that mentions no concept of any loaded pack costs one look at its words. Otherwise
// each mention that can fill a frame is put into the frame of the cue that governs it (the nearest
// in its clause, lists distributed; else its lead-in's or heading's; else the default of its type),
// and gets its attributes from the context layer, bands and quantities.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "linter/assertions/assertion.h"
#include "linter/assertions/mentions.h"
#include "linter/assertions/sentence_shape.h"
#include "linter/assertions/subjects.h"
#include "linter/base/echoes.h"
#include "linter/context/context.h"
#include "linter/knowledge/knowledge.h"
#include "linter/lexicon/reading.h"

namespace linter::assertions {

// One per worker; `knowledge` is const, shared, and must outlive it.
class Extractor {
 public:
  // Without `hurried` no sentence is left out for what it lacks, and the assertions are the same.
  explicit Extractor(const knowledge::Knowledge& knowledge, bool hurried = true);

  // Appends the assertions of an article in reading order. `context` has begun on the same reading.
  // Linear in the article as long as the mentions of one clause are few; a clause looks at its
  // first 64 mentions only.
  void extract(const lexicon::Reading& reading, context::Context& context,
               std::vector<Assertion>& assertions);

 private:
  // The cue that puts a mention into its frame.
  struct Governor {
    FrameId frame = knowledge::none;
    Span cue;  // empty when inherited or by default
    Confidence confidence = sure;
    bool inherited = false;  // from a heading, a lead-in or a label
    Span above{};            // and the words that hand it down
    bool denies = false;
    bool states = false;
    bool object_before = false;
    std::optional<Interval> likelihood;
  };
  // A heading or lead-in hands its last fitting cue to the items below it (all answer), and what it
  // names to all below.
  struct BlockCue {
    std::uint32_t block;
    std::uint32_t cue;
    Span text;
  };
  struct BlockLabel {
    std::uint32_t block;
    ConceptId meaning;
  };

  // What a heading, the head of a row or column, or a question labels: by the label of a frame, or
  // by something that a frame measures.
  struct FieldLabel {
    static constexpr std::uint32_t no_cue = UINT32_MAX;
    std::uint32_t sentence;
    std::uint32_t cue;  // of a frame
    ConceptId meaning;  // where there is none
  };
  // A heading of a few words that names no known thing: "Small homes", "Alpha Snow 5".
  struct HeadingName {
    std::uint32_t block;
    std::uint8_t level;
    lexicon::WordId first;
    lexicon::WordId last;
    bool numbered;  // it ends with a number
  };
  struct Above {
    std::span<const FieldLabel> near;
    std::span<const FieldLabel> far;
  };
  // What a figure in a field says.
  struct Field {
    FrameId frame = knowledge::none;
    ConceptId meaning = knowledge::none;  // none: the subject itself
    Confidence confidence = sure;
    std::uint64_t of_case = 0;  // digest of what it is of in a table; 0 = all
  };
  // How much there is of what a label names: none where there is no degree.
  struct Amount {
    Span words;
    std::optional<Interval> degree{};
    std::optional<Interval> likelihood{};
  };
  struct Tokens {  // half-open
    std::uint32_t first = 0;
    std::uint32_t end = 0;
  };

  void survey();
  [[nodiscard]] lexicon::PosMask parts_of(std::uint32_t token) const;
  [[nodiscard]] bool is_all_of(Tokens label, std::uint32_t first_token,
                               std::uint32_t end_token) const;
  void read_label(Tokens tokens, bool asked, std::vector<FieldLabel>& labels) const;
  void note_label(std::uint32_t sentence);
  [[nodiscard]] std::span<const FieldLabel> labels_of(std::uint32_t sentence) const;
  [[nodiscard]] Above labels_above(std::uint32_t sentence) const;
  [[nodiscard]] bool has_label_above(std::uint32_t sentence) const;
  [[nodiscard]] std::optional<Field> field_of(const FieldLabel& label,
                                              const Quantity& quantity) const;
  [[nodiscard]] bool is_value(std::uint32_t first, const FoundQuantity& quantity) const;
  [[nodiscard]] Tokens label_before(std::uint32_t sentence, const FoundQuantity& quantity) const;
  [[nodiscard]] std::optional<Field> field_with(std::uint32_t sentence,
                                                const FoundQuantity& quantity);
  [[nodiscard]] std::uint64_t case_of_cell(std::uint32_t sentence) const;
  [[nodiscard]] Assertion labelled(std::uint32_t sentence, Span words, const Subject& subject,
                                   std::uint64_t of_case);
  [[nodiscard]] std::optional<Amount> amount_in(std::uint32_t sentence) const;
  [[nodiscard]] bool asks_whether(std::uint32_t sentence) const;
  [[nodiscard]] bool follows_question(std::uint32_t sentence) const;
  [[nodiscard]] const Interval* nearly_in_answer(std::uint32_t token) const;
  [[nodiscard]] Amount answer_to(std::uint32_t sentence);
  void complete_by_answer(const Mention& mention, Assertion& assertion) const;
  void add_amount(std::uint32_t sentence, std::vector<Assertion>& assertions);
  bool add_labelled(const Mention& unnamed, const context::Clause& clause,
                    const FoundQuantity& quantity, std::vector<Assertion>& assertions);
  void read_title();
  void note_stranger(std::uint32_t sentence);
  [[nodiscard]] std::optional<HeadingName> name_in_heading(std::uint32_t sentence) const;
  void note_sibling(std::uint32_t sentence);
  [[nodiscard]] bool heads_column_of_others(std::uint32_t sentence) const;
  [[nodiscard]] bool is_heading_taken_up(std::uint32_t sentence) const;
  void mark_absent();
  void hold(std::uint32_t sentence);
  void find_in(std::size_t busy);
  [[nodiscard]] bool may_assert(std::uint32_t sentence) const;
  [[nodiscard]] bool may_assert(const Mention& mention) const;
  void extract_sentence(std::uint32_t sentence, std::vector<Assertion>& assertions);
  [[nodiscard]] bool is_in_denied_phrase(Span cue, std::uint32_t sentence) const;
  // What a pronoun at the head of a clause stands for: nothing before, some thing of its own
  // paragraph, or one that no pack knows.
  enum class Back : std::uint8_t { none, open, another };
  [[nodiscard]] bool agrees(const Mention& mention, std::uint32_t verb) const;
  [[nodiscard]] bool is_described_behind(std::uint32_t pronoun) const;
  [[nodiscard]] Back refers_back(const context::Clause& clause, std::uint32_t sentence,
                                 Span named) const;
  [[nodiscard]] bool opens_with_action(std::uint32_t sentence) const;
  [[nodiscard]] bool names_unknown(std::uint32_t sentence, bool many) const;
  [[nodiscard]] bool is_set_right(const Mention& mention) const;
  [[nodiscard]] bool is_stand_in(ConceptId meaning) const {
    return stand_in_ != knowledge::none && meaning != knowledge::none &&
           knowledge_->is_a(meaning, stand_in_);
  }
  [[nodiscard]] bool speaks_of_misfit(const Mention& mention, const context::Clause& clause,
                                      ConceptId subject) const;
  [[nodiscard]] bool is_spoken_of(const Mention& part, const context::Clause& clause) const;
  [[nodiscard]] bool fits(const Mention& part, ConceptId subject) const;
  [[nodiscard]] bool points_to_others(const context::Clause& clause, std::uint32_t sentence,
                                      ConceptId subject) const;
  [[nodiscard]] bool is_of_itself(const Mention& mention, Span clause) const;
  void extract_mention(const Mention& mention, std::vector<Assertion>& assertions);
  [[nodiscard]] Subject subject_of(const Mention& mention, const context::Clause& clause) const;
  [[nodiscard]] Subject own_subject(const Mention& mention, const context::Clause& clause) const;
  [[nodiscard]] bool is_statable(const Mention& mention) const;
  [[nodiscard]] bool offers_several(std::uint32_t title) const;
  [[nodiscard]] bool is_about_illness() const;
  [[nodiscard]] bool is_about_what_is_said();
  [[nodiscard]] context::Clause clause_of(const Mention& mention);
  [[nodiscard]] context::Clause across_aside(const Mention& mention,
                                             std::span<const context::Clause> clauses) const;
  [[nodiscard]] bool denies_that_of(const Subject& subject, const Mention& mention,
                                    const context::Clause& clause, const Assertion& made) const;
  [[nodiscard]] std::optional<Governor> governor_behind_condition(
      const Mention& mention, const context::Clause& clause) const;
  [[nodiscard]] bool befalls_them(const Mention& people, const Found& cue) const;
  [[nodiscard]] bool is_cut_off(const Found& cue, const Mention& mention) const;
  [[nodiscard]] std::optional<Governor> governor_of(const Mention& mention, Span clause) const;
  [[nodiscard]] bool says_how_little(const Mention& mention, Span clause);
  [[nodiscard]] bool is_word_of_another(const Found& cue) const;
  [[nodiscard]] bool is_epithet(const Found& cue) const;
  [[nodiscard]] bool opens_behind_comma(Span cue, std::uint32_t sentence) const;
  [[nodiscard]] Span with_list(const Mention& mention, const context::Clause& clause,
                               const Governor& governor) const;
  [[nodiscard]] std::uint32_t question_above(std::uint32_t sentence) const;
  [[nodiscard]] const BlockCue* label_asked(std::uint32_t sentence, knowledge::TypeId type) const;
  [[nodiscard]] const BlockCue* handed_down(std::uint32_t above, knowledge::TypeId type) const;
  [[nodiscard]] const Found* labelling(const Mention& mention, knowledge::TypeId type) const;
  [[nodiscard]] bool denies(std::uint32_t block) const;
  [[nodiscard]] bool ends_in_full_stop(std::uint32_t block) const;
  [[nodiscard]] std::optional<Governor> inherited_governor(const Mention& mention) const;
  [[nodiscard]] Confidence said_of(const Mention& mention, const context::Clause& clause,
                                   const Governor& governor) const;
  [[nodiscard]] bool is_predicated(const Mention& mention, const context::Clause& clause) const;
  [[nodiscard]] bool is_labelled(const Mention& mention) const;
  [[nodiscard]] Span value_behind(const Mention& mention) const;
  [[nodiscard]] bool is_behind_label(const Mention& mention) const;
  [[nodiscard]] bool is_headed(const Mention& mention) const;
  void weigh(const Mention& mention, const context::Clause& clause, const Governor& governor,
             Assertion& assertion) const;
  [[nodiscard]] bool is_of_some(const Mention& mention, const context::Clause& clause) const;
  [[nodiscard]] bool is_limited(const Mention& mention, const context::Clause& clause,
                                const Claim& claim) const;
  [[nodiscard]] bool is_defined(const Mention& mention, const context::Clause& clause) const;
  [[nodiscard]] bool is_agent(const Mention& mention, const context::Clause& clause,
                              const Assertion& assertion) const;
  [[nodiscard]] bool is_likened(const Mention& mention) const;
  [[nodiscard]] Confidence of_epithet(const Mention& mention, const context::Clause& clause) const;
  void hold_back(const Mention& mention, const context::Clause& clause, Assertion& assertion) const;
  [[nodiscard]] bool is_negated(Span words, Span not_by);
  [[nodiscard]] bool is_barred(Span cue, Span words) const;
  [[nodiscard]] bool is_hedged(Span words, Span not_by);
  [[nodiscard]] bool is_hedged_before(Span denial, Span words);
  [[nodiscard]] bool cannot_be(Span denial, Span words);
  [[nodiscard]] bool is_able_without(Span denial, Span words);
  [[nodiscard]] bool denies_only_all(const Mention& mention, Span denial);
  void set_polarity(const Mention& mention, const Governor& governor, Assertion& assertion);
  [[nodiscard]] bool is_aside(const Found& band, const Mention& mention) const;
  void set_likelihood(const Mention& mention, const context::Clause& parts,
                      const Governor& governor, bool said, Assertion& assertion);
  [[nodiscard]] const FoundQuantity* rate_in(Span clause) const;
  [[nodiscard]] bool is_told_of_some(Span clause) const;
  [[nodiscard]] static bool is_behind_subject(const Assertion& denial,
                                              const context::Clause& clause);
  [[nodiscard]] const Interval* share_of_subject(const Mention& mention,
                                                 const context::Clause& clause) const;
  [[nodiscard]] bool counts_people(Span clause, Span before) const;
  [[nodiscard]] bool is_of_everyone(const Mention& mention, const context::Clause& clause) const;
  [[nodiscard]] bool is_of_one_person(const context::Clause& clause) const;
  [[nodiscard]] bool is_of_practice(const Found& person) const;
  [[nodiscard]] const Found* degree_taken_up(const Mention& mention) const;
  void set_degree(const Mention& mention, Span clause, Assertion& assertion);
  [[nodiscard]] Interval degree_of(const Found& band, bool before);
  [[nodiscard]] bool is_denied_twice(const Mention& mention) const;
  [[nodiscard]] bool is_absolute(const Mention& mention, const Assertion& assertion) const;
  void set_setting(const Mention& mention, Assertion& assertion) const;
  [[nodiscard]] bool is_site_of_another(const Mention& site, const Mention& mention) const;
  [[nodiscard]] bool is_said_of_another(const Mention& mention, const context::Clause& parts) const;
  void set_site(const Mention& mention, Span clause, Assertion& assertion) const;
  [[nodiscard]] bool holds_negator(const Found& found) const;
  [[nodiscard]] const Interval* nearly(std::uint32_t token) const;
  void set_condition(const Mention& mention, Span clause, Assertion& assertion);
  [[nodiscard]] const Found* time_behind(Span clause) const;
  [[nodiscard]] bool lasts_on(Span clause) const;
  [[nodiscard]] bool is_of_afterwards(const Mention& mention) const;
  [[nodiscard]] bool goes_on_afterwards(const Found& during) const;
  [[nodiscard]] bool is_supposed(const Mention& mention, Span clause,
                                 const Assertion& assertion) const;
  [[nodiscard]] const Found* nearest_band(const Mention& mention, Span clause,
                                          knowledge::Band::Of of) const;
  [[nodiscard]] bool heads_row(std::uint32_t block) const;
  [[nodiscard]] std::uint32_t label_of_row(std::uint32_t block) const;
  [[nodiscard]] bool is_label(const Mention& mention, const Assertion& assertion) const;
  void limit_by_exception(std::size_t from, std::vector<Assertion>& assertions);
  void add_exceptions(std::size_t from, std::vector<Assertion>& assertions);
  [[nodiscard]] bool is_no_more(const Subject& subject, const context::Clause& clause,
                                const Mention& mention) const;
  [[nodiscard]] const Found* measuring_cue(const FoundQuantity& quantity, knowledge::TypeId type,
                                           Span clause) const;
  // opening_times.cpp
  [[nodiscard]] bool opens_clause(const FoundQuantity& quantity, const context::Clause& clause,
                                  std::uint32_t sentence) const;
  [[nodiscard]] bool leads_into(const FoundQuantity& quantity, const context::Clause& clause) const;
  [[nodiscard]] const Found* cue_of_opening(const FoundQuantity& quantity, const Mention& mention,
                                            const context::Clause& clause) const;
  [[nodiscard]] static FoundQuantity beside(FoundQuantity quantity, const Found& cue,
                                            const Mention& mention);
  [[nodiscard]] bool belongs_to_another(const Found& cue, const FoundQuantity& quantity,
                                        std::uint32_t apart) const;
  [[nodiscard]] bool is_of_object(const Mention& mention, const FoundQuantity& quantity,
                                  const Found& cue) const;
  [[nodiscard]] bool is_inside_another(const Mention& mention, const FoundQuantity& quantity) const;
  [[nodiscard]] bool is_amount_of_another(const Mention& mention,
                                          const FoundQuantity& quantity) const;
  [[nodiscard]] bool is_of_nearer_kind(const Mention& mention, std::uint32_t first_token) const;
  [[nodiscard]] bool is_round(const FoundQuantity& quantity, const Found& cue) const;
  [[nodiscard]] bool plans(std::uint32_t token) const;
  [[nodiscard]] bool names_with_noun(const Found& cue, const context::Clause& clause) const;
  [[nodiscard]] bool is_of_recurrence(std::uint32_t token, const Found& cue) const;
  [[nodiscard]] bool is_verb(const Found& cue) const;
  [[nodiscard]] bool is_for(std::uint32_t token) const;
  [[nodiscard]] bool is_measured(const Mention& mention, const context::Clause& clause,
                                 const FoundQuantity& quantity, const Found* cue) const;
  [[nodiscard]] bool excludes_others(ConceptId meaning) const;
  [[nodiscard]] bool is_answered_no(std::uint32_t sentence) const;
  [[nodiscard]] bool is_asked_for_much(const Mention& mention) const;
  [[nodiscard]] bool is_excepted(const Mention& mention);
  [[nodiscard]] bool is_left_out_of_all(const Mention& mention) const;
  [[nodiscard]] FoundQuantity turned(FoundQuantity found, const Found* cue);
  [[nodiscard]] bool is_rarely_so(const FoundQuantity& found) const;
  [[nodiscard]] bool is_one_of_many(const FoundQuantity& quantity) const;
  [[nodiscard]] bool is_a_year(const FoundQuantity& quantity) const;
  [[nodiscard]] bool counts_a_thing(const FoundQuantity& quantity) const;
  [[nodiscard]] bool is_effect_of_another(const Mention& mention,
                                          const context::Clause& clause) const;
  [[nodiscard]] bool is_hardly_ever(const Found& cue) const;
  [[nodiscard]] bool is_before_figure(const FoundQuantity& found, const Found& cue) const;
  [[nodiscard]] bool is_of_some(const Mention& mention) const;
  // what_it_is_of.cpp
  [[nodiscard]] std::string word_at(std::uint32_t token) const;
  [[nodiscard]] bool denies_how(const Mention& mention, const Governor& governor,
                                const Assertion& assertion) const;
  [[nodiscard]] bool is_denied_within(const Mention& mention, const Governor& governor,
                                      const Assertion& assertion) const;
  [[nodiscard]] bool is_denied_before_verb(const Mention& mention, const Governor& governor);
  [[nodiscard]] bool is_told_anew(const Found& band, const Mention& mention) const;
  [[nodiscard]] bool is_of_all_behind(const Mention& mention, const Governor& governor,
                                      const Assertion& assertion) const;
  [[nodiscard]] bool is_lack_of_effect(const Mention& mention, const context::Clause& clause,
                                       const Assertion& assertion) const;
  [[nodiscard]] bool is_in_brackets_of_another(const Mention& mention,
                                               const Assertion& assertion) const;
  [[nodiscard]] bool is_not_of_all(const Mention& mention, const Governor& governor) const;
  [[nodiscard]] bool acts_on_another(const Mention& people, const Found& cue) const;
  [[nodiscard]] bool is_one_of_those(const Mention& mention, const Governor& governor) const;
  [[nodiscard]] std::uint64_t rated_people(const FoundQuantity& rate) const;
  [[nodiscard]] bool is_of_onset(const Found& cue) const;
  [[nodiscard]] bool picks_out(const Mention& mention, const context::Clause& clause,
                               const FoundQuantity& quantity) const;
  [[nodiscard]] std::uint64_t packed(const FoundQuantity& price) const;
  [[nodiscard]] bool is_family_in_plural(const Mention& mention) const;
  [[nodiscard]] std::uint64_t denied_of(const Mention& mention,
                                        const context::Clause& clause) const;
  [[nodiscard]] bool is_prefixed(const Mention& mention) const;
  [[nodiscard]] bool is_of_neighbour(const FoundQuantity& quantity) const;
  void add_quantified(const Mention& mention, const context::Clause& clause, const Assertion& plain,
                      std::vector<Assertion>& assertions);
  [[nodiscard]] bool is_of_time_before(const FoundQuantity& quantity, const Mention& mention) const;
  [[nodiscard]] bool is_said_to_vary(Span condition) const;
  [[nodiscard]] bool is_of_the_start(const Assertion& plain, const knowledge::Frame& shape) const;
  [[nodiscard]] Assertion measured(const Mention& mention, const context::Clause& clause,
                                   const Assertion& plain, FrameId frame,
                                   const FoundQuantity& quantity, const Found* cue) const;
  [[nodiscard]] std::uint32_t head_of(const context::Clause& clause) const;
  [[nodiscard]] std::span<const Assertion> taken_up(const context::Clause& clause,
                                                    std::uint32_t sentence, std::size_t from,
                                                    std::span<const Assertion> assertions) const;
  [[nodiscard]] bool is_measurable(const Assertion& one, Span clause, FrameId frame) const;
  void add_taken_up(std::uint32_t sentence, std::size_t from, std::vector<Assertion>& assertions);
  void add_unnamed(std::uint32_t sentence, std::size_t from, std::vector<Assertion>& assertions);
  [[nodiscard]] const knowledge::FrameCue* answered_cue(std::uint32_t sentence,
                                                        const FoundQuantity& quantity) const;
  void add_answer(const Mention& unnamed, const context::Clause& clause,
                  const FoundQuantity& quantity, std::vector<Assertion>& assertions);
  [[nodiscard]] const Found* subject_cue(const FoundQuantity& quantity, Span clause) const;
  [[nodiscard]] bool opens_with(const Found& cue, const FoundQuantity& quantity,
                                const context::Clause& clause, std::uint32_t sentence) const;
  [[nodiscard]] bool states_by(std::uint32_t token) const;
  [[nodiscard]] bool follows_another(std::uint32_t sentence) const;
  [[nodiscard]] bool is_contracted(std::uint32_t token) const;
  [[nodiscard]] bool stands_for_subject(const context::Clause& clause,
                                        std::uint32_t sentence) const;
  [[nodiscard]] bool may_compare(std::uint32_t sentence) const;
  [[nodiscard]] std::uint32_t than_in(std::uint32_t sentence) const;
  [[nodiscard]] FrameId comparison_of(const Mention& mention) const;
  [[nodiscard]] bool does(const Mention& mention);
  [[nodiscard]] bool is_denied_behind(const Mention& first, Span compared);
  bool turn_bounds(Span clause);
  [[nodiscard]] static Assertion affirmed(Assertion denied);
  static void deny(Assertion& assertion);
  [[nodiscard]] bool is_behind_preposition(const Mention& mention,
                                           const context::Clause& clause) const;
  void state_opposite(Assertion& assertion) const;
  [[nodiscard]] bool is_advised_against(const Mention& mention, const Governor& governor,
                                        Span clause) const;
  void add_comparison(std::uint32_t sentence, std::vector<Assertion>& assertions);
  // A stance, and the items of the sentence that it was read from.
  struct TakenStance {
    std::uint16_t stance = 0;
    float probability = 0;
    std::size_t begin = 0;
    std::size_t end = 0;
  };
  [[nodiscard]] bool begins_part(std::uint32_t token, std::uint32_t first) const;
  void read_items(std::uint32_t sentence);
  void note_stances();
  void read_part(std::span<const knowledge::StemId> items);
  void read_stances(bool headed);
  [[nodiscard]] std::size_t known_items() const;
  [[nodiscard]] bool is_torn(const TakenStance& taken) const;
  [[nodiscard]] bool is_limited(const TakenStance& taken) const;
  [[nodiscard]] std::uint32_t most_telling(const TakenStance& taken);
  void note_clashes();
  [[nodiscard]] bool are_akin(FrameId one, FrameId other) const;
  [[nodiscard]] bool is_told(const knowledge::Stance& stance, Span part, std::size_t from,
                             const std::vector<Assertion>& assertions) const;
  void add_by_example(std::uint32_t sentence, std::size_t from, std::vector<Assertion>& assertions);
  bool is_of_another(const Subject& subject, const Mention& at, const context::Clause& clause);
  [[nodiscard]] bool take(const Mention& at, const knowledge::Stance& stance, Assertion& made);
  [[nodiscard]] bool describes_another(const Found& band) const;
  [[nodiscard]] bool is_before_mention(const Found& band) const;
  [[nodiscard]] bool is_scarce(std::uint32_t token) const;
  [[nodiscard]] bool is_of_degree(const Found& band) const;
  [[nodiscard]] const Found* more_telling(const Found& band) const;
  [[nodiscard]] const Found* band_of_chance(const Mention& mention, Span clause, Span cue) const;
  [[nodiscard]] bool rates_another(const Found& band, FrameId frame) const;
  [[nodiscard]] bool asks(Span words) const;
  [[nodiscard]] bool is_sought(Span words);
  [[nodiscard]] bool is_aim(Span words) const;
  [[nodiscard]] bool is_to_be_expected(Span words) const;
  [[nodiscard]] bool is_explained(const Mention& mention, const Governor& governor) const;
  [[nodiscard]] bool are_listed(const Mention& one, const Mention& other) const;
  void except_listed(const Mention& mention, Claim& claim) const;
  [[nodiscard]] bool is_asked_about(const Mention& mention, const Governor& governor) const;
  [[nodiscard]] bool is_only(const Mention& mention, Span clause) const;
  void say_how(Span words, Span not_by, Assertion& assertion);
  [[nodiscard]] bool is_against_figures(Span words) const;
  [[nodiscard]] bool is_said(const Assertion& made, std::size_t from,
                             const std::vector<Assertion>& assertions) const;

  const knowledge::Knowledge* knowledge_;
  bool hurried_;
  knowledge::TypeId population_type_;
  knowledge::TypeId setting_type_;
  knowledge::TypeId site_type_;
  ConceptId stand_in_;
  bool is_in_field_ = false;  // the article says much of what some pack knows
  std::vector<ConceptId> kinds_said_;
  std::vector<FrameId> comparison_frames_;
  std::vector<bool> frame_has_cues_;
  std::vector<FrameId> default_frames_;  // by type
  std::vector<bool> is_measured_type_;   // by type: some frame measures what is of it
  MentionFinder finder_;
  SentenceFinds finds_;
  Subjects subjects_;
  const lexicon::Reading* reading_ = nullptr;
  context::Context* context_ = nullptr;
  std::vector<BlockCue> block_cues_;  // of headings and lead-ins, by block
  std::vector<std::uint32_t> busy_;   // sentences that hold a mention, or a quantity with a cue
  std::vector<SentenceFinds> held_;   // by number in busy_, and buffers of earlier articles
  std::vector<BlockLabel> block_labels_;
  std::vector<FieldLabel> field_labels_;    // in reading order
  std::vector<FieldLabel> own_labels_;      // of one figure, in its sentence
  std::vector<HeadingName> heading_names_;  // of the headings that are open, in reading order
  static constexpr std::uint32_t no_sentence = UINT32_MAX;
  std::uint32_t last_other_ = no_sentence;  // the last sentence that named more than the subject
  std::uint32_t last_named_ = no_sentence;  // the last sentence looked at, and what it held
  SentenceFinds last_finds_;
  SentenceFinds answer_finds_;  // of the sentence behind a question
  Amount answer_{};             // to the question at hand; without words = none
  SentenceFinds silent_;        // of a sentence that names nothing
  std::vector<lexicon::WordId> title_words_;
  SentenceShape shape_;
  std::vector<knowledge::StemId> stance_items_;  // of one sentence
  std::vector<std::uint32_t> item_tokens_;       // of the same
  std::vector<std::size_t> part_begins_;         // among the items, and the end of all
  std::vector<TakenStance> stances_taken_;
  std::vector<knowledge::StanceModel::Taken> part_takes_;
  base::Echoes<knowledge::StanceModel::Taken> stance_echoes_;  // by items
  float least_likely_ = 1;       // of all stances
  bool reads_headings_ = false;  // some stance does
  std::vector<float> stance_scores_;
  std::vector<std::uint64_t> partners_;  // by frame: those that it clashes with
  std::size_t partner_words_ = 0;        // a frame
  std::vector<float> item_weights_;
  std::vector<Span> excepted_;  // mentions of this sentence that stand behind "except"
};

}  // namespace linter::assertions
