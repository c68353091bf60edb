// One Vale rule after another, and what becomes of it.
#include "linter/vale/rule.h"

#include <gtest/gtest.h>

#include "linter/base/yaml.h"

namespace {

namespace vale = linter::vale;
namespace yaml = linter::base::yaml;

struct Row {
  std::string name;
  std::string vale;   // without `message`
  std::string body;   // without `rule` and `message`
  std::string notes;  // a line each
};

std::string text_of(const std::vector<vale::Note>& notes) {
  std::string out;
  for (const vale::Note& note : notes) out += std::to_string(note.line) + ' ' + note.text + '\n';
  return out;
}

class Conversion : public testing::TestWithParam<Row> {};

TEST_P(Conversion, body_and_notes) {
  std::vector<vale::Note> lost;
  const auto rule =
      vale::read_rule("message: Say '%s'.\n" + GetParam().vale, "styles/House/Plain.yml", lost);
  ASSERT_TRUE(rule) << text_of(lost);
  auto body = rule->body;
  std::erase_if(body.entries, [](const auto& entry) {
    return entry.first.text == "rule" || entry.first.text == "message";
  });
  const auto wanted = yaml::parse(GetParam().body, "wanted");
  EXPECT_EQ(yaml::to_json(body), yaml::to_json(wanted.value));
  EXPECT_EQ(text_of(rule->notes), GetParam().notes);
  EXPECT_EQ(text_of(lost), "");
}

const Row rows[] = {
    {"existence", "extends: existence\ntokens: [very, 'quite\\s\\w+']\n",
     "kind: existence\nignore_case: false\npatterns:\n  - very\n  - quite\\s\\w+\n", ""},
    {"ignore_case_is_galleys_own", "extends: existence\nignorecase: true\ntokens: [very]\n",
     "kind: existence\npatterns:\n  - very\n", ""},
    {"level_link_and_description",
     "extends: existence\nlevel: error\nlink: https://example.org/style\ndescription: It is "
     "long.\nignorecase: true\ntokens: [very]\n",
     "kind: existence\nseverity: error\nwhy: It is long.\nlinks: https://example.org/style\n"
     "patterns:\n  - very\n",
     ""},
    {"raw_stands_before_the_tokens",
     "extends: existence\nignorecase: true\nraw: ['\\d+', '\\s']\ntokens: [cm, mm]\n",
     "kind: existence\nword_bounded: false\npatterns:\n  - '\\d+\\s\\b(?:cm|mm)\\b'\n", ""},
    {"raw_behind_with_append",
     "extends: existence\nignorecase: true\nappend: true\nnonword: true\nraw: ['!']\ntokens: "
     "[new]\n",
     "kind: existence\nword_bounded: false\npatterns:\n  - '(?:new)!'\n", ""},
    {"exceptions_mind_capitals",
     "extends: existence\nignorecase: true\ntokens: [very]\nexceptions: [Very Ltd]\n",
     "kind: existence\npatterns:\n  - very\nexcept:\n  - '(?-i:Very Ltd)'\n", ""},
    {"a_pattern_that_is_left_out",
     "extends: existence\nignorecase: true\ntokens:\n  - very\n  - '(?<=a+)b'\n",
     "kind: existence\npatterns:\n  - very\n",
     "6 the pattern “(?<=a+)b” is left out: invalid lookbehind assertion encountered in the "
     "regular "
     "expression (galley looks back over a fixed number of characters only)\n"},
    {"spaces_that_nobody_sees", "extends: existence\nignorecase: true\ntokens: ['\\.\\s{2}']\n",
     "kind: existence\npatterns:\n  - '\\.\\s{2}'\n",
     "4 the pattern “\\.\\s{2}” asks for several spaces, of which galley sees one, like a "
     "reader\n"},
    {"an_action_that_replaces",
     "extends: existence\nignorecase: true\ntokens: [url]\naction:\n  name: replace\n  params: "
     "[url, address]\n",
     "kind: substitution\nswap:\n  url:\n    - address\n", ""},
    {"an_action_that_edits",
     "extends: existence\nignorecase: true\ntokens: [url]\naction:\n  name: edit\n  params: "
     "[trim]\n",
     "kind: existence\npatterns:\n  - url\n",
     "6 the action “edit” is left out: the rule reports, and offers no correction\n"},
    {"named_groups_and_braces", "extends: existence\nignorecase: true\ntokens: ['(?P<x>a){{2}}']\n",
     "kind: existence\npatterns:\n  - '(?<x>a)\\{\\{2}}'\n", ""},
    {"substitution",
     "extends: substitution\nignorecase: true\nswap:\n  utilize: use\n  'in(?: the)? event': "
     "if|when\n"
     "  '(\\d+) bucks': '$1 dollars'\n  euro: 'EUR$'\n",
     "kind: substitution\nswap:\n  utilize: use\n  'in(?: the)? event':\n    - if\n    - when\n"
     "  '(\\d+) bucks': $1 dollars\n  euro: EUR$$\n",
     ""},
    {"substitution_without_word_edges",
     "extends: substitution\nnonword: true\nswap: {'\\.\\.\\.': …}\n",
     "kind: substitution\nignore_case: false\nword_bounded: false\nswap:\n  \\.\\.\\.: …\n", ""},
    {"occurrence_in_sentences", "extends: occurrence\nscope: sentence\nmax: 3\ntoken: ','\n",
     "kind: occurrence\nignore_case: false\nword_bounded: false\npatterns:\n  - ','\nmax: 3\n"
     "within: sentence\n",
     ""},
    {"occurrence_of_words_is_a_measure",
     "extends: occurrence\nscope: sentence\nmax: 30\ntoken: '\\b(\\w+)\\b'\n",
     "kind: metric\nmetric: words\nabove: 30\nwithin: sentence\n", ""},
    {"occurrence_of_characters_in_headings",
     "extends: occurrence\nscope: heading\nmax: 60\ntoken: .\n",
     "kind: metric\nmetric: characters\nabove: 60\nwithin: paragraph\nscope:\n  - title\n  - "
     "heading\n",
     ""},
    {"repetition", "extends: repetition\nalpha: true\ntokens: ['[^\\s]+']\n", "kind: repetition\n",
     ""},
    {"repetition_of_some_words",
     "extends: repetition\nmax: 1\ntokens: [very]\nexceptions: [very very]\n",
     "kind: repetition\ntokens:\n  - very\nmax: 2\nignore:\n  - very very\n", ""},
    {"consistency", "extends: consistency\nignorecase: true\neither: {advisor: adviser}\n",
     "kind: consistency\neither:\n  -\n    - advisor\n    - adviser\n", ""},
    {"conditional",
     "extends: conditional\nfirst: '\\b[A-Z]{3}\\b'\nsecond: '\\(([A-Z]{3})\\)'\nexceptions: "
     "[FDA]\n",
     "kind: conditional\nword_bounded: false\nif: '(\\b[A-Z]{3}\\b)'\nthen: '\\(([A-Z]{3})\\)'\n"
     "except:\n  - FDA\n",
     ""},
    {"capitalization",
     "extends: capitalization\nscope: heading\nmatch: $title\nstyle: Chicago\nthreshold: 0.5\n"
     "exceptions: [macOS]\n",
     "kind: capitalization\nstyle: title\nguide: chicago\nscope:\n  - title\n  - heading\n"
     "exceptions:\n  - macOS\nthreshold: 0.5\n",
     ""},
    {"capitalization_by_an_expression",
     "extends: capitalization\nscope: heading\nmatch: '^[A-Z]'\n",
     "kind: existence\nscope:\n  - title\n  - heading\nignore_case: false\nword_bounded: false\n"
     "patterns:\n  - ^(?!.*?(?:^[A-Z])).+$\n",
     ""},
    {"scope_denied", "extends: existence\nignorecase: true\nscope: '~heading'\ntokens: [very]\n",
     "kind: existence\nscope:\n  - paragraph\n  - list\n  - table\n  - quote\n  - caption\n  - "
     "footnote\n  - alt-text\n  - summary\npatterns:\n  - very\n",
     ""},
    {"scope_of_several",
     "extends: existence\nignorecase: true\nscope: [list, 'table & ~table.header', "
     "blockquote]\ntokens: [very]\n",
     "kind: existence\nscope:\n  - list\n  - quote\npatterns:\n  - very\n",
     "4 galley does not tell the head of a table apart\n"},
    {"scope_partly_of_markup",
     "extends: existence\nignorecase: true\nscope: [raw, text]\ntokens: [very]\n",
     "kind: existence\npatterns:\n  - very\n",
     "4 galley reads what readers see: “raw” is no place that it looks at\n"},
    {"limit", "extends: existence\nignorecase: true\nlimit: 1\ntokens: [very]\n",
     "kind: existence\npatterns:\n  - very\n",
     "4 “limit” is left out: galley reports every place\n"},
};

INSTANTIATE_TEST_SUITE_P(rules, Conversion, testing::ValuesIn(rows),
                         [](const auto& row) { return row.param.name; });

struct LostRow {
  std::string name;
  std::string vale;
  std::string why;
};

class Lost : public testing::TestWithParam<LostRow> {};

TEST_P(Lost, says_why) {
  std::vector<vale::Note> lost;
  EXPECT_FALSE(vale::read_rule(GetParam().vale, "a.yml", lost));
  EXPECT_EQ(text_of(lost), GetParam().why);
}

const LostRow lost_rows[] = {
    {"no_rule", "rules: []\n", "1 no rule of Vale's: it has no “extends”\n"},
    {"nothing", "", "1 no rule of Vale's: it has no “extends”\n"},
    {"script", "message: x\nextends: script\nscript: |\n  text := import(\"text\")\n",
     "2 “extends: script” is not brought over: galley runs no programs from rules\n"},
    {"no_such_kind", "extends: existance\nmessage: x\n",
     "1 “extends: existance” is not brought over: Vale has no such kind\n"},
    {"markup", "extends: existence\nmessage: x\nscope: raw\ntokens: ['<b>']\n",
     "3 galley reads what readers see: “raw” is no place that it looks at\n"},
    {"no_pattern", "extends: existence\nmessage: x\ntokens: []\n",
     "1 the rule has no pattern that can be brought over\n"},
    {"no_swap", "extends: substitution\nmessage: x\nswap: {'(': a}\n",
     "3 the pattern “(” is left out: unmatched marking parenthesis ( or \\(\n"
     "1 the rule has no “swap” that can be brought over\n"},
    {"occurrence_without_limits", "extends: occurrence\nmessage: x\ntoken: a\n",
     "1 the rule lacks “token”, or both “min” and “max”\n"},
    {"conditional_without_second", "extends: conditional\nmessage: x\nfirst: a\n",
     "1 the rule lacks “first” or “second”\n"},
};

INSTANTIATE_TEST_SUITE_P(rules, Lost, testing::ValuesIn(lost_rows),
                         [](const auto& row) { return row.param.name; });

TEST(Messages, placeholders) {
  struct Case {
    std::string extends;
    std::string message;
    std::string wanted;
  };
  const Case cases[] = {
      {"extends: substitution\nswap: {a: b}\n", "Use '%s' instead of '%s'.",
       "Use '{suggestion}' instead of '{match}'."},
      {"extends: substitution\nswap: {a: b}\n", "Not '%[2]s', but %[1]s: 100%%",
       "Not '{match}', but {suggestion}: 100%"},
      {"extends: existence\ntokens: [a]\n", "%s and %s {here} { there",
       "{match} and {match} { here} { there"},
      {"extends: occurrence\nmax: 2\ntoken: a\n", "%s are too many", "{count} are too many"},
      {"extends: repetition\ntokens: [a]\n", "'%s' twice", "'{suggestion}' twice"},
  };
  for (const Case& one : cases) {
    std::vector<vale::Note> lost;
    const auto rule =
        vale::read_rule("message: \"" + one.message + "\"\n" + one.extends, "a.yml", lost);
    ASSERT_TRUE(rule) << one.message;
    EXPECT_EQ(rule->body.find("message")->text, one.wanted);
  }
}

TEST(Names, of_rules) {
  EXPECT_EQ(vale::galley_name("HeadingPunctuation"), "heading-punctuation");
  EXPECT_EQ(vale::galley_name("LGBTTerms"), "lgbt-terms");
  EXPECT_EQ(vale::galley_name("E-Prime"), "e-prime");
  EXPECT_EQ(vale::galley_name("AMPM"), "ampm");
  EXPECT_EQ(vale::galley_name("Rule_2b"), "rule-2b");
  EXPECT_EQ(vale::galley_name("éè"), "rule");
}

}  // namespace
