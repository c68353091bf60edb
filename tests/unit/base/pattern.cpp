#include "linter/base/pattern.h"

#include <cstddef>
#include <cstdint>
#include <gtest/gtest.h>
#include <string>
#include <thread>
#include <vector>

namespace linter::base {
namespace {

// The first match as text, "-" for none, "!" and the error's name when there is one.
std::string first(std::string_view expression, std::string_view text, PatternOptions options = {}) {
  const auto pattern = Pattern::compile(expression, options);
  if (!pattern) return "!" + std::string(code_name(pattern.error().code));
  const auto found = pattern->search(text);
  if (!found) return "!" + std::string(code_name(found.error().code));
  return *found ? std::string((*found)->whole.of(text)) : "-";
}

std::string repeated(std::string_view piece, std::size_t size) {
  std::string out;
  while (out.size() < size) out += piece;
  out.resize(size);
  return out;
}

double cpu_seconds() {
  timespec now{};
  clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
  return static_cast<double>(now.tv_sec) + static_cast<double>(now.tv_nsec) / 1e9;
}

// What a search that gives up may take, in a build that is not optimised, too.
constexpr double longest_search = 3;

TEST(Pattern, has_what_a_class_leaves_out) {
  struct Row {
    const char* name;
    std::string_view expression;
    std::string_view text;
    std::string_view wanted;
  };
  const Row rows[] = {
      {"no word", "a\\Wb", "awb a-b", "a-b"},
      {"no words", "cure\\W+all", "the cure, - all", "cure, - all"},
      {"no digit", "1\\D2", "132 1d2", "1d2"},
      {"no space", "a\\Sb", "a b a$b", "a$b"},
      {"in a class", "a[\\W\\d]b", "axb a3b", "a3b"},
      {"in a class that is negated", "a[^\\S,]b", "a,b a b", "a b"},
      {"a symbol", "\\p{S}9", "9 s9 y9 $9", "$9"},
      {"a symbol in short", "\\pS9", "s9 y9 +9", "+9"},
      {"no symbol", "\\P{S}9", "+9 x9", "x9"},
  };
  for (const Row& row : rows) EXPECT_EQ(first(row.expression, row.text), row.wanted) << row.name;
}

TEST(Pattern, matches_at_word_boundaries) {
  struct Row {
    const char* name;
    std::string_view expression;
    std::string_view text;
    std::string_view wanted;
  };
  const Row rows[] = {
      {"a word", "cure", "the cure works", "cure"},
      {"whole text", "cure", "cure", "cure"},
      {"inside a word", "cure", "a secure procured thing", "-"},
      {"inside first, then alone", "cure", "secure cure", "cure"},
      {"before punctuation", "safe", "\"safe\", they say", "safe"},
      {"before an em dash", "safe", "quite safe—really", "safe"},
      {"after an em dash", "safe", "it is—safe", "safe"},
      {"before a curly quote", "safe", "‘safe’", "safe"},
      {"no accent is cut off", "caf", "a café", "-"},
      {"nor one before", "t", "été", "-"},
      {"nor a combining one", "cafe", "a cafe\xCC\x81", "-"},
      {"an accent at the edge", "café", "un café noir", "café"},
      {"ends with a sign", "100%", "100% safe", "100%"},
      {"ends with a sign, glued", "100%", "100%safe", "100%"},
      {"ends with a sign, number before", "100%", "2100%", "-"},
      {"both edges are signs", R"(\(c\))", "x(c)y", "(c)"},
      {"begins with a sign", R"(\$5)", "US$5", "$5"},
      {"begins with a sign, number after", R"(\$5)", "$50", "-"},
      {"a hyphen is a boundary", "free", "risk-free", "free"},
      {"an underscore is not", "safe", "safe_mode", "-"},
      {"a digit is not", "co", "co2", "-"},
      {"the longer alternative", "safe|safely", "safely done", "safely"},
      {"the shorter repeat", "safe(?:ly)?", "safe lyre", "safe"},
      {"backtracks to a boundary", R"(safe\w*?)", "safely", "safely"},
      {"a letter of another script", "риск", "без риска риск", "риск"},
      {"lookahead at the end", R"(safe(?=ly))", "safely safe", "-"},
      {"anchors stay anchors", "^safe", "safe safe", "safe"},
      {"a comment at the end", "(?x) safe # note", "it is safe", "safe"},
      {"a quotation at the end", R"(\Q(c)\E)", "a (c) b", "(c)"},
      {"a comment with a bracket", "(?#:( ) safe", "it is safe", " safe"},
      {"a class with a bracket", "[[:alpha:](]afe", "it is safe", "safe"},
  };
  for (const Row& row : rows) EXPECT_EQ(first(row.expression, row.text), row.wanted) << row.name;
}

TEST(Pattern, reads_text_by_code_points) {
  const PatternOptions bare{.ignore_case = true, .word_bounded = false};
  struct Row {
    const char* name;
    std::string_view expression;
    std::string_view text;
    std::string_view wanted;
  };
  const Row rows[] = {
      {"a dot", "^caf.$", "café", "café"},
      {"a class", "[éè]t", "ét", "ét"},
      {"a negated class", "a[^x]b", "a—b", "a—b"},
      {"a range", "[а-я]+", "это x", "это"},
      {"a repeat", "é{2}", "éé", "éé"},
      {"an emoji", "👍+", "so 👍👍!", "👍👍"},
      {"case beyond ASCII", "ÉCLAIR", "éclair", "éclair"},
      {"word characters", R"(\w+)", "naïve", "naïve"},
      {"a boundary inside", R"(\bété\b)", "l'été", "été"},
      {"a space", R"(a\sb)",
       "a\xE2\x80\xAF"
       "b",
       "a\xE2\x80\xAF"
       "b"},
      {"a plain space in the pattern", "5 mg", "5\xC2\xA0mg", "5\xC2\xA0mg"},
      {"a no-break space in the pattern", "5\xC2\xA0mg", "5 mg", "5 mg"},
      {"a curly apostrophe in the text", "don't", "don’t", "don’t"},
      {"a curly apostrophe in the pattern", "don’t", "don't", "don't"},
      {"a class of apostrophes", "don[’']t", "don't", "don't"},
      {"a general category", R"(\p{Lu}\p{Ll}+)", "so Émile", "so"},
      {"punctuation", R"([[:punct:]])", "a«", "«"},
      {"a code point by number", R"(\x{2014})", "a—b", "—"},
      {"ill-formed bytes are one character each", "a.b",
       "a\xFF"
       "b",
       "a\xFF"
       "b"},
      {"a truncated end", ".$", "ab\xE2\x82", "\x82"},
  };
  for (const Row& row : rows)
    EXPECT_EQ(first(row.expression, row.text, bare), row.wanted) << row.name;
  EXPECT_EQ(first(R"(\p{Lu}\p{Ll}+)", "so Émile", {.ignore_case = false}), "Émile");
}

TEST(Pattern, keeps_or_ignores_case) {
  EXPECT_EQ(first("fda", "the FDA"), "FDA");
  EXPECT_EQ(first("fda", "the FDA", {.ignore_case = false}), "-");
  EXPECT_EQ(first("(?i)fda", "the FDA", {.ignore_case = false}), "FDA");
  EXPECT_EQ(first("(?-i:FDA)", "the fda FDA"), "FDA");
}

TEST(Pattern, takes_a_phrase_literally) {
  const PatternOptions phrase{.literal = true};
  EXPECT_EQ(first("a.b (c)+", "aXb axb a.b (c)+", phrase), "a.b (c)+");
  EXPECT_EQ(first("risk  free", "Risk\n free now", phrase), "Risk\n free");
  EXPECT_EQ(first("100%", "it is 100% safe", phrase), "100%");
  EXPECT_EQ(first(R"(\d)", "a 1 \\d", phrase), "\\d");
  EXPECT_EQ(first("café – bar", "CAFÉ – bar", phrase), "CAFÉ – bar");
  EXPECT_EQ(first("C++", "in C++.", phrase), "C++");
  EXPECT_EQ(first("it's", "now it’s so", phrase), "it’s");
  const PatternOptions anywhere{.word_bounded = false, .literal = true};
  for (int c = 0x21; c < 0x7F; ++c) {
    const std::string mark(1, static_cast<char>(c));
    EXPECT_EQ(first(mark + mark, "  " + mark + mark + " ", anywhere), mark + mark);
  }
}

TEST(Pattern, says_where_an_expression_is_wrong) {
  struct Row {
    const char* name;
    std::string_view expression;
    std::uint32_t column;
  };
  const Row rows[] = {
      {"empty", "", 1},
      {"open group", "é(ab", 5},
      {"closing group", "ab)", 3},
      {"closed before it opens", "a)(?:b", 2},
      {"open comment", "a(?#b", 2},
      {"open quotation", "é\\Qb", 2},
      {"comment that hides a bracket", "(?#()a)(?:b", 7},
      {"open class", "é[ab", 5},
      {"nothing to repeat", "*a", 1},
      {"unknown class", "a[[:nope:]]", 5},
      {"bad range", "[z-a]", 6},
      {"bad counted repeat", "a{5,2}", 5},
      {"trailing backslash", "ab\\", 4},
      {"unknown group kind", "(?<", 1},
      {"variable look-behind", "(?<=a+)b", 1},
      {"calls itself", "é(?R)", 2},
      {"calls a group", "(a)(?1)", 4},
      {"calls a relative group", "(a)(?-1)", 4},
      {"calls a named group", "(?<n>a)(?&n)", 8},
      {"calls a named group, Python's way", "(?<n>a)(?P>n)", 8},
  };
  for (const Row& row : rows) {
    const auto pattern = Pattern::compile(row.expression);
    ASSERT_FALSE(pattern) << row.name;
    EXPECT_EQ(pattern.error().code, ErrorCode::bad_pattern) << row.name;
    EXPECT_EQ(pattern.error().column, row.column) << row.name << ": " << pattern.error().message;
    EXPECT_FALSE(pattern.error().message.empty()) << row.name;
    EXPECT_EQ(pattern.error().message.find("HERE"), std::string::npos) << pattern.error().message;
  }
  EXPECT_FALSE(Pattern::compile(std::string(70'000, 'a')));
  EXPECT_FALSE(Pattern::compile(std::string(10'000, '(') + std::string(10'000, ')')));
  EXPECT_TRUE(Pattern::compile(R"([(?R]\(\?R|\Q(?R)\E)")) << "no call";
}

TEST(Pattern, finds_every_match_in_turn) {
  const auto pattern = Pattern::compile(R"(\w*)", {.word_bounded = true});
  ASSERT_TRUE(pattern);
  const std::string_view text = "été – no  gap";
  std::vector<std::string> words;
  for (std::size_t from = 0;;) {
    const auto found = pattern->search(text, from);
    ASSERT_TRUE(found);
    if (!*found) break;
    words.emplace_back((*found)->whole.of(text));
    from = (*found)->whole.end;
  }
  EXPECT_EQ(words, (std::vector<std::string>{"été", "no", "gap"}));
  EXPECT_FALSE(pattern->search(text, text.size()).value());
  EXPECT_FALSE(pattern->search(text, 1'000).value());
  EXPECT_FALSE(pattern->search("").value());
}

TEST(Pattern, looks_behind_the_start) {
  const auto pattern = Pattern::compile("(?<=not )safe");
  const std::string_view text = "not safe";
  ASSERT_TRUE(pattern->search(text, 4).value());
  EXPECT_FALSE(Pattern::compile("cure")->search("secure", 2).value())
      << "the start is no word boundary";
  EXPECT_FALSE(Pattern::compile("^safe")->search(text, 4).value()) << "the start is no line start";
}

TEST(Pattern, tells_groups) {
  const auto pattern = Pattern::compile("(a)|(?<other>b)(c)?");
  const std::string_view text = "x b";
  const auto match = pattern->search(text).value();
  ASSERT_TRUE(match);
  EXPECT_EQ(match->whole, (Span{2, 3}));
  EXPECT_EQ(match->groups,
            (std::vector<std::optional<Span>>{std::nullopt, Span{2, 3}, std::nullopt}));
}

TEST(Pattern, matches_whole_texts) {
  const auto pattern = Pattern::compile("safe|safely");
  EXPECT_TRUE(pattern->matches("Safely").value());
  EXPECT_FALSE(pattern->matches("safely done").value());
  EXPECT_FALSE(pattern->matches("").value());
  EXPECT_TRUE(Pattern::compile("a*")->matches("").value());
  EXPECT_FALSE(Pattern::compile("a*")->matches(std::string(70'000, 'a')).value());
}

TEST(Pattern, knows_its_groups) {
  struct Row {
    std::string_view expression;
    std::string_view names;
    std::size_t count;
    std::string_view missing;  // of "$0 $& $1 $2 ${3} ${a} $$4"
  };
  const Row rows[] = {
      {"none", "", 0, "$1 $2 $3 ${a} "},
      {"(one) and (two)", "", 2, "$3 ${a} "},
      {"(?<a>one) and (?'bc'two)", "a bc ", 2, "$3 "},
      {"(?:one)(?=two)(?!three)(?<=four)(?<!five)(?i)six", "", 0, "$1 $2 $3 ${a} "},
      {R"(\(one\) [(] \Q(\E (?# ( )(((two))))", "", 3, "${a} "},
  };
  for (const Row& row : rows) {
    ASSERT_TRUE(Pattern::compile(row.expression)) << row.expression;
    const Groups groups = groups_of(row.expression);
    std::string names;
    for (const std::string& name : groups.names) names += name + " ";
    std::string missing;
    for (const std::string& one : missing_groups("$0 $& $1 $2 ${3} ${a} $$4", groups))
      missing += one + " ";
    EXPECT_EQ(groups.count, row.count) << row.expression;
    EXPECT_EQ(names, row.names) << row.expression;
    EXPECT_EQ(missing, row.missing) << row.expression;
  }
}

TEST(Pattern, expands_replacements) {
  const auto pattern = Pattern::compile("(?<first>w[a-zé]+) (x)?(\\w+)");
  const std::string_view text = "a wété Two b";
  const auto match = pattern->search(text).value();
  ASSERT_TRUE(match);
  struct Row {
    std::string_view format;
    std::string_view wanted;
  };
  const Row rows[] = {
      {"plain", "plain"},
      {"$3 $1", "Two wété"},
      {"$0|$&", "wété Two|wété Two"},
      {"${first}-${3}", "wété-Two"},
      {"[$2]", "[]"},
      {"[$9${nope}${99}${-1}]", "[]"},
      {R"(\u$1 \l$3)", "Wété two"},
      {R"(\U$1\E $1)", "WÉTÉ wété"},
      {R"(\L$3\E \\ \$ $$)", R"(two \ $ $)"},
      {R"(\u\L$3)", "Two"},
      {"$", "$"},
      {"\\", "\\"},
      {"${open", "${open"},
      {"$x", "$x"},
      {"", ""},
  };
  for (const Row& row : rows)
    EXPECT_EQ(pattern->expand(row.format, text, *match), row.wanted) << row.format;
}

TEST(Pattern, gives_up_on_what_never_ends) {
  const std::string prose =
      repeated("The treatment is well tolerated by most people, and it is brief. ", 4096);
  struct Row {
    const char* name;
    std::string expression;
    std::string text;
  };
  const Row rows[] = {
      {"nested repeats", "(a+)+$", repeated("a", 4095) + "!"},
      {"overlapping alternatives", "(a|aa)+$", repeated("a", 4095) + "!"},
      {"repeated dots", "(.*a){20}$", repeated("a", 4095) + "!"},
      {"empty alternatives", "(?:|a|b){1,1000}x", repeated("ab", 4096)},
      {"nested counts", "(?:(?:(?:a?){50}){50}){50}x", repeated("a", 100)},
      {"nested lookaheads", "(?=(?=(?=.*z).*z).*z).*z", repeated("a", 4096)},
      {"deep alternation", "(?:a|b|ab)*c", repeated("ab", 65'000)},
  };
  for (const Row& row : rows) {
    for (const bool bounded : {false, true}) {
      const auto pattern = Pattern::compile(row.expression, {.word_bounded = bounded});
      ASSERT_TRUE(pattern) << row.name;
      const double start = cpu_seconds();
      const auto found = pattern->search(row.text);
      const double seconds = cpu_seconds() - start;
      ASSERT_FALSE(found) << row.name;
      EXPECT_EQ(found.error().code, ErrorCode::pattern_too_slow) << row.name;
      EXPECT_LT(seconds, longest_search) << row.name;
    }
  }
  EXPECT_FALSE(Pattern::compile("(a+)+b")->matches(repeated("a", 4096)));
  EXPECT_EQ(first(R"((?:\w+\s+){1,10}(?:\w+\s+){1,10}zebra)", prose), "-") << "slow, but it ends";
}

TEST(Pattern, takes_from_a_budget_what_it_costs) {
  const auto pattern = Pattern::compile(R"((?:\w+\s+){1,5}(?:\w+\s+){1,5}zebra)");
  const std::string prose = repeated("many words ", 4096);
  std::int64_t steps = 10'000'000;
  int searches = 0;
  while (pattern->search(prose, 0, steps)) ++searches;
  EXPECT_GT(searches, 2);
  EXPECT_LT(searches, 1'000);
  EXPECT_LT(steps, 0);
  steps = 1'000;
  EXPECT_TRUE(Pattern::compile("many")->search(prose, 0, steps)->has_value());
  EXPECT_GT(steps, 900);
}

TEST(Pattern, what_is_kept_out_does_not_hide_the_next_match) {
  EXPECT_EQ(first(R"(a\Kb|b\K-c)", "ab-c"), "-c") << "the b after a is inside a word";
}

TEST(Pattern, reaches_as_many_tokens_as_a_match_touches) {
  struct Row {
    const char* expression;
    std::uint32_t reach;
  };
  const Row rows[] = {
      {"safe", 1},
      {"caf\u00e9s", 1},
      {"no risks?", 2},
      {"pain(?:less|ful)ly", 1},
      {"pain[- ]?free", 3},
      {R"(\w+ing\b)", 1},
      {R"(\d+ ?%)", 2},
      {R"(no +(?:\w+\s+){0,3}risk)", 5},
      {"(?:safe|quite safe|not at all safe)", 4},
      {"safe(?= at all)", 1},
      {R"((?:^|[.!?] )\K(?:the|a) laser)", 3},
      {R"(\S+ laser)", longest_run + 1},
      {"(?:very )*safe", 0},
      {"no .*risk", 0},
      {"[^.!?]{1,20}risk", 21},
      {"(a)\\1", 0},
  };
  for (const Row& row : rows) {
    const auto pattern = Pattern::compile(row.expression);
    ASSERT_TRUE(pattern) << row.expression;
    EXPECT_EQ(pattern->reach(), row.reach) << row.expression;
  }
}

TEST(Pattern, stays_within_what_its_matches_never_go_across) {
  struct Row {
    const char* expression;
    Within within;
  };
  const Row rows[] = {
      {"no risks?", Within::clause},
      {R"(no (?:\w+ )*risk)", Within::clause},
      {"no [^.!?,;:()\"]*risk", Within::clause},
      {"(?:^|[.!?] )\\Kno risk", Within::clause},
      {"no risk[.!?]", Within::clause},
      {", (?:so|but) no risk(?=[.!])", Within::clause},
      {"no risk(?! of[^.]*[.])", Within::clause},
      {"no [^.!?]*risk", Within::sentence},
      {"no risk, (?:at|after) all", Within::sentence},
      {"no risk(?=, all)", Within::sentence},
      {"no .*risk", Within::text},
      {"no risk[.!] \\KAll", Within::text},
      {"[.!?]+ \\Kno risk", Within::text},
      {R"(no \S+ risk)", Within::text},
      {R"((no) \1)", Within::text},
  };
  for (const Row& row : rows) {
    const auto pattern = Pattern::compile(row.expression);
    ASSERT_TRUE(pattern) << row.expression;
    EXPECT_EQ(pattern->within(), row.within) << row.expression;
  }
}

std::string shown(const std::vector<PatternHead>& heads) {
  std::string text;
  for (const PatternHead& head : heads) {
    text += (text.empty() ? "" : " ") + head.text;
    if (head.kind == PatternHead::Kind::prefix) text += '*';
  }
  return text;
}

TEST(Pattern, says_what_its_matches_begin_with) {
  struct Row {
    std::string_view expression;
    std::string_view heads;
    PatternOptions options{};
  };
  const Row rows[] = {
      {"(?:safe|Safely) \\w+", "safe safely"},
      {"guarante\\w+", "guarante*"},
      {"pain[- ]?free", "pain painfree"},
      {"recogni[sz]ed", "recognised recognized"},
      {"don't", "don"},
      {", (?:it|they)", ","},
      {"(?:^|[.!?] )\\Kit", "it ! . ?"},
      {"(?:very )*safe", "safe very"},
      {"[a-z]+ing", ""},
      {"(?:[a-z]+ )?safe", ""},
      {"\\d+ mm", ""},
      {".5 mm", ""},
      {"\\.5 mm", ""},
      {"caf[eé]", ""},
      {"[“\"]safe", ""},
      {"\\x{e9}t", ""},
      {"safe[^—]", "safe*"},
      {"s \\Ksafe", ""},
      {"safe", "", {.word_bounded = false}},
      {"\\bsafe", "safe*", {.word_bounded = false}},
      {"\\b[DM]rs?(?= [A-Z])", "dr drs mr mrs", {.word_bounded = false}},
  };
  for (const Row& row : rows) {
    const auto pattern = Pattern::compile(row.expression, row.options);
    ASSERT_TRUE(pattern) << row.expression;
    EXPECT_EQ(shown(pattern->heads()), row.heads) << row.expression;
  }
}

TEST(Pattern, searches_the_first_64_kilobytes) {
  EXPECT_EQ(first("end", repeated("x ", 65'000) + "end"), "end");
  EXPECT_EQ(first("end", repeated("x ", 66'000) + "end"), "-");
  EXPECT_EQ(first("é$", "x" + repeated("é", 65'600), {.word_bounded = false}), "é")
      << "cut between code points";
}

TEST(Pattern, is_shared_by_threads) {
  const auto pattern = Pattern::compile(R"((\w+)-free)");
  std::vector<std::string> found(4);
  {
    std::vector<std::jthread> threads;
    for (std::string& own : found) {
      threads.emplace_back([&] {
        for (int i = 0; i < 500; ++i) {
          const std::string text = repeated("words and ", 500) + " risk-free";
          own = pattern->search(text).value()->groups[0]->of(text);
        }
      });
    }
  }
  EXPECT_EQ(found, std::vector<std::string>(4, "risk"));
}

}  // namespace
}  // namespace linter::base
