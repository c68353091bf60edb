#include "linter/base/glob.h"

#include <algorithm>
#include <optional>

#include "linter/base/utf8.h"

namespace linter::base {
namespace {

constexpr std::size_t longest_pattern = 4096;
constexpr std::size_t most_alternatives = 256;

struct Fault {
  std::size_t offset = 0;
  std::string message;
};

// The offset just behind the class that opens at `open`; npos when it is not closed. A ']' that
// comes first is literal.
std::size_t class_end(std::string_view text, std::size_t open) {
  std::size_t at = open + 1;
  if (at < text.size() && (text[at] == '!' || text[at] == '^')) ++at;
  for (bool first = true; at < text.size(); ++at, first = false) {
    if (text[at] == ']' && !first) return at + 1;
    if (text[at] == '\\') ++at;
  }
  return std::string_view::npos;
}

// The offset behind the unit at `at`: an escape, a class, or one byte. `text` has been checked by
// fault_in.
std::size_t unit_end(std::string_view text, std::size_t at) {
  if (text[at] == '\\') return at + 2;
  if (text[at] == '[') return class_end(text, at);
  return at + 1;
}

std::optional<Fault> fault_in(std::string_view text) {
  if (text.size() > longest_pattern) return Fault{0, "a path pattern may have at most 4096 bytes"};
  std::vector<std::size_t> open_braces;
  for (std::size_t at = 0; at < text.size(); at = unit_end(text, at)) {
    const char c = text[at];
    if (c == '\\' && at + 1 == text.size()) {
      return Fault{at, "a backslash ends the pattern: write '\\\\' for a backslash"};
    }
    if (c == '[' && class_end(text, at) == std::string_view::npos) {
      return Fault{at, "'[' is never closed: add ']' or write '\\['"};
    }
    if (c == '{') open_braces.push_back(at);
    if (c == '}' && !open_braces.empty()) open_braces.pop_back();
  }
  if (!open_braces.empty())
    return Fault{open_braces.back(), "'{' is never closed: add '}' or write '\\{'"};
  return std::nullopt;
}

// The first brace group of a pattern, cut at its own commas.
struct Group {
  std::string_view before;
  std::vector<std::string_view> choices;
  std::string_view after;
};

std::optional<Group> first_group(std::string_view text) {
  std::size_t open = 0;
  while (open < text.size() && text[open] != '{') open = unit_end(text, open);
  if (open == text.size()) return std::nullopt;
  Group group{.before = text.substr(0, open), .choices = {}, .after = {}};
  std::size_t depth = 0;
  std::size_t choice = open + 1;
  for (std::size_t at = open;; at = unit_end(text, at)) {
    const char c = text[at];
    if (c == '{') ++depth;
    if (c == '}') --depth;
    if ((c == ',' && depth == 1) || depth == 0) {
      group.choices.push_back(text.substr(choice, at - choice));
      choice = at + 1;
    }
    if (depth == 0) {
      group.after = text.substr(at + 1);
      return group;
    }
  }
}

// The patterns without braces that `pattern` stands for, in its order; nothing when there are too
// many.
std::optional<std::vector<std::string>> expanded(std::string_view pattern) {
  std::vector<std::string> done;
  std::vector<std::string> waiting{std::string(pattern)};
  while (!waiting.empty()) {
    const std::string text = std::move(waiting.back());
    waiting.pop_back();
    const auto group = first_group(text);
    if (!group) {
      done.push_back(text);
      continue;
    }
    if (done.size() + waiting.size() + group->choices.size() > most_alternatives)
      return std::nullopt;
    for (auto choice = group->choices.rbegin(); choice != group->choices.rend(); ++choice) {
      waiting.push_back(std::string(group->before).append(*choice).append(group->after));
    }
  }
  return done;
}

}  // namespace

Glob::Token Glob::class_of(std::string_view text) {
  Token token{.kind = TokenKind::one_of};
  std::size_t at = 1;
  const std::size_t end = text.size() - 1;
  if (text[at] == '!' || text[at] == '^') {
    token.kind = TokenKind::none_of;
    ++at;
  }
  const auto next = [&] {
    if (text[at] == '\\') ++at;
    const CodePoint point = decode(text, at);
    at += point.length;
    return point.value;
  };
  while (at < end) {
    const char32_t low = next();
    char32_t high = low;
    if (at + 1 < end && text[at] == '-') {
      ++at;
      high = next();
    }
    token.ranges.emplace_back(low, high);
  }
  return token;
}

Glob::Alternative Glob::tokens_of(std::string_view text) {
  Alternative tokens;
  for (std::size_t at = 0; at < text.size();) {
    const std::string_view rest = text.substr(at);
    const bool segment_start = at == 0 || text[at - 1] == '/';
    if (rest.starts_with("**/") && segment_start) {
      tokens.push_back({.kind = TokenKind::folders});
      at += 3;
    } else if (rest.starts_with('*')) {
      const std::size_t stars = std::min(rest.find_first_not_of('*'), rest.size());
      tokens.push_back({.kind = stars > 1 ? TokenKind::anything : TokenKind::in_segment});
      at += stars;
    } else if (rest.starts_with('?')) {
      tokens.push_back({.kind = TokenKind::one});
      ++at;
    } else if (rest.starts_with('[')) {
      const std::size_t end = class_end(text, at);
      tokens.push_back(class_of(text.substr(at, end - at)));
      at = end;
    } else {
      if (rest.starts_with('\\')) ++at;
      const CodePoint point = decode(text, at);
      tokens.push_back({.kind = TokenKind::literal, .value = point.value});
      at += point.length;
    }
  }
  return tokens;
}

Result<Glob> Glob::compile(std::string_view pattern) {
  const auto failed = [&](const Fault& fault) {
    const std::size_t column = count_code_points(pattern.substr(0, fault.offset)) + 1;
    return fail(ErrorCode::bad_value, fault.message, {}, 0, static_cast<std::uint32_t>(column));
  };
  if (const auto fault = fault_in(pattern)) return failed(*fault);
  const auto alternatives = expanded(pattern);
  if (!alternatives)
    return failed({pattern.find('{'), "the braces stand for more than 256 alternatives"});
  Glob glob;
  glob.pattern_ = pattern;
  for (const std::string& text : *alternatives) glob.alternatives_.push_back(tokens_of(text));
  return glob;
}

bool Glob::takes(const Token& token, char32_t value) {
  const auto in_class = [&] {
    return std::ranges::any_of(token.ranges, [&](const auto& range) {
      return range.first <= value && value <= range.second;
    });
  };
  switch (token.kind) {
    case TokenKind::literal:
      return token.value == value;
    case TokenKind::one:
    case TokenKind::in_segment:
      return value != U'/';
    case TokenKind::anything:
    case TokenKind::folders:
      return true;
    case TokenKind::one_of:
      return value != U'/' && in_class();
    case TokenKind::none_of:
      return value != U'/' && !in_class();
  }
  return false;
}

// Runs all positions in the pattern at once; `live[i]` says that tokens before i have taken what
// was read so far.
bool Glob::matches_alternative(const Alternative& tokens, std::string_view path) {
  std::vector<std::uint8_t> live(tokens.size() + 1, 0);
  std::vector<std::uint8_t> next(tokens.size() + 1, 0);
  const auto skip_empty = [&](std::vector<std::uint8_t>& states, bool segment_start) {
    for (std::size_t i = 0; i < tokens.size(); ++i) {
      const TokenKind kind = tokens[i].kind;
      const bool may_be_empty = kind == TokenKind::in_segment || kind == TokenKind::anything ||
                                (kind == TokenKind::folders && segment_start);
      if (states[i] != 0 && may_be_empty) states[i + 1] = 1;
    }
  };
  live[0] = 1;
  skip_empty(live, true);
  for (std::size_t at = 0; at < path.size();) {
    const CodePoint point = decode(path, at);
    at += point.length;
    std::ranges::fill(next, std::uint8_t{0});
    bool alive = false;
    for (std::size_t i = 0; i < tokens.size(); ++i) {
      if (live[i] == 0 || !takes(tokens[i], point.value)) continue;
      const TokenKind kind = tokens[i].kind;
      const bool stays = kind == TokenKind::in_segment || kind == TokenKind::anything ||
                         kind == TokenKind::folders;
      next[stays ? i : i + 1] = 1;
      alive = true;
    }
    if (!alive) return false;
    skip_empty(next, point.value == U'/');
    live.swap(next);
  }
  return live[tokens.size()] != 0;
}

bool Glob::matches(std::string_view path) const {
  return std::ranges::any_of(
      alternatives_, [&](const Alternative& tokens) { return matches_alternative(tokens, path); });
}

bool has_glob_characters(std::string_view text) {
  return text.find_first_of("*?[{") != std::string_view::npos;
}

}  // namespace linter::base
