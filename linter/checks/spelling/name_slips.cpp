#include "linter/checks/spelling/name_slips.h"

#include <algorithm>
#include <array>

#include "linter/base/utf8.h"
#include "linter/checks/spelling/well_known.h"
#include "linter/lexicon/word_classes.h"

namespace linter::checks::spelling {
namespace {

using lexicon::is_of;
using lexicon::WordClass;
using sentences::Shape;

// "Dr. Austalia", "J. Gemrany".
bool is_after_title(const Case& c) {
  constexpr auto titles =
      std::to_array<std::string_view>({"dr", "miss", "mr", "mrs", "ms", "prof", "sir", "st"});
  const Scan& scan = c.scan();
  const Scan::Index i = c.place;
  const auto is_title = [&](Scan::Index at) {
    return std::ranges::find(titles, scan.folded(at)) != titles.end();
  };
  if (i >= 2 && scan.text(i - 1) == "." && scan.is_word(i - 2))
    return is_title(i - 2) || scan.text(i - 2).size() == 1;
  return i > 0 && scan.are_neighbours(i - 1) && scan.token(i - 1).shape == Shape::capitalised &&
         is_title(i - 1);
}

// "Maria Gemrany", "Dr. Austalia": other parts of a person's name before it.
bool is_part_of_longer_name(const Case& c) {
  const Scan& scan = c.scan();
  const Scan::Index i = c.place;
  if (is_after_title(c)) return true;
  if (i == 0 || !scan.are_neighbours(i - 1) || scan.token(i - 1).shape != Shape::capitalised)
    return false;
  const std::string_view before = scan.folded(i - 1);
  const bool everyday = c.around.shared().vocabulary().look_up(before).accepted;
  return !is_of(WordClass::names_places_with, before) && !(everyday && scan.capital_is_due(i - 1));
}

// What hardly any name reaches.
constexpr int rather_like_a_word = 180;
constexpr int much_like_a_word = 250;
constexpr int surely_like_a_word = 400;
constexpr int very_like_a_word = 500;

// A product or a method that a list has, no person or place: "Botox".
bool is_trade_name(const Case& c, Scan::Index i) {
  const lexicon::Vocabulary& vocabulary = c.around.shared().vocabulary();
  const std::string_view text = c.scan().text(i);
  const auto has_person = [&](const lexicon::ListIndex& lists) {
    return std::ranges::any_of(lists.lists(), [&](const lexicon::ListIndex::List& list) {
      return list.name.ends_with("names.txt") && lists.has_exactly(list, text);
    });
  };
  return vocabulary.look_up(text).listed && std::ranges::none_of(vocabulary.lists(), has_person);
}

bool is_everyday(const Case& c, Scan::Index i) {
  const lexicon::WordFacts facts = c.around.shared().vocabulary().look_up(c.scan().folded(i));
  return facts.accepted && facts.tier > 0 && facts.tier <= tier::everyday;
}

// Whether one of the capitalised neighbours is such that names stand beside it.
template <class Odd>
bool is_beside_capital(const Case& c, const Odd& is_odd) {
  const Scan& scan = c.scan();
  const auto is_such = [&](Scan::Index i) {
    return scan.token(i).shape == Shape::capitalised && is_odd(i);
  };
  return (c.place > 0 && scan.are_neighbours(c.place - 1) && is_such(c.place - 1)) ||
         (scan.are_neighbours(c.place) && is_such(c.place + 1));
}

// Whether a capitalised neighbour is no everyday word: "Ajay Balaram", "Point Loma".
bool is_beside_odd_capital(const Case& c) {
  return is_beside_capital(c, [&](Scan::Index i) { return !is_everyday(c, i); });
}

// "Fort Benning", "Miss Stoper", unlike "the Blood Institue", "Botox Injectons": beside a word that
// names of places and persons begin with, or one that is in no list of things.
bool is_beside_part_of_name(const Case& c) {
  return is_beside_capital(c, [&](Scan::Index i) {
    const bool begins_name = is_of(WordClass::begins_name, c.scan().folded(i));
    return begins_name || (!is_everyday(c, i) && !is_trade_name(c, i));
  });
}

// "Laser Theray", "Oral Hygiee": capitalised words of every day on one side or both, none of which
// goes with a name.
bool is_among_plain_words(const Case& c) {
  const Scan& scan = c.scan();
  bool beside = false;
  const auto is_plain = [&](Scan::Index i) {
    if (scan.token(i).shape != Shape::capitalised) return true;
    beside = true;
    return scan.text(i).size() > 3 && is_everyday(c, i) &&
           !is_of(WordClass::goes_with_name, scan.folded(i));
  };
  const bool before = c.place == 0 || !scan.are_neighbours(c.place - 1) || is_plain(c.place - 1);
  const bool after = !scan.are_neighbours(c.place) || is_plain(c.place + 1);
  return before && after && beside;
}

// "Brnad Story", unlike "Platt": five letters that are one edit from a word of every day.
bool is_short_slip(const Case& c) {
  constexpr std::size_t only_size = 5;
  const Scan& scan = c.scan();
  if (c.folded().size() != only_size || !c.near_word(tier::commonest)) return false;
  const bool alone =
      !scan.are_neighbours(c.place) && (c.place == 0 || !scan.are_neighbours(c.place - 1));
  return !is_beside_odd_capital(c) &&
         c.around.is_like(c.place, alone ? much_like_a_word : like_a_word);
}

// "Dirk Sibbing": after a word of the dictionary that always has its capital, as given names have
// and cities, too, but for those that everybody knows.
bool is_after_given_name(const Case& c) {
  const Scan& scan = c.scan();
  if (c.place == 0 || !scan.are_neighbours(c.place - 1) ||
      scan.token(c.place - 1).shape != Shape::capitalised) {
    return false;
  }
  const lexicon::Vocabulary& vocabulary = c.around.shared().vocabulary();
  const lexicon::WordFacts facts = vocabulary.look_up(scan.text(c.place - 1));
  return facts.accepted && !facts.listed && !is_well_known(scan.text(c.place - 1)) &&
         !vocabulary.look_up(scan.folded(c.place - 1)).accepted;
}

// "the Tollers", "Harrods": the plural or the genitive of a name.
bool is_form_of_name(const Case& c) {
  const std::string_view folded = c.folded();
  if (!folded.ends_with('s')) return false;
  const std::string_view stem = folded.substr(0, folded.size() - 1);
  const lexicon::Vocabulary& vocabulary = c.around.shared().vocabulary();
  return vocabulary.look_up(base::capitalised(stem)).accepted && !vocabulary.look_up(stem).accepted;
}

}  // namespace

bool is_mistyped_name(const Case& c) {
  constexpr std::size_t shortest_slip = 8;  // "Calender" and "Thier" are people
  constexpr std::size_t shortest_name = 6;
  if (!c.around.is_english()) return false;
  const std::string_view meant = known_slip(c.folded());
  if (c.word.count == 1 && !is_part_of_longer_name(c)) {
    const bool means_name = !meant.empty() && meant.front() >= 'A' && meant.front() <= 'Z';
    if (means_name || (!meant.empty() && c.folded().size() > shortest_slip) ||
        !well_known_name(c.folded()).empty()) {
      return true;
    }
  }
  if (c.folded().size() < shortest_name || is_after_title(c) || is_after_given_name(c))
    return false;
  return (!meant.empty() && !is_beside_part_of_name(c)) ||
         c.around.is_slip_of_listed_name(c.folded());
}

bool is_like_slip(const Case& c, int points) {
  constexpr std::size_t short_name = 5;
  constexpr std::size_t long_name = 7;
  const bool after_given_name = is_after_given_name(c);
  const std::uint8_t rare = after_given_name ? tier::commonest : 70;
  const std::size_t size = c.folded().size();
  if (!known_slip(c.folded()).empty() || is_mistyped_name(c)) return true;
  if (size <= short_name) return is_short_slip(c);
  return c.near_word(size >= long_name ? rare : tier::everyday) ||
         c.around.is_slip_of_listed_word(c.folded()) ||
         c.around.is_like(c.place, after_given_name ? very_like_a_word : points);
}

bool is_slip_with_capital(const Case& c) {
  constexpr std::size_t shortest = 6;
  constexpr std::size_t long_word = 7;
  constexpr std::uint32_t most = 2;
  const std::size_t size = c.folded().size();
  if (!c.around.is_english() || size < shortest || is_form_of_name(c)) return false;
  constexpr std::size_t longer_word = 8;
  const std::uint8_t farthest = size < long_word     ? tier::commonest
                                : size < longer_word ? tier::everyday
                                                     : tier::common;
  if (c.near_word(farthest)) {
    const bool alone = !is_part_of_longer_name(c) && !is_beside_odd_capital(c);
    if (alone && c.word.count <= most)
      return c.around.is_like(c.place, size < long_word ? very_like_a_word : like_a_word);
    if (size >= long_word && !is_after_title(c) && !is_beside_part_of_name(c)) {
      const int least = c.word.count <= most ? rather_like_a_word : surely_like_a_word;
      if (c.around.is_like(c.place, least)) return true;
    }
  }
  if (size < longer_word && c.word.count <= most && c.near_word(tier::everyday) &&
      is_among_plain_words(c) && c.around.is_like(c.place, like_a_word)) {
    return true;
  }
  // no name is so like a word of the trade
  return c.around.is_slip_of_listed_word(c.folded());
}

}  // namespace linter::checks::spelling
