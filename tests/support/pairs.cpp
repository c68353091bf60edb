#include "tests/support/pairs.h"

#include <algorithm>
#include <fstream>
#include <sstream>
#include <tuple>

#include "linter/assertions/describe.h"
#include "linter/assertions/extract.h"
#include "linter/checks/claims/claims.h"

namespace tests {
namespace {

std::string article_of(const std::string& title, std::initializer_list<std::string> statements) {
  std::string text = "# " + title + "\n";
  for (const std::string& statement : statements) text += "\n" + statement + "\n";
  return text;
}

}  // namespace

namespace {

// "//" ends a block, as it does on the pages of the documentation.
std::string with_blocks(std::string text) {
  constexpr std::string_view mark = " // ";
  for (std::size_t at = 0; (at = text.find(mark, at)) != std::string::npos;)
    text.replace(at, mark.size(), "\n\n");
  return text;
}

}  // namespace

bool Pair::is_right(const std::string& got) const {
  return ("|" + verdict + "|").contains("|" + got + "|");
}

std::vector<Pair> read_pairs(const std::string& path) {
  std::vector<Pair> pairs;
  std::ifstream file(path);
  for (std::string line; std::getline(file, line);) {
    if (line.empty() || line[0] == '#') continue;
    Pair pair;
    std::istringstream fields(line);
    for (std::string* field : {&pair.verdict, &pair.kind, &pair.subject, &pair.first, &pair.second})
      std::getline(fields, *field, '\t');
    pair.first = with_blocks(pair.first);
    pair.second = with_blocks(pair.second);
    pairs.push_back(pair);
  }
  return pairs;
}

std::string PairJudge::verdict(const Pair& pair, bool one_article) const {
  const bool fact = pair.second.starts_with("[fact sheet]");
  std::vector<linter::checks::Summary> summaries;
  if (one_article && !fact) {
    summarise("a.md", article_of(pair.subject, {pair.first, pair.second}), summaries);
  } else {
    summarise("a.md", article_of(pair.subject, {pair.first}), summaries);
    if (!fact) summarise("b.md", article_of(pair.subject, {pair.second}), summaries);
  }
  std::ranges::stable_sort(summaries, {}, [](const linter::checks::Summary& one) {
    return std::tie(one.key, one.location.file, one.location.span);
  });
  std::vector<linter::findings::Finding> findings;
  linter::checks::claims::make_claims(room_.knowledge())->check_corpus(summaries, findings);
  std::string worst = "silent";
  for (const linter::findings::Finding& finding : findings) {
    const bool against_fact = std::ranges::all_of(
        finding.related, [](const auto& one) { return one.source.has_value(); });
    if (against_fact != fact) continue;
    if (finding.severity == linter::findings::Severity::error) return "contradiction";
    if (finding.severity == linter::findings::Severity::warning) worst = "tension";
    if (worst == "silent") worst = "query";
  }
  return worst;
}

std::string PairJudge::wrong(const Pair& pair, bool one_article) const {
  const std::string got = verdict(pair, one_article);
  if (pair.is_right(got)) return {};
  return "wanted " + pair.verdict + (one_article ? " in one article" : " in two articles") +
         ", got " + got + "\n" + pair.first + "\n" + pair.second + "\n" + assertions(pair);
}

std::string PairJudge::assertions(const Pair& pair) const {
  auto article = room_.read("a.md", article_of(pair.subject, {pair.first, pair.second}));
  std::vector<linter::assertions::Assertion> found;
  linter::assertions::Extractor(room_.knowledge())
      .extract(article.reading(), article.context(), found);
  std::string text;
  const linter::source::LineIndex index(article.reading().source.bytes);
  for (const linter::assertions::Assertion& one : found)
    text += linter::assertions::text_of(room_.knowledge(), article.reading(), index, one);
  return text;
}

void PairJudge::summarise(const std::string& path, const std::string& text,
                          std::vector<linter::checks::Summary>& summaries) const {
  auto article = room_.read(path, text);
  linter::checks::ArticleResult result;
  linter::checks::claims::make_claims(room_.knowledge())
      ->check_article(article.reading(), article.context(), result);
  std::ranges::move(result.summaries, std::back_inserter(summaries));
}

}  // namespace tests
