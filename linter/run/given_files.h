// Texts that are in no file, as files.
#pragma once

#include <map>
#include <string>

#include "linter/base/files.h"

namespace linter::run {

// Shows texts where they would lie, and behind them another file system. Texts are exchanged when
// no other thread looks. `files` must outlive it.
class GivenFiles final : public base::FileSystem {
 public:
  explicit GivenFiles(const base::FileSystem& files) : files_(files) {}

  // By path, absolute and normalised; in place of those before.
  void show(std::map<std::string, std::string> texts) { texts_ = std::move(texts); }

  [[nodiscard]] base::FileStatus status(const std::string& path) const override;
  [[nodiscard]] base::Result<std::string> read(const std::string& path,
                                               std::uint64_t limit) const override;
  [[nodiscard]] base::Result<std::vector<base::FolderEntry>> list(
      const std::string& path) const override;
  // Refuses.
  [[nodiscard]] base::Result<void> write(const std::string& path, std::string_view bytes) override;

 private:
  const base::FileSystem& files_;
  std::map<std::string, std::string> texts_;
};

}  // namespace linter::run
