// Subjects of several things: "the size and the shape", "redness, swelling and itching".
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "linter/checks/policy/noun_phrase.h"

namespace linter::checks::policy {

struct JoinedSubject {
  std::string name;          // as a message quotes it: "size and shape"
  std::uint32_t behind = 0;  // the first token that belongs to it no more
};

// What begins with this phrase, where it surely names more than one thing: not "the wear and tear",
// nor "the skin and hair clinic".
[[nodiscard]] std::optional<JoinedSubject> joined_subject(const Phrases& phrases,
                                                          const NounPhrase& first);

}  // namespace linter::checks::policy
