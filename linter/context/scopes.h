// How far each cue of a sentence reaches.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "linter/base/span.h"
#include "linter/context/cue_index.h"
#include "linter/context/matching.h"
#include "linter/context/words.h"

namespace linter::context {

// A stretch of text in the light of a cue.
struct Scope {
  base::Span reach;  // view span
  base::Span cue;    // view span of the cue's words; may lie in another sentence
  Categories categories = 0;
  bool holds_cue =
      false;  // the cue is a mark or a mood: a span may hold it and be in the scope all the same
};

// Words [begin, end) of the sentence.
struct Stretch {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  [[nodiscard]] bool empty() const { return begin >= end; }
};

inline constexpr std::uint32_t max_reach = 250;  // words that a cue reaches at most

// The scopes of the cues of one sentence. Cheap to make; the arguments must outlive it.
class ScopeFinder {
 public:
  ScopeFinder(const CueSet::Index& index, std::span<const Word> words, const Matches& matches)
      : index_(index), words_(words), matches_(matches) {}

  // Appends the scopes of all cues with directions forward, backward, both and sentence, and of
  // affixes in hyphened compounds ("risk-free", "non-invasive").
  void add_all(std::vector<Scope>& scopes) const;
  // What a cue at [begin, end) reaches.
  [[nodiscard]] Stretch forward(const Match& match) const;
  [[nodiscard]] Stretch backward(const Match& match) const;
  // The view span of words.
  [[nodiscard]] base::Span text(Stretch stretch) const;

 private:
  void add(const Match& match, Stretch stretch, std::vector<Scope>& scopes) const;
  void add_affixes(std::vector<Scope>& scopes) const;
  [[nodiscard]] static bool ends(const End& end, const Match& match);
  [[nodiscard]] std::uint32_t first_end(std::uint32_t from, const Match& match) const;
  [[nodiscard]] std::uint32_t last_end(std::uint32_t before, const Match& match) const;
  [[nodiscard]] bool stops_at(std::uint32_t at, const Match& match, bool fronted) const;
  [[nodiscard]] bool is_fronted(const Match& match) const;
  [[nodiscard]] bool carries_over(std::uint32_t joiner, const Match& match) const;
  [[nodiscard]] bool denies_anew(std::uint32_t joiner, std::uint32_t item) const;
  [[nodiscard]] bool is_or_list(std::uint32_t joiner, std::uint32_t item) const;
  [[nodiscard]] bool is_in_subject(const Match& match) const;
  [[nodiscard]] bool verb_between(std::uint32_t begin, std::uint32_t end) const;
  [[nodiscard]] bool begins_cue(std::uint32_t at, Category category) const;
  [[nodiscard]] Stretch trimmed(Stretch stretch) const;

  const CueSet::Index& index_;
  std::span<const Word> words_;
  const Matches& matches_;
};

}  // namespace linter::context
