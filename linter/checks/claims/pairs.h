// galley policy test: the pairs of statements by which a pack of knowledge is tested, tried.
//
// Plain functions; each call makes its own buffers: any thread may call.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "linter/base/result.h"
#include "linter/context/cues.h"
#include "linter/knowledge/knowledge.h"
#include "linter/knowledge/pairs.h"
#include "linter/lexicon/vocabulary.h"

namespace linter::checks::claims {

struct PairResult {
  knowledge::Pair pair;
  knowledge::PairVerdict got = knowledge::PairVerdict::nothing;
  bool holds = false;
  std::string message;      // of the finding that came of it; empty where none did
  std::string explanation;  // where it does not hold: what each side was read to assert, and why
                            // the two do or do not clash
};

struct PairsReport {
  std::vector<PairResult> results;  // as given
  std::uint32_t failures = 0;
  std::vector<base::Error> errors;  // facts that there are not
};

// Reads each pair as an article (or two) in English and holds its sides against each other as
// `galley check` does. About a millisecond each.
[[nodiscard]] PairsReport run_pairs(std::span<const knowledge::Pair> pairs,
                                    const knowledge::Knowledge& knowledge,
                                    const context::CueSet& cues,
                                    const lexicon::Vocabulary& vocabulary);

// A paragraph for each pair that does not hold, and a summary: "24 pairs, 1 does not hold"; empty
// where there are none.
[[nodiscard]] std::string rendered(const PairsReport& report);

}  // namespace linter::checks::claims
