// The proof: one page for a browser with articles as they read, remarks beside them, and what was
// decided about each.
//
// The page holds everything it needs and loads nothing. What comes from articles stands in it as
// data that its script shows as text, never as markup, and its security policy lets no other script
// run.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "linter/base/json.h"
#include "linter/findings/outcome.h"
#include "linter/prose/article.h"

namespace linter::proof {

// One article of the proof, read from the bytes that the outcome's findings stand in.
struct Galley {
  std::string file;  // as findings name it
  std::string bytes;
  prose::Article article;
};

// All that the page shows, as one object; proof_json.cpp says which keys. `outcome` may have
// findings in other files: they are left out. The same bytes for the same outcome.
[[nodiscard]] base::Json proof_json(const findings::Outcome& outcome,
                                    const std::vector<Galley>& galleys, std::string_view version);

// Whether bytes are a page that proof_page made, by a mark in its head: no article.
[[nodiscard]] bool is_proof_page(std::string_view bytes);
// Whether the bytes are a Word document that `galley proof --docx` wrote, and nobody has saved since.
[[nodiscard]] bool is_proof_document(std::string_view bytes);

// The page with that data in it.
[[nodiscard]] std::string proof_page(const base::Json& data);

}  // namespace linter::proof
