// A subject whose verb stands behind an aside: "Infection, though uncommon, can follow", "Matting –
// fine red vessels – develops in some".
#include <string_view>

#include "linter/assertions/extract.h"

namespace linter::assertions {

using lexicon::PartOfSpeech;

namespace {

constexpr std::uint32_t longest_aside = 12;  // tokens
constexpr std::uint32_t longest_phrase = 8;  // from the mention to the aside

bool is_dash(std::string_view mark) {
  return mark == "–" || mark == "—" || mark == "-";
}

bool closes(std::string_view opening, std::string_view mark) {
  return opening == "(" ? mark == ")" : opening == mark || (is_dash(opening) && is_dash(mark));
}

}  // namespace

// Whether a verb can have the mention for its subject: a helper, or a form that agrees with it.
bool Extractor::agrees(const Mention& mention, std::uint32_t verb) const {
  const lexicon::PosMask parts = parts_of(verb);
  if (lexicon::has(parts, PartOfSpeech::modal) || lexicon::has(parts, PartOfSpeech::auxiliary))
    return true;
  const bool plural = lexicon::has(parts_of(mention.end_token - 1), PartOfSpeech::plural);
  return lexicon::has(parts, PartOfSpeech::finite_verb) &&
         (plural || reading_->view(reading_->text.tokens[verb].text).ends_with('s'));
}

// The clause of the mention, the first one, and what it goes on with behind an aside.
context::Clause Extractor::across_aside(const Mention& mention,
                                        std::span<const context::Clause> clauses) const {
  const context::Clause& own = clauses.front();
  const auto text_of = [&](std::uint32_t token) {
    return reading_->view(reading_->text.tokens[token].text);
  };
  const std::uint32_t end = reading_->text.sentences[mention.sentence].end_token;
  if (lexicon::has(parts_of(reading_->text.token_at(own.text.begin)), PartOfSpeech::preposition))
    return own;
  std::uint32_t opening = mention.end_token;
  while (opening < end && opening - mention.end_token < longest_phrase && text_of(opening) != "," &&
         text_of(opening) != "(" && !is_dash(text_of(opening)))
    ++opening;
  if (opening == end || opening - mention.end_token == longest_phrase || opening == 0) return own;
  for (const context::Clause& next : clauses.subspan(1)) {
    if (next.verb.empty() || (!next.subject.empty() && next.subject != next.verb)) continue;
    const std::uint32_t verb = reading_->text.token_at(next.verb.begin);
    std::uint32_t closing = verb - 1;
    while (closing > opening && lexicon::has(parts_of(closing), PartOfSpeech::adverb)) --closing;
    if (closing <= opening + 1 || closing - opening > longest_aside ||
        !closes(text_of(opening), text_of(closing)) || !agrees(mention, verb))
      continue;
    return {joined(own.text, next.text), reading_->text.tokens[opening - 1].text, next.verb};
  }
  return own;
}

}  // namespace linter::assertions
