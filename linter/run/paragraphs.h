// Whether two paragraphs are one that was moved and reworded.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace linter::run {

// The paragraphs of a text, as the words that they are made of.
class Paragraphs {
 public:
  explicit Paragraphs(std::string_view text);

  // Hashes of the words of the paragraph that a line (from 1) stands in, from blank line to blank
  // line, folded and sorted; none where there is no such line. Valid as long as this.
  [[nodiscard]] const std::vector<std::uint64_t>& words_at(std::uint32_t line) const;

 private:
  std::vector<std::uint32_t> number_;              // of the paragraph, by line
  std::vector<std::vector<std::uint64_t>> words_;  // by number
};

// From 0 to 1: the share of words that two paragraphs have in common, 0 where it is too small for
// them to be one and the same. Where one holds nearly all of the other it was split or joined.
[[nodiscard]] double likeness(const std::vector<std::uint64_t>& a,
                              const std::vector<std::uint64_t>& b);

}  // namespace linter::run
