#include "linter/checks/claims/wording.h"

#include <fmt/format.h>
#include <utility>

#include "linter/base/hash.h"

namespace linter::checks::claims {
namespace {

using assertions::ClashKind;
using knowledge::Knowledge;

constexpr std::size_t longest_quote = 160;  // bytes

std::string quoted(std::string_view text) {
  std::string line;
  for (const char byte : text) {
    const bool space = byte == '\n' || byte == '\r' || byte == '\t' || byte == ' ';
    if (space && !line.empty() && line.back() == ' ') continue;
    line += space ? ' ' : byte;
  }
  if (line.size() > longest_quote) {
    std::size_t cut = longest_quote;
    while (cut > 0 && (static_cast<unsigned char>(line[cut]) & 0xC0U) == 0x80U) --cut;
    line = line.substr(0, cut) + "…";
  }
  return "“" + line + "”";
}

std::string where(const SummaryView& statement, const SummaryView& other) {
  if (statement.file == other.file) return fmt::format("line {}", other.begin.line);
  return fmt::format("{}, line {}", other.file, other.begin.line);
}

std::string other_side(const Knowledge& knowledge, const StatementClash& clash) {
  const Side& other = clash.others.front();
  if (other.is_fact()) {
    const knowledge::Fact& fact = knowledge.facts[other.fact];
    return fmt::format("the fact of the pack {} that says “{}” ({})", fact.pack, fact.says,
                       fact.source.title);
  }
  return fmt::format("{} ({})", quoted(other.statement.text),
                     where(clash.statement.statement, other.statement));
}

std::string way_out(const Knowledge& knowledge, const StatementClash& clash) {
  switch (clash.comparison.kind) {
    case ClashKind::polarity:
      return clash.claim.denied ? "Say how often it happens, or take the denial out."
                                : "Say for whom it holds, or limit the promise.";
    case ClashKind::likelihood:
      return "Settle on how often it happens and say it the same way in both places.";
    case ClashKind::degree:
      return "Settle on how strong it is and say it the same way in both places.";
    case ClashKind::quantity:
      return "Settle on one figure, or say what the difference depends on.";
    case ClashKind::exclusive:
      return "Only one of the two can be right: correct the other.";
    case ClashKind::declared:
      return knowledge.clashes[clash.comparison.declared].message;
    case ClashKind::none:
      break;
  }
  return "Correct one of the two.";
}

std::string what_clashes(const Knowledge& knowledge, const StatementClash& clash) {
  const std::string& label = knowledge.concept_of(clash.claim.meaning).label;
  const std::string quote = quoted(clash.statement.statement.text);
  const std::string other = other_side(knowledge, clash);
  switch (clash.comparison.kind) {
    case ClashKind::polarity:
      return clash.claim.denied ? fmt::format("{} denies what {} states", quote, other)
                                : fmt::format("{} promises more than {} allows", quote, other);
    case ClashKind::likelihood:
      return fmt::format("{} does not agree with {} on how often {} happens", quote, other, label);
    case ClashKind::degree:
      return fmt::format("{} does not agree with {} on how strong {} is", quote, other, label);
    case ClashKind::quantity:
      return fmt::format("{} gives another figure than {}", quote, other);
    case ClashKind::exclusive:
      return fmt::format("{} cannot be right together with {}", quote, other);
    case ClashKind::declared:
    case ClashKind::none:
      break;
  }
  return fmt::format("{} does not go together with {}", quote, other);
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
  related.message = "The other statement.";
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
  const bool contradiction = clash.comparison.verdict == assertions::Verdict::contradiction;
  const bool one_is_wrong =
      clash.comparison.first_overpromises || clash.comparison.second_overpromises;
  const std::string way = way_out(knowledge, clash);
  return fmt::format("{} {} {} ({}). {}", quoted(here.text),
                     contradiction ? "contradicts" : "does not go together with",
                     quoted(there.text), where(here, there),
                     one_is_wrong ? "Mend the other statement: " + in_small(way) : way);
}

}  // namespace

findings::Finding finding_of(const Knowledge& knowledge, const StatementClash& clash) {
  const bool contradiction = clash.comparison.verdict == assertions::Verdict::contradiction;
  findings::Finding finding;
  finding.rule = contradiction ? "claims.contradiction" : "claims.tension";
  finding.category = findings::Category::contradiction;
  finding.severity = contradiction ? findings::Severity::error : findings::Severity::warning;
  // The statement's, wherever it moves and from whichever side it is seen; each pair has its own.
  finding.identity = fmt::format(
      "{}\n{}", static_cast<int>(clash.claim.denied ? ClashKind::polarity : clash.comparison.kind),
      identity_of(knowledge, clash.statement));
  finding.identity_file = clash.statement.statement.file;
  finding.related_omitted = clash.omitted;
  const Side& place = clash.turned ? clash.others.front() : clash.statement;
  finding.location = location_of(knowledge, place);
  if (clash.turned) {
    finding.message = turned_message(knowledge, clash);
    finding.related.push_back(related_of(knowledge, place, clash.statement));
    return finding;
  }
  finding.message =
      fmt::format("{}. {}", what_clashes(knowledge, clash), way_out(knowledge, clash));
  for (const Side& other : clash.others)
    finding.related.push_back(related_of(knowledge, place, other));
  return finding;
}

}  // namespace linter::checks::claims
