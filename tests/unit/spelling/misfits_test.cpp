#include <gtest/gtest.h>

#include <array>
#include <random>

#include "linter/checks/spelling/misfit_figures.h"
#include "linter/checks/spelling/misfits_table.h"
#include "tests/unit/spelling/tables.h"

namespace linter::checks::spelling {
namespace {

// A table of three words, of which "skim" may be for "skin": what "the" adds before them speaks for
// "skin", what "milk" adds after them for "skim".
std::string small_misfits() {
  const std::string zeros(MisfitsTable::width, 'g');
  const std::string rest(MisfitsTable::width - 1, 'g');
  const auto row = [&](char first) { return std::string(1, first) + rest; };
  std::string places;
  for (std::size_t slot = 0; slot < MisfitsTable::slots; ++slot) places += zeros;
  std::string text = "# comment\n@start\t0";
  for (std::size_t i = 1; i < MisfitsTable::width; ++i) text += " 0";
  text += "\n@curve\t0";
  for (int i = 1; i < 64; ++i) text += ' ' + std::to_string(i);
  text += "\n@written\t2 -1 -2 -3 -4\n@meant\t-5 0 1 2 3 4\n@step\t10\n@least\t6 12\n@field\tskin\n";
  for (const char* name : {"<nothing>", "<stop>", "<comma>", "<colon>", "<opening>", "<closing>",
                           "<quote>", "<dash>", "<hyphen>", "<number>", "<mark>", "<other>",
                           "<other-s>", "<other-ed>", "<other-ing>", "<other-ly>"}) {
    text += name + ('\t' + places) + "\t\t\n";
  }
  text += "milk\t" + zeros + row('A') + "\t\t\n";  // -32
  text += "skim\t\t0 " + zeros + "\tskin:-3:20\n";
  text += "skin\t\t0 " + row('q') + "\t\n";  // 10
  text += "the\t" + row('q') + zeros + "\t\t\n";
  return text;
}

void add_word(MisfitsTable::Around& around, const MisfitsTable& table, std::string_view word,
         MisfitsTable::Slot slot) {
  const FigureRow row = table.figures(table.facts(word), slot);
  if (row != nullptr) add_rows(around, std::array{row});
}

TEST(Misfits, AreCountedTheSameByWideRegisters) {
  std::mt19937 random(7);
  std::vector<std::int8_t> figures(misfit_width * 40);
  for (std::int8_t& one : figures) one = static_cast<std::int8_t>(random());
  for (std::size_t count = 0; count <= 20; ++count) {
    std::vector<FigureRow> rows;
    for (std::size_t i = 0; i < count; ++i)
      rows.push_back(figures.data() + random() % (figures.size() - misfit_width));
    FigureSums wide{};
    for (std::int16_t& one : wide) one = static_cast<std::int16_t>(random() % 2000 - 1000);
    FigureSums plain = wide;
    add_rows(wide, rows);
    add_rows_one_by_one(plain, rows);
    EXPECT_EQ(wide, plain) << count;
    std::vector<std::int32_t> products(count);
    std::vector<std::int32_t> plain_products(count);
    multiply_rows(wide, rows, products.data());
    multiply_rows_one_by_one(wide, rows, plain_products.data());
    EXPECT_EQ(products, plain_products) << count;
  }
}

TEST(Misfits, AreToldByFiguresForWhatStandsAround) {
  const std::string bytes = image_of<MisfitsTable>(small_misfits());
  base::ImageReader reader(bytes);
  const MisfitsTable table(reader);
  EXPECT_TRUE(reader.at_end());
  const auto skim = table.facts("skim");
  EXPECT_TRUE(skim.may_misfit);
  EXPECT_FALSE(table.facts("skin").may_misfit);
  EXPECT_EQ(table.facts("skies").kind, MisfitsTable::other_s);
  EXPECT_EQ(table.facts("s").kind, MisfitsTable::other);
  auto around = table.around();
  EXPECT_EQ(table.meant(skim.word, around).odds, -3);  // as well as the other
  add_word(around, table, "the", MisfitsTable::Slot::before);
  const auto meant = table.meant(skim.word, around);
  EXPECT_EQ(table.text_of(meant.word), "skin");
  EXPECT_EQ(meant.odds, 10 - 3);  // ten times ten in steps of ten
  add_word(around, table, "milk", MisfitsTable::Slot::after);
  EXPECT_EQ(table.meant(skim.word, around).odds, -3);
  EXPECT_EQ(table.meant(table.facts("the").word, around).word, 0);
  // in an article of the field, whose words are told
  EXPECT_EQ(table.meant(skim.word, around, true).odds, -3 + 20);
  EXPECT_TRUE(table.facts("skin").of_field);
  EXPECT_FALSE(skim.of_field);
  // how much better one fits than the other, whatever their odds
  EXPECT_EQ(table.apart(skim.word, table.facts("skin").word, table.around()), 0);
  EXPECT_EQ(table.apart(skim.word, table.facts("the").word, around), std::nullopt);
  // a word without figures for a place is read as others like it
  add_word(around, table, "milk", MisfitsTable::Slot::far_after);
  EXPECT_EQ(table.odds_nearby(0, 0), 2 - 5);
  EXPECT_EQ(table.odds_nearby(9, 9), -4 + 4);
  EXPECT_EQ(table.most_nearby(), 2 + 4);
  EXPECT_EQ(table.least().warning, 12);
}

// What is passed over at a look would not be told, wherever words stand and whatever the field.
TEST(Misfits, ArePassedOverOnlyWhereTheyAreNotTold) {
  for (const bool fits_seldom : {false, true}) {
    std::string text = small_misfits();
    if (fits_seldom) text.replace(text.find("skin:-3:20"), 10, "skin:-60:9");
    const std::string bytes = image_of<MisfitsTable>(text);
    base::ImageReader reader(bytes);
    const MisfitsTable table(reader);
    const MisfitsTable::Word skim = table.facts("skim").word;
    unsigned passed_over = 0;
    unsigned told = 0;
    for (std::int16_t first = -120; first <= 120; ++first) {
      auto around = table.around();
      around[0] = first;
      const int odds = std::max(table.meant(skim, around).odds, table.meant(skim, around, true).odds);
      ++(table.may_misfit(skim, around) ? told : passed_over);
      EXPECT_EQ(table.may_misfit(skim, around), odds >= table.least_near()) << first;
    }
    EXPECT_GT(told, 0U);
    EXPECT_EQ(passed_over > 0, fits_seldom);
    EXPECT_FALSE(table.may_misfit(table.facts("the").word, table.around()));
  }
}

TEST(Misfits, AreToldInArticles) {
  expect_said({
      {"There was no significant deference between the two groups.",
       {"confused-word: deference -> difference"}},
      {"Your doctor may proscribe an antiviral tablet before the peel.",
       {"confused-word: proscribe -> prescribe"}},
      {"Avoid direct sun exposure fir two weeks.", {"confused-word: fir -> for"}},
      // the words where they belong, in titles, in compounds, and alone
      {"He bowed in deference to the judge.", {}},
      {"The fir is an evergreen tree.", {}},
      {"He folds laundry, and every yard counts.", {}},
      {"# There Was No Significant Deference Between the Two Groups", {}},
      {"There was no significant deference-based difference.", {}},
      {"(deference)", {}},
  });
}

TEST(Misfits, KeepOtherRulesFromWordsThatFit) {
  expect_said({
      {"You may feel a fair amount of discomfort.", {}},
      {"Deep ice-pick scars get shallower at best.", {}},
      {"Over the next two weeks the hairs fall out.", {}},
      {"The peel reduces winkles.", {"confused-word: winkles -> wrinkles"}},
  });
}

TEST(Misfits, AreSuggestionsWhereLessSpeaksForThem) {
  Desk desk;
  const auto findings = desk.read("A positive pregnancy test means pausing your treatments.");
  ASSERT_EQ(findings.size(), 1U);
  EXPECT_EQ(findings.front().severity, findings::Severity::suggestion);
  const auto sure = desk.read("There was no significant deference between the two groups.");
  ASSERT_EQ(sure.size(), 1U);
  EXPECT_EQ(sure.front().severity, findings::Severity::warning);
}

TEST(Misfits, RefuseWhatIsNoRow) {
  const std::string text = small_misfits();
  for (const char* line :
       {"word", "word\t\t\t", "word\tabc\t\t", "word\t\tx\t", "word\t\t1 abc\t", "skim\t\t\t",
        "word\t\t\tskin:1", "@step\t0", "@least\t1", "@start\t1", "@none\t1", "@field\tskim"}) {
    const bool empty = std::string_view(line) == "word\t\t\t";
    EXPECT_EQ(MisfitsTable::parse(text + line, "x.tsv").errors.size(), empty ? 0U : 1U) << line;
  }
  EXPECT_EQ(MisfitsTable::parse("", "x.tsv").errors.size(), 1U);
  const std::string zeros(MisfitsTable::width, 'g');
  EXPECT_EQ(MisfitsTable::parse(text + "word\t\t0 " + zeros + "\tnobody:1", "x.tsv").errors.size(),
            1U);
}

TEST(Misfits, ReadNothingOutsideOfADamagedImage) {
  for_each_damage<MisfitsTable>(image_of<MisfitsTable>(small_misfits()),
                                [](const MisfitsTable& table) {
                                  auto around = table.around();
                                  add_word(around, table, "the", MisfitsTable::Slot::before);
                                  const auto meant = table.meant(table.facts("skim").word, around);
                                  (void)table.text_of(meant.word);
                                  (void)table.may_misfit(table.facts("skim").word, around);
                                  (void)table.odds_nearby(1, 1);
                                });
}

}  // namespace
}  // namespace linter::checks::spelling
