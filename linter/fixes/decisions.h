// What editors decided about remarks, from a file that the proof's page saved.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "linter/base/result.h"
#include "linter/findings/finding.h"
#include "linter/fixes/fixes.h"

namespace linter::fixes {

enum class Verdict : std::uint8_t { none, accept, reject };

struct Decision {
  std::string fingerprint;  // of the finding
  Verdict verdict = Verdict::none;
  std::string replacement;  // of one that is accepted; empty: somebody mends it by hand
  std::string reason;       // of one that is rejected
};

// The decisions in a file of that name, by fingerprint. Errors with line and column: bad_yaml (the
// file is JSON, which is read as YAML), unknown_key, missing_key (a rejection without a reason),
// bad_value.
[[nodiscard]] base::Loaded<std::vector<Decision>> read_decisions(std::string_view text,
                                                                 std::string_view file);

// A finding that stands, and why.
struct Stands {
  const findings::Finding* finding = nullptr;
  std::string reason;
};

// What decisions come to for the findings that there are now.
struct Carried {
  std::vector<const findings::Finding*> fixed;  // beside `fixes`
  std::vector<Fix> fixes;                       // accepted replacements
  std::vector<Stands> stands;
  std::size_t by_hand = 0;  // accepted, but nothing that galley may write
  std::size_t gone = 0;     // no such finding any more
};

// `findings` must outlive what comes back. Silenced findings are gone.
[[nodiscard]] Carried carried_out(std::span<const Decision> decisions,
                                  std::span<const findings::Finding> findings);

// The comments with which findings stand in an article: above the block, each rule once, with the
// first reason. Those that no comment can be put above (front matter) are left out.
[[nodiscard]] std::vector<Fix> stet_comments(std::string_view bytes,
                                             std::span<const Stands> stands);

}  // namespace linter::fixes
