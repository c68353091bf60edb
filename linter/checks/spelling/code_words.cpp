#include "linter/checks/spelling/code_words.h"

#include <algorithm>
#include <array>

#include "linter/base/hash.h"

namespace linter::checks::spelling {
namespace {

constexpr std::size_t longest_code_word = 40;

bool is_of_code_word(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

// Of a word of the letters and digits above, in small letters.
std::uint64_t digest_of(std::string_view word) {
  std::array<char, longest_code_word> folded{};
  std::ranges::transform(word, folded.begin(), [](char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  });
  return base::hash64({folded.data(), word.size()});
}

// What at `at` of the gap is an address or a tag, and no code: where it ends; `at` where it is
// neither.
std::size_t end_of_markup(std::string_view gap, std::size_t at) {
  constexpr std::size_t longest_tag = 300;
  const std::string_view rest = gap.substr(at);
  if (rest.starts_with("](")) return at + std::min(rest.find(')'), rest.size());
  if (rest.starts_with("://")) return at + std::min(rest.find_first_of(" \n\t\"'>)"), rest.size());
  const bool is_tag = rest.size() > 1 && rest.front() == '<' &&
                      (rest[1] == '/' || rest[1] == '!' || (rest[1] >= 'a' && rest[1] <= 'z'));
  if (!is_tag) return at;
  const std::size_t end = rest.substr(0, longest_tag).find('>');
  return end == std::string_view::npos ? at : at + end;
}

}  // namespace

void CodeWords::read_gap(std::string_view gap) {
  for (std::size_t at = 0; at < gap.size();) {
    if (!is_of_code_word(gap[at])) {
      at = std::max(end_of_markup(gap, at), at + 1);
      continue;
    }
    std::size_t end = at + 1;
    while (end < gap.size() && is_of_code_word(gap[end])) ++end;
    if (end - at > 1 && end - at <= longest_code_word)
      words_.push_back(digest_of(gap.substr(at, end - at)));
    at = end;
  }
}

void CodeWords::read(const lexicon::Reading& reading) {
  read_ = true;
  words_.clear();
  covered_.clear();
  const prose::Article& article = reading.article;
  const std::string_view bytes = reading.source.bytes;
  for (const prose::Run& run : article.runs) {
    const bool is_masked = article.view[run.view] == prose::masked;
    const base::Span there{run.source, run.source + run.source_size};
    const bool in_ticks =
        there.of(bytes).starts_with('`') || (run.source > 0 && bytes[run.source - 1] == '`');
    if (is_masked && in_ticks) continue;
    covered_.push_back(there);
  }
  for (const prose::Comment& comment : article.comments) covered_.push_back(comment.source);
  std::ranges::sort(covered_, {}, &base::Span::begin);
  std::size_t at = article.front_matter.source.end;
  for (const base::Span& prose : covered_) {
    if (prose.begin > at) read_gap(bytes.substr(at, prose.begin - at));
    at = std::max<std::size_t>(at, prose.end);
  }
  if (at < bytes.size()) read_gap(bytes.substr(at));
  std::ranges::sort(words_);
}

bool CodeWords::has(const lexicon::Reading& reading, std::string_view folded) {
  if (!read_) read(reading);
  return std::ranges::binary_search(words_, base::hash64(folded));
}

}  // namespace linter::checks::spelling
