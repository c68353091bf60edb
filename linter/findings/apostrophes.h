// Apostrophes of what is suggested, as the article writes them.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace linter::findings {

// Whether a text has a typographic apostrophe.
[[nodiscard]] bool has_curly_apostrophe(std::string_view text);

// Gives suggestions typographic apostrophes where their article has some and the replaced text has
// no straight one.
void adopt_apostrophes(std::string_view replaced, bool article_has_curly,
                       std::vector<std::string>& suggestions);

}  // namespace linter::findings
