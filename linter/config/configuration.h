// A configuration: one .galley.yaml with all that it extends, read strictly.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "linter/base/files.h"
#include "linter/config/keys.h"
#include "linter/config/settings.h"

namespace linter::config {

// The top of one file, or one item of its overrides: which keys it gives, and what it says there.
struct Layer {
  Settings values;
  std::vector<const Key*> given;
  std::optional<Patterns> paths;  // of an override
  std::string reason;             // of an override
  Origin origin;                  // of an override
};

struct ConfigurationFile {
  std::string path;    // absolute
  std::string digest;  // hexadecimal, of its bytes
};

// A plain value, const once read.
struct Configuration {
  std::string root;                      // absolute; what findings' paths are relative to
  std::string boundary;                  // absolute; nothing outside is read
  std::vector<ConfigurationFile> files;  // the one that was found first; none without a file
  std::vector<Layer> layers;             // in the order in which they apply
  bool usable = true;  // false: a file could not be read or is no mapping; what it says is unknown
};

// Reads `path` and what it extends. Nothing outside of the folder `boundary` is read, `path` itself
// excepted. What is right in a file with faults is kept; each fault is an error with file
// (absolute), line and column.
[[nodiscard]] base::Loaded<Configuration> read_configuration(const base::FileSystem& files,
                                                             const std::string& path,
                                                             const std::string& boundary);

// What applies to the file at `path` (absolute, normalised).
[[nodiscard]] Settings settings_for(const Configuration& configuration, std::string_view path);

// Which layers apply to the file: equal answers mean equal settings.
[[nodiscard]] std::vector<bool> layers_for(const Configuration& configuration,
                                           std::string_view path);
// The settings that these layers make.
[[nodiscard]] Settings settings_of(const Configuration& configuration,
                                   const std::vector<bool>& layers);

}  // namespace linter::config
