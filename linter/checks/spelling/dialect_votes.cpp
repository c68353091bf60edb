#include "linter/checks/spelling/dialect_votes.h"

#include <algorithm>
#include <array>

#include "linter/base/names.h"
#include "linter/checks/spelling/rules.h"

namespace linter::checks::spelling {
namespace {

// Votes and open words are judged together, so they have one key; the value begins with what it is
// and the dialect that it speaks of.
constexpr std::string_view dialect_key = "dialect";
constexpr char vote = 'v';
constexpr char open = 'o';
constexpr char suggestion = 's';
constexpr char american = 'a';
constexpr char british = 'b';
constexpr std::size_t right_begin = 2;

char letter_of(English english) {
  return english == English::british ? british : american;
}

// What an article's own finding should suggest first.
void amend(const Summary& one, std::vector<findings::Finding>& found) {
  const RuleInfo& about = info(Rule::unknown_word);
  findings::Finding& finding = found.emplace_back();
  finding.rule = about.id;
  finding.category = about.category;
  finding.severity = about.severity;
  finding.location = one.location;
  finding.suggestions.push_back(one.value.substr(right_begin));
  finding.identity = one.location.text + '\n' + one.location.excerpt;
}

}  // namespace

Summary dialect_vote(English english, std::uint32_t words, const findings::Location& place) {
  return {.check = "spelling",
          .key = std::string(dialect_key),
          .value = {vote, letter_of(english)},
          .count = words,
          .location = place};
}

Summary open_dialect_word(English from, const std::string& right, const findings::Location& place) {
  return {.check = "spelling",
          .key = std::string(dialect_key),
          .value = std::string{open, letter_of(from)} + right,
          .count = 1,
          .location = place};
}

Summary open_suggestion(English english, const std::string& right,
                        const findings::Location& place) {
  return {.check = "spelling",
          .key = std::string(dialect_key),
          .value = std::string{suggestion, letter_of(english)} + right,
          .count = 1,
          .location = place};
}

bool is_dialect_vote(const Summary& summary) {
  return summary.value == std::string{vote, american} ||
         summary.value == std::string{vote, british};
}

bool is_open_dialect_word(const Summary& summary) {
  static constexpr std::array<char, 2> kinds{open, suggestion};
  static constexpr std::array<char, 2> dialects{american, british};
  return summary.value.size() > right_begin &&
         std::ranges::find(kinds, summary.value[0]) != kinds.end() &&
         std::ranges::find(dialects, summary.value[1]) != dialects.end();
}

void settle_dialects(std::span<const Summary> summaries, std::vector<findings::Finding>& found) {
  std::uint64_t for_american = 0;
  std::uint64_t for_british = 0;
  for (const Summary& one : summaries) {
    if (is_dialect_vote(one)) (one.value[1] == british ? for_british : for_american) += one.count;
  }
  const English english = for_british > for_american ? English::british : English::american;
  const bool told = for_british != for_american;
  for (const Summary& one : summaries) {
    if (one.value.starts_with(std::string{suggestion, letter_of(english)})) amend(one, found);
    if (!one.value.starts_with(std::string{open, letter_of(english)})) continue;
    const RuleInfo& about = info(Rule::dialect);
    const std::string right = one.value.substr(right_begin);
    findings::Finding& finding = found.emplace_back();
    finding.rule = about.id;
    finding.category = about.category;
    finding.severity = about.severity;
    // open words are those of the other dialect
    const bool is_british = english == English::american;
    finding.message =
        "“" + base::shortened(one.location.text) + "” is " + (is_british ? "British" : "American") +
        " spelling, and " +
        (told ? "most of these articles are in " + std::string(name_of(english))
              : "nothing says in which English this article is; American is taken where nobody "
                "says `language: en-GB`") +
        "; write “" + right + "”";
    finding.location = one.location;
    finding.suggestions.push_back(right);
    finding.identity = one.location.text + '\n' + one.location.excerpt;
  }
}

}  // namespace linter::checks::spelling
