// One walk over an article's tokens, and the patterns tried only where their words stand.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "linter/base/echoes.h"
#include "linter/checks/policy/index.h"
#include "linter/checks/policy/matches.h"
#include "linter/checks/policy/topics.h"
#include "linter/checks/policy/word_wakes.h"
#include "linter/lexicon/reading.h"

namespace linter::checks::policy {

// A worker's. Keeps its buffers from one article to the next; after the first articles nothing is
// allocated where nothing matches.
class Matcher {
 public:
  // `topics`, which must outlive it, is asked before a rule with a topic is tried; without it
  // such rules are tried on every article.
  Matcher(const PolicySet::Index& index, TopicRun* topics);

  // Appends every match, sorted by (rule, begin, end). Rules for other languages are left out. A
  // pattern that takes too many steps gives one error for its rule, and is not tried again in this
  // article.
  void find(const lexicon::Reading& reading, std::vector<Hit>& hits,
            std::vector<base::Error>& errors);

  // Whether a rule applies to the article that find() was last given.
  [[nodiscard]] bool applies(const Rule& rule) const {
    return rule.language.empty() || rule.language == language_;
  }

 private:
  // What has to be met in a block, by number: companions, and what matches begin with. What the
  // tokens of a block together do not tell has the number behind them, which is always met.
  using Needs = std::array<std::uint16_t, most_requirements>;
  static constexpr std::uint16_t always_met = GroupRow{}.size() * 64;
  static constexpr std::uint16_t never_met = always_met + 1;

  struct State {
    std::uint32_t block = 0;  // the number of the block (of all articles) that the others are about
    bool done = false;        // there is nothing left to try
    std::uint32_t next = 0;   // of the block's tokens: matches that begin before have been found
    Progress progress{0};
  };

  struct Cost {
    std::uint32_t article = 0;  // the number of the article that the others are about
    bool too_slow = false;
    bool applies = false;     // the rule, to that article
    std::uint32_t block = 0;  // as State has it; what it leaves of its own steps is no other's
    std::int64_t purse = 0;   // steps that are left for any block
    std::int64_t steps = 0;   // that are left for this one
  };

  // A hit of a block that may come back, in a match without groups.
  struct Echo {
    std::uint32_t unit = 0;
    base::Span text;  // from the block's begin on
  };

  // Some of the block's tokens.
  struct Stretch {
    std::uint32_t begin = 0;
    std::uint32_t end = 0;
  };

  // From `begin` on, which token of a block is the first that meets a companion; or their number.
  struct LookedThrough {
    std::uint32_t block = 0;  // as State has it
    std::uint32_t begin = 0;
    std::uint32_t next = 0;
  };

  // What divides the block into sentences, or into clauses.
  struct Division {
    std::vector<std::uint32_t> stops;  // the marks that do, as numbers of tokens
    std::size_t passed = 0;            // of these, how many stand before the token last asked about
  };

  void begin(const lexicon::Reading& reading);
  [[nodiscard]] base::TextDigest digest_of(const lexicon::Reading& reading,
                                           std::uint32_t block) const;
  void find_in(const lexicon::Reading& reading, std::uint32_t block);
  void keep(const base::TextDigest& digest, base::Span block, std::span<const Hit> hits);
  void read_block(const lexicon::Reading& reading, std::uint32_t block);
  void add_stops(std::uint32_t token, unsigned char mark);
  Stretch around(std::uint32_t token, base::Within within);
  void wake_by(const lexicon::Reading& reading, std::uint32_t token);
  void wake_by_mark(const lexicon::Reading& reading, std::uint32_t token);
  [[nodiscard]] bool may_spell(const lexicon::Reading& reading, std::uint32_t unit,
                               const sentences::Token& mark);
  [[nodiscard]] bool may_end_in_word(const lexicon::Reading& reading);
  static Needs needs_of(const PolicySet::Index& index, std::uint32_t unit);
  [[nodiscard]] bool may_meet(std::uint16_t number) const {
    return ((together_[number / 64] >> (number % 64)) & 1U) != 0;
  }
  // False where no token of the block meets one of its needs, as far as groups of tokens can tell.
  [[nodiscard]] bool may_match(std::uint32_t unit) const {
    const Needs& needs = needs_[unit];
    return may_meet(needs[0]) && may_meet(needs[1]) && may_meet(needs[2]) && may_meet(needs[3]);
  }
  [[nodiscard]] std::uint32_t next_that_meets(std::uint32_t companion, std::uint32_t begin,
                                              std::uint32_t end) const;
  [[nodiscard]] bool meets_in_long(std::uint32_t companion, Stretch stretch);
  [[nodiscard]] bool has_companions(const Lead& lead, Stretch stretch);
  void try_heads(const lexicon::Reading& reading, std::uint32_t unit, Stretch begins, State& state);
  [[nodiscard]] bool may_begin(const lexicon::Reading& reading, std::uint32_t unit,
                               const sentences::Token& token);
  // Where they are not known yet, their reach is unknown_reach.
  [[nodiscard]] const Bounds& known_bounds(std::uint32_t unit) const {
    const Bounds& known = index_.leads[unit].bounds;
    return known.reach != unknown_reach || bounds_.empty() ? known : bounds_[unit];
  }
  [[nodiscard]] const Bounds& bounds_of_unit(std::uint32_t unit);
  void wake(const lexicon::Reading& reading, std::uint32_t unit, std::uint32_t token);
  void try_whole_block(const lexicon::Reading& reading, std::uint32_t unit);
  bool may_try_block(const lexicon::Reading& reading, std::uint32_t unit, State& state);
  void turn_off(std::uint32_t unit);
  [[nodiscard]] bool may_apply(const lexicon::Reading& reading, std::uint32_t rule);
  void try_unit(const lexicon::Reading& reading, std::uint32_t unit, base::Span begins,
                State& state);
  void report_slow(const lexicon::Reading& reading, std::uint32_t rule, const base::Error& error);
  void look_at_languages();

  const PolicySet::Index& index_;
  TopicRun* topics_;
  WordWakes words_;
  std::vector<Needs> needs_;                   // by unit
  std::vector<std::uint32_t> turned_off_;      // units: their rules are not for the article
  std::vector<Bounds> bounds_;                 // by unit; empty: none had to be found out
  std::vector<State> states_;                  // by unit
  std::vector<base::PatternMemory> memories_;  // by unit
  std::vector<Cost> costs_;                    // by rule
  std::vector<std::uint8_t> applies_;          // by rule: to articles in `language_`
  base::Echoes<Echo> echoes_;                  // by a block's text, and all else that hits rest on
  std::vector<Echo> kept_;                     // scratch
  std::uint64_t article_kind_ = 0;  // a digest of what the rules ask of the article at hand
  bool overdrawn_ = false;          // some rule took more steps in the block than are the block's
  // Of the block at hand.
  std::uint32_t number_ = 0;
  std::uint32_t first_token_ = 0;
  std::uint32_t token_count_ = 0;
  std::vector<std::uint32_t> rows_;    // by token: WordWakes::meets
  std::vector<GroupRow> groups_;       // by token / group_size
  std::array<std::uint64_t, GroupRow{}.size() + 1> together_{};  // of all groups; and always_met
  std::vector<std::uint32_t> wakers_;  // the tokens that wake something
  std::array<Division, 3> divisions_;  // by Within
  std::vector<LookedThrough> looked_through_;  // by companion, where stretches are long
  bool repeats_a_word_ = false;
  std::optional<bool> may_end_in_word_;  // its lines; nothing as long as nobody has asked
  bool is_plain_ = false;  // as Pattern::reach wants it
  std::uint32_t block_ = 0;
  std::uint32_t article_ = 0;
  std::uint32_t slow_count_ = 0;
  std::string language_;
  std::vector<Hit>* hits_ = nullptr;
  std::vector<base::Error>* errors_ = nullptr;
};

}  // namespace linter::checks::policy
