// The keys of knowledge files, for JSON Schema: what compile() reads.
#pragma once

#include <span>
#include <string_view>

#include "linter/packs/shape.h"

namespace linter::knowledge {

// What an entry of a list at the top of a file ("concepts", "facts") looks like; null for other
// names.
[[nodiscard]] const packs::Shape* entry_shape(std::string_view list);

// The names that keys may have for values, in the order of the enumerators that they stand for.
[[nodiscard]] std::span<const std::string_view> band_names();            // Band::Of
[[nodiscard]] std::span<const std::string_view> bound_names();           // Bound
[[nodiscard]] std::span<const std::string_view> pair_verdict_names();    // PairVerdict
[[nodiscard]] std::span<const std::string_view> clash_state_names();     // Clash::First
[[nodiscard]] std::span<const std::string_view> clash_relation_names();  // Clash::Concepts

}  // namespace linter::knowledge
