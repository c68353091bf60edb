// Records are read as they were written, and nothing else is a record.
#include "linter/records/record.h"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>
#include <regex>

namespace records = linter::records;

namespace {

linter::findings::Location somewhere() {
  linter::findings::Location location;
  location.file = "a \"b\"/c\t.md";
  location.span = {3, 9};
  location.text = "wörd";
  location.begin = {2, 3};
  location.end = {2, 7};
  location.begin_byte = 3;
  location.end_byte = 9;
  location.excerpt = "a wörd\x1B[31m";
  location.excerpt_offset = 2;
  return location;
}

records::Record finding() {
  records::FindingRecord record{.between = "g\tclaims\tpeel", .number = 7, .finding = {}};
  record.finding.rule = "pack.rule";
  record.finding.category = linter::findings::Category::contradiction;
  record.finding.severity = linter::findings::Severity::error;
  record.finding.message = "what was seen";
  record.finding.location = somewhere();
  record.finding.suggestions = {"one", "two"};
  record.finding.sources = {{.title = "T", .url = "U", .section = "S", .date = "2026-01-02"}};
  record.finding.jurisdictions = {"uk-cap"};
  record.finding.related = {{.location = somewhere(),
                             .message = "the other",
                             .source = record.finding.sources.front(),
                             .fingerprint = "f"}};
  record.finding.related_omitted = 4;
  record.finding.identity = "id";
  record.finding.identity_file = "other.md";
  record.finding.turned = "1\nabc";
  record.finding.news = true;
  record.finding.remark = record.finding.location;
  record.finding.remark->text = "a longer \"place\"";
  return record;
}

// Names of files need not be UTF-8, and messages quote them.
records::Record finding_in(const std::string& name) {
  auto record = std::get<records::FindingRecord>(finding());
  record.finding.location.file = name;
  record.finding.message = "see '" + name + "'";
  record.finding.suggestions = {name};
  return record;
}

records::Record summary() {
  linter::checks::Summary one;
  one.check = "claims";
  one.key = "peel";
  one.value = "peel\t90";
  one.count = 2;
  one.location = somewhere();
  one.quote = "A wörd.";
  one.identity = UINT64_MAX;
  one.asked = false;
  linter::checks::Summary other = one;
  other.location.span = {20, 26};
  return records::SummaryRecord{.group = ".|group|us",
                                .language = "en",
                                .settings = 17,
                                .number = 1,
                                .summaries = {one, other}};
}

records::Record article() {
  records::ArticleRecord record;
  record.file = "a.md";
  record.part = "1/2";
  record.number = 5;
  record.language = "en";
  record.settings = 17;
  record.asked = false;
  record.words = 12;
  record.bytes = 90;
  record.findings.add("x");
  auto& stet = record.stets.emplace_back();
  stet.note.place = somewhere();
  stet.note.rule = "a.b";
  stet.note.until = "2027-01-01";
  stet.note.reason = "why";
  stet.covers = {1, 8};
  stet.whole_article = true;
  stet.words = "wörd";
  record.stets.front().note.place.file = "a.md";
  record.uses.push_back({.statement = 1,
                         .wording = 2,
                         .location = record.stets.front().note.place,
                         .covers = {2, 4},
                         .differences = {{.approved = "x", .written = "y"}}});
  return record;
}

records::Made made() {
  return {.version = "1",
          .today = "2026-11-20",
          .data = {{"pack p 1", "abc"}},
          .settings = {{.file = "a.md", .language = "en", .data = {{"pack p 1", "abc"}}}}};
}

struct Case {
  const char* name;
  records::Record record;
};

class Written : public testing::TestWithParam<Case> {};

TEST_P(Written, is_read_back_the_same) {
  const std::string line = records::line_of(GetParam().record);
  EXPECT_EQ(line.find('\n'), std::string::npos);
  EXPECT_EQ(line.find('\x1B'), std::string::npos);
  const auto read = records::read_record(line);
  ASSERT_TRUE(read.has_value()) << read.error().message;
  EXPECT_EQ(read->index(), GetParam().record.index());
  EXPECT_EQ(records::line_of(*read), line);
  EXPECT_EQ(records::is_summary(line), std::holds_alternative<records::SummaryRecord>(*read));
  EXPECT_NE(records::is_no_summary(line), records::is_summary(line));
  EXPECT_TRUE(records::is_as_written(line));
}

TEST(Written, tells_the_same_whether_somebody_asked_or_not) {
  auto record = std::get<records::SummaryRecord>(summary());
  const std::string compared = records::line_of(record);
  for (auto& one : record.summaries) one.asked = true;
  const std::string asked = records::line_of(record);
  record.summaries.front().quote += " asked";
  const std::string other = records::line_of(record);
  EXPECT_EQ(records::told_and_asked(asked).told, records::told_and_asked(compared).told);
  EXPECT_NE(records::told_and_asked(asked).told, records::told_and_asked(other).told);
  EXPECT_TRUE(records::told_and_asked(asked).asked);
  EXPECT_FALSE(records::told_and_asked(compared).asked);
}

TEST_P(Written, is_the_same_when_its_json_is_written_anew) {
  const std::string line = records::line_of(GetParam().record);
  const std::string with_points =
      std::regex_replace(line, std::regex("([:\\[,])([0-9]+)([,}\\]])"), "$1$2.0$3");
  for (const std::string& again : {line + '\t', nlohmann::json::parse(line).dump(),
                                   nlohmann::json::parse(line).dump(1), with_points + ' '}) {
    EXPECT_FALSE(records::is_as_written(again)) << again;
    const auto read = records::read_record(again);
    ASSERT_TRUE(read.has_value()) << read.error().message;
    EXPECT_EQ(records::line_of(*read), line);
  }
}

INSTANTIATE_TEST_SUITE_P(
    Table, Written,
    testing::Values(Case{"finding", finding()},
                    Case{"odd_bytes", finding_in("caf\xE9\xFF\xC3/\x80.md")},
                    Case{"what_stands_for_odd_bytes", finding_in("caf\xF4\x8F\xBB\xA9\xF4\x8F.md")},
                    Case{"summary", summary()}, Case{"article", article()},
                    Case{"error", records::ErrorRecord{{.code = linter::base::ErrorCode::not_utf8,
                                                        .message = "m",
                                                        .file = "f.md",
                                                        .line = 3,
                                                        .column = 4}}},
                    Case{"part", records::PartRecord{.part = "3/16",
                                                     .after = "from b.md (18)",
                                                     .last = false,
                                                     .articles = {.count = 2, .sum = 9},
                                                     .listing = {.count = 30, .sum = 10},
                                                     .errors = {7, 9},
                                                     .made = made()}},
                    Case{"judged",
                         records::JudgedRecord{
                             "g\tclaims\tpeel", {.count = 2, .sum = 9}, {.count = 1, .sum = 3}}},
                    Case{"reconciled", records::ReconciledRecord{{1, 2}, {8}, made()}}),
    [](const auto& tested) { return tested.param.name; });

struct Bad {
  const char* name;
  const char* line;
  const char* says;
};

class NoRecord : public testing::TestWithParam<Bad> {};

TEST_P(NoRecord, is_refused_with_a_reason) {
  const auto read = records::read_record(GetParam().line);
  ASSERT_FALSE(read.has_value());
  EXPECT_NE(read.error().message.find(GetParam().says), std::string::npos) << read.error().message;
}

INSTANTIATE_TEST_SUITE_P(
    Table, NoRecord,
    testing::Values(
        Bad{"empty", "", "no whole record"}, Bad{"text", "hello", "no whole record"},
        Bad{"other_json", R"({"file":"a.md"})", "no whole record"},
        Bad{"cut", R"({"galley":1,"kind":"err)", "cut off; it must run again"},
        Bad{"cut_early", R"({"gal)", "cut off; it must run again"},
        Bad{"doubled_key", R"({"galley":1,"kind":"error","kind":"part"})", "the key 'kind' twice"},
        Bad{"no_digest",
            R"({"galley":1,"kind":"judged","key":"","summaries":0,)"
            R"("summaries_sum":"0000000000000000","findings":0,"findings_sum":"0000000000000000"})",
            "is not what was written"},
        Bad{"list", "[1]", "no whole record"},
        Bad{"deep", "[[[[[[[[[[[[[[[[[[[[[[[[]]]]]]]]]]]]]]]]]]]]]]]]", "no whole record"},
        Bad{"later_version", R"({"galley":2,"kind":"thing","key":""})", "version 2"},
        Bad{"no_whole_number", R"({"galley":1.5,"kind":"error","key":""})", "'galley'"},
        Bad{"no_version", R"({"galley":"x","kind":"error","key":""})", "'galley'"},
        Bad{"unknown_kind", R"({"galley":1,"kind":"thing","key":""})", "no kind 'thing'"},
        Bad{"missing_field", R"({"galley":1,"kind":"error","key":"","code":"internal"})",
            "'message'"},
        Bad{"unknown_code",
            R"({"galley":1,"kind":"error","key":"","code":"x","message":"","file":"","at":[0,0]})",
            "'code'"},
        Bad{"too_large",
            R"({"galley":1,"kind":"error","key":"","code":"internal","message":"","file":"","at":[0,4294967296]})",
            "'at'"}),
    [](const auto& tested) { return tested.param.name; });

TEST(Written, keeps_different_bytes_apart) {
  const auto named = [](const std::string& name) {
    const auto read = records::read_record(records::line_of(finding_in(name)));
    return read ? std::get<records::FindingRecord>(*read).finding : linter::findings::Finding{};
  };
  for (const std::string name : {"caf\xE9.md", "caf\xE8.md", "caf\xC3\xA9.md", "caf\xEF\xBF\xBD.md",
                                 "caf\xF4\x8F\xBB\xA9.md", "\xF4\x8F"}) {
    EXPECT_EQ(named(name).location.file, name);
    EXPECT_EQ(named(name).message, "see '" + name + "'");
    EXPECT_EQ(named(name).suggestions, std::vector{name});
  }
}

TEST(Written, is_refused_when_it_was_altered) {
  for (const records::Record& record : {finding(), summary(), article()}) {
    std::string line = records::line_of(record);
    line.replace(line.find("wörd"), 5, "bird");
    const auto read = records::read_record(line);
    ASSERT_FALSE(read.has_value()) << line;
    EXPECT_NE(read.error().message.find("is not what was written"), std::string::npos);
  }
}

TEST(Summary, with_another_key_than_its_own_is_damaged) {
  std::string line = records::line_of(summary());
  line.replace(line.find("\"of\":\"peel\""), 11, "\"of\":\"teal\"");
  EXPECT_FALSE(records::read_record(line).has_value());
}

struct Name {
  const char* name;
  std::string file;
  const char* says;  // empty: nothing is wrong with it
};

class Names : public testing::TestWithParam<Name> {};

TEST_P(Names, are_within_limits) {
  const std::string fault = records::fault_of_name(GetParam().file);
  EXPECT_EQ(fault.empty(), *GetParam().says == '\0') << fault;
  EXPECT_NE(fault.find(GetParam().says), std::string::npos) << fault;
  auto record = std::get<records::ArticleRecord>(article());
  record.file = GetParam().file;
  EXPECT_EQ(records::read_record(records::line_of(record)).has_value(), fault.empty());
}

std::string deep(std::size_t folders) {
  std::string name;
  for (std::size_t i = 0; i < folders; ++i) name += "x/";
  return name + "y.md";
}

INSTANTIATE_TEST_SUITE_P(
    Table, Names,
    testing::Values(Name{"short_name", "a/b.md", ""}, Name{"deep_name", deep(1000), ""},
                    Name{"too_deep", deep(1001), "1001 folders deep, more than the limit of 1000"},
                    Name{"zero_byte", std::string("a\0.md", 5), "has a zero byte"},
                    Name{"long_name", std::string(4096, 'x'), ""},
                    Name{"too_long", std::string(4097, 'x'),
                         "4097 bytes, more than the limit of 4096"}),
    [](const auto& tested) { return tested.param.name; });

TEST(Tally, is_the_same_in_any_order) {
  records::Tally one;
  records::Tally other;
  for (const char* line : {"a", "b", "c"}) one.add(line);
  for (const char* line : {"c", "a", "b"}) other.add(line);
  EXPECT_EQ(one, other);
  other.add("a");
  EXPECT_NE(one, other);
}

}  // namespace
