// The keys of every kind of file in a pack: the one place that names them.
#pragma once

#include <span>
#include <string_view>

#include "linter/packs/shape.h"

namespace linter::packs {

// Of pack.yaml. A pack of one file may also have the keys of a rules file.
[[nodiscard]] std::span<const Field> pack_fields();

// Of a file with rules. What stands under `rules` is checked rule by rule.
[[nodiscard]] std::span<const Field> rules_file_fields();
[[nodiscard]] std::span<const Field> fragments_file_fields();

// Of each topic in pack.yaml.
[[nodiscard]] std::span<const Field> topic_fields();

// Of every rule, whatever its kind.
[[nodiscard]] std::span<const Field> rule_fields();

// Of a file with cues; their content is for the context layer to check.
[[nodiscard]] std::span<const Field> cues_file_fields();

// Of a file with knowledge: concepts, frames, bands, units, clashes, facts; likewise for the
// knowledge layer to check.
[[nodiscard]] std::span<const Field> knowledge_file_fields();

}  // namespace linter::packs
