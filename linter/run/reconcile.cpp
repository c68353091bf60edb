#include "linter/run/reconcile.h"

#include <algorithm>
#include <optional>
#include <unordered_map>
#include <unordered_set>
#include <utility>

#include "linter/base/harmless.h"
#include "linter/base/hash.h"
#include "linter/base/names.h"
#include "linter/run/judges.h"
#include "linter/run/key_group.h"
#include "linter/run/levels.h"

namespace linter::run {
namespace {

using findings::Finding;

// A key as a message names it.
std::string named(const std::string& key) {
  return "'" + base::harmless(base::shortened(key)) + "'";
}

}  // namespace

class Reconciliation::Impl {
 public:
  Impl(const CheckRequest& request, const base::FileSystem& files, ReconcileOptions options,
       const TellLine& tell)
      : request_(request),
        options_(std::move(options)),
        tell_(tell),
        names_(names_of(request)),
        configurations_(files, find_options(request)),
        profiles_(request, files),
        errors_(names_, tell_) {}

  base::Result<void> add(std::string_view line) {
    auto read = records::read_record(line);
    if (!read) return std::unexpected(std::move(read.error()));
    auto* record = std::get_if<records::SummaryRecord>(&*read);
    if (record == nullptr)
      return base::fail(base::ErrorCode::bad_value, "this record is no summary of an article");
    const std::string key = key_of(*record);
    if (!group_ || group_->key() != key) {
      judge();
      if (!keys_.insert(base::hash64(key)).second) {
        return base::fail(base::ErrorCode::bad_value,
                          "the key " + named(key) +
                              " was there before: sort the records with LC_ALL=C sort, or leave "
                              "--sorted out");
      }
      begin(*record, key);
    }
    if (!group_->count(line) || too_large_) return {};
    const bool counts = check_ != nullptr && check_->only_counts(record->summary);
    group_->add(std::move(*record), counts);
    too_large_ = group_->bytes() > options_.memory;
    return {};
  }

  void note(base::Error error) { errors_.tell({std::move(error)}); }

  void finish() {
    judge();
    errors_.tell(profiles_.errors());
    errors_.tell(configurations_.errors());
    tell_(records::line_of(records::ReconciledRecord{
        .summaries = judged_,
        .findings = found_,
        .made = made_with(request_, names_, configurations_, profiles_, options_.version)}));
  }

  [[nodiscard]] const std::vector<base::Error>& errors() const { return errors_.told(); }

 private:
  void begin(const records::SummaryRecord& record, const std::string& key) {
    group_.emplace(key);
    too_large_ = false;
    check_ = nullptr;
    const Profile* profile = profile_of(record.summary.location.file, record.language);
    if (profile != nullptr) check_ = judges_.find(*profile, record.summary.check);
  }

  const Profile* profile_of(std::string_view file, const std::string& language) {
    return profiles_.get(configurations_.effective(path_of(names_, std::string(file))), language);
  }

  void judge() {
    if (!group_) return;
    if (too_large_) {
      note({.code = base::ErrorCode::too_large,
            .message = "the " + std::to_string(group_->tally().count) + " summaries with the key " +
                       named(group_->key()) + " take more than the limit of " +
                       std::to_string(options_.memory) +
                       " bytes and were not compared: give --memory more"});
    } else {
      group_->settle();
      const checks::SummaryList list = group_->list();
      const Profile* profile = profile_of(group_->first_file(), group_->first_language());
      const checks::Check* check =
          profile == nullptr ? nullptr : judges_.find(*profile, list.table[list.ids.front()].check);
      std::vector<Finding> found;
      if (check != nullptr) check->check_table(list, found);
      judged_.add(group_->tally());
      tell(std::move(found));
    }
    group_.reset();
  }

  void tell(std::vector<Finding> found) {
    std::vector<Finding> one;
    std::uint64_t number = 0;
    std::ranges::sort(found, findings::before);
    for (Finding& finding : found) {
      one.push_back(std::move(finding));
      const std::string path = path_of(names_, one.front().location.file);
      apply_levels(configurations_.effective(path).settings, one);
      for (Finding& kept : one) {
        group_->complete(kept.location);
        for (findings::Related& side : kept.related) group_->complete(side.location);
        const std::string line = records::line_of(records::FindingRecord{
            .between = group_->key(), .number = number++, .finding = std::move(kept)});
        found_.add(line);
        tell_(line);
      }
      one.clear();
    }
  }

  const CheckRequest& request_;
  ReconcileOptions options_;
  const TellLine& tell_;
  Plan names_;
  config::Configurations configurations_;
  Profiles profiles_;
  ErrorTeller errors_;
  Judges judges_;
  std::unordered_set<std::uint64_t> keys_;  // digests of those that were met
  std::optional<KeyGroup> group_;
  const checks::Check* check_ = nullptr;  // of the group's first record to come
  bool too_large_ = false;
  records::Tally judged_;
  records::Tally found_;
};

Reconciliation::Reconciliation(const CheckRequest& request, const base::FileSystem& files,
                               ReconcileOptions options, const TellLine& tell)
    : impl_(std::make_unique<Impl>(request, files, std::move(options), tell)) {}

Reconciliation::~Reconciliation() = default;

base::Result<void> Reconciliation::add(std::string_view line) {
  return impl_->add(line);
}

void Reconciliation::note(base::Error error) {
  impl_->note(std::move(error));
}

void Reconciliation::finish() {
  impl_->finish();
}

const std::vector<base::Error>& Reconciliation::errors() const {
  return impl_->errors();
}

}  // namespace linter::run
