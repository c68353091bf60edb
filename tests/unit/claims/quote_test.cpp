// How messages quote sentences.
#include "linter/checks/claims/quote.h"

#include <gtest/gtest.h>

namespace {

using linter::base::Span;
using linter::checks::claims::quote_of;

struct Case {
  const char* name;
  std::string sentence;
  std::string words;
  std::string quote;
};

std::string many(std::string_view word, int times) {
  std::string text;
  for (int at = 0; at < times; ++at) text += word;
  return text;
}

const Case cases[] = {
    {"whole", "It never leaks.", "never leaks", "It never leaks."},
    {"on one line", "It never\nleaks.", "never", "It never leaks."},
    {"quotation marks", "“Never”, it's \"said\".", "Never", "‘Never’, it's ‘said’."},
    {"quotation marks in brackets", "It \"leaks\" (\"frosting\"), and \"scars\".", "leaks",
     "It ‘leaks’ (‘frosting’), and ‘scars’."},
    {"masked", "Press \x1A\x1A to stop.", "stop", "Press … to stop."},
    {"long, words in front", "It never leaks, " + many("and so on ", 20) + "at last.",
     "never leaks", "It never leaks, " + many("and so on ", 14) + "and …"},
    {"long, words behind", many("and so on ", 20) + "it never leaks.", "never leaks",
     "… so on " + many("and so on ", 5) + "it never leaks."},
    {"one long word", many("ä", 400), "ä", many("ä", 160) + " …"},
};

TEST(Quote, IsTheSentenceOrThePartAroundTheWords) {
  for (const Case& one : cases) {
    const std::string view = "Before. " + one.sentence + " After.";
    const auto begin = static_cast<std::uint32_t>(8);
    const auto words = static_cast<std::uint32_t>(view.find(one.words, begin));
    const Span sentence{begin, begin + static_cast<std::uint32_t>(one.sentence.size())};
    EXPECT_EQ(
        quote_of(view, sentence, {words, words + static_cast<std::uint32_t>(one.words.size())}),
        one.quote)
        << one.name;
  }
}

}  // namespace
