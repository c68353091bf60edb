#include "linter/checks/policy/policy_set.h"

#include <gtest/gtest.h>

#include "linter/base/files.h"
#include "linter/packs/load.h"
#include "tests/unit/policy/readings.h"

namespace linter::checks::policy {
namespace {

using findings::Severity;

struct PolicyRow {
  const char* name;
  const char* rule;                 // without "rule: r, message: m"
  std::vector<std::string> errors;  // one that ends in * is how the error begins
};

std::vector<std::string> errors_of(std::string_view rule) {
  // The rule stands on line 3, its own keys from column 29 on.
  tests::PolicyRun run("pack: p\nrules:\n  - {rule: r, message: m!,  " + std::string(rule) + "}\n");
  std::vector<std::string> lines;
  for (const base::Error& error : run.errors()) lines.push_back(tests::line_of(error));
  return lines;
}

TEST(PolicySet, fragments_of_a_file_come_before_those_of_its_pack) {
  const auto files = base::memory({
      {"/p/pack.yaml", "pack: p\n"},
      {"/p/shared.yaml", "fragments: {part: 'skin|lips', whole: 'your {{part}}'}\n"},
      {"/p/a.yaml",
       "fragments: {part: hair}\nrules:\n"
       "  - {rule: own, kind: existence, message: m, patterns: ['{{whole}} glows']}\n"},
      {"/p/b.yaml",
       "rules:\n"
       "  - {rule: shared, kind: existence, message: m, patterns: ['{{whole}} glows']}\n"
       "  - {rule: unknown, kind: existence, message: m, patterns: ['{{whoel}} glows']}\n"},
  });
  auto loaded = packs::load_pack(*files, "/p");
  ASSERT_TRUE(loaded.errors.empty());
  std::vector<packs::Pack> packs;
  packs.push_back(std::move(loaded.value));
  tests::PolicyRun run(std::move(packs));
  ASSERT_EQ(run.errors().size(), 1U);
  EXPECT_EQ(tests::line_of(run.errors()[0]),
            "/p/b.yaml:3:61 bad-value: there is no fragment 'whoel' in this file or its pack (did "
            "you mean 'whole'?)");
  EXPECT_EQ(run.lines("Your hair glows. Your skin glows."),
            (std::vector<std::string>{"1:1 p.own: m", "1:18 p.shared: m"}));
}

// Whoever mends one fault should not be told of the next only then.
TEST(PolicySet, says_all_that_is_wrong_with_a_rule) {
  EXPECT_EQ(errors_of("kind: existence, patterns: ['('], severity: loud, colour: red"),
            (std::vector<std::string>{
                "pack.yaml:3:73 bad-value: 'rules[0].severity' cannot be 'loud'; it is one of "
                "suggestion, warning, error",
                "pack.yaml:3:79 unknown-key: the key 'r.colour' is not known",
                "pack.yaml:3:57 bad-pattern: the pattern '(' is broken at character 2: unmatched "
                "marking parenthesis ( or \\("}));
  EXPECT_EQ(errors_of("kind: sequence, tokens: [{words: [a b]}], topic: skin"),
            (std::vector<std::string>{
                "pack.yaml:3:78 bad-value: the topic 'skin' is not declared: add it under 'topics' "
                "in pack.yaml",
                "pack.yaml:3:63 bad-value: 'a b' is more than one word: each word and each hyphen "
                "is a token of its own"}));
  // What is missing is said once.
  EXPECT_EQ(errors_of("kind: existence, severity: loud, patterns: {a: b}").size(), 2U);
  EXPECT_EQ(errors_of("kind: existence, patterns: 7x, examples: 1, context: never").size(), 2U);
}

TEST(PolicySet, says_what_is_wrong_with_a_rule_and_where) {
  const std::vector<PolicyRow> rows = {
      {"unknown kind",
       "kind: existance, patterns: [x]",
       {"pack.yaml:3:35 unknown-kind: there is no rule kind 'existance' (did you mean "
        "'existence'?); it is one of "
        "existence, substitution, occurrence, repetition, consistency, variants, conditional, "
        "capitalization, metric, required, "
        "sequence, claim, agreement, effect"}},
      {"unknown key of a kind",
       "kind: existence, pattern: [x]",
       {"pack.yaml:3:46 unknown-key: the key 'r.pattern' is not known (did you mean 'patterns'?)"}},
      {"nothing to look for",
       "kind: existence",
       {"pack.yaml:3:5 missing-key: a rule of kind existence needs one of patterns, phrases"}},
      {"a broken pattern",
       "kind: existence, patterns: [a, 'b(']",
       {"pack.yaml:3:60 bad-pattern: the pattern 'b(' is broken at character 3: *"}},
      {"an unknown fragment",
       "kind: existence, patterns: ['{{who}} is safe']",
       {"pack.yaml:3:57 bad-value: there is no fragment 'who' in this file or its pack"}},
      {"an unknown placeholder",
       "kind: existence, patterns: [x], severity: error, about: '{x}'",
       {}},
      {"an unknown place",
       "kind: existence, patterns: [x], scope: heding",
       {"pack.yaml:3:68 bad-value: 'r.scope' cannot be 'heding' (did you mean 'heading'?); it is "
        "one of title, heading, "
        "body, paragraph, list, table, quote, caption, alt-text, summary, footnote, link-text"}},
      {"an unknown category",
       "kind: existence, patterns: [x], context: {silent: negatd}",
       {"pack.yaml:3:79 bad-value: 'r.context.silent' cannot be 'negatd' (did you mean "
        "'negated'?); it is one of default, "
        "negated, hedged, certain, universal, excepted, frequent, infrequent, approximate, "
        "conditional, attributed, "
        "quoted, testimonial, myth, question, advice, warned, compared, historical, hypothetical"}},
      {"fix where nothing is swapped",
       "kind: existence, patterns: [x], fix: safe",
       {"pack.yaml:3:61 unknown-key: the key 'r.fix' is not known"}},
      {"nothing to swap", "kind: substitution", {"pack.yaml:3:5 missing-key: 'r.swap' is missing"}},
      {"a broken swap",
       "kind: substitution, swap: {'[': x}",
       {"pack.yaml:3:56 bad-pattern: the pattern '[' is broken at character 2: *"}},
      {"a replacement by a group that the expression lacks",
       "kind: substitution, swap: {'(a)(?<b>b)(?:c)': ['$1 $2 ${b}', '$3 ${c}']}",
       {"pack.yaml:3:90 bad-value: the replacement refers to $3, but its expression has 2 groups",
        "pack.yaml:3:90 bad-value: the replacement refers to ${c}, but its expression has 2 "
        "groups"}},
      {"a fix of another kind",
       "kind: substitution, swap: {a: b}, fix: always",
       {"pack.yaml:3:68 bad-value: 'r.fix' cannot be 'always'; it is one of safe"}},
      {"no limit",
       "kind: occurrence, patterns: [x]",
       {"pack.yaml:3:5 missing-key: a rule of kind occurrence needs one of max, min"}},
      {"nothing to count",
       "kind: occurrence, max: 1",
       {"pack.yaml:3:5 missing-key: a rule of kind occurrence needs patterns or phrases"}},
      {"limits that exclude each other",
       "kind: occurrence, phrases: x, min: 3, max: 1",
       {"pack.yaml:3:64 bad-value: 'min' is greater than 'max'"}},
      {"one form only",
       "kind: consistency, either: [[a]]",
       {"pack.yaml:3:57 bad-value: 'r.either[0]' needs at least 2 in its list"}},
      {"a use without an introduction",
       "kind: conditional, if: x",
       {"pack.yaml:3:5 missing-key: 'r.then' is missing"}},
      {"an unknown style",
       "kind: capitalization, style: camel",
       {"pack.yaml:3:58 bad-value: 'r.style' cannot be 'camel'; it is one of sentence, title, "
        "upper, lower"}},
      {"more than all words",
       "kind: capitalization, style: title, threshold: 2",
       {"pack.yaml:3:76 bad-value: 'threshold' is a share, between 0 and 1"}},
      {"an unknown metric",
       "kind: metric, metric: flesh_reading_ease, below: 60",
       {"pack.yaml:3:51 bad-value: 'r.metric' cannot be 'flesh_reading_ease' (did you mean "
        "'flesch_reading_ease'?); it is "
        "one of flesch_reading_ease, flesch_kincaid_grade, gunning_fog, coleman_liau, "
        "automated_readability, smog, lix, "
        "words, sentences, paragraphs, characters, headings, words_per_sentence, "
        "words_per_paragraph, "
        "sentences_per_paragraph, syllables_per_word"}},
      {"no value would do",
       "kind: metric, metric: words, below: 9, above: 3",
       {"pack.yaml:3:5 bad-value: 'below' is greater than 'above': no value would do"}},
      {"scope for headings",
       "kind: metric, metric: headings, below: 9, scope: title",
       {"pack.yaml:3:78 bad-value: 'scope' does not go with the metric headings"}},
      {"always in a section",
       "kind: required, must: x, always: true, within: section",
       {"pack.yaml:3:62 bad-value: 'always' goes with 'within: article' only"}},
      {"never",
       "kind: required, must: x, always: false",
       {"pack.yaml:3:62 bad-value: without 'when', 'always' must be true"}},
      {"neither when nor always",
       "kind: required, must: x",
       {"pack.yaml:3:5 missing-key: a rule of kind required needs one of when, always"}},
      {"a token that is nothing",
       "kind: sequence, tokens: [{skip: 2}]",
       {"pack.yaml:3:54 missing-key: 'r.tokens[0]' needs one of word, words, part, not_part"}},
      {"an unknown part of speech",
       "kind: sequence, tokens: [{part: nuon}]",
       {"pack.yaml:3:61 bad-value: 'r.tokens[0].part' cannot be 'nuon' (did you mean 'noun'?); it "
        "is one of *"}},
      {"words in one token",
       "kind: sequence, tokens: [{words: [as well]}]",
       {"pack.yaml:3:63 bad-value: 'as well' is more than one word: each word and each hyphen is a "
        "token of its own"}},
      {"only what may be missing",
       "kind: sequence, tokens: [{words: [a], optional: true}, {words: [b], negate: true}]",
       {"pack.yaml:3:53 bad-value: a sequence needs a token that is neither negated, optional, nor "
        "beside"}},
      {"an example in no format",
       "kind: existence, phrases: x, examples: {bad: {text: x, format: morse}}",
       {"pack.yaml:3:74 bad-value: an example cannot be in the format 'morse'"}},
      {"several faults",
       "kind: existence, patterns: ['(', '['], scope: no, word_bounded: 3",
       {"pack.yaml:3:75 bad-value: 'r.scope' cannot be 'no'; it is one of title, heading, body, "
        "paragraph, list, table, "
        "quote, caption, alt-text, summary, footnote, link-text",
        "pack.yaml:3:93 wrong-type: 'r.word_bounded' must be true or false, without quotes, not "
        "'3'",
        "pack.yaml:3:57 bad-pattern: *", "pack.yaml:3:62 bad-pattern: *"}},
  };
  for (const PolicyRow& row : rows) {
    SCOPED_TRACE(row.name);
    const auto errors = errors_of(row.rule);
    ASSERT_EQ(errors.size(), row.errors.size());
    for (std::size_t i = 0; i < errors.size(); ++i) {
      const std::string& wanted = row.errors[i];
      if (wanted.ends_with('*')) {
        EXPECT_TRUE(errors[i].starts_with(wanted.substr(0, wanted.size() - 1))) << errors[i];
      } else {
        EXPECT_EQ(errors[i], wanted);
      }
    }
  }
}

TEST(PolicySet, placeholders_are_those_of_the_kind) {
  tests::PolicyRun run(
      "pack: p\nrules:\n"
      "  - {rule: a, kind: existence, patterns: [(x), y], message: '{match} {1} {suggestion}'}\n"
      "  - {rule: b, kind: sequence, tokens: [{words: [x], capture: thing}], message: '{thing} "
      "{match}'}\n");
  ASSERT_EQ(run.errors().size(), 1U);
  EXPECT_EQ(tests::line_of(run.errors()[0]),
            "pack.yaml:3:61 bad-value: the placeholder {suggestion} is not known; this kind has "
            "{match}, {1}");
  EXPECT_EQ(run.set().rules().size(), 1U);
}

TEST(PolicySet, good_rules_run_beside_bad_ones) {
  tests::PolicyRun run(
      "pack: p\nrules:\n  - {rule: bad, kind: existence, patterns: '(', message: m}\n"
      "  - {rule: good, kind: existence, phrases: peel, message: m}\n");
  EXPECT_EQ(run.errors().size(), 1U);
  EXPECT_EQ(run.texts("A peel."), std::vector<std::string>{"peel"});
}

constexpr const char* judged = R"(
pack: p
jurisdictions: {us: {name: US}, uk: {name: UK}}
rules:
  - {rule: everywhere, kind: existence, phrases: a1, message: m, severity: error}
  - {rule: in-one, kind: existence, phrases: a2, message: m, severity: error, jurisdictions: us}
  - {rule: in-two, kind: existence, phrases: a3, message: m, severity: error, jurisdictions: [us, uk]}
  - {rule: mild, kind: existence, phrases: a4, message: m, severity: suggestion, jurisdictions: us}
)";

std::string severities(const PolicyOptions& options) {
  tests::PolicyRun run(judged, options);
  EXPECT_TRUE(run.errors().empty());
  std::string out;
  for (const Rule& rule : run.set().rules())
    out += rule.off ? "off " : std::string(findings::name(rule.severity)) + " ";
  return out;
}

TEST(PolicySet, an_error_holds_where_its_jurisdiction_does) {
  EXPECT_EQ(severities({}), "error warning error suggestion ");
  EXPECT_EQ(severities({.jurisdictions = {"us"}}), "error error error suggestion ");
  EXPECT_EQ(severities({.jurisdictions = {"uk"}}), "error warning error suggestion ");
  EXPECT_EQ(severities({.jurisdictions = {"eu"}}), "error warning warning suggestion ");
}

TEST(PolicySet, the_configuration_has_the_last_word) {
  EXPECT_EQ(severities({.levels = {{"p", Level::suggestion}}}),
            "suggestion suggestion suggestion suggestion ");
  EXPECT_EQ(severities({.levels = {{"p", Level::off}, {"p.in-one", Level::error}}}),
            "off error off off ");
  EXPECT_EQ(
      severities({.levels = {{"p.mild", Level::warning}, {"spelling.unknown-word", Level::off}}}),
      "error warning error warning ");
}

TEST(PolicySet, what_is_off_finds_nothing) {
  tests::PolicyRun run(judged, {.levels = {{"p", Level::off}, {"p.mild", Level::error}}});
  EXPECT_EQ(run.lines("a1 a2 a3 a4"), std::vector<std::string>{"1:10 p.mild: m"});
}

TEST(PolicySet, a_pack_in_a_language_keeps_to_it) {
  tests::PolicyRun run(
      "pack: p\nlanguage: en-GB\nrules:\n  - {rule: r, kind: existence, phrases: gift, message: "
      "m}\n");
  EXPECT_EQ(run.texts("A gift.").size(), 1U);
  EXPECT_EQ(run.texts("---\nlanguage: en-US\n---\nA gift.").size(), 1U);
  EXPECT_EQ(run.texts("---\nlanguage: de\n---\nEin gift.").size(), 0U);
}

TEST(PolicySet, rules_tell_of_themselves) {
  tests::PolicyRun run(
      "pack: p\nnotice: No advice.\nrules:\n  - {rule: r, kind: existence, phrases: x, message: "
      "'No {match}.', why: w, "
      "instead: i, stet: never, since: 3, examples: {bad: x, good: [y, {text: z}]}, links: "
      "'https://example.org'}\n");
  ASSERT_EQ(run.set().infos().size(), 1U);
  const RuleInfo info = run.set().infos()[0];
  EXPECT_EQ(info.id, "p.r");
  EXPECT_EQ(info.about, "No {match}.");
  EXPECT_EQ(info.kind, "existence");
  EXPECT_EQ(info.pack, "p");
  EXPECT_EQ(info.notice, "No advice.");
  EXPECT_TRUE(info.stet_never);
  EXPECT_EQ(info.since, 3U);
  EXPECT_EQ(info.bad, std::vector<std::string>{"x"});
  EXPECT_EQ(info.good, (std::vector<std::string>{"y", "z"}));
  EXPECT_EQ(run.set().rule_named("p.r")->info.why, "w");
  EXPECT_EQ(run.set().rule_named("p.q"), nullptr);
}

TEST(PolicySet, triggers_begin_where_they_are_told) {
  tests::PolicyRun run(
      "pack: p\nrules:\n  - {rule: r, kind: existence, phrases: [peel, laser], message: m}\n",
      {.first_trigger = 1000});
  ASSERT_FALSE(run.set().atoms().empty());
  for (const lexicon::Atom& atom : run.set().atoms()) {
    EXPECT_GE(atom.trigger, 1000U);
    EXPECT_LT(atom.trigger, 1000U + run.set().trigger_count());
  }
  EXPECT_EQ(run.texts("A peel.").size(), 1U);
}

TEST(PolicySet, an_empty_set_finds_nothing) {
  const PolicySet set;
  EXPECT_TRUE(set.rules().empty());
  tests::PolicyRun run(std::vector<packs::Pack>{});
  EXPECT_TRUE(run.lines("A painless peel, isn't it?").empty());
}

}  // namespace
}  // namespace linter::checks::policy
