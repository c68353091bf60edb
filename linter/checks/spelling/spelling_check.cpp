#include <algorithm>
#include <unordered_map>
#include <utility>

#include "linter/base/names.h"
#include "linter/base/utf8.h"
#include "linter/checks/spelling/apostrophes.h"
#include "linter/checks/spelling/capitals.h"
#include "linter/checks/spelling/compounds.h"
#include "linter/checks/spelling/dialect.h"
#include "linter/checks/spelling/doubled.h"
#include "linter/checks/spelling/rules.h"
#include "linter/checks/spelling/silences.h"
#include "linter/checks/spelling/spelling.h"
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
  };
  WordId folded = 0;
  std::uint16_t flags = 0;
};

struct DialectPlace {
  Scan::Index token;
  DialectFacts facts;
};

std::string quoted(std::string_view text) {
  return "\"" + std::string(base::shortened(text)) + "\"";
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

 private:
  void begin(const lexicon::Reading& reading);
  const WordMemo& memo_of(const Scan& scan, Scan::Index i);
  void visit(const Scan& scan, Scan::Index i, const WordMemo& memo);
  [[nodiscard]] bool accepted_here(const Scan& scan, Scan::Index i) const;

  void judge_unknown_words(const Scan& scan);
  // The sure slips, which no reason silences; true when one was reported.
  bool report_slip(const Scan& scan, const UnknownWord& word, Scan::Index i);
  bool report_glued(const Scan& scan, Scan::Index i);
  void report_unknown(const Scan& scan, Scan::Index i);
  void report_dialect(const Scan& scan);
  void report_compound(const Scan& scan, Scan::Index i);
  void report_hyphen(const Scan& scan, Scan::Index i);
  void report_joined(const Scan& scan, Scan::Index first, Scan::Index last, std::string joined);
  void report_doubled(const Scan& scan, Scan::Index i);

  // A finding over tokens first to last, both included.
  Finding& report(const Scan& scan, Rule rule, Scan::Index first, Scan::Index last,
                  std::string message);
  void suggest(const Scan& scan, Finding& finding, Scan::Index first, Scan::Index last,
               std::string replacement, bool sure);
  [[nodiscard]] const std::vector<DocumentWord>& document_words(const lexicon::Reading& reading);
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
  std::vector<DocumentWord> document_;
  std::unordered_map<std::string_view, std::vector<Suggestion>> suggested_;  // keys in the view
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

const WordMemo& SpellingCheck::memo_of(const Scan& scan, Scan::Index i) {
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
      if (english_ && i > 0 && scan.mark_after(i - 1) == "-") report_hyphen(scan, i - 1);
      continue;
    }
    const WordMemo& memo = memo_of(scan, i);
    if (memo.folded + 1 == before && scan.are_neighbours(i - 1)) report_doubled(scan, i - 1);
    before = memo.folded + 1;
    if (memo.flags != WordMemo::computed) visit(scan, i, memo);
  }
  judge_unknown_words(scan);
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
      if (english_ && report_glued(scan, i)) continue;
      report_unknown(scan, i);
    }
  }
}

bool SpellingCheck::report_slip(const Scan& scan, const UnknownWord& word, Scan::Index i) {
  const std::string_view text = scan.text(i);
  if (scan.token(i).shape != Shape::upper && word.named == 0) {
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

void SpellingCheck::report_unknown(const Scan& scan, Scan::Index i) {
  const Finding& finding =
      report(scan, Rule::unknown_word, i, i,
             quoted(scan.text(i)) +
                 " is in no dictionary or word list; correct it, or add it to the project's words "
                 "if it is right");
  open_.emplace(finding.location.span.begin, i);
}

void SpellingCheck::report_dialect(const Scan& scan) {
  if (dialectal_.empty()) return;
  std::uint32_t american = 0;
  std::uint32_t british = 0;
  for (const DialectPlace& place : dialectal_) {
    american += place.facts.american ? 1 : 0;
    british += place.facts.british ? 1 : 0;
  }
  const English english =
      fixed_.value_or(british > american ? English::british : English::american);
  const auto witness = std::ranges::find_if(dialectal_, [&](const DialectPlace& place) {
    return english == English::american ? place.facts.american : place.facts.british;
  });
  for (const DialectPlace& place : dialectal_) {
    if (!departs(place.facts, english)) continue;
    const Scan::Index i = place.token;
    std::string right = place.facts.other;
    if (scan.folded(i).ends_with("'s")) right += "'s";
    if (scan.token(i).shape == Shape::capitalised) right = base::capitalised(right);
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
  const base::Span span{scan.token(first).text.begin, scan.token(last).text.end};
  finding.suggestions.push_back(std::move(replacement));
  finding.safe_fix = sure && scan.reading().article.is_verbatim(span) &&
                     !prose::has(scan.block_of(first).scopes, prose::Scope::quote);
}

const std::vector<DocumentWord>& SpellingCheck::document_words(const lexicon::Reading& reading) {
  if (!document_.empty()) return document_;
  std::unordered_map<WordId, std::uint32_t> counts;
  for (const sentences::Token& token : reading.text.tokens) {
    if (token.kind == sentences::TokenKind::word) ++counts[reading.lexicon[token.word].folded];
  }
  constexpr std::uint32_t frequent = 3;
  for (const auto& [id, count] : counts) {
    if (count >= frequent)
      document_.push_back({reading.lexicon[id].text, count, reading.lexicon.accepts(id)});
  }
  std::ranges::sort(document_, {}, &DocumentWord::word);
  return document_;
}

const std::vector<Suggestion>& SpellingCheck::suggestions_of(const lexicon::Reading& reading,
                                                             std::string_view word) {
  const auto [entry, added] = suggested_.try_emplace(word);
  if (added) entry->second = shared_.suggester().suggest(word, document_words(reading));
  return entry->second;
}

void SpellingCheck::complete(const lexicon::Reading& reading, Finding& finding) {
  if (finding.rule != info(Rule::unknown_word).id) return;
  const auto found = open_.find(finding.location.span.begin);
  if (found == open_.end() || !finding.suggestions.empty()) return;
  const Scan scan(reading);
  const std::vector<Suggestion>& best = suggestions_of(reading, scan.text(found->second));
  for (const Suggestion& one : best) finding.suggestions.push_back(one.text);
  if (best.empty()) return;
  finding.message = quoted(scan.text(found->second)) +
                    " is in no dictionary or word list; perhaps " + quoted(best.front().text) +
                    " was meant, or add it to the project's words if it is right";
}

}  // namespace

std::unique_ptr<Check> make_spelling(const Spelling& shared) {
  return std::make_unique<SpellingCheck>(shared);
}

}  // namespace linter::checks::spelling
