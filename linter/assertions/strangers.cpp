// A thing that a sentence names and no pack knows: what is said of it is not said of the article's
// own.
//
// Told by the shape of the noun phrase: a head that ends the names of subjects, with a noun of its
// own before it ("the enzyme facial"), or a noun without a determiner that points back
// ("Bakuchiol", "a massage").
#include <algorithm>
#include <array>
#include <string>
#include <string_view>

#include "linter/assertions/extract.h"
#include "linter/assertions/sentence_shape.h"
#include "linter/base/utf8.h"
#include "linter/lexicon/word_classes.h"

namespace linter::assertions {

using lexicon::is_of;
using lexicon::PartOfSpeech;
using lexicon::WordClass;

namespace {

// What people are called by.
constexpr std::array<std::string_view, 14> people = {"er",   "ers",   "or",   "ors",   "ist",
                                                     "ists", "ian",   "ians", "ee",    "ees",
                                                     "men",  "women", "mums", "ladies"};

// Words that are adjectives before they are nouns, beside those with an ending of adjectives.
constexpr std::array<std::string_view, 14> adjective_endings = {
    "al",   "ic",  "ive", "ous", "ful", "less", "able",
    "ible", "ary", "ant", "ent", "ern", "ish",  "ular"};

bool is_adjective_first(std::string_view word) {
  const std::string lower = base::lower(word);
  return is_of(WordClass::adjective_first, lower) ||
         std::ranges::any_of(adjective_endings,
                             [&](std::string_view ending) { return lower.ends_with(ending); });
}

}  // namespace

// Whether a word, one or many, stands in a name.
bool SentenceShape::is_word_of(Span own, std::uint32_t token) const {
  std::string word = base::lower(text_of(token));
  if (word.ends_with('s')) word.pop_back();
  return base::lower(reading_->view(own)).contains(word);
}

// The first word of the noun phrase that ends at a token, determiner included.
std::uint32_t SentenceShape::begin_of_phrase(std::uint32_t head) const {
  constexpr lexicon::PosMask describing = (PartOfSpeech::noun | PartOfSpeech::adjective) |
                                          (PartOfSpeech::gerund | PartOfSpeech::number);
  std::uint32_t first = head;
  while (first > begin_) {
    const std::uint32_t before = first - 1;
    const lexicon::PosMask parts = parts_of(before);
    if (text_of(before) == "-") {
      first = before;
      continue;
    }
    if (lexicon::has(parts, PartOfSpeech::determiner)) return before;
    if (lexicon::has(parts, PartOfSpeech::preposition) ||
        lexicon::has(parts, PartOfSpeech::auxiliary) || at(before) == Kind::joining ||
        at(before) == Kind::mark || at(before) == Kind::verb || (parts & describing) == 0)
      break;
    first = before;
  }
  return first;
}

// A noun that no pack knows before the last word of a name: "(the) enzyme (facial)".
bool SentenceShape::is_unknown_noun(std::uint32_t token,
                                    std::span<const lexicon::WordId> known) const {
  if (at(token) != Kind::content || in_mention_[token - begin_]) return false;
  const lexicon::PosMask parts = parts_of(token);
  constexpr lexicon::PosMask others = (PartOfSpeech::gerund | PartOfSpeech::participle) |
                                      static_cast<lexicon::PosMask>(PartOfSpeech::determiner);
  if (!lexicon::has(parts, PartOfSpeech::noun) || (parts & others) != 0 ||
      (lexicon::has(parts, PartOfSpeech::adjective) && is_adjective_first(text_of(token))))
    return false;
  const auto is_hyphen = [&](std::uint32_t one) { return one < end_ && text_of(one) == "-"; };
  if (is_hyphen(token + 1) || (token > begin_ && is_hyphen(token - 1))) return false;
  const lexicon::WordId word = reading_->lexicon[reading_->text.tokens[token].word].folded;
  const auto is_known = [&](lexicon::WordId one) { return reading_->lexicon[one].folded == word; };
  return !text_of(token).ends_with('s') && std::ranges::none_of(known, is_known) &&
         !is_of(WordClass::occasion, reading_->lexicon[word].text);
}

bool SentenceShape::is_unknown_compound(std::uint32_t first, std::uint32_t head, Span own,
                                        std::span<const lexicon::WordId> known) const {
  const auto names_subject = [&](const Mention& mention) {
    return mention.first_token <= head && first < mention.end_token &&
           knowledge_->concept_of(mention.meaning).subject;
  };
  if (head <= first || !heads_->heads_subject(head) || is_word_of(own, head) ||
      std::ranges::any_of(finds_->mentions, names_subject))
    return false;
  for (std::uint32_t token = first; token < head; ++token)
    if (is_unknown_noun(token, known)) return true;
  return false;
}

bool SentenceShape::names_stranger(const context::Clause& clause, const Mention& of, Span own,
                                   std::span<const lexicon::WordId> known) const {
  if (opens_with_stranger(own, known) && clause.subject.empty()) return true;
  if (names_stranger_behind(of, own, known)) return true;
  if (clause.subject.empty() || clause.subject == clause.verb || clause.subject.end > of.text.begin)
    return false;
  const std::uint32_t head = reading_->text.token_at(clause.subject.begin);
  if (head < begin_ || head >= end_ ||
      reading_->text.tokens[head].kind != sentences::TokenKind::word)
    return false;
  const std::uint32_t first = begin_of_phrase(head);
  if (is_unknown_compound(first, head, own, known)) return true;
  return !is_done_to(of, clause) && is_bare_stranger(first, head, known) &&
         !names_part(head + 1, of.first_token);
}

bool SentenceShape::is_done_to(const Mention& mention, const context::Clause& clause) const {
  static constexpr std::array<std::string_view, 6> passive = {"is", "are", "was",
                                                              "were", "get", "gets"};
  if (mention.end_token < mention.first_token + 2 || clause.subject.end > mention.text.begin)
    return false;
  // "are injected", "are then injected under the"
  const auto is_passive = [&](std::uint32_t token) {
    return token >= begin_ && lexicon::has(parts_of(token + 1), PartOfSpeech::participle) &&
           std::ranges::find(passive, text_of(token)) != passive.end();
  };
  return is_passive(mention.first_token) ||
         (mention.first_token > begin_ && is_passive(mention.first_token - 1));
}

// "Redness after the enzyme facial"
bool SentenceShape::names_stranger_behind(const Mention& of, Span own,
                                          std::span<const lexicon::WordId> known) const {
  std::uint32_t token = of.end_token;
  if (token >= end_ || !lexicon::has(parts_of(token), PartOfSpeech::preposition)) return false;
  const std::uint32_t end = end_of_phrase(++token);
  return end > token && is_unknown_compound(token, end - 1, own, known);
}

// "Enzyme facial", "Enzyme facial: no redness"
bool SentenceShape::opens_with_stranger(Span own, std::span<const lexicon::WordId> known) const {
  static constexpr std::uint32_t longest = 5;
  std::uint32_t end = begin_;
  while (end < end_ && end - begin_ <= longest && at(end) != Kind::mark &&
         at(end) != Kind::joining && at(end) != Kind::preposition)
    ++end;
  const bool labels =
      end == end_ || text_of(end) == ":" || text_of(end) == "–" || text_of(end) == "—";
  return labels && end > begin_ + 1 && end - begin_ <= longest &&
         is_unknown_compound(begin_, end - 1, own, known);
}

bool SentenceShape::points_back(const context::Clause& clause) const {
  static constexpr std::array<std::string_view, 8> pointing = {"the",  "our",   "your", "its",
                                                               "this", "these", "each", "every"};
  const std::uint32_t head = reading_->text.token_at(clause.subject.begin);
  return head >= begin_ && head < end_ &&
         std::ranges::find(pointing, base::lower(text_of(begin_of_phrase(head)))) != pointing.end();
}

bool SentenceShape::is_yours(const context::Clause& clause) const {
  const std::uint32_t head = reading_->text.token_at(clause.subject.begin);
  return head >= begin_ && head < end_ && base::lower(text_of(begin_of_phrase(head))) == "your";
}

// A noun that no pack knows, without a word that points back: "Bakuchiol", "a massage"; not "the
// plan", nor people.
bool SentenceShape::is_bare_stranger(std::uint32_t first, std::uint32_t head,
                                     std::span<const lexicon::WordId> known) const {
  const lexicon::PosMask parts = parts_of(head);
  constexpr lexicon::PosMask others = (PartOfSpeech::pronoun | PartOfSpeech::relative) |
                                      (PartOfSpeech::number | PartOfSpeech::gerund) |
                                      (PartOfSpeech::determiner | PartOfSpeech::adverb);
  if (at(head) != Kind::content || !lexicon::has(parts, PartOfSpeech::noun) ||
      (parts & others) != 0 || heads_->heads_subject(head))
    return false;
  for (std::uint32_t token = first; token <= head; ++token)
    if (in_mention_[token - begin_]) return false;
  const std::string_view opening = text_of(first);
  const bool indefinite = opening == "a" || opening == "an" || opening == "A" || opening == "An";
  if (!indefinite && lexicon::has(parts_of(first), PartOfSpeech::determiner)) return false;
  const std::string_view noun = text_of(head);
  const lexicon::WordId word = reading_->lexicon[reading_->text.tokens[head].word].folded;
  const auto is_known = [&](lexicon::WordId one) { return reading_->lexicon[one].folded == word; };
  const auto ends = [&](std::string_view ending) { return noun.ends_with(ending); };
  return std::ranges::none_of(known, is_known) && std::ranges::none_of(people, ends);
}

// Whether a part of what the article is about is named between two tokens: "Mothers can have the
// treatment".
bool SentenceShape::names_part(std::uint32_t from_token, std::uint32_t to_token) const {
  return std::ranges::any_of(finds_->mentions, [&](const Mention& mention) {
    return mention.first_token >= from_token && mention.end_token <= to_token &&
           knowledge_->types[knowledge_->concept_of(mention.meaning).type].part;
  });
}

// A heading, or the first cell of a row, that names a thing which no pack knows.
void Extractor::note_stranger(std::uint32_t sentence) {
  const std::uint32_t block = reading_->text.sentences[sentence].block;
  const prose::Block& place = reading_->article.blocks[block];
  const bool heads = prose::has(place.scopes, prose::Scope::heading) ||
                     (prose::has(place.scopes, prose::Scope::table) && place.starts_item);
  if (is_heading_taken_up(sentence)) subjects_.add_stranger(block - 1);
  if (heads_column_of_others(sentence)) subjects_.add_stranger(block);
  if (!heads || block == reading_->article.title) return;
  note_sibling(sentence);
  const Span title = reading_->article.title == prose::no_block
                         ? Span{}
                         : reading_->article.blocks[reading_->article.title].text;
  shape_.read(*reading_, *knowledge_, finds_, finder_, sentence);
  if (shape_.opens_with_stranger(title, title_words_)) subjects_.add_stranger(block);
}

// "| | Our mask | Other masks |": what stands below is said of another thing.
bool Extractor::heads_column_of_others(std::uint32_t sentence) const {
  const sentences::Sentence& place = reading_->text.sentences[sentence];
  const prose::Block& block = reading_->article.blocks[place.block];
  if (!prose::has(block.scopes, prose::Scope::table) || block.table_header != prose::no_block)
    return false;
  const std::string_view first = reading_->view(reading_->text.tokens[place.first_token].text);
  return first == "Other" || first == "Others" || first == "other" ||
         std::ranges::any_of(finds_.bands, [&](const Found& band) {
           return knowledge_->bands[band.id].of == knowledge::Band::Of::another;
         });
}

// What a heading shares with one that names another case; none where it is no name of a few words.
std::optional<Extractor::HeadingName> Extractor::name_in_heading(std::uint32_t sentence) const {
  static constexpr std::uint32_t longest = 4;
  const sentences::Sentence& place = reading_->text.sentences[sentence];
  const std::uint32_t count = place.end_token - place.first_token;
  const prose::Block& block = reading_->article.blocks[place.block];
  if (count < 2 || count > longest || place.ending != sentences::Ending::none ||
      !finds_.labels.empty() || !prose::has(block.scopes, prose::Scope::heading))
    return std::nullopt;
  const auto is_said = [&](const Mention& mention) {
    return knowledge_->concept_of(mention.meaning).type != population_type_;
  };
  if (std::ranges::any_of(finds_.mentions, is_said)) return std::nullopt;
  constexpr lexicon::PosMask naming = (PartOfSpeech::noun | PartOfSpeech::adjective) |
                                      (PartOfSpeech::proper_noun | PartOfSpeech::plural);
  constexpr lexicon::PosMask small = (PartOfSpeech::determiner | PartOfSpeech::preposition) |
                                     (PartOfSpeech::pronoun | PartOfSpeech::conjunction);
  const std::uint32_t last = place.end_token - 1;
  for (std::uint32_t token = place.first_token; token <= last; ++token) {
    const sentences::Token& one = reading_->text.tokens[token];
    if (token == last && one.kind == sentences::TokenKind::number) break;
    if (one.kind != sentences::TokenKind::word) return std::nullopt;
    const lexicon::PosMask parts = parts_of(token);
    if ((parts & small) != 0 || (parts != 0 && (parts & naming) == 0)) return std::nullopt;
  }
  const auto folded = [&](std::uint32_t token) {
    return reading_->lexicon[reading_->text.tokens[token].word].folded;
  };
  // "Quick Answer" beside "Full Answer"
  if (is_of(WordClass::rubric, reading_->lexicon[folded(last)].text)) return std::nullopt;
  return HeadingName{place.block, block.level, folded(place.first_token), folded(last),
                     reading_->text.tokens[last].kind == sentences::TokenKind::number};
}

// "## Small homes" beside "## Large homes", "## Alpha Snow 5" beside "## Beta Ice 2": each is of a
// case or thing of its own.
void Extractor::note_sibling(std::uint32_t sentence) {
  const prose::Block& block = reading_->article.blocks[reading_->text.sentences[sentence].block];
  if (!prose::has(block.scopes, prose::Scope::heading)) return;
  std::erase_if(heading_names_, [&](const HeadingName& one) { return one.level > block.level; });
  const auto name = name_in_heading(sentence);
  if (!name) return;
  for (const HeadingName& other : heading_names_) {
    const bool alike = name->numbered ? other.numbered : other.last == name->last;
    if (other.level != name->level || !alike || other.first == name->first) continue;
    subjects_.add_stranger(other.block);
    subjects_.add_stranger(name->block);
    break;
  }
  static constexpr std::size_t most = 32;  // sisters further above are not looked for
  if (heading_names_.size() == most) heading_names_.erase(heading_names_.begin());
  heading_names_.push_back(*name);
}

// "## Electrolysis", and below it "Electrolysis works hair by hair": the heading names a thing of
// its own, which no pack knows.
bool Extractor::is_heading_taken_up(std::uint32_t sentence) const {
  static constexpr std::uint32_t longest = 3;
  constexpr lexicon::PosMask verbal =
      (lexicon::PartOfSpeech::finite_verb | lexicon::PartOfSpeech::auxiliary) |
      static_cast<lexicon::PosMask>(lexicon::PartOfSpeech::modal);
  const sentences::Sentence& below = reading_->text.sentences[sentence];
  if (sentence == 0 || below.block == 0 || below.block - 1 == reading_->article.title) return false;
  const sentences::Sentence& above = reading_->text.sentences[sentence - 1];
  const std::uint32_t count = above.end_token - above.first_token;
  if (above.block + 1 != below.block || count == 0 || count > longest ||
      below.first_token + count >= below.end_token ||
      !prose::has(reading_->article.blocks[above.block].scopes, prose::Scope::heading))
    return false;
  static constexpr lexicon::WordId no_word = UINT32_MAX;
  const auto word_at = [&](std::uint32_t token) {
    const sentences::Token& one = reading_->text.tokens[token];
    return one.kind == sentences::TokenKind::word ? reading_->lexicon[one.word].folded : no_word;
  };
  for (std::uint32_t at = 0; at < count; ++at)
    if (word_at(above.first_token + at) == no_word ||
        word_at(above.first_token + at) != word_at(below.first_token + at))
      return false;
  const lexicon::WordId next = word_at(below.first_token + count);
  return next != no_word && (reading_->lexicon[next].parts & verbal) != 0 &&
         std::ranges::none_of(finds_.mentions, [&](const Mention& mention) {
           return mention.first_token < below.first_token + count;
         });
}

}  // namespace linter::assertions
