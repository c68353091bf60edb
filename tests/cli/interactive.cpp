// galley check --fix --interactive at a terminal: a pseudo-terminal types the answers.
#include <csignal>
#include <cstdint>
#include <cstdlib>
#include <filesystem>
#include <gtest/gtest.h>
#include <poll.h>
#include <pty.h>
#include <string>
#include <sys/ioctl.h>
#include <sys/wait.h>
#include <unistd.h>
#include <vector>

#include "tests/support/golden.h"
#include "tests/support/scratch.h"
#include "tests/support/shell.h"

namespace {

class Terminal {
 public:
  Terminal(const std::string& folder, std::vector<std::string> arguments,
           std::uint16_t columns = 80, bool colour = false) {
    std::vector<char*> pointers;
    for (std::string& one : arguments) pointers.push_back(one.data());
    pointers.push_back(nullptr);
    const winsize size{.ws_row = 24, .ws_col = columns, .ws_xpixel = 0, .ws_ypixel = 0};
    child_ = ::forkpty(&master_, nullptr, nullptr, &size);
    if (child_ == 0) {
      ::setenv("TERM", colour ? "xterm" : "dumb", 1);
      if (::chdir(folder.c_str()) == 0) ::execv(pointers.front(), pointers.data());
      ::_exit(126);
    }
  }
  ~Terminal() {
    if (master_ >= 0) ::close(master_);
    if (child_ > 0) exit();
  }
  Terminal(const Terminal&) = delete;
  Terminal& operator=(const Terminal&) = delete;

  // What is printed until `text` is seen, it included; all there is when it never comes.
  std::string read_until(const std::string& text) {
    constexpr int limit_ms = 20'000;
    std::string seen;
    while (!seen.ends_with(text)) {
      pollfd waiting{.fd = master_, .events = POLLIN, .revents = 0};
      char c = 0;
      if (::poll(&waiting, 1, limit_ms) <= 0 || ::read(master_, &c, 1) != 1) break;
      seen += c;
    }
    return seen;
  }
  void type(const std::string& line) {
    const std::string keys = line + "\n";
    ASSERT_EQ(::write(master_, keys.data(), keys.size()), static_cast<ssize_t>(keys.size()));
  }
  int exit() {
    constexpr int patience = 1000;  // times 20 ms
    int status = 0;
    for (int waited = 0; ::waitpid(child_, &status, WNOHANG) == 0; ++waited) {
      if (waited == patience) ::kill(child_, SIGKILL);
      ::usleep(20'000);
    }
    child_ = -1;
    return WIFEXITED(status) ? WEXITSTATUS(status) : 128;
  }

 private:
  int master_ = -1;
  pid_t child_ = -1;
};

const std::string article =
    "One recieve here.\n\nTwo beleive there.\n\nThree zorblax now.\n\nFour dont so.\n\nFive "
    "tretment ends.\n\nSix wierd word.\n";

class Interactive : public testing::Test {
 protected:
  Interactive() {
    folder_.write(".galley.yaml", "packs: []\nword_lists: [words.txt]\n");
    folder_.write("words.txt", "# Ours.\n");
    folder_.write("a.md", article);
  }
  [[nodiscard]] Terminal start() const {
    return {folder_.path(), {tests::galley_program(), "check", "--fix", "--interactive", "a.md"}};
  }
  [[nodiscard]] std::string read(const std::string& name) const {
    return tests::read_file(folder_.path() + "/" + name);
  }
  tests::Scratch folder_;
};

const std::string prompt = ",?] ";

TEST_F(Interactive, AnswersAreWrittenAtOnceAndTakenBack) {
  Terminal terminal = start();
  EXPECT_NE(terminal.read_until(prompt).find("recieve"), std::string::npos);
  terminal.type("y");
  EXPECT_NE(terminal.read_until(prompt).find("beleive"), std::string::npos);
  EXPECT_NE(read("a.md").find("One receive here"), std::string::npos) << "written at once";
  terminal.type("t");
  terminal.read_until("write instead: ");
  terminal.type("trust");
  EXPECT_NE(terminal.read_until(prompt).find("zorblax"), std::string::npos);
  EXPECT_NE(read("a.md").find("Two trust there"), std::string::npos);
  terminal.type("w");
  EXPECT_NE(terminal.read_until(prompt).find("dont"), std::string::npos);
  EXPECT_NE(read("words.txt").find("zorblax"), std::string::npos);
  terminal.type("u");
  EXPECT_NE(terminal.read_until(prompt).find("zorblax"), std::string::npos);
  EXPECT_EQ(read("words.txt"), "# Ours.\n") << "an accepted word is taken back, too";
  terminal.type("n");
  terminal.read_until(prompt);
  terminal.type("s");
  EXPECT_NE(terminal.read_until("reason: ")
                .find("this lets stand spelling.lost-apostrophe on “dont” alone"),
            std::string::npos);
  terminal.type("quoted as it was sent");
  EXPECT_NE(terminal.read_until(prompt).find("tretment"), std::string::npos);
  EXPECT_NE(read("a.md").find("Four <!-- stet-begin spelling.lost-apostrophe: quoted as it "
                              "was sent -->dont<!-- stet-end --> so."),
            std::string::npos);
  terminal.type("2");
  EXPECT_NE(terminal.read_until(prompt).find("wierd"), std::string::npos);
  EXPECT_EQ(read("a.md").find("tretment"), std::string::npos);
  terminal.type("q");
  terminal.read_until("words)");
  EXPECT_EQ(terminal.exit(), 1) << "errors are left";
  EXPECT_NE(read("a.md").find("Six wierd word."), std::string::npos);
}

TEST_F(Interactive, AnswersTheSameWordsAtOnceAndTakesThemBackAtOnce) {
  folder_.write("a.md", "One recieve here.\n\nTwo recieve there.\n\nFour dont so.\n");
  Terminal terminal = start();
  terminal.read_until(prompt);
  terminal.type("a");
  EXPECT_NE(terminal.read_until(prompt).find("(3/3)"), std::string::npos) << "the others are done";
  EXPECT_EQ(read("a.md"), "One receive here.\n\nTwo receive there.\n\nFour dont so.\n");
  terminal.type("u");
  EXPECT_NE(terminal.read_until(prompt).find("(1/3)"), std::string::npos);
  EXPECT_EQ(read("a.md"), "One recieve here.\n\nTwo recieve there.\n\nFour dont so.\n");
  terminal.type("n");
  EXPECT_NE(terminal.read_until(prompt).find("(2/3)"), std::string::npos);
  terminal.type("t");
  terminal.read_until("write instead: ");
  terminal.type("be\xFFlief");
  EXPECT_NE(terminal.read_until(prompt).find("no UTF-8"), std::string::npos);
  EXPECT_EQ(read("a.md"), "One recieve here.\n\nTwo recieve there.\n\nFour dont so.\n");
}

TEST_F(Interactive, LetsStandInFrontMatterWithOneEntryForEachRule) {
  const std::string before = "---\ntitle: \"I dont recieve awnsers\"\n---\nOne recieve here.\n";
  folder_.write("a.md", before);
  Terminal terminal = start();
  EXPECT_NE(terminal.read_until(prompt).find("(1/4)"), std::string::npos);
  terminal.type("s");
  terminal.read_until("reason: ");
  terminal.type("as it was sent");
  EXPECT_NE(terminal.read_until(prompt).find("(2/4)"), std::string::npos);
  terminal.type("s");
  EXPECT_NE(terminal.read_until("reason: ").find("spelling.unknown-word in the whole article"),
            std::string::npos);
  terminal.type("as they write it");
  terminal.read_until("words");
  EXPECT_EQ(terminal.exit(), 0) << "what stands with the answer is not asked about";
  EXPECT_EQ(read("a.md"),
            "---\ntitle: \"I dont recieve awnsers\"\ngalley:\n  stet:\n"
            "    spelling.lost-apostrophe: as it was sent\n"
            "    spelling.unknown-word: as they write it\n---\nOne recieve here.\n");
}

TEST_F(Interactive, LetsStandBesideAStetOfTheFrontMatterAndTakesItBack) {
  const std::string begin =
      "---\ngalley:\n  stet:\n    health-claims: an interview\ntitle: \"A recieve awnser\"\n";
  folder_.write("a.md", begin + "---\nFour dont so.\n");
  Terminal terminal = start();
  terminal.read_until(prompt);
  terminal.type("s");
  terminal.read_until("reason: ");
  terminal.type("quoted so");
  EXPECT_NE(terminal.read_until(prompt).find("(3/3)"), std::string::npos);
  terminal.type("u");
  EXPECT_NE(terminal.read_until(prompt).find("(1/3)"), std::string::npos);
  EXPECT_EQ(read("a.md"), begin + "---\nFour dont so.\n");
  terminal.type("n");
  EXPECT_NE(terminal.read_until(prompt).find("(2/3)"), std::string::npos);
  terminal.type("s");
  terminal.read_until("reason: ");
  terminal.type("quoted so");
  terminal.read_until(prompt);
  terminal.type("q");
  terminal.read_until("words");
  EXPECT_EQ(terminal.exit(), 1) << "the lost apostrophe is left";
  EXPECT_EQ(read("a.md"),
            "---\ngalley:\n  stet:\n    spelling.unknown-word: quoted so\n"
            "    health-claims: an interview\ntitle: \"A recieve awnser\"\n---\nFour dont so.\n");
}

TEST_F(Interactive, FitsANarrowTerminalAndMarksTheWords) {
  folder_.write("a.md",
                "This line goes on and on so that a narrow window must break it more than once "
                "before it comes to the words that matter, and recieve 皮膚の手入れ is far from "
                "its begin, as the end is from it.\n");
  Terminal terminal(folder_.path(),
                    {tests::galley_program(), "check", "--fix", "--interactive", "a.md"}, 40, true);
  const std::string seen = terminal.read_until("?]\x1B[0m ");
  EXPECT_NE(seen.find("… "), std::string::npos) << seen;
  EXPECT_NE(seen.find("\x1B[1;31mrecieve\x1B[0m"), std::string::npos) << seen;
  EXPECT_NE(seen.find("\x1B[1;34m(1/1) [y,1-5,a,t,w,s,n,u,q,?]"), std::string::npos) << seen;
  terminal.type("q");
  EXPECT_EQ(terminal.exit(), 1);
}

TEST_F(Interactive, StopsWhereAnotherProgramChangedTheArticle) {
  Terminal terminal = start();
  terminal.read_until(prompt);
  terminal.type("y");
  terminal.read_until(prompt);
  folder_.write("a.md", "Another text.\n");
  terminal.type("y");
  EXPECT_NE(terminal.read_until("again").find("changed by another program"), std::string::npos);
  EXPECT_EQ(terminal.exit(), 2);
  EXPECT_EQ(read("a.md"), "Another text.\n");
}

TEST_F(Interactive, KeepsWhatIsDoneWhenItIsInterrupted) {
  Terminal terminal = start();
  terminal.read_until(prompt);
  terminal.type("Y");
  terminal.read_until(prompt);
  terminal.type("\x03");  // Ctrl-C
  EXPECT_EQ(terminal.exit(), 130);
  EXPECT_NE(read("a.md").find("One receive here.\n\nTwo beleive"), std::string::npos);
}

}  // namespace
