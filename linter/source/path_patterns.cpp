#include "linter/source/path_patterns.h"

#include <algorithm>
#include <array>
#include <ranges>
#include <utility>

namespace linter::source {
namespace {

// POSIX class names as ranges of a Glob class; git knows them inside brackets.
struct NamedClass {
  std::string_view name;
  std::string_view ranges;
};
constexpr std::array named_classes{
    NamedClass{"[:alnum:]", "a-zA-Z0-9"},  NamedClass{"[:alpha:]", "a-zA-Z"},
    NamedClass{"[:digit:]", "0-9"},        NamedClass{"[:lower:]", "a-z"},
    NamedClass{"[:upper:]", "A-Z"},        NamedClass{"[:space:]", " \t-\r"},
    NamedClass{"[:xdigit:]", "0-9a-fA-F"}, NamedClass{"[:punct:]", "!-\\/:-@\\[-`{-~"},
};

// Copies a bracket class that starts at `at`; `at` moves behind it, or to the end when it is never
// closed.
void copy_class(std::string_view text, std::size_t& at, std::string& out) {
  out += text[at++];
  if (at < text.size() && (text[at] == '!' || text[at] == '^')) out += text[at++];
  for (bool first = true; at < text.size(); first = false) {
    const std::string_view rest = text.substr(at);
    const auto* named = std::ranges::find_if(
        named_classes, [&](const NamedClass& known) { return rest.starts_with(known.name); });
    if (named != named_classes.end()) {
      out += named->ranges;
      at += named->name.size();
      continue;
    }
    out += text[at++];
    if (rest[0] == '\\' && at < text.size()) out += text[at++];
    if (rest[0] == ']' && !first) return;
  }
}

// A gitignore pattern as base::Glob reads it: braces are literal, and two stars cross a slash only
// where they are a whole part.
std::string as_glob(std::string_view text, bool anchored) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const char c = text[at];
    if (c == '[') {
      copy_class(text, at, out);
    } else if (c == '\\' && at + 1 < text.size()) {
      out += text.substr(at, 2);
      at += 2;
    } else if (c == '*') {
      const std::size_t end = std::min(text.find_first_not_of('*', at), text.size());
      const bool starts_part = at == 0 || text[at - 1] == '/';
      const bool ends_part = end == text.size() || text[end] == '/';
      const bool whole_part = end - at >= 2 && starts_part && ends_part && anchored;
      out += whole_part ? "**" : "*";
      at = end;
    } else {
      if (c == '{' || c == '}') out += '\\';
      out += c;
      ++at;
    }
  }
  return out;
}

// The text without its backslashes, when it holds no wildcard; `literal` says whether it does not.
std::string unescaped(std::string_view text, bool& literal) {
  std::string out;
  literal = true;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (text[at] == '*' || text[at] == '?' || text[at] == '[') literal = false;
    if (text[at] == '\\') {
      if (++at == text.size()) literal = false;
    }
    if (at < text.size()) out += text[at];
  }
  return out;
}

bool has_parent_part(std::string_view text) {
  return text == ".." || text.starts_with("../") || text.ends_with("/..") ||
         text.find("/../") != std::string_view::npos;
}

std::unexpected<base::Error> never_matches(std::string_view written, std::string_view why) {
  return base::fail(
      base::ErrorCode::bad_value,
      std::string("the pattern '").append(written).append("' can never match: ").append(why));
}

// Without the spaces at its end, a space behind a backslash excepted.
std::string_view without_trailing_spaces(std::string_view line) {
  while (line.ends_with(' ') && !line.ends_with("\\ ")) line.remove_suffix(1);
  return line;
}

}  // namespace

base::Loaded<PathPatterns> PathPatterns::parse(std::string_view text, std::string_view file) {
  base::Loaded<PathPatterns> loaded;
  if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
  std::uint32_t number = 0;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    std::string_view line = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    ++number;
    if (line.ends_with('\r')) line.remove_suffix(1);
    line = without_trailing_spaces(line);
    if (line.empty() || line.starts_with('#')) continue;
    auto added = loaded.value.add(line, number);
    if (added) continue;
    loaded.errors.push_back({base::ErrorCode::bad_ignore_file, std::move(added.error().message),
                             std::string(file), number, added.error().column});
  }
  return loaded;
}

base::Result<void> PathPatterns::add(std::string_view written, std::uint32_t line) {
  Pattern pattern{.written = std::string(written), .line = line};
  std::string_view text = written;
  if (text.starts_with('!')) {
    pattern.negated = true;
    text.remove_prefix(1);
  }
  if (text.starts_with("./")) text.remove_prefix(1);
  if (text.ends_with('/')) {
    pattern.folders_only = true;
    text.remove_suffix(1);
  }
  pattern.anchored = text.find('/') != std::string_view::npos;
  if (text.starts_with('/')) text.remove_prefix(1);
  if (text.empty()) return never_matches(written, "it names no file or folder");
  if (has_parent_part(text)) {
    return never_matches(written, "'..' leaves the folder that the pattern belongs to");
  }
  if (auto set = set_shape(pattern, text); !set) return set;
  patterns_.push_back(std::move(pattern));
  return {};
}

// Chooses the cheapest way to match: most patterns are plain names or `*.ending`.
base::Result<void> PathPatterns::set_shape(Pattern& pattern, std::string_view text) {
  const bool is_suffix = !pattern.anchored && text.starts_with('*') &&
                         text.find_first_of("*?[\\", 1) == std::string_view::npos;
  bool literal = false;
  pattern.text = is_suffix ? std::string(text.substr(1)) : unescaped(text, literal);
  if (is_suffix || literal) {
    pattern.shape = is_suffix ? Shape::suffix : Shape::literal;
    return {};
  }
  auto glob = base::Glob::compile(as_glob(text, pattern.anchored));
  if (!glob) return never_matches(pattern.written, glob.error().message);
  pattern.glob = std::move(*glob);
  return {};
}

bool PathPatterns::matches(const Pattern& pattern, std::string_view path, bool is_folder) {
  if (pattern.folders_only && !is_folder) return false;
  const std::string_view subject = pattern.anchored ? path : path.substr(path.rfind('/') + 1);
  switch (pattern.shape) {
    case Shape::literal:
      return subject == pattern.text;
    case Shape::suffix:
      return subject.ends_with(pattern.text);
    case Shape::glob:
      return pattern.glob.matches(subject);
  }
  return false;
}

PathPatterns::Answer PathPatterns::match(std::string_view path, bool is_folder) const {
  for (const Pattern& pattern : patterns_ | std::views::reverse) {
    if (!matches(pattern, path, is_folder)) continue;
    return {pattern.negated ? Verdict::taken_back : Verdict::matched, pattern.line,
            pattern.written};
  }
  return {};
}

bool PathPatterns::covers(const Pattern& pattern, std::string_view file) {
  for (std::size_t slash = file.find('/'); slash != std::string_view::npos;
       slash = file.find('/', slash + 1)) {
    if (matches(pattern, file.substr(0, slash), true)) return true;
  }
  return matches(pattern, file, false);
}

bool PathPatterns::covers(std::string_view file) const {
  for (const Pattern& pattern : patterns_ | std::views::reverse) {
    if (covers(pattern, file)) return !pattern.negated;
  }
  return false;
}

}  // namespace linter::source
