// What the YAML files of the shipped packs were parsed to while galley was built, by digest of
// their text: start-up need not parse them again.
//
// One file beside the packs, share/galley/packs.parsed. It is never required and never trusted:
// what is missing, damaged, of another version or of another text is parsed from the text.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "linter/base/files.h"
#include "linter/base/yaml.h"

namespace linter::packs {

// Immutable; const use from many threads.
class ParsedFiles {
 public:
  ParsedFiles() = default;
  // Empty when there is no such file or it is not sound: size, version and digest are checked.
  [[nodiscard]] static ParsedFiles read(const base::FileSystem& files, const std::string& path);
  [[nodiscard]] static ParsedFiles from_bytes(std::string bytes);

  // The tree of the text with this digest (base::hex_digest), or nothing.
  [[nodiscard]] std::optional<base::yaml::Value> find(std::string_view digest) const;
  [[nodiscard]] std::size_t size() const { return count_; }

 private:
  std::string bytes_;
  std::size_t count_ = 0;
};

inline constexpr std::string_view parsed_files_name = "packs.parsed";

// The file's bytes for these digests and trees.
[[nodiscard]] std::string parsed_files_bytes(
    std::vector<std::pair<std::string, base::yaml::Value>> files);

}  // namespace linter::packs
