#include "linter/base/names.h"

#include <gtest/gtest.h>
#include <string>
#include <string_view>
#include <vector>

namespace linter::base {
namespace {

TEST(NearestName, finds_what_was_meant) {
  constexpr std::string_view names[] = {"message", "severity", "jurisdictions",
                                        "id",      "match",    "why",
                                        "negated"};
  struct Row {
    const char* name;
    std::string_view wanted;
    std::string_view nearest;
  };
  const Row rows[] = {
      {"itself", "message", "message"},
      {"a letter missing", "mesage", "message"},
      {"a letter too many", "messsage", "message"},
      {"another letter", "messege", "message"},
      {"two letters swapped", "serveity", "severity"},
      {"another case", "Message", "message"},
      {"singular", "jurisdiction", "jurisdictions"},
      {"a short name may differ by one", "ids", "id"},
      {"not by two", "idss", ""},
      {"a third of the letters", "mtach", "match"},
      {"more than a third", "metches", ""},
      {"a third of what was meant", "negtd", "negated"},
      {"nothing like it", "colour", ""},
      {"empty", "", ""},
  };
  for (const Row& row : rows) EXPECT_EQ(nearest_name(row.wanted, names), row.nearest) << row.name;
  EXPECT_EQ(nearest_name("x", {}), "");
}

TEST(NearestName, takes_the_first_of_equals_and_the_closest_of_all) {
  constexpr std::string_view names[] = {"cat", "bat", "rate"};
  EXPECT_EQ(nearest_name("aat", names), "cat");
  EXPECT_EQ(nearest_name("bats", names), "bat");
}

TEST(NearestName, counts_separators_as_one) {
  constexpr std::string_view names[] = {"word-bounded"};
  EXPECT_EQ(nearest_name("Word_Bounded", names), "word-bounded");
}

TEST(NearestName, is_cheap_on_hostile_names) {
  const std::string hostile(1'000'000, 'a');
  constexpr std::string_view names[] = {"a", "aa"};
  EXPECT_EQ(nearest_name(hostile, names), "");
  const std::vector<std::string_view> long_names{hostile};
  EXPECT_EQ(nearest_name("abc", long_names), "");
}

TEST(NearestHint, reads_as_part_of_a_sentence) {
  constexpr std::string_view names[] = {"message"};
  EXPECT_EQ(nearest_hint("mesage", names), " (did you mean 'message'?)");
  EXPECT_EQ(nearest_hint("colour", names), "");
}

TEST(Shortened, cuts_between_code_points) {
  EXPECT_EQ(shortened("short"), "short");
  std::string sixty;
  for (int i = 0; i < 60; ++i) sixty += "é";
  EXPECT_EQ(shortened(sixty), sixty);
  EXPECT_EQ(shortened(sixty + "x"), sixty + "…");
}

}  // namespace
}  // namespace linter::base
