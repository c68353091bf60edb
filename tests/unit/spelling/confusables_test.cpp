#include "linter/checks/spelling/confusables.h"

#include <array>
#include <gtest/gtest.h>
#include <random>
#include <sstream>

#include "linter/base/files.h"
#include "linter/base/utf8.h"
#include "linter/checks/spelling/collocations_table.h"
#include "linter/checks/spelling/likeness.h"
#include "linter/checks/spelling/look_alikes.h"
#include "linter/checks/spelling/near_terms.h"
#include "linter/checks/spelling/word_memos.h"
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
        Row{"from_damage", "Creams protect your skin form sunburn.", "from"},
        Row{"an_there", "It is free, an there is no obligation.", "and"},
        Row{"an_sit", "Come in an sit down.", "and"},
        Row{"will_sent", "We will sent you a reminder.", "send"},
        Row{"is_send", "The sample is send to a laboratory.", "sent"},
        Row{"gets_worst", "If it gets worst after a day, call us.", "worse"},
        Row{"quiet_surprised", "Patients are often quiet surprised.", "quite"},
        Row{"loose_too_much", "Try not to loose too much weight.", "lose"},
        Row{"very_thing", "The skin there is very thing and dry.", "thin"},
        Row{"each_patience", "We treat each patience as a guest.", "patient"},
        Row{"price_vary_s", "The price vary's with the area.", "varies"},
        Row{"your_more_likely", "Your more likely to bruise.", "You're"},
        Row{"blisters_where", "The blisters where drained with a needle.", "were"},
        Row{"within_ours", "The wounds close within ours and heal.", "hours"},
        Row{"than_on_day", "It lasts no more than on day in most people.", "one"},
        Row{"is_know_that", "It is know that smoke harms skin.", "known"},
        Row{"tip_of_the_noise", "The tip of the noise can be raised.", "nose"},
        Row{"not_recommend_for", "It is not recommend for dry skin.", "recommended"},
        Row{"sea_good_results", "We sea good results in people with dry skin.", "see"},
        Row{"skip_desert", "We advise you to skip desert and sweet drinks.", "dessert"},
        Row{"return_too", "You may return too work at once.", "to"},
        Row{"rosacea_effects", "Rosacea effects about one in ten.", "affects"},
        Row{"access_fat", "It removes access oil.", "excess"},
        Row{"excess_to", "Members have excess to the pool.", "access"},
        Row{"thin_and", "The skin there is think and pale.", "thin"},
        Row{"tin_layer", "Spread a tin layer on it.", "thin"},
        Row{"server_pain", "Call us about server pain.", "severe"},
        Row{"singed_form", "The patient singed the form.", "signed"},
        Row{"tread_acne", "Light can tread acne.", "treat"},
        Row{"width_water", "Rinse width water.", "with"},
        Row{"plan_witch", "Choose a plan witch suits you.", "which"},
        Row{"if_you_wish", "Call if you which to move it.", "wish"},
        Row{"covered_except", "All is covered expect for drinks.", "except"},
        Row{"expected_result", "The excepted result is a glow.", "expected"},
        Row{"exited_to", "We are exited to open.", "excited"},
        Row{"coarse_of", "A coarse of six peels.", "course"},
        Row{"adds_volume", "The filler ads volume.", "adds"},
        Row{"averse_to", "Some people are adverse to needles.", "averse"},
        Row{"alternative_to", "A good alternate to surgery.", "alternative"},
        Row{"blow_drying", "Avoid below drying.", "blow"},
        Row{"boasts", "Our clinic boats a roof garden.", "boasts"},
        Row{"borne_by", "The cost is born by the insurer.", "borne"},
        Row{"assure_safety", "We test it to assure safety.", "ensure"},
        Row{"amount_of_sessions", "The amount of sessions varies.", "number"},
        Row{"minimum_discomfort", "It causes minimum discomfort.", "minimal"},
        Row{"prescriptive", "Tell us of prescriptive drugs.", "prescription"},
        Row{"whether_its_on", "Ask whether its on the list.", "it's"},
        Row{"for_you_patient", "It is distressing for you patient.", "your"},
        Row{"patients_records", "Keep the patients records safe.", "patients'"},
        Row{"is_then_placed", "The cap is than placed on top.", "then"},
        Row{"burns_more_than", "It burns more calories then running.", "than"},
        Row{"if_you_are_experiencing", "Stop if your experiencing pain.", "you're"},
        Row{"back_to_their", "They return to there daily walks.", "their"},
        Row{"too_much", "Do not eat to much sugar.", "too"},
        Row{"too_soon", "It was washed to soon after that.", "too"},
        Row{"ways_to", "Two ways too become calm.", "to"},
        Row{"result_from", "Marks can result form a fall.", "from"},
        Row{"training_from", "She had training form the maker.", "from"},
        Row{"to_form", "Mix it with water to from a paste.", "form"},
        Row{"cooling_effect", "It has a cooling affect.", "effect"},
        Row{"lose_its", "The cloth may loose its shape.", "lose"},
        Row{"time_for", "Once you chose, its time for a talk.", "it's"},
        Row{"discover_its", "Come and discover it's full range.", "its"},
        Row{"keep_your", "Floss to keep you teeth clean.", "your"},
        Row{"cut_off", "The tag goes by cutting it of with care.", "off"},
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
        Row{"hold_you_back", "Let nothing hold you back.", ""},
        Row{"not_equal_to", "To many people it is new.", ""},
        Row{"cells_form_the", "Nine cells form the core.", ""},
        Row{"think_its", "We think it's full of ideas.", ""},
        Row{"adverse_effect", "Tell us of any adverse effects.", ""},
        Row{"amount_of_time", "The amount of time varies.", ""},
        Row{"coarse_of_sand", "It has a coarse feel.", ""},
        Row{"tin_box", "Keep it in a tin box.", ""},
        Row{"born_by", "The twins were born by surgery.", ""},
        Row{"minimum_age", "The minimum age is 18.", ""},
        Row{"we_assure_you", "We can assure you of that.", ""},
        Row{"water_treads", "Learn to tread water.", ""},
        Row{"server_room", "The server room is cool.", ""},
        Row{"which_to_choose", "Ask which to choose.", ""},
        Row{"whether_its_owner", "Ask whether its owner agrees.", ""},
        Row{"the_clients_agree", "The clients agree with us.", ""},
        Row{"affects", "It affects the skin.", ""}, Row{"flat_affect", "Her affect was flat.", ""},
        Row{"the_flat_affect", "The mood was low and the affect was flat.", ""},
        Row{"to_effect", "They hope to effect change.", ""},
        Row{"brow_hair", "The artist draws each brow hair by hand and picks a brow color.", ""},
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

INSTANTIATE_TEST_SUITE_P(
    SmallWords, Confused,
    testing::Values(Row{"he_skin", "It dries on he skin.", "the"},
                    Row{"of_they", "It is the size of they ball.", "the"},
                    Row{"the_require", "It helps because the require care.", "they"},
                    Row{"with_you_doctor", "Talk about it with you health.", "your"},
                    Row{"your_are", "Tell us how your are today.", "you"},
                    Row{"tell_your", "They tell your what to do.", "you"},
                    Row{"wears_of", "It wears of slowly.", "off"},
                    Row{"rid_off", "You get rid off the spots.", "of"},
                    Row{"do_no_hurt", "They do no mean it.", "not"},
                    Row{"is_no_recommended", "It is no recommended for children.", "not"},
                    Row{"or_team", "Book a visit with or friendly team.", "our"},
                    Row{"when_is_occurs", "It hurts when is occurs at night.", "it"},
                    Row{"makes_is_likely", "This makes is likely to last.", "it"},
                    Row{"part_if_a", "It is done as part if a test.", "of"},
                    Row{"depends_one", "It depends one your age.", "on"},
                    Row{"ever_day", "Wash it ever day.", "every"},
                    Row{"the_some_day", "You go home the some day.", "same"},
                    Row{"must_common", "It is the must common cause.", "most"},
                    Row{"won_pace", "You go at your won pace.", "own"},
                    Row{"can_used", "You can used it at home.", "use"},
                    Row{"we_thing", "We thing that it helps.", "think"},
                    Row{"right_think", "It is the right think to do.", "thing"},
                    Row{"with_is", "Ask for a treatment with is gentle.", "which"},
                    Row{"combined_wit", "It is combined wit the cream.", "with"},
                    Row{"so_hat", "We do it so hat you can rest.", "that"},
                    Row{"in_thus_way", "It heals in thus way.", "this"},
                    Row{"it_as_been", "It as been used for years.", "has"},
                    Row{"can_by_used", "It can by used at home.", "be"},
                    Row{"it_my_hurt", "It my be red for a day.", "may"},
                    Row{"so_may_people", "It helps so may people.", "many"},
                    Row{"people_how_have", "It is for people how have scars.", "who"},
                    Row{"about_who_much", "Ask about who much it is.", "how"},
                    Row{"ensure_than", "We ensure than you are safe.", "that"},
                    Row{"there_weeks", "It heals in there weeks.", "three"},
                    Row{"area_were_it", "Cool the area were it hurts.", "where"},
                    Row{"how_were_can", "Ask how were can help.", "we"},
                    Row{"is_and_excellent", "It is and excellent way.", "an"},
                    Row{"redness_an_swelling", "There is redness an swelling.", "and"},
                    Row{"fir_your", "It is good fir your skin.", "for"},
                    Row{"from_of", "It is a severe from of acne.", "form"},
                    Row{"protects_form", "It protects form the sun.", "from"},
                    Row{"helps_too_make", "It helps too reduce it.", "to"},
                    Row{"or_to_weeks", "It lasts a week or two, and every to weeks it is done.",
                        "two"}),
    row_name);

INSTANTIATE_TEST_SUITE_P(
    SmallWordsThatAreRight, Confused,
    testing::Values(
        Row{"he", "He folds it, and he lives in it. A yard off he stopped.", ""},
        Row{"they", "After they account for it, they move. Of all they know.", ""},
        Row{"the_do", "It is the do or die of it. Ask the way.", ""},
        Row{"gives_you", "It gives you energy and offers you care; you people know.", ""},
        Row{"your_will", "It is your will. Your can of paint is here. Ask about yours.", ""},
        Row{"of_phrases", "It is the turn of the year, the cut of meat, the show of it.", ""},
        Row{"off_phrases", "Take one off the top. A one off treatment.", ""},
        Row{"no_phrases", "It does no harm, is no longer red, and there is no need.", ""},
        Row{"or_phrases", "Wash with or without it, in or out.", ""},
        Row{"is_phrases", "What he says is is not clear. A pain that is felt is real.", ""},
        Row{"if_phrases", "Call us if the area is red. The results if the skin is dry.", ""},
        Row{"one_phrases", "It is one of two. Later on of course it hurts.", ""},
        Row{"every_phrases", "The very day it came; my best ever day; not every bad scar.", ""},
        Row{"some_phrases", "At some time it hurts. Some results last.", ""},
        Row{"must_phrases", "It is a must have. Patients must rest.", ""},
        Row{"used_phrases", "It is not used as a drug, and it is used to make soap.", ""},
        Row{"with_phrases", "The people you work with is what counts. Skin with results.", ""},
        Row{"by_phrases", "By now it can by law be sold; he was told to by a nurse.", ""},
        Row{"many_phrases", "So many that many want it. Many have it.", ""},
        Row{"who_phrases", "I wonder who it was. Ask who the doctor is.", ""},
        Row{"than_phrases", "It is thicker skin than it was; a better one than you know.", ""},
        Row{"there_phrases", "Are there days of rest? People there smile.", ""},
        Row{"where_phrases", "The areas where the skin is thin; a case where blood flows.", ""},
        Row{"were_phrases", "The results were the same.", ""},
        Row{"and_phrases", "It plays an important role. As and when it is time.", ""},
        Row{"from_phrases", "Ask for help from friends. I like to be told from a height.", ""},
        Row{"too_phrases", "You too have it. It, too, can help. It is too cool.", ""},
        Row{"code", "A type if the default fits. Call collections.In is a list.", ""}),
    row_name);

INSTANTIATE_TEST_SUITE_P(
    Forms, Confused,
    testing::Values(
        Row{"he_results", "As it heals, he results are seen.", "the"},
        Row{"he_looks", "As it heals, he looks calm.", ""},
        Row{"your_need_to", "Stop when your need to rest.", "you"},
        Row{"your_need", "Your need to rest is real.", ""},
        Row{"bring_you_id", "Bring you ID to the clinic.", "your"},
        Row{"bring_you_joy", "May it bring you joy.", ""},
        Row{"bad_of", "She had a huge bad of clothes.", "bag"},
        Row{"and_adjustment", "Receive and adjustment dose later.", "an"},
        Row{"got_by_how", "You have got by how it feels.", "go"},
        Row{"our_by", "It is carried our by nurses.", "out"},
        Row{"with_be", "The skin with be red.", "will"},
        Row{"involved_with", "Those involved with it have been calm.", ""},
        Row{"nothing_less_of", "Expect nothing less of excellence.", "than"},
        Row{"lobe_of_garlic", "Chew a lobe of garlic.", "clove"},
        Row{"lobe_of_ear", "The lobe of the ear.", ""},
        Row{"sin_tone", "It evens the sin tone.", "skin"},
        Row{"particles_overtime", "Ink particles overtime fade: lost overtime.", ""},
        Row{"work_overtime", "They work overtime.", ""},
        Row{"tendon_reflections", "The knee reflections were gone.", "reflexes"},
        Row{"scaring", "It leaves no scaring.", "scarring"},
        Row{"advance", "We use advance technology.", "advanced"},
        Row{"experience", "It is done by experience hands.", "experienced"},
        Row{"highly_train", "Our highly train staff helps.", "trained"},
        Row{"prolong", "Avoid prolong sitting.", "prolonged"},
        Row{"slip_disc", "A slip disc hurts.", "slipped"},
        Row{"heal_process", "The heal process is slow.", "healing"},
        Row{"plan_base_on", "We make a plan base on your needs.", "based"},
        Row{"if_require", "It is done again if require.", "required"},
        Row{"very_effect", "It is a very effect way.", "effective"},
        Row{"safe_used", "It can be safe used at home.", "safely"},
        Row{"hair_permanent", "It removes hair permanent.", "permanently"},
        Row{"many_man", "Many man choose it.", "men"},
        Row{"can_fine", "You can fine us in town.", "find"},
        Row{"be_fond", "It can be fond in shops.", "found"},
        Row{"each_weak", "Come twice each weak.", "week"},
        Row{"expert_advise", "We give expert advise.", "advice"},
        Row{"can_chose", "You can chose a plan.", "choose"},
        Row{"it_maybe", "It maybe sore at first.", "may be"},
        Row{"hairs_removal", "Laser hairs removal is quick.", "hair"},
        Row{"acnes", "It treats acnes and scars.", "acne"},
        Row{"multiply", "Multiply treatments are required.", "Multiple"},
        Row{"go_head", "You can go head with it.", "ahead"},
        Row{"in_their_place",
            "Pay in advance. Cells need to heal. Relax during it. She is fond of it. We advise "
            "you. "
            "It is permanent. To lay down new bone. C. acnes bacteria grow. Add and multiply.",
            ""}),
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
  EXPECT_LE(alarms, 2) << "of " << right;
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

TEST(Collocations, AskForTheWordThatUsuallyStandsThere) {
  Desk desk;
  const auto said = [&](const char* text) { return desk.said(text); };
  using Said = std::vector<std::string>;
  EXPECT_EQ(said("Check the average flood glucose daily."), Said{"confused-word: flood -> blood"});
  EXPECT_EQ(said("Wax the bikini limes."), Said{"confused-word: limes -> lines"});
  EXPECT_EQ(said("They sell laser chair removal."), Said{"confused-word: chair -> hair"});
  EXPECT_EQ(said("The clinical trial was long. A bony area hurts. Bones heal in weeks."), Said{});
  EXPECT_EQ(said("The scabs came. Scabs fall. Keep scab tissue dry."), Said{});
  // over "of" and "the", in a list, and where a sentence begins
  EXPECT_EQ(said("It sloughs the upper lawyers of the skin."),
            Said{"confused-word: lawyers -> layers"});
  EXPECT_EQ(said("Expect some redness, braising or swelling."),
            Said{"confused-word: braising -> bruising"});
  EXPECT_EQ(said("Defending on your needs, we plan more."),
            Said{"confused-word: Defending -> Depending"});
  // a verb in the place of one, and a noun that no verb can be
  EXPECT_EQ(said("It stipulates natural collagen."),
            Said{"confused-word: stipulates -> stimulates"});
  EXPECT_EQ(said("Hair loss is common. Stop hair boss and hair damage."),
            Said{"confused-word: boss -> loss"});
  // a number, and what is counted; an adverb says little
  EXPECT_EQ(said("Leave the mask on for 20 minuses."), Said{"confused-word: minuses -> minutes"});
  EXPECT_EQ(said("Redness normally fades within a day."), Said{});
  // words of one family, and what stands over "of" by chance
  EXPECT_EQ(said("Physical inactivity harms. Resume normal activities. Our core team helps."),
            Said{});
  EXPECT_EQ(said("The rest of the blood flows back. A pair of fine eyes looked up."), Said{});
}

TEST(Collocations, ArePairsInATable) {
  const auto table = CollocationsTable::parse(
      "# comment\ndry oily\tskin\tcare\n\thair\tshaft\n& redness swelling\n~bony\tarea\t\n",
      "x.tsv");
  ASSERT_TRUE(table.errors.empty());
  EXPECT_EQ(table.value.size(), 4U);
  base::ImageWriter writer;
  table.value.put(writer);
  const std::string bytes = writer.take();
  base::ImageReader reader(bytes);
  const CollocationsTable read(reader);
  const auto word = [&](const char* text) { return read.word_of(text); };
  EXPECT_TRUE(read.has(word("dry"), word("skin")));
  EXPECT_FALSE(read.has(word("skin"), word("dry")));
  EXPECT_FALSE(read.has(word("bony"), word("area")));
  EXPECT_TRUE(read.allows(word("bony"), word("area")));
  EXPECT_EQ(read.leaders(word("skin")), 2U);
  EXPECT_EQ(read.followers(word("skin")), 1U);
  const CollocationsTable::Near skin{word("skin"), Likeness::slip};
  EXPECT_EQ(read.near("skim"), std::vector{skin});
  EXPECT_TRUE(read.lists(word("swelling"), word("redness")));
  EXPECT_FALSE(read.lists(word("swelling"), word("skin")));
  EXPECT_EQ(read.text_of(word("shaft")), "shaft");
  EXPECT_EQ(read.text_of(0), "");
}

TEST(Likeness, IsASlipOrASound) {
  struct Case {
    const char* written;
    const char* meant;
    Likeness how;
  };
  for (const Case& one : {
           Case{"shift", "shaft", Likeness::slip},
           {"monotherapy", "mesotherapy", Likeness::none},
           {"principal", "principle", Likeness::none},
           {"palate", "pallet", Likeness::sound},
           {"treated", "treat", Likeness::none},
           {"haemorrhoid", "hemorrhoid", Likeness::none},
           {"inactivity", "activity", Likeness::none},
           {"skin", "care", Likeness::none},
       }) {
    EXPECT_EQ(likeness(one.written, one.meant), one.how) << one.written;
    EXPECT_EQ(likeness(one.meant, one.written), one.how) << one.written;
    if (one.how == Likeness::none) continue;
    std::vector<std::uint32_t> keys;
    std::vector<std::uint32_t> others;
    likeness_keys(one.written, keys);
    likeness_keys(one.meant, others);
    EXPECT_NE(std::ranges::find_first_of(keys, others), keys.end()) << one.written;
  }
}

TEST(Collocations, StandForPluralsToo) {
  EXPECT_EQ(stem_of("activities"), "activity");
  EXPECT_EQ(stem_of("cookies"), "cookie");
  EXPECT_EQ(stem_of("patches"), "patch");
  EXPECT_EQ(stem_of("aches"), "ache");
  EXPECT_EQ(stem_of("doctor's"), "doctor");
  EXPECT_EQ(stem_of("pus"), "pus");
}

TEST(Collocations, RefuseWhatIsNoRow) {
  for (const char* line :
       {"skin", "dry\tskin", "dry\t\tcare", "dry\tthe skin\tcare", "& redness", "&redness pain"}) {
    EXPECT_EQ(CollocationsTable::parse(line, "x.tsv").errors.size(), 1U) << line;
  }
}

TEST(Collocations, ReadNothingOutsideOfADamagedImage) {
  const auto table = CollocationsTable::parse("dry oily\tskin\tcare\n", "x.tsv");
  base::ImageWriter writer;
  table.value.put(writer);
  const std::string whole = writer.take();
  for (std::size_t at = 0; at < whole.size(); ++at) {
    std::string bytes = whole;
    bytes[at] = static_cast<char>(bytes[at] ^ 0x55);
    base::ImageReader reader(bytes);
    const CollocationsTable read(reader);
    EXPECT_LE(read.near("skim").size(), whole.size());
    EXPECT_LE(read.text_of(read.word_of("skin")).size(), whole.size());
  }
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
  EXPECT_TRUE(desk.said("A winkle is small. We eat winkles. The sea has winkles.").empty());
  EXPECT_TRUE(desk.said(about + "A wrinkled face. We eat sprinkles.").empty());
  EXPECT_TRUE(desk.said("Winkles are snails. Boiled winkles keep.").empty());
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

// Most patterns are refused by what stands right beside a word; what is told must not depend on it.
TEST(Confusables, AreTheSameInAHurry) {
  constexpr auto words = std::to_array<std::string_view>(
      {"side", "affect", "effect", "the",   "a",    "to",   "too",   "high",   "their",
       "is",   "loose",  "your",   "hair",  "then", "than", "safer", "we",     "no",
       "know", "how",    "it",     "trail", "2",    "if",   "days",  "breath", "patience",
       "our",  "were",   "-",      ",",     ".",    "(",    "tow",   "quite",  "peel"});
  Desk desk;
  std::minstd_rand random(11);
  WordMemos memos;
  LeftPatterns kept;
  const ConfusableFacts of_number;
  for (int round = 0; round < 400; ++round) {
    std::string text;
    for (int left = 40; left > 0; --left) {
      const std::string_view word = words[random() % words.size()];
      if (random() % 8 != 0) text += ' ';
      text += random() % 9 == 0 ? base::capitalised(word) : std::string(word);
    }
    const auto source = source::make_source("a.md", text);
    ASSERT_TRUE(source);
    prose::Article article;
    ASSERT_TRUE(prose::format_for_path("a.md")->read(*source, {}, article));
    sentences::Text tokens;
    sentences::split(article, tokens);
    desk.words.annotate(article.view, tokens);
    const lexicon::Reading reading{*source, article, tokens, desk.words};
    const Scan scan(reading);
    memos.begin(desk.words);
    const auto facts_of = [&](Scan::Index other) {
      return scan.is_word(other) ? memos.of(scan, other).table : of_number;
    };
    for (Scan::Index i = 0; i < scan.size(); ++i) {
      if (!scan.is_word(i)) continue;
      const std::uint16_t row = memos.of(scan, i).table.row;
      const auto fast = Confusables::of_english().meant(scan, i, row, facts_of, &kept);
      const auto plain = Confusables::of_english().meant(scan, i, row, facts_of, nullptr);
      ASSERT_EQ(fast.has_value(), plain.has_value()) << text << '\n' << scan.text(i);
      if (plain) {
        ASSERT_EQ(fast->word, plain->word) << text;
      }
    }
  }
}

}  // namespace
}  // namespace linter::checks::spelling
