// Denial: its words, its reach, double denial, and what only looks like it.
#include "tests/unit/context/expectations.h"

namespace {

using tests::Row;

class Negation : public testing::TestWithParam<Row> {};
TEST_P(Negation, Holds) {
  tests::expect_light(GetParam().text, GetParam().expected, tests::english().cues());
}

constexpr Row plain[] = {
    {"not", "The treatment is not [painless].", "negated"},
    {"is_nt", "Fillers aren't [permanent].", "negated"},
    {"cannot", "A cream cannot [erase scars].", "negated"},
    {"never", "Bonds are never [completely safe].", "negated"},
    {"no_subject", "No procedure is [completely safe].", "negated"},
    {"no_investment", "No investment is [risk-free].", "negated"},
    {"nobody_promises", "Nobody can promise you a [painless] treatment.", "negated"},
    {"nothing", "Nothing makes a plastic bag [carbon neutral].", "negated"},
    {"none_of", "None of these creams is a [cure].", "negated"},
    {"without_claiming", "We describe it without claiming to be [painless].", "negated attributed"},
    {"do_not_believe", "Don't believe in [painless] surgery.", "negated warned"},
    {"far_from", "The first session is far from [painless].", "negated"},
    {"anything_but", "Recovery is anything but [quick].", "negated"},
    {"by_no_means", "The fund is by no means [guaranteed].", "negated"},
    {"in_no_way", "The label in no way proves that it is [climate neutral].", "negated"},
    {"fails_to", "The serum fails to [remove wrinkles].", "negated"},
    {"lack_of", "There is a lack of [evidence] for this.", "negated"},
    {"free_of", "The formula is free of [parabens].", "negated"},
    {"absence_of", "The absence of [side effects] surprised us.", "negated"},
    {"no_longer", "The device is no longer [approved].", "negated historical"},
    {"instead_of", "Choose steady saving instead of [guaranteed returns].", "negated"},
    {"hardly", "A peel is hardly [painless].", "negated approximate"},
    {"neither", "The laser is neither [painless] nor cheap.", "negated"},
    {"nor", "The laser is neither cheap nor [painless].", "negated"},
    {"no_evidence_that", "There is no evidence that it [cures acne].", "negated"},
    {"no_guarantee_that", "There is no guarantee that results are [permanent].", "negated"},
    {"does_not_mean", "Natural does not mean that it is [safe].", "negated"},
    {"ruled_out", "Allergies were ruled out, so [redness] is the sun's work.", ""},
    {"denies", "She denies [pain] or fever.", "negated"},
    {"negative_for", "The patch test was negative for [latex].", "negated"},
};
INSTANTIATE_TEST_SUITE_P(Plain, Negation, testing::ValuesIn(plain), tests::row_name);

constexpr Row behind[] = {
    {"cannot_be_guaranteed", "[Permanent results] cannot be guaranteed.", "negated"},
    {"is_not_guaranteed", "A [painless] session is not guaranteed.", "negated"},
    {"does_not_occur", "[Scarring] does not occur.", "negated"},
    {"are_not_expected", "[Lasting marks] are not expected.", "negated"},
    {"is_excluded", "[Losses] are excluded.", "negated"},
    {"none_after_colon", "[Downtime]: none.", "negated"},
    {"unlikely", "[Infection] is unlikely.", "hedged infrequent"},
    {"other_clause", "The peel is [painless], and scarring is not expected.", ""},
};
INSTANTIATE_TEST_SUITE_P(Behind, Negation, testing::ValuesIn(behind), tests::row_name);

constexpr Row within_span[] = {
    {"no_in_span", "There is [no downtime].", ""},
    {"painless_itself", "The treatment is [painless].", ""},
    {"without_in_span", "Lose weight [without any side effects].", ""},
    {"never_in_span", "You will [never lose money].", "certain"},
    {"outer_over_inner", "We cannot promise [no downtime].", "negated"},
    {"risk_free_denied", "It is not [risk-free].", "negated"},
    {"risk_free_plain", "It is [risk-free].", ""},
};
INSTANTIATE_TEST_SUITE_P(WithinSpan, Negation, testing::ValuesIn(within_span), tests::row_name);

constexpr Row twice[] = {
    {"not_without", "The procedure is not without [risk].", ""},
    {"no_treatment_without", "No treatment is without [side effects].", ""},
    {"cannot_promise_no", "We cannot promise that there will be no [pain].", "attributed"},
    {"not_uncommon", "Bruising is not [uncommon].", "negated"},
    {"redness_not_uncommon", "[Redness] is not uncommon.", "frequent !infrequent"},
    {"not_impossible", "It is not [impossible] to lose money.", "negated"},
    {"does_not_deny", "The maker does not deny that there are [risks].", ""},
    {"does_not_mean_no", "A small dose doesn't mean there is no [risk].", ""},
    {"free_denied", "No fund is [free of risk].", "negated"},
    {"compound_denied", "No fund is [risk]-free.", ""},
};
INSTANTIATE_TEST_SUITE_P(Twice, Negation, testing::ValuesIn(twice), tests::row_name);

constexpr Row affixes[] = {
    {"risk_free", "A [risk]-free offer.", "negated"},
    {"side_effect_free", "A [side-effect]-free cream.", "negated"},
    {"less", "The pain[less] way", ""},
    {"stem_of_less", "It is a [pain]less peel.", "negated"},
    {"stem_of_not_less", "It is not a [pain]less peel.", ""},
    {"non", "It is a non-[invasive] peel.", "negated"},
    {"non_glued", "The tissue is non[tender].", "negated"},
    {"no_compound", "Our no-needle method is [painless].", ""},
    {"no_compound_inside", "Our no-[needle] method is new.", "negated"},
    {"pain_free_apart", "The session is [pain] free.", "negated"},
    {"free_of_charge", "The [consultation] is free of charge.", ""},
    {"free_consultation", "Book a [painless] free consultation.", ""},
};
INSTANTIATE_TEST_SUITE_P(Affixes, Negation, testing::ValuesIn(affixes), tests::row_name);

constexpr Row listed[] = {
    {"or_second", "It does not cause bruising or [swelling].", "negated"},
    {"or_third", "There is no redness, bruising or [scarring].", "negated"},
    {"oxford", "No itching, burning, or [scarring] was seen.", "negated"},
    {"and_nouns", "It works without pain and [scars].", "negated"},
    {"verbs", "It will not hurt or [leave scars].", "negated"},
    {"no_and_adjective", "Expect no downtime and [lasting results].", ""},
    {"no_comma_positive", "No downtime, smoother skin and [permanent results].", ""},
    {"no_with", "No downtime with [amazing results].", ""},
    {"predicate", "It does not hurt and leaves you [completely safe].", ""},
    {"predicate_be", "The bag is not new and is [fully compostable].", ""},
    {"restarted", "No pain, no needles, [lasting results].", ""},
    {"with_and_with", "It works without surgery and with [lasting results].", "negated"},
    {"brackets", "It has no side effects ([redness], swelling).", "negated"},
    {"only", "No needles, only [painless] light.", ""},
    {"just", "Not a facelift, just a [painless] massage.", ""},
};
INSTANTIATE_TEST_SUITE_P(Lists, Negation, testing::ValuesIn(listed), tests::row_name);

constexpr Row reach[] = {
    {"but", "It is not cheap, but it is [painless].", ""},
    {"however", "It is not cheap; however, it is [painless].", ""},
    {"although", "It is not cheap although it is [painless].", ""},
    {"semicolon", "It is not cheap; the method is [painless].", ""},
    {"colon", "No one should skip sunscreen: UV can [darken treated skin].", "hedged"},
    {"because", "It is not risky because the method is [completely safe].", ""},
    {"and_clause", "It does not bleed and the method is [painless].", ""},
    {"and_pronoun", "It does not bleed and it is [painless].", ""},
    {"which", "It does not bleed, which makes it [completely safe].", ""},
    {"intro", "With no downtime, you get [permanent results].", ""},
    {"comma_splice", "It is not surgery, the method is [painless].", ""},
    {"participle", "It does not cut the skin, making it [completely safe].", ""},
    {"dash", "It is not surgery – a [painless] treat.", ""},
    {"thanks_to", "There is no downtime thanks to our [painless] method.", ""},
    {"with_this", "There is no downtime with this [painless] treatment.", ""},
    {"before", "The [painless] method does not bleed.", ""},
    {"other_sentence", "It does not bleed. It is [painless].", ""},
    {"subject_relative", "No one who has dark skin is [completely safe].", "negated"},
    {"appositive", "No treatment, even a gentle one, is [completely safe].", "negated"},
    {"exception", "There are no side effects other than [redness].", "excepted"},
    {"except_for", "No risks except for [bruising].", "excepted"},
};
INSTANTIATE_TEST_SUITE_P(Reach, Negation, testing::ValuesIn(reach), tests::row_name);

constexpr Row pseudo[] = {
    {"not_only", "It is not only [painless], it is quick.", ""},
    {"not_just", "The bottle is not just recyclable but [climate positive].", ""},
    {"no_doubt", "It is no doubt [completely safe].", "certain"},
    {"no_wonder", "No wonder that it is [painless].", ""},
    {"no_matter", "No matter your age, it is [completely safe].", ""},
    {"not_to_mention", "It is quick, not to mention [painless].", ""},
    {"without_doubt", "It is without doubt the [safest] method.", "certain"},
    {"without_a_doubt", "It is without a doubt [painless].", "certain"},
    {"nothing_but", "It offers nothing but [guaranteed returns].", ""},
    {"no_increase", "There was no increase in [pain].", ""},
    {"gram_negative", "It kills gram negative [bacteria].", ""},
    {"not_necessarily", "It is not necessarily [safe].", "hedged"},
    {"no_other", "Like no other, it is [painless].", ""},
    {"no_safer", "There is no safer [treatment].", ""},
    {"never_easier", "It has never been easier to [get rich].", ""},
    {"no_comma", "No, the method is [painless].", ""},
    {"no_or_minimal", "Expect no, or minimal, [downtime].", "negated"},
    {"cannot_wait", "You cannot wait to see [flawless skin].", ""},
    {"nothing_short", "The result is nothing short of [miraculous].", ""},
    {"no_more_than", "It takes no more than [ten minutes].", ""},
    {"no_one_brand", "It is the no. 1 [anti-ageing cure].", ""},
    {"whether_or_not", "Whether or not you tan, it is [completely safe].", ""},
    {"in_no_time", "In no time you are [wrinkle-free].", ""},
    {"not_for_profit", "A not-for-profit fund with [guaranteed returns].", ""},
    {"couldnt_be_safer", "It couldn't be safer or [more effective].", "!hedged"},
};
INSTANTIATE_TEST_SUITE_P(Pseudo, Negation, testing::ValuesIn(pseudo), tests::row_name);

}  // namespace
