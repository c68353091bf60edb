// What was found out of expressions, for who compiles the same ones again and again: rules of which
// one part is gone.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <tuple>
#include <vector>

#include "linter/base/hash.h"
#include "linter/base/image.h"
#include "linter/base/pattern.h"
#include "linter/checks/policy/requirement.h"

namespace linter::checks::policy {

// For one thread. It outlives the rules that were compiled with it.
class KnownExpressions {
 public:
  struct Known {
    std::string program;  // Pattern::kept()
    // of an expression that is a unit
    std::optional<std::vector<Requirement>> requirements;
    std::vector<Clue> heads;

    [[nodiscard]] base::LateText text() const { return {program, base::hash64(program)}; }
  };

  // Null where the expression was not compiled before.
  [[nodiscard]] Known* find(const std::string& expression, base::PatternOptions options) {
    const auto found = known_.find(key_of(expression, options));
    return found == known_.end() ? nullptr : &found->second;
  }
  void add(const std::string& expression, base::PatternOptions options, std::string program) {
    known_[key_of(expression, options)].program = std::move(program);
  }
  // Of the rule before: what another rule has of them is little.
  void clear() { known_.clear(); }

 private:
  using Key = std::tuple<std::string, bool, bool, bool>;
  static Key key_of(const std::string& expression, base::PatternOptions options) {
    return {expression, options.ignore_case, options.word_bounded, options.literal};
  }

  std::map<Key, Known> known_;
};

}  // namespace linter::checks::policy
