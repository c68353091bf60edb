#include "linter/checks/spelling/reporter.h"

#include <utility>

#include "linter/base/names.h"
#include "linter/base/utf8.h"

namespace linter::checks::spelling {
namespace {

// Whether double quotes are open where a token stands: somebody else's words.
bool is_quoted(const Scan& scan, Scan::Index i) {
  const prose::Block& block = scan.block_of(i);
  const std::string_view before = scan.reading().view({block.text.begin, scan.token(i).text.begin});
  bool straight = false;
  int curly = 0;
  for (std::size_t at = 0; at < before.size(); ++at) {
    if (before[at] == '"') straight = !straight;
    if (before.substr(at).starts_with("\u201C")) ++curly;
    if (before.substr(at).starts_with("\u201D")) --curly;
  }
  return straight || curly > 0;
}

}  // namespace

std::string quoted(std::string_view text) {
  return "“" + base::shortened(text) + "”";
}

bool may_replace(const Scan& scan, Scan::Index first, Scan::Index last) {
  const base::Span span{scan.token(first).text.begin, scan.token(last).text.end};
  return scan.reading().article.is_verbatim(span) && !is_quoted(scan, first) &&
         !prose::has(scan.block_of(first).scopes, prose::Scope::quote);
}

findings::Location Reporter::location_of(Scan::Index i) const {
  const lexicon::Reading& reading = scan_->reading();
  findings::Location where;
  where.file = reading.source.path;
  where.span = reading.article.source_span(scan_->token(i).text);
  where.text = where.span.of(reading.source.bytes);
  return where;
}

findings::Finding& Reporter::report(Rule rule, Scan::Index first, Scan::Index last,
                                    std::string message) {
  const lexicon::Reading& reading = scan_->reading();
  const RuleInfo& about = info(rule);
  findings::Finding& finding = result_->findings.emplace_back();
  finding.rule = about.id;
  finding.category = about.category;
  finding.severity = about.severity;
  finding.message = std::move(message);
  finding.location.file = reading.source.path;
  finding.location.span =
      reading.article.source_span({scan_->token(first).text.begin, scan_->token(last).text.end});
  finding.location.text = finding.location.span.of(reading.source.bytes);
  finding.identity = std::string(scan_->folded(first)) + '\n' +
                     std::string(reading.view(scan_->sentence_of(first).text));
  return finding;
}

void Reporter::suggest(findings::Finding& finding, Scan::Index first, Scan::Index last,
                       std::string replacement, bool sure) {
  finding.suggestions.push_back(std::move(replacement));
  finding.safe_fix = sure && may_replace(*scan_, first, last);
}

void Reporter::report_joined(Scan::Index first, Scan::Index last, std::string joined) {
  if (scan_->token(first).shape == sentences::Shape::capitalised)
    joined = base::capitalised(joined);
  const std::string_view seen =
      scan_->reading().view({scan_->token(first).text.begin, scan_->token(last).text.end});
  findings::Finding& finding =
      report(Rule::split_compound, first, last,
             quoted(seen) + " is a compound written apart; write " + quoted(joined));
  suggest(finding, first, last, std::move(joined), false);
}

}  // namespace linter::checks::spelling
