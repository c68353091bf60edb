// docs/claims.md: its pack loads, and its table of verdicts is true.
#include <fstream>
#include <gtest/gtest.h>
#include <sstream>

#include "tests/support/pairs.h"
#include "tests/support/scratch.h"

namespace {

std::string read_doc() {
  std::ifstream file(GALLEY_SOURCE_DIR "/docs/claims.md");
  std::stringstream text;
  text << file.rdbuf();
  return text.str();
}

// The fenced blocks that name a file of the pack, written below `folder`.
void write_pack(const std::string& doc, const tests::Scratch& folder) {
  static const std::string fence = "```yaml pack/";
  folder.write("pack.yaml", "pack: lights\nneeds: [english]\n");
  for (std::size_t at = doc.find(fence); at != std::string::npos; at = doc.find(fence, at + 1)) {
    const std::size_t name = at + fence.size();
    const std::size_t body = doc.find('\n', name) + 1;
    folder.write(doc.substr(name, body - 1 - name), doc.substr(body, doc.find("```", body) - body));
  }
}

// The rows of the table of verdicts.
std::vector<tests::Pair> read_verdicts(const std::string& doc) {
  std::vector<tests::Pair> pairs;
  std::istringstream lines(doc.substr(doc.rfind("| first |")));
  for (std::string line; std::getline(lines, line);) {
    if (line.starts_with("| first") || line.starts_with("|---")) continue;
    if (!line.starts_with('|')) break;
    std::vector<std::string> cells;
    std::istringstream row(line.substr(2));
    for (std::string cell; std::getline(row, cell, '|');) {
      while (cell.ends_with(' ')) cell.pop_back();
      while (cell.starts_with(' ')) cell.erase(0, 1);
      cells.push_back(cell);
    }
    if (cells.size() >= 3)
      pairs.push_back({cells[2], "docs", "Bicycle lights", cells[0], cells[1]});
  }
  return pairs;
}

TEST(ClaimsPage, ItsPackGivesItsVerdicts) {
  const std::string doc = read_doc();
  tests::Scratch folder;
  write_pack(doc, folder);
  tests::PairJudge judge({folder.path()});
  const auto pairs = read_verdicts(doc);
  ASSERT_EQ(pairs.size(), 6U);
  for (const tests::Pair& pair : pairs)
    EXPECT_EQ(judge.verdict(pair, true), pair.verdict) << pair.first << " / " << pair.second << "\n"
                                                       << judge.assertions(pair);
}

}  // namespace
