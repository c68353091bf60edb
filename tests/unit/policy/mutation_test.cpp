// Mutations: what can be taken out of a rule, and whether its examples miss it.
#include <gtest/gtest.h>

#include "linter/base/files.h"
#include "linter/checks/policy/mutants.h"
#include "linter/packs/load.h"
#include "tests/support/build.h"
#include "tests/unit/policy/readings.h"

namespace linter::checks::policy {
namespace {

std::vector<std::string> parts_of(std::string_view yaml, Lists lists = Lists::few_words) {
  const auto loaded = tests::read_pack(yaml);
  EXPECT_TRUE(loaded.errors.empty());
  std::vector<std::string> parts;
  for (const packs::RuleDefinition& rule : loaded.value.rules) {
    each_mutant(rule, lists, [&](const Mutant& mutant) { parts.push_back(mutant.part); });
  }
  return parts;
}

TEST(Mutants, take_out_one_part_each) {
  EXPECT_EQ(parts_of(R"(
pack: p
topics: {skin: {words: [skin]}}
rules:
  - rule: r
    kind: existence
    message: m
    topic: skin
    patterns: [one|(two|2), three]
    except: ['one by one']
    scope: [title, heading]
    context: {silent: [negated, question], only: [universal]}
)"),
            (std::vector<std::string>{
                "pattern 1, “one|(two|2)”", "pattern 1, its “two”", "pattern 1, its “2”",
                "pattern 1, its “one”", "pattern 1, its “(two|2)”", "pattern 2, “three”",
                "exception 1, “one by one”", "its silence where it is negated",
                "its silence where it is question", "its demand for universal", "the place “title”",
                "the place “heading”", "the topic"}));
}

TEST(Mutants, leave_a_rule_its_only_pattern) {
  EXPECT_TRUE(parts_of("pack: p\nrules:\n"
                       "  - {rule: r, kind: existence, message: m, patterns: 'a[|]b'}\n")
                  .empty());
  EXPECT_EQ(parts_of("pack: p\nrules:\n  - {rule: r, kind: substitution, message: m, "
                     "swap: {one: 1, two: 2}}\n"),
            (std::vector<std::string>{"replacement 1, “one”", "replacement 2, “two”"}));
}

TEST(Mutants, take_what_holds_by_default_out) {
  const std::string claim =
      "pack: p\ncategory: claim\nrules:\n  - {rule: r, kind: existence, message: m, patterns: one";
  EXPECT_EQ(parts_of(claim + "}\n"), std::vector<std::string>{"its silence by default"});
  EXPECT_EQ(parts_of(claim + ", context: {only: [quoted]}}\n"),
            (std::vector<std::string>{"its demand for quoted", "its silence by default"}));
  EXPECT_TRUE(parts_of(claim + ", context: {silent: []}}\n").empty());
  EXPECT_EQ(parts_of("pack: p\nrules:\n  - {rule: r, kind: required, message: m, when: one, must: "
                     "two, within: section}\n"),
            (std::vector<std::string>{"what is no disclosure by default", "the key “within”"}));
}

TEST(Mutants, take_out_introductions_and_keys_of_the_kind) {
  EXPECT_EQ(
      parts_of("pack: p\nrules:\n  - {rule: r, kind: conditional, message: m, if: '([A-Z]+)', "
               "then: ['\\(([A-Z]+)\\)', '([A-Z]+) for short'], order: anywhere, "
               "ignore_case: false}\n"),
      (std::vector<std::string>{"introduction 1, “\\(([A-Z]+)\\)”",
                                "introduction 2, “([A-Z]+) for short”", "the key “order”"}));
}

TEST(Mutants, take_a_sequence_apart) {
  EXPECT_EQ(
      parts_of(R"(
pack: p
rules:
  - rule: r
    kind: sequence
    message: m
    tokens:
      - {words: [much, many]}
      - {part: adverb, not_part: negator, optional: true}
      - {word: '[a-z]+', skip: 2}
)"),
      (std::vector<std::string>{"token 1", "token 1, its “much”", "token 1, its “many”", "token 2",
                                "token 2, its “optional”", "token 2, its “part”",
                                "token 2, its “not_part”", "token 3", "token 3, its “skip”"}));
}

// Nobody writes an example for each of a long list.
TEST(Mutants, pass_over_the_words_of_long_lists) {
  std::string words = "w0";
  for (std::size_t i = 1; i < most_words + 1; ++i) words += "|w" + std::to_string(i);
  const std::string rule =
      "pack: p\nrules:\n  - {rule: r, kind: existence, message: m, patterns: '(?:" + words +
      ") x(?! y)'}\n";
  EXPECT_TRUE(parts_of(rule).empty());
  EXPECT_EQ(parts_of(rule, Lists::all_words).size(), most_words + 2);
  EXPECT_EQ(parts_of("pack: p\nrules:\n  - {rule: r, kind: existence, message: m, patterns: "
                     "'x(?! y)(?<!a|b)'}\n"),
            (std::vector<std::string>{"pattern 1, its “a”", "pattern 1, its “b”",
                                      "pattern 1, its “(?! y)”", "pattern 1, its “(?<!a|b)”"}));
}

TEST(Mutants, ask_a_claim_rule_for_less) {
  EXPECT_EQ(
      parts_of("pack: p\nrules:\n"
               "  - {rule: r, kind: claim, message: m, frame: [risk-of, harms], concept: pain, "
               "polarity: denied, hedged: any, conditional: present}\n"),
      (std::vector<std::string>{"the key “concept”", "the key “polarity”", "the key “hedged”",
                                "the key “conditional”", "its silence where it is excepted",
                                "frame “risk-of”", "frame “harms”"}));
}

std::string report_on(std::string_view yaml) {
  const std::vector<packs::Pack> packs{tests::read_pack(yaml).value};
  const auto set = PolicySet::compile(packs);
  return rendered(run_mutations(packs, {set.value, tests::english(), tests::english_cues()}));
}

TEST(RunMutations, names_what_no_example_misses) {
  const std::string rule =
      "pack: p\nrules:\n"
      "  - rule: r\n    kind: existence\n    message: m\n    patterns: [painless, pain-free]\n"
      "    except: [painless death]\n    examples:\n      bad: [A painless peel.";
  EXPECT_EQ(report_on(rule + ", A pain-free peel.]\n      good: [A painless death.]\n"),
            "1 rule, 3 mutations, all noticed\n");
  const std::string report = report_on(rule + "]\n");
  EXPECT_NE(report.find("p.r: no example notices without pattern 2, “pain-free”\n"),
            std::string::npos)
      << report;
  EXPECT_NE(report.find("p.r: no example notices without exception 1, “painless death”\n"),
            std::string::npos)
      << report;
  EXPECT_NE(report.find("1 rule, 3 mutations, 2 not noticed\n"), std::string::npos) << report;
}

// The case: “pain-less” stands in no example, and nothing shows that a question is fine.
TEST(RunMutations, looks_into_groups_and_at_what_holds_by_default) {
  const std::string report = report_on(
      "pack: p\ncategory: claim\nrules:\n"
      "  - rule: r\n    kind: existence\n    message: m\n    patterns: ['pain[- ](?:free|less)']\n"
      "    examples: {bad: [A pain-free peel.], good: [A peel.]}\n");
  EXPECT_NE(report.find(":7:16: p.r: no example notices without pattern 1, its “less”\n"),
            std::string::npos)
      << report;
  EXPECT_NE(report.find(":4:5: p.r: no example notices without its silence by default\n"),
            std::string::npos)
      << report;
  EXPECT_NE(report.find("1 rule, 3 mutations, 2 not noticed\n"), std::string::npos) << report;
}

TEST(RunMutations, says_what_cannot_be_made_weaker) {
  EXPECT_EQ(
      report_on("pack: p\nrules:\n  - {rule: r, kind: existence, message: m, patterns: one}\n"),
      "p.r: has no part that can be taken out: nothing was tried\n1 rule, 0 mutations\n");
}

// All packs together: a rule may need the concepts of another pack, and of rules that see the same
// words one speaks.
TEST(RunExamples, of_shipped_packs_hold) {
  const auto files = base::disk();
  const std::string folder = GALLEY_SOURCE_DIR "/policies";
  const auto packs =
      packs::load_packs(*files, packs::shipped_packs(*files, folder), {folder, ""}).value;
  PolicyOptions options;
  options.knowledge = &tests::shipped_knowledge();
  const auto set = PolicySet::compile(packs, options);
  const auto cues = cues_of(packs);
  const ExamplesReport report = run_examples(packs, {set.value, tests::english(), cues.value});
  EXPECT_EQ(report.failures, 0U) << rendered(report);
  EXPECT_TRUE(report.few.empty()) << rendered(report);
}

// Whether the sanitizers, for which the two largest packs are the same code for minutes, try them.
bool is_tried(const packs::Pack& pack) {
  return !tests::is_sanitized() || (pack.id != "health-claims" && pack.id != "plain-english");
}

// There is no part of a shipped rule that no example misses.
TEST(RunMutations, shipped_packs_do_not_lose_examples) {
  const auto files = base::disk();
  const std::string folder = GALLEY_SOURCE_DIR "/policies";
  const auto packs =
      packs::load_packs(*files, packs::shipped_packs(*files, folder), {folder, ""}).value;
  PolicyOptions options;
  options.knowledge = &tests::shipped_knowledge();
  const auto set = PolicySet::compile(packs, options);
  const auto cues = cues_of(packs);
  for (const packs::Pack& pack : packs) {
    if (!is_tried(pack)) continue;
    const MutationReport report =
        run_mutations(std::span(&pack, 1), {set.value, tests::english(), cues.value});
    EXPECT_TRUE(report.unnoticed.empty()) << pack.id << "\n" << rendered(report);
  }
}

}  // namespace
}  // namespace linter::checks::policy
