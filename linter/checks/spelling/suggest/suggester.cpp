#include "linter/checks/spelling/suggest/suggester.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <functional>
#include <map>
#include <mutex>
#include <optional>
#include <ranges>
#include <unordered_map>
#include <utility>

#include "linter/base/utf8.h"
#include "linter/checks/spelling/apostrophes.h"
#include "linter/checks/spelling/suggest/known_slips.h"
#include "linter/checks/spelling/suggest/one_slip.h"
#include "linter/checks/spelling/suggest/pieces.h"
#include "linter/checks/spelling/suggest/question.h"
#include "linter/checks/spelling/suggest/ranking.h"
#include "linter/checks/spelling/suggest/scoring.h"
#include "linter/checks/spelling/well_known.h"
#include "linter/lexicon/closed_words.h"
#include "linter/lexicon/sound.h"

namespace linter::checks::spelling {
namespace {

using lexicon::Form;
using lexicon::WordIndex;
using lexicon::WordSet;

constexpr std::size_t longest_word = 63;
constexpr std::uint8_t no_tier = UINT8_MAX;

// How far a word of so many letters may be from what was meant.
unsigned widest_search(std::size_t letters) {
  constexpr std::size_t short_word = 3;
  constexpr std::size_t long_word = 8;
  if (letters <= short_word) return 2;
  return letters <= long_word ? 3 : lexicon::NearIndex::max_distance;
}

// Hands near words to `consider(one)`, the nearest first, which raise the bar for the others; as
// far away as it takes to find some that are good. `find(distance, near)` appends those within a
// distance.
template <class Near, class Find, class Consider>
void visit_near_words(std::string_view folded, Reach reach, const Ranking& ranking,
                      const Find& find, const Consider& consider) {
  constexpr std::size_t enough = 5;
  constexpr std::array<int, lexicon::NearIndex::max_distance + 1> good{0, 0, 0, 0, -250};
  // behind one so good, words that are farther away came first for none of 9,000 misspellings
  constexpr std::array<int, lexicon::NearIndex::max_distance + 1> sure{0, 0, 0, 300, 100};
  constexpr unsigned close = 2;
  const auto is_done = [&](unsigned distance) {
    return ranking.has(enough, good[distance]) || ranking.has(1, sure[distance]);
  };
  std::vector<Near> near;
  const auto search = [&](unsigned distance) {
    near.clear();
    find(distance, near);
    std::ranges::stable_sort(near, {}, &Near::distance);
  };
  search(close);
  for (const Near& one : near) consider(one);
  const unsigned widest = widest_search(folded.size());
  unsigned distance = close + 1;
  if (reach == Reach::close || widest <= close || is_done(distance)) return;
  search(widest);  // at once: nearly always the words in between are not good enough either
  for (const Near& one : near) {
    if (one.distance <= close) continue;
    if (one.distance > distance) {
      distance = one.distance;
      if (is_done(distance)) return;
    }
    consider(one);
  }
}

// So that a text is found without a string of its own.
struct TextHash {
  using is_transparent = void;
  std::size_t operator()(std::string_view text) const {
    return std::hash<std::string_view>()(text);
  }
};

struct NearListed {
  std::string_view folded;
  std::string_view written;  // empty: as folded
  unsigned distance = 0;
};

// What several indices of lists have found, as if they were one.
void join(std::vector<NearListed>& near) {
  std::ranges::stable_sort(near, {}, &NearListed::folded);
  std::size_t kept = 0;
  for (const NearListed& one : near) {
    if (kept == 0 || near[kept - 1].folded != one.folded) {
      near[kept++] = one;
    } else if (near[kept - 1].written.empty()) {
      near[kept - 1].written = one.written;
    }
  }
  near.resize(kept);
}

}  // namespace

struct SuggestionMemory::Known {
  // Of a word of a document.
  struct Word {
    bool listed = false;
    std::uint8_t tier = 0;
    std::uint32_t sound = 0;
  };
  // What a word of the document is worth to its errors.
  struct Lent {
    std::string_view word;
    bool often = false;     // else only for an error that it begins like
    bool own_term = false;  // no word of the language
    std::uint32_t sound = 0;
    int bonus = 0;
  };
  static constexpr std::size_t most_rankings = 4000;
  static constexpr std::size_t most_words = 20'000;

  // What does not depend on the document, by limit, dialect, reach and word.
  std::unordered_map<std::string, Ranking> rankings;
  std::unordered_map<std::string, Word, TextHash, std::equal_to<>> words;
  std::map<std::string, std::uint8_t, std::less<>> nearest_tiers;  // by folded word
  std::optional<std::vector<Lent>> lent;                           // in the document's order

  const Word& word(const lexicon::Vocabulary& vocabulary, std::string_view folded) {
    if (words.size() >= most_words) words.clear();
    const auto known = words.find(folded);
    if (known != words.end()) return known->second;
    const lexicon::WordFacts facts = vocabulary.look_up(folded);
    return words
        .emplace(folded, Word{facts.listed, facts.tier, lexicon::sound_key(folded)})
        .first->second;
  }
  std::span<const Lent> lent_by(std::span<const DocumentWord> document,
                                const lexicon::Vocabulary& vocabulary);
};

// Without a word set nothing tells frequent words but the document.
std::uint32_t frequent_count(const lexicon::Vocabulary& vocabulary) {
  return vocabulary.words() == nullptr ? 1 : 3;
}

// Of the words that stand seldom only terms are sought out.
std::span<const SuggestionMemory::Known::Lent> SuggestionMemory::Known::lent_by(
    std::span<const DocumentWord> document, const lexicon::Vocabulary& vocabulary) {
  if (lent) return *lent;
  constexpr std::size_t shortest = 3;
  constexpr std::size_t shortest_term = 8;
  lent.emplace();
  for (const DocumentWord& one : document) {
    const bool often = one.count >= (one.known ? frequent_count(vocabulary) : 3);
    if (one.word.size() < (often ? shortest : shortest_term) || (!often && !one.known)) continue;
    const Word& own = word(vocabulary, one.word);
    if (!often && !(own.listed && own.tier == 0)) continue;
    const int bonus = own.listed ? score::listed : tier_score(own.tier);
    const double times = static_cast<double>(one.count) / 3.0;
    const int by_count = score::in_document + static_cast<int>(50.0 * std::log2(times));
    lent->push_back({.word = one.word,
                     .often = often,
                     .own_term = !one.known || own.listed,
                     .sound = own.sound,
                     .bonus = bonus + std::clamp(by_count, 0, score::in_document_cap)});
  }
  return *lent;
}

struct Suggester::State {
  const lexicon::Vocabulary* vocabulary;
  ListedSource source;
  mutable std::once_flag once;
  mutable std::vector<ListedWords> listed;  // of each index of lists

  [[nodiscard]] std::span<const ListedWords> all_listed() const;
  // Whether `fits` says so of a listed word within one edit, by its number.
  template <class Fits>
  [[nodiscard]] bool has_listed_near(std::string_view folded, const Fits& fits) const {
    std::vector<lexicon::Near> near;
    return std::ranges::any_of(all_listed(), [&](const ListedWords& words) {
      near.clear();
      words.near().find(folded, 1, near);
      return std::ranges::any_of(near,
                                 [&](const lexicon::Near& one) { return fits(words, one.index); });
    });
  }
  void add_from_set(const Question& question, Reach reach, lexicon::NearPattern& pattern,
                    Ranking& ranking) const;
  void add_from_dictionary(const Question& question, Ranking& ranking) const;
  void add_from_lists(const Question& question, Reach reach, lexicon::NearPattern& pattern,
                      Ranking& ranking) const;
  void add_from_document(const Question& question, std::span<const DocumentWord> document,
                         Ranking& ranking, SuggestionMemory::Known& known) const;
};

std::span<const ListedWords> Suggester::State::all_listed() const {
  std::call_once(once, [this] {
    for (const lexicon::ListIndex& lists : vocabulary->lists())
      listed.push_back(source ? source(lists) : ListedWords(lists));
  });
  return listed;
}

// British writers may use -ize.
bool is_of(lexicon::Dialects dialects, lexicon::Dialect wanted) {
  using lexicon::Dialect;
  return dialects == 0 || has(dialects, wanted) ||
         (wanted == Dialect::british && has(dialects, Dialect::oxford)) ||
         (wanted == Dialect::australian && has(dialects, Dialect::british));
}

// Of a word that the dialect spells otherwise the other spelling; every other word itself.
WordIndex own_spelling(const WordSet& set, WordIndex word,
                       std::optional<lexicon::Dialect> dialect) {
  if (!dialect || is_of(set.dialects(word), *dialect)) return word;
  const std::optional<WordIndex> twin = set.counterpart(word);
  return twin && is_of(set.dialects(*twin), *dialect) ? *twin : word;
}

// What a usual slip is meant for, as the dialect spells it.
std::string meant_by_slip(const lexicon::Vocabulary& vocabulary, std::string_view meant,
                          std::optional<lexicon::Dialect> dialect) {
  const WordSet* set = vocabulary.words();
  const std::optional<WordIndex> index = set == nullptr ? std::nullopt : set->find(meant);
  return index && has(set->forms(*index), Form::lower)
             ? std::string(set->text(own_spelling(*set, *index, dialect)))
             : std::string(meant);
}

bool sounds_like(const Question& question, std::string_view folded) {
  return question.sound != 0 && lexicon::sound_key(folded) == question.sound;
}

void Suggester::State::add_from_set(const Question& question, Reach reach,
                                    lexicon::NearPattern& pattern, Ranking& ranking) const {
  const WordSet* set = vocabulary->words();
  if (set == nullptr) return add_from_dictionary(question, ranking);
  const std::span<const WordIndex> alike = set->sounding_like(question.sound);
  const auto consider = [&](WordIndex index, bool same_sound) {
    const WordIndex meant = own_spelling(*set, index, question.dialect);
    const bool has_own_twin = meant != index;
    if (set->offensive(index) || set->offensive(meant)) return;
    const std::string_view folded = set->text(index);
    if (is_withheld(folded)) return;
    const bool lower = has(set->forms(index), Form::lower);
    const bool as_written = folded == question.folded && question.form == Form::lower && lower;
    if (as_written && !has_own_twin) return;
    const int by_case = case_score(question, folded, lower);
    int bonus = tier_score(set->tier(meant)) + (lower ? 0 : score::capitalised) + by_case;
    if (!is_of(set->dialects(meant), question.dialect.value_or(lexicon::Dialect::american)))
      bonus += score::other_dialect;
    if (lexicon::closed_class(folded)) bonus += score::function_word;
    const int points = word_score(question, folded, same_sound, bonus, ranking.floor());
    if (points < ranking.floor()) return;
    ranking.add(dressed(question, set->written(meant)), points, points - by_case);
    if (!has_own_twin || as_written) return;
    const int other = points + score::other_spelling;
    ranking.add(dressed(question, set->written(index)), other, other - by_case);
  };
  for (const WordIndex index : alike) {
    const std::size_t size = set->text(index).size();
    if (size + 5 >= question.folded.size() && size <= question.folded.size() + 5)
      consider(index, true);
  }
  const auto find = [&](unsigned distance, std::vector<lexicon::Near>& near) {
    vocabulary->near_words()->find(pattern, distance, near);
  };
  const auto consider_near = [&](const lexicon::Near& one) {
    if (!std::ranges::binary_search(alike, one.index)) consider(one.index, false);
  };
  visit_near_words<lexicon::Near>(question.folded, reach, ranking, find, consider_near);
}

// Where there is no word set, every word one slip away is put to the dictionary.
void Suggester::State::add_from_dictionary(const Question& question, Ranking& ranking) const {
  visit_one_slip(question.folded, [&](const std::string& text) {
    for (const std::string& form : {text, base::capitalised(text)}) {
      if (!vocabulary->accepts(form)) continue;
      ranking.add(dressed(question, form),
                  word_score(question, text, sounds_like(question, text),
                             form == text ? 0 : score::capitalised, ranking.floor()));
      return;
    }
  });
}

void Suggester::State::add_from_lists(const Question& question, Reach reach,
                                      lexicon::NearPattern& pattern, Ranking& ranking) const {
  if (vocabulary->lists().empty()) return;
  const std::span<const ListedWords> all = all_listed();
  std::vector<lexicon::Near> found;
  const auto find = [&](unsigned distance, std::vector<NearListed>& near) {
    for (const ListedWords& words : all) {
      found.clear();
      words.near().find(pattern, distance, found);
      for (const lexicon::Near& one : found) {
        const std::string_view folded = words.folded(one.index);
        if (!folded.empty()) near.push_back({folded, words.written(one.index), one.distance});
      }
    }
    if (all.size() > 1) join(near);
  };
  visit_near_words<NearListed>(question.folded, reach, ranking, find, [&](const NearListed& one) {
    const bool lost = one.written.empty() && question.form == Form::capitalised;
    const int by_case = lost ? score::capital_lost : 0;
    const int points = word_score(question, one.folded, sounds_like(question, one.folded),
                                  score::listed + by_case, ranking.floor());
    ranking.add(dressed(question, std::string(one.written.empty() ? one.folded : one.written)),
                points, points - by_case);
  });
}

void Suggester::State::add_from_document(const Question& question,
                                         std::span<const DocumentWord> document, Ranking& ranking,
                                         SuggestionMemory::Known& known) const {
  const std::uint32_t frequent = frequent_count(*vocabulary);
  constexpr std::size_t shared_letters = 5;
  for (const SuggestionMemory::Known::Lent& one : known.lent_by(document, *vocabulary)) {
    const auto [end, other] = std::ranges::mismatch(question.folded, one.word);
    const auto shared = static_cast<std::size_t>(end - question.folded.begin());
    const bool begun_alike = shared >= shared_letters && 2 * shared >= question.folded.size();
    if ((!one.often && !begun_alike) || one.word == question.folded) continue;
    const int bonus = one.bonus + (begun_alike && one.own_term ? score::document_term : 0);
    const bool same_sound = question.sound != 0 && one.sound == question.sound;
    // a frequent word that has little in common with the error is not what was meant
    const int worst = begun_alike ? score::worst : -static_cast<int>(90 * question.folded.size());
    const int floor = std::max(ranking.floor(), worst + 1);
    const int points = word_score(question, one.word, same_sound, bonus, floor);
    if (points > worst) ranking.add(dressed(question, std::string(one.word)), points);
  }
  ranking.raise([&](std::string_view text) {
    const std::string folded = folded_error(text);
    const auto found = std::ranges::lower_bound(document, folded, {}, &DocumentWord::word);
    const bool there = found != document.end() && found->word == folded && found->known;
    if (!there || found->count >= frequent) return 0;
    return found->count == 1 ? score::once_in_document : score::twice_in_document;
  });
}

Suggester::Suggester(const lexicon::Vocabulary& vocabulary, ListedSource source)
    : state_(std::make_unique<State>()) {
  state_->vocabulary = &vocabulary;
  state_->source = std::move(source);
}
Suggester::Suggester(Suggester&&) noexcept = default;
Suggester& Suggester::operator=(Suggester&&) noexcept = default;
Suggester::~Suggester() = default;

SuggestionMemory::SuggestionMemory() : known_(std::make_unique<Known>()) {}
SuggestionMemory::SuggestionMemory(SuggestionMemory&&) noexcept = default;
SuggestionMemory& SuggestionMemory::operator=(SuggestionMemory&&) noexcept = default;
SuggestionMemory::~SuggestionMemory() = default;

void SuggestionMemory::begin_document() {
  known_->lent.reset();
}

// "non-persisitent": the first part that is no word, put right.
std::vector<Suggestion> Suggester::suggest_part(std::string_view word,
                                                std::span<const DocumentWord> document,
                                                std::size_t limit,
                                                std::optional<lexicon::Dialect> dialect) const {
  for (std::size_t begin = 0; begin < word.size();) {
    const std::size_t end = std::min(word.find('-', begin), word.size());
    const std::string_view part = word.substr(begin, end - begin);
    if (!part.empty() && !state_->vocabulary->accepts(part)) {
      std::vector<Suggestion> found = suggest(part, document, limit, dialect);
      for (Suggestion& one : found)
        one.text = std::string(word.substr(0, begin)).append(one.text).append(word.substr(end));
      return found;
    }
    begin = end + 1;
  }
  return {};
}

std::vector<Suggestion> Suggester::suggest(std::string_view word,
                                           std::span<const DocumentWord> document,
                                           std::size_t limit,
                                           std::optional<lexicon::Dialect> dialect,
                                           SuggestionMemory* memory, Reach reach) const {
  const Question question = ask(word, dialect);
  if (question.folded.empty() || question.folded.size() > longest_word) return {};
  const bool hyphened = word.find('-') != std::string_view::npos;
  const auto begin = [&] {
    Ranking ranking(limit, score::worst);
    if (const std::string_view meant = known_slip(question.folded); !meant.empty())
      ranking.add(dressed(question, meant_by_slip(*state_->vocabulary, meant, dialect)),
                  score::known_slip);
    if (const auto right = restored_apostrophe(question.folded);
        right && state_->vocabulary->is_english()) {
      ranking.add(dressed(question, *right), score::known_slip);
    }
    if (hyphened) {
      for (const Suggestion& one : suggest_part(word, document, limit, dialect))
        ranking.add(one.text, one.score + score::same_hyphen);
    }
    lexicon::NearPattern pattern(question.folded);
    state_->add_from_set(question, reach, pattern, ranking);
    state_->add_from_lists(question, reach, pattern, ranking);
    const auto add_rest = [&](const Question& rest, Ranking& meant) {
      lexicon::NearPattern own(rest.folded);
      state_->add_from_set(rest, reach, own, meant);
    };
    add_derived(*state_->vocabulary, question, add_rest, ranking);
    return ranking;
  };
  SuggestionMemory own;
  SuggestionMemory::Known& known = memory == nullptr ? *own.known_ : *memory->known_;
  const auto remembered = [&] {
    auto& rankings = known.rankings;
    if (rankings.size() >= SuggestionMemory::Known::most_rankings) rankings.clear();
    std::string key = std::to_string(limit) + ' ' +
                      std::to_string(dialect ? static_cast<int>(*dialect) : 0) +
                      (reach == Reach::close ? '~' : ' ');
    key += word;
    const auto found = rankings.find(key);
    return found != rankings.end() ? found->second
                                   : rankings.emplace(std::move(key), begin()).first->second;
  };
  // the parts of a word with hyphens are the document's affair
  Ranking ranking = hyphened ? begin() : remembered();
  state_->add_from_document(question, document, ranking, known);
  add_splits(*state_->vocabulary, question, ranking);
  add_without_repetition(*state_->vocabulary, question, ranking);
  return ranking.take(limit);
}

bool Suggester::is_slip_of_listed_name(std::string_view folded) const {
  return state_->has_listed_near(folded, [&](const ListedWords& words, std::uint32_t near) {
    return std::ranges::binary_search(words.names(), near) &&
           is_slip_of_name(folded, words.folded(near));
  });
}

bool Suggester::is_slip_of_listed_word(std::string_view folded) const {
  constexpr std::size_t shortest = 7;
  if (folded.size() < shortest) return false;
  const std::span<const lexicon::ListIndex> lists = state_->vocabulary->lists();
  return state_->has_listed_near(folded, [&](const ListedWords& words, std::uint32_t near) {
    const auto of = static_cast<std::size_t>(&words - state_->all_listed().data());
    return lists[of].has_any(words.folded(near), [&](std::string_view written) {
      return is_slip_of_name(folded, written);
    });
  });
}

std::string_view Suggester::name_with_inner_capital(std::string_view folded) const {
  const auto is_capital = [](char c) { return c >= 'A' && c <= 'Z'; };
  for (const ListedWords& words : state_->all_listed()) {
    const auto numbers = std::views::iota(std::size_t{0}, words.size());
    const auto found = std::ranges::lower_bound(
        numbers, folded, {}, [&](std::size_t number) { return words.folded(number); });
    if (found == numbers.end() || words.folded(*found) != folded) continue;
    const std::string_view written = words.written(*found);
    if (!written.empty() && std::ranges::any_of(written.substr(1), is_capital) &&
        !std::ranges::all_of(written, is_capital)) {
      return written;
    }
  }
  return {};
}

bool is_withheld(std::string_view folded) {
  constexpr auto withheld = std::to_array<std::string_view>(
      {"negress", "negro", "negroes", "negros", "retard", "retards"});
  return std::ranges::find(withheld, folded) != withheld.end();
}

bool is_usual_slip(std::string_view word) {
  return !known_slip(folded_error(word)).empty();
}

// The least SCOWL size of the lower-case words one edit away; no_tier where there is none.
std::uint8_t Suggester::nearest_tier(std::string_view folded) const {
  const WordSet* set = state_->vocabulary->words();
  if (set == nullptr) return no_tier;
  std::vector<lexicon::Near> near;
  state_->vocabulary->near_words()->find(folded, 1, near);
  std::uint8_t least = no_tier;
  for (const lexicon::Near& one : near) {
    const std::uint8_t tier = set->tier(one.index);
    if (tier > 0 && tier < least && has(set->forms(one.index), Form::lower)) least = tier;
  }
  return least;
}

bool Suggester::is_near_common(std::string_view folded, std::uint8_t tier,
                               SuggestionMemory* memory) const {
  if (memory == nullptr) return nearest_tier(folded) <= tier;
  auto& tiers = memory->known_->nearest_tiers;
  const auto known = tiers.find(folded);
  if (known != tiers.end()) return known->second <= tier;
  if (tiers.size() >= SuggestionMemory::Known::most_words) tiers.clear();
  return tiers.emplace(folded, nearest_tier(folded)).first->second <= tier;
}

}  // namespace linter::checks::spelling
