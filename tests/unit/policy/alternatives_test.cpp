// What the groups of an expression offer, and what it refuses.
#include "linter/checks/policy/alternatives.h"

#include <gtest/gtest.h>

namespace linter::checks::policy {
namespace {

struct Case {
  const char* name;
  std::string expression;
  std::vector<std::string> without;  // each alternative
  std::vector<std::string> refused{};
};

const std::vector<Case>& cases() {
  static const std::vector<Case> all{
      {"none", "a[|]b\\|c", {}},
      {"top", "a|b|c", {"b|c", "a|c", "a|b"}},
      {"group", "x(?:a|b)y", {"x(?:b)y", "x(?:a)y"}},
      {"inner_first", "(a|(?:b|c))", {"(a|(?:c))", "(a|(?:b))", "((?:b|c))", "(a)"}},
      {"empty_one", "a(?:|s)", {"a(?:s)", "a(?:)"}},
      {"named", "(?<n>a|b)(?'m'c)", {"(?<n>b)(?'m'c)", "(?<n>a)(?'m'c)"}},
      {"options", "(?i:a|b)(?i)c", {"(?i:b)(?i)c", "(?i:a)(?i)c"}},
      {"sets",
       "(?:[]|)]|[^]|]|[[:alpha:]|]|[\\]|])",
       {"(?:[^]|]|[[:alpha:]|]|[\\]|])", "(?:[]|)]|[[:alpha:]|]|[\\]|])", "(?:[]|)]|[^]|]|[\\]|])",
        "(?:[]|)]|[^]|]|[[:alpha:]|])"}},
      {"refusals",
       "a(?! b|(?<!c)d)(?=e)(?<=f)",
       {"a(?!(?<!c)d)(?=e)(?<=f)", "a(?! b)(?=e)(?<=f)"},
       {"(?<!c)", "(?! b|(?<!c)d)"}},
      {"never_ends", "(a|b", {}},
      {"ends_too_often", "a|b)", {"b)", "a"}},
  };
  return all;
}

TEST(Alternatives, of_an_expression) {
  for (const Case& one : cases()) {
    std::vector<std::string> rest;
    for (const Alternative& each : alternatives_of(one.expression))
      rest.push_back(without(one.expression, each));
    EXPECT_EQ(rest, one.without) << one.name;
    std::vector<std::string> refused;
    for (const base::Span span : refusals_of(one.expression))
      refused.emplace_back(span.of(one.expression));
    EXPECT_EQ(refused, one.refused) << one.name;
  }
}

// Whatever an expression is, what is made of it is no longer than it was.
TEST(Alternatives, of_broken_expressions_do_no_harm) {
  for (const char* broken : {"", "(", "(?", "(?<", "(?<n", "[", "[^", "[[:", "[[:a", "\\", "a\\",
                             ")|(", "((|)", "(?#a|b)", "|", "||", "(?P<n>a|b)"}) {
    for (const Alternative& each : alternatives_of(broken))
      EXPECT_LT(without(broken, each).size(), std::string_view(broken).size()) << broken;
    static_cast<void>(refusals_of(broken));
  }
}

}  // namespace
}  // namespace linter::checks::policy
