#include "linter/prose/flat_yaml.h"

#include <algorithm>
#include <cstdint>
#include <string>
#include <vector>

namespace linter::prose {
namespace {

using base::yaml::Kind;
using base::yaml::Position;
using base::yaml::Value;
using std::string_view;

constexpr std::size_t most_keys = 64;  // of a mapping: each is compared with those before it
constexpr unsigned deepest_mapping = 8;

// Thrown inside this file for what is left to the parser.
struct NotFlat {};

bool is_alnum(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}
// "ms.date", "Module Name"
bool is_key(char c) {
  return is_alnum(c) || c == '_' || c == '-' || c == '.' || c == ' ';
}

struct Line {
  string_view text;  // without what it is indented by, and without space at its end
  std::uint32_t indent = 0;
  std::uint32_t number = 0;
  std::uint32_t offset = 0;  // of `text`

  [[nodiscard]] bool is_item() const { return text.starts_with("- "); }
  [[nodiscard]] Position at(std::size_t place) const {
    const auto is_begin = [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; };
    const auto before = std::ranges::count_if(text.substr(0, place), is_begin);
    return {.line = number,
            .column = indent + static_cast<std::uint32_t>(before) + 1,
            .offset = offset + static_cast<std::uint32_t>(place)};
  }
};

// Those that say something.
std::vector<Line> lines_of(string_view text) {
  std::vector<Line> lines;
  std::uint32_t number = 0;
  std::size_t next = 0;
  for (std::size_t at = 0; at < text.size(); at = next) {
    ++number;
    const std::size_t end = std::min(text.find('\n', at), text.size());
    next = end + 1;
    string_view line = text.substr(at, end - at);
    if (line.ends_with('\r')) line.remove_suffix(1);
    if (line.find('\r') != string_view::npos) throw NotFlat{};
    while (line.ends_with(' ')) line.remove_suffix(1);
    if (line.empty() || line.front() == '#') continue;
    const std::size_t indent = line.find_first_not_of(' ');
    lines.push_back({line.substr(indent), static_cast<std::uint32_t>(indent), number,
                     static_cast<std::uint32_t>(at + indent)});
  }
  return lines;
}

// What begins nothing but a plain value.
bool begins_plain(char c) {
  return is_alnum(c) || string_view("/._($+<=").contains(c);
}

// A scalar as it is written, at its place.
Value scalar_of(string_view written, Position position) {
  Value value{.kind = Kind::scalar, .position = position};
  const char first = written.empty() ? '\0' : written.front();
  if (first == '"' || first == '\'') {
    value.quoted = true;
    if (written.size() < 2 || written.back() != first) throw NotFlat{};
    value.text = written.substr(1, written.size() - 2);
    if (value.text.find_first_of(first == '"' ? "\"\\" : "'") != std::string::npos) throw NotFlat{};
    return value;
  }
  value.text = written;
  const bool plain = begins_plain(first) && written.back() != ':' &&
                     written.find(": ") == string_view::npos &&
                     written.find(" #") == string_view::npos;
  const bool null = written.size() == 4 && (first == 'n' || first == 'N');  // "null"
  if (!plain || null) throw NotFlat{};
  return value;
}

// "[a, 'b, c']", which ends with the line.
Value bracketed(const Line& line, std::size_t open) {
  Value list{.kind = Kind::sequence, .position = line.at(open)};
  const string_view text = line.text;
  const auto skip_space = [&](std::size_t at) {
    return std::min(text.find_first_not_of(' ', at), text.size());
  };
  std::size_t at = skip_space(open + 1);
  if (at + 1 == text.size() && text[at] == ']') return list;
  for (bool more = true; more;) {
    if (at == text.size()) throw NotFlat{};
    const std::size_t begin = at;
    std::size_t end = 0;
    if (text[at] == '"' || text[at] == '\'') {
      end = std::min(text.find(text[at], at + 1), text.size() - 1) + 1;
    } else {
      end = std::min(text.find_first_of(",[]{}?:#\"'&*!|>%@`", at), text.size());
      while (end > begin && text[end - 1] == ' ') --end;
    }
    list.items.push_back(scalar_of(text.substr(begin, end - begin), line.at(begin)));
    at = skip_space(end);
    if (at == text.size() || (text[at] != ',' && text[at] != ']')) throw NotFlat{};
    more = text[at] == ',';
    if (!more && at + 1 != text.size()) throw NotFlat{};
    at = skip_space(at + 1);
  }
  return list;
}

class Reader {
 public:
  explicit Reader(string_view text) : lines_(lines_of(text)) {}

  Value read() {
    if (lines_.empty() || lines_.front().indent != 0) throw NotFlat{};
    Value root = mapping(0);
    if (at_ != lines_.size()) throw NotFlat{};
    return root;
  }

 private:
  [[nodiscard]] bool goes_on(std::uint32_t indent, bool as_items) const {
    return at_ < lines_.size() && lines_[at_].indent == indent && lines_[at_].is_item() == as_items;
  }

  Value mapping(unsigned depth) {
    if (depth > deepest_mapping) throw NotFlat{};
    const std::uint32_t indent = lines_[at_].indent;
    Value map{.kind = Kind::mapping, .position = lines_[at_].at(0)};
    while (goes_on(indent, false)) add_entry(map, depth);
    if (map.entries.empty()) throw NotFlat{};
    return map;
  }

  void add_entry(Value& map, unsigned depth) {
    const Line& line = lines_[at_++];
    const auto key_end =
        static_cast<std::size_t>(std::ranges::find_if_not(line.text, is_key) - line.text.begin());
    const string_view key = line.text.substr(0, key_end);
    const string_view rest = line.text.substr(key_end);
    if (key.empty() || !is_alnum(key.front()) || key.back() == ' ') throw NotFlat{};
    if (map.entries.size() == most_keys || map.find(key) != nullptr) throw NotFlat{};
    Value name{.kind = Kind::scalar, .position = line.at(0), .text = std::string(key)};
    if (rest == ":") {
      map.entries.emplace_back(std::move(name), block_below(line, depth));
      return;
    }
    const std::size_t value = line.text.find_first_not_of(' ', key_end + 1);
    if (!rest.starts_with(": ") || value == string_view::npos) throw NotFlat{};
    map.entries.emplace_back(std::move(name),
                             line.text[value] == '['
                                 ? bracketed(line, value)
                                 : scalar_of(line.text.substr(value), line.at(value)));
    end_of_value(line);
  }

  // A list may stand no deeper than its key.
  Value block_below(const Line& key, unsigned depth) {
    if (at_ == lines_.size()) throw NotFlat{};
    const Line& first = lines_[at_];
    const bool is_below =
        first.indent > key.indent || (first.indent == key.indent && first.is_item());
    if (!is_below) throw NotFlat{};
    Value block = first.is_item() ? items() : mapping(depth + 1);
    end_of_value(key);
    return block;
  }

  Value items() {
    const std::uint32_t indent = lines_[at_].indent;
    Value list{.kind = Kind::sequence, .position = lines_[at_].at(0)};
    while (goes_on(indent, true)) {
      const Line& line = lines_[at_++];
      const std::size_t value = line.text.find_first_not_of(' ', 1);
      list.items.push_back(scalar_of(line.text.substr(value), line.at(value)));
      end_of_value(line);
    }
    return list;
  }

  // What stands deeper behind a value would go on with it.
  void end_of_value(const Line& line) const {
    if (at_ < lines_.size() && lines_[at_].indent > line.indent) throw NotFlat{};
  }

  std::vector<Line> lines_;
  std::size_t at_ = 0;
};

}  // namespace

std::optional<Value> parse_flat_yaml(string_view text) {
  const auto is_odd = [](char c) {
    return (c >= 0 && c < ' ' && c != '\n' && c != '\r') || c == 0x7F;
  };
  if (std::ranges::any_of(text, is_odd)) return std::nullopt;
  try {
    return Reader(text).read();
  } catch (const NotFlat&) {
    return std::nullopt;
  }
}

}  // namespace linter::prose
