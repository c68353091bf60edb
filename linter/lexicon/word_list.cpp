#include "linter/lexicon/word_list.h"

#include <algorithm>

#include "linter/base/utf8.h"

namespace linter::lexicon {
namespace {

constexpr std::size_t longest_entry = 100;

std::string_view trimmed(std::string_view line) {
  constexpr std::string_view space = " \t\r";
  line = line.substr(0, line.find('#'));
  const std::size_t first = line.find_first_not_of(space);
  if (first == std::string_view::npos) return {};
  return line.substr(first, line.find_last_not_of(space) - first + 1);
}

bool has_control(std::string_view text) {
  return std::ranges::any_of(
      text, [](char c) { return static_cast<unsigned char>(c) < ' ' || c == '\x7F'; });
}

// Letters, digits and marks of ASCII, no space and no comment: as most lines are.
bool is_plain(std::string_view line) {
  return !line.empty() && line.size() <= longest_entry &&
         std::ranges::all_of(line, [](char c) { return c > ' ' && c < '\x7F' && c != '#'; });
}

// Curly apostrophes as the view has them; runs of blanks as one.
std::string normalised(std::string_view entry) {
  constexpr std::string_view curly = "\u2019";
  std::string out;
  for (std::size_t at = 0; at < entry.size(); ++at) {
    if (entry.substr(at).starts_with(curly)) {
      out += '\'';
      at += curly.size() - 1;
    } else if (entry[at] != ' ' || !out.ends_with(' ')) {
      out += entry[at];
    }
  }
  return out;
}

void sort_once(std::vector<std::string>& entries) {
  const auto not_before = [](const std::string& one, const std::string& next) {
    return one >= next;
  };
  if (std::ranges::adjacent_find(entries, not_before) == entries.end()) return;
  std::ranges::sort(entries);
  const auto repeated = std::ranges::unique(entries);
  entries.erase(repeated.begin(), repeated.end());
}

}  // namespace

base::Loaded<WordList> parse_word_list(std::string_view text, std::string_view file) {
  base::Loaded<WordList> loaded;
  loaded.value.name = file;
  if (text.starts_with("\uFEFF")) text.remove_prefix(3);
  loaded.value.words.reserve(static_cast<std::size_t>(std::ranges::count(text, '\n')) + 1);
  for (std::uint32_t number = 1; !text.empty(); ++number) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    const std::string_view line = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    if (is_plain(line)) {
      (line.contains('-') ? loaded.value.terms : loaded.value.words).emplace_back(line);
      continue;
    }
    const std::string_view entry = trimmed(line);
    if (entry.empty()) continue;
    if (entry.size() > longest_entry || has_control(entry) || base::first_invalid_utf8(entry)) {
      loaded.errors.push_back(
          {base::ErrorCode::bad_value,
           "not an entry of a word list: one word or term a line, UTF-8, at most 100 bytes",
           std::string(file), number, 1});
      continue;
    }
    const bool term = entry.find_first_of(" -") != std::string_view::npos;
    (term ? loaded.value.terms : loaded.value.words).push_back(normalised(entry));
  }
  sort_once(loaded.value.words);
  sort_once(loaded.value.terms);
  return loaded;
}

}  // namespace linter::lexicon
