#include "linter/checks/claims/wording.h"
#include "linter/checks/claims/statements.h"

#include <algorithm>
#include <array>
#include <fmt/format.h>
#include <utility>

#include "linter/assertions/describe.h"
#include "linter/base/hash.h"

namespace linter::checks::claims {
namespace {

using assertions::ClashKind;
using knowledge::Knowledge;

std::string quoted(std::string_view text) {
  return fmt::format("“{}”", text);
}

std::string where(const SummaryView& statement, const SummaryView& other) {
  const std::string_view unit = findings::counts_paragraphs(other.file) ? "paragraph" : "line";
  if (statement.file == other.file) return fmt::format("{} {}", unit, other.begin.line);
  return fmt::format("{}, {} {}", other.file, unit, other.begin.line);
}

std::string label_of(const Knowledge& knowledge, const assertions::Claim& claim) {
  return knowledge.concept_of(claim.meaning).label;
}

// A figure as an editor would put it: what begins at nought, within hours and in no unit, is at
// once.
std::string figure_of(const Knowledge& knowledge, const assertions::Quantity& quantity) {
  static constexpr double few_hours = 2 * 3600.0;
  const bool at_once = quantity.measure == knowledge::Measure::time && !quantity.bound &&
                       quantity.written.unit == knowledge::none && quantity.range.low == 0 &&
                       quantity.range.high <= few_hours;
  if (at_once) return "at once";
  // "multiple sessions": no figure at all
  const bool many = quantity.measure == knowledge::Measure::count && !quantity.bound &&
                    quantity.range.low <= 2 && quantity.range.high >= 100;
  return many ? "several" : text_of(knowledge, quantity);
}

// The figure of a side as a message gives it: money in the currency that the side's words have.
std::string figure_of_side(const Knowledge& knowledge, const assertions::Quantity& quantity,
                           std::string_view words) {
  static constexpr std::array<std::string_view, 5> signs = {"£", "$", "€", "¥", "₹"};
  static constexpr std::array<std::string_view, 10> names = {
      "pounds", "dollars", "euros", "GBP", "USD", "EUR", "AUD", "CAD", "NZD", "CHF"};
  std::string figure = figure_of(knowledge, quantity);
  const auto measure = static_cast<std::size_t>(quantity.measure);
  if (measure >= knowledge.measures.size() || knowledge.measures[measure] != "money")
    return figure;
  const auto is_there = [&](std::string_view one) { return words.contains(one); };
  if (std::ranges::count_if(signs, is_there) == 1)
    return std::string(*std::ranges::find_if(signs, is_there)) + figure;
  const auto name = std::ranges::find_if(names, is_there);
  return name == names.end() ? figure : figure + " " + std::string(*name);
}

// What a side says.
std::string_view words_of(const Knowledge& knowledge, const Side& side) {
  return side.is_fact() ? std::string_view(knowledge.facts[side.fact].says) : side.statement.quote;
}

// What a frame measures, where its pack says so as a question: "they differ on how long it lasts: ".
std::string measured_by(const knowledge::Frame& frame) {
  if (!frame.about.starts_with("How ") || !frame.about.ends_with('.')) return {};
  return fmt::format("they differ on how {}: ",
                     std::string_view(frame.about).substr(4, frame.about.size() - 5));
}

// Whether a statement says how often something is so: more than that it can be.
bool is_rated(const assertions::Claim& claim) {
  return claim.likelihood.low > 1e-6 || (claim.likelihood.high > 0 && claim.likelihood.high < 1);
}

// Whether the finding stands on a plain statement of what the other side denies altogether.
bool is_denied_by_other(const StatementClash& clash) {
  return !clash.claim.denied && clash.other_claim.denied && clash.other_claim.likelihood.high == 0;
}

// "for everyone" against "not for children"
bool leaves_out_some(const StatementClash& clash) {
  return !clash.claim.denied && clash.claim.universal && clash.other_claim.denied &&
         clash.claim.meaning != clash.other_claim.meaning;
}

std::string way_out(const Knowledge& knowledge, const StatementClash& clash) {
  const knowledge::Frame& frame = knowledge.frames[clash.claim.frame];
  const ClashKind kind = clash.comparison.kind;
  if (!frame.resolve.empty() && (kind == ClashKind::polarity || kind == ClashKind::exclusive ||
                                 kind == ClashKind::quantity))
    return frame.resolve;
  switch (kind) {
    case ClashKind::polarity:
      if (leaves_out_some(clash)) return "Say what is left out, or take the promise to all out.";
      if (is_denied_by_other(clash))
        return "Correct the one that is wrong, or say when each holds.";
      if (!clash.claim.denied) return "Say for whom it holds, or limit the promise.";
      return frame.needs_predicate || is_rated(clash.other_claim)
                 ? "Say how often it happens, or take the denial out."
                 : "Correct the one that is wrong, or say when each holds.";
    case ClashKind::likelihood:
      return "Settle on how often it happens and say it the same way in both places.";
    case ClashKind::degree:
      return "Settle on how strong it is and say it the same way in both places.";
    case ClashKind::quantity:
      return "Settle on one figure, or say what the difference depends on.";
    case ClashKind::exclusive:
      return "Only one of the two can be right: correct the other.";
    case ClashKind::reversed:
      return "Settle on which of the two it is.";
    case ClashKind::declared:
      return knowledge.clashes[clash.comparison.declared].message;
    case ClashKind::none:
      break;
  }
  return "Correct one of the two.";
}

// What each of the two says, by the names that `here` and `there` have in the sentence; empty where
// the way out tells it.
std::string what_clashes(const Knowledge& knowledge, const StatementClash& clash,
                         std::string_view here, std::string_view there) {
  const std::string label = label_of(knowledge, clash.claim);
  const std::string other = label_of(knowledge, clash.other_claim);
  switch (clash.comparison.kind) {
    case ClashKind::polarity:
      if (leaves_out_some(clash))
        return fmt::format("{} promises it to all, {} leaves out {}", here, there, other);
      if (is_denied_by_other(clash))
        return fmt::format("{} states what {} denies: {}", here, there, label);
      if (!clash.claim.denied) return fmt::format("{} promises more than {} allows", here, there);
      if (label == other && !knowledge.frames[clash.claim.frame].needs_predicate)
        return fmt::format("{} denies what {} states: {}", here, there, label);
      return label == other
                 ? fmt::format("{} rules out {}, which {} speaks of", here, label, there)
                 : fmt::format("{} rules out {}, and {} speaks of {}", here, label, there, other);
    case ClashKind::likelihood:
      return fmt::format("they differ on how often it happens ({})", label);
    case ClashKind::degree:
      return fmt::format("they differ on how strong it is ({})", label);
    case ClashKind::quantity:
      if (clash.claim.quantity && clash.other_claim.quantity)
        return fmt::format("{}{} says {}, {} {}", measured_by(knowledge.frames[clash.claim.frame]),
                           here,
                           figure_of_side(knowledge, *clash.claim.quantity,
                                          words_of(knowledge, clash.statement)),
                           there,
                           figure_of_side(knowledge, *clash.other_claim.quantity,
                                          words_of(knowledge, clash.others.front())));
      return "the figures differ";
    case ClashKind::exclusive:
      return fmt::format("{} says {}{}, {} {}{}", here, clash.claim.only ? "only " : "", label,
                         there, clash.other_claim.only ? "only " : "", other);
    case ClashKind::reversed:
      return fmt::format("they compare {} and {} the other way round",
                         knowledge.concept_of(clash.claim.subject).label, label);
    case ClashKind::declared:
    case ClashKind::none:
      break;
  }
  return {};
}

// How a verdict is reported.
struct Manner {
  std::string_view rule;
  findings::Severity severity;
  std::string_view judges;
};

Manner manner_of(assertions::Verdict verdict) {
  if (verdict == assertions::Verdict::contradiction)
    return {"claims.contradiction", findings::Severity::error, "cannot both be true"};
  if (verdict == assertions::Verdict::tension)
    return {"claims.tension", findings::Severity::warning, "do not go together"};
  return {"claims.query", findings::Severity::suggestion, "may not go together"};
}

// Whether one sentence says both.
bool is_one_breath(const StatementClash& clash) {
  const Side& other = clash.others.front();
  return !other.is_fact() && !clash.turned &&
         other.statement.file == clash.statement.statement.file &&
         sentence_of(other.statement.identity) == sentence_of(clash.statement.statement.identity);
}

// "“…” and “…” (line 3) cannot both be true: the first rules out redness, and the second speaks of
// it."
std::string message_of(const Knowledge& knowledge, const StatementClash& clash,
                       std::string_view first, std::string_view second, std::string_view here,
                       std::string_view there) {
  const std::string what = what_clashes(knowledge, clash, here, there);
  if (is_one_breath(clash))
    return fmt::format("In {}, {} and {} {}{}{}.", quoted(clash.statement.statement.quote),
                       quoted(clash.statement.statement.text),
                       quoted(clash.others.front().statement.text),
                       manner_of(clash.comparison.verdict).judges, what.empty() ? "" : ": ", what);
  return fmt::format("{} and {} {}{}{}.", first, second, manner_of(clash.comparison.verdict).judges,
                     what.empty() ? "" : ": ", what);
}

std::string other_side(const Knowledge& knowledge, const StatementClash& clash) {
  const Side& other = clash.others.front();
  if (other.is_fact()) {
    const knowledge::Fact& fact = knowledge.facts[other.fact];
    return fmt::format("the fact {} ({}, in the pack {})", quoted(fact.says), fact.source.title,
                       fact.pack);
  }
  return fmt::format("{} ({})", quoted(other.statement.quote),
                     where(clash.statement.statement, other.statement));
}

findings::Location location_of(const Knowledge& knowledge, const Side& side) {
  if (!side.is_fact()) return side.statement.location();
  const knowledge::Fact& fact = knowledge.facts[side.fact];
  findings::Location location;
  location.file = fact.file;
  location.text = fact.says;
  location.begin = {fact.position.line, fact.position.column};
  location.end = location.begin;
  return location;
}

// What tells a side from all others, whatever line it stands in.
std::string identity_of(const Knowledge& knowledge, const Side& side) {
  if (side.is_fact()) {
    const knowledge::Fact& fact = knowledge.facts[side.fact];
    return fmt::format("{}\n{}", fact.pack, fact.id);
  }
  return fmt::format("{}\n{:016x}\n{}", side.statement.file, side.statement.identity,
                     side.statement.text);
}

// The same from either side.
std::string pair_fingerprint(const Knowledge& knowledge, const Side& a, const Side& b) {
  std::string first = identity_of(knowledge, a);
  std::string second = identity_of(knowledge, b);
  if (second < first) std::swap(first, second);
  return base::hex_digest(first + "\n\n" + second);
}

findings::Related related_of(const Knowledge& knowledge, const Side& place, const Side& other) {
  findings::Related related;
  related.location = location_of(knowledge, other);
  if (!other.is_fact()) related.message = quoted(other.statement.quote);
  if (other.is_fact()) {
    const knowledge::Fact& fact = knowledge.facts[other.fact];
    related.message = fact.says;
    related.source = fact.source;
  }
  related.fingerprint = pair_fingerprint(knowledge, place, other);
  return related;
}

std::string in_small(std::string text) {
  if (!text.empty() && text.front() >= 'A' && text.front() <= 'Z')
    text.front() = static_cast<char>(text.front() - 'A' + 'a');
  return text;
}

// Seen from the side that was asked about, while the other one is to be mended.
std::string turned_message(const Knowledge& knowledge, const StatementClash& clash) {
  const SummaryView& here = clash.others.front().statement;
  const SummaryView& there = clash.statement.statement;
  const bool one_is_wrong =
      clash.comparison.first_overpromises || clash.comparison.second_overpromises;
  const std::string way = way_out(knowledge, clash);
  return fmt::format("{} {}",
                     message_of(knowledge, clash, quoted(here.quote),
                                fmt::format("{} ({})", quoted(there.quote), where(here, there)),
                                "the second", "the first"),
                     one_is_wrong ? "Mend the other statement: " + in_small(way) : way);
}

std::string_view caveat(const StatementClash& clash) {
  return clash.claim.by_example || clash.other_claim.by_example
             ? " What one of them says was read by example; if it says something else, let it stand."
             : "";
}

}  // namespace

findings::Finding finding_of(const Knowledge& knowledge, const StatementClash& clash) {
  const Manner manner = manner_of(clash.comparison.verdict);
  findings::Finding finding;
  finding.rule = manner.rule;
  finding.category = findings::Category::contradiction;
  finding.severity = manner.severity;
  // The statement's, wherever it moves and from whichever side it is seen; each pair has its own.
  const int kind =
      static_cast<int>(clash.claim.denied ? ClashKind::polarity : clash.comparison.kind);
  finding.identity = fmt::format("{}\n{}", kind, identity_of(knowledge, clash.statement));
  finding.identity_file = clash.statement.statement.file;
  finding.related_omitted = clash.omitted;
  const Side& place = clash.turned ? clash.others.front() : clash.statement;
  finding.location = location_of(knowledge, place);
  if (clash.turned) {
    const SummaryView& here = place.statement;
    finding.turned = fmt::format("{}\n{:016x}", kind, here.identity);
    finding.message = turned_message(knowledge, clash);
    finding.message += caveat(clash);
    finding.related.push_back(related_of(knowledge, place, clash.statement));
    return finding;
  }
  finding.message =
      fmt::format("{} {}",
                  message_of(knowledge, clash, quoted(clash.statement.statement.quote),
                             other_side(knowledge, clash), "the first", "the second"),
                  way_out(knowledge, clash));
  finding.message += caveat(clash);
  for (const Side& other : clash.others)
    finding.related.push_back(related_of(knowledge, place, other));
  return finding;
}

}  // namespace linter::checks::claims
