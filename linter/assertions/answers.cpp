// What a short answer adds to its question: "Does it hurt?" "Only a little.", "Will I bruise?"
// "Most people do."
#include <algorithm>
#include <array>
#include <string>
#include <string_view>

#include "linter/assertions/extract.h"
#include "linter/base/one_of.h"
#include "linter/base/utf8.h"

namespace linter::assertions {

using knowledge::Band;
using lexicon::PartOfSpeech;

namespace {

constexpr std::uint32_t longest_answer = 9;  // tokens
constexpr double hardly_any = 2;           // of 5
constexpr double hardly_any_case = 0.1;
constexpr double almost_all = 1 - 1e-9;

constexpr std::array<std::string_view, 3> yes_words = {"yes", "yeah", "yep"};
constexpr std::array<std::string_view, 2> answer_labels = {"a", "answer"};
constexpr std::array<std::string_view, 5> case_words = {"cases", "instances", "occasions", "time",
                                                         "times"};
constexpr std::array<std::string_view, 3> scarce_words = {"hardly", "barely", "scarcely"};
constexpr std::array<std::string_view, 8> when_words = {"in", "at", "on", "every",
                                                        "each", "during", "after", "before"};
// What may follow the answer, and takes nothing back.
constexpr std::array<std::string_view, 9> additions = {
    "but", "and", "though", "although", "because", "since", "so", "thanks", "it"};

}  // namespace

// Whether a question can be answered by how often, or how strongly, what it holds is so.
bool Extractor::asks_whether(std::uint32_t sentence) const {
  const sentences::Sentence& place = reading_->text.sentences[sentence];
  if (place.ending != sentences::Ending::question) return false;
  std::uint32_t first = place.first_token;
  const auto text = [&](std::uint32_t token) {
    return base::lower(reading_->view(reading_->text.tokens[token].text));
  };
  if (first + 2 < place.end_token && (text(first) == "q" || text(first) == "question") &&
      reading_->text.tokens[first + 1].kind == sentences::TokenKind::mark)
    first += 2;
  if (lexicon::has(parts_of(first), PartOfSpeech::question_word)) return text(first) == "how";
  if (lexicon::has(parts_of(first), PartOfSpeech::auxiliary) ||
      lexicon::has(parts_of(first), PartOfSpeech::modal))
    return true;
  const auto clauses = context_->clauses(sentence);  // "Pain?"
  return std::ranges::all_of(clauses, [](const context::Clause& one) { return one.verb.empty(); });
}

// Whether the sentence behind a question may answer it.
bool Extractor::follows_question(std::uint32_t sentence) const {
  if (sentence + 1 >= reading_->text.sentences.size()) return false;
  const std::uint32_t asked = reading_->text.sentences[sentence].block;
  const std::uint32_t block = reading_->text.sentences[sentence + 1].block;
  if (block == asked) return true;
  return block == asked + 1 &&
         !prose::has(reading_->article.blocks[block].scopes, prose::Scope::heading);
}

// "Almost.", "Mostly."
const Interval* Extractor::nearly_in_answer(std::uint32_t token) const {
  const auto found = std::ranges::find_if(answer_finds_.bands, [&](const Found& band) {
    return knowledge_->bands[band.id].of == Band::Of::nearly && band.first_token == token &&
           band.end_token == token + 1;
  });
  return found == answer_finds_.bands.end() ? nullptr : &knowledge_->bands[found->id].range;
}

Extractor::Amount Extractor::answer_to(std::uint32_t sentence) {
  if (!follows_question(sentence) || !asks_whether(sentence)) return {};
  const sentences::Sentence& place = reading_->text.sentences[sentence + 1];
  const auto text = [&](std::uint32_t token) {
    return base::lower(reading_->view(reading_->text.tokens[token].text));
  };
  const auto is_mark = [&](std::uint32_t token) {
    return reading_->text.tokens[token].kind == sentences::TokenKind::mark;
  };
  std::uint32_t first = place.first_token;
  const auto opens_with = [&](std::span<const std::string_view> words) {
    return first + 1 < place.end_token && is_mark(first + 1) &&
           base::is_one_of(text(first), words);
  };
  if (opens_with(answer_labels)) first += 2;
  const bool is_yes = opens_with(yes_words);
  if (is_yes) first += 2;
  const bool is_no = first + 1 < place.end_token && is_mark(first + 1) && text(first) == "no";
  if (is_no) first += 2;
  if (first > place.first_token && first < place.end_token && text(first) == "but") ++first;
  std::uint32_t end = first;
  while (end < place.end_token && !is_mark(end)) ++end;
  if (end == first || end - first > longest_answer) return {};
  if (end + 1 < place.end_token && text(end) != "." && text(end) != "!") {
    std::uint32_t next = end;
    while (next < place.end_token && is_mark(next)) ++next;
    if (next < place.end_token && !base::is_one_of(text(next), yes_words) &&
        !base::is_one_of(text(next), additions))
      return {};
  }
  finder_.find(sentence + 1, answer_finds_);
  Amount answer;
  // "Yes, in June."
  const auto rates = [&](const Found& one) {
    const Band::Of of = knowledge_->bands[one.id].of;
    return of == Band::Of::degree || of == Band::Of::likelihood;
  };
  if (is_yes && base::is_one_of(text(first), when_words) && end + 1 >= place.end_token &&
      answer_finds_.mentions.empty() && std::ranges::none_of(answer_finds_.bands, rates)) {
    answer.words = reading_->text.tokens[first - 2].text;
    return answer;
  }
  constexpr lexicon::PosMask small = (PartOfSpeech::determiner | PartOfSpeech::preposition) |
                                     (PartOfSpeech::pronoun | PartOfSpeech::adverb) |
                                     (PartOfSpeech::auxiliary | PartOfSpeech::modal);
  for (std::uint32_t token = first; token < end;) {
    const auto starts = [&](const auto& one) { return one.first_token == token; };
    const auto says_how = [&](const Found& one) {
      const Band::Of of = knowledge_->bands[one.id].of;
      return starts(one) && one.end_token <= end &&
             (of == Band::Of::degree || of == Band::Of::likelihood);
    };
    const auto band = std::ranges::find_if(answer_finds_.bands, says_how);
    if (band != answer_finds_.bands.end()) {
      const Band& said = knowledge_->bands[band->id];
      (said.of == Band::Of::degree ? answer.degree : answer.likelihood) = said.range;
      answer.words = joined(answer.words, band->text);
      token = band->end_token;
      continue;
    }
    // "Almost."
    if (const Interval* almost = nearly_in_answer(token)) {
      answer.likelihood = Interval{1 - almost->high, 1};
      answer.words = joined(answer.words, reading_->text.tokens[token].text);
      ++token;
      continue;
    }
    // "Hardly.", "Not really."
    const bool scarce = base::is_one_of(text(token), scarce_words);
    if (scarce || (text(token) == "not" && token + 1 < end && text(token + 1) == "really")) {
      answer.degree = Interval{0, hardly_any};
      answer.words = joined(answer.words, reading_->text.tokens[token].text);
      token += scarce ? 1 : 2;
      continue;
    }
    const auto people = std::ranges::find_if(answer_finds_.mentions, [&](const Mention& one) {
      return starts(one) && knowledge_->concept_of(one.meaning).type == population_type_;
    });
    if (people != answer_finds_.mentions.end()) {
      token = people->end_token;
      continue;
    }
    if ((parts_of(token) & small) == 0 && base::is_one_of(text(token), case_words)) {
      ++token;
      continue;
    }
    if ((parts_of(token) & small) == 0 || lexicon::has(parts_of(token), PartOfSpeech::negator))
      return {};
    ++token;
  }
  if (is_no && !(answer.degree && answer.degree->high <= hardly_any) &&
      !(answer.likelihood && answer.likelihood->high <= hardly_any_case))
    return {};
  return answer;
}

// Puts the answer into what its question says of a mention.
void Extractor::complete_by_answer(const Mention& mention, Assertion& assertion) const {
  Claim& claim = assertion.claim;
  const Interval range = answer_.likelihood.value_or(Interval{0, 1});
  if (answer_.likelihood) {
    claim.hedged = claim.hedged || range.low < 0.9;
    assertion.likelihood_cue = answer_.words;
    if (claim.denied && range.high <= hardly_any_case) claim.denied = false;
    if (claim.denied)
      claim.likelihood = {0, 1 - range.low};
    else
      claim.likelihood = mention.denies ? Interval{1 - range.high, 1} : range;
    if (claim.likelihood.high == 0) {
      claim.denied = true;
      assertion.polarity_cue = answer_.words;
    }
  }
  if (!answer_.degree) return;
  assertion.degree_cue = answer_.words;
  if (!claim.denied)
    claim.degree = answer_.degree;
  else if (!answer_.likelihood)
    claim.likelihood = {0, almost_all};
}

}  // namespace linter::assertions
