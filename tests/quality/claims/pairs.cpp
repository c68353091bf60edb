// Holds the claims check against pairs of statements with verdicts.
//
//   claims_pairs FILE…      .tsv: verdict, kind, subject, first, second; .jsonl: a, b, verdict, type (subject Microneedling)
//
// Each pair is read as one article and as two. Prints the pairs that come out wrong and a table; exits 0 when all are right.
#include <fmt/format.h>

#include <algorithm>
#include <cstdio>
#include <fstream>
#include <map>
#include <nlohmann/json.hpp>
#include <sstream>

#include "linter/checks/claims/claims.h"
#include "tests/support/article.h"

namespace {

struct Pair {
  std::string verdict;   // contradiction, tension, silent; alternatives with '|'
  std::string kind;
  std::string subject;
  std::string first;
  std::string second;
};

std::vector<Pair> read_pairs(const std::string& path) {
  std::vector<Pair> pairs;
  std::ifstream file(path);
  for (std::string line; std::getline(file, line);) {
    if (line.empty() || line[0] == '#') continue;
    Pair pair;
    if (path.ends_with(".jsonl")) {
      const auto json = nlohmann::json::parse(line);
      pair = {json["verdict"], json["type"], "Microneedling", json["a"], json["b"]};
    } else {
      std::istringstream fields(line);
      std::getline(fields, pair.verdict, '\t');
      std::getline(fields, pair.kind, '\t');
      std::getline(fields, pair.subject, '\t');
      std::getline(fields, pair.first, '\t');
      std::getline(fields, pair.second, '\t');
    }
    pairs.push_back(pair);
  }
  return pairs;
}

class Judge {
 public:
  Judge() : room_({"english", "medical-aesthetics"}) {}

  std::string verdict(const Pair& pair, bool one_article) {
    std::vector<linter::checks::Summary> summaries;
    const bool fact = pair.second.starts_with("[fact sheet]");
    const std::string title = "# " + pair.subject + "\n\n";
    if (fact) summarise("a.md", title + pair.first + "\n", summaries);
    else if (one_article) summarise("a.md", title + pair.first + "\n\n" + pair.second + "\n", summaries);
    else {
      summarise("a.md", title + pair.first + "\n", summaries);
      summarise("b.md", title + pair.second + "\n", summaries);
    }
    std::ranges::stable_sort(summaries, {}, [](const auto& one) { return std::tie(one.key, one.location.file, one.location.span); });
    std::vector<linter::findings::Finding> findings;
    linter::checks::claims::make_claims(room_.knowledge())->check_corpus(summaries, findings);
    std::string worst = "silent";
    for (const auto& finding : findings) {
      const bool against_fact = std::ranges::all_of(finding.related, [](const auto& one) { return one.source.has_value(); });
      if (against_fact != fact) continue;
      if (finding.severity == linter::findings::Severity::error) return "contradiction";
      worst = "tension";
    }
    return worst;
  }

 private:
  void summarise(const std::string& path, const std::string& text, std::vector<linter::checks::Summary>& summaries) {
    auto article = room_.read(path, text);
    linter::checks::ArticleResult result;
    linter::checks::claims::make_claims(room_.knowledge())->check_article(article.reading(), article.context(), result);
    std::ranges::move(result.summaries, std::back_inserter(summaries));
  }

  tests::ReadingRoom room_;
};

bool is_right(const Pair& pair, const std::string& got) { return ("|" + pair.verdict + "|").contains("|" + got + "|"); }

}  // namespace

int main(int count, char** arguments) {
  Judge judge;
  std::map<std::string, std::pair<int, int>> table;
  int wrong = 0;
  for (int at = 1; at < count; ++at) {
    for (const Pair& pair : read_pairs(arguments[at])) {
      for (const bool one_article : {true, false}) {
        const std::string got = judge.verdict(pair, one_article);
        auto& [right, all] = table[pair.kind];
        ++all;
        if (is_right(pair, got)) {
          ++right;
          continue;
        }
        ++wrong;
        if (one_article)
          fmt::print("{}: wanted {}, got {} [{}]\n    {}\n    {}\n", pair.kind, pair.verdict, got, pair.subject, pair.first, pair.second);
        else if (is_right(pair, judge.verdict(pair, true)))
          fmt::print("{}: in two articles {} [{}]\n    {}\n    {}\n", pair.kind, got, pair.subject, pair.first, pair.second);
      }
    }
  }
  for (const auto& [kind, counts] : table) fmt::print("{:<22} {:3} of {:3}\n", kind, counts.first, counts.second);
  fmt::print("{} wrong\n", wrong);
  return wrong == 0 ? 0 : 1;
}
