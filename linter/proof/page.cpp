#include <array>
#include <utility>

#include "linter/proof/page_parts.h"
#include "linter/proof/proof.h"
#include "linter/word/edits.h"

namespace linter::proof {
namespace {

using std::string_view;

// JSON that may stand in a script element: nothing in it ends the element or begins a comment.
std::string inert(string_view json) {
  std::string out;
  out.reserve(json.size());
  for (const char c : json) {
    if (c == '<') {
      out += "\\u003c";
    } else if (c == '>') {
      out += "\\u003e";
    } else if (c == '&') {
      out += "\\u0026";
    } else {
      out += c;
    }
  }
  return out;
}

}  // namespace

bool is_proof_page(string_view bytes) {
  constexpr string_view mark = "<meta name=\"generator\" content=\"galley proof\">";
  constexpr std::size_t looked_at = 1024;
  return bytes.substr(0, looked_at).find(mark) != string_view::npos;
}

bool is_proof_document(string_view bytes) {
  if (!bytes.starts_with("PK")) return false;
  const auto package = word::Package::open(std::string(bytes), "");
  return package && word::is_as_galley_left_it(*package);
}

std::string proof_page(const base::Json& data) {
  const std::string json = inert(base::json_text(data));
  const std::array<std::pair<string_view, string_view>, 5> parts = {
      {{"@SCRIPT_HASH@", script_digest},
       {"@STYLE_HASH@", style_digest},
       {"@STYLE@", page_style},
       {"@DATA@", json},
       {"@SCRIPT@", page_script}}};
  std::string page;
  string_view rest = page_template;
  for (const auto& [mark, part] : parts) {  // in the order of the template
    const std::size_t at = rest.find(mark);
    page.append(rest.substr(0, at)).append(part);
    rest.remove_prefix(at + mark.size());
  }
  return page.append(rest);
}

}  // namespace linter::proof
