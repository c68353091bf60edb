#include <gtest/gtest.h>
#include <set>

#include "tests/support/scratch.h"
#include "tests/unit/spelling/desk.h"

namespace linter::checks::spelling {
namespace {

using Strings = std::vector<std::string>;
using Case = Sample;

class Article : public testing::TestWithParam<Case> {
 protected:
  static void SetUpTestSuite() {
    desk_ = std::make_unique<Desk>(
        "dermaroller\ngado gado\nhyperpigmentation\nBotox\nJuvederm\nacne "
        "vulgaris\nmicroneedling\nCoolSculpting\nJavaScript\n");
  }
  static void TearDownTestSuite() { desk_.reset(); }
  static std::unique_ptr<Desk> desk_;
};
std::unique_ptr<Desk> Article::desk_;

TEST_P(Article, IsReadAsAnEditorWould) {
  EXPECT_EQ(desk_->said(GetParam().text), GetParam().said);
}

INSTANTIATE_TEST_SUITE_P(
    Mistakes, Article,
    testing::Values(
        Case{"in_emphasis", "The *reslts* last.", {"unknown-word: reslts -> results"}},
        Case{"unknown", "It recieves a serum.", {"unknown-word: recieves -> receives"}},
        Case{"all_in_capitals", "BIKNI LINE LASER", {"unknown-word: BIKNI -> BIKINI"}},
        Case{"plural_cut_off_in_capitals",
             "SHAVING BUMP S MEN",
             {"split-compound: BUMP S -> BUMPS"}},
        Case{"two_letters_alone", "It opened i n 2004.", {"split-compound: i n -> in"}},
        Case{"hyphen_in_a_word",
             "Your eye-brows and hyper-pigmentation fade.",
             {"split-compound: eye-brows -> eyebrows",
              "split-compound: hyper-pigmentation -> hyperpigmentation"}},
        Case{"sentence_behind_parentheses",
             "A layer (the thin one).The rest is red.",
             {"glued-words: ).The -> ). The"}},
        Case{"name_without_its_capital_once",
             "Use botox. We like botox.",
             {"wrong-case: botox -> Botox"}},
        Case{"garbled", "The plan adjoests to you.", {"unknown-word: adjoests -> adjusts"}},
        Case{"most_words_of_a_sentence",
             "The patinet recieved a tratment.",
             {"unknown-word: patinet -> patient", "unknown-word: recieved -> received",
              "unknown-word: tratment -> treatment"}},
        Case{"two_at_the_start_like_a_species",
             "Patiens shoud call the clinic.",
             {"unknown-word: Patiens -> Patients", "unknown-word: shoud -> should"}},
        Case{"disease_at_the_start_like_a_species",
             "Dermatitus symptons may last for weeks.",
             {"unknown-word: Dermatitus -> Dermatitis", "unknown-word: symptons -> symptoms"}},
        Case{"two_long_ones_at_the_start",
             "Diagnossis treatmants are known.",
             {"unknown-word: Diagnossis -> Diagnosis", "unknown-word: treatmants -> treatments"}},
        Case{"most_words_of_a_short_sentence",
             "Sevre swelingg ocurrs rarly.",
             {"unknown-word: Sevre -> Severe", "unknown-word: swelingg -> swelling",
              "unknown-word: ocurrs -> occurs", "unknown-word: rarly -> rarely"}},
        Case{"capitalised", "Seperate rooms are used.", {"unknown-word: Seperate -> Separate"}},
        Case{"in_a_link",
             "Use the [tratment plan](https://example.org/treatment).",
             {"unknown-word: tratment -> treatment"}},
        Case{"in_a_title", "# The Treatmant Room", {"unknown-word: Treatmant -> Treatment"}},
        Case{"short_in_a_title", "# Our Brnad Story", {"unknown-word: Brnad -> Brand"}},
        Case{"short_in_capitals",
             "OUR TEAM HEPLS YOU TO SUCEED",
             {"unknown-word: HEPLS -> HELPS", "unknown-word: SUCEED -> SUCCEED"}},
        Case{"with_a_capital_in_a_list",
             "We offer Rest, Informatoin and Advice.",
             {"unknown-word: Informatoin -> Information"}},
        Case{"with_a_capital_in_mid_sentence",
             "Ask for a Consultaton today.",
             {"unknown-word: Consultaton -> Consultation"}},
        Case{"before_a_capital",
             "Treatmant Plans for all.",
             {"unknown-word: Treatmant -> Treatment"}},
        Case{"glued_in_a_title", "# Creamand Laser", {"glued-words: Creamand -> Cream and"}},
        Case{"in_capitals", "TREATMANT PLAN", {"unknown-word: TREATMANT -> TREATMENT"}},
        Case{"possessive", "The neadle's tip is fine.", {"unknown-word: neadle's -> needle's"}},
        Case{"inside_emphasis", "A **seper**ate room.", {"unknown-word: seper**ate -> separate"}},
        Case{"usual_slip", "I recieve it.", {"unknown-word: recieve -> receive"}},
        Case{"usual_slip_of_two_words", "It is alot.", {"unknown-word: alot -> a lot"}},
        Case{"glued_to_a_rare_word",
             "The hyperpigmentationmay fade.",
             {"glued-words: hyperpigmentationmay -> hyperpigmentation may"}},
        Case{"cut", "The treat ment is short.", {"split-compound: treat ment -> treatment"}},
        Case{"lost_genitive", "The childs skin is dry.", {"lost-apostrophe: childs -> child's"}},
        Case{"lost_genitive_of_y", "Use your bodys oil.", {"lost-apostrophe: bodys -> body's"}},
        Case{"stray_letter", "Wash the s skin.", {"stray-letter: s"}},
        Case{"name_without_capital", "Come on monday.", {"wrong-case: monday -> Monday"}},
        Case{"brand_without_capital", "Is botox safe?", {"wrong-case: botox -> Botox"}},
        Case{"doubled_in_markup", "Wash the *the* skin.", {"doubled-word: the *the -> the"}},
        Case{"look_alike",
             "A m\u0456croneedling day.",
             {"look-alike: m\u0456croneedling -> microneedling"}},
        Case{"glued", "The peel is gentleand quick.", {"glued-words: gentleand -> gentle and"}},
        Case{"glued_after_a_past_form",
             "They wroteletters to us.",
             {"glued-words: wroteletters -> wrote letters"}},
        Case{"doubled_capital", "TThe skin heals.", {"doubled-capital: TThe -> The"}},
        Case{"two_capitals", "THe skin heals.", {"doubled-capital: THe -> The"}},
        Case{"inner_capital", "The sKin heals.", {"wrong-case: sKin -> skin"}},
        Case{"slip_of_a_name_with_inner_capital",
             "Our CoolScupting takes an hour.",
             {"unknown-word: CoolScupting -> CoolSculpting"}},
        Case{
            "capitals_of_a_name",
            "Javascript runs the page of our Coolsculpting.",
            {"wrong-case: Javascript -> JavaScript", "wrong-case: Coolsculpting -> CoolSculpting"}},
        Case{"two_nouns_glued",
             "Each hairfollicle has one.",
             {"unknown-word: hairfollicle -> hair follicle"}},
        Case{"slip_before_one_letter",
             "Vitamn C, too, is there.",
             {"unknown-word: Vitamn -> Vitamin"}},
        Case{"capitals_of_its", "IT's never too late.", {"doubled-capital: IT's -> It's"}},
        Case{"lost_apostrophe", "You dont feel it.", {"lost-apostrophe: dont -> don't"}},
        Case{"lost_apostrophe_at_the_start", "Youre safe.", {"lost-apostrophe: Youre -> You're"}},
        Case{"accent_for_an_apostrophe",
             "The patient\u00B4s skin isn\u00B4t dry.",
             {"lost-apostrophe: patient\u00B4s -> patient's",
              "lost-apostrophe: isn\u00B4t -> isn't"}},
        Case{"mark_in_another_encoding",
             "The skin\u00E2\u20AC\u2122s look.",
             {"look-alike: skin\u00E2\u20AC\u2122 -> skin\u2019"}},
        Case{"price_in_euro", "It costs 5\u20AC, \u20AC5 or a\u20ACb.", {}},
        Case{"capital_inside",
             "The folLicle and the suNrise.",
             {"wrong-case: folLicle -> follicle", "wrong-case: suNrise -> sunrise"}},
        Case{"cut_without_shift", "CAll us.", {"doubled-capital: CAll -> Call"}},
        Case{"twice_at_the_start", "The The cream helps.", {"doubled-word: The The -> The"}},
        Case{"names_without_an_apostrophe",
             "It is Crohns disease. Take St. Johns wort.",
             {"confused-word: Crohns -> Crohn's", "confused-word: Johns -> John's"}},
        Case{"genitive_after_a", "It is a cats tongue.", {"confused-word: cats -> cat's"}},
        Case{"letter_between", "A thick band o of tissue.", {"stray-letter: o"}},
        Case{"lost_space_after_a_semicolon",
             "Shave the old stubble;wash it gently.",
             {"glued-words: stubble;wash -> stubble; wash"}},
        Case{"compound_apart_as_a_habit",
             "An anti redness gel, an anti redness oil, an anti redness bar.",
             {"split-compound: anti redness -> anti-redness",
              "split-compound: anti redness -> anti-redness",
              "split-compound: anti redness -> anti-redness"}},
        Case{"prime_for_an_apostrophe",
             "The patient\u2032s skin.",
             {"lost-apostrophe: patient\u2032s -> patient's"}},
        Case{"apostrophe_too_many", "Its' own pace.", {"lost-apostrophe: Its' -> Its"}},
        Case{"apostrophe_too_many_or_misplaced",
             "Look at its' pores. We think its' only fair. Its' late.",
             {"lost-apostrophe: its' -> its", "lost-apostrophe: its' -> it's",
              "lost-apostrophe: Its' -> It's"}},
        Case{"apostrophe_that_ends_a_quotation", "He wrote 'this is its' and left.", {}},
        Case{"feet_and_minutes", "It is 5\u2032 long.", {}},
        Case{"glued_function_words",
             "It is for hands and inyour face.",
             {"glued-words: inyour -> in your"}},
        Case{
            "glued_where_a_word_is_near", "It is forthe face.", {"glued-words: forthe -> for the"}},
        Case{"misplaced_apostrophe", "It does'nt hurt.", {"lost-apostrophe: does'nt -> doesn't"}},
        Case{"split_compound",
             "It risks hyper sensitivity.",
             {"split-compound: hyper sensitivity -> hypersensitivity"}},
        Case{"split_with_hyphen",
             "An anti redness cream.",
             {"split-compound: anti redness -> anti-redness"}},
        Case{"split_pair",
             "Press with your finger tips.",
             {"split-compound: finger tips -> fingertips"}},
        Case{"left_over_hyphen",
             "After micro- needling it heals.",
             {"split-compound: micro- needling -> microneedling"}},
        Case{"day_in_mid_sentence",
             "We open on Wendesday again.",
             {"unknown-word: Wendesday -> Wednesday"}},
        Case{"country_in_mid_sentence",
             "They came from South Austalia.",
             {"unknown-word: Austalia -> Australia"}},
        Case{"trade_name_in_mid_sentence",
             "She asked for Juvedrem.",
             {"unknown-word: Juvedrem -> Juvederm"}},
        Case{"ordinals",
             "The 2rd visit on the 21th of May.",
             {"wrong-ordinal: 2rd -> 2nd", "wrong-ordinal: 21th -> 21st"}},
        Case{"plural_in_o", "Ripe tomatos.", {"unknown-word: tomatos -> tomatoes"}},
        Case{"usual_slip_of_parts", "A mispelt word.", {"unknown-word: mispelt -> misspelt"}},
        Case{"technical_slip",
             "Ask your cardioligist first.",
             {"unknown-word: cardioligist -> cardiologist"}},
        Case{"two_function_words", "Back tothe skin.", {"glued-words: tothe -> to the"}},
        Case{"repeated_syllable", "One bananana a day.", {"unknown-word: bananana -> banana"}},
        Case{"lost_space",
             "The skin heals.The scar fades.",
             {"glued-words: heals.The -> heals. The"}},
        Case{"small_pronoun", "It heals, i think so.", {"wrong-case: i -> I"}},
        Case{"caps_lock",
             "The tREATMENT ends tHE best.",
             {"wrong-case: tREATMENT -> Treatment", "wrong-case: tHE -> the"}},
        Case{"two_capitals_of_a_day", "Come on MOnday.", {"doubled-capital: MOnday -> Monday"}},
        Case{"cut_pair", "Do some thing else.", {"split-compound: some thing -> something"}},
        Case{"cut_once", "We go to gether.", {"split-compound: to gether -> together"}},
        Case{"lost_apostrophe_of_a_word", "Shes late again.", {"confused-word: Shes -> She's"}},
        Case{"language_without_capital",
             "She speaks english only.",
             {"confused-word: english -> English"}},
        Case{"doubled_is", "It is is safe.", {"doubled-word: is is -> is"}},
        Case{"doubled_is_after_a_noun", "The skin is is dry.", {"doubled-word: is is -> is"}},
        Case{"doubled_twice_across_markup",
             "Rub it in. The the<em> the</em> cream.",
             {"doubled-word: The the -> The"}},
        Case{"stray_letter_after_a", "It is a b treatment.", {"stray-letter: b"}},
        Case{"comma_for_an_apostrophe",
             "We think it,s fine; don;t worry.",
             {"lost-apostrophe: it,s -> it's", "lost-apostrophe: don;t -> don't"}},
        Case{"left_over_hyphen_between_vowels",
             "An anti- aging cream.",
             {"split-compound: anti- aging -> anti-aging"}},
        Case{"left_over_hyphen_at_the_start",
             "Anti- aging creams help.",
             {"split-compound: Anti- aging -> Anti-aging"}},
        Case{"capital_in_the_middle",
             "The microNeedling pen comes in JULy.",
             {"wrong-case: microNeedling -> microneedling", "wrong-case: JULy -> July"}},
        Case{"doubled_over_a_picture", "Look at the ![lamp](a.png) the cream.", {}},
        Case{"doubled_pronoun", "I I was tired.", {"doubled-word: I I -> I"}},
        Case{"doubled_can", "You can can go.", {"doubled-word: can can -> can"}},
        Case{"twice_by_right",
             "In World War I I was young; they danced the can can, and you can can fruit.",
             {}},
        Case{"doubled_word", "Apply the the cream.", {"doubled-word: the the -> the"}},
        Case{"weight_in_stones", "She weighs 12st, the child 2st 6lb.", {}},
        Case{"doubled_across_markup",
             "Apply **the** the cream.",
             {"doubled-word: the** the -> the"}},
        Case{"doubled_across_lines", "Apply the\nthe cream.", {"doubled-word: the\nthe -> the"}},
        Case{"beside_a_mark_of_prose",
             "*Treatmants may vary. See our skin&tratment page, treatmants* and a care+treatmant.",
             {"unknown-word: Treatmants -> Treatments", "unknown-word: tratment -> treatment",
              "unknown-word: treatmants -> treatments", "unknown-word: treatmant -> treatment"}},
        Case{"before_the_number_of_a_source",
             "It is a new treatmant.2 It was known before.",
             {"unknown-word: treatmant -> treatment"}},
        Case{"in_two_emphasised_words",
             "We offer *skin treatmants* here.",
             {"unknown-word: treatmants -> treatments"}},
        Case{"in_a_link_and_its_address",
             "See our [Skin Treatmants](/skin-treatmants/) page.",
             {"unknown-word: Treatmants -> Treatments"}},
        Case{"behind_a_hyphen_in_capitals",
             "NON-SURGICAL ANTI-REDNES CARE FOR YOUR SKIN, NON-TREATMANT DAYS",
             {"unknown-word: REDNES -> REDNESS", "unknown-word: TREATMANT -> TREATMENT"}},
        Case{"behind_a_trade_name",
             "We use Botox Injetions here.",
             {"unknown-word: Injetions -> Injections"}},
        Case{"behind_another_capital",
             "Our team does Hair Tranplant and Skin Treatmants well.",
             {"unknown-word: Tranplant -> Transplant", "unknown-word: Treatmants -> Treatments"}},
        Case{"word_of_a_list_with_a_capital",
             "We treat Hyperpigmentaton with London Microneedlng.",
             {"unknown-word: Hyperpigmentaton -> Hyperpigmentation",
              "unknown-word: Microneedlng -> Microneedling"}},
        Case{"word_of_a_list_three_times",
             "Micronedling helps. We do micronedling. Ask for micronedling.",
             {"unknown-word: Micronedling -> Microneedling",
              "unknown-word: micronedling -> microneedling",
              "unknown-word: micronedling -> microneedling"}},
        Case{"letters_at_random",
             "It helps you to keep the skin smooth.dfgdfsgdf\n",
             {"unknown-word: dfgdfsgdf"}},
        Case{"number_and_what_it_counts",
             "Rest for 2weeks, 3-4days or 30mins; see ?a=%2020years.",
             {"glued-words: 2weeks -> 2 weeks", "glued-words: 4days -> 4 days",
              "glued-words: 30mins -> 30 mins"}},
        Case{"sentence_glued_to_a_word",
             "Take a breakAnother step is rest. Read the NoticesIf you can.",
             {"glued-words: breakAnother -> break. Another",
              "glued-words: NoticesIf -> Notices. If"}},
        Case{"name_that_looks_like_a_glued_sentence",
             "Take CleanseTwo daily. With CleanseTwo you rest. The CleanseTwo box is red.",
             {}},
        Case{"initials_in_small_letters",
             "It is Fda approved. Our Dna test is new.",
             {"wrong-case: Fda -> FDA", "wrong-case: Dna -> DNA"}},
        Case{"name_of_somebody_in_the_place_of_a_word",
             "They saw the skelton of it.",
             {"unknown-word: skelton -> skeleton"}},
        Case{"dialect",
             "The color fades near the center; the grey stays.",
             {"dialect: grey -> gray"}},
        Case{"other_dialect",
             "The colour of the centre is grey, not as her favorite.",
             {"dialect: favorite -> favourite"}},
        Case{"dialect_with_capital",
             "Color and flavor. Colour stays.",
             {"dialect: Colour -> Color"}}),
    name_of_row);

INSTANTIATE_TEST_SUITE_P(
    Silence, Article,
    testing::Values(
        Case{"spoken_contractions", "There'll be rain. What've they got? Where'd he go?", {}},
        Case{"elisions", "The group'd trees, a wand'ring star, at the moment d'heure.", {}},
        Case{"called_so_in_code", "Run `kustomize build`. Then kustomize writes it.", {}},
        Case{"foreign_word_in_emphasis", "It was, _enfin_, over.", {}},
        Case{"name_at_a_sentence_start", "We asked Dr. Cohnn twice. Cohnn's answer was short.", {}},
        Case{"who_says_so", "It was calm. \u2014 Kayleigh W.", {}},
        Case{"registered_name", "Vexylon\u00AE is new.", {}},
        Case{"letters_of_a_row", "Take a t test and the sums of i n j.", {}},
        Case{"hyphen_of_a_phrase", "A sun-kissed, eye-catching look.", {}},
        Case{"plain", "The skin heals in a few days.", {}},
        Case{"abbreviation", "Ask about IPL, RF and PLLA.", {}},
        Case{"abbreviations_in_plural", "Two MRIs and three UVBs.", {}},
        Case{"mixed_case", "The HydraFacial and SkinMedica lines.", {}},
        Case{"identifier", "Call `render_all` or max_bytes, or useState().", {}},
        Case{"hashtag", "Tag it #glowupz today.", {}},
        Case{"digits", "PM2.5, B12, 3D, 10mg, 1990s, 2nd and v2.0.", {}},
        Case{"unit", "A dose of 5 mcg, 30 mmHg or 10 J.", {}},
        Case{"authors_before_bare_initials",
             "- Brosk U, et al. (2015). Joint pain.\n- Daltko PT. (2019). Loose joints.\n",
             {}},
        Case{"long_initials_twice", "A STEPPIR spray dries. The STEPPIR spray is dear.", {}},
        Case{"name_in_mid_sentence", "We asked Okonjo and Dr. Szymczak about it.", {}},
        Case{"name_before_a_capital", "Zelmerby Hospital opens in May.", {}},
        Case{"name_after_a_given_name", "# Oliver Nijjar", {}},
        Case{"name_like_a_word_in_a_title", "# Michael Sibbing\n\n## Point Lomar\n", {}},
        Case{"family_in_mid_sentence", "We met the Tollers there.", {}},
        Case{"authors", "Spatiente, U., Swellins, P. (2014).", {}},
        Case{"letters_like_a_word", "The HELLP syndrome of NINDS.", {}},
        Case{"names_beside_names",
             "We met at Fort Benning, with Dr. Tretment, Maria Clinc and Ms Injetion.",
             {}},
        Case{"marks_of_code", "Use a*bendit, st+georges and x|skelton.", {}},
        Case{"names_with_two_capitals",
             "The LaserAway clinics, EatingWell and the httpOnly flag.",
             {}},
        Case{"address", "14 Hewelby Street, Ockholt, Leeds, LS9 7rd", {}},
        Case{"name_in_its_link", "Use the [knxdor exporter](https://example.org/knxdor_ex).", {}},
        Case{"is_twice_by_right", "What it is is a gel.", {}},
        Case{"is_twice_in_speech", "The problem is is that it hurts.", {}},
        Case{"sic", "She wrote recieve [sic] and dont (sic).", {}},
        Case{"named_by_a_letter", "We use a t test; the s orbital, the g forces.", {}},
        Case{"french", "Le texte du recieve est dans la creme.", {}},
        Case{"combining_form", "A septo-optic dysplasia.", {}},
        Case{"word_that_has_its_capital", "In plain English, and more.", {}},
        Case{"name_at_the_start_and_later", "Okonjo came. Later Okonjo left.", {}},
        Case{"latin_binomial", "It is Cutibacterium acnes or S. hominis.", {}},
        Case{"binomials_of_unknown_words",
             "Notamacropus rufogriseus grazes. Glossina palpalis and Lutzomyia longipalpis bite.",
             {}},
        Case{"loan_word",
             "A caf\u00E9, a fa\u00E7ade, her r\u00E9sum\u00E9 and a jalape\u00F1o.",
             {}},
        Case{"other_script", "The word \u043A\u043E\u0436\u0430 means skin.", {}},
        Case{"known_prefix", "It is noncompliant and microporous.", {}},
        Case{"technical", "It is chondrodermatitis with lipoatrophy.", {}},
        Case{"stands_three_times", "Zelquin soothes. We use zelquin. Most like zelquin.", {}},
        Case{"listed", "A dermaroller, dermarollers and the dermaroller's pins. BOTOX too.", {}},
        Case{"term", "It is acne vulgaris.", {}},
        Case{"suspended_hyphen", "Pre- and post-treatment care, micro- and nano-sized.", {}},
        Case{"foreign_sentence", "She said: Die Haut heilt sehr schnell und ohne Narben.", {}},
        Case{"foreign_emphasis", "The *tache de beaut\u00E9 naturelle* look.", {}},
        Case{"pronunciation", "Keloid (KEE-loyd) tissue; ath-er-o-skler-O-sis.", {}},
        Case{"pronunciation_in_parentheses", "Plaque (plak) builds up.", {}},
        Case{"struck_out", "It is ~~wrnog~~ right.", {}},
        Case{"code_and_links", "See <https://exampel.org/fooz> and `wrnog`.", {}},
        Case{"doubled_by_right", "She had had it, and that that helps is very very clear.", {}},
        Case{"doubled_name", "He lives in Baden Baden.", {}},
        Case{"doubled_term", "We had gado gado there.", {}},
        Case{"post_the_noun",
             "This post flattering remarks aside is fine; see our latest post treatment tips.",
             {}},
        Case{"british_throughout", "The colour and the flavour are organised in the centre.", {}},
        Case{"name_in_another_dialect",
             "The color of Pearl Harbour Hotel and the Labour Party.",
             {}},
        Case{"names_that_are_words_of_a_dialect",
             "The color is our favorite. Matt came. Lustre stores it.",
             {}},
        Case{"clipped", "They are goin' to town.", {}},
        Case{"people_like_known_names",
             "They asked Jon Munday, Dr. Austalia, Maria Gemrany or Ann Johanson again.",
             {}},
        Case{"name_twice", "Meet Decmber in June. Then Decmber left.", {}},
        Case{"ordinals_and_weights",
             "The 1st, 2nd, 3rd, 11th, 112th, 21st; she weighs 11st 4lb; the n-1th.",
             {}},
        Case{"dotted_names", "Node.js and Example.Com and heals.jpg.", {}},
        Case{"lists_of_letters", "Choose a) or i) of them.", {}}, Case{"nothing", "", {}}),
    name_of_row);

TEST(Spelling, NamesTheEnglishThatIsSet) {
  Desk here({}, "en-NZ");
  const auto found = here.read("The color fades.");
  ASSERT_EQ(found.size(), 1U);
  EXPECT_TRUE(found.front().message.contains("New Zealand English")) << found.front().message;
  EXPECT_EQ(found.front().suggestions, Strings{"colour"});
}

TEST(Spelling, OffersTheSpellingsOfTheArticle) {
  Desk desk;
  const auto offered = [&](const char* text) {
    for (const findings::Finding& one : desk.read(text)) {
      if (one.rule == "spelling.unknown-word") return one.suggestions;
    }
    return Strings{};
  };
  const Strings american = offered("The color of the center is gray. Use an anasthetic here.");
  EXPECT_EQ(std::ranges::count(american, "anesthetic"), 1);
  EXPECT_EQ(std::ranges::count(american, "anaesthetic"), 0);
  const Strings british = offered("The colour of the centre is grey. Use an anasthetic here.");
  EXPECT_EQ(std::ranges::count(british, "anesthetic"), 0);
  EXPECT_EQ(std::ranges::count(british, "anaesthetic"), 1);
}

TEST(Spelling, KeepsToTheLanguageThatIsSet) {
  Desk british({}, "en-GB");
  EXPECT_EQ(british.said("The color fades."), (Strings{"dialect: color -> colour"}));
  EXPECT_EQ(british.said("We organize and organise."), Strings{}) << "-ize is British too";
  Desk american({}, "en-US");
  EXPECT_EQ(american.said("The colour of the centre."),
            (Strings{"dialect: colour -> color", "dialect: centre -> center"}));
  Desk canadian({}, "en-CA");
  EXPECT_EQ(canadian.said("The colour and color, organize."),
            (Strings{"dialect: color -> colour"}));
  const std::string medical =
      "The tumor and the estrogen, with edema, anemia, celiac disease and 2 liters.";
  EXPECT_EQ(british.said(medical),
            (Strings{"dialect: tumor -> tumour", "dialect: estrogen -> oestrogen",
                     "dialect: edema -> oedema", "dialect: anemia -> anaemia",
                     "dialect: celiac -> coeliac", "dialect: liters -> litres"}));
  EXPECT_EQ(Desk({}, "en-AU").said(medical).size(), 6U);
  EXPECT_EQ(canadian.said(medical),
            (Strings{"dialect: tumor -> tumour", "dialect: liters -> litres"}));
  EXPECT_EQ(american.said("The haemorrhage stops; the foetus rests."),
            (Strings{"dialect: haemorrhage -> hemorrhage", "dialect: foetus -> fetus"}));
  EXPECT_EQ(british.said("The fetus and our specialty. Labor Day sales. Labor Party wins. See "
                         "Gray's Anatomy. The Pearl Harbor films."),
            Strings{});
  EXPECT_EQ(british.said("# Gray's Anatomy\n\n# Hair Color Trends\n"),
            (Strings{"dialect: Color -> Colour"}));
  EXPECT_EQ(british.said("You need a license. Her driving license and two licenses. They practice "
                         "medicine. Nurses must practice. A license holder."),
            (Strings{"dialect: license -> licence", "dialect: license -> licence",
                     "dialect: licenses -> licences", "dialect: practice -> practise",
                     "dialect: practice -> practise", "dialect: license -> licence"}));
  EXPECT_EQ(british.said("We license nurses. It is safe to license them. The "
                         "practice is open, in practice. Their licence. She licenses the name."),
            Strings{});
  EXPECT_EQ(american.said("You need a license. They practice medicine."), Strings{});
  EXPECT_EQ(Desk("tumor\n", "en-GB").said("The tumor is here."), Strings{})
      << "a word of the project";
}

TEST(Spelling, TakesWordsFromFrontMatter) {
  Desk desk;
  const std::string body = "The zorbex and zorbexes glow.\n";
  EXPECT_EQ(desk.read(body).size(), 2U);
  desk.own_words = {"zorbex"};
  EXPECT_EQ(desk.read(body).size(), 1U) << "zorbexes is no plural that one word brings";
  desk.own_words = {"zorbex", "zorbexes"};
  EXPECT_EQ(desk.read(body).size(), 0U);
  desk.own_words.clear();
  EXPECT_EQ(desk.read(body).size(), 2U) << "the words of one article are not the next one's";
}

TEST(Spelling, LearnsFromTheArticle) {
  Desk desk;
  const auto found = desk.said(
      "Dermaquenching is new. Ask for dermaquenching, since dermaquenching works. We like "
      "dermaquenchin.");
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0], "unknown-word: dermaquenchin -> dermaquenching");
}

TEST(Spelling, LearnsTermsThatStandOnce) {
  Desk desk("microneedling\n");
  EXPECT_EQ(desk.said("We offer micronelean. Microneedling helps."),
            (Strings{"unknown-word: micronelean -> microneedling"}));
}

TEST(Spelling, FillsWhatAReportNeeds) {
  Desk desk;
  const auto found =
      desk.read("Some text. You dont see it.\n\nA receeved *dont*.\n\n> You dont.\n");
  ASSERT_EQ(found.size(), 4U);
  EXPECT_EQ(found[0].category, findings::Category::spelling);
  EXPECT_EQ(found[0].severity, findings::Severity::error);
  EXPECT_EQ(found[0].location.file, "article.md");
  EXPECT_EQ(found[0].location.text, "dont");
  EXPECT_EQ(found[0].suggestions, Strings{"don't"});
  EXPECT_TRUE(found[0].safe_fix);
  EXPECT_NE(found[0].message.find("don't"), std::string::npos);
  EXPECT_FALSE(found[1].safe_fix) << "a guess";
  EXPECT_NE(found[1].message.find("received"), std::string::npos);
  EXPECT_FALSE(found[3].safe_fix) << "a quotation";
  std::set<std::string> identities;
  for (const auto& finding : found) identities.insert(finding.identity);
  EXPECT_EQ(identities.size(), 4U);
}

// A mark is no word, whose number would be that of another one.
TEST(Spelling, IdentifiesWhatBeginsWithAMarkByIt) {
  const std::string article = "It heals (in most cases).The skin is calm.\n";
  Desk fresh;
  Desk other;
  (void)other.read("Summer is over.\n");
  const auto first = fresh.read(article);
  const auto again = other.read(article);
  ASSERT_EQ(first.size(), 1U);
  ASSERT_EQ(again.size(), 1U);
  EXPECT_TRUE(first.front().location.text.starts_with(')')) << first.front().location.text;
  EXPECT_TRUE(first.front().identity.starts_with(")\n")) << first.front().identity;
  EXPECT_EQ(first.front().identity, again.front().identity);
}

// What somebody says in a story may be said so, and its house spells as it does.
TEST(Spelling, SpeaksSoftlyInStories) {
  using enum findings::Severity;
  std::string story;
  for (int i = 0; i < 12; ++i) story += "\u201CCome in,\u201D said the old man.\n\n";
  const std::string said = "\u201CYou gollup it,\u201D he said. It was some one grey.\n";
  Desk desk;
  const auto severities = [&](const std::string& text) {
    std::vector<findings::Severity> out;
    for (const auto& finding : desk.read(text)) out.push_back(finding.severity);
    return out;
  };
  EXPECT_EQ(severities(said), (std::vector{warning, warning}));
  EXPECT_EQ(severities(story + said), (std::vector{suggestion, suggestion}));
  EXPECT_EQ(severities(story + "\u201CThe wittles were ready,\u201D he said.\n"),
            std::vector{error});
  EXPECT_EQ(severities(story + "\u201CAin't the wittles ready,\u201D he said.\n"),
            std::vector{suggestion});
  EXPECT_EQ(severities(story + "\u201CI recieve it,\u201D he said.\n"), std::vector{error});
}

TEST(Spelling, TakesWhatIsWrittenAsPeopleSpeakForTheirWords) {
  Desk desk;
  for (const auto& finding :
       desk.read("I knowed it warn't so. He knowed it, too, and it warn't him. "
                 "Jim hain't no hoss, and dey gwine home.\n")) {
    EXPECT_EQ(finding.severity, findings::Severity::suggestion) << finding.location.text;
  }
}

// A word that an article has often is one of its own, most likely.
TEST(Spelling, WarnsOfAWordThatStandsOftenOnce) {
  Desk desk;
  const auto found =
      desk.read("A wub sat. The wub ran. My wub ate. One wub hid. No wub is big. His wub.\n");
  ASSERT_EQ(found.size(), 6U);
  for (const auto& finding : found) {
    EXPECT_EQ(finding.severity, &finding == &found.front() ? findings::Severity::warning
                                                           : findings::Severity::suggestion);
  }
}

TEST(Spelling, LetsStandWhatManyWriteApart) {
  Desk desk("microchannels\nmicroneedling\nhyperpigmentation\n");
  EXPECT_EQ(desk.said("It makes micro channels."), Strings{});
  EXPECT_EQ(desk.said("It makes micro channels. The microchannels close."),
            (Strings{"split-compound: micro channels -> microchannels"}));
  EXPECT_EQ(desk.said("We do micro needling."),
            (Strings{"split-compound: micro needling -> microneedling"}));
  EXPECT_EQ(desk.said("It treats hyper pigmentation."),
            (Strings{"split-compound: hyper pigmentation -> hyperpigmentation"}));
}

TEST(Spelling, SpansAreExactWithMultibyteText) {
  Desk desk;
  const std::string text =
      "\u201CNa\u00EFve\u201D \u2014 it does\u2019nt matter, and recieve too.\r\n";
  for (const auto& finding : desk.read(text)) {
    EXPECT_EQ(finding.location.span.of(text), finding.location.text);
  }
  EXPECT_EQ(desk.read(text).size(), 2U);
}

TEST(Spelling, GivesTheSameAnswersInAnyOrder) {
  Desk desk;
  const std::string first = "Zelquin and recieve. dont. colour color.";
  const std::string second = "The the adjoests. THe end.";
  const auto alone = Desk().said(second);
  desk.said(first);
  EXPECT_EQ(desk.said(second), alone);
  EXPECT_EQ(desk.said(second), alone);
}

// What --fix would make of an article.
std::string fixed(Desk& desk, std::string text, const std::string& name) {
  std::vector<findings::Finding> found = desk.read(text, name);
  std::ranges::reverse(found);
  for (const findings::Finding& one : found) {
    if (one.safe_fix)
      text.replace(one.location.span.begin, one.location.span.size(), one.suggestions.front());
  }
  return text;
}

struct FixCase {
  const char* name;
  std::string text;
  std::string after{};  // empty: the same
  const char* file = "a.md";
};

class Fix : public testing::TestWithParam<FixCase> {};

TEST_P(Fix, IsWhatIsSureAndNobodyElsesWords) {
  Desk desk("SPF\nHIFU\nmens rea\nwich elm\n");
  const FixCase& row = GetParam();
  EXPECT_EQ(fixed(desk, row.text, row.file), row.after.empty() ? row.text : row.after);
}

INSTANTIATE_TEST_SUITE_P(
    Rows, Fix,
    testing::Values(
        FixCase{"contraction", "You dont feel it.", "You don't feel it."},
        FixCase{"usual_slip", "I recieve it.", "I receive it."},
        FixCase{"doubled", "Wash the the skin.", "Wash the skin."},
        FixCase{"after_a_title", "Mr. Teh and Dr. Hte. came."},
        FixCase{"surname", "We asked the Teh Group and Mrs. Teh again."},
        FixCase{"company", "Alot Inc. is there."},
        FixCase{"slip_at_the_start", "Teh cream helps.", "The cream helps."},
        FixCase{"would_double", "The hte cream helps."},
        FixCase{"option_name", "Use --recieve or (--seperate) there."},
        FixCase{"unusual_slip", "I receeve it."},
        FixCase{"double_quotes", "She said \"you dont feel it\" twice."},
        FixCase{"curly_double_quotes", "She said \u201Cyou dont feel it\u201D twice."},
        FixCase{"after_double_quotes", "The \"glow\" is what you dont feel.",
                "The \"glow\" is what you don't feel."},
        FixCase{"after_inches", "A 5\" needle that you dont feel.",
                "A 5\" needle that you don't feel."},
        FixCase{"curly_single_quotes", "She said \u2018you dont feel it\u2019 twice."},
        FixCase{"straight_single_quotes", "She said 'you dont feel it' twice."},
        FixCase{"single_quotes_with_a_genitive",
                "She said 'the patients' skin is what you dont feel' twice."},
        FixCase{"after_single_quotes", "The 'glow' is what you dont feel.",
                "The 'glow' is what you don't feel."},
        FixCase{"beside_genitives", "The patients' skin you dont feel, the nurses' hands.",
                "The patients' skin you don't feel, the nurses' hands."},
        FixCase{"beside_a_clipped_word", "Get 'em if you dont feel the patients' skin.",
                "Get 'em if you don't feel the patients' skin."},
        FixCase{"guillemets", "She said \u00ABI dont feel it\u00BB twice."},
        FixCase{"block_quotation", "> You dont feel it."},
        FixCase{"markup_inside", "You **do**nt feel it."},
        FixCase{"before_sic", "It is what you dont feel [sic] today."},
        FixCase{"q_in_markdown", "He said <q>I recieve it</q> twice."},
        FixCase{"q", "<p>He said <q lang=en>I recieve it</q> and I recieve it.</p>",
                "<p>He said <q lang=en>I recieve it</q> and I receive it.</p>", "a.html"},
        FixCase{"cite", "<p><cite>We Dont Recieve</cite> is what I recieve.</p>",
                "<p><cite>We Dont Recieve</cite> is what I receive.</p>", "a.html"},
        FixCase{"blockquote", "<blockquote><p>You dont feel it.</p></blockquote>", "", "a.html"},
        FixCase{"title_attribute",
                "<p>See <a href=x title=\"You dont feel it\">this</a>, as you dont.</p>",
                "<p>See <a href=x title=\"You dont feel it\">this</a>, as you don't.</p>",
                "a.html"},
        FixCase{"alternative_text", "<p><img src=x alt=\"You dont feel it\"></p>",
                "<p><img src=x alt=\"You don't feel it\"></p>", "a.html"},
        FixCase{"chemical_formulae", "Emissions of NOx, SOx and COx are low."},
        FixCase{"abbreviations", "Ask for HIfu, the hsa codes and acn ltd again."},
        FixCase{"law_and_trees", "The mens rea is plain; a wich elm stands there."},
        FixCase{"genitive_before_a_noun", "The mens room is there.", "The men's room is there."},
        FixCase{"plural_at_the_end", "We treat the mens."},
        FixCase{"apostrophe_behind", "Dont' feel it.", "Don't feel it."},
        FixCase{"apostrophe_behind_a_plural", "The womens\u2019 health page.",
                "The women\u2019s health page."},
        FixCase{"article_before_two_words", "An alot of it is here."},
        FixCase{"two_words", "It hurts alot.", "It hurts a lot."},
        FixCase{"address_of_a_room", "Write to #docs:example.im for more."},
        FixCase{"pronunciation", "A case of impetigo (im-peh-TI-go) is sent home."},
        FixCase{"contraction_in_lower_case", "They say im not afraid of it.",
                "They say I'm not afraid of it."},
        FixCase{"names_in_program_text", "Use IFrame, GZip, EBook and UInt here."},
        FixCase{"value_in_a_cell", "| a | b |\n|---|---|\n| monday | celsius |"},
        FixCase{"day", "We open on monday again.", "We open on Monday again."},
        FixCase{"french", "Le texte existant dans ce bloc est la r\u00E9ponse du serveur."},
        FixCase{"german", "Die Besetzung im Laufe der Zeit ist nicht mit dem Setup-Assistent."},
        FixCase{"spanish", "El HTML en el momento de la compilaci\u00F3n es posible para usted."},
        FixCase{"curly_apostrophes", "It\u2019s what you dont feel.",
                "It\u2019s what you don\u2019t feel."}),
    name_of_row);

TEST(Spelling, LeavesTheDialectToTheCorpusWhereAnArticleDoesNotTell) {
  Desk desk;
  const auto summaries_of = [&](std::string text, const std::string& name) {
    return desk.result_of(std::move(text), name).summaries;
  };
  const auto settled = [&](const std::string& other) {
    auto all = summaries_of("The colour fades near the center.", "open.md");
    for (auto& one : summaries_of(other, "told.md")) all.push_back(one);
    std::ranges::sort(all, {}, &Summary::key);
    std::vector<findings::Finding> found;
    desk.check->check_corpus(all, found);
    return found.size() == 1 ? found.front().suggestions.front() : std::string();
  };
  EXPECT_EQ(settled("The colour is grey and the centre is, too."), "centre");
  EXPECT_EQ(settled("The color is gray and the center is, too."), "color");
  EXPECT_EQ(settled("Nothing is said here."), "color");
}

TEST(Spelling, TakesGermanNounsForNoNamesAndSuggestsWhatTheDictionaryHas) {
  const tests::Scratch folder;
  folder.write("de_DE.aff", "SET UTF-8\n");
  folder.write("de_DE.dic", "5\ndie\nBehandlung\ndauert\nhäufig\nlange\n");
  Desk desk({}, "de", {folder.path()});
  EXPECT_EQ(desk.said("Oft dauert die Behandlug lange."),
            (Strings{"unknown-word: Oft", "unknown-word: Behandlug -> Behandlung"}));
  EXPECT_EQ(desk.said("die Beehandlung dauert lange, die Behandlung dauert lange"),
            (Strings{"unknown-word: Beehandlung -> Behandlung"}));
  EXPECT_EQ(desk.said("die *Behandlug* dauert lange"),
            (Strings{"unknown-word: Behandlug -> Behandlung"}));
  const auto english_slip = desk.read("die developement dauert lange");
  ASSERT_EQ(english_slip.size(), 1U);
  EXPECT_FALSE(english_slip.front().safe_fix);
  EXPECT_EQ(desk.said("die Behandlung dauert heufig lange"),
            (Strings{"unknown-word: heufig -> h\u00E4ufig"}));
}

TEST(Spelling, SaysWhenNoWordIsLikeTheUnknownOne) {
  Desk desk;
  const auto far = desk.read("The albergue opens.");
  ASSERT_EQ(far.size(), 1U);
  EXPECT_TRUE(far[0].suggestions.empty());
  EXPECT_NE(far[0].message.find("no word is like it"), std::string::npos);
  const auto near = desk.read("The tretment ends.");
  ASSERT_EQ(near.size(), 1U);
  EXPECT_NE(near[0].message.find("“treatment”"), std::string::npos) << near[0].message;
}

TEST(Rules, SayWhatTheyAreAndTheirExamplesHold) {
  Desk desk("hyperpigmentation\n");
  std::set<std::string> ids;
  for (const RuleInfo& rule : rules()) {
    SCOPED_TRACE(rule.id);
    EXPECT_TRUE(rule.id.starts_with("spelling."));
    EXPECT_TRUE(ids.insert(rule.id).second);
    EXPECT_FALSE(rule.about.empty() || rule.why.empty() || rule.instead.empty());
    ASSERT_FALSE(rule.bad.empty() || rule.good.empty());
    const auto flags = [&](const std::string& text) {
      return std::ranges::any_of(desk.read(text), [&](const auto& f) { return f.rule == rule.id; });
    };
    for (const std::string& bad : rule.bad) EXPECT_TRUE(flags(bad)) << bad;
    for (const std::string& good : rule.good) EXPECT_FALSE(flags(good)) << good;
  }
}

TEST(Spelling, StandsHostileText) {
  Desk desk;
  std::string text;
  for (int i = 0; i < 2000; ++i) text += "the ";
  EXPECT_LE(desk.read(text).size(), 1U);
  EXPECT_NO_THROW(desk.read(std::string(200'000, 'x')));
  EXPECT_NO_THROW(desk.read("a-a-a-a-" + std::string(5000, '-')));
  text.clear();
  for (int i = 0; i < 3000; ++i) text += "ab-";
  EXPECT_NO_THROW(desk.read(text + "zz"));
}

}  // namespace
}  // namespace linter::checks::spelling
