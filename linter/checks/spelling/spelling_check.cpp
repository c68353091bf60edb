#include <algorithm>
#include <array>
#include <unordered_map>
#include <utility>

#include "linter/base/names.h"
#include "linter/base/utf8.h"
#include "linter/checks/spelling/apostrophes.h"
#include "linter/checks/spelling/capitals.h"
#include "linter/checks/spelling/compounds.h"
#include "linter/checks/spelling/confusables.h"
#include "linter/checks/spelling/dialect.h"
#include "linter/checks/spelling/dialect_votes.h"
#include "linter/checks/spelling/doubled.h"
#include "linter/checks/spelling/look_alikes.h"
#include "linter/checks/spelling/near_terms.h"
#include "linter/checks/spelling/ordinals.h"
#include "linter/checks/spelling/rules.h"
#include "linter/checks/spelling/silences.h"
#include "linter/checks/spelling/spelling.h"
#include "linter/lexicon/closed_words.h"
#include "linter/lexicon/inflection.h"
#include "linter/lexicon/list_index.h"

namespace linter::checks::spelling {
namespace {

using findings::Finding;
using findings::Severity;
using lexicon::WordId;
using sentences::Shape;

// What is known of a word wherever it stands: one look-up a token.
struct WordMemo {
  enum Flag : std::uint16_t {
    computed = 1,
    unknown = 2,
    dialectal = 4,        // only one dialect writes it so
    begins_compound = 8,  // may be the first half of a compound written apart
    confusable = 16,      // stands in the table of confusables
  };
  WordId folded = 0;
  std::uint16_t flags = 0;
  ConfusableFacts table;  // what it is to the confusables
};

struct DialectPlace {
  Scan::Index token;
  DialectFacts facts;
};

std::string quoted(std::string_view text) {
  return "“" + base::shortened(text) + "”";
}

std::optional<std::string> irregular_plural(std::string_view noun) {
  struct Row {
    std::string_view one;
    std::string_view many;
  };
  constexpr auto rows = std::to_array<Row>({{"child", "children"},
                                            {"foot", "feet"},
                                            {"grandchild", "grandchildren"},
                                            {"man", "men"},
                                            {"mouse", "mice"},
                                            {"tooth", "teeth"},
                                            {"wife", "wives"},
                                            {"wolf", "wolves"},
                                            {"woman", "women"}});
  const auto found = std::ranges::find(rows, noun, &Row::one);
  if (found == rows.end()) return std::nullopt;
  return std::string(found->many);
}

// Whether double quotes are open where a token stands: somebody else's words.
bool is_quoted(const Scan& scan, Scan::Index i) {
  const prose::Block& block = scan.block_of(i);
  const std::string_view before = scan.reading().view({block.text.begin, scan.token(i).text.begin});
  bool straight = false;
  int curly = 0;
  for (std::size_t at = 0; at < before.size(); ++at) {
    if (before[at] == '"') straight = !straight;
    if (before.substr(at).starts_with("\u201C")) ++curly;
    if (before.substr(at).starts_with("\u201D")) --curly;
  }
  return straight || curly > 0;
}

// Whether a program may change these tokens: written as they read, and nobody else's words.
bool may_replace(const Scan& scan, Scan::Index first, Scan::Index last) {
  const base::Span span{scan.token(first).text.begin, scan.token(last).text.end};
  return scan.reading().article.is_verbatim(span) && !is_quoted(scan, first) &&
         !prose::has(scan.block_of(first).scopes, prose::Scope::quote);
}

class SpellingCheck final : public Check {
 public:
  explicit SpellingCheck(const Spelling& shared)
      : shared_(shared),
        english_(shared.vocabulary().is_english()),
        fixed_(english_of(shared.vocabulary().language())) {}

  [[nodiscard]] std::string_view name() const override { return "spelling"; }
  void check_article(const lexicon::Reading& reading, context::Context&,
                     ArticleResult& result) override;
  void complete(const lexicon::Reading& reading, Finding& finding) override;
  [[nodiscard]] bool only_counts(const Summary& summary) const override {
    return is_dialect_vote(summary);
  }

  void check_corpus(std::span<const Summary> summaries,
                    std::vector<Finding>& found) const override {
    settle_dialects(summaries, found);
  }

 private:
  void begin(const lexicon::Reading& reading);
  WordMemo memo_of(const Scan& scan, Scan::Index i);
  void visit(const Scan& scan, Scan::Index i, const WordMemo& memo);
  [[nodiscard]] bool accepted_here(const Scan& scan, Scan::Index i) const;

  void judge_unknown_words(const Scan& scan);
  // The sure slips, which no reason silences; true when one was reported.
  bool report_slip(const Scan& scan, const UnknownWord& word, Scan::Index i);
  bool report_lost_genitive(const Scan& scan, Scan::Index i);
  bool report_cut(const Scan& scan, Scan::Index i);
  void report_letter(const Scan& scan, Scan::Index i);
  void report_ordinal(const Scan& scan, Scan::Index i);
  void report_mark(const Scan& scan, Scan::Index i);
  bool report_glued(const Scan& scan, Scan::Index i);
  bool report_missing_capital(const Scan& scan, Scan::Index i);
  void report_unknown(const Scan& scan, Scan::Index i);
  void report_dialect(const Scan& scan);
  [[nodiscard]] English majority() const;
  [[nodiscard]] std::pair<std::uint32_t, std::uint32_t> dialect_counts() const;
  [[nodiscard]] std::string other_spelling(const Scan& scan, const DialectPlace& place) const;
  void leave_dialect_open(const Scan& scan);
  void report_compound(const Scan& scan, Scan::Index i);
  void report_hyphen(const Scan& scan, Scan::Index i);
  void report_joined(const Scan& scan, Scan::Index first, Scan::Index last, std::string joined);
  void report_doubled(const Scan& scan, Scan::Index i);
  void report_confusable(const Scan& scan, Scan::Index i, std::uint16_t row);
  void report_mistaken_terms(const Scan& scan);

  // A finding over tokens first to last, both included.
  Finding& report(const Scan& scan, Rule rule, Scan::Index first, Scan::Index last,
                  std::string message);
  void suggest(const Scan& scan, Finding& finding, Scan::Index first, Scan::Index last,
               std::string replacement, bool sure);
  [[nodiscard]] const std::vector<DocumentWord>& own_words(const lexicon::Reading& reading);
  // Best first; each distinct word of an article is looked up once.
  const std::vector<Suggestion>& suggestions_of(const lexicon::Reading& reading,
                                                std::string_view word);

  const Spelling& shared_;
  bool english_;
  std::optional<English> fixed_;
  // by word id; void when the lexicon was emptied
  std::vector<WordMemo> memo_;
  std::uint32_t generation_ = 0;
  // of the article at hand
  std::unordered_map<WordId, std::size_t> unknown_index_;
  std::vector<UnknownWord> unknown_;
  std::vector<DialectPlace> dialectal_;
  std::vector<Scan::Index> confused_;  // ascending
  lexicon::Dialect dialect_ = lexicon::Dialect::american;
  Scan::Index cut_ = 0;  // the second half of the last word found cut in two
  std::vector<DocumentWord> document_;
  TermBuffers term_buffers_;
  std::unordered_map<std::string_view, std::vector<Suggestion>> suggested_;  // keys in the view
  SuggestionMemory suggestion_memory_;                                       // of all articles
  std::unordered_map<std::uint32_t, Scan::Index>
      open_;  // unknown-word findings by source begin: suggestions wanted
  std::vector<lexicon::WordList> own_words_;
  lexicon::ListIndex own_index_;
  ArticleResult* result_ = nullptr;
};

void SpellingCheck::begin(const lexicon::Reading& reading) {
  if (generation_ != reading.lexicon.generation()) {
    memo_.clear();
    generation_ = reading.lexicon.generation();
  }
  unknown_index_.clear();
  unknown_.clear();
  dialectal_.clear();
  confused_.clear();
  cut_ = 0;
  document_.clear();
  suggested_.clear();
  open_.clear();
  own_words_.clear();
  if (!reading.article.front_matter.words.empty()) {
    std::string text;
    for (const std::string& word : reading.article.front_matter.words)
      text.append(word).append(1, '\n');
    own_words_.push_back(lexicon::parse_word_list(text, reading.source.path).value);
  }
  own_index_ = lexicon::ListIndex(own_words_);
}

WordMemo SpellingCheck::memo_of(const Scan& scan, Scan::Index i) {
  const WordId id = scan.token(i).word;
  if (id >= memo_.size()) memo_.resize(scan.reading().lexicon.size());
  WordMemo& memo = memo_[id];
  if (memo.flags != 0) return memo;
  memo.folded = scan.entry(i).folded;
  unsigned flags = WordMemo::computed;
  if (!scan.reading().lexicon.accepts(id)) flags |= WordMemo::unknown;
  if (english_) {
    const std::string_view folded = scan.folded(i);
    const DialectFacts facts = dialect_facts(folded, shared_.vocabulary());
    if (facts.american || facts.british || !facts.other.empty()) flags |= WordMemo::dialectal;
    if (may_begin_split_compound(folded)) flags |= WordMemo::begins_compound;
    memo.table = Confusables::of_english().facts(folded, scan.entry(i).parts);
    if (memo.table.row != 0) flags |= WordMemo::confusable;
  }
  memo.flags = static_cast<std::uint16_t>(flags);
  return memo;
}

void SpellingCheck::check_article(const lexicon::Reading& reading, context::Context&,
                                  ArticleResult& result) {
  begin(reading);
  result_ = &result;
  const Scan scan(reading);
  WordId before = 0;  // folded id + 1 of the word before, when it is a neighbour
  for (Scan::Index i = 0; i < scan.size(); ++i) {
    if (!scan.is_word(i)) {
      before = 0;
      if (english_) report_mark(scan, i);
      continue;
    }
    const WordMemo memo = memo_of(scan, i);
    if (memo.folded + 1 == before && scan.are_neighbours(i - 1)) report_doubled(scan, i - 1);
    before = memo.folded + 1;
    if (memo.flags != WordMemo::computed) visit(scan, i, memo);
    if (english_ && scan.token(i).text.size() == 1) report_letter(scan, i);
  }
  dialect_ = dialect_of(majority());
  judge_unknown_words(scan);
  if (english_) report_mistaken_terms(scan);
  report_dialect(scan);
  result_ = nullptr;
}

bool SpellingCheck::accepted_here(const Scan& scan, Scan::Index i) const {
  if (own_words_.empty()) return false;
  std::string_view text = scan.text(i);
  std::string_view folded = scan.folded(i);
  if (own_index_.has_word(text, folded)) return true;
  if (folded.ends_with("'s")) {
    text.remove_suffix(2);
    folded.remove_suffix(2);
  } else if (folded.ends_with('s')) {
    text.remove_suffix(1);
    folded.remove_suffix(1);
  }
  return own_index_.has_word(text, folded);
}

void SpellingCheck::visit(const Scan& scan, Scan::Index i, const WordMemo& memo) {
  if ((memo.flags & WordMemo::begins_compound) != 0) report_compound(scan, i);
  if ((memo.flags & WordMemo::confusable) != 0) report_confusable(scan, i, memo.table.row);
  if ((memo.flags & WordMemo::dialectal) != 0) {
    // a capital that is not due makes a name: "Pearl Harbor", "the Labour Party"
    if (scan.token(i).shape != Shape::capitalised || scan.capital_is_due(i)) {
      dialectal_.push_back({i, dialect_facts(scan.folded(i), shared_.vocabulary())});
    }
  }
  if ((memo.flags & WordMemo::unknown) == 0 || accepted_here(scan, i)) return;
  const auto [place, added] = unknown_index_.try_emplace(memo.folded, unknown_.size());
  if (added) unknown_.push_back({memo.folded, 0, 0, 0, {}});
  UnknownWord& word = unknown_[place->second];
  ++word.count;
  if (scan.token(i).shape == Shape::capitalised && !scan.capital_is_due(i)) ++word.named;
  if (scan.token(i).shape == Shape::lower) ++word.lower;
  word.places.push_back(i);
}

void SpellingCheck::judge_unknown_words(const Scan& scan) {
  Surroundings around(scan, shared_);
  for (const UnknownWord& word : unknown_) {
    for (const Scan::Index i : word.places) {
      if (english_ && report_slip(scan, word, i)) continue;
      if (!silence(around, word, i).empty()) continue;
      if (english_ && (report_cut(scan, i) || report_glued(scan, i))) continue;
      report_unknown(scan, i);
    }
  }
}

bool SpellingCheck::report_slip(const Scan& scan, const UnknownWord& word, Scan::Index i) {
  const std::string_view text = scan.text(i);
  if (!scan.token(i).ascii) {
    if (const std::string right = in_latin_letters(text); !right.empty()) {
      Finding& finding = report(scan, Rule::look_alike, i, i,
                                quoted(text) +
                                    " has letters of another script that look like "
                                    "Latin ones; type the word anew");
      suggest(scan, finding, i, i, right, shared_.vocabulary().accepts(right));
      return true;
    }
  }
  if (scan.token(i).shape != Shape::upper && word.named == 0) {
    if (report_lost_genitive(scan, i)) return true;
    if (auto right = restored_apostrophe(scan.folded(i))) {
      if (scan.token(i).shape == Shape::capitalised) right = base::capitalised(*right);
      Finding& finding =
          report(scan, Rule::lost_apostrophe, i, i,
                 quoted(text) + " has no apostrophe where it needs one; write " + quoted(*right));
      suggest(scan, finding, i, i, *std::move(right), true);
      return true;
    }
  }
  if (auto right = without_doubled_capital(text, shared_.vocabulary())) {
    Finding& finding = report(scan, Rule::doubled_capital, i, i,
                              quoted(text) + " begins with two capitals; write " + quoted(*right));
    suggest(scan, finding, i, i, *std::move(right), true);
    return true;
  }
  if (auto right = without_inner_capital(text, shared_.vocabulary())) {
    Finding& finding = report(
        scan, Rule::wrong_case, i, i,
        quoted(text) + " has a capital in the middle of an everyday word; write " + quoted(*right));
    suggest(scan, finding, i, i, *std::move(right), false);
    return true;
  }
  return false;
}

// "the childs skin", "your bodys needs": no plural, so a genitive, when a noun follows.
bool SpellingCheck::report_lost_genitive(const Scan& scan, Scan::Index i) {
  const std::string_view folded = scan.folded(i);
  constexpr std::size_t shortest = 4;
  if (folded.size() < shortest || !folded.ends_with('s') || !scan.are_neighbours(i)) return false;
  const std::string stem(folded.substr(0, folded.size() - 1));
  const lexicon::WordFacts facts = shared_.vocabulary().look_up(stem);
  const bool everyday = facts.accepted && (facts.listed || (facts.tier > 0 && facts.tier <= 40));
  const std::string plural = irregular_plural(stem).value_or(lexicon::plural_of(stem));
  if (!everyday || !has(facts.parts, lexicon::PartOfSpeech::noun) || plural == folded ||
      stem.ends_with('s') || lexicon::closed_class(stem) ||
      !has(scan.entry(i + 1).parts, lexicon::PartOfSpeech::noun) ||
      lexicon::closed_class(scan.folded(i + 1))) {
    return false;
  }
  const bool capital = scan.token(i).shape == Shape::capitalised;
  const auto dressed = [&](const std::string& word) {
    return capital ? base::capitalised(word) : word;
  };
  const std::string right = dressed(stem + "'s");
  Finding& finding = report(scan, Rule::lost_apostrophe, i, i,
                            quoted(scan.text(i)) + " is no word; before a noun " + quoted(right) +
                                " is meant, or else " + quoted(dressed(plural)));
  suggest(scan, finding, i, i, right, false);
  finding.suggestions.push_back(dressed(plural));
  return true;
}

// "treat ment", "re juvenation": pieces of a word that the dictionary has whole.
bool SpellingCheck::report_cut(const Scan& scan, Scan::Index i) {
  const auto joins = [&](Scan::Index first) {
    if (!scan.are_neighbours(first) || scan.token(first + 1).shape != Shape::lower) return false;
    const std::string joined = std::string(scan.folded(first)).append(scan.folded(first + 1));
    constexpr std::size_t shortest = 6;
    const bool pieces = scan.text(first).size() > 1 && scan.text(first + 1).size() > 1;
    const lexicon::WordFacts facts = shared_.vocabulary().look_up(joined);
    if (!pieces || joined.size() < shortest || joined.find('\'') != std::string::npos ||
        !facts.accepted) {
      return false;
    }
    return facts.listed || (facts.tier > 0 && facts.tier <= 60);
  };
  if (i > 0 && cut_ == i) return true;  // the second half of one that is reported
  const bool before = i > 0 && joins(i - 1);
  if (!before && !joins(i)) return false;
  const Scan::Index first = before ? i - 1 : i;
  cut_ = first + 1;
  std::string joined = std::string(scan.folded(first)).append(scan.folded(first + 1));
  report_joined(scan, first, first + 1, std::move(joined));
  return true;
}

// What is no word: an ordinal, or a mark between two words.
void SpellingCheck::report_mark(const Scan& scan, Scan::Index i) {
  if (scan.is_number(i)) return report_ordinal(scan, i);
  if (i == 0 || scan.token(i).space_before) return;
  const std::string_view mark = scan.text(i);
  if (mark == "-") return report_hyphen(scan, i - 1);
  if (has_lost_space(scan, i)) {
    const std::string right =
        std::string(scan.text(i - 1)).append(mark).append(" ").append(scan.text(i + 1));
    Finding& finding = report(
        scan, Rule::glued_words, i - 1, i + 1,
        quoted(scan.reading().view({scan.token(i - 1).text.begin, scan.token(i + 1).text.end})) +
            " lacks a space after the mark; write " + quoted(right));
    suggest(scan, finding, i - 1, i + 1, right, false);
  }
}

void SpellingCheck::report_ordinal(const Scan& scan, Scan::Index i) {
  auto right = right_ordinal(scan.text(i));
  const std::string_view before = scan.mark_before(i);
  if (!right || before == "-" || before == "+") return;  // "the n-1th element"
  Finding& finding =
      report(scan, Rule::wrong_ordinal, i, i,
             quoted(scan.text(i)) + " has the ending of another number; write " + quoted(*right));
  suggest(scan, finding, i, i, *std::move(right), true);
}

// A letter alone that belongs to no formula, list or name.
void SpellingCheck::report_letter(const Scan& scan, Scan::Index i) {
  constexpr std::string_view letters = "bdfghlmoqrstuvwz";
  const std::string_view text = scan.text(i);
  if (is_pronoun_without_capital(scan, i)) {
    Finding& finding = report(scan, Rule::wrong_case, i, i,
                              "“i” is written with a capital where it means the writer; write “I”");
    return suggest(scan, finding, i, i, "I", true);
  }
  if (text.size() != 1 || letters.find(text) == std::string_view::npos || i == 0 ||
      !scan.are_neighbours(i) || !scan.are_neighbours(i - 1)) {
    return;
  }
  const auto is_plain = [&](Scan::Index other) {
    return scan.token(other).shape == Shape::lower && scan.text(other).size() > 2 &&
           scan.reading().lexicon.accepts(scan.token(other).word);
  };
  if (!is_plain(i - 1) || !is_plain(i + 1) ||
      !has(scan.entry(i - 1).parts, lexicon::PartOfSpeech::determiner)) {
    return;
  }
  const auto same = [&](const sentences::Token& token) {
    return token.kind == sentences::TokenKind::word && token.word == scan.token(i).word;
  };
  if (std::ranges::count_if(scan.reading().text.tokens, same) > 1) return;  // it has a meaning here
  report(scan, Rule::stray_letter, i, i,
         quoted(text) + " stands alone between two words; delete it, or complete the word");
}

bool SpellingCheck::report_glued(const Scan& scan, Scan::Index i) {
  if (!unglued(scan.folded(i), shared_.vocabulary())) return false;
  constexpr std::size_t shown = 3;
  const std::vector<Suggestion>& best = suggestions_of(scan.reading(), scan.text(i));
  if (best.empty() || best.front().text.find(' ') == std::string::npos) return false;
  Finding& finding =
      report(scan, Rule::glued_words, i, i,
             quoted(scan.text(i)) + " is two words without the space between them; write " +
                 quoted(best.front().text) + " if that is what was meant");
  for (std::size_t at = 0; at < std::min(best.size(), shown); ++at)
    finding.suggestions.push_back(best[at].text);
  return true;
}

// "botox", "monday": a word in every respect but its capital.
bool SpellingCheck::report_missing_capital(const Scan& scan, Scan::Index i) {
  constexpr std::size_t shortest = 4;
  if (scan.token(i).shape != Shape::lower || scan.text(i).size() < shortest) return false;
  const std::string right = base::capitalised(scan.text(i));
  const lexicon::WordFacts facts = shared_.vocabulary().look_up(right);
  if (!facts.accepted) return false;
  constexpr std::uint8_t common = 35;
  const bool sure = !facts.listed && facts.tier > 0 && facts.tier <= common;
  Finding& finding = report(scan, Rule::wrong_case, i, i,
                            quoted(scan.text(i)) + " is written with a capital; write " +
                                quoted(right) + (sure ? "" : " unless another word is meant"));
  if (!sure) finding.severity = Severity::suggestion;
  suggest(scan, finding, i, i, right, sure);
  return true;
}

void SpellingCheck::report_unknown(const Scan& scan, Scan::Index i) {
  if (english_ && report_missing_capital(scan, i)) return;
  const Finding& finding =
      report(scan, Rule::unknown_word, i, i,
             quoted(scan.text(i)) +
                 " is in no dictionary or word list; correct it, or add it to the project's words "
                 "if it is right");
  open_.emplace(finding.location.span.begin, i);
}

// The dialect that is set, else what most words of the article that tell are written in.
English SpellingCheck::majority() const {
  const auto [american, british] = dialect_counts();
  return fixed_.value_or(british > american ? English::british : English::american);
}

// The article's words that only one dialect writes so: American ones, British ones.
std::pair<std::uint32_t, std::uint32_t> SpellingCheck::dialect_counts() const {
  std::uint32_t american = 0;
  std::uint32_t british = 0;
  for (const DialectPlace& place : dialectal_) {
    american += place.facts.american ? 1 : 0;
    british += place.facts.british ? 1 : 0;
  }
  return {american, british};
}

// How a word of the article is written in the other dialect.
std::string SpellingCheck::other_spelling(const Scan& scan, const DialectPlace& place) const {
  std::string right = place.facts.other;
  if (scan.folded(place.token).ends_with("'s")) right += "'s";
  if (scan.token(place.token).shape == Shape::capitalised) right = base::capitalised(right);
  return right;
}

// An article that does not tell leaves its words to the corpus.
void SpellingCheck::leave_dialect_open(const Scan& scan) {
  for (const DialectPlace& place : dialectal_) {
    findings::Location where;
    where.file = scan.reading().source.path;
    where.span = scan.reading().article.source_span(scan.token(place.token).text);
    where.text = where.span.of(scan.reading().source.bytes);
    for (const English from : {English::american, English::british}) {
      if (departs(place.facts, from))
        result_->summaries.push_back(open_dialect_word(from, other_spelling(scan, place), where));
    }
  }
}

void SpellingCheck::report_dialect(const Scan& scan) {
  if (dialectal_.empty()) return;
  const auto [american, british] = dialect_counts();
  if (!fixed_ && american == british) return leave_dialect_open(scan);
  const English english = majority();
  const auto witness = std::ranges::find_if(dialectal_, [&](const DialectPlace& place) {
    return english == English::american ? place.facts.american : place.facts.british;
  });
  for (const DialectPlace& place : dialectal_) {
    if (!departs(place.facts, english)) continue;
    const Scan::Index i = place.token;
    std::string right = other_spelling(scan, place);
    std::string message = quoted(scan.text(i)) + " is not " + std::string(name_of(english));
    if (fixed_) {
      message += ", the language that is set for this article";
    } else if (witness != dialectal_.end()) {
      message += ", in which this article writes " + quoted(scan.text(witness->token));
    }
    message += "; write " + quoted(right);
    Finding& finding = report(scan, Rule::dialect, i, i, std::move(message));
    suggest(scan, finding, i, i, std::move(right), false);
  }
  if (fixed_ || witness == dialectal_.end()) return;
  findings::Location where;
  where.file = scan.reading().source.path;
  where.span = scan.reading().article.source_span(scan.token(witness->token).text);
  where.text = where.span.of(scan.reading().source.bytes);
  result_->summaries.push_back(dialect_vote(english, std::max(american, british), where));
}

void SpellingCheck::report_compound(const Scan& scan, Scan::Index i) {
  if (!scan.are_neighbours(i)) return;
  if (auto joined = joined_compound(scan, i)) report_joined(scan, i, i + 1, *std::move(joined));
}

void SpellingCheck::report_hyphen(const Scan& scan, Scan::Index i) {
  if (!scan.is_word(i)) return;
  if (auto joined = joined_at_hyphen(scan, i)) report_joined(scan, i, i + 2, *std::move(joined));
}

void SpellingCheck::report_joined(const Scan& scan, Scan::Index first, Scan::Index last,
                                  std::string joined) {
  if (scan.token(first).shape == Shape::capitalised) joined = base::capitalised(joined);
  const std::string_view seen =
      scan.reading().view({scan.token(first).text.begin, scan.token(last).text.end});
  Finding& finding = report(scan, Rule::split_compound, first, last,
                            quoted(seen) + " is a compound written apart; write " + quoted(joined));
  suggest(scan, finding, first, last, std::move(joined), false);
}

void SpellingCheck::report_doubled(const Scan& scan, Scan::Index i) {
  if (!english_) return;
  const auto severity = doubled_word(scan, i);
  if (!severity) return;
  Finding& finding = report(scan, Rule::doubled_word, i, i + 1,
                            quoted(scan.text(i + 1)) + " stands twice in a row; delete one");
  finding.severity = *severity;
  suggest(scan, finding, i, i + 1, std::string(scan.text(i)), *severity == Severity::error);
}

void SpellingCheck::report_confusable(const Scan& scan, Scan::Index i, std::uint16_t row) {
  constexpr lexicon::PosMask numeral = static_cast<lexicon::PosMask>(lexicon::PartOfSpeech::number);
  static const ConfusableFacts of_number = Confusables::of_english().facts("0", numeral);
  auto right = Confusables::of_english().meant(scan, i, row, [&](Scan::Index other) {
    return scan.is_word(other) ? memo_of(scan, other).table : of_number;
  });
  if (!right) return;
  if (scan.token(i).shape == Shape::capitalised) right = base::capitalised(*right);
  Finding& finding = report(scan, Rule::confused_word, i, i,
                            quoted(scan.text(i)) + " is a word, but hardly the one meant here; " +
                                "its neighbors ask for " + quoted(*right));
  suggest(scan, finding, i, i, *std::move(right), false);
  confused_.push_back(i);
}

void SpellingCheck::report_mistaken_terms(const Scan& scan) {
  for (const MistakenTerm& one : mistaken_terms(scan, term_buffers_)) {
    if (std::ranges::binary_search(confused_, one.token) || accepted_here(scan, one.token))
      continue;
    const std::string right(scan.reading().lexicon[one.meant].text);
    Finding& finding =
        report(scan, Rule::confused_word, one.token, one.token,
               quoted(scan.text(one.token)) + " is a word, but this article often writes " +
                   quoted(right) + "; perhaps that was meant");
    suggest(scan, finding, one.token, one.token, right, false);
  }
}

Finding& SpellingCheck::report(const Scan& scan, Rule rule, Scan::Index first, Scan::Index last,
                               std::string message) {
  const lexicon::Reading& reading = scan.reading();
  const RuleInfo& about = info(rule);
  Finding& finding = result_->findings.emplace_back();
  finding.rule = about.id;
  finding.category = about.category;
  finding.severity = about.severity;
  finding.message = std::move(message);
  finding.location.file = reading.source.path;
  finding.location.span =
      reading.article.source_span({scan.token(first).text.begin, scan.token(last).text.end});
  finding.location.text = finding.location.span.of(reading.source.bytes);
  finding.identity = std::string(scan.folded(first)) + '\n' +
                     std::string(reading.view(scan.sentence_of(first).text));
  return finding;
}

void SpellingCheck::suggest(const Scan& scan, Finding& finding, Scan::Index first, Scan::Index last,
                            std::string replacement, bool sure) {
  finding.suggestions.push_back(std::move(replacement));
  finding.safe_fix = sure && may_replace(scan, first, last);
}

const std::vector<DocumentWord>& SpellingCheck::own_words(const lexicon::Reading& reading) {
  if (document_.empty()) document_ = document_words(reading);
  return document_;
}

const std::vector<Suggestion>& SpellingCheck::suggestions_of(const lexicon::Reading& reading,
                                                             std::string_view word) {
  constexpr std::size_t most = 5;
  const auto [entry, added] = suggested_.try_emplace(word);
  if (added) {
    entry->second =
        shared_.suggester().suggest(word, own_words(reading), most, dialect_, &suggestion_memory_);
  }
  return entry->second;
}
void SpellingCheck::complete(const lexicon::Reading& reading, Finding& finding) {
  if (finding.rule != info(Rule::unknown_word).id) return;
  const auto found = open_.find(finding.location.span.begin);
  if (found == open_.end() || !finding.suggestions.empty()) return;
  const Scan scan(reading);
  const std::vector<Suggestion>& best = suggestions_of(reading, scan.text(found->second));
  // below this, less than a third of the first suggestions are right; a word set adds what its
  // words' frequency is worth
  const int far = shared_.vocabulary().words() == nullptr ? -900 : -500;
  if (best.empty() || best.front().score < far) {
    finding.message = quoted(scan.text(found->second)) +
                      " is in no dictionary or word list, and no word is like it; correct it, or "
                      "add it to the project's words if it is right";
    return;
  }
  for (const Suggestion& one : best) finding.suggestions.push_back(one.text);
  if (is_usual_slip(scan.text(found->second))) {
    finding.message = quoted(scan.text(found->second)) + " is a usual misspelling of " +
                      quoted(best.front().text) + "; write that";
    finding.safe_fix = may_replace(scan, found->second, found->second);
    return;
  }
  finding.message = quoted(scan.text(found->second)) +
                    " is in no dictionary or word list; perhaps " + quoted(best.front().text) +
                    " was meant, or add it to the project's words if it is right";
}

}  // namespace

std::vector<DocumentWord> document_words(const lexicon::Reading& reading) {
  std::vector<DocumentWord> words;
  std::unordered_map<WordId, std::uint32_t> counts;
  for (const sentences::Token& token : reading.text.tokens) {
    if (token.kind == sentences::TokenKind::word) ++counts[reading.lexicon[token.word].folded];
  }
  const bool has_set = reading.lexicon.vocabulary().words() != nullptr;
  const std::uint32_t frequent = has_set ? 3 : 1;
  for (const auto& [id, count] : counts) {
    if (count >= frequent)
      words.push_back({reading.lexicon[id].text, count, reading.lexicon.accepts(id)});
  }
  std::ranges::sort(words, {}, &DocumentWord::word);
  return words;
}

std::unique_ptr<Check> make_spelling(const Spelling& shared) {
  return std::make_unique<SpellingCheck>(shared);
}

}  // namespace linter::checks::spelling
