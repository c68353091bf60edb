#include "linter/checks/spelling/dialect_places.h"

#include <algorithm>
#include <array>

#include "linter/base/utf8.h"
#include "linter/checks/spelling/dialect_uses.h"
#include "linter/checks/spelling/dialect_votes.h"

namespace linter::checks::spelling {

using sentences::Shape;

namespace {

// "Labor Day sales rise.", "# Gray's Anatomy": where a capital is due anyway, the next word's tells
// a name, and in headings, where it does not, the words that names are made of.
bool is_in_name(const Scan& scan, Scan::Index i) {
  constexpr auto of_names =
      std::to_array<std::string_view>({"gray", "grey", "harbor", "harbour", "labor", "labour"});
  constexpr auto names = std::to_array<std::string_view>({"lustre", "matt"});  // whole ones
  if (!scan.capital_is_due(i) || std::ranges::find(names, scan.folded(i)) != names.end())
    return true;
  const bool next_has_capital =
      scan.are_neighbours(i) && scan.token(i + 1).shape == Shape::capitalised;
  const prose::Scopes scopes = scan.block_of(i).scopes;
  const bool heading = has(scopes, prose::Scope::heading) || has(scopes, prose::Scope::title);
  if (!heading) return next_has_capital || scan.in_title_case(i);
  std::string_view word = scan.folded(i);
  const bool possessive = word.ends_with("'s");
  if (possessive) word.remove_suffix(2);
  return (possessive || next_has_capital) && std::ranges::find(of_names, word) != of_names.end();
}

std::string_view spelling_of(const DialectFacts& facts) {
  return has(facts.accepted, lexicon::Dialect::american) ? "American" : "British";
}

}  // namespace

void DialectPlaces::add(const Scan& scan, Scan::Index i) {
  if (scan.token(i).shape == Shape::capitalised && is_in_name(scan, i)) return;
  if (has_two_uses(scan.folded(i))) {
    if (auto facts = facts_of_use(scan, i)) places_.push_back({i, *std::move(facts)});
    return;
  }
  places_.push_back({i, dialect_facts(scan.folded(i), scan.reading().lexicon.vocabulary())});
}

std::pair<std::uint32_t, std::uint32_t> DialectPlaces::counts() const {
  std::uint32_t american = 0;
  std::uint32_t british = 0;
  for (const Place& place : places_) {
    american += place.facts.american ? 1 : 0;
    british += place.facts.british ? 1 : 0;
  }
  return {american, british};
}

English DialectPlaces::majority(std::optional<English> fixed) const {
  const auto [american, british] = counts();
  return fixed.value_or(british > american ? English::british : English::american);
}

std::optional<English> DialectPlaces::decided(std::optional<English> fixed) const {
  const auto [american, british] = counts();
  return fixed || american != british ? std::optional(majority(fixed)) : std::nullopt;
}

// How a word of the article is written in the other dialect.
std::string DialectPlaces::other_spelling(const Scan& scan, const Place& place) {
  std::string right = place.facts.other;
  if (scan.folded(place.token).ends_with("'s")) right += "'s";
  if (scan.token(place.token).shape == Shape::capitalised) right = base::capitalised(right);
  return right;
}

void DialectPlaces::leave_open(Reporter& reporter) const {
  for (const Place& place : places_) {
    for (const English from : {English::american, English::british}) {
      if (!departs(place.facts, from)) continue;
      reporter.summarise(open_dialect_word(from, other_spelling(reporter.scan(), place),
                                           reporter.location_of(place.token)));
    }
  }
}

void DialectPlaces::report(Reporter& reporter, std::optional<English> fixed) const {
  if (places_.empty()) return;
  const auto [american, british] = counts();
  if (!fixed && american == british) return leave_open(reporter);
  const Scan& scan = reporter.scan();
  const English english = majority(fixed);
  const auto witness = std::ranges::find_if(places_, [&](const Place& place) {
    return english == English::american ? place.facts.american : place.facts.british;
  });
  for (const Place& place : places_) {
    if (!departs(place.facts, english)) continue;
    const Scan::Index i = place.token;
    std::string right = other_spelling(scan, place);
    std::string message =
        quoted(scan.text(i)) + " is " + std::string(spelling_of(place.facts)) + " spelling";
    if (fixed) {
      message += ", and this article is set to " +
                 std::string(name_of_language(scan.reading().lexicon.vocabulary().language()));
    } else if (witness != places_.end()) {
      message += ", and this article writes " + std::string(name_of(english)) + " elsewhere (" +
                 quoted(scan.text(witness->token)) + ")";
    }
    message += "; write " + quoted(right);
    findings::Finding& finding = reporter.report(Rule::dialect, i, i, std::move(message));
    reporter.suggest(finding, i, i, std::move(right), false);
  }
  if (fixed || witness == places_.end()) return;
  reporter.summarise(
      dialect_vote(english, std::max(american, british), reporter.location_of(witness->token)));
}

}  // namespace linter::checks::spelling
