#include "linter/repository/renames.h"

#include <gtest/gtest.h>
#include <map>

namespace linter::repository {
namespace {

using Texts = std::map<std::string, std::string>;  // by path

// The old path of each new one, of files whose blobs are their texts.
Texts renames(const Texts& before, const Texts& after, std::size_t& read) {
  std::vector<OneSided> gone;
  std::vector<OneSided> come;
  for (const auto& [path, text] : before) gone.push_back({path, text});
  for (const auto& [path, text] : after) come.push_back({path, text});
  const auto read_text = [&](const OneSided& file) -> base::Result<std::optional<std::string>> {
    ++read;
    return std::optional(file.blob);
  };
  const auto found = find_renames(gone, come, read_text, read_text);
  EXPECT_TRUE(found);
  Texts named;
  for (std::size_t i = 0; i < come.size(); ++i)
    if ((*found)[i]) named[come[i].path] = gone[*(*found)[i]].path;
  return named;
}

struct RenamesCase {
  const char* name;
  Texts gone;
  Texts come;
  Texts renamed;  // new path, old path
};

class Renames : public testing::TestWithParam<RenamesCase> {};

TEST_P(Renames, are_found) {
  std::size_t read = 0;
  EXPECT_EQ(renames(GetParam().gone, GetParam().come, read), GetParam().renamed);
}

INSTANTIATE_TEST_SUITE_P(
    Table, Renames,
    testing::Values(
        RenamesCase{"none", {{"a", "One."}}, {{"b", "Two."}}, {}},
        RenamesCase{"same_bytes", {{"a", "One."}}, {{"b", "One."}}, {{"b", "a"}}},
        RenamesCase{"same_bytes_and_name_first",
                    {{"x/a", "One."}, {"x/b", "One."}},
                    {{"y/b", "One."}, {"y/c", "One."}},
                    {{"y/b", "x/b"}, {"y/c", "x/a"}}},
        RenamesCase{"more_copies_than_there_were",
                    {{"a", "One."}},
                    {{"b", "One."}, {"c", "One."}},
                    {{"b", "a"}}},
        RenamesCase{
            "a_sentence_of_one_line_changed",
            {{"a", "A long sentence of many words. Another one. A third one of some words."}},
            {{"b", "A long sentence of many words. A new one. A third one of some words."}},
            {{"b", "a"}}},
        RenamesCase{"less_than_half_kept",
                    {{"a", "Short.\nThis line goes away with all of its words."}},
                    {{"b", "Short.\nThat one comes and says something else."}},
                    {}},
        RenamesCase{"the_most_alike",
                    {{"a", "One line here.\nTwo lines here.\nThree.\n"},
                     {"b", "One line here.\nTwo lines here.\nFour of them.\n"}},
                    {{"c", "One line here.\nTwo lines here.\nFour of them.\nMore.\n"}},
                    {{"c", "b"}}},
        RenamesCase{"empty_files", {{"a", ""}}, {{"b", ""}, {"c", "Text."}}, {}}),
    [](const auto& row) { return row.param.name; });

// Each shares most of its sentences with all others, and one line tells it.
Texts many(const std::string& folder, const std::string& last) {
  Texts texts;
  for (int i = 0; i < 3000; ++i) {
    const std::string number = std::to_string(i);
    texts[folder + "/a" + number] = "# About " + number +
                                    "\n\nThe session takes an hour. Drink water. Wear a hat.\n\n" +
                                    last + '\n';
  }
  return texts;
}

TEST(Renames, of_thousands_are_found_by_one_reading_each) {
  std::size_t read = 0;
  const Texts found =
      renames(many("old", "Talk to us."), many("new", "Talk to your doctor."), read);
  EXPECT_EQ(found.size(), 3000U);
  EXPECT_EQ(found.at("new/a77"), "old/a77");
  EXPECT_EQ(read, 6000U);
  read = 0;
  EXPECT_EQ(renames(many("old", "Rest."), many("new", "Rest."), read).size(), 3000U);
  EXPECT_EQ(read, 0U);
}

}  // namespace
}  // namespace linter::repository
