// From YAML values to settings, fault by fault.
#pragma once

#include <string>
#include <vector>

#include "linter/base/yaml.h"
#include "linter/config/configuration.h"
#include "linter/config/confined_files.h"

namespace linter::config {

// Where the values of one file stand and what they may name. All must outlive the reading.
struct Place {
  std::string file;    // absolute
  std::string folder;  // of the file
  const ConfinedFiles& files;
  std::vector<base::Error>& errors;  // the reader's
};

// Reads `key` of the reader's mapping into the layer, when it is there. A value with a fault is
// reported and left out; the others of a list are kept. `reason` is what an entry without a reason
// of its own falls back on; without one, turning something off is a fault.
void read_key(const Key& key, base::yaml::Reader& reader, const Place& place,
              const std::string& reason, Layer& layer);

// The texts of a list, or one text as a list of one, checked against the key's content; paths come
// back absolute.
[[nodiscard]] Texts read_texts(const Key& key, base::yaml::Reader& reader, const Place& place);

// The patterns of a list, anchored to the file's folder.
[[nodiscard]] Patterns read_patterns(const Key& key, base::yaml::Reader& reader,
                                     const Place& place);

}  // namespace linter::config
