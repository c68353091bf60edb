#include "linter/checks/spelling/suggest/slip_costs.h"

#include <algorithm>
#include <cstdlib>
#include <string_view>
#include <utility>

#include "linter/checks/spelling/english_tables.h"

namespace linter::checks::spelling {
namespace {

bool is_vowel(char c) {
  return c == 'a' || c == 'e' || c == 'i' || c == 'o' || c == 'u' || c == 'y';
}

bool sound_alike(char a, char b) {
  constexpr auto pairs = std::to_array<std::string_view>(
      {"ck", "cs", "sz", "gj", "fv", "dt", "bp", "mn", "kq", "xz", "kg", "cz", "lr", "vw"});
  return std::ranges::any_of(pairs, [&](std::string_view p) {
    return (p[0] == a && p[1] == b) || (p[0] == b && p[1] == a);
  });
}

// Neighbours on a QWERTY keyboard, diagonals included.
bool are_next_keys(char a, char b) {
  constexpr std::array<std::string_view, 3> rows{"qwertyuiop", "asdfghjkl", "zxcvbnm"};
  const auto place = [&](char c) {
    for (std::size_t row = 0; row < rows.size(); ++row) {
      const std::size_t column = rows[row].find(c);
      // each row stands half a key to the right of the one above
      if (column != std::string_view::npos) {
        return std::pair<int, int>(static_cast<int>(row), static_cast<int>(2 * column + row));
      }
    }
    return std::pair<int, int>(-9, -9);
  };
  const auto [row_a, column_a] = place(a);
  const auto [row_b, column_b] = place(b);
  if (row_a < 0 || row_b < 0 || a == b) return false;
  return std::abs(row_a - row_b) <= 1 && std::abs(column_a - column_b) <= (row_a == row_b ? 2 : 1);
}

// Letters that are not heard after another.
bool is_silent(char before, char letter) {
  constexpr auto pairs =
      std::to_array<std::string_view>({"ch", "gh", "gu", "ig", "kh", "mb", "mn", "mp", "nd", "ph",
                                       "qu", "rh", "sc", "sh", "st", "th", "wh"});
  return std::ranges::any_of(pairs,
                             [&](std::string_view p) { return p[0] == before && p[1] == letter; });
}

// Or not heard at the start, before another: "knee", "psyche", "wrist".
bool is_silent_start(char letter, char after) {
  return (letter == 'k' && after == 'n') || (letter == 'p' && after == 's') ||
         (letter == 'w' && after == 'r');
}

std::int16_t price(int cost) {
  constexpr int least = 5;
  return static_cast<std::int16_t>(std::max(cost, least));
}

// The letter of a slot: the apostrophe stands for all that are none.
char letter_of(std::size_t slot) {
  return slot < 26 ? static_cast<char>('a' + slot) : '\'';
}

constexpr auto kind_names = std::to_array<std::string_view>(
    {"*double", "*final-e", "*final-s", "*silent", "*vowel", "*key", "*other", "*apostrophe"});

// Places in Rows of the classes that have no letters of their own.
enum ReplacedClass : std::uint8_t { sound, other_vowel, next_key, other_letter, replaced_classes };
constexpr std::array<std::string_view, replaced_classes> replaced_names{"*sound", "*vowel", "*key",
                                                                        "*other"};
constexpr std::array<std::string_view, 2> swapped_names{"*other", "*vowel"};

ReplacedClass replaced_class(char a, char b) {
  if (sound_alike(a, b)) return sound;
  if (is_vowel(a) && is_vowel(b)) return other_vowel;
  return are_next_keys(a, b) ? next_key : other_letter;
}

// The place of a name among those of classes; their number for letters.
template <std::size_t size>
std::size_t class_of(const std::array<std::string_view, size>& names, std::string_view letters) {
  if (!letters.starts_with('*')) return size;
  return static_cast<std::size_t>(std::ranges::find(names, letters) - names.begin());
}

}  // namespace

struct SlipCosts::Slips {
  std::array<int, kinds> of_kind{};
  std::array<int, slots> own{};
  std::array<int, slots> as_double{};
  ByLetters<int> after{};

  // Takes a row of "missed" or "added", of which `rest` is what follows that: "-after", "-double".
  void take(std::string_view rest, std::string_view text, int cost) {
    if (rest == "-after") {
      const std::size_t before = text[0] == '^' ? no_letter : slot(text[0]);
      after[before][slot(text[1])] = cost;
    } else if (rest == "-double") {
      as_double[slot(text[0])] = cost;
    } else if (const std::size_t kind = class_of(kind_names, text); kind < kinds) {
      of_kind[kind] = cost;
    } else {
      own[slot(text[0])] = cost;
    }
  }
};

struct SlipCosts::Rows {
  std::array<int, replaced_classes> replaced_kind{};
  std::array<int, swapped_names.size()> swapped_kind{};
  ByLetters<int> replaced{};
  ByLetters<int> swapped{};
  Slips missed;
  Slips added;

  Rows() {
    constexpr std::string_view miss = "missed";
    constexpr std::string_view add = "added";
    for (const SlipCost& row : slip_costs) {
      const std::string_view kind = row.kind;
      if (kind == "replaced") {
        set(replaced_kind, replaced_names, replaced, row.letters, row.cost);
      } else if (kind == "swapped") {
        set(swapped_kind, swapped_names, swapped, row.letters, row.cost);
      } else if (kind.starts_with(miss)) {
        missed.take(kind.substr(miss.size()), row.letters, row.cost);
      } else if (kind.starts_with(add)) {
        added.take(kind.substr(add.size()), row.letters, row.cost);
      }
    }
  }

 private:
  template <std::size_t size>
  static void set(std::array<int, size>& classes, const std::array<std::string_view, size>& names,
                  ByLetters<int>& pairs, std::string_view text, int cost) {
    if (const std::size_t place = class_of(names, text); place < size) {
      classes[place] = cost;
    } else {
      pairs[slot(text[0])][slot(text[1])] = cost;
    }
  }
};

// Of letters missed or added: what the class, the letter, the one before and a double cost.
void SlipCosts::fill(const Slips& slips, ByLetters<std::array<std::int16_t, kinds>>& table) {
  for (std::size_t i = 0; i < slots; ++i) {
    for (std::size_t before = 0; before < letters; ++before) {
      const int own = slips.own[i] + slips.after[before][i];
      for (std::size_t kind = 0; kind < kinds; ++kind) {
        table[before][i][kind] =
            price(slips.of_kind[kind] + own + (kind == doubled ? slips.as_double[i] : 0));
      }
    }
  }
}

SlipCosts::SlipCosts() {
  const Rows rows;
  for (std::size_t i = 0; i + 1 < letters; ++i) {
    for (std::size_t j = 0; j + 1 < letters; ++j) {
      const char a = letter_of(i);
      const char b = letter_of(j);
      next_keys_[i][j] = are_next_keys(a, b);
      silent_[i][j] = is_silent(a, b);
      replaced_[i][j] = price(rows.replaced_kind[replaced_class(a, b)] + rows.replaced[i][j]);
      swapped_[i][j] =
          price(rows.swapped_kind[is_vowel(a) && is_vowel(b) ? 1 : 0] + rows.swapped[i][j]);
    }
  }
  fill(rows.missed, missed_);
  fill(rows.added, added_);
  for (std::size_t before = 0; before < slots; ++before) {
    for (std::size_t i = 0; i < slots; ++i) {
      const Kind kind = silent_[before][i] ? silent : is_vowel(letter_of(i)) ? vowel : other;
      missed_inside_[before][i] = missed_[before][i][kind];
    }
  }
  for (const SlipCost& row : slip_costs) {
    const std::size_t middle = row.letters.view().find('>');
    if (row.kind.view() != "rewritten" || middle == std::string_view::npos) continue;
    const std::string_view written = row.letters.view().substr(0, middle);
    const std::string_view meant = row.letters.view().substr(middle + 1);
    rewritten_[slot(written.back())][slot(meant.back())].push_back(
        {written, meant, price(row.cost)});
  }
}

const SlipCosts& SlipCosts::of_english() {
  static const SlipCosts built;
  return built;
}

SlipCosts::Kind SlipCosts::missed_kind(std::string_view meant, std::size_t at) const {
  const char letter = meant[at];
  const char before = at > 0 ? meant[at - 1] : '\0';
  const char after = at + 1 < meant.size() ? meant[at + 1] : '\0';
  if (letter == '\'') return apostrophe;
  if (letter == before || letter == after) return doubled;
  if (after == '\0' && letter == 'e') return final_e;
  if (after == '\0' && letter == 's') return final_s;
  const bool unheard =
      at == 0 ? is_silent_start(letter, after) : silent_[slot(before)][slot(letter)];
  if (unheard) return silent;
  return is_vowel(letter) ? vowel : other;
}

SlipCosts::Kind SlipCosts::added_kind(std::string_view written, std::size_t at) const {
  const char letter = written[at];
  const char before = at > 0 ? written[at - 1] : '\0';
  const char after = at + 1 < written.size() ? written[at + 1] : '\0';
  if (letter == '\'') return apostrophe;
  if (letter == before || letter == after) return doubled;
  if (after == '\0' && letter == 'e') return final_e;
  if (after == '\0' && letter == 's') return final_s;
  if (is_vowel(letter)) return vowel;
  return next_keys_[slot(letter)][slot(before)] || next_keys_[slot(letter)][slot(after)] ? key
                                                                                         : other;
}

int SlipCosts::missed_elsewhere(std::string_view meant, std::size_t at) const {
  return missed_[slot_at(meant, at - 1)][slot(meant[at])][missed_kind(meant, at)];
}

int SlipCosts::added(std::string_view written, std::size_t at) const {
  return added_[slot_at(written, at - 1)][slot(written[at])][added_kind(written, at)];
}

}  // namespace linter::checks::spelling
