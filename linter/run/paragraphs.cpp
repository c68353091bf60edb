#include "linter/run/paragraphs.h"

#include <algorithm>

#include "linter/base/hash.h"
#include "linter/base/utf8.h"

namespace linter::run {
namespace {

bool is_of_word(char byte) {
  const auto folded = static_cast<unsigned char>(byte) | 0x20U;
  return (folded >= 'a' && folded <= 'z') || (byte >= '0' && byte <= '9') ||
         static_cast<unsigned char>(byte) >= 0x80;
}

void add_words(std::string_view line, std::vector<std::uint64_t>& words) {
  for (std::size_t at = 0; at < line.size();) {
    const auto begin =
        std::find_if(line.begin() + static_cast<std::ptrdiff_t>(at), line.end(), is_of_word);
    const auto end = std::find_if_not(begin, line.end(), is_of_word);
    if (begin != end) words.push_back(base::hash64(base::lower(std::string_view(begin, end))));
    at = static_cast<std::size_t>(end - line.begin());
  }
}

}  // namespace

Paragraphs::Paragraphs(std::string_view text) {
  bool inside = false;
  while (!text.empty()) {
    const std::size_t end = text.find('\n');
    const std::string_view line = text.substr(0, end);
    const bool is_blank = line.find_first_not_of(" \t\r") == std::string_view::npos;
    if (!inside || is_blank) words_.emplace_back();
    inside = !is_blank;
    number_.push_back(static_cast<std::uint32_t>(words_.size() - 1));
    add_words(line, words_.back());
    text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
  }
  for (auto& words : words_) std::ranges::sort(words);
}

const std::vector<std::uint64_t>& Paragraphs::words_at(std::uint32_t line) const {
  static const std::vector<std::uint64_t> none;
  return line == 0 || line > number_.size() ? none : words_[number_[line - 1]];
}

double likeness(const std::vector<std::uint64_t>& a, const std::vector<std::uint64_t>& b) {
  constexpr double least = 0.5;
  constexpr double nearly_all = 0.8;
  constexpr std::size_t enough_words = 4;
  std::size_t both = 0;
  for (auto i = a.begin(), j = b.begin(); i != a.end() && j != b.end();) {
    if (*i == *j) {
      ++both;
      ++i;
      ++j;
    } else if (*i < *j) {
      ++i;
    } else {
      ++j;
    }
  }
  const std::size_t fewer = std::min(a.size(), b.size());
  if (both == 0) return 0;
  const double share =
      static_cast<double>(both) / static_cast<double>(std::max(a.size(), b.size()));
  const bool is_part =
      fewer >= enough_words && static_cast<double>(both) >= nearly_all * static_cast<double>(fewer);
  return share >= least || is_part ? share : 0;
}

}  // namespace linter::run
