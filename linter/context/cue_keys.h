// The keys of cue files, for JSON Schema: what CueSet::add reads.
#pragma once

#include "linter/packs/shape.h"

namespace linter::context {

// What an entry of `cues:` looks like.
[[nodiscard]] const packs::Shape& cue_entry_shape();

}  // namespace linter::context
