// What stands in a story, once story.cpp has said what it is.
#include <algorithm>
#include <charconv>
#include <utility>

#include "linter/word/story.h"

namespace linter::word {
namespace {

using std::string_view;

constexpr std::size_t deepest_boxes = 50;  // text boxes in one another

bool is_space(char c) {
  return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

}  // namespace

void StoryReader::start_note(string_view local, const XmlAttributes& attributes) {
  const NoteKind kind = local == "footnote" ? NoteKind::footnote : NoteKind::endnote;
  const auto found = notes_.find({kind, std::string(attributes.get(Vocabulary::word, "id"))});
  const string_view type = attributes.get(Vocabulary::word, "type");
  const bool is_text = type.empty() || type == "normal";
  if (found == notes_.end() || !is_text) {  // a line between text and notes, or nobody refers to it
    skipped_ = 1;
    return;
  }
  frame().anchor = found->second;
  frame().flow.add(EventKind::note, "");
}

void StoryReader::paragraph_property(string_view local, const XmlAttributes& attributes) {
  OpenParagraph& paragraph = frame().paragraph;
  Event& event = paragraph.event;
  const string_view value = attributes.get(Vocabulary::word, "val");
  if (local == "pStyle") {
    const Style& style = styles_.named(value);
    event.role = style.role;
    event.level = style.level;
    event.list = style.list;
    event.list_level = style.list_level;
    if (!style.language.empty()) event.look.language = language_number(style.language);
    event.look.not_spelled = style.not_spelled;
  } else if (local == "outlineLvl") {
    const std::uint8_t level = heading_level(value);
    if (level > 0 && event.role == Role::body) {
      event.role = Role::heading;
      event.level = level;
    }
  } else if (local == "numId") {
    event.list = number_of(value);
  } else if (local == "ilvl") {
    event.list_level = static_cast<std::uint8_t>(number_of(value) % list_levels);
  } else if (local == "del" || local == "moveFrom") {
    paragraph.deleted_mark = true;
  }
}

void StoryReader::run_property(string_view local, const XmlAttributes& attributes) {
  const string_view value = attributes.get(Vocabulary::word, "val");
  Look& look = frame().look;
  if (local == "rStyle") {
    const Style& style = styles_.named(value);
    look.masked = style.role == Role::code;
    look.raised = style.raised;
    look.not_spelled = look.not_spelled || style.not_spelled;
    look.emphasised = style.emphasised;
    look.strong = style.strong;
    frame().run_hidden = style.hidden;
    frame().run_language = style.language;
  } else if (local == "i") {
    look.emphasised = is_on(value);
  } else if (local == "b") {
    look.strong = is_on(value);
  } else if (local == "strike" || local == "dstrike") {
    look.struck = is_on(value);
  } else if (local == "vertAlign") {
    look.raised = value == "superscript";
  } else if (local == "position") {  // as LibreOffice writes it
    look.raised = number_of(value) > 0;
  } else if (local == "noProof") {
    look.not_spelled = is_on(value);
  } else if (local == "vanish") {
    frame().run_hidden = is_on(value);
  } else if (local == "lang" && !value.empty()) {
    frame().run_language = value;
  }
}

void StoryReader::table_property(string_view local, const XmlAttributes& attributes) {
  if (tables_.empty()) return;
  Table& table = tables_.back();
  if (local == "tblLook") {
    constexpr std::uint32_t first_row = 0x20;
    constexpr int hexadecimal = 16;
    const string_view told = attributes.get(Vocabulary::word, "firstRow");
    const string_view written = attributes.get(Vocabulary::word, "val");
    std::uint32_t bits = 0;
    std::from_chars(written.data(), written.data() + written.size(), bits, hexadecimal);
    table.first_row_is_header = told.empty() ? (bits & first_row) != 0 : is_on(told);
  } else if (local == "tblHeader") {
    table.row_header = is_on(attributes.get(Vocabulary::word, "val"));
  } else if (local == "gridSpan") {
    table.columns = std::max<std::uint32_t>(number_of(attributes.get(Vocabulary::word, "val")), 1);
  } else if (local == "del" && in_row_properties_) {
    in_row_properties_ = false;
    skipped_ = 3;  // this element, the properties that it stands in, and the row
  }
}

void StoryReader::field_mark(string_view kind) {
  auto& fields = frame().fields;
  if (kind == "begin") {
    const std::uint32_t run = frame().run;
    fields.push_back({.instruction = {},
                      .result = {},
                      .begin = run == nowhere ? 0 : document_.runs[run].whole.begin});
  } else if (kind == "separate") {
    if (fields.empty() || fields.back().result) return;
    Field& field = fields.back();
    field.result = field_text(field.instruction);
    repeated_.insert(repeated_bookmark(field.instruction));
    if (field.result != FieldText::link) field.holder = open_holder(field.begin, true);
  } else if (kind == "end" && !fields.empty()) {
    const Field ended = std::move(fields.back());
    fields.pop_back();
    if (ended.holder != nowhere) frame().ending = ended.holder;  // with the run
    // what stands for a noun may have no text of its own
    const bool silent = !ended.result && field_text(ended.instruction) == FieldText::masked;
    if (silent) write(EventKind::object, "\uFFFC");
  }
}

void StoryReader::begin_paragraph(Span bytes) {
  Frame& now = frame();
  const bool in_body = index_ == 0 && frames_.size() == 1;
  if (in_body && !bytes.of(part_).ends_with("/>")) document_.paragraphs.push_back(bytes.end);
  if (in_body) {
    now.begins_control = false;
    for (Control& control : controls_)
      now.begins_control |= control.block && !std::exchange(control.begun, true);
  }
  if (now.in_paragraph) end_paragraph();
  now.in_paragraph = true;
  now.paragraph.begun = true;
  now.paragraph.deleted_mark = false;
  now.paragraph.event = {.kind = EventKind::paragraph};
  const Style& style = styles_.paragraphs();
  now.paragraph.event.role = style.role;
  now.paragraph.event.level = style.level;
  const std::string& language = style.language.empty() ? styles_.language : style.language;
  now.paragraph.event.look.language = language_number(language);
  if (!tables_.empty() && tables_.back().frame == frames_.size()) open_cell();
}

void StoryReader::end_paragraph() {
  Frame& now = frame();
  if (!now.in_paragraph) return;
  std::erase_if(now.fields, [](const Field& field) { return !field.result; });
  if (!now.paragraph.deleted_mark) return flush_paragraph();
  now.in_paragraph = false;
}

// Tells the paragraph that has ended; one whose mark is deleted has waited for the next.
void StoryReader::flush_paragraph() {
  Frame& now = frame();
  now.in_paragraph = false;
  OpenParagraph paragraph = std::exchange(now.paragraph, {});
  const bool is_gone =
      paragraph.deleted_mark && paragraph.content.events.empty() && paragraph.after.events.empty();
  if (!paragraph.begun || is_gone) return;
  Event& event = paragraph.event;
  event.ordered = event.list > 0 && styles_.is_ordered(event.list, event.list_level);
  const auto begin = static_cast<std::uint32_t>(now.flow.text.size());
  event.text = {begin, begin};
  now.flow.events.push_back(event);
  now.flow.append(std::move(paragraph.content));
  now.flow.add(EventKind::paragraph_end, "\n");
  now.flow.append(std::move(paragraph.after));
}

void StoryReader::begin_run(Span bytes) {
  Frame& now = frame();
  now.run = static_cast<std::uint32_t>(document_.runs.size());
  document_.runs.push_back({.part = index_,
                            .whole = bytes,
                            .tag = bytes,
                            .properties = {},
                            .anchor = now.anchor,
                            .holder = now.holder,
                            .inserted = now.insertions > 0,
                            .locked = std::ranges::any_of(controls_, &Control::locked),
                            .begins_control = now.begins_control});
  now.look = {.not_spelled = now.paragraph.event.look.not_spelled};
  now.run_hidden = false;
  now.run_language.clear();
  tell_descriptions();
}

void StoryReader::end_run(Span bytes) {
  Frame& now = frame();
  if (now.run == nowhere) return;
  document_.runs[now.run].whole.end = bytes.end;
  close_holder(std::exchange(now.ending, nowhere), bytes.end);
  now.run = nowhere;
}

void StoryReader::begin_text(const XmlAttributes& attributes, Span bytes) {
  Frame& now = frame();
  if (now.run == nowhere) return;
  in_text_ = true;
  now.element = static_cast<std::uint32_t>(document_.elements.size());
  document_.elements.push_back({.tag = bytes, .whole = bytes, .run = now.run});
  preserves_ = attributes.get(Vocabulary::other, "space") == "preserve";
  text_begun_ = preserves_;
  held_.clear();
}

void StoryReader::end_text(Span bytes) {
  if (!std::exchange(in_text_, false)) return;
  document_.elements[frame().element].whole.end = bytes.end;
  frame().element = nowhere;
}

void StoryReader::text(string_view text, Span bytes) {
  if (skipped_ > 0) return;
  if (in_instruction_) {
    auto& fields = frame().fields;
    constexpr std::size_t enough = 1000;
    if (!fields.empty() && !fields.back().result && fields.back().instruction.size() < enough)
      fields.back().instruction += text;
    return;
  }
  if (!in_text_) return;
  constexpr string_view opening = "<![CDATA[";
  if (part_.substr(0, bytes.begin).ends_with(opening)) {
    section_ = bytes;
  } else if (!section_.empty() && section_.end == bytes.begin) {
    section_.end = bytes.end;
  }
  const bool one_to_one = text.size() == bytes.size();
  if (!text_begun_) {
    const std::size_t begin =
        static_cast<std::size_t>(std::ranges::find_if_not(text, is_space) - text.begin());
    if (begin == text.size()) return;
    text.remove_prefix(begin);
    if (one_to_one) bytes.begin += static_cast<std::uint32_t>(begin);
    text_begun_ = true;
  }
  if (preserves_) return write(text, bytes);
  std::size_t end = text.size();
  while (end > 0 && is_space(text[end - 1])) --end;
  if (end > 0 && !held_.empty()) {
    write(held_, held_bytes_);
    held_.clear();
  }
  const string_view rest = text.substr(end);
  Span rest_bytes = bytes;
  if (one_to_one && end < text.size()) {
    rest_bytes.begin = bytes.begin + static_cast<std::uint32_t>(end);
    bytes.end = rest_bytes.begin;
  }
  if (end > 0) write(text.substr(0, end), bytes);
  if (rest.empty()) return;
  held_bytes_ = held_.empty() ? rest_bytes : Span{held_bytes_.begin, rest_bytes.end};
  held_ += rest;
}

void StoryReader::begin_box(Span bytes) {
  contents_.push_back(bytes.end);
  if (frames_.size() >= deepest_boxes) {
    skipped_ = 1;
    contents_.pop_back();
    return;
  }
  const bool outermost = frames_.size() == 1 && index_ == 0;
  const std::uint32_t anchor = outermost ? frame().run : frame().anchor;
  frames_.emplace_back();
  frame().anchor = anchor;
}

void StoryReader::end_box(Span bytes) {
  if (contents_.empty()) return;
  const Span content{contents_.back(), bytes.begin};
  contents_.pop_back();
  if (!alternatives_.empty()) alternatives_.back().contents.push_back(content);
  if (frames_.size() == 1) return;
  flush_paragraph();
  Flow flow = std::move(frame().flow);
  frames_.pop_back();
  if (!is_hidden() && frame().in_paragraph) frame().paragraph.after.append(std::move(flow));
}

void StoryReader::begin_row() {
  if (tables_.empty()) return;
  Table& table = tables_.back();
  table.row_open = false;
  table.in_row = true;
  table.row_header = table.first_row_is_header && table.rows == 0;
}

// A row and a cell are told with their first paragraph, when all is known about them.
void StoryReader::open_cell() {
  Table& table = tables_.back();
  Flow& flow = frame().flow;
  if (!std::exchange(table.row_open, true)) {
    ++table.rows;
    flow.add(EventKind::row, "");
    flow.events.back().header = table.row_header;
  }
  if (std::exchange(table.cell_open, true)) return;
  flow.add(EventKind::cell, "");
  flow.events.back().columns = table.columns;
  flow.events.back().header = table.row_header;
}

void StoryReader::end_cell() {
  flush_paragraph();
  if (tables_.empty()) return;
  if (std::exchange(tables_.back().cell_open, false)) frame().flow.add(EventKind::cell_end, "");
}

void StoryReader::end_row() {
  if (tables_.empty()) return;
  tables_.back().in_row = false;
  if (std::exchange(tables_.back().row_open, false)) frame().flow.add(EventKind::row_end, "");
}

void StoryReader::alternative(string_view text, Origin origin) {
  if (text.empty() || is_hidden() || !frame().in_paragraph) return;
  std::string line(text);
  std::ranges::replace_if(line, is_space, ' ');
  Flow& after = frame().paragraph.after;
  after.add(EventKind::alternative, line, frame().run);
  if (frame().run != nowhere) {
    origin.text = after.origins.back().text;
    origin.run = frame().run;
    after.origins.back() = origin;
  }
  after.text += '\n';
}

bool StoryReader::is_hidden() const {
  const Frame& now = frames_.back();
  const auto hides = [](const Field& field) {
    return !field.result || *field.result == FieldText::hidden;
  };
  return now.run_hidden || std::ranges::any_of(now.fields, hides) ||
         std::ranges::any_of(controls_, &Control::hidden);
}

Look StoryReader::look() {
  Frame& now = frame();
  Look look = now.look;
  look.masked = look.masked || std::ranges::any_of(now.fields, [](const Field& field) {
                  return field.result == FieldText::masked;
                });
  look.link = now.link;
  look.language = now.run_language.empty() ? now.paragraph.event.look.language
                                           : language_number(now.run_language);
  return look;
}

void StoryReader::write(string_view text, Span bytes) {
  Frame& now = frame();
  if (!now.in_paragraph || is_hidden() || text.empty()) return;
  Origin origin{.bytes = bytes, .run = now.run, .element = now.element};
  if (section_.overlaps(bytes)) origin.element = nowhere;  // nothing is written into it
  origin.verbatim = text.size() == bytes.size() && bytes.of(part_) == text;
  const bool is_plain = text.find_first_of("\n\r") == string_view::npos;
  if (is_plain) return now.paragraph.content.add(text, look(), origin);
  std::string line(text);
  std::ranges::replace_if(line, is_space, ' ');
  origin.verbatim = false;
  now.paragraph.content.add(line, look(), origin);
}

void StoryReader::write(EventKind kind, string_view text) {
  if (frame().in_paragraph && !is_hidden()) frame().paragraph.content.add(kind, text, frame().run);
}

std::uint32_t StoryReader::language_number(string_view tag) {
  const auto found = languages_.find(tag);
  if (found != languages_.end()) return found->second;
  const auto number = static_cast<std::uint32_t>(document_.languages.size());
  document_.languages.emplace_back(tag);
  languages_.emplace(tag, number);
  return number;
}

}  // namespace linter::word
