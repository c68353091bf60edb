#include "linter/checks/policy/mutants.h"

#include <algorithm>
#include <array>
#include <utility>

#include "linter/checks/policy/message.h"

namespace linter::checks::policy {
namespace {

using base::yaml::Value;
using ValueKind = base::yaml::Kind;

// A list of a rule, and how a reader calls one of its items.
struct Part {
  std::string_view key;
  std::string_view name;
  bool may_be_empty;  // a rule without any of these still says something
  bool expressions;   // alternatives of an item count by themselves
};

constexpr std::array<Part, 9> parts{{
    {"patterns", "pattern", false, true},
    {"phrases", "phrase", false, false},
    {"swap", "replacement", false, true},
    {"either", "set of forms", false, false},
    {"when", "occasion", false, true},
    {"must", "disclosure", false, true},
    {"except", "exception", true, true},
    {"ignore", "ignored text", true, false},
    {"exceptions", "exception", true, false},
}};

Value* entry_of(Value& mapping, std::string_view key) {
  for (auto& [name, value] : mapping.entries) {
    if (name.text == key) return &value;
  }
  return nullptr;
}

void drop_entry(Value& mapping, std::string_view key) {
  std::erase_if(mapping.entries, [&](const auto& entry) { return entry.first.text == key; });
}

// Where the alternatives at the top of an expression begin and end.
std::vector<std::pair<std::size_t, std::size_t>> alternatives(std::string_view expression) {
  std::vector<std::pair<std::size_t, std::size_t>> found;
  std::size_t begin = 0;
  int depth = 0;
  bool in_set = false;
  for (std::size_t at = 0; at < expression.size(); ++at) {
    const char c = expression[at];
    if (c == '\\') {
      ++at;
    } else if (in_set) {
      in_set = c != ']';
    } else if (c == '[') {
      in_set = true;
    } else if (c == '(') {
      ++depth;
    } else if (c == ')') {
      --depth;
    } else if (c == '|' && depth == 0) {
      found.emplace_back(begin, at);
      begin = at + 1;
    }
  }
  found.emplace_back(begin, expression.size());
  return found;
}

std::string without(const std::string& expression, std::pair<std::size_t, std::size_t> part) {
  std::string rest = expression;
  if (part.second < expression.size()) {
    rest.erase(part.first, part.second - part.first + 1);
  } else {
    rest.erase(part.first - 1);
  }
  return rest;
}

class Mutator {
 public:
  explicit Mutator(const packs::RuleDefinition& rule) : rule_(rule) {}

  std::vector<Mutant> run() {
    for (const Part& part : parts) {
      if (const Value* list = rule_.body.find(part.key)) drop_items(part, *list);
    }
    drop_context();
    drop_places();
    if (rule_.kind == "claim") drop_conditions();
    if (rule_.body.find("topic") != nullptr && !rule_.topic.empty()) {
      packs::RuleDefinition changed = rule_;
      changed.topic.clear();
      add("the topic", rule_.body.position, std::move(changed));
    }
    return std::move(mutants_);
  }

 private:
  void add(std::string part, base::yaml::Position position, packs::RuleDefinition changed) {
    mutants_.push_back({std::move(part), position, std::move(changed)});
  }

  void drop_items(const Part& part, const Value& list) {
    const bool is_mapping = list.kind == ValueKind::mapping;
    const std::size_t count = is_mapping                         ? list.entries.size()
                              : list.kind == ValueKind::sequence ? list.items.size()
                                                                 : 1;
    for (std::size_t i = 0; i < count; ++i) {
      const Value& item = is_mapping                         ? list.entries[i].first
                          : list.kind == ValueKind::sequence ? list.items[i]
                                                             : list;
      if (count > 1 || part.may_be_empty) drop_item(part, item, i, count);
      if (part.expressions && item.kind == ValueKind::scalar) drop_alternatives(part, item, i);
    }
  }

  void drop_item(const Part& part, const Value& item, std::size_t number, std::size_t count) {
    packs::RuleDefinition changed = rule_;
    Value& list = *entry_of(changed.body, part.key);
    const auto at = static_cast<std::ptrdiff_t>(number);
    if (count == 1) {
      drop_entry(changed.body, part.key);
    } else if (list.kind == ValueKind::mapping) {
      list.entries.erase(list.entries.begin() + at);
    } else {
      list.items.erase(list.items.begin() + at);
    }
    add(called(part, item, number), item.position, std::move(changed));
  }

  void drop_alternatives(const Part& part, const Value& item, std::size_t number) {
    const auto all = alternatives(item.text);
    if (all.size() < 2) return;
    for (const auto& one : all) {
      packs::RuleDefinition changed = rule_;
      Value& list = *entry_of(changed.body, part.key);
      Value& target = list.kind == ValueKind::mapping    ? list.entries[number].first
                      : list.kind == ValueKind::sequence ? list.items[number]
                                                         : list;
      target.text = without(item.text, one);
      add(std::string(part.name) + ' ' + std::to_string(number + 1) + ", its “" +
              quotable(std::string_view(item.text).substr(one.first, one.second - one.first)) + "”",
          item.position, std::move(changed));
    }
  }

  static std::string called(const Part& part, const Value& item, std::size_t number) {
    std::string name = std::string(part.name) + ' ' + std::to_string(number + 1);
    const Value& text =
        item.kind == ValueKind::sequence && !item.items.empty() ? item.items[0] : item;
    return text.text.empty() ? name : name + ", “" + quotable(text.text) + "”";
  }

  void drop_context() {
    const Value* context = rule_.body.find("context");
    if (context == nullptr) return;
    for (const std::string_view key : {"silent", "only"}) {
      const Value* list = context->find(key);
      if (list == nullptr) continue;
      const std::size_t count = list->kind == ValueKind::sequence ? list->items.size() : 1;
      for (std::size_t i = 0; i < count; ++i) {
        const Value& item = list->kind == ValueKind::sequence ? list->items[i] : *list;
        packs::RuleDefinition changed = rule_;
        Value& target = *entry_of(*entry_of(changed.body, "context"), key);
        if (target.kind != ValueKind::sequence) {
          target.kind = ValueKind::sequence;
          target.text.clear();
        } else {
          target.items.erase(target.items.begin() + static_cast<std::ptrdiff_t>(i));
        }
        add(key == "silent" ? "its silence where it is " + item.text
                            : "its demand for " + item.text,
            item.position, std::move(changed));
      }
    }
  }

  // What a claim rule asks of an assertion: each key that narrows it, and of a list each name.
  void drop_conditions() {
    static constexpr std::array<std::string_view, 11> narrowing{
        "concept",   "other_than", "subject",  "subject_type", "polarity",   "likelihood",
        "universal", "population", "quantity", "setting",      "established"};
    static constexpr std::array<std::string_view, 3> softening{"hedged", "conditional", "excepted"};
    for (const std::string_view key : narrowing) drop_key(key);
    // absent where the rule does not say: what softens a claim then silences it
    for (const std::string_view key : softening) {
      const Value* value = rule_.body.find(key);
      packs::RuleDefinition changed = rule_;
      drop_entry(changed.body, key);
      if (value == nullptr || value->text == "absent") {
        Value any = rule_.body.find("frame") != nullptr ? *rule_.body.find("frame") : Value{};
        any.kind = ValueKind::scalar;
        any.text = "any";
        any.items.clear();
        Value name = any;
        name.text = std::string(key);
        changed.body.entries.emplace_back(std::move(name), std::move(any));
        add("its silence where it is " + std::string(key), rule_.body.position, std::move(changed));
      } else {
        add("the key “" + std::string(key) + "”", value->position, std::move(changed));
      }
    }
    for (const std::string_view key : {"frame", "concept", "other_than"}) drop_names(key);
  }

  void drop_key(std::string_view key) {
    const Value* value = rule_.body.find(key);
    if (value == nullptr) return;
    packs::RuleDefinition changed = rule_;
    drop_entry(changed.body, key);
    add("the key “" + std::string(key) + "”", value->position, std::move(changed));
  }

  void drop_names(std::string_view key) {
    const Value* list = rule_.body.find(key);
    if (list == nullptr || list->kind != ValueKind::sequence || list->items.size() < 2) return;
    for (std::size_t i = 0; i < list->items.size(); ++i) {
      packs::RuleDefinition changed = rule_;
      auto& items = entry_of(changed.body, key)->items;
      items.erase(items.begin() + static_cast<std::ptrdiff_t>(i));
      add(std::string(key) + " “" + list->items[i].text + "”", list->items[i].position,
          std::move(changed));
    }
  }

  void drop_places() {
    const Value* scope = rule_.body.find("scope");
    if (scope == nullptr) return;
    const std::size_t count = scope->kind == ValueKind::sequence ? scope->items.size() : 1;
    for (std::size_t i = 0; i < count; ++i) {
      packs::RuleDefinition changed = rule_;
      if (count == 1) {
        drop_entry(changed.body, "scope");
      } else {
        Value& target = *entry_of(changed.body, "scope");
        target.items.erase(target.items.begin() + static_cast<std::ptrdiff_t>(i));
      }
      const Value& item = scope->kind == ValueKind::sequence ? scope->items[i] : *scope;
      add("the place “" + item.text + "”", item.position, std::move(changed));
    }
  }

  const packs::RuleDefinition& rule_;
  std::vector<Mutant> mutants_;
};

}  // namespace

std::vector<Mutant> mutants_of(const packs::RuleDefinition& rule) {
  return Mutator(rule).run();
}

}  // namespace linter::checks::policy
