// Parses the YAML files of the shipped packs for start-up: galley_parse_packs POLICIES OUTPUT
#include <algorithm>
#include <exception>
#include <filesystem>
#include <iostream>
#include <string>
#include <utility>
#include <vector>

#include "linter/base/files.h"
#include "linter/base/hash.h"
#include "linter/packs/load.h"
#include "linter/packs/parsed_files.h"

namespace {

namespace base = linter::base;
namespace packs = linter::packs;

// Files with faults are left out: galley parses them itself, and says what is wrong.
int run(const std::string& policies, const std::string& output) {
  const auto files = base::disk();
  std::vector<std::pair<std::string, base::yaml::Value>> trees;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(policies)) {
    const std::string path = entry.path().string();
    if (!entry.is_regular_file() || base::file_extension(path) != ".yaml") continue;
    const auto bytes = files->read(path, packs::max_pack_file_bytes);
    if (!bytes) continue;
    auto parsed = base::yaml::parse(*bytes, path);
    if (parsed.errors.empty())
      trees.emplace_back(base::hex_digest(*bytes), std::move(parsed.value));
  }
  const auto written = files->write(output, packs::parsed_files_bytes(std::move(trees)));
  if (written) return 0;
  std::cerr << "galley_parse_packs: " << written.error().message << '\n';
  return 2;
}

}  // namespace

int main(int count, char** words) {
  if (count != 3) {
    std::cerr << "usage: galley_parse_packs POLICIES OUTPUT\n";
    return 2;
  }
  try {
    return run(words[1], words[2]);
  } catch (const std::exception& failure) {
    std::cerr << "galley_parse_packs: " << failure.what() << '\n';
    return 2;
  }
}
