// Texts made from expressions.
#include <chrono>
#include <gtest/gtest.h>

#include "linter/vale/expression.h"

namespace {

namespace vale = linter::vale;
using Texts = std::vector<std::string>;

TEST(Samples, match_what_they_are_made_from) {
  struct Row {
    std::string expression;
    Texts wanted;
  };
  const Row rows[] = {
      {"very", {"very"}},
      {"colou?r", {"color", "colour"}},
      {"(?:a|b)c", {"ac"}},
      {"\\d{3}-\\w+", {"777-a"}},
      {"[^\\s]+ly", {"aly"}},
      {"e\\.g\\.(?=[\\s,;])", {"e.g. "}},
      {"(?<!not )safe", {"safe"}},
      {"[A-Z]{2,5}", {"AA"}},
      {"^There\\s(is|are)", {"There is"}},
      {"[—–]", {"—"}},
      {"caf(?:é)?é?", {"caf", "caféé"}},
      {"(", {}},
      {"(?!)", {}},
      {"", {}},
  };
  for (const Row& row : rows)
    EXPECT_EQ(vale::samples_of(row.expression, {}), row.wanted) << row.expression;
}

TEST(Expressions, within_a_sentence) {
  const std::pair<const char*, const char*> rows[] = {
      {"(?:[^,]+,)+ and", "(?:[^,.!?]+,)+ and"},
      {"[^\\s]+ [^ ]", "[^\\s]+ [^ ]"},
      {"^So\\b.*x", "(?:^|(?<=[.!?] ))So\\b[^.!?]*x"},
      {"[.^]\\.[^.]", "[.^]\\.[^.]"},
      {"[^", "[^.!?"},
      {"\\", "\\"},
  };
  for (const auto& [expression, wanted] : rows)
    EXPECT_EQ(vale::within_sentence(expression), wanted);
}

TEST(Samples, hostile_expressions_end_soon) {
  const auto begin = std::chrono::steady_clock::now();
  std::string deep;
  for (int i = 0; i < 3000; ++i) deep += '(';
  for (const std::string& expression :
       {std::string("(){999999999}"), std::string("((((a{99}){99}){99}){99}){99}"), deep,
        std::string("[") + std::string(60000, 'a'), std::string("a{"), std::string("\\"),
        std::string("(?<"), std::string("(?"), std::string("[^"), std::string("x{,}{,}{,}")})
    EXPECT_LE(vale::samples_of(expression, {}).size(), 2U);
  EXPECT_LT(std::chrono::steady_clock::now() - begin, std::chrono::seconds(20));
}

}  // namespace
