// What editors decided about remarks, from a file that the proof's page saved.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "linter/base/result.h"
#include "linter/findings/finding.h"
#include "linter/findings/rule_info.h"
#include "linter/fixes/fixes.h"

namespace linter::fixes {

enum class Verdict : std::uint8_t { none, accept, reject };

struct Decision {
  std::string fingerprint;  // of the finding
  Verdict verdict = Verdict::none;
  // Of one that is accepted; empty: leave the words out; none: somebody mends it by hand.
  std::optional<std::string> replacement;
  std::string reason;  // of one that is rejected
  // Of the remark, where the file says so.
  std::string file;
  std::uint32_t line = 0;
  std::string rule;
  std::string text;
};

// The decisions in a file of that name, by fingerprint. Errors with line and column: bad_yaml (the
// file is JSON, which is read as YAML), unknown_key, missing_key (a rejection without a reason),
// bad_value; missing_key where there is no list of decisions.
[[nodiscard]] base::Loaded<std::vector<Decision>> read_decisions(std::string_view text,
                                                                 std::string_view file);

// A finding that stands, and why.
struct Stands {
  const findings::Finding* finding = nullptr;
  std::string reason;
};

// A decision that is not carried out, and why.
struct Missed {
  const findings::Finding* finding = nullptr;  // null where there is no such finding
  const Decision* decision = nullptr;          // null where only the finding is known
  std::string why;
};

// What decisions come to for the findings that there are now.
struct Carried {
  std::vector<const findings::Finding*> fixed;  // beside `fixes`
  std::vector<Fix> fixes;                       // accepted replacements
  std::vector<Stands> stands;
  std::vector<Missed> missed;
};

// Decisions belong to findings by fingerprint, or, where files have another name seen from another
// folder, by rule, text and the end of the path. `findings` and `decisions` must outlive what comes
// back. Silenced findings are missed, and rejections of what `rules` say may not stand.
[[nodiscard]] Carried carried_out(std::span<const Decision> decisions,
                                  std::span<const findings::Finding> findings,
                                  std::span<const findings::RuleInfo> rules);

// "a.md:3:5: rule “words”", in a document "a.docx, paragraph 3: …".
[[nodiscard]] std::string named(const findings::Finding& finding);
[[nodiscard]] std::string named(const Missed& missed);

// A reason as it stands in a comment: on one line, and without what would end the comment.
[[nodiscard]] std::string safe_reason(std::string_view reason);
// Both reasons, with "; " between them; one where they are the same.
[[nodiscard]] std::string joined_reasons(std::string_view first, std::string_view second);

// Where some words are once fixes (sorted, of their text) are made, with all of what was put into
// them.
[[nodiscard]] base::Span span_after(base::Span words, std::span<const Fix> fixes);

}  // namespace linter::fixes
