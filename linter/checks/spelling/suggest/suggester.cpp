#include "linter/checks/spelling/suggest/suggester.h"

#include <algorithm>
#include <cmath>
#include <mutex>
#include <unordered_map>

#include "linter/base/utf8.h"
#include "linter/checks/spelling/suggest/edit_cost.h"
#include "linter/checks/spelling/suggest/known_slips.h"
#include "linter/checks/spelling/suggest/near_words.h"
#include "linter/lexicon/case_form.h"
#include "linter/lexicon/sound.h"

namespace linter::checks::spelling {
namespace {

using lexicon::Form;
using lexicon::WordIndex;
using lexicon::WordSet;

// The terms of a candidate's score, beside what its edits cost.
namespace score {
constexpr int first_letter_differs = -168;
constexpr int same_sound = 127;
constexpr int capitalised = -122;
constexpr int split = -585;
constexpr int known_slip = 2000;
constexpr int listed = 115;  // a word of a domain list, as a word of SCOWL size 50
constexpr int in_document = 200;
constexpr int in_document_cap = 500;
constexpr int document_term = 700;  // the document's own word, begun like the error
constexpr int worst = -2600;        // below this nothing is worth showing
}  // namespace score

constexpr std::size_t longest_word = 63;

int tier_score(std::uint8_t tier) {
  switch (tier) {
    case 10:
      return 391;
    case 20:
      return 307;
    case 35:
      return 212;
    case 40:
      return 158;
    case 50:
      return 115;
    case 55:
      return 90;
    case 60:
      return 64;
    default:
      return 0;
  }
}

struct Question {
  std::string folded;     // the error without capitals and "'s"
  std::string_view tail;  // "'s" or nothing
  Form form = Form::lower;
  std::uint32_t sound = 0;
};

Question ask(std::string_view word) {
  Question question;
  if (word.size() > 3 && (word.ends_with("'s") || word.ends_with("'S"))) {
    question.tail = word.substr(word.size() - 2);
    word.remove_suffix(2);
  }
  question.form = lexicon::form_of(word);
  question.folded = base::lower(word);
  question.sound = lexicon::sound_key(question.folded);
  return question;
}

std::string upper(std::string_view word) {
  std::string out;
  for (std::size_t at = 0; at < word.size();) {
    const base::CodePoint point = base::decode(word, at);
    base::append_utf8(out, base::to_upper(point.value));
    at += point.length;
  }
  return out;
}

// `word` in the capitals of the error.
std::string dressed(const Question& question, const std::string& word) {
  std::string out = word;
  if (question.form == Form::upper) out = upper(word);
  if (question.form == Form::capitalised && lexicon::form_of(word) == Form::lower)
    out = base::capitalised(word);
  return out.append(question.tail);
}

// Candidates by text, each with its best score.
class Ranking {
 public:
  void add(std::string text, int points) {
    const auto [place, added] = best_.try_emplace(std::move(text), points);
    if (!added) place->second = std::max(place->second, points);
  }
  [[nodiscard]] std::vector<Suggestion> take(std::size_t limit) const {
    std::vector<Suggestion> all;
    for (const auto& [text, points] : best_) {
      if (points >= score::worst) all.push_back({text, points});
    }
    std::ranges::sort(all, [](const Suggestion& a, const Suggestion& b) {
      return a.score != b.score ? a.score > b.score : a.text < b.text;
    });
    if (all.size() > limit) all.resize(limit);
    return all;
  }

 private:
  std::unordered_map<std::string, int> best_;
};

}  // namespace

struct Suggester::State {
  const lexicon::Vocabulary* vocabulary;
  mutable std::once_flag once;
  mutable std::vector<std::string> listed;  // folded words of the lists, sorted
  mutable std::vector<std::uint8_t> listed_shared;
  mutable std::unordered_map<std::string, std::string>
      written;  // of listed words that are not lower-case

  void index_lists() const;
  [[nodiscard]] int word_score(const Question& question, std::string_view folded, int bonus) const;
  void add_from_set(const Question& question, Ranking& ranking) const;
  void add_from_lists(const Question& question, Ranking& ranking) const;
  void add_from_document(const Question& question, std::span<const DocumentWord> document,
                         Ranking& ranking) const;
  void add_splits(const Question& question, Ranking& ranking) const;
};

void Suggester::State::index_lists() const {
  for (const lexicon::WordList& list : vocabulary->lists()) {
    for (const std::string& word : list.words) {
      listed.push_back(base::lower(word));
      if (listed.back() != word) written.try_emplace(listed.back(), word);
    }
  }
  std::ranges::sort(listed);
  const auto repeated = std::ranges::unique(listed);
  listed.erase(repeated.begin(), repeated.end());
  listed_shared = shared_prefixes(listed);
}

int Suggester::State::word_score(const Question& question, std::string_view folded,
                                 int bonus) const {
  constexpr int limit = 4000;
  int points = bonus - edit_cost(question.folded, folded, limit);
  if (folded.front() != question.folded.front()) points += score::first_letter_differs;
  if (lexicon::sound_key(folded) == question.sound) points += score::same_sound;
  return points;
}

void Suggester::State::add_from_set(const Question& question, Ranking& ranking) const {
  const WordSet* set = vocabulary->words();
  if (set == nullptr) return;
  const auto consider = [&](WordIndex index) {
    if (set->offensive(index)) return;
    const std::string_view folded = set->text(index);
    if (folded == question.folded && question.form == Form::lower &&
        has(set->forms(index), Form::lower))
      return;
    int bonus = tier_score(set->tier(index));
    const bool lower = has(set->forms(index), Form::lower);
    if (!lower) bonus += score::capitalised;
    ranking.add(dressed(question, set->written(index)), word_score(question, folded, bonus));
  };
  const std::size_t letters = question.folded.size();
  const unsigned widest = letters <= 5 ? 2 : letters <= 8 ? 3 : max_distance;
  std::vector<Near> near;
  for (unsigned distance = 2; distance <= widest; ++distance) {
    near.clear();
    find_near(*set, question.folded, distance, near);
    if (near.size() >= 4) break;
  }
  for (const Near& one : near) consider(one.index);
  for (const WordIndex index : set->sounding_like(question.sound)) {
    const std::size_t size = set->text(index).size();
    if (size + 5 >= letters && size <= letters + 5) consider(index);
  }
}

void Suggester::State::add_from_lists(const Question& question, Ranking& ranking) const {
  if (vocabulary->lists().empty()) return;
  std::call_once(once, [this] { index_lists(); });
  const std::size_t letters = question.folded.size();
  std::vector<Near> near;
  find_near(listed, listed_shared, question.folded,
            letters <= 5   ? 2
            : letters <= 8 ? 3
                           : max_distance,
            near);
  for (const Near& one : near) {
    const std::string& folded = listed[one.index];
    const auto as_written = written.find(folded);
    const int points = word_score(question, folded, score::listed);
    ranking.add(dressed(question, as_written == written.end() ? folded : as_written->second),
                points);
  }
}

void Suggester::State::add_from_document(const Question& question,
                                         std::span<const DocumentWord> document,
                                         Ranking& ranking) const {
  constexpr std::uint32_t frequent = 3;
  constexpr std::size_t shared_letters = 5;
  for (const DocumentWord& one : document) {
    if (one.count < frequent || one.word == question.folded || one.word.size() < 3) continue;
    const auto [end, other] = std::ranges::mismatch(question.folded, one.word);
    const auto shared = static_cast<std::size_t>(end - question.folded.begin());
    const bool begun_alike = shared >= shared_letters && 2 * shared >= question.folded.size();
    const lexicon::WordFacts facts = vocabulary->look_up(one.word);
    int bonus = facts.listed ? score::listed : tier_score(facts.tier);
    bonus += std::min(score::in_document_cap,
                      score::in_document +
                          static_cast<int>(50.0 * std::log2(static_cast<double>(one.count) / 3.0)));
    if (begun_alike && (!one.known || facts.listed)) bonus += score::document_term;
    const int points = word_score(question, one.word, bonus);
    // a frequent word that has little in common with the error is not what was meant
    const int worst = begun_alike ? score::worst : -static_cast<int>(90 * question.folded.size());
    if (points > worst) ranking.add(dressed(question, std::string(one.word)), points);
  }
}

void Suggester::State::add_splits(const Question& question, Ranking& ranking) const {
  const std::string& word = question.folded;
  const auto part_tier = [&](std::string_view part) -> std::uint8_t {
    if (part.size() == 1) return part == "a" || part == "i" ? 10 : 99;
    const lexicon::WordFacts facts = vocabulary->look_up(part);
    return facts.accepted && facts.tier > 0 ? facts.tier : 99;
  };
  for (std::size_t at = 1; at < word.size(); ++at) {
    if ((static_cast<unsigned char>(word[at]) & 0xC0U) == 0x80U) continue;
    const std::uint8_t tier = std::max(part_tier(std::string_view(word).substr(0, at)),
                                       part_tier(std::string_view(word).substr(at)));
    if (tier > 60) continue;
    ranking.add(dressed(question, word.substr(0, at) + " " + word.substr(at)),
                score::split + tier_score(tier));
  }
}

Suggester::Suggester(const lexicon::Vocabulary& vocabulary) : state_(std::make_unique<State>()) {
  state_->vocabulary = &vocabulary;
}
Suggester::Suggester(Suggester&&) noexcept = default;
Suggester& Suggester::operator=(Suggester&&) noexcept = default;
Suggester::~Suggester() = default;

std::vector<Suggestion> Suggester::suggest(std::string_view word,
                                           std::span<const DocumentWord> document,
                                           std::size_t limit) const {
  const Question question = ask(word);
  if (question.folded.empty() || question.folded.size() > longest_word) return {};
  Ranking ranking;
  for (const std::string_view meant : known_slip(question.folded)) {
    ranking.add(dressed(question, std::string(meant)), score::known_slip);
  }
  state_->add_from_set(question, ranking);
  state_->add_from_lists(question, ranking);
  state_->add_from_document(question, document, ranking);
  state_->add_splits(question, ranking);
  return ranking.take(limit);
}

bool Suggester::is_near_common(std::string_view folded, std::uint8_t tier) const {
  const WordSet* set = state_->vocabulary->words();
  if (set == nullptr) return false;
  std::vector<Near> near;
  find_near(*set, folded, 1, near);
  return std::ranges::any_of(near, [&](const Near& one) {
    return set->tier(one.index) > 0 && set->tier(one.index) <= tier &&
           has(set->forms(one.index), Form::lower);
  });
}

}  // namespace linter::checks::spelling
