#include "linter/checks/claims/wording.h"

#include <fmt/format.h>

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

std::string where(const Summary& statement, const Summary& other) {
  if (statement.location.file == other.location.file)
    return fmt::format("line {}", other.location.begin.line);
  return fmt::format("{}, line {}", other.location.file, other.location.begin.line);
}

std::string other_side(const Knowledge& knowledge, const StatementClash& clash) {
  const Side& other = clash.others.front();
  if (other.summary == nullptr) {
    const knowledge::Fact& fact = knowledge.facts[other.fact];
    return fmt::format("the facts of the pack {} say: {} ({})", fact.pack, fact.says,
                       fact.source.title);
  }
  return fmt::format("{} ({}) says otherwise", quoted(other.summary->location.text),
                     where(*clash.statement.summary, *other.summary));
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

std::string what_is_said(const Knowledge& knowledge, const StatementClash& clash) {
  const std::string& label = knowledge.concept_of(clash.claim.meaning).label;
  const std::string quote = quoted(clash.statement.summary->location.text);
  switch (clash.comparison.kind) {
    case ClashKind::polarity:
      return clash.claim.denied ? fmt::format("{} denies {}", quote, label)
                                : fmt::format("{} promises too much about {}", quote, label);
    case ClashKind::likelihood:
      return fmt::format("{} says how often {} happens", quote, label);
    case ClashKind::degree:
      return fmt::format("{} says how strong {} is", quote, label);
    case ClashKind::quantity:
      return fmt::format("{} gives a figure for {}", quote, label);
    case ClashKind::exclusive:
      return fmt::format("{} says {}", quote, label);
    case ClashKind::declared:
    case ClashKind::none:
      break;
  }
  return fmt::format("{} speaks of {}", quote, label);
}

findings::Related related_of(const Knowledge& knowledge, const Side& side) {
  findings::Related related;
  if (side.summary != nullptr) {
    related.location = side.summary->location;
    related.message = "The other statement.";
    return related;
  }
  const knowledge::Fact& fact = knowledge.facts[side.fact];
  related.location.file = fact.file;
  related.location.text = fact.says;
  related.location.begin = {fact.position.line, fact.position.column};
  related.location.end = related.location.begin;
  related.message = fact.says;
  related.source = fact.source;
  return related;
}

}  // namespace

findings::Finding finding_of(const Knowledge& knowledge, const StatementClash& clash) {
  const bool contradiction = clash.comparison.verdict == assertions::Verdict::contradiction;
  findings::Finding finding;
  finding.rule = contradiction ? "claims.contradiction" : "claims.tension";
  finding.category = findings::Category::contradiction;
  finding.severity = contradiction ? findings::Severity::error : findings::Severity::warning;
  finding.message = fmt::format("{}, but {}. {}", what_is_said(knowledge, clash),
                                other_side(knowledge, clash), way_out(knowledge, clash));
  finding.location = clash.statement.summary->location;
  for (const Side& other : clash.others) finding.related.push_back(related_of(knowledge, other));
  finding.related_omitted = clash.omitted;
  // The pair keeps its identity wherever its sides move.
  finding.identity = finding.location.text;
  for (const findings::Related& related : finding.related)
    finding.identity += "\n" + related.location.text;
  return finding;
}

}  // namespace linter::checks::claims
