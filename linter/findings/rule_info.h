// What a rule says of itself: the one record behind `galley explain`, `policy list`, the rule
// tables of reports, and the docs.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "linter/findings/finding.h"

namespace linter::findings {

// A plain value that owns its strings. A check gives out one per rule; what is optional may be
// empty.
struct RuleInfo {
  std::string id;  // "pack.rule-name", never reused
  Category category = Category::wording;
  Severity severity = Severity::warning;  // before the configuration's say
  std::string about;                      // one line: what the rule looks for
  std::string why{};                      // why it matters to a reader or a regulator
  std::string instead{};                  // wording that is fine, or what to do
  std::vector<std::string> bad{};         // each is flagged by this rule
  std::vector<std::string> good{};        // none is
  std::vector<Citation> sources{};
  std::vector<std::string> jurisdictions{};  // empty: everywhere
  std::vector<std::string> links{};          // further reading
  std::string kind{};                        // of a policy rule: "existence"
  std::string pack{};                        // that the rule is part of; empty for rules in code
  std::string notice{};                      // the pack's, for the end of an explanation
  bool stet_never = false;                   // the rule cannot be silenced in an article
  std::uint32_t since = 1;                   // the version of the pack in which the rule came
};

}  // namespace linter::findings
