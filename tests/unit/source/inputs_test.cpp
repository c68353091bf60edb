#include "linter/source/inputs.h"

#include <filesystem>
#include <fstream>
#include <gtest/gtest.h>
#include <sys/stat.h>
#include <unistd.h>

namespace linter::source {
namespace {

const std::map<std::string, std::string>& tree() {
  static const std::map<std::string, std::string> files{
      {"/w/a.md", ""},        {"/w/b.txt", ""},          {"/w/photo.png", ""},
      {"/w/.hidden.md", ""},  {"/w/.site/in.md", ""},    {"/w/docs/one.md", ""},
      {"/w/docs/two.MD", ""}, {"/w/docs/deep/x.md", ""}, {"/w/docs/deep/y.html", ""},
      {"/w/drafts/d.md", ""}, {"/other/o.md", ""},       {"/w/[odd]/name.md", ""},
  };
  return files;
}

bool readable(std::string_view path) {
  for (const std::string_view ending : {".md", ".MD", ".txt", ".html"}) {
    if (path.ends_with(ending)) return true;
  }
  return false;
}

// Ignores every path that holds "drafts", and everything below a root that does.
class NoDrafts : public IgnoreRules {
 public:
  bool apply_below(const std::string& folder) override {
    return folder.find("drafts") == std::string::npos;
  }
  std::string ignored(const std::string& path, bool) override {
    return path.find("drafts") == std::string::npos ? "" : "drafts/ in .galleyignore:1";
  }
};

Inputs found(std::vector<std::string> paths) {
  const auto files = base::memory(tree());
  NoDrafts ignore;
  return find_inputs({.paths = std::move(paths),
                      .working_folder = "/w",
                      .readable = readable,
                      .ignore = &ignore,
                      .interrupted = nullptr,
                      .keep_skipped = true},
                     *files);
}

std::vector<std::string> paths_of(const Inputs& inputs) {
  std::vector<std::string> paths;
  for (const InputFile& file : inputs.files) paths.push_back(file.path);
  return paths;
}

using Paths = std::vector<std::string>;

struct FindCase {
  const char* name;
  Paths asked;
  Paths expected;
};

class FindInputs : public testing::TestWithParam<FindCase> {};

TEST_P(FindInputs, finds_sorted_files_once) {
  const Inputs inputs = found(GetParam().asked);
  EXPECT_EQ(paths_of(inputs), GetParam().expected);
  EXPECT_TRUE(inputs.errors.empty());
}

INSTANTIATE_TEST_SUITE_P(
    Table, FindInputs,
    testing::Values(
        FindCase{"folder",
                 {"docs"},
                 {"/w/docs/deep/x.md", "/w/docs/deep/y.html", "/w/docs/one.md", "/w/docs/two.MD"}},
        FindCase{"working_folder",
                 {"."},
                 {"/w/[odd]/name.md", "/w/a.md", "/w/b.txt", "/w/docs/deep/x.md",
                  "/w/docs/deep/y.html", "/w/docs/one.md", "/w/docs/two.MD"}},
        FindCase{"order_and_spelling_do_not_count",
                 {"./docs/one.md", "b.txt", "a.md", "/w/a.md", "docs/../a.md"},
                 {"/w/a.md", "/w/b.txt", "/w/docs/one.md"}},
        FindCase{"folder_and_its_file",
                 {"docs/deep", "docs/deep/x.md"},
                 {"/w/docs/deep/x.md", "/w/docs/deep/y.html"}},
        FindCase{"named_hidden_file", {".hidden.md"}, {"/w/.hidden.md"}},
        FindCase{"named_hidden_folder", {".site"}, {"/w/.site/in.md"}},
        FindCase{"named_ignored_file", {"drafts/d.md"}, {"/w/drafts/d.md"}},
        FindCase{"named_ignored_folder", {"drafts"}, {"/w/drafts/d.md"}},
        FindCase{"named_unknown_format", {"photo.png"}, {"/w/photo.png"}},
        FindCase{"outside_the_working_folder", {"../other"}, {"/other/o.md"}},
        FindCase{"path_with_brackets_that_is_there", {"[odd]/name.md"}, {"/w/[odd]/name.md"}},
        FindCase{"star", {"*.md"}, {"/w/a.md"}},
        FindCase{"star_in_folder", {"docs/*.md"}, {"/w/docs/one.md"}},
        FindCase{"two_stars",
                 {"**/*.md"},
                 {"/w/[odd]/name.md", "/w/a.md", "/w/docs/deep/x.md", "/w/docs/one.md"}},
        FindCase{"braces", {"docs/deep/*.{html,txt}"}, {"/w/docs/deep/y.html"}},
        FindCase{"pattern_matches_folder",
                 {"do*"},
                 {"/w/docs/deep/x.md", "/w/docs/deep/y.html", "/w/docs/one.md", "/w/docs/two.MD"}},
        FindCase{"pattern_for_hidden", {".s*/*.md"}, {"/w/.site/in.md"}},
        FindCase{"pattern_outside", {"../oth*/*.md"}, {"/other/o.md"}},
        FindCase{"absolute_pattern", {"/w/**/x.md"}, {"/w/docs/deep/x.md"}}),
    [](const auto& row) { return row.param.name; });

TEST(FindInputs, tells_what_was_skipped_and_why) {
  const Inputs inputs = found({"."});
  std::vector<std::string> seen;
  for (const SkippedEntry& entry : inputs.skipped) {
    seen.push_back(entry.path + ": " + std::string(describe(entry.reason)) + " " + entry.detail);
  }
  EXPECT_EQ(seen, (Paths{"/w/.hidden.md: hidden ", "/w/.site: hidden ",
                         "/w/drafts: ignored drafts/ in .galleyignore:1",
                         "/w/photo.png: not a format that galley reads "}));
}

TEST(FindInputs, what_is_named_is_not_skipped) {
  const Inputs inputs = found({".", ".hidden.md"});
  EXPECT_EQ(inputs.files.front().path, "/w/.hidden.md");
  EXPECT_TRUE(inputs.files.front().named);
  EXPECT_FALSE(inputs.files.back().named);
  EXPECT_EQ(inputs.skipped.front().path, "/w/.site");
}

struct ErrorCase {
  const char* name;
  const char* asked;
  base::ErrorCode code;
  const char* file;
};

class FindInputsErrors : public testing::TestWithParam<ErrorCase> {};

TEST_P(FindInputsErrors, the_rest_is_found) {
  const Inputs inputs = found({GetParam().asked, "a.md"});
  EXPECT_EQ(paths_of(inputs), Paths{"/w/a.md"});
  ASSERT_EQ(inputs.errors.size(), 1U);
  EXPECT_EQ(inputs.errors[0].code, GetParam().code);
  EXPECT_EQ(inputs.errors[0].file, GetParam().file);
}

INSTANTIATE_TEST_SUITE_P(Table, FindInputsErrors,
                         testing::Values(ErrorCase{"missing", "./nope.md",
                                                   base::ErrorCode::missing_path, "nope.md"},
                                         ErrorCase{"pattern_without_match", "docs/*.txt",
                                                   base::ErrorCode::missing_path, "docs/*.txt"},
                                         ErrorCase{"pattern_in_missing_folder", "nope/*.md",
                                                   base::ErrorCode::missing_path, "nope/*.md"},
                                         ErrorCase{"bad_pattern", "docs/[a.md",
                                                   base::ErrorCode::bad_value, "docs/[a.md"}),
                         [](const auto& row) { return row.param.name; });

TEST(FindInputs, stops_when_interrupted) {
  const auto files = base::memory(tree());
  const std::atomic<bool> interrupted = true;
  const Inputs inputs = find_inputs({.paths = {"."},
                                     .working_folder = "/w",
                                     .readable = readable,
                                     .ignore = nullptr,
                                     .interrupted = &interrupted},
                                    *files);
  EXPECT_TRUE(inputs.files.empty());
}

// A disk on which nobody may look into /w/docs.
class Locked : public base::FileSystem {
 public:
  base::FileStatus status(const std::string& path) const override { return files_->status(path); }
  base::Result<std::string> read(const std::string& path, std::uint64_t limit) const override {
    return files_->read(path, limit);
  }
  base::Result<std::vector<base::FolderEntry>> list(const std::string& path) const override {
    if (path == "/w/docs")
      return base::fail(base::ErrorCode::unreadable_file, "cannot be read: no rights", path);
    return files_->list(path);
  }
  base::Result<void> write(const std::string& path, std::string_view bytes) override {
    return files_->write(path, bytes);
  }

 private:
  std::unique_ptr<base::FileSystem> files_ = base::memory(tree());
};

TEST(FindInputs, unreadable_folders_are_errors_and_the_rest_is_found) {
  const Locked files;
  const Inputs inputs = find_inputs({.paths = {"."},
                                     .working_folder = "/w",
                                     .readable = readable,
                                     .ignore = nullptr,
                                     .interrupted = nullptr},
                                    files);
  EXPECT_EQ(paths_of(inputs), (Paths{"/w/[odd]/name.md", "/w/a.md", "/w/b.txt", "/w/drafts/d.md"}));
  ASSERT_EQ(inputs.errors.size(), 1U);
  EXPECT_EQ(inputs.errors[0].code, base::ErrorCode::unreadable_file);
  EXPECT_EQ(inputs.errors[0].file, "/w/docs");
}

// Links, loops and pipes need a disk.
class FindInputsOnDisk : public testing::Test {
 protected:
  FindInputsOnDisk() {
    std::string name = std::filesystem::temp_directory_path() / "galley-inputs-XXXXXX";
    folder_ = ::mkdtemp(name.data());
  }
  ~FindInputsOnDisk() override {
    std::error_code ignored;
    std::filesystem::remove_all(folder_, ignored);
  }
  void write(const std::string& path) {
    std::filesystem::create_directories((folder_ / path).parent_path());
    std::ofstream(folder_ / path) << "Text.\n";
  }
  void link(const std::string& target, const std::string& path) {
    std::filesystem::create_symlink(target, folder_ / path);
  }
  [[nodiscard]] Paths found(std::vector<std::string> paths, std::vector<base::Error>* errors = {}) {
    const auto disk = base::disk();
    Inputs inputs = find_inputs({.paths = std::move(paths),
                                 .working_folder = folder_.string(),
                                 .readable = readable,
                                 .ignore = nullptr,
                                 .interrupted = nullptr},
                                *disk);
    if (errors != nullptr) *errors = inputs.errors;
    Paths relative;
    for (const InputFile& file : inputs.files)
      relative.push_back(base::relative_path(file.path, folder_.string()));
    return relative;
  }
  std::filesystem::path folder_;
};

TEST_F(FindInputsOnDisk, walks_follow_no_links) {
  write("in/a.md");
  write("out/secret.md");
  link("../out/secret.md", "in/file-link.md");
  link("../out", "in/folder-link");
  link("..", "in/loop");
  link("nowhere", "in/broken.md");
  EXPECT_EQ(found({"in"}), Paths{"in/a.md"});
}

TEST_F(FindInputsOnDisk, named_links_are_followed_but_each_file_is_checked_once) {
  write("real/a.md");
  link("real", "alias");
  link("real/a.md", "named.md");
  EXPECT_EQ(found({"named.md"}), Paths{"named.md"});
  EXPECT_EQ(found({"alias"}), Paths{"alias/a.md"});
  EXPECT_EQ(found({"named.md", "real", "alias", "alias/a.md"}), Paths{"alias/a.md"});
  EXPECT_EQ(found({"real", "alias/a.md", "named.md"}), Paths{"alias/a.md"});
}

TEST_F(FindInputsOnDisk, hard_links_are_different_articles) {
  write("a.md");
  std::filesystem::create_hard_link(folder_ / "a.md", folder_ / "b.md");
  EXPECT_EQ(found({"."}), (Paths{"a.md", "b.md"}));
}

TEST_F(FindInputsOnDisk, pipes_are_skipped_on_walks_and_refused_by_name) {
  write("a.md");
  ASSERT_EQ(::mkfifo((folder_ / "pipe.md").c_str(), 0600), 0);
  std::vector<base::Error> errors;
  EXPECT_EQ(found({"."}, &errors), Paths{"a.md"});
  EXPECT_TRUE(errors.empty());
  EXPECT_EQ(found({"pipe.md", "a.md"}, &errors), Paths{"a.md"});
  ASSERT_EQ(errors.size(), 1U);
  EXPECT_EQ(errors[0].code, base::ErrorCode::unreadable_file);
}

}  // namespace
}  // namespace linter::source
