// Only this file includes yaml-cpp.
#include "linter/base/yaml_nodes.h"

#include <algorithm>
#include <array>
#include <spanstream>
#include <unordered_map>
#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/parser.h>

#include "linter/base/utf8.h"

namespace linter::base::yaml {
namespace {

constexpr std::size_t most_nodes = 1'000'000;

// A failure on its way out of yaml-cpp's parser; caught in this file.
struct Stop {
  ErrorCode code;
  std::string message;
  Position position;
};

// Turns yaml-cpp's marks (0-based, counted in bytes, `pos` without a byte order mark) into
// positions.
class Marks {
 public:
  explicit Marks(std::string_view text)
      : text_(text), start_(text.starts_with("\xEF\xBB\xBF") ? 3 : 0) {}

  // Marks come nearly in order: the cost is the distance from the last one on the same line.
  Position position(const YAML::Mark& mark) {
    const std::size_t offset =
        std::min(start_ + static_cast<std::size_t>(std::max(mark.pos, 0)), text_.size());
    const std::size_t line_start =
        offset - std::min(static_cast<std::size_t>(std::max(mark.column, 0)), offset);
    if (line_start != line_start_ || offset < offset_) {
      line_start_ = offset_ = line_start;
      column_ = 1;
    }
    column_ += count_code_points(text_.substr(offset_, offset - offset_));
    offset_ = offset;
    return {static_cast<std::uint32_t>(std::max(mark.line, 0) + 1),
            static_cast<std::uint32_t>(column_), static_cast<std::uint32_t>(offset)};
  }

 private:
  std::string_view text_;
  std::size_t start_;
  std::size_t line_start_ = 0;
  std::size_t offset_ = 0;
  std::size_t column_ = 1;
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

  [[nodiscard]] std::vector<Node> take_nodes() { return std::move(nodes_); }
  [[nodiscard]] Position position(const YAML::Mark& mark) { return marks_.position(mark); }
  // Where the innermost open collection starts, for errors at the end of the text.
  [[nodiscard]] std::optional<Position> innermost_open() const {
    if (open_.empty()) return std::nullopt;
    return nodes_[open_.back()].position;
  }

  void OnDocumentStart(const YAML::Mark& mark) override {
    if (!nodes_.empty()) {
      throw Stop{ErrorCode::bad_yaml,
                 "the document ends above this: align this with what it belongs to, or remove a "
                 "second document",
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

  // yaml-cpp marks a null that is not written where the next thing stands; people look for its key,
  // or its dash.
  void unwritten(std::size_t index) {
    if (open_.empty()) return;
    const std::size_t parent = open_.back();
    Position& at = nodes_[index].position;
    const bool is_key = text_.substr(at.offset).starts_with(':');
    if (is_key) return;
    if (nodes_[parent].kind == Kind::mapping && index > parent + 1) {
      at = nodes_[index - 1].position;
    } else if (text_.substr(nodes_[parent].position.offset).starts_with('-')) {
      at = earlier(at, text_.substr(0, at.offset).rfind('-'));
    }
  }

  // The position of `offset`, which stands before `at`.
  Position earlier(const Position& at, std::size_t offset) const {
    if (offset == std::string_view::npos) return at;
    const std::string_view between = text_.substr(offset, at.offset - offset);
    const std::size_t line_start = text_.substr(0, offset).rfind('\n') + 1;
    const auto lines = static_cast<std::uint32_t>(std::ranges::count(between, '\n'));
    const std::size_t column = count_code_points(text_.substr(line_start, offset - line_start)) + 1;
    return {at.line - lines, static_cast<std::uint32_t>(column),
            static_cast<std::uint32_t>(offset)};
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

// yaml-cpp's terse messages by how they begin, in words that say what to do.
struct Explanation {
  std::string_view theirs;
  std::string_view ours;
};
constexpr auto explanations = std::to_array<Explanation>({
    {"illegal map value",
     "a second ': ' on this line, or a value where none can stand: quote text that holds ': '"},
    {"end of map not found",
     "this does not fit the mapping it stands in: align its keys, and quote a text as a whole"},
    {"end of sequence not found",
     "this does not fit the list it stands in: align its dashes, and quote a text as a whole"},
    {"end of map flow not found",
     "this '{' is never closed: add '}', or quote text that begins with '{'"},
    {"end of sequence flow not found",
     "this '[' is never closed: add ']', or quote text that begins with '['"},
    {"the referenced anchor is not defined",
     "this alias names no anchor above it: quote text that begins with '*'"},
    {"alias not found after *", "an alias has no name: quote text that begins with '*'"},
    {"anchor not found after &", "an anchor has no name: quote text that begins with '&'"},
    {"illegal block entry",
     "a list item cannot stand here: put it on a line of its own, or quote text that begins with "
     "'- '"},
    {"illegal EOF in scalar", "a quote that opens above is never closed"},
    {"illegal tab", "a tab cannot indent: use spaces"},
    {"unknown token",
     "text cannot begin with this character, nor end in '?' within brackets: quote the text"},
    {"unknown escape character",
     "an unknown escape in double quotes: use single quotes, or write '\\\\' for a backslash"},
    {"bad character found while scanning hex",
     "an escape in double quotes needs more hexadecimal digits: use single quotes, or write '\\\\' "
     "for a backslash"},
});

std::string explained(const std::string& message) {
  const auto known = std::ranges::find_if(
      explanations, [&](const Explanation& one) { return message.starts_with(one.theirs); });
  return known == explanations.end() ? message : std::string(known->ours);
}

// Where a tab indents the line of a fault, which is then the reason for it.
std::optional<Position> tab_before(std::string_view text, const Position& fault) {
  const std::size_t line = text.substr(0, fault.offset).rfind('\n') + 1;
  const std::size_t first = text.find_first_not_of(' ', line);
  if (first == std::string_view::npos || text[first] != '\t') return std::nullopt;
  const auto column = static_cast<std::uint32_t>(first - line + 1);
  return Position{fault.line, column, static_cast<std::uint32_t>(first)};
}

// yaml-cpp takes a quote that the end of the text closes. Where the last quoted text begins, when
// it is such a one.
std::optional<Position> unclosed_quote(std::string_view text, const std::vector<Node>& nodes) {
  const auto last = std::ranges::find_if(nodes.rbegin(), nodes.rend(),
                                         [](const Node& node) { return node.quoted; });
  if (last == nodes.rend()) return std::nullopt;
  std::size_t at = last->position.offset;
  while (at < text.size() && (text[at] == '&' || text[at] == '!')) {
    at = std::min(text.find_first_of(" \t\r\n", at), text.size());
    at = std::min(text.find_first_not_of(" \t\r\n", at), text.size());
  }
  if (at == text.size() || (text[at] != '"' && text[at] != '\'')) return std::nullopt;
  const char quote = text[at];
  for (++at; at < text.size(); ++at) {
    const bool doubled = quote == '\'' && text.substr(at).starts_with("''");
    if (text[at] == quote && !doubled) return std::nullopt;
    if (doubled || (quote == '"' && text[at] == '\\')) ++at;
  }
  return last->position;
}

}  // namespace

Result<std::vector<Node>> nodes_of(std::string_view text) {
  Flattener flat(text);
  std::ispanstream stream(std::span<const char>(text.data(), text.size()));
  try {
    YAML::Parser parser(stream);
    while (parser.HandleNextDocument(flat)) {
    }
  } catch (const Stop& stop) {
    return fail_at(stop.code, stop.message, stop.position);
  } catch (const YAML::Exception& exception) {
    const bool unclosed = exception.msg.ends_with("flow not found");
    const auto opened = unclosed ? flat.innermost_open() : std::nullopt;
    const Position position = opened.value_or(flat.position(exception.mark));
    if (const auto tab = tab_before(text, position))
      return fail_at(ErrorCode::bad_yaml, "a tab cannot indent: use spaces", *tab);
    return fail_at(ErrorCode::bad_yaml, explained(exception.msg), position);
  } catch (const std::exception& exception) {
    return fail_at(ErrorCode::bad_yaml, std::string("cannot be read: ") + exception.what(),
                   start_of_text);
  }
  std::vector<Node> nodes = flat.take_nodes();
  if (const auto open = unclosed_quote(text, nodes)) {
    return fail_at(ErrorCode::bad_yaml, "this quote is never closed", *open);
  }
  return nodes;
}

}  // namespace linter::base::yaml
