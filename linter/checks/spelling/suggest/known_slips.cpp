#include "linter/checks/spelling/suggest/known_slips.h"

#include <algorithm>

#include "linter/checks/spelling/english_tables.h"

namespace linter::checks::spelling {

static_assert(std::ranges::is_sorted(usual_slips, {}, &Slip::wrong));

std::string_view known_slip(std::string_view folded) {
  const auto found = std::ranges::lower_bound(usual_slips, folded, {}, &Slip::wrong);
  return found != usual_slips.end() && found->wrong == folded ? found->right : std::string_view();
}

}  // namespace linter::checks::spelling
