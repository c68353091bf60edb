// Where marks of comments and changes go in a part: runs are cut in two where they must be.
#pragma once

#include <expected>
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
  Marks(const Document& document, const Parts& parts);

  // Puts `begin` before the words, and `end` and `reference` behind them: inside a run, or around
  // what holds them. Behind the first paragraph of a content control they go to the next paragraph,
  // since LibreOffice loses text before a reference in it, and has a range that ends there end
  // where it begins; where there is none, the reference begins the paragraph. False where the text
  // has no place in a part.
  bool surround(Span text, std::string_view begin, std::string_view end,
                std::string_view reference);

  // A piece of words that are written in one element.
  struct Piece {
    const Origin* origin = nullptr;
    Span text;
  };
  // The words' pieces, in order: of several runs where somebody changed something in a word. Else
  // why they cannot be changed, as a clause.
  [[nodiscard]] std::expected<std::vector<Piece>, std::string_view> pieces_of(Span text,
                                                                              bool tracked) const;
  // Puts text in the place of a piece; empty takes it away.
  void replace(const Piece& piece, std::string_view right);
  // Puts elements in the place of a piece, between the two halves of its run.
  void replace_with_elements(const Piece& piece, std::string_view elements);

  // The raw properties of an origin's run, <w:rPr> … </w:rPr>, without how they were before a
  // tracked change, whose number no other may have; may be empty.
  [[nodiscard]] std::string properties_of(const Origin& origin) const;

  // The part with everything in it.
  [[nodiscard]] std::string applied(std::uint32_t part) const;
  [[nodiscard]] bool changes(std::uint32_t part) const;

 private:
  // What comes between two bytes of a part, or in the place of some.
  struct Patch {
    std::uint32_t end = 0;  // of what goes; the key is its begin
    std::string close;      // ends the element or run before
    std::string ends;       // of ranges
    std::string begins;     // of ranges
    std::string text;       // in the place of what goes
    std::string open;       // begins the element or run again
  };
  using Patches = std::map<std::uint32_t, Patch>;  // by place

  [[nodiscard]] const Origin* origin_at(std::uint32_t text) const;
  Patch& patch_at(std::uint32_t part, std::uint32_t at);
  Patch& patch_before(const Origin& origin, std::uint32_t text);
  Patch& patch_behind(const Origin& origin, std::uint32_t text);
  Patch& cut(const Origin& origin, std::uint32_t byte);
  [[nodiscard]] Span inside_of(const TextElement& element) const;
  [[nodiscard]] bool may_cut(const Origin& origin) const;
  [[nodiscard]] bool keeps_spaces(const TextElement& element) const;
  [[nodiscard]] Span bytes_of(const Piece& piece) const;
  [[nodiscard]] Span around(const Run& run) const;
  [[nodiscard]] std::string named(const Run& run, std::string_view element) const;
  [[nodiscard]] std::string run_begin(const Origin& origin) const;
  [[nodiscard]] bool begins_run(const TextElement& element) const;
  [[nodiscard]] bool ends_run(const TextElement& element) const;
  void end_range(const Origin& last, std::uint32_t text, std::string_view end,
                 std::string_view reference);
  void preserve_spaces(const TextElement& element);
  [[nodiscard]] Patches with_copies(std::uint32_t part, const Patches& patches) const;

  const Document& document_;
  const Parts& parts_;
  std::vector<std::string> prefixes_;         // of the elements' names, by part: "w:"
  std::map<std::uint32_t, Patches> patches_;  // by part
};

}  // namespace linter::word
