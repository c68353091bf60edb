#include "linter/run/report.h"

#include <algorithm>
#include <fmt/format.h>
#include <iterator>
#include <map>
#include <set>
#include <unordered_map>
#include <unordered_set>
#include <utility>

#include "linter/base/counted.h"
#include "linter/base/hash.h"
#include "linter/findings/gather_claims.h"
#include "linter/findings/gather_turned.h"
#include "linter/findings/same_defect.h"
#include "linter/run/approved.h"
#include "linter/run/baselines.h"
#include "linter/run/conclude.h"
#include "linter/run/judged_keys.h"
#include "linter/run/parts.h"
#include "linter/run/stets.h"

namespace linter::run {
namespace {

using records::Tally;

constexpr std::uint32_t half = 32;  // bits of a digest

// The findings of one article.
struct Own {
  Tally told;  // by the article
  Tally found;
};

// Articles that one configuration holds for, in one language.
struct Met {
  std::string path;  // the first of them
  std::set<std::uint64_t> judged_by;
};

}  // namespace

class Gathering::Impl {
 public:
  Impl(const CheckRequest& request, const base::FileSystem& files)
      : request_(request),
        files_(files),
        names_(names_of(request)),
        configurations_(files, find_options(request)) {}

  base::Result<void> add(std::string_view line) {
    const bool as_written = records::is_as_written(line);
    if (as_written && records::is_summary(line)) return {};
    auto record = records::read_record(line);
    if (!record) return std::unexpected(std::move(record.error()));
    if (as_written) return std::visit([&](auto& one) { return take(one, line); }, *record);
    const std::string again = records::line_of(*record);
    return std::visit([&](auto& one) { return take(one, again); }, *record);
  }

  void expect_day(const std::string& today) { made_with_.add_day(today); }

  void note(base::Error error) {
    const bool is_cut = error.code == base::ErrorCode::interrupted;
    (is_cut ? cut_off_ : outcome_.errors).push_back(std::move(error));
  }

  findings::Outcome finish() {
    outcome_.today = today();
    drop_strays();
    config::Configurations configurations(files_, find_options(request_));
    Profiles profiles(request_, files_);
    make_profiles(configurations, profiles);
    settle_cut_off();
    const std::vector<findings::RuleInfo> rules = profiles.rules();
    outcome_.data = made_with_.data();
    settle_articles(configurations, profiles, rules);
    outcome_.rules = rules_of(outcome_.findings, rules);
    show_errors(names_, outcome_.errors);
    settle(outcome_.errors);
    outcome_.root = names_.root;
    return std::move(outcome_);
  }

  [[nodiscard]] const std::vector<base::Error>& not_missed() const { return cut_off_; }

 private:
  [[nodiscard]] std::string today() const { return made_with_.today().value_or(request_.today); }

  // What the record says, whichever part it is of. The upper half is the same whether somebody
  // asked about the article or not.
  static std::uint64_t content_of(const records::ArticleRecord& record) {
    records::ArticleRecord apart = record;
    apart.part.clear();
    apart.number = 0;
    const std::string read = fmt::format("{} {} {} {} {}", record.language, record.settings,
                                         record.words, record.bytes, record.summaries.count);
    return base::hash64(read) >> half << half |
           base::hash64(records::line_of(std::move(apart))) >> half;
  }

  base::Result<void> take(records::ArticleRecord& record, std::string_view line) {
    if (auto counted = parts_.add(record, line); !counted) return counted;
    const std::uint64_t file = base::hash64(record.file);
    const std::uint64_t content = content_of(record);
    const auto [known, is_new] = articles_.try_emplace(file, content);
    if (!is_new) {
      if (known->second == content) return {};
      const bool was_asked = !compared_.contains(file);
      if (was_asked == record.asked || known->second >> half != content >> half) {
        return base::fail(
            base::ErrorCode::bad_value,
            "the article was scanned twice with different results, here in the part '" +
                record.part +
                "': scan its parts again; where two articles have this name, give each one of its "
                "own",
            record.file);
      }
      if (was_asked) return {};
      known->second = content;
      forget_compared(record.file);
    }
    told_.add(record.summaries);
    if (record.findings.count > 0) by_file_[record.file].told = record.findings;
    if (!record.asked) compared_.emplace(file, record.summaries);
    const bool in_baseline = !record.language.empty() && take_checked(record);
    if (in_baseline || !record.stets.empty() || !record.uses.empty())
      kept_[record.file] = std::move(record);
    return {};
  }

  // It was only compared with others, and is asked about, too.
  void forget_compared(const std::string& name) {
    const auto compared = compared_.find(base::hash64(name));
    told_.remove(compared->second);
    compared_.erase(compared);
    kept_.erase(name);
  }

  // Whether it matters for a baseline that the article was checked.
  bool take_checked(const records::ArticleRecord& record) {
    if (record.asked) {
      ++outcome_.files;
      outcome_.words += record.words;
      outcome_.bytes += record.bytes;
    }
    const std::string path = path_of(names_, record.file);
    const config::Effective& effective = configurations_.effective(path);
    Met& met = met_[{effective.index, record.language}];
    if (met.path.empty() || path < met.path) met.path = path;
    met.judged_by.insert(record.settings);
    return request_.baseline || !effective.settings.baseline.value.empty();
  }

  base::Result<void> take(records::FindingRecord& record, std::string_view line) {
    if (!lines_.insert(base::hash64(line)).second) return {};
    if (!record.between.empty()) {
      keys_.add(std::move(record), line);
      return {};
    }
    by_file_[record.finding.location.file].found.add(line);
    outcome_.findings.push_back(std::move(record.finding));
    return {};
  }

  base::Result<void> take(records::SummaryRecord&, std::string_view) { return {}; }

  base::Result<void> take(records::ErrorRecord& record, std::string_view line) {
    parts_.add_error(line);
    if (!record.part.empty()) record.error.message += "; it came with " + named_part(record.part);
    note(std::move(record.error));
    return {};
  }

  base::Result<void> take(records::PartRecord& record, std::string_view) {
    parts_.add(record);
    made_with_.add(record.made);
    any_part_ = true;
    return {};
  }

  base::Result<void> take(records::JudgedRecord& record, std::string_view line) {
    if (!lines_.insert(base::hash64(line)).second) return {};
    parts_.add_judged();
    keys_.add(record);
    return {};
  }

  base::Result<void> take(records::ReconciledRecord& record, std::string_view) {
    parts_.add(record);
    made_with_.add(record.made);
    for (const records::Settings& settings : record.made.settings) reconciled_.push_back(settings);
    return {};
  }

  void note(std::string message, std::string file = {}) {
    note({.code = base::ErrorCode::bad_value,
          .message = std::move(message),
          .file = std::move(file)});
  }

  // Findings that belong to nothing that was scanned or reconciled are no findings of this check.
  void drop_strays() {
    std::erase_if(outcome_.findings, [&](const findings::Finding& finding) {
      return by_file_[finding.location.file].told.count == 0;
    });
    std::ranges::move(keys_.take_findings(), std::back_inserter(outcome_.findings));
    findings::drop_what_articles_told(outcome_.findings);
  }

  // A record that was cut off is an error where anything is missing.
  void settle_cut_off() {
    const std::size_t others = outcome_.errors.size();
    tell_what_is_missing();
    show_errors(names_, cut_off_);
    settle(cut_off_);
    if (outcome_.errors.size() == others) return;
    std::ranges::move(cut_off_, std::back_inserter(outcome_.errors));
    cut_off_.clear();
  }

  void tell_what_is_missing() {
    if (!any_part_) note("there is no whole part among these records: give what galley scan wrote");
    for (base::Error& error : parts_.errors()) note(std::move(error));
    for (base::Error& error : made_with_.errors()) note(std::move(error));
    for (const auto& [file, of] : by_file_) {
      if (of.told.count == 0)
        note(base::counted(of.found.count, "finding") +
                 " of this article, of which no part says that it was scanned: scan it again, or "
                 "leave out what was mixed in",
             file);
      else if (of.found != of.told)
        note("of its " + base::counted(of.told.count, "finding") +
                 " some are missing, or there in two versions: scan its part again",
             file);
    }
    for (base::Error& error : keys_.errors(told_)) note(std::move(error));
  }

  // In the order in which a check would meet them.
  void make_profiles(config::Configurations& configurations, Profiles& profiles) {
    std::vector<std::pair<std::string, const std::pair<std::uint32_t, std::string>*>> order;
    for (const auto& [profile, met] : met_) order.emplace_back(met.path, &profile);
    std::ranges::sort(order);
    SettingsBook book(names_, profiles);
    const auto here = [&](const std::string& path, const std::string& language) {
      return book.of(configurations.effective(path), language, path);
    };
    for (const auto& [path, profile] : order) {
      const records::Settings own = here(path, profile->second);
      for (const std::uint64_t judged_by : met_[*profile].judged_by)
        made_with_.compare(judged_by, own);
    }
    for (const records::Settings& one : reconciled_)
      made_with_.compare(one.digest(), here(path_of(names_, one.file), one.language));
  }

  void settle_articles(config::Configurations& configurations, Profiles& profiles,
                       std::span<const findings::RuleInfo> rules) {
    std::set<std::string> files;
    for (const findings::Finding& finding : outcome_.findings) files.insert(finding.location.file);
    for (const auto& [file, record] : kept_) files.insert(file);
    std::vector<Job> jobs;
    std::vector<ArticleReport> reports(files.size());
    for (const std::string& file : files) {
      Job job;
      job.shown = file;
      job.path = path_of(names_, file);
      job.settings = &configurations.effective(job.path);
      job.requested = !compared_.contains(base::hash64(file));
      if (const auto kept = kept_.find(file); kept != kept_.end())
        reports[jobs.size()] = report_of(std::move(kept->second), *job.settings, profiles);
      jobs.push_back(std::move(job));
    }
    CheckRequest request = request_;
    request.today = today();
    apply_approvals(jobs, reports, names_, rules, outcome_);
    apply_stets(request, jobs, reports, rules, outcome_);
    std::ranges::sort(outcome_.findings, findings::before);
    findings::fingerprint_all(outcome_.findings);
    apply_baselines(request, files_, configurations, jobs, reports, outcome_);
    settle_suppressed(request, outcome_);
    findings::gather_claims(outcome_.findings);
    findings::gather_turned(outcome_.findings);
    outcome_.failing = count_failing(request, jobs, outcome_.findings);
  }

  static ArticleReport report_of(records::ArticleRecord record, const config::Effective& effective,
                                 Profiles& profiles) {
    ArticleReport report;
    report.stets = std::move(record.stets);
    if (!record.language.empty()) report.profile = profiles.get(effective, record.language);
    const suppression::Wordings* approved =
        report.profile == nullptr ? nullptr : report.profile->approved();
    for (suppression::Use& use : record.uses) {
      const bool known = approved != nullptr && use.statement < approved->statements().size() &&
                         use.wording <= approved->statements()[use.statement].variants.size();
      if (known) report.uses.push_back(std::move(use));
    }
    return report;
  }

  const CheckRequest& request_;
  const base::FileSystem& files_;
  Plan names_;
  config::Configurations configurations_;
  findings::Outcome outcome_;
  Parts parts_;
  MadeWith made_with_;
  bool any_part_ = false;
  std::unordered_map<std::uint64_t, std::uint64_t> articles_;  // digests: of the file, of the rest
  std::unordered_set<std::uint64_t> lines_;                    // digests of findings
  std::unordered_map<std::uint64_t, Tally> compared_;   // what those tell that nobody asked about
  std::map<std::string, Own> by_file_;                  // of which there are findings
  std::map<std::string, records::ArticleRecord> kept_;  // of which more than numbers matters
  std::map<std::pair<std::uint32_t, std::string>, Met> met_;  // by settings and language
  JudgedKeys keys_;
  std::vector<records::Settings> reconciled_;  // what reconciliations judged by
  Tally told_;                                 // summaries by the articles
  std::vector<base::Error> cut_off_;           // records that were
};

Gathering::Gathering(const CheckRequest& request, const base::FileSystem& files)
    : impl_(std::make_unique<Impl>(request, files)) {}

Gathering::~Gathering() = default;

base::Result<void> Gathering::add(std::string_view line) {
  return impl_->add(line);
}

void Gathering::expect_day(const std::string& today) {
  impl_->expect_day(today);
}

void Gathering::note(base::Error error) {
  impl_->note(std::move(error));
}

findings::Outcome Gathering::finish() {
  return impl_->finish();
}

const std::vector<base::Error>& Gathering::not_missed() const {
  return impl_->not_missed();
}

}  // namespace linter::run
