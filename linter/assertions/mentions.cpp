#include "linter/assertions/mentions.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <ranges>
#include <string_view>

#include "linter/knowledge/stance_items.h"

namespace linter::assertions {

using knowledge::PhraseKind;
using knowledge::StemId;
using sentences::Token;
using sentences::TokenKind;

namespace {

// "week" has the stem of "weekly", which says how often.
bool is_noun_of_adverb(const knowledge::NumberWord& number, std::uint32_t tokens,
                       std::string_view text) {
  return number.measure == knowledge::Measure::frequency && tokens == 1 && !text.ends_with("ly");
}
}  // namespace

void SentenceFinds::clear() {
  mentions.clear();
  cues.clear();
  bands.clear();
  units.clear();
  numbers.clear();
  bounds.clear();
  labels.clear();
  quantities.clear();
}

MentionFinder::MentionFinder(const knowledge::Knowledge& knowledge)
    : knowledge_(&knowledge), percent_(knowledge.phrases.id_of(stemmer_.stem("percent"))) {}

bool MentionFinder::heads_subject(std::uint32_t token) const {
  const Token& one = reading_->text.tokens[token];
  return one.kind == TokenKind::word && one.word < stems_.size() &&
         std::ranges::binary_search(knowledge_->subject_heads, stems_[one.word]);
}

bool MentionFinder::has_acronym_in(std::uint32_t sentence) const {
  if (acronyms_.empty()) return false;
  const sentences::Sentence& one = reading_->text.sentences[sentence];
  const auto is_acronym = [&](const Token& token) {
    return token.kind == TokenKind::word && token.shape == sentences::Shape::upper &&
           std::ranges::find(acronyms_, token.word, &Acronym::word) != acronyms_.end();
  };
  return std::any_of(reading_->text.tokens.begin() + one.first_token,
                     reading_->text.tokens.begin() + one.end_token, is_acronym);
}

void MentionFinder::begin(const lexicon::Reading& reading) {
  reading_ = &reading;
  acronyms_.clear();
  // A lexicon that was emptied gave its ids to other words.
  if (lexicon_ != &reading.lexicon || reading.lexicon.size() < lexicon_size_) stems_.clear();
  lexicon_ = &reading.lexicon;
  lexicon_size_ = reading.lexicon.size();
  if (stems_.size() < lexicon_size_) stems_.resize(lexicon_size_, knowledge::boundary);
}

StemId MentionFinder::make_stem_of(lexicon::WordId word) {
  const lexicon::Entry& entry = reading_->lexicon[word];
  const StemId stem = entry.folded == word ? knowledge_->phrases.id_of(stemmer_.stem(entry.text))
                                           : stem_of(entry.folded);
  return stems_[word] = stem;
}

Span MentionFinder::view_span(std::uint32_t first_token, std::uint32_t end_token) const {
  return {reading_->text.tokens[first_token].text.begin,
          reading_->text.tokens[end_token - 1].text.end};
}

// Words in order; a hyphen inside a compound is nothing, "%" is "percent", and every other mark is
// a boundary.
void MentionFinder::build_items(const sentences::Sentence& sentence) {
  const std::vector<Token>& tokens = reading_->text.tokens;
  items_.resize(sentence.end_token - sentence.first_token);
  sequence_.resize(items_.size());
  std::size_t count = 0;
  const auto push = [&](std::uint32_t token, StemId stem) {
    items_[count] = token;
    sequence_[count++] = stem;
  };
  has_digits_ = false;
  for (std::uint32_t at = sentence.first_token; at < sentence.end_token; ++at) {
    const Token& token = tokens[at];
    if (token.kind == TokenKind::word || token.kind == TokenKind::number) {
      push(at, stem_of(token.word));
      has_digits_ = has_digits_ || token.kind == TokenKind::number;
    } else if (token.kind == TokenKind::object) {
      push(at, knowledge::no_stem);
    } else {
      const std::string_view mark = reading_->view(token.text);
      if (mark == "%") {
        push(at, percent_);
        continue;
      }
      has_digits_ = has_digits_ || mark == "½" || mark == "¼" || mark == "¾";
      const bool hyphen = (mark == "-" || mark == "\u2011" || mark == "\u2010") &&
                          at > sentence.first_token && at + 1 < sentence.end_token &&
                          !tokens[at + 1].space_before;
      if (!hyphen || token.space_before) push(at, knowledge::boundary);
    }
  }
  items_.resize(count);
  sequence_.resize(count);
}

bool MentionFinder::is_item(std::uint32_t token) const {
  const std::vector<Token>& tokens = reading_->text.tokens;
  return tokens[token].kind != TokenKind::mark || tokens[token].space_before ||
         reading_->view(tokens[token].text) != "-" || token == 0 || token + 1 >= tokens.size() ||
         tokens[token + 1].space_before;
}

void MentionFinder::read_items(std::uint32_t sentence, std::vector<StemId>& items) {
  items.clear();
  knowledge::stance_items(
      reading_->article.view, reading_->text.tokens_of(reading_->text.sentences[sentence]),
      percent_, [&](const Token& token) { return stem_of(token.word); }, items);
}

// What stands in the sequence; that of one that comes back is remembered.
void MentionFinder::find_phrases() {
  const base::TextDigest digest = base::digest_of_values<StemId>(sequence_);
  matches_.clear();
  if (const auto known = echoes_.of(digest)) {
    matches_.assign(known->begin(), known->end());
    return;
  }
  knowledge_->phrases.find(sequence_, matches_);
  echoes_.keep(digest, matches_);
}

void MentionFinder::find(std::uint32_t sentence_index, SentenceFinds& finds) {
  finds.clear();
  const sentences::Sentence& sentence = reading_->text.sentences[sentence_index];
  build_items(sentence);
  find_phrases();
  sort_out(sentence_index, finds);
  learn_acronyms(sentence, finds);
  mark_others(finds);
  static constexpr std::size_t bare_figure = 4;  // "4 to 6" in a cell
  const bool has_numbers = has_digits_ || !finds.numbers.empty();
  if (has_numbers && (items_.size() <= bare_figure || !finds.units.empty() ||
                      !finds.numbers.empty() || !finds.mentions.empty() || !finds.cues.empty()))
    find_quantities(*reading_, *knowledge_, sentence_index, finds);
}

void MentionFinder::sort_out(std::uint32_t sentence, SentenceFinds& finds) {
  taken_ = {};
  taken_beside_ = {};
  for (const knowledge::PhraseMatch& match : matches_) {
    const std::uint32_t first = items_[match.begin];
    const std::uint32_t end = items_[match.end - 1] + 1;
    const Found found{match.payload.id, first, end, view_span(first, end)};
    switch (static_cast<PhraseKind>(match.payload.kind)) {
      case PhraseKind::frame_cue:
        if (!is_derived_noun(found)) finds.cues.push_back(found);
        break;
      case PhraseKind::band:
        finds.bands.push_back(found);
        break;
      case PhraseKind::unit:
        finds.units.push_back(found);
        break;
      case PhraseKind::number_word:
        if (!is_noun_of_adverb(knowledge_->number_words[found.id], end - first,
                               reading_->view(found.text)))
          finds.numbers.push_back(found);
        break;
      case PhraseKind::bound:
        finds.bounds.push_back(found);
        break;
      case PhraseKind::label:
        finds.labels.push_back(found);
        break;
      case PhraseKind::term:
        add_term(sentence, match, taken_, finds);
        break;
      case PhraseKind::beside:
        add_term(sentence, match, taken_beside_, finds);
        break;
    }
  }
}

// The first, longest wording stands; in its gaps those of other types stand beside it: "(take the
// hair) off (completely)" does not take the hair.
void MentionFinder::add_term(std::uint32_t sentence, const knowledge::PhraseMatch& match,
                             Taken& taken, SentenceFinds& finds) {
  const std::uint32_t first = items_[match.begin];
  const std::uint32_t end = items_[match.end - 1] + 1;
  const knowledge::Term& term = knowledge_->terms[match.payload.id];
  // Several concepts may share a wording; one concept may have several wordings of one place.
  const bool same_place = taken.match.begin == match.begin && taken.match.end == match.end;
  const bool inside = match.begin < taken.match.end && !same_place;
  if (inside && !stands_in_gap(term, match, taken)) return;
  const Span text = view_span(first, end);
  if (term.exact && reading_->view(text) != term.text) return;
  if (is_another_form(term, text)) return;
  const auto known = [&](const Mention& mention) {
    return mention.first_token == first && mention.meaning == term.meaning;
  };
  if (std::ranges::any_of(finds.mentions, known)) return;
  if (knowledge_->concept_of(term.meaning).various && widen_name(first, end, finds)) return;
  if (!inside) {
    taken = {match, knowledge_->concept_of(term.meaning).type};
    if (term.other) taken.match.open = 0;
  }
  if (term.other) return;
  finds.mentions.push_back({term.meaning, term.denies != is_denied_inside(term, first, end),
                            term.universal, sentence, first, end, text});
  if (match.end - match.begin >= 3) find_subject_inside(sentence, match, finds);
}

// "hair transplant surgery": what stands for many things is part of the name before it.
bool MentionFinder::widen_name(std::uint32_t first, std::uint32_t end, SentenceFinds& finds) const {
  static constexpr std::ptrdiff_t alike = 8;  // concepts that share a wording stand together
  bool is_part = false;
  for (Mention& mention : finds.mentions | std::views::reverse | std::views::take(alike)) {
    if (mention.end_token != first || !knowledge_->concept_of(mention.meaning).subject) continue;
    mention.end_token = end;
    mention.text = view_span(mention.first_token, end);
    is_part = true;
  }
  return is_part;
}

// Whether a wording stands in a gap of the one that was taken last.
bool MentionFinder::stands_in_gap(const knowledge::Term& term,
                                  const knowledge::PhraseMatch& match,
                                  const Taken& taken) const {
  const knowledge::Concept& meaning = knowledge_->concept_of(term.meaning);
  if (match.end > taken.match.end || meaning.subject || meaning.type == taken.type) return false;
  for (std::uint32_t item = match.begin; item < match.end; ++item)
    if (item - taken.match.begin >= 32 || (taken.match.open >> (item - taken.match.begin) & 1U) == 0) return false;
  return true;
}

// "laser hair removal is permanent" is one wording, and names what it is said of.
void MentionFinder::find_subject_inside(std::uint32_t sentence, const knowledge::PhraseMatch& whole,
                                        SentenceFinds& finds) {
  if (knowledge_->concept_of(finds.mentions.back().meaning).subject) return;
  inner_.clear();
  const std::span<const knowledge::StemId> words(sequence_);
  knowledge_->phrases.find(words.subspan(whole.begin, whole.end - whole.begin - 1), inner_);
  for (const knowledge::PhraseMatch& match : inner_) {
    if (static_cast<PhraseKind>(match.payload.kind) != PhraseKind::term) continue;
    const knowledge::Term& term = knowledge_->terms[match.payload.id];
    if (term.other || term.exact || !knowledge_->concept_of(term.meaning).subject) continue;
    const std::uint32_t first = items_[whole.begin + match.begin];
    const std::uint32_t end = items_[whole.begin + match.end - 1] + 1;
    if (match.end - match.begin == 1 && is_told_to_do(sentence, first)) continue;
    finds.mentions.push_back(
        {term.meaning, false, false, sentence, first, end, view_span(first, end)});
    return;
  }
}

// "Shave the day before", "do not shave before": something to do, not what the article is about.
bool MentionFinder::is_told_to_do(std::uint32_t sentence, std::uint32_t token) const {
  using lexicon::PartOfSpeech;
  const std::vector<Token>& tokens = reading_->text.tokens;
  const auto parts = [&](std::uint32_t at) {
    return tokens[at].kind == TokenKind::word ? reading_->lexicon[tokens[at].word].parts
                                              : lexicon::PosMask{};
  };
  if (!lexicon::has(parts(token), PartOfSpeech::base_form)) return false;
  if (token == reading_->text.sentences[sentence].first_token) return true;
  const std::string_view before = reading_->view(tokens[token - 1].text);
  return lexicon::has(parts(token - 1), PartOfSpeech::modal) ||
         lexicon::has(parts(token - 1), PartOfSpeech::negator) || before == "to" ||
         before == "please" || before == "Please";
}

// "conventional lasers", "other long-lasting silicone fillers"
void MentionFinder::mark_others(SentenceFinds& finds) const {
  for (const Found& band : finds.bands) {
    if (knowledge_->bands[band.id].of != knowledge::Band::Of::another) continue;
    // "a non-surgical procedure" is no surgical one
    const auto begins_before = [&](const Mention& mention) {
      return mention.first_token < band.first_token && band.first_token < mention.end_token;
    };
    if (std::ranges::any_of(finds.mentions, begins_before)) continue;
    for (Mention& mention : finds.mentions) {
      if (band.first_token < mention.first_token &&
          knowledge_->concept_of(mention.meaning).subject &&
          are_modifiers(band.end_token, mention.first_token))
        mention.another = true;
    }
  }
}

// Whether nothing but words that describe a noun stand between two tokens.
bool MentionFinder::are_modifiers(std::uint32_t from_token, std::uint32_t to_token) const {
  using lexicon::PartOfSpeech;
  static constexpr std::uint32_t most = 5;
  constexpr lexicon::PosMask others = (PartOfSpeech::determiner | PartOfSpeech::preposition) |
                                      (PartOfSpeech::finite_verb | PartOfSpeech::plural);
  if (to_token > from_token + most) return false;
  for (std::uint32_t token = from_token; token < to_token; ++token) {
    const Token& one = reading_->text.tokens[token];
    if (one.kind == TokenKind::number || reading_->view(one.text) == "-") continue;
    if (one.kind != TokenKind::word) return false;
    const lexicon::PosMask parts = reading_->lexicon[one.word].parts;
    if (lexicon::has(parts, PartOfSpeech::number) || lexicon::has(parts, PartOfSpeech::adjective))
      continue;
    if ((parts & others) != 0 || !lexicon::has(parts, PartOfSpeech::noun)) return false;
  }
  return true;
}

void MentionFinder::learn_acronyms(const sentences::Sentence& sentence, SentenceFinds& finds) {
  const std::vector<Token>& tokens = reading_->text.tokens;
  const auto is_mark = [&](std::uint32_t at, std::string_view mark) {
    return at < sentence.end_token && reading_->view(tokens[at].text) == mark;
  };
  const std::size_t known = acronyms_.size();
  for (const Mention& mention : finds.mentions) {
    const std::uint32_t at = mention.end_token;
    if (!is_mark(at, "(") || !is_mark(at + 2, ")")) continue;
    const Token& token = tokens[at + 1];
    if (token.kind == TokenKind::word && token.shape == sentences::Shape::upper &&
        token.text.size() >= 2)
      acronyms_.push_back({token.word, mention.meaning});
  }
  if (acronyms_.empty()) return;
  bool added = false;
  for (std::uint32_t at = sentence.first_token; at < sentence.end_token; ++at) {
    if (tokens[at].kind != TokenKind::word || tokens[at].shape != sentences::Shape::upper) continue;
    const auto acronym =
        std::find_if(acronyms_.begin(), acronyms_.begin() + static_cast<std::ptrdiff_t>(known),
                     [&](const Acronym& one) { return one.word == tokens[at].word; });
    if (acronym == acronyms_.begin() + static_cast<std::ptrdiff_t>(known)) continue;
    const auto covers = [&](const Mention& one) {
      return one.first_token <= at && at < one.end_token;
    };
    if (std::ranges::any_of(finds.mentions, covers)) continue;
    finds.mentions.push_back({acronym->meaning, false, false,
                              finds.mentions.empty() ? 0 : finds.mentions[0].sentence, at, at + 1,
                              tokens[at].text});
    added = true;
  }
  if (added) std::ranges::sort(finds.mentions, {}, &Mention::first_token);
}

}  // namespace linter::assertions
