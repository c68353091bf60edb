// The keys of a check that was done in steps: whether each was compared, with all that there is.
#pragma once

#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "linter/base/result.h"
#include "linter/records/record.h"

namespace linter::run {

// Not thread-safe. Takes about 120 bytes a key, and the findings.
class JudgedKeys {
 public:
  // Each line once.
  void add(const records::JudgedRecord& record);
  // A finding between articles; `line` is as records::line_of() writes it.
  void add(records::FindingRecord record, std::string_view line);

  // The findings of the keys that were judged. Once.
  [[nodiscard]] std::vector<findings::Finding> take_findings();

  // What was not compared, or not with all its summaries; `told` are those that there are.
  [[nodiscard]] std::vector<base::Error> errors(const records::Tally& told) const;

 private:
  struct Judged {
    records::Tally summaries;  // none: no record says that it was judged
    records::Tally findings;   // that there should be
    records::Tally found;
  };

  std::unordered_map<std::uint64_t, Judged> judged_;                  // by a digest of the key
  std::map<std::uint64_t, std::vector<findings::Finding>> findings_;  // likewise
  std::set<std::string> torn_;  // keys that were judged with different summaries
};

}  // namespace linter::run
