// Finds the cues in a sentence: at each word the longest phrase of each category, from left to
// right.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <vector>

#include "linter/context/cue_index.h"
#include "linter/context/words.h"

namespace linter::context {

inline constexpr std::size_t max_states =
    256;  // phrases followed at once; more share no sensible beginning

// Words [begin, end) of the sentence are a phrase of a cue.
struct Match {
  std::uint32_t cue = 0;  // number in the index
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  Categories categories = 0;  // those of the cue that no longer phrase took
};

// The reach of other cues ends before this word.
struct End {
  std::uint32_t at = 0;
  Categories categories = 0;    // of the cues that end
  std::uint32_t ends_only = 0;  // the one entry that ends (number + 1); 0 = all of `categories`
};

struct Matches {
  std::vector<Match> cues;    // by begin
  std::vector<Match> pseudo;  // by begin
  std::vector<End> ends;      // by at
  void clear();
};

// Keeps buffers; one per worker.
class Matcher {
 public:
  explicit Matcher(const CueSet::Index& index) : index_(&index) {}
  // Replaces `matches`. Needs the words' clause breaks. Linear in the words; at each, no more than
  // max_phrase_words times max_states steps, and hardly ever more than a few.
  void match(std::span<const Word> words, Matches& matches);

 private:
  struct Candidate {
    std::uint32_t cue = 0;
    std::uint32_t end = 0;
  };
  using Taken = std::array<std::uint32_t, 32>;  // by category: the word up to which it is taken

  // Finds the phrases that go on at `at` behind their first word.
  void walk(const CueSet::Index::Begun& opening, std::uint32_t at);
  void follow(std::uint32_t at);
  void enter(std::uint32_t node);
  void settle(std::uint32_t begin, Matches& matches);
  void settle_one(const Candidate& candidate, std::uint32_t begin, Matches& matches);
  [[nodiscard]] Categories free_at(const Taken& taken, Categories categories,
                                   std::uint32_t begin) const;
  [[nodiscard]] bool in_place(const Candidate& candidate, std::uint32_t begin) const;

  const CueSet::Index* index_;
  std::span<const Word> words_;
  std::vector<Candidate> candidates_;
  std::vector<std::uint32_t> states_;  // nodes that the words so far lead to
  std::vector<std::uint32_t> next_;
  std::vector<std::uint32_t> entered_;  // by node: the step in which it was entered last
  std::uint32_t step_ = 0;
  Taken taken_{};             // by cues within the sentence
  Taken taken_structural_{};  // by cues of headings, labels, replies
};

// Whether a clause begins at a word, conjunctions and adverbs before it not counted ("and please
// avoid").
[[nodiscard]] bool at_clause_start(std::span<const Word> words, std::size_t at);

}  // namespace linter::context
