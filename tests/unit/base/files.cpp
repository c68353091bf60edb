#include "linter/base/files.h"

#include <csignal>
#include <filesystem>
#include <fstream>
#include <gtest/gtest.h>
#include <string>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <thread>
#include <unistd.h>
#include <vector>

#include "tests/support/scratch.h"

namespace linter::base {
namespace {

namespace fs = std::filesystem;

constexpr std::uint64_t no_limit = 1U << 30U;

void put(const std::string& path, std::string_view bytes) {
  std::ofstream(path, std::ios::binary)
      .write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
}

ErrorCode code_of(const auto& result) {
  return result ? ErrorCode::internal : result.error().code;
}

// Both file systems hold a.md ("alpha"), sub/b.md ("") and sub/deep/c.md.
class EveryFileSystem : public testing::TestWithParam<std::string_view> {
 protected:
  void SetUp() override {
    if (GetParam() == "memory") {
      files_ = memory({{"a.md", "alpha"}, {"./sub/b.md", ""}, {"sub/deep/c.md", "gamma"}});
      return;
    }
    root_ = scratch_.path() + "/";
    fs::create_directories(root_ + "sub/deep");
    put(root_ + "a.md", "alpha");
    put(root_ + "sub/b.md", "");
    put(root_ + "sub/deep/c.md", "gamma");
    files_ = disk();
  }

  tests::Scratch scratch_;
  std::string root_;
  std::unique_ptr<FileSystem> files_;
};

TEST_P(EveryFileSystem, tells_what_stands_at_a_path) {
  EXPECT_EQ(files_->status(root_ + "a.md").kind, FileKind::regular);
  EXPECT_EQ(files_->status(root_ + "a.md").size, 5U);
  EXPECT_EQ(files_->status(root_ + "sub/../a.md").kind, FileKind::regular);
  EXPECT_EQ(files_->status(root_ + "sub").kind, FileKind::folder);
  EXPECT_EQ(files_->status(root_ + "sub/").kind, FileKind::folder);
  EXPECT_EQ(files_->status(root_ + "su").kind, FileKind::missing);
  EXPECT_EQ(files_->status(root_ + "a.md/x").kind, FileKind::missing);
  EXPECT_EQ(files_->status(root_ + std::string("a.md\0x", 6)).kind, FileKind::missing);
  EXPECT_EQ(files_->status("").kind, FileKind::missing);
  EXPECT_EQ(files_->status("/").kind, FileKind::folder);
  EXPECT_EQ(files_->status(".").kind, FileKind::folder);
  EXPECT_EQ(files_->status(root_ + "a.md").identity, files_->status(root_ + "./a.md").identity);
  EXPECT_NE(files_->status(root_ + "a.md").identity, files_->status(root_ + "sub").identity);
}

TEST_P(EveryFileSystem, tells_what_stands_below_a_folder) {
  const std::vector<std::string> below{"a.md", "sub", "sub/../a.md", "su",  "a.md/x",
                                       "",     ".",   "/a.md",       "sub/", std::string("a\0", 2)};
  for (const std::string& folder : {root_ + ".", root_ + "sub/..", root_ + "su", std::string()}) {
    const std::vector<FileStatus> found = files_->statuses(folder, below);
    ASSERT_EQ(found.size(), below.size());
    for (std::size_t i = 0; i < below.size(); ++i) {
      const FileStatus alone = files_->status(folder + '/' + below[i]);
      EXPECT_EQ(found[i].kind, alone.kind) << folder << ' ' << below[i];
      EXPECT_EQ(found[i].identity, alone.identity) << folder << ' ' << below[i];
      EXPECT_EQ(found[i].changed, alone.changed) << folder << ' ' << below[i];
    }
  }
}

TEST_P(EveryFileSystem, reads_whole_files) {
  EXPECT_EQ(files_->read(root_ + "a.md", no_limit), "alpha");
  EXPECT_EQ(files_->read(root_ + "sub/b.md", 0), "");
  EXPECT_EQ(files_->read(root_ + "a.md", 5), "alpha");
  const auto large = files_->read(root_ + "a.md", 4);
  EXPECT_EQ(code_of(large), ErrorCode::too_large);
  EXPECT_EQ(large.error().file, root_ + "a.md");
  EXPECT_NE(large.error().message.find("5 bytes"), std::string::npos) << large.error().message;
  EXPECT_NE(large.error().message.find("4"), std::string::npos) << large.error().message;
  EXPECT_EQ(code_of(files_->read(root_ + "none.md", no_limit)), ErrorCode::missing_path);
  EXPECT_EQ(code_of(files_->read(root_ + "a.md/x", no_limit)), ErrorCode::missing_path);
  EXPECT_EQ(code_of(files_->read("", no_limit)), ErrorCode::missing_path);
  EXPECT_EQ(code_of(files_->read(root_ + std::string("a.md\0", 5), no_limit)),
            ErrorCode::missing_path);
  EXPECT_EQ(code_of(files_->read(root_ + "sub", no_limit)), ErrorCode::unreadable_file);
}

TEST_P(EveryFileSystem, lists_folders_by_name) {
  const auto entries = files_->list(root_.empty() ? "." : root_);
  ASSERT_TRUE(entries);
  ASSERT_EQ(entries->size(), 2U);
  EXPECT_EQ((*entries)[0].name, "a.md");
  EXPECT_EQ((*entries)[0].status.size, 5U);
  EXPECT_EQ((*entries)[1].name, "sub");
  EXPECT_EQ((*entries)[1].status.kind, FileKind::folder);
  EXPECT_EQ(files_->list(root_ + "sub")->size(), 2U);
  EXPECT_EQ(code_of(files_->list(root_ + "none")), ErrorCode::missing_path);
  EXPECT_EQ(code_of(files_->list(root_ + "a.md")), ErrorCode::unreadable_file);
}

TEST_P(EveryFileSystem, writes_and_replaces) {
  EXPECT_TRUE(files_->write(root_ + "sub/new.md", "one"));
  EXPECT_EQ(files_->read(root_ + "sub/new.md", no_limit), "one");
  EXPECT_TRUE(files_->write(root_ + "sub/new.md", ""));
  EXPECT_EQ(files_->read(root_ + "sub/new.md", no_limit), "");
  EXPECT_EQ(files_->list(root_ + "sub")->size(), 3U) << "nothing is left beside it";
  EXPECT_EQ(code_of(files_->write(root_ + "sub", "x")), ErrorCode::write_failed);
  EXPECT_EQ(code_of(files_->write("", "x")), ErrorCode::write_failed);
  EXPECT_EQ(code_of(files_->write(root_ + "a.md/x", "x")), ErrorCode::write_failed);
  EXPECT_EQ(files_->read(root_ + "a.md", no_limit), "alpha");
}

TEST_P(EveryFileSystem, serves_several_threads) {
  {
    std::vector<std::jthread> threads;
    for (int thread = 0; thread < 4; ++thread) {
      threads.emplace_back([this, thread] {
        for (int i = 0; i < 20; ++i) {
          EXPECT_TRUE(files_->write(root_ + "shared.md",
                                    std::string(1'000, static_cast<char>('a' + thread))));
          const auto text = files_->read(root_ + "shared.md", no_limit);
          ASSERT_TRUE(text);
          EXPECT_EQ(*text, std::string(1'000, text->front())) << "a reader sees one writer's bytes";
        }
      });
    }
  }
  EXPECT_EQ(files_->list(root_.empty() ? "." : root_)->size(), 3U);
}

INSTANTIATE_TEST_SUITE_P(Files, EveryFileSystem, testing::Values("memory", "disk"),
                         [](const auto& kind) { return std::string(kind.param); });

TEST(MemoryFiles, are_found_by_any_spelling_and_sorted_by_name) {
  const auto files =
      memory({{"/x/b-c", ""}, {"/x/b/d", ""}, {"/x/b.d", ""}, {"/x/./b/../b/e", "1"}});
  const auto entries = files->list("/x/");
  ASSERT_TRUE(entries);
  std::string names;
  for (const FolderEntry& entry : *entries) names += entry.name + " ";
  EXPECT_EQ(names, "b b-c b.d ");
  EXPECT_EQ(files->read("//x//b/e", no_limit), "1");
  EXPECT_EQ(memory({})->list(".")->size(), 0U);
}

class Disk : public testing::Test {
 protected:
  [[nodiscard]] std::string path(std::string_view name) const {
    return scratch_.path() + "/" + std::string(name);
  }
  [[nodiscard]] std::size_t entries() const { return files_->list(scratch_.path())->size(); }

  tests::Scratch scratch_;
  std::unique_ptr<FileSystem> files_ = disk();
};

TEST_F(Disk, refuses_what_is_no_file_without_waiting) {
  ASSERT_EQ(::mkfifo(path("pipe").c_str(), 0600), 0);
  fs::create_symlink("pipe", path("link"));
  for (const std::string& other : {path("pipe"), path("link"), std::string("/dev/zero")}) {
    const auto read = files_->read(other, no_limit);
    EXPECT_EQ(code_of(read), ErrorCode::unreadable_file) << other;
    EXPECT_EQ(read.error().file, other);
    EXPECT_EQ(files_->status(other).kind, FileKind::other) << other;
  }
  EXPECT_EQ(code_of(files_->write(path("pipe"), "x")), ErrorCode::write_failed);
  EXPECT_EQ(code_of(files_->write("/dev/null", "x")), ErrorCode::write_failed);
  EXPECT_TRUE(fs::is_fifo(path("pipe")));
}

TEST_F(Disk, gives_the_systems_reason) {
  const auto read = files_->read("/proc/self/mem", no_limit);
  EXPECT_EQ(code_of(read), ErrorCode::unreadable_file);
  EXPECT_NE(read.error().message.find("Input/output error"), std::string::npos)
      << read.error().message;
  EXPECT_EQ(code_of(files_->read(path(std::string(300, 'n')), no_limit)),
            ErrorCode::unreadable_file);
}

TEST_F(Disk, reads_files_that_do_not_tell_their_size) {
  const auto read = files_->read("/proc/self/status", no_limit);
  ASSERT_TRUE(read);
  EXPECT_NE(read->find("VmPeak"), std::string::npos);
  EXPECT_EQ(code_of(files_->read("/proc/self/status", 10)), ErrorCode::too_large);
}

TEST_F(Disk, follows_links_and_tells_that_it_did) {
  put(path("file"), "text");
  fs::create_symlink("file", path("link"));
  fs::create_symlink("nowhere", path("dangling"));
  fs::create_symlink("loop", path("loop"));
  EXPECT_TRUE(files_->status(path("link")).is_link);
  EXPECT_EQ(files_->status(path("link")).kind, FileKind::regular);
  EXPECT_EQ(files_->status(path("link")).identity, files_->status(path("file")).identity);
  EXPECT_EQ(files_->read(path("link"), no_limit), "text");
  for (const std::string_view broken : {"dangling", "loop"}) {
    EXPECT_TRUE(files_->status(path(broken)).is_link) << broken;
    EXPECT_EQ(files_->status(path(broken)).kind, FileKind::missing) << broken;
    EXPECT_FALSE(files_->read(path(broken), no_limit)) << broken;
  }
  const std::vector<std::string> below{"link", "file", "dangling"};
  const std::vector<FileStatus> found = files_->statuses(path("."), below);
  EXPECT_TRUE(found[0].is_link);
  EXPECT_EQ(found[0].identity, found[1].identity);
  EXPECT_FALSE(found[1].is_link);
  EXPECT_TRUE(found[2].is_link);
  EXPECT_EQ(found[2].kind, FileKind::missing);
}

TEST_F(Disk, never_writes_through_a_link) {
  put(path("file"), "text");
  fs::create_symlink("file", path("link"));
  const auto written = files_->write(path("link"), "other");
  EXPECT_EQ(code_of(written), ErrorCode::write_failed);
  EXPECT_EQ(files_->read(path("file"), no_limit), "text");
  EXPECT_TRUE(fs::is_symlink(path("link")));
}

TEST_F(Disk, refuses_to_replace_what_is_read_only) {
  put(path("locked"), "old");
  fs::permissions(path("locked"), fs::perms::owner_read | fs::perms::group_read);
  EXPECT_EQ(code_of(files_->write(path("locked"), "new")), ErrorCode::write_failed);
  EXPECT_EQ(files_->read(path("locked"), no_limit), "old");
}

TEST_F(Disk, keeps_the_permissions_of_what_it_replaces) {
  put(path("script"), "old");
  fs::permissions(path("script"), fs::perms::owner_all | fs::perms::group_read);
  EXPECT_TRUE(files_->write(path("script"), "new"));
  EXPECT_EQ(fs::status(path("script")).permissions(), fs::perms::owner_all | fs::perms::group_read);
  const mode_t old = ::umask(027);
  EXPECT_TRUE(files_->write(path("fresh"), "new"));
  ::umask(old);
  EXPECT_EQ(static_cast<unsigned>(fs::status(path("fresh")).permissions()), 0640U);
}

// A full disk, played by a limit on the size of files: the kernel refuses the write in the middle.
TEST_F(Disk, leaves_the_target_as_it_was_when_the_disk_is_full) {
  put(path("report"), "old");
  rlimit before{};
  ASSERT_EQ(::getrlimit(RLIMIT_FSIZE, &before), 0);
  const auto handler = std::signal(SIGXFSZ, SIG_IGN);
  const rlimit small{.rlim_cur = 8'192, .rlim_max = before.rlim_max};
  ASSERT_EQ(::setrlimit(RLIMIT_FSIZE, &small), 0);
  const auto written = files_->write(path("report"), std::string(100'000, 'x'));
  const auto fresh = files_->write(path("fresh"), std::string(100'000, 'x'));
  ASSERT_EQ(::setrlimit(RLIMIT_FSIZE, &before), 0);
  std::signal(SIGXFSZ, handler);
  EXPECT_EQ(code_of(written), ErrorCode::write_failed);
  EXPECT_EQ(code_of(fresh), ErrorCode::write_failed);
  EXPECT_EQ(written.error().file, path("report"));
  EXPECT_EQ(files_->read(path("report"), no_limit), "old");
  EXPECT_EQ(entries(), 1U) << "nothing is left behind";
}

TEST_F(Disk, cannot_write_where_there_is_no_folder) {
  const auto written = files_->write(path("none/report"), "x");
  EXPECT_EQ(code_of(written), ErrorCode::write_failed);
  EXPECT_NE(written.error().message.find("No such file"), std::string::npos)
      << written.error().message;
  EXPECT_EQ(entries(), 0U);
}

TEST_F(Disk, writes_into_the_working_folder) {
  const std::string before = working_folder();
  ASSERT_EQ(::chdir(scratch_.path().c_str()), 0);
  const auto written = files_->write("plain.md", "x");
  ASSERT_EQ(::chdir(before.c_str()), 0);
  EXPECT_TRUE(written);
  EXPECT_EQ(files_->read(path("plain.md"), no_limit), "x");
}

}  // namespace
}  // namespace linter::base
