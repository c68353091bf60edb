#include "linter/assertions/sentence_shape.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "linter/base/hash.h"
#include "linter/base/utf8.h"

namespace linter::assertions {

using lexicon::PartOfSpeech;
using sentences::Token;
using sentences::TokenKind;

namespace {

bool any_of(lexicon::PosMask parts, lexicon::PosMask wanted) {
  return (parts & wanted) != 0;
}

template <class... Parts>
constexpr lexicon::PosMask set_of(Parts... parts) {
  return (static_cast<lexicon::PosMask>(parts) | ...);
}

constexpr lexicon::PosMask nominal = set_of(PartOfSpeech::noun, PartOfSpeech::proper_noun);
constexpr lexicon::PosMask closed =
    set_of(PartOfSpeech::determiner, PartOfSpeech::pronoun, PartOfSpeech::auxiliary,
           PartOfSpeech::modal, PartOfSpeech::number, PartOfSpeech::negator,
           PartOfSpeech::subordinator, PartOfSpeech::relative);

}  // namespace

void SentenceShape::read(const lexicon::Reading& reading, const knowledge::Knowledge& knowledge,
                         const SentenceFinds& finds, const MentionFinder& finder,
                         std::uint32_t sentence) {
  heads_ = &finder;
  reading_ = &reading;
  knowledge_ = &knowledge;
  finds_ = &finds;
  begin_ = reading.text.sentences[sentence].first_token;
  end_ = reading.text.sentences[sentence].end_token;
  kinds_.resize(end_ - begin_);
  in_mention_.assign(end_ - begin_, false);
  for (std::uint32_t token = begin_; token < end_; ++token) kinds_[token - begin_] = kind_of(token);
  for (const auto* founds : {&finds.cues, &finds.units, &finds.numbers, &finds.bounds})
    for (const Found& found : *founds) mark_known(found.first_token, found.end_token, false);
  for (const Found& found : finds.bands) {
    const knowledge::Band::Of of = knowledge.bands[found.id].of;
    const bool compares = of == knowledge::Band::Of::more || of == knowledge::Band::Of::less ||
                          of == knowledge::Band::Of::another;
    if (!compares) mark_known(found.first_token, found.end_token, false);
  }
  for (const Mention& mention : finds.mentions)
    mark_known(mention.first_token, mention.end_token, true);
}

void SentenceShape::mark_known(std::uint32_t first_token, std::uint32_t end_token,
                               bool in_mention) {
  for (std::uint32_t token = first_token; token < end_token; ++token) {
    if (in_mention) in_mention_[token - begin_] = true;
    const Kind kind = at(token);
    if (in_mention || kind == Kind::content || kind == Kind::verb || kind == Kind::preposition)
      kinds_[token - begin_] = Kind::known;
  }
}

lexicon::PosMask SentenceShape::parts_of(std::uint32_t token) const {
  const Token& one = reading_->text.tokens[token];
  if (one.kind == TokenKind::number) return set_of(PartOfSpeech::number);
  if (one.kind != TokenKind::word) return 0;
  const lexicon::PosMask parts = reading_->lexicon[one.word].parts;
  return parts == 0 ? set_of(PartOfSpeech::noun) : parts;
}

SentenceShape::Kind SentenceShape::kind_of(std::uint32_t token) const {
  const Token& one = reading_->text.tokens[token];
  if (one.kind == TokenKind::mark) {
    static constexpr std::array<std::string_view, 4> joining = {",", "/", "&", "("};
    return std::ranges::find(joining, reading_->view(one.text)) != joining.end() ? Kind::joining
                                                                                 : Kind::mark;
  }
  if (one.kind == TokenKind::object) return Kind::content;
  const lexicon::PosMask parts = parts_of(token);
  if (lexicon::has(parts, PartOfSpeech::conjunction) || reading_->view(one.text) == "nor")
    return Kind::joining;
  if (lexicon::has(parts, PartOfSpeech::preposition)) return Kind::preposition;
  if (any_of(parts, closed)) return Kind::small;
  const bool noun_like = any_of(parts, nominal) || lexicon::has(parts, PartOfSpeech::adjective);
  if (lexicon::has(parts, PartOfSpeech::adverb) && !noun_like) return Kind::small;
  const bool only_verb =
      any_of(parts, set_of(PartOfSpeech::finite_verb, PartOfSpeech::base_form)) && !noun_like &&
      !lexicon::has(parts, PartOfSpeech::participle);
  return only_verb ? Kind::verb : Kind::content;
}

std::uint32_t SentenceShape::distance(std::uint32_t from_token, std::uint32_t to_token,
                                      std::uint32_t most) const {
  std::uint32_t count = 0;
  for (std::uint32_t token = from_token; token < to_token && count < most; ++token)
    if (!in_mention_[token - begin_] && at(token) != Kind::joining) ++count;
  return count;
}

bool SentenceShape::is_one_phrase(std::uint32_t from_token, std::uint32_t to_token) const {
  for (std::uint32_t token = from_token; token < to_token; ++token) {
    const bool of = reading_->view(reading_->text.tokens[token].text) == "of";
    const Kind kind = at(token);
    if (!of && (kind == Kind::small || kind == Kind::preposition || kind == Kind::verb))
      return false;
  }
  return true;
}

// A denial of verbs: "not", "never", "doesn't"; not "no", "without".
bool SentenceShape::is_verbal(std::uint32_t denial) const {
  const lexicon::PosMask parts = parts_of(denial);
  return any_of(parts, set_of(PartOfSpeech::adverb, PartOfSpeech::auxiliary)) &&
         !any_of(parts, set_of(PartOfSpeech::determiner, PartOfSpeech::preposition));
}

// "not bruises": what it is not, rather than what does not happen. "not painful", "not bruise" and
// "no bruises" are no such thing.
bool SentenceShape::names_it(std::uint32_t last_of_denial, const Mention& mention) const {
  const bool verbal = is_verbal(last_of_denial);
  const std::string text = base::lower(text_of(last_of_denial));
  // "not a side effect", but "not a painful procedure"
  const lexicon::PosMask last = parts_of(mention.end_token - 1);
  const bool article = text == "a" || text == "an";
  if (article && last_of_denial > begin_ && text_of(last_of_denial - 1) == "not")
    return any_of(last, nominal) || !can_be_predicate(mention);
  return (verbal || article) && text != "never" && !can_be_predicate(mention);
}

bool SentenceShape::can_be_predicate(const Mention& mention) const {
  const lexicon::PosMask parts = parts_of(mention.first_token);
  if (mention.denies) return true;
  const lexicon::PosMask last = parts_of(mention.end_token - 1);  // "FDA approved"
  if (any_of(last, set_of(PartOfSpeech::adjective, PartOfSpeech::participle)) &&
      !any_of(last, nominal))
    return true;
  if (any_of(parts, set_of(PartOfSpeech::adjective, PartOfSpeech::base_form))) return true;
  return any_of(parts, set_of(PartOfSpeech::participle, PartOfSpeech::finite_verb)) &&
         !lexicon::has(parts, PartOfSpeech::plural);
}

bool SentenceShape::is_named_by_neighbour(const Mention& mention) const {
  return std::ranges::any_of(finds_->mentions, [&](const Mention& other) {
    return other.end_token == mention.first_token && other.meaning != mention.meaning &&
           knowledge_->is_a(other.meaning, mention.meaning);
  });
}

bool SentenceShape::is_verb(const Mention& mention, Span clause) const {
  if (mention.denies || mention.first_token == begin_) return false;
  const std::uint32_t before = mention.first_token - 1;
  const bool after_noun = clause.begin <= reading_->text.tokens[before].text.begin &&
                          (in_mention_[before - begin_] || at(before) == Kind::content) &&
                          any_of(parts_of(before), nominal);
  const lexicon::PosMask parts = parts_of(mention.first_token);
  return after_noun && any_of(parts, set_of(PartOfSpeech::finite_verb, PartOfSpeech::base_form)) &&
         !lexicon::has(parts, PartOfSpeech::gerund);
}

SentenceShape::Reach SentenceShape::reach_forward(std::uint32_t from_token,
                                                  const Mention& mention) const {
  bool open = false;       // words that belong to a noun still to come
  bool described = false;  // by an adjective
  std::uint64_t narrowing = 0;
  const bool verbal = is_verbal(from_token - 1);
  // "does not justify risks": a verb that no frame knows
  std::uint32_t first = from_token;
  while (first < mention.first_token && at(first) == Kind::small) ++first;
  // "is not going to hurt"
  if (verbal && first + 1 < mention.first_token && text_of(first) == "going" &&
      text_of(first + 1) == "to")
    first = from_token = first + 2;
  if (verbal && first < mention.first_token && at(first) == Kind::content &&
      any_of(parts_of(first), set_of(PartOfSpeech::base_form, PartOfSpeech::finite_verb)) &&
      !lexicon::has(parts_of(first), PartOfSpeech::adjective))
    return {};
  for (std::uint32_t token = from_token; token < mention.first_token; ++token) {
    if (verbal && text_of(token) == "(") return {};  // "not to be used (risk of burns)"
    switch (at(token)) {
      case Kind::known:
        if (narrows(token, mention)) {
          open = true;
          narrowing = base::hash64(text_of(token));
          break;
        }
        described = described && names_same_type(token, mention);
        if (!open) break;
        [[fallthrough]];
      case Kind::joining:
        // "no needles, stitches or pain": an item of the list
        open = at(token) == Kind::known && open;
        // "without unnecessary pain or scars": either
        if (!open && !(described && text_of(token) == "or")) narrowing = 0;
        break;
      case Kind::preposition:
        // "no need for ...", "does not allow time for ..."
        if (open || (verbal && text_of(token) == "for")) return {};
        break;
      case Kind::verb:
        return {};
      case Kind::content:
        // "no benefit justifying the risk"
        if (lexicon::has(parts_of(token), PartOfSpeech::gerund) && token > from_token &&
            (at(token - 1) == Kind::known || at(token - 1) == Kind::content) &&
            any_of(parts_of(token - 1), nominal))
          return {};
        open = true;
        described = narrowing == 0 && lexicon::has(parts_of(token), PartOfSpeech::adjective) &&
                    !any_of(parts_of(token), nominal);
        narrowing =
            base::hash64(reading_->view(reading_->text.tokens[token].text)) ^ (narrowing * 31);
        break;
      case Kind::mark:
      case Kind::small:
        break;
    }
  }
  return {true, open || narrowing != 0 ? narrowing | 1U : 0};
}

// "There is an absence of burns", "it has a complete lack of side effects"
bool SentenceShape::is_object(std::uint32_t noun) const {
  constexpr lexicon::PosMask before_noun =
      set_of(PartOfSpeech::determiner, PartOfSpeech::adjective);
  constexpr lexicon::PosMask verbal =
      set_of(PartOfSpeech::auxiliary, PartOfSpeech::finite_verb, PartOfSpeech::base_form);
  std::uint32_t token = noun;
  while (token > begin_ && any_of(parts_of(token - 1), before_noun)) --token;
  return token > begin_ && any_of(parts_of(token - 1), verbal);
}

SentenceShape::Reach SentenceShape::reach(Span denial, const Mention& mention,
                                          bool governed) const {
  if (denial.overlaps(mention.text) || denial.empty()) return {true, 0};
  const std::vector<Token>& tokens = reading_->text.tokens;
  // "Absence of burns": a thing, not a statement
  const std::uint32_t cue = reading_->text.token_at(denial.begin);
  if (cue >= begin_ && cue < end_ && parts_of(cue) != 0 && (parts_of(cue) & ~nominal) == 0 &&
      !is_object(cue))
    return {};
  if (denial.begin >= mention.text.end) {
    // "Scarring after the peel does not occur"
    for (std::uint32_t token = mention.end_token;
         token < end_ && tokens[token].text.begin < denial.begin; ++token)
      if (at(token) == Kind::verb) return {};
    // "Persistent redness is not seen": of other redness nothing is said
    const std::uint32_t first = mention.first_token;
    const bool described = first > begin_ && at(first - 1) == Kind::content &&
                           lexicon::has(parts_of(first - 1), PartOfSpeech::adjective);
    return {true, described ? base::hash64(base::lower(text_of(first - 1))) | 1U : 0};
  }
  std::uint32_t from = mention.first_token;
  while (from > begin_ && tokens[from - 1].text.begin >= denial.end) --from;
  if (from == begin_) return {true, 0};  // the denial stands in another sentence
  if (!governed && names_it(from - 1, mention)) return {};
  // "blistering without burns": a kind of blistering
  const std::uint32_t first = reading_->text.token_at(denial.begin);
  if (lexicon::has(parts_of(first), PartOfSpeech::preposition) && first > begin_ &&
      in_mention_[first - 1 - begin_] && names_same_type(first - 1, mention))
    return {};
  return reach_forward(from, mention);
}

bool SentenceShape::names_same_type(std::uint32_t token, const Mention& mention) const {
  return std::ranges::any_of(finds_->mentions, [&](const Mention& other) {
    return other.end_token == token + 1 && !other.denies &&
           knowledge_->concept_of(other.meaning).type ==
               knowledge_->concept_of(mention.meaning).type;
  });
}

bool SentenceShape::has_preposition(std::uint32_t from_token, std::uint32_t to_token) const {
  for (std::uint32_t token = from_token; token < to_token; ++token)
    if (at(token) == Kind::preposition) return true;
  return false;
}

bool SentenceShape::is_broken(std::uint32_t from_token, std::uint32_t to_token) const {
  for (std::uint32_t token = from_token; token < to_token; ++token)
    if (text_of(token) == "—" || text_of(token) == ";") return true;
  return false;
}

// From a verb or noun to its object: no verb between, no preposition right behind it, and no other
// noun with a phrase of its own but for "of" ("the look of lines").
bool SentenceShape::leads_to(std::uint32_t end_of_cue, const Mention& mention) const {
  bool listed = false;
  for (std::uint32_t token = end_of_cue; token < mention.first_token; ++token) {
    switch (at(token)) {
      case Kind::verb:
        return false;
      case Kind::preposition: {
        const bool of = reading_->view(reading_->text.tokens[token].text) == "of";
        if (!of && !listed) return false;
        break;
      }
      case Kind::joining:
        listed = true;
        break;
      case Kind::content:
      case Kind::known:
      case Kind::mark:
      case Kind::small:
        break;
    }
  }
  return true;
}

// "no lasting redness", "no anaesthesia risks": a word of a frame or another thing makes it a
// special one.
bool SentenceShape::narrows(std::uint32_t token, const Mention& mention) const {
  const auto is_another_thing = [&](const Mention& other) {
    const knowledge::Concept& meaning = knowledge_->concept_of(other.meaning);
    const knowledge::ConceptType& type = knowledge_->types[meaning.type];
    return other.first_token == token && other.end_token == mention.first_token && !type.subject &&
           !type.part && meaning.type != knowledge_->concept_of(mention.meaning).type;
  };
  if (std::ranges::any_of(finds_->mentions, is_another_thing)) return true;
  return std::ranges::any_of(finds_->cues, [&](const Found& cue) {
    return cue.first_token == token && cue.end_token == token + 1 &&
           cue.end_token == mention.first_token &&
           any_of(parts_of(token), set_of(PartOfSpeech::adjective, PartOfSpeech::participle)) &&
           !lexicon::has(parts_of(token), PartOfSpeech::base_form);
  });
}

bool SentenceShape::is_attribute(const Found& cue, const Mention& mention) const {
  if (cue.end_token != mention.first_token || cue.end_token - cue.first_token != 1) return false;
  const lexicon::PosMask parts = parts_of(cue.first_token);
  if (!lexicon::has(parts, PartOfSpeech::participle) ||
      lexicon::has(parts, PartOfSpeech::base_form))
    return false;
  for (std::uint32_t token = cue.first_token; token-- > begin_;) {
    const lexicon::PosMask before = parts_of(token);
    if (lexicon::has(before, PartOfSpeech::auxiliary)) return false;
    if (at(token) != Kind::small) return true;
  }
  return true;
}

bool SentenceShape::is_adjective(const Found& cue) const {
  if (cue.first_token == begin_ ||
      !lexicon::has(parts_of(cue.first_token - 1), PartOfSpeech::determiner) ||
      !lexicon::has(parts_of(cue.first_token), PartOfSpeech::adjective))
    return false;
  // "The trial lasts a week", "the free trial": nouns
  const lexicon::PosMask last = parts_of(cue.end_token - 1);
  constexpr lexicon::PosMask verbs =
      set_of(PartOfSpeech::finite_verb, PartOfSpeech::auxiliary, PartOfSpeech::modal);
  return !lexicon::has(last, PartOfSpeech::noun) ||
         (cue.end_token - cue.first_token == 1 &&
          !(cue.end_token < end_ && any_of(parts_of(cue.end_token), verbs)));
}

bool SentenceShape::is_named_as_whose(const Mention& mention) const {
  static constexpr std::uint32_t reach = 4;
  for (std::uint32_t token = mention.first_token; token-- > begin_;) {
    if (mention.first_token - token > reach) return false;
    const Kind kind = at(token);
    if (kind == Kind::preposition || lexicon::has(parts_of(token), PartOfSpeech::preposition))
      return true;
    if (kind == Kind::verb || kind == Kind::mark) return false;
  }
  return true;
}

// "erodes the enamel", "the skin peels": a wording that brings its verb.
bool SentenceShape::holds_verb(const Mention& mention) const {
  if (mention.end_token - mention.first_token < 2) return false;
  constexpr lexicon::PosMask verbal = set_of(PartOfSpeech::finite_verb, PartOfSpeech::base_form);
  for (std::uint32_t token = mention.first_token; token < mention.end_token; ++token) {
    const lexicon::PosMask parts = parts_of(token);
    if (!any_of(parts, verbal)) continue;
    if (!any_of(parts, nominal)) return true;
    if (token == mention.first_token &&
        any_of(parts_of(token + 1), set_of(PartOfSpeech::determiner, PartOfSpeech::negator)))
      return true;
    if (token > mention.first_token && token + 1 == mention.end_token &&
        any_of(parts_of(token - 1), nominal) &&
        any_of(parts_of(mention.first_token), set_of(PartOfSpeech::determiner)))
      return true;
  }
  return false;
}

// "a peeling acid": which product is meant
bool SentenceShape::is_product_of(const Mention& mention) const {
  if (mention.first_token == begin_ ||
      !lexicon::has(parts_of(mention.first_token - 1), PartOfSpeech::determiner))
    return false;
  return std::ranges::any_of(finds_->mentions, [&](const Mention& other) {
    const knowledge::ConceptType& type =
        knowledge_->types[knowledge_->concept_of(other.meaning).type];
    return other.first_token == mention.end_token && type.part &&
           heads_->heads_subject(other.end_token - 1);
  });
}

bool SentenceShape::is_modifier(const Mention& mention) const {
  if (holds_verb(mention)) return false;
  const std::uint32_t next = mention.end_token;
  const lexicon::PosMask last = parts_of(next - 1);
  if (lexicon::has(last, PartOfSpeech::adjective) && !any_of(last, nominal)) return false;
  if (next < end_ && is_product_of(mention)) return true;
  if (next >= end_ || in_mention_[next - begin_] || at(next) != Kind::content) return false;
  const lexicon::PosMask parts = parts_of(next);
  return any_of(parts, nominal) &&
         !any_of(parts, set_of(PartOfSpeech::finite_verb, PartOfSpeech::adjective)) &&
         !any_of(parts, set_of(PartOfSpeech::adverb, PartOfSpeech::participle));
}

}  // namespace linter::assertions
