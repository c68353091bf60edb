// What an article is about, told by how often the words of a topic stand in it.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "linter/lexicon/reading.h"
#include "linter/packs/pack.h"

namespace linter::checks::policy {

// In an article of fewer words nobody can tell: it is about everything.
inline constexpr std::uint32_t fewest_words_of_a_topic = 30;
// A mention in a title, a heading or a summary is worth so many elsewhere.
inline constexpr std::uint32_t worth_of_a_heading = 3;

struct Topic {
  std::vector<std::string_view> words;     // whole, in small letters, sorted
  std::vector<std::string_view> prefixes;  // sorted
  std::uint32_t per_thousand = 5;
  std::vector<std::string> own;  // what they are parts of, if it is not somebody else's

  Topic() = default;
  Topic(Topic&&) noexcept = default;  // the texts stay where they are
  Topic& operator=(Topic&&) noexcept = default;
  ~Topic() = default;

  // `word` in small letters.
  [[nodiscard]] bool holds(std::string_view word) const;
};

// What is declared must outlive it.
[[nodiscard]] Topic topic_in(const packs::Topic& declared);
// It need not outlive this one.
[[nodiscard]] Topic topic_of(const packs::Topic& declared);

// A worker's. Counts an article's words once, for all topics; which of these a word belongs to is
// looked up once per distinct word.
class TopicRun {
 public:
  // Starts on another article.
  void begin();

  // Whether the article is about a topic: its mentions are at least per_thousand of a thousand
  // words, and at least one.
  [[nodiscard]] bool about(std::span<const Topic> topics, std::uint32_t topic,
                           const lexicon::Reading& reading);

 private:
  // The topics of a word lie together in `of_words_`.
  struct Memo {
    std::uint32_t first = 0;
    std::uint16_t count = 0;
    bool known = false;
  };

  // The number of a word's first three letters.
  static constexpr std::size_t beginnings = 4096;
  [[nodiscard]] static std::size_t beginning_of(std::string_view word) {
    std::size_t number = 0;
    for (std::size_t i = 0; i < 3; ++i)
      number = number * 31 + (i < word.size() ? static_cast<unsigned char>(word[i]) : 0U);
    return number % beginnings;
  }
  void note_beginnings(std::span<const Topic> topics);
  void count(std::span<const Topic> topics, const lexicon::Reading& reading);
  [[nodiscard]] std::span<const std::uint16_t> topics_of(std::span<const Topic> topics,
                                                         const lexicon::Reading& reading,
                                                         lexicon::WordId word);

  // By beginning: which topics may hold such a word, a bit for each, or for several where they are
  // many.
  std::vector<std::uint64_t> begins_;
  bool counted_ = false;  // the article at hand
  std::uint64_t words_ = 0;
  std::vector<std::uint64_t> mentions_;  // by topic
  std::vector<Memo> memos_;              // by word
  std::vector<std::uint16_t> of_words_;
  std::uint32_t generation_ = 0;
};

}  // namespace linter::checks::policy
