#include "linter/checks/policy/topics.h"

#include <algorithm>

namespace linter::checks::policy {
namespace {

constexpr auto heads =
    static_cast<prose::Scopes>(static_cast<prose::Scopes>(prose::Scope::title) |
                               static_cast<prose::Scopes>(prose::Scope::heading) |
                               static_cast<prose::Scopes>(prose::Scope::summary));

}  // namespace

bool Topic::holds(std::string_view word) const {
  if (std::ranges::binary_search(words, word)) return true;
  // Prefixes are sorted: one that `word` begins with stands before it or at it, and of several the
  // shortest is enough; step back over those that share its beginning.
  auto after = std::ranges::upper_bound(prefixes, word);
  while (after != prefixes.begin()) {
    --after;
    if (word.starts_with(*after)) return true;
    if (after->empty() || word.empty() || after->front() != word.front()) return false;
  }
  return false;
}

Topic topic_of(const packs::Topic& declared) {
  Topic topic;
  topic.per_thousand = declared.per_thousand;
  for (const std::string& word : declared.words) {
    if (word.ends_with('*')) {
      topic.prefixes.push_back(word.substr(0, word.size() - 1));
    } else {
      topic.words.push_back(word);
    }
  }
  std::ranges::sort(topic.words);
  std::ranges::sort(topic.prefixes);
  return topic;
}

void TopicRun::begin() {
  for (Memo& memo : memos_) memo.article = Known::nothing;
}

bool TopicRun::about(std::span<const Topic> topics, std::uint32_t topic,
                     const lexicon::Reading& reading) {
  if (generation_ != reading.lexicon.generation()) {
    generation_ = reading.lexicon.generation();
    memos_.clear();
  }
  memos_.resize(topics.size());
  Memo& memo = memos_[topic];
  if (memo.article == Known::nothing)
    memo.article = count(topics[topic], memo, reading) ? Known::yes : Known::no;
  return memo.article == Known::yes;
}

bool TopicRun::count(const Topic& topic, Memo& memo, const lexicon::Reading& reading) const {
  const sentences::Text& text = reading.text;
  std::uint64_t words = 0;
  std::uint64_t mentions = 0;
  for (std::size_t block = 0; block < reading.article.blocks.size(); ++block) {
    const bool heads_something = (reading.article.blocks[block].scopes & heads) != 0;
    const std::uint32_t end = text.block_first_token[block + 1];
    for (std::uint32_t i = text.block_first_token[block]; i < end; ++i) {
      if (text.tokens[i].kind != sentences::TokenKind::word) continue;
      ++words;
      const lexicon::WordId word = text.tokens[i].word;
      if (word >= memo.words.size())
        memo.words.resize(std::max<std::size_t>(reading.lexicon.size(), word + 1), Known::nothing);
      Known& known = memo.words[word];
      if (known == Known::nothing) {
        const lexicon::Entry& entry = reading.lexicon[word];
        known = topic.holds(reading.lexicon[entry.folded].text) ? Known::yes : Known::no;
      }
      if (known == Known::yes) mentions += heads_something ? worth_of_a_heading : 1;
    }
  }
  if (words < fewest_words_of_a_topic) return true;
  return mentions > 0 && mentions * 1000 >= words * topic.per_thousand;
}

}  // namespace linter::checks::policy
