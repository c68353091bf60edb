#include "linter/context/analysis.h"

#include <algorithm>
#include <tuple>

#include "linter/context/clause_heads.h"
#include "linter/context/clauses.h"
#include "linter/context/imperatives.h"
#include "linter/context/quotations.h"

namespace linter::context {
namespace {

using lexicon::PartOfSpeech;
using prose::Scope::heading;
using sentences::Ending;
using sentences::TokenKind;

std::uint32_t size_of(const auto& container) {
  return static_cast<std::uint32_t>(container.size());
}

}  // namespace

void Analysis::begin(const lexicon::Reading& reading) {
  reading_ = &reading;
  ++article_;
  depth_ = 0;
  word_reader_.begin();
  scopes_.clear();
  block_scopes_.clear();
  quotations_.clear();
  hanging_.clear();
  clauses_.clear();
}

std::span<const Scope> Analysis::sentence_scopes(std::uint32_t sentence) {
  const Range range = analyse(sentence).scopes;
  return std::span(scopes_).subspan(range.first, range.count);
}

std::span<const Scope> Analysis::block_scopes(std::uint32_t block) {
  const Range range = analyse_block(block).scopes;
  return std::span(block_scopes_).subspan(range.first, range.count);
}

std::span<const Scope> Analysis::quotations(std::uint32_t block) {
  const Range range = analyse_block(block).quotations;
  return std::span(quotations_).subspan(range.first, range.count);
}

std::span<const Clause> Analysis::clauses(std::uint32_t sentence) {
  const Range range = analyse(sentence).clauses;
  return std::span(clauses_).subspan(range.first, range.count);
}

bool Analysis::may_open(std::uint32_t first, std::uint32_t end, Direction direction) {
  const std::vector<sentences::Token>& tokens = reading_->text.tokens;
  for (std::uint32_t i = first; i < end; ++i) {
    if (tokens[i].kind == TokenKind::mark || tokens[i].kind == TokenKind::number) continue;
    return index_->opening(word_reader_.cue_word(*reading_, tokens[i])).has(direction);
  }
  return false;
}

void Analysis::read_words(std::uint32_t first_token, std::uint32_t end_token) {
  word_reader_.read(*reading_, first_token, end_token, words_);
  split_clauses(words_);
  matcher_.match(words_, matches_);
}

void Analysis::read_sentence(std::uint32_t sentence) {
  const sentences::Sentence& one = reading_->text.sentences[sentence];
  read_words(one.first_token, one.end_token);
}

const Analysis::SentenceSlot& Analysis::analyse(std::uint32_t sentence) {
  const sentences::Text& text = reading_->text;
  if (sentence_slots_.size() < text.sentences.size()) sentence_slots_.resize(text.sentences.size());
  if (sentence_slots_[sentence].article == article_) return sentence_slots_[sentence];
  const sentences::Sentence& one = text.sentences[sentence];
  const prose::Block& block = reading_->article.blocks[one.block];
  // What other sentences add is looked up first: it uses the same buffers.
  const HangingSlot lead_in = hanging_from(block.lead_in, true);
  const HangingSlot above = hanging_from(block.heading, false);
  const HangingSlot column = hanging_from(block.table_header, false);
  const Reply reply = reply_to(sentence);

  read_sentence(sentence);
  if ((lead_in.infinitive && block.starts_item) || completes_sentence(one.block)) {
    drop_imperatives(*index_, matches_);
  } else if (one.ending != Ending::question) {
    drop_names(*index_, words_, matches_);
    add_imperatives(words_, matches_);
  }
  SentenceSlot slot{.article = article_, .scopes = {size_of(scopes_), 0}, .clauses = {}};
  add_clauses(slot);
  add_question(one, reply);
  add_reply(one, reply);
  for (const HangingSlot& hanging : {lead_in, above, column}) add_hanging(one, sentence, hanging);
  ScopeFinder(*index_, words_, matches_).add_all(scopes_);
  slot.scopes.count = size_of(scopes_) - slot.scopes.first;
  std::ranges::sort(scopes_.begin() + slot.scopes.first, scopes_.end(), {}, [](const Scope& scope) {
    return std::tuple(scope.reach, scope.cue, scope.categories);
  });
  return sentence_slots_[sentence] = slot;
}

void Analysis::add_clauses(SentenceSlot& slot) {
  slot.clauses.first = size_of(clauses_);
  std::uint32_t begin = 0;
  const auto add = [&](std::uint32_t end) {
    if (begin < end) clauses_.push_back(read_clause(words_, begin, end));
    begin = end;
  };
  for (std::uint32_t i = 1; i < words_.size(); ++i)
    if (words_[i].before != Break::none) add(i);
  add(size_of(words_));
  slot.clauses.count = size_of(clauses_) - slot.clauses.first;
}

}  // namespace linter::context
