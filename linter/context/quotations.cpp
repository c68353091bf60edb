#include "linter/context/quotations.h"

#include <algorithm>

namespace linter::context {
namespace {

constexpr std::uint32_t longest_single_quoted =
    40;                                    // words; beyond it an apostrophe was no quotation mark
constexpr std::uint32_t words_after = 4;   // from a quotation to "says": ", Dana says"
constexpr std::uint32_t words_before = 2;  // from "says" to a quotation: "says: "

bool is_quote_mark(const Word& word) {
  return word.is(Known::quote) || word.is(Known::apostrophe);
}

// Whether the mark at `at` can open: a word follows at once, and a space, a bracket or a dash
// stands before it.
bool can_open(std::span<const Word> words, std::size_t at) {
  if (at + 1 >= words.size() || words[at + 1].space_before) return false;
  return at == 0 || words[at].space_before || words[at - 1].is(Known::open) ||
         words[at - 1].is(Known::dash) || is_quote_mark(words[at - 1]);
}

bool can_close(std::span<const Word> words, std::size_t at) {
  return at > 0 && !words[at].space_before;
}

const Match* first_of(const CueSet::Index& index, const Matches& matches, Stretch stretch,
                      Direction direction) {
  auto match = std::ranges::lower_bound(matches.cues, stretch.begin, {}, &Match::begin);
  for (; match != matches.cues.end() && match->begin < stretch.end; ++match)
    if (index.cues[match->cue].direction == direction) return &*match;
  return nullptr;
}

const Match* testimonial_beside(const CueSet::Index& index, const Matches& matches,
                                Stretch quotation, std::uint32_t size) {
  const Stretch after{quotation.end, std::min(size, quotation.end + words_after)};
  const Match* match = first_of(index, matches, after, Direction::beside_quote);
  if (match != nullptr) return match;
  const std::uint32_t begin = quotation.begin > words_before ? quotation.begin - words_before : 0;
  return first_of(index, matches, {begin, quotation.begin}, Direction::beside_quote);
}

base::Span span_of(std::span<const Word> words, Stretch stretch) {
  return {words[stretch.begin].text.begin, words[stretch.end - 1].text.end};
}

}  // namespace

const Match* testimonial_inside(const CueSet::Index& index, const Matches& matches,
                                Stretch quotation) {
  return first_of(index, matches, quotation, Direction::inside_quote);
}

void add_quotations(const CueSet::Index& index, std::span<const Word> words, const Matches& matches,
                    std::vector<Scope>& scopes) {
  const auto size = static_cast<std::uint32_t>(words.size());
  std::uint32_t opened = size;  // the mark of the open quotation
  for (std::uint32_t i = 0; i < size; ++i) {
    if (!is_quote_mark(words[i])) continue;
    const bool single = words[i].is(Known::apostrophe);
    const bool stale = opened < size && words[opened].is(Known::apostrophe) &&
                       (!single || i - opened > longest_single_quoted);
    if (stale) opened = size;
    if (opened < size && words[opened].cue_word == words[i].cue_word && can_close(words, i)) {
      const Stretch quotation{opened, i + 1};
      const base::Span text = span_of(words, quotation);
      scopes.push_back({text, words[opened].text, bit(Category::quoted), true});
      const Match* person = testimonial_inside(index, matches, quotation);
      if (person == nullptr) person = testimonial_beside(index, matches, quotation, size);
      if (person != nullptr)
        scopes.push_back(
            {text, span_of(words, {person->begin, person->end}), bit(Category::testimonial), true});
      opened = size;
    } else if (opened == size && can_open(words, i)) {
      opened = i;
    }
  }
}

}  // namespace linter::context
