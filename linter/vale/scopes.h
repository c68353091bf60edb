// Vale's scopes, as the places where galley's rules look.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace linter::vale {

struct Places {
  std::vector<std::string> names;    // as `scope` takes them; empty: everywhere
  std::string extent = "paragraph";  // what occurrences are counted within
  bool nowhere = false;              // galley does not look there: markup, code
  std::string note;                  // what is not as it was; may be empty
};

// Of a list of scopes each may be several with "&" between them, or denied by "~".
[[nodiscard]] Places places_of(std::span<const std::string> scopes);

// Every place that `scope` takes, but link-text.
[[nodiscard]] std::span<const std::string_view> every_place();

}  // namespace linter::vale
