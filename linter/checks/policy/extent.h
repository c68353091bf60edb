// The stretches of an article that a rule counts within.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "linter/base/span.h"
#include "linter/checks/policy/rule.h"
#include "linter/lexicon/reading.h"

namespace linter::checks::policy {

// A section is a heading with what stands below it, up to the next heading of any level.
enum class Extent : std::uint8_t { article, section, paragraph, sentence, heading };
[[nodiscard]] std::span<const std::string_view> extent_names();  // in the enumerators' order

struct Stretch {
  std::uint32_t key = 0;  // as stretch_key() gives it
  base::Span anchor;      // where a finding about it stands: the title, heading, block or sentence
  std::uint32_t first_sentence = 0;
  std::uint32_t end_sentence = 0;
};

// Which stretch a place lies in: equal keys, same stretch.
[[nodiscard]] std::uint32_t stretch_key(const lexicon::Reading& reading, Extent extent,
                                        std::uint32_t block, base::Span text);

// The stretches of an article that have a block in `places`, in order. An article with text is one
// stretch, whatever its blocks are.
[[nodiscard]] std::vector<Stretch> stretches(const lexicon::Reading& reading, Extent extent,
                                             Places places);

// The title, else the first block; nothing in an article without text.
[[nodiscard]] base::Span article_anchor(const prose::Article& article);

}  // namespace linter::checks::policy
