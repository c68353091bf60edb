#include "linter/assertions/subjects.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace linter::assertions {
namespace {

constexpr Confidence named_near = 95;
constexpr Confidence named_above = beyond;
constexpr Confidence sure_of_title = beyond;
constexpr Confidence here_only = 85;  // in an article on several things
constexpr Confidence one_of_several = 70;
constexpr std::uint32_t opening_blocks = 4;  // in which an article says what it is about
constexpr std::uint32_t enough_names = 3;    // of an article's subject that no heading names

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
  if (!is_aside(mention))
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

bool Subjects::is_linked(std::uint32_t token) const {
  const std::string_view word = reading_->view(reading_->text.tokens[token].text);
  return word == "and" || word == "or";
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
  for (std::uint32_t back = 1; back <= reach && named >= first + back; ++back) {
    const sentences::Token& token = reading_->text.tokens[named - back];
    if (token.kind != sentences::TokenKind::word) return false;
    if (std::ranges::find(words, reading_->view(token.text)) != words.end()) return true;
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

// How many other things the headings between a block and the heading above it name: whose section
// the block stands in may be theirs.
std::size_t Subjects::turns_between(std::uint32_t above, std::uint32_t block, ConceptId one) const {
  static constexpr std::size_t most = 3;
  std::array<ConceptId, most> others{};
  std::size_t count = 0;
  auto place = std::ranges::upper_bound(places_, above, {}, &Place::block);
  while (place != places_.end() && place->block <= block && count < most) {
    const std::uint32_t heading = place->block;
    const auto end = std::ranges::upper_bound(places_, heading, {}, &Place::block);
    const bool heads = prose::has(reading_->article.blocks[heading].scopes, prose::Scope::heading);
    const auto is_ours = [&](const Place& named) { return is_related(named.meaning, one); };
    if (heads && std::none_of(place, end, is_ours))
      for (; place != end && count < most; ++place)
        if (std::find(others.begin(), others.begin() + static_cast<std::ptrdiff_t>(count),
                      place->meaning) == others.begin() + static_cast<std::ptrdiff_t>(count))
          others[count++] = place->meaning;
    place = end;
  }
  return count;
}

// What stands above, as far as no other heading has turned from it.
Subject Subjects::not_turned(Subject above, std::uint32_t from, std::uint32_t block) const {
  static constexpr std::size_t collection = 3;
  const std::size_t turns = turns_between(from, block, above.meaning);
  if (turns >= collection) return {};
  if (turns > 0) above.confidence = std::min(above.confidence, one_of_several);
  return above;
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
  std::uint32_t in = UINT32_MAX;  // the sentence that names it
  for (auto place = std::ranges::lower_bound(places_, block, {}, &Place::block);
       place != places_.end() && place->block == block && place->sentence < before_sentence;
       ++place) {
    if (knowledge_->concept_of(place->meaning).named_only) continue;
    // "Chemical peels range from light peels to deep peels. They ...": of all of them
    if (found.meaning != knowledge::none && found.meaning != place->meaning &&
        place->sentence == in && knowledge_->is_a(place->meaning, found.meaning))
      continue;
    in = place->sentence;
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
  Subject found = from_above(sentence);
  if (found.meaning == knowledge::none) return found;
  if (mixed_) found.confidence = std::min(found.confidence, here_only);
  if (several_ && is_far_from_naming(found.meaning, reading_->text.sentences[sentence].block))
    return {};
  return found;
}

// Whether nothing near a block names the thing: a long page has gone on to something else.
bool Subjects::is_far_from_naming(ConceptId one, std::uint32_t block) const {
  static constexpr std::uint32_t far = 40;
  for (auto place = std::ranges::upper_bound(places_, block, {}, &Place::block);
       place != places_.begin();) {
    --place;
    if (block - place->block > far) break;
    if (is_related(place->meaning, one)) return false;
  }
  return true;
}

// "## Surgery", "## Enzyme facial": what stands below is said of another thing than the article's.
bool Subjects::heads_other(std::uint32_t block) const {
  if (std::ranges::binary_search(strangers_, block)) return true;
  const auto place = std::ranges::lower_bound(places_, block, {}, &Place::block);
  return place != places_.end() && place->block == block && block != reading_->article.title &&
         knowledge_->concept_of(place->meaning).named_only && title_ != knowledge::none &&
         !is_related(place->meaning, title_);
}

// Whether a block names something that a pack knows claims are about.
bool Subjects::names_any(std::uint32_t block) const {
  const auto place = std::ranges::lower_bound(places_, block, {}, &Place::block);
  return place != places_.end() && place->block == block;
}

Subject Subjects::own(ConceptId stand_in, std::uint32_t sentence) const {
  const std::uint32_t title = reading_->article.title;
  const std::uint32_t block = reading_->text.sentences[sentence].block;
  if (title == prose::no_block || names_any(title) || holds_two_sides(title) || names_any(block))
    return {};
  std::uint32_t heading = reading_->article.blocks[block].heading;
  for (int level = 0; level < 6 && heading != prose::no_block && heading < block; ++level) {
    if (names_any(heading) || heads_other(heading)) return {};
    heading = reading_->article.blocks[heading].heading;
  }
  return {stand_in, Origin::title, guessed, reading_->article.blocks[title].text};
}

Subject Subjects::from_above(std::uint32_t sentence) const {
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
      return not_turned(above, heading, block);
    }
    if (heads_other(heading)) return {};
    heading = reading_->article.blocks[heading].heading;
  }
  // A cell speaks of what its row or column is headed by.
  if (place.table_header != prose::no_block) {
    if (heads_other(row_head(block))) return {};
    for (const std::uint32_t head : {row_head(block), place.table_header})
      if (Subject above = in_block(head, UINT32_MAX); above.meaning != knowledge::none)
        return above;
    return {only_, Origin::article, guessed, {}};
  }
  if (only_ != knowledge::none) return {only_, Origin::article, named_above, places_.front().text};
  if (title_compares_) return {};
  if (title_ != knowledge::none)
    return not_turned({title_, Origin::title, title_ == main_ ? sure_of_title : one_of_several,
                       reading_->article.blocks[reading_->article.title].text},
                      reading_->article.title, block);
  // What it names most often, unless its sections speak of one thing after the other.
  if (main_ != knowledge::none && counts_[main_] >= enough_names &&
      others_of(main_) * 2 <= counts_[main_]) {
    const bool stands_out =
        counts_[main_] >= 2 * enough_names && others_of(main_) * 4 <= counts_[main_];
    return not_turned({main_, Origin::article, stands_out ? likely : guessed, {}}, 0, block);
  }
  return {};
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
    if (is_contrasted(other)) continue;
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
  if (!earlier.text.empty())
    return is_means_of(earlier, above, mention, clause, in_sentence) ? above : earlier;
  return above.meaning == knowledge::none ? aside : above;
}

}  // namespace linter::assertions
