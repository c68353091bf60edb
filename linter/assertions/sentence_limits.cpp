// What limits a statement to some cases.
#include <algorithm>
#include <array>
#include <string_view>

#include "linter/assertions/sentence_shape.h"
#include "linter/base/hash.h"
#include "linter/lexicon/word_classes.h"

namespace linter::assertions {

using lexicon::is_of;
using lexicon::PartOfSpeech;
using lexicon::WordClass;
using sentences::Token;
using sentences::TokenKind;

namespace {

constexpr lexicon::PosMask nominal =
    lexicon::PartOfSpeech::noun | lexicon::PartOfSpeech::proper_noun;

// Prepositions whose phrase says in which cases something holds.
constexpr std::array<std::string_view, 9> limiting = {"with", "without", "using",  "at", "under",
                                                      "on",   "in",      "during", "via"};

}  // namespace

std::uint64_t SentenceShape::case_of(const context::Clause& clause) const {
  if (clause.subject.empty() || clause.subject == clause.verb) return 0;
  std::uint64_t digest = 0;
  const std::uint32_t head = reading_->text.token_at(clause.subject.begin);
  for (std::uint32_t token = begin_; token <= head && token < end_; ++token) {
    if (reading_->text.tokens[token].text.begin < clause.text.begin || at(token) != Kind::content)
      continue;
    if (token == head && heads_->heads_subject(token)) continue;
    if (is_of(WordClass::no_kind, folded(token))) continue;
    digest = (digest * 31) ^ base::hash64(reading_->view(reading_->text.tokens[token].text));
  }
  return digest == 0 ? 0 : digest | 1U;
}

std::uint64_t SentenceShape::limit_behind(const Mention& mention, Span clause) const {
  bool in_phrase = false;
  for (std::uint32_t token = mention.end_token; token < end_; ++token) {
    if (reading_->text.tokens[token].text.begin >= clause.end) break;
    const Kind kind = at(token);
    if (kind == Kind::preposition) in_phrase = true;
    if (kind == Kind::known || kind == Kind::verb || kind == Kind::mark) in_phrase = false;
    if (kind == Kind::content && in_phrase && (parts_of(token) & nominal) != 0)
      return base::hash64(reading_->view(reading_->text.tokens[token].text)) | 1U;
  }
  return 0;
}

// The end of the noun phrase that begins at a token.
std::uint32_t SentenceShape::end_of_phrase(std::uint32_t first) const {
  std::uint32_t token = first;
  for (; token < end_; ++token) {
    const Kind kind = at(token);
    if (kind == Kind::mark || kind == Kind::verb || kind == Kind::joining) break;
    if (kind == Kind::preposition && text_of(token) != "of") break;
    const lexicon::PosMask parts = parts_of(token);
    const bool new_phrase =
        token > first && (lexicon::has(parts, PartOfSpeech::negator) || text_of(token) == "no");
    if (new_phrase || lexicon::has(parts, PartOfSpeech::auxiliary) ||
        lexicon::has(parts, PartOfSpeech::modal) || lexicon::has(parts, PartOfSpeech::pronoun))
      break;
  }
  return token;
}

// Digest of what in a noun phrase is neither what articles are about nor who they are for; 0 =
// none.
std::uint64_t SentenceShape::limit_in(std::uint32_t first, std::uint32_t end) const {
  std::uint64_t digest = 0;
  const bool definite =
      text_of(first) == "the" || text_of(first) == "your" || text_of(first) == "its";
  bool described = false;  // "a desensitising gel"
  const auto add = [&](std::string_view words) {
    digest = ((digest * 31) ^ base::hash64(words)) | 1U;
  };
  for (std::uint32_t token = first; token < end; ++token) {
    const std::string_view text = text_of(token);
    if (text == "our" || text == "this" || text == "these") return 0;
    if (at(token) != Kind::content) continue;
    described = true;
    if ((parts_of(token) & nominal) != 0 && !is_of(WordClass::no_case, text)) add(text);
  }
  for (const FoundQuantity& quantity : finds_->quantities)
    if (quantity.first_token >= first && quantity.end_token <= end)
      add(reading_->view(quantity.text));
  for (const Mention& mention : finds_->mentions) {
    if (mention.first_token < first || mention.end_token > end ||
        is_of(WordClass::no_case, folded(mention.end_token - 1)))
      continue;
    const knowledge::Concept& meaning = knowledge_->concept_of(mention.meaning);
    const knowledge::ConceptType& type = knowledge_->types[meaning.type];
    // "with cooling", "with a desensitising gel", but "with the laser", "with this treatment"
    const bool bare = mention.first_token == first && mention.end_token == end;
    const bool special = type.part && !definite && (bare || described);
    if (special || (!type.subject && !type.part && type.name != "population")) add(meaning.id);
  }
  return digest;
}

std::uint64_t SentenceShape::described_before(const Mention& mention) const {
  if (mention.first_token == begin_) return 0;
  const std::uint32_t before = mention.first_token - 1;
  const auto counts = [&](const Found& number) {
    return number.first_token <= before && before < number.end_token;
  };
  if (std::ranges::any_of(finds_->units, counts)) return 0;  // "a 45-minute treatment"
  const bool describes = at(before) == Kind::known && !in_mention_[before - begin_] &&
                         lexicon::has(parts_of(before), PartOfSpeech::adjective) &&
                         std::ranges::none_of(finds_->numbers, counts) &&
                         std::ranges::none_of(finds_->bands, counts);
  if (at(before) != Kind::content && !describes) return 0;
  // "we offer lip filler", "Store kibble": the verb
  constexpr lexicon::PosMask verbal = PartOfSpeech::finite_verb | PartOfSpeech::base_form;
  constexpr lexicon::PosMask before_verb = (PartOfSpeech::pronoun | PartOfSpeech::modal);
  if (before > begin_ && (parts_of(before) & verbal) != 0 &&
      ((parts_of(before - 1) & before_verb) != 0 || text_of(before - 1) == "to"))
    return 0;
  if (before == begin_ && lexicon::has(parts_of(before), PartOfSpeech::base_form) &&
      !lexicon::has(parts_of(before), PartOfSpeech::adjective))
    return 0;
  if (is_of(WordClass::no_kind, folded(before))) return 0;
  return base::hash64(text_of(before)) | 1U;
}

// Digest of what tells behind the mention which ones are meant ("redness that lasts",
// "complications requiring surgery"); 0 = nothing.
std::uint64_t SentenceShape::described_behind(const Mention& mention) const {
  std::uint32_t token = mention.end_token;
  while (token < end_ &&
         (in_mention_[token - begin_] || at(token) == Kind::joining || text_of(token) == ")"))
    ++token;
  // "no darkening (modern inks)"
  if (mention.end_token + 1 < end_ && text_of(mention.end_token) == "(" &&
      at(mention.end_token + 1) == Kind::content)
    return base::hash64(text_of(mention.end_token + 1)) | 1U;
  if (token == end_ || token + 1 >= end_) return 0;
  // "that lasts", but not "that other treatments bring"
  constexpr lexicon::PosMask verbal = (PartOfSpeech::finite_verb | PartOfSpeech::auxiliary) |
                                      static_cast<lexicon::PosMask>(PartOfSpeech::modal);
  const bool relative = (text_of(token) == "that" || text_of(token) == "which") &&
                        (parts_of(token + 1) & verbal) != 0;
  static constexpr std::array<std::string_view, 5> relations = {"following", "resulting", "using",
                                                                "during", "including"};
  const bool gerund = lexicon::has(parts_of(token), PartOfSpeech::gerund) &&
                      (in_mention_[token - 1 - begin_] || text_of(token - 1) == ")") &&
                      std::ranges::find(relations, text_of(token)) == relations.end();
  if (!relative && !gerund) return 0;
  if (relative && (text_of(token - 1) == "," || (mention.denies && is_of_any(mention)))) return 0;
  return base::hash64(text_of(token + (relative ? 1 : 0))) | 1U;
}

// "It is a quick and painless treatment that ...": it is both.
bool SentenceShape::is_of_any(const Mention& mention) const {
  std::uint32_t token = mention.first_token;
  while (token > begin_ && (in_mention_[token - 1 - begin_] || at(token - 1) == Kind::joining ||
                            lexicon::has(parts_of(token - 1), PartOfSpeech::adjective)))
    --token;
  return token > begin_ && (text_of(token - 1) == "a" || text_of(token - 1) == "an");
}

// "Dogs that are used to it get none": which people are meant; 0 = no such words.
std::uint64_t SentenceShape::people_described(Span denial) const {
  for (const Mention& mention : finds_->mentions) {
    const knowledge::Concept& meaning = knowledge_->concept_of(mention.meaning);
    if (knowledge_->types[meaning.type].name != "population" || mention.universal ||
        mention.text.end > denial.begin || mention.end_token + 1 >= end_)
      continue;
    const std::string_view word = text_of(mention.end_token);
    if (word != "who" && word != "that" && word != "whose") continue;
    const auto names_subject = [&](const Mention& other) {
      return other.first_token > mention.end_token && other.text.end <= denial.begin &&
             knowledge_->concept_of(other.meaning).subject;
    };
    if (std::ranges::none_of(finds_->mentions, names_subject))
      return base::hash64(text_of(mention.end_token + 1)) | 1U;
  }
  return 0;
}

// "Some fillers", "fillers made of silicone", "fillers that are not made of gel": which of them are
// meant; 0 = no such words.
std::uint64_t SentenceShape::kind_described(Span denial) const {
  static constexpr std::array<std::string_view, 5> openings = {"made", "based", "containing",
                                                               "consisting", "of"};
  static constexpr std::array<std::string_view, 4> speakers = {"we", "you", "I", "our"};
  for (const Mention& mention : finds_->mentions) {
    const std::uint32_t next = mention.end_token;
    if (!knowledge_->concept_of(mention.meaning).subject || mention.text.end > denial.begin ||
        next + 1 >= end_ || reading_->text.tokens[next].text.begin >= denial.end)
      continue;
    if (is_some_of(mention)) return base::hash64(text_of(mention.first_token - 1)) | 1U;
    const std::string_view word = text_of(next);
    const bool relative = word == "that" || word == "which";
    if (relative && std::ranges::find(speakers, text_of(next + 1)) == speakers.end())
      return base::hash64(text_of(next + 1)) | 1U;
    if (std::ranges::find(openings, word) == openings.end()) continue;
    if (const std::uint64_t digest = limit_in(next + 1, end_of_phrase(next + 1))) return digest;
  }
  return 0;
}

bool SentenceShape::is_kind_of_subject(const context::Clause& clause) const {
  static constexpr std::array<std::string_view, 8> definite = {"the",   "our", "your", "this",
                                                               "these", "my",  "its",  "that"};
  for (const Mention& mention : finds_->mentions) {
    if (!mention.text.overlaps(clause.subject) || mention.first_token == begin_) continue;
    const knowledge::Concept& meaning = knowledge_->concept_of(mention.meaning);
    if (!meaning.subject && !knowledge_->types[meaning.type].part) continue;
    const std::uint32_t before = mention.first_token - 1;
    if (at(before) != Kind::content) continue;
    if (before == begin_ && lexicon::has(parts_of(before), PartOfSpeech::adjective)) return true;
    if ((parts_of(before) & nominal) != 0 ||
        !lexicon::has(parts_of(before), PartOfSpeech::adjective))
      continue;
    const auto is = [&](std::string_view one) {
      const std::string_view word = text_of(before - 1);
      return word.size() == one.size() && (word[0] | 0x20) == one[0] &&
             word.substr(1) == one.substr(1);
    };
    if (std::ranges::none_of(definite, is)) return true;
  }
  return false;
}

bool SentenceShape::heads_phrase(const Mention& mention, const context::Clause& clause) const {
  const std::uint32_t verb = reading_->text.token_at(clause.verb.begin);
  for (std::uint32_t token = reading_->text.token_at(clause.text.begin);
       token < mention.first_token; ++token)
    if (at(token) != Kind::small && !lexicon::has(parts_of(token), PartOfSpeech::adjective))
      return false;
  if (mention.end_token >= verb ||
      !lexicon::has(parts_of(mention.end_token), PartOfSpeech::preposition))
    return false;
  for (std::uint32_t token = mention.end_token; token < verb; ++token)
    if (at(token) == Kind::mark || at(token) == Kind::verb) return false;
  return true;
}

bool SentenceShape::is_action(const context::Clause& clause, const Mention& of) const {
  if (clause.subject.empty()) return false;
  const std::uint32_t token = reading_->text.token_at(clause.subject.begin);
  const bool opens = token == begin_ && begin_ < end_ && !in_mention_[0] &&
                     lexicon::has(parts_of(token), PartOfSpeech::gerund);
  return opens || agent_of(clause, of) == Agent::action;
}

bool SentenceShape::is_described(const Mention& mention) const {
  if (mention.end_token >= end_) return false;
  std::uint32_t next = mention.end_token;  // "anyone seriously thinking of it"
  if (next + 1 < end_ && lexicon::has(parts_of(next), PartOfSpeech::adverb) &&
      text_of(next).ends_with("ly"))
    ++next;
  const std::string_view word = text_of(next);
  return word == "who" || word == "that" || word == "whose" ||
         lexicon::has(parts_of(next), PartOfSpeech::gerund);
}

bool SentenceShape::is_wishing(const Mention& mention) const {
  static constexpr std::array<std::string_view, 8> wishes = {
      "looking", "wanting", "seeking", "wishing", "hoping", "wants", "wishes", "seeks"};
  std::uint32_t token = mention.end_token;
  if (token < end_ && text_of(token) == "who") ++token;
  if (token < end_ && text_of(token) == "is") ++token;
  return token < end_ && std::ranges::find(wishes, text_of(token)) != wishes.end();
}

std::uint64_t SentenceShape::advice_limit(const Mention& mention) const {
  static constexpr std::array<std::string_view, 5> openings = {"while", "when", "if", "unless",
                                                               "until"};
  for (std::uint32_t token = mention.end_token; token < end_; ++token) {
    if (std::ranges::find(openings, text_of(token)) == openings.end()) continue;
    std::uint64_t digest = 1;
    for (std::uint32_t inside = token; inside < end_ && text_of(inside) != ","; ++inside)
      digest = ((digest * 31) ^ base::hash64(text_of(inside))) | 1U;
    return digest;
  }
  return 0;
}

// "For deep scars, ...": digest of the case that is named in front; 0 = only what is spoken of
// ("For this peel we charge").
std::uint64_t SentenceShape::fronted_case(std::uint32_t first) const {
  const auto is_subject = [&](std::uint32_t token) {
    return std::ranges::any_of(finds_->mentions, [&](const Mention& one) {
      return one.first_token <= token && token < one.end_token &&
             knowledge_->concept_of(one.meaning).subject;
    });
  };
  std::uint64_t digest = 0;
  for (std::uint32_t token = first; token < end_ && text_of(token) != ","; ++token) {
    if (lexicon::has(parts_of(token), PartOfSpeech::pronoun)) break;
    if (is_subject(token)) continue;
    if (at(token) == Kind::content || at(token) == Kind::verb || in_mention_[token - begin_])
      digest = ((digest * 31) ^ base::hash64(text_of(token))) | 1U;
  }
  return digest;
}

std::uint64_t SentenceShape::subordinate_limit() const {
  static constexpr std::array<std::string_view, 5> openings = {"when", "if", "unless", "where",
                                                               "provided"};
  // "In some cases more than five are needed"
  if (begin_ + 1 < end_ && text_of(begin_) == "In" &&
      is_of(WordClass::some_of, text_of(begin_ + 1)))
    return base::hash64(text_of(begin_ + 1)) | 1U;
  for (std::uint32_t token = begin_; token < end_; ++token) {
    const std::string_view text = text_of(token);
    // "For deep scars, four to six sessions are needed"
    const bool fronted_thing =
        token == begin_ && (text == "With" || text == "Without" || text == "Using");
    const bool opens = (token == begin_ && text == "For") || fronted_thing ||
                       std::ranges::any_of(openings, [&](std::string_view one) {
                         return one.size() == text.size() && one.substr(1) == text.substr(1) &&
                                (text[0] | 0x20) == one[0];
                       });
    if (!opens) continue;
    if (text == "For" || fronted_thing) {
      if (const std::uint64_t fronted = fronted_case(token + 1))
        return fronted ^ (text == "Without" ? 2U : 0U);
      continue;
    }
    std::uint64_t digest = 1;
    for (std::uint32_t inside = token + 1; inside < end_ && text_of(inside) != ","; ++inside)
      if (at(inside) == Kind::content || at(inside) == Kind::verb || in_mention_[inside - begin_])
        digest = ((digest * 31) ^ base::hash64(text_of(inside))) | 1U;
    return digest;
  }
  return 0;
}

bool SentenceShape::is_in_next_predicate(const Mention& mention, std::uint32_t token) const {
  constexpr lexicon::PosMask helping = PartOfSpeech::auxiliary | PartOfSpeech::modal;
  bool joined = false;
  for (std::uint32_t one = mention.end_token; one < token && one < end_; ++one) {
    const std::string_view text = text_of(one);
    if (text == "and" || text == "but") {
      joined = true;
      continue;
    }
    const lexicon::PosMask parts = parts_of(one);
    const bool verbal = lexicon::has(parts, PartOfSpeech::finite_verb) ||
                        lexicon::has(parts, PartOfSpeech::base_form);
    const bool led =
        one > begin_ && lexicon::has(parts_of(one - 1), PartOfSpeech::modal);  // "can hide"
    const bool other = (parts & nominal) != 0 || lexicon::has(parts, PartOfSpeech::adjective);
    if (joined && verbal && (parts & helping) == 0 && (led || !other)) return true;
  }
  return false;
}

bool SentenceShape::is_range_mark(std::uint32_t token) const {
  return token < end_ && (text_of(token) == "-" || text_of(token) == "–");
}

bool SentenceShape::describes(const Found& cue) const {
  if (cue.first_token == begin_ || !lexicon::has(parts_of(cue.first_token), PartOfSpeech::gerund))
    return false;
  return in_mention_[cue.first_token - 1 - begin_] || at(cue.first_token - 1) == Kind::content;
}

std::uint64_t SentenceShape::unknown_words() const {
  std::uint64_t digest = 0;
  for (std::uint32_t token = begin_; token < end_; ++token)
    if (at(token) == Kind::content || at(token) == Kind::verb)
      digest = ((digest * 31) ^ base::hash64(text_of(token))) | 1U;
  return digest;
}

bool SentenceShape::denies_kind(Span denial, const context::Clause& clause) const {
  if (denial.empty() || clause.subject.empty() || clause.subject.begin < denial.end) return false;
  std::uint32_t token = reading_->text.token_at(denial.begin);
  // A heading's or lead-in's denial stands in a sentence of its own.
  if (token < begin_ || token >= end_ || !lexicon::has(parts_of(token), PartOfSpeech::determiner))
    return false;
  while (token < end_ && reading_->text.tokens[token].text.begin < denial.end) ++token;
  for (; token < end_ && reading_->text.tokens[token].text.begin < clause.subject.begin; ++token)
    if (at(token) == Kind::content && reading_->text.tokens[token].text != clause.subject)
      return true;
  return false;
}

bool SentenceShape::holds_relative(const Mention& mention) const {
  constexpr lexicon::PosMask verbal = PartOfSpeech::finite_verb | PartOfSpeech::auxiliary;
  std::size_t verbs = 0;
  bool relative = false;
  for (std::uint32_t token = mention.first_token + 1; token < mention.end_token; ++token) {
    const std::string_view text = text_of(token);
    if (text == "that" || text == "which" || text == "who")
      relative = true;
    else if (relative && (parts_of(token) & verbal) != 0)
      ++verbs;
  }
  return verbs > 1;  // "results that last a lifetime" are not another thing
}

// "a small chance that ..."
bool SentenceShape::heads_clause(const Found& word, Span clause) const {
  return word.end_token + 1 < end_ && text_of(word.end_token) == "that" &&
         reading_->text.tokens[word.end_token].text.begin <= clause.begin &&
         clause.begin <= reading_->text.tokens[word.end_token + 1].text.begin;
}

// "Frequently, redness ...", not "Redness is common, scarring ...": what a verb says of another.
bool SentenceShape::stands_right_before(const Found& word, Span clause) const {
  if (heads_clause(word, clause)) return true;
  if (word.first_token > begin_) {
    std::uint32_t before = word.first_token - 1;  // "is very common"
    while (before > begin_ && at(before) == Kind::small &&
           lexicon::has(parts_of(before), PartOfSpeech::adverb))
      --before;
    if (lexicon::has(parts_of(before), PartOfSpeech::auxiliary) || at(before) == Kind::verb)
      return false;
  }
  std::uint32_t end_token = word.end_token;
  while (end_token < end_ && text_of(end_token) == ",") ++end_token;
  return end_token > begin_ && end_token < end_ && text_of(end_token - 1) == "," &&
         reading_->text.tokens[end_token].text.begin == clause.begin;
}

// "At Rose Clinic, it is painless": where everything on the page is done.
bool SentenceShape::is_named_place(std::uint32_t preposition) const {
  const std::string_view word = text_of(preposition);
  const sentences::Shape shape = reading_->text.tokens[preposition + 1].shape;
  return (word == "at" || word == "At" || word == "in" || word == "In") &&
         !in_mention_[preposition + 1 - begin_] &&
         (shape == sentences::Shape::capitalised || shape == sentences::Shape::upper ||
          shape == sentences::Shape::mixed);
}

// "In twenty years nobody has had a reaction": ever since, and no special case.
bool SentenceShape::spans_years(std::uint32_t first, std::uint32_t end) const {
  constexpr double year = 3.1e7;  // seconds, less than any
  return std::ranges::any_of(finds_->units, [&](const Found& found) {
    const knowledge::Unit& unit = knowledge_->units[found.id];
    return first <= found.first_token && found.end_token <= end && unit.factor >= year &&
           unit.measure == knowledge::Measure::time && is_plural(found.end_token - 1);
  });
}

// "Painless, with no downtime", "gentle, with minimal redness": what else is said of it.
bool SentenceShape::tells_more(std::uint32_t preposition, std::uint32_t end) const {
  const std::string_view word = folded(preposition);
  if (word != "with" && word != "without") return false;
  return std::ranges::any_of(finds_->mentions, [&](const Mention& one) {
    const knowledge::FrameId frame =
        knowledge_->default_frame(knowledge_->concept_of(one.meaning).type);
    return one.first_token > preposition && one.end_token <= end && frame != knowledge::none &&
           knowledge_->frames[frame].befalls;
  });
}

// "needs no needles and quickly removes ink with trained hands": what stands behind is said of
// another thing that it does.
bool SentenceShape::begins_predicate(std::uint32_t token) const {
  constexpr lexicon::PosMask other = PartOfSpeech::noun | PartOfSpeech::adjective;
  if (text_of(token - 1) != "and" && text_of(token - 1) != "but") return false;
  while (token + 1 < end_ && lexicon::has(parts_of(token), PartOfSpeech::adverb) &&
         !lexicon::has(parts_of(token), PartOfSpeech::noun))
    ++token;
  return lexicon::has(parts_of(token), PartOfSpeech::finite_verb) &&
         (parts_of(token) & other) == 0;
}

std::uint64_t SentenceShape::phrase_limit(const Mention& mention, Span clause, Span denial) const {
  if (const std::uint64_t digest = described_behind(mention)) return digest;
  if (const std::uint64_t digest = people_described(denial)) return digest;
  if (const std::uint64_t digest = kind_described(denial)) return digest;
  const std::vector<Token>& tokens = reading_->text.tokens;
  for (std::uint32_t token = begin_; token < end_ && tokens[token].text.begin < clause.end;
       ++token) {
    if (token > mention.end_token && begins_predicate(token)) break;
    const bool inside = tokens[token].text.begin >= clause.begin;
    // Of what stands before the clause, the first words, and those behind a dash.
    const bool begins = token == begin_ || text_of(token - 1) == "—" || text_of(token - 1) == ";";
    if (!inside && !begins) continue;
    const std::string_view preposition = text_of(token);
    const bool limits = std::ranges::any_of(limiting, [&](std::string_view one) {
      return preposition.size() == one.size() && preposition.substr(1) == one.substr(1) &&
             (preposition[0] | 0x20) == one[0];
    });
    // "a clinic with only one laser"
    if (limits && inside && token + 2 < mention.first_token && text_of(token + 1) == "only")
      return base::hash64(text_of(token + 2)) | 1U;
    const auto within_cue = [&](const Found& cue) {  // "left with"
      return cue.first_token < token && token < cue.end_token;
    };
    if (!limits || in_mention_[token - begin_] || std::ranges::any_of(finds_->cues, within_cue) ||
        std::ranges::any_of(finds_->bands, within_cue))
      continue;
    const std::uint32_t end = end_of_phrase(token + 1);
    // "never left a scar on anyone"
    const auto is_of_all = [&](const Mention& one) {
      return one.universal && one.first_token == token + 1 && one.end_token == end;
    };
    if (end == token + 1 || is_named_place(token) || spans_years(token + 1, end) ||
        std::ranges::any_of(finds_->mentions, is_of_all) || tells_more(token, end))
      continue;
    std::uint32_t list_end =
        end;  // "with blotches or dark marks": what is denied stands in the list
    // "With soft water, lime does not form": the clause behind is no part of a list
    const auto leads_to_clause = [&](std::uint32_t joiner) {
      return !inside && joiner + 1 < end_ && tokens[joiner].text.end <= clause.begin &&
             clause.begin <= tokens[joiner + 1].text.begin;
    };
    while (list_end < mention.first_token && at(list_end) == Kind::joining &&
           !leads_to_clause(list_end))
      list_end = end_of_phrase(list_end + 1);
    const Span phrase{tokens[token].text.begin, tokens[list_end - 1].text.end};
    if (phrase.overlaps(mention.text) || phrase.overlaps(denial)) continue;
    // without the subject itself things are different, too
    const std::uint64_t digest =
        limit_in(token + 1, end) | (preposition.ends_with("ithout") ? 1U : 0U);
    if (digest != 0) return (digest ^ base::hash64(preposition.substr(1))) | 1U;
  }
  for (const FoundQuantity& quantity : finds_->quantities)
    if ((clause.contains(quantity.text) &&
         quantity.quantity.measure == knowledge::Measure::length) ||
        (quantity.quantity.measure == knowledge::Measure::frequency &&
         quantity.text.end <= denial.begin))  // "Used once a week, it never irritates"
      return base::hash64(reading_->view(quantity.text)) | 1U;
  // "No licence is needed up to 25 km/h"
  for (const Found& bound : finds_->bounds)
    if (bound.first_token >= mention.end_token && clause.contains(bound.text) &&
        bound.end_token < end_ && reading_->text.tokens[bound.end_token].kind == TokenKind::number)
      return base::hash64(text_of(bound.end_token)) | 1U;
  for (const Mention& other : finds_->mentions)
    if (clause.contains(other.text) && other.text != mention.text &&
        !lexicon::has(parts_of(other.first_token), PartOfSpeech::pronoun) &&  // "on anyone"
        knowledge_->types[knowledge_->concept_of(other.meaning).type].name == "performer")
      return base::hash64(reading_->view(other.text)) | 1U;
  return 0;
}

}  // namespace linter::assertions
