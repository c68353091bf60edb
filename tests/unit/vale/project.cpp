// What a project has beside its styles: .vale.ini, vocabularies, comments.
#include "linter/vale/project.h"

#include <gtest/gtest.h>

#include "linter/prose/formats.h"
#include "linter/vale/ini.h"
#include "linter/vale/switches.h"

namespace {

namespace vale = linter::vale;
namespace base = linter::base;
using Texts = std::vector<std::string>;

TEST(Ini, sections_comments_and_long_lines) {
  const auto sections = vale::read_ini(
      "\xEF\xBB\xBF; above\nStylesPath = a # b\r\nVocab=x, \\\n  y\n[ *.md ]\nkey : 'a b'\nalone\n"
      "[a#b]\nk = a#b\n");
  ASSERT_EQ(sections.size(), 3U);
  ASSERT_EQ(sections[0].entries.size(), 2U);
  EXPECT_EQ(sections[0].entries[0].value, "a");
  EXPECT_EQ(vale::comma_list(sections[0].entries[1].value), (Texts{"x", "y"}));
  EXPECT_EQ(sections[0].entries[1].line, 3U);
  EXPECT_EQ(sections[1].name, "*.md");
  EXPECT_EQ(sections[1].line, 5U);
  EXPECT_EQ(sections[1].entries[0].value, "a b");
  EXPECT_EQ(sections[1].entries[1].key, "alone");
  EXPECT_EQ(sections[2].entries[0].value, "a#b");
}

TEST(Paths, of_globs) {
  struct Row {
    std::string glob;
    Texts wanted;
  };
  const Row rows[] = {
      {"*.md", {"*.md"}},
      {"*.{md,txt}", {"*.md", "*.txt"}},
      {"docs/*.md", {"docs/**/*.md"}},
      {"./docs/**", {"docs/**"}},
      {"docs/**/*.md", {"docs/**/*.md"}},
      {"{a,b}/{c,d}.md", {"a/c.md", "a/d.md", "b/c.md", "b/d.md"}},
      {"README.md", {"README.md"}},
      {"!(a|b).md", {}},
      {"{a.md", {"{a.md"}},
  };
  for (const Row& row : rows) EXPECT_EQ(vale::path_patterns(row.glob), row.wanted) << row.glob;
  std::string many = "x";
  for (int i = 0; i < 30; ++i) many += "{a,b}";
  EXPECT_LE(vale::path_patterns(many).size(), 100U);
}

TEST(Words, of_expressions) {
  struct Row {
    std::string expression;
    std::optional<Texts> wanted;
  };
  const Row rows[] = {
      {"GitHub", Texts{"GitHub"}},
      {"[Gg]it", Texts{"Git", "git"}},
      {"colou?r", Texts{"colour", "color"}},
      {"café?", Texts{"café", "caf"}},
      {"(?:a|b)c", Texts{"ac", "bc"}},
      {"Node\\.js", Texts{"Node.js"}},
      {"don't stop", Texts{"don't stop"}},
      {"\\w+", std::nullopt},
      {"a*", std::nullopt},
      {"[a-z]", std::nullopt},
      {"(a", std::nullopt},
      {"a)", std::nullopt},
      {"[ab][ab][ab][ab][ab][ab][ab]", std::nullopt},
      {std::string(5000, '('), std::nullopt},
  };
  for (const Row& row : rows)
    EXPECT_EQ(vale::all_texts_of(row.expression), row.wanted) << row.expression;
}

TEST(Vocabularies, of_both_places) {
  const auto files = base::memory({{"styles/config/vocabularies/A/accept.txt", "[Aa]a\n# no\n\n"},
                                   {"styles/Vocab/B/accept.txt", "(?i)BB\nc+\n"},
                                   {"styles/Vocab/B/reject.txt", "bad\nbad\n(\n"}});
  vale::Settings settings;
  settings.file = ".vale.ini";
  settings.styles_path = "styles";
  settings.vocabularies = {"A", "B", "C"};
  std::vector<vale::Note> notes;
  const auto vocabulary = vale::read_vocabulary(*files, settings, notes);
  EXPECT_EQ(vocabulary.words, (Texts{"Aa", "aa", "bb"}));
  ASSERT_EQ(vocabulary.rules.rules.size(), 1U);
  EXPECT_EQ(vocabulary.rules.rules[0].body.find("patterns")->items.size(), 1U);
  ASSERT_EQ(notes.size(), 3U);
  EXPECT_EQ(notes[0],
            (vale::Note{"styles/Vocab/B/accept.txt", 2,
                        "“c+” is not brought over: a word list of galley's has words, one "
                        "a line"}));
  EXPECT_EQ(notes[1].line, 3U);
  EXPECT_EQ(notes[2].text, "the vocabulary “C” is not below styles");
}

TEST(Switches, ranges_and_stets) {
  const std::string bytes =
      "<!-- vale off -->\n\none\n\n<!-- vale on -->\n\n<!-- vale A.B = NO -->\n\ntwo\n\n"
      "<!-- vale A.B = YES -->\n\n<!-- vale A.C = NO -->\n\nthree\n";
  const auto source = linter::source::make_source("a.md", bytes);
  ASSERT_TRUE(source);
  linter::prose::Article article;
  ASSERT_TRUE(linter::prose::format_for_path("a.md")->read(*source, {}, article));
  auto ranges = vale::off_ranges(bytes, article);
  ASSERT_EQ(ranges.size(), 3U);
  EXPECT_EQ(ranges[0].rule, "");
  EXPECT_EQ(ranges[1].rule, "A.B");
  EXPECT_EQ(ranges[1].line, 7U);
  EXPECT_EQ(ranges[2].on.begin, bytes.size());
  ranges[0].rules = {"a.x", "a.y"};
  ranges[2].rules = {"a.c"};
  std::vector<vale::Note> notes;
  const auto fixes = vale::stets_for(bytes, "a.md", ranges, notes);
  EXPECT_EQ(linter::fixes::applied(bytes, fixes),
            "<!-- stet-begin a.x, a.y: was switched off in Vale -->\n\none\n\n<!-- stet-end -->\n\n"
            "<!-- vale A.B = NO -->\n\ntwo\n\n<!-- vale A.B = YES -->\n\n"
            "<!-- stet-begin a.c: was switched off in Vale -->\n\nthree\n\n<!-- stet-end -->\n");
  EXPECT_TRUE(notes.empty());
}

TEST(Switches, interlaced_ones_are_left_alone) {
  const std::string bytes =
      "<!-- vale off -->\n\none\n\n<!-- vale A.B = NO -->\n\ntwo\n\n<!-- vale on -->\n\nthree\n\n"
      "<!-- vale A.B = YES -->\n";
  const auto source = linter::source::make_source("a.md", bytes);
  linter::prose::Article article;
  ASSERT_TRUE(linter::prose::format_for_path("a.md")->read(*source, {}, article));
  auto ranges = vale::off_ranges(bytes, article);
  ASSERT_EQ(ranges.size(), 2U);
  for (auto& range : ranges) range.rules = {"a.b"};
  std::vector<vale::Note> notes;
  EXPECT_TRUE(vale::stets_for(bytes, "a.md", ranges, notes).empty());
  EXPECT_EQ(notes.size(), 2U);
}

TEST(AcceptedWords, are_exceptions_of_rules_that_report_them) {
  std::vector<vale::Note> lost;
  vale::Style style;
  for (const char* text :
       {"extends: existence\nmessage: x\ntokens: ['\\w+ly', very]\nexceptions: [only]\n",
        "extends: existence\nmessage: x\ntokens: [other]\n",
        "extends: capitalization\nmessage: x\nmatch: $sentence\n"})
    style.rules.push_back(*vale::read_rule(text, "a.yml", lost));
  vale::except_words(style, Texts{"family", "API", "C++ly"});
  EXPECT_EQ(style.rules[0].body.find("except")->items.size(), 2U);
  EXPECT_EQ(style.rules[1].body.find("except"), nullptr);
  EXPECT_EQ(style.rules[2].body.find("exceptions")->items.size(), 2U);
}

}  // namespace
