#include <algorithm>
#include <unordered_set>

#include "linter/base/names.h"
#include "linter/base/utf8.h"
#include "linter/base/yaml.h"
#include "linter/base/yaml_nodes.h"

namespace linter::base::yaml {
namespace {

constexpr std::size_t most_alias_nodes = 100'000;
constexpr std::size_t most_alias_bytes = 16U << 20U;
constexpr std::size_t most_duplicates = 50;

// Builds values from the flat nodes; aliases are expanded within their budget. After the first
// fault that is no duplicate key the rest is left out.
class Builder {
 public:
  explicit Builder(const std::vector<Node>& nodes) : nodes_(nodes) {}

  Loaded<Value> build_document() {
    Loaded<Value> loaded{.value = build(0, 1, nullptr), .errors = std::move(duplicates_)};
    if (fault_) {
      loaded.value = {.position = start_of_text};
      loaded.errors.push_back(*fault_);
    }
    return loaded;
  }

 private:
  // `alias` is the one in the text that brings the node; null where the node itself stands.
  Value build(std::size_t index, std::size_t depth, const Node* alias) {
    const Node& node = nodes_[index];
    if (node.is_alias) return build(node.target, depth, alias == nullptr ? &node : alias);
    if (alias != nullptr) charge(node, *alias);
    const bool is_collection = node.kind == Kind::sequence || node.kind == Kind::mapping;
    if (is_collection && depth > deepest) {
      stop(ErrorCode::nesting_too_deep, "aliases nest lists and mappings more than 100 deep",
           (alias == nullptr ? node : *alias).position);
    }
    Value value{
        .kind = node.kind, .position = node.position, .quoted = node.quoted, .text = node.text};
    if (node.kind == Kind::sequence) {
      for (std::size_t at = index + 1; at < node.end && !fault_; at = nodes_[at].end) {
        value.items.push_back(build(at, depth + 1, alias));
      }
    }
    if (node.kind == Kind::mapping) fill_mapping(value, index, depth, alias);
    return value;
  }

  void fill_mapping(Value& value, std::size_t index, std::size_t depth, const Node* alias) {
    std::unordered_set<std::string_view> keys;
    const std::size_t end = nodes_[index].end;
    for (std::size_t at = index + 1; at < end && !fault_;) {
      const std::size_t content = nodes_[at].end;
      const Node& name = nodes_[nodes_[at].is_alias ? nodes_[at].target : at];
      const bool is_word =
          name.kind == Kind::scalar || (name.kind == Kind::null && !name.text.empty());
      if (!is_word) {
        return stop(ErrorCode::bad_yaml, "a key must be a word, not a list, a mapping or nothing",
                    nodes_[at].position);
      }
      Value key = build(at, depth, alias);
      key.kind = Kind::scalar;
      Value entry = build(content, depth + 1, alias);
      at = nodes_[content].end;
      if (keys.insert(name.text).second) {
        value.entries.emplace_back(std::move(key), std::move(entry));
      } else if (alias == nullptr) {
        report_duplicate(key);
      }
    }
  }

  void charge(const Node& node, const Node& alias) {
    ++alias_nodes_;
    alias_bytes_ += node.text.size();
    if (alias_nodes_ <= most_alias_nodes && alias_bytes_ <= most_alias_bytes) return;
    stop(ErrorCode::too_many_aliases, "aliases repeat more than 100,000 values or 16 MiB of text",
         alias.position);
  }

  void report_duplicate(const Value& key) {
    if (duplicates_.size() == most_duplicates) return;
    duplicates_.push_back(
        {ErrorCode::duplicate_key,
         "the key '" + shortened(key.text) + "' stands here a second time: keep one of them",
         {},
         key.position.line,
         key.position.column});
  }

  void stop(ErrorCode code, std::string message, const Position& at) {
    if (!fault_) fault_ = fail_at(code, std::move(message), at).error();
  }

  const std::vector<Node>& nodes_;
  std::vector<Error> duplicates_;
  std::optional<Error> fault_;
  std::size_t alias_nodes_ = 0;
  std::size_t alias_bytes_ = 0;
};

Position position_of(std::string_view text, std::size_t offset) {
  const std::string_view before = text.substr(0, offset);
  const std::size_t line_start = before.rfind('\n') + 1;
  const std::string_view line = before.substr(line_start);
  const auto lines = static_cast<std::uint32_t>(std::ranges::count(before, '\n'));
  return {lines + 1, static_cast<std::uint32_t>(count_code_points(line) + 1),
          static_cast<std::uint32_t>(offset)};
}

// What may not stand in any YAML text: other encodings, control characters.
Result<void> readable(std::string_view text) {
  if (text.starts_with("\xFF\xFE") || text.starts_with("\xFE\xFF")) {
    return fail_at(ErrorCode::utf16, "the text is UTF-16: save it as UTF-8", start_of_text);
  }
  if (text.size() >= (1ULL << 31U))
    return fail_at(ErrorCode::too_large, "the text has more than 2 GiB", start_of_text);
  if (const auto offset = first_invalid_utf8(text)) {
    return fail_at(ErrorCode::not_utf8, "a byte here is not UTF-8: save the text as UTF-8",
                   position_of(text, *offset));
  }
  const auto control = std::ranges::find_if(text, [](char c) {
    return (c >= 0 && c < 0x20 && c != '\n' && c != '\r' && c != '\t') || c == 0x7F;
  });
  if (control == text.end()) return {};
  const auto offset = static_cast<std::size_t>(control - text.begin());
  return fail_at(ErrorCode::bad_yaml,
                 "a control character stands here: remove it, or write it as \"\\xNN\"",
                 position_of(text, offset));
}

Loaded<Value> parse_document(std::string_view text) {
  Loaded<Value> loaded{.value = {.position = start_of_text}, .errors = {}};
  if (const auto fit = readable(text); !fit) {
    loaded.errors.push_back(fit.error());
    return loaded;
  }
  const auto nodes = nodes_of(text);
  if (!nodes) {
    loaded.errors.push_back(nodes.error());
    return loaded;
  }
  return nodes->empty() ? loaded : Builder(*nodes).build_document();
}

}  // namespace

Loaded<Value> parse(std::string_view text, std::string_view file) {
  Loaded<Value> loaded = parse_document(text);
  for (Error& error : loaded.errors) error.file = file;
  return loaded;
}

const Value* Value::find(std::string_view key) const {
  const auto found =
      std::ranges::find_if(entries, [&](const auto& entry) { return entry.first.text == key; });
  return found == entries.end() ? nullptr : &found->second;
}

}  // namespace linter::base::yaml
