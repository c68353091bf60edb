#include "linter/checks/policy/finding.h"

#include <algorithm>

#include "linter/base/utf8.h"
#include "linter/findings/apostrophes.h"
#include "linter/prose/quotations.h"

namespace linter::checks::policy {
namespace {

// What stands around a finding: its sentence, or where that is long, what is near.
std::string_view surroundings(const lexicon::Reading& reading, base::Span where) {
  constexpr std::uint32_t far = 200;
  const sentences::Text& text = reading.text;
  const base::Span sentence =
      text.sentences.empty() ? where : text.sentences[text.sentence_at(where.begin)].text;
  const std::uint32_t begin = std::max(sentence.begin, where.begin - std::min(where.begin, far));
  const std::uint32_t end = std::min(std::max(sentence.end, where.end), where.end + far);
  return begin < end ? reading.view({begin, end}) : std::string_view();
}

// What tells the finding from others of its rule: its words and those around it.
std::string identity_of(const lexicon::Reading& reading, base::Span where) {
  return base::lower(reading.view(where)) + "\n" + base::lower(surroundings(reading, where));
}

}  // namespace

findings::Location location_of(const lexicon::Reading& reading, base::Span view_span) {
  findings::Location location;
  location.file = reading.source.path;
  const std::uint32_t begin = reading.source.text_begin();
  location.span =
      view_span.empty() ? base::Span{begin, begin} : reading.article.source_span(view_span);
  location.text = location.span.of(reading.source.bytes);
  return location;
}

findings::Finding finding_of(const Rule& rule, findings::Location location, std::string_view match,
                             Values values) {
  if (std::ranges::find(values, "match", &Values::value_type::first) == values.end())
    values.emplace_back("match", quotable(match));
  findings::Finding finding;
  finding.rule = rule.info.id;
  finding.category = rule.info.category;
  finding.severity = rule.severity;
  finding.news = rule.news;
  finding.message = rule.message.filled(values);
  finding.instead = rule.info.instead;
  finding.location = std::move(location);
  finding.sources = rule.info.sources;
  finding.jurisdictions = rule.info.jurisdictions;
  return finding;
}

findings::Finding finding_of(const Rule& rule, const lexicon::Reading& reading, Report report) {
  findings::Finding finding = finding_of(rule, location_of(reading, report.where),
                                         reading.view(report.where), std::move(report.values));
  finding.suggestions = std::move(report.suggestions);
  // a message that quotes what to write says what is meant where that is nothing
  constexpr std::string_view quoted_nothing = "“”";
  const std::size_t nothing = finding.message.find(quoted_nothing);
  if (nothing != std::string::npos && std::ranges::count(finding.suggestions, std::string()) > 0)
    finding.message.replace(nothing, quoted_nothing.size(), "leave it out");
  const auto has_apostrophe = [](const std::string& text) { return text.contains('\''); };
  if (std::ranges::any_of(finding.suggestions, has_apostrophe))
    findings::adopt_apostrophes(finding.location.text,
                                findings::has_curly_apostrophe(reading.source.bytes),
                                finding.suggestions);
  finding.safe_fix = report.safe_fix && reading.article.is_verbatim(report.where) &&
                     !prose::is_anothers_words(reading.article, reading.source.bytes, report.where);
  if (!report.about_article) finding.identity = identity_of(reading, report.where);
  if (!report.remark.empty()) finding.remark = location_of(reading, report.remark);
  return finding;
}

}  // namespace linter::checks::policy
