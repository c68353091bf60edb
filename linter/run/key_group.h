// The summaries of one key, as the second step of a check gathers them.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "linter/checks/summaries.h"
#include "linter/findings/finding.h"
#include "linter/records/record.h"

namespace linter::run {

// Not thread-safe.
class KeyGroup {
 public:
  explicit KeyGroup(std::string key) : key_(std::move(key)) {}

  [[nodiscard]] const std::string& key() const { return key_; }
  [[nodiscard]] const records::Tally& tally() const { return tally_; }
  [[nodiscard]] std::uint64_t bytes() const { return bytes_; }  // that it takes, about

  // Whether the line is new; it is counted then.
  [[nodiscard]] bool count(std::string_view line);
  // `only_counts`: the check needs nothing but the sum of the counts.
  void add(records::SummaryRecord record, bool only_counts);

  // Brings the summaries in order: (file, begin, end, value).
  void settle();
  // The first article: its settings are what the key is judged by. After settle().
  [[nodiscard]] std::string_view first_file() const;
  [[nodiscard]] const std::string& first_language() const;
  [[nodiscard]] checks::SummaryList list() const { return {table_, ids_}; }
  // Gives a location of a summary the line that it stands in. After settle().
  void complete(findings::Location& location) const;

 private:
  struct More {  // of a summary, by its id
    std::string excerpt;
    std::uint32_t excerpt_offset;
    std::uint32_t begin_byte;
    std::uint32_t end_byte;
    std::uint32_t language;
  };
  [[nodiscard]] auto place_of(checks::SummaryId id) const;
  void keep(records::SummaryRecord record);
  std::uint32_t language_number(const std::string& language);

  std::string key_;
  records::Tally tally_;
  std::uint64_t bytes_ = 0;
  std::unordered_set<std::uint64_t> lines_;
  std::map<std::string, records::SummaryRecord> counted_;  // by value, the first of its place
  checks::SummaryTable table_;
  std::vector<More> more_;
  std::vector<std::string> languages_;
  std::vector<checks::SummaryId> ids_;
};

}  // namespace linter::run
