// A claim as a line of text, so that it can wait for the corpus pass or travel to another machine.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "linter/assertions/assertion.h"
#include "linter/knowledge/knowledge.h"

namespace linter::checks::claims {

// Tab-separated fields; concepts and frames by their ids, so that it means the same wherever the
// same packs are loaded.
[[nodiscard]] std::string encode(const knowledge::Knowledge& knowledge,
                                 const assertions::Claim& claim);

// Nothing when the record is damaged or names what these packs do not know.
[[nodiscard]] std::optional<assertions::Claim> decode(const knowledge::Knowledge& knowledge,
                                                      std::string_view text);

}  // namespace linter::checks::claims
