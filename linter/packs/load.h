// Reading packs from the disk: strictly, and with every fault at once.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "linter/base/files.h"
#include "linter/base/result.h"
#include "linter/packs/pack.h"
#include "linter/packs/parsed_files.h"

namespace linter::packs {

inline constexpr std::uint64_t max_pack_file_bytes = 4ULL << 20;
inline constexpr std::size_t max_pack_files = 500;

// Reads the pack at `path`: a folder with pack.yaml, or one YAML file. Every other *.yaml and *.yml
// below the folder belongs to it, hidden ones and links left out (a link is an error: a pack must
// not read outside its folder). Errors name file, line and column. A rule with a fault is left out,
// the others are kept. A pack without a usable name has an empty id. `parsed` saves the parsing of
// files that it knows.
[[nodiscard]] base::Loaded<Pack> load_pack(const base::FileSystem& files, const std::string& path,
                                           const ParsedFiles& parsed = {});

// Where names and relative paths of packs are looked for.
struct PackFolders {
  std::string shipped;  // the data folder's policies/; may be empty
  std::string base;     // what relative paths start from; empty: the working folder
};

// The packs that `wanted` names (a shipped pack's name; or a path: with a '/', or ending in .yaml
// or .yml) and those they need, each once, a needed pack before the one that needs it, else in the
// order of `wanted`. The shipped pack `english`, whose cues tell a denial from a claim, comes with
// every pack that is for English or for all languages. A needed pack is looked for beside the pack
// that needs it, then among the shipped ones. unknown_pack for what is not there (with the nearest
// shipped name) and for packs that need each other; duplicate_id for two packs with one id. Beside
// the shipped packs' folder stands what they were parsed to; where it does not, the same comes back
// some 40 ms later.
[[nodiscard]] base::Loaded<std::vector<Pack>> load_packs(const base::FileSystem& files,
                                                         std::span<const std::string> wanted,
                                                         const PackFolders& folders);

// The names of the packs in a data folder's policies/, sorted.
[[nodiscard]] std::vector<std::string> shipped_packs(const base::FileSystem& files,
                                                     const std::string& folder);

}  // namespace linter::packs
