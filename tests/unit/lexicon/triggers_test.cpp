#include "linter/lexicon/triggers.h"

#include <gtest/gtest.h>

namespace linter::lexicon {
namespace {

std::vector<TriggerId> woken(const TriggerTable& table, std::string_view word) {
  std::vector<TriggerId> out{99};
  table.find(word, out);
  EXPECT_EQ(out.front(), 99U) << "find appends";
  out.erase(out.begin());
  return out;
}

TEST(Triggers, WakeByWordPrefixSuffixAndInfix) {
  const std::vector<Atom> atoms{{AtomKind::word, "safe", 7},    {AtomKind::word, "safe", 3},
                                {AtomKind::prefix, "micro", 4}, {AtomKind::suffix, "less", 5},
                                {AtomKind::infix, "needl", 6},  {AtomKind::suffix, "s", 7},
                                {AtomKind::prefix, "", 8},      {AtomKind::prefix, "micron", 9}};
  const TriggerTable table(atoms);
  const std::vector<std::pair<std::string, std::vector<TriggerId>>> rows{
      {"safe", {3, 7}},
      {"safety", {}},
      {"microneedling", {4, 6, 9}},
      {"micro", {4}},
      {"painless", {5, 7}},
      {"less", {5, 7}},
      {"needless", {5, 6, 7}},
      {"", {}},
      {"s", {7}}};
  for (const auto& [word, ids] : rows) {
    SCOPED_TRACE(word);
    EXPECT_EQ(woken(table, word), ids);
  }
}

TEST(Triggers, PiecesMayBeOfAnyLength) {
  const std::string long_one(62, 'x');
  std::vector<Atom> atoms;
  for (TriggerId i = 0; i < 6; ++i) {
    atoms.push_back({AtomKind::prefix, long_one + std::string(i, 'y'), i});
    atoms.push_back({AtomKind::suffix, std::string(i, 'y') + long_one, 10 + i});
  }
  const TriggerTable table(atoms);
  EXPECT_EQ(woken(table, long_one), (std::vector<TriggerId>{0, 10}));
  EXPECT_EQ(woken(table, long_one + "yyy"), (std::vector<TriggerId>{0, 1, 2, 3}));
  EXPECT_EQ(woken(table, "zyyyy" + long_one), (std::vector<TriggerId>{10, 11, 12, 13, 14}));
  EXPECT_TRUE(woken(table, "xx").empty());
}

TEST(Triggers, AnEmptyTableWakesNothing) {
  EXPECT_TRUE(woken(TriggerTable(), "anything").empty());
}

}  // namespace
}  // namespace linter::lexicon
