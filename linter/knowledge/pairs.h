// Pairs of statements with what must come of them: how a pack of knowledge is tested.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "linter/base/result.h"
#include "linter/base/yaml.h"
#include "linter/knowledge/knowledge.h"

namespace linter::knowledge {

enum class PairVerdict : std::uint8_t { nothing, query, tension, contradiction };

struct Pair {
  std::string first;   // Markdown
  std::string second;  // empty where a fact stands in its place
  std::string fact;    // its id; empty: the second
  std::string title;   // of the article; may be empty
  bool apart = false;  // in two articles
  PairVerdict verdict = PairVerdict::nothing;
  std::string file;  // as errors name it
  base::yaml::Position position;
};

// The pairs of all documents, in order, with every fault of their YAML. Linear.
[[nodiscard]] base::Loaded<std::vector<Pair>> pairs_of(std::span<const Document> documents);

}  // namespace linter::knowledge
