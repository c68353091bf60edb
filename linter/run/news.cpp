#include "linter/run/news.h"

#include <algorithm>
#include <array>
#include <functional>
#include <unordered_map>

#include "linter/base/utf8.h"

namespace linter::run {
namespace {

using checks::Summary;
using findings::Category;
using findings::Finding;

constexpr std::size_t no_pair = SIZE_MAX;

// Something of one version of a file, until it has found its counterpart in the other.
template <class Thing>
struct Entry {
  Thing* thing = nullptr;
  std::size_t pair = 0;
  bool open = true;
};

// Of equal keys, strikes as many now as there were before. An empty key has no counterpart.
template <class Now, class Before, class Key>
void strike(std::vector<Entry<Now>>& now, std::vector<Entry<Before>>& before, const Key& key) {
  std::unordered_map<std::string, std::vector<Entry<Before>*>> waiting;
  for (Entry<Before>& entry : before) {
    if (!entry.open) continue;
    if (std::string name = key(*entry.thing, entry.pair, true); !name.empty())
      waiting[std::move(name)].push_back(&entry);
  }
  for (Entry<Now>& entry : now) {
    if (!entry.open || waiting.empty()) continue;
    const auto found = waiting.find(key(*entry.thing, entry.pair, false));
    if (found == waiting.end() || found->second.empty()) continue;
    found->second.back()->open = false;
    found->second.pop_back();
    entry.open = false;
  }
}

template <class... Parts>
std::string joined(const Parts&... parts) {
  std::string text;
  (text.append(parts).append(1, '\0'), ...);
  return text;
}

// A statement: its check tells its place from others. The rest are forms of words, of which an
// article has or has not some.
bool is_statement(const Summary& summary) {
  return summary.identity != 0;
}

std::string exactly(const Summary& summary) {
  return joined(summary.check, summary.key, summary.value, summary.location.text,
                std::to_string(summary.identity));
}

bool covers(const suppression::Stet& stet, const Summary& summary) {
  const std::uint32_t at = summary.location.span.begin;
  return stet.whole_article || (stet.covers.begin <= at && at < stet.covers.end);
}

bool is_about_claims(const suppression::Stet& stet, std::string_view today) {
  const bool holds = stet.note.until.empty() || stet.note.until >= today;
  return holds && (stet.note.rule == "claims" || stet.note.rule.starts_with("claims."));
}

// The text whose lines findings name; empty when it cannot be read.
std::string text_of(const Job& job, const base::FileSystem& files) {
  const base::FileSystem& own = job.files != nullptr ? *job.files : files;
  auto bytes = own.read(job.path, job.settings->settings.max_file_bytes.value);
  if (!bytes) return {};
  auto source = prose::read_text(*job.format, job.shown, std::move(*bytes));
  return source ? std::move(source->bytes) : std::string();
}

std::size_t index_of(std::span<const Job> jobs, std::string_view shown) {
  const Job* job = job_named(jobs, shown);
  return job == nullptr ? SIZE_MAX : static_cast<std::size_t>(job - jobs.data());
}

}  // namespace

News::News(const Past& past, std::span<const Job> jobs, std::span<ArticleReport> reports,
           std::span<const ArticleReport> old_reports, std::string_view today)
    : past_(past),
      jobs_(jobs),
      reports_(reports),
      old_reports_(old_reports),
      today_(today),
      pair_of_job_(jobs.size(), no_pair),
      pair_of_old_job_(past.jobs().size(), no_pair) {
  for (std::size_t i = 0; i < past.pairs().size(); ++i) {
    const Pair& pair = past.pairs()[i];
    if (pair.now) pair_of_job_[*pair.now] = i;
    if (pair.before) pair_of_old_job_[*pair.before] = i;
  }
}

std::size_t News::pair_of(std::string_view file) const {
  const std::size_t job = index_of(jobs_, file);
  return job == SIZE_MAX ? no_pair : pair_of_job_[job];
}

std::size_t News::old_pair_of(std::string_view file) const {
  const std::size_t job = index_of(past_.jobs(), file);
  return job == SIZE_MAX ? no_pair : pair_of_old_job_[job];
}

const Regions* News::regions_of(std::size_t pair) {
  const Pair& versions = past_.pairs()[pair];
  if (!versions.now || !versions.before) return nullptr;
  auto& known = regions_[pair];
  if (known == nullptr) {
    const std::string before = text_of(past_.jobs()[*versions.before], past_.files());
    const std::string now = text_of(jobs_[*versions.now], past_.files());
    known = std::make_unique<Regions>(before, now, past_.git().hunks(before, now));
  }
  return known.get();
}

std::string News::region_key(std::size_t pair, std::uint32_t line, bool old) {
  const Regions* regions = regions_of(pair);
  if (regions == nullptr) return {};
  const std::uint32_t region = old ? regions->of_old(line) : regions->of_new(line);
  return joined(std::to_string(pair), std::to_string(region));
}

void News::mark_statements() {
  for (const Pair& pair : past_.pairs()) {
    if (!pair.now) continue;
    for (Summary& summary : reports_[*pair.now].summaries) summary.asked = true;
  }
  mark_claims();
  mark_forms();
  for (const Pair& pair : past_.pairs()) {
    if (!pair.now) continue;
    for (const Summary& summary : reports_[*pair.now].summaries) {
      if (summary.asked)
        new_statements_.insert({jobs_[*pair.now].shown, summary.location.span.begin});
    }
  }
  mark_covered();
}

// A statement that was silenced before is new: the stet may be what the change took out.
void News::mark_claims() {
  std::vector<Entry<Summary>> now;
  std::vector<Entry<const Summary>> before;
  for (std::size_t i = 0; i < past_.pairs().size(); ++i) {
    const Pair& pair = past_.pairs()[i];
    if (pair.now) {
      for (Summary& summary : reports_[*pair.now].summaries)
        if (is_statement(summary)) now.push_back({&summary, i});
    }
    if (!pair.before) continue;
    const ArticleReport& old = old_reports_[*pair.before];
    for (const Summary& summary : old.summaries) {
      const bool silenced = std::ranges::any_of(old.stets, [&](const suppression::Stet& stet) {
        return is_about_claims(stet, today_) && covers(stet, summary);
      });
      if (is_statement(summary) && !silenced) before.push_back({&summary, i});
    }
  }
  strike(now, before, [](const Summary& summary, std::size_t pair, bool) {
    return std::to_string(pair) + '\0' + exactly(summary);
  });
  strike(now, before, [](const Summary& summary, std::size_t, bool) { return exactly(summary); });
  strike(now, before, [&](const Summary& summary, std::size_t pair, bool old) {
    const std::string region = region_key(pair, summary.location.begin.line, old);
    return region.empty() ? region : region + joined(summary.check, summary.key, summary.value);
  });
  for (const Entry<Summary>& entry : now) entry.thing->asked = entry.open;
}

void News::mark_forms() {
  std::set<std::string> known;
  const auto name = [](const Summary& summary) {
    return joined(summary.check, summary.key, summary.value);
  };
  for (const ArticleReport& report : old_reports_) {
    for (const Summary& summary : report.summaries)
      if (!is_statement(summary)) known.insert(name(summary));
  }
  for (const Pair& pair : past_.pairs()) {
    if (!pair.now) continue;
    for (Summary& summary : reports_[*pair.now].summaries)
      if (!is_statement(summary)) summary.asked = !known.contains(name(summary));
  }
}

void News::mark_covered() {
  for (const Pair& pair : past_.pairs()) {
    if (!pair.now) continue;
    ArticleReport& report = reports_[*pair.now];
    for (Summary& summary : report.summaries) {
      summary.asked = summary.asked || std::ranges::any_of(report.stets, [&](const auto& stet) {
                        return covers(stet, summary);
                      });
    }
  }
}

void News::keep_new(std::vector<Finding>& findings, std::span<const Finding> old,
                    std::span<const findings::RuleInfo> rules) {
  std::set<const Finding*> kept;
  std::vector<Finding*> of_articles;
  for (Finding& finding : findings) {
    const bool without_past = pair_of(finding.location.file) == no_pair;
    const bool stands = !finding.suppressed.empty() || without_past ||
                        (finding.across && new_statements_.contains({finding.location.file,
                                                                     finding.location.span.begin}));
    if (stands) {
      kept.insert(&finding);
    } else if (!finding.across) {
      of_articles.push_back(&finding);
    }
  }
  keep_new_ones_of_articles(of_articles, old, kept, rules);
  std::erase_if(findings, [&](const Finding& finding) {
    const std::size_t job = index_of(jobs_, finding.location.file);
    const bool asked = job != SIZE_MAX && jobs_[job].asked;
    return !asked || !kept.contains(&finding);
  });
}

void News::keep_new_ones_of_articles(std::span<Finding* const> now, std::span<const Finding> old,
                                     std::set<const Finding*>& kept,
                                     std::span<const findings::RuleInfo> rules) {
  std::vector<Entry<Finding>> is;
  std::vector<Entry<const Finding>> was;
  for (Finding* finding : now) is.push_back({finding, pair_of(finding->location.file)});
  for (const Finding& finding : old) {
    const std::size_t pair = old_pair_of(finding.location.file);
    if (finding.suppressed.empty() && pair != no_pair) was.push_back({&finding, pair});
  }
  strike(is, was, [](const Finding& finding, std::size_t pair, bool) {
    return joined(std::to_string(pair), finding.rule, finding.identity);
  });
  strike(is, was, [](const Finding& finding, std::size_t, bool) {
    return finding.identity.empty() ? std::string() : joined(finding.rule, finding.identity);
  });
  strike(is, was, [&](const Finding& finding, std::size_t pair, bool before) {
    const std::string region = region_key(pair, finding.location.begin.line, before);
    return region.empty() ? region
                          : region + joined(finding.rule, base::lower(finding.location.text));
  });
  strike(is, was, [&](const Finding& finding, std::size_t pair, bool before) {
    if (finding.category != Category::wording) return std::string();
    const std::string region = region_key(pair, finding.location.begin.line, before);
    return region.empty() ? region : region + joined(finding.rule);
  });
  for (const Entry<Finding>& entry : is) {
    if (entry.open && is_of_change(entry.pair, *entry.thing, rules)) kept.insert(entry.thing);
  }
}

// Whether a finding may come from what was touched: it stands there, or its rule looks that far.
bool News::is_of_change(std::size_t pair, const Finding& finding,
                        std::span<const findings::RuleInfo> rules) {
  constexpr std::array<std::string_view, 4> of_whole_articles{"conditional", "metric", "occurrence",
                                                              "required"};
  if (finding.category != Category::spelling && finding.category != Category::wording) return true;
  const auto rule = std::ranges::lower_bound(rules, finding.rule, {}, &findings::RuleInfo::id);
  if (rule != rules.end() && rule->id == finding.rule &&
      std::ranges::find(of_whole_articles, rule->kind) != of_whole_articles.end())
    return true;
  const Regions* regions = regions_of(pair);
  return regions == nullptr || regions->of_new(finding.location.begin.line) != Regions::outside;
}

}  // namespace linter::run
