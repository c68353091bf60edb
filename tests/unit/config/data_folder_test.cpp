#include "linter/config/data_folder.h"

#include <gtest/gtest.h>
#include <map>

namespace linter::config {
namespace {

struct DataFolderCase {
  const char* name;
  const char* executable;
  const char* variable;
  const char* expected;  // empty: missing_data
};

class DataFolder : public testing::TestWithParam<DataFolderCase> {};

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
    testing::Values(
        DataFolderCase{"build_tree", "/src/build/release/galley", "", "/src/build/release/data"},
        DataFolderCase{"installation", "/opt/galley/bin/galley", "", "/opt/galley/share/galley"},
        DataFolderCase{"variable", "/opt/galley/bin/galley", "/mine", "/mine"},
        DataFolderCase{"variable_without_data", "/opt/galley/bin/galley", "/empty", ""},
        DataFolderCase{"nowhere", "/elsewhere/galley", "", ""}),
    [](const auto& row) { return row.param.name; });

struct Environ {
  const char* name;
  std::map<std::string_view, std::string> variables;
  const char* shipped;
  const char* own;
};

class ImageFolder : public testing::TestWithParam<Environ> {};

TEST_P(ImageFolder, is_where_the_environment_says) {
  const auto environment = [](std::string_view name) {
    const auto found = GetParam().variables.find(name);
    return found == GetParam().variables.end() ? std::string() : found->second;
  };
  const ImageFolders found = find_image_folders("/data", environment);
  EXPECT_EQ(found.shipped, GetParam().shipped);
  EXPECT_EQ(found.own, GetParam().own);
}

INSTANTIATE_TEST_SUITE_P(
    Table, ImageFolder,
    testing::Values(
        Environ{"home", {{"HOME", "/h"}}, "/data/compiled", "/h/.cache/galley"},
        Environ{
            "caches", {{"HOME", "/h"}, {"XDG_CACHE_HOME", "/c"}}, "/data/compiled", "/c/galley"},
        Environ{"caches_that_are_relative",
                {{"HOME", "/h"}, {"XDG_CACHE_HOME", "c"}},
                "/data/compiled",
                "/h/.cache/galley"},
        Environ{"no_home", {}, "/data/compiled", ""},
        Environ{"named", {{"HOME", "/h"}, {"GALLEY_CACHE", "/n/./m"}}, "/data/compiled", "/n/m"},
        Environ{"named_relative", {{"HOME", "/h"}, {"GALLEY_CACHE", "n"}}, "/data/compiled", ""},
        Environ{"off", {{"HOME", "/h"}, {"GALLEY_CACHE", "off"}}, "", ""}),
    [](const auto& row) { return row.param.name; });

}  // namespace
}  // namespace linter::config
