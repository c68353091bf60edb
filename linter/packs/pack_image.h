// Packs as images: their heads, and one rule at a time.
#pragma once

#include <optional>

#include "linter/base/image.h"
#include "linter/packs/pack.h"

namespace linter::packs {

// A pack without its rules, cues and knowledge.
void put_head(base::ImageWriter& image, const Pack& pack);
[[nodiscard]] Pack get_head(base::ImageReader& image);

// A rule with its whole mapping.
void put_rule(base::ImageWriter& image, const RuleDefinition& rule);
// Nothing when the image is not sound. Whether the pack has the rule's file is not looked at.
[[nodiscard]] std::optional<RuleDefinition> get_rule(base::ImageReader& image);

}  // namespace linter::packs
