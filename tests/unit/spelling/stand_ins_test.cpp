#include <gtest/gtest.h>

#include "linter/checks/spelling/stand_ins_table.h"
#include "tests/unit/spelling/tables.h"

namespace linter::checks::spelling {
namespace {

TEST(StandIns, AreToldByWhatStandsAroundThem) {
  expect_said({
      {"You cam drive home afterwards.", {"confused-word: cam -> can"}},
      {"It is safe for most if the patients.", {"confused-word: if -> of"}},
      {"Redness can bye seen for a day.", {"confused-word: bye -> be"}},
      {"No side effects have bee seen.", {"confused-word: bee -> been"}},
      {"Rinse wit cold water.", {"confused-word: wit -> with"}},
      // the words where they belong, in titles, with a capital, and again
      {"The cam turns the shaft.", {}},
      {"Most patients ask if the peel hurts.", {}},
      {"On day two bathe it in salt water.", {}},
      {"A ton of sand.", {}},
      {"A plan, once made, can cost a ton.", {}},
      {"# You Cam Book Online", {}},
      {"Cam is one of our nurses.", {}},
      {"You cam drive the cam.", {}},
  });
}

constexpr const char* small =
    "# comment\n"
    "@kinds\t<none> <stop> <comma> <bracket> <mark> <number> *? the you *nb\n"
    "cam|cane>can\t-6|-9\t\t9:you -4:the\t3:*nb\t2:<none>,<stop>\n";

TEST(StandIns, AddFiguresOfEachPlace) {
  const std::string bytes = image_of<StandInsTable>(small);
  base::ImageReader reader(bytes);
  const StandInsTable read(reader);
  constexpr std::uint32_t noun_or_verb = 1U << 0 | 1U << 19;
  const auto you = read.facts("you", 0).kind;
  const auto the = read.facts("the", 0).kind;
  const auto book = read.facts("book", noun_or_verb).kind;
  EXPECT_NE(you, the);
  EXPECT_EQ(book, read.facts("drive", noun_or_verb).kind);
  EXPECT_EQ(read.facts("red", 1U << 2).kind, StandInsTable::other_word);
  const auto cam = read.facts("cam", 0).row;
  const auto cane = read.facts("cane", 0).row;
  EXPECT_EQ(read.facts("can", 0).row, 0);
  using Around = StandInsTable::Around;
  EXPECT_EQ(read.meant(cam, Around{0, you, book, 0}), "can");
  EXPECT_EQ(read.meant(cam, Around{0, the, book, 0}), "");
  EXPECT_EQ(read.meant(cane, Around{0, you, book, StandInsTable::comma}), "can");
  EXPECT_EQ(read.meant(cane, Around{0, you, the, StandInsTable::comma}), "");
  EXPECT_EQ(read.meant(0, Around{0, you, book, 0}), "");
  EXPECT_TRUE(read.may_stand_in(cane, you, book));
  EXPECT_TRUE(read.may_stand_in(cam, you, StandInsTable::edge));
  EXPECT_FALSE(read.may_stand_in(cane, the, book));
  EXPECT_FALSE(read.may_stand_in(0, you, book));
}

TEST(StandIns, RefuseWhatIsNoRow) {
  const std::string kinds = std::string(small).substr(0, std::string(small).find("cam|"));
  for (const char* line :
       {"cam>can\t1", "cam\t1\t\t\t\t", "cam>can\tx\t\t\t\t", "cam|>can\t1|2\t\t\t\t",
        "cam>can\t1|2\t\t\t\t", "cam>can\t1\t200:the\t\t\t", "cam>can\t1\t2:of\t\t\t",
        "cam>can\t1\tthe\t\t\t", "@kinds\t<none>"}) {
    EXPECT_EQ(StandInsTable::parse(kinds + line, "x.tsv").errors.size(), 1U) << line;
  }
  EXPECT_EQ(StandInsTable::parse("cam>can\t1\t\t\t\t", "x.tsv").errors.size(), 1U);
}

TEST(StandIns, ReadNothingOutsideOfADamagedImage) {
  for_each_damage<StandInsTable>(image_of<StandInsTable>(small), [](const StandInsTable& read) {
    const auto row = read.facts("cam", 0).row;
    (void)read.meant(row, {0, read.facts("you", 0).kind, read.facts("book", 1).kind, UINT8_MAX});
    (void)read.may_stand_in(row, StandInsTable::edge, UINT8_MAX);
  });
}

}  // namespace
}  // namespace linter::checks::spelling
