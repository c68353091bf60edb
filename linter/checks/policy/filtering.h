// Whether a match counts: places, exceptions, language, context.
#pragma once

#include <cstdint>
#include <optional>
#include <unordered_map>
#include <vector>

#include "linter/checks/policy/index.h"
#include "linter/checks/policy/matches.h"
#include "linter/checks/policy/policy_set.h"
#include "linter/checks/policy/rule.h"
#include "linter/lexicon/foreign_sentences.h"

namespace linter::checks::policy {

// A worker's; keeps the exceptions of the last block that it was asked about.
class FilterRun {
 public:
  // `looks_near`: exceptions are looked for near a match before they are in its whole block.
  FilterRun(Listener* listener, bool looks_near) : listener_(listener), looks_near_(looks_near) {}

  // Starts on another article.
  void begin() {
    asked_ = nullptr;
    plain_.reset();
    steps_ = first_steps;
    foreign_.begin();
  }

  // Whether a match in a block counts. A block whose exceptions take too many steps has none.
  [[nodiscard]] bool counts(const Rule& rule, const Filter& filter, const lexicon::Reading& reading,
                            context::Context& context, std::uint32_t block, base::Span match);

 private:
  // Of an exception's pattern.
  struct Known {
    base::PatternMemory memory;
    Bounds bounds;
  };

  Known& known_of(const base::Pattern& pattern);
  const base::Span* exception_over(const Filter& filter, const lexicon::Reading& reading,
                                   std::uint32_t block, base::Span match);
  [[nodiscard]] bool may_overlap(const base::Pattern& pattern, const lexicon::Reading& reading,
                                 std::uint32_t block, base::Span match);
  void collect(const base::Pattern& exception, const lexicon::Reading& reading, std::uint32_t block);
  bool in_foreign_sentence(const Rule& rule, const lexicon::Reading& reading, base::Span match);
  bool in_context(const Rule& rule, const Filter& filter, context::Context& context,
                  base::Span match);

  Listener* listener_;
  bool looks_near_;
  lexicon::ForeignSentences foreign_;
  // Of whose exceptions in `block_` the spans are; and which of them have been collected.
  const Filter* asked_ = nullptr;
  std::uint32_t block_ = 0;
  std::vector<bool> collected_;
  struct Plain {
    std::uint32_t block = 0;
    bool is_plain = false;
  };
  std::optional<Plain> plain_;          // of the last block that was asked about: is_plain()
  std::int64_t steps_ = first_steps;    // that exceptions may take in the rest of the article
  std::vector<base::Span> exceptions_;  // sorted, merged
  std::unordered_map<const base::Pattern*, Known> known_;
};

}  // namespace linter::checks::policy
