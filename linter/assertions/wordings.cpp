// Whether what was read is the wording that a pack means, or another form of the same stems.
#include <algorithm>
#include <string_view>

#include "linter/assertions/mentions.h"

namespace linter::assertions {

using sentences::Token;
using sentences::TokenKind;

namespace {

// Whether a wording holds a word, whatever its first letter.
bool is_word_in(std::string_view wording, std::string_view word) {
  const auto is_letter = [](char c) { return (c | 0x20) >= 'a' && (c | 0x20) <= 'z'; };
  const std::string_view rest = word.substr(1);
  for (std::size_t at = wording.find(rest, 1); at != std::string_view::npos;
       at = wording.find(rest, at + 1)) {
    const std::size_t end = at + rest.size();
    if ((wording[at - 1] | 0x20) == (word.front() | 0x20) &&
        (at == 1 || !is_letter(wording[at - 2])) &&
        (end == wording.size() || !is_letter(wording[end])))
      return true;
  }
  return false;
}
}  // namespace

// "removal and permanent damage" is not "remove ~ permanently".
bool MentionFinder::is_adjective_of_adverb(const knowledge::Term& term, Span text) const {
  static constexpr std::string_view ending = "ly";
  const std::string_view read = reading_->view(text);
  const auto is_letter = [](char c) { return (c | 0x20) >= 'a' && (c | 0x20) <= 'z'; };
  for (std::size_t at = term.text.find(ending); at != std::string_view::npos;
       at = term.text.find(ending, at + 1)) {
    const std::size_t end = at + ending.size();
    if (end < term.text.size() && is_letter(term.text[end])) continue;
    // "(yearly|every year)", a set of words: another one of it may have been read
    const std::size_t set = term.text.rfind('<', at);
    if (set != std::string_view::npos && term.text.find('>', set) > at) continue;
    std::size_t begin = at;
    while (begin > 0 && is_letter(term.text[begin - 1])) --begin;
    const std::string_view adjective = term.text.substr(begin, at - begin);
    // the first letter may be a capital
    const std::size_t rest =
        adjective.size() < 2 ? std::string_view::npos : read.find(adjective.substr(1));
    if (rest == std::string_view::npos || rest == 0 ||
        (read[rest - 1] | 0x20) != (adjective.front() | 0x20) ||
        (rest > 1 && is_letter(read[rest - 2])))
      continue;
    const std::size_t behind = rest + adjective.size() - 1;
    if (behind == read.size() || !is_letter(read[behind])) return true;
  }
  return false;
}

// "mild peeling" is what the skin does, "a mild peel" a treatment; "chemical peeling" is one, too.
bool MentionFinder::is_gerund_of_name(const knowledge::Term& term, Span text) const {
  using lexicon::PartOfSpeech;
  if (!knowledge_->concept_of(term.meaning).subject || term.text.ends_with("ing") ||
      !reading_->view(text).ends_with("ing"))
    return false;
  const std::uint32_t last = reading_->text.token_at(text.end - 1);
  if (last == 0 || reading_->text.tokens[last].text.begin <= text.begin) return false;
  const Token& before = reading_->text.tokens[last - 1];
  if (before.kind != TokenKind::word) return false;
  const lexicon::PosMask parts = reading_->lexicon[before.word].parts;
  return lexicon::has(parts, PartOfSpeech::adjective) && !lexicon::has(parts, PartOfSpeech::noun);
}

// "risking" and "flushing" are words of their own beside "risk" and "flushes", "red" beside
// "redness".
bool MentionFinder::is_another_form(const knowledge::Term& term, Span text) const {
  // "pain less often" is not "painless"
  if (term.denies && term.text.find_first_of(" -(~") == std::string::npos &&
      reading_->view(text).contains(' '))
    return true;
  if (is_adjective_of_adverb(term, text)) return true;
  const auto is_of_one = [&](std::string_view ending) {
    return reading_->view(text).ends_with(ending) != term.text.ends_with(ending);
  };
  if (!is_of_one("ing") && !is_of_one("ness")) return false;
  return term.text.find_first_of(" -") == std::string::npos || is_gerund_of_name(term, text);
}

// "removal" has the stem of the verb "remove".
bool MentionFinder::is_derived_noun(const Found& cue) const {
  if (cue.end_token - cue.first_token != 1) return false;
  const Token& token = reading_->text.tokens[cue.first_token];
  if (token.kind != TokenKind::word) return false;
  const lexicon::PosMask parts = reading_->lexicon[token.word].parts;
  constexpr lexicon::PosMask verbal = lexicon::PartOfSpeech::verb | lexicon::PartOfSpeech::gerund;
  const std::string_view text = reading_->view(token.text);
  return lexicon::has(parts, lexicon::PartOfSpeech::noun) && (parts & verbal) == 0 &&
         !lexicon::has(parts, lexicon::PartOfSpeech::adjective) &&  // "essential"
         (text.ends_with("al") || text.ends_with("ion") || text.ends_with("ions") ||
          text.ends_with("als"));
}

// "results are not permanent" is a wording of "results ~ permanent" that denies it; a denial that
// the wording itself holds does not ("(no|few) ~ studies").
bool MentionFinder::is_denied_inside(const knowledge::Term& term, std::uint32_t first_token,
                                     std::uint32_t end_token) const {
  if (!term.text.contains('~')) return false;
  for (std::uint32_t at = first_token; at < end_token; ++at) {
    const Token& token = reading_->text.tokens[at];
    if (token.kind != TokenKind::word) continue;
    const std::string_view word = reading_->view(token.text);
    const bool denies =
        lexicon::has(reading_->lexicon[token.word].parts, lexicon::PartOfSpeech::negator);
    if ((denies && !is_word_in(term.text, word)) || word == "fail" || word == "fails" ||
        word == "failed")
      return true;
  }
  return false;
}

}  // namespace linter::assertions
