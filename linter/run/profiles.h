// From settings to what checks need: packs, cues, knowledge, rules, words.
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <mutex>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "linter/base/files.h"
#include "linter/findings/outcome.h"
#include "linter/run/check_run.h"
#include "linter/run/pack_shelf.h"
#include "linter/run/profile.h"
#include "linter/suppression/wordings.h"

namespace linter::run {

// Makes each profile once, when an article first needs it. Both arguments must outlive it.
class Profiles final : public ProfileSource {
 public:
  Profiles(const CheckRequest& request, const base::FileSystem& files);
  ~Profiles() override;
  Profiles(const Profiles&) = delete;
  Profiles& operator=(const Profiles&) = delete;

  [[nodiscard]] const Profile* get(const config::Effective& effective,
                                   const std::string& language) override;

  // What went into one of the profiles made so far; for when no worker runs.
  [[nodiscard]] std::vector<findings::Datum> data_of(const config::Effective& effective,
                                                     const std::string& language) const;
  // What went into all of them, and what was wrong with it; likewise.
  [[nodiscard]] std::vector<findings::Datum> data() const;
  [[nodiscard]] std::vector<base::Error> errors() const;
  // What the rules say of themselves, sorted by id, each once; for when no worker runs.
  [[nodiscard]] std::vector<findings::RuleInfo> rules() const;
  // The same, of the packs' rules only those with these ids: the others need not be read for it.
  [[nodiscard]] std::vector<findings::RuleInfo> rules(std::span<const std::string> ids) const;

 private:
  class Made;
  struct Approved {
    suppression::Wordings wordings;
    std::vector<findings::Datum> data;
    std::vector<base::Error> errors;
  };

  std::unique_ptr<Made> make(const config::Effective& effective, const std::string& language);
  const Approved& approved_of(const config::Effective& effective);

  const CheckRequest& request_;
  const base::FileSystem& files_;
  std::mutex shelf_mutex_;  // guards the shelf while workers run
  PackShelf shelf_;
  std::mutex mutex_;  // guards what is below while workers run
  std::map<std::pair<std::uint32_t, std::string>, std::unique_ptr<Made>> made_;
  std::map<const config::Configuration*, std::unique_ptr<Approved>> approved_;
};

}  // namespace linter::run
