#include "linter/assertions/subjects.h"

#include <algorithm>
#include <array>
#include <string_view>

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
  turns_.clear();
  only_ = main_ = title_ = knowledge::none;
  title_compares_ = several_ = false;
}

void Subjects::add(const Mention& mention) {
  if (!knowledge_->concept_of(mention.meaning).subject || mention.another || is_missing(mention))
    return;
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

// "No filler. No risk of lumps.", "without surgery"
bool Subjects::is_missing(const Mention& mention) const {
  if (mention.first_token == reading_->text.sentences[mention.sentence].first_token) return false;
  const std::uint32_t before = mention.first_token - 1;
  const std::string_view word = reading_->view(reading_->text.tokens[before].text);
  return word == "no" || word == "No" || word == "without" || word == "Without";
}

void Subjects::turn_from(std::uint32_t sentence) {
  turns_.push_back(sentence);
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
  const std::uint32_t title = reading_->article.title;
  if (title != prose::no_block) {
    const Subject named = in_block(title, UINT32_MAX);
    title_ = named.meaning;
    title_compares_ = named.confidence == one_of_several && holds_two_sides(title);
  }
  several_ = different > 1;
  if (different == 1 && best >= enough_names && names_main_thing()) only_ = main_;
}

// Whether an article that names one thing alone is about it: the title says so, or a good share of
// its blocks.
bool Subjects::names_main_thing() const {
  static constexpr std::size_t share = 10;
  if (title_ == main_) return true;
  std::size_t naming = 0;
  for (std::size_t at = 0; at < places_.size(); ++at)
    if (places_[at].meaning == main_ && (at == 0 || places_[at].block != places_[at - 1].block))
      ++naming;
  return naming * share >= reading_->article.blocks.size();
}

lexicon::PosMask Subjects::parts_of(std::uint32_t token) const {
  const sentences::Token& one = reading_->text.tokens[token];
  return one.kind == sentences::TokenKind::word ? reading_->lexicon[one.word].parts
                                                : lexicon::PosMask{};
}

// Whether other nouns, and nothing that links them, stand between the mention and a subject behind
// it.
bool Subjects::is_apart(const Mention& mention, const Subject& after) const {
  using enum lexicon::PartOfSpeech;
  std::size_t nouns = 0;
  for (std::uint32_t token = mention.end_token;
       reading_->text.tokens[token].text.begin < after.text.begin; ++token) {
    if (reading_->text.tokens[token].kind != sentences::TokenKind::word) return false;
    const lexicon::PosMask parts = parts_of(token);
    if (lexicon::has(parts, preposition) || lexicon::has(parts, conjunction)) return false;
    if (lexicon::has(parts, noun)) ++nouns;
  }
  return nouns >= 2;
}

// "Pregnancy-safe facials skip retinoids": said of the facials.
bool Subjects::describes_another(const Mention& mention, const Subject& after,
                                 const context::Clause& clause,
                                 std::span<const Mention> in_sentence) const {
  using enum lexicon::PartOfSpeech;
  if (clause.verb.empty() || clause.subject.empty()) return is_apart(mention, after);
  if (mention.text.end > clause.subject.begin || clause.verb.begin < clause.subject.end)
    return false;
  const std::uint32_t head = reading_->text.token_at(clause.subject.begin);
  for (std::uint32_t token = mention.end_token; token < head; ++token) {
    const lexicon::PosMask parts = parts_of(token);
    const bool noun_phrase = lexicon::has(parts, noun) || lexicon::has(parts, adjective);
    if (!noun_phrase) return false;
  }
  return lexicon::has(parts_of(head), noun) &&
         std::ranges::none_of(in_sentence, [&](const Mention& other) {
           return other.text.overlaps(clause.subject);
         });
}

// "a transplant or non-surgical restoration": said of the other one of the two.
bool Subjects::is_listed_beside(const Mention& mention, const Subject& before,
                                const context::Clause& clause) const {
  using enum lexicon::PartOfSpeech;
  if (mention.first_token == 0 || mention.end_token >= reading_->text.tokens.size()) return false;
  const sentences::Token& link = reading_->text.tokens[mention.first_token - 1];
  const std::string_view word = reading_->view(link.text);
  const bool joins = word == "or" || word == "and" || word == "versus" || word == "vs";
  const bool verb_between = clause.verb.begin >= before.text.end &&
                            clause.verb.end <= mention.text.begin && !clause.verb.empty();
  const lexicon::PosMask last = parts_of(mention.end_token - 1);
  const lexicon::PosMask next = parts_of(mention.end_token);
  return joins && before.text.end <= link.text.begin && !verb_between &&
         lexicon::has(last, adjective) && !lexicon::has(last, noun) && lexicon::has(next, noun) &&
         !lexicon::has(next, preposition);
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

// Whether a sentence between has gone on to another thing.
bool Subjects::is_turned_from(const Subject& here, std::uint32_t sentence) const {
  return std::ranges::any_of(turns_, [&](std::uint32_t turn) {
    return turn < sentence &&
           reading_->text.sentences[turn].block == reading_->text.sentences[sentence].block &&
           here.text.end <= reading_->text.sentences[turn].text.begin;
  });
}

// "X or Y?", "How does X compare with Y?": what stands below can be said of either.
bool Subjects::holds_two_sides(std::uint32_t block) const {
  static constexpr std::array<std::string_view, 10> words = {
      "vs",   "versus", "compare",    "compared",  "compares",
      "than", "or",     "difference", "different", "alternative"};
  for (const sentences::Sentence& sentence : reading_->text.sentences) {
    if (sentence.block != block) continue;
    for (std::uint32_t token = sentence.first_token; token < sentence.end_token; ++token) {
      const std::string_view text = reading_->view(reading_->text.tokens[token].text);
      if (std::ranges::find(words, text) != words.end()) return true;
    }
  }
  return false;
}

Subject Subjects::inherited(std::uint32_t sentence) const {
  const std::uint32_t block = reading_->text.sentences[sentence].block;
  if (const Subject here = in_block(block, sentence); here.meaning != knowledge::none)
    return is_turned_from(here, sentence) ? Subject{} : here;
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
      if (holds_two_sides(heading)) above.confidence = std::min(above.confidence, one_of_several);
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
  if (title_compares_) return {};
  if (title_ != knowledge::none)
    return {title_, Origin::title, title_ == main_ ? sure : one_of_several,
            reading_->article.blocks[reading_->article.title].text};
  // What it names most often, unless its sections speak of one thing after the other.
  if (main_ != knowledge::none && counts_[main_] >= enough_names &&
      (!several_ || reading_->article.title == prose::no_block))
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

Subject Subjects::of(const Mention& mention, const context::Clause& clause,
                     std::span<const Mention> in_sentence) const {
  Subject before;
  Subject after;
  Subject earlier;
  bool close_behind = false;
  for (const Mention& other : in_sentence) {
    if (!knowledge_->concept_of(other.meaning).subject || other.text == mention.text ||
        other.absent)
      continue;
    if (other.text.end <= mention.text.begin && is_mentioned_beside(other)) continue;
    if (!clause.text.contains(other.text)) {
      if (other.text.end <= clause.text.begin)
        earlier = {other.another ? knowledge::none : other.meaning, Origin::sentence, named_near,
                   other.text};
    } else if (other.text.begin < mention.text.begin) {
      before = {other.another ? knowledge::none : other.meaning, Origin::clause, stated,
                other.text};
    } else if (after.meaning == knowledge::none && !other.another) {
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
  if (!before.text.empty()) return is_listed_beside(mention, before, clause) ? Subject{} : before;
  if (after.meaning != knowledge::none)
    return describes_another(mention, after, clause, in_sentence) ? Subject{} : after;
  if (!earlier.text.empty()) return earlier;
  return inherited(mention.sentence);
}

}  // namespace linter::assertions
