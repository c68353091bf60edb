#include "linter/suppression/rules.h"

#include <array>
#include <utility>

#include "linter/suppression/stets.h"

namespace linter::suppression {
namespace {

using findings::Category;
using findings::RuleInfo;
using findings::Severity;

RuleInfo row(std::string id, Severity severity, std::string about, std::string why, std::string bad,
             std::string good) {
  RuleInfo rule;
  rule.id = std::move(id);
  rule.category = Category::upkeep;
  rule.severity = severity;
  rule.about = std::move(about);
  rule.why = std::move(why);
  rule.bad = {std::move(bad)};
  rule.good = {std::move(good)};
  rule.stet_never = true;
  return rule;
}

const std::array<RuleInfo, 7>& table() {
  static const std::array<RuleInfo, 7> rows{
      row("stet.malformed", Severity::warning, "A stet comment that cannot be understood",
          "A comment that silences nothing while its author believes it does hides what comes "
          "next.",
          "<!-- stet until spring health-claims.painless: quoted -->",
          "<!-- stet health-claims.painless until 2027-03-01: quoted -->"),
      row("stet.no-reason", Severity::warning, "A stet comment without a reason",
          "Whoever reads the article next must be able to judge whether the exception still holds.",
          "<!-- stet health-claims.painless -->",
          "<!-- stet health-claims.painless: quoted from the study -->"),
      row("stet.unknown-rule", Severity::warning, "A stet comment for a rule that there is not",
          "A misspelt rule silences nothing.", "<!-- stet health-claims.painles: quoted -->",
          "<!-- stet health-claims.painless: quoted -->"),
      row("stet.never", Severity::warning, "A stet comment for a rule that may not be silenced",
          "Some claims may not be published whatever the reason; the pack says which.",
          "<!-- stet stet.unused: later -->", "<!-- stet health-claims.praise: a name -->"),
      row("stet.expired", Severity::warning, "A stet comment whose date has passed",
          "What was let stand for a time is due for another look.",
          "<!-- stet health-claims.painless until 2020-01-01: quoted -->",
          "<!-- stet health-claims.painless until 2999-01-01: quoted -->"),
      row("stet.unused", Severity::warning, "A stet comment that silences nothing",
          "It would silence the next fault that comes to stand there, unseen.",
          "<!-- stet health-claims.painless: quoted --> above a paragraph that claims nothing",
          "<!-- stet health-claims.painless: quoted --> above the paragraph with the quotation"),
      row("stet.too-broad", Severity::suggestion,
          "A stet comment that names a whole pack where one rule would do",
          "It silences rules that nobody has looked at yet.", "<!-- stet health-claims: quoted -->",
          "<!-- stet health-claims.painless: quoted -->"),
  };
  return rows;
}

}  // namespace

const RuleInfo& info(Rule rule) {
  return table()[static_cast<std::size_t>(rule)];
}

std::span<const RuleInfo> rules() {
  return table();
}

findings::Finding finding_of(Rule rule, const findings::Location& place, std::string message) {
  const RuleInfo& about = info(rule);
  findings::Finding finding;
  finding.rule = about.id;
  finding.category = about.category;
  finding.severity = about.severity;
  finding.message = std::move(message);
  finding.location = place;
  finding.identity = place.text;
  return finding;
}

}  // namespace linter::suppression
