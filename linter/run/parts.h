// The parts of a check that was done in steps: whether all of each is there.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <utility>
#include <vector>

#include "linter/base/result.h"
#include "linter/records/record.h"

namespace linter::run {

// A part, or a reconciliation, as messages name it.
[[nodiscard]] std::string named_part(std::string_view part);
// What errors of a reconciliation of these keys have in the place of a part: equal names are equal
// reconciliations.
[[nodiscard]] std::string name_of_reconciliation(const records::Tally& judged);

// Whether parts that are shares of one listing of articles had the same one. Not thread-safe.
class Listings {
 public:
  void add(const records::PartRecord& end);

  // One for each number of shares of which some had another listing.
  [[nodiscard]] std::vector<base::Error> errors() const;

 private:
  using Listing = std::pair<std::uint64_t, std::uint64_t>;    // count and sum
  using Shares = std::map<std::uint32_t, std::set<Listing>>;  // by number
  [[nodiscard]] static std::optional<base::Error> error_of(std::uint32_t of, const Shares& shares);

  std::map<std::uint32_t, Shares> shares_;  // by how many there are
};

// Not thread-safe. A bit an article.
class Parts {
 public:
  // bad_value where no part has so many articles. `line` is as records::line_of() writes it.
  [[nodiscard]] base::Result<void> add(const records::ArticleRecord& article,
                                       std::string_view line);
  void add(const records::PartRecord& end);
  // An error; `line` is as records::line_of() writes it.
  void add_error(std::string_view line);
  // A key that was reconciled, each line once.
  void add_judged() { ++judged_; }
  // The end of a reconciliation.
  void add(const records::ReconciledRecord& end);

  // What is missing, cut off, or there in two versions.
  [[nodiscard]] std::vector<base::Error> errors() const;

 private:
  struct Part {
    std::vector<bool> met;  // by number
    records::Tally articles;
    std::optional<records::Tally> end;
    bool two_ends = false;
    bool goes_on = false;  // another part comes after it
  };
  void add_missing(std::vector<base::Error>& errors) const;
  void add_lost(std::vector<base::Error>& errors) const;
  void add_headless(std::vector<base::Error>& errors) const;
  void add_endless(std::vector<base::Error>& errors) const;

  std::map<std::string, Part> parts_;
  Listings listings_;
  std::map<std::string, std::string> followed_;   // parts, and one that comes after each
  std::uint64_t judged_ = 0;                      // keys
  std::map<std::uint64_t, std::uint64_t> ended_;  // reconciliations: digest of their keys, how many
  std::unordered_set<std::uint64_t> errors_;      // digests of the lines that are there
  std::unordered_map<std::uint64_t, std::string> told_with_;  // what each came with
};

// What the steps were made with: whether it was the same.
class MadeWith {
 public:
  void add(const records::Made& made);
  // The day that all steps should have had.
  void add_day(const std::string& today);
  // Holds what articles were judged by, as a record has it, against what they are judged by here.
  void compare(std::uint64_t judged_by, const records::Settings& here);

  // One that names all that was not the same.
  [[nodiscard]] std::vector<base::Error> errors() const;
  // The first that was added.
  [[nodiscard]] const std::optional<std::string>& today() const { return today_; }
  [[nodiscard]] std::vector<findings::Datum> data() const;

 private:
  std::optional<std::string> version_;
  std::optional<std::string> today_;
  std::set<std::string> days_;
  std::set<findings::Datum> data_;
  std::map<std::uint64_t, records::Settings> settings_;  // by digest
  std::set<std::string> different_;
};

}  // namespace linter::run
