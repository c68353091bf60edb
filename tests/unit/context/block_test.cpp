// Questions, quotations, myths, headings, lists and tables: the light that falls from around a
// sentence.
#include "tests/unit/context/expectations.h"

namespace {

using tests::Row;

class Surroundings : public testing::TestWithParam<Row> {};
TEST_P(Surroundings, Hold) {
  tests::expect_light(GetParam().text, GetParam().expected, tests::english().cues());
}

constexpr Row questions[] = {
    {"asked", "Is it [painless]?", "question"},
    {"does_it", "Does microneedling [cause scarring]?", "question"},
    {"bare_answer", "Is it [safe]? Absolutely.", "certain"},
    {"bare_yes", "Is it [safe]? Yes!", "certain"},
    {"yes_it_is", "Is it [safe]? Yes, it is.", "certain"},
    {"bare_no", "Is it [painless]? No.", "negated"},
    {"no_it_is_not", "Is it [painless]? No, it isn't.", "negated"},
    {"answer_with_conditions", "Is it [safe]? Yes, when performed by a trained professional.",
     "question"},
    {"depends", "Is it [safe]? It depends.", "question hedged"},
    {"heading_asks", "## Is it [painless]?\nMost people feel a light sting.", "question"},
    {"heading_answered", "## Is it [painless]?\nAbsolutely. You will feel nothing.", "certain"},
    {"heading_denied", "## Is it [painless]?\nNo. It stings.", "negated"},
    {"heading_without_mark", "## Does it [hurt]\nA little.", "question"},
    {"indirect", "Ask your doctor whether it is [safe].", "question advice"},
    {"whether_either_way", "Whether you're looking to lift or to plump, the peel is [safe].", ""},
    {"whether_treating", "Whether treating scars or lines, it is [safe].", ""},
    {"wonder_if", "You may wonder if it is [painless].", "question"},
    {"presupposed", "Why is our peel [completely painless]?", ""},
    {"did_you_know", "Did you know that our peel is [completely safe]?", ""},
    {"so_why_wait", "It is [completely painless], so why wait?", ""},
    {"true_or_false", "True or false: peels are [painless].", "question"},
    {"statement_before", "The hair is [permanent]. does it hurt ?", ""},
    {"asked_after_a_statement", "The hair grows. is it [permanent] ?", "question"},
    {"answer_itself", "Is it risky? It is [completely safe].", ""},
};
INSTANTIATE_TEST_SUITE_P(Questions, Surroundings, testing::ValuesIn(questions), tests::row_name);

constexpr Row quotations[] = {
    {"straight", "The advert said \"it is [painless]\" in big letters.", "quoted"},
    {"curly", "The advert said “it is [painless]” in big letters.", "quoted"},
    {"scare", "The “[miracle cure]” is a cream.", "quoted"},
    {"single", "The '[miracle cure]' is a cream.", "quoted"},
    {"with_its_marks", "The [“miracle cure”] is a cream.", "quoted"},
    {"apostrophes", "Patients' needs and [painless] peels are the clinic's focus.", ""},
    {"inches", "A 5\" screen and a [painless] peel, 6\" wide.", ""},
    {"outside", "The “cure” is [completely safe].", ""},
    {"cue_stays_inside", "The “not for you” peel is [painless].", ""},
    {"cue_reaches_inside", "We do not say that it is “[completely safe]”.",
     "negated attributed quoted"},
    {"unclosed", "The “cure is [completely safe].", ""},
    {"two_sentences", "“It was quick. It was [painless].” The end.", "quoted"},
    {"block_quotation", "> The peel was [painless].", "quoted"},
    {"completed_by_quotations", "Hijama can\n> Lower your pulse.\n> [Cure migraines].", ""},
    {"led_in_by_a_verb", "Our guests say\n> [Painless] and quick.", "quoted"},
    {"marks_below_a_modal", "Hijama can\n> \"[Cure migraines].\"", "quoted"},
    {"first_person", "\"I had [no side effects] at all,\" she wrote.", "quoted testimonial"},
    {"says_dana", "“It was [painless],” says Dana.", "quoted testimonial"},
    {"says_doctor", "“It is [painless],” says Dr. Brown.", "quoted"},
    {"block_testimonial", "> I felt [no pain] at all. Thank you!", "quoted testimonial"},
    {"reviews_heading", "## What our clients say\nFast, friendly and [painless].", "testimonial"},
};
INSTANTIATE_TEST_SUITE_P(Quotations, Surroundings, testing::ValuesIn(quotations), tests::row_name);

constexpr Row myths[] = {
    {"label", "Myth: Microneedling is [painless].", "myth"},
    {"numbered", "Myth 3 – Microneedling is [painless].", "myth"},
    {"number_sign", "Myth #2: Gold is a [risk-free] investment.", "myth"},
    {"heading_label", "## Myth 1: Microneedling is [painless]\nMost people feel a sting.", "myth"},
    {"body_of_heading_label", "## Myth 1: Microneedling hurts\nIt is [completely painless].", ""},
    {"label_alone", "## Myth 1\nMicroneedling is [painless].", "myth"},
    {"fact_part", "Myth: It hurts. Fact: It is [completely painless].", ""},
    {"fact_block", "Myth: It hurts.\nFact: It is [completely painless].", ""},
    {"misconception", "Misconception: The bags are [compostable].", "myth"},
    {"heading_list", "## Common myths\n- It is [painless].", "myth"},
    {"heading_paragraph", "## Misconceptions\nMicroneedling is [painless].", "myth"},
    {"heading_subheading", "## Myths about peels\n### Peels are [painless]\nThey sting.", "myth"},
    {"title_paragraph", "# Seven myths about peels\nOur peel is [painless].", ""},
    {"title_list", "# Seven myths about peels\n- Peels are [painless].", "myth"},
    {"title_list_denied", "# Seven myths about peels\n- Peels are not [painful].", "negated"},
    {"title_list_rebutted", "# Seven myths about peels\n- Peels hurt. They are [painless].", ""},
    {"title_list_named", "# Seven myths about peels\n- Peels are not [painful]. They sting.",
     "negated myth"},
    {"title_subheading", "# Seven myths about peels\n## Peels are [painless]", "myth"},
    {"myths_and_facts", "## Myths and facts\nThe peel is [painless].", ""},
    {"in_fact", "## Common myths\n- It hurts. In fact, it is [painless].", ""},
    {"table_column", "| Myth | Fact\n| It is [painless]. | It stings.", "myth"},
    {"table_problem", "| Claim | Problem\n| The peel is [painless]. | It stings.", "warned"},
    {"table_bad", "| No. | Bad | Better\n| 1 | The peel is [painless]. | It stings.", "warned"},
    {"table_avoid", "| Avoid | Use\n| A [painless] peel | A peel that stings", "warned"},
    {"table_better", "| Bad | Better\n| It hurts. | It is [painless].", ""},
    {"table_proof", "| Claim | Proof\n| The peel is [painless]. | We asked.", ""},
    {"table_solution", "| Problem | Claim\n| Scars | A [painless] peel", ""},
    {"table_fact", "| Myth | Fact\n| It hurts. | It is [painless].", ""},
    {"lead_in", "The following are myths:\n- It is [painless].\n- It cures acne.", "myth"},
    {"it_is_a_myth", "It is a myth that peels are [painless].", "myth"},
    {"is_a_myth", "The [painless] peel is a myth.", "myth"},
    {"reply", "Peels are [painless]. That is a myth.", "myth"},
    {"reply_not_true", "Peels are [painless]. Not true!", "negated"},
    {"wrongly", "People wrongly believe that peels are [painless].", "myth attributed"},
};
INSTANTIATE_TEST_SUITE_P(Myths, Surroundings, testing::ValuesIn(myths), tests::row_name);

constexpr Row lists[] = {
    {"cannot_promise", "We cannot promise:\n- [Permanent results]\n- No redness", "negated"},
    {"second_item", "We cannot promise:\n- No redness\n- [Permanent results]", "negated"},
    {"double", "We cannot promise:\n- No [redness]", ""},
    {"does_not_cause", "The peel does not cause:\n- [Scarring]", "negated"},
    {"may_cause", "The peel may cause:\n- [Redness]", "hedged"},
    {"claims", "Some clinics claim that needling:\n- is [painless]", "attributed"},
    {"if_you", "Do not have a peel if you:\n- are [pregnant]", "conditional"},
    {"closed_reach", "It is not cheap, but it offers:\n- [Lasting results]", ""},
    {"what_it_is_not", "## What microneedling is not\n- A [permanent fix]", "negated"},
    {"what_it_is_not_own_words", "## What microneedling is not\nIt is [painless] all the same.",
     ""},
    {"what_it_is_not_lead_in", "What microneedling is not:\n- [Painless]", "negated"},
    {"what_it_can_not_do", "## What a peel cannot do\n- [Erase deep scars]", "negated"},
    {"why_you_should", "Reasons why you should choose the peel:\n- It is [painless]", ""},
    {"you_should", "After the peel you should:\n- [Avoid the sun]", "advice"},
    {"you_can_enjoy_include", "The benefits that you can enjoy include:\n- [No downtime]",
     "!hedged"},
    {"can_include", "Side effects can include:\n- [Redness]", "hedged"},
    {"benefits", "Benefits:\n- [No downtime]", ""},
    {"item_two_sentences", "We cannot promise:\n- Results. Our team is [always safe].", ""},
};
INSTANTIATE_TEST_SUITE_P(Lists, Surroundings, testing::ValuesIn(lists), tests::row_name);

}  // namespace
