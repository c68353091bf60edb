#include "linter/fixes/word_file.h"

#include <map>

namespace linter::fixes {
namespace {

std::string_view entry_of(std::string_view line) {
  line = line.substr(0, line.find('#'));
  while (!line.empty() && (line.back() == ' ' || line.back() == '\t')) line.remove_suffix(1);
  while (!line.empty() && (line.front() == ' ' || line.front() == '\t')) line.remove_prefix(1);
  return line;
}

// A reason as a comment holds it: on one line.
std::string comment_of(std::string_view reason) {
  std::string comment;
  for (const char c : reason) comment += static_cast<unsigned char>(c) < ' ' ? ' ' : c;
  return comment;
}

}  // namespace

std::string with_words(std::string_view list, std::span<const std::string> words,
                       std::string_view reason) {
  const bool dos = list.find("\r\n") != std::string_view::npos;
  std::string head;
  std::map<std::string, std::string, std::less<>> lines;  // by entry; with the comments above it
  std::string above;
  while (!list.empty()) {
    const std::size_t end = std::min(list.find('\n'), list.size());
    std::string_view line = list.substr(0, end);
    list.remove_prefix(std::min(end + 1, list.size()));
    if (line.ends_with('\r')) line.remove_suffix(1);
    const std::string_view entry = entry_of(line);
    if (!entry.empty()) {
      lines.try_emplace(std::string(entry), above + std::string(line) + "\n");
      above.clear();
    } else {
      (lines.empty() ? head : above).append(line).append("\n");
    }
  }
  for (const std::string& word : words) {
    const std::string comment = comment_of(reason);
    const std::string line = comment.empty() ? word + "\n" : word + "  # " + comment + "\n";
    const auto [there, added] = lines.try_emplace(word, line);
    const bool has_reason = added || there->second.contains('#');
    if (!has_reason) there->second = line;
  }
  std::string out = head;
  for (const auto& [entry, line] : lines) out += line;
  out += above;
  if (!dos) return out;
  std::string with_returns;
  for (const char c : out) with_returns.append(c == '\n' ? "\r\n" : std::string(1, c));
  return with_returns;
}

}  // namespace linter::fixes
