#include "linter/assertions/subjects.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "linter/assertions/subject_confidence.h"

namespace linter::assertions {
namespace {

constexpr std::uint32_t opening_blocks = 4;  // in which an article says what it is about

}  // namespace

void Subjects::begin(const lexicon::Reading& reading, const knowledge::Knowledge& knowledge) {
  reading_ = &reading;
  knowledge_ = &knowledge;
  places_.clear();
  named_.clear();
  counts_.assign(knowledge.concepts.size(), 0);
  turns_.clear();
  strangers_.clear();
  only_ = main_ = title_ = knowledge::none;
  title_compares_ = several_ = mixed_ = false;
}

void Subjects::add(const Mention& mention) {
  if (!knowledge_->concept_of(mention.meaning).subject || mention.another || is_missing(mention) ||
      is_contrasted(mention))
    return;
  const std::uint32_t block = reading_->text.sentences[mention.sentence].block;
  const prose::Scopes scopes = reading_->article.blocks[block].scopes;
  const bool heads =
      prose::has(scopes, prose::Scope::heading) || prose::has(scopes, prose::Scope::title);
  if (!is_aside(mention) && (heads || !is_companion(mention)))
    places_.push_back({mention.meaning, mention.sentence, block, mention.text});
  if (knowledge_->concept_of(mention.meaning).named_only) return;
  ++counts_[mention.meaning];
  if (heads || block < opening_blocks || prose::has(scopes, prose::Scope::summary))
    counts_[mention.meaning] += enough_names;
}

// "No filler. No risk of lumps.", "without surgery"
bool Subjects::is_missing(const Mention& mention) const {
  if (mention.first_token == reading_->text.sentences[mention.sentence].first_token) return false;
  const std::uint32_t before = mention.first_token - 1;
  const std::string_view word = reading_->view(reading_->text.tokens[before].text);
  return word == "no" || word == "No" || word == "without" || word == "Without";
}

bool Subjects::is_linked(std::uint32_t token) const {
  const std::string_view word = reading_->view(reading_->text.tokens[token].text);
  return word == "and" || word == "or";
}

// "Many prefer it over liposuction", "preferred to surgery"
bool Subjects::is_preferred_to(std::uint32_t named, std::uint32_t first) const {
  static constexpr std::uint32_t reach = 4;
  if (named < first + 2) return false;
  const std::string_view link = reading_->view(reading_->text.tokens[named - 1].text);
  if (link != "over" && link != "to") return false;
  for (std::uint32_t back = 2; back <= reach && named >= first + back; ++back)
    if (reading_->view(reading_->text.tokens[named - back].text).starts_with("prefer")) return true;
  return false;
}

// "unlike waxing", "compared with traditional surgery": what is said is not said of it.
bool Subjects::is_contrasted(const Mention& mention) const {
  static constexpr std::uint32_t reach = 3;
  static constexpr std::array<std::string_view, 8> words = {
      "unlike", "Unlike", "contrast", "compared", "Compared", "alternative", "instead", "than"};
  const std::uint32_t first = reading_->text.sentences[mention.sentence].first_token;
  std::uint32_t named = mention.first_token;
  // "an alternative to waxing and shaving"
  if (named > first + 1 && is_linked(named - 1)) named -= 2;
  if (is_preferred_to(named, first)) return true;
  for (std::uint32_t back = 1; back <= reach && named >= first + back; ++back) {
    const sentences::Token& token = reading_->text.tokens[named - back];
    if (token.kind != sentences::TokenKind::word) return false;
    if (std::ranges::find(words, reading_->view(token.text)) != words.end()) return true;
  }
  return false;
}

// "injected along with a filler", "combined with PRP", "similar to a shot": what else is named beside
// the thing spoken of.
bool Subjects::is_companion(const Mention& mention) const {
  static constexpr std::uint32_t reach = 4;
  static constexpr std::array<std::string_view, 10> with = {
      "along",    "Along",  "together", "Together",    "combined",
      "Combined", "paired", "coupled",  "combination", "conjunction"};
  static constexpr std::array<std::string_view, 3> to = {"similar", "Similar", "comparable"};
  const std::uint32_t first = reading_->text.sentences[mention.sentence].first_token;
  for (std::uint32_t back = 1; back <= reach && mention.first_token > first + back; ++back) {
    const std::uint32_t at = mention.first_token - back;
    if (reading_->text.tokens[at].kind != sentences::TokenKind::word) return false;
    const std::string_view link = reading_->view(reading_->text.tokens[at].text);
    const std::string_view before = reading_->view(reading_->text.tokens[at - 1].text);
    if (link == "with") return std::ranges::find(with, before) != with.end();
    if (link == "to") return std::ranges::find(to, before) != to.end();
  }
  return false;
}

// "our laser (IPL on request)": named in passing.
bool Subjects::is_aside(const Mention& mention) const {
  static constexpr std::uint32_t reach = 6;
  const std::uint32_t first = reading_->text.sentences[mention.sentence].first_token;
  for (std::uint32_t back = 1; back <= reach && mention.first_token >= first + back; ++back) {
    const std::string_view text =
        reading_->view(reading_->text.tokens[mention.first_token - back].text);
    if (text == ")") return false;
    if (text == "(") return true;
  }
  return false;
}

void Subjects::turn_from(std::uint32_t sentence) {
  turns_.push_back(sentence);
}

bool Subjects::can_turn_from(std::uint32_t sentence) const {
  const std::uint32_t block = reading_->text.sentences[sentence].block;
  const auto place = std::ranges::lower_bound(places_, block, {}, &Place::block);
  return place != places_.end() && place->block == block && place->sentence < sentence;
}

void Subjects::finish() {
  std::uint32_t best = 0;
  for (std::size_t id = 0; id < counts_.size(); ++id) {
    if (counts_[id] == 0) continue;
    named_.push_back(static_cast<ConceptId>(id));
    if (counts_[id] > best) {
      best = counts_[id];
      main_ = named_.back();
    }
  }
  const std::uint32_t title = reading_->article.title;
  if (title != prose::no_block) {
    const Subject named = in_block(title, UINT32_MAX);
    title_ = named.meaning == knowledge::none ? named_only_in(title) : named.meaning;
    const bool only_there = title_ != knowledge::none && named.meaning == knowledge::none;
    if (title_ != knowledge::none && (only_there || counts_[title_] >= best)) main_ = title_;
    title_compares_ = named.confidence == one_of_several && holds_two_sides(title);
  }
  several_ = named_.size() > 1;
  const bool titled = title_ != knowledge::none && title_ == main_ && !title_compares_;
  mixed_ = !titled && main_ != knowledge::none && others_of(main_) * 2 > counts_[main_];
  if (named_.size() == 1 && best >= enough_names && names_main_thing()) only_ = main_;
}

// "Facelift" as a title, of a thing that is a subject only where it is named.
ConceptId Subjects::named_only_in(std::uint32_t block) const {
  for (const Place& place : places_)
    if (place.block == block && !knowledge_->concept_of(place.meaning).various)
      return place.meaning;
  return knowledge::none;
}

// How often other things than this one and its kinds are named.
std::uint32_t Subjects::others_of(ConceptId one) const {
  std::uint32_t others = 0;
  for (const ConceptId other : named_)
    if (!is_related(other, one)) others += counts_[other];
  return others;
}

bool Subjects::is_related(ConceptId a, ConceptId b) const {
  return knowledge_->is_a(a, b) || knowledge_->is_a(b, a);
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

// "What to avoid in pregnancy: peels, ...": said of what stands behind the colon.
Subject Subjects::listed_behind(const Mention& mention,
                                std::span<const Mention> in_sentence) const {
  for (const Mention& other : in_sentence) {
    if (other.first_token < mention.end_token + 1 || other.absent ||
        !knowledge_->concept_of(other.meaning).subject)
      continue;
    const sentences::Token& mark = reading_->text.tokens[other.first_token - 1];
    if (reading_->view(mark.text) == ":" && mark.text.begin >= mention.text.end)
      return {other.meaning, Origin::sentence, named_near, other.text};
  }
  return {};
}

// "an alternative to surgery": what follows is said of something else.
bool Subjects::is_mentioned_beside(const Mention& mention) const {
  if (!knowledge_->concept_of(mention.meaning).named_only || mention.first_token == 0) return false;
  const sentences::Token& before = reading_->text.tokens[mention.first_token - 1];
  return before.kind == sentences::TokenKind::word &&
         lexicon::has(reading_->lexicon[before.word].parts, lexicon::PartOfSpeech::preposition);
}

// "Using radiofrequency, the treatment ...": what it is done with, of the treatment spoken of
// above.
bool Subjects::is_means_of(const Subject& named, const Subject& above, const Mention& mention,
                           const context::Clause& clause,
                           std::span<const Mention> in_sentence) const {
  using enum lexicon::PartOfSpeech;
  if (above.meaning == knowledge::none || above.confidence < sure ||
      named.meaning == knowledge::none || is_related(above.meaning, named.meaning))
    return false;
  const lexicon::PosMask opening = parts_of(reading_->text.sentences[mention.sentence].first_token);
  const bool fronted = lexicon::has(opening, preposition) || lexicon::has(opening, participle) ||
                       lexicon::has(opening, gerund);
  return fronted && std::ranges::any_of(in_sentence, [&](const Mention& other) {
           return knowledge_->concept_of(other.meaning).stand_in &&
                  other.text.overlaps(clause.subject);
         });
}

Subject Subjects::of(const Mention& mention, const context::Clause& clause,
                     std::span<const Mention> in_sentence) const {
  Subject before;
  Subject after;
  Subject earlier;
  Subject aside;
  bool close_behind = false;
  for (const Mention& other : in_sentence) {
    if (!knowledge_->concept_of(other.meaning).subject || other.text == mention.text ||
        other.absent)
      continue;
    if (is_contrasted(other) || is_companion(other)) continue;
    if (other.text.begin < mention.text.end && is_mentioned_beside(other)) continue;
    if (other.text.end <= mention.text.begin && is_aside(other) && !is_aside(mention)) {
      aside = {other.meaning, Origin::sentence, one_of_several, other.text};
      continue;
    }
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
  if (const Subject listed = listed_behind(mention, in_sentence); listed.meaning != knowledge::none)
    return listed;
  if (!before.text.empty()) return is_listed_beside(mention, before, clause) ? Subject{} : before;
  if (after.meaning != knowledge::none)
    return describes_another(mention, after, clause, in_sentence) ? Subject{} : after;
  const Subject above = inherited(mention.sentence);
  // "Unlike PRP, steroid injections thin the skin" on a page about PRP: said of another thing
  const auto sets_apart = [&](const Mention& other) {
    return is_contrasted(other) && above.meaning != knowledge::none &&
           is_related(other.meaning, above.meaning);
  };
  if (earlier.text.empty() && std::ranges::any_of(in_sentence, sets_apart)) return {};
  if (!earlier.text.empty())
    return is_means_of(earlier, above, mention, clause, in_sentence) ? above : earlier;
  return above.meaning == knowledge::none ? aside : above;
}

}  // namespace linter::assertions
