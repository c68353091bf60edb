#include "linter/checks/spelling/silences.h"

#include <algorithm>
#include <array>
#include <limits>
#include <span>

#include "linter/checks/spelling/silence_case.h"
#include "linter/checks/spelling/suggest/known_slips.h"

namespace linter::checks::spelling {
namespace {

bool is_ascii_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

struct Reason {
  std::string_view name;
  bool (*holds)(const Case&);
};

// Cheap ones first; the first that holds gives its name.
constexpr auto other_things = std::to_array<Reason>({
    {"code", is_code},
    {"identifier", is_identifier},
    {"version", is_part_of_version},
    {"masked", touches_masked},
    {"abbreviation", is_abbreviation_with_stop},
    {"roman-number", is_roman_number},
    {"unit", is_unit},
    {"half-compound", is_half_of_compound},
    {"pronunciation", is_pronunciation},
    {"before-accent", is_before_accent},
    {"term", is_part_of_term},
    {"struck-out", is_struck_out},
    {"name-particle", is_name_particle},
    {"latin", is_latin},
    {"foreign-emphasis", is_in_foreign_emphasis},
    {"foreign-sentence", is_in_foreign_sentence},
});

constexpr auto reasons = std::to_array<Reason>({
    {"single-letter", is_single_letter},
    {"other-script", is_other_script},
    {"accented", is_accented},
    {"capitals", is_abbreviation_in_capitals},
    {"mixed-case", is_mixed_case},
    {"clipped", is_clipped},
    {"name", is_name},
    {"beside-name", is_beside_name},
    {"title", is_in_title},
    {"link-target", is_in_link_target},
    {"plural", is_regular_plural},
    {"known-parts", is_made_of_known_parts},
    {"technical", is_technical},
    {"repeated", stands_often},
});

std::string_view first_of(std::span<const Reason> these, const Case& one) {
  const auto found =
      std::ranges::find_if(these, [&](const Reason& reason) { return reason.holds(one); });
  return found == these.end() ? std::string_view() : found->name;
}

}  // namespace

bool Surroundings::is_unknown(Scan::Index i) const {
  return scan_->is_word(i) && is_ascii_letter(scan_->text(i).front()) &&
         !scan_->reading().lexicon.accepts(scan_->token(i).word);
}

// Whether an unknown word is one edit from an everyday one: mistyped rather than foreign.
bool Surroundings::is_like_slip(Scan::Index i) const {
  const std::string_view folded = scan_->folded(i);
  return is_english() && (is_usual_slip(folded) || is_near_common(folded, tier::common));
}

// Likewise in a sentence so short that each word counts, with two edits in a longer word.
bool Surroundings::is_like_slip_of_two(Scan::Index i) {
  constexpr std::size_t shortest = 6;
  constexpr int like_a_word = 100;  // what few foreign words reach
  return scan_->folded(i).size() >= shortest && best_score(i) >= like_a_word;
}

int Surroundings::best_score(Scan::Index i) {
  const std::vector<Suggestion>& best = suggestions_->of(scan_->reading(), scan_->text(i));
  return best.empty() ? std::numeric_limits<int>::min() : best.front().score;
}

// Whether a sentence has some words, and the dictionary lacks most of them.
bool Surroundings::is_mostly_unknown(const sentences::Sentence& sentence) const {
  constexpr unsigned fewest = 4;
  unsigned words = 0;
  unsigned unknown = 0;
  for (Scan::Index t = sentence.first_token; t < sentence.end_token; ++t) {
    if (!scan_->is_word(t) || scan_->text(t).size() < 2) continue;
    ++words;
    unknown += is_unknown(t) ? 1 : 0;
  }
  return words >= fewest && 2 * unknown > words;
}

// Whether most of those that it lacks are like slips.
bool Surroundings::is_mostly_mistyped(const sentences::Sentence& sentence) {
  constexpr std::size_t shortest_slip = 5;     // short words are near an English one by chance
  constexpr std::uint32_t short_sentence = 8;  // tokens; the dearer question is for these
  const bool is_short = sentence.end_token - sentence.first_token <= short_sentence;
  unsigned judged = 0;
  unsigned like_slips = 0;
  for (Scan::Index t = sentence.first_token; t < sentence.end_token; ++t) {
    if (!scan_->is_word(t) || scan_->text(t).size() < 2 || !is_unknown(t)) continue;
    if (scan_->text(t).size() < shortest_slip && known_slip(scan_->folded(t)).empty()) continue;
    ++judged;
    like_slips += is_like_slip(t) || (is_short && is_like_slip_of_two(t)) ? 1 : 0;
  }
  return judged > 0 && 2 * like_slips > judged;
}

bool Surroundings::in_foreign_sentence(Scan::Index i) {
  if (is_english() && others_->has(i)) return true;
  const std::uint32_t index = scan_->reading().text.sentence_at(scan_->token(i).text.begin);
  if (foreign_.empty()) foreign_.resize(scan_->reading().text.sentences.size(), Answer::open);
  Answer& answer = foreign_[index];
  if (answer == Answer::open) {
    const sentences::Sentence& sentence = scan_->reading().text.sentences[index];
    answer =
        is_mostly_unknown(sentence) && !is_mostly_mistyped(sentence) ? Answer::yes : Answer::no;
  }
  return answer == Answer::yes;
}

bool Surroundings::in_foreign_emphasis(Scan::Index i) const {
  const base::Span span = scan_->token(i).text;
  constexpr std::uint32_t longest = 80;
  for (const prose::Inline& one : scan_->reading().article.inlines) {
    if (one.text.begin > span.begin) break;
    if (one.kind != prose::InlineKind::emphasis || !one.text.contains(span) ||
        one.text.size() > longest)
      continue;
    unsigned words = 0;
    unsigned unknown = 0;
    for (Scan::Index t = scan_->reading().text.token_at(one.text.begin);
         t < scan_->size() && scan_->token(t).text.begin < one.text.end; ++t) {
      if (!scan_->is_word(t)) continue;
      ++words;
      unknown += is_unknown(t) ? 1 : 0;
    }
    if (words >= 2 && 2 * unknown >= words) return true;
  }
  return false;
}

std::string_view other_than_word(Surroundings& around, const UnknownWord& word, Scan::Index place) {
  return first_of(other_things, {around, word, place});
}

std::string_view silence(Surroundings& around, const UnknownWord& word, Scan::Index place) {
  return first_of(reasons, {around, word, place});
}

}  // namespace linter::checks::spelling
