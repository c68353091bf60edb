// What a part of a document points to.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "linter/base/result.h"
#include "linter/word/package.h"

namespace linter::word {

struct Relationship {
  std::string id;
  std::string kind;  // the last word of its type: "comments"
  std::string part;  // a name in the package
};

// The part that holds the relationships of `part` ("" is the package itself).
[[nodiscard]] std::string relationships_part(std::string_view part);

// Those of a part, what is outside of the document left out; none where there is no list of them.
[[nodiscard]] base::Result<std::vector<Relationship>> read_relationships(const Package& package,
                                                                         std::string_view part);

// The first of that kind; null when there is none.
[[nodiscard]] const Relationship* find(const std::vector<Relationship>& relationships,
                                       std::string_view kind);

}  // namespace linter::word
