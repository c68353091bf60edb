// Who says the words of a sentence, and as what.
#include <algorithm>
#include <array>
#include <string_view>

#include "linter/assertions/extract.h"
#include "linter/base/one_of.h"
#include "linter/base/utf8.h"

namespace linter::assertions {

using context::Categories;
using context::Category;
using knowledge::Band;

namespace {

Voice voice_of(Categories categories) {
  if (has(categories, Category::attributed) || has(categories, Category::myth) ||
      has(categories, Category::warned))
    return Voice::others;
  if (has(categories, Category::testimonial) || has(categories, Category::quoted))
    return Voice::person;
  return Voice::author;
}

Force force_of(Categories categories) {
  if (has(categories, Category::question)) return Force::question;
  if (has(categories, Category::advice)) return Force::advice;
  if (has(categories, Category::hypothetical) || has(categories, Category::historical))
    return Force::hypothesis;
  if (has(categories, Category::compared)) return Force::comparison;
  return Force::statement;
}

}  // namespace

// Who says the words, as what kind of speech act, and how surely.
void Extractor::say_how(Span words, Span not_by, Assertion& assertion) {
  const Categories categories = context_->at(words);
  assertion.claim.voice = voice_of(categories);
  assertion.claim.force = force_of(categories);
  if (assertion.claim.force == Force::comparison && is_against_figures(words))
    assertion.claim.force = Force::statement;
  if (assertion.claim.force == Force::statement && asks(words))
    assertion.claim.force = Force::question;
  if (assertion.claim.force == Force::statement && (is_sought(words) || is_aim(words)))
    assertion.claim.force = Force::wish;
  assertion.claim.hedged = is_hedged(words, not_by);
}

// "It costs less than £500": all that it is held against are figures.
bool Extractor::is_against_figures(Span words) const {
  return std::ranges::all_of(context_->explain(words), [&](const context::Evidence& one) {
    return one.category != Category::compared ||
           std::ranges::any_of(finds_.quantities, [&](const FoundQuantity& figure) {
             return figure.quantity.bound && figure.text.overlaps(one.cue);
           });
  });
}

// "no drawback except noise", "no drawback but noise", "everyone but children": left out of what is
// said before it.
bool Extractor::is_excepted(const Mention& mention) {
  if (has(context_->at(mention.text), Category::excepted)) return true;
  const sentences::Sentence& sentence = reading_->text.sentences[mention.sentence];
  const std::vector<sentences::Token>& tokens = reading_->text.tokens;
  const auto is_word = [&](std::uint32_t token, lexicon::PartOfSpeech part) {
    return tokens[token].kind == sentences::TokenKind::word &&
           lexicon::has(reading_->lexicon[tokens[token].word].parts, part);
  };
  std::uint32_t before = mention.first_token;
  while (before > sentence.first_token && is_word(before - 1, lexicon::PartOfSpeech::adjective))
    --before;
  if (before < sentence.first_token + 2 || reading_->view(tokens[before - 1].text) != "but" ||
      tokens[before - 2].kind != sentences::TokenKind::word)
    return false;
  if (mention.denies) return false;  // "all but painless"
  static constexpr std::array<std::string_view, 5> everyone = {"everyone", "everybody", "anyone",
                                                               "anybody", "all"};
  const bool named = base::is_one_of(base::lower(reading_->view(tokens[before - 2].text)), everyone);
  // "no pain but redness can occur" is another statement
  if (!named && mention.end_token < sentence.end_token &&
      tokens[mention.end_token].kind != sentences::TokenKind::mark)
    return false;
  static constexpr std::uint32_t reach = 4;  // tokens between "no" or "all" and "but"
  static constexpr std::array<std::string_view, 10> all_or_none = {
      "no", "nothing", "none", "all", "every", "any", "everyone", "everybody", "anyone", "anybody"};
  for (std::uint32_t token = before - 1; token-- > sentence.first_token;) {
    if (before - token > reach) return false;
    if (base::is_one_of(base::lower(reading_->view(tokens[token].text)), all_or_none)) return true;
  }
  return false;
}

// "Everyone is welcome, except children": of those it says the opposite, if anything.
bool Extractor::is_left_out_of_all(const Mention& mention) const {
  return std::ranges::any_of(finds_.mentions, [&](const Mention& all) {
    return all.universal && all.meaning != mention.meaning &&
           knowledge_->is_a(mention.meaning, all.meaning);
  });
}

// "The laser no longer hurts": so it is now. "You no longer have scars" tells what has gone.
bool Extractor::is_no_more(const Subject& subject, const context::Clause& clause,
                           const Mention& mention) const {
  if (subject.origin != Origin::clause || !clause.text.contains(subject.text)) return false;
  const std::vector<context::Evidence> evidence = context_->explain(mention.text);
  const auto denies_now = [&](Span cue) {
    return cue.begin > subject.text.end &&
           reading_->text.token_at(cue.begin) == reading_->text.token_at(subject.text.end) &&
           std::ranges::any_of(evidence, [&](const context::Evidence& other) {
             return other.category == Category::negated && other.cue == cue;
           });
  };
  return std::ranges::all_of(evidence, [&](const context::Evidence& one) {
    return one.category != Category::hypothetical &&
           (one.category != Category::historical || denies_now(one.cue));
  });
}

// A heading or item that begins like a question ("What causes redness"). "Why it is painless"
// takes for granted that it is.
bool Extractor::asks(Span words) const {
  static constexpr std::array<std::string_view, 5> openings = {"what", "how", "when", "who",
                                                               "which"};
  const std::uint32_t sentence = reading_->text.sentence_at(words.begin);
  const sentences::Sentence& place = reading_->text.sentences[sentence];
  const prose::Block& block = reading_->article.blocks[place.block];
  if (!prose::has(block.scopes, prose::Scope::heading) &&
      !prose::has(block.scopes, prose::Scope::list))
    return false;
  if (place.ending != sentences::Ending::none) return false;
  const std::string_view first = reading_->view(reading_->text.tokens[place.first_token].text);
  return std::ranges::any_of(openings, [&](std::string_view one) {
    return one.size() == first.size() && (first[0] | 0x20) == one[0] &&
           first.substr(1) == one.substr(1);
  });
}

// "It should not hurt", "you shouldn't feel any pain": only "should" makes it advice.
bool Extractor::is_to_be_expected(Span words) const {
  const auto is_should = [&](const context::Evidence& evidence) {
    const std::string_view cue = reading_->view(evidence.cue);
    return evidence.category != Category::advice || cue.starts_with("should");
  };
  return std::ranges::all_of(context_->explain(words), is_should);
}

// "If you are looking for a permanent solution": what is looked for is no plain promise.
bool Extractor::is_sought(Span words) {
  const std::uint32_t sentence = reading_->text.sentence_at(words.begin);
  for (const Found& band : finds_.bands) {
    if (knowledge_->bands[band.id].of != Band::Of::sought || band.text.end > words.begin) continue;
    for (const context::Clause& clause : context_->clauses(sentence))
      if (clause.text.contains(words) && clause.text.overlaps(band.text)) return true;
  }
  return false;
}

// "Repeat it so that the wrinkles do not come back", "so as to keep any swelling low": what advice is
// given for.
bool Extractor::is_aim(Span words) const {
  static constexpr lexicon::PosMask opens =
      lexicon::PartOfSpeech::determiner | lexicon::PartOfSpeech::pronoun;
  static constexpr std::array<std::string_view, 3> for_what = {"as", "that", "to"};
  const sentences::Sentence& place =
      reading_->text.sentences[reading_->text.sentence_at(words.begin)];
  const std::vector<sentences::Token>& tokens = reading_->text.tokens;
  for (std::uint32_t token = place.first_token + 1;
       token + 1 < place.end_token && tokens[token].text.end <= words.begin; ++token) {
    const std::string_view word = reading_->view(tokens[token].text);
    if (word != "so" && word != "order") continue;
    if (!base::is_one_of(reading_->view(tokens[token + 1].text), for_what) &&
        (word == "order" || (parts_of(token + 1) & opens) == 0))
      continue;
    for (std::uint32_t before = place.first_token; before < token; ++before)
      if (has(context_->at(tokens[before].text), Category::advice)) return true;
    return false;
  }
  return false;
}

// "a doctor or a nurse": one of several that stand beside each other.
bool Extractor::are_listed(const Mention& one, const Mention& other) const {
  const Mention& first = one.first_token < other.first_token ? one : other;
  const Mention& second = one.first_token < other.first_token ? other : one;
  if (first.end_token >= second.first_token) return first.first_token == second.first_token;
  bool joined = false;
  for (std::uint32_t token = first.end_token; token < second.first_token; ++token) {
    joined = joined || shape_.is_joining(token);
    const sentences::Token& word = reading_->text.tokens[token];
    const bool article =
        word.kind == sentences::TokenKind::word &&
        lexicon::has(reading_->lexicon[word.word].parts, lexicon::PartOfSpeech::determiner);
    if (!shape_.is_joining(token) && !shape_.is_in_mention(token) && !article) return false;
  }
  return joined;
}

// What is listed beside the mention, and is no more left out by "only" than it.
void Extractor::except_listed(const Mention& mention, Claim& claim) const {
  std::size_t count = 0;
  for (const Mention& other : finds_.mentions)
    if (count < max_exceptions && other.text != mention.text && are_listed(mention, other) &&
        knowledge_->concept_of(other.meaning).type == knowledge_->concept_of(mention.meaning).type)
      claim.exceptions[count++] = other.meaning;
}

// "Is stinging a sign that it works?": the answer denies what is said of it, not that it stings.
bool Extractor::is_asked_about(const Mention& mention, const Governor& governor) const {
  const sentences::Sentence& sentence = reading_->text.sentences[mention.sentence];
  const std::uint32_t next = mention.end_token;
  if (sentence.ending != sentences::Ending::question || !governor.cue.empty() ||
      mention.first_token != sentence.first_token + 1 || next >= sentence.end_token)
    return false;
  const sentences::Token& word = reading_->text.tokens[next];
  const auto stands_there = [&](const Found& band) { return band.first_token == next; };
  return word.kind == sentences::TokenKind::word &&
         lexicon::has(reading_->lexicon[reading_->text.tokens[sentence.first_token].word].parts,
                      lexicon::PartOfSpeech::auxiliary) &&
         std::ranges::none_of(finds_.bands, stands_there) &&
         (lexicon::has(reading_->lexicon[word.word].parts, lexicon::PartOfSpeech::determiner) ||
          lexicon::has(reading_->lexicon[word.word].parts, lexicon::PartOfSpeech::adjective) ||
          reading_->view(mention.text).contains(' '));
}

// "only a doctor", "only by a doctor", "adults only"; not "not only", nor one of several.
bool Extractor::is_only(const Mention& mention, Span clause) const {
  const knowledge::TypeId type = knowledge_->concept_of(mention.meaning).type;
  const auto is_another = [&](const Mention& other) {
    return other.text != mention.text && clause.contains(other.text) &&
           knowledge_->concept_of(other.meaning).type == type && !are_listed(mention, other);
  };
  // "only carried out by a doctor or a nurse"
  const auto leads_by_cue = [&](const Found& only) {
    return std::ranges::any_of(finds_.cues, [&](const Found& cue) {
      return cue.first_token >= only.end_token && cue.first_token - only.end_token <= 1 &&
             cue.end_token <= mention.first_token &&
             shape_.distance(cue.end_token, mention.first_token, 4) <= 2;
    });
  };
  const auto is_negator = [&](std::uint32_t token) {
    const sentences::Token& one = reading_->text.tokens[token];
    return one.kind == sentences::TokenKind::word &&
           lexicon::has(reading_->lexicon[one.word].parts, lexicon::PartOfSpeech::negator);
  };
  const auto names_it = [&](const Found& found) {
    if (knowledge_->bands[found.id].of != Band::Of::only || !clause.contains(found.text) ||
        (found.first_token > 0 && is_negator(found.first_token - 1)))
      return false;
    return found.first_token == mention.end_token || leads_by_cue(found) ||
           (found.end_token <= mention.first_token &&
            shape_.distance(found.end_token, mention.first_token, 3) <= 2);
  };
  return std::ranges::any_of(finds_.bands, names_it) &&
         std::ranges::none_of(finds_.mentions, is_another);
}

// "I do not treat smokers", "I tell my clients", "my patients": who treats speaks of all of them.
bool Extractor::is_of_practice(const Found& person) const {
  static constexpr std::array<std::string_view, 18> acts = {
      "treat", "inject",  "tell",    "advise", "recommend", "suggest", "perform", "offer",  "prescribe",
      "warn",  "operate", "decline", "refuse", "accept",    "refer",   "numb",    "insist", "give"};
  static constexpr std::array<std::string_view, 8> whose = {
      "patients", "clients", "customers", "practice", "clinic", "team", "staff", "nurses"};
  static constexpr std::uint32_t reach = 4;
  const bool acting = reading_->view(person.text) == "I";
  const std::uint32_t end =
      std::min(person.end_token + (acting ? reach : 1),
               static_cast<std::uint32_t>(reading_->text.tokens.size()));
  for (std::uint32_t token = person.end_token; token < end; ++token) {
    const std::string_view word = reading_->view(reading_->text.tokens[token].text);
    if (acting ? std::ranges::find(acts, word) != acts.end()
               : std::ranges::find(whose, word) != whose.end())
      return true;
  }
  return false;
}

// "My skin did not bruise": what one person went through is not said of the treatment.
bool Extractor::is_of_one_person(const context::Clause& clause) const {
  // "Will my skin peel?" is asked by anybody
  if (!answer_.words.empty()) return false;
  return std::ranges::any_of(finds_.bands, [&](const Found& found) {
    if (knowledge_->bands[found.id].of != Band::Of::person || !clause.text.contains(found.text) ||
        shape_.is_in_mention(found.first_token) || is_of_practice(found))
      return false;
    const bool numeral = reading_->view(found.text) == "I";  // "type I"
    return !numeral || clause.subject.overlaps(found.text);
  });
}

}  // namespace linter::assertions
