// Documents made up from a seed, together with what a reader must see of them and where each piece
// of it stands.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "linter/base/span.h"

namespace linter::prose::testing {

struct Piece {
  std::string seen;   // in the view, unique there
  base::Span source;  // exactly its bytes in the document
};

struct GeneratedDocument {
  std::string bytes;
  std::vector<Piece> pieces;
};

// Emphasis inside words, entities, escapes, nested lists and quotes, tables, links, images, HTML,
// breaks, emoji, combining marks, no-break spaces, curly quotes; code and comments that must not be
// seen. The same seed with the other line end is the same document.
[[nodiscard]] GeneratedDocument generate_markdown(std::uint64_t seed, const std::string& line_end);
[[nodiscard]] GeneratedDocument generate_html(std::uint64_t seed, const std::string& line_end);

// Marks of all formats thrown together.
[[nodiscard]] std::string generate_soup(std::uint64_t seed, std::size_t tokens);

}  // namespace linter::prose::testing
