// What a denial, a rate or a figure is of, where that is not what stands beside it.
#include <algorithm>
#include <array>
#include <string>
#include <string_view>

#include "linter/assertions/extract.h"
#include "linter/base/hash.h"
#include "linter/base/one_of.h"
#include "linter/base/utf8.h"

namespace linter::assertions {

using context::Category;
using lexicon::PartOfSpeech;
using sentences::TokenKind;

std::string Extractor::word_at(std::uint32_t token) const {
  return base::lower(reading_->view(reading_->text.tokens[token].text));
}

// "Complications do not occur on schedule", "ink does not fade evenly": how it happens is denied,
// and not that it does.
bool Extractor::denies_how(const Mention& mention, const Governor& governor,
                           const Assertion& assertion) const {
  static constexpr std::array<std::string_view, 8> emphatic = {
      "really",   "absolutely", "definitely", "certainly",
      "actually", "generally",  "usually",    "typically"};
  static constexpr std::array<std::string_view, 6> manners = {"schedule", "cue",   "isolation",
                                                              "demand",   "equal", "overnight"};
  const bool by_cue = assertion.polarity_cue.empty();
  if (!assertion.claim.denied || (by_cue && !governor.denies)) return false;
  const sentences::Sentence& sentence = reading_->text.sentences[mention.sentence];
  std::uint32_t token = mention.end_token;
  if (!governor.cue.empty() && governor.cue.begin >= mention.text.end)
    token = reading_->text.token_at(governor.cue.end - 1) + 1;
  // "no" before a noun denies the thing
  if (!by_cue && (assertion.polarity_cue.begin < sentence.text.begin ||
                  lexicon::has(parts_of(reading_->text.token_at(assertion.polarity_cue.begin)),
                               PartOfSpeech::determiner)))
    return false;
  if (token < sentence.end_token && (word_at(token) == "on" || word_at(token) == "in") &&
      token + 1 < sentence.end_token)
    return base::is_one_of(word_at(token + 1), manners);
  if (token >= sentence.end_token || !lexicon::has(parts_of(token), PartOfSpeech::adverb))
    return false;
  const std::string word = word_at(token);
  const bool ends = token + 1 == sentence.end_token ||
                    reading_->text.tokens[token + 1].kind == TokenKind::mark ||
                    lexicon::has(parts_of(token + 1), PartOfSpeech::preposition);
  return ends && word.ends_with("ly") && !base::is_one_of(word, emphatic);
}

// "Legs that are not tanned can start at any time": the denial tells which ones are meant.
bool Extractor::is_denied_within(const Mention& mention, const Governor& governor,
                                 const Assertion& assertion) const {
  static constexpr std::array<std::string_view, 3> relatives = {"that", "which", "who"};
  if (assertion.polarity_cue.empty() || assertion.polarity_cue.end > mention.text.begin)
    return false;
  const std::uint32_t denial = reading_->text.token_at(assertion.polarity_cue.begin);
  const std::uint32_t first = reading_->text.sentences[mention.sentence].first_token;
  std::uint32_t before = denial;
  while (before > first && lexicon::has(parts_of(before - 1), PartOfSpeech::auxiliary)) --before;
  if (lexicon::has(parts_of(denial), PartOfSpeech::determiner)) return false;
  if (before > first + 1 && base::is_one_of(word_at(before - 1), relatives) &&
      lexicon::has(parts_of(before - 2), PartOfSpeech::noun)) {
    // "swelling that does not indent"
    const auto is_effect = [&](const Mention& other) {
      const FrameId usual = default_frames_[knowledge_->concept_of(other.meaning).type];
      return other.end_token == before - 1 && usual != knowledge::none &&
             knowledge_->frames[usual].befalls;
    };
    return governor.object_before || std::ranges::any_of(finds_.mentions, is_effect);
  }
  if (!governor.object_before) return false;
  // "Tattoos do not harm babies, removal is not done": denied of another verb
  constexpr lexicon::PosMask verbal = PartOfSpeech::base_form | PartOfSpeech::finite_verb;
  for (std::uint32_t token = denial + 1; token < mention.first_token; ++token)
    if ((parts_of(token) & verbal) != 0 &&
        !lexicon::has(parts_of(token), PartOfSpeech::auxiliary) &&
        !lexicon::has(parts_of(token), PartOfSpeech::noun) &&
        !lexicon::has(parts_of(token), PartOfSpeech::adjective))
      return governor.cue.begin >= mention.text.end;
  return false;
}

// "Clinics lacking training cause burns": what is lacking hangs on the subject, and what its verb
// is said to do is not denied.
bool Extractor::is_denied_before_verb(const Mention& mention, const Governor& governor) {
  if (governor.cue.empty() || governor.inherited || governor.cue.begin > mention.text.begin)
    return false;
  const std::uint32_t verb = reading_->text.token_at(governor.cue.begin);
  if (lexicon::has(parts_of(verb), PartOfSpeech::gerund) ||
      lexicon::has(parts_of(verb), PartOfSpeech::preposition) ||
      !lexicon::has(parts_of(verb), PartOfSpeech::base_form))
    return false;
  const std::uint32_t first = reading_->text.sentences[mention.sentence].first_token;
  bool hangs = false;
  for (const context::Evidence& evidence : context_->explain(mention.text)) {
    if (evidence.category != Category::negated) continue;
    const std::uint32_t denial = reading_->text.token_at(evidence.cue.begin);
    const std::string word = word_at(denial);
    if ((word != "without" && word != "lacking") || denial <= first || denial + 1 >= verb ||
        evidence.cue.end > governor.cue.begin ||
        !lexicon::has(parts_of(denial - 1), PartOfSpeech::noun))
      return false;
    hangs = true;
  }
  return hangs;
}

// "Avoid the sun, and put cream on", "avoidance becomes a must, requiring cream": another verb has
// begun.
bool Extractor::is_told_anew(const Found& band, const Mention& mention) const {
  bool joined_on = false;
  for (std::uint32_t token = band.end_token; token < mention.first_token; ++token) {
    if (shape_.is_joining(token) || reading_->text.tokens[token].kind == TokenKind::mark) {
      joined_on = true;
      continue;
    }
    const lexicon::PosMask parts = parts_of(token);
    if (joined_on && !shape_.is_in_mention(token) &&
        (lexicon::has(parts, PartOfSpeech::base_form) || lexicon::has(parts, PartOfSpeech::gerund)))
      return true;
  }
  // "apply cream": the verb is part of the words themselves
  return joined_on && lexicon::has(parts_of(mention.first_token), PartOfSpeech::base_form) &&
         (shape_.is_joining(mention.first_token - 1) || word_at(mention.first_token - 1) == "and");
}

// "No wavelength suits all skin", "Is it safe for all? No.": some of them are left.
bool Extractor::is_of_all_behind(const Mention& mention, const Governor& governor,
                                 const Assertion& assertion) const {
  if (knowledge_->concept_of(mention.meaning).type != population_type_ || mention.denies)
    return false;
  const std::string cue = " " + base::lower(reading_->view(governor.cue)) + " ";
  const std::string words = base::lower(reading_->view(mention.text)) + " ";
  const bool all = cue.contains(" all ") || cue.contains(" every ") || words.starts_with("all ") ||
                   words.starts_with("every");
  if (!all) return false;
  return assertion.polarity_cue.empty() ||
         (assertion.polarity_cue.end <= mention.text.begin &&
          (governor.cue.empty() || assertion.polarity_cue.end <= governor.cue.begin));
}

// "An allergy lacks fever", "swelling that does not indent": said of that effect alone.
bool Extractor::is_lack_of_effect(const Mention& mention, const context::Clause& clause,
                                  const Assertion& assertion) const {
  // "does not need a hot, uncomfortable light": the light is denied
  const std::uint32_t last = mention.end_token - 1;
  const std::uint32_t verb = assertion.polarity_cue.empty()
                                 ? 0
                                 : reading_->text.token_at(assertion.polarity_cue.end - 1) + 1;
  if (assertion.claim.denied && !assertion.polarity_cue.empty() &&
      assertion.polarity_cue.end <= mention.text.begin && !mention.denies &&
      lexicon::has(parts_of(last), PartOfSpeech::adjective) &&
      !lexicon::has(parts_of(last), PartOfSpeech::noun) &&
      mention.end_token < reading_->text.sentences[mention.sentence].end_token &&
      lexicon::has(parts_of(mention.end_token), PartOfSpeech::noun) &&
      std::ranges::none_of(finds_.mentions,
                           [&](const Mention& other) {
                             const knowledge::Concept& what = knowledge_->concept_of(other.meaning);
                             return other.first_token == mention.end_token &&
                                    (what.subject || is_stand_in(other.meaning));
                           }) &&
      verb < mention.first_token && lexicon::has(parts_of(verb), PartOfSpeech::base_form) &&
      !lexicon::has(parts_of(verb), PartOfSpeech::auxiliary))
    return true;
  if (!assertion.claim.denied || mention.denies || clause.subject.empty() ||
      clause.subject.end > mention.text.begin || assertion.polarity_cue.begin < clause.subject.end)
    return false;
  return std::ranges::any_of(finds_.mentions, [&](const Mention& other) {
    const FrameId usual = default_frames_[knowledge_->concept_of(other.meaning).type];
    return other.text != mention.text && other.text.overlaps(clause.subject) &&
           other.end_token <= mention.first_token && usual != knowledge::none &&
           knowledge_->frames[usual].befalls && other.meaning != mention.meaning &&
           !knowledge_->is_a(mention.meaning, other.meaning);
  });
}

// "posts lack detail (prices, complications)": an example of what is lacking, which is no effect.
bool Extractor::is_in_brackets_of_another(const Mention& mention,
                                          const Assertion& assertion) const {
  if (!assertion.claim.denied || assertion.polarity_cue.empty()) return false;
  const std::uint32_t first = reading_->text.sentences[mention.sentence].first_token;
  for (std::uint32_t token = mention.first_token; token-- > first;) {
    const std::string_view text = reading_->view(reading_->text.tokens[token].text);
    if (text == ")") return false;
    if (text != "(") continue;
    // "candidates (black ink, no scars)": who is meant
    const auto are_people = [&](const Mention& other) {
      return other.end_token == token &&
             knowledge_->concept_of(other.meaning).type == population_type_;
    };
    if (std::ranges::any_of(finds_.mentions, are_people)) return true;
    return token > first && assertion.polarity_cue.end <= reading_->text.tokens[token].text.begin &&
           reading_->text.tokens[token - 1].kind == TokenKind::word &&
           !shape_.is_in_mention(token - 1);
  }
  return false;
}

// "not suitable for every skin": a cue that brings its own "not" leaves some of all.
bool Extractor::is_not_of_all(const Mention& mention, const Governor& governor) const {
  if (!mention.universal && knowledge_->concept_of(mention.meaning).type != population_type_)
    return false;
  const std::string cue = base::lower(reading_->view(governor.cue));
  const std::string words = base::lower(reading_->view(mention.text));
  const bool brings_not = cue.contains("not ") || cue.contains("n't ") || cue.contains("n’t ");
  return brings_not && !words.starts_with("any") && !words.starts_with("no");
}

// "Patients should avoid tanning beds", "clients can enjoy a coffee": what the verb is about is
// another thing.
bool Extractor::acts_on_another(const Mention& people, const Found& cue) const {
  if (knowledge_->concept_of(people.meaning).type != population_type_) return false;
  constexpr lexicon::PosMask ends = (PartOfSpeech::preposition | PartOfSpeech::conjunction) |
                                    (PartOfSpeech::adverb | PartOfSpeech::pronoun);
  // "should talk to a nurse" says by itself what is the case
  static constexpr std::array<std::string_view, 8> light = {"avoid", "have",    "get",  "receive",
                                                            "use",   "undergo", "skip", "start"};
  if (!base::is_one_of(word_at(cue.end_token - 1), light)) return false;
  const std::uint32_t end = reading_->text.sentences[people.sentence].end_token;
  bool named = false;
  for (std::uint32_t token = cue.end_token; token < end; ++token) {
    if (reading_->text.tokens[token].kind == TokenKind::mark) break;
    for (const Mention& other : finds_.mentions)
      if (other.first_token <= token && token < other.end_token) {
        const knowledge::Concept& meaning = knowledge_->concept_of(other.meaning);
        if (meaning.subject || knowledge_->types[meaning.type].part) return false;
      }
    const lexicon::PosMask parts = parts_of(token);
    if ((parts & ends) != 0 && !lexicon::has(parts, PartOfSpeech::noun)) break;
    if (lexicon::has(parts, PartOfSpeech::plural) &&
        !lexicon::has(parts, PartOfSpeech::finite_verb))
      named = true;
  }
  return named;
}

// "Reactions affect a tenth, including swelling": how many have one or the other, and not each.
bool Extractor::is_one_of_those(const Mention& mention, const Governor& governor) const {
  const std::string cue = base::lower(reading_->view(governor.cue));
  return cue.starts_with("includ") || cue.starts_with("such as") || [&] {
    const std::uint32_t first = reading_->text.sentences[mention.sentence].first_token;
    for (std::uint32_t token = mention.first_token; token > first; --token) {
      const std::string word = word_at(token - 1);
      if (word == "including" || word == "include" ||
          (word == "as" && token > first + 1 && word_at(token - 2) == "such"))
        return true;
    }
    return false;
  }();
}

// "in 1 % of patients undergoing a scan", "in half of those with eczema": digest of who they are;
// 0 = everybody.
std::uint64_t Extractor::rated_people(const FoundQuantity& rate) const {
  static constexpr std::uint32_t reach = 4;  // tokens from the rate to the people
  for (const Mention& people : finds_.mentions) {
    if (people.first_token < rate.end_token || people.first_token > rate.end_token + reach ||
        knowledge_->concept_of(people.meaning).type != population_type_ ||
        people.end_token + 1 >= reading_->text.tokens.size())
      continue;
    const std::string word = word_at(people.end_token);
    if (word == "with" || word == "without" || word == "on" || word == "after" ||
        shape_.is_described(people))
      return base::hash64(word_at(people.end_token + 1)) | 1U;
  }
  return 0;
}

// "Blisters developing within two hours", "the fluid peaks within a day": when it begins, and not
// how long it lasts.
bool Extractor::is_of_onset(const Found& cue) const {
  static constexpr std::array<std::string_view, 9> begins = {
      "develop", "appear", "start", "begin", "emerg", "peak", "occur", "aris", "form"};
  const std::uint32_t first =
      reading_->text.sentences[reading_->text.sentence_at(cue.text.begin)].first_token;
  if (is_verb(cue) || cue.first_token == first) return false;
  const std::uint32_t before = cue.first_token - 1;
  if (reading_->text.tokens[before].kind != TokenKind::word || shape_.is_in_mention(before))
    return false;
  const std::string word = word_at(before);
  return std::ranges::any_of(begins, [&](std::string_view one) { return word.starts_with(one); });
}

// "Redness exceeding a week needs a look", "darkening beyond a year suggests": which of it is
// meant.
bool Extractor::picks_out(const Mention& mention, const context::Clause& clause,
                          const FoundQuantity& quantity) const {
  if (clause.verb.empty() || mention.end_token > quantity.first_token ||
      quantity.text.end > clause.verb.begin)
    return false;
  const std::uint32_t verb = reading_->text.token_at(clause.verb.begin);
  static constexpr std::array<std::string_view, 4> states = {"is", "are", "can", "may"};
  if (base::is_one_of(word_at(verb), states)) return false;
  for (std::uint32_t token = quantity.end_token; token < verb; ++token)
    if (reading_->text.tokens[token].kind == TokenKind::mark || shape_.is_joining(token))
      return false;
  return true;
}

// "Most reactions are over in two weeks": not one thing that lasts so long.
bool Extractor::is_family_in_plural(const Mention& mention) const {
  if (mention.meaning == knowledge::none || mention.end_token == mention.first_token) return false;
  const knowledge::Concept& meaning = knowledge_->concept_of(mention.meaning);
  return meaning.has_children && meaning.parents.empty() && !meaning.subject &&
         shape_.is_plural(mention.end_token - 1);
}

// "Fair skin runs no risk of marks": digest of whom a denial is of; 0 = all.
std::uint64_t Extractor::denied_of(const Mention& mention, const context::Clause& clause) const {
  if (clause.subject.empty() || clause.subject.end > mention.text.begin) return 0;
  const std::uint32_t first = reading_->text.token_at(clause.text.begin);
  if (word_at(first) == "even") return 0;                             // so of all others, too
  if (lexicon::has(parts_of(first), PartOfSpeech::gerund)) return 0;  // "freezing warts"
  for (const Mention& people : finds_.mentions) {
    const knowledge::Concept& meaning = knowledge_->concept_of(people.meaning);
    if (meaning.type == population_type_ && !meaning.has_children && !people.universal &&
        people.text.overlaps(clause.subject) && !shape_.is_action(clause, mention))
      return base::hash64(word_at(people.first_token)) | 1U;
  }
  return 0;
}

// "a 5-session package costs 600": digest of a number that stands before a hyphen; 0 = none.
std::uint64_t Extractor::packed(const FoundQuantity& price) const {
  const sentences::Sentence& place =
      reading_->text.sentences[reading_->text.sentence_at(price.text.begin)];
  for (std::uint32_t token = place.first_token; token + 2 < place.end_token; ++token)
    if (reading_->text.tokens[token].kind == TokenKind::number && word_at(token + 1) == "-" &&
        reading_->text.tokens[token + 2].kind == TokenKind::word &&
        !reading_->text.tokens[token].text.overlaps(price.text))
      return base::hash64(word_at(token)) | 1U;
  return 0;
}

// "post-treatment": a time, and not the thing itself.
bool Extractor::is_prefixed(const Mention& mention) const {
  static constexpr std::array<std::string_view, 6> prefixes = {"post",  "pre",     "inter",
                                                               "after", "between", "non"};
  const std::uint32_t first = reading_->text.sentences[mention.sentence].first_token;
  return mention.first_token >= first + 2 && word_at(mention.first_token - 1) == "-" &&
         base::is_one_of(word_at(mention.first_token - 2), prefixes);
}

// "sessions eight weeks apart", "a ten-year-old tattoo": a figure of what stands beside it and of
// nothing else.
bool Extractor::is_of_neighbour(const FoundQuantity& quantity) const {
  if (quantity.end_token >= reading_->text.tokens.size()) return false;
  if (quantity.quantity.measure == knowledge::Measure::time)
    return word_at(quantity.end_token) == "apart";
  const std::string_view text = reading_->view(quantity.text);
  return quantity.quantity.measure == knowledge::Measure::age && text.contains("-old") &&
         !text.contains("and");
}

}  // namespace linter::assertions
