// A search with a memory finds what a search without one finds.
#include <algorithm>
#include <gtest/gtest.h>
#include <random>
#include <string>
#include <string_view>
#include <vector>

#include "linter/base/hash.h"
#include "linter/base/pattern.h"
#include "linter/base/utf8.h"

namespace linter::base {
namespace {

using Random = std::mt19937;  // the same numbers everywhere

std::string_view one_of(Random& random, const std::vector<std::string_view>& pieces) {
  return pieces[random() % pieces.size()];
}

std::string text_of(Random& random, std::size_t pieces) {
  static const std::vector<std::string_view> all{
      "safe", "Safe", "the ", "a ",  " is ", "ha", "haha", "b",  "ab", " ",  " ",        ". ",
      ", ",   "\n",   "12",   "3%",  "é",    "’",  "“",    "-",  "—",  "x",  "painless", "(",
      ")",    "not ", "no ",  "ss ", "_",    "'",  "s",    "e ", "f",  "ş ", "\u00a0",   "K"};
  std::string text;
  for (std::size_t i = 0; i < pieces; ++i) text += one_of(random, all);
  return text;
}

// An expression that is put together of pieces; many are broken.
std::string expression_of(Random& random, int depth) {
  static const std::vector<std::string_view> atoms{
      "a",   "b",     "safe", "ha",   "the",    "is",       " ",        "[a-z]", "[^a-z ]", "\\w",
      "\\d", "\\b",   "\\s",  ".",    "^",      "$",        "é",        "'",     "%",       "[A-S]",
      "\\W", "[\\w]", "-",    "\\B",  "\\K",    "(?=a)",    "(?!s)",    "x",     "[^\\s.]", "K",
      "\\.", "(?i)",  "(a|)", "[—“]", "(?<=e)", "(?<!no )", "(?<=ab|é)"};
  static const std::vector<std::string_view> repeats{"",  "",  "",    "",      "",   "?",
                                                     "*", "+", "{2}", "{1,3}", "+?", "{0,9}"};
  std::string expression;
  const std::size_t parts = 1 + random() % 4;
  for (std::size_t i = 0; i < parts; ++i) {
    if (depth > 0 && random() % 3 == 0) {
      expression += one_of(random, {"(", "(?:", "(?=", "(?!", "(?:"});
      expression += expression_of(random, depth - 1) + ")";
    } else {
      expression += one_of(random, atoms);
    }
    expression += one_of(random, repeats);
    if (random() % 5 == 0 && i + 1 < parts) expression += '|';
  }
  return expression;
}

struct Finds {
  std::vector<Span> spans;
  bool failed = false;
};

template <class Search>
Finds all_of(std::string_view text, const Search& search) {
  Finds all;
  for (std::size_t from = 0; from < text.size();) {
    const auto found = search(from);
    all.failed = !found;
    if (!found || !*found) break;
    all.spans.push_back((*found)->whole);
    for (const auto& group : (*found)->groups) all.spans.push_back(group.value_or(Span{}));
    from = std::max<std::size_t>((*found)->whole.end, from + 1);
    while (from < text.size() && (static_cast<unsigned char>(text[from]) & 0xC0U) == 0x80U) ++from;
  }
  return all;
}

void expect_same(const Pattern& pattern, PatternMemory& memory, std::string_view text) {
  const Finds plain = all_of(text, [&](std::size_t from) { return pattern.search(text, from); });
  const Finds fast = all_of(text, [&](std::size_t from) {
    std::int64_t steps = 4'000'000;
    return pattern.search(text, from, text.size(), steps, memory);
  });
  if (plain.failed) return;
  EXPECT_FALSE(fast.failed) << pattern.expression() << " in " << text;
  EXPECT_EQ(plain.spans, fast.spans) << pattern.expression() << " in " << text;
}

// Where only matches that begin before some place are asked for, they are those.
void expect_same_until(const Pattern& pattern, PatternMemory& memory, std::string_view text,
                       std::size_t until) {
  const auto plain = pattern.search(text, 0);
  std::int64_t steps = 4'000'000;
  const auto fast = pattern.search(text, 0, until, steps, memory);
  if (!plain || !fast) return;
  const bool wanted = *plain && (*plain)->whole.begin < until;
  EXPECT_TRUE(!wanted || pattern.may_begin(text, 0, until, steps, memory)) << pattern.expression();
  EXPECT_EQ(fast->has_value(), wanted) << pattern.expression() << " in " << text << " " << until;
  if (wanted && *fast) {
    EXPECT_EQ((*plain)->whole, (*fast)->whole) << pattern.expression() << " in " << text;
  }
}

TEST(PatternMemory, finds_the_same_for_generated_expressions) {
  Random random(7);
  std::size_t compiled = 0;
  for (int i = 0; i < 6000; ++i) {
    const PatternOptions options{.ignore_case = random() % 2 == 0,
                                 .word_bounded = random() % 2 == 0};
    const auto pattern = Pattern::compile(expression_of(random, 2), options);
    if (!pattern) continue;
    ++compiled;
    PatternMemory memory;
    for (int round = 0; round < 3; ++round) {
      const std::string text = text_of(random, 30);
      expect_same(*pattern, memory, text);
      std::size_t until = random() % text.size();
      while ((static_cast<unsigned char>(text[until]) & 0xC0U) == 0x80U) --until;
      // What \K keeps out begins before the match that comes back.
      if (pattern->expression().find("\\K") == std::string::npos)
        expect_same_until(*pattern, memory, text, until);
    }
  }
  EXPECT_GT(compiled, 3000U);
}

TEST(PatternMemory, finds_the_same_with_what_was_kept_of_the_expression) {
  Random random(5);
  for (int i = 0; i < 2000; ++i) {
    const PatternOptions options{.ignore_case = random() % 2 == 0,
                                 .word_bounded = random() % 2 == 0};
    const std::string expression = expression_of(random, 2);
    const auto made = Pattern::compile(expression, options);
    if (!made) continue;
    const std::string kept = made->kept();
    auto pattern = Pattern::compile_known(expression, options);
    ASSERT_TRUE(pattern);
    pattern->recall({kept, hash64(kept)});
    EXPECT_EQ(pattern->kept(), kept);
    EXPECT_EQ(pattern->reach(), made->reach());
    EXPECT_EQ(pattern->heads(), made->heads());
    PatternMemory memory;
    expect_same(*pattern, memory, text_of(random, 30));
  }
}

TEST(PatternMemory, finds_the_same_with_what_was_kept_of_a_large_expression) {
  Random random(13);
  std::string words;
  for (int i = 0; i < 1500; ++i) {
    if (i > 0) words += '|';
    for (int letters = 0; letters < 8; ++letters) words += static_cast<char>('a' + random() % 26);
  }
  const std::string expression = "(?:" + words + ") (?:is|are) safe";
  const auto made = Pattern::compile(expression);
  ASSERT_TRUE(made);
  const std::string kept = made->kept();
  EXPECT_GT(kept.size(), 4U * 4096U);  // an instruction has four bytes
  auto pattern = Pattern::compile_known(expression);
  ASSERT_TRUE(pattern);
  pattern->recall({kept, hash64(kept)});
  EXPECT_EQ(pattern->kept(), kept);
  PatternMemory memory;
  for (std::size_t word = 0; word + 8 < words.size(); word += 90)
    expect_same(*pattern, memory, "Every " + words.substr(word, 8) + " is safe.");
}

// With a right digest, as nobody but an enemy has it: nothing is read outside of the bytes.
TEST(PatternMemory, searches_whatever_is_said_to_have_been_kept) {
  constexpr std::string_view expression = "(?:not|no) [a-z]+ safe";
  const auto made = Pattern::compile(expression);
  ASSERT_TRUE(made);
  const std::string kept = made->kept();
  Random random(3);
  for (std::size_t at = 0; at < kept.size(); ++at) {
    std::string damaged = kept;
    damaged[at] = static_cast<char>(random());
    auto pattern = Pattern::compile_known(expression);
    ASSERT_TRUE(pattern);
    pattern->recall({damaged, hash64(damaged)});
    PatternMemory memory;
    std::int64_t steps = 1'000'000;
    for (int round = 0; round < 3; ++round)
      static_cast<void>(pattern->search(text_of(random, 20), 0, 60, steps, memory));
  }
}

TEST(PatternMemory, recalls_nothing_damaged_and_nothing_of_another_expression) {
  const auto other = Pattern::compile("never safe");
  const auto made = Pattern::compile("not safe");
  ASSERT_TRUE(other && made);
  const std::string of_other = other->kept();
  const std::string own = made->kept();
  for (const LateText& kept :
       {LateText(of_other, hash64(of_other)), LateText(own, hash64(own) + 1), LateText()}) {
    auto pattern = Pattern::compile_known("not safe");
    ASSERT_TRUE(pattern);
    pattern->recall(kept);
    EXPECT_EQ(pattern->kept(), own);
  }
}

TEST(PatternMemory, every_match_begins_with_one_of_its_heads) {
  Random random(11);
  std::size_t seen = 0;
  for (int i = 0; i < 6000; ++i) {
    const auto pattern =
        Pattern::compile(expression_of(random, 2), {.word_bounded = random() % 4 != 0});
    // What \\K keeps out begins before the match that comes back.
    if (!pattern || pattern->expression().find("\\K") != std::string::npos) continue;
    const std::vector<PatternHead> heads = pattern->heads();
    if (heads.empty()) continue;
    const std::string text = text_of(random, 60);
    const auto found = pattern->search(text);
    if (!found || !*found) continue;
    const std::string begin = lower(std::string_view(text).substr((*found)->whole.begin));
    EXPECT_TRUE(std::ranges::any_of(
        heads, [&](const PatternHead& head) { return begin.starts_with(head.text); }))
        << pattern->expression() << " in " << text;
    PatternMemory memory;
    std::int64_t steps = 1'000'000;
    EXPECT_TRUE(pattern->may_begin(text, (*found)->whole.begin, steps, memory))
        << pattern->expression() << " in " << text;
    ++seen;
  }
  EXPECT_GT(seen, 100U);
}

TEST(PatternMemory, a_match_begins_where_none_is_ruled_out_and_no_steps_rule_nothing_out) {
  const auto pattern = Pattern::compile("not [a-z]+ safe");
  ASSERT_TRUE(pattern);
  PatternMemory memory;
  std::int64_t steps = 100;
  EXPECT_TRUE(pattern->may_begin("it is not very safe", 6, steps, memory));
  EXPECT_FALSE(pattern->may_begin("it is not very sad", 6, steps, memory));
  EXPECT_FALSE(pattern->may_begin("it is knot very safe", 7, steps, memory));
  EXPECT_LT(steps, 100);
  steps = 0;
  EXPECT_TRUE(pattern->may_begin("it is not very sad", 6, steps, memory));
}

struct MemoryRow {
  std::string_view name;
  std::string_view expression;
  bool word_bounded = true;
};

constexpr MemoryRow rows[] = {
    {"a loop back to the begin", "(?:ha)*b", false},
    {"a loop back to the begin, bounded", "(?:ha)*x"},
    {"what is kept out", "(?:^|[.!?] )\\K(?:the|a) \\w+"},
    {"what follows", "the(?= (?:safe|ha))"},
    {"what does not follow", "(?:a|the) (?!safe)\\w+"},
    {"what stands before", "(?<!not )(?<!no )safe"},
    {"a class beyond ASCII", "[“”][^“”]{1,20}$"},
    {"a long bounded gap", "not .{0,30}safe"},
    {"many words", "the (?:\\w+ ){0,4}is"},
    {"apostrophes", "ha's"},
    {"a spelled capital", "(?:Kelvin|k)"},
    {"a run at the end", "(?:not?|no the|safe|ha+)\\b[^.!?;]{0,80}"},
    {"a run over a mark", "safe(?:[.,] the)?[^.,]{0,40}"},
    {"a short run at the end", "(?:safe|safe is|ha)[^.]{0,9}"},
    {"a run without end", "(?:is|is the)[^.()]*"},
    {"what must not stand before", "(?<!no )(?<!not )(?:safe|painless)(?! is)"},
    {"what must not stand within",
     "(?:the|a) (?!not\\b|no\\b)(?:\\w+ ){0,3}(?:safe|ha)(?! [a-z]*s)"},
    {"a look that looks around", "safe(?! (?!is)[a-z]+)(?:,? \\w+){0,2}"},
};

TEST(PatternMemory, finds_the_same_for_expressions_like_those_of_rules) {
  for (const MemoryRow& row : rows) {
    SCOPED_TRACE(row.name);
    for (const bool ignore_case : {false, true}) {
      const auto pattern = Pattern::compile(
          row.expression, {.ignore_case = ignore_case, .word_bounded = row.word_bounded});
      ASSERT_TRUE(pattern);
      PatternMemory memory;
      Random random(11);
      for (int i = 0; i < 300; ++i) expect_same(*pattern, memory, text_of(random, 40));
    }
  }
}

TEST(PatternMemory, finds_the_same_when_it_forgets) {
  // Which of the last twelve characters were an "a": thousands of states.
  const auto pattern = Pattern::compile("a[ab]{12}c", {.word_bounded = false});
  ASSERT_TRUE(pattern);
  PatternMemory memory;
  Random random(3);
  for (int i = 0; i < 40; ++i) {
    std::string text;
    for (int at = 0; at < 2000; ++at) text += "aabbc"[random() % (at % 7 == 0 ? 5 : 4)];
    expect_same(*pattern, memory, text);
  }
}

// Where a match ends is looked for nearby: many short matches cost as much as they are many.
TEST(PatternMemory, short_matches_cost_no_more_in_a_long_text) {
  const auto pattern = Pattern::compile("a.*?b", {.word_bounded = false});
  ASSERT_TRUE(pattern);
  const auto cost_of = [&](std::size_t size) {
    std::string text;
    while (text.size() < size) text += "ab. ";
    std::int64_t steps = 400'000'000;
    PatternMemory memory;
    for (std::size_t from = 0; from < text.size();) {
      const auto found = pattern->search(text, from, text.size(), steps, memory);
      if (!found || !*found) break;
      from = (*found)->whole.end;
    }
    return 400'000'000 - steps;
  };
  EXPECT_LT(cost_of(10'000), 15 * cost_of(1'000));
}

// A look in a repeat is kept once: in repeats of repeats there would be millions.
TEST(PatternMemory, keeps_a_look_once) {
  const auto once = Pattern::compile("(?:(?!ab)[a-f]){3}g");
  const auto often = Pattern::compile("(?:(?!(?:(?!x)y){40}z)[a-f]){40}g");
  ASSERT_TRUE(once && often);
  EXPECT_LT(often->kept().size(), 20'000U);
  PatternMemory memory;
  expect_same(*once, memory, "cdeg abcg caabg fffg");
}

TEST(PatternMemory, stops_where_the_steps_end) {
  const auto pattern = Pattern::compile("(?:a+)+b(?<=c)$");
  ASSERT_TRUE(pattern);
  PatternMemory memory;
  std::int64_t steps = 50'000;
  const auto found = pattern->search(std::string(60, 'a') + "b", 0, 61, steps, memory);
  ASSERT_FALSE(found);
  EXPECT_EQ(found.error().code, ErrorCode::pattern_too_slow);
}

}  // namespace
}  // namespace linter::base
