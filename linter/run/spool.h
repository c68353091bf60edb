// Brings lines with the same key together, within a limit of memory.
//
// Lines are kept in memory as long as they fit; then they go to temporary files by a digest of
// their key, and each file is brought in order by itself.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "linter/base/lines.h"
#include "linter/base/result.h"

namespace linter::run {

// Not thread-safe.
class Spool {
 public:
  using KeyOf = std::function<std::string_view(std::string_view line)>;
  using Take = std::function<bool(std::string_view line)>;  // false: no more, please

  // At most about `limit` bytes are kept in memory. `folder` takes the temporary files.
  Spool(std::uint64_t limit, std::string folder, KeyOf key_of, std::uint32_t depth = 0);

  // write_failed where the temporary files take no more.
  [[nodiscard]] base::Result<void> add(std::string_view line);
  // Tells all lines, those of one key one after the other, in no order beyond that. Once.
  [[nodiscard]] base::Result<void> drain(const Take& take);

 private:
  struct Kept {
    std::uint64_t key;
    std::uint64_t begin;
    std::uint64_t end;
  };
  struct Bucket {
    base::TemporaryLines lines;
    std::uint64_t key = 0;
    bool one_key = true;
  };

  [[nodiscard]] std::uint64_t digest_of(std::string_view line) const;
  base::Result<void> spill();
  base::Result<void> put(std::uint64_t key, std::string_view line);
  [[nodiscard]] bool drain_kept(const Take& take);
  base::Result<bool> drain_bucket(Bucket& bucket, const Take& take);

  std::uint64_t limit_;
  std::string folder_;
  KeyOf key_of_;
  std::uint32_t depth_;
  std::string text_;
  std::vector<Kept> kept_;
  std::vector<std::optional<Bucket>> buckets_;  // empty until the memory is full
};

}  // namespace linter::run
