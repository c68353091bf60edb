// Mutants of a sequence of words.
#include <array>

#include "linter/checks/policy/mutator.h"

namespace linter::checks::policy {
namespace {

using base::yaml::Value;
using ValueKind = base::yaml::Kind;

constexpr std::array<std::string_view, 4> asking{"word", "words", "part", "not_part"};
constexpr std::array<std::string_view, 2> token_lists{"words", "part"};

std::string called(std::size_t number) {
  return "token " + std::to_string(number + 1);
}

Value& token_of(packs::RuleDefinition& rule, std::size_t number) {
  return entry_of(rule.body, "tokens")->items[number];
}

std::size_t asked_of(const Value& token) {
  std::size_t asked = 0;
  for (const std::string_view key : asking) asked += token.find(key) == nullptr ? 0 : 1;
  return asked;
}

void drop_token_key(const Mutator& mutator, std::size_t number, std::string_view key) {
  const Value* value = mutator.body().find("tokens")->items[number].find(key);
  if (value == nullptr) return;
  packs::RuleDefinition changed = mutator.rule();
  drop_entry(token_of(changed, number), key);
  mutator.add(called(number) + ", its “" + std::string(key) + "”", value->position,
              std::move(changed));
}

void drop_token_items(const Mutator& mutator, std::size_t number, std::string_view key) {
  const Value* list = mutator.body().find("tokens")->items[number].find(key);
  if (list == nullptr || count_of(*list) < 2) return;
  for (std::size_t i = 0; i < count_of(*list); ++i) {
    packs::RuleDefinition changed = mutator.rule();
    drop_item(*entry_of(token_of(changed, number), key), i);
    const Value& item = item_of(*list, i);
    mutator.add(called(number) + ", its “" + item.text + "”", item.position, std::move(changed));
  }
}

}  // namespace

std::size_t words_of_tokens(const Value& body) {
  const Value* tokens = body.find("tokens");
  if (tokens == nullptr || tokens->kind != ValueKind::sequence) return 0;
  std::size_t words = 0;
  for (const Value& token : tokens->items) {
    if (asked_of(token) > 1) words += asked_of(token);
    for (const std::string_view key : token_lists) {
      const Value* list = token.find(key);
      if (list != nullptr && count_of(*list) > 1) words += count_of(*list);
    }
  }
  return words;
}

void drop_tokens(const Mutator& mutator) {
  const Value* tokens = mutator.body().find("tokens");
  if (tokens == nullptr || tokens->kind != ValueKind::sequence) return;
  for (std::size_t number = 0; number < tokens->items.size(); ++number) {
    const Value& token = tokens->items[number];
    packs::RuleDefinition changed = mutator.rule();
    drop_item(*entry_of(changed.body, "tokens"), number);
    if (tokens->items.size() > 1) mutator.add(called(number), token.position, std::move(changed));
    for (const std::string_view key : {"skip", "optional"}) drop_token_key(mutator, number, key);
    if (!mutator.tries_words()) continue;
    if (asked_of(token) > 1)
      for (const std::string_view key : asking) drop_token_key(mutator, number, key);
    for (const std::string_view key : token_lists) drop_token_items(mutator, number, key);
  }
}

}  // namespace linter::checks::policy
