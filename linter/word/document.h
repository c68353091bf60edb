// A Word document as galley reads it: text as it is when all changes are accepted, what stands
// where, and the bytes that each piece came from.
//
// The text has one paragraph a line, in the order of the document, empty ones too: the number of a
// line is the number of the paragraph. Text boxes and alternative texts come behind the paragraph
// that they are anchored in, footnotes and endnotes behind the body, each paragraph of them a line.
// A line break inside a paragraph is a vertical tab, as Word itself has it. What is no text and
// stands in the line (an equation, a field that is not text) is U+FFFC, a character of a font of
// symbols is itself or U+25C6, code and text in another language is there as it is written.
// Headers, footers and comments are not read, nor is deleted or hidden text, nor tables of
// contents.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "linter/base/result.h"
#include "linter/base/span.h"
#include "linter/word/package.h"
#include "linter/word/styles.h"

namespace linter::word {

using base::Span;

inline constexpr std::uint32_t nowhere = UINT32_MAX;

enum class EventKind : std::uint8_t {
  paragraph,  // begins
  paragraph_end,
  table,
  table_end,
  row,
  row_end,
  cell,
  cell_end,
  note,  // a footnote or endnote
  note_end,
  text,
  hyphen,  // reads as a hyphen
  space,   // a tab
  symbol,
  line_break,
  object,      // stands for a noun
  alternative  // a paragraph of its own that is an alternative text
};

// How a piece of text is set.
struct Look {
  bool masked = false;  // code or a field that stands for a noun
  bool emphasised = false;
  bool strong = false;
  bool struck = false;
  bool raised = false;         // superscript
  bool not_spelled = false;    // spelling is not to be checked
  std::uint32_t link = 0;      // pieces of one hyperlink share a number > 0
  std::uint32_t language = 0;  // in Document::languages
  bool operator==(const Look&) const = default;
};

struct Event {
  EventKind kind = EventKind::text;
  Span text{};
  Look look{};
  Role role = Role::body;  // of a paragraph
  std::uint8_t level = 0;  // of a heading
  std::uint32_t list = 0;  // of an item: its list, 0 for none
  std::uint8_t list_level = 0;
  bool ordered = false;
  bool header = false;        // of a row
  std::uint32_t columns = 1;  // that a cell spans
};

// A run of text with one look, as it stands in its part.
struct Run {
  std::uint32_t part = 0;  // in Document::parts
  Span whole;              // <w:r> … </w:r>
  Span tag;                // <w:r>
  Span properties;         // <w:rPr> … </w:rPr>; may be empty
  // Where a comment on it is anchored: the run in the body that holds the note or text box; itself
  // where it is nowhere.
  std::uint32_t anchor = nowhere;
  std::uint32_t holder = nowhere;  // in Document::holders
  bool inserted = false;           // by a change that is tracked
  // In a content control that takes its text from data or a list, or may not be changed.
  bool locked = false;
  // In the first paragraph of a content control that holds whole paragraphs: LibreOffice loses its
  // text before a comment's reference.
  bool begins_control = false;
};

// What the marks of a comment go around, since LibreOffice takes none inside of it: a field other
// than a hyperlink, a control of plain text, a smart tag, a bookmark that a field repeats.
struct Holder {
  Span whole;             // of the part of its runs; empty while it is open
  bool is_field = false;  // whose text is written anew from elsewhere
};

// The content of a text box and its copy for older word processors, where they are the same bytes.
struct Copy {
  std::uint32_t part = 0;
  Span content;
  Span copy;
};

// The element that a run has text in.
struct TextElement {
  Span tag;    // <w:t>
  Span whole;  // with its end
  std::uint32_t run = 0;
};

// Text and the bytes that it was written with.
struct Origin {
  Span text{};
  Span bytes{};                     // of the run's part; of no meaning without an element
  std::uint32_t run = nowhere;      // in Document::runs
  std::uint32_t element = nowhere;  // in Document::elements; nowhere for what is no <w:t>
  bool verbatim = false;            // the same bytes
  bool attribute = false;           // the value of one, between double quotes
};

struct Document {
  std::string text;
  std::vector<Event> events;
  std::vector<Origin> origins;  // sorted, without overlap
  std::vector<TextElement> elements;
  std::vector<Run> runs;
  std::vector<Holder> holders;
  std::vector<Copy> copies;
  std::vector<std::uint32_t> paragraphs;  // offsets in the body where a run may begin a paragraph
  std::vector<std::string> parts;         // names; the first is the body
  std::vector<std::string> languages;     // tags; the first is empty
  std::uint32_t language = 0;             // that most of the text is marked with
};

// Errors as of Package::part and read_xml. Linear.
[[nodiscard]] base::Result<Document> read_document(const Package& package);

}  // namespace linter::word
