#include "linter/checks/spelling/confusables.h"

#include <gtest/gtest.h>
#include <sstream>

#include "linter/base/files.h"
#include "linter/base/utf8.h"
#include "linter/checks/spelling/look_alikes.h"
#include "linter/checks/spelling/near_terms.h"
#include "tests/unit/spelling/desk.h"

namespace linter::checks::spelling {
namespace {

struct Row {
  const char* name;
  const char* text;
  const char* meant;  // nothing: silent
};

class Confused : public testing::TestWithParam<Row> {
 protected:
  static void SetUpTestSuite() { desk_ = std::make_unique<Desk>(); }
  static void TearDownTestSuite() { desk_.reset(); }
  static std::unique_ptr<Desk> desk_;
};
std::unique_ptr<Desk> Confused::desk_;

TEST_P(Confused, WordsAreToldByTheirNeighbors) {
  std::string said;
  for (const findings::Finding& finding : desk_->read(GetParam().text)) {
    if (finding.rule == "spelling.confused-word") said += finding.suggestions.front();
  }
  EXPECT_EQ(said, GetParam().meant);
}

constexpr auto row_name = [](const auto& row) { return std::string(row.param.name); };

INSTANTIATE_TEST_SUITE_P(
    Wrong, Confused,
    testing::Values(
        Row{"affect", "One side affect is itching.", "effect"},
        Row{"the_affect", "The affect is short.", "effect"},
        Row{"clinical_trail", "A clinical trail of forty people.", "trial"},
        Row{"statue", "The statue of limitations ends it.", "statute"},
        Row{"school_principle", "The school principle agreed.", "principal"},
        Row{"tow", "Book it for tow sessions.", "two"},
        Row{"vile", "Take one vile of serum.", "vial"},
        Row{"peek", "It may peek your interest.", "pique"},
        Row{"too_high", "The dose is to high.", "too"},
        Row{"days_downtown", "Expect three days downtown.", "downtime"},
        Row{"no_how", "We no how it feels.", "know"},
        Row{"effect", "It will not effect you.", "affect"},
        Row{"loose", "You will loose your hair.", "lose"},
        Row{"loose_implants", "Smokers loose implants.", "lose"},
        Row{"who_loose", "Those who loose fat are thin.", "lose"},
        Row{"safer_then", "It is safer then surgery.", "than"},
        Row{"rather_then", "Rest rather then work.", "than"},
        Row{"more_often_then_not", "It works more often then not.", "than"},
        Row{"lasts_longer_then", "It lasts longer then a filler.", "than"},
        Row{"pays_its_staff", "The clinic pays it's staff.", "its"},
        Row{"with_its_tip", "The pen with it's tip moves.", "its"},
        Row{"please_accept", "Please except our thanks.", "accept"},
        Row{"take_a_break", "You may take a brake at noon.", "break"},
        Row{"capital_of", "Paris is the capitol of France.", "capital"},
        Row{"will_heal", "The wound will heel.", "heal"},
        Row{"patients_wait", "The patience wait outside.", "patients"},
        Row{"derma_heals", "The derma heals.", "dermis"},
        Row{"other_device", "The other devise is safe.", "device"},
        Row{"plaques", "The plagues look purple.", "plaques"},
        Row{"graft", "A grant that dries is lost.", "graft"},
        Row{"its", "Its important to rest.", "It's"},
        Row{"its_own", "The skin has it's own oil.", "its"},
        Row{"your", "Ask if your pregnant, please.", "you're"},
        Row{"their", "Their are two ways.", "There"},
        Row{"than", "It takes less then five minutes.", "than"},
        Row{"breath", "Let the skin breath.", "breathe"},
        Row{"principle", "The principle ingredient is retinol.", "principal"},
        Row{"advice", "We strongly advice you to wait.", "advise"},
        Row{"advise", "Seek medical advise.", "advice"}, Row{"heel", "Wounds heel faster.", "heal"},
        Row{"peal", "A chemical peal takes a week.", "peel"},
        Row{"vains", "Spider vains fade.", "veins"},
        Row{"sight", "Cool the injection sight.", "site"},
        Row{"weather", "Ask weather you can drive.", "whether"},
        Row{"led", "The study was lead by nurses.", "led"},
        Row{"passed", "In the passed few years it grew.", "past"},
        Row{"to", "That is to much.", "too"}, Row{"quiet", "It is quiet common.", "quite"},
        Row{"where", "They where treated twice.", "were"},
        Row{"whose", "Patients who's skin is dry.", "whose"},
        Row{"form", "Prices range form 50 to 90.", "from"},
        Row{"trough", "It goes trough the skin.", "through"}, Row{"wont", "It wont hurt.", "won't"},
        Row{"downtown", "There is no downtown.", "downtime"},
        Row{"devise", "This devise is cleared.", "device"},
        Row{"derma", "The derma is below it.", "dermis"},
        Row{"prick", "It feels like a pin pick.", "prick"},
        Row{"regiment", "Try a skincare regiment for a week.", "regimen"},
        Row{"genitive", "Clean each patients skin.", "patient's"},
        Row{"genitive_of_one_of_many", "The doctors hands are warm.", "doctor's"},
        Row{"genitive_of_the_only_one", "My mothers house is big.", "mother's"},
        Row{"genitive_of_a_plural", "Ask at the nurses desk.", "nurse's"},
        Row{"lost_its_glow", "The skin lost it's glow.", "its"},
        Row{"calmer_then", "It is calmer then before.", "than"},
        Row{"paler_then", "The scar is paler then usual.", "than"},
        Row{"entrance", "We have a discrete side entrance.", "discreet"},
        Row{"form_us", "You will get a letter form us.", "from"},
        Row{"wont_at_the_end", "No, it wont.", "won't"},
        Row{"wont_with_a_verb", "These creams wont remove it.", "won't"},
        Row{"french", "It is a french brand.", "French"}),
    row_name);

INSTANTIATE_TEST_SUITE_P(
    Right, Confused,
    testing::Values(
        Row{"affects", "It affects the skin.", ""}, Row{"flat_affect", "Her affect was flat.", ""},
        Row{"the_flat_affect", "The mood was low and the affect was flat.", ""},
        Row{"to_effect", "They hope to effect change.", ""},
        Row{"its_adjective", "Its possible values are two.", ""},
        Row{"its_best", "It tries its best to help.", ""},
        Row{"heals_in_a_list", "It brightens, heals, and strengthens.", ""},
        Row{"thought_leaders", "They act as thought leaders.", ""},
        Row{"plagues", "Old plagues killed many; doubt plagues them.", ""},
        Row{"grant", "A grant that pays for the study is welcome.", ""},
        Row{"better_then", "It was better then, and it is safer then.", ""},
        Row{"or_rather_then", "Now or rather then it began.", ""},
        Row{"a_brake", "The bike has a brake at the front.", ""},
        Row{"hiking_trail", "The trail leads to a lake.", ""},
        Row{"statue", "A statue of the founder.", ""}, Row{"vile", "It has a vile taste.", ""},
        Row{"too_soon", "It is to close in May.", ""},
        Row{"knight", "Each knight had a horse.", ""},
        Row{"plain_of", "The plain of the river is wide.", ""},
        Row{"week_evidence", "This week evidence came.", ""},
        Row{"the_personal", "The personal is political.", ""},
        Row{"where_ed", "Results where treated areas heal.", ""},
        Row{"loose", "Wear loose clothing.", ""}, Row{"its", "The cream and its scent.", ""},
        Row{"it_is", "It's a gel.", ""}, Row{"your", "If your pregnant wife comes, call us.", ""},
        Row{"there", "Their doctors are there.", ""}, Row{"then", "If it is more, then stop.", ""},
        Row{"breath", "Take a breath.", ""}, Row{"heel", "Bring it to heel.", ""},
        Row{"peal", "A peal of bells rang.", ""},
        Row{"sight", "She faints at the sight of blood.", ""},
        Row{"weather", "The weather is bad.", ""}, Row{"lead", "Changes lead to scars.", ""},
        Row{"led_light", "To LED light she objects.", ""}, Row{"too", "It has too many names.", ""},
        Row{"vary", "Results can vary widely.", ""}, Row{"where", "People where I live agree.", ""},
        Row{"form", "It takes a different form.", ""},
        Row{"downtown", "The clinic is downtown.", ""}, Row{"devise", "We devise a plan.", ""},
        Row{"derma_roller", "A derma roller is sharp.", ""},
        Row{"hyphen", "Use your on-site staff.", ""},
        Row{"the_nouns_place", "Ask for a sound advise on that.", "advice"},
        Row{"a_verbs_place", "It may relief the pain.", "relieve"},
        Row{"topic", "She could not lose sight of her dessert, miles of sand.", "desert"},
        Row{"cause_its", "It works because its kept in the dark.", "it's"},
        Row{"for_you_skin", "It is good for you skin and hair.", "your"},
        Row{"an_the", "Wash it an the rest is easy.", "and"},
        Row{"the_are", "They came and the are here.", "they"},
        Row{"an_articles_subject",
            "Skin ages. The skin dries. Ask the clinic of collagen. Fine winkles come.",
            "wrinkles"},
        Row{"tropical", "Put on a tropical cream at night.", "topical"},
        Row{"and_its_staff", "The clinic and it's staff are kind.", "its"},
        Row{"laser_chair", "Laser chair removal is quick.", "hair"},
        Row{"payed", "She payed the bill.", "paid"},
        Row{"acne_scaring", "It treats acne scaring and lines.", "scarring"},
        Row{"sings_of", "The first sings of aging.", "signs"},
        Row{"another_subject", "We went to the sea and saw winkles.", ""},
        Row{"weather_helps", "Weather helps; the weather fees are a joke.", ""},
        Row{"their_small", "The ribs and their small cartilages end there.", ""},
        Row{"whose_swelling", "The tonsils, whose swelling may block the throat, rest.", ""},
        Row{"a_weak_or", "A weak or recessed chin is common.", ""},
        Row{"foods_lead", "Spicy foods lead to pain.", ""},
        Row{"too_warm", "They seem too warm.", ""},
        Row{"if_your_new", "If your new design is large, wait.", ""},
        Row{"hand_over", "That is for you. Wait before you hand it over.", ""},
        Row{"welcome_pack", "Your welcome pack is here.", ""},
        Row{"loose_hairs", "Do not let loose hairs fall, and loose the dogs.", ""},
        Row{"patients", "The patients face challenges.", ""},
        Row{"doctors", "The doctors hand it over, and the nurses help.", ""},
        Row{"mothers", "The mothers house them.", ""}, Row{"lost_it", "It's glow that counts.", ""},
        Row{"number_then", "The number then falls, and water then flows.", ""},
        Row{"forms", "They form us, and cells form on it; crystals form by day.", ""},
        Row{"wont", "As is his wont, he was wont to go.", ""},
        Row{"french_fries", "We ate french fries.", ""}),
    row_name);

TEST(Confusables, AreAllRows) {
  const auto text = base::disk()->read(
      std::string(GALLEY_SOURCE_DIR) + "/dictionaries/en/confusables.tsv", 1U << 20);
  ASSERT_TRUE(text.has_value());
  const auto table = ConfusablesTable::parse(*text, "confusables.tsv");
  EXPECT_TRUE(table.errors.empty()) << table.errors.front().line;
  EXPECT_EQ(table.value.size(), Confusables::of_english().size());
  EXPECT_GT(table.value.size(), 200U);
}

// What was written to try the table with: see the file.
TEST(Confusables, AreFoundInSentencesOfTheirOwn) {
  const auto text = base::disk()->read(
      std::string(GALLEY_SOURCE_DIR) + "/tests/quality/spelling/real_words.tsv", 1U << 20);
  ASSERT_TRUE(text.has_value());
  Desk desk;
  int wrong = 0;
  int found = 0;
  int right = 0;
  int alarms = 0;
  std::istringstream lines(*text);
  for (std::string line; std::getline(lines, line);) {
    if (line.empty() || line.starts_with('#')) continue;
    const std::size_t tab = line.find('\t');
    const std::size_t second = line.find('\t', tab + 1);
    const std::string meant = base::lower(line.substr(tab + 1, second - tab - 1));
    bool hit = false;
    bool alarm = false;
    for (const findings::Finding& finding : desk.read(line.substr(second + 1) + "\n")) {
      const auto& all = finding.suggestions;
      hit = hit || (tab > 0 && !all.empty() && base::lower(all.front()).contains(meant));
      alarm = true;
    }
    (tab > 0 ? wrong : right) += 1;
    found += hit ? 1 : 0;
    alarms += tab == 0 && alarm ? 1 : 0;
  }
  EXPECT_GE(found * 100, wrong * 88) << found << " of " << wrong;
  EXPECT_LE(alarms, 1) << "of " << right;
}

TEST(Confusables, RefuseWhatIsNoRow) {
  for (const char* line :
       {"loose>lose", "\tloose\t", "A WORD\tloose>lose\t", "\tloose>lose\t", "a\tone|two>three\tb",
        "@group\tWORD", "=unknown\tone>two", "=frame\t\t", "a^NN\tone>two\t", "@none\tone>two\t"}) {
    const auto table = ConfusablesTable::parse(line, "x.tsv");
    EXPECT_EQ(table.errors.size(), 1U) << line;
    EXPECT_EQ(table.value.size(), 0U) << line;
  }
}

TEST(Confusables, HaveGroupsFramesExceptionsAndWhatMayBeMissing) {
  const auto table = ConfusablesTable::parse(
      "@small\tone|two\n=after\tin @small? \tEND\n=after\ta\tb\tc|d !e\n=after\tx|y>z|w\n"
      "@small^two\tx>z\t!n\n",
      "x.tsv");
  EXPECT_TRUE(table.errors.empty());
  EXPECT_EQ(table.value.size(), 5U);
}

TEST(NearTerms, AreTermsOfTheArticleGoneWrong) {
  Desk desk;
  const std::string about =
      "Fine lines and wrinkles come. Deep wrinkles stay. Smooth wrinkles fade. All wrinkles age. ";
  EXPECT_EQ(desk.said(about + "Deep winkles stay."),
            (std::vector<std::string>{"confused-word: winkles -> wrinkles"}));
  const std::string thrice = "Fine wrinkles come. Deep wrinkles stay. Smooth wrinkles fade. ";
  EXPECT_EQ(desk.said(thrice + "Deep winkles stay."),
            (std::vector<std::string>{"confused-word: winkles -> wrinkles"}));
  EXPECT_TRUE(desk.said(thrice + "We eat winkles. The sea has winkles.").empty());
  EXPECT_TRUE(desk.said(about + "A wrinkled face. We eat sprinkles.").empty());
  EXPECT_TRUE(desk.said("Winkles are snails. Deep winkles stay.").empty());
}

TEST(NearTerms, AreOneSlipAwayAndNoForms) {
  EXPECT_TRUE(is_one_slip("winkles", "wrinkles"));
  EXPECT_TRUE(is_one_slip("cooper", "copper"));
  EXPECT_FALSE(is_one_slip("wrinkled", "wrinkles"));
  EXPECT_FALSE(is_one_slip("wrinkle", "wrinkles"));
  EXPECT_FALSE(is_one_slip("treated", "treatment"));
}

TEST(LookAlikes, AreWrittenAnew) {
  EXPECT_EQ(in_latin_letters("m\u0456croneedling"), "microneedling");
  EXPECT_EQ(in_latin_letters("\uFF53\uFF4B\uFF49\uFF4E"), "skin");
  for (const char* word : {"skin", "caf\u00E9", "\u041C\u043E\u0441\u043A\u0432\u0430",
                           "\u03B2-carotene", "\u00B5m", ""})
    EXPECT_EQ(in_latin_letters(word), "") << word;
}

}  // namespace
}  // namespace linter::checks::spelling
