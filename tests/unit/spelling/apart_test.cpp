// What fell apart or ran together: spaces lost after marks, words cut in two, apostrophes that went
// astray.
#include <gtest/gtest.h>

#include "tests/unit/spelling/desk.h"

namespace linter::checks::spelling {
namespace {

using Strings = std::vector<std::string>;
using Case = Sample;

class Apart : public testing::TestWithParam<Case> {
 protected:
  static void SetUpTestSuite() { desk_ = std::make_unique<Desk>("customizable\nJuvederm\n"); }
  static void TearDownTestSuite() { desk_.reset(); }
  static std::unique_ptr<Desk> desk_;
};
std::unique_ptr<Desk> Apart::desk_;

TEST_P(Apart, IsToldFromWhatStandsSoByRight) {
  EXPECT_EQ(desk_->said(GetParam().text), GetParam().said);
}

INSTANTIATE_TEST_SUITE_P(
    Mistakes, Apart,
    testing::Values(
        Case{"space_after_a_stop",
             "It fades within a day.The rest stays.",
             {"glued-words: day.The -> day. The"}},
        Case{"space_before_please",
             "It takes a while.Please wait here.",
             {"glued-words: while.Please -> while. Please"}},
        Case{"space_after_a_comma",
             "It took a week,and it was gone.",
             {"glued-words: week,and -> week, and"}},
        Case{"space_after_a_stop_and_before_an_adverb",
             "Book a visit before the event.Remember, we are closed on Sunday.",
             {"glued-words: event.Remember -> event. Remember"}},
        Case{"space_after_a_stop_behind_a_list",
             "It causes stress, anxiety, and depression.Compared with others, they sleep less.",
             {"glued-words: depression.Compared -> depression. Compared"}},
        Case{"space_after_a_rare_word",
             "The cut is made in the axilla.The scar fades.",
             {"glued-words: axilla.The -> axilla. The"}},
        Case{"space_after_a_name",
             "We also offer fillers such as Juvederm.They last a year.",
             {"glued-words: Juvederm.They -> Juvederm. They"}},
        Case{"space_after_a_question",
             "# Does a peel hurt?Patients answer",
             {"glued-words: hurt?Patients -> hurt? Patients"}},
        Case{"space_after_a_comma_in_a_list",
             "Expect mild swelling,redness and some heat.",
             {"glued-words: swelling,redness -> swelling, redness"}},
        Case{"space_after_a_comma_behind_an_adverb",
             "However,your skin needs a rest.",
             {"glued-words: However,your -> However, your"}},
        Case{"space_after_a_comma_in_capitals",
             "- FOR DARK KNUCKLES,HANDS AND FEET",
             {"glued-words: KNUCKLES,HANDS -> KNUCKLES, HANDS"}},
        Case{"space_after_a_colon_across_markup",
             "- **Filling**:The canals are filled with care.",
             {"glued-words: Filling**:The -> Filling: The"}},
        Case{"space_before_a_parenthesis",
             "It may be bad for the eyes(such as glare at night).",
             {"glued-words: eyes(such -> eyes (such"}},
        Case{"space_after_a_parenthesis",
             "We like to give the cream( mild) at night.",
             {"glued-words: cream( mild -> cream (mild"}},
        Case{"one_month", "Stop at least 1month ahead.", {"glued-words: 1month -> 1 month"}},
        Case{"measure_before_a_noun", "It has a 2year warranty.", {"glued-words: 2year -> 2-year"}},
        Case{"degrees", "Turn it by 45degrees.", {"glued-words: 45degrees -> 45 degrees"}},
        Case{"number_and_function_word",
             "A study of 2013that showed it.",
             {"glued-words: 2013that -> 2013 that"}},
        Case{"feed_back",
             "We read your feed back on it.",
             {"split-compound: feed back -> feedback"}},
        Case{"with_in", "It goes with in a week.", {"split-compound: with in -> within"}},
        Case{"to_day", "Call us to day for a visit.", {"split-compound: to day -> today"}},
        Case{"some_times", "Some times it stings.", {"split-compound: Some times -> Sometimes"}},
        Case{"cut_in_two", "Water is im portant.", {"split-compound: im portant -> important"}},
        Case{"name_glued_to_a_function_word",
             "See the beauty ofMonday here, and whileI wait it rains.",
             {"glued-words: ofMonday -> of Monday", "glued-words: whileI -> while I"}},
        Case{"number_glued_to_an_adverb",
             "It takes approximately15 minutes.",
             {"glued-words: approximately15 -> approximately 15"}},
        Case{"colon_in_a_title",
             "## Tooth Extraction:Healing Time and Care",
             {"glued-words: Extraction:Healing -> Extraction: Healing"}},
        Case{"self_apart",
             "It boosts your self esteem, and self care helps.",
             {"split-compound: self esteem -> self-esteem",
              "split-compound: self care -> self-care"}},
        Case{"makeup",
             "Do not wear make up today. Our make up artist helps.",
             {"split-compound: make up -> makeup", "split-compound: make up -> makeup"}},
        Case{"commas_of_a_list",
             "The skin,hair,and nails look good.",
             {"glued-words: skin,hair -> skin, hair", "glued-words: hair,and -> hair, and"}},
        Case{"space_on_the_wrong_side",
             "It is good ,cheap and fast. It heals very fast .The skin is new.",
             {"glued-words: good ,cheap -> good, cheap", "glued-words: fast .The -> fast. The"}},
        Case{"plural_that_begins",
             "- Photo's of our clients\n- Treatment's from 40 pounds",
             {"lost-apostrophe: Photo's -> Photos", "lost-apostrophe: Treatment's -> Treatments"}},
        Case{"prefix_apart_in_a_heading",
             "## Hyper Pigmentation\n\n- Non Surgical Options\n- Anti Ageing "
             "Cream",
             {"split-compound: Hyper Pigmentation -> Hyperpigmentation",
              "split-compound: Non Surgical -> Nonsurgical",
              "split-compound: Anti Ageing -> Anti-Ageing"}},
        Case{"compound_apart_in_a_cell",
             "| Area | Price |\n|---|---|\n| Under Arm | 40 |",
             {"split-compound: Under Arm -> Underarm"}},
        Case{"compounds_apart",
             "It is no ring worm. Brush your eye brows. Use a tooth brush.",
             {"split-compound: ring worm -> ringworm", "split-compound: eye brows -> eyebrows",
              "split-compound: tooth brush -> toothbrush"}},
        Case{"up_to_in_capitals", "- UPTO 60% OFF", {"unknown-word: UPTO -> UP TO"}},
        Case{"quote_left_over",
             "It comes from stress, anemia', a virus, or age.",
             {"lost-apostrophe: anemia' -> anemia"}},
        Case{"zero_for_a_letter", "Use most 0f the oil.", {"look-alike: 0f -> of"}},
        Case{"rare_word_opens_a_sentence",
             "We use it on people with larger chins.Dermal fillers can help them.",
             {"glued-words: chins.Dermal -> chins. Dermal"}},
        Case{"cut_in_two_in_a_heading",
             "# The Skin Treat ment Plan",
             {"split-compound: Treat ment -> Treatment"}},
        Case{"cut_in_two_in_a_short_line",
             "- Fat tran sfer safe",
             {"split-compound: tran sfer -> transfer"}},
        Case{"two_capitals_of_a_word_in_a_word",
             "The Myelin SHeath and the PLedge. We are HEaring it.",
             {"doubled-capital: SHeath -> Sheath", "doubled-capital: PLedge -> Pledge",
              "doubled-capital: HEaring -> Hearing"}},
        Case{"do_not", "Don t wait for it.", {"lost-apostrophe: Don t -> Don't"}},
        Case{"it_is", "It s fine to wait.", {"lost-apostrophe: It s -> It's"}},
        Case{"apostrophe_apart", "You don 't need it.", {"lost-apostrophe: don 't -> don't"}},
        Case{"plural_before_are",
             "The treated area's are red.",
             {"lost-apostrophe: area's -> areas"}},
        Case{"initials_in_the_plural",
             "Read our FAQ's. FAQ's about peels; the FAQ's first answer.",
             {"lost-apostrophe: FAQ's -> FAQs", "lost-apostrophe: FAQ's -> FAQs"}},

        Case{"plural_after_a_number",
             "We have two clinic's in town.",
             {"lost-apostrophe: clinic's -> clinics"}},
        Case{"words_that_others_write_as_one",
             "See the break down of it. Shave under your under arms. It goes deep in to the skin.",
             {"split-compound: break down -> breakdown", "split-compound: under arms -> underarms",
              "split-compound: in to -> into"}},
        Case{"patients_skin", "Patients skin is dry.", {"confused-word: Patients -> Patients'"}},
        Case{"weeks_rest", "Take two weeks rest.", {"confused-word: weeks -> weeks'"}},
        Case{"letter_before_participle", "You will be e asked to rest.", {"stray-letter: e"}},
        Case{"name_before_predicate", "Vitamin e is safe; the force is g strong; x is n times y.", {}},
        Case{"genitive_before_own",
             "The bodys own cells heal it.",
             {"lost-apostrophe: bodys -> body's"}},
        Case{"letter_begun_twice", "The lines are very f fine.", {"stray-letter: f"}},
        Case{"two_capitals_at_the_start", "WIpe it dry.", {"doubled-capital: WIpe -> Wipe"}},
        Case{"a_letter_too_many_before_an_opener", "BAnother option is a peel.", {"doubled-capital: BAnother -> Another"}},
        Case{"lines_that_are_filled_out", "The serum fills out lines.", {}},
        Case{"no_letter_too_many_in_a_name", "BWell is a spa.", {}},
        Case{"two_capitals_of_a_name", "PHilippa agrees with us.", {"doubled-capital: PHilippa -> Philippa"}},
        Case{"capital_in_a_short_word", "Rest the dAy after.", {"wrong-case: dAy -> day"}},
        Case{"capital_in_a_unit", "A battery of 900 mAh lasts.", {}},
        Case{"name_glued_before_a_comma", "A serum withRetinol, and a cream.", {"glued-words: withRetinol -> with Retinol"}},
        Case{"two_capitals_of_a_contraction", "DOn't rub.", {"doubled-capital: DOn't -> Don't"}},
        Case{"no_callus", "CAll us at noon.", {"doubled-capital: CAll -> Call"}},
        Case{"more_more", "You need more more water.", {"doubled-word: more more -> more"}},
        Case{"swam", "She swimmed in the lake.", {"unknown-word: swimmed -> swam"}},
        Case{"donor", "The donar gave blood.", {"unknown-word: donar -> donor"}}),
    name_of_row);

INSTANTIATE_TEST_SUITE_P(
    Right, Apart,
    testing::Values(
        Case{"member_of_a_program", "The class collections.In is used there.", {}},
        Case{"name_that_stands_twice", "We call system.In here and system.In there.", {}},
        Case{"list_without_spaces", "The tags are red,green,and,blue here.", {}},
        Case{"type_of_a_package", "The result is a given time.Time value in local hours.", {}},
        Case{"members_behind_a_client",
             "Use the page.Client for it, and the page.Request for the other thing here.",
             {}},
        Case{"names_of_files_and_abbreviations",
             "Open the file index.Home now, e.g.The rest, i.e.what is left, in Node.js.",
             {}},
        Case{"declarations", "Set the style to display:block;margin:auto for the box.", {}},
        Case{"values", "It is one of yes,no,auto,none,true as they say.", {}},
        Case{"places", "He works in Pune,India and in Lagos,Kenya now.", {}},
        Case{
            "plural_and_call", "Put the item(s) in the box and call main(cell) or size(list).", {}},
        Case{"call_of_a_program", "print(the value) or size(x) gives you the size.", {}},
        Case{"numbers_with_letters",
             "The 2D view, a 5G phone, 10mm, B12, the 3rd step, 24hr care, 4x4, 1980s, 3pm, 90min, "
             "16bit, 50Plus-Fitness, and 10times.",
             {}},
        Case{"feed_back_into", "The results feed back into the plan.", {}},
        Case{"deal_with_in", "The problems we deal with in the clinic are small.", {}},
        Case{"from_day_to_day",
             "It changes from day to day, and night sweats are due to night air.",
             {}},
        Case{"some_times_of", "At some times of the year it is dry.", {}},
        Case{"vitamin_e", "Take vitamin e every day, and c class too.", {}},
        Case{"letters", "The T cells and the s orbital; a don is a teacher.", {}},
        Case{"possessives",
             "The area's limits are clear. Two clinic's rooms. This one is larger than the "
             "clinic's.",
             {}},
        Case{"patients_skinned", "Patients face challenges and skin their knees.", {}},
        Case{
            "the_more_the_more", "It is more and more. The more more people come, the better.", {}},
        Case{"with_s_or_z", "The organiser liked the customisable colour of the centre.", {}}),
    name_of_row);

TEST(Spelling, KnowsBritishFormsThatNoDictionaryHas) {
  Desk desk("customizable\n", "en-US");
  EXPECT_EQ(desk.said("The plan is customisable."),
            Strings{"dialect: customisable -> customizable"});
}

}  // namespace
}  // namespace linter::checks::spelling
