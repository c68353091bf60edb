#include "linter/commands/places.h"

#include <gtest/gtest.h>
#include <optional>

namespace linter::commands {
namespace {

struct Row {
  const char* name;
  std::string text;
  std::optional<Place> place;
};

class Places : public testing::TestWithParam<Row> {};

TEST_P(Places, are_read) {
  const auto place = place_of(GetParam().text);
  ASSERT_EQ(place.has_value(), GetParam().place.has_value());
  if (place) {
    EXPECT_EQ(*place, *GetParam().place);
    return;
  }
  EXPECT_EQ(place.error().code, base::ErrorCode::bad_usage);
  EXPECT_TRUE(place.error().message.contains("'" + GetParam().text + "'"));
}

INSTANTIATE_TEST_SUITE_P(
    rows, Places,
    testing::Values(Row{"plain", "a/b.md:3:12", Place{"a/b.md", {3, 12}}},
                    Row{"colons_in_the_name", "c:peel: 2.md:1:1", Place{"c:peel: 2.md", {1, 1}}},
                    Row{"largest", "a:4294967295:1", Place{"a", {4294967295U, 1}}},
                    Row{"no_column", "a.md:3", {}}, Row{"no_numbers", "a.md", {}},
                    Row{"empty", "", {}}, Row{"no_file", ":3:12", {}},
                    Row{"line_zero", "a.md:0:1", {}}, Row{"column_zero", "a.md:1:0", {}},
                    Row{"too_large", "a.md:4294967296:1", {}}, Row{"sign", "a.md:+3:1", {}},
                    Row{"blank", "a.md:3: 1", {}}, Row{"more_behind", "a.md:3:12:", {}},
                    Row{"letters", "a.md:3:x", {}}),
    [](const auto& row) { return row.param.name; });

}  // namespace
}  // namespace linter::commands
