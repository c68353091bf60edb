// yaml-cpp's events, flattened and then built into values. Only this file includes yaml-cpp.
#include <algorithm>
#include <array>
#include <spanstream>
#include <unordered_map>
#include <unordered_set>
#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/parser.h>

#include "linter/base/utf8.h"
#include "linter/base/yaml.h"

namespace linter::base::yaml {
namespace {

constexpr std::size_t deepest = 100;
constexpr std::size_t most_nodes = 1'000'000;
constexpr std::size_t most_alias_nodes = 100'000;
constexpr std::size_t most_alias_bytes = 16U << 20U;
constexpr std::size_t most_duplicates = 50;

// A failure on its way out of yaml-cpp's parser; caught in this file.
struct Stop {
  ErrorCode code;
  std::string message;
  Position position;
};

// One event. A collection is followed by its content, up to `end`; a mapping's content is key,
// value, key, value.
struct Node {
  Kind kind = Kind::null;
  bool quoted = false;
  bool is_alias = false;
  Position position;
  std::size_t end = 0;     // index of the node behind this one and its content; 0 while it is open
  std::size_t target = 0;  // of an alias
  std::string text;
};

// Turns yaml-cpp's marks (0-based; `pos` counts code points, without a byte order mark) into
// positions.
class Marks {
 public:
  explicit Marks(std::string_view text)
      : text_(text), start_(text.starts_with("\xEF\xBB\xBF") ? 3 : 0) {
    offset_ = start_;
  }

  // Marks come nearly in order: the cost is the distance from the last one.
  Position position(const YAML::Mark& mark) {
    const auto wanted = static_cast<std::size_t>(std::max(mark.pos, 0));
    for (; count_ < wanted && offset_ < text_.size(); ++count_)
      offset_ += decode(text_, offset_).length;
    for (; count_ > wanted && offset_ > start_; --count_)
      offset_ -= decode_before(text_, offset_).length;
    return {static_cast<std::uint32_t>(std::max(mark.line, 0) + 1),
            static_cast<std::uint32_t>(std::max(mark.column, 0) + 1),
            static_cast<std::uint32_t>(offset_)};
  }

 private:
  std::string_view text_;
  std::size_t start_;
  std::size_t offset_ = 0;
  std::size_t count_ = 0;
};

// The null that is written at `offset`; empty when nothing is.
std::string_view written_null(std::string_view text, std::size_t offset) {
  const std::string_view rest = text.substr(offset);
  for (const std::string_view form : {"~", "null", "Null", "NULL"}) {
    if (rest.starts_with(form)) return form;
  }
  return {};
}

class Flattener final : public YAML::EventHandler {
 public:
  explicit Flattener(std::string_view text) : text_(text), marks_(text) {}

  [[nodiscard]] const std::vector<Node>& nodes() const { return nodes_; }
  [[nodiscard]] Position position(const YAML::Mark& mark) { return marks_.position(mark); }
  // Where the innermost open collection starts, for errors at the end of the text.
  [[nodiscard]] std::optional<Position> innermost_open() const {
    if (open_.empty()) return std::nullopt;
    return nodes_[open_.back()].position;
  }

  void OnDocumentStart(const YAML::Mark& mark) override {
    if (!nodes_.empty()) {
      throw Stop{ErrorCode::bad_yaml, "a second document starts here: only one is read",
                 position(mark)};
    }
  }
  void OnDocumentEnd() override {}

  void OnNull(const YAML::Mark& mark, YAML::anchor_t anchor) override {
    Node& node = add(Kind::null, mark, anchor);
    node.text = written_null(text_, node.position.offset);
    if (node.text.empty()) unwritten(nodes_.size() - 1);
  }

  void OnAlias(const YAML::Mark& mark, YAML::anchor_t anchor) override {
    Node& node = add(Kind::null, mark, 0);
    const auto target = anchors_.find(anchor);
    if (target == anchors_.end() || nodes_[target->second].end == 0) {
      throw Stop{ErrorCode::bad_yaml, "this alias refers to something that holds the alias itself",
                 node.position};
    }
    node.is_alias = true;
    node.target = target->second;
  }

  void OnScalar(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                const std::string& value) override {
    Node& node = add(Kind::scalar, mark, anchor);
    check_tag(tag, node.position);
    node.quoted = tag == "!" || tag == "tag:yaml.org,2002:str";
    node.text = value;
  }

  void OnSequenceStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                       YAML::EmitterStyle::value /*style*/) override {
    open(Kind::sequence, mark, tag, anchor);
  }
  void OnSequenceEnd() override { close(); }
  void OnMapStart(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                  YAML::EmitterStyle::value /*style*/) override {
    open(Kind::mapping, mark, tag, anchor);
  }
  void OnMapEnd() override { close(); }

 private:
  Node& add(Kind kind, const YAML::Mark& mark, YAML::anchor_t anchor) {
    const Position at = position(mark);
    // A null that takes no room is not written: what looked like one is the node that comes now.
    if (!nodes_.empty() && nodes_.back().kind == Kind::null && !nodes_.back().text.empty() &&
        nodes_.back().position.offset == at.offset) {
      nodes_.back().text.clear();
      unwritten(nodes_.size() - 1);
    }
    if (nodes_.size() == most_nodes)
      throw Stop{ErrorCode::too_large, "the text has more than 1,000,000 values", at};
    if (anchor != 0) anchors_[anchor] = nodes_.size();
    Node& node = nodes_.emplace_back();
    node.kind = kind;
    node.position = at;
    node.end = nodes_.size();
    return node;
  }

  // yaml-cpp marks a null that is not written where the next thing stands; its key, or its dash, is
  // what people look for.
  void unwritten(std::size_t index) {
    Node& node = nodes_[index];
    if (open_.empty()) return;
    const Node& parent = nodes_[open_.back()];
    if (parent.kind == Kind::mapping && index > open_.back() + 1) {
      node.position = nodes_[index - 1].position;
    }
  }

  void open(Kind kind, const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor) {
    Node& node = add(kind, mark, anchor);
    check_tag(tag, node.position);
    node.end = 0;
    open_.push_back(nodes_.size() - 1);
    if (open_.size() > deepest) {
      throw Stop{ErrorCode::nesting_too_deep, "lists and mappings are nested more than 100 deep",
                 node.position};
    }
  }

  void close() {
    nodes_[open_.back()].end = nodes_.size();
    open_.pop_back();
  }

  static void check_tag(const std::string& tag, const Position& at) {
    if (tag.empty() || tag == "?" || tag == "!" || tag.starts_with("tag:yaml.org,2002:")) return;
    throw Stop{ErrorCode::bad_yaml, "the tag '" + tag + "' is not known here: leave it out", at};
  }

  std::string_view text_;
  Marks marks_;
  std::vector<Node> nodes_;
  std::vector<std::size_t> open_;
  std::unordered_map<YAML::anchor_t, std::size_t> anchors_;
};

// Builds values from the flat nodes; aliases are expanded within their budget.
class Builder {
 public:
  Builder(const std::vector<Node>& nodes, std::string_view file, std::vector<Error>& errors)
      : nodes_(nodes), file_(file), errors_(errors) {}

  Value build(std::size_t index, std::size_t depth, bool inside_alias) {
    const Node& node = nodes_[index];
    if (node.is_alias) return build(node.target, depth, true);
    if (inside_alias) charge(node);
    if (depth > deepest) {
      throw Stop{ErrorCode::nesting_too_deep, "aliases nest lists and mappings more than 100 deep",
                 node.position};
    }
    Value value{
        .kind = node.kind, .position = node.position, .quoted = node.quoted, .text = node.text};
    if (node.kind == Kind::sequence) {
      for (std::size_t at = index + 1; at < node.end; at = nodes_[at].end) {
        value.items.push_back(build(at, depth + 1, inside_alias));
      }
    }
    if (node.kind == Kind::mapping) fill_mapping(value, node, index, depth, inside_alias);
    return value;
  }

 private:
  void fill_mapping(Value& value, const Node& node, std::size_t index, std::size_t depth,
                    bool inside_alias) {
    std::unordered_set<std::string> keys;
    for (std::size_t at = index + 1; at < node.end;) {
      const std::size_t content = nodes_[at].end;
      Value key = build_key(at, inside_alias);
      Value entry = build(content, depth + 1, inside_alias);
      at = nodes_[content].end;
      if (keys.insert(key.text).second) {
        value.entries.emplace_back(std::move(key), std::move(entry));
      } else if (!inside_alias) {
        duplicate(key);
      }
    }
  }

  Value build_key(std::size_t index, bool inside_alias) {
    Value key = build(index, deepest, inside_alias);
    const bool written_word = key.kind == Kind::null && !key.text.empty();
    if (written_word) key.kind = Kind::scalar;
    if (key.kind != Kind::scalar) {
      throw Stop{ErrorCode::bad_yaml, "a key must be a word, not a list, a mapping or nothing",
                 key.position};
    }
    return key;
  }

  void charge(const Node& node) {
    ++alias_nodes_;
    alias_bytes_ += node.text.size();
    if (alias_nodes_ <= most_alias_nodes && alias_bytes_ <= most_alias_bytes) return;
    throw Stop{ErrorCode::too_many_aliases,
               "aliases repeat more than 100,000 values or 16 MiB of text", node.position};
  }

  void duplicate(const Value& key) {
    if (errors_.size() >= most_duplicates) return;
    errors_.push_back({ErrorCode::duplicate_key,
                       "the key '" + key.text + "' stands here a second time: keep one of them",
                       std::string(file_), key.position.line, key.position.column});
  }

  const std::vector<Node>& nodes_;
  std::string_view file_;
  std::vector<Error>& errors_;
  std::size_t alias_nodes_ = 0;
  std::size_t alias_bytes_ = 0;
};

// yaml-cpp's terse messages, in words that say what to do.
std::string explained(const std::string& message) {
  struct Explanation {
    std::string_view theirs;
    std::string_view ours;
  };
  constexpr std::array<Explanation, 7> explanations{{
      {"illegal map value",
       "a second ': ' on this line, or a value where none can stand: quote text that holds ': '"},
      {"end of map not found",
       "this line does not fit the mapping above it: align the keys of one mapping"},
      {"end of sequence not found", "this line does not fit the list above it: align its dashes"},
      {"end of map flow not found", "a '{' is never closed: add '}' or quote the text"},
      {"end of sequence flow not found", "a '[' is never closed: add ']' or quote the text"},
      {"the referenced anchor is not defined",
       "this alias names no anchor: quote text that begins with '*'"},
      {"illegal block entry",
       "a list item cannot stand here: put it on a line of its own, or quote a text with '- '"},
  }};
  for (const Explanation& one : explanations) {
    if (message == one.theirs) return std::string(one.ours);
  }
  return message;
}

Position position_of(std::string_view text, std::size_t offset) {
  const std::string_view before = text.substr(0, offset);
  const std::size_t line_start = before.rfind('\n') + 1;
  const std::string_view line = before.substr(line_start);
  const auto lines = static_cast<std::uint32_t>(std::ranges::count(before, '\n'));
  return {lines + 1, static_cast<std::uint32_t>(count_code_points(line) + 1),
          static_cast<std::uint32_t>(offset)};
}

// What may not stand in any YAML text: other encodings, control characters.
std::optional<Stop> unreadable(std::string_view text) {
  if (text.starts_with("\xFF\xFE") || text.starts_with("\xFE\xFF")) {
    return Stop{ErrorCode::utf16, "the text is UTF-16: save it as UTF-8", {1, 1, 0}};
  }
  if (text.size() >= (1ULL << 31U))
    return Stop{ErrorCode::too_large, "the text has more than 2 GiB", {}};
  if (const auto offset = first_invalid_utf8(text)) {
    return Stop{ErrorCode::not_utf8, "a byte here is not UTF-8: save the text as UTF-8",
                position_of(text, *offset)};
  }
  const auto control = std::ranges::find_if(text, [](char c) {
    return (c >= 0 && c < 0x20 && c != '\n' && c != '\r' && c != '\t') || c == 0x7F;
  });
  if (control == text.end()) return std::nullopt;
  const auto offset = static_cast<std::size_t>(control - text.begin());
  return Stop{ErrorCode::bad_yaml,
              "a control character stands here: remove it, or write it as \"\\xNN\"",
              position_of(text, offset)};
}

Value parse_or_stop(std::string_view text, std::string_view file, std::vector<Error>& errors) {
  Flattener flat(text);
  std::ispanstream stream(std::span<const char>(text.data(), text.size()));
  try {
    YAML::Parser parser(stream);
    while (parser.HandleNextDocument(flat)) {
    }
  } catch (const YAML::Exception& exception) {
    throw Stop{ErrorCode::bad_yaml, explained(exception.msg), flat.position(exception.mark)};
  }
  if (flat.nodes().empty()) return {};
  return Builder(flat.nodes(), file, errors).build(0, 1, false);
}

}  // namespace

Loaded<Value> parse(std::string_view text, std::string_view file) {
  Loaded<Value> loaded;
  const auto stop = [&](const Stop& why) {
    loaded.value = {};
    loaded.errors.push_back(
        {why.code, why.message, std::string(file), why.position.line, why.position.column});
  };
  if (const auto fault = unreadable(text)) {
    stop(*fault);
    return loaded;
  }
  try {
    loaded.value = parse_or_stop(text, file, loaded.errors);
  } catch (const Stop& why) {
    stop(why);
  } catch (const std::exception& exception) {
    stop({ErrorCode::bad_yaml, std::string("cannot be read: ") + exception.what(), {}});
  }
  return loaded;
}

const Value* Value::find(std::string_view key) const {
  const auto found =
      std::ranges::find_if(entries, [&](const auto& entry) { return entry.first.text == key; });
  return found == entries.end() ? nullptr : &found->second;
}

}  // namespace linter::base::yaml
