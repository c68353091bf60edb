#include "linter/findings/gather_claims.h"

#include <gtest/gtest.h>

namespace linter::findings {
namespace {

constexpr std::string_view article = "Painless, quick, radiant and safe for all.";

Location place(std::uint32_t begin, std::uint32_t end) {
  Location location;
  location.file = "a.md";
  location.span = {begin, end};
  location.text = location.span.of(article);
  return location;
}

// A claim of a remark on the whole sentence.
Finding claim(std::string rule, std::uint32_t begin, std::uint32_t end,
              Severity severity = Severity::suggestion) {
  Finding one;
  one.rule = "health-claims." + std::move(rule);
  one.category = Category::claim;
  one.severity = severity;
  one.location = place(begin, end);
  one.message = "“" + one.location.text + "”: say who says so.";
  one.fingerprint = one.rule;
  one.remark = place(0, 41);
  return one;
}

Finding alone(Finding one) {
  one.remark.reset();
  return one;
}

Finding suppressed(Finding one) {
  one.suppressed = "stet";
  return one;
}

Finding new_rule(Finding one) {
  one.news = true;
  return one;
}

Finding of_pack(std::string pack, Finding one) {
  one.rule = std::move(pack) + ".r";
  return one;
}

struct ClaimsRow {
  const char* name;
  std::vector<Finding> findings;
  std::vector<std::string> kept;  // "text|rule|message"
};

class GatherClaims : public testing::TestWithParam<ClaimsRow> {};

TEST_P(GatherClaims, TellsARemarkOnce) {
  std::vector<Finding> findings = GetParam().findings;
  gather_claims(findings);
  std::vector<std::string> kept;
  for (const Finding& one : findings) {
    kept.push_back(one.location.text + "|" + one.fingerprint + "|" + one.message);
    EXPECT_EQ(one.location.text, one.location.span.of(article));
  }
  EXPECT_EQ(kept, GetParam().kept);
}

using Texts = std::vector<std::string>;

const std::string all_of_it(article.substr(0, 41));

INSTANTIATE_TEST_SUITE_P(
    Table, GatherClaims,
    testing::Values(
        ClaimsRow{"none", {}, {}},
        ClaimsRow{"one_by_itself",
                  {alone(claim("quick", 10, 15))},
                  Texts{"quick|health-claims.quick|“quick”: say who says so."}},
        ClaimsRow{
            "the_first_of_equals_speaks",
            {claim("painless", 0, 8), claim("safe", 29, 41)},
            Texts{all_of_it + "|health-claims.painless|“Painless”: say who says so. Mend with it: "
                              "“safe for all” (health-claims.safe)."}},
        ClaimsRow{"the_gravest_speaks",
                  {claim("painless", 0, 8), claim("quick", 10, 15),
                   claim("safe", 29, 41, Severity::error)},
                  Texts{all_of_it +
                        "|health-claims.safe|“safe for all”: say who says so. Mend with it: "
                        "“Painless” (health-claims.painless) and “quick” (health-claims.quick)."}},
        ClaimsRow{
            "where_an_end_of_it_is_silenced_it_stays_where_it_is",
            {claim("painless", 0, 8), claim("quick", 10, 15), suppressed(claim("safe", 29, 41))},
            Texts{"Painless|health-claims.painless|“Painless”: say who says so. Mend with it: "
                  "“quick” (health-claims.quick).",
                  "safe for all|health-claims.safe|“safe for all”: say who says so."}},
        ClaimsRow{"where_one_is_left_it_says_what_it_says",
                  {suppressed(claim("painless", 0, 8)), claim("safe", 29, 41)},
                  Texts{"Painless|health-claims.painless|“Painless”: say who says so.",
                        "safe for all|health-claims.safe|“safe for all”: say who says so."}},
        ClaimsRow{"a_rule_that_fails_nobody_speaks_for_none_that_does",
                  {new_rule(claim("painless", 0, 8)), claim("safe", 29, 41)},
                  Texts{"Painless|health-claims.painless|“Painless”: say who says so.",
                        "safe for all|health-claims.safe|“safe for all”: say who says so."}},
        ClaimsRow{"each_pack_speaks_for_itself",
                  {claim("painless", 0, 8), of_pack("house", claim("safe", 29, 41))},
                  Texts{"Painless|health-claims.painless|“Painless”: say who says so.",
                        "safe for all|health-claims.safe|“safe for all”: say who says so."}}),
    [](const auto& row) { return row.param.name; });

TEST(GatherClaims, NamesFourOfMany) {
  std::vector<Finding> findings;
  for (std::uint32_t at = 0; at < 7; ++at) {
    findings.push_back(claim("r" + std::to_string(at), at, at + 1));
    findings.back().message = "m";
  }
  gather_claims(findings);
  ASSERT_EQ(findings.size(), 1U);
  EXPECT_EQ(findings[0].message,
            "m Mend with it: health-claims.r1, health-claims.r2, health-claims.r3, "
            "health-claims.r4 and 2 more.");
}

}  // namespace
}  // namespace linter::findings
