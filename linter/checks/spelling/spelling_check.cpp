#include <algorithm>
#include <array>
#include <optional>
#include <utility>

#include "linter/base/one_of.h"
#include "linter/base/utf8.h"
#include "linter/checks/spelling/article_suggestions.h"
#include "linter/checks/spelling/collocations.h"
#include "linter/checks/spelling/confusables.h"
#include "linter/checks/spelling/dialect_places.h"
#include "linter/checks/spelling/dialect_votes.h"
#include "linter/checks/spelling/disguises.h"
#include "linter/checks/spelling/manner.h"
#include "linter/checks/spelling/misfits.h"
#include "linter/checks/spelling/near_terms.h"
#include "linter/checks/spelling/neighbour_slips.h"
#include "linter/checks/spelling/own_words.h"
#include "linter/checks/spelling/reporter.h"
#include "linter/checks/spelling/spelling.h"
#include "linter/checks/spelling/stand_ins.h"
#include "linter/checks/spelling/unknown_words.h"
#include "linter/checks/spelling/word_memos.h"
#include "linter/findings/apostrophes.h"
#include "linter/lexicon/inflection.h"

namespace linter::checks::spelling {
namespace {

using findings::Finding;

// "It's", "What's", unlike "Crohn's".
bool is_contraction(std::string_view word) {
  constexpr auto bases = std::to_array<std::string_view>(
      {"he", "here", "how", "it", "let", "she", "that", "there", "what", "where", "who"});
  return base::is_one_of(base::lower(word.substr(0, word.size() - 2)), bases);
}

// One pass over the tokens, with what each word's memo and neighbours say; then what only the whole
// article can tell: unknown words, mistaken terms, the dialect.
class SpellingCheck final : public Check {
 public:
  explicit SpellingCheck(const Spelling& shared)
      : shared_(shared),
        english_(shared.vocabulary().is_english()),
        fixed_(english_of(shared.vocabulary().language())),
        suggestions_(shared) {}

  [[nodiscard]] std::string_view name() const override { return "spelling"; }
  void check_article(const lexicon::Reading& reading, context::Context&,
                     ArticleResult& result) override;
  void complete(const lexicon::Reading& reading, Finding& finding) override;
  [[nodiscard]] bool only_counts(const Summary& summary) const override {
    return is_dialect_vote(summary);
  }
  [[nodiscard]] bool understands(const Summary& summary) const override {
    return is_dialect_vote(summary) || is_open_dialect_word(summary);
  }
  void check_corpus(std::span<const Summary> summaries,
                    std::vector<Finding>& found) const override {
    settle_dialects(summaries, found);
  }

 private:
  void pass(Reporter& reporter);
  void visit(Reporter& reporter, Scan::Index i, const WordMemo& memo);
  [[nodiscard]] bool may_be_compound(const Scan& scan, Scan::Index i, const WordMemo& memo);
  void report_disguise(Reporter& reporter, Scan::Index i);
  void report_confusable(Reporter& reporter, Scan::Index i, const ConfusableFacts& facts);
  void report_stray_words(Reporter& reporter);
  void report_mistaken_terms(Reporter& reporter);
  void report_misfits(Reporter& reporter);
  void soften_in_story(const Scan& scan, ArticleResult& result);
  [[nodiscard]] bool in_story(const Scan& scan);

  [[nodiscard]] bool fits(const Scan& scan, Scan::Index i, std::string_view meant, int least);
  const Spelling& shared_;
  bool english_;
  std::optional<English> fixed_;
  WordMemos memos_;
  LeftPatterns left_patterns_;
  ArticleSuggestions suggestions_;
  TermBuffers term_buffers_;
  // of the article at hand
  OwnWords own_words_;
  UnknownWords unknown_;
  lexicon::ForeignSentences others_;
  DialectPlaces dialect_;
  StrayWords strays_;
  Misfits misfits_;
  std::vector<Scan::Index> confused_;  // ascending
  Scan::Index disguised_end_ = 0;      // of the tokens of the last disguise
  enum class Curly : std::uint8_t { open, yes, no };
  enum class Story : std::uint8_t { open, yes, no };
  Story story_ = Story::open;
  Curly curly_ = Curly::open;  // whether the article's apostrophes are typographic
};

void SpellingCheck::check_article(const lexicon::Reading& reading, context::Context&,
                                  ArticleResult& result) {
  memos_.begin(reading.lexicon);
  curly_ = Curly::open;
  story_ = Story::open;
  own_words_.read(reading);
  unknown_.begin(reading.lexicon);
  dialect_.clear();
  strays_.begin(reading.lexicon);
  misfits_.begin();
  confused_.clear();
  disguised_end_ = 0;
  const Scan scan(reading);
  others_.begin();
  Reporter reporter(scan, result);
  pass(reporter);
  if (english_) dialect_.leave_out([&](Scan::Index i) { return scan.is_foreign(others_, i); });
  suggestions_.begin(dialect_.decided(fixed_));
  unknown_.report(reporter, shared_, suggestions_, others_);
  if (english_) report_stray_words(reporter);
  if (english_) report_mistaken_terms(reporter);
  if (english_) report_misfits(reporter);
  dialect_.report(reporter, fixed_);
  if (english_) soften_in_story(scan, result);
  reporter.settle([&](Scan::Index i) { return english_ && scan.is_foreign(others_, i); });
}

void SpellingCheck::pass(Reporter& reporter) {
  const Scan& scan = reporter.scan();
  lexicon::WordId before = 0;  // folded id + 1 of the word before, when it is a neighbour
  for (Scan::Index i = 0; i < scan.size(); ++i) {
    if (!scan.is_word(i)) {
      before = 0;
      if (english_) report_mark(reporter, i);
      continue;
    }
    const WordMemo& memo = memos_.of(scan, i);
    if (english_ && memo.folded + 1 == before && scan.are_neighbours(i - 1))
      report_doubled(reporter, i - 1);
    before = memo.folded + 1;
    if (memo.has(WordMemo::noteworthy)) visit(reporter, i, memo);
    if (english_ && !memo.has(WordMemo::never_strays) && !strays_.look(scan, i, memos_))
      memos_.note(scan, i, WordMemo::never_strays);
    if (memo.has(WordMemo::may_misfit)) misfits_.look(scan, i, memos_);
    if (english_ && scan.token(i).text.size() == 1) report_letter(reporter, i);
  }
}

void SpellingCheck::visit(Reporter& reporter, Scan::Index i, const WordMemo& memo) {
  const Scan& scan = reporter.scan();
  if (memo.has(WordMemo::begins_compound) && may_be_compound(scan, i, memo))
    report_compound(reporter, i);
  if (memo.has(WordMemo::begins_disguise) && i >= disguised_end_) report_disguise(reporter, i);
  if (memo.has(WordMemo::confusable) && i >= disguised_end_)
    report_confusable(reporter, i, memo.table);
  if (memo.has(WordMemo::genitive)) report_genitive(reporter, i);
  if (memo.has(WordMemo::odd_capital)) report_capital(reporter, i);
  if (memo.has(WordMemo::dialectal)) dialect_.add(scan, i);
  if (memo.has(WordMemo::unknown) && !own_words_.accept(scan, i)) unknown_.add(scan, i);
}

// Whether the word, which may begin a compound, stands before one that may end it.
bool SpellingCheck::may_be_compound(const Scan& scan, Scan::Index i, const WordMemo& memo) {
  if (memo.has(WordMemo::joins_any)) return true;
  return i + 1 < scan.size() && scan.is_word(i + 1) &&
         memos_.of(scan, i + 1).has(WordMemo::ends_compound);
}

// Whether another word fits in the place of token i by so much at least, in sixteenths of log-odds;
// where nothing is known of one of them, too.
bool SpellingCheck::fits(const Scan& scan, Scan::Index i, std::string_view meant, int least) {
  const auto better = misfits_.better(scan, i, meant, memos_);
  return !better || *better >= least;
}

void SpellingCheck::report_disguise(Reporter& reporter, Scan::Index i) {
  const Scan& scan = reporter.scan();
  auto disguise = disguise_at(scan, i, memos_);
  if (!disguise) return;
  const base::Span span{scan.token(i).text.begin, scan.token(disguise->last).text.end};
  Finding& finding = reporter.report(
      Rule::disguised_term, i, disguise->last,
      quoted(scan.reading().view(span)) + " looks like " + quoted(disguise->meant) +
          " with a synonym replacer's words in it; write the term unless these words are meant");
  reporter.suggest(finding, i, disguise->last, std::move(disguise->meant), false);
  disguised_end_ = disguise->last + 1;
  for (; i < disguised_end_; ++i) confused_.push_back(i);
}

void SpellingCheck::report_confusable(Reporter& reporter, Scan::Index i,
                                      const ConfusableFacts& facts) {
  constexpr int least = -64;  // rows were written for their neighbors
  constexpr int least_for_stand_in = 32;
  static const ConfusableFacts of_number = [] {
    constexpr auto numeral = static_cast<lexicon::PosMask>(lexicon::PartOfSpeech::number);
    ConfusableFacts of_digit = Confusables::of_english().facts("0", numeral);
    of_digit.kind = StandInsTable::figure;
    return of_digit;
  }();
  const Confusables& table = Confusables::of_english();
  const Scan& scan = reporter.scan();
  const auto facts_of = [&](Scan::Index other) {
    return scan.is_word(other) ? memos_.of(scan, other).table : of_number;
  };
  const Place before = Confusables::place_beside(scan, i, false, facts_of);
  const Place after = Confusables::place_beside(scan, i, true, facts_of);
  const auto find = [&] {
    return LeftPatterns::Left{
        table.left_of(facts.row, before, after),
        stand_ins_of_english().may_stand_in(facts.stand_in, before.kind, after.kind)};
  };
  const LeftPatterns::Left left =
      left_patterns_.of({facts.row, facts.stand_in}, before, after, find);
  if (left.patterns == 0 && !left.stand_in) return;
  auto meant = table.meant(scan, i, facts.row, facts_of, left.patterns);
  const bool stands_in = !meant && left.stand_in;
  if (stands_in) {
    const std::string_view word = stood_in_for(scan, i, memos_);
    if (!word.empty() && !own_words_.accept(scan, i) && !in_story(scan))
      meant = {.word = std::string(word)};
  }
  if (!meant) return;
  if (meant->words == 2) return reporter.report_joined(i, i + 1, meant->word);
  if (!fits(scan, i, meant->word, stands_in ? least_for_stand_in : least)) return;
  const bool capital = scan.token(i).shape == sentences::Shape::capitalised;
  std::string right = capital ? base::capitalised(meant->word) : meant->word;
  if (right == scan.text(i)) return;  // "English", which some write without its capital
  Finding& finding =
      reporter.report(Rule::confused_word, i, i,
                      quoted(scan.text(i)) + " is a word, but hardly the one meant here; " +
                          "its neighbors ask for " + quoted(right));
  // house styles differ in what they do with the genitive of a name ("Crohns disease")
  if (capital && right.ends_with("'s") && !is_contraction(right))
    finding.severity = findings::Severity::suggestion;
  reporter.suggest(finding, i, i, std::move(right), false);
  confused_.push_back(i);
}

// "hair shift", where "hair shaft" is what people write.
void SpellingCheck::report_stray_words(Reporter& reporter) {
  constexpr int least = 60;
  const Scan& scan = reporter.scan();
  std::vector<Scan::Index> told;
  for (const StrayWords::Stray& one : strays_.settle(scan, memos_)) {
    if (std::ranges::binary_search(confused_, one.token) || own_words_.accept(scan, one.token))
      continue;
    const std::string_view folded = scan.folded(one.token);
    std::string right(collocations_of_english().text_of(one.meant));
    if (folded.ends_with("'s")) {
      right += "'s";
    } else if (stem_of(folded) != folded) {
      right = lexicon::plural_of(right);
    }
    if (!fits(scan, one.token, right, least)) continue;
    const std::string neighbor = quoted(scan.text(one.beside));
    Finding& finding =
        reporter.report(Rule::confused_word, one.token, one.token,
                        quoted(scan.text(one.token)) + " is a word, but " +
                            (one.beside < one.token ? "after " + neighbor : "before " + neighbor) +
                            " " + quoted(right) + " usually stands; perhaps that was meant");
    reporter.suggest(finding, one.token, one.token, std::move(right), false);
    told.push_back(one.token);
  }
  confused_.insert(confused_.end(), told.begin(), told.end());
  std::ranges::sort(confused_);
}

void SpellingCheck::report_mistaken_terms(Reporter& reporter) {
  const Scan& scan = reporter.scan();
  std::vector<Scan::Index> told;
  for (const MistakenTerm& one : mistaken_terms(scan, term_buffers_)) {
    if (std::ranges::binary_search(confused_, one.token) || own_words_.accept(scan, one.token))
      continue;
    std::string right(scan.reading().lexicon[one.meant].text);
    Finding& finding = reporter.report(Rule::confused_word, one.token, one.token,
                                       quoted(scan.text(one.token)) +
                                           " is a word, but this article often writes " +
                                           quoted(right) + "; perhaps that was meant");
    if (in_story(scan)) finding.severity = findings::Severity::suggestion;
    reporter.suggest(finding, one.token, one.token, std::move(right), false);
    told.push_back(one.token);
  }
  confused_.insert(confused_.end(), told.begin(), told.end());
  std::ranges::sort(confused_);
}

// "the skim around the eyes", where "skin" fits.
void SpellingCheck::report_misfits(Reporter& reporter) {
  const Scan& scan = reporter.scan();
  for (const Misfits::Misfit& one : misfits_.found()) {
    if (std::ranges::binary_search(confused_, one.token) || own_words_.accept(scan, one.token))
      continue;
    const bool capital = scan.token(one.token).shape == sentences::Shape::capitalised;
    std::string right = capital ? base::capitalised(one.meant) : std::string(one.meant);
    Finding& finding = reporter.report(
        Rule::confused_word, one.token, one.token,
        quoted(scan.text(one.token)) + " is a word, but seldom stands between such neighbors, as " +
            quoted(right) + " does; perhaps that was meant");
    if (!one.sure || in_story(scan)) finding.severity = findings::Severity::suggestion;
    reporter.suggest(finding, one.token, one.token, std::move(right), false);
  }
}

// Stories keep to the spellings of their time and their house.
void SpellingCheck::soften_in_story(const Scan& scan, ArticleResult& result) {
  for (Finding& finding : result.findings) {
    const bool is_of_time = finding.rule == info(Rule::split_compound).id ||
                            (!fixed_ && finding.rule == info(Rule::dialect).id);
    if (is_of_time && in_story(scan)) finding.severity = findings::Severity::suggestion;
  }
}

// Whether the article tells a story, where words stand beside words of every kind.
bool SpellingCheck::in_story(const Scan& scan) {
  if (story_ == Story::open) story_ = tells_story(scan) ? Story::yes : Story::no;
  return story_ == Story::yes;
}

void SpellingCheck::complete(const lexicon::Reading& reading, Finding& finding) {
  if (finding.rule != info(Rule::unknown_word).id) return;
  unknown_.complete(Scan(reading), suggestions_, finding);
  const auto has_apostrophe = [](const std::string& text) { return text.contains('\''); };
  if (std::ranges::none_of(finding.suggestions, has_apostrophe)) return;
  if (curly_ == Curly::open)
    curly_ = findings::has_curly_apostrophe(reading.source.bytes) ? Curly::yes : Curly::no;
  adopt_apostrophes(curly_ == Curly::yes, finding);
}

}  // namespace

std::unique_ptr<Check> make_spelling(const Spelling& shared) {
  return std::make_unique<SpellingCheck>(shared);
}

}  // namespace linter::checks::spelling
