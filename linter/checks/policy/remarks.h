// Which claims an editor is told of in one remark.
#pragma once

#include <cstdint>
#include <vector>

#include "linter/checks/policy/overlaps.h"
#include "linter/context/context.h"

namespace linter::checks::policy {

// A worker's; keeps its buffers from article to article.
class Remarks {
 public:
  // Reports on claims of one pack that stand in one clause, or that are of one family and stand in
  // one sentence, get the same Report::remark; one by itself or far from the others gets none, and
  // errors of two families in one clause are two. Reports about a whole article, with replacements,
  // or across sentences are left alone. Clauses are asked for only where a sentence holds several.
  // O(n log n).
  void join(std::vector<RuledReport>& reports, const lexicon::Reading& reading,
            context::Context& context);

 private:
  struct Claim {
    RuledReport* ruled = nullptr;
    std::uint32_t sentence = 0;
    std::uint32_t clause = 0;
    std::uint32_t first = 0;  // of its remark, an index into claims_
  };

  void collect(std::vector<RuledReport>& reports, const lexicon::Reading& reading);
  void join_sentence(std::size_t begin, std::size_t end);
  std::uint32_t root_of(std::uint32_t claim);

  std::vector<Claim> claims_;  // by pack, sentence and begin
};

}  // namespace linter::checks::policy
