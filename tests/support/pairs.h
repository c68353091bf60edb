// Pairs of statements, and what the claims check makes of them.
#pragma once

#include <initializer_list>
#include <memory>
#include <string>
#include <vector>

#include "linter/checks/check.h"
#include "tests/support/article.h"

namespace tests {

struct Pair {
  std::string verdict;  // contradiction, tension, query, silent; alternatives with '|'
  std::string kind;
  std::string subject;  // the article's title
  std::string first;
  std::string second;  // "[fact sheet] …" stands for the facts of the packs

  [[nodiscard]] bool is_right(const std::string& got) const;
};

// Tab-separated lines: verdict, kind, subject, first, second; '#' starts a comment, " // " ends a
// block.
[[nodiscard]] std::vector<Pair> read_pairs(const std::string& path);

class PairJudge {
 public:
  explicit PairJudge(const std::vector<std::string>& packs)
      : own_(std::make_unique<ReadingRoom>(packs)), room_(*own_) {}
  // The room outlives it.
  explicit PairJudge(const ReadingRoom& room) : room_(room) {}

  // "contradiction", "tension", "query" or "silent", with both statements in one article or in two.
  [[nodiscard]] std::string verdict(const Pair& pair, bool one_article) const;
  // Empty where it comes out as its author says; else what was wanted, and how the pair is read.
  [[nodiscard]] std::string wrong(const Pair& pair, bool one_article) const;
  // Everything that the two statements are read to assert, for people.
  [[nodiscard]] std::string assertions(const Pair& pair) const;

 private:
  void summarise(const std::string& path, const std::string& text,
                 std::vector<linter::checks::Summary>& summaries) const;

  std::unique_ptr<const ReadingRoom> own_;
  const ReadingRoom& room_;
};

}  // namespace tests
