// What the people who write rules ask: do the examples hold, why does a rule speak or keep silent,
// what may a pack say.
//
// Plain functions from compiled packs to plain data, and from that to text for a terminal (no
// colour, UTF-8, lines end with '\n'). None of them reads or writes a file. Each call makes its own
// buffers: any thread may call.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "linter/base/result.h"
#include "linter/checks/policy/mutants.h"
#include "linter/checks/policy/policy_set.h"
#include "linter/context/context.h"
#include "linter/knowledge/knowledge.h"
#include "linter/lexicon/vocabulary.h"
#include "linter/packs/pack.h"

namespace linter::checks::policy {

// The cues of all packs in one set, with the faults of their files.
[[nodiscard]] base::Loaded<context::CueSet> cues_of(std::span<const packs::Pack> packs);

// The files of knowledge of all packs; they live as long as the packs. Findings name them as
// "pack/path", the same on every machine.
[[nodiscard]] std::vector<knowledge::Document> documents_of(std::span<const packs::Pack> packs);

// Likewise what they know.
[[nodiscard]] base::Loaded<knowledge::Knowledge> knowledge_of(std::span<const packs::Pack> packs);

// What an article is read with.
struct Workbench {
  const PolicySet& set;
  const lexicon::Vocabulary& vocabulary;
  const context::CueSet& cues;
};

// --- galley policy test

struct ExampleResult {
  std::string rule;  // its id
  bool bad = false;  // a bad example, in which the rule must find something; else a good one
  std::uint32_t number = 0;  // among the rule's bad, or good, ones, from 1
  bool holds = false;
  std::string file;  // where the example stands
  base::yaml::Position position;
  std::string text;                     // the example
  std::uint32_t found = 0;              // findings of the rule
  std::optional<std::uint32_t> wanted;  // exactly so many, where the example says
  std::vector<std::string> places;      // the texts that the rule found
  std::vector<std::string>
      silenced;  // why it kept silent on others: "“painless”: negated by “not”"
};

// A rule whose examples are too few to tell what it is about.
struct FewExamples {
  std::string rule;  // its id
  std::string file;
  base::yaml::Position position;
  std::size_t bad = 0;  // how many it has
  std::size_t good = 0;
  std::size_t wanted = 0;  // of each
};

// How many bad examples a rule should have, and how many good ones: near misses.
[[nodiscard]] std::size_t wanted_examples(const packs::RuleDefinition& rule);

struct ExamplesReport {
  std::vector<ExampleResult> results;  // in the order of packs, files and rules, bad ones first
  std::vector<FewExamples> few;        // in the same order
  std::uint32_t rules = 0;
  std::uint32_t failures = 0;
  std::vector<base::Error> errors;  // examples that could not be read, patterns that were too slow
};

// Runs every example of every rule of `packs` through all stages, but for packs that are only
// needed. Rules that are off are run, too,
// when the set was compiled without levels: compile it so.
[[nodiscard]] ExamplesReport run_examples(std::span<const packs::Pack> packs,
                                          const Workbench& workbench);

// A paragraph for each example that does not hold, a line for each rule that has too few, and a
// summary: "12 rules, 96 examples, 2 do not hold"; empty where there is no rule.
[[nodiscard]] std::string rendered(const ExamplesReport& report);

// --- galley policy test --mutate

// A part of a rule that could go, and no example would notice.
struct UnnoticedMutant {
  std::string rule;  // its id
  std::string part;  // "exception 2, “no pain, no gain”"
  std::string file;
  base::yaml::Position position;
};

struct MutationReport {
  std::vector<UnnoticedMutant> unnoticed;  // in the order of packs, files and rules
  std::uint32_t rules = 0;
  std::uint32_t mutants = 0;
  std::size_t passed_over = 0;  // words of long lists
  std::vector<std::string> whole;  // ids of rules of which nothing can be taken out
  std::vector<base::Error> errors;
};

// Makes each rule weaker, one part at a time (see mutants.h), and runs its examples: they notice
// when one of them has another number of findings. About 2 ms a mutation.
[[nodiscard]] MutationReport run_mutations(std::span<const packs::Pack> packs,
                                           const Workbench& workbench,
                                           Lists lists = Lists::few_words);
// A line for each mutation that is not noticed, and a summary. Rules of which nothing can be taken
// out are counted by themselves.
[[nodiscard]] std::string rendered(const MutationReport& report);

// --- galley policy try TEXT

struct TrialEntry {
  std::string rule;
  bool reported = false;  // else silenced
  findings::Severity severity = findings::Severity::warning;
  base::Span span;      // in the text, bytes
  std::string text;     // what matched
  std::string message;  // of the finding, or why it is silent
};

struct Trial {
  std::vector<TrialEntry> entries;  // by place, then rule
  std::vector<base::Error> errors;
};

// Reads `text` as Markdown and says of each rule that matched whether it is reported, or what
// silenced it.
[[nodiscard]] Trial try_text(std::string_view text, const Workbench& workbench);
[[nodiscard]] std::string rendered(const Trial& trial);

// --- galley policy list

// The packs with their rules: id, severity, kind, what it looks for; marked where a rule is off,
// runs on every block, or holds in some jurisdictions only.
[[nodiscard]] std::string listing(std::span<const packs::Pack> packs, const PolicySet& set);

// --- galley explain RULE

// All that a rule says of itself, for a terminal.
[[nodiscard]] std::string explanation(const RuleInfo& rule);

// --- galley policy new NAME

// The text of a pack of one file, with comments, whose one rule works and whose examples hold. `id`
// is a pack id.
[[nodiscard]] std::string new_pack(std::string_view id);

// --- galley policy schema

// The kinds of file that there are schemas for: "pack" (pack.yaml, and packs of one file), "rules",
// ...
[[nodiscard]] std::span<const std::string_view> schema_names();
// A JSON Schema (draft-07), indented, made from the tables that packs are read by; nothing for a
// name that is not one of schema_names().
[[nodiscard]] std::optional<std::string> schema(std::string_view name);

}  // namespace linter::checks::policy
