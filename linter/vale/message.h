// Vale's messages, as galley's.
#pragma once

#include <initializer_list>
#include <string>
#include <string_view>

namespace linter::vale {

// "%s" in its order, "%[2]s" by its number: the placeholders ("{match}") that stand for them; the
// last one for all that are left.
[[nodiscard]] std::string galley_message(std::string_view message,
                                         std::initializer_list<std::string_view> values);

}  // namespace linter::vale
