#include "linter/findings/same_defect.h"

#include <algorithm>
#include <cstddef>
#include <set>
#include <string>
#include <string_view>
#include <utility>

namespace linter::findings {
namespace {

constexpr std::uint32_t longest = 80;  // bytes; what marks more is about more than a word

using Places = std::vector<std::size_t>;  // indices of findings, by begin

enum class Verdict : std::uint8_t { both, first, second };

bool covers(base::Span outer, base::Span inner) {
  return outer.begin <= inner.begin && inner.end <= outer.end;
}

// Whether taking the inner finding's first suggestion writes what the outer one suggests.
bool write_the_same(const Finding& inner, const Finding& outer) {
  const base::Span around = outer.location.span;
  if (inner.suggestions.empty() || outer.suggestions.empty() ||
      outer.location.text.size() != around.size()) {
    return false;
  }
  const base::Span part = inner.location.span;
  std::string text = outer.location.text;
  text.replace(part.begin - around.begin, part.size(), inner.suggestions.front());
  return text == outer.suggestions.front();
}

// Which of a spelling and a wording finding says all that the other says.
Verdict compare(const Finding& spelling, const Finding& wording) {
  const base::Span mine = spelling.location.span;
  const base::Span other = wording.location.span;
  if (mine == other) {
    // a rule on this very word, which may be a name; what says the same less gravely says no more
    const bool only_suggested =
        wording.severity == Severity::suggestion && spelling.severity > wording.severity;
    return only_suggested && write_the_same(spelling, wording) ? Verdict::first : Verdict::second;
  }
  if (covers(other, mine))
    return write_the_same(spelling, wording) ? Verdict::second : Verdict::both;
  if (!covers(mine, other) || spelling.suggestions.empty()) return Verdict::both;
  return wording.suggestions.empty() || write_the_same(wording, spelling) ? Verdict::first
                                                                          : Verdict::both;
}

// Whether what the outer finding suggests leaves nothing of what the inner one marks.
bool rewrites(const Finding& outer, const Finding& inner) {
  return !inner.suggestions.empty() && !outer.suggestions.empty() &&
         covers(outer.location.span, inner.location.span) &&
         !outer.suggestions.front().contains(inner.location.text);
}

// Which of two findings of rules on wording says all that the other says: the graver, then the
// one that rewrites more, then the one whose rule comes first by name.
Verdict compare_rules(const Finding& first, const Finding& second) {
  const bool is_same = first.location.span == second.location.span;
  if (rewrites(first, second) && first.severity >= second.severity &&
      !(is_same && first.severity == second.severity && second.rule < first.rule)) {
    return Verdict::first;
  }
  return rewrites(second, first) && second.severity >= first.severity ? Verdict::second
                                                                      : Verdict::both;
}

Places places_of(const std::vector<Finding>& findings, Category category) {
  Places places;
  for (std::size_t i = 0; i < findings.size(); ++i) {
    if (findings[i].category == category && findings[i].location.span.size() <= longest)
      places.push_back(i);
  }
  std::ranges::stable_sort(places, {},
                           [&](std::size_t i) { return findings[i].location.span.begin; });
  return places;
}

// Whether spelling says of a word that it is none: one that is right elsewhere may be advised
// there.
bool is_misspelt(const Finding& finding) {
  return finding.category == Category::spelling && !finding.suggestions.empty() &&
         finding.rule != "spelling.confused-word";
}

// What rules on wording suggest though spelling reports it.
void drop_misspelt_advice(std::vector<Finding>& findings) {
  std::set<std::pair<std::string_view, std::string_view>> misspelt;  // file, text
  for (const Finding& one : findings) {
    if (is_misspelt(one)) misspelt.emplace(one.location.file, one.location.text);
  }
  if (misspelt.empty()) return;
  std::vector<bool> dropped;
  for (const Finding& one : findings) {
    dropped.push_back(one.category == Category::wording && one.suggestions.size() == 1 &&
                      misspelt.contains({one.location.file, one.suggestions.front()}));
  }
  std::size_t i = 0;
  std::erase_if(findings, [&](const Finding&) { return dropped[i++]; });
}

// Makes `right` what a finding suggests first, and says so where it named another.
void suggest_first(Finding& finding, const std::string& right) {
  if (finding.suggestions.empty() || finding.suggestions.front() == right) return;
  const std::string named = "“" + finding.suggestions.front() + "”";
  std::erase(finding.suggestions, right);
  finding.suggestions.insert(finding.suggestions.begin(), right);
  const std::size_t at = finding.message.find(named);
  if (at != std::string::npos) finding.message.replace(at, named.size(), "“" + right + "”");
}

}  // namespace

void keep_one_of_each_defect(std::vector<Finding>& findings) {
  drop_misspelt_advice(findings);
  const Places spelling = places_of(findings, Category::spelling);
  const Places wording = places_of(findings, Category::wording);
  if (spelling.empty() && wording.size() < 2) return;
  const auto begin_of = [&](std::size_t i) { return findings[i].location.span.begin; };
  std::vector<bool> dropped(findings.size());
  for (std::size_t at = 0; at < wording.size(); ++at) {
    const Finding& one = findings[wording[at]];
    for (std::size_t next = at + 1;
         next < wording.size() && begin_of(wording[next]) < one.location.span.end; ++next) {
      const Verdict verdict = compare_rules(one, findings[wording[next]]);
      if (verdict == Verdict::first) dropped[wording[next]] = true;
      if (verdict == Verdict::second) dropped[wording[at]] = true;
    }
  }
  for (std::size_t at = 0; at < spelling.size(); ++at) {
    const std::size_t one = spelling[at];
    const base::Span span = findings[one].location.span;
    if (at > 0 && findings[spelling[at - 1]].location.span == span) dropped[one] = true;
    const std::uint32_t from = span.begin > longest ? span.begin - longest : 0;
    for (auto other = std::ranges::lower_bound(wording, from, {}, begin_of);
         other != wording.end() && begin_of(*other) < span.end; ++other) {
      const Verdict verdict = compare(findings[one], findings[*other]);
      if (verdict == Verdict::first) dropped[*other] = true;
      if (verdict == Verdict::second) dropped[one] = true;
    }
  }
  std::size_t i = 0;
  std::erase_if(findings, [&](const Finding&) { return dropped[i++]; });
}

void drop_what_articles_told(std::vector<Finding>& findings) {
  drop_misspelt_advice(findings);
  const auto is_of_words = [](const Finding& one) {
    return (one.category == Category::spelling || one.category == Category::wording) &&
           !one.location.span.empty() && one.location.span.size() <= longest;
  };
  using Place = std::pair<std::string_view, std::uint32_t>;
  const auto place_of = [&](std::size_t i) {
    return Place{findings[i].location.file, findings[i].location.span.begin};
  };
  Places own;
  for (std::size_t i = 0; i < findings.size(); ++i) {
    if (!findings[i].across && is_of_words(findings[i])) own.push_back(i);
  }
  std::ranges::sort(own, {}, place_of);
  std::vector<bool> dropped(findings.size());
  for (std::size_t i = 0; i < findings.size(); ++i) {
    const Finding& one = findings[i];
    if (!one.across || !is_of_words(one)) continue;
    const base::Span span = one.location.span;
    const Place from{one.location.file, span.begin > longest ? span.begin - longest : 0};
    dropped[i] = one.message.empty();
    for (auto other = std::ranges::lower_bound(own, from, {}, place_of); other != own.end();
         ++other) {
      const Location& there = findings[*other].location;
      if (there.file != one.location.file || there.span.begin >= span.end) break;
      if (one.message.empty()) {
        if (there.span == span && findings[*other].rule == one.rule && !one.suggestions.empty())
          suggest_first(findings[*other], one.suggestions.front());
        continue;
      }
      if (there.span.end > span.begin) dropped[i] = true;
    }
  }
  std::size_t i = 0;
  std::erase_if(findings, [&](const Finding&) { return dropped[i++]; });
}

}  // namespace linter::findings
