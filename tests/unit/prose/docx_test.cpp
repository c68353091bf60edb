#include "tests/support/docx.h"

#include <gtest/gtest.h>
#include <string>

#include "linter/prose/formats.h"
#include "tests/unit/prose/reading.h"

namespace linter::prose {
namespace {

using tests::Docx;
using tests::paragraph;
using tests::run;

struct Read {
  Article article;
  std::string text;
};

Read read(const Docx& docx) {
  Read read;
  auto source = read_article(*format_named("docx"), "a.docx", docx.bytes(), {}, read.article);
  if (!source) {
    ADD_FAILURE() << source.error().message;
    return read;
  }
  read.text = source->bytes;
  testing::expect_sound(read.article, read.text);
  EXPECT_EQ(read_text(*format_named("docx"), "a.docx", docx.bytes()).value().bytes, read.text);
  return read;
}

struct DocxCase {
  const char* name;
  Docx docx;
  std::string outline;
};

class DocxProse : public ::testing::TestWithParam<DocxCase> {};

TEST_P(DocxProse, reads_as_prose) {
  EXPECT_EQ(testing::outline(read(GetParam().docx).article), GetParam().outline);
}

const std::string styles =
    "<w:docDefaults><w:rPrDefault><w:rPr><w:lang w:val=\"en-US\"/></w:rPr></w:rPrDefault>"
    "</w:docDefaults>"
    "<w:style w:type=\"paragraph\" w:default=\"1\" w:styleId=\"Normal\"><w:name "
    "w:val=\"Normal\"/></w:style>"
    "<w:style w:type=\"paragraph\" w:styleId=\"H1\"><w:name w:val=\"heading 1\"/><w:pPr>"
    "<w:outlineLvl w:val=\"0\"/></w:pPr></w:style>"
    "<w:style w:type=\"paragraph\" w:styleId=\"H2\"><w:name w:val=\"Heading 2\"/></w:style>"
    "<w:style w:type=\"paragraph\" w:styleId=\"Own\"><w:name w:val=\"Section\"/><w:basedOn "
    "w:val=\"H2\"/></w:style>"
    "<w:style w:type=\"paragraph\" w:styleId=\"Loop\"><w:name w:val=\"Loop\"/><w:basedOn "
    "w:val=\"Loop2\"/></w:style>"
    "<w:style w:type=\"paragraph\" w:styleId=\"Loop2\"><w:name w:val=\"Loop2\"/><w:basedOn "
    "w:val=\"Loop\"/></w:style>"
    "<w:style w:type=\"paragraph\" w:styleId=\"Title\"><w:name w:val=\"Title\"/></w:style>"
    "<w:style w:type=\"paragraph\" w:styleId=\"Cap\"><w:name w:val=\"caption\"/></w:style>"
    "<w:style w:type=\"paragraph\" w:styleId=\"Q\"><w:name w:val=\"Quote\"/></w:style>"
    "<w:style w:type=\"paragraph\" w:styleId=\"Pre\"><w:name w:val=\"HTML "
    "Preformatted\"/></w:style>"
    "<w:style w:type=\"paragraph\" w:styleId=\"Bul\"><w:name w:val=\"List Bullet\"/><w:pPr>"
    "<w:numPr><w:numId w:val=\"1\"/></w:numPr></w:pPr></w:style>"
    "<w:style w:type=\"character\" w:styleId=\"Code\"><w:name w:val=\"Source Text\"/></w:style>"
    "<w:style w:type=\"character\" w:styleId=\"Em\"><w:name w:val=\"Emphasis\"/><w:rPr><w:i/>"
    "</w:rPr></w:style>";

const std::string numbering =
    "<w:abstractNum w:abstractNumId=\"7\"><w:lvl w:ilvl=\"0\"><w:numFmt w:val=\"bullet\"/></w:lvl>"
    "<w:lvl w:ilvl=\"1\"><w:numFmt w:val=\"decimal\"/></w:lvl></w:abstractNum>"
    "<w:num w:numId=\"1\"><w:abstractNumId w:val=\"7\"/></w:num>"
    "<w:num w:numId=\"2\"><w:abstractNumId w:val=\"7\"/></w:num>";

std::string style(const std::string& id) {
  return "<w:pStyle w:val=\"" + id + "\"/>";
}

std::string item(const std::string& text, int level = 0, int list = 1) {
  return paragraph(text, "<w:numPr><w:ilvl w:val=\"" + std::to_string(level) +
                             "\"/><w:numId w:val=\"" + std::to_string(list) + "\"/></w:numPr>");
}

std::string cell(const std::string& inside, const std::string& properties = "") {
  return "<w:tc><w:tcPr>" + properties + "</w:tcPr>" + inside + "</w:tc>";
}

std::string box(const std::string& inside) {
  return "<w:r><mc:AlternateContent><mc:Choice Requires=\"wps\"><w:drawing><wp:inline><wp:docPr "
         "id=\"1\" name=\"Box\"/><wps:txbx><w:txbxContent>" +
         inside +
         "</w:txbxContent></wps:txbx></wp:inline></w:drawing></mc:Choice><mc:Fallback><w:pict>"
         "<v:shape alt=\"twice\"><v:textbox><w:txbxContent>" +
         inside +
         "</w:txbxContent></v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent></"
         "w:r>";
}

std::string field(const std::string& instruction, const std::string& result) {
  return "<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText>" + instruction +
         "</w:instrText></w:r><w:r><w:fldChar w:fldCharType=\"separate\"/></w:r>" + result +
         "<w:r><w:fldChar w:fldCharType=\"end\"/></w:r>";
}

std::string p(const std::string& inside) {
  return "<w:p>" + inside + "</w:p>";
}

INSTANTIATE_TEST_SUITE_P(
    Blocks, DocxProse,
    ::testing::Values(
        DocxCase{"empty", {.body = ""}, ""},
        DocxCase{"paragraphs",
                 {.body = paragraph("One") + "<w:p/>" + paragraph("Two")},
                 "p: One\np: Two\n"},
        DocxCase{"headings",
                 {.body = paragraph("One", style("H1")) + paragraph("Two", style("H2")) +
                          paragraph("Three", style("Own")) +
                          paragraph("Four", "<w:outlineLvl w:val=\"3\"/>") +
                          paragraph("Five", "<w:outlineLvl w:val=\"9\"/>") +
                          paragraph("Six", style("Loop")),
                  .styles = styles},
                 "title h1: One\nh2: Two\nh2: Three\nh4: Four\np: Five\np: Six\n"},
        DocxCase{"title_and_roles",
                 {.body = paragraph("One", style("Title")) + paragraph("Two", style("Q")) +
                          paragraph("Three", style("Cap")) + paragraph("four()", style("Pre")) +
                          paragraph("Five"),
                  .styles = styles},
                 "title h1: One\nq1 p: Two\ncaption: Three\np: Five\n"},
        DocxCase{"lists",
                 {.body = paragraph("Intro") + item("One") + item("two", 1) + item("three", 1) +
                          item("four") + item("other", 0, 2) + paragraph("Five", style("Bul")) +
                          paragraph("Six"),
                  .styles = styles,
                  .numbering = numbering},
                 "p: Intro\nli.1+: One\nol.2+: two\nol.2+: three\nli.1+: four\nli.1+: other\n"
                 "li.1+: Five\np: Six\n"},
        DocxCase{"a_list_that_begins_deep",
                 {.body = item("One", 1) + item("two", 8), .numbering = numbering},
                 "ol.2+: One\nli.9+: two\n"},
        DocxCase{"table",
                 {.body = "<w:tbl><w:tblPr><w:tblLook w:val=\"04A0\"/></w:tblPr><w:tr>" +
                          cell(paragraph("A")) + cell(paragraph("B")) + "</w:tr><w:tr>" +
                          cell(paragraph("c") + paragraph("d")) + cell("<w:p/>") +
                          "</w:tr></w:tbl>" + paragraph("After")},
                 "table+: A\ntable: B\ntable+: c\ntable: d\np: After\n"},
        DocxCase{"lists_in_cells",
                 {.body = item("One") + "<w:tbl><w:tr>" + cell(item("two")) + cell(item("three")) +
                          "</w:tr></w:tbl>" + item("four"),
                  .numbering = numbering},
                 "li.1+: One\nli.1 table+: two\nli.1 table+: three\nli.1+: four\n"},
        DocxCase{"notes",
                 {.body = p(run("One.") + "<w:r><w:footnoteReference w:id=\"2\"/></w:r>" +
                            run(" Two.") + "<w:r><w:endnoteReference w:id=\"5\"/></w:r>"),
                  .footnotes = "<w:footnote w:id=\"0\" w:type=\"separator\">" + paragraph("-") +
                               "</w:footnote><w:footnote w:id=\"2\">" + paragraph("Note.") +
                               "</w:footnote><w:footnote w:id=\"3\">" + paragraph("Nobody's.") +
                               "</w:footnote>",
                  .endnotes = "<w:endnote w:id=\"5\">" + paragraph("End.") + "</w:endnote>"},
                 "p: One. Two.\nnote p: Note.\nnote p: End.\n"},
        DocxCase{"text_box",
                 {.body = p(run("One") + box(paragraph("In") + paragraph("side")) + run(" two")) +
                          paragraph("Three")},
                 "p: One two\np: In\np: side\np: Three\n"},
        DocxCase{"alternative_texts",
                 {.body = p(run("One") +
                            "<w:r><w:drawing><wp:inline><wp:docPr id=\"1\" name=\"x\" "
                            "descr=\"A &quot;face&quot;\"/></wp:inline></w:drawing></w:r>" +
                            "<w:r><w:pict><v:shape alt=\"Old\"/></w:pict></w:r>" + run(" two"))},
                 "p: One two\nalt: A \"face\"\nalt: Old\n"},
        DocxCase{"descriptions_of_tables",
                 {.body = "<w:tbl><w:tblPr><w:tblCaption w:val=\"Times\"/><w:tblDescription "
                          "w:val=\"What it takes\"/></w:tblPr><w:tr>" +
                          cell(paragraph("A")) + "</w:tr></w:tbl>"},
                 "table+: A\nalt: Times\nalt: What it takes\n"},
        DocxCase{"cells_that_are_deleted",
                 {.body = "<w:tbl><w:tr>" +
                          cell(paragraph("A"), "<w:cellDel w:id=\"1\" w:author=\"E\"/>") +
                          cell(paragraph("B")) + "</w:tr></w:tbl>"},
                 "table+: B\n"},
        DocxCase{"contents_are_left_out",
                 {.body = p(field("TOC \\o", run("Chapter 1"))) +
                          "<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val=\"Table of "
                          "Contents\"/></w:docPartObj></w:sdtPr><w:sdtContent>" +
                          paragraph("Chapter 2") + "</w:sdtContent></w:sdt>" + paragraph("One")},
                 "p: One\n"}),
    testing::name_of);

INSTANTIATE_TEST_SUITE_P(
    Inlines, DocxProse,
    ::testing::Values(
        DocxCase{"runs_join",
                 {.body = p(run("mi") + run("cro", "<w:b/>") + "<w:proofErr/>" + run("needling") +
                            "<w:bookmarkStart w:id=\"0\"/>" + run("!"))},
                 "p: microneedling!\n"},
        DocxCase{"breaks_and_hyphens",
                 {.body = p("<w:r><w:t>a</w:t><w:br/><w:t>b</w:t><w:tab/><w:t>c</w:t>"
                            "<w:noBreakHyphen/><w:t>d</w:t><w:softHyphen/><w:t>e</w:t></w:r>")},
                 "p: a|b c-de\n"},
        DocxCase{"tab_stops_are_no_tabs",
                 {.body = paragraph("One", "<w:tabs><w:tab w:val=\"left\" w:pos=\"9\"/></w:tabs>")},
                 "p: One\n"},
        DocxCase{"space_that_is_not_preserved",
                 {.body = p("<w:r><w:t>\n  a  b\n </w:t></w:r>" + run(" c"))},
                 "p: a b c\n"},
        DocxCase{"hyperlinks_tags_and_controls",
                 {.body = p("<w:hyperlink r:id=\"x\">" + run("One") +
                            "</w:hyperlink><w:smartTag><w:smartTagPr/>" + run(" two") +
                            "</w:smartTag><w:sdt><w:sdtPr><w:alias w:val=\"x\"/><w:text/>"
                            "</w:sdtPr><w:sdtContent>" +
                            run(" three") + "</w:sdtContent></w:sdt>")},
                 "p: One two three\n"},
        DocxCase{
            "placeholders_are_left_out",
            {.body = p(run("One") + "<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>" +
                       run("Click here") + "</w:sdtContent></w:sdt>")},
            "p: One\n"},
        DocxCase{"fields",
                 {.body = p(run("See ") + field("HYPERLINK \"x\"", run("here")) + run(", page ") +
                            field(" PAGE ", run("7")) + run(" of ") +
                            "<w:fldSimple w:instr=\"NUMPAGES\">" + run("9") + "</w:fldSimple>")},
                 "p: See here, page <> of <>\n"},
        DocxCase{
            "equations",
            {.body = p(run("Let ") + "<m:oMath><m:r><m:t>x=1</m:t></m:r></m:oMath>" + run(" be"))},
            "p: Let <> be\n"},
        DocxCase{"code",
                 {.body = p(run("Run ") + run("make", "<w:rStyle w:val=\"Code\"/>") +
                            run(" all ", "<w:rStyle w:val=\"Code\"/>") + run("now")),
                  .styles = styles},
                 "p: Run <> now\n"},
        DocxCase{
            "another_language",
            {.body = p(run("One two three ") + run("savoir vivre", "<w:lang w:val=\"fr-FR\"/>") +
                       run(" four", "<w:lang w:val=\"en-GB\"/>")),
             .styles = styles},
            "p: One two three <> four\n"},
        DocxCase{
            "another_language_where_none_is_told",
            {.body = p(run("One two three ") + run("savoir vivre", "<w:lang w:val=\"fr-FR\"/>") +
                       run(" four", "<w:lang w:val=\"en-GB\"/>"))},
            "p: One two three <> four\n"},
        DocxCase{"note_marks_that_are_typed",
                 {.body = p(run("What evrey") + run("1", "<w:vertAlign w:val=\"superscript\"/>") +
                            run(" day ") + run("says") + run("3", "<w:position w:val=\"8\"/>") +
                            run(".") + run("2, 3", "<w:rStyle w:val=\"Up\"/>")) +
                          p(run("10 m") + run("2", "<w:vertAlign w:val=\"superscript\"/>") +
                            run(" of H") + run("2", "<w:vertAlign w:val=\"subscript\"/>") +
                            run("O, the 1") + run("st", "<w:vertAlign w:val=\"superscript\"/>")) +
                          p(run("5 cm", "<w:b/>") +
                            run("2", "<w:b/><w:vertAlign w:val=\"superscript\"/>")),
                  .styles = styles +
                            "<w:style w:type=\"character\" w:styleId=\"Up\"><w:rPr><w:vertAlign "
                            "w:val=\"superscript\"/></w:rPr></w:style>"},
                 "p: What evrey day says.\np: 10 m2 of H2O, the 1st\np: 5 cm2\n"},
        DocxCase{
            "symbols_end_words",
            {.body = p(run("evrey") + "<w:r><w:sym w:font=\"Wingdings\" w:char=\"F0E0\"/></w:r>" +
                       run("The 5 ") + "<w:r><w:sym w:font=\"Symbol\" w:char=\"F06D\"/></w:r>" +
                       run("m"))},
            "p: evrey◆The 5 µm\n"},
        DocxCase{"hidden", {.body = p(run("One") + run(" secret", "<w:vanish/>"))}, "p: One\n"}),
    testing::name_of);

INSTANTIATE_TEST_SUITE_P(
    Changes, DocxProse,
    ::testing::Values(
        DocxCase{"accepted",
                 {.body = p(run("One ") + "<w:ins w:id=\"1\">" + run("two") +
                            "</w:ins><w:del w:id=\"2\"><w:r><w:delText>three</w:delText></w:r>"
                            "</w:del><w:moveFrom w:id=\"3\">" +
                            run("four") + "</w:moveFrom><w:moveTo w:id=\"4\">" + run(" five") +
                            "</w:moveTo>")},
                 "p: One two five\n"},
        DocxCase{"a_deleted_mark_joins_paragraphs",
                 {.body = paragraph("One ", "<w:rPr><w:del w:id=\"1\"/></w:rPr>") +
                          paragraph("two", style("H1")),
                  .styles = styles},
                 "title h1: One two\n"},
        DocxCase{"a_deleted_paragraph_is_gone",
                 {.body = "<w:p><w:pPr><w:rPr><w:del w:id=\"1\"/></w:rPr></w:pPr><w:del "
                          "w:id=\"2\"><w:r><w:delText>x</w:delText></w:r></w:del></w:p>" +
                          paragraph("One")},
                 "p: One\n"},
        DocxCase{
            "a_deleted_row_is_gone",
            {.body = "<w:tbl><w:tr><w:trPr><w:del w:id=\"1\"/></w:trPr>" + cell(paragraph("A")) +
                     "</w:tr><w:tr>" + cell(paragraph("b")) + "</w:tr></w:tbl>"},
            "table+: b\n"},
        DocxCase{"how_it_was_before",
                 {.body = "<w:p><w:pPr><w:pStyle w:val=\"H2\"/><w:pPrChange w:id=\"1\"><w:pPr>"
                          "<w:pStyle w:val=\"H1\"/></w:pPr></w:pPrChange></w:pPr>" +
                          run("One") + "</w:p>",
                  .styles = styles},
                 "h2: One\n"},
        DocxCase{"comments_are_no_text",
                 {.body = p("<w:commentRangeStart w:id=\"0\"/>" + run("One") +
                            "<w:commentRangeEnd w:id=\"0\"/><w:r><w:commentReference "
                            "w:id=\"0\"/></w:r>")},
                 "p: One\n"}),
    testing::name_of);

TEST(DocxText, has_a_paragraph_a_line) {
  const Read docx =
      read({.body = paragraph("One") + "<w:p/>" +
                    p("<w:r><w:t>Two</w:t><w:br/><w:t>three</w:t></w:r>") + paragraph("a&amp;b")});
  EXPECT_EQ(docx.text, "One\n\nTwo\vthree\na&b\n");
  EXPECT_EQ(testing::source_of(docx.article, docx.text, "a&b"), "a&b");
}

TEST(DocxText, language_of_the_document) {
  const std::string german =
      "<w:docDefaults><w:rPrDefault><w:rPr><w:lang w:val=\"de-DE\"/></w:rPr></w:rPrDefault>"
      "</w:docDefaults>";
  const Read docx = read({.body = paragraph("Ein Satz."), .styles = german});
  EXPECT_EQ(docx.article.front_matter.language, "de-DE");
  EXPECT_EQ(testing::outline(docx.article), "p: Ein Satz.\n");
  EXPECT_FALSE(read({.body = paragraph("One"), .styles = styles}).article.front_matter.language);
}

TEST(DocxText, emphasis_and_links_are_kept) {
  const Read docx =
      read({.body = p(run("One ") + run("two", "<w:rStyle w:val=\"Em\"/>") + "<w:hyperlink>" +
                      run("three", "<w:strike/>") + "</w:hyperlink>"),
            .styles = styles});
  std::string shown;
  for (const Inline& one : docx.article.inlines)
    shown += std::to_string(static_cast<int>(one.kind)) +
             std::string(one.text.of(docx.article.view)) + ' ';
  EXPECT_EQ(shown, "1two 0three 3three ");
}

}  // namespace
}  // namespace linter::prose
