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
#include "linter/run/parts.h"

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
        book_(names_, profiles_),
        errors_(names_, tell_) {}

  base::Result<void> add(std::string_view line) {
    auto read = records::read_record(line);
    if (!read) return std::unexpected(std::move(read.error()));
    auto* record = std::get_if<records::SummaryRecord>(&*read);
    if (record == nullptr)
      return base::fail(base::ErrorCode::bad_value, "this record is no summary of an article");
    const std::string again = records::is_as_written(line) ? std::string() : line_of(*read);
    const std::string key = key_of(*record);
    if (!group_ || group_->key() != key) {
      judge();
      if (!keys_.insert(base::hash64(key)).second) {
        if (unsorted_++ == 0) first_unsorted_ = named(key);
        return {};
      }
      begin(*record, key);
    }
    return take(std::move(*record), again.empty() ? line : std::string_view(again));
  }

  void see(const records::PartRecord& end) { listings_.add(end); }

  // Waits for the name of the reconciliation.
  void note(base::Error error) {
    constexpr std::size_t most = 1000;
    of_input_.push_back(std::move(error));
    if (of_input_.size() >= most) tell_of_input();
  }

  bool finish() {
    judge();
    if (strange_ > 0) {
      note({.code = base::ErrorCode::bad_value,
            .message = std::to_string(strange_) +
                       " summary records were scanned with other packs or another configuration "
                       "than there are here, the first of " +
                       first_strange_ +
                       ": run all steps with the same, in one folder or with --root and --config"});
    }
    if (unsorted_ > 0) {
      note({.code = base::ErrorCode::bad_value,
            .message = std::to_string(unsorted_) +
                       " summary records have a key that was there before, the first of them " +
                       first_unsorted_ +
                       ": sort the records with LC_ALL=C sort, or leave --sorted out"});
    }
    tell_of_input();
    errors_.tell(listings_.errors());
    errors_.tell(profiles_.errors());
    errors_.tell(configurations_.errors());
    write(records::line_of(records::ReconciledRecord{
        .judged = judged_,
        .errors = errors_.take_digests(),
        .made = made_with(request_, names_, configurations_, profiles_, book_, options_.version)}));
    return !closed_;
  }

  void give_up() { tell_of_input(); }

  [[nodiscard]] const std::vector<base::Error>& errors() const { return errors_.told(); }

 private:
  void begin(const records::SummaryRecord& record, const std::string& key) {
    group_.emplace(key);
    too_large_ = false;
    check_ = nullptr;
    const checks::Summary& first = record.summaries.front();
    const Profile* profile = profile_of(first.location.file, record.language);
    if (profile != nullptr) check_ = judges_.find(*profile, first.check);
  }

  // Records of one key have one check.
  base::Result<void> take(records::SummaryRecord record, std::string_view line) {
    const checks::Summary& first = record.summaries.front();
    compare_settings(record);
    if (check_ == nullptr || (!group_->knows(first.value) && !check_->understands(first))) {
      return base::fail(base::ErrorCode::bad_value,
                        "this record is damaged ('check' or 'value'), or says what the packs that "
                        "are here do not know: the step that wrote it must run again");
    }
    if (too_large_) {
      group_->pass_over(line);
      return {};
    }
    const bool counts = check_->only_counts(first);
    group_->add(std::move(record), line, counts);
    if (group_->bytes() > options_.memory) {
      group_->shrink();
      too_large_ = group_->bytes() > options_.memory / 4 * 3;  // so that it is not shrunk each time
    }
    return {};
  }

  void compare_settings(const records::SummaryRecord& record) {
    const std::string& file = record.summaries.front().location.file;
    const config::Effective& effective = configurations_.effective(path_of(names_, file));
    if (book_.digest_of(effective, record.language, file) == record.settings) return;
    if (strange_++ == 0) first_strange_ = base::harmless(base::shortened(file));
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
    } else if (group_->settle()) {
      const checks::SummaryList list = group_->list();
      const Profile* profile = profile_of(group_->first_file(), group_->first_language());
      const checks::Check* check =
          profile == nullptr ? nullptr : judges_.find(*profile, list.table[list.ids.front()].check);
      std::vector<Finding> found;
      if (check != nullptr) check->check_table(list, found);
      tell(std::move(found));
    }
    group_.reset();
  }

  void tell(std::vector<Finding> found) {
    std::vector<Finding> one;
    records::Tally told;
    std::erase_if(found, [&](const Finding& finding) { return !concerns(finding); });
    std::ranges::sort(found, findings::before);
    for (Finding& finding : found) {
      one.push_back(std::move(finding));
      const std::string path = path_of(names_, one.front().location.file);
      apply_levels(configurations_.effective(path).settings, one);
      for (Finding& kept : one) {
        group_->complete(kept.location);
        for (findings::Related& side : kept.related) group_->complete(side.location);
        const std::string file = kept.location.file;
        const std::string line = records::line_of(records::FindingRecord{
            .between = group_->key(), .number = told.count, .finding = std::move(kept)});
        if (auto error = too_long(line, file)) {
          errors_.tell({std::move(*error)});
          continue;
        }
        told.add(line);
        write(line);
      }
      one.clear();
    }
    const std::string line = records::line_of(records::JudgedRecord{
        .key = group_->key(), .summaries = group_->tally(), .findings = told});
    judged_.add(line);
    write(line);
  }

  // Whether one of its sides is in an article that somebody asked about.
  [[nodiscard]] bool concerns(const Finding& finding) const {
    return group_->is_asked(finding.location) ||
           std::ranges::any_of(finding.related, [&](const findings::Related& side) {
             return group_->is_asked(side.location);
           });
  }

  void tell_of_input() {
    errors_.tell(std::exchange(of_input_, {}), name_of_reconciliation(judged_));
  }

  void write(std::string_view line) { closed_ = !tell_(line) || closed_; }

  const CheckRequest& request_;
  ReconcileOptions options_;
  const TellLine& tell_;
  Plan names_;
  config::Configurations configurations_;
  Profiles profiles_;
  SettingsBook book_;
  ErrorTeller errors_;
  Judges judges_;
  Listings listings_;
  std::vector<base::Error> of_input_;       // have no name of the reconciliation yet
  std::unordered_set<std::uint64_t> keys_;  // digests of those that were met
  records::Tally judged_;
  std::optional<KeyGroup> group_;
  const checks::Check* check_ = nullptr;  // of the group's first record to come
  bool too_large_ = false;
  std::uint64_t unsorted_ = 0;  // records that came too late for their key
  std::string first_unsorted_;  // the key of the first
  std::uint64_t strange_ = 0;   // records that were scanned with something else
  std::string first_strange_;   // the article of the first
  bool closed_ = false;         // nobody reads any more
};

Reconciliation::Reconciliation(const CheckRequest& request, const base::FileSystem& files,
                               ReconcileOptions options, const TellLine& tell)
    : impl_(std::make_unique<Impl>(request, files, std::move(options), tell)) {}

Reconciliation::~Reconciliation() = default;

base::Result<void> Reconciliation::add(std::string_view line) {
  return impl_->add(line);
}

void Reconciliation::see(const records::PartRecord& end) {
  impl_->see(end);
}

void Reconciliation::note(base::Error error) {
  impl_->note(std::move(error));
}

bool Reconciliation::finish() {
  return impl_->finish();
}

void Reconciliation::give_up() {
  impl_->give_up();
}

const std::vector<base::Error>& Reconciliation::errors() const {
  return impl_->errors();
}

}  // namespace linter::run
