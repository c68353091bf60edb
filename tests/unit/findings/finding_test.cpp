#include "linter/findings/finding.h"

#include <algorithm>
#include <gtest/gtest.h>
#include <set>

namespace linter::findings {
namespace {

Finding finding_at(std::string rule, std::string file, std::uint32_t begin, std::uint32_t end,
                   std::string identity = {}) {
  Finding finding;
  finding.rule = std::move(rule);
  finding.location.file = std::move(file);
  finding.location.span = {begin, end};
  finding.identity = std::move(identity);
  return finding;
}

TEST(Names, FollowTheEnumerators) {
  EXPECT_EQ(name(Severity::suggestion), "suggestion");
  EXPECT_EQ(name(Severity::error), "error");
  EXPECT_EQ(name(Category::spelling), "spelling");
  EXPECT_EQ(name(Category::upkeep), "upkeep");
  ASSERT_EQ(severity_names().size(), 3U);
  ASSERT_EQ(category_names().size(), 5U);
  EXPECT_EQ(severity_names()[1], name(Severity::warning));
  EXPECT_EQ(category_names()[3], name(Category::contradiction));
}

TEST(Order, IsFileThenPlaceThenRuleThenMessage) {
  std::vector<Finding> findings{finding_at("b.x", "b.md", 0, 1), finding_at("b.x", "a.md", 9, 10),
                                finding_at("b.x", "a.md", 3, 5), finding_at("a.x", "a.md", 3, 5),
                                finding_at("z.x", "a.md", 3, 4)};
  std::ranges::sort(findings, before);
  std::vector<std::string> seen;
  for (const Finding& f : findings) {
    seen.push_back(f.location.file + ":" + std::to_string(f.location.span.begin) + ":" + f.rule);
  }
  EXPECT_EQ(seen, (std::vector<std::string>{"a.md:3:z.x", "a.md:3:a.x", "a.md:3:b.x", "a.md:9:b.x",
                                            "b.md:0:b.x"}));
  EXPECT_FALSE(before(findings[0], findings[0]));
}

TEST(Locate, CountsCodePointsAndKeepsTheLine) {
  const std::string bytes = "first line\nna\u00EFve caf\u00E9 glow\r\nlast";
  std::vector<Finding> findings{finding_at("r.x", "a.md", 18, 23),
                                finding_at("r.x", "other.md", 0, 4)};
  findings[0].related.push_back({findings[0].location, "again", std::nullopt, {}});
  locate(findings, "a.md", bytes);
  const Location& place = findings[0].location;
  EXPECT_EQ(bytes.substr(18, 5), "caf\u00E9");
  EXPECT_EQ(place.begin, (source::Position{2, 7}));
  EXPECT_EQ(place.end, (source::Position{2, 11}));
  EXPECT_EQ(place.excerpt, "na\u00EFve caf\u00E9 glow");
  EXPECT_EQ(place.excerpt.substr(place.excerpt_offset, 5), "caf\u00E9");
  EXPECT_EQ(findings[0].related[0].location.begin, (source::Position{2, 7}));
  EXPECT_TRUE(findings[1].location.excerpt.empty()) << "another file's location stays as it was";
}

TEST(Locate, ClipsLongLinesAroundTheSpanAtCharacters) {
  std::string bytes;
  for (int i = 0; i < 1000; ++i) bytes += "\u00E9";
  struct Case {
    const char* name;
    std::uint32_t begin;
    std::uint32_t end;
  };
  for (const Case& c : {Case{"start", 0, 4}, Case{"middle", 1000, 1010}, Case{"end", 1996, 2000},
                        Case{"longer than the excerpt", 100, 1900}}) {
    SCOPED_TRACE(c.name);
    std::vector<Finding> findings{finding_at("r.x", "a.md", c.begin, c.end)};
    locate(findings, "a.md", bytes);
    const Location& place = findings[0].location;
    EXPECT_LE(place.excerpt.size(), 400U);
    EXPECT_GE(place.excerpt.size(), 396U);
    EXPECT_EQ(place.excerpt.size() % 2, 0U) << "cut inside a character";
    EXPECT_EQ(place.excerpt.substr(0, 2), "\u00E9");
    const std::size_t shown =
        std::min<std::size_t>(c.end - c.begin, place.excerpt.size() - place.excerpt_offset);
    EXPECT_GE(shown, std::min<std::size_t>(c.end - c.begin, 396U));
  }
}

TEST(Locate, IgnoresSpansBeyondTheFile) {
  std::vector<Finding> findings{finding_at("r.x", "a.md", 50, 60)};
  locate(findings, "a.md", "short");
  EXPECT_TRUE(findings[0].location.excerpt.empty());
}

TEST(Fingerprint, IgnoresWhereTheTextStands) {
  std::vector<Finding> here{finding_at("r.x", "a.md", 5, 9, "teh")};
  std::vector<Finding> there{finding_at("r.x", "a.md", 500, 504, "teh")};
  fingerprint_all(here);
  fingerprint_all(there);
  EXPECT_EQ(here[0].fingerprint, there[0].fingerprint);
  EXPECT_EQ(here[0].fingerprint.size(), 32U);
}

TEST(Fingerprint, DiffersByRuleFileIdentityAndOrdinal) {
  std::vector<Finding> findings{
      finding_at("r.x", "a.md", 0, 3, "teh"), finding_at("r.x", "a.md", 9, 12, "teh"),
      finding_at("r.y", "a.md", 9, 12, "teh"), finding_at("r.x", "a.md", 20, 23, "adn"),
      finding_at("r.x", "b.md", 0, 3, "teh")};
  fingerprint_all(findings);
  std::set<std::string> distinct;
  for (const Finding& f : findings) distinct.insert(f.fingerprint);
  EXPECT_EQ(distinct.size(), findings.size());
}

}  // namespace
}  // namespace linter::findings
