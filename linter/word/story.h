// Reads one part of a document that holds paragraphs: the body, the footnotes, the endnotes.
#pragma once

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "linter/word/document.h"
#include "linter/word/flow.h"
#include "linter/word/styles.h"
#include "linter/word/xml.h"

namespace linter::word {

enum class NoteKind : std::uint8_t { footnote, endnote };

// The notes that the body refers to, and the number of the run that does.
using NoteAnchors = std::map<std::pair<NoteKind, std::string>, std::uint32_t>;

// Everything it is given must outlive it. What it read is in `flow()` after read_xml.
class StoryReader final : public XmlListener {
 public:
  // `part` is number `index` of the document's parts. Elements, runs and languages are added to
  // `document`; `notes` is filled from the body and read for notes.
  StoryReader(std::string_view part, std::uint32_t index, const Styles& styles, Document& document,
              NoteAnchors& notes);

  void start(XmlName name, const XmlAttributes& attributes, Span bytes) override;
  void end(XmlName name, Span bytes) override;
  void text(std::string_view text, Span bytes) override;

  [[nodiscard]] Flow& flow() { return frames_.front().flow; }
  // Whether the part's outermost element is that of a Word document.
  [[nodiscard]] bool is_story() const { return is_story_; }

 private:
  // The body, a note, or a text box in a paragraph.
  struct Frame {
    Flow flow;
    OpenParagraph paragraph;
    bool in_paragraph = false;
    bool in_paragraph_properties = false;
    std::uint32_t run = nowhere;
    bool in_run_properties = false;
    bool run_hidden = false;
    std::string run_language;
    Look look;
    std::uint32_t element = nowhere;
    std::vector<Field> fields;
    std::uint32_t link = 0;
    std::uint32_t anchor = nowhere;   // the run in the body that holds all of this
    std::uint32_t insertions = 0;     // tracked ones around
    std::uint32_t holder = nowhere;   // that is open, in Document::holders
    std::uint32_t ending = nowhere;   // the holder that ends with the run
    std::vector<std::uint32_t> tags;  // smart tags that are open: the holder of each
    bool begins_control = false;      // the paragraph
  };
  struct Table {
    bool first_row_is_header = false;
    std::uint32_t rows = 0;
    bool row_open = false;  // told
    bool row_header = false;
    bool cell_open = false;
    std::uint32_t columns = 1;
    std::size_t frame = 0;
    bool in_row = false;
    std::vector<std::pair<std::string, Origin>> descriptions{};  // that wait for a run to stand at
  };
  // A content control.
  struct Control {
    bool hidden = false;
    bool locked = false;
    bool block = false;  // holds whole paragraphs
    bool begun = false;  // a paragraph in it
    std::uint32_t begin = 0;
    std::uint32_t holder = nowhere;
  };
  // A passage with a name, which fields may repeat.
  struct Bookmark {
    std::string name;
    Span whole;
  };
  // One is read, and the one for older word processors is not.
  struct Alternatives {
    std::vector<Span> contents;  // of the text boxes in what is read
  };

  void start_word(std::string_view local, const XmlAttributes& attributes, Span bytes);
  bool start_block(std::string_view local, const XmlAttributes& attributes, Span bytes);
  bool start_inline(std::string_view local, const XmlAttributes& attributes, Span bytes);
  bool start_mark(std::string_view local, const XmlAttributes& attributes);
  void start_note(std::string_view local, const XmlAttributes& attributes);
  void paragraph_property(std::string_view local, const XmlAttributes& attributes);
  void run_property(std::string_view local, const XmlAttributes& attributes);
  void table_property(std::string_view local, const XmlAttributes& attributes);
  void field_mark(std::string_view kind);
  void bookmark(std::string_view local, const XmlAttributes& attributes, Span bytes);
  void hold_bookmarks();
  void begin_control(Span bytes);
  void end_control(Span bytes);
  void control_property(XmlName name, const XmlAttributes& attributes);
  void begin_tag(Span bytes);
  void end_tag(Span bytes);
  std::uint32_t open_holder(std::uint32_t begin, bool is_field);
  void close_holder(std::uint32_t holder, std::uint32_t end);

  void begin_paragraph(Span bytes);
  void end_paragraph();
  void flush_paragraph();
  void begin_run(Span bytes);
  void end_run(Span bytes);
  void begin_text(const XmlAttributes& attributes, Span bytes);
  void end_text(Span bytes);
  void begin_box(Span bytes);
  void end_box(Span bytes);
  void begin_copy(Span bytes);
  void end_copy(Span bytes);
  void describe_table(const XmlAttributes& attributes, Span bytes);
  void tell_descriptions();
  void begin_row();
  void open_cell();
  void end_cell();
  void end_row();
  void alternative(std::string_view text, Origin origin);
  [[nodiscard]] Origin attribute(std::string_view name, std::string_view text, Span tag) const;
  void write(std::string_view text, Span bytes);
  void write(EventKind kind, std::string_view text);

  [[nodiscard]] Frame& frame() { return frames_.back(); }
  [[nodiscard]] bool is_hidden() const;
  [[nodiscard]] Look look();
  std::uint32_t language_number(std::string_view tag);

  std::string_view part_;
  std::uint32_t index_;
  const Styles& styles_;
  Document& document_;
  NoteAnchors& notes_;
  std::vector<Frame> frames_;
  std::vector<Table> tables_;
  std::vector<Control> controls_;
  std::map<std::string, Bookmark, std::less<>> bookmarks_;  // by number
  std::set<std::string, std::less<>> repeated_;             // names of bookmarks
  std::vector<Alternatives> alternatives_;                  // that are open
  std::vector<std::uint32_t> contents_;                     // where text boxes that are open begin
  std::map<std::string, std::uint32_t, std::less<>> languages_;
  std::string held_;  // space at the end of an element's text so far, which may be dropped
  Span held_bytes_;
  Span section_;            // of CDATA, as far as it is read
  bool preserves_ = false;  // the spaces at the ends of the element's text
  bool text_begun_ = false;
  bool in_text_ = false;
  bool in_instruction_ = false;
  bool in_control_properties_ = false;
  bool in_row_properties_ = false;
  std::uint32_t skipped_ = 0;     // elements that are open and not read
  bool in_fallback_ = false;      // they are those of an alternative
  std::uint32_t copy_depth_ = 0;  // of a text box in it
  std::uint32_t copy_begin_ = 0;
  std::uint32_t links_ = 0;
  bool is_story_ = false;
  bool begun_ = false;
};

}  // namespace linter::word
