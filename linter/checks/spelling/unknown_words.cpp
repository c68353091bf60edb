#include "linter/checks/spelling/unknown_words.h"

#include <algorithm>
#include <array>
#include <string>
#include <unordered_map>
#include <utility>

#include "linter/base/utf8.h"
#include "linter/checks/spelling/compounds.h"
#include "linter/checks/spelling/dialect_votes.h"
#include "linter/checks/spelling/manner.h"
#include "linter/checks/spelling/suggest/known_slips.h"
#include "linter/checks/spelling/sure_slips.h"
#include "linter/checks/spelling/well_known.h"
#include "linter/lexicon/closed_words.h"

namespace linter::checks::spelling {
namespace {

using findings::Finding;
using findings::Severity;
using sentences::Shape;

// "forthe", "inyour": the second word tells that a noun follows, so nothing else is meant.
bool ends_in_determiner(std::string_view pair) {
  constexpr auto determiners = std::to_array<std::string_view>(
      {"our", "that", "the", "their", "these", "this", "those", "your"});
  const std::size_t space = pair.find(' ');
  return lexicon::closed_class(pair.substr(0, space)) &&
         std::ranges::find(determiners, pair.substr(space + 1)) != determiners.end();
}

bool report_glued(Reporter& reporter, Scan::Index i, ArticleSuggestions& suggestions) {
  const Scan& scan = reporter.scan();
  const auto pair = unglued(scan.folded(i), reporter.vocabulary());
  if (!pair || (scan.token(i).shape == Shape::capitalised && !is_glued_for_sure(*pair)))
    return false;  // "Bedwell", "Hasland" are places
  constexpr std::size_t shown = 3;
  const bool sure = is_glued_for_sure(*pair) || ends_in_determiner(*pair);
  std::vector<std::string> best;
  for (const Suggestion& one : suggestions.of(scan.reading(), scan.text(i)))
    best.push_back(one.text);
  if (ends_in_determiner(*pair)) {
    const bool capital = scan.token(i).shape == Shape::capitalised;
    best.insert(best.begin(), capital ? base::capitalised(*pair) : *pair);
  }
  if (best.empty() || best.front().find(' ') == std::string::npos) return false;
  Finding& finding = reporter.report(Rule::glued_words, i, i,
                                     quoted(scan.text(i)) +
                                         " is two words without the space between them; write " +
                                         quoted(best.front()) + " if that is what was meant");
  if (!sure) finding.severity = Severity::warning;  // "nopales" is no "no pales"
  for (std::string& one : best) {
    if (finding.suggestions.size() == shown) break;
    if (std::ranges::find(finding.suggestions, one) == finding.suggestions.end())
      finding.suggestions.push_back(std::move(one));
  }
  return true;
}

// Not alone in its cell, its emphasis or its block, where a value or a name of something stands.
bool is_in_running_text(const Scan& scan, Scan::Index i) {
  const base::Span span = scan.token(i).text;
  const auto is_all_of = [&](const prose::Inline& one) { return one.text == span; };
  const bool has_neighbour = scan.are_neighbours(i) || (i > 0 && scan.are_neighbours(i - 1));
  return has_neighbour && std::ranges::none_of(scan.reading().article.inlines, is_all_of);
}

// "the skelton of it", "hold it ard": names in lower case that are likelier another word's slip.
bool means_another_word(const Scan& scan, Scan::Index i, ArticleSuggestions& suggestions) {
  constexpr std::uint8_t commonest = 20;
  const bool between_words = i > 0 && scan.are_neighbours(i - 1) &&
                             scan.token(i - 1).shape == Shape::lower && is_in_running_text(scan, i);
  if (!between_words || !suggestions.is_near_common(scan.folded(i), commonest)) return false;
  const std::vector<Suggestion>& best = suggestions.of(scan.reading(), scan.text(i));
  return !best.empty() && !base::lower(best.front().text).starts_with(scan.folded(i));
}

// "botox", "monday": a word in every respect but its capital.
bool report_missing_capital(Reporter& reporter, const UnknownWord& word, Scan::Index i,
                            ArticleSuggestions& suggestions) {
  const Scan& scan = reporter.scan();
  constexpr std::size_t shortest = 4;
  if (scan.token(i).shape != Shape::lower || scan.text(i).size() < shortest ||
      is_withheld(scan.text(i)) || !known_slip(scan.folded(i)).empty()) {
    return false;
  }
  const std::string right = base::capitalised(scan.text(i));
  const lexicon::WordFacts facts = reporter.vocabulary().look_up(right);
  if (!facts.accepted) return false;
  constexpr std::uint8_t common = 35;
  const bool sure =
      !facts.listed && facts.tier > 0 && facts.tier <= common && is_in_running_text(scan, i);
  if (!sure && !facts.listed && means_another_word(scan, i, suggestions)) return false;
  // a habit, or a program of that name: told once
  const auto is_lower = [&](Scan::Index at) { return scan.token(at).shape == Shape::lower; };
  if (!sure && *std::ranges::find_if(word.places, is_lower) != i) return true;
  Finding& finding =
      reporter.report(Rule::wrong_case, i, i,
                      quoted(scan.text(i)) + " is written with a capital; write " + quoted(right) +
                          (sure ? "" : " unless another word is meant"));
  if (!sure) finding.severity = Severity::suggestion;
  reporter.suggest(finding, i, i, right, sure);
  return true;
}

// "Javascript", "CoolsCulpting": a name that a list writes with other capitals.
bool report_capitals_of_name(Reporter& reporter, Scan::Index i, ArticleSuggestions& suggestions) {
  const Scan& scan = reporter.scan();
  constexpr std::size_t shortest = 5;
  const Shape shape = scan.token(i).shape;
  const std::string_view text = scan.text(i);
  if ((shape != Shape::capitalised && shape != Shape::mixed) || text.size() < shortest)
    return false;
  std::string right(suggestions.name_with_inner_capital(scan.folded(i)));
  if (right.empty() || base::capitalised(right) == text) return false;  // "EBay" begins a sentence
  Finding& finding = reporter.report(Rule::wrong_case, i, i,
                                     quoted(text) + " is a name that is written " + quoted(right) +
                                         "; write that unless another one is meant");
  finding.severity = Severity::suggestion;
  reporter.suggest(finding, i, i, std::move(right), false);
  return true;
}

// "Dr. Teh", "the Teh Group", "Alot Inc.": a capital that is not due; a short word before another.
bool may_be_name(const Scan& scan, Scan::Index i) {
  constexpr std::size_t short_name = 4;
  if (scan.token(i).shape != Shape::capitalised) return false;
  if (!scan.capital_is_due(i)) return true;
  return scan.text(i).size() <= short_name && scan.are_neighbours(i) &&
         scan.token(i + 1).shape == Shape::capitalised;
}

// "the hte": the right word stands beside it already.
bool would_double(const Scan& scan, Scan::Index i, std::string_view right) {
  const std::string folded = base::lower(right);
  return (i > 0 && scan.are_neighbours(i - 1) && scan.folded(i - 1) == folded) ||
         (scan.are_neighbours(i) && scan.folded(i + 1) == folded);
}

// Short slips are the initials of something, too ("hsa", "acn"), or a name ("wich elm").
bool is_sure_slip(const Scan& scan, Scan::Index i, std::string_view right) {
  constexpr auto sure_at_any_length =
      std::to_array<std::string_view>({"adn", "alot", "hte", "teh"});
  constexpr std::size_t shortest = 5;
  constexpr std::size_t shortest_of_function_word = 4;
  const std::string_view written = scan.folded(i);
  const bool after_article = i > 0 && scan.are_neighbours(i - 1) &&
                             has(scan.entry(i - 1).parts, lexicon::PartOfSpeech::determiner);
  if (right.starts_with("a ") && after_article) return false;  // "an alot"
  if (may_be_name(scan, i) || would_double(scan, i, right)) return false;
  if (written.size() >= shortest) return true;
  if (scan.token(i).shape == Shape::upper) return false;
  return std::ranges::find(sure_at_any_length, written) != sure_at_any_length.end() ||
         (written.size() >= shortest_of_function_word && lexicon::closed_class(right));
}

// Whether the word beside it is unknown, too, so that both may be pieces of one.
bool is_beside_unknown(const Scan& scan, Scan::Index i) {
  const auto is_unknown = [&](Scan::Index other) {
    return !scan.reading().lexicon.accepts(scan.token(other).word);
  };
  return (i > 0 && scan.are_neighbours(i - 1) && is_unknown(i - 1)) ||
         (scan.are_neighbours(i) && is_unknown(i + 1));
}

// "hair follicle": two words of some length, which is what a long unknown one may be, far as it is.
bool is_pair_of_words(std::string_view suggestion) {
  constexpr std::size_t shortest = 4;
  const std::size_t space = suggestion.find(' ');
  return space != std::string_view::npos && space >= shortest &&
         suggestion.size() - space - 1 >= shortest;
}

// Whether two words that stand side by side are the pieces of one, of which one at least is
// unknown.
bool are_pieces(const Scan& scan, Scan::Index first, Cut how, JoinedWords& all) {
  constexpr std::uint8_t everyday = 35;
  constexpr std::uint8_t common = 50;
  constexpr std::uint8_t known = 60;
  constexpr std::size_t shortest = 5;
  constexpr std::size_t long_word = 7;
  const Scan::Index second = first + 1;
  const Shape shape = scan.token(first).shape;
  const bool plain = (shape == Shape::lower || shape == Shape::capitalised) &&
                     scan.token(second).shape == Shape::lower;
  if (!plain || scan.text(first).size() < 2 || scan.text(second).size() < 2) return false;
  const std::size_t size = scan.folded(first).size() + scan.folded(second).size();
  if (size < shortest) return false;
  lexicon::Lexicon& lexicon = scan.reading().lexicon;
  if (how == Cut::both_unknown && (size < long_word || lexicon.accepts(scan.token(first).word) ||
                                   lexicon.accepts(scan.token(second).word))) {
    return false;
  }
  const lexicon::WordFacts& facts = all.of(scan, first);
  if (!facts.accepted || (!facts.listed && facts.tier == 0)) return false;
  const bool in_use = facts.listed || facts.tier <= known;
  switch (how) {
    case Cut::within_text:
      return size > shortest && in_use;
    case Cut::everyday:
      if (facts.tier > 0 && facts.tier <= everyday && !may_be_name(scan, first)) return true;
      // "Trea tment Plan", a title: no name is a word with what follows it
      return size >= long_word && facts.tier > 0 && facts.tier <= common;
    case Cut::both_unknown:
      return in_use;
  }
  return false;
}

// "# Garunteed Results": perhaps a name, but whoever reads on reads the word that it is so like,
// and no other is half as like.
bool is_read_as_another(const UnknownWord& word, std::string_view text,
                        const std::vector<Suggestion>& best) {
  constexpr std::size_t shortest = 6;
  constexpr std::uint32_t often = 3;
  constexpr int like = 250;
  constexpr int ahead = 300;
  return text.size() >= shortest && word.count < often && best.front().score >= like &&
         (best.size() == 1 || best.front().score - best[1].score >= ahead);
}

// Tells later checks what the word is read as.
void mean(Reporter& reporter, const UnknownWord& word, Scan::Index i, bool mistyped,
          ArticleSuggestions& suggestions) {
  const Scan& scan = reporter.scan();
  const std::vector<Suggestion>& best = suggestions.of(scan.reading(), scan.text(i));
  if (!best.empty() && (mistyped || is_read_as_another(word, scan.text(i), best)))
    reporter.mean(i, i, best.front().text);
}

// In what manner the article writes, where its strange words may be meant so.
struct Manner {
  bool story = false;
  bool spoken = false;
  std::unordered_map<std::uint32_t, bool> speaks{};  // of a story's blocks: has_speech()
};

// "Ain't", "goin'", "'ome": whether somebody speaks in a block as no book is written.
bool has_speech(const Scan& scan, const prose::Block& block) {
  for (Scan::Index i = scan.reading().text.token_at(block.text.begin);
       i < scan.size() && scan.token(i).text.begin < block.text.end; ++i) {
    if (!scan.is_word(i)) continue;
    const std::string_view folded = scan.folded(i);
    if (folded == "ain't" || is_spoken_word(folded)) return true;
    const bool clipped = scan.mark_after(i) == "'" && !folded.ends_with('s');
    if (clipped ||
        (scan.mark_before(i) == "'" && !scan.reading().lexicon.accepts(scan.token(i).word)))
      return true;
  }
  return false;
}

bool speaks_beside(Manner& manner, const Scan& scan, Scan::Index i) {
  const std::uint32_t block = scan.reading().article.block_at(scan.token(i).text.begin);
  const auto [known, added] = manner.speaks.try_emplace(block, false);
  if (added) known->second = has_speech(scan, scan.block_of(i));
  return known->second;
}

// What people say in stories, and what is written as they speak, has words of its own: where one is
// like no other, or where they speak so beside it.
Severity severity_of(Surroundings& around, Scan::Index i, bool mistyped, Manner& manner) {
  constexpr int like_a_word = 100;
  constexpr std::size_t tail = 2;  // "'s"
  const Scan& scan = around.scan();
  const std::string_view folded = scan.folded(i);
  const bool usual_slip = !known_slip(folded).empty() && !is_spoken_word(folded);
  if (manner.spoken && !usual_slip) return Severity::suggestion;
  const std::size_t apostrophe = folded.find('\'');
  if (!mistyped && apostrophe != std::string_view::npos && apostrophe + tail < folded.size())
    return Severity::suggestion;
  if (manner.story && !usual_slip && is_said_by_somebody(scan, i)) {
    if (speaks_beside(manner, scan, i)) return Severity::suggestion;
    if (!mistyped && !around.is_like(i, like_a_word)) return Severity::suggestion;
  }
  return mistyped ? Severity::error : Severity::warning;
}

// "Katrin" where "Katrina" is the likest word: one name is no slip of another, or a list has it as
// a name. Names that everybody knows and those of things are told before.
bool may_be_another_name(Surroundings& around, const UnknownWord& word, Scan::Index i,
                         const std::vector<Suggestion>& best) {
  const Scan& scan = around.scan();
  const Shape shape = scan.token(i).shape;
  if ((shape != Shape::capitalised && shape != Shape::upper) || !known_slip(scan.folded(i)).empty())
    return false;
  if (is_listed_as_name(around, word, i)) return true;
  constexpr std::size_t longest_name = 8;  // longer ones are like some name by chance
  if (best.empty() || scan.folded(i).size() > longest_name ||
      !well_known_name(scan.folded(i)).empty() || around.is_slip_of_listed_name(scan.folded(i))) {
    return false;
  }
  const lexicon::Vocabulary& vocabulary = around.shared().vocabulary();
  const std::string& meant = best.front().text;
  return !meant.contains(' ') &&
         !vocabulary.look_up(base::capitalised(base::lower(meant))).listed &&
         !vocabulary.look_up(base::lower(meant)).accepted;
}

std::string unknown(std::string_view word) {
  return quoted(word) + " is in no dictionary or word list";
}

}  // namespace

void JoinedWords::begin(const lexicon::Lexicon& lexicon) {
  constexpr std::size_t most = 20'000;
  if (generation_ != lexicon.generation() || known_.size() >= most) known_.clear();
  generation_ = lexicon.generation();
}

const lexicon::WordFacts& JoinedWords::of(const Scan& scan, Scan::Index first) {
  const std::uint64_t pair =
      std::uint64_t{scan.entry(first).folded} << 32U | scan.entry(first + 1).folded;
  const auto [entry, added] = known_.try_emplace(pair);
  if (!added) return entry->second;
  const std::string joined = std::string(scan.folded(first)).append(scan.folded(first + 1));
  // a possessive is no piece
  if (joined.find('\'') == std::string::npos)
    entry->second = scan.reading().lexicon.vocabulary().look_up(joined);
  return entry->second;
}

void UnknownWords::begin(const lexicon::Lexicon& lexicon) {
  joined_.begin(lexicon);
  capitals_.begin(lexicon);
  code_.begin();
  words_.clear();
  index_.clear();
  open_.clear();
  cut_ = 0;
}

void UnknownWords::add(const Scan& scan, Scan::Index i) {
  const lexicon::WordId folded = scan.entry(i).folded;
  const auto [place, added] = index_.try_emplace(folded, words_.size());
  if (added) words_.push_back({folded, 0, 0, 0, {}});
  UnknownWord& word = words_[place->second];
  ++word.count;
  if (scan.token(i).shape == Shape::capitalised && !scan.capital_is_due(i)) ++word.named;
  if (scan.token(i).shape == Shape::lower) ++word.lower;
  word.places.push_back(i);
}

void UnknownWords::report(Reporter& reporter, const Spelling& shared,
                          ArticleSuggestions& suggestions, lexicon::ForeignSentences& others) {
  const bool english = shared.vocabulary().is_english();
  constexpr std::uint32_t often = 5;
  Surroundings around(reporter.scan(), shared, suggestions, others, code_);
  if (english) share_names(reporter.scan());
  Manner manner;
  if (english && !words_.empty()) {
    manner.story = tells_story(reporter.scan());
    manner.spoken = writes_as_spoken(reporter.scan(), words_);
  }
  for (const UnknownWord& word : words_) {
    bool told = false;
    for (const Scan::Index i : word.places) {
      if (english && is_beside_unknown(reporter.scan(), i) && stands_in_text(around, word, i) &&
          report_cut(reporter, i, Cut::both_unknown)) {
        continue;
      }
      if (english && report_glued_number(reporter, i)) continue;
      if (!other_than_word(around, word, i).empty()) continue;
      if (english && report_cut(reporter, i, Cut::everyday)) continue;
      if (english && (report_capitals_of_name(reporter, i, suggestions) ||
                      report_sure_slip(reporter, i, word.named > 0, capitals_))) {
        continue;
      }
      if (!silence(around, word, i).empty()) continue;
      if (english &&
          (report_cut(reporter, i, Cut::within_text) || report_glued(reporter, i, suggestions) ||
           report_missing_capital(reporter, word, i, suggestions))) {
        continue;
      }
      // those close by need not be looked at first where all are asked for below
      const Scan& scan = reporter.scan();
      if (english) static_cast<void>(suggestions.of(scan.reading(), scan.text(i)));
      const bool mistyped = !english || is_mistyped_for_sure(around, word, i);
      // one that stands often is a word of its own, most likely
      const bool again = told && !mistyped;
      const bool asked =
          again || (english && may_be_another_name(around, word, i,
                                                   suggestions.of(scan.reading(), scan.text(i))));
      report_unknown(reporter, i,
                     asked ? Severity::suggestion : severity_of(around, i, mistyped, manner),
                     suggestions);
      told = english && word.count >= often;
      if (english) mean(reporter, word, i, mistyped, suggestions);
    }
  }
}

// "treat ment", "re juvenation": pieces of a word that the dictionary has whole.
bool UnknownWords::report_cut(Reporter& reporter, Scan::Index i, Cut how) {
  const Scan& scan = reporter.scan();
  const auto joins = [&](Scan::Index first) {
    return scan.are_neighbours(first) && are_pieces(scan, first, how, joined_);
  };
  if (i > 0 && cut_ == i) return true;  // the second half of one that is reported
  const bool before = i > 0 && joins(i - 1);
  if (!before && !joins(i)) return false;
  const Scan::Index first = before ? i - 1 : i;
  cut_ = first + 1;
  if (are_halves(scan.folded(first), scan.folded(first + 1))) return true;  // told already
  std::string joined = std::string(scan.folded(first)).append(scan.folded(first + 1));
  reporter.mean(first, first + 1, joined);
  reporter.report_joined(first, first + 1, std::move(joined));
  return true;
}

void UnknownWords::share_names(const Scan& scan) {
  lexicon::Lexicon& lexicon = scan.reading().lexicon;
  for (UnknownWord& word : words_) {
    const Scan::Index first = word.places.front();
    std::string_view base = scan.folded(first);
    if (word.named > 0 || scan.token(first).shape != Shape::capitalised || !base.ends_with('s'))
      continue;
    base.remove_suffix(base.ends_with("'s") ? 2 : 1);
    const auto found = index_.find(lexicon.intern(base));
    if (found == index_.end()) continue;
    word.named += words_[found->second].named;
    word.count += words_[found->second].count;
    word.lower += words_[found->second].lower;
  }
}

void UnknownWords::report_unknown(Reporter& reporter, Scan::Index i, Severity severity,
                                  ArticleSuggestions& suggestions) {
  const Scan& scan = reporter.scan();
  Finding& finding = reporter.report(Rule::unknown_word, i, i,
                                     unknown(scan.text(i)) +
                                         "; correct it, or add it to the project's words if it is "
                                         "right");
  finding.severity = severity;
  open_.emplace(finding.location.span.begin, i);
  // American is what is suggested where nothing tells
  if (auto british = suggestions.first_in(English::british, scan.reading(), scan.text(i)))
    reporter.summarise(open_suggestion(English::british, *british, reporter.location_of(i)));
}

void UnknownWords::complete(const Scan& scan, ArticleSuggestions& suggestions,
                            Finding& finding) const {
  const auto found = open_.find(finding.location.span.begin);
  if (found == open_.end() || !finding.suggestions.empty()) return;
  const Scan::Index i = found->second;
  const std::string_view text = scan.text(i);
  const std::vector<Suggestion>& best = suggestions.of(scan.reading(), text);
  // below this, less than a third of the first suggestions are right; a word set adds what its
  // words' frequency is worth
  const int far = scan.reading().lexicon.vocabulary().words() == nullptr ? -900 : -450;
  if (best.empty() || (best.front().score < far && !is_pair_of_words(best.front().text))) {
    finding.message = unknown(text) +
                      ", and no word is like it; correct it, or add it to the project's words if "
                      "it is right";
    return;
  }
  for (const Suggestion& one : best) finding.suggestions.push_back(one.text);
  // those of English: "developement" is French with its accent missing
  if (scan.reading().lexicon.vocabulary().is_english() && is_usual_slip(text)) {
    const bool sure = is_sure_slip(scan, i, best.front().text);
    finding.message = quoted(text) + " is a usual misspelling of " + quoted(best.front().text) +
                      (sure ? "; write that" : "; write that unless something else is meant");
    finding.safe_fix = sure && may_replace(scan, i, i);
    return;
  }
  const bool mistyped = finding.severity == Severity::error;
  finding.message = unknown(text) + (mistyped ? "; most likely " : "; perhaps ") +
                    quoted(best.front().text) +
                    " was meant: write that, or add the word to the project's if it is right";
}

}  // namespace linter::checks::spelling
