// All that a run has to say: what reports render.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <vector>

#include "linter/base/result.h"
#include "linter/findings/finding.h"
#include "linter/findings/rule_info.h"

namespace linter::findings {

// A dictionary, pack or configuration that the findings depend on.
struct Datum {
  std::string name;     // "pack health-claims 1", "dictionary en_US", "configuration .galley.yaml"
  std::string digest;   // hexadecimal
  auto operator<=>(const Datum&) const = default;
};

// A comment in an article that lets a rule's finding stand, for one rule of those it names.
struct StetNote {
  Location place;          // of the comment
  std::string rule;        // or a pack
  std::string until;       // ISO date, the last day; empty: without end
  std::string reason;
  std::string state;       // "in use", "unused", "expired", "unknown rule", "not allowed", "pack not in use"
  std::uint32_t silenced = 0;  // findings
  std::string sidecar;     // the file beside the article that says it; empty: the article does
  std::uint32_t sidecar_line = 0;
};

// A line of the baseline, and what the run made of it.
struct BaselineNote {
  std::string file;        // as seen from the baseline's folder
  std::string rule;
  std::string words;       // a digest of what the findings stand on, 16 hexadecimal digits
  std::uint32_t count = 0;
  std::uint32_t found = 0; // how many of them are still there
  bool known = false;      // whether the run could tell: the file was checked, or is gone
};

// A place where an article uses approved wording.
struct ApprovalNote {
  std::string id;          // of the statement
  Location place;
  std::string state;       // "valid", "expires soon", "expired", "withdrawn", "approved elsewhere"
  std::uint32_t silenced = 0;  // findings
};

struct Outcome {
  std::vector<Finding> findings;       // in report order; suppressed ones only when they were asked for
  std::vector<base::Error> errors;     // sorted by (file, line, column, code, message), without duplicates
  std::vector<RuleInfo> rules;         // of the findings, sorted by id; of rules that say nothing of themselves there is none
  std::vector<Datum> data;             // sorted by name
  std::vector<StetNote> stets;         // of the articles, in the order of (file, place)
  std::vector<ApprovalNote> approvals;  // likewise
  std::uint64_t suppressed = 0;        // findings that something silences, shown or not
  std::string today;                   // ISO date that expiry was judged by
  std::uint64_t files = 0;             // articles that were checked
  std::uint64_t words = 0;
  std::uint64_t bytes = 0;
  bool interrupted = false;
  std::uint64_t failing = 0;  // findings at or above the fail_on that applies to their file; suppressed ones left out
  bool of_change = false;     // only what a change brings is shown
  std::vector<base::Error> elsewhere;  // what could not be checked in files that the change does not touch; like errors, and fails nobody's run
  std::vector<BaselineNote> baseline;  // in its order
  std::string folder;         // absolute: what files are named from
  std::string root;           // absolute: what files are relative to; empty where there is more than one such folder

  // Findings per severity, suppressed ones left out; index = Severity.
  [[nodiscard]] std::array<std::uint64_t, 3> counts() const;
};

}  // namespace linter::findings
