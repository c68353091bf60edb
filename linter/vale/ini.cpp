#include "linter/vale/ini.h"

#include <algorithm>

namespace linter::vale {
namespace {

// Without a comment behind it.
std::string_view uncommented(std::string_view line) {
  line = trimmed(line);
  if (line.starts_with('#') || line.starts_with(';')) return {};
  for (std::size_t at = 1; at < line.size(); ++at) {
    const bool mark = line[at] == '#' || line[at] == ';';
    if (mark && (line[at - 1] == ' ' || line[at - 1] == '\t')) return trimmed(line.substr(0, at));
  }
  return line;
}

std::string_view unquoted(std::string_view value) {
  const bool quoted = value.size() > 1 && value.front() == value.back() &&
                      (value.front() == '"' || value.front() == '`' || value.front() == '\'');
  return quoted ? value.substr(1, value.size() - 2) : value;
}

IniEntry entry_of(std::string_view line, std::uint32_t number) {
  const std::size_t mark = std::min(line.find_first_of("=:"), line.size());
  return {.key = std::string(trimmed(line.substr(0, mark))),
          .value = std::string(unquoted(trimmed(line.substr(std::min(mark + 1, line.size()))))),
          .line = number};
}

}  // namespace

std::string_view trimmed(std::string_view text) {
  const std::size_t begin = text.find_first_not_of(" \t\r\n");
  if (begin == std::string_view::npos) return {};
  return text.substr(begin, text.find_last_not_of(" \t\r\n") - begin + 1);
}

std::vector<std::string> comma_list(std::string_view text) {
  std::vector<std::string> items;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find(','), text.size());
    if (const auto item = trimmed(text.substr(0, end)); !item.empty()) items.emplace_back(item);
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return items;
}

std::vector<IniSection> read_ini(std::string_view text) {
  constexpr std::string_view mark = "\xEF\xBB\xBF";
  if (text.starts_with(mark)) text.remove_prefix(mark.size());
  std::vector<IniSection> sections(1);
  std::string joined;  // lines that end in a backslash
  std::uint32_t first = 0;
  for (std::uint32_t number = 1; !text.empty(); ++number) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    std::string_view line = uncommented(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
    const bool goes_on = line.ends_with('\\') && !text.empty();
    if (goes_on) line.remove_suffix(1);
    if (joined.empty()) first = number;
    joined += line;
    if (goes_on) continue;
    const std::string_view whole = trimmed(joined);
    if (whole.starts_with('[') && whole.ends_with(']')) {
      sections.push_back({.name = std::string(trimmed(whole.substr(1, whole.size() - 2))),
                          .line = first,
                          .entries = {}});
    } else if (!whole.empty()) {
      sections.back().entries.push_back(entry_of(whole, first));
    }
    joined.clear();
  }
  return sections;
}

}  // namespace linter::vale
