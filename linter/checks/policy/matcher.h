// One walk over an article's tokens, and the patterns tried only where their words stand.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "linter/checks/policy/index.h"
#include "linter/checks/policy/topics.h"
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
  struct State {
    std::uint32_t block = 0;  // the number of the block (of all articles) that `met` is about
    std::uint8_t met = 0;     // slots
  };

  struct Cost {
    std::uint32_t article = 0;  // the number of the article that the others are about
    bool too_slow = false;
    std::int64_t steps = 0;  // that are left
  };

  void wake(const lexicon::Reading& reading, std::uint32_t block);
  void wake_word(const lexicon::Reading& reading, const sentences::Token& token);
  void wake_parts(const lexicon::Reading& reading, std::string_view token);
  void wake_mark(const lexicon::Reading& reading, std::uint32_t token, std::uint32_t first);
  bool wake_triggers(std::span<const lexicon::TriggerId> triggers);
  void wake_slot(Slot slot);
  void try_unit(const lexicon::Reading& reading, std::uint32_t unit, std::uint32_t block);
  void report_slow(const lexicon::Reading& reading, const Rule& rule, const base::Error& error);

  const PolicySet::Index& index_;
  TopicRun* topics_;
  std::vector<State> states_;                  // by unit
  std::vector<base::PatternMemory> memories_;  // by unit
  std::vector<std::uint32_t> candidates_;      // units whose slots are all met in the block
  std::vector<Cost> costs_;                    // by rule
  std::vector<std::uint32_t> joints_;          // scratch of wake_parts
  std::vector<lexicon::TriggerId> triggers_;
  std::uint32_t block_ = 0;
  std::uint32_t article_ = 0;
  std::uint32_t slow_count_ = 0;
  std::string language_;
  std::vector<Hit>* hits_ = nullptr;
  std::vector<base::Error>* errors_ = nullptr;
};

}  // namespace linter::checks::policy
