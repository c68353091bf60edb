#include "linter/checks/spelling/reporter.h"

#include <algorithm>
#include <iterator>
#include <span>
#include <utility>

#include "linter/base/names.h"
#include "linter/base/utf8.h"
#include "linter/findings/apostrophes.h"
#include "linter/prose/quotations.h"

namespace linter::checks::spelling {

std::string quoted(std::string_view text) {
  return "“" + base::shortened(text) + "”";
}

namespace {

char ascii_upper(char c) {
  return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
}

}  // namespace

bool may_replace(const Scan& scan, Scan::Index first, Scan::Index last) {
  const base::Span span{scan.token(first).text.begin, scan.token(last).text.end};
  const lexicon::Reading& reading = scan.reading();
  std::vector<std::string> seen{std::string(reading.view(span))};
  const std::string_view source = reading.article.source_span(span).of(reading.source.bytes);
  findings::adopt_apostrophes(source, true, seen);
  return (reading.article.is_verbatim(span) || seen.front() == source) &&
         !prose::is_anothers_words(reading.article, reading.source.bytes, span);
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
  first_tokens_.push_back(first);
  finding.rule = about.id;
  finding.category = about.category;
  finding.severity = about.severity;
  finding.message = std::move(message);
  finding.location.file = reading.source.path;
  finding.location.span =
      reading.article.source_span({scan_->token(first).text.begin, scan_->token(last).text.end});
  finding.location.text = finding.location.span.of(reading.source.bytes);
  const bool is_mark = !scan_->is_word(first) && !scan_->is_number(first);
  finding.identity = std::string(is_mark ? scan_->text(first) : scan_->folded(first)) + '\n' +
                     std::string(reading.view(scan_->sentence_of(first).text));
  return finding;
}

void Reporter::suggest(findings::Finding& finding, Scan::Index first, Scan::Index last,
                       std::string replacement, bool sure) {
  finding.suggestions.push_back(std::move(replacement));
  finding.safe_fix = sure && may_replace(*scan_, first, last);
}

void Reporter::mean(Scan::Index first, Scan::Index last, std::string word) {
  if (word.contains(' ')) return;
  result_->meant.push_back(
      {{scan_->token(first).text.begin, scan_->token(last).text.end}, std::move(word)});
}

void Reporter::report_joined(Scan::Index first, Scan::Index last, std::string joined) {
  constexpr int often = 3;
  const bool again = ++joined_[joined] >= often;
  const sentences::Shape shape = scan_->token(first).shape;
  if (shape == sentences::Shape::capitalised) {
    joined = base::capitalised(joined);
  } else if (shape == sentences::Shape::upper && scan_->text(first).size() > 1) {
    std::ranges::transform(joined, joined.begin(), ascii_upper);
  }
  const std::string_view seen =
      scan_->reading().view({scan_->token(first).text.begin, scan_->token(last).text.end});
  findings::Finding& finding = report(Rule::split_compound, first, last,
                                      quoted(seen) + " is a compound written apart; write " +
                                          quoted(joined) + " unless the words are meant apart" +
                                          (again ? "; the article has it so more than twice" : ""));
  if (again) finding.severity = findings::Severity::suggestion;  // a habit, told twice
  suggest(finding, first, last, std::move(joined), false);
  joins_.push_back({first, last});
}

// "octor" of "d octor".
bool Reporter::is_part_of_join(const findings::Finding& finding, Scan::Index first) const {
  const auto after = std::ranges::upper_bound(joins_, first, {}, &Join::first);
  return after != joins_.begin() && std::prev(after)->last >= first &&
         finding.rule != info(Rule::split_compound).id;
}

bool Reporter::has_word(const std::string& folded) {
  const auto [known, added] = words_.try_emplace(folded, false);
  if (!added) return known->second;
  for (Scan::Index i = 0; i < scan_->size() && !known->second; ++i)
    known->second = scan_->is_word(i) && scan_->folded(i) == folded;
  return known->second;
}

bool Reporter::is_before_sic(const findings::Finding& finding) const {
  constexpr std::size_t beside = 3;  // "** [sic]"
  std::string_view rest = scan_->reading().source.bytes;
  rest.remove_prefix(std::min<std::size_t>(rest.size(), finding.location.span.end));
  return prose::is_before_sic(rest, beside);
}

void Reporter::adopt_apostrophes() {
  const auto has_apostrophe = [](const findings::Finding& finding) {
    return std::ranges::any_of(finding.suggestions,
                               [](const std::string& text) { return text.contains('\''); });
  };
  const std::span all = std::span(result_->findings).subspan(before_);
  if (std::ranges::none_of(all, has_apostrophe) ||
      !findings::has_curly_apostrophe(scan_->reading().source.bytes)) {
    return;
  }
  for (findings::Finding& finding : all) spelling::adopt_apostrophes(true, finding);
}

void adopt_apostrophes(bool article_has_curly, findings::Finding& finding) {
  std::vector<std::string> message{std::move(finding.message)};
  findings::adopt_apostrophes(finding.location.text, article_has_curly, message);
  finding.message = std::move(message.front());
  findings::adopt_apostrophes(finding.location.text, article_has_curly, finding.suggestions);
}

}  // namespace linter::checks::spelling
