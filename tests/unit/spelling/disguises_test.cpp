#include <gtest/gtest.h>

#include "linter/checks/spelling/disguises_table.h"
#include "tests/unit/spelling/tables.h"

namespace linter::checks::spelling {
namespace {

TEST(Disguises, AreToldWithTheTerm) {
  expect_said({
      {"Berries fight free extremists.",
       {"disguised-term: fight free extremists -> fight free radicals"}},
      {"It has no facet outcomes.", {"disguised-term: facet outcomes -> side effects"}},
      {"One facet outcome is a rash.", {"disguised-term: facet outcome -> side effect"}},
      {"Peach fluff goes first.", {"disguised-term: Peach fluff -> Peach fuzz"}},
      {"# Hyaluronic Corrosive", {"disguised-term: Hyaluronic Corrosive -> Hyaluronic Acid"}},
      {"# STRETCH IMPRINTS", {"disguised-term: STRETCH IMPRINTS -> STRETCH MARKS"}},
      {"Ask for neighborhood anesthesia.",
       {"disguised-term: neighborhood anesthesia -> local anesthesia"}},
      {"We pay attention of increase elements.",
       {"disguised-term: pay attention of increase elements -> concentrate of growth "
        "factors"}},
      // the term itself, what means something of its own, and words that stand apart
      {"It lowers free radicals and side effects.", {}},
      {"They set free extremists and revolutionaries.", {}},
      {"Look at that facet. Outcomes differ.", {}},
      {"Clean the pores and skin of the face.", {}},
  });
}

TEST(Disguises, AreEachWayToPutOtherWordsIntoATerm) {
  const std::string bytes = image_of<DisguisesTable>(
      "# comment\nfree|open radicals|rebels\topen rebels\nfatty/folic acid|burn\n");
  base::ImageReader reader(bytes);
  const DisguisesTable read(reader);
  const auto meant = [&](const char* first, const char* second) -> std::string {
    const auto begun = read.step(DisguisesTable::root, read.word_of(first));
    if (!begun) return {};
    const auto ended = read.step(begun->node, read.word_of(second));
    return ended ? std::string(read.term(ended->term)) : std::string();
  };
  EXPECT_EQ(meant("free", "rebel"), "free radicals");
  EXPECT_EQ(meant("open", "radical"), "free radicals");
  EXPECT_EQ(meant("free", "radical"), "");
  EXPECT_EQ(meant("open", "rebel"), "");
  EXPECT_EQ(meant("folic", "burn"), "folic acid");
  EXPECT_EQ(meant("folic", "acid"), "");
  EXPECT_EQ(read.term(0), "");
}

TEST(Disguises, RefuseWhatIsNoRow) {
  for (const char* line : {"free radicals", "free|open  rebels", "free|", "free|open\t",
                           "free|open\ta\tb", "free|open/shut"}) {
    EXPECT_EQ(DisguisesTable::parse(line, "x.tsv").errors.size(), 1U) << line;
  }
}

TEST(Disguises, ReadNothingOutsideOfADamagedImage) {
  const std::string whole = image_of<DisguisesTable>("free|open radicals|rebels\n");
  for_each_damage<DisguisesTable>(whole, [&](const DisguisesTable& read) {
    const auto step = read.step(DisguisesTable::root, read.word_of("open"));
    EXPECT_LE(read.term(step ? step->term : 1).size(), whole.size());
  });
}

}  // namespace
}  // namespace linter::checks::spelling
