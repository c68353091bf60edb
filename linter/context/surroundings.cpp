// What a block stands in: labels, headings, lead-ins, table headers, block quotations.
#include <algorithm>
#include <array>
#include <string_view>

#include "linter/context/analysis.h"
#include "linter/context/clauses.h"
#include "linter/context/quotations.h"

namespace linter::context {
namespace {

using lexicon::PartOfSpeech;
using sentences::Ending;
using sentences::TokenKind;

constexpr std::uint32_t max_lead_in_depth = 8;  // lead-ins of lead-ins that are followed
constexpr std::uint32_t max_hanging = 16;       // cues of one heading or lead-in that count
constexpr std::uint32_t label_tokens = 12;      // within which a label has ended

std::uint32_t size_of(const auto& container) {
  return static_cast<std::uint32_t>(container.size());
}

bool ends_label(const Word& word) {
  return word.is(Known::colon) || word.is(Known::dash) || word.is(Known::stop) ||
         word.is(Known::hyphen) || word.is(Known::exclamation) || word.is(Known::close) ||
         word.is(Known::quote);
}

}  // namespace

// "Myth:", "Myth #3 –", "Misconception 1." at the start of a block.
Analysis::Label Analysis::label_of(std::uint32_t block) {
  const sentences::Text& text = reading_->text;
  const std::uint32_t first = text.block_first_token[block];
  const std::uint32_t end = std::min(text.block_first_token[block + 1], first + label_tokens);
  if (!may_open(first, end, Direction::label)) return {};
  read_words(first, end);
  const auto match = std::ranges::find_if(matches_.cues, [&](const Match& candidate) {
    if (index_->cues[candidate.cue].direction != Direction::label) return false;
    return std::all_of(words_.begin(), words_.begin() + candidate.begin, [](const Word& word) {
      return word.is_mark() || word.kind == TokenKind::number;
    });
  });
  if (match == matches_.cues.end()) return {};
  std::uint32_t at = match->end;
  // "Myth 3", "Myth #3"
  while (at < words_.size() && (words_[at].kind == TokenKind::number ||
                                (words_[at].is_mark() && words_[at].cue_word == 0)))
    ++at;
  const bool marked = at == words_.size() || ends_label(words_[at]);
  if (!marked) return {};
  while (at < words_.size() && words_[at].is_mark() && !words_[at].is(Known::open)) ++at;
  Label label;
  label.cue = {words_[match->begin].text.begin, words_[match->end - 1].text.end};
  label.categories = match->categories;
  label.alone = at == words_.size();
  label.rest = label.alone ? reading_->article.blocks[block].text.end : words_[at].text.begin;
  return label;
}

// Behind `block`, or behind the last cell of its row where it is a header cell of a table.
std::uint32_t Analysis::header_row_end(std::uint32_t block) const {
  constexpr std::uint32_t longest_row = 6;  // cells that are read
  const std::vector<prose::Block>& blocks = reading_->article.blocks;
  const auto is_header = [&](std::uint32_t one) {
    return prose::has(blocks[one].scopes, prose::Scope::table) &&
           blocks[one].table_header == prose::no_block &&
           blocks[one].group == blocks[block].group;
  };
  std::uint32_t end = block + 1;
  if (!is_header(block)) return end;
  while (end < blocks.size() && end - block < longest_row && is_header(end)) ++end;
  return end;
}

Analysis::HangingSlot Analysis::hanging_from(std::uint32_t block, bool is_lead_in) {
  if (block == prose::no_block) return {};
  std::vector<HangingSlot>& slots = is_lead_in ? lead_in_slots_ : heading_slots_;
  const sentences::Text& text = reading_->text;
  if (slots.size() < reading_->article.blocks.size()) slots.resize(reading_->article.blocks.size());
  if (slots[block].article == article_) return slots[block];
  HangingSlot slot{.article = article_, .hanging = {}};
  const std::span<const sentences::Sentence> own = text.sentences_of_block(block);
  if (own.empty()) return slots[block] = slot;
  if (is_lead_in && depth_ < max_lead_in_depth) {
    ++depth_;
    add_carried(block, slot);
    --depth_;
  } else {
    slot.hanging.first = size_of(hanging_);
  }
  const Label label = is_lead_in ? Label{} : label_of(block);
  Categories taken = label.alone ? 0 : label.categories;
  // "What it is not:" denies its list once.
  for (std::uint32_t i = slot.hanging.first; i < size_of(hanging_); ++i)
    taken |= hanging_[i].categories & bit(Category::negated);
  // "Claim | Problem": the columns beside it tell what this one holds up.
  const std::uint32_t end =
      is_lead_in ? own.back().end_token : text.block_first_token[header_row_end(block)];
  read_words(is_lead_in ? own.back().first_token : own.front().first_token, end);
  for (const Match& match : matches_.cues) {
    const Categories categories = match.categories & ~taken;
    if (index_->cues[match.cue].direction != Direction::heading || categories == 0) continue;
    if (words_[match.begin].text.begin >= own.back().text.end) continue;
    if (size_of(hanging_) - slot.hanging.first >= max_hanging) break;
    hanging_.push_back(
        {{words_[match.begin].text.begin, words_[match.end - 1].text.end}, categories, false});
  }
  slot.hanging.count = size_of(hanging_) - slot.hanging.first;
  return slots[block] = slot;
}

// "The following are not candidates:", "... and not specific to peels:": what is denied is said in
// the lead-in, unlike "is not suitable for:". `cue`, `end`: of the words of the lead-in.
bool Analysis::denies_its_own(std::uint32_t cue, std::uint32_t end) const {
  if (!words_[end - 1].can_be(PartOfSpeech::noun) &&
      !words_[end - 1].can_be(PartOfSpeech::adjective))
    return false;
  static constexpr std::array<std::string_view, 5> beings = {"is", "are", "was", "were", "and"};
  static constexpr std::array<std::string_view, 4> pointers = {"following", "these", "those",
                                                               "such"};
  const auto among = [&](const auto& row, std::uint32_t at) {
    return std::ranges::find(row, reading_->view(words_[at].text)) != row.end();
  };
  if (cue == 0 || cue + 1 >= end || !among(beings, cue - 1)) return false;
  for (std::uint32_t at = cue; at < end; ++at)
    if (among(pointers, at)) return false;
  return true;
}

// "No deep sedation is required", without a colon: the denial has its noun and its end, and the list
// below is another matter. `cue`, `end`: of the words of the lead-in.
bool Analysis::has_come_to_its_end(std::uint32_t cue, std::uint32_t end) const {
  static constexpr std::array<std::string_view, 2> noes = {"No", "no"};
  static constexpr std::array<std::string_view, 4> pointers = {"following", "these", "those",
                                                               "such"};
  const auto among = [&](const auto& row, std::uint32_t at) {
    return std::ranges::find(row, reading_->view(words_[at].text)) != row.end();
  };
  if (cue + 1 >= end || !among(noes, cue)) return false;
  for (std::uint32_t at = cue; at < end; ++at)
    if (among(pointers, at)) return false;
  const Word& last = words_[end - 1];
  return !last.can_be(PartOfSpeech::preposition) && !last.can_be(PartOfSpeech::auxiliary) &&
         !last.can_be(PartOfSpeech::modal) && !last.can_be(PartOfSpeech::conjunction) &&
         !last.can_be(PartOfSpeech::subordinator);
}

// "Reasons why you should have it:", "Benefits that you can enjoy include:": the modal is that of
// a clause inside the lead-in, not of the list. `end`: of the words of the lead-in.
bool Analysis::is_aside(const Scope& scope, std::uint32_t end) const {
  constexpr Categories moods = bit(Category::advice) | bit(Category::hedged);
  const std::uint32_t cue = word_at(scope.cue.begin);
  if (scope.categories == bit(Category::negated)) return denies_its_own(cue, end);
  if ((scope.categories & ~moods) != 0 || words_[end - 1].can_be(PartOfSpeech::modal)) return false;
  static constexpr std::array<std::string_view, 4> lasts = {"include", "includes", "are", "is"};
  const auto is_last = [&](std::string_view one) {
    return reading_->view(words_[end - 1].text) == one;
  };
  if (cue + 2 < end && std::ranges::any_of(lasts, is_last)) return true;
  static constexpr std::uint32_t reach = 3;
  for (std::uint32_t at = cue; at-- > 0 && cue - at <= reach && at < words_.size();) {
    const std::string_view word = reading_->view(words_[at].text);
    if (word == "why" || word == "Why") return true;
    if (words_[at].is_mark()) break;
  }
  return false;
}

// The first of the words that begins at an offset of the view, or behind it.
std::uint32_t Analysis::word_at(std::uint32_t offset) const {
  return static_cast<std::uint32_t>(
      std::ranges::lower_bound(words_, offset, {},
                               [](const Word& word) { return word.text.begin; }) -
      words_.begin());
}

// The cues of a lead-in whose reach comes to its end reach over the list ("We cannot promise:").
void Analysis::add_carried(std::uint32_t block, HangingSlot& slot) {
  const sentences::Text& text = reading_->text;
  const std::uint32_t last = text.block_first_sentence[block + 1] - 1;
  const sentences::Sentence& sentence = text.sentences[last];
  const bool open = sentence.ending == Ending::colon || sentence.ending == Ending::none;
  std::uint32_t end = sentence.end_token;
  while (end > sentence.first_token && text.tokens[end - 1].kind == TokenKind::mark) --end;
  if (!open || end == sentence.first_token) {
    slot.hanging.first = size_of(hanging_);
    return;
  }
  const Range scopes = analyse(last).scopes;
  slot.hanging.first = size_of(hanging_);
  const std::uint32_t reached = text.tokens[end - 1].text.end;
  read_sentence(last);
  for (std::uint32_t i = scopes.first; i < scopes.first + scopes.count; ++i) {
    const Scope& scope = scopes_[i];
    if (scope.holds_cue || scope.reach.end < reached || is_aside(scope, end - sentence.first_token))
      continue;
    if (sentence.ending == Ending::none && scope.categories == bit(Category::negated) &&
        has_come_to_its_end(word_at(scope.cue.begin), end - sentence.first_token))
      continue;
    if (size_of(hanging_) - slot.hanging.first >= max_hanging) break;
    hanging_.push_back({scope.cue, scope.categories, true});
  }
  // A cue at the very end has nothing to reach over but the list.
  for (const Match& match : matches_.cues) {
    const Direction direction = index_->cues[match.cue].direction;
    if (direction != Direction::forward && direction != Direction::both) continue;
    const base::Span cue{words_[match.begin].text.begin, words_[match.end - 1].text.end};
    if (cue.end >= reached) hanging_.push_back({cue, match.categories, true});
  }
  const Word& word = words_[end - 1 - sentence.first_token];
  slot.infinitive = word.is(Known::to) || word.can_be(PartOfSpeech::modal);
}

void Analysis::add_hanging(const sentences::Sentence& sentence, std::uint32_t index,
                           const HangingSlot& slot) {
  const prose::Block& block = reading_->article.blocks[sentence.block];
  const bool first = index == reading_->text.block_first_sentence[sentence.block];
  for (std::uint32_t i = slot.hanging.first; i < slot.hanging.first + slot.hanging.count; ++i) {
    const Hanging& hanging = hanging_[i];
    if (hanging.carried ? first && block.starts_item
                        : has(hanging.categories, Category::negated) && !has_own_claim()) {
      const Categories categories = hanging.carried ? hanging.categories : bit(Category::negated);
      scopes_.push_back({sentence.text, hanging.cue, categories, false});
    }
  }
}

// Under "What it is not" a sentence with a verb or a denial of its own speaks for itself.
bool Analysis::has_own_claim() const {
  const bool denies = std::ranges::any_of(
      matches_.cues, [](const Match& match) { return has(match.categories, Category::negated); });
  if (denies) return true;
  for (std::size_t i = 0; i < words_.size(); ++i)
    if (is_finite(words_, i)) return true;
  return false;
}

void Analysis::add_block_scope(base::Span room, base::Span cue, Categories categories) {
  for (Categories rest = categories; rest != 0; rest &= rest - 1) {
    const Categories one = rest & (~rest + 1);
    base::Span reach = room;
    for (const End& end : matches_.ends) {
      if ((end.categories & one) == 0 || words_[end.at].text.begin < room.begin) continue;
      reach.end = std::min(room.end, words_[end.at].text.begin);
      break;
    }
    if (reach.begin < reach.end) block_scopes_.push_back({reach, cue, one, false});
  }
}

bool Analysis::has_quotation_marks(std::uint32_t block) const {
  const sentences::Text& text = reading_->text;
  for (std::uint32_t i = text.block_first_token[block]; i < text.block_first_token[block + 1];
       ++i) {
    if (text.tokens[i].kind != TokenKind::mark) continue;
    const Known mark = known_mark(reading_->view(text.tokens[i].text));
    if (mark == Known::quote || mark == Known::apostrophe) return true;
  }
  return false;
}

// "It does not hurt.": nothing else, and that a denial.
bool Analysis::is_one_denial(std::uint32_t block) const {
  return reading_->text.sentences_of_block(block).size() == 1 &&
         std::ranges::any_of(matches_.cues, [](const Match& match) {
           return has(match.categories, Category::negated);
         });
}

// "It can", and below it verbs, each a block quotation: some pages set their lists so.
bool Analysis::completes_sentence(std::uint32_t block) const {
  constexpr std::uint32_t longest_row = 16;  // of block quotations one below the other
  const std::vector<prose::Block>& blocks = reading_->article.blocks;
  const sentences::Text& text = reading_->text;
  if (!prose::has(blocks[block].scopes, prose::Scope::quote) || blocks[block].quote_depth > 1)
    return false;
  std::uint32_t before = block;
  while (before > 0 && block - before < longest_row &&
         prose::has(blocks[before].scopes, prose::Scope::quote))
    --before;
  const std::uint32_t end = text.block_first_token[before + 1];
  if (end == text.block_first_token[before]) return false;
  const sentences::Token& last = text.tokens[end - 1];
  if (last.kind != TokenKind::word) return false;
  const lexicon::Entry& entry = reading_->lexicon[reading_->lexicon[last.word].folded];
  return entry.text == "to" || lexicon::has(entry.parts, PartOfSpeech::modal);
}

// Whether a block quotation quotes somebody: by marks, by a person who speaks of himself, by a name
// or a source beside it. Page templates set paragraphs of the author's own as block quotations,
// too.
bool Analysis::quotes_somebody(std::uint32_t block) const {
  constexpr std::uint32_t shortest_of_own = 12;  // words
  const std::vector<prose::Block>& blocks = reading_->article.blocks;
  const sentences::Text& text = reading_->text;
  const std::uint32_t first = text.block_first_token[block];
  const std::uint32_t end = text.block_first_token[block + 1];
  if (completes_sentence(block)) return has_quotation_marks(block);
  if (end - first < shortest_of_own || blocks[block].quote_depth > 1 || has_quotation_marks(block))
    return true;
  const auto ends_sentence = [&](std::uint32_t one) {
    const std::string_view last =
        reading_->view(text.tokens[text.block_first_token[one + 1] - 1].text);
    return last == "." || last == "!" || last == "?";
  };
  const auto is_source = [&](std::uint32_t one) {  // "– Dana, 34"
    const std::uint32_t from = text.block_first_token[one];
    const std::uint32_t to = text.block_first_token[one + 1];
    return from < to && to - from < shortest_of_own &&
           (known_mark(reading_->view(text.tokens[from].text)) == Known::dash ||
            (prose::has(blocks[one].scopes, prose::Scope::quote) && !ends_sentence(one)));
  };
  if (!ends_sentence(block)) return true;
  const bool is_led_in = block > 0 && text.block_first_token[block] > 0 &&
                         reading_->view(text.tokens[first - 1].text) == ":";
  return is_led_in || (block + 1 < blocks.size() && is_source(block + 1)) ||
         (block > 0 && prose::has(blocks[block - 1].scopes, prose::Scope::quote) &&
          is_source(block - 1));
}

const Analysis::BlockSlot& Analysis::analyse_block(std::uint32_t block) {
  const std::vector<prose::Block>& blocks = reading_->article.blocks;
  if (block_slots_.size() < blocks.size()) block_slots_.resize(blocks.size());
  if (block_slots_[block].article == article_) return block_slots_[block];
  const prose::Block& one = blocks[block];
  const HangingSlot lead_in = hanging_from(one.lead_in, true);
  HangingSlot above = hanging_from(one.heading, false);
  const HangingSlot column = hanging_from(one.table_header, false);
  const Label before = block > 0 ? label_of(block - 1) : Label{};
  const Label label = label_of(block);

  BlockSlot slot{.article = article_,
                 .scopes = {size_of(block_scopes_), 0},
                 .quotations = {size_of(quotations_), 0}};
  const bool quoting = prose::has(one.scopes, prose::Scope::quote) || has_quotation_marks(block);
  const bool hangs = lead_in.hanging.count + above.hanging.count + column.hanging.count > 0;
  if (!quoting && !hangs && label.categories == 0 && !before.alone)
    return block_slots_[block] = slot;

  read_words(reading_->text.block_first_token[block], reading_->text.block_first_token[block + 1]);
  if (label.categories != 0)
    add_block_scope({label.rest, one.text.end}, label.cue, label.categories);
  if (before.alone && before.categories != 0)
    add_block_scope(one.text, before.cue, before.categories);
  // A title says what the article is about, not that each of its paragraphs is so; an item below
  // "13 myths" may name one and answer it, or be the answer.
  const bool titled =
      one.heading != prose::no_block && blocks[one.heading].level <= 1 && one.level == 0;
  if (titled && (one.list_depth == 0 || is_one_denial(block))) above.hanging.count = 0;
  const base::Span first_sentence =
      words_.empty() ? one.text : reading_->text.sentences_of_block(block).front().text;
  for (const HangingSlot& from : {lead_in, above, column}) {
    for (std::uint32_t i = from.hanging.first; i < from.hanging.first + from.hanging.count; ++i) {
      const Hanging hanging = hanging_[i];
      if (hanging.carried) continue;
      const bool is_first_said = titled && hanging.categories == bit(Category::myth);
      add_block_scope(is_first_said ? first_sentence : one.text, hanging.cue,
                      hanging.categories & ~bit(Category::negated));
    }
  }
  if (prose::has(one.scopes, prose::Scope::quote) && !words_.empty()) {
    const Match* person = testimonial_inside(*index_, matches_, {0, size_of(words_)});
    if (person != nullptr || quotes_somebody(block))
      block_scopes_.push_back({one.text, words_.front().text, bit(Category::quoted), true});
    if (person != nullptr)
      block_scopes_.push_back(
          {one.text, words_[person->begin].text, bit(Category::testimonial), true});
  }
  if (has_quotation_marks(block)) add_quotations(*index_, words_, matches_, quotations_);
  slot.scopes.count = size_of(block_scopes_) - slot.scopes.first;
  slot.quotations.count = size_of(quotations_) - slot.quotations.first;
  return block_slots_[block] = slot;
}

}  // namespace linter::context
