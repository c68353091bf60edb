// One kind of ignore file, looked for in each folder on the way up.
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "linter/base/files.h"
#include "linter/source/path_patterns.h"

namespace linter::repository {

enum class IgnoreKind : std::uint8_t {
  galley,  // .galleyignore, up to the top of the repository, else of the file system
  git,     // .gitignore and .git/info/exclude, inside a repository only
};

inline constexpr std::uint64_t max_ignore_file_bytes = 1ULL << 20;  // limit of one ignore file

// The patterns of a deeper folder come before those of one above it. Each file is read once. Not
// thread-safe; `files` must outlive it.
class IgnoreChain {
 public:
  IgnoreChain(const base::FileSystem& files, IgnoreKind kind) : files_(files), kind_(kind) {}

  struct Answer {
    source::PathPatterns::Verdict verdict = source::PathPatterns::Verdict::undecided;
    std::string_view file;     // absolute, of the pattern that decided; valid as long as the chain
    std::string_view pattern;  // likewise
    std::uint32_t line = 0;
  };
  // What the files say of one path (absolute, normalised), the folders above it not considered.
  [[nodiscard]] Answer ask(std::string_view path, bool is_folder);

  // Files that could not be read; of .galleyignore also links and patterns that can never match
  // (git is silent about those, and so is galley).
  [[nodiscard]] const std::vector<base::Error>& errors() const { return errors_; }

 private:
  // One file with patterns, and the next one that comes after it.
  struct Link {
    std::string file;
    std::string folder;
    source::PathPatterns patterns;
    const Link* next = nullptr;
  };
  const Link* links_of(const std::string& folder);
  const Link* links_above(const std::string& folder);
  const Link* with_file(const std::string& file, const std::string& folder, const Link* next);
  source::PathPatterns read(const std::string& file);
  [[nodiscard]] bool is_top(const std::string& folder) const;
  bool in_repository(const std::string& folder);

  const base::FileSystem& files_;
  IgnoreKind kind_;
  std::map<std::string, const Link*, std::less<>> known_;  // by folder; null: nothing holds there
  std::vector<std::unique_ptr<Link>> links_;
  std::map<std::string, bool> in_repository_;
  std::vector<base::Error> errors_;
};

}  // namespace linter::repository
