#include "linter/checks/spelling/dialect_places.h"

#include <algorithm>

#include "linter/base/utf8.h"
#include "linter/checks/spelling/dialect_votes.h"

namespace linter::checks::spelling {

using sentences::Shape;

void DialectPlaces::add(const Scan& scan, Scan::Index i) {
  if (scan.token(i).shape == Shape::capitalised && !scan.capital_is_due(i)) return;
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
    std::string message = quoted(scan.text(i)) + " is not " + std::string(name_of(english));
    if (fixed) {
      message += ", the language that is set for this article";
    } else if (witness != places_.end()) {
      message += ", in which this article writes " + quoted(scan.text(witness->token));
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
