// The cue that puts a mention into its frame: in its clause, or above it.
#include <algorithm>
#include <array>
#include <string_view>

#include "linter/assertions/extract.h"
#include "linter/base/one_of.h"
#include "linter/base/utf8.h"

namespace linter::assertions {

using context::Category;
using knowledge::Side;

namespace {

constexpr std::uint32_t reach_of_default_cue = 40;  // tokens; a cue further away governs nothing

constexpr std::array<std::string_view, 4> fronted_conditions = {"if", "when", "while", "as"};

}  // namespace

// "hair removal poses a risk": the name's last word is no verb; "less common": one wording.
bool Extractor::is_word_of_another(const Found& cue) const {
  const auto begins_inside = [&](const Mention& name) {
    return name.first_token < cue.first_token && cue.first_token < name.end_token &&
           name.end_token < cue.end_token && knowledge_->concept_of(name.meaning).subject;
  };
  const auto covers = [&](const Found& band) {
    return band.text.contains(cue.text) && band.text != cue.text &&
           knowledge_->bands[band.id].of == knowledge::Band::Of::likelihood &&
           !knowledge_->frames[knowledge_->frame_cues[cue.id].frame].compared;
  };
  return std::ranges::any_of(finds_.mentions, begins_inside) ||
         std::ranges::any_of(finds_.bands, covers);
}

// "Treated zones are bruised", "around the injected spot": it tells which ones.
bool Extractor::is_epithet(const Found& cue) const {
  using enum lexicon::PartOfSpeech;
  const std::uint32_t next = cue.end_token;
  const sentences::Sentence& sentence =
      reading_->text.sentences[reading_->text.sentence_at(cue.text.begin)];
  if (next - cue.first_token != 1 || next >= sentence.end_token) return false;
  const auto parts = [&](std::uint32_t token) {
    const sentences::Token& one = reading_->text.tokens[token];
    return one.kind == sentences::TokenKind::word ? reading_->lexicon[one.word].parts
                                                  : lexicon::PosMask{};
  };
  const lexicon::PosMask own = parts(cue.first_token);
  if (!lexicon::has(own, participle) || lexicon::has(own, base_form) || lexicon::has(own, gerund) ||
      !lexicon::has(parts(next), noun) || (parts(next) & (determiner | pronoun)) != 0 ||
      lexicon::has(parts(next), preposition))
    return false;
  return cue.first_token == sentence.first_token ||
         (parts(cue.first_token - 1) & (determiner | preposition)) != 0;
}

// "Smokers may get infections": what happens to them, and not that they may have it done.
bool Extractor::befalls_them(const Mention& people, const Found& cue) const {
  if (knowledge_->concept_of(people.meaning).type != population_type_) return false;
  const std::uint32_t end = reading_->text.sentences[people.sentence].end_token;
  for (std::uint32_t token = cue.end_token; token < end; ++token) {
    for (const Mention& other : finds_.mentions) {
      if (other.first_token != token) continue;
      const FrameId frame = default_frames_[knowledge_->concept_of(other.meaning).type];
      return frame != knowledge::none && knowledge_->frames[frame].befalls;
    }
    const lexicon::PosMask parts = parts_of(token);
    if (reading_->text.tokens[token].kind == sentences::TokenKind::mark ||
        lexicon::has(parts, lexicon::PartOfSpeech::preposition) ||
        lexicon::has(parts, lexicon::PartOfSpeech::conjunction))
      return false;
  }
  return false;
}

// "reduces fat without downtime": none is reduced.
bool Extractor::is_cut_off(const Found& cue, const Mention& mention) const {
  if (knowledge_->frames[knowledge_->frame_cues[cue.id].frame].compared) return false;
  for (std::uint32_t token = cue.end_token; token < mention.first_token; ++token)
    if (reading_->view(reading_->text.tokens[token].text) == "without") return true;
  return false;
}

std::optional<Extractor::Governor> Extractor::governor_of(const Mention& mention,
                                                          Span clause) const {
  const knowledge::TypeId type = knowledge_->concept_of(mention.meaning).type;
  std::optional<Governor> best;
  std::uint32_t best_distance = reach_of_default_cue;
  for (const Found& found : finds_.cues) {
    const knowledge::FrameCue& cue = knowledge_->frame_cues[found.id];
    if (!clause.overlaps(found.text) || !knowledge_->fills(type, cue.frame)) continue;
    if (knowledge_->frames[cue.frame].measure || found.text.overlaps(mention.text) ||
        is_word_of_another(found))
      continue;
    const bool object_before = mention.end_token <= found.first_token;
    if (object_before ? cue.object == Side::after : cue.object == Side::before) continue;
    const std::uint32_t apart =
        object_before ? shape_.distance(mention.end_token, found.first_token, reach_of_default_cue)
                      : shape_.distance(found.end_token, mention.first_token, reach_of_default_cue);
    // "Injections require numbing": they are not what is required
    const auto leads = [&](const Found& other) {
      const knowledge::FrameCue& same = knowledge_->frame_cues[other.id];
      return other.text == found.text && same.frame == cue.frame && same.object == Side::after;
    };
    if (object_before && !reading_->view(found.text).ends_with("ed") &&
        std::ranges::any_of(finds_.cues, leads))
      continue;
    if (is_epithet(found) || (object_before && (befalls_them(mention, found) ||
                                                acts_on_another(mention, found))))
      continue;
    // "keeps infections from occurring"
    if (object_before && shape_.stands_behind_from(found)) continue;
    const bool describes = shape_.is_attribute(found, mention);  // "reduced redness" is kept apart
    if (apart >= best_distance || (describes && knowledge_->frames[cue.frame].compared)) continue;
    if (!object_before && (!shape_.leads_to(found.end_token, mention) || is_cut_off(found, mention)))
      continue;
    best_distance = apart;
    best = Governor{.frame = cue.frame,
                    .cue = found.text,
                    .confidence = stated,
                    .denies = cue.denies,
                    .states = cue.states,
                    .object_before = object_before,
                    .likelihood = cue.likelihood};
  }
  return best;
}

// "If you are pregnant, you cannot have it": what the main clause says of those in the condition.
std::optional<Extractor::Governor> Extractor::governor_behind_condition(
    const Mention& mention, const context::Clause& clause) const {
  if (knowledge_->concept_of(mention.meaning).type != population_type_ ||
      !base::is_one_of(base::lower(reading_->view(
                           reading_->text.tokens[reading_->text.token_at(clause.text.begin)].text)),
                       fronted_conditions))
    return std::nullopt;
  for (const context::Clause& next : context_->clauses(mention.sentence)) {
    if (next.text.begin < clause.text.end) continue;
    std::optional<Governor> found = governor_of(mention, next.text);
    return found && found->object_before ? found : std::nullopt;
  }
  return std::nullopt;
}

// Of the cues of a heading or lead-in the last one that what stands below can be an object of: the
// longest of those that end alike ("not suitable for"). What says something by its name is handed
// the last one of all only.
const Extractor::BlockCue* Extractor::handed_down(std::uint32_t above,
                                                  knowledge::TypeId type) const {
  const bool tells = default_frames_[type] != knowledge::none;
  const BlockCue* best = nullptr;
  for (auto found = std::ranges::lower_bound(block_cues_, above, {}, &BlockCue::block);
       found != block_cues_.end() && found->block == above; ++found) {
    const knowledge::FrameCue& cue = knowledge_->frame_cues[found->cue];
    const bool fits = cue.object != Side::before && knowledge_->fills(type, cue.frame) &&
                      !knowledge_->frames[cue.frame].measure;
    const bool measures_too = best != nullptr && best->text == found->text;
    if (!fits && tells && !measures_too) best = nullptr;
    if (fits && (tells || best == nullptr || best->text.end < found->text.end)) best = &*found;
  }
  return best;
}

// "Contraindications: pregnancy, epilepsy": the cue that is the label of what stands behind it.
const Found* Extractor::labelling(const Mention& mention, knowledge::TypeId type) const {
  const auto labels = [&](const Found& found) {
    const knowledge::FrameCue& cue = knowledge_->frame_cues[found.id];
    return found.end_token < mention.first_token && cue.object != Side::before &&
           reading_->view(reading_->text.tokens[found.end_token].text) == ":" &&
           knowledge_->fills(type, cue.frame) && !knowledge_->frames[cue.frame].measure;
  };
  for (const std::vector<Found>* all : {&finds_.labels, &finds_.cues})
    if (const auto found = std::ranges::find_if(*all, labels); found != all->end()) return &*found;
  return nullptr;
}

// Whether a word of a block denies.
bool Extractor::denies(std::uint32_t block) const {
  const auto own = reading_->text.sentences_of_block(block);
  return std::ranges::any_of(own, [&](const sentences::Sentence& sentence) {
    for (std::uint32_t token = sentence.first_token; token < sentence.end_token; ++token)
      if (reading_->text.tokens[token].kind == sentences::TokenKind::word &&
          lexicon::has(parts_of(token), lexicon::PartOfSpeech::negator))
        return true;
    return false;
  });
}

bool Extractor::ends_in_full_stop(std::uint32_t block) const {
  std::string_view words = reading_->view(reading_->article.blocks[block].text);
  while (!words.empty() && (words.back() == '\n' || words.back() == ' ')) words.remove_suffix(1);
  return words.ends_with('.');
}

// The block of the question right before a sentence; no_block = none.
std::uint32_t Extractor::question_above(std::uint32_t sentence) const {
  if (sentence == 0) return prose::no_block;
  const sentences::Sentence& before = reading_->text.sentences[sentence - 1];
  const std::uint32_t block = reading_->text.sentences[sentence].block;
  const bool near = before.block == block || before.block + 1 == block;
  return near && before.ending == sentences::Ending::question ? before.block : prose::no_block;
}

// "Who should not have it?" "Pregnant women.": the label that a question gives to what answers it
// without a verb.
const Extractor::BlockCue* Extractor::label_asked(std::uint32_t sentence,
                                                  knowledge::TypeId type) const {
  const std::uint32_t asked = question_above(sentence);
  if (asked == prose::no_block) return nullptr;
  const auto has_verb = [](const context::Clause& one) { return !one.verb.empty(); };
  if (std::ranges::any_of(context_->clauses(sentence), has_verb)) return nullptr;
  for (auto found = std::ranges::lower_bound(block_cues_, asked, {}, &BlockCue::block);
       found != block_cues_.end() && found->block == asked; ++found) {
    const knowledge::FrameCue& cue = knowledge_->frame_cues[found->cue];
    if (cue.label && knowledge_->fills(type, cue.frame) && !knowledge_->frames[cue.frame].measure)
      return &*found;
  }
  return nullptr;
}

std::optional<Extractor::Governor> Extractor::inherited_governor(const Mention& mention) const {
  const std::uint32_t of_mention = reading_->text.sentences[mention.sentence].block;
  const prose::Block& block = reading_->article.blocks[of_mention];
  const knowledge::TypeId type = knowledge_->concept_of(mention.meaning).type;
  const auto handed = [&](std::uint32_t id, Span above) {
    const knowledge::FrameCue& cue = knowledge_->frame_cues[id];
    return Governor{.frame = cue.frame,
                    .cue = {},
                    .inherited = true,
                    .above = above,
                    .denies = cue.denies,
                    .states = cue.states,
                    .likelihood = cue.likelihood};
  };
  if (const Found* label = labelling(mention, type)) return handed(label->id, label->text);
  if (!prose::has(block.scopes, prose::Scope::list) &&
      !prose::has(block.scopes, prose::Scope::table)) {
    const BlockCue* asked = label_asked(mention.sentence, type);
    return asked == nullptr ? std::nullopt : std::optional(handed(asked->cue, asked->text));
  }
  for (const std::uint32_t above :
       {label_of_row(of_mention), block.lead_in, block.table_header, block.heading}) {
    if (above == prose::no_block) continue;
    // "No deep sedation is required. - Local anaesthesia": a denial that has come to its end
    if (above == block.lead_in && denies(above) && ends_in_full_stop(above)) continue;
    // "## Is a peel right for you?", "You should not have one if you:"
    if (above == block.heading && block.lead_in != prose::no_block && denies(block.lead_in)) break;
    if (const BlockCue* cue = handed_down(above, type)) return handed(cue->cue, cue->text);
  }
  return std::nullopt;
}

// "Benefits: - No pain - Minimal risk": how little there is of it, whatever the list is of.
bool Extractor::says_how_little(const Mention& mention, Span clause) {
  const knowledge::TypeId type = knowledge_->concept_of(mention.meaning).type;
  if (knowledge_->default_frame(type) == knowledge::none) return false;
  if (mention.denies) return true;
  static constexpr double slight = 2;  // of 5
  const Found* degree = nearest_band(mention, clause, knowledge::Band::Of::degree);
  if (degree != nullptr && degree->end_token <= mention.first_token &&
      knowledge_->bands[degree->id].range.high <= slight &&
      shape_.is_one_phrase(degree->end_token, mention.first_token))
    return true;
  const auto denies = [&](const context::Evidence& evidence) {
    return evidence.category == Category::negated && clause.contains(evidence.cue) &&
           evidence.cue.end <= mention.text.begin;
  };
  return has(context_->at(mention.text), Category::negated) &&
         std::ranges::any_of(context_->explain(mention.text), denies);
}

// Whether a block is the head of a row that says something beside it.
bool Extractor::heads_row(std::uint32_t block) const {
  const std::vector<prose::Block>& blocks = reading_->article.blocks;
  return prose::has(blocks[block].scopes, prose::Scope::table) && blocks[block].starts_item &&
         block + 1 < blocks.size() && blocks[block + 1].group == blocks[block].group &&
         !blocks[block + 1].starts_item;
}

// The head of the row that a cell stands in ("Suitable for | all skin types"), where it is not that
// itself.
std::uint32_t Extractor::label_of_row(std::uint32_t block) const {
  const prose::Block& cell = reading_->article.blocks[block];
  if (!prose::has(cell.scopes, prose::Scope::table) || cell.starts_item) return prose::no_block;
  return subjects_.row_head(block);
}

// A heading, title or head of a row or column that only names something ("Side effects") asserts
// nothing of it.
bool Extractor::is_label(const Mention& mention, const Assertion& assertion) const {
  if (assertion.claim.denied || !assertion.frame_cue.empty()) return false;
  const std::uint32_t place = reading_->text.sentences[mention.sentence].block;
  const prose::Block& block = reading_->article.blocks[place];
  const bool answered =
      reading_->text.sentences[mention.sentence].ending == sentences::Ending::question &&
      assertion.claim.force == Force::statement;
  if (answered) return false;
  const bool column_head =
      prose::has(block.scopes, prose::Scope::table) && block.table_header == prose::no_block;
  return column_head || heads_row(place) || prose::has(block.scopes, prose::Scope::heading) ||
         prose::has(block.scopes, prose::Scope::title);
}

// "Since it is yours, the risk of ..."
bool Extractor::opens_behind_comma(Span cue, std::uint32_t sentence) const {
  const std::uint32_t first = reading_->text.sentences[sentence].first_token;
  std::uint32_t token = reading_->text.token_at(cue.begin);
  const auto is_determiner = [&](std::uint32_t one) {
    const sentences::Token& word = reading_->text.tokens[one];
    return word.kind == sentences::TokenKind::word &&
           lexicon::has(reading_->lexicon[word.word].parts, lexicon::PartOfSpeech::determiner);
  };
  if (token > first && is_determiner(token - 1)) --token;
  return token > first && reading_->view(reading_->text.tokens[token - 1].text) == ",";
}

// "The risk of redness, rejection or fever is almost zero": a list of a noun's objects, whose verb
// is read as that of another clause.
Span Extractor::with_list(const Mention& mention, const context::Clause& clause,
                          const Governor& governor) const {
  if (governor.cue.end > mention.text.begin || !reading_->view(governor.cue).ends_with(" of") ||
      !(clause.verb.empty() || opens_behind_comma(governor.cue, mention.sentence)))
    return clause.text;
  Span whole = clause.text;
  for (const context::Clause& next : context_->clauses(mention.sentence)) {
    if (next.text.begin < clause.text.end) continue;
    const sentences::Token& first = reading_->text.tokens[reading_->text.token_at(next.text.begin)];
    if (first.kind == sentences::TokenKind::word &&
        lexicon::has(reading_->lexicon[first.word].parts, lexicon::PartOfSpeech::relative))
      break;
    whole = joined(whole, next.text);
    if (!next.verb.empty()) break;
  }
  return whole;
}

}  // namespace linter::assertions
