// Small words of reports: numbers with their nouns, lines of a width.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace linter::reports {

// "12,345".
[[nodiscard]] std::string grouped(std::uint64_t number);
// "1 error", "0 errors", "12,345 words".
[[nodiscard]] std::string counted(std::uint64_t number, std::string_view noun);
// "a", "a or b", "a, b or c", with " or " as the last separator.
[[nodiscard]] std::string listed(const std::vector<std::string>& items, std::string_view last);

// `text` broken at spaces into lines of at most `width` columns; a longer word keeps a line of its
// own. At least one line comes back.
[[nodiscard]] std::vector<std::string> wrapped(std::string_view text, std::size_t width);

}  // namespace linter::reports
