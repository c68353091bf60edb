// Brings lines with the same key together, each once, within a limit of memory.
//
// Lines are kept in memory as long as they fit; then they go to temporary files by a digest of
// their key, those of one key by a digest of the line, and each file is brought in order by itself.
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
  // What of a line it is judged by.
  struct Parts {
    std::string_view key;
    std::string_view content;  // lines with the same content are one
    bool preferred = true;     // which of them it is
  };
  using PartsOf = std::function<Parts(std::string_view line)>;
  using Take = std::function<bool(std::string_view line)>;  // false: no more, please

  // At most about `limit` bytes are kept in memory. `folder` takes the temporary files.
  Spool(std::uint64_t limit, std::string folder, PartsOf parts_of)
      : Spool(limit, std::move(folder), std::move(parts_of), 0, false) {}

  // write_failed where the temporary files take no more.
  [[nodiscard]] base::Result<void> add(std::string_view line);
  // Tells all lines, those of one key one after the other, in no order beyond that; empties it.
  [[nodiscard]] base::Result<void> drain(const Take& take);

 private:
  struct Kept {
    std::uint64_t key;
    std::uint64_t content;
    std::uint64_t begin;
    std::uint32_t size;
    bool preferred;
  };
  struct Bucket {
    base::TemporaryLines lines;
    std::uint64_t digest = 0;
    bool one_digest = true;
  };

  Spool(std::uint64_t limit, std::string folder, PartsOf parts_of, std::uint32_t depth,
        bool by_content);
  base::Result<void> spill();
  base::Result<void> put(std::uint64_t digest, std::string_view line);
  [[nodiscard]] bool drain_kept(const Take& take);
  base::Result<bool> drain_bucket(Bucket& bucket, const Take& take) const;

  std::uint64_t limit_;
  std::string folder_;
  PartsOf parts_of_;
  std::uint32_t depth_;
  bool by_content_;  // all lines have one key
  std::string text_;
  std::vector<Kept> kept_;
  std::vector<std::optional<Bucket>> buckets_;  // empty until the memory is full
};

}  // namespace linter::run
