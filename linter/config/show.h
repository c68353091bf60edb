// What applies to one file and where it was said: `galley check --show-config FILE`.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "linter/config/configurations.h"

namespace linter::config {

// One value of one key. A list gives a row for each item; what was never said gives none.
struct ShownValue {
  std::string key;
  std::string value;   // paths are relative to the configuration's root
  std::string reason;  // of a rule's level, of an override
  std::string place;   // "built in", "--pack", ".galley.yaml:3"
  bool operator==(const ShownValue&) const = default;
};

// In the order of keys(); the overrides that cover the file come last.
[[nodiscard]] std::vector<ShownValue> shown_values(const Effective& effective,
                                                   std::string_view path);

// The same as a table for people, with a first line that names the file and its configuration.
[[nodiscard]] std::string show(const Effective& effective, const std::string& path);

}  // namespace linter::config
