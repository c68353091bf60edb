#include "linter/checks/spelling/suggest/pieces.h"

#include <algorithm>
#include <string>
#include <string_view>

#include "linter/checks/spelling/suggest/scoring.h"
#include "linter/checks/spelling/word_parts.h"
#include "linter/lexicon/closed_words.h"

namespace linter::checks::spelling {

void add_splits(const lexicon::Vocabulary& vocabulary, const Question& question, Ranking& ranking) {
  const std::string& word = question.folded;
  constexpr std::uint8_t rarest = 70;
  constexpr std::uint8_t none = 99;
  const auto tier_of = [&](std::string_view part, bool function) -> std::uint8_t {
    if (part.size() == 1) return part == "a" || part == "i" ? 10 : none;
    constexpr std::size_t shortest = 3;
    if (part.size() < shortest && !function) return none;  // "hi|fin"
    const lexicon::WordFacts facts = vocabulary.look_up(part);
    constexpr std::uint8_t as_listed = 50;
    if (facts.listed) return as_listed;
    return facts.accepted && facts.tier > 0 ? facts.tier : none;
  };
  for (std::size_t at = 1; at < word.size(); ++at) {
    if ((static_cast<unsigned char>(word[at]) & 0xC0U) == 0x80U) continue;
    const std::string_view first = std::string_view(word).substr(0, at);
    const std::string_view second = std::string_view(word).substr(at);
    const bool first_function = lexicon::closed_class(first).has_value();
    const bool second_function = lexicon::closed_class(second).has_value();
    const std::uint8_t tier =
        std::max(tier_of(first, first_function), tier_of(second, second_function));
    if (tier > rarest) continue;
    constexpr std::size_t shortest_pair = 5;
    int penalty = first_function || second_function ? score::split_function_word : score::split;
    if (first_function && second_function && first.size() > 1 && second.size() > 1 &&
        word.size() >= shortest_pair) {
      penalty = score::split_function_words;
    }
    const int by_case = question.form == lexicon::Form::capitalised ? score::capital_lost : 0;
    const int likeness = tier_score(tier) + penalty;
    ranking.add(dressed(question, std::string(first).append(" ").append(second)),
                likeness + by_case, likeness);
  }
}

void add_without_repetition(const lexicon::Vocabulary& vocabulary, const Question& question,
                            Ranking& ranking) {
  const std::string_view word = question.folded;
  constexpr std::size_t longest = 6;
  for (std::size_t size = 2; size <= longest; ++size) {
    for (std::size_t at = 0; at + 2 * size <= word.size(); ++at) {
      if (word.substr(at, size) != word.substr(at + size, size)) continue;
      const std::string single = std::string(word.substr(0, at)).append(word.substr(at + size));
      const lexicon::WordFacts facts = vocabulary.look_up(single);
      if (!facts.accepted) continue;
      const int points = facts.listed ? score::listed : tier_score(facts.tier);
      ranking.add(dressed(question, single), points + score::repetition);
    }
  }
}

void add_derived(const lexicon::Vocabulary& vocabulary, const Question& question,
                 const FindMeant& find, Ranking& ranking) {
  constexpr int good = -250;  // what is like a word of a dictionary so far was meant for that
  constexpr std::size_t shortest_rest = 7;
  constexpr int like = -100;  // what the rest was meant for must be near it
  constexpr std::size_t most = 3;
  const std::string_view word = question.folded;
  if (word.size() < shortest_rest + 2 || ranking.has(1, good)) return;
  for (std::size_t length = word.size() - shortest_rest; length >= 2; --length) {
    const std::string_view prefix = word.substr(0, length);
    if (!is_deriving_prefix(prefix)) continue;
    const Question rest = ask(word.substr(length), question.dialect);
    Ranking meant(most, score::worst);
    find(rest, meant);
    for (const Suggestion& one : meant.take(most)) {
      const std::string derived = std::string(prefix).append(one.text);
      if (one.score < like || lexicon::closed_class(one.text)) continue;  // "unishould"
      if (is_derived(derived, vocabulary))
        ranking.add(dressed(question, derived), one.score + score::derived);
    }
  }
}

}  // namespace linter::checks::spelling
