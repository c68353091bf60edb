#include "linter/word/package.h"

#include <gtest/gtest.h>

#include "linter/word/document.h"
#include "tests/support/docx.h"

namespace linter::word {
namespace {

using base::ErrorCode;

base::Error open_error(std::string bytes) {
  const auto package = Package::open(std::move(bytes), "a.docx");
  if (!package) return package.error();
  const auto document = read_document(*package);
  if (!document) return document.error();
  ADD_FAILURE() << "no error: " << document->text;
  return {};
}

std::string with_part(const std::string& name, std::string text) {
  return tests::Docx{.body = tests::paragraph("One"), .parts = {{name, std::move(text)}}}.bytes();
}

struct RefusedCase {
  const char* name;
  std::string bytes;
  ErrorCode code;
  const char* says;
};

class Refused : public testing::TestWithParam<RefusedCase> {};

TEST_P(Refused, with_a_clear_error) {
  const base::Error error = open_error(GetParam().bytes);
  EXPECT_EQ(error.code, GetParam().code) << error.message;
  EXPECT_NE(error.message.find(GetParam().says), std::string::npos) << error.message;
  EXPECT_EQ(error.file, "a.docx");
}

std::string cut(std::string bytes, std::size_t size) {
  bytes.resize(size);
  return bytes;
}

// The packed bytes of the last parts are turned, the list of parts is not.
std::string scratched(std::string bytes) {
  const std::size_t at = bytes.find("word/document.xml");
  for (std::size_t i = at + 40; i < at + 60; ++i) bytes[i] = static_cast<char>(~bytes[i]);
  return bytes;
}

constexpr const char* document_open =
    "<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\">";

std::string repeated(const std::string& text, std::size_t times) {
  std::string all;
  for (std::size_t i = 0; i < times; ++i) all += text;
  return all;
}

INSTANTIATE_TEST_SUITE_P(
    Documents, Refused,
    testing::Values(
        RefusedCase{"empty", "", ErrorCode::unreadable_file, "no Word document"},
        RefusedCase{"text", "Some text.", ErrorCode::unreadable_file, "no Word document"},
        RefusedCase{"compound_file", "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1 and so on",
                    ErrorCode::unreadable_file, "encrypted with a password"},
        RefusedCase{"zip_password",
                    tests::zip(tests::Docx{.body = tests::paragraph("One")}.all_parts(), "secret"),
                    ErrorCode::unreadable_file, "encrypted"},
        RefusedCase{"cut_off", cut(tests::Docx{.body = tests::paragraph("One")}.bytes(), 300),
                    ErrorCode::unreadable_file, "damaged"},
        RefusedCase{"scratched", scratched(tests::Docx{.body = tests::paragraph("One")}.bytes()),
                    ErrorCode::unreadable_file, "damaged"},
        RefusedCase{"another_zip", tests::zip({{"a.txt", "text"}}), ErrorCode::unreadable_file,
                    "no Word document"},
        RefusedCase{"a_sheet", with_part("word/document.xml", "<workbook/>"),
                    ErrorCode::unreadable_file, "no Word document"},
        RefusedCase{"leads_out", with_part("../../etc/cron.d/x", "x"), ErrorCode::unreadable_file,
                    "leads out"},
        RefusedCase{"absolute", with_part("/etc/x", "x"), ErrorCode::unreadable_file, "leads out"},
        RefusedCase{"backslashes", with_part("..\\x", "x"), ErrorCode::unreadable_file,
                    "leads out"},
        RefusedCase{
            "points_out",
            with_part("word/_rels/document.xml.rels",
                      "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/"
                      "relationships\"><Relationship Id=\"a\" Type=\"x/image\" "
                      "Target=\"../media/../%2e%2e/x\"/></Relationships>"),
            ErrorCode::unreadable_file, "leads out"},
        RefusedCase{"one_name_twice", with_part("Word/Document.xml", "x"),
                    ErrorCode::unreadable_file, "two parts"},
        RefusedCase{"external_entity",
                    with_part("word/document.xml",
                              "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]>" +
                                  std::string(document_open) + "&e;</w:document>"),
                    ErrorCode::unreadable_file, "document type"},
        RefusedCase{"laughs",
                    with_part("word/document.xml",
                              "<!DOCTYPE x [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;\">]>" +
                                  std::string(document_open) + "&b;</w:document>"),
                    ErrorCode::unreadable_file, "document type"},
        RefusedCase{"entity_in_styles",
                    tests::Docx{.body = tests::paragraph("One"),
                                .styles = " ",
                                .parts = {{"word/styles.xml", "<!DOCTYPE x><x/>"}}}
                        .bytes(),
                    ErrorCode::unreadable_file, "document type"},
        RefusedCase{"broken_xml",
                    with_part("word/document.xml", std::string(document_open) + "<w:p>"),
                    ErrorCode::unreadable_file, "damaged"},
        RefusedCase{"nested",
                    with_part("word/document.xml", document_open + repeated("<w:p>", 3000) +
                                                       repeated("</w:p>", 3000) + "</w:document>"),
                    ErrorCode::nesting_too_deep, "2000 deep"},
        RefusedCase{"bomb",
                    with_part("word/document.xml", std::string(document_open) +
                                                       std::string(std::size_t{20} << 20, ' ') +
                                                       "</w:document>"),
                    ErrorCode::too_large, "200 times its size"}),
    [](const auto& row) { return std::string(row.param.name); });

TEST(Package, parts_are_read_and_names_lead_from_part_to_part) {
  const auto package =
      Package::open(tests::Docx{.body = tests::paragraph("One")}.bytes(), "a.docx").value();
  EXPECT_TRUE(package.has("word/document.xml"));
  EXPECT_FALSE(package.has("word/none.xml"));
  EXPECT_NE(package.part("word/document.xml").value().find("One"), std::string::npos);
  EXPECT_EQ(package.part("word/none.xml").error().code, ErrorCode::unreadable_file);
  EXPECT_EQ(part_name("word/document.xml", "styles.xml"), "word/styles.xml");
  EXPECT_EQ(part_name("word/document.xml", "/word/styles.xml"), "word/styles.xml");
  EXPECT_EQ(part_name("", "word/document.xml"), "word/document.xml");
}

TEST(Package, another_part_leaves_all_others_byte_for_byte) {
  const std::string bytes = tests::Docx{.body = tests::paragraph("One")}.bytes();
  const auto package = Package::open(bytes, "a.docx").value();
  const std::string changed =
      package.with({{"word/document.xml", "<changed/>"}, {"word/new.xml", "<new/>"}}).value();
  auto expected = tests::unzip(bytes);
  expected["word/document.xml"] = "<changed/>";
  expected["word/new.xml"] = "<new/>";
  EXPECT_EQ(tests::unzip(changed), expected);
  EXPECT_EQ(package.with({{"word/document.xml", "<changed/>"}, {"word/new.xml", "<new/>"}}).value(),
            changed);
}

}  // namespace
}  // namespace linter::word
