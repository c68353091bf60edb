// Names of persons and places where names stand, words with a capital that are mistyped, and words
// of medicine in the spelling of the other dialect.
#include <gtest/gtest.h>

#include "linter/checks/spelling/dialect.h"
#include "tests/unit/spelling/desk.h"

namespace linter::checks::spelling {
namespace {

using Strings = std::vector<std::string>;
using Case = Sample;

constexpr std::string_view list = "cryoglobulinemia\n";

class Names : public testing::TestWithParam<Case> {
 protected:
  static void SetUpTestSuite() { desk_ = std::make_unique<Desk>(list); }
  static void TearDownTestSuite() { desk_.reset(); }
  static std::unique_ptr<Desk> desk_;
};
std::unique_ptr<Desk> Names::desk_;

TEST_P(Names, AreToldFromMistypedWords) {
  Strings said;
  for (const findings::Finding& finding : desk_->read(GetParam().text)) {
    if (finding.severity == findings::Severity::suggestion) continue;
    said.push_back(finding.location.text);
  }
  EXPECT_EQ(said, GetParam().said);
}

INSTANTIATE_TEST_SUITE_P(
    Silent, Names,
    testing::Values(
        Case{"item", "- Marek, front desk\n- Heike \u2013 hygienist\n- Jens: surgeon\n- Joost", {}},
        Case{"unlisted_in_a_byline", "<p>By Katrin Meyer</p>", {}},
        Case{"reviewed", "Medically reviewed by Dr. Pawel Nowak", {}},
        Case{"photographer", "Photo: Katrin", {}},
        Case{"behind_a_greeting", "Thank you for the good care.\n\nKind regards,\nKatrin", {}},
        Case{"behind_a_quotation", "\u201CI was nervous.\u201D \u2013 Pawel", {}},
        Case{"with_an_age", "Katrin, 34, had her first session in May.", {}},
        Case{"who_says_something", "Katrin says that the first week is the hardest.", {}},
        Case{"two_who_did", "Katrin and Joost met on the same day.", {}},
        Case{"in_a_heading", "# Jens explains the care of wounds", {}},
        Case{"begins_a_sentence", "Anneliese was seen by the doctor.", {}},
        Case{"place_in_capitals", "# BAYSIDE DENTAL", {}},
        Case{"place", "Riverbend is across the street, and Northgate is open.", {}}),
    name_of_row);

INSTANTIATE_TEST_SUITE_P(
    Told, Names,
    testing::Values(Case{"begins_a_sentence", "Treatmens are done at our office.", {"Treatmens"}},
                    Case{"usual_slip", "Genral advice follows.", {"Genral"}},
                    Case{"heading", "# Swleling and bruises", {"Swleling"}},
                    Case{"item", "- Swleling: two days", {"Swleling"}},
                    Case{"in_capitals", "APOINTMENT BOOK", {"APOINTMENT"}},
                    Case{"before_a_verb", "Patinets said that it hurt.", {"Patinets"}},
                    Case{"country", "We opened in Gemrany last year.", {"Gemrany"}}),
    name_of_row);

INSTANTIATE_TEST_SUITE_P(
    MedicalForms, Names,
    testing::Values(Case{"british_of_a_listed_word", "The colour showed cryoglobulinaemia.", {}},
                    Case{"several_roots", "The colour of haemangiomas and dysaesthesias.", {}},
                    Case{"mistyped", "The colour showed cryoglobulinaemai.", {"cryoglobulinaemai"}},
                    Case{"no_root", "The praeoperative scan was clear.", {"praeoperative"}},
                    Case{"british_in_an_american_article",
                         "The color of the center is gray. It was cryoglobulinaemia.",
                         {"cryoglobulinaemia"}},
                    Case{"both_write_so",
                         "The color of the center is gray. Aesthetic archaeology is fun.",
                         {}}),
    name_of_row);

TEST(NamesAlone, OfMedicineAreOfferedInTheOtherDialect) {
  Desk desk(list);
  EXPECT_EQ(desk.said("The color of the center is gray. It was cryoglobulinaemia."),
            (Strings{"dialect: cryoglobulinaemia -> cryoglobulinemia"}));
}

TEST(NamesAlone, OfMedicineThatAListHasAreAmerican) {
  lexicon::VocabularyOptions options;
  options.data_folder = tests::build_folder() + "/data";
  options.lists.push_back(
      lexicon::parse_word_list("papilledema\nhydremia\nendemics\n", "dictionaries/x.txt").value);
  const auto words = lexicon::Vocabulary::open(std::move(options));
  ASSERT_TRUE(words.has_value());
  EXPECT_EQ(dialect_facts("papilledema", *words).other, "papilloedema");
  EXPECT_EQ(dialect_facts("hydremia", *words).other, "hydraemia");
  EXPECT_EQ(dialect_facts("endemics", *words).other, "");
}

TEST(NamesAlone, OfPartsOfTheBodyAche) {
  Desk desk;
  EXPECT_EQ(desk.said("Rest if your head aches."), Strings{});
  EXPECT_EQ(desk.said("Rest if you have head aches."),
            (Strings{"split-compound: head aches -> headaches"}));
}

TEST(NamesAlone, AreNoErrors) {
  using enum findings::Severity;
  Desk desk;
  const auto severity = [&](const char* text) { return desk.read(text).at(0).severity; };
  EXPECT_EQ(severity("The imune system protects you."), error);
  EXPECT_EQ(severity("It damages the enamal of teeth."), warning);
  EXPECT_EQ(severity("Heike fixes it."), suggestion);
}

TEST(NamesAlone, AreNotWhatHasCapitalsWithin) {
  Desk desk;
  EXPECT_EQ(desk.said("It was a reALly good day."), (Strings{"wrong-case: reALly -> really"}));
  EXPECT_EQ(desk.said("ANd then we left."), (Strings{"doubled-capital: ANd -> And"}));
}

}  // namespace
}  // namespace linter::checks::spelling
