// Files of approved wording, and what an approval is worth.
#include "linter/suppression/approved.h"

#include <gtest/gtest.h>

namespace linter::suppression {
namespace {

constexpr const char* good = R"(approved:
  - id: little-pain
    text: Most people feel little.
    variants: [Few people feel much.]
    evidence:
      - {title: Survey, url: "https://example.org", section: p. 4, date: 2026-02-03}
      - title: Trial
    owner: Clinical affairs
    jurisdictions: [uk-cap, us-ftc]
    expires: 2027-03-01
    withdrawn: {date: 2026-10-01, reason: repeated}
)";

TEST(Approved, reads_all_that_a_statement_says) {
  const auto read = read_approved(good, "a.yaml");
  ASSERT_TRUE(read.errors.empty());
  ASSERT_EQ(read.value.size(), 1U);
  const Statement& one = read.value.front();
  EXPECT_EQ(one.id, "little-pain");
  EXPECT_EQ(one.text, "Most people feel little.");
  EXPECT_EQ(one.variants, std::vector<std::string>{"Few people feel much."});
  EXPECT_EQ(evidence_of(one), "Survey (p. 4, https://example.org, 2026-02-03); Trial");
  EXPECT_EQ(one.owner, "Clinical affairs");
  EXPECT_EQ(one.jurisdictions, (std::vector<std::string>{"uk-cap", "us-ftc"}));
  EXPECT_EQ(one.expires, "2027-03-01");
  EXPECT_EQ(one.withdrawn, "2026-10-01");
  EXPECT_EQ(one.withdrawn_because, "repeated");
  EXPECT_EQ(one.file, "a.yaml");
  EXPECT_EQ(one.line, 2U);
  EXPECT_EQ(one.column, 5U);
}

struct FaultCase {
  const char* name;
  const char* yaml;  // of a statement, in one line
  base::ErrorCode code;
  const char* says;  // a part of the message
};

class Faults : public testing::TestWithParam<FaultCase> {};

TEST_P(Faults, are_told_with_their_line) {
  const FaultCase& row = GetParam();
  const auto read = read_approved("approved:\n  - " + std::string(row.yaml) + "\n", "a.yaml");
  ASSERT_EQ(read.errors.size(), 1U);
  EXPECT_EQ(read.errors.front().code, row.code);
  EXPECT_NE(read.errors.front().message.find(row.says), std::string::npos)
      << read.errors.front().message;
  EXPECT_EQ(read.errors.front().file, "a.yaml");
  EXPECT_EQ(read.errors.front().line, 2U);
  EXPECT_GT(read.errors.front().column, 0U);
  EXPECT_TRUE(read.value.empty());
}

INSTANTIATE_TEST_SUITE_P(
    table, Faults,
    testing::Values(
        FaultCase{"no_id", "{text: Two words, evidence: {title: T}, owner: O}",
                  base::ErrorCode::missing_key, "id"},
        FaultCase{"bad_id", "{id: A B, text: Two words, evidence: {title: T}, owner: O}",
                  base::ErrorCode::bad_value, "small letters"},
        FaultCase{"one_word", "{id: a, text: Painless, evidence: {title: T}, owner: O}",
                  base::ErrorCode::bad_value, "2 to 200 words"},
        FaultCase{"no_evidence", "{id: a, text: Two words, owner: O}", base::ErrorCode::missing_key,
                  "what it rests on"},
        FaultCase{"evidence_is_text", "{id: a, text: Two words, evidence: T, owner: O}",
                  base::ErrorCode::wrong_type, "evidence"},
        FaultCase{"no_owner", "{id: a, text: Two words, evidence: {title: T}}",
                  base::ErrorCode::missing_key, "owner"},
        FaultCase{"misspelt_key",
                  "{id: a, text: Two words, evidence: {title: T}, owner: O, expire: 2027-01-01}",
                  base::ErrorCode::unknown_key, "expires"},
        FaultCase{"no_date",
                  "{id: a, text: Two words, evidence: {title: T}, owner: O, expires: 2027-02-30}",
                  base::ErrorCode::bad_value, "2027-03-01"},
        FaultCase{
            "withdrawn_without_date",
            "{id: a, text: Two words, evidence: {title: T}, owner: O, withdrawn: {reason: x}}",
            base::ErrorCode::missing_key, "date"},
        FaultCase{"jurisdiction",
                  "{id: a, text: Two words, evidence: {title: T}, owner: O, jurisdictions: [UK]}",
                  base::ErrorCode::bad_value, "uk-cap"}),
    [](const auto& row) { return row.param.name; });

TEST(Approved, an_id_stands_once) {
  const std::string one = "  - {id: a, text: Two words, evidence: {title: T}, owner: O}\n";
  const auto read = read_approved("approved:\n" + one + one, "a.yaml");
  EXPECT_EQ(read.value.size(), 1U);
  ASSERT_EQ(read.errors.size(), 1U);
  EXPECT_EQ(read.errors.front().code, base::ErrorCode::duplicate_id);
  EXPECT_EQ(read.errors.front().line, 3U);
}

struct StandingCase {
  const char* name;
  const char* expires;
  const char* withdrawn;
  Standing standing;  // on 2026-11-20
};

class Standings : public testing::TestWithParam<StandingCase> {};

TEST_P(Standings, follow_the_day) {
  Statement statement;
  statement.expires = GetParam().expires;
  statement.withdrawn = GetParam().withdrawn;
  EXPECT_EQ(standing_of(statement, "2026-11-20"), GetParam().standing);
}

INSTANTIATE_TEST_SUITE_P(
    table, Standings,
    testing::Values(
        StandingCase{"without_end", "", "", Standing::valid},
        StandingCase{"in_31_days", "2026-12-21", "", Standing::valid},
        StandingCase{"in_30_days", "2026-12-20", "", Standing::expires_soon},
        StandingCase{"on_its_last_day", "2026-11-20", "", Standing::expires_soon},
        StandingCase{"the_day_after", "2026-11-19", "", Standing::expired},
        StandingCase{"withdrawn_today", "2027-11-19", "2026-11-20", Standing::withdrawn},
        StandingCase{"withdrawn_tomorrow", "", "2026-11-21", Standing::valid},
        StandingCase{"withdrawn_and_expired", "2026-01-01", "2026-02-01", Standing::withdrawn}),
    [](const auto& row) { return row.param.name; });

TEST(Approved, covers_articles_by_their_jurisdictions) {
  Statement statement;
  EXPECT_TRUE(covers(statement, {}));
  EXPECT_TRUE(covers(statement, {"uk-cap"}));
  statement.jurisdictions = {"uk-cap", "us-ftc"};
  EXPECT_TRUE(covers(statement, {"uk-cap"}));
  EXPECT_TRUE(covers(statement, {"us-ftc", "uk-cap"}));
  EXPECT_FALSE(covers(statement, {"uk-cap", "au-tga"}));
  EXPECT_FALSE(covers(statement, {}));
}

}  // namespace
}  // namespace linter::suppression
