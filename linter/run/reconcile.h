// The second step of a check: summaries of articles -> findings between them.
//
// Summaries with one key are judged together and apart from all others, so any grouping of keys
// over any number of machines gives the same findings.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "linter/base/files.h"
#include "linter/records/record.h"
#include "linter/run/step.h"

namespace linter::run {

struct ReconcileOptions {
  std::uint64_t memory = 0;  // bytes that the summaries of one key may take
  std::string version;       // galley's
};

// Not thread-safe. Memory follows the different values of the largest key: of equal summaries the
// first checks::most_places are kept, at 420 bytes each and their texts; and 40 bytes a key.
class Reconciliation {
 public:
  // request.scan_root must be set as for the scan. All must outlive it.
  Reconciliation(const CheckRequest& request, const base::FileSystem& files,
                 ReconcileOptions options, const TellLine& tell);
  ~Reconciliation();
  Reconciliation(const Reconciliation&) = delete;
  Reconciliation& operator=(const Reconciliation&) = delete;

  // Takes a summary's line; those of one key come one after the other, each once. bad_value for a
  // damaged one, without file and line.
  [[nodiscard]] base::Result<void> add(std::string_view line);
  // The end of a part, from which a listing is known that another part had not.
  void see(const records::PartRecord& end);
  // What could not be read; it is told in the end.
  void note(base::Error error);
  // Judges the last key and tells the end. False when nobody reads.
  [[nodiscard]] bool finish();
  // In place of finish(), where not all summaries could be added: tells why, and no end.
  void give_up();
  [[nodiscard]] const std::vector<base::Error>& errors() const;

 private:
  class Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace linter::run
