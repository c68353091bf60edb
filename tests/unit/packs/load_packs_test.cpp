#include <gtest/gtest.h>

#include "linter/packs/load.h"

namespace linter::packs {
namespace {

std::string pack(const std::string& id, const std::string& needs = "") {
  return "pack: " + id + "\n" + (needs.empty() ? "" : "needs: [" + needs + "]\n");
}

struct PacksRow {
  const char* name;
  std::map<std::string, std::string> files;
  std::vector<std::string> wanted;
  std::vector<std::string> ids;
  std::vector<std::string> errors;
};

TEST(LoadPacks, resolves_names_paths_and_needs) {
  const std::vector<PacksRow> rows = {
      {"shipped by name", {{"data/a/pack.yaml", pack("a")}}, {"a"}, {"a"}, {}},
      {"a path", {{"home/x/pack.yaml", pack("x")}}, {"./x"}, {"x"}, {}},
      {"a path of one file", {{"home/x.yaml", pack("x") + "rules: []\n"}}, {"x.yaml"}, {"x"}, {}},
      {"an absolute path", {{"/else/x/pack.yaml", pack("x")}}, {"/else/x"}, {"x"}, {}},
      {"what is needed comes first",
       {{"data/a/pack.yaml", pack("a", "b")},
        {"data/b/pack.yaml", pack("b", "c")},
        {"data/c/pack.yaml", pack("c")}},
       {"a", "c"},
       {"c", "b", "a"},
       {}},
      {"needed from beside, then from the shipped",
       {{"home/x/pack.yaml", pack("x", "y, a")},
        {"home/y/pack.yaml", pack("y")},
        {"data/a/pack.yaml", pack("a")}},
       {"./x"},
       {"y", "a", "x"},
       {}},
      {"a pack that is wanted twice", {{"data/a/pack.yaml", pack("a")}}, {"a", "a"}, {"a"}, {}},
      {"a misspelt name",
       {{"data/plain-english/pack.yaml", pack("plain-english")}},
       {"plain-englsh"},
       {},
       {":0:0 unknown-pack: there is no pack 'plain-englsh' (did you mean 'plain-english'?): name "
        "a shipped pack, or "
        "give a path such as ./plain-englsh"}},
      {"a need that is not there",
       {{"data/a/pack.yaml", pack("a", "zz")}},
       {"a"},
       {"a"},
       {"data/a/pack.yaml:2:9 unknown-pack: there is no pack 'zz': what is needed stands beside "
        "this pack or is a shipped one (a)"}},
      {"several in one text",
       {{"data/a/pack.yaml", pack("a")}},
       {"default, foo"},
       {},
       {":0:0 unknown-pack: there is no pack 'default, foo': write several as a list, [default, "
        "foo]"}},
      {"the word for what is usual, misspelt",
       {{"data/a/pack.yaml", pack("a")}},
       {"defualt"},
       {},
       {":0:0 unknown-pack: there is no pack 'defualt' (did you mean 'default'?): name a shipped "
        "pack, or give a path such as ./defualt"}},
      {"a circle",
       {{"data/a/pack.yaml", pack("a", "b")}, {"data/b/pack.yaml", pack("b", "a")}},
       {"a"},
       {"b", "a"},
       {"data/b/pack.yaml:2:9 unknown-pack: the pack 'data/a' needs itself through the packs it "
        "needs: break the "
        "circle"}},
      {"two packs of one name",
       {{"data/a/pack.yaml", pack("a")}, {"home/a/pack.yaml", pack("a")}},
       {"a", "./a"},
       {"a"},
       {"home/a/pack.yaml:0:0 duplicate-id: the pack id 'a' is taken by data/a/pack.yaml: give one "
        "of the two another "
        "id"}},
      {"a name that climbs",
       {{"secret/pack.yaml", pack("secret")}},
       {".."},
       {},
       {":0:0 unknown-pack: there is no pack '..': name a shipped pack, or give a path such as "
        "./.."}},
  };
  for (const PacksRow& row : rows) {
    SCOPED_TRACE(row.name);
    const auto files = base::memory(row.files);
    const auto loaded = load_packs(*files, row.wanted, {"data", "home"});
    std::vector<std::string> ids;
    for (const Pack& one : loaded.value) ids.push_back(one.id);
    EXPECT_EQ(ids, row.ids);
    std::vector<std::string> errors;
    for (const base::Error& error : loaded.errors) {
      errors.push_back(error.file + ":" + std::to_string(error.line) + ":" +
                       std::to_string(error.column) + " " +
                       std::string(base::code_name(error.code)) + ": " + error.message);
    }
    EXPECT_EQ(errors, row.errors);
  }
}

TEST(LoadPacks, a_path_that_is_not_there_is_an_error) {
  const auto files = base::memory({});
  const std::vector<std::string> wanted{"./nowhere"};
  const auto loaded = load_packs(*files, wanted, {"data", "home"});
  ASSERT_EQ(loaded.errors.size(), 1U);
  EXPECT_EQ(loaded.errors[0].code, base::ErrorCode::missing_path);
  EXPECT_EQ(loaded.errors[0].file, "home/nowhere");
}

TEST(LoadPacks, lists_the_shipped_packs) {
  const auto files =
      base::memory({{"data/b/pack.yaml", ""}, {"data/a/pack.yaml", ""}, {"data/readme.md", ""}});
  EXPECT_EQ(shipped_packs(*files, "data"), (std::vector<std::string>{"a", "b"}));
}

}  // namespace
}  // namespace linter::packs
