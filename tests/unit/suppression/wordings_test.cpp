// Where articles use approved wording.
#include "linter/suppression/wordings.h"

#include <gtest/gtest.h>

#include "linter/prose/formats.h"

namespace linter::suppression {
namespace {

Statement statement(std::string id, std::string text, std::vector<std::string> variants = {}) {
  Statement one;
  one.id = std::move(id);
  one.text = std::move(text);
  one.variants = std::move(variants);
  return one;
}

// "id: text" of each use; with what differs behind a near one.
std::vector<std::string> uses_in(const Wordings& wordings, const std::string& markdown) {
  const auto source = source::make_source("a.md", markdown);
  prose::Article article;
  EXPECT_TRUE(prose::format_named("markdown")->read(*source, {}, article));
  sentences::Text text;
  sentences::split(article, text);
  std::vector<std::string> lines;
  for (const Use& use : wordings.find("a.md", source->bytes, article, text, true)) {
    std::string line = wordings.statements()[use.statement].id + ": " + use.location.text;
    for (const Difference& one : use.differences)
      line += " [" + one.approved + ">" + one.written + "]";
    lines.push_back(std::move(line));
  }
  return lines;
}

struct UseCase {
  const char* name;
  std::string text;
  std::vector<std::string> uses;
};

class Uses : public testing::TestWithParam<UseCase> {};

TEST_P(Uses, are_found_where_the_words_stand) {
  const Wordings wordings({
      statement("pain", "Micro-needling hurts “a little”, say 90% of our clients."),
      statement("days", "It takes 2-3 days to heal.", {"Healing takes 2 to 3 days"}),
      statement("two", "It may sting. Ice helps after it."),
  });
  EXPECT_EQ(uses_in(wordings, GetParam().text), GetParam().uses);
}

INSTANTIATE_TEST_SUITE_P(
    table, Uses,
    testing::Values(
        UseCase{"as_written",
                "Micro-needling hurts “a little”, say 90% of our clients.",
                {"pain: Micro-needling hurts “a little”, say 90% of our clients"}},
        UseCase{"case_hyphen_quotes_spaces",
                "And microneedling hurts 'a\nlittle' say 90 % of **our** clients today.",
                {"pain: microneedling hurts 'a\nlittle' say 90 % of **our** clients"}},
        UseCase{"a_sign_counts",
                "Microneedling hurts a little, say 90 of our clients.",
                {"pain: Microneedling hurts a little, say 90 of our clients [%>]"}},
        UseCase{"not_within_a_word",
                "It takes 2-3 days to heals",
                {"days: It takes 2-3 days to heals [heal>heals]"}},
        UseCase{"numbers_do_not_run_together",
                "It takes 23 days to heal.",
                {"days: It takes 23 days to heal [2-3>23]"}},
        UseCase{"a_dash_between_numbers",
                "It takes 2–3 days to heal.",
                {"days: It takes 2–3 days to heal"}},
        UseCase{"a_variant", "Healing takes 2 to 3 days.", {"days: Healing takes 2 to 3 days"}},
        UseCase{"not_across_sentences", "It takes 2. 3 days to heal.", {}},
        UseCase{"not_across_blocks", "It takes 2-3\n\ndays to heal.", {}},
        UseCase{"two_sentences",
                "It may sting! Ice helps after it.",
                {"two: It may sting! Ice helps after it"}},
        UseCase{"two_sentences_nearly",
                "It may sting. Ice never helps after it.",
                {"two: It may sting. Ice never helps after it [>never]"}},
        UseCase{"a_word_replaced",
                "Microneedling hurts a little, say 90% of all clients.",
                {"pain: Microneedling hurts a little, say 90% of all clients [our>all]"}},
        UseCase{"another_statement", "Lasers hurt a little, say our clients in the north.", {}}),
    [](const auto& row) { return row.param.name; });

TEST(Wordings, a_variant_within_the_statement_is_no_use_of_its_own) {
  const Wordings wordings({statement("days", "It takes 2-3 days to heal.", {"days to heal"}),
                           statement("heal", "to heal")});
  EXPECT_EQ(uses_in(wordings, "It takes 2-3 days to heal. Days to heal are short."),
            (std::vector<std::string>{"days: It takes 2-3 days to heal", "heal: to heal",
                                      "days: Days to heal", "heal: to heal"}));
}

TEST(Wordings, nothing_without_statements) {
  EXPECT_TRUE(uses_in(Wordings({}), "It takes 2-3 days to heal.").empty());
}

}  // namespace
}  // namespace linter::suppression
