#include "linter/run/told_article.h"

#include <algorithm>
#include <map>
#include <string_view>
#include <tuple>
#include <utility>

namespace linter::run {
namespace {

// The group of a job as every machine calls it: folders from the root on. Names cannot hold the
// separator, since a tab in them is written otherwise.
std::string group_of(const Plan& plan, const Job& job) {
  const std::size_t end = std::min(job.group.find('\0'), job.group.size());
  const std::string raw = shown_path(plan, job.group.substr(0, end)) + job.group.substr(end);
  std::string group;
  for (const char byte : raw) {
    if (byte == '\0') {
      group += '|';
    } else if (byte == '|' || byte == '\t' || byte == '%') {
      group += byte == '|' ? "%7C" : byte == '\t' ? "%09" : "%25";
    } else {
      group += byte;
    }
  }
  return group;
}

// Equal ones together, in the order of the first of each.
std::vector<std::vector<checks::Summary>> gathered(std::vector<checks::Summary> summaries) {
  using Key = std::tuple<std::string_view, std::string_view, std::string_view>;
  std::map<Key, std::size_t> known;
  std::vector<std::size_t> at;
  for (const checks::Summary& summary : summaries)
    at.push_back(
        known.try_emplace({summary.check, summary.key, summary.value}, known.size()).first->second);
  std::vector<std::vector<checks::Summary>> equal(known.size());
  known.clear();
  for (std::size_t i = 0; i < at.size(); ++i) equal[at[i]].push_back(std::move(summaries[i]));
  return equal;
}

}  // namespace

ToldArticle ArticleTeller::told(const Job& job, ArticleReport& report) {
  ToldArticle made;
  records::ArticleRecord& article = made.article;
  article.file = job.shown;
  article.language = report.language;
  if (!report.language.empty())
    article.settings = book_.digest_of(*job.settings, report.language, job.shown);
  article.asked = job.requested;
  article.words = report.words;
  article.bytes = report.bytes;
  article.stets = std::move(report.stets);
  article.uses = std::move(report.uses);
  for (findings::Finding& finding : report.findings) {
    const std::uint64_t number = article.findings.count;
    add(records::FindingRecord{.between = {}, .number = number, .finding = std::move(finding)},
        made, article.findings);
  }
  add_summaries(job, report, made);
  if (job.requested) errors_.tell(std::move(report.errors));
  return made;
}

void ArticleTeller::add(const records::Record& record, ToldArticle& to, records::Tally& tally) {
  std::string line = records::line_of(record);
  if (auto error = too_long(line, to.article.file)) {
    errors_.tell({std::move(*error)});
    return;
  }
  tally.add(line);
  to.lines.push_back(std::move(line));
}

// Equal ones become one record with several places.
void ArticleTeller::add_summaries(const Job& job, ArticleReport& report, ToldArticle& to) {
  if (report.summaries.empty()) return;
  const std::string group = group_of(names_, job);
  for (std::vector<checks::Summary>& equal : gathered(std::move(report.summaries))) {
    add(records::SummaryRecord{.group = group,
                               .language = report.language,
                               .settings = to.article.settings,
                               .number = to.article.summaries.count,
                               .summaries = std::move(equal)},
        to, to.article.summaries);
  }
}

std::string ArticleTeller::line_of(records::ArticleRecord article) {
  std::string line = records::line_of(article);
  auto error = too_long(line, article.file);
  if (!error) return line;
  errors_.tell({std::move(*error)});
  article.stets.clear();
  article.uses.clear();
  return records::line_of(std::move(article));
}

}  // namespace linter::run
