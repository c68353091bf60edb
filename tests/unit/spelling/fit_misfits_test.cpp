#include <gtest/gtest.h>

#include <array>

#include "linter/checks/spelling/misfits_table.h"
#include "scripts/misfits/table.h"
#include "tests/support/scratch.h"

namespace linter::checks::spelling {
namespace {

// Articles in which "skin" and "skim" stand in places of their own.
std::string small_texts() {
  std::string text;
  for (int i = 0; i < 300; ++i) {
    const char* const other = i % 2 == 0 ? "face" : "neck";
    text += "The skin around the eyes is thin, and the skin of the " + std::string(other) +
            " is thick.\nDrink a glass of skim milk with bread.\n";
    if (i % 3 == 0) text += "\nPart " + std::to_string(i) + ".\n";
  }
  return text;
}

TEST(FitMisfits, MakesATableThatTellsWordsByTheirPlaces) {
  const tests::Scratch folder;
  folder.write("texts/a.txt", small_texts());
  folder.write("texts/weights.tsv", "a\t1.5\n");
  const std::string words = folder.write(
      "words.txt", "around\nbread\neyes\nface\nglass\nis\nmilk\nneck\nskim\nskin\nskip\n");
  const std::string right = folder.write("right.tsv", "# both\nskip\tskim\nskip\tskin\nskin\tskip\nskim\tskip\n");
  const std::string confused =
      folder.write("confused.tsv", "# rows\nthe\tskim|glass>skin|face\taround\n");
  const auto fitted = [&] {
    return misfits::fitted_table(folder.path() + "/texts", words, right, confused);
  };
  const std::string rows = fitted();
  EXPECT_EQ(rows, fitted()) << "the same each time";
  const auto loaded = MisfitsTable::parse(rows, "rows");
  ASSERT_TRUE(loaded.errors.empty());
  const MisfitsTable& table = loaded.value;
  EXPECT_EQ(rows.find("\nskip\t\t"), std::string::npos) << "a pair that is right";
  const auto meant = [&](const char* before, const char* after) {
    auto around = table.around();
    add_rows(around, std::array{table.figures(table.facts(before), MisfitsTable::Slot::before),
                                table.figures(table.facts(after), MisfitsTable::Slot::after)});
    return table.meant(table.facts("skim").word, around);
  };
  EXPECT_EQ(table.text_of(meant("the", "around").word), "skin");
  EXPECT_GT(meant("the", "around").odds, meant("of", "milk").odds);
}

TEST(FitMisfits, RefusesWhatIsNotThere) {
  const tests::Scratch folder;
  const std::string words = folder.write("words.txt", "skin\n");
  const std::string texts = folder.path() + "/texts";
  folder.write("texts/weights.tsv", "");
  EXPECT_THROW((void)misfits::fitted_table(texts, words, words, words), std::runtime_error);
  folder.write("texts/a.txt", "Skin.\n");
  EXPECT_THROW((void)misfits::fitted_table(texts, "none", words, words), std::runtime_error);
}

}  // namespace
}  // namespace linter::checks::spelling
