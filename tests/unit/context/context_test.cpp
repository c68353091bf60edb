// Evidence, several articles, spans across sentences, hostile sentences, allocation.
#include "linter/context/context.h"

#include <atomic>
#include <chrono>
#include <cstdlib>
#include <gtest/gtest.h>
#include <new>

#include "tests/unit/context/draft.h"

namespace {
std::atomic<std::size_t> allocations = 0;
}

// Counted for the whole test program.
void* operator new(std::size_t size) {
  ++allocations;
  if (void* memory = std::malloc(size == 0 ? 1 : size)) return memory;
  throw std::bad_alloc();
}
void operator delete(void* memory) noexcept {
  std::free(memory);
}
void operator delete(void* memory, std::size_t) noexcept {
  std::free(memory);
}

namespace {

using linter::context::Category;
using linter::context::Context;
using tests::Draft;
using tests::english;

TEST(Explain, NamesTheCueAndItsReach) {
  const Draft draft("We cannot promise a [painless] peel, but we try.", english());
  Context context(english().cues());
  context.begin(draft.reading());
  const auto evidence = context.explain(draft.span());
  ASSERT_FALSE(evidence.empty());
  EXPECT_EQ(evidence[0].category, Category::negated);
  EXPECT_EQ(draft.text(evidence[0].cue), "cannot");
  EXPECT_EQ(draft.text(evidence[0].scope), "promise a painless peel");
}

TEST(Explain, ListsEachCueOnceInViewOrder) {
  const Draft draft("It is generally not [painless] in most cases.", english());
  Context context(english().cues());
  context.begin(draft.reading());
  std::string cues;
  for (const auto& one : context.explain(draft.span()))
    if (one.category == Category::hedged || one.category == Category::negated)
      cues += std::string(draft.text(one.cue)) + ";";
  EXPECT_EQ(cues, "generally;not;in most cases;");
}

TEST(Explain, AgreesWithAt) {
  const Draft draft("\"Is it [safe]?\" many clinics ask.", english());
  Context context(english().cues());
  context.begin(draft.reading());
  linter::context::Categories united = 0;
  for (const auto& one : context.explain(draft.span()))
    united |= linter::context::bit(one.category);
  EXPECT_EQ(united, context.at(draft.span()));
}

TEST(Context, ForgetsTheLastArticle) {
  Context context(english().cues());
  const Draft denied("It is not [painless].", english());
  context.begin(denied.reading());
  EXPECT_EQ(tests::names_of(context.at(denied.span())), "negated");
  const Draft plain("It is all [painless].", english());
  context.begin(plain.reading());
  EXPECT_EQ(tests::names_of(context.at(plain.span())), "universal");
}

TEST(Context, HoldsOverASpanOfTwoSentencesWhatHoldsOverBoth) {
  Context context(english().cues());
  const Draft both("It is not [safe. It is not cheap].", english());
  context.begin(both.reading());
  EXPECT_EQ(tests::names_of(context.at(both.span())), "");
  const Draft quoted("\"It is [safe. It is cheap].\"", english());
  context.begin(quoted.reading());
  EXPECT_EQ(tests::names_of(context.at(quoted.span())), "quoted");
}

TEST(Context, AnswersForAnEmptyArticle) {
  Context context(english().cues());
  const Draft empty("", english());
  context.begin(empty.reading());
  EXPECT_EQ(context.at({0, 0}), 0U);
  EXPECT_TRUE(context.explain({0, 0}).empty());
}

TEST(Context, WorksWithoutCues) {
  const linter::context::CueSet none;
  Context context(none);
  const Draft draft("Is it not [safe]?", english());
  context.begin(draft.reading());
  EXPECT_EQ(tests::names_of(context.at(draft.span())), "question");
}

// Every token of a long sentence asked about: near linear means seconds apart from minutes.
struct Hostile {
  const char* name;
  const char* part;
};
class HostileSentence : public testing::TestWithParam<Hostile> {};
TEST_P(HostileSentence, StaysNearLinear) {
  const auto seconds = [&](std::size_t words) {
    const Draft draft(tests::repeated(GetParam().part, words), english());
    Context context(english().cues());
    const auto start = std::chrono::steady_clock::now();
    context.begin(draft.reading());
    linter::context::Categories all = 0;
    for (const auto& token : draft.reading().text.tokens) all |= context.at(token.text);
    EXPECT_NE(all, ~0U);
    const std::chrono::duration<double> taken = std::chrono::steady_clock::now() - start;
    return taken.count();
  };
  seconds(2'000);
  const double small = seconds(5'000);
  const double large = seconds(40'000);
  EXPECT_LT(large, 25 * small + 0.5);  // linear: 8, quadratic: 64
}
INSTANTIATE_TEST_SUITE_P(Sentences, HostileSentence,
                         testing::ValuesIn(std::to_array<Hostile>({
                             {"not", "not "},
                             {"no_comma", "no, "},
                             {"no_and", "no pain and "},
                             {"or", "no pain or "},
                             {"brackets", "(not "},
                             {"closing", "not) "},
                             {"quotes", "\"not\" "},
                             {"apostrophes", "'not "},
                             {"which", ", which is not"},
                             {"that", "that it is "},
                             {"if", "if it is, "},
                             {"hyphens", "non-"},
                             {"free", "-free"},
                             {"avoid", "avoid, "},
                             {"some_believe", "some people may "},
                             {"when", "when correctly "},
                         })),
                         [](const auto& row) { return row.param.name; });

// Asks about every word of an article.
void ask_all(Context& context, const Draft& draft) {
  context.begin(draft.reading());
  for (const auto& token : draft.reading().text.tokens) EXPECT_NE(context.at(token.text), ~0U);
}

TEST(Context, AllocatesNothingOnceItsBuffersHaveGrown) {
  const Draft draft(
      "## Is it \"safe\"?\nAbsolutely. If done well, it does not hurt or scar, and many say it may "
      "be non-invasive.\nWe cannot promise:\n- No pain\n- \"I felt nothing,\" says Dana.\n"
      "Myth: Avoid the sun. Fact: it heals.",
      english());
  Context context(english().cues());
  for (int warming_up = 0; warming_up < 3; ++warming_up) ask_all(context, draft);
  const std::size_t before = allocations;
  ask_all(context, draft);
  EXPECT_EQ(allocations, before);
}

TEST(Context, FollowsLeadInsOfLeadInsOnlySoFar) {
  linter::prose::Article article;
  for (std::uint32_t i = 0; i < 20'000; ++i) {
    if (!article.view.empty()) article.view += "\n\n";
    linter::prose::Block block;
    block.text.begin = static_cast<std::uint32_t>(article.view.size());
    article.view += "It does not:";
    block.text.end = static_cast<std::uint32_t>(article.view.size());
    block.scopes = static_cast<linter::prose::Scopes>(linter::prose::Scope::list);
    block.starts_item = true;
    block.lead_in = i == 0 ? linter::prose::no_block : i - 1;
    article.blocks.push_back(block);
  }
  linter::source::Source source;
  linter::sentences::Text text;
  linter::sentences::split(article, text);
  english().lexicon().annotate(article.view, text);
  const linter::lexicon::Reading reading{source, article, text, english().lexicon()};
  Context context(english().cues());
  context.begin(reading);
  const auto end = static_cast<std::uint32_t>(article.view.size());
  static_cast<void>(context.at({end - 4, end - 1}));
  for (std::uint32_t i = 0; i < 20'000; i += 100)
    static_cast<void>(context.at(article.blocks[i].text));
}

}  // namespace
