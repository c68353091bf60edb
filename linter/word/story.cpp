#include "linter/word/story.h"

#include <algorithm>
#include <array>
#include <utility>

namespace linter::word {
namespace {

using std::string_view;

// Of which nothing is read: what was deleted or moved away, how things were before a change, and
// what is no text.
bool is_skipped(XmlName name) {
  constexpr std::array<string_view, 16> words = {
      "del",        "moveFrom",    "delText",       "rPrChange",      "pPrChange", "tblPrChange",
      "trPrChange", "tcPrChange",  "sectPrChange",  "tblGrid",        "sectPr",    "rt",
      "smartTagPr", "customXmlPr", "tblPrExChange", "numberingChange"};
  if (name.vocabulary == Vocabulary::word)
    return std::ranges::find(words, name.local) != words.end();
  return name.is(Vocabulary::markup, "Fallback");
}

}  // namespace

StoryReader::StoryReader(string_view part, std::uint32_t index, const Styles& styles,
                         Document& document, NoteAnchors& notes)
    : part_(part), index_(index), styles_(styles), document_(document), notes_(notes) {
  frames_.emplace_back();
  for (std::uint32_t number = 0; number < document_.languages.size(); ++number)
    languages_.emplace(document_.languages[number], number);
}

void StoryReader::start(XmlName name, const XmlAttributes& attributes, Span bytes) {
  if (!std::exchange(begun_, true)) {
    is_story_ = name.vocabulary == Vocabulary::word &&
                (name.local == "document" || name.local == "footnotes" || name.local == "endnotes");
  }
  if (skipped_ > 0) {
    ++skipped_;
    if (in_fallback_ && name.is(Vocabulary::word, "txbxContent")) begin_copy(bytes);
    return;
  }
  if (in_control_properties_) return control_property(name, attributes);
  const bool in_properties = frame().in_paragraph_properties || in_row_properties_;
  const bool is_mark = name.local == "del" || name.local == "moveFrom";
  if (is_skipped(name) && !(in_properties && is_mark)) {
    skipped_ = 1;
    in_fallback_ = name.vocabulary == Vocabulary::markup && !alternatives_.empty();
    return;
  }
  switch (name.vocabulary) {
    case Vocabulary::word:
      return start_word(name.local, attributes, bytes);
    case Vocabulary::math:
      if (name.local != "oMath") return;
      write(EventKind::object, "\uFFFC");
      skipped_ = 1;
      return;
    case Vocabulary::drawing:
      if (name.local == "docPr") {
        const string_view key =
            attributes.get(Vocabulary::none, "descr").empty() ? "title" : "descr";
        const string_view description = attributes.get(Vocabulary::none, key);
        alternative(description, attribute(key, description, bytes));
      }
      return;
    case Vocabulary::vector: {
      const string_view description = attributes.get(Vocabulary::none, "alt");
      if (frame().in_paragraph) alternative(description, attribute("alt", description, bytes));
      return;
    }
    case Vocabulary::markup:
      if (name.local == "AlternateContent") alternatives_.emplace_back();
      return;
    default:
      return;
  }
}

void StoryReader::start_word(string_view local, const XmlAttributes& attributes, Span bytes) {
  if (local == "rPr") {
    if (frame().in_paragraph_properties) return;
    if (frame().run == nowhere) {
      skipped_ = 1;
      return;
    }
    frame().in_run_properties = true;
    document_.runs[frame().run].properties = bytes;
    return;
  }
  if (frame().in_run_properties) return run_property(local, attributes);
  if (frame().in_paragraph_properties) return paragraph_property(local, attributes);
  if (in_row_properties_ || local == "tblLook" || local == "gridSpan")
    return table_property(local, attributes);
  if (start_block(local, attributes, bytes)) return;
  if (start_inline(local, attributes, bytes)) return;
  (void)start_mark(local, attributes);
}

bool StoryReader::start_block(string_view local, const XmlAttributes& attributes, Span bytes) {
  if (local == "p") {
    begin_paragraph(bytes);
  } else if (local == "pPr") {
    frame().in_paragraph_properties = true;
  } else if (local == "tbl") {
    flush_paragraph();
    frame().flow.add(EventKind::table, "");
    tables_.push_back({.frame = frames_.size()});
  } else if (local == "tr") {
    begin_row();
  } else if (local == "trPr") {
    in_row_properties_ = true;
  } else if (local == "tblCaption" || local == "tblDescription") {
    describe_table(attributes, bytes);
  } else if (local == "tc") {
    if (!tables_.empty()) tables_.back().columns = 1;
  } else if (local == "cellDel") {
    skipped_ = 3;  // this element, the properties that it stands in, and the cell
  } else if (local == "txbxContent") {
    begin_box(bytes);
  } else if (local == "footnote" || local == "endnote") {
    start_note(local, attributes);
  } else if (local == "sdt") {
    begin_control(bytes);
  } else if (local == "sdtPr") {
    in_control_properties_ = true;
  } else {
    return false;
  }
  return true;
}

bool StoryReader::start_inline(string_view local, const XmlAttributes& attributes, Span bytes) {
  if (local == "r") {
    begin_run(bytes);
  } else if (local == "t") {
    begin_text(attributes, bytes);
  } else if (local == "instrText") {
    in_instruction_ = true;
  } else if (local == "hyperlink") {
    frame().link = ++links_;
  } else if (local == "ins" || local == "moveTo") {
    ++frame().insertions;
  } else if (local == "fldSimple") {
    Field field{.instruction = {}, .result = field_text(attributes.get(Vocabulary::word, "instr"))};
    const bool is_link = field.result == FieldText::link;
    if (!is_link) field.holder = open_holder(bytes.begin, true);
    frame().fields.push_back(std::move(field));
    repeated_.insert(repeated_bookmark(attributes.get(Vocabulary::word, "instr")));
  } else if (local == "bookmarkStart" || local == "bookmarkEnd") {
    bookmark(local, attributes, bytes);
  } else if (local == "smartTag" || local == "customXml") {
    begin_tag(bytes);
  } else if (local == "fldChar") {
    field_mark(attributes.get(Vocabulary::word, "fldCharType"));
  } else {
    return false;
  }
  return true;
}

bool StoryReader::start_mark(string_view local, const XmlAttributes& attributes) {
  if (frame().run == nowhere) return false;
  if (local == "tab" || local == "ptab") {
    write(EventKind::space, "\t");
  } else if (local == "br" || local == "cr") {
    write(EventKind::line_break, "\v");
  } else if (local == "noBreakHyphen") {
    write(EventKind::hyphen, "\u2011");
  } else if (local == "sym") {
    write(EventKind::symbol, symbol_text(attributes.get(Vocabulary::word, "font"),
                                         attributes.get(Vocabulary::word, "char")));
  } else if (local == "pgNum") {
    write(EventKind::object, "\uFFFC");
  } else if (local == "footnoteReference" || local == "endnoteReference") {
    const NoteKind kind = local == "footnoteReference" ? NoteKind::footnote : NoteKind::endnote;
    if (!is_hidden())
      notes_.try_emplace({kind, std::string(attributes.get(Vocabulary::word, "id"))}, frame().run);
  } else {
    return false;
  }
  return true;
}

void StoryReader::end(XmlName name, Span bytes) {
  if (skipped_ > 0) {
    if (copy_depth_ == skipped_) end_copy(bytes);
    if (--skipped_ == 0) in_fallback_ = false;
    return;
  }
  if (name.is(Vocabulary::markup, "AlternateContent") && !alternatives_.empty())
    alternatives_.pop_back();
  if (name.vocabulary != Vocabulary::word) return;
  const string_view local = name.local;
  if (local == "rPr") {
    if (!frame().in_run_properties) return;
    frame().in_run_properties = false;
    document_.runs[frame().run].properties.end = bytes.end;
  } else if (local == "pPr") {
    frame().in_paragraph_properties = false;
    const bool in_body = index_ == 0 && frames_.size() == 1;
    if (in_body && !document_.paragraphs.empty() && bytes.end > document_.paragraphs.back())
      document_.paragraphs.back() = bytes.end;
  } else if (local == "p") {
    end_paragraph();
  } else if (local == "r") {
    end_run(bytes);
  } else if (local == "t") {
    end_text(bytes);
  } else if (local == "instrText") {
    in_instruction_ = false;
  } else if (local == "hyperlink") {
    frame().link = 0;
  } else if (local == "ins" || local == "moveTo") {
    const bool is_property =
        frame().in_paragraph_properties || frame().in_run_properties || in_row_properties_;
    if (!is_property && frame().insertions > 0) --frame().insertions;
  } else if (local == "fldSimple") {
    if (frame().fields.empty()) return;
    close_holder(frame().fields.back().holder, bytes.end);
    frame().fields.pop_back();
  } else if (local == "smartTag" || local == "customXml") {
    end_tag(bytes);
  } else if (local == "tc") {
    end_cell();
  } else if (local == "tr") {
    end_row();
  } else if (local == "trPr") {
    in_row_properties_ = false;
  } else if (local == "tbl") {
    flush_paragraph();
    if (tables_.empty()) return;
    tables_.pop_back();
    frame().flow.add(EventKind::table_end, "");
  } else if (local == "txbxContent") {
    end_box(bytes);
  } else if (local == "sdt") {
    end_control(bytes);
  } else if (local == "sdtPr") {
    in_control_properties_ = false;
  } else if (local == "body" || local == "footnotes" || local == "endnotes") {
    flush_paragraph();
    hold_bookmarks();
  } else if (local == "footnote" || local == "endnote") {
    flush_paragraph();
    frame().flow.add(EventKind::note_end, "");
  }
}

}  // namespace linter::word
