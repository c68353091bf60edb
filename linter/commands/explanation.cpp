#include "linter/commands/explanation.h"

#include <algorithm>
#include <tuple>
#include <utility>

#include "linter/assertions/describe.h"
#include "linter/assertions/fact_claim.h"

namespace linter::commands {
namespace {

using assertions::Assertion;
using assertions::Comparison;
using assertions::Reason;
using assertions::Verdict;
using source::Position;

constexpr std::size_t most_neighbours = 3;
constexpr std::size_t longest_quote = 60;  // bytes

std::string shown(Position at) {
  return std::to_string(at.line) + ':' + std::to_string(at.column);
}

struct Extent {
  Position begin;
  Position end;
  [[nodiscard]] bool contains(Position at) const { return begin <= at && at < end; }
};

Extent extent(const run::AssertingArticle& article, base::Span view_span) {
  const base::Span span = article.reading.article.source_span(view_span);
  return {article.lines.position(span.begin), article.lines.position(span.end)};
}

std::uint32_t apart(std::uint32_t a, std::uint32_t b) {
  return a > b ? a - b : b - a;
}

std::string in_marks(std::string_view text) {
  if (text.size() <= longest_quote) return "“" + std::string(text) + "”";
  std::size_t cut = longest_quote;
  while (cut > 0 && (static_cast<unsigned char>(text[cut]) & 0xC0U) == 0x80U) --cut;
  return "“" + std::string(text.substr(0, cut)) + "…”";
}

// The nearest statements of an article: "3:8 “no side effects”, 5:1 “redness lasts”".
std::string nearest(const run::AssertingArticle& article, Position at) {
  struct Neighbour {
    Position at;
    std::string_view text;
  };
  std::vector<Neighbour> neighbours;
  for (const Assertion& one : article.assertions)
    neighbours.push_back({extent(article, one.words).begin, article.reading.view(one.words)});
  std::ranges::stable_sort(neighbours, {}, [&](const Neighbour& one) {
    return std::tuple(apart(one.at.line, at.line), apart(one.at.column, at.column), one.at);
  });
  const auto again =
      std::ranges::unique(neighbours, {}, [](const Neighbour& one) { return one.at; });
  neighbours.erase(again.begin(), again.end());
  std::string text;
  for (std::size_t i = 0; i < std::min(neighbours.size(), most_neighbours); ++i)
    text += (i == 0 ? "" : ", ") + shown(neighbours[i].at) + " " + in_marks(neighbours[i].text);
  return text;
}

base::Json json_of(const std::vector<Reason>& reasons) {
  base::Json list = base::Json::array();
  for (const Reason& reason : reasons)
    list.push_back(
        {{"attribute", reason.attribute}, {"text", reason.text}, {"decides", reason.decides}});
  return list;
}

}  // namespace

bool names_fact(std::string_view file) {
  return file.ends_with(".yaml") || file.ends_with(".yml");
}

Explanation::Explanation(Side first, Side second) {
  met_[0].side = std::move(first);
  met_[1].side = std::move(second);
}

bool Explanation::tell(const run::AssertingArticle& article) {
  for (Met& met : met_) {
    if (met.seen) continue;
    if (names_fact(met.side.place.file))
      look_at_facts(met, article);
    else if (met.side.path == article.path)
      look(met, article);
  }
  const bool both = std::ranges::all_of(met_, &Met::seen);
  if (both) compare();
  return !both;
}

void Explanation::look(Met& met, const run::AssertingArticle& article) {
  met.seen = true;
  met.group = article.group;
  met.knowledge = &article.knowledge;
  const Position at = met.side.place.at;
  for (const Assertion& one : article.assertions) {
    const bool pointed = extent(article, one.meaning).contains(at);
    if (!pointed && !extent(article, one.words).contains(at)) continue;
    met.candidates.push_back(
        {one.claim, assertions::text_of(article.knowledge, article.reading, article.lines, one),
         base::Json::parse(
             assertions::json_of(article.knowledge, article.reading, article.lines, one)),
         pointed, one.sentence});
  }
  if (met.candidates.empty()) met.nearest = nearest(article, at);
}

void Explanation::look_at_facts(Met& met, const run::AssertingArticle& article) {
  const std::string& file = met.side.place.file;
  const Position at = met.side.place.at;
  const knowledge::Fact* found = nullptr;
  for (const knowledge::Fact& fact : article.knowledge.facts) {
    if (!("/" + file).ends_with("/" + fact.file)) continue;
    const Position begin{fact.position.line, fact.position.column};
    if (met.nearest.empty() || begin < met.nearest_fact) {
      met.nearest_fact = begin;
      met.nearest = shown(begin) + " " + in_marks(fact.says);
    }
    if (begin.line > at.line) continue;
    if (found == nullptr || found->position.line < begin.line) found = &fact;
  }
  if (found == nullptr) return;
  met.seen = true;
  met.knowledge = &article.knowledge;
  met.nearest.clear();
  const knowledge::Fact& fact = *found;
  met.candidates.push_back(
      {assertions::claim_of(article.knowledge, fact),
       fact.file + ':' + shown({fact.position.line, fact.position.column}) + ": " + fact.says +
           "\n  source      " +
           fact.source.title + ", " + fact.source.url + ", seen " + fact.source.date + "\n",
       {{"file", fact.file},
        {"line", fact.position.line},
        {"column", fact.position.column},
        {"text", fact.says},
        {"source",
         {{"title", fact.source.title}, {"url", fact.source.url}, {"date", fact.source.date}}}}});
}

void Explanation::compare() {
  const auto& [first, second] = met_;
  const Candidate* best_first = nullptr;
  const Candidate* best_second = nullptr;
  std::tuple<Verdict, int> most;
  for (const Candidate& a : first.candidates) {
    for (const Candidate& b : second.candidates) {
      Comparison comparison;
      if (first.knowledge == second.knowledge)
        comparison = assertions::compare(*first.knowledge, a.claim, b.claim);
      const std::tuple weight(comparison.verdict, (a.pointed ? 1 : 0) + (b.pointed ? 1 : 0));
      if (best_first != nullptr && weight <= most) continue;
      best_first = &a;
      best_second = &b;
      most = weight;
    }
  }
  if (best_first == nullptr) return;
  Comparison best;
  std::vector<Reason> reasons;
  if (first.knowledge == second.knowledge)
    best = assertions::compare(*first.knowledge, best_first->claim, best_second->claim, &reasons);
  else
    reasons.push_back({"packs", "the two are read with different packs or languages", true});
  const bool apart_in_corpus =
      !first.group.empty() && !second.group.empty() && first.group != second.group;
  if (apart_in_corpus) {
    for (Reason& reason : reasons) reason.decides = false;
    reasons.push_back({"corpus", "the configuration keeps the two files apart", true});
    best = {};
  }
  const bool one_sentence = first.side.path == second.side.path && !best_first->sentence.empty() &&
                            best_first->sentence == best_second->sentence;
  if (one_sentence && best.verdict > Verdict::query) {
    reasons.push_back({"sentence", "one sentence says both, which check only asks about", true});
    best.verdict = Verdict::query;
  }
  const std::size_t here = first.candidates.size();
  const std::size_t there = second.candidates.size();
  if (here > 1 || there > 1)
    reasons.insert(reasons.begin(),
                   {"statements",
                    std::to_string(here) + " at the first place, " + std::to_string(there) +
                        " at the second; no two of them are at odds more than these",
                    false});
  show(*best_first, *best_second, best, reasons);
}

void Explanation::show(const Candidate& first, const Candidate& second,
                       const Comparison& comparison, const std::vector<Reason>& reasons) {
  text_ = first.text + "\n" + second.text + "\n" + assertions::text_of(comparison, reasons);
  json_ = {{"version", 1},
           {"first", first.json},
           {"second", second.json},
           {"reasons", json_of(reasons)},
           {"verdict", name(comparison.verdict)}};
}

std::vector<base::Error> Explanation::errors() const {
  std::vector<base::Error> errors;
  for (const Met& met : met_) {
    const Place& place = met.side.place;
    if (met.seen ? !met.candidates.empty() : !names_fact(place.file)) continue;
    const std::string what = met.seen ? "nothing is asserted here" : "no fact is here";
    const std::string there = met.nearest.empty()
                                  ? (met.seen ? ", nor anywhere in the article" : "")
                                  : "; nearest: " + met.nearest;
    errors.push_back({.code = base::ErrorCode::bad_usage,
                      .message = what + there,
                      .file = place.file,
                      .line = place.at.line,
                      .column = place.at.column});
  }
  return errors;
}

}  // namespace linter::commands
