// The check as a whole: long blocks, slow patterns, places in the source, the corpus pass.
#include <algorithm>
#include <gtest/gtest.h>
#include <tuple>

#include "linter/checks/policy/matches.h"
#include "tests/unit/policy/readings.h"

namespace linter::checks::policy {
namespace {

std::string pack_of(const std::string& rule) {
  return "pack: p\nrules:\n  - {rule: r, message: m, " + rule + "}\n";
}

TEST(Matches, are_found_once_wherever_they_stand_in_a_long_block) {
  const base::Pattern pattern = base::Pattern::compile("needle( \\w+)?").value();
  for (const std::size_t size : {100U, 4090U, 4096U, 4100U, 9000U, 70000U}) {
    for (const std::size_t step : {97U, 509U, 4093U}) {
      std::string view(size, ' ');
      for (std::size_t i = 0; i + 1 < size; i += 2) view[i] = 'x';
      std::vector<std::uint32_t> wanted;
      for (std::size_t at = 5 - 1; at + 8 < size; at += step + step % 2) {
        view.replace(at, 6, "needle");
        view[at - 1] = view[at + 6] = ' ';
        wanted.push_back(static_cast<std::uint32_t>(at));
      }
      std::vector<std::uint32_t> found;
      std::int64_t steps = first_steps;
      base::PatternMemory memory;
      const auto error =
          for_each_match(pattern, memory, view, {0, static_cast<std::uint32_t>(size)}, steps,
                         [&](const base::Match& match) {
                           found.push_back(match.whole.begin);
                           EXPECT_TRUE(match.whole.of(view).starts_with("needle"));
                         });
      EXPECT_FALSE(error);
      EXPECT_EQ(found, wanted) << size << " " << step;
    }
  }
}

TEST(Matches, windows_cut_between_characters) {
  std::string view;
  while (view.size() < 20000) view += "é";
  const auto size = static_cast<std::uint32_t>(view.size());
  std::uint32_t begin = 0;
  while (begin < size) {
    const SearchWindow window = window_at(view, {0, size}, begin);
    EXPECT_LE(window.text.size(), window_size);
    EXPECT_GT(window.own_end, begin);
    EXPECT_EQ(window.own_end % 2, 0U);
    EXPECT_EQ(window.text.end % 2, 0U);
    begin = window.own_end;
  }
}

TEST(PolicyCheck, spans_are_the_bytes_of_the_file) {
  tests::PolicyRun run(pack_of("kind: existence, phrases: [pain free, it's so]"));
  const std::string text =
      "> a **pain\n> free** day &amp; it’s\u00A0so\r\n\r\n- x pain&#32;free\r\n";
  const auto result = run.check(text);
  ASSERT_EQ(result.findings.size(), 3U);
  EXPECT_EQ(result.findings[0].location.text, "pain\n> free");
  EXPECT_EQ(result.findings[1].location.text, "it’s\u00A0so");
  EXPECT_EQ(result.findings[2].location.text, "pain&#32;free");
  for (const auto& finding : result.findings)
    EXPECT_EQ(finding.location.span.of(text), finding.location.text);
}

TEST(PolicyCheck, a_pattern_that_is_too_slow_is_one_error_and_the_rest_goes_on) {
  tests::PolicyRun run(
      "pack: p\nrules:\n"
      "  - {rule: slow, message: m, kind: existence, patterns: '(?:x+x+)+y(?<=z)'}\n"
      "  - {rule: quick, message: m, kind: existence, phrases: peel}\n");
  ASSERT_TRUE(run.errors().empty());
  std::string text;
  for (int i = 0; i < 5; ++i) text += std::string(2000, 'x') + "y\n\nA peel.\n\n";
  const auto result = run.check(text);
  EXPECT_EQ(result.findings.size(), 5U);
  ASSERT_EQ(result.errors.size(), 1U);
  EXPECT_EQ(result.errors[0].code, base::ErrorCode::pattern_too_slow);
  EXPECT_EQ(result.errors[0].file, "example");
  EXPECT_TRUE(result.errors[0].message.starts_with(
      "the rule p.slow (pack.yaml:3) was not tried on the whole article: "))
      << result.errors[0].message;
}

// A pattern that takes many steps on each paragraph, and nowhere so many that it is given up at
// once.
TEST(PolicyCheck, a_slow_pattern_has_a_budget_for_the_article) {
  tests::PolicyRun run(
      "pack: p\nrules:\n"
      "  - {rule: slow, message: m, kind: existence,\n"
      "     patterns: '(?:\\w+ ){1,5}(?:\\w+ ){1,5}(?:\\w+ ){1,5}zebra(?<=zz)'}\n"
      "  - {rule: quick, message: m, kind: existence, phrases: peel}\n");
  ASSERT_TRUE(run.errors().empty());
  std::string paragraph;
  for (int i = 0; i < 300; ++i) paragraph += "many zebra ";
  paragraph += "A peel. A zebra.\n\n";
  EXPECT_TRUE(run.check(paragraph).errors.empty());
  std::string text;
  for (int i = 0; i < 200; ++i) text += paragraph;
  const auto result = run.check(text);
  EXPECT_EQ(result.findings.size(), 200U);
  ASSERT_EQ(result.errors.size(), 1U);
  EXPECT_EQ(result.errors[0].code, base::ErrorCode::pattern_too_slow);
}

// Blocks that come back are not looked through again.
TEST(PolicyCheck, a_block_that_comes_back_has_its_findings_where_it_stands) {
  tests::PolicyRun run(
      "pack: p\nrules:\n"
      "  - {rule: plain, message: m, kind: existence, phrases: a peel}\n"
      "  - {rule: swapped, message: m, kind: substitution, swap: {'very (good|bad)': 'quite $1'}}\n");
  ASSERT_TRUE(run.errors().empty());
  const std::string block = "A very good day for a peel, and a peel.\n\n";
  const std::string other = "A day for a mask.\n\n";
  const auto once = run.check(block);
  ASSERT_EQ(once.findings.size(), 3U);
  for (const std::string& text : {other + block + block, block + other + block}) {
    const auto result = run.check(text);
    ASSERT_EQ(result.findings.size(), 6U);
    for (const auto& finding : result.findings)
      EXPECT_EQ(finding.location.span.of(text), finding.location.text);
  }
}

TEST(PolicyCheck, many_slow_rules_stop_in_time) {
  std::string yaml = "pack: p\nrules:\n";
  for (int i = 0; i < 100; ++i)
    yaml += "  - {rule: r" + std::to_string(i) +
            ", message: m, kind: existence, patterns: '(?:x+x+)+y(?<=z)'}\n";
  tests::PolicyRun run(yaml);
  const auto result = run.check(std::string(3000, 'x') + "y");
  EXPECT_EQ(result.errors.size(), 20U);
}

TEST(PolicyCheck, one_rule_never_reports_overlapping_text) {
  tests::PolicyRun run(
      pack_of("kind: existence, patterns: [safe, 'safe and sound', 'sound', 'completely safe']"));
  EXPECT_EQ(run.texts("It is completely safe and sound."),
            (std::vector<std::string>{"completely safe", "sound"}));
  EXPECT_EQ(run.texts("It is safe and sound, safe, sound."),
            (std::vector<std::string>{"safe and sound", "safe", "sound"}));
}

// The participle is looked for first, and then what may stand before it.
TEST(PolicyCheck, a_sequence_is_found_with_all_that_may_stand_before_its_rarest_word) {
  tests::PolicyRun run(
      pack_of("kind: sequence, tokens: [{words: [the], negate: true, beside: true}, "
              "{words: [can]}, {words: [also], optional: true}, "
              "{part: [participle], not_part: [noun, adverb], skip: 1}]"));
  using Texts = std::vector<std::string>;
  const std::vector<std::pair<std::string, Texts>> rows{
      {"Can removed.", {"Can removed"}},
      {"It can removed.", {"can removed"}},
      {"It can also removed.", {"can also removed"}},
      {"It can quickly removed.", {"can quickly removed"}},
      {"It can also quickly removed, we can removed.", {"can also quickly removed", "can removed"}},
      {"It can also very quickly removed.", {}},
      {"The can removed.", {}},
      {"It can. Removed.", {}},
      {"It can", {}}};
  for (const auto& [text, found] : rows) EXPECT_EQ(run.texts(text), found) << text;
}

TEST(PolicyCheck, many_findings_in_one_block_stay_cheap) {
  tests::PolicyRun run(
      pack_of("kind: existence, patterns: [safe], except: ['not safe', 'safety']"));
  std::string text;
  for (int i = 0; i < 20000; ++i) text += i % 2 == 0 ? "safe " : "not safe ";
  EXPECT_EQ(run.check(text).findings.size(), 10000U);
}

TEST(PolicyCheck, claims_that_are_mended_together_are_one_remark) {
  tests::PolicyRun run(
      "pack: p\ncategory: claim\nrules:\n"
      "  - {rule: safe, message: m, kind: existence, family: safety, phrases: [safe, harmless]}\n"
      "  - {rule: quick, message: m, kind: existence, phrases: [quick]}\n"
      "  - {rule: cure, message: m, kind: existence, severity: error, phrases: [heals]}\n"
      "  - {rule: promise, message: m, kind: existence, severity: error, phrases: [always]}\n"
      "  - {rule: term, category: wording, message: m, kind: existence, phrases: [peels]}\n");
  struct Row {
    std::string text;
    std::vector<std::string> remarks;  // by finding, in report order; "-": it is none of any
  };
  const std::string clause = "safe and quick";
  const std::string family = "safe, and the nurse says that lasers are harmless";
  const std::vector<Row> rows = {
      {"Our peels are safe.", {"-", "-"}},
      {"They are safe and quick.", {clause, clause}},
      {"It is safe, and the nurse says that lasers are harmless.", {family, family}},
      {"It is safe, and the nurse says that lasers of the kind that we bought are now harmless.",
       {"-", "-"}},
      {"It is safe because the laser is quick.", {"-", "-"}},
      {"It is safe. It is harmless.", {"-", "-"}},
      {"It always heals.", {"-", "-"}},
      {"It always heals, safe and quick.",
       {"always heals, safe and quick", "-", "always heals, safe and quick",
        "always heals, safe and quick"}},
  };
  for (const Row& row : rows) {
    auto result = run.check(row.text);
    std::ranges::sort(result.findings, findings::before);
    std::vector<std::string> remarks;
    for (const auto& one : result.findings)
      remarks.push_back(one.remark ? one.remark->text : "-");
    EXPECT_EQ(remarks, row.remarks) << row.text;
  }
}

TEST(PolicyCheck, identity_does_not_depend_on_the_line) {
  tests::PolicyRun run(pack_of("kind: existence, phrases: peel"));
  const auto here = run.check("A peel heals.\n\nNext.");
  const auto there = run.check("First.\n\nMore of it.\n\nA Peel heals.");
  const auto other = run.check("Another peel heals.");
  ASSERT_EQ(here.findings.size(), 1U);
  EXPECT_EQ(here.findings[0].identity, there.findings[0].identity);
  EXPECT_NE(here.findings[0].identity, other.findings[0].identity);
}

TEST(PolicyCheck, a_fix_is_safe_only_where_the_text_is_verbatim) {
  tests::PolicyRun run(pack_of("kind: substitution, fix: safe, swap: {'in order to': to}"));
  const auto result = run.check("In order to rest, in *order* to rest.");
  ASSERT_EQ(result.findings.size(), 2U);
  EXPECT_TRUE(result.findings[0].safe_fix);
  EXPECT_FALSE(result.findings[1].safe_fix);
}

TEST(PolicyCheck, an_article_without_text_has_no_findings) {
  tests::PolicyRun run(pack_of("kind: required, always: true, must: x"));
  EXPECT_TRUE(run.lines("").empty());
  EXPECT_TRUE(run.lines("<!-- nothing -->").empty());
  EXPECT_EQ(run.lines("Text.").size(), 1U);
}

TEST(PolicyCheck, joined_words_wake_their_parts) {
  tests::PolicyRun run(pack_of("kind: existence, patterns: [clock, '1,000', 'brien', 'n']"));
  EXPECT_EQ(run.texts("Three o'clock."), std::vector<std::string>{"clock"});
  EXPECT_EQ(run.texts("O’Brien’s clock’s 1,000,000 rock'n'roll."),
            (std::vector<std::string>{"Brien", "clock", "1,000", "n"}));
}

// Articles of one corpus, judged together.
std::vector<std::string> corpus_lines(const std::string& rule,
                                      const std::vector<std::string>& articles) {
  const auto loaded = tests::read_pack(pack_of(rule));
  const std::vector<packs::Pack> packs{loaded.value};
  const auto set = PolicySet::compile(packs);
  EXPECT_TRUE(set.errors.empty());
  const auto check = make_policy(set.value);
  std::vector<Summary> summaries;
  Rehearsal rehearsal({set.value, tests::english(), tests::english_cues()}, nullptr);
  for (std::size_t i = 0; i < articles.size(); ++i) {
    auto result = rehearsal.check(articles[i], "markdown");
    for (Summary& summary : result->summaries) {
      summary.location.file = "article" + std::to_string(i);
      summaries.push_back(std::move(summary));
    }
  }
  std::ranges::sort(summaries, {}, [](const Summary& one) {
    return std::tuple(one.key, one.location.file, one.location.span.begin);
  });
  std::vector<findings::Finding> findings;
  check->check_corpus(summaries, findings);
  std::vector<std::string> lines;
  for (const findings::Finding& one : findings)
    lines.push_back(one.location.file + ":" + std::to_string(one.location.span.begin) + " " +
                    one.message + " -> " + one.suggestions[0] + " (" +
                    one.related[0].location.file + ")");
  return lines;
}

TEST(Consistency, judges_the_corpus_by_its_majority) {
  const auto pack =
      "kind: consistency, across: corpus, either: [[skincare, skin care], [e-mail, email]]";
  EXPECT_EQ(
      corpus_lines(pack, {"Skincare here.", "Your skin care, skin care.", "Skin care. An email."}),
      std::vector<std::string>{"article0:0 m -> Skin care (article1)"});
  EXPECT_EQ(corpus_lines(pack, {"An e-mail.", "An email.", "An e-mail."}),
            std::vector<std::string>{"article1:3 m -> e-mail (article0)"});
  EXPECT_TRUE(corpus_lines(pack, {"An e-mail.", "An email."}).empty());
  // within an article the article's own rules speak
  EXPECT_TRUE(corpus_lines(pack, {"Skincare here.", "Skincare.", "Skin care, skincare."}).empty());
  EXPECT_TRUE(corpus_lines(pack, {"Skincare.", "Skincare.", "Skin care, skincare, skin care."})
                  .empty());
  EXPECT_TRUE(corpus_lines(pack, {"An e-mail.", "An e-mail."}).empty());
}

}  // namespace
}  // namespace linter::checks::policy
