// What makes mutants of a rule: the parts of mutants_of(), by what they take out.
#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>
#include <utility>

#include "linter/checks/policy/mutants.h"

namespace linter::checks::policy {

// Hands over the mutants of one rule.
class Mutator {
 public:
  using Take = std::function<void(const Mutant&)>;

  // Both must outlive it. `tries_words`: of lists, too.
  Mutator(const packs::RuleDefinition& rule, bool tries_words, const Take& take)
      : rule_(rule), tries_words_(tries_words), take_(take) {}

  [[nodiscard]] const packs::RuleDefinition& rule() const { return rule_; }
  [[nodiscard]] const base::yaml::Value& body() const { return rule_.body; }
  [[nodiscard]] bool tries_words() const { return tries_words_; }
  void add(std::string part, base::yaml::Position position, packs::RuleDefinition changed) const {
    take_({std::move(part), position, std::move(changed)});
  }
  // The rule without a key of its own; nothing where it does not have it.
  void drop_key(std::string_view key) const;

 private:
  const packs::RuleDefinition& rule_;
  bool tries_words_;
  const Take& take_;
};

// Null where there is none.
[[nodiscard]] base::yaml::Value* entry_of(base::yaml::Value& mapping, std::string_view key);
void drop_entry(base::yaml::Value& mapping, std::string_view key);
// Puts a scalar, or with `kind` an empty list or mapping, where there may be another value.
base::yaml::Value& set_entry(base::yaml::Value& mapping, std::string_view key,
                             std::string_view text,
                             base::yaml::Kind kind = base::yaml::Kind::scalar);
// The item of a value that may be one or many, and how many there are.
[[nodiscard]] std::size_t count_of(const base::yaml::Value& list);
[[nodiscard]] const base::yaml::Value& item_of(const base::yaml::Value& list, std::size_t number);
[[nodiscard]] base::yaml::Value& item_of(base::yaml::Value& list, std::size_t number);
// Takes one item out; a value that is no list becomes an empty one.
void drop_item(base::yaml::Value& list, std::size_t number);

// In what light a match counts, and a disclosure: what is said, and what holds where nothing is.
void drop_contexts(const Mutator& mutator);
// What a claim rule asks of an assertion: each key that narrows it, and of a list each name.
void drop_conditions(const Mutator& mutator);
// The tokens of a sequence, and what each asks for.
void drop_tokens(const Mutator& mutator);
// How many words and parts of speech they list, and what else they ask for.
[[nodiscard]] std::size_t words_of_tokens(const base::yaml::Value& body);

}  // namespace linter::checks::policy
