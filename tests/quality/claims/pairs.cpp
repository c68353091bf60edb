// Holds the claims check against pairs of statements with verdicts.
//
//   claims_pairs [-v] [-p PACK] FILE…
//
// FILE: .tsv with verdict, kind, subject, first, second; .jsonl with a, b, verdict, type (subject
// Microneedling). PACK: a folder, instead of the shipped packs. Each pair is read as one article
// and as two. Prints the pairs that come out wrong
// (-v: with their assertions) and a table; exits 0 when all are right.
#include "tests/support/pairs.h"

#include <fmt/format.h>
#include <fstream>
#include <map>
#include <nlohmann/json.hpp>
#include <string_view>

namespace {

std::vector<tests::Pair> read_any(const std::string& path) {
  if (!path.ends_with(".jsonl")) return tests::read_pairs(path);
  std::vector<tests::Pair> pairs;
  std::ifstream file(path);
  for (std::string line; std::getline(file, line);) {
    const auto json = nlohmann::json::parse(line);
    pairs.push_back({json["verdict"], json["type"], "Microneedling", json["a"], json["b"]});
  }
  return pairs;
}

}  // namespace

int main(int count, char** arguments) {
  std::vector<std::string> packs = {"english", "medical-aesthetics"};
  if (count > 2 && arguments[1] == std::string_view("-p")) packs = {arguments[2]};
  const tests::PairJudge judge(packs);
  std::map<std::string, std::pair<int, int>> table;
  bool verbose = false;
  int wrong = 0;
  for (int at = packs.size() == 1 ? 3 : 1; at < count; ++at) {
    if (arguments[at] == std::string_view("-v")) {
      verbose = true;
      continue;
    }
    for (const tests::Pair& pair : read_any(arguments[at])) {
      for (const bool one_article : {true, false}) {
        const std::string got = judge.verdict(pair, one_article);
        auto& [right, all] = table[pair.kind];
        ++all;
        if (pair.is_right(got)) {
          ++right;
          continue;
        }
        ++wrong;
        if (verbose && one_article) fmt::print("{}", judge.assertions(pair));
        fmt::print("{}: wanted {}, got {} in {} [{}]\n    {}\n    {}\n", pair.kind, pair.verdict,
                   got, one_article ? "one article" : "two articles", pair.subject, pair.first,
                   pair.second);
      }
    }
  }
  for (const auto& [kind, counts] : table)
    fmt::print("{:<22} {:3} of {:3}\n", kind, counts.first, counts.second);
  fmt::print("{} wrong\n", wrong);
  return wrong == 0 ? 0 : 1;
}
