// The corpus as Word documents says what it says as Markdown.
#include <algorithm>
#include <filesystem>
#include <gtest/gtest.h>
#include <map>
#include <md4c-html.h>
#include <set>
#include <sstream>

#include "linter/base/files.h"
#include "linter/run/check_run.h"
#include "tests/office/libreoffice.h"
#include "tests/support/build.h"
#include "tests/support/docx.h"
#include "tests/support/golden.h"
#include "tests/support/scratch.h"
#include "tests/support/shell.h"

namespace {

namespace fs = std::filesystem;
using linter::findings::Finding;
using linter::findings::Outcome;

Outcome checked(const std::string& folder) {
  linter::run::CheckRequest request;
  request.paths = {"."};
  request.working_folder = folder;
  request.today = "2026-11-20";
  request.jobs = 2;
  request.data_folder = tests::build_folder() + "/data";
  return linter::run::check(request, *linter::base::disk());
}

// Without front matter and stets, which a document has no place for.
std::string bare(const std::string& markdown) {
  std::istringstream lines(markdown);
  std::string text;
  const std::string fence = markdown.substr(0, markdown.find('\n'));
  bool in_front_matter = fence == "---" || fence == "+++";
  bool is_first = true;
  for (std::string line; std::getline(lines, line); is_first = false) {
    if (in_front_matter) {
      if (!is_first && line == fence) in_front_matter = false;
      continue;
    }
    if (line.find("<!--") == std::string::npos) text += line + '\n';
  }
  return text;
}

std::string html_of(const std::string& markdown) {
  std::string html = "<!DOCTYPE html><html lang=\"en\"><head><meta charset=\"utf-8\"></head><body>";
  const auto gather = [](const MD_CHAR* text, MD_SIZE size, void* to) {
    static_cast<std::string*>(to)->append(text, size);
  };
  md_html(markdown.data(), static_cast<MD_SIZE>(markdown.size()), gather, &html, MD_DIALECT_GITHUB,
          0);
  return html + "</body></html>";
}

// A finding's words without what marks them up.
std::string plain(std::string text) {
  std::erase_if(text, [](char c) { return c == '*' || c == '_' || c == '`'; });
  std::string out;
  for (const char c : text) {
    const bool space = c == ' ' || c == '\n' || c == '\v';
    if (!space || !out.ends_with(' ')) out += space ? ' ' : c;
  }
  return out;
}

// By article, without its extension.
std::map<std::string, std::string> shown(const Outcome& outcome) {
  std::map<std::string, std::multiset<std::string>> lines;
  for (const Finding& finding : outcome.findings) {
    const std::string name = fs::path(finding.location.file).stem().string();
    lines[name].insert(finding.rule + ": " + plain(finding.location.text) + '\n');
  }
  std::map<std::string, std::string> text;
  for (const auto& [name, all] : lines) {
    for (const std::string& line : all) text[name] += line;
  }
  return text;
}

TEST(Documents, of_the_corpus_give_the_findings_of_their_markdown) {
  if (!tests::has_libreoffice()) GTEST_SKIP() << "LibreOffice is not installed";
  const tests::Scratch markdown;
  const tests::Scratch pages;
  const tests::Scratch documents;
  std::vector<std::string> html;
  for (const auto& entry : fs::recursive_directory_iterator(GALLEY_SOURCE_DIR "/corpus")) {
    const fs::path& path = entry.path();
    if (path.extension() != ".md" || path.filename() == "README.md") continue;
    const std::string folder = path.parent_path().filename().string();
    const std::string name = folder + '-' + path.stem().string();
    const std::string text = bare(tests::read_file(path.string()));
    markdown.write(name + ".md", text);
    html.push_back(pages.write(name + ".html", html_of(text)));
  }
  ASSERT_GE(html.size(), 20U);
  const std::string said =
      tests::convert(html, "docx:Office Open XML Text", documents.path(), "HTML (StarWriter)");
  const Outcome of_markdown = checked(markdown.path());
  const Outcome of_documents = checked(documents.path());
  EXPECT_EQ(of_documents.files, html.size()) << said;
  for (const auto& error : of_documents.errors) ADD_FAILURE() << error.file << error.message;
  auto expected = shown(of_markdown);
  auto found = shown(of_documents);
  EXPECT_GE(of_markdown.findings.size(), 100U);
  for (const auto& [name, lines] : expected) EXPECT_EQ(found[name], lines) << name;
  for (const auto& [name, lines] : found) EXPECT_TRUE(expected.contains(name)) << name << lines;
}

std::size_t count(const std::string& text, std::string_view what) {
  std::size_t found = 0;
  for (std::size_t at = text.find(what); at != std::string::npos; at = text.find(what, at + 1))
    ++found;
  return found;
}

// A document of many pages, remarked, is opened by LibreOffice with every comment in it, and reads
// as before once the changes are accepted or not.
TEST(Documents, with_remarks_open_elsewhere_and_change_nothing_else) {
  if (!tests::has_libreoffice()) GTEST_SKIP() << "LibreOffice is not installed";
  const tests::Scratch scratch;
  std::string text = "# A long document\n\n";
  for (int i = 0; i < 60; ++i) {
    text += "## Chapter " + std::to_string(i) +
            "\n\nEvery peel is painless. Your *skin* recieves what it needs.\n\n";
    for (int line = 0; line < 12; ++line)
      text +=
          "A peel takes off the upper layer of the skin. It grows again within some days, and "
          "the sun is to be avoided meanwhile.\n\n";
  }
  const std::string html = scratch.write("a.html", html_of(text));
  const std::string said =
      tests::convert({html}, "docx:Office Open XML Text", scratch.path(), "HTML (StarWriter)");
  const std::string before = tests::read_file(scratch.path() + "/a.docx");
  const auto ended = tests::run_shell(
      "galley proof --today 2026-11-20 --docx --track a.docx -o b.docx", scratch.path());
  ASSERT_EQ(ended.exit, 0) << said << ended.err;
  const std::string after = tests::read_file(scratch.path() + "/b.docx");

  auto parts = tests::unzip(before);
  auto remarked = tests::unzip(after);
  const std::size_t comments = count(remarked.at("word/comments.xml"), "<w:comment ");
  EXPECT_GE(comments, 120U);
  EXPECT_EQ(count(remarked.at("word/document.xml"), "<w:ins "), 60U);
  for (const auto& [name, part] : parts) {
    const bool changes = name == "word/document.xml" || name == "[Content_Types].xml" ||
                         name == "word/_rels/document.xml.rels";
    if (!changes) {
      EXPECT_EQ(remarked.at(name), part) << name;
    }
  }
  fs::create_directory(scratch.path() + "/odt");
  tests::convert({scratch.path() + "/b.docx"}, "fodt", scratch.path());
  const std::string opened = tests::read_file(scratch.path() + "/b.fodt");
  EXPECT_EQ(count(opened, "<office:annotation "), comments);
  EXPECT_EQ(count(opened, "<text:insertion"), 60U);
  EXPECT_EQ(count(opened, "<text:deletion"), 60U);
}

// The text of a document that LibreOffice has opened, without comments.
std::string opened_text(const std::string& page) {
  std::string text;
  std::size_t at = page.find("<office:text");
  while (at < page.size()) {
    const std::size_t open = std::min(page.find('<', at), page.size());
    text += page.substr(at, open - at);
    if (page.compare(open, 18, "<office:annotation") == 0 && page[open + 18] == ' ') {
      at = page.find("</office:annotation>", open);
    } else {
      at = std::min(page.find('>', open), page.size() - 1) + 1;
    }
  }
  std::string plain;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text.compare(i, 6, "&#x0d;") == 0) {
      i += 5;
    } else if (text[i] > ' ') {
      plain += text[i];
    }
  }
  return plain;
}

std::string field(const std::string& instruction, const std::string& result) {
  const auto mark = [](const std::string& type) {
    return "<w:r><w:fldChar w:fldCharType=\"" + type + "\"/></w:r>";
  };
  return mark("begin") + "<w:r><w:instrText>" + instruction + "</w:instrText></w:r>" +
         mark("separate") + result + mark("end");
}

std::string control(const std::string& inside) {
  return "<w:sdt><w:sdtPr><w:tag w:val=\"x\"/></w:sdtPr><w:sdtContent>" + inside +
         "</w:sdtContent></w:sdt>";
}

// Where a comment in the wrong place would cost text in LibreOffice.
TEST(Documents, with_fields_controls_and_notes_lose_no_text) {
  if (!tests::has_libreoffice()) GTEST_SKIP() << "LibreOffice is not installed";
  const std::string wrong = tests::run("It recieves all of it.");
  const std::string said = tests::paragraph("It recieves all of it.");
  const auto note = [](int number) {
    return "<w:r><w:footnoteReference w:id=\"" + std::to_string(number) + "\"/></w:r>";
  };
  const auto noted = [](int number, const std::string& text) {
    return "<w:footnote w:id=\"" + std::to_string(number) + "\">" + tests::paragraph(text) +
           "</w:footnote>";
  };
  const std::map<std::string, tests::Docx> documents = {
      {"fields",
       {.body = "<w:p><w:bookmarkStart w:id=\"7\" w:name=\"x\"/>" + wrong +
                "<w:bookmarkEnd w:id=\"7\"/></w:p><w:p>" + tests::run("See ") +
                field(" REF x \\h ", wrong) + tests::run(" and ") +
                "<w:fldSimple w:instr=\" SEQ Figure \">" + wrong + "</w:fldSimple></w:p>"}},
      {"control", {.body = control(said)}},
      {"controls", {.body = control(said + said) + control(said) + said + control(control(said))}},
      {"notes",
       {.body = "<w:p>" + wrong + note(2) + wrong + note(3) + "</w:p>" + said,
        .footnotes = noted(2, "One note recieves.") + noted(3, "Another one.")}}};
  const tests::Scratch scratch;
  std::vector<std::string> files;
  for (const auto& [name, docx] : documents) {
    files.push_back(scratch.write(name + ".docx", docx.bytes()));
    files.push_back(scratch.path() + "/" + name + "-remarked.docx");
    const auto ended = tests::run_shell(
        "galley proof --docx " + name + ".docx -o " + name + "-remarked.docx", scratch.path());
    ASSERT_EQ(ended.exit, 0) << ended.err;
  }
  tests::convert(files, "fodt", scratch.path());
  for (const auto& [name, docx] : documents) {
    const std::string before = tests::read_file(scratch.path() + "/" + name + ".fodt");
    const std::string after = tests::read_file(scratch.path() + "/" + name + "-remarked.fodt");
    EXPECT_EQ(opened_text(after), opened_text(before)) << name;
    EXPECT_EQ(opened_text(before).find("recieves") == std::string::npos, false) << name;
    EXPECT_GE(count(after, "<office:annotation "), 1U) << name;
  }
}

}  // namespace
