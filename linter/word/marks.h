// Where marks of comments and changes go in a part: runs are cut in two where they must be.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "linter/word/document.h"

namespace linter::word {

// The bytes of a part, from when it was read.
using Parts = std::vector<std::string>;  // as Document::parts

// Gathers what is to be put into the parts, then puts it in.
class Marks {
 public:
  // Both must outlive it.
  Marks(const Document& document, const Parts& parts) : document_(document), parts_(parts) {}

  // Puts `begin` before the words and `end` behind them: inside a run, or around what holds them.
  // `reference` follows `end`, but stands outside of content controls that hold whole paragraphs:
  // LibreOffice loses the text of those that hold a reference. False where the text has no place in
  // a part.
  bool surround(Span text, std::string_view begin, std::string_view end,
                std::string_view reference);

  // A piece of words that are written in one element.
  struct Piece {
    const Origin* origin = nullptr;
    Span text;
  };
  // The words' pieces, in order: of several runs where somebody changed something in a word. Empty
  // where one of them cannot be changed, or something stands between them that is read.
  [[nodiscard]] std::vector<Piece> pieces_of(Span text) const;
  // Puts text in the place of a piece; empty takes it away.
  void replace(const Piece& piece, std::string_view right);
  // Puts elements in the place of a piece, between the two halves of its run.
  void replace_with_elements(const Piece& piece, std::string_view elements);

  // The raw properties of an origin's run, <w:rPr> … </w:rPr>; may be empty.
  [[nodiscard]] std::string_view properties_of(const Origin& origin) const;

  // The part with everything in it.
  [[nodiscard]] std::string applied(std::uint32_t part) const;
  [[nodiscard]] bool changes(std::uint32_t part) const;

 private:
  // What comes between two bytes of a part, or in the place of some.
  struct Patch {
    std::uint32_t end = 0;   // of what goes; the key is its begin
    std::string close;       // ends the element or run before
    std::string ends;        // of ranges
    std::string begins;      // of ranges
    std::string references;  // of ranges that end elsewhere
    std::string text;        // in the place of what goes
    std::string open;        // begins the element or run again
  };
  using Patches = std::map<std::uint32_t, Patch>;  // by place

  [[nodiscard]] const Origin* origin_at(std::uint32_t text) const;
  Patch& patch_at(std::uint32_t part, std::uint32_t at);
  Patch& patch_before(const Origin& origin, std::uint32_t text);
  Patch& patch_behind(const Origin& origin, std::uint32_t text);
  Patch& cut(const Origin& origin, std::uint32_t byte);
  [[nodiscard]] Span inside_of(const TextElement& element) const;
  [[nodiscard]] bool may_cut(const Origin& origin) const;
  void preserve_spaces(const TextElement& element);

  const Document& document_;
  const Parts& parts_;
  std::map<std::uint32_t, Patches> patches_;  // by part
};

}  // namespace linter::word
