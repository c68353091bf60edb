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

// A field: its result is text, stands for a noun, or is not read.
enum class FieldText : std::uint8_t { shown, masked, hidden };

// By the instruction, " TOC \o "1-3" ".
[[nodiscard]] FieldText field_text(std::string_view instruction);

struct Field {
  std::string instruction;
  std::optional<FieldText> result;  // nothing while its instruction is read
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
