#include "tests/gate/repository.h"

#include <array>
#include <gtest/gtest.h>

#include "tests/support/shell.h"

namespace tests {
namespace {

constexpr int articles = 120;

std::string number(int article) {
  const std::string digits = std::to_string(article);
  return std::string(3 - digits.size(), '0') + digits;
}

// Old faults: a misspelling in every tenth article, a promise in every fifteenth.
std::string article(int index) {
  std::string text = "# Note " + std::to_string(index) +
                     "\n\nThe clinic is open from Monday to Friday.\n\n"
                     "You can reach us by telephone,\nand we answer within a day.\n";
  if (index % 10 == 0)
    text += "\nThe team recieves guests in room " + std::to_string(index) + ".\n";
  if (index % 15 == 0) text += "\nThe walk to us is painless, and the peel is painless, too.\n";
  return text;
}

// Two articles that have contradicted each other for years, and one with its disclosure.
constexpr std::string_view denial =
    "# A chemical peel in autumn\n\nA chemical peel has no downtime.\n";
constexpr std::string_view admission =
    "# After a chemical peel\n\nA chemical peel means three days of downtime.\n";

// The one that all others are cloned from.
class Origin {
 public:
  Origin() {
    scratch_.write(".gitconfig",
                   "[user]\n  name = Test\n  email = test@example.org\n"
                   "[init]\n  defaultBranch = main\n[protocol \"file\"]\n  allow = always\n");
    scratch_.write("origin/.galley.yaml", "corpus: [content/]\nexclude: [drafts/]\n");
    for (int i = 0; i < articles; ++i)
      scratch_.write("origin/content/" + number(i) + ".md", article(i));
    scratch_.write("origin/content/denial.md", denial);
    commit("the first articles", "2020-03-01T10:00:00Z");
    scratch_.write("origin/content/admission.md", admission);
    scratch_.write("origin/drafts/raw.md", "# Raw\n\nThe team recieves gifts.\n");
    scratch_.write("origin/content/old.md", "# Old\n\nA caf\xE9 from 1998.\n");
    commit("what comes after", "2022-03-01T10:00:00Z");
    // a clone has one file of these objects, not hundreds
    change("git repack -adq");
  }
  [[nodiscard]] std::string home() const { return scratch_.path(); }

 private:
  void commit(const std::string& message, const std::string& date) const {
    change(
        "set -e; test -d .git || git init -q; git add -A; "
        "GIT_AUTHOR_DATE=" +
        date + " GIT_COMMITTER_DATE=" + date + " git commit -qm '" + message + "'");
  }
  void change(const std::string& script) const {
    const auto ended = run_git_shell(script, scratch_.path() + "/origin");
    EXPECT_EQ(ended.exit, 0) << ended.err;
  }

  Scratch scratch_;
};

const Origin& origin() {
  static const Origin made;
  return made;
}

}  // namespace

Ended run_git_shell(const std::string& script, const std::string& folder) {
  const std::string home = folder.substr(0, folder.rfind('/'));
  return run_shell("export HOME='" + home + "' GIT_CONFIG_NOSYSTEM=1\n" + script, folder);
}

Repository::Repository() : folder_(scratch_.path() + "/clone") {
  const std::string home = origin().home();
  const auto ended = run_shell("set -e\ncp '" + home +
                                   "/.gitconfig' .\nexport HOME=\"$PWD\"\n"
                                   "git clone -q '" +
                                   home +
                                   "/origin' clone\ncd clone\n"
                                   "git checkout -qb change",
                               scratch_.path());
  EXPECT_EQ(ended.exit, 0) << ended.err;
}

void Repository::change(const std::string& script) const {
  const auto ended = run_git_shell("set -e\n" + script, folder_);
  EXPECT_EQ(ended.exit, 0) << script << '\n' << ended.out << ended.err;
}

Ended Repository::galley(const std::string& arguments) const {
  return run_git_shell("galley " + arguments, folder_);
}

}  // namespace tests
