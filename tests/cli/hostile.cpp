// Input that is made to hurt, from outside: galley says what is wrong, soon, and without much
// memory.
#include <algorithm>
#include <csignal>
#include <fcntl.h>
#include <filesystem>
#include <gtest/gtest.h>
#include <sys/stat.h>
#include <unistd.h>

#include "tests/support/build.h"
#include "tests/support/golden.h"
#include "tests/support/scratch.h"
#include "tests/support/shell.h"

namespace {

namespace fs = std::filesystem;
using std::chrono::milliseconds;
using std::chrono::seconds;

std::string repeated(std::string_view text, std::size_t count) {
  std::string out;
  out.reserve(text.size() * count);
  for (std::size_t i = 0; i < count; ++i) out += text;
  return out;
}

class Hostile : public testing::Test {
 protected:
  tests::Command command(std::vector<std::string> arguments) const {
    arguments.insert(arguments.begin(), tests::galley_program());
    return {.arguments = std::move(arguments), .folder = scratch.path(), .limit = seconds(120)};
  }
  tests::Ended check(const std::string& path) const {
    return tests::run(command({"check", "--format", "line", path}));
  }

  tests::Scratch scratch;
};

void expect_error(const tests::Ended& ended, const std::string& path, const std::string& code) {
  EXPECT_EQ(ended.exit, 2);
  EXPECT_FALSE(ended.timed_out);
  EXPECT_TRUE(ended.err.starts_with("galley: " + path + ":")) << ended.err;
  EXPECT_TRUE(ended.err.ends_with("[" + code + "]\n")) << ended.err;
}

TEST_F(Hostile, file_of_200_megabytes_is_refused_unread) {
  const std::string path = scratch.write("huge.md", "Text.\n");
  fs::resize_file(path, 200'000'000);
  const auto ended = check("huge.md");
  expect_error(ended, "huge.md", "too-large");
  if (!tests::is_sanitized()) {
    EXPECT_LT(ended.peak_kilobytes, 100'000U);
  }
}

TEST_F(Hostile, line_of_10_megabytes) {
  const std::size_t sentences = tests::is_sanitized() ? 27'000 : 270'000;
  const std::string sentence = "Rest for a day and drink some water. ";
  scratch.write("line.md", repeated(sentence, sentences) + "A completly new word.\n");
  const auto ended = check("line.md");
  EXPECT_FALSE(ended.timed_out);
  EXPECT_EQ(ended.err, "");
  const std::string column = std::to_string(sentence.size() * sentences + 3);
  EXPECT_NE(ended.out.find("line.md:1:" + column + ":spelling.unknown-word:"), std::string::npos)
      << ended.out.substr(0, 300);
  EXPECT_EQ(std::ranges::count(ended.out, '\n'), 2) << "the sentence stands twice, told once";
  EXPECT_EQ(ended.exit, 1);
}

TEST_F(Hostile, nul_bytes_are_a_binary_file) {
  scratch.write("nul.md", std::string("A line.\n\0\0\0", 11));
  expect_error(check("nul.md"), "nul.md", "unreadable-file");
}

struct Nesting {
  const char* name;
  std::string file;
  std::string text;
};

class HostileNesting : public Hostile, public testing::WithParamInterface<Nesting> {};

TEST_P(HostileNesting, ends_soon) {
  scratch.write(GetParam().file, GetParam().text);
  const auto ended = check(GetParam().file);
  EXPECT_FALSE(ended.timed_out);
  EXPECT_LE(ended.exit, 2) << ended.err;
  if (ended.exit == 2) expect_error(ended, GetParam().file, "nesting-too-deep");
  if (!tests::is_sanitized()) {
    EXPECT_LT(ended.peak_kilobytes, 500'000U);
  }
}

constexpr std::size_t deep = 100'000;

INSTANTIATE_TEST_SUITE_P(
    kinds, HostileNesting,
    testing::Values(Nesting{"quotes", "a.md", repeated("> ", deep) + "text\n"},
                    Nesting{"lists", "a.md", repeated("- ", deep) + "text\n"},
                    Nesting{"emphasis", "a.md", repeated("*a _b ", deep) + "\n"},
                    Nesting{"brackets", "a.md", repeated("![[](", deep) + "\n"},
                    Nesting{"clauses", "a.md",
                            repeated("microneedling has no side effects because ", deep / 20) + "it is safe.\n"},
                    Nesting{"html", "a.html", repeated("<div><p>", deep) + "text\n"},
                    Nesting{"html_in_markdown", "a.md", repeated("<div>\n\n", deep) + "text\n"},
                    Nesting{"jsx", "a.mdx", repeated("<A>{", deep) + "text\n"},
                    Nesting{"yaml", "a.md", "---\ntitle: " + repeated("[", deep) + "\n---\ntext\n"},
                    Nesting{"toml", "a.md",
                            "+++\ntitle = " + repeated("[", deep) + "\n+++\ntext\n"}),
    [](const auto& row) { return row.param.name; });

TEST_F(Hostile, alias_bomb_in_front_matter) {
  std::string text = "---\na: &a [x, x, x, x, x, x, x, x, x, x]\n";
  for (char name = 'b'; name < 'k'; ++name) {
    const std::string before(1, static_cast<char>(name - 1));
    text += std::string(1, name) + ": &" + name + " [" + repeated("*" + before + ", ", 9) + "*" +
            before + "]\n";
  }
  scratch.write("bomb.md", text + "title: *j\n---\nText.\n");
  expect_error(check("bomb.md"), "bomb.md", "too-many-aliases");
  scratch.write(".galley.yaml", text);
  scratch.write("a.md", "Text.\n");
  const auto ended = check("a.md");
  expect_error(ended, ".galley.yaml", "too-many-aliases");
}

TEST_F(Hostile, pipe_and_device_are_not_read) {
  ASSERT_EQ(::mkfifo((scratch.path() + "/pipe.md").c_str(), 0600), 0);
  expect_error(check("pipe.md"), "pipe.md", "unreadable-file");
  EXPECT_EQ(check("/dev/zero").exit, 2);
  scratch.write("a.md", "Rest for a day.\n");
  EXPECT_EQ(check(".").exit, 0) << "a pipe that is met on a walk is skipped";
}

TEST_F(Hostile, file_without_permission) {
  fs::permissions(scratch.write("secret.md", "Text.\n"), fs::perms::none);
  scratch.write("typo.md", "A completly new word.\n");
  auto without_rights = command({"check", "--format", "line", "."});
  if (::geteuid() == 0) {  // root may read everything unless it gives that right away
    const std::vector<std::string> give_away{"setpriv",
                                             "--bounding-set=-dac_override,-dac_read_search"};
    without_rights.arguments.insert(without_rights.arguments.begin(), give_away.begin(),
                                    give_away.end());
  }
  const auto ended = tests::run(without_rights);
  EXPECT_EQ(ended.exit, 2);
  EXPECT_NE(ended.err.find("galley: secret.md: cannot be read: Permission denied"),
            std::string::npos)
      << ended.err;
  EXPECT_TRUE(ended.out.starts_with("typo.md:1:3:spelling.unknown-word:")) << ended.out;
}

TEST_F(Hostile, folder_loop_and_links_out_of_the_tree) {
  const tests::Scratch outside;
  outside.write("outside.md", "Wrnog words.\n");
  scratch.write("tree/a.md", "Rest for a day.\n");
  fs::create_directory_symlink("..", scratch.path() + "/tree/loop");
  fs::create_directory_symlink(outside.path(), scratch.path() + "/tree/out");
  fs::create_symlink(outside.path() + "/outside.md", scratch.path() + "/tree/out.md");
  const auto ended = check("tree");
  EXPECT_EQ(ended.exit, 0) << ended.out << ended.err;
  EXPECT_EQ(ended.out + ended.err, "");
}

// An article whose report is longer, in each format, than what galley and a pipe hold back.
std::string many_findings() {
  return repeated("Some completly wrnog words stand in every sentense of it.\n\n", 1'000);
}

TEST_F(Hostile, disk_full_leaves_no_half_report) {
  scratch.write("a.md", many_findings());
  scratch.write("report.json", "old\n");
  // A file may have one block of 512 bytes; the rest is refused as on a full disk.
  const auto ended = tests::run_shell(
      "ulimit -f 1; galley check a.md --format json --output report.json", scratch.path());
  EXPECT_EQ(ended.exit, 2);
  EXPECT_NE(ended.err.find("[write-failed]"), std::string::npos) << ended.err;
  EXPECT_EQ(tests::read_file(scratch.path() + "/report.json"), "old\n");
  EXPECT_EQ(std::distance(fs::directory_iterator(scratch.path()), {}), 2);
  const auto to_standard_output = tests::run_shell("galley check a.md >/dev/full", scratch.path());
  EXPECT_EQ(to_standard_output.exit, 2);
  EXPECT_NE(to_standard_output.err.find("No space left on device"), std::string::npos);
}

TEST_F(Hostile, closed_standard_output_ends_it_quietly) {
  scratch.write("a.md", many_findings());
  for (const char* format : {"text", "line", "json", "jsonl"}) {
    auto early = command({"check", "a.md", "--format", format});
    early.close_output_after = 1000;
    const auto ended = tests::run(early);
    EXPECT_EQ(ended.exit, 1) << format;
    EXPECT_EQ(ended.err, "") << format;
  }
}

TEST_F(Hostile, standard_streams_that_are_closed_from_the_start) {
  scratch.write("a.md", "Rest for a day.\n");
  const auto ended = tests::run_shell("galley check a.md <&- >&- 2>&-", scratch.path());
  EXPECT_EQ(ended.exit, 2);  // the report is lost
  EXPECT_EQ(tests::read_file(scratch.path() + "/a.md"), "Rest for a day.\n");
}

TEST_F(Hostile, a_signal_ends_it_without_a_report_and_with_130) {
  // Ten thousand names of one article: some minutes of work for some bytes of disk.
  const std::string article = scratch.write("articles/0.md", many_findings());
  for (int i = 1; i < 10'000; ++i) {
    fs::create_hard_link(article, scratch.path() + "/articles/" + std::to_string(i) + ".md");
  }
  auto interrupted = command({"check", "articles", "--format", "json", "--output", "report.json"});
  interrupted.signal_after = milliseconds(150);
  for (const int signal : {SIGINT, SIGTERM, SIGHUP}) {
    interrupted.signal = signal;
    const auto ended = tests::run(interrupted);
    EXPECT_EQ(ended.exit, 130) << signal;
    EXPECT_EQ(ended.out, "");
    EXPECT_EQ(ended.err, "galley: interrupted; nothing is reported\n");
    EXPECT_EQ(std::distance(fs::directory_iterator(scratch.path()), {}), 1);
  }
}

TEST_F(Hostile, a_signal_ends_it_in_the_middle_of_a_long_article) {
  std::string text;
  while (text.size() < 30'000'000) text += "We recieve you at nine. ";
  scratch.write("a.md", text);
  auto interrupted = command({"check", "a.md"});
  interrupted.signal = SIGTERM;
  interrupted.signal_after = milliseconds(150);
  interrupted.limit = std::chrono::seconds(10);
  const auto ended = tests::run(interrupted);
  EXPECT_EQ(ended.exit, 130);
  EXPECT_FALSE(ended.timed_out);
  EXPECT_EQ(ended.err, "galley: interrupted; nothing is reported\n");
}

TEST_F(Hostile, interrupt_while_it_waits_for_standard_input) {
  auto waiting = command({"check", "-"});
  waiting.hold_input = true;
  waiting.signal = SIGINT;
  waiting.signal_after = milliseconds(150);
  EXPECT_EQ(tests::run(waiting).exit, 130);
}

}  // namespace
