// The words of an article's code: what the prose around it calls by name ("kustomize", "fsync").
#pragma once

#include <string_view>
#include <vector>

#include "linter/lexicon/reading.h"

namespace linter::checks::spelling {

// Of one article; worker's, keeps its buffers.
class CodeWords {
 public:
  // Before each article.
  void begin() { read_ = false; }
  // Whether the folded word stands in code spans or blocks. The first call reads them: linear in the
  // article's bytes.
  [[nodiscard]] bool has(const lexicon::Reading& reading, std::string_view folded);

 private:
  void read(const lexicon::Reading& reading);
  void read_gap(std::string_view gap);

  bool read_ = false;
  std::vector<std::uint64_t> words_;  // digests of folded words, ascending
  std::vector<base::Span> covered_;   // by what is prose; source spans
};

}  // namespace linter::checks::spelling
