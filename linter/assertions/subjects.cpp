#include "linter/assertions/subjects.h"

#include <algorithm>

namespace linter::assertions {
namespace {

constexpr Confidence named_near = 95;
constexpr Confidence named_above = 90;
constexpr Confidence one_of_several = 70;
constexpr std::uint32_t opening_blocks = 4;  // in which an article says what it is about
constexpr std::uint32_t enough_names = 3;    // of an article's subject that no heading names

}  // namespace

void Subjects::begin(const lexicon::Reading& reading, const knowledge::Knowledge& knowledge) {
  reading_ = &reading;
  knowledge_ = &knowledge;
  places_.clear();
  counts_.assign(knowledge.concepts.size(), 0);
  only_ = main_ = title_ = knowledge::none;
}

void Subjects::add(const Mention& mention) {
  if (!knowledge_->concept_of(mention.meaning).subject) return;
  const std::uint32_t block = reading_->text.sentences[mention.sentence].block;
  places_.push_back({mention.meaning, mention.sentence, block, mention.text});
  if (knowledge_->concept_of(mention.meaning).named_only) return;
  ++counts_[mention.meaning];
  const prose::Scopes scopes = reading_->article.blocks[block].scopes;
  const bool opens = block < opening_blocks;
  if (opens || prose::has(scopes, prose::Scope::heading) ||
      prose::has(scopes, prose::Scope::title) || prose::has(scopes, prose::Scope::summary))
    counts_[mention.meaning] += enough_names;
}

void Subjects::finish() {
  std::uint32_t best = 0;
  std::uint32_t different = 0;
  for (std::size_t id = 0; id < counts_.size(); ++id) {
    if (counts_[id] == 0) continue;
    ++different;
    if (counts_[id] > best) {
      best = counts_[id];
      main_ = static_cast<ConceptId>(id);
    }
  }
  if (different == 1 && best >= enough_names) only_ = main_;
  const std::uint32_t title = reading_->article.title;
  if (title != prose::no_block) title_ = in_block(title, UINT32_MAX).meaning;
}

// The last subject of a block before a sentence; sure where the block names one alone.
Subject Subjects::in_block(std::uint32_t block, std::uint32_t before_sentence) const {
  Subject found;
  bool several = false;
  for (auto place = std::ranges::lower_bound(places_, block, {}, &Place::block);
       place != places_.end() && place->block == block && place->sentence < before_sentence;
       ++place) {
    if (knowledge_->concept_of(place->meaning).named_only) continue;
    several = several || (found.meaning != knowledge::none && found.meaning != place->meaning);
    found = {place->meaning, Origin::paragraph, named_above, place->text};
  }
  if (several) found.confidence = found.meaning == title_ ? sure : one_of_several;
  return found;
}

std::uint32_t Subjects::row_head(std::uint32_t block) const {
  const std::vector<prose::Block>& blocks = reading_->article.blocks;
  while (block > 0 && !blocks[block].starts_item && blocks[block - 1].group == blocks[block].group)
    --block;
  return block;
}

Subject Subjects::inherited(std::uint32_t sentence) const {
  const std::uint32_t block = reading_->text.sentences[sentence].block;
  if (const Subject here = in_block(block, sentence); here.meaning != knowledge::none) return here;
  const prose::Block& place = reading_->article.blocks[block];
  if (place.lead_in != prose::no_block) {
    if (const Subject above = in_block(place.lead_in, UINT32_MAX); above.meaning != knowledge::none)
      return above;
  }
  // Headings above, innermost first; a document nests at most six.
  std::uint32_t heading = place.heading;
  for (int level = 0; level < 6 && heading != prose::no_block && heading < block; ++level) {
    Subject above = in_block(heading, UINT32_MAX);
    if (above.meaning != knowledge::none) {
      above.origin = Origin::heading;
      return above;
    }
    heading = reading_->article.blocks[heading].heading;
  }
  // A cell speaks of what its row or column is headed by.
  if (place.table_header != prose::no_block) {
    for (const std::uint32_t head : {row_head(block), place.table_header})
      if (Subject above = in_block(head, UINT32_MAX); above.meaning != knowledge::none)
        return above;
    return {only_, Origin::article, guessed, {}};
  }
  if (only_ != knowledge::none) return {only_, Origin::article, named_above, places_.front().text};
  if (title_ != knowledge::none)
    return {title_, Origin::title, title_ == main_ ? sure : one_of_several,
            reading_->article.blocks[reading_->article.title].text};
  if (main_ != knowledge::none && counts_[main_] >= enough_names)
    return {main_, Origin::article, guessed, {}};
  return {};
}

// "an alternative to surgery": what follows is said of something else.
bool Subjects::is_mentioned_beside(const Mention& mention) const {
  if (!knowledge_->concept_of(mention.meaning).named_only || mention.first_token == 0) return false;
  const sentences::Token& before = reading_->text.tokens[mention.first_token - 1];
  return before.kind == sentences::TokenKind::word &&
         lexicon::has(reading_->lexicon[before.word].parts, lexicon::PartOfSpeech::preposition);
}

Subject Subjects::of(const Mention& mention, Span clause,
                     std::span<const Mention> in_sentence) const {
  Subject before;
  Subject after;
  Subject earlier;
  bool close_behind = false;
  for (const Mention& other : in_sentence) {
    if (!knowledge_->concept_of(other.meaning).subject || other.text == mention.text) continue;
    if (other.text.end <= mention.text.begin && is_mentioned_beside(other)) continue;
    if (!clause.contains(other.text)) {
      if (other.text.end <= clause.begin)
        earlier = {other.meaning, Origin::sentence, named_near, other.text};
    } else if (other.text.begin < mention.text.begin) {
      before = {other.meaning, Origin::clause, stated, other.text};
    } else if (after.meaning == knowledge::none) {
      after = {other.meaning, Origin::clause, stated, other.text};
      // "the pain of surgery", "the risks that come with surgery"
      static constexpr std::uint32_t reach = 4;
      const bool attached =
          other.first_token > mention.end_token && other.first_token - mention.end_token <= reach;
      const sentences::Token& link = reading_->text.tokens[mention.end_token];
      close_behind =
          attached && link.kind == sentences::TokenKind::word &&
          lexicon::has(reading_->lexicon[link.word].parts, lexicon::PartOfSpeech::preposition);
    }
  }
  if (close_behind) return after;
  if (before.meaning != knowledge::none) return before;
  if (after.meaning != knowledge::none) return after;
  if (earlier.meaning != knowledge::none) return earlier;
  return inherited(mention.sentence);
}

}  // namespace linter::assertions
