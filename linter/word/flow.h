// Text with its events, as it is put together while a part is read.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "linter/word/document.h"

namespace linter::word {

struct Flow {
  std::string text;
  std::vector<Event> events;
  std::vector<Origin> origins;

  // Adds a piece of text; `origin` says where it stands in its part.
  void add(std::string_view piece, const Look& look, Origin origin);
  // Adds one thing that reads as `piece`, of a run unless that is nowhere.
  void add(EventKind kind, std::string_view piece, std::uint32_t run = nowhere);
  void append(Flow&& other);
};

// A field: its result is a link's text, text from elsewhere, stands for a noun, or is not read.
enum class FieldText : std::uint8_t { link, copied, masked, hidden };

// By the instruction, " TOC \o "1-3" ".
[[nodiscard]] FieldText field_text(std::string_view instruction);

// What a character of a font of symbols is, by its code in hexadecimal: "F0E0"; U+25C6 where that
// is not known.
[[nodiscard]] std::string_view symbol_text(std::string_view font, std::string_view code);

// The name of the bookmark whose text a field repeats, " REF name \h "; empty for others.
[[nodiscard]] std::string repeated_bookmark(std::string_view instruction);

struct Field {
  std::string instruction;
  std::optional<FieldText> result;  // nothing while its instruction is read
  std::uint32_t begin = 0;          // of the run that it begins in
  std::uint32_t holder = nowhere;
};

// A paragraph that is being read.
struct OpenParagraph {
  Flow content;
  Flow after;  // text boxes and alternative texts that are anchored in it
  Event event{.kind = EventKind::paragraph};
  bool begun = false;
  bool deleted_mark = false;  // it goes on in the next one
};

}  // namespace linter::word
