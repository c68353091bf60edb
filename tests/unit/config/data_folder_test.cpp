#include "linter/config/data_folder.h"

#include <gtest/gtest.h>

namespace linter::config {
namespace {

struct Case {
  const char* name;
  const char* executable;
  const char* variable;
  const char* expected;  // empty: missing_data
};

class DataFolder : public testing::TestWithParam<Case> {};

TEST_P(DataFolder, is_found_from_the_program_never_from_the_working_folder) {
  const auto files = base::memory({{"/src/build/release/data/policies/p/pack.yaml", ""},
                                   {"/opt/galley/share/galley/policies/p/pack.yaml", ""},
                                   {"/mine/policies/p/pack.yaml", ""},
                                   {"/empty/readme", ""},
                                   {"data/policies/evil/pack.yaml", ""}});
  const auto environment = [](std::string_view name) {
    return std::string(name == "GALLEY_DATA" ? GetParam().variable : "");
  };
  const auto found = find_data_folder(*files, GetParam().executable, environment);
  if (std::string_view(GetParam().expected).empty()) {
    ASSERT_FALSE(found.has_value());
    EXPECT_EQ(found.error().code, base::ErrorCode::missing_data);
  } else {
    ASSERT_TRUE(found.has_value()) << found.error().message;
    EXPECT_EQ(*found, GetParam().expected);
  }
}

INSTANTIATE_TEST_SUITE_P(
    Table, DataFolder,
    testing::Values(Case{"build_tree", "/src/build/release/galley", "", "/src/build/release/data"},
                    Case{"installation", "/opt/galley/bin/galley", "", "/opt/galley/share/galley"},
                    Case{"variable", "/opt/galley/bin/galley", "/mine", "/mine"},
                    Case{"variable_without_data", "/opt/galley/bin/galley", "/empty", ""},
                    Case{"nowhere", "/elsewhere/galley", "", ""}),
    [](const auto& row) { return row.param.name; });

}  // namespace
}  // namespace linter::config
