#include "linter/findings/apostrophes.h"

namespace linter::findings {

namespace {
constexpr std::string_view curly = "’";
}  // namespace

bool has_curly_apostrophe(std::string_view text) {
  return text.contains(curly);
}

void adopt_apostrophes(std::string_view replaced, bool article_has_curly,
                       std::vector<std::string>& suggestions) {
  if (!article_has_curly || replaced.contains('\'')) return;
  for (std::string& text : suggestions) {
    for (std::size_t at = text.find('\''); at != std::string::npos;
         at = text.find('\'', at + curly.size()))
      text.replace(at, 1, curly);
  }
}

}  // namespace linter::findings
