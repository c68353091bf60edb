// Questions, the answers to them, and judgements on the sentence before ("Not true.").
#include <algorithm>

#include "linter/context/analysis.h"
#include "linter/context/clauses.h"

namespace linter::context {
namespace {

using lexicon::PartOfSpeech;
using sentences::Ending;

constexpr Categories answers = bit(Category::certain) | bit(Category::negated);

bool asks(const Word& word) {
  const bool helper = word.can_be(PartOfSpeech::auxiliary) || word.can_be(PartOfSpeech::modal);
  return word.can_be(PartOfSpeech::question_word) ||
         (helper && word.can_be(PartOfSpeech::finite_verb) && !word.can_be(PartOfSpeech::pronoun));
}

// "It is painless, so why wait?": only what follows the last break is asked.
std::size_t question_begin(std::span<const Word> words) {
  if (words.empty()) return 0;
  for (std::size_t i = words.size(); i-- > 1;)  // "It lasts for life. does it hurt ?"
    if (words[i - 1].is(Known::stop) && words[i].space_before && asks(words[i])) return i;
  if (asks(words.front())) return 0;
  for (std::size_t i = words.size(); i-- > 1;) {
    if (words[i].before < Break::coordinate) continue;
    std::size_t first = i;
    while (first + 1 < words.size() &&
           (joins(words[first]) || words[first].is(Known::so) || words[first].is(Known::but)))
      ++first;
    return asks(words[first]) ? i : 0;
  }
  return 0;
}

// "Does it hurt" as a heading, without its question mark.
bool asks_by_inversion(std::span<const Word> words) {
  if (words.size() < 3 || words.front().can_be(PartOfSpeech::question_word)) return false;
  return asks(words.front()) && !words.front().can_be(PartOfSpeech::base_form) &&
         !words.front().can_be(PartOfSpeech::negator);
}

bool is_presupposed(const Matches& matches) {
  return std::ranges::any_of(matches.pseudo, [](const Match& match) {
    return match.begin == 0 && has(match.categories, Category::question);
  });
}

}  // namespace

void Analysis::add_question(const sentences::Sentence& sentence, const Reply& reply) {
  if (words_.empty()) return;
  const bool in_heading =
      prose::has(reading_->article.blocks[sentence.block].scopes, prose::Scope::heading);
  const bool asked = sentence.ending == Ending::question ||
                     (in_heading && sentence.ending == Ending::none && asks_by_inversion(words_));
  if (!asked || is_presupposed(matches_)) return;
  if (reply.bare && (reply.categories & answers) != 0) return;
  std::size_t mark = words_.size() - 1;
  while (mark > 0 && !words_[mark].is(Known::question_mark)) --mark;
  const base::Span reach{words_[question_begin(words_)].text.begin, sentence.text.end};
  scopes_.push_back({reach, words_[mark].text, bit(Category::question), true});
}

void Analysis::add_reply(const sentences::Sentence& sentence, const Reply& reply) {
  if (reply.categories == 0) return;
  Categories categories = reply.categories;
  if (sentence.ending != Ending::question)
    categories &= bit(Category::negated) | bit(Category::myth);
  if (!reply.bare) categories &= bit(Category::negated) | bit(Category::myth);
  if (categories != 0) scopes_.push_back({sentence.text, reply.cue, categories, false});
}

// The reply in the next sentence: of the same block, or of the block under a heading or after a
// paragraph.
Analysis::Reply Analysis::reply_to(std::uint32_t sentence) {
  const sentences::Text& text = reading_->text;
  if (sentence + 1 >= text.sentences.size()) return {};
  const sentences::Sentence& one = text.sentences[sentence];
  const sentences::Sentence& next = text.sentences[sentence + 1];
  if (next.block != one.block) {
    if (next.block != one.block + 1) return {};
    const prose::Block& block = reading_->article.blocks[one.block];
    const prose::Block& after = reading_->article.blocks[next.block];
    if (prose::has(after.scopes, prose::Scope::heading)) return {};
    if (one.ending != Ending::question && !prose::has(block.scopes, prose::Scope::heading))
      return {};
  }
  // A statement is judged by a short sentence only, a question answered by the beginning of a long
  // one too.
  constexpr std::uint32_t shortest = 12;
  const bool asked = one.ending == Ending::question;
  if (!asked && next.end_token - next.first_token > shortest) return {};
  if (!may_open(next.first_token, next.end_token, Direction::reply)) return {};
  const Reply reply = read_reply(sentence + 1);
  return asked || reply.bare ? reply : Reply{};
}

Analysis::Reply Analysis::read_reply(std::uint32_t sentence) {
  const sentences::Sentence& one = reading_->text.sentences[sentence];
  if (one.first_token == one.end_token) return {};
  // Longer sentences are no replies; only their beginning can be one.
  constexpr std::uint32_t longest = 24;
  const bool whole = one.end_token - one.first_token <= longest;
  read_words(one.first_token, whole ? one.end_token : one.first_token + longest);

  Reply reply;
  std::uint32_t at = 0;
  for (; at < words_.size(); ++at) {
    if (words_[at].is_mark()) continue;
    const auto match = std::ranges::find_if(matches_.cues, [&](const Match& candidate) {
      return candidate.begin == at && index_->cues[candidate.cue].direction == Direction::reply;
    });
    if (match == matches_.cues.end()) break;
    if (reply.categories == 0)
      reply.cue = {words_[match->begin].text.begin, words_[match->end - 1].text.end};
    reply.categories |= match->categories;
    at = match->end - 1;
  }
  reply.bare = whole && at >= words_.size() && reply.categories != 0;
  const bool goes_on = at > 0 && at < words_.size() &&
                       (words_[at - 1].is_mark() || words_[at].is(Known::that) ||
                        words_[at].before >= Break::complement);
  if (!reply.bare && !goes_on) return {};
  return reply;
}

}  // namespace linter::context
