#include <gtest/gtest.h>

#include "linter/proof/proof.h"
#include "linter/prose/formats.h"

namespace linter::proof {
namespace {

findings::Outcome outcome_on(const std::string& text, const std::string& url) {
  findings::Finding finding;
  finding.rule = "a.b";
  finding.fingerprint = "f";
  finding.message = "</script><!-- " + text;
  finding.location.file = "a.txt";
  finding.location.span = {0, 3};
  finding.location.text = "One";
  finding.sources.push_back({.title = "T", .url = url, .section = {}, .date = {}});
  findings::Outcome outcome;
  outcome.findings.push_back(finding);
  return outcome;
}

base::Json json_of(const findings::Outcome& outcome, const std::string& text) {
  std::vector<Galley> galleys(1);
  auto source = prose::read_article(*prose::format_named("plain"), "a.txt", text, {},
                                    galleys.front().article);
  galleys.front().file = "a.txt";
  galleys.front().bytes = source.value().bytes;
  return proof_json(outcome, galleys, "1.0");
}

TEST(Page, has_its_data_where_nothing_of_it_is_markup) {
  const std::string hostile = "One </script><script>x</script> <!-- &amp; \u2028";
  const std::string page = proof_page(json_of(outcome_on(hostile, "https://x"), hostile));
  std::size_t ends = 0;
  for (std::size_t at = page.find("</script"); at != std::string::npos;
       at = page.find("</script", at + 1))
    ++ends;
  EXPECT_EQ(ends, 2U);
  EXPECT_EQ(page.find("<!--"), std::string::npos);
  EXPECT_NE(page.find("default-src 'none'; script-src 'sha256-"), std::string::npos);
  EXPECT_EQ(page.find("@DATA@"), std::string::npos);
  EXPECT_EQ(page, proof_page(json_of(outcome_on(hostile, "https://x"), hostile)));
}

TEST(Page, links_only_to_the_web) {
  const auto source_of = [](const std::string& url) {
    return json_of(outcome_on("x", url), "One\n")["articles"][0]["remarks"][0]["sources"][0];
  };
  EXPECT_TRUE(source_of("https://example.org").contains("url"));
  EXPECT_FALSE(source_of("javascript:alert(1)").contains("url"));
  EXPECT_FALSE(source_of("file:///etc/passwd").contains("url"));
}

TEST(Page, says_for_the_record_whose_rule_it_is_and_what_it_was_made_with) {
  auto outcome = outcome_on("x", "https://x");
  outcome.findings.front().jurisdictions = {"uk-cap", "us-ftc"};
  outcome.data.push_back({"pack a 1", "0123"});
  const base::Json page = json_of(outcome, "One.\n");
  EXPECT_EQ(page["articles"][0]["remarks"][0]["jurisdictions"], base::Json({"uk-cap", "us-ftc"}));
  EXPECT_EQ(page["data"], base::Json::array({{{"name", "pack a 1"}, {"digest", "0123"}}}));
}

TEST(Page, is_known_as_a_proof) {
  EXPECT_TRUE(is_proof_page(proof_page(json_of(outcome_on("x", "https://x"), "One.\n"))));
  EXPECT_FALSE(is_proof_page("<html><head><meta name=generator content=Hugo></head></html>"));
  EXPECT_FALSE(is_proof_page(""));
}

TEST(Page, has_both_sides_of_a_contradiction) {
  auto outcome = outcome_on("x", "https://x");
  findings::Related side;
  side.location.file = "a.txt";
  side.location.span = {5, 8};
  side.location.text = "Two";
  side.location.excerpt = "Two";
  outcome.findings.front().related.push_back(side);
  const base::Json article = json_of(outcome, "One.\nTwo.\n")["articles"][0];
  ASSERT_EQ(article["remarks"].size(), 2U);
  EXPECT_EQ(article["remarks"][0]["sides"][0]["article"], 0);
  EXPECT_EQ(article["remarks"][1]["echo"].dump(), "[0,0]");
  EXPECT_EQ(article["blocks"].dump().find("\"marks\":[1]") != std::string::npos, true);
}

}  // namespace
}  // namespace linter::proof
