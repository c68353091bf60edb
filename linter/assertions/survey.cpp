// What an article holds and speaks of, before anything is read out of it.
#include <algorithm>
#include <string>
#include <string_view>
#include <utility>

#include "linter/assertions/extract.h"
#include "linter/base/utf8.h"

namespace linter::assertions {

namespace {

// In an article of a field that a pack knows:
constexpr std::size_t sentences_a_statement = 8;
constexpr std::size_t kinds_of_field = 3;  // different things are said

}  // namespace

void Extractor::survey() {
  busy_.clear();
  block_cues_.clear();
  block_labels_.clear();
  field_labels_.clear();
  std::size_t said = 0;
  std::vector<ConceptId>& kinds = kinds_said_;
  kinds.clear();
  finder_.begin(*reading_);
  subjects_.begin(*reading_, *knowledge_);
  read_title();
  heading_names_.clear();
  for (std::uint32_t sentence = 0; sentence < reading_->text.sentences.size(); ++sentence) {
    finder_.find(sentence, finds_);
    for (const Mention& mention : finds_.mentions) {
      subjects_.add(mention);
      if (!is_statable(mention)) continue;
      ++said;
      if (kinds.size() < kinds_of_field && std::ranges::find(kinds, mention.meaning) == kinds.end())
        kinds.push_back(mention.meaning);
    }
    const std::uint32_t block = reading_->text.sentences[sentence].block;
    const bool introduces =
        reading_->text.sentences[sentence].ending == sentences::Ending::colon ||
        reading_->text.sentences[sentence].ending == sentences::Ending::question ||
        prose::has(reading_->article.blocks[block].scopes, prose::Scope::heading) ||
        heads_row(block);
    note_stranger(sentence);
    for (const std::vector<Found>* all : {&finds_.cues, &finds_.labels})
      for (const Found& cue : *all)
        if (introduces) block_cues_.push_back({block, cue.id, cue.text});
    for (const Mention& mention : finds_.mentions)
      if (introduces && !mention.denies) block_labels_.push_back({block, mention.meaning});
    note_label(sentence);
    const bool measures = !finds_.quantities.empty();
    const bool told = measures && (!finds_.cues.empty() || !finds_.labels.empty());
    const bool may_be_field = !field_labels_.empty() && (measures || amount_in(sentence));
    if (!finds_.mentions.empty() || told || (may_be_field && has_label_above(sentence)))
      hold(sentence);
  }
  subjects_.finish();
  is_in_field_ = kinds.size() == kinds_of_field &&
                 said * sentences_a_statement >= reading_->text.sentences.size() &&
                 !is_about_what_is_said() && !is_about_illness();
}

// "Down syndrome", "Lung cancer": what stands there is said of many things, and of no one treatment.
bool Extractor::is_about_illness() const {
  constexpr std::size_t least = 6;
  constexpr std::size_t words_apart = 150;
  const auto tells = [&](const sentences::Token& token) {
    return token.kind == sentences::TokenKind::word &&
           lexicon::is_of(lexicon::WordClass::of_illness,
                          reading_->lexicon[reading_->lexicon[token.word].folded].text);
  };
  const auto told = static_cast<std::size_t>(std::ranges::count_if(reading_->text.tokens, tells));
  return told >= least && told * words_apart >= reading_->text.tokens.size();
}

// "How to get rid of dark circles", "7 ways to sleep": of several things, and none of them is its
// own.
bool Extractor::offers_several(std::uint32_t title) const {
  const auto in_title = [&](const sentences::Sentence& one) { return one.block == title; };
  const auto first = std::ranges::find_if(reading_->text.sentences, in_title);
  if (first == reading_->text.sentences.end()) return false;
  const sentences::Token& opening = reading_->text.tokens[first->first_token];
  if (opening.kind == sentences::TokenKind::number) return true;
  const std::string word = base::lower(reading_->view(opening.text));
  if (word == "how" && first->first_token + 1 < first->end_token)
    return reading_->view(reading_->text.tokens[first->first_token + 1].text) == "to" ||
           reading_->view(reading_->text.tokens[first->first_token + 1].text) == "To";
  return word == "best" || word == "top" || word == "tips" || word == "ways";
}

// "Is back pain serious?": the title names what other articles say of their subject, and no
// treatment.
bool Extractor::is_about_what_is_said() {
  if (reading_->article.title == prose::no_block) return true;
  if (offers_several(reading_->article.title)) return true;
  bool says = false;
  for (std::size_t busy = 0; busy < busy_.size(); ++busy) {
    const std::uint32_t block = reading_->text.sentences[busy_[busy]].block;
    if (block != reading_->article.title) continue;
    for (const Mention& mention : held_[busy].mentions) {
      if (is_stand_in(mention.meaning)) return false;
      says = says || (is_statable(mention) && !mention.denies);
    }
  }
  return says;
}

// Whether it is something that can be said of a subject, and neither one itself nor a part of one.
bool Extractor::is_statable(const Mention& mention) const {
  const knowledge::Concept& meaning = knowledge_->concept_of(mention.meaning);
  if (meaning.subject || meaning.type == knowledge::none) return false;
  const knowledge::ConceptType& type = knowledge_->types[meaning.type];
  return type.in_frames && !type.part && type.speaks_of == knowledge::none;
}

// Keeps what was found in a sentence that says something; the buffers are those of an earlier one.
void Extractor::hold(std::uint32_t sentence) {
  busy_.push_back(sentence);
  if (held_.size() < busy_.size()) held_.emplace_back();
  std::swap(finds_, held_[busy_.size() - 1]);
}

// The words of the title: a name that stands there is that of the article's own thing.
void Extractor::read_title() {
  title_words_.clear();
  if (reading_->article.title == prose::no_block) return;
  for (const sentences::Sentence& sentence : reading_->text.sentences) {
    if (sentence.block != reading_->article.title) continue;
    for (std::uint32_t token = sentence.first_token; token < sentence.end_token; ++token)
      if (reading_->text.tokens[token].kind == sentences::TokenKind::word)
        title_words_.push_back(reading_->text.tokens[token].word);
  }
}

// What the survey found in a sentence; with an acronym that has become known since it holds more.
void Extractor::find_in(std::size_t busy) {
  if (finder_.has_acronym_in(busy_[busy])) {
    finder_.find(busy_[busy], finds_);
  } else {
    std::swap(finds_, held_[busy]);
  }
}

}  // namespace linter::assertions
