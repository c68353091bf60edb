#include "linter/checks/spelling/suggest/edit_cost.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace linter::checks::spelling {
namespace {

constexpr std::size_t longest = 63;
constexpr int infinite = 1 << 20;

// What each slip costs.
namespace cost {
constexpr int other_vowel = 322;
constexpr int like_sound = 287;
constexpr int next_key = 422;
constexpr int other_letter = 465;
constexpr int missed_double = 82;
constexpr int missed_vowel = 170;
constexpr int missed_final_e = 51;
constexpr int missed_silent = 120;
constexpr int missed_final_s = 286;
constexpr int missed = 200;
constexpr int added_double = 263;
constexpr int added_vowel = 357;
constexpr int added_final_e = 158;
constexpr int added_final_s = 361;
constexpr int added_next_key = 376;
constexpr int added = 410;
constexpr int swapped_vowels = 124;
constexpr int swapped = 223;
constexpr int consonants = 259;
constexpr int vowels = 287;
constexpr int suffix = 222;
constexpr int apostrophe = 175;
}  // namespace cost

struct Rewrite {
  std::string_view a;
  std::string_view b;
  int cost;
};

// Either side may stand for the other.
constexpr auto rewrites = std::to_array<Rewrite>({
    {"ph", "f", cost::consonants},    {"ch", "k", cost::consonants},
    {"ck", "k", cost::consonants},    {"ck", "c", cost::consonants},
    {"gh", "f", cost::consonants},    {"gh", "g", cost::consonants},
    {"sc", "s", cost::consonants},    {"sc", "c", cost::consonants},
    {"ss", "c", cost::consonants},    {"sh", "ch", cost::consonants},
    {"sh", "ci", cost::consonants},   {"sh", "ti", cost::consonants},
    {"tch", "ch", cost::consonants},  {"dg", "g", cost::consonants},
    {"dg", "j", cost::consonants},    {"qu", "kw", cost::consonants},
    {"qu", "k", cost::consonants},    {"kn", "n", cost::consonants},
    {"wr", "r", cost::consonants},    {"gn", "n", cost::consonants},
    {"ps", "s", cost::consonants},    {"x", "ks", cost::consonants},
    {"x", "cks", cost::consonants},   {"x", "cc", cost::consonants},
    {"xc", "x", cost::consonants},    {"xc", "cc", cost::consonants},
    {"xs", "x", cost::consonants},    {"wh", "w", cost::consonants},
    {"mb", "m", cost::consonants},    {"th", "f", cost::consonants},
    {"st", "ss", cost::consonants},   {"cq", "q", cost::consonants},
    {"cqu", "qu", cost::consonants},  {"ea", "ee", cost::vowels},
    {"ea", "e", cost::vowels},        {"ai", "ay", cost::vowels},
    {"ai", "ei", cost::vowels},       {"ei", "e", cost::vowels},
    {"ie", "i", cost::vowels},        {"ie", "y", cost::vowels},
    {"ey", "y", cost::vowels},        {"ie", "ee", cost::vowels},
    {"ou", "ow", cost::vowels},       {"ou", "oo", cost::vowels},
    {"ou", "u", cost::vowels},        {"oo", "u", cost::vowels},
    {"ue", "ew", cost::vowels},       {"ue", "oo", cost::vowels},
    {"ew", "oo", cost::vowels},       {"eau", "o", cost::vowels},
    {"eau", "ou", cost::vowels},      {"eau", "eu", cost::vowels},
    {"igh", "i", cost::vowels},       {"igh", "y", cost::vowels},
    {"ough", "o", cost::vowels},      {"ough", "uff", cost::vowels},
    {"ough", "ow", cost::vowels},     {"augh", "aff", cost::vowels},
    {"augh", "au", cost::vowels},     {"au", "o", cost::vowels},
    {"au", "aw", cost::vowels},       {"aw", "o", cost::vowels},
    {"ae", "e", cost::vowels},        {"oe", "e", cost::vowels},
    {"eu", "u", cost::vowels},        {"eu", "oo", cost::vowels},
    {"iu", "u", cost::vowels},        {"ui", "i", cost::vowels},
    {"oi", "oy", cost::vowels},       {"air", "are", cost::vowels},
    {"ear", "air", cost::vowels},     {"ear", "ere", cost::vowels},
    {"eir", "air", cost::vowels},     {"eer", "ier", cost::vowels},
    {"eer", "ear", cost::vowels},     {"tion", "sion", cost::suffix},
    {"tion", "cion", cost::suffix},   {"tion", "ssion", cost::suffix},
    {"tion", "shun", cost::suffix},   {"cian", "tion", cost::suffix},
    {"cian", "sion", cost::suffix},   {"able", "ible", cost::suffix},
    {"ance", "ence", cost::suffix},   {"ant", "ent", cost::suffix},
    {"ancy", "ency", cost::suffix},   {"cally", "cly", cost::suffix},
    {"ally", "ly", cost::suffix},     {"ous", "us", cost::suffix},
    {"eous", "ious", cost::suffix},   {"ious", "ous", cost::suffix},
    {"cious", "tious", cost::suffix}, {"tial", "cial", cost::suffix},
    {"ize", "ise", cost::suffix},     {"our", "or", cost::suffix},
    {"er", "or", cost::suffix},       {"er", "re", cost::suffix},
    {"er", "ar", cost::suffix},       {"er", "ure", cost::suffix},
    {"cher", "ture", cost::suffix},   {"el", "le", cost::suffix},
    {"al", "le", cost::suffix},       {"il", "le", cost::suffix},
    {"ies", "ys", cost::suffix},      {"ied", "yed", cost::suffix},
    {"ery", "ary", cost::suffix},     {"full", "ful", cost::suffix},
    {"eful", "ful", cost::suffix},    {"ment", "mant", cost::suffix},
    {"ege", "edge", cost::suffix},    {"age", "ege", cost::suffix},
    {"ate", "it", cost::suffix},
});

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

// Costs that depend on two letters or on the ends of two groups, worked out once.
struct Tables {
  std::array<std::array<std::int16_t, 256>, 256> replaced{};
  std::array<std::array<bool, 256>, 256> next{};
  // by last letters: the rewrites whose written side ends so and whose meant side ends so
  std::array<std::array<std::vector<Rewrite>, 27>, 27> groups;

  Tables() {
    for (int a = 0; a < 256; ++a) {
      for (int b = 0; b < 256; ++b) {
        const char x = static_cast<char>(a);
        const char y = static_cast<char>(b);
        const auto i = static_cast<std::size_t>(a);
        const auto j = static_cast<std::size_t>(b);
        next[i][j] = are_next_keys(x, y);
        int price = cost::other_letter;
        if (next[i][j]) price = cost::next_key;
        if (is_vowel(x) && is_vowel(y)) price = std::min(price, cost::other_vowel);
        if (sound_alike(x, y)) price = std::min(price, cost::like_sound);
        replaced[i][j] = static_cast<std::int16_t>(x == y ? 0 : price);
      }
    }
    for (const Rewrite& rule : rewrites) {
      groups[slot(rule.a.back())][slot(rule.b.back())].push_back(rule);
      groups[slot(rule.b.back())][slot(rule.a.back())].push_back({rule.b, rule.a, rule.cost});
    }
  }
  static std::size_t slot(char c) {
    return c >= 'a' && c <= 'z' ? static_cast<std::size_t>(c - 'a') : 26;
  }
};

const Tables& tables() {
  static const Tables built;
  return built;
}

bool is_silent(char before, char letter) {
  switch (letter) {
    case 'h':
      return std::string_view("wrcgtksp").find(before) != std::string_view::npos;
    case 'u':
      return before == 'g' || before == 'q';
    case 'b':
      return before == 'm';
    case 'n':
      return before == 'm';
    case 't':
      return before == 's';
    case 'c':
      return before == 's';
    case 'd':
      return before == 'n';
    case 'p':
      return before == 'm';
    case 'g':
      return before == 'i';
    default:
      return false;
  }
}

struct Matrix {
  std::string_view written;
  std::string_view meant;
  std::array<std::array<int, longest + 1>, longest + 1> cells;

  // The cost that `meant[j]` is missing in what was written.
  [[nodiscard]] int missed(std::size_t j) const {
    const char letter = meant[j];
    const char before = j > 0 ? meant[j - 1] : '\0';
    const char after = j + 1 < meant.size() ? meant[j + 1] : '\0';
    if (letter == '\'') return cost::apostrophe;
    if (letter == before || letter == after) return cost::missed_double;
    if (j + 1 == meant.size() && letter == 'e') return cost::missed_final_e;
    if (j + 1 == meant.size() && letter == 's') return cost::missed_final_s;
    if (is_silent(before, letter) ||
        (j == 0 && ((letter == 'k' && after == 'n') || (letter == 'p' && after == 's') ||
                    (letter == 'w' && after == 'r')))) {
      return cost::missed_silent;
    }
    return is_vowel(letter) ? cost::missed_vowel : cost::missed;
  }

  // The cost that `written[i]` was added.
  [[nodiscard]] int added(std::size_t i) const {
    const char letter = written[i];
    const char before = i > 0 ? written[i - 1] : '\0';
    const char after = i + 1 < written.size() ? written[i + 1] : '\0';
    if (letter == '\'') return cost::apostrophe;
    if (letter == before || letter == after) return cost::added_double;
    if (i + 1 == written.size() && letter == 'e') return cost::added_final_e;
    if (i + 1 == written.size() && letter == 's') return cost::added_final_s;
    const Tables& t = tables();
    if (is_vowel(letter)) return cost::added_vowel;
    const auto here = static_cast<unsigned char>(letter);
    if (t.next[here][static_cast<unsigned char>(before)] ||
        t.next[here][static_cast<unsigned char>(after)]) {
      return cost::added_next_key;
    }
    return cost::added;
  }

  [[nodiscard]] int swapped(std::size_t i, std::size_t j) const {
    if (i < 2 || j < 2 || written[i - 1] != meant[j - 2] || written[i - 2] != meant[j - 1])
      return infinite;
    const bool both = is_vowel(written[i - 1]) && is_vowel(written[i - 2]);
    return cells[j - 2][i - 2] + (both ? cost::swapped_vowels : cost::swapped);
  }

  [[nodiscard]] int rewritten(std::size_t i, std::size_t j) const {
    int best = infinite;
    for (const Rewrite& rule :
         tables().groups[Tables::slot(written[i - 1])][Tables::slot(meant[j - 1])]) {
      if (rule.a.size() > i || rule.b.size() > j || !written.substr(0, i).ends_with(rule.a) ||
          !meant.substr(0, j).ends_with(rule.b)) {
        continue;
      }
      best = std::min(best, cells[j - rule.b.size()][i - rule.a.size()] + rule.cost);
    }
    return best;
  }

  int run(int limit);
};

int Matrix::run(int limit) {
  const Tables& t = tables();
  std::array<int, longest> added_cost{};
  for (std::size_t i = 0; i < written.size(); ++i) added_cost[i] = added(i);
  cells[0][0] = 0;
  for (std::size_t i = 1; i <= written.size(); ++i)
    cells[0][i] = cells[0][i - 1] + added_cost[i - 1];
  for (std::size_t j = 1; j <= meant.size(); ++j) {
    const int missed_cost = missed(j - 1);
    cells[j][0] = cells[j - 1][0] + missed_cost;
    int least = cells[j][0];
    for (std::size_t i = 1; i <= written.size(); ++i) {
      const int same = t.replaced[static_cast<unsigned char>(written[i - 1])]
                                 [static_cast<unsigned char>(meant[j - 1])];
      int best = cells[j - 1][i - 1] + same;
      if (same != 0) {
        best = std::min({best, cells[j - 1][i] + missed_cost, cells[j][i - 1] + added_cost[i - 1],
                         swapped(i, j), rewritten(i, j)});
      } else {
        best = std::min({best, cells[j - 1][i] + missed_cost, cells[j][i - 1] + added_cost[i - 1],
                         rewritten(i, j)});
      }
      cells[j][i] = best;
      least = std::min(least, best);
    }
    constexpr int longest_rewrite_gain = 320;
    if (least >= limit + longest_rewrite_gain) return limit;
  }
  return std::min(cells[meant.size()][written.size()], limit);
}

}  // namespace

int edit_cost(std::string_view written, std::string_view meant, int limit) {
  if (written.size() > longest || meant.size() > longest) return limit;
  Matrix matrix;
  matrix.written = written;
  matrix.meant = meant;
  return matrix.run(limit);
}

}  // namespace linter::checks::spelling
