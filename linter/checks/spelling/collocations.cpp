#include "linter/checks/spelling/collocations.h"

#include <algorithm>
#include <optional>
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
  return memos.of(scan, i).collocation;
}

// The neighbor of token i with a space between.
std::optional<Scan::Index> beside(const Scan& scan, Scan::Index i, bool after) {
  if (after) return scan.are_neighbours(i) ? std::optional(i + 1) : std::nullopt;
  return i > 0 && scan.are_neighbours(i - 1) ? std::optional(i - 1) : std::nullopt;
}

// Whether the neighbor on one side asks for `meant` in the place of token i.
bool asks_for(const Scan& scan, Scan::Index i, Word meant, bool after, WordMemos& memos) {
  const auto other = beside(scan, i, after);
  if (!other) return false;
  const Word there = word_at(scan, *other, memos);
  const CollocationsTable& table = collocations_of_english();
  return after ? table.has(meant, there) : table.has(there, meant);
}

// Whether token i is at home beside one of its neighbors.
bool is_at_home(const Scan& scan, Scan::Index i, WordMemos& memos) {
  const Word word = word_at(scan, i, memos);
  const CollocationsTable& table = collocations_of_english();
  const auto before = beside(scan, i, false);
  const auto after = beside(scan, i, true);
  return word != 0 && ((before && table.allows(word_at(scan, *before, memos), word)) ||
                       (after && table.allows(word, word_at(scan, *after, memos))));
}

// "your heal bone", "average flood glucose": after what a noun follows.
bool is_in_noun_phrase(const Scan& scan, Scan::Index i) {
  const auto before = beside(scan, i, false);
  if (!before) return false;
  const lexicon::PosMask parts = scan.entry(*before).parts;
  return has(parts, PartOfSpeech::determiner) ||
         (has(parts, PartOfSpeech::adjective) && !has(parts, PartOfSpeech::adverb));
}

// "bones heal in", "it calms muscles": a verb in the place of one, unlike "your heal bone".
bool may_be_verb_here(const Scan& scan, Scan::Index i, bool noun_follows) {
  const lexicon::PosMask parts = scan.entry(i).parts;
  const bool only_verb =
      (has(parts, PartOfSpeech::verb) || has(parts, PartOfSpeech::finite_verb)) &&
      !has(parts, PartOfSpeech::noun) && !has(parts, PartOfSpeech::adjective);
  if (!only_verb) return false;
  return !noun_follows || !is_in_noun_phrase(scan, i);
}

std::uint8_t tier_of(const Scan& scan, Word word) {
  const auto text = collocations_of_english().text_of(word);
  return scan.reading().lexicon.vocabulary().look_up(text).tier;
}

// A word that has few neighbors on that side.
bool is_choosy(const Scan& scan, Word word, bool after) {
  constexpr std::uint8_t commonest = 35;
  constexpr std::size_t few = 16;
  const CollocationsTable& table = collocations_of_english();
  const std::uint8_t tier = tier_of(scan, word);
  return (tier == 0 || tier >= commonest) &&
         (after ? table.followers(word) : table.leaders(word)) <= few;
}

struct Counts {
  std::uint32_t written = 0;
  std::uint32_t meant = 0;
};

// How often the article has token i's word and the one that may be meant.
Counts count(const Scan& scan, Scan::Index i, Word meant, WordMemos& memos) {
  Counts counts;
  for (Scan::Index other = 0; other < scan.size(); ++other) {
    if (!scan.is_word(other)) continue;
    const WordMemo memo = memos.of(scan, other);
    counts.written += memo.folded == scan.entry(i).folded ? 1 : 0;
    counts.meant += memo.collocation == meant ? 1 : 0;
  }
  return counts;
}

// Whether a word beside one that asks for another is hardly meant: it is rare, or no verb and the
// neighbor has few others, or the article has the other often and this one here alone.
bool is_hardly_meant(const Scan& scan, const StrayWords::Stray& one, WordMemos& memos) {
  constexpr std::uint8_t rare = 50;
  constexpr std::uint32_t often = 3;
  const bool after = one.beside > one.token;
  const std::uint8_t tier = scan.entry(one.token).tier;
  if (may_be_verb_here(scan, one.token, after)) return false;
  const Counts counts = count(scan, one.token, one.meant, memos);
  if (counts.written >= often && counts.meant < counts.written && tier < rare) return false;
  if (tier > everyday) return true;
  const lexicon::PosMask parts = scan.entry(one.token).parts;
  const bool verb = has(parts, PartOfSpeech::finite_verb) && scan.are_neighbours(one.token);
  if ((verb && !(after && is_in_noun_phrase(scan, one.token))) ||
      has(parts, PartOfSpeech::adverb) || !has(parts, PartOfSpeech::noun))
    return false;
  return is_choosy(scan, word_at(scan, one.beside, memos), !after) ||
         (counts.written == 1 && counts.meant >= often);
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
  if (generation_ == lexicon.generation() && !near_.empty()) return;
  near_of_.clear();
  near_.assign(1, {});
  generation_ = lexicon.generation();
}

// What may be meant by a word of the dictionary that no list has.
const std::vector<Word>& StrayWords::near(const Scan& scan, Scan::Index i) {
  const lexicon::WordId id = scan.entry(i).folded;
  if (id >= near_of_.size()) near_of_.resize(scan.reading().lexicon.size());
  if (near_of_[id] != 0) return near_[near_of_[id] - 1];
  constexpr std::size_t shortest = 3;
  const std::string_view folded = scan.folded(i);
  const lexicon::WordFacts facts = scan.reading().lexicon.vocabulary().look_up(folded);
  std::vector<Word> words;
  if (folded.size() >= shortest && facts.accepted && !facts.listed && facts.tier > 0 &&
      !lexicon::closed_class(folded)) {
    words = collocations_of_english().near(stem_of(folded));
  }
  near_of_[id] = 1;
  if (!words.empty()) {
    near_.push_back(std::move(words));
    near_of_[id] = static_cast<std::uint32_t>(near_.size());
  }
  return near_[near_of_[id] - 1];
}

void StrayWords::look(const Scan& scan, Scan::Index i, WordMemos& memos) {
  for (const bool after : {false, true}) {
    if (const auto other = beside(scan, i, after)) look_at(scan, *other, i, memos);
  }
}

void StrayWords::look_at(const Scan& scan, Scan::Index i, Scan::Index beside_it, WordMemos& memos) {
  if (scan.token(i).shape != Shape::lower) return;
  const std::vector<Word>& words = near(scan, i);
  if (words.empty()) return;
  const bool after = beside_it > i;
  const auto meant =
      std::ranges::find_if(words, [&](Word word) { return asks_for(scan, i, word, after, memos); });
  if (meant == words.end() || is_at_home(scan, i, memos)) return;
  found_.push_back({i, beside_it, *meant});
}

const std::vector<StrayWords::Stray>& StrayWords::settle(const Scan& scan, WordMemos& memos) {
  std::erase_if(found_, [&](const Stray& one) {
    const bool other_side = one.beside < one.token;
    return !asks_for(scan, one.token, one.meant, other_side, memos) &&
           !is_hardly_meant(scan, one, memos);
  });
  std::ranges::sort(found_, {}, [](const Stray& one) { return std::pair(one.token, one.beside); });
  const auto rest = std::ranges::unique(found_, {}, &Stray::token);
  found_.erase(rest.begin(), rest.end());
  return found_;
}

}  // namespace linter::checks::spelling
