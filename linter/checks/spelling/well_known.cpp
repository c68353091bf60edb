#include "linter/checks/spelling/well_known.h"

#include <algorithm>

#include "linter/base/utf8.h"
#include "linter/checks/spelling/english_tables.h"

namespace linter::checks::spelling {
namespace {

static_assert(std::ranges::is_sorted(well_known_names));

constexpr std::size_t shortest = 5;
constexpr std::size_t shortest_for_any_slip = 7;

// Whether `longer` is `shorter` with the letter at `at` put in, beside one like it.
bool is_doubled(std::string_view longer, std::size_t at) {
  return (at > 0 && longer[at - 1] == longer[at]) ||
         (at + 1 < longer.size() && longer[at + 1] == longer[at]);
}

}  // namespace

bool is_slip_of_name(std::string_view written, std::string_view name) {
  if (name.size() < shortest || written.size() + 1 < name.size() ||
      written.size() > name.size() + 1) {
    return false;
  }
  const auto [w, n] = std::ranges::mismatch(written, name);
  const auto at = static_cast<std::size_t>(w - written.begin());
  const std::string_view a = written.substr(at);
  const std::string_view b = name.substr(at);
  const bool any_slip = name.size() >= shortest_for_any_slip && at > 0;
  if (a.size() == b.size()) {
    if (a.size() < 2) return false;  // the same, or another last letter
    if (a[0] == b[1] && a[1] == b[0] && a.substr(2) == b.substr(2)) return true;
    return any_slip && a.substr(1) == b.substr(1);
  }
  if (a.size() > b.size()) {
    const bool inside = !b.empty();
    return a.substr(1) == b && (is_doubled(written, at) || (inside && any_slip));
  }
  const bool inside = !a.empty();
  return a == b.substr(1) && inside && any_slip;
}

bool is_well_known(std::string_view name) {
  return std::ranges::binary_search(well_known_names, name);
}

std::string_view well_known_name(std::string_view folded) {
  if (folded.ends_with("'s")) folded.remove_suffix(2);
  const auto found = std::ranges::find_if(well_known_names, [&](std::string_view name) {
    const bool near = name.size() + 1 >= folded.size() && folded.size() + 1 >= name.size();
    return near && is_slip_of_name(folded, base::lower(name));
  });
  return found == well_known_names.end() ? std::string_view() : *found;
}

}  // namespace linter::checks::spelling
