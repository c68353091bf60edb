// Terms of several words that an article writes in other capitals.
#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <vector>

#include "linter/base/utf8.h"
#include "linter/checks/policy/longer_names.h"
#include "linter/checks/policy/term_variants.h"
#include "linter/checks/policy/term_words.h"

namespace linter::checks::policy {
namespace {

using sentences::Sentence;
using sentences::Shape;
using std::string_view;

// Whether a sentence is running text, in which a capital says something.
bool is_running(const Terms& terms, const Sentence& sentence) {
  constexpr int least_words = 3;
  constexpr std::size_t least_letters = 4;
  int small = 0;
  int large = 0;
  int telling = 0;  // words in small letters that title case would have with a capital
  for (std::uint32_t at = sentence.first_token; at < sentence.end_token; ++at) {
    if (!terms.is_word(at)) continue;
    const bool is_lower = terms.token(at).shape == Shape::lower;
    ++(is_lower ? small : large);
    if (is_lower && terms.token(at).text.size() >= least_letters && !terms.is_small(at)) ++telling;
  }
  if (sentence.ending != sentences::Ending::none) return small >= least_words && small >= large;
  return small >= large && telling >= 2;
}

// Words in a row, as letters.
std::string sequence_of(const Terms& terms, std::uint32_t first, std::uint32_t behind) {
  std::string letters;
  for (std::uint32_t at = first; at < behind; ++at) {
    letters += terms.kind(at).folded;
    letters += ' ';
  }
  letters.pop_back();
  if (letters.ends_with('s') && !letters.ends_with("ss")) letters.pop_back();
  return letters;
}

// Names of houses: of several words, or of one that others write as several.
class HouseNames {
 public:
  explicit HouseNames(const Terms& terms) : terms_(terms) {}

  void find(const Sentence& sentence) {
    find_joined(sentence);
    if (!terms_.is_heading(sentence)) find_houses(sentence);
  }

  // Whether the words stand as one, too, with a capital: somebody's name.
  [[nodiscard]] bool is_joined(string_view letters) const {
    std::string word(letters);
    std::erase(word, ' ');
    const auto found = joined_.lower_bound(word);
    return found != joined_.end() && found->starts_with(word);
  }

  // Whether a house is called by the words and more: "Fern Code" of the "Fern Code Clinic".
  [[nodiscard]] bool begins_one(string_view letters) const {
    const auto found = houses_.upper_bound(letters);
    return found != houses_.end() && found->starts_with(std::string(letters) + ' ');
  }

 private:
  [[nodiscard]] bool is_lower(std::uint32_t at) const {
    return terms_.token(at).shape == Shape::lower;
  }

  // "BODYWRAPS UK", "BodyWraps": words that no dictionary has, and that are never small.
  void find_joined(const Sentence& sentence) {
    constexpr std::size_t least = 8;
    for (std::uint32_t at = sentence.first_token; at < sentence.end_token; ++at) {
      if (!terms_.is_word(at) || is_lower(at) || terms_.token(at).text.size() < least) continue;
      const WordKind& kind = terms_.kind(at);
      if (kind.tier == 0) joined_.insert(kind.folded);
    }
  }

  // "Fern Code Clinic": words with capitals in a row that end as names of houses do.
  void find_houses(const Sentence& sentence) {
    for (std::uint32_t at = sentence.first_token; at < sentence.end_token;) {
      std::uint32_t behind = at;
      while (behind < sentence.end_token && terms_.is_word(behind) && !is_lower(behind) &&
             (behind == at || terms_.follows(behind)))
        ++behind;
      const std::uint32_t first = behind > at && terms_.is_small(at) ? at + 1 : at;  // "The Fern …"
      if (behind > first + 2 && terms_.is_house(behind - 1))
        houses_.insert(sequence_of(terms_, first, behind));
      at = std::max(behind, at + 1);
    }
  }

  const Terms& terms_;
  std::set<string_view> joined_;  // folded
  std::set<std::string, std::less<>> houses_;
};

// "Anal Fissure" beside "anal fissure", "Anal fissure" beside either.
class PhraseCase {
 public:
  PhraseCase(const Terms& terms, const IgnoredTerms& ignored)
      : terms_(terms), ignored_(ignored), houses_(terms) {}

  void judge() {
    terms_.each_sentence([&](const Sentence& sentence) { find_large(sentence); });
    if (all_.empty()) return;
    for (const auto& [letters, uses] : all_)
      beginnings_.push_back(terms_.kind(uses.large.front().first).folded_id);
    std::ranges::sort(beginnings_);
    terms_.each_sentence([&](const Sentence& sentence) { find_others(sentence); });
    terms_.each_sentence([&](const Sentence& sentence) { houses_.find(sentence); });
    for (const auto& [letters, uses] : all_) {
      if (!ignored_.contains(letters)) report(letters, uses);
    }
  }

 private:
  struct Run {
    std::uint32_t first;
    std::uint32_t behind;
  };
  struct Uses {
    std::vector<Run> large;
    std::vector<Run> small;
    std::vector<Run> mixed;
    bool is_marked = false;  // with a trade mark's sign
  };

  [[nodiscard]] bool is_lower(std::uint32_t at) const {
    return terms_.token(at).shape == Shape::lower;
  }
  [[nodiscard]] bool has_capital(std::uint32_t at) const {
    using enum lexicon::PartOfSpeech;
    const bool names = terms_.can_be(at, noun) || terms_.can_be(at, adjective);
    const bool common =
        (names && !terms_.is_small(at)) || terms_.kind(at).tier == 0 || terms_.can_be(at, gerund);
    return terms_.token(at).shape == Shape::capitalised && common;
  }

  [[nodiscard]] bool begins_large(std::uint32_t at) const {
    return terms_.token(at).shape == Shape::capitalised && !terms_.is_small(at);
  }

  // "your Under Eye area"
  [[nodiscard]] bool is_preposition_within(const Sentence& sentence, std::uint32_t at,
                                           std::uint32_t first) const {
    return at == first && at != sentence.first_token &&
           terms_.token(at).shape == Shape::capitalised &&
           terms_.can_be(at, lexicon::PartOfSpeech::preposition);
  }

  // Two words in a row that are not in small letters.
  [[nodiscard]] bool has_run(const Sentence& sentence) const {
    bool last = false;
    for (std::uint32_t at = sentence.first_token; at < sentence.end_token; ++at) {
      const bool here = terms_.is_word(at) && !is_lower(at);
      if (here && last) return true;
      last = here;
    }
    return false;
  }

  void find_large(const Sentence& sentence) {
    if (!has_run(sentence)) return;
    find_marked(sentence);
    if (!is_running(terms_, sentence)) return;
    // "A Chemical Peel is quick"
    const bool small_first = terms_.is_small(sentence.first_token);
    for (std::uint32_t at = sentence.first_token + (small_first ? 1 : 0);
         at < sentence.end_token;) {
      // "PDO Thread Lifts"
      if (terms_.is_word(at) && terms_.token(at).shape == Shape::upper) {
        ++at;
        continue;
      }
      std::uint32_t behind = at;
      while (behind < sentence.end_token && terms_.is_word(behind) && !is_lower(behind) &&
             (behind == at || terms_.follows(behind)))
        ++behind;
      const std::uint32_t length = behind - at;
      bool common = length >= 2 && length <= most_words;
      for (std::uint32_t each = at; common && each < behind; ++each)
        common = has_capital(each) || (length >= words_of_name && begins_large(each)) ||
                 is_preposition_within(sentence, each, at);
      if (common && is_within(sentence, {at, behind}) && !is_label(sentence, at, behind) &&
          !is_of_house(sentence, {at, behind}) &&
          !is_part_of_title(terms_.reading(), sentence.block, span_of({at, behind})))
        add_large(sentence, {at, behind});
      at = std::max(behind, at + 1);
    }
  }

  // "Velorize Peel®": words that a trade mark's sign makes a name, wherever they stand.
  void find_marked(const Sentence& sentence) {
    for (std::uint32_t at = sentence.first_token + 2; at < sentence.end_token; ++at) {
      if (terms_.is_word(at) || (terms_.text(at) != "®" && terms_.text(at) != "™")) continue;
      std::uint32_t first = at;
      while (first > sentence.first_token && terms_.is_word(first - 1) && begins_large(first - 1))
        --first;
      if (at < first + 2) continue;
      Uses& uses = all_[sequence_of(terms_, first, at)];
      uses.large.push_back({first, at});
      uses.is_marked = true;
    }
  }

  // Whether the sentence goes on around the words: with a word of its own, or as a list does.
  [[nodiscard]] bool is_within(const Sentence& sentence, Run run) const {
    const bool begins = run.first == sentence.first_token;
    const bool ends = run.behind == sentence.end_token;
    if (!begins && terms_.follows(run.first) && is_lower(run.first - 1)) return true;
    if (!ends && terms_.follows(run.behind)) return true;
    const auto is_any_of = [&](std::uint32_t at, string_view marks) {
      return terms_.token(at).text.size() == 1 && marks.contains(terms_.text(at));
    };
    return !begins && !ends && is_any_of(run.first - 1, ",:") && is_any_of(run.behind, ",.");
  }

  // "LIVIA Med Spa": letters that name a house, which are no abbreviation of a treatment.
  [[nodiscard]] bool is_of_house(const Sentence& sentence, Run run) const {
    return run.first > sentence.first_token && terms_.follows(run.first) &&
           !is_lower(run.first - 1) && terms_.is_house(run.behind - 1);
  }

  [[nodiscard]] base::Span span_of(Run run) const {
    return {terms_.token(run.first).text.begin, terms_.token(run.behind - 1).text.end};
  }

  // "Softer Skin: the gel …", "Softer Skin Softer skin is …": what was a line of its own.
  [[nodiscard]] bool is_label(const Sentence& sentence, std::uint32_t first,
                              std::uint32_t behind) const {
    constexpr std::uint32_t reach = 4;
    for (std::uint32_t at = behind; at < sentence.end_token && at <= behind + reach; ++at) {
      if (terms_.text(at) == ":") return true;  // "Softer Skin and Hair: the gel …"
      if (!terms_.is_word(at) || (is_lower(at) && !terms_.is_small(at))) break;
    }
    return is_repeated(sentence, first, behind);
  }

  // Whether the same words stand right behind.
  [[nodiscard]] bool is_repeated(const Sentence& sentence, std::uint32_t first,
                                 std::uint32_t behind) const {
    const std::uint32_t length = behind - first;
    if (behind + length > sentence.end_token) return false;
    for (std::uint32_t at = first; at < behind; ++at) {
      if (!terms_.is_word(at + length) ||
          terms_.kind(at).folded_id != terms_.kind(at + length).folded_id)
        return false;
    }
    return true;
  }

  // Whether two or three words that stand before stand here again.
  [[nodiscard]] bool is_behind_label(const Sentence& sentence, std::uint32_t at) const {
    for (std::uint32_t length = 2; length <= 3; ++length) {
      if (at >= sentence.first_token + length && is_repeated(sentence, at - length, at))
        return true;
    }
    return false;
  }

  // Headings that are questions have capitals of their own: one of them is enough.
  void add_large(const Sentence& sentence, Run run) {
    std::vector<Run>& large = all_[sequence_of(terms_, run.first, run.behind)].large;
    if (large.empty() || !terms_.is_heading(sentence)) large.push_back(run);
  }

  void find_others(const Sentence& sentence) {
    std::optional<bool> running;
    for (std::uint32_t at = sentence.first_token; at + 1 < sentence.end_token; ++at) {
      if (!terms_.is_word(at) ||
          !std::ranges::binary_search(beginnings_, terms_.kind(at).folded_id))
        continue;
      const bool is_first =
          (at == sentence.first_token || is_behind_label(sentence, at)) && terms_.is_common(at);
      const bool is_name = is_proper(at);
      std::uint32_t lower = is_lower(at) || is_first || is_name ? 1 : 0;
      for (std::uint32_t behind = at + 1; behind < sentence.end_token && behind < at + most_words;
           ++behind) {
        if (!terms_.follows(behind)) break;
        if (is_lower(behind)) ++lower;
        const std::uint32_t length = behind + 1 - at;
        if (lower == 0) continue;
        const auto known = all_.find(sequence_of(terms_, at, behind + 1));
        if (known == all_.end()) continue;
        if (lower == length) {
          if (is_name && !goes_with_name(at, behind)) continue;
          known->second.small.push_back({at, behind + 1});
          continue;
        }
        if (!running) running = is_running(terms_, sentence);
        if ((*running || is_behind_lower(sentence, at)) && is_mixed(sentence, at, behind + 1))
          known->second.mixed.push_back({at, behind + 1});
      }
    }
  }

  // "Brazilian", "Botox": a word that is never small.
  [[nodiscard]] bool is_proper(std::uint32_t at) const {
    return terms_.token(at).shape == Shape::capitalised && terms_.is_known(at) &&
           !terms_.is_known_small(at);
  }

  // "Brazilian wax", "Botox injections", but neither "Velor ultra" nor "Brazilian clinic".
  [[nodiscard]] bool goes_with_name(std::uint32_t name, std::uint32_t last) const {
    if (terms_.is_house(last)) return false;
    return terms_.kind(last).is(Role::care) ||
           terms_.can_be(name, lexicon::PartOfSpeech::adjective);
  }

  // Whether three words in small letters stand before, whatever stands behind.
  [[nodiscard]] bool is_behind_lower(const Sentence& sentence, std::uint32_t at) const {
    constexpr std::uint32_t least = 3;
    if (at < sentence.first_token + least) return false;
    for (std::uint32_t back = 1; back <= least; ++back) {
      if (!terms_.is_word(at - back) || !is_lower(at - back)) return false;
    }
    return true;
  }

  // "the Body contouring": a capital that neither a sentence's begin nor a longer name explains.
  [[nodiscard]] bool is_mixed(const Sentence& sentence, std::uint32_t first,
                              std::uint32_t behind) const {
    bool odd = false;
    bool any_lower = false;
    for (std::uint32_t at = first; at < behind; ++at) {
      if (terms_.token(at).shape != Shape::capitalised && !is_lower(at)) return false;
      odd |= !is_lower(at) && at != sentence.first_token;
      any_lower |= is_lower(at);
    }
    const bool name_before = first > sentence.first_token && !goes_before(first - 1);
    const bool name_behind =
        behind < sentence.end_token && terms_.follows(behind) && !is_lower(behind);
    return odd && any_lower && !name_before && !name_behind;
  }

  // A word that is no name, or a comma: what comes behind begins nothing.
  [[nodiscard]] bool goes_before(std::uint32_t at) const {
    if (!terms_.is_word(at)) return terms_.text(at) == ",";
    return is_lower(at) || terms_.token(at).shape == Shape::upper || terms_.is_small(at);
  }

  void report(string_view letters, const Uses& uses) const {
    const bool in_house = houses_.begins_one(letters);
    if (in_house && !uses.small.empty()) return;  // a name here and a term there
    const bool named =
        uses.is_marked || is_name(uses) || houses_.is_joined(letters) || is_house(uses) || in_house;
    const std::size_t large = uses.large.size();
    const std::size_t small = uses.small.size();
    constexpr std::size_t often = 3;
    const bool is_long = uses.large.front().behind - uses.large.front().first >= words_of_name;
    const bool keeps_capitals =
        named || (small == 0 && (large >= 2 || is_long)) || (large >= often && large >= 2 * small);
    const std::size_t usual = keeps_capitals ? large : small;
    const auto report_all = [&](const std::vector<Run>& runs) {
      for (const Run& run : runs) tell(run, keeps_capitals, usual);
    };
    if (small != 0) report_all(keeps_capitals ? uses.small : uses.large);
    if (named || is_long || small + large > uses.mixed.size() + 1) report_all(uses.mixed);
  }

  // "Fernleaf Skin Clinic": a word that no dictionary has, and that is never small.
  [[nodiscard]] bool is_name(const Uses& uses) const {
    const Run& run = uses.large.front();
    for (std::uint32_t at = run.first; at < run.behind; ++at) {
      const auto is_small_in = [&](const Run& other) {
        return is_lower(other.first + at - run.first);
      };
      if (terms_.kind(at).tier == 0 && std::ranges::none_of(uses.small, is_small_in) &&
          std::ranges::none_of(uses.mixed, is_small_in))
        return true;
    }
    return false;
  }

  // "Fern Skin Clinic", which is never written small.
  [[nodiscard]] bool is_house(const Uses& uses) const {
    const Run& run = uses.large.front();
    return uses.small.empty() && run.behind - run.first >= 3 && terms_.is_house(run.behind - 1);
  }

  void tell(const Run& run, bool capitals, std::size_t count) const {
    std::string wanted;
    for (std::uint32_t at = run.first; at < run.behind; ++at) {
      const std::string_view word = terms_.kind(at).folded;
      if (!wanted.empty()) wanted += ' ';
      const bool is_large = capitals || terms_.begins_sentence(at) || is_proper(at);
      wanted += is_large ? base::capitalised(word) : std::string(word);
    }
    terms_.report(span_of(run), std::move(wanted), count);
  }

  static constexpr std::uint32_t most_words = 6;
  static constexpr std::uint32_t words_of_name = 5;  // so many with capitals are somebody's name

  const Terms& terms_;
  const IgnoredTerms& ignored_;
  std::map<std::string, Uses> all_;  // by letters
  std::vector<lexicon::WordId> beginnings_;
  HouseNames houses_;
};

}  // namespace

void judge_phrases(const Scene& scene, const IgnoredTerms& ignored) {
  const Terms terms(scene);
  PhraseCase(terms, ignored).judge();
}

}  // namespace linter::checks::policy
