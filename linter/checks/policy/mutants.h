// Rules made weaker, one part at a time: what their examples should notice.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "linter/packs/pack.h"

namespace linter::checks::policy {

// A rule without one of its parts.
struct Mutant {
  std::string part;  // what is gone, for people: "pattern 2, “pain[- ]free”"
  base::yaml::Position position;
  packs::RuleDefinition rule;
};

// What is tried of the words in groups of a rule's expressions, "(?:quick|easy)", of what they
// refuse, "(?!ly)", and of the words and parts of its tokens: of a rule that has more than `most_words` of them, they are lists, which
// nobody writes an example each for.
enum class Lists : std::uint8_t { few_words, all_words };
inline constexpr std::size_t most_words = 8;

// Every mutant of a rule: without each pattern, phrase or replacement (where it has several), each
// alternative at the top of an expression, each exception, each category that silences it or that
// it asks for, those that do where it does not say, each place it looks in, each key of its kind
// that it could do without, each token, its topic where it names one itself; and without each
// alternative of a group, and each text that an expression refuses, "(?!…)". In the rule's order.
// Comes back with how many words of lists it passed over.
std::size_t each_mutant(const packs::RuleDefinition& rule, Lists lists,
                        const std::function<void(const Mutant&)>& take);

}  // namespace linter::checks::policy
