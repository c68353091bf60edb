#include "linter/checks/spelling/silences.h"

#include <algorithm>
#include <array>
#include <span>
#include <string>

#include "linter/base/utf8.h"
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
    {"contraction", is_spoken_contraction},
    {"elided", is_elided},
    {"initials", is_before_initials},
    {"name", is_name},
    {"name-by-place", is_name_by_place},
    {"place", is_name_of_place},
    {"link-target", is_in_link_target},
    {"plural", is_regular_plural},
    {"known-parts", is_made_of_known_parts},
    {"technical", is_technical},
    {"medical-form", is_medical_form},
    {"repeated", stands_often},
    {"in-code", stands_in_code},
    {"beside-name", is_beside_name},  // the dearest two last: they may ask for suggestions
    {"title", is_in_title},
});

std::string_view first_of(std::span<const Reason> these, const Case& one) {
  const auto found =
      std::ranges::find_if(these, [&](const Reason& reason) { return reason.holds(one); });
  return found == these.end() ? std::string_view() : found->name;
}

// "knowns", "crepier", "upshootable": a known word with an ending that any word takes.
bool is_inflected(std::string_view folded, const lexicon::Vocabulary& vocabulary) {
  struct Ending {
    std::string_view written;
    std::string_view instead;
  };
  constexpr auto endings = std::to_array<Ending>({{"s", ""},
                                                  {"ies", "y"},
                                                  {"ier", "y"},
                                                  {"iest", "y"},
                                                  {"ness", ""},
                                                  {"iness", "y"},
                                                  {"less", ""},
                                                  {"like", ""},
                                                  {"ed", ""},
                                                  {"d", ""},
                                                  {"ing", ""},
                                                  {"able", ""},
                                                  {"r", ""},
                                                  {"rs", ""},
                                                  {"er", ""},
                                                  {"ers", ""},
                                                  {"ly", ""}});
  return std::ranges::any_of(endings, [&](const Ending& ending) {
    if (!folded.ends_with(ending.written)) return false;
    const std::string stem =
        std::string(folded.substr(0, folded.size() - ending.written.size())).append(ending.instead);
    const lexicon::WordFacts facts = vocabulary.look_up(stem);
    return facts.accepted && (facts.listed || (facts.tier > 0 && facts.tier <= tier::technical));
  });
}

// "sublist", "prefilled": a known word behind a prefix.
bool has_prefix(std::string_view folded, const lexicon::Vocabulary& vocabulary) {
  constexpr auto prefixes =
      std::to_array<std::string_view>({"de", "dis", "in", "mis", "non", "on", "out", "over", "pre",
                                       "re", "sub", "un", "under", "up"});
  constexpr std::size_t shortest = 4;
  return std::ranges::any_of(prefixes, [&](std::string_view prefix) {
    if (!folded.starts_with(prefix) || folded.size() < prefix.size() + shortest) return false;
    const lexicon::WordFacts facts = vocabulary.look_up(folded.substr(prefix.size()));
    return facts.accepted && facts.tier > 0 && facts.tier <= tier::common;
  });
}

}  // namespace

bool Case::is_evident_slip() const {
  constexpr std::size_t shortest = 7;
  if (!around.is_english() || shape() == sentences::Shape::mixed || folded().size() < shortest)
    return false;
  const lexicon::Vocabulary& vocabulary = around.shared().vocabulary();
  if (shape() == sentences::Shape::lower &&
      vocabulary.look_up(base::capitalised(folded())).accepted)
    return false;  // "st+georges"
  return is_like_known_word(tier::everyday) || around.is_slip_of_listed_word(folded());
}

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
  return scan_->folded(i).size() >= shortest && is_like(i, like_a_word);
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
  if (is_english() && scan_->is_foreign(*others_, i)) return true;
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

// The emphasis that a token stands in, of Markdown or HTML, or between the underscores of plain
// text.
base::Span Surroundings::emphasis_of(Scan::Index i) const {
  const base::Span span = scan_->token(i).text;
  constexpr std::uint32_t longest = 80;
  const std::vector<prose::Inline>& all = scan_->reading().article.inlines;
  const auto first =
      std::ranges::lower_bound(all, span.end - std::min(span.end, longest), {},
                               [](const prose::Inline& one) { return one.text.begin; });
  for (const prose::Inline& one : std::ranges::subrange(first, all.end())) {
    if (one.text.begin > span.begin) break;
    if (one.kind == prose::InlineKind::emphasis && one.text.contains(span) &&
        one.text.size() <= longest) {
      return one.text;
    }
  }
  const std::string_view view = scan_->reading().article.view;
  const std::uint32_t from = span.begin - std::min(span.begin, longest);
  const std::size_t opens = view.substr(from, span.begin - from).rfind('_');
  const std::size_t closes = view.substr(span.end, longest).find('_');
  if (opens == std::string_view::npos || closes == std::string_view::npos) return {};
  const base::Span within{static_cast<std::uint32_t>(from + opens + 1),
                          static_cast<std::uint32_t>(span.end + closes)};
  const bool opening = from + opens == 0 || !is_ascii_letter(view[from + opens - 1]);
  const std::string_view text = within.of(view);
  const bool closing = text.front() != ' ' && text.back() != ' ' && !text.contains("\n\n");
  return opening && closing ? within : base::Span{};
}

bool Surroundings::in_foreign_emphasis(Scan::Index i) const {
  constexpr std::uint8_t usual = 60;
  const base::Span emphasis = emphasis_of(i);
  if (emphasis.empty()) return false;
  const auto is_rare = [&](Scan::Index t) {
    const lexicon::WordFacts facts = shared_->vocabulary().look_up(scan_->folded(t));
    return !facts.listed && (facts.tier == 0 || facts.tier > usual);
  };
  unsigned words = 0;
  unsigned foreign = 0;
  for (Scan::Index t = scan_->reading().text.token_at(emphasis.begin);
       t < scan_->size() && scan_->token(t).text.begin < emphasis.end; ++t) {
    if (!scan_->is_word(t)) continue;
    ++words;
    foreign += is_unknown(t) || (is_english() && is_rare(t)) ? 1 : 0;
  }
  return words > (is_english() ? 0 : 1) && 2 * foreign >= words;
}

std::string_view other_than_word(Surroundings& around, const UnknownWord& word, Scan::Index place) {
  return first_of(other_things, {around, word, place});
}

bool stands_in_text(Surroundings& around, const UnknownWord& word, Scan::Index place) {
  const Case c{around, word, place};
  return !is_code(c) && !is_identifier(c) && !touches_masked(c) && !is_struck_out(c) &&
         !around.in_other_language(place);
}

bool is_mistyped_for_sure(Surroundings& around, const UnknownWord& word, Scan::Index place) {
  constexpr std::size_t shortest = 5;
  constexpr std::size_t long_word = 7;
  constexpr std::size_t longer_word = 10;
  constexpr std::uint32_t often = 3;
  constexpr int surely_a_word = 250;
  const lexicon::Vocabulary& vocabulary = around.shared().vocabulary();
  const Case c{around, word, place};
  const std::size_t size = c.folded().size();
  if (!known_slip(c.folded()).empty()) return true;
  if (size < shortest || word.count >= often || is_inflected(c.folded(), vocabulary) ||
      has_prefix(c.folded(), vocabulary)) {
    return false;
  }
  const bool capital = c.shape() == sentences::Shape::capitalised;
  if (capital && around.is_slip_of_listed_name(c.folded())) return true;
  if (capital && (word.named > 0 || word.count > 1 || c.scan().in_title_case(place))) return false;
  // "tradie", "rellies": short words are like some word by chance, unlike "imune" and "weepon"
  constexpr int hardly_another_word = 500;
  if (size < long_word) {
    return c.shape() == sentences::Shape::lower && c.near_word(tier::everyday) &&
           around.is_like(place, hardly_another_word);
  }
  return c.near_word(capital ? tier::everyday : tier::common) ||
         around.is_slip_of_listed_word(c.folded()) ||
         (size >= longer_word && around.is_like(place, surely_a_word));
}

bool is_listed_as_name(Surroundings& around, const UnknownWord& word, Scan::Index place) {
  return is_listed_name({around, word, place});
}

std::string_view silence(Surroundings& around, const UnknownWord& word, Scan::Index place) {
  return first_of(reasons, {around, word, place});
}

}  // namespace linter::checks::spelling
