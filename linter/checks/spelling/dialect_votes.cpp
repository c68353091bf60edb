#include "linter/checks/spelling/dialect_votes.h"

#include "linter/base/names.h"
#include "linter/checks/spelling/rules.h"

namespace linter::checks::spelling {
namespace {

constexpr std::string_view vote_key = "dialect";
constexpr std::string_view open_key = "dialect-open";
constexpr char american = 'a';
constexpr char british = 'b';

char letter_of(English english) {
  return english == English::british ? british : american;
}

}  // namespace

Summary dialect_vote(English english, std::uint32_t words, const findings::Location& place) {
  return {.check = "spelling",
          .key = std::string(vote_key),
          .value = std::string(1, letter_of(english)),
          .count = words,
          .location = place};
}

Summary open_dialect_word(English from, const std::string& right, const findings::Location& place) {
  return {.check = "spelling",
          .key = std::string(open_key),
          .value = letter_of(from) + right,
          .count = 1,
          .location = place};
}

void settle_dialects(std::span<const Summary> summaries, std::vector<findings::Finding>& found) {
  std::uint64_t for_american = 0;
  std::uint64_t for_british = 0;
  for (const Summary& one : summaries) {
    if (one.key == vote_key)
      (one.value.front() == british ? for_british : for_american) += one.count;
  }
  const English english = for_british > for_american ? English::british : English::american;
  const bool told = for_british != for_american;
  for (const Summary& one : summaries) {
    if (one.key != open_key || one.value.front() != letter_of(english)) continue;
    const RuleInfo& about = info(Rule::dialect);
    const std::string right = one.value.substr(1);
    findings::Finding& finding = found.emplace_back();
    finding.rule = about.id;
    finding.category = about.category;
    finding.severity = about.severity;
    finding.message =
        "“" + base::shortened(one.location.text) + "” is not " + std::string(name_of(english)) +
        (told ? ", in which most of these articles are written" : "") + "; write “" + right + "”";
    finding.location = one.location;
    finding.suggestions.push_back(right);
    finding.identity = one.location.text + '\n' + one.location.excerpt;
  }
}

}  // namespace linter::checks::spelling
