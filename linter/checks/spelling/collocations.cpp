#include "linter/checks/spelling/collocations.h"

#include <algorithm>
#include <bitset>
#include <iterator>
#include <optional>
#include <span>
#include <utility>

#include "linter/checks/spelling/collocations_image.h"
#include "linter/lexicon/closed_words.h"

namespace linter::checks::spelling {
namespace {

using lexicon::PartOfSpeech;
using sentences::Shape;
using Word = CollocationsTable::Word;

constexpr std::uint8_t everyday = 20;

Word word_at(const Scan& scan, Scan::Index i, WordMemos& memos) {
  static const Word number = collocations_of_english().word_of("0");
  return scan.is_word(i) ? memos.of(scan, i).collocation : scan.is_number(i) ? number : Word{0};
}

// "your heal bone", "average flood glucose": after what a noun follows.
bool is_in_noun_phrase(const Scan& scan, Scan::Index i) {
  if (i == 0 || !scan.are_neighbours(i - 1)) return false;
  const lexicon::PosMask parts = scan.entry(i - 1).parts;
  return has(parts, PartOfSpeech::determiner) ||
         (has(parts, PartOfSpeech::adjective) && !has(parts, PartOfSpeech::adverb));
}

lexicon::PosMask parts_of(const Scan& scan, Word word) {
  const auto text = collocations_of_english().text_of(word);
  return scan.reading().lexicon.vocabulary().look_up(text).parts;
}

bool can_be_verb(lexicon::PosMask parts) {
  return has(parts, PartOfSpeech::verb) || has(parts, PartOfSpeech::finite_verb);
}

// "bones heal in", "it calms muscles": a verb in the place of a noun, unlike "your heal bone".
bool may_be_verb_here(const Scan& scan, const StrayWords::Stray& one) {
  const lexicon::PosMask parts = scan.entry(one.token).parts;
  const bool only_verb =
      can_be_verb(parts) && !has(parts, PartOfSpeech::noun) && !has(parts, PartOfSpeech::adjective);
  if (!only_verb || can_be_verb(parts_of(scan, one.meant))) return false;
  const bool noun_follows = one.beside > one.token;
  return !noun_follows || !is_in_noun_phrase(scan, one.token);
}

// Whether what follows may depend on a verb: "the boss of", unlike "the boss and", "the boss is".
bool may_govern_next(const Scan& scan, Scan::Index i) {
  using enum PartOfSpeech;
  if (!scan.are_neighbours(i)) return false;
  const lexicon::PosMask next = scan.entry(i + 1).parts;
  return !has(next, conjunction) && !has(next, auxiliary) && !has(next, modal) &&
         !has(next, relative);
}

std::uint8_t tier_of(const Scan& scan, Word word) {
  const auto text = collocations_of_english().text_of(word);
  return scan.reading().lexicon.vocabulary().look_up(text).tier;
}

// A word that has few neighbors there.
bool is_choosy(const Scan& scan, Word word, Companion::Place place) {
  constexpr std::uint8_t commonest = 35;
  constexpr std::size_t few = 16;
  const CollocationsTable& table = collocations_of_english();
  const std::uint8_t tier = tier_of(scan, word);
  const bool leads = place == Companion::Place::before || place == Companion::Place::after_of;
  return (tier == 0 || tier >= commonest) &&
         (leads ? table.followers(word) : table.leaders(word)) <= few;
}

struct Counts {
  std::uint32_t written = 0;
  std::uint32_t meant = 0;
};

// How often each of some numbers comes. Most that are asked of are none of them, which a bit tells.
class Tally {
 public:
  void add(std::uint32_t number) { rows_.push_back({number, 0}); }
  // Before anything is counted.
  void finish() {
    std::ranges::sort(rows_, {}, &Row::number);
    const auto repeated = std::ranges::unique(rows_, {}, &Row::number);
    rows_.erase(repeated.begin(), repeated.end());
    for (const Row& row : rows_) bits_.set(row.number % bits_.size());
  }
  void count(std::uint32_t number) {
    if (!bits_.test(number % bits_.size())) return;
    const auto row = std::ranges::lower_bound(rows_, number, {}, &Row::number);
    if (row != rows_.end() && row->number == number) ++row->count;
  }
  // Of one that was added.
  [[nodiscard]] std::uint32_t of(std::uint32_t number) const {
    return std::ranges::lower_bound(rows_, number, {}, &Row::number)->count;
  }

 private:
  struct Row {
    std::uint32_t number = 0;
    std::uint32_t count = 0;
  };

  std::vector<Row> rows_;
  std::bitset<1024> bits_;
};

// How often an article has the words that were found and those that may be meant; one pass over it,
// when that is first asked.
class Counter {
 public:
  Counter(const Scan& scan, WordMemos& memos, std::span<const StrayWords::Stray> found)
      : scan_(scan), memos_(memos), found_(found) {}

  Counts of(const StrayWords::Stray& one) {
    if (!counted_) count();
    return {written_.of(scan_.entry(one.token).folded), meant_.of(one.meant)};
  }

 private:
  void count() {
    counted_ = true;
    for (const StrayWords::Stray& one : found_) {
      written_.add(scan_.entry(one.token).folded);
      meant_.add(one.meant);
    }
    written_.finish();
    meant_.finish();
    for (Scan::Index i = 0; i < scan_.size(); ++i) {
      if (!scan_.is_word(i)) continue;
      const WordMemo& memo = memos_.of(scan_, i);
      written_.count(memo.folded);
      meant_.count(memo.collocation);
    }
  }

  const Scan& scan_;
  WordMemos& memos_;
  std::span<const StrayWords::Stray> found_;
  Tally written_;  // by folded word
  Tally meant_;    // by word of the collocations
  bool counted_ = false;
};

// How many words a word is known to stand with.
std::size_t company(Word word) {
  const CollocationsTable& table = collocations_of_english();
  return word == 0 ? 0 : table.followers(word) + table.leaders(word);
}

constexpr unsigned full_weight = 2;

// What a companion's word is worth: little from what stands with many, from an adverb, over "of" or
// "the", and in a list.
unsigned weight_of(const Scan& scan, const Companion& companion) {
  const bool of = companion.place == Companion::Place::before_of ||
                  companion.place == Companion::Place::after_of;
  const lexicon::PosMask parts = scan.entry(companion.token).parts;
  const bool adverb = has(parts, PartOfSpeech::adverb) && !has(parts, PartOfSpeech::noun) &&
                      !has(parts, PartOfSpeech::adjective);
  const bool little = of || adverb || companion.place == Companion::Place::listed ||
                      companion.over_determiner ||
                      lexicon::closed_class(scan.folded(companion.token));
  return little ? 1 : full_weight;
}

// Whether a word stands where no verb does and the other one may: a noun or an adjective.
bool may_take_place(const Scan& scan, const StrayWords::Stray& one) {
  const lexicon::PosMask parts = scan.entry(one.token).parts;
  if (has(parts, PartOfSpeech::adverb)) return false;
  const bool within = one.beside > one.token && is_in_noun_phrase(scan, one.token);
  const bool governs =
      has(parts, PartOfSpeech::finite_verb) && may_govern_next(scan, one.token) && !within;
  if (governs) return false;
  return has(parts, PartOfSpeech::noun) || has(parts, PartOfSpeech::adjective) || within;
}

// Whether an everyday word is hardly meant: what asks for the other has few others, or the other
// has much company and this one next to none, or the article has the other often and this one here
// alone.
bool is_strange(const Scan& scan, const StrayWords::Stray& one, const Counts& counts,
                WordMemos& memos) {
  constexpr std::uint32_t often = 3;
  constexpr std::size_t much = 8;
  if (!may_take_place(scan, one)) return false;
  const std::size_t own = company(word_at(scan, one.token, memos));
  const std::size_t other = company(one.meant);
  return (counts.meant > 0 && other >= much && own * much <= other) ||
         is_choosy(scan, word_at(scan, one.beside, memos), one.place) ||
         (counts.written == 1 && counts.meant >= often);
}

// A word that no list of a trade has.
bool is_of_dictionary(const Scan& scan, Scan::Index i) {
  const lexicon::WordFacts facts = scan.reading().lexicon.vocabulary().look_up(scan.folded(i));
  return facts.accepted && !facts.listed;
}

// Whether a word beside one that asks for another is hardly meant: the rarer it is and the more
// like the other, the less its company has to say.
bool is_hardly_meant(const Scan& scan, const StrayWords::Stray& one, WordMemos& memos,
                     Counter& counter) {
  constexpr std::uint8_t rare = 50;
  constexpr std::uint32_t often = 3;
  const std::uint8_t tier = scan.entry(one.token).tier;
  const bool slip = one.likeness == Likeness::slip;
  if (slip && one.weight >= 2 * full_weight) return true;
  if (may_be_verb_here(scan, one)) return false;
  const Counts counts = counter.of(one);
  if (one.weight < full_weight && (!slip || tier < rare)) {
    // said by little, of an article that has the other word, in the place of one that stands alone
    return slip && tier > everyday && counts.meant > 0 && counts.written == 1 &&
           company(word_at(scan, one.token, memos)) == 0 &&
           !lexicon::closed_class(scan.folded(one.beside));
  }
  if (counts.written >= often && counts.meant < counts.written && tier < rare) return false;
  if (!slip)
    return one.weight >= 2 * full_weight || (one.likeness == Likeness::sound && tier >= rare);
  return tier > everyday || is_strange(scan, one, counts, memos);
}

}  // namespace

const CollocationsTable& collocations_of_english() {
  static const CollocationsTable table = [] {
    base::ImageReader image(collocations_image());
    return CollocationsTable(image);
  }();
  return table;
}

void StrayWords::begin(const lexicon::Lexicon& lexicon) {
  found_.clear();
  if (generation_ == lexicon.generation() && !alike_.empty()) return;
  alike_of_.clear();
  alike_.assign(1, {});
  generation_ = lexicon.generation();
}

const StrayWords::Alike& StrayWords::alike(const Scan& scan, Scan::Index i) {
  const lexicon::WordId id = scan.entry(i).folded;
  if (id >= alike_of_.size()) alike_of_.resize(scan.reading().lexicon.size());
  if (alike_of_[id] != 0) return alike_[alike_of_[id] - 1];
  constexpr std::size_t shortest = 3;
  const CollocationsTable& table = collocations_of_english();
  const std::string_view folded = scan.folded(i);
  Alike found;
  if (folded.size() >= shortest && scan.entry(i).tier > 0 && !lexicon::closed_class(folded))
    found.words = table.near(stem_of(folded));
  std::erase_if(found.words, [&](const CollocationsTable::Near& one) {
    return lexicon::closed_class(table.text_of(one.word)).has_value();
  });
  for (const CollocationsTable::Near& one : found.words) {
    const CollocationsTable::Company company = table.company(one.word);
    found.company.before |= company.before;
    found.company.after |= company.after;
    found.company.listed |= company.listed;
  }
  alike_of_[id] = 1;
  if (!found.words.empty()) {
    alike_.push_back(std::move(found));
    alike_of_[id] = static_cast<std::uint32_t>(alike_.size());
  }
  return alike_[alike_of_[id] - 1];
}

// Small letters, or the capital that begins a sentence.
bool StrayWords::is_plain(const Scan& scan, Scan::Index i) {
  const Shape shape = scan.token(i).shape;
  if (shape == Shape::lower) return true;
  return shape == Shape::capitalised && scan.are_neighbours(i) &&
         scan.token(i + 1).shape == Shape::lower && scan.sentence_of(i).first_token == i;
}

bool StrayWords::look(const Scan& scan, Scan::Index i, WordMemos& memos) {
  const Alike& words = alike(scan, i);
  if (words.words.empty()) return false;
  if (is_plain(scan, i)) find(scan, i, words, memos);
  return true;
}

void StrayWords::find(const Scan& scan, Scan::Index i, const Alike& alike, WordMemos& memos) {
  const CollocationsTable& table = collocations_of_english();
  const Companions companions(scan, i);
  Stray best;
  for (const Companion& companion : companions) {
    const Word there = word_at(scan, companion.token, memos);
    if (there == 0 || !may_ask(alike.company, companion.place, there)) continue;
    for (const CollocationsTable::Near& one : alike.words) {
      if (!asks(table, companion.place, one.word, there)) continue;
      const unsigned weight = weight_of(scan, companion);
      if (best.weight == 0)
        best = {i, companion.token, companion.place, one.word, one.likeness, weight};
      else if (best.meant == one.word)
        best.weight += weight;
    }
  }
  if (best.weight == 0) return;
  const Word written = word_at(scan, i, memos);
  for (const Companion& companion : companions) {
    if (admits(table, companion.place, written, word_at(scan, companion.token, memos))) return;
  }
  found_.push_back(best);
}

const std::vector<StrayWords::Stray>& StrayWords::settle(const Scan& scan, WordMemos& memos) {
  Counter counter(scan, memos, found_);
  std::vector<Stray> kept;
  std::ranges::copy_if(found_, std::back_inserter(kept), [&](const Stray& one) {
    return is_hardly_meant(scan, one, memos, counter) && is_of_dictionary(scan, one.token);
  });
  found_ = std::move(kept);
  return found_;
}

}  // namespace linter::checks::spelling
