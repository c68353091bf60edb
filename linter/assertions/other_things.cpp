// What a sentence says of something else than what its article is about.
#include <algorithm>
#include <array>
#include <span>
#include <string_view>

#include "linter/assertions/sentence_shape.h"
#include "linter/base/hash.h"
#include "linter/base/utf8.h"
#include "linter/lexicon/word_classes.h"

namespace linter::assertions {

using knowledge::Band;
using lexicon::is_of;
using lexicon::PartOfSpeech;
using lexicon::WordClass;

namespace {

constexpr lexicon::PosMask nominal = PartOfSpeech::noun | PartOfSpeech::proper_noun;
// Who speaks of its own thing after these.
constexpr std::array<std::string_view, 8> own = {"our", "this", "these", "it",
                                                 "its", "it's", "we",    "ours"};
constexpr std::array<std::string_view, 4> contrasting = {"While", "Whereas", "Unlike", "Where"};

bool is_among(std::string_view word, std::span<const std::string_view> words) {
  return std::ranges::find(words, word) != words.end();
}

}  // namespace

// Whether words of their own thing, a mark, or the name of the subject itself stand between.
bool SentenceShape::turns_back(std::uint32_t from_token, std::uint32_t to_token) const {
  for (std::uint32_t token = from_token; token < to_token; ++token) {
    if (at(token) == Kind::mark || is_among(text_of(token), own)) return true;
    // "..., leaving", "..., which", a list; but "Unlike these, redness is ..."
    if (text_of(token) == "," && !goes_on(token + 1, to_token)) return true;
  }
  return std::ranges::any_of(finds_->mentions, [&](const Mention& other) {
    return other.first_token > from_token && other.end_token <= to_token && !other.another &&
           knowledge_->concept_of(other.meaning).subject;
  });
}

bool SentenceShape::goes_on(std::uint32_t token, std::uint32_t end) const {
  const lexicon::PosMask parts = parts_of(token);
  if (lexicon::has(parts, PartOfSpeech::gerund) || lexicon::has(parts, PartOfSpeech::relative) ||
      lexicon::has(parts, PartOfSpeech::conjunction))
    return true;
  if (at(begin_) == Kind::preposition || is_among(text_of(begin_), contrasting)) return false;
  constexpr lexicon::PosMask verbal = PartOfSpeech::auxiliary | PartOfSpeech::modal;
  for (std::uint32_t one = token; one < end; ++one)
    if ((parts_of(one) & verbal) != 0 || at(one) == Kind::verb ||
        lexicon::has(parts_of(one), PartOfSpeech::pronoun))
      return false;
  return true;
}

context::Clause SentenceShape::with_verb(const context::Clause& clause, Span cue) const {
  if (cue.empty()) return clause;
  const std::uint32_t verb = reading_->text.token_at(cue.begin);
  if (verb <= begin_ || verb + 1 >= end_) return clause;
  const std::uint32_t before = verb - 1;
  constexpr lexicon::PosMask named = PartOfSpeech::noun | PartOfSpeech::gerund;
  const bool noun = (parts_of(before) & named) != 0 && at(before) != Kind::preposition &&
                    !lexicon::has(parts_of(before), PartOfSpeech::adjective) &&
                    !lexicon::has(parts_of(before), PartOfSpeech::adverb);
  if (!noun || reading_->text.tokens[before].text.begin < clause.text.begin ||
      !lexicon::has(parts_of(verb), PartOfSpeech::finite_verb) ||
      at(verb + 1) == Kind::preposition || at(verb + 1) == Kind::mark)
    return clause;
  return {clause.text, reading_->text.tokens[before].text, reading_->text.tokens[verb].text};
}

// "The INKEY List serum", "The Eye Contour": a name with capitals in the midst of a sentence.
bool SentenceShape::names_another(const context::Clause& clause,
                                  std::span<const lexicon::WordId> known) const {
  if (clause.subject.empty() || clause.subject == clause.verb) return false;
  const std::uint32_t head = reading_->text.token_at(clause.subject.begin);
  std::size_t capitals = 0;
  std::uint32_t first = head;
  for (std::uint32_t token = head + 1; token-- > begin_;) {
    const sentences::Token& one = reading_->text.tokens[token];
    if (one.kind != sentences::TokenKind::word || at(token) == Kind::preposition ||
        at(token) == Kind::small || at(token) == Kind::joining)
      break;
    const bool capital =
        one.shape == sentences::Shape::capitalised || one.shape == sentences::Shape::upper;
    if (token == begin_ && one.shape != sentences::Shape::upper) break;
    if (!capital) {
      if (token != head) break;
      continue;
    }
    if (std::ranges::find(known, one.word) != known.end()) return false;
    ++capitals;
    first = token;
  }
  const auto is_subject = [&](const Mention& other) {
    return other.first_token <= head && first < other.end_token &&
           knowledge_->concept_of(other.meaning).subject;
  };
  return capitals >= 2 && std::ranges::none_of(finds_->mentions, is_subject);
}

bool SentenceShape::is_of_kinds(const Mention& mention) const {
  return mention.end_token < end_ && text_of(mention.end_token) == "of" &&
         std::ranges::any_of(finds_->mentions, [&](const Mention& other) {
           return other.first_token == mention.end_token + 1 && other.meaning != mention.meaning &&
                  knowledge_->is_a(other.meaning, mention.meaning);
         });
}

bool SentenceShape::tells_of_contrast(std::span<const lexicon::WordId> title) const {
  static constexpr std::array<std::string_view, 5> openings = {"in", "with", "during", "for",
                                                               "after"};
  static constexpr std::array<std::string_view, 4> operations = {"facelift", "lift", "operation",
                                                                 "surgery"};
  std::uint32_t token = begin_;
  if (std::ranges::find(openings, folded(token)) != openings.end()) ++token;
  if (token < end_ && lexicon::has(parts_of(token), PartOfSpeech::determiner)) ++token;
  if (token + 1 >= end_ || !is_of(WordClass::contrasted, folded(token)) ||
      std::ranges::find(title, reading_->text.tokens[token].word) != title.end())
    return false;
  const std::uint32_t next = token + 1;
  return is_of(WordClass::any_treatment, folded(next)) ||
         std::ranges::find(operations, folded(next)) != operations.end() ||
         std::ranges::any_of(finds_->mentions, [&](const Mention& mention) {
           return mention.first_token <= next && next < mention.end_token &&
                  knowledge_->concept_of(mention.meaning).subject;
         });
}

bool SentenceShape::names_respect(const Mention& mention) const {
  for (std::uint32_t token = mention.end_token; token < end_; ++token)
    if (text_of(token) == "regardless" || text_of(token) == "irrespective") return true;
  return false;
}

bool SentenceShape::is_another_by_name(const context::Clause& clause, Span own) const {
  if (clause.subject.empty() || own.empty()) return false;
  const std::uint32_t token = reading_->text.token_at(clause.subject.begin);
  if (token < begin_ || token >= end_ || !heads_->heads_subject(token) || is_word_of(own, token))
    return false;
  const auto is_subject = [&](const Mention& mention) {
    return mention.text.overlaps(clause.subject) &&
           knowledge_->concept_of(mention.meaning).subject;
  };
  return !is_of(WordClass::any_treatment, folded(token)) && begin_of_phrase(token) == token &&
         std::ranges::none_of(finds_->mentions, is_subject);
}

bool SentenceShape::has_purpose(const Mention& mention) const {
  return mention.end_token + 1 < end_ && text_of(mention.end_token) == "for";
}

// "(a card) for the trial", "is needed for the trial": the words, where no pack knows any of them
std::uint64_t SentenceShape::purpose_of(const Mention& mention, Span clause) const {
  static constexpr std::uint32_t reach = 3;  // tokens of a verb between
  for (std::uint32_t token = mention.end_token; token < end_ && token <= mention.end_token + reach;
       ++token) {
    if (reading_->text.tokens[token].text.begin >= clause.end || at(token) == Kind::mark) return 0;
    if (text_of(token) != "for") continue;
    const std::uint32_t first = token + 1;
    const std::uint32_t end = end_of_phrase(first);
    if (end <= first + 1 || !lexicon::has(parts_of(first), PartOfSpeech::determiner)) return 0;
    for (std::uint32_t one = first; one < end; ++one)
      if (in_mention_[one - begin_] || at(one) == Kind::known) return 0;
    return base::hash64(base::lower(reading_->view({reading_->text.tokens[first].text.begin,
                                                    reading_->text.tokens[end - 1].text.end}))) |
           1U;
  }
  return 0;
}

bool SentenceShape::opens_with_lack(Span denial) const {
  return !denial.empty() && denial.begin == reading_->text.tokens[begin_].text.begin &&
         (text_of(begin_) == "Lack" || text_of(begin_) == "Absence");
}

bool SentenceShape::stands_behind_from(const Found& cue) const {
  return cue.first_token > begin_ && text_of(cue.first_token - 1) == "from";
}

bool SentenceShape::is_named_behind(Span subject) const {
  const std::uint32_t token = reading_->text.token_at(subject.end - 1) + 1;
  return token < end_ && in_mention_[token - begin_];
}

// "the loss of collagen that leads to wrinkles": what comes of the loss
bool SentenceShape::is_of_antecedent(Span cue, const Mention& mention) const {
  if (cue.empty()) return false;
  const std::uint32_t verb = reading_->text.token_at(cue.begin);
  if (verb < begin_ + 2 || verb >= end_) return false;
  const std::string_view relative = text_of(verb - 1);
  if (relative != "that" && relative != "which") return false;
  const std::uint32_t before = verb - 2;
  return (at(before) == Kind::content || in_mention_[before - begin_]) &&
         (parts_of(before) & nominal) != 0 && !heads_->heads_subject(before) &&
         !is_ours(before, mention);
}

bool SentenceShape::is_of_another(const Mention& mention) const {
  const auto names_result = [&](const Found& band) {  // "traditional side effects"
    return std::ranges::any_of(finds_->mentions, [&](const Mention& other) {
      const knowledge::Concept& meaning = knowledge_->concept_of(other.meaning);
      return other.first_token >= band.end_token && !meaning.subject &&
             meaning.type == knowledge_->concept_of(mention.meaning).type &&
             !knowledge_->types[meaning.type].part &&
             is_one_phrase(band.end_token, other.first_token);
    });
  };
  // "a non-surgical procedure that needs no rest" is no surgical one, nor is a "minimally invasive"
  // one
  const auto is_denied_inside = [&](const Found& band) {
    return band.first_token > begin_ + 1 && (text_of(band.first_token - 1) == "-" ||
                                             is_of(WordClass::barely, text_of(band.first_token - 1)));
  };
  const auto marks_another = [&](const Found& band) {
    return knowledge_->bands[band.id].of == Band::Of::another && !is_denied_inside(band) &&
           band.end_token <= mention.first_token && text_of(band.end_token) != "than" &&
           !names_result(band) && !turns_back(band.end_token, mention.first_token);
  };
  // "The only one that is approved is ..."
  const auto singles_out = [&](const Found& band) {
    return knowledge_->bands[band.id].of == Band::Of::only && band.first_token > begin_ &&
           band.end_token < mention.first_token &&
           (text_of(band.first_token - 1) == "the" || text_of(band.first_token - 1) == "The") &&
           !turns_back(band.end_token, mention.first_token);
  };
  return std::ranges::any_of(finds_->bands, marks_another) ||
         std::ranges::any_of(finds_->bands, singles_out) || is_contrasted(mention);
}

// "While most peels burn, our peel ...", "Unlike lasers that burn, our ..."
bool SentenceShape::is_contrasted(const Mention& mention) const {
  if (begin_ + 1 >= end_ || !is_among(text_of(begin_), contrasting)) return false;
  const std::string_view next = text_of(begin_ + 1);
  if (is_among(next, own) || next == "the" || next == "some" || next == "you" || next == "there")
    return false;
  std::uint32_t comma = mention.end_token;
  while (comma + 1 < end_ && !(text_of(comma) == "," && text_of(comma + 1) == "our")) ++comma;
  return comma + 1 < end_;
}

bool SentenceShape::is_parenthesised_apart(const Found& band, const Mention& mention) const {
  const auto opening = [&](std::uint32_t token) {
    for (std::uint32_t at = token; at-- > begin_;) {
      if (text_of(at) == ")") break;
      if (text_of(at) == "(") return at;
    }
    return end_;
  };
  const std::uint32_t around_band = opening(band.first_token);
  return around_band != end_ && around_band != opening(mention.first_token) &&
         mention.end_token != around_band;
}

bool SentenceShape::is_before_addition(const Found& band, const Mention& mention) const {
  for (std::uint32_t token = band.end_token; token + 1 < mention.first_token; ++token)
    if (text_of(token) == "," && (text_of(token + 1) == "with" || text_of(token + 1) == "without"))
      return true;
  return false;
}

// "Weeks 2-4: no swelling", "Day 3 – the redness has gone"
Span SentenceShape::opening_time() const {
  for (const Found& unit : finds_->units) {
    if (unit.first_token != begin_ || unit.end_token >= end_ ||
        knowledge_->units[unit.id].measure != knowledge::Measure::time)
      continue;
    const sentences::Token& next = reading_->text.tokens[unit.end_token];
    if (next.kind == sentences::TokenKind::number) return joined(unit.text, next.text);
  }
  return {};
}

// "At night the peel ...", but not "Under general anaesthetic the peel ...", "At a strength of 2
// %".
bool SentenceShape::ends_opening(std::uint32_t token) const {
  return std::ranges::any_of(finds_->mentions, [&](const Mention& mention) {
    if (token < mention.first_token || token >= mention.end_token) return false;
    const knowledge::ConceptType& type =
        knowledge_->types[knowledge_->concept_of(mention.meaning).type];
    const bool everywhere =
        type.part || type.name == "population" || type.name == "setting" || type.name == "site";
    return type.subject || (everywhere && text_of(mention.end_token) != "of");
  });
}

bool SentenceShape::is_of_the_rest() const {
  static constexpr std::array<std::string_view, 3> left = {"remaining", "leftover", "rest"};
  const bool has_article = lexicon::has(parts_of(begin_), PartOfSpeech::determiner);
  const std::uint32_t first = begin_ + (has_article ? 1 : 0);
  return first + 1 < end_ && std::ranges::find(left, folded(first)) != left.end() &&
         (folded(first) != "rest" || text_of(first + 1) == "of");
}

std::uint64_t SentenceShape::opening_limit(const Mention& mention, bool named) const {
  constexpr std::uint32_t longest = 8;
  const std::string_view opening = folded(begin_);
  const std::uint32_t last = std::min(begin_ + longest, mention.first_token);
  if (is_of(WordClass::fronted_place, opening) && begin_ + 1 < last &&
      (text_of(begin_ + 1) == "," || lexicon::has(parts_of(begin_ + 1), PartOfSpeech::determiner)))
    return base::hash64(opening) | 1U;
  // "Under general anaesthetic": a thing that a pack knows
  for (const Mention& one : finds_->mentions)
    if (one.first_token == begin_ && one.text != mention.text && !ends_opening(begin_) &&
        is_of(WordClass::fronted, opening))
      return (base::hash64(opening) ^ one.meaning) | 1U;
  if (!is_of(WordClass::fronted, opening) || (!named && is_named_place(begin_))) return 0;
  if (is_of(WordClass::of_any, text_of(begin_ + 1))) return 0;
  const auto is_percent = [&](std::uint32_t token) { return text_of(token) == "%"; };
  std::uint32_t end = begin_ + 1;
  while (end < last && (at(end) != Kind::mark || is_percent(end)) && at(end) != Kind::verb &&
         text_of(end) != "," && !(in_mention_[end - begin_] && ends_opening(end)) &&
         (end == begin_ + 1 || !lexicon::has(parts_of(end), PartOfSpeech::determiner)) &&
         !lexicon::has(parts_of(end), PartOfSpeech::pronoun))
    ++end;
  if (end >= last || end == begin_ + 1 || at(end) == Kind::verb || spans_years(begin_ + 1, end))
    return 0;
  // "In 95 % of cases" tells how often
  if (std::ranges::any_of(finds_->quantities, [&](const FoundQuantity& quantity) {
        return quantity.is_rate && quantity.first_token < end;
      }))
    return 0;
  // "At 0.2 %"
  if (is_percent(end - 1))
    return base::hash64(reading_->view({reading_->text.tokens[begin_].text.begin,
                                        reading_->text.tokens[end - 1].text.end})) |
           1U;
  const std::uint64_t digest = limit_in(begin_ + 1, end);
  return digest == 0 ? 0 : (digest ^ base::hash64(opening)) | 1U;
}

std::uint64_t SentenceShape::opening_stage() const {
  const std::string_view opening = folded(begin_);
  if (!is_of(WordClass::stage, opening)) return 0;
  static constexpr std::uint32_t reach = 24;  // tokens: a hostile sentence has thousands
  const std::uint32_t end = std::min(end_, begin_ + reach);
  std::uint64_t digest = base::hash64(opening) | 1U;
  for (std::uint32_t token = begin_ + 1; token < end && text_of(token) != ","; ++token)
    if (at(token) == Kind::content || in_mention_[token - begin_])
      digest = ((digest * 31) ^ base::hash64(text_of(token))) | 1U;
  return digest;
}

bool SentenceShape::is_able(Span words) const {
  const std::uint32_t token = reading_->text.token_at(words.begin);
  return token < end_ && reading_->text.tokens[token].text == words &&
         is_of(WordClass::enabling, folded(token));
}

bool SentenceShape::is_of_earlier_predicate(const Found& band, const Mention& mention) const {
  for (std::uint32_t token = band.end_token; token + 1 < mention.first_token; ++token)
    if ((text_of(token) == "and" || text_of(token) == "but") &&
        lexicon::has(parts_of(token + 1), PartOfSpeech::finite_verb) &&
        !lexicon::has(parts_of(token + 1), PartOfSpeech::adjective))
      return true;
  return false;
}

std::uint64_t SentenceShape::related_to(const Mention& mention) const {
  static constexpr std::array<std::string_view, 6> relations = {
      "associated", "linked", "caused", "seen", "connected", "related"};
  std::uint32_t token = mention.end_token;
  const bool whose = token + 1 < end_ && (text_of(token) == "who" || text_of(token) == "whose");
  while (token < end_ && (in_mention_[token - begin_] || at(token) == Kind::joining)) ++token;
  if (!whose && (token + 2 >= end_ || !is_among(text_of(token), relations))) return 0;
  if (!whose && at(token + 1) != Kind::preposition && at(token + 1) != Kind::known) return 0;
  std::uint64_t digest = 0;
  for (std::uint32_t at_token = token + (whose ? 1 : 2); at_token < end_; ++at_token) {
    const Kind kind = at(at_token);
    if (kind == Kind::mark || kind == Kind::verb) break;
    if (is_among(text_of(at_token), own) || text_of(at_token) == "the") return 0;
    if (kind == Kind::content || in_mention_[at_token - begin_])
      digest = ((digest * 31) ^ base::hash64(text_of(at_token))) | 1U;
  }
  return digest;
}

}  // namespace linter::assertions
