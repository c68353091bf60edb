// A rule, compiled: what its patterns are, which matches count, and who judges them.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "linter/assertions/assertion.h"
#include "linter/base/pattern.h"
#include "linter/base/yaml.h"
#include "linter/checks/check.h"
#include "linter/checks/policy/message.h"
#include "linter/checks/rule_info.h"
#include "linter/context/cues.h"
#include "linter/prose/article.h"

namespace linter::checks::policy {

class LateRules;
class Measures;
class WordKinds;
struct Rule;

// Where in an article something counts.
struct Places {
  prose::Scopes blocks = 0xFFFF;  // any of these
  bool link_text = false;         // and the texts of links, in any block

  [[nodiscard]] bool admit(const prose::Block& block) const {
    return link_text || (blocks & block.scopes) != 0;
  }
};

// Which matches of a pattern count.
struct Filter {
  Places places;
  std::vector<base::Pattern> except;  // a match that overlaps one of theirs does not count
  context::Categories silent = 0;     // nor does one in any of these categories
  context::Categories only = 0;       // nor, when this is not empty, one in none of these
  bool in_names = true;               // nor, when this is not set, a part of a longer name or title
};

// One pattern of a rule, the smallest thing that is tried on a block by itself.
struct Unit {
  std::uint32_t rule = 0;                // index into the set's rules
  std::uint16_t tag = 0;                 // which of the rule's patterns it is; the kind's own
  std::uint16_t filter = 0;              // index into the rule's filters
  Places places;                         // the filter's
  base::PatternOptions options;          // of the pattern
  std::optional<base::Pattern> pattern;  // without one, the whole block is the match; or,
  std::uint32_t reach = 0;               // ... where a match touches so many tokens at most, what
                                         // is near a word that wakes it
  bool always = false;  // nothing is certain of its matches: it is tried on every block
};

// The units of a set: all there, or each made when it is first asked for.
class Units {
 public:
  explicit Units(std::span<const Unit> all) : all_(all) {}
  explicit Units(LateRules& late) : late_(&late) {}
  // Thread-safe.
  [[nodiscard]] const Unit& operator[](std::uint32_t number) const;

 private:
  std::span<const Unit> all_;
  LateRules* late_ = nullptr;
};

// A match. Spans are view spans.
struct Hit {
  std::uint32_t unit = 0;  // index into the set's units
  std::uint32_t block = 0;
  base::Span text;
  std::vector<std::optional<base::Span>> groups;
};

// What a kind says of one place.
struct Report {
  base::Span where;  // view span
  std::vector<std::string> suggestions{};
  Values values{};  // beside {match}
  bool safe_fix = false;
  bool about_article = false;  // it is the article as a whole that the finding speaks of
  base::Span remark{};         // of several that are told as one: from the first to the last
};

// The article that is being judged.
struct Scene {
  const Rule& rule;
  Units units;  // of the whole set; Hit::unit points into it
  const lexicon::Reading& reading;
  context::Context& context;
  Measures& measures;
  WordKinds& words;
  std::span<const assertions::Assertion> assertions;  // for rules that judge them; else empty
  std::vector<Report>& reports;                       // what a judge finds goes here
  std::vector<Summary>& summaries;                    // and what it tells the corpus, here

  [[nodiscard]] std::string_view view(base::Span span) const { return reading.view(span); }
};

// Turns the matches of one rule in one article into reports. Immutable; shared by all workers.
class Judge {
 public:
  virtual ~Judge() = default;
  // `hits` are those that count, in view order. Rules that always look at an article are called
  // without hits, too.
  virtual void judge(const Scene& scene, std::span<const Hit> hits) const = 0;
  // The findings that follow from what all articles said under one key; message and severity are
  // the rule's.
  virtual void judge_corpus(const Rule& rule, std::span<const Summary> summaries,
                            std::vector<findings::Finding>& findings) const;
  // What is costly to make of the rule, as bytes that RuleCompiler::kept() gives when it is compiled
  // again; most kinds have none.
  [[nodiscard]] virtual std::string kept() const { return {}; }
};

struct Rule {
  RuleInfo info;
  findings::Severity severity = findings::Severity::warning;  // after the configuration's say
  bool off = false;
  bool news = false;  // newer than what the configuration knows of the pack
  Message message;
  std::string file;  // of the pack, as errors show it
  base::yaml::Position position;
  std::string pack;
  std::string language;                // primary subtag; empty: every language
  std::optional<std::uint32_t> topic;  // index into the set's topics: what its articles are about
  std::uint32_t family = 0;            // rules of one family never report overlapping text twice
  bool yields = false;                 // to the other rules of its pack, where they see the same
  std::vector<Filter> filters;         // the first is what the rule's own keys say
  std::unique_ptr<Judge> judge;
  bool always_judged = false;  // also where no pattern matches
  bool judges_assertions = false;
  bool filters_reports = false;  // the first filter is for its reports: its units take whole blocks
};

}  // namespace linter::checks::policy
