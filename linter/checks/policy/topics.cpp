#include "linter/checks/policy/topics.h"

#include <algorithm>
#include <utility>

namespace linter::checks::policy {
namespace {

constexpr auto heads =
    static_cast<prose::Scopes>(static_cast<prose::Scopes>(prose::Scope::title) |
                               static_cast<prose::Scopes>(prose::Scope::heading) |
                               static_cast<prose::Scopes>(prose::Scope::summary));

Topic topic_among(std::span<const std::string> words, std::uint32_t per_thousand) {
  Topic topic;
  topic.per_thousand = per_thousand;
  topic.words.reserve(words.size());
  for (const std::string_view word : words) {
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

Topic topic_in(const packs::Topic& declared) {
  return topic_among(declared.words, declared.per_thousand);
}

Topic topic_of(const packs::Topic& declared) {
  std::vector<std::string> own = declared.words;
  Topic topic = topic_among(own, declared.per_thousand);
  topic.own = std::move(own);
  return topic;
}

void TopicRun::begin() {
  counted_ = false;
}

bool TopicRun::about(std::span<const Topic> topics, std::uint32_t topic,
                     const lexicon::Reading& reading) {
  if (!counted_) count(topics, reading);
  if (words_ < fewest_words_of_a_topic) return true;
  const std::uint64_t mentions = mentions_[topic];
  return mentions > 0 && mentions * 1000 >= words_ * topics[topic].per_thousand;
}

void TopicRun::note_beginnings(std::span<const Topic> topics) {
  begins_.assign(beginnings, 0);
  for (std::size_t i = 0; i < topics.size(); ++i) {
    const std::uint64_t bit = std::uint64_t{1} << (i % 64);
    for (const std::string_view word : topics[i].words) begins_[beginning_of(word)] |= bit;
    for (const std::string_view prefix : topics[i].prefixes) {
      if (prefix.size() > 2) begins_[beginning_of(prefix)] |= bit;
      if (prefix.size() > 2) continue;
      for (std::uint64_t& any : begins_) any |= bit;  // so short a one hardly is
    }
  }
}

std::span<const std::uint16_t> TopicRun::topics_of(std::span<const Topic> topics,
                                                   const lexicon::Reading& reading,
                                                   lexicon::WordId word) {
  if (word >= memos_.size()) memos_.resize(std::max<std::size_t>(reading.lexicon.size(), word + 1));
  Memo& memo = memos_[word];
  if (!memo.known) {
    memo.known = true;
    memo.first = static_cast<std::uint32_t>(of_words_.size());
    const std::string_view folded = reading.lexicon[reading.lexicon[word].folded].text;
    const std::uint64_t may = begins_[beginning_of(folded)];
    for (std::size_t i = 0; may != 0 && i < topics.size(); ++i) {
      if (((may >> (i % 64)) & 1U) == 0) continue;
      if (topics[i].holds(folded)) of_words_.push_back(static_cast<std::uint16_t>(i));
    }
    memo.count = static_cast<std::uint16_t>(of_words_.size() - memo.first);
  }
  return std::span(of_words_).subspan(memo.first, memo.count);
}

void TopicRun::count(std::span<const Topic> topics, const lexicon::Reading& reading) {
  if (generation_ != reading.lexicon.generation()) {
    memos_.clear();
    of_words_.clear();
  }
  generation_ = reading.lexicon.generation();
  if (begins_.empty()) note_beginnings(topics);
  counted_ = true;
  words_ = 0;
  mentions_.assign(topics.size(), 0);
  const sentences::Text& text = reading.text;
  for (std::size_t block = 0; block < reading.article.blocks.size(); ++block) {
    const bool heads_something = (reading.article.blocks[block].scopes & heads) != 0;
    const std::uint32_t end = text.block_first_token[block + 1];
    for (std::uint32_t i = text.block_first_token[block]; i < end; ++i) {
      if (text.tokens[i].kind != sentences::TokenKind::word) continue;
      ++words_;
      const lexicon::WordId word = text.tokens[i].word;
      if (word < memos_.size() && memos_[word].known && memos_[word].count == 0) continue;
      for (const std::uint16_t topic : topics_of(topics, reading, word))
        mentions_[topic] += heads_something ? worth_of_a_heading : 1;
    }
  }
}

}  // namespace linter::checks::policy
