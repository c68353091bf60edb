// Reads articles for tests and shows what came out as text.
#pragma once

#include <gtest/gtest.h>
#include <string>
#include <string_view>
#include <vector>

#include "linter/prose/article.h"
#include "linter/prose/formats.h"

namespace linter::prose::testing {

// Reads `bytes` in the format of that name; a failure fails the test.
[[nodiscard]] Article read(std::string_view format, std::string_view bytes,
                           const ReadOptions& options = {});
// The error that reading comes to; a success fails the test.
[[nodiscard]] base::Error read_error(std::string_view format, std::string_view bytes,
                                     const ReadOptions& options = {});

// One line a block: its scopes and marks, a colon, its text. Masked things read "<>", a hard break
// "|".
//   "h2: What is it?"  "p: Text."  "li.1+: Item"  "q1 p: Quoted."  "table+: Cell"  "title h1: Name"
// "+" starts an item or row, "ol"/"li" ordered or not, the number is the depth.
[[nodiscard]] std::string outline(const Article& article);
[[nodiscard]] std::string shown(std::string_view view);

// The view span of the only occurrence of `text`.
[[nodiscard]] Span find(const Article& article, std::string_view text);
// The file's bytes behind the only occurrence of `text` in the view.
[[nodiscard]] std::string source_of(const Article& article, std::string_view bytes,
                                    std::string_view text);

// The name of a row of a table, for INSTANTIATE_TEST_SUITE_P.
inline constexpr auto name_of = [](const auto& row) { return std::string(row.param.name); };

// Expects what every article holds, whatever it was made from: spans inside, runs and blocks in
// order.
void expect_sound(const Article& article, std::string_view bytes);

}  // namespace linter::prose::testing
