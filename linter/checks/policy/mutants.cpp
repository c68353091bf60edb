#include "linter/checks/policy/mutants.h"

#include <algorithm>
#include <array>
#include <utility>

#include "linter/checks/policy/alternatives.h"
#include "linter/checks/policy/kinds.h"
#include "linter/checks/policy/message.h"
#include "linter/checks/policy/mutator.h"
#include "linter/packs/shape.h"

namespace linter::checks::policy {

using base::yaml::Value;
using ValueKind = base::yaml::Kind;

Value* entry_of(Value& mapping, std::string_view key) {
  for (auto& [name, value] : mapping.entries) {
    if (name.text == key) return &value;
  }
  return nullptr;
}

void drop_entry(Value& mapping, std::string_view key) {
  std::erase_if(mapping.entries, [&](const auto& entry) { return entry.first.text == key; });
}

Value& set_entry(Value& mapping, std::string_view key, std::string_view text, ValueKind kind) {
  Value value{.kind = kind, .position = mapping.position, .text = std::string(text)};
  if (Value* found = entry_of(mapping, key)) return *found = std::move(value);
  Value name{.kind = ValueKind::scalar, .position = mapping.position, .text = std::string(key)};
  return mapping.entries.emplace_back(std::move(name), std::move(value)).second;
}

std::size_t count_of(const Value& list) {
  return list.kind == ValueKind::mapping    ? list.entries.size()
         : list.kind == ValueKind::sequence ? list.items.size()
                                            : 1;
}

const Value& item_of(const Value& list, std::size_t number) {
  return list.kind == ValueKind::mapping    ? list.entries[number].first
         : list.kind == ValueKind::sequence ? list.items[number]
                                            : list;
}

Value& item_of(Value& list, std::size_t number) {
  return const_cast<Value&>(item_of(std::as_const(list), number));
}

void drop_item(Value& list, std::size_t number) {
  const auto at = static_cast<std::ptrdiff_t>(number);
  if (list.kind == ValueKind::mapping) {
    list.entries.erase(list.entries.begin() + at);
  } else if (list.kind == ValueKind::sequence) {
    list.items.erase(list.items.begin() + at);
  } else {
    list = {.kind = ValueKind::sequence, .position = list.position};
  }
}

void Mutator::drop_key(std::string_view key) const {
  const Value* value = body().find(key);
  if (value == nullptr) return;
  packs::RuleDefinition changed = rule_;
  drop_entry(changed.body, key);
  add("the key “" + std::string(key) + "”", value->position, std::move(changed));
}

namespace {

// A list of a rule, and how a reader calls one of its items.
struct Part {
  std::string_view key;
  std::string_view name;
  bool may_be_empty;  // a rule without any of these still says something
  bool expressions;   // alternatives of an item count by themselves
};

constexpr std::array<Part, 11> parts{{
    {"patterns", "pattern", false, true},
    {"phrases", "phrase", false, false},
    {"swap", "replacement", false, true},
    {"either", "set of forms", false, false},
    {"if", "use", false, true},
    {"then", "introduction", false, true},
    {"when", "occasion", false, true},
    {"must", "disclosure", false, true},
    {"except", "exception", true, true},
    {"ignore", "ignored text", true, false},
    {"exceptions", "exception", true, false},
}};

const Part* part_named(std::string_view key) {
  const auto found = std::ranges::find(parts, key, &Part::key);
  return found == parts.end() ? nullptr : found;
}

std::size_t words_of(std::string_view expression) {
  return refusals_of(expression).size() +
         static_cast<std::size_t>(std::ranges::count_if(
             alternatives_of(expression), [](const auto& one) { return one.group > 0; }));
}

// The words of a rule's lists.
std::size_t words_of(const packs::RuleDefinition& rule) {
  std::size_t words = rule.kind == "sequence" ? words_of_tokens(rule.body) : 0;
  for (const Part& part : parts) {
    const Value* list = rule.body.find(part.key);
    if (list == nullptr || !part.expressions) continue;
    for (std::size_t i = 0; i < count_of(*list); ++i) words += words_of(item_of(*list, i).text);
  }
  return words;
}

// Keys of a kind that do not decide what is found, that say how letters are compared, or that are
// taken apart in a way of their own.
constexpr std::array<std::string_view, 7> kept_keys{
    "fix", "with", "context", "must_context", "always", "ignore_case", "word_bounded"};

class PartMutator {
 public:
  explicit PartMutator(Mutator mutator) : mutator_(mutator) {}

  void run() {
    for (const Part& part : parts) {
      if (const Value* list = body().find(part.key)) drop_items(part, *list);
    }
    drop_contexts(mutator_);
    drop_places();
    if (mutator_.rule().kind == "claim") drop_conditions(mutator_);
    if (mutator_.rule().kind == "sequence") drop_tokens(mutator_);
    drop_keys();
    drop_topic();
  }

 private:
  [[nodiscard]] const Value& body() const { return mutator_.body(); }

  void drop_items(const Part& part, const Value& list) {
    const std::size_t count = count_of(list);
    for (std::size_t i = 0; i < count; ++i) {
      const Value& item = item_of(list, i);
      if (count > 1 || part.may_be_empty) drop_item_of(part, item, i, count);
      if (!part.expressions || item.kind != ValueKind::scalar) continue;
      drop_alternatives(part, item, i);
      if (mutator_.tries_words()) drop_refusals(part, item, i);
    }
  }

  void drop_item_of(const Part& part, const Value& item, std::size_t number, std::size_t count) {
    packs::RuleDefinition changed = mutator_.rule();
    if (count == 1) {
      drop_entry(changed.body, part.key);
    } else {
      drop_item(*entry_of(changed.body, part.key), number);
    }
    mutator_.add(called(part, item, number), item.position, std::move(changed));
  }

  void drop_alternatives(const Part& part, const Value& item, std::size_t number) {
    for (const Alternative& one : alternatives_of(item.text)) {
      if (one.group > 0 && !mutator_.tries_words()) continue;
      packs::RuleDefinition changed = mutator_.rule();
      item_of(*entry_of(changed.body, part.key), number).text = without(item.text, one);
      mutator_.add(
          std::string(part.name) + ' ' + std::to_string(number + 1) + ", its “" +
              quotable(std::string_view(item.text).substr(one.begin, one.end - one.begin)) + "”",
          item.position, std::move(changed));
    }
  }

  void drop_refusals(const Part& part, const Value& item, std::size_t number) {
    for (const base::Span one : refusals_of(item.text)) {
      packs::RuleDefinition changed = mutator_.rule();
      item_of(*entry_of(changed.body, part.key), number).text.erase(one.begin, one.size());
      mutator_.add(std::string(part.name) + ' ' + std::to_string(number + 1) + ", its “" +
                       quotable(one.of(item.text)) + "”",
                   item.position, std::move(changed));
    }
  }

  static std::string called(const Part& part, const Value& item, std::size_t number) {
    std::string name = std::string(part.name) + ' ' + std::to_string(number + 1);
    const Value& text =
        item.kind == ValueKind::sequence && !item.items.empty() ? item.items[0] : item;
    return text.text.empty() ? name : name + ", “" + quotable(text.text) + "”";
  }

  void drop_places() {
    const Value* scope = body().find("scope");
    if (scope == nullptr) return;
    const std::size_t count = count_of(*scope);
    for (std::size_t i = 0; i < count; ++i) {
      packs::RuleDefinition changed = mutator_.rule();
      if (count == 1) {
        drop_entry(changed.body, "scope");
      } else {
        drop_item(*entry_of(changed.body, "scope"), i);
      }
      const Value& item = item_of(*scope, i);
      mutator_.add("the place “" + item.text + "”", item.position, std::move(changed));
    }
  }

  // What a kind asks for in keys of its own that may be missing.
  void drop_keys() {
    const Kind* kind = kind_named(mutator_.rule().kind);
    if (kind == nullptr || kind->name == "claim") return;
    std::vector<std::span<const packs::Field>> tables{kind->fields, filter_fields(),
                                                      pattern_fields()};
    for (const auto& table : tables) {
      for (const packs::Field& field : table) {
        const bool is_kept = field.required || part_named(field.name) != nullptr ||
                             std::ranges::find(kept_keys, field.name) != kept_keys.end();
        if (!is_kept) mutator_.drop_key(field.name);
      }
    }
  }

  void drop_topic() {
    if (body().find("topic") == nullptr || mutator_.rule().topic.empty()) return;
    packs::RuleDefinition changed = mutator_.rule();
    changed.topic.clear();
    mutator_.add("the topic", body().position, std::move(changed));
  }

  Mutator mutator_;
};

}  // namespace

std::size_t each_mutant(const packs::RuleDefinition& rule, Lists lists,
                        const std::function<void(const Mutant&)>& take) {
  const std::size_t words = words_of(rule);
  const bool tries_words = lists == Lists::all_words || words <= most_words;
  PartMutator({rule, tries_words, take}).run();
  return tries_words ? 0 : words;
}

}  // namespace linter::checks::policy
