// Holds the claims check against pairs of statements with verdicts.
//
//   claims_pairs [-v] FILE…      .tsv: verdict, kind, subject, first, second; .jsonl: a, b, verdict, type (subject Microneedling)
//
// Each pair is read as one article and as two. Prints the pairs that come out wrong (-v: with their assertions) and a table; exits 0 when all are right.
#include <fmt/format.h>

#include <algorithm>
#include <cstdio>
#include <fstream>
#include <map>
#include <nlohmann/json.hpp>
#include <sstream>

#include "linter/assertions/describe.h"
#include "linter/assertions/extract.h"
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
    if (fact || !one_article) summarise("a.md", article_of(pair.subject, {pair.first}), summaries);
    if (!fact && !one_article) summarise("b.md", article_of(pair.subject, {pair.second}), summaries);
    if (!fact && one_article) summarise("a.md", article_of(pair.subject, {pair.first, pair.second}), summaries);
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

  // Everything that the two statements are read to assert.
  std::string assertions(const Pair& pair) {
    auto article = room_.read("a.md", article_of(pair.subject, {pair.first, pair.second}));
    std::vector<linter::assertions::Assertion> found;
    linter::assertions::Extractor(room_.knowledge()).extract(article.reading(), article.context(), found);
    std::string text;
    const linter::source::LineIndex index(article.reading().source.bytes);
    for (const auto& one : found) text += linter::assertions::text_of(room_.knowledge(), article.reading(), index, one);
    return text;
  }

 private:
  static std::string article_of(const std::string& title, std::initializer_list<std::string> statements) {
    std::string text = "# " + title + "\n";
    for (const std::string& statement : statements) text += "\n" + statement + "\n";
    return text;
  }

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
  bool verbose = false;
  std::map<std::string, std::pair<int, int>> table;
  int wrong = 0;
  for (int at = 1; at < count; ++at) {
    if (arguments[at] == std::string_view("-v")) {
      verbose = true;
      continue;
    }
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
        if (verbose && one_article) fmt::print("{}", judge.assertions(pair));
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
