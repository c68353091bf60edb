#include "linter/run/news.h"

#include <algorithm>
#include <array>

#include "linter/base/utf8.h"
#include "linter/run/credits.h"

namespace linter::run {
namespace {

using findings::Category;
using findings::Finding;

constexpr std::size_t no_pair = SIZE_MAX;

// A contradiction is graver than a tension.
int gravity(const Finding& clash) {
  return clash.rule.ends_with(".contradiction") ? 1 : 0;
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
           std::span<ArticleReport> old_reports, std::string_view today)
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

bool News::is_requested(std::string_view file) const {
  const Job* job = job_named(jobs_, file);
  return job != nullptr && job->requested;
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

const Paragraphs& News::paragraphs_of(std::size_t pair, bool old) {
  const auto known = paragraphs_.find({pair, old});
  if (known != paragraphs_.end()) return known->second;
  const Pair& versions = past_.pairs()[pair];
  const Job& job = old ? past_.jobs()[*versions.before] : jobs_[*versions.now];
  return paragraphs_.try_emplace({pair, old}, text_of(job, past_.files())).first->second;
}

double News::alike(std::size_t pair, std::uint32_t line, std::size_t old_pair,
                   std::uint32_t old_line) {
  constexpr std::size_t most_kept = 1000;  // articles
  if (paragraphs_.size() >= most_kept) paragraphs_.clear();
  return likeness(paragraphs_of(pair, false).words_at(line),
                  paragraphs_of(old_pair, true).words_at(old_line));
}

void News::keep_new(std::vector<Finding>& findings, std::span<const Finding> old,
                    std::span<const Finding> old_clashes,
                    std::span<const findings::RuleInfo> rules) {
  std::set<const Finding*> kept;
  std::vector<Finding*> of_articles;
  for (Finding& finding : findings) {
    const bool without_past = pair_of(finding.location.file) == no_pair;
    // what several articles say is told where one of them changed
    if (finding.across && !is_requested(finding.location.file)) continue;
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
  take_out_old_clashes(kept, findings, old_clashes);
  std::erase_if(findings, [&](const Finding& finding) {
    const Job* job = job_named(jobs_, finding.location.file);
    return job == nullptr || !job->asked || !kept.contains(&finding);
  });
}

void News::keep_new_ones_of_articles(std::span<Finding* const> now, std::span<const Finding> old,
                                     std::set<const Finding*>& kept,
                                     std::span<const findings::RuleInfo> rules) {
  std::vector<Entry<Finding>> is;
  std::vector<Entry<const Finding>> was;
  std::vector<Entry<const Finding>> silenced;
  for (Finding* finding : now) is.push_back({finding, pair_of(finding->location.file)});
  for (const Finding& finding : old) {
    const std::size_t pair = old_pair_of(finding.location.file);
    if (pair != no_pair) (finding.suppressed.empty() ? was : silenced).push_back({&finding, pair});
  }
  const auto region = [&](const Finding& finding, std::size_t pair, bool before) {
    return region_key(pair, finding.location.begin.line, before);
  };
  const auto in_pair = [](const Finding& finding, std::size_t pair, bool) {
    return joined(std::to_string(pair), finding.rule, finding.identity);
  };
  const auto anywhere = [](const Finding& finding, std::size_t, bool) {
    return finding.identity.empty() ? std::string() : joined(finding.rule, finding.identity);
  };
  const auto words = [&](const Finding& finding, std::size_t pair, bool before) {
    std::string key = region(finding, pair, before);
    return key.empty() ? key : key + joined(finding.rule, base::lower(finding.location.text));
  };
  const auto wording = [&](const Finding& finding, std::size_t pair, bool before) {
    if (finding.category != Category::wording) return std::string();
    std::string key = region(finding, pair, before);
    return key.empty() ? key : key + joined(finding.rule);
  };
  strike(is, was, in_pair, region);
  strike(is, was, anywhere, region);
  strike(is, was, words, region);
  strike(is, was, wording, region);
  const auto likeness = [&](const Entry<Finding>& one, const Entry<const Finding>& other) {
    return alike(one.pair, one.thing->location.begin.line, other.pair,
                 other.thing->location.begin.line);
  };
  const auto same_words = [](const Finding& finding, std::size_t, bool) {
    return joined(finding.rule, base::lower(finding.location.text));
  };
  const auto same_rule = [](const Finding& finding, std::size_t, bool) {
    return finding.category == Category::wording ? finding.rule : std::string();
  };
  strike_alike(is, was, same_words, likeness);
  strike_alike(is, was, same_rule, likeness);
  for (const Entry<Finding>& entry : is) {
    if (!entry.open) continue;
    if (is_of_change(entry.pair, *entry.thing, rules) || was_accepted(entry.pair, *entry.thing))
      kept.insert(entry.thing);
  }
  std::erase_if(is, [&](const auto& entry) { return !entry.open || kept.contains(entry.thing); });
  strike(is, silenced, in_pair, region);
  for (const Entry<Finding>& entry : is)
    if (!entry.open) kept.insert(entry.thing);
}

// Whether the old version accepted the word, in this form or another one, and the new one does not.
bool News::was_accepted(std::size_t pair, const Finding& finding) const {
  const Pair& versions = past_.pairs()[pair];
  if (finding.category != Category::spelling || !versions.now || !versions.before) return false;
  const std::vector<std::string>& now = reports_[*versions.now].accepted;
  const std::string text = base::lower(finding.location.text);
  return std::ranges::any_of(old_reports_[*versions.before].accepted, [&](const std::string& word) {
    return text.starts_with(base::lower(word)) && std::ranges::find(now, word) == now.end();
  });
}

// A side as both versions know it: its paragraph where that was touched, else its words and file.
std::string News::side_key(const findings::Location& side, bool old) {
  const std::size_t pair = old ? old_pair_of(side.file) : pair_of(side.file);
  if (pair == no_pair) return joined(side.file, side.text);
  const Regions* regions = regions_of(pair);
  const std::uint32_t line = side.begin.line;
  const std::uint32_t region = regions == nullptr ? Regions::outside
                               : old              ? regions->of_old(line)
                                                  : regions->of_new(line);
  const std::string file = std::to_string(pair);
  return region == Regions::outside ? joined(file, side.text)
                                    : joined(file, "", std::to_string(region));
}

std::vector<std::string> News::pairs_of(const Finding& finding, bool old) {
  std::vector<std::string> pairs;
  const std::string own = side_key(finding.location, old);
  for (const findings::Related& related : finding.related) {
    const std::string other = side_key(related.location, old);
    pairs.push_back(own < other ? own + other : other + own);
  }
  return pairs;
}

// A contradiction all of whose pairs were there before, of statements that a change has reworded. A
// graver one was not.
void News::take_out_old_clashes(std::set<const Finding*>& kept, std::span<Finding> findings,
                                std::span<const Finding> old_clashes) {
  std::map<std::string, std::vector<int>> before;  // by pair, how grave
  std::map<std::string, std::uint32_t> omitted;
  for (const Finding& clash : old_clashes) {
    for (std::string& pair : pairs_of(clash, true))
      before[std::move(pair)].push_back(gravity(clash));
    std::uint32_t& most = omitted[side_key(clash.location, true)];
    most = std::max(most, clash.related_omitted);
  }
  if (before.empty()) return;
  for (auto& [pair, known] : before) std::ranges::sort(known);
  for (Finding& finding : findings) {
    if (!finding.across || !finding.suppressed.empty() || !kept.contains(&finding)) continue;
    bool all_old = finding.related_omitted <= omitted[side_key(finding.location, false)];
    for (const std::string& pair : pairs_of(finding, false)) {
      std::vector<int>& known = before[pair];
      const bool is_old = !known.empty() && known.back() >= gravity(finding);
      if (is_old) known.pop_back();
      all_old = all_old && is_old;
    }
    if (all_old) kept.erase(&finding);
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
