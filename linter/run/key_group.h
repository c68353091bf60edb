// The summaries of one key, as the second step of a check gathers them.
#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "linter/checks/summaries.h"
#include "linter/findings/finding.h"
#include "linter/records/record.h"

namespace linter::run {

// Not thread-safe. Memory follows the different values, not the summaries: of equal ones only the
// first checks::most_places are kept, and the last of these counts the others.
class KeyGroup {
 public:
  explicit KeyGroup(std::string key) : key_(std::move(key)) {}

  [[nodiscard]] const std::string& key() const { return key_; }
  [[nodiscard]] const records::Tally& tally() const { return tally_; }
  [[nodiscard]] std::uint64_t bytes() const { return bytes_; }  // that it takes, about

  // Whether a summary of this value was there before.
  [[nodiscard]] bool knows(const std::string& value) const { return values_.contains(value); }
  // `line` is as records::line_of() writes the record. `only_counts`: the check needs nothing but
  // the sum of the counts and the first place.
  void add(records::SummaryRecord record, std::string_view line, bool only_counts);
  // Leaves of each value what will be kept in the end.
  void shrink();
  // For a record that is counted and not compared.
  void pass_over(std::string_view line) { tally_.add(line); }

  // Brings the summaries in order: (file, begin, end, value). False when there are none.
  [[nodiscard]] bool settle();
  // The first article: its settings are what the key is judged by. After settle().
  [[nodiscard]] std::string_view first_file() const;
  [[nodiscard]] const std::string& first_language() const;
  [[nodiscard]] checks::SummaryList list() const { return {table_, ids_}; }
  // Gives a location of a summary the line that it stands in. After settle().
  void complete(findings::Location& location) const;
  // Whether somebody asked about the article that a location of a summary is in. After settle().
  [[nodiscard]] bool is_asked(const findings::Location& location) const;

 private:
  struct More {  // of a summary, by its id
    std::string excerpt;
    std::uint32_t excerpt_offset;
    std::uint32_t begin_byte;
    std::uint32_t end_byte;
    std::uint32_t language;
  };
  struct Place {
    checks::Summary summary;  // without check, key and value
    std::uint32_t language;
  };
  struct Value {
    std::vector<Place> places;
    std::uint64_t others = 0;  // the counts of those that are not kept
  };
  [[nodiscard]] auto place_of(checks::SummaryId id) const;
  [[nodiscard]] const checks::SummaryId* find(const findings::Location& location) const;
  void keep_first(Value& value, std::size_t most);
  std::uint32_t language_number(const std::string& language);

  std::string key_;
  std::string check_;
  std::string own_key_;  // as the check calls it
  records::Tally tally_;
  std::uint64_t bytes_ = 0;
  std::map<std::string, std::array<Value, 2>> values_;  // by whether they are asked about
  checks::SummaryTable table_;
  std::vector<More> more_;
  std::vector<std::string> languages_;
  std::vector<checks::SummaryId> ids_;
};

}  // namespace linter::run
