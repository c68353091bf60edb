// What the steps of a check share: how they name files, and whom they tell.
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_set>
#include <utility>
#include <vector>

#include "linter/config/configurations.h"
#include "linter/records/record.h"
#include "linter/run/plan.h"
#include "linter/run/profiles.h"

namespace linter::run {

// Takes a record's line, without a line end; false when nobody reads any more.
using TellLine = std::function<bool(std::string_view line)>;

// The folder that the steps name files from where none is given: the root of the configuration that
// governs the working folder. Absolute.
[[nodiscard]] std::string root_of_steps(const CheckRequest& request, const base::FileSystem& files);

// A file as records name it, absolute.
[[nodiscard]] std::string path_of(const Plan& names, const std::string& shown);

// The plan of no articles: how files are named, and nothing else.
[[nodiscard]] Plan names_of(const CheckRequest& request);

// too_large where the line of a record about this article is longer than steps read; else nothing.
[[nodiscard]] std::optional<base::Error> too_long(std::string_view line, const std::string& file);

// Errors on their way into records, each once.
class ErrorTeller {
 public:
  // Both must outlive it.
  ErrorTeller(const Plan& names, const TellLine& tell) : names_(names), tell_(tell) {}

  // `part`: whose input they are about, as an ErrorRecord has it; empty: they are about files.
  void tell(std::vector<base::Error> errors, const std::string& part = {});
  // The digests of the lines that were told since the last call; at most the first thousand.
  [[nodiscard]] std::vector<std::uint64_t> take_digests() { return std::exchange(digests_, {}); }
  // Those that were told, as they are shown; at most the first thousand.
  [[nodiscard]] const std::vector<base::Error>& told() const { return told_; }

 private:
  const Plan& names_;
  const TellLine& tell_;
  std::unordered_set<std::uint64_t> lines_;
  std::vector<std::uint64_t> digests_;
  std::vector<base::Error> told_;
};

// What articles are judged by in a step: each settings and language once.
class SettingsBook {
 public:
  // Both must outlive it.
  SettingsBook(const Plan& names, Profiles& profiles) : names_(names), profiles_(profiles) {}

  // For an article of these settings in this language; `file` is what records call it. Valid as
  // long as the book.
  const records::Settings& of(const config::Effective& effective, const std::string& language,
                              std::string_view file);
  // records::Settings::digest() of the same.
  std::uint64_t digest_of(const config::Effective& effective, const std::string& language,
                          std::string_view file);
  [[nodiscard]] std::vector<records::Settings> all() const;

 private:
  struct Entry {
    records::Settings settings;
    std::uint64_t digest = 0;
  };
  const Entry& entry_of(const config::Effective& effective, const std::string& language,
                        std::string_view file);

  const Plan& names_;
  Profiles& profiles_;
  std::map<std::pair<std::uint32_t, std::string>, Entry> entries_;
};

// What a run was made with: of its profiles and configurations.
[[nodiscard]] records::Made made_with(const CheckRequest& request, const Plan& names,
                                      const config::Configurations& configurations,
                                      const Profiles& profiles, const SettingsBook& book,
                                      std::string version);

}  // namespace linter::run
