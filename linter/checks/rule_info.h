// What a rule says of itself: the one record behind `galley explain`, `policy list`, SARIF's rule table and the docs.
#pragma once

#include <string>
#include <vector>

#include "linter/findings/finding.h"

namespace linter::checks {

// A plain value that owns its strings. A check gives out one per rule; what is optional may be empty.
struct RuleInfo {
  std::string id;  // "pack.rule-name", never reused
  findings::Category category = findings::Category::wording;
  findings::Severity severity = findings::Severity::warning;  // before the configuration's say
  std::string about;                       // one line: what the rule looks for
  std::string why;                         // why it matters to a reader or a regulator
  std::string instead;                     // wording that is fine, or what to do
  std::vector<std::string> bad;            // each is flagged by this rule
  std::vector<std::string> good;           // none is
  std::vector<findings::Citation> sources;
  std::vector<std::string> jurisdictions;  // empty: everywhere
};

}  // namespace linter::checks
