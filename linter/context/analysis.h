// All scopes of an article's sentences and blocks, found on demand and remembered.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "linter/base/span.h"
#include "linter/context/context.h"
#include "linter/context/matching.h"
#include "linter/context/scopes.h"
#include "linter/context/words.h"
#include "linter/lexicon/reading.h"

namespace linter::context {

// One per worker. Keeps its buffers from article to article: nothing is allocated once they have
// grown.
class Analysis {
 public:
  explicit Analysis(const CueSet::Index& index)
      : index_(&index), word_reader_(index), matcher_(index) {}

  void begin(const lexicon::Reading& reading);
  [[nodiscard]] const lexicon::Reading* reading() const { return reading_; }

  // The scopes of the sentence's own cues, and what its list's lead-in and the answer after it add;
  // by reach.begin. Valid until the next call of a member.
  [[nodiscard]] std::span<const Scope> sentence_scopes(std::uint32_t sentence);
  // What its block stands in: labels, headings, a block quotation. Valid likewise.
  [[nodiscard]] std::span<const Scope> block_scopes(std::uint32_t block);
  // Quotations of the block, by reach.begin. Valid likewise.
  [[nodiscard]] std::span<const Scope> quotations(std::uint32_t block);
  [[nodiscard]] std::span<const Clause> clauses(std::uint32_t sentence);

 private:
  struct Range {
    std::uint32_t first = 0;
    std::uint32_t count = 0;
  };
  struct SentenceSlot {
    std::uint32_t article = 0;
    Range scopes;
    Range clauses;
  };
  struct BlockSlot {
    std::uint32_t article = 0;
    Range scopes;
    Range quotations;
  };
  // What a heading, a table's header or a lead-in says of the blocks that hang on it.
  struct Hanging {
    base::Span cue;
    Categories categories = 0;
    bool carried =
        false;  // the reach of a cue of a lead-in goes on; else a cue of direction `heading`
  };
  struct HangingSlot {
    std::uint32_t article = 0;
    Range hanging;
    bool infinitive = false;  // a lead-in that wants a verb: "is used to:"
  };
  struct Label {
    base::Span cue;
    Categories categories = 0;
    std::uint32_t rest = 0;  // view offset behind it
    bool alone = false;      // nothing of the block is left
  };
  struct Reply {
    base::Span cue;
    Categories categories = 0;
    bool bare = false;  // the whole sentence is the reply
  };

  const SentenceSlot& analyse(std::uint32_t sentence);
  const BlockSlot& analyse_block(std::uint32_t block);
  [[nodiscard]] std::uint32_t header_row_end(std::uint32_t block) const;
  [[nodiscard]] HangingSlot hanging_from(std::uint32_t block, bool is_lead_in);
  [[nodiscard]] bool denies_its_own(std::uint32_t cue, std::uint32_t end) const;
  [[nodiscard]] bool has_come_to_its_end(std::uint32_t cue, std::uint32_t end) const;
  [[nodiscard]] std::uint32_t word_at(std::uint32_t offset) const;
  [[nodiscard]] bool is_aside(const Scope& scope, std::uint32_t end) const;
  void add_carried(std::uint32_t block, HangingSlot& slot);
  [[nodiscard]] Label label_of(std::uint32_t block);
  [[nodiscard]] Reply reply_to(std::uint32_t sentence);
  [[nodiscard]] Reply read_reply(std::uint32_t sentence);

  // Whether the first word of tokens [first, end) can begin a cue of a direction; numbers and marks
  // before it are passed.
  [[nodiscard]] bool may_open(std::uint32_t first, std::uint32_t end, Direction direction);
  [[nodiscard]] bool has_quotation_marks(std::uint32_t block) const;
  [[nodiscard]] bool is_one_denial(std::uint32_t block) const;
  [[nodiscard]] bool completes_sentence(std::uint32_t block) const;
  [[nodiscard]] bool quotes_somebody(std::uint32_t block) const;
  void read_words(std::uint32_t first_token, std::uint32_t end_token);
  void read_sentence(std::uint32_t sentence);
  void add_clauses(SentenceSlot& slot);
  void add_question(const sentences::Sentence& sentence, const Reply& reply);
  void add_reply(const sentences::Sentence& sentence, const Reply& reply);
  void add_hanging(const sentences::Sentence& sentence, std::uint32_t index,
                   const HangingSlot& slot);
  // What `cue` says of the words in `room`, as far as the block lets it.
  void add_block_scope(base::Span room, base::Span cue, Categories categories);
  [[nodiscard]] bool has_own_claim() const;

  const CueSet::Index* index_;
  const lexicon::Reading* reading_ = nullptr;
  WordReader word_reader_;
  Matcher matcher_;
  std::uint32_t article_ = 0;
  std::uint32_t depth_ = 0;  // of lead-ins of lead-ins

  std::vector<Word> words_;  // of the sentence or block at hand
  Matches matches_;
  std::vector<SentenceSlot> sentence_slots_;
  std::vector<BlockSlot> block_slots_;
  std::vector<HangingSlot> heading_slots_;
  std::vector<HangingSlot> lead_in_slots_;
  std::vector<Scope> scopes_;
  std::vector<Scope> block_scopes_;
  std::vector<Scope> quotations_;
  std::vector<Hanging> hanging_;
  std::vector<Clause> clauses_;
};

}  // namespace linter::context
