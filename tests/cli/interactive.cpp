// galley check --fix --interactive at a terminal: a pseudo-terminal types the answers.
#include <filesystem>
#include <gtest/gtest.h>
#include <poll.h>
#include <pty.h>
#include <string>
#include <sys/wait.h>
#include <unistd.h>
#include <vector>

#include "tests/support/golden.h"
#include "tests/support/scratch.h"
#include "tests/support/shell.h"

namespace {

class Terminal {
 public:
  Terminal(const std::string& folder, std::vector<std::string> arguments) {
    std::vector<char*> pointers;
    for (std::string& one : arguments) pointers.push_back(one.data());
    pointers.push_back(nullptr);
    child_ = ::forkpty(&master_, nullptr, nullptr, nullptr);
    if (child_ == 0) {
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
    int status = 0;
    ::waitpid(child_, &status, 0);
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

TEST_F(Interactive, KeepsWhatIsDoneWhenItIsInterrupted) {
  Terminal terminal = start();
  terminal.read_until(prompt);
  terminal.type("y");
  terminal.read_until(prompt);
  terminal.type("\x03");  // Ctrl-C
  EXPECT_EQ(terminal.exit(), 130);
  EXPECT_NE(read("a.md").find("One receive here.\n\nTwo beleive"), std::string::npos);
}

}  // namespace
