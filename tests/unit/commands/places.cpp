#include "linter/commands/places.h"

#include <gtest/gtest.h>
#include <optional>

namespace linter::commands {
namespace {

struct PlaceRow {
  const char* name;
  std::string text;
  std::optional<Place> place;
};

class Places : public testing::TestWithParam<PlaceRow> {};

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
    testing::Values(PlaceRow{"plain", "a/b.md:3:12", Place{"a/b.md", {3, 12}}},
                    PlaceRow{"colons_in_the_name", "c:peel: 2.md:1:1",
                             Place{"c:peel: 2.md", {1, 1}}},
                    PlaceRow{"largest", "a:4294967295:1", Place{"a", {4294967295U, 1}}},
                    PlaceRow{"no_column", "a.md:3", {}}, PlaceRow{"no_numbers", "a.md", {}},
                    PlaceRow{"empty", "", {}}, PlaceRow{"no_file", ":3:12", {}},
                    PlaceRow{"line_zero", "a.md:0:1", {}}, PlaceRow{"column_zero", "a.md:1:0", {}},
                    PlaceRow{"too_large", "a.md:4294967296:1", {}},
                    PlaceRow{"sign", "a.md:+3:1", {}}, PlaceRow{"blank", "a.md:3: 1", {}},
                    PlaceRow{"more_behind", "a.md:3:12:", {}}, PlaceRow{"letters", "a.md:3:x", {}}),
    [](const auto& row) { return row.param.name; });

}  // namespace
}  // namespace linter::commands
