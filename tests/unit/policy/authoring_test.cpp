#include "linter/checks/policy/authoring.h"

#include <gtest/gtest.h>

#include "linter/packs/load.h"
#include "tests/unit/policy/readings.h"

namespace linter::checks::policy {
namespace {

// A pack with the set and the workbench that its rules run on.
struct Desk {
  explicit Desk(std::string_view yaml, const PolicyOptions& options = {})
      : packs{tests::read_pack(yaml).value},
        set(std::move(PolicySet::compile(packs, options).value)) {}

  [[nodiscard]] Workbench workbench() const {
    return {set, tests::english(), tests::english_cues()};
  }

  std::vector<packs::Pack> packs;
  PolicySet set;
};

constexpr const char* pack = R"(pack: demo
version: 2
about: For tests.
category: claim
notice: No advice.
jurisdictions: {uk: {name: UK}}
rules:
  - rule: painless
    kind: existence
    message: "“{match}” promises that nothing hurts."
    about: what does not hurt
    why: It may.
    instead: Most feel a little.
    patterns: [painless]
    except: ['painless death']
    source: {title: The Code, section: '12', url: 'https://example.org', date: 2026-11-20}
    jurisdictions: uk
    links: 'https://example.org/more'
    stet: never
    examples:
      bad:
        - A painless peel.
        - It is not painless.
        - {text: "Painless, painless.", count: 3}
      good:
        - A painless death.
        - A painless laser.
  - rule: long
    kind: existence
    message: m
    patterns: ['\w{9,} \w{9,}']
)";

TEST(RunExamples, says_which_do_not_hold_and_why) {
  const Desk desk(pack);
  const ExamplesReport report = run_examples(desk.packs, desk.workbench());
  EXPECT_EQ(report.rules, 2U);
  EXPECT_EQ(report.results.size(), 5U);
  EXPECT_EQ(report.failures, 3U);
  ASSERT_EQ(report.few.size(), 2U);
  EXPECT_EQ(report.few[1].rule, "demo.long");
  EXPECT_EQ(
      rendered(report),
      "pack.yaml:23:11: demo.painless: bad example 2 is not flagged\n"
      "    | It is not painless.\n"
      "    silent on “painless”: negated by “not”\n"
      "pack.yaml:24:11: demo.painless: bad example 3 gives 2 findings, not 3: “Painless”, "
      "“painless”\n"
      "    | Painless, painless.\n"
      "pack.yaml:27:11: demo.painless: good example 2 is flagged: “painless”\n"
      "    | A painless laser.\n"
      "pack.yaml:8:5: demo.painless: 3 bad and 2 good examples, too few: a claim rule needs 4 "
      "of each\n"
      "pack.yaml:28:5: demo.long: no bad and no good examples, too few: a claim rule needs 4 "
      "of each\n"
      "2 rules, 5 examples, 3 do not hold; 2 rules with too few\n");
}

TEST(RunExamples, wants_one_of_each_of_what_is_no_claim) {
  const Desk desk(
      "pack: p\nrules:\n"
      "  - {rule: a, kind: existence, phrases: x, message: m, examples: {bad: x, good: y}}\n"
      "  - {rule: b, kind: existence, phrases: x, message: m, examples: {bad: [x, An x.]}}\n");
  EXPECT_EQ(
      rendered(run_examples(desk.packs, desk.workbench())),
      "pack.yaml:4:5: p.b: 2 bad and no good examples, too few: it needs one of each at least\n"
      "2 rules, 4 examples, all hold; 1 rule with too few\n");
}

TEST(RunExamples, an_example_that_cannot_be_read_is_an_error) {
  const Desk desk(
      "pack: p\nrules:\n  - {rule: r, kind: existence, phrases: x, message: m,\n     examples: "
      "{good: \"---\\na: [\\n---\\n\"}}\n");
  const ExamplesReport report = run_examples(desk.packs, desk.workbench());
  ASSERT_EQ(report.errors.size(), 1U);
  EXPECT_EQ(report.errors[0].file, "pack.yaml");
  EXPECT_EQ(report.errors[0].line, 4U);
  EXPECT_EQ(report.failures, 1U);
}

TEST(TryText, says_what_speaks_and_what_is_silent) {
  const Desk desk(pack);
  EXPECT_EQ(rendered(try_text("A painless peel. It is not painless, no painless death.",
                              desk.workbench())),
            "demo.painless  warning  “painless”\n"
            "    “painless” promises that nothing hurts.\n"
            "demo.painless  silent  “painless”\n"
            "    negated by “not”\n"
            "demo.painless  silent  “painless”\n"
            "    excepted by “painless death”\n");
  EXPECT_EQ(rendered(try_text("Nothing.", desk.workbench())), "no rule matches\n");
}

TEST(TryText, names_the_rule_that_speaks_instead) {
  const Desk desk(
      "pack: p\nrules:\n"
      "  - {rule: a, kind: existence, phrases: safe, message: a, family: f}\n"
      "  - {rule: b, kind: existence, phrases: completely safe, message: b, family: f, severity: "
      "error}\n"
      "  - {rule: c, kind: existence, phrases: safe, message: c, context: {only: question}}\n");
  EXPECT_EQ(rendered(try_text("Completely safe.", desk.workbench())),
            "p.b  error  “Completely safe”\n    b\n"
            "p.a  silent  “safe”\n    another rule speaks of “Completely safe”\n"
            "p.c  silent  “safe”\n    in none of the categories that it asks for\n");
}

TEST(TryText, keeps_suggestions_from_words_that_a_warning_is_about) {
  const Desk desk(
      "pack: p\ncategory: claim\nrules:\n"
      "  - {rule: a, kind: existence, phrases: safe, message: a, severity: suggestion}\n"
      "  - {rule: e, kind: existence, phrases: completely safe, message: e, severity: suggestion, "
      "category: wording}\n"
      "  - {rule: b, kind: existence, phrases: completely safe, message: b}\n"
      "  - {rule: c, kind: existence, phrases: safe today, message: c, severity: suggestion}\n"
      "  - {rule: d, kind: existence, phrases: completely, message: d}\n");
  EXPECT_EQ(rendered(try_text("Completely safe today. Safe.", desk.workbench())),
            "p.d  warning  “Completely”\n    d\n"
            "p.b  warning  “Completely safe”\n    b\n"
            "p.e  suggestion  “Completely safe”\n    e\n"
            "p.a  silent  “safe”\n    another rule speaks of “Completely safe”\n"
            "p.c  suggestion  “safe today”\n    c\n"
            "p.a  suggestion  “Safe”\n    a\n");
}

TEST(Listing, shows_packs_and_rules) {
  const Desk desk(pack, {.levels = {{"demo.long", Level::off}}});
  EXPECT_EQ(listing(desk.packs, desk.set),
            "demo 2: For tests.\n"
            "  demo.painless  warning     existence       what does not hurt (uk, cannot be "
            "silenced in an article)\n"
            "  demo.long      off         existence       m\n");
  const Desk on(pack);
  EXPECT_NE(
      listing(on.packs, on.set).find("m (tried on every block: no word of its pattern is certain)"),
      std::string::npos);
}

TEST(Explanation, says_all_that_a_rule_says) {
  const Desk desk(pack);
  EXPECT_EQ(explanation(desk.set.infos()[0]), R"(demo.painless
warning, claim, kind existence, since version 1 of demo

what does not hurt

Why
    It may.

Instead
    Most feel a little.

Flagged
    A painless peel.
    It is not painless.
    Painless, painless.

Not flagged
    A painless death.
    A painless laser.

Source
    The Code, 12, https://example.org (seen 2026-11-20)

Jurisdictions
    uk

Further reading
    https://example.org/more

Stet
    This rule cannot be silenced in an article.

Note
    No advice.
)");
  RuleInfo bare;
  bare.id = "spelling.unknown-word";
  bare.about = "a word that no dictionary has";
  bare.category = findings::Category::spelling;
  EXPECT_EQ(explanation(bare),
            "spelling.unknown-word\nwarning, spelling\n\na word that no dictionary has\n");
}

TEST(NewPack, works_as_it_is) {
  const std::string text = new_pack("my-clinic");
  const auto loaded = tests::read_pack(text);
  EXPECT_TRUE(loaded.errors.empty());
  EXPECT_EQ(loaded.value.id, "my-clinic");
  const Desk desk(text);
  const ExamplesReport report = run_examples(desk.packs, desk.workbench());
  EXPECT_EQ(report.rules, 1U);
  EXPECT_EQ(report.failures, 0U) << rendered(report);
  EXPECT_TRUE(report.few.empty()) << rendered(report);
}

TEST(CuesOf, reports_faults_with_their_file) {
  const auto files =
      linter::base::memory({{"p/pack.yaml", "pack: p\n"},
                            {"p/c.yaml", "cues:\n  - {category: nonsense, phrases: [x]}\n"}});
  const std::vector<packs::Pack> packs{packs::load_pack(*files, "p").value};
  const auto cues = cues_of(packs);
  ASSERT_EQ(cues.errors.size(), 1U);
  EXPECT_EQ(cues.errors[0].file, "p/c.yaml");
  EXPECT_EQ(cues.errors[0].line, 2U);
}

}  // namespace
}  // namespace linter::checks::policy
