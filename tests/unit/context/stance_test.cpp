// Hedges, certainty, quantity, conditions, other people's opinions, advice and warnings within a
// sentence.
#include "tests/unit/context/expectations.h"

namespace {

using tests::Row;

class Stance : public testing::TestWithParam<Row> {};
TEST_P(Stance, Holds) {
  tests::expect_light(GetParam().text, GetParam().expected, tests::english().cues());
}

constexpr Row hedges[] = {
    {"may", "Microneedling may [reduce scars].", "hedged"},
    {"may_occur", "[Redness] may occur.", "hedged"},
    {"generally", "It is generally [safe].", "hedged"},
    {"generally_with", "It is generally well tolerated, with no [downtime].", "negated !hedged"},
    {"generally_fronted", "Generally, the peel is [safe].", "hedged"},
    {"in_most_cases", "In most cases, the peel is [painless].", "hedged frequent"},
    {"next_sentence", "It is [completely safe]. However, consult a doctor, as redness may occur.",
     "!hedged"},
    {"other_clause", "It is [completely safe], and redness may fade.", "!hedged"},
    {"before_hedge", "It is [completely safe] and may soften lines.", "!hedged"},
    {"after_predicate", "It may soften lines and is [completely safe].", "!hedged"},
    {"subject_of_may", "Our [painless] peel may soften lines.", "!hedged"},
    {"possibly", "It is possibly [permanent].", "hedged"},
    {"tends_to", "Redness tends to [fade].", "hedged"},
    {"relatively", "The peel is relatively [painless].", "hedged"},
    {"considered", "The peel is considered [safe].", "hedged"},
    {"because_clause", "It may help because it is [completely safe].", "!hedged"},
    {"permission", "It may be performed on all [skin types].", "!hedged universal"},
    {"ability", "You can [return to work at once].", "!hedged"},
    {"can_permanently", "The laser can permanently [remove hair].", "!hedged"},
    {"month", "The clinic opens in May with [painless] peels.", "!hedged"},
    {"cannot_rule_out", "[Scarring] cannot be ruled out.", "hedged"},
    {"finance_may", "The value of the fund may [fall].", "hedged"},
    {"green_may", "The bag might be [compostable].", "hedged"},
};
INSTANTIATE_TEST_SUITE_P(Hedges, Stance, testing::ValuesIn(hedges), tests::row_name);

constexpr Row degrees[] = {
    {"will", "You will [look younger].", "certain"},
    {"always", "It is always [safe].", "certain"},
    {"guaranteed_to", "It is guaranteed to [double your money].", "certain"},
    {"all", "It is [suitable] for all skin types.", "universal"},
    {"everyone", "It is [safe] for everyone.", "universal"},
    {"at_all", "It does not hurt at all when [warm].", "!universal"},
    {"often", "[Bruising] often follows.", "frequent"},
    {"rarely", "[Scarring] rarely follows.", "infrequent"},
    {"rare_cases", "In rare cases, [scarring] follows.", "infrequent"},
    {"one_in", "[Infection] follows in 1 in 1,000 people.", "infrequent"},
    {"virtually", "It is virtually [painless].", "approximate !hedged"},
    {"approximate_ends", "Almost everybody who tried our cream says it is [painless].",
     "!approximate"},
    {"little_to_no", "There is little to no [downtime].", "negated approximate"},
    {"other_than", "It is [gentle] other than on the nose.", "!excepted"},
    {"less_than", "Needling [hurts] less than laser.", "compared"},
    {"more_than_number", "It takes more than two [sessions].", "!compared"},
};
INSTANTIATE_TEST_SUITE_P(Degrees, Stance, testing::ValuesIn(degrees), tests::row_name);

constexpr Row conditions[] = {
    {"if_after", "The peel is [safe] if you avoid the sun.", "conditional"},
    {"if_before", "If you avoid the sun, the peel is [safe].", "conditional"},
    {"when_performed", "It is generally [safe] when performed by a trained professional.",
     "conditional hedged"},
    {"provided", "It is [safe] provided that you avoid the sun.", "conditional"},
    {"in_case", "In case you [feel pain], call us.", "conditional"},
    {"in_case_of_doubt", "The peel is [safe], just in case.", ""},
    {"in_that_case", "In that case the peel is [safe].", ""},
    {"as_long_as", "It is [recyclable] as long as the film is removed.", "conditional"},
    {"unless", "It is [safe] unless you are pregnant.", "conditional hypothetical"},
    {"in_trained_hands", "It is [safe] in trained hands.", "conditional"},
    {"fronted_two", "If it is done well, the peel is quick and it is [safe].", "conditional"},
    {"other_statement", "It is [painless], and if you have questions, call us.", ""},
    {"other_sentence", "It is [painless]. If you have questions, call us.", ""},
    {"looking_for", "If you are looking for a [painless] peel, call us.", ""},
    {"even_if", "It is [painless] even if your skin is thin.", ""},
    {"would", "It would [cure acne].", "hypothetical"},
    {"used_to", "It used to be [approved].", "historical"},
    {"is_used_to", "It is used to [remove scars].", "!historical"},
    {"years_ago", "Years ago it was [legal].", "historical"},
};
INSTANTIATE_TEST_SUITE_P(Conditions, Stance, testing::ValuesIn(conditions), tests::row_name);

constexpr Row opinions[] = {
    {"some_believe", "Some believe it leaves [permanent scars].", "attributed"},
    {"some_people_believe_that", "Some people believe that needling is [painless].", "attributed"},
    {"many_clinics_claim", "Many clinics claim it is [painless].", "attributed"},
    {"claimed_after", "It is [painless], some clinics claim.", "attributed"},
    {"it_is_said", "It is said to be [painless].", "attributed hedged"},
    {"marketed_as", "The bag is marketed as [compostable].", "attributed"},
    {"so_called", "The so-called [miracle cure] is a cream.", "attributed"},
    {"case_note", "The patient had [no pain], no fever.", "attributed"},
    {"the_seller_said", "The seller said that the bond had [no risk].", "attributed"},
    {"claims_to", "The seller claims to offer [guaranteed returns].", "attributed"},
    {"you_may_have_heard", "You may have heard that needling [thins the skin].",
     "attributed hedged"},
    {"contrary", "Contrary to popular belief, needling [thins the skin].", ""},
    {"contrary_that", "Contrary to the popular belief that needling is [painless], it stings.",
     "attributed"},
    {"studies_show", "Studies show that it is [completely safe].", ""},
    {"experts_agree", "Experts agree that it is [completely safe].", ""},
    {"dermatologists", "Dermatologists recommend our [painless] peel.", ""},
    {"many_studies", "According to many studies, it is [completely safe].", ""},
    {"we_claim", "We believe that it is [completely safe].", "hedged"},
    {"ends_at_but", "Some say it hurts, but it is [painless].", ""},
};
INSTANTIATE_TEST_SUITE_P(Opinions, Stance, testing::ValuesIn(opinions), tests::row_name);

constexpr Row warnings[] = {
    {"beware", "Beware of [painless] offers.", "warned advice"},
    {"wary_of_anyone", "Be wary of anyone who promises a [painless] peel.",
     "warned attributed advice"},
    {"avoid_clinics", "Avoid clinics that promise [permanent results].",
     "warned attributed advice"},
    {"red_flag", "A promise of [guaranteed returns] is a red flag.", "warned attributed"},
    {"ads_that", "Ignore ads that promise [instant results].", "warned attributed advice"},
    {"ads_alone", "Ads that promise [instant results] are everywhere.", "warned attributed"},
    {"think_twice", "Think twice if somebody offers [risk-free] gains.",
     "warned conditional advice attributed"},
    {"too_good", "A [risk-free] double-digit return is too good to be true.", "warned"},
    {"should", "You should [avoid sun].", "advice"},
    {"imperative", "Avoid [direct sunlight] for two weeks.", "advice"},
    {"imperative_list", "- Wear [sunscreen] daily.", "advice"},
    {"do_not", "Do not [touch your face].", "advice negated"},
    {"recommend", "We recommend [three sessions].", "advice"},
    {"promise_in_imperative", "Achieve [flawless skin] today.", "!advice"},
    {"say_goodbye", "Say goodbye to [wrinkles].", "!advice"},
    {"noun_first", "Needle depth [matters].", "!advice"},
    {"lead_in_infinitive", "Microneedling is used to:\n- Remove [wrinkles]\n- Fade scars",
     "!advice"},
};
INSTANTIATE_TEST_SUITE_P(Warnings, Stance, testing::ValuesIn(warnings), tests::row_name);

}  // namespace
