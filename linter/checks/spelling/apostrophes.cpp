#include "linter/checks/spelling/apostrophes.h"

#include <algorithm>
#include <array>

namespace linter::checks::spelling {
namespace {

// With their apostrophe; without it each is no word of English.
constexpr auto contractions = std::to_array<std::string_view>({
    "ain't",      "aren't",     "couldn't",    "could've",   "didn't",    "doesn't",
    "don't",      "hadn't",     "hasn't",      "haven't",    "he'd've",   "here's",
    "how's",      "I'm",        "isn't",       "it'd",       "it'll",     "mightn't",
    "mustn't",    "needn't",    "shan't",      "she's",      "shouldn't", "should've",
    "somebody's", "someone's",  "that'd",      "that'll",    "that's",    "there'd",
    "there'll",   "there's",    "they'd",      "they'll",    "they're",   "they've",
    "wasn't",     "we've",      "weren't",     "what'd",     "what'll",   "what's",
    "when's",     "where's",    "who'd",       "who'll",     "who've",    "why's",
    "wouldn't",   "would've",   "who's",       "I've",       "might've",  "must've",
    "y'all",      "you'd",      "you'll",      "you're",     "you've",    "everyone's",
    "anyone's",   "nobody's",   "everybody's", "children's", "women's",   "men's",
    "today's",    "tomorrow's", "yesterday's", "o'clock",
});

struct Fixed {
  std::string_view wrong;
  std::string_view right;
};
constexpr auto misplaced = std::to_array<Fixed>({
    {"her's", "hers"},
    {"it's'", "its"},
    {"our's", "ours"},
    {"their's", "theirs"},
    {"your's", "yours"},
    {"its'", "its"},
    {"i'ts", "it's"},
    {"wo'nt", "won't"},
    {"ca'nt", "can't"},
    {"let'", "let's"},
    {"they'r", "they're"},
    {"your'e", "you're"},
    {"you'r", "you're"},
    {"there're", "there are"},
    {"wont't", "won't"},
    {"can'nt", "can't"},
    {"i'am", "I am"},
});

std::string without_apostrophe(std::string_view word) {
  std::string out;
  for (const char c : word) {
    if (c != '\'') out += c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c;
  }
  return out;
}

}  // namespace

std::optional<std::string> restored_apostrophe(std::string_view folded) {
  const auto fixed = std::ranges::find(misplaced, folded, &Fixed::wrong);
  if (fixed != misplaced.end()) return std::string(fixed->right);
  // "does'nt" has its apostrophe one letter early
  const std::string bare = without_apostrophe(folded);
  for (const std::string_view right : contractions) {
    if (right != folded && without_apostrophe(right) == bare) return std::string(right);
  }
  return std::nullopt;
}

}  // namespace linter::checks::spelling
