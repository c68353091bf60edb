#include "linter/checks/policy/requirement.h"

#include <algorithm>
#include <array>
#include <limits>
#include <optional>
#include <set>
#include <tuple>
#include <unordered_map>

#include "linter/base/utf8.h"

namespace linter::checks::policy {
namespace {

// The commonest words of English prose, in order of rank (a short list is enough: what matters is
// to avoid them).
constexpr std::string_view common_words =
    " the of and to a in is that it for was on are as with be by this at have or from not but "
    "which his they you we an has can will all their been were when more there one would what "
    "some so if no out about up into than its who time them only may other like do her new "
    "your any these after most people also such our over many first then should even how "
    "because those does where between use used using each very much well get make just it's "
    "don't she he i my me him had could two same own while before through help treatment skin "
    "treatments results procedure procedures patients patient need work day days year years "
    "week weeks part good best way during under us see both three made take 1 2 3 4 5 6 7 8 9 "
    "10 100 ";

constexpr double hopeless = 500;  // as good as everywhere
// Zipf's law over the position in the list: the first words come every 20, the last every 1,000
// words.
std::unordered_map<std::string_view, double> ranked_words() {
  std::unordered_map<std::string_view, double> costs;
  for (std::size_t at = 1; at < common_words.size();) {
    const std::size_t end = common_words.find(' ', at);
    costs.emplace(common_words.substr(at, end - at), 300.0 / (5.0 + static_cast<double>(at) / 4.0));
    at = end + 1;
  }
  return costs;
}

// Below 0 for a word that is not among the commonest.
double rank_cost(std::string_view word) {
  static const auto costs = ranked_words();
  const auto found = costs.find(word);
  return found == costs.end() ? -1 : found->second;
}

double word_cost(std::string_view word) {
  const double ranked = rank_cost(word);
  if (ranked >= 0) return ranked;
  constexpr std::array<double, 8> by_length{5, 5, 2, 0.6, 0.3, 0.2, 0.15, 0.1};
  return by_length[std::min(word.size(), by_length.size() - 1)];
}

// Whether words of English begin, or end, with these two letters so seldom as none with a vowel do.
bool is_odd_pair(ClueKind kind, std::string_view letters) {
  constexpr std::string_view begins =
      " bl br ch cl cr dr dw fl fr gl gr kn ph pl pr ps sc sh sk sl sm sn sp sq st sw th tr tw wh "
      "wr ";
  constexpr std::string_view ends =
      " bs ch ck cs ct ds ff ft gh gs ht ks ld lf lk ll lm lp ls lt mb mp ms nc nd ng nk ns nt ph "
      "ps "
      "pt rb rd rf rk rl rm rn rp rs rt sh sk sm sp ss st th tt ts wl wn ws xt zz ";
  const bool is_plain = std::ranges::all_of(letters, base::is_ascii_letter);
  if (letters.size() != 2 || !is_plain || letters.find_first_of("aeiouy") != letters.npos)
    return false;
  const std::string padded = ' ' + std::string(letters) + ' ';
  return !(kind == ClueKind::prefix ? begins : ends).contains(padded);
}

double cost_of(const Clue& clue) {
  const std::size_t size = clue.text.size();
  switch (clue.kind) {
    case ClueKind::word:
      return word_cost(clue.text);
    case ClueKind::prefix:
    case ClueKind::suffix: {
      constexpr std::array<double, 7> by_length{hopeless, 100, 40, 8, 2, 0.6, 0.3};
      if (is_odd_pair(clue.kind, clue.text)) return 3;
      const double part = by_length[std::min(size, by_length.size() - 1)];
      return std::max(part, rank_cost(clue.text));
    }
    case ClueKind::infix: {
      constexpr std::array<double, 7> by_length{hopeless, 300, 100, 20, 4, 1, 0.5};
      const bool digits =
          !clue.text.empty() && clue.text.front() >= '0' && clue.text.front() <= '9';
      if (digits) return size < 2 ? 3 : 1;
      return std::max(by_length[std::min(size, by_length.size() - 1)], rank_cost(clue.text));
    }
    case ClueKind::digits:
      return 25;
    case ClueKind::capitals:
      return 5;
    case ClueKind::mark:
      return clue.text == "." || clue.text == "," ? 60 : clue.text == "-" ? 15 : 4;
    case ClueKind::spaced_mark:
      return clue.text == "\xE2" || clue.text == "\"" ? 3 : 0.5;
    case ClueKind::second_mark:
    case ClueKind::tight_mark:
    case ClueKind::repeated_mark:
      return 0.5;
    case ClueKind::repeated_word:
    case ClueKind::foreign_mark:
      return 0;
  }
  return hopeless;
}

bool is_ascii_digit(char32_t c) {
  return c >= U'0' && c <= U'9';
}

bool is_invisible(char32_t c) {
  return (c >= 0x200B && c <= 0x200D) || c == 0x2060 || c == 0xFEFF;
}

// What a word or number token is made of, beside what joins its letters.
bool is_inner(char32_t c) {
  if (c >= gap) return false;
  return base::is_letter(c) || is_ascii_digit(c) || base::is_combining_mark(c);
}

bool is_special(char32_t c) {
  return c >= gap;
}

// One place of a skeleton with what it gives away.
struct Piece {
  std::vector<Clue> clues;
  double cost = 0;
};

// Reads the pieces of one skeleton: runs of letters and digits, and marks.
class PieceReader {
 public:
  explicit PieceReader(const std::u32string& text) : text_(text) {}

  std::vector<Piece> read() {
    for (std::size_t at = 0; at < text_.size();) {
      if (is_inner(text_[at])) {
        const std::size_t end = run_end(at);
        add_run(at, end);
        at = end;
        continue;
      }
      if (text_[at] == capital && at + 1 < text_.size() && text_[at + 1] == capital)
        add({{ClueKind::capitals}});
      if (text_[at] == digit) add_digit();
      add_mark(at);
      ++at;
    }
    return std::move(pieces_);
  }

 private:
  [[nodiscard]] char32_t at(std::size_t index) const {
    return index < text_.size() ? text_[index] : char32_t{gap};
  }

  [[nodiscard]] std::size_t run_end(std::size_t begin) const {
    std::size_t end = begin;
    while (end < text_.size()) {
      const char32_t c = text_[end];
      const bool joins = (c == U'\'' || c == U'_') && end > begin && is_inner(at(end + 1));
      const bool point = (c == U'.' || c == U',') && end > begin &&
                         is_ascii_digit(text_[end - 1]) && is_ascii_digit(at(end + 1));
      if (!is_inner(c) && !joins && !point) break;
      ++end;
    }
    return end;
  }

  // Whether more of the same word may stand at `outside`, beside a run.
  static bool is_open(char32_t outside) {
    return outside == gap || outside == digit || outside == capital || outside == U'_';
  }

  void add_run(std::size_t begin, std::size_t end) {
    Clue clue;
    for (std::size_t i = begin; i < end; ++i) base::append_utf8(clue.text, text_[i]);
    const bool open_before = begin == 0 || is_open(text_[begin - 1]);
    const bool open_behind = is_open(at(end));
    if (open_before) clue.kind = open_behind ? ClueKind::infix : ClueKind::suffix;
    if (!open_before && open_behind) clue.kind = ClueKind::prefix;
    add({std::move(clue)});
  }

  void add_digit() { add({{ClueKind::digits}, {ClueKind::foreign_mark}}); }

  // Whether the character is a mark of its own wherever the skeleton matches.
  [[nodiscard]] bool is_mark(std::size_t index) const {
    const char32_t c = at(index);
    if (is_special(c) || c == U' ' || c == U'\x1A' || c < 0x20 || is_inner(c) || is_invisible(c))
      return false;
    const auto is_known = [&](char32_t near) { return near == break_ || !is_special(near); };
    const char32_t next = at(index + 1);
    const char32_t last = index == 0 ? char32_t{gap} : text_[index - 1];
    if (c == U'\'' || c == U'_') {
      return (is_known(next) && !is_inner(next) && next != c) || last == break_ || last == U' ';
    }
    if (c != U'.' && c != U',') return true;
    const auto may_be_digit = [&](char32_t near) {
      return is_ascii_digit(near) || (!is_known(near) && near != capital);
    };
    const bool digit_before = may_be_digit(last);
    const bool digit_after = may_be_digit(next);
    return !digit_before || !digit_after;
  }

  void add_mark(std::size_t index) {
    if (!is_mark(index)) return;
    std::string bytes;
    base::append_utf8(bytes, text_[index]);
    const std::string first = bytes.substr(0, 1);
    const char32_t last = index == 0 ? char32_t{gap} : text_[index - 1];
    if (text_[index] == U'.' && last == U'.') return;  // inside "..."
    if (last == U' ') return add({{ClueKind::spaced_mark, first}});
    if (last == break_)
      return add({{ClueKind::spaced_mark, first}, {ClueKind::second_mark, first}});
    if (text_[index] == U'.' && at(index + 1) == U'.')
      return add({{ClueKind::repeated_mark, first}});
    if (index > 0 && is_mark(index - 1) && last != U'.') {
      std::string before;
      base::append_utf8(before, last);
      return add({{ClueKind::second_mark, first, before.front()}});
    }
    add({{is_tight(index) ? ClueKind::tight_mark : ClueKind::mark, first}});
  }

  // Whether a mark that a space stands behind mostly is followed by a letter or a digit.
  [[nodiscard]] bool is_tight(std::size_t index) const {
    const char32_t next = at(index + 1);
    return std::u32string_view(U".,;:!?").contains(text_[index]) &&
           (is_inner(next) || next == capital || next == digit);
  }

  void add(std::vector<Clue> clues) {
    const double cost = cost_of(clues.front());
    pieces_.push_back({std::move(clues), cost});
  }

  const std::u32string& text_;
  std::vector<Piece> pieces_;
};

// The pieces of a skeleton, the rarest first, each once.
std::vector<Piece> sorted_pieces(const std::u32string& text) {
  std::vector<Piece> pieces = PieceReader(text).read();
  const auto order = [](const Piece& one) { return std::tie(one.cost, one.clues); };
  std::ranges::sort(pieces, {}, order);
  const auto same = std::ranges::unique(pieces, {}, &Piece::clues);
  pieces.erase(same.begin(), same.end());
  return pieces;
}

// Puts pieces together, each clue once; what a piece costs counts once.
class RequirementMaker {
 public:
  void include(const Piece& piece) {
    if (taken_.insert(piece.clues).second) all_.cost += piece.cost;
    all_.any_of.insert(all_.any_of.end(), piece.clues.begin(), piece.clues.end());
  }
  Requirement made() {
    std::ranges::sort(all_.any_of);
    const auto rest = std::ranges::unique(all_.any_of);
    all_.any_of.erase(rest.begin(), rest.end());
    return std::move(all_);
  }

 private:
  std::set<std::vector<Clue>> taken_;
  Requirement all_;
};

// The pieces of some skeletons, each known by a number, which are in the order of their clues.
class NumberedPieces {
 public:
  using Number = std::uint32_t;

  explicit NumberedPieces(const std::vector<std::vector<Piece>>& skeletons) {
    for (const std::vector<Piece>& pieces : skeletons) {
      for (const Piece& piece : pieces) all_.push_back(&piece);
    }
    std::ranges::sort(all_, {}, clues_at);
    const auto same = std::ranges::unique(all_, {}, clues_at);
    all_.erase(same.begin(), same.end());
  }

  [[nodiscard]] std::size_t size() const { return all_.size(); }
  [[nodiscard]] const Piece& operator[](Number number) const { return *all_[number]; }
  [[nodiscard]] std::vector<Number> numbers_of(const std::vector<Piece>& pieces) const {
    std::vector<Number> numbers;
    for (const Piece& piece : pieces) {
      const auto found = std::ranges::lower_bound(all_, piece.clues, {}, clues_at);
      numbers.push_back(static_cast<Number>(found - all_.begin()));
    }
    return numbers;
  }

 private:
  static const std::vector<Clue>& clues_at(const Piece* piece) { return piece->clues; }

  std::vector<const Piece*> all_;
};

// Pieces of which each skeleton has one: again and again the one that costs least for each skeleton
// that has none yet (the greedy cover of Chvátal 1979). Of any of several endings of one word it is
// the word that is left.
Requirement cover_of(const std::vector<std::vector<Piece>>& skeletons) {
  using Number = NumberedPieces::Number;
  const NumberedPieces pieces(skeletons);
  std::vector<std::vector<Number>> open;      // the pieces of those that have none yet
  std::vector<double> served(pieces.size());  // how many of those a piece would do for
  for (const std::vector<Piece>& skeleton : skeletons) {
    open.push_back(pieces.numbers_of(skeleton));
    for (const Number number : open.back()) ++served[number];
  }
  RequirementMaker maker;
  while (!open.empty()) {
    std::optional<Number> best;
    for (Number number = 0; number < pieces.size(); ++number) {
      const auto share = [&](Number one) { return pieces[one].cost / served[one]; };
      if (served[number] > 0 && (!best || share(number) < share(*best))) best = number;
    }
    maker.include(pieces[*best]);
    std::erase_if(open, [&](const std::vector<Number>& numbers) {
      if (std::ranges::find(numbers, *best) == numbers.end()) return false;
      for (const Number number : numbers) --served[number];
      return true;
    });
  }
  return maker.made();
}

std::optional<std::vector<std::vector<Piece>>> pieces_of(const Skeletons& skeletons) {
  std::vector<std::vector<Piece>> all;
  for (const std::u32string& text : skeletons) {
    all.push_back(sorted_pieces(text));
    if (all.back().empty()) return std::nullopt;
  }
  return all;
}

// The pieces that cover every skeleton; the rarest of each; and the second rarest, the third and so
// on, as long as each skeleton has one.
void add_requirements(const Skeletons& skeletons, std::vector<Requirement>& out) {
  const auto all = pieces_of(skeletons);
  if (!all) return;
  for (std::size_t rank = 0; rank < most_requirements; ++rank) {
    const auto lacks = [&](const std::vector<Piece>& pieces) { return pieces.size() <= rank; };
    if (std::ranges::any_of(*all, lacks)) break;
    RequirementMaker maker;
    for (const std::vector<Piece>& pieces : *all) maker.include(pieces[rank]);
    out.push_back(maker.made());
  }
  out.push_back(cover_of(*all));
}

}  // namespace

double commonness(const Skeletons& skeletons) {
  const auto all = pieces_of(skeletons);
  return all ? cover_of(*all).cost : std::numeric_limits<double>::infinity();
}

std::vector<Clue> clues_of(const std::vector<base::PatternHead>& heads) {
  std::vector<Clue> clues;
  for (const base::PatternHead& head : heads) {
    const ClueKind kind = head.kind == base::PatternHead::Kind::word     ? ClueKind::word
                          : head.kind == base::PatternHead::Kind::prefix ? ClueKind::prefix
                                                                         : ClueKind::mark;
    clues.push_back({kind, head.text});
  }
  std::ranges::sort(clues);
  return clues;
}

std::tuple<double, const std::vector<Clue>&> rarity(const Requirement& one) {
  return {one.cost, one.any_of};
}

std::vector<Requirement> requirements_of(const std::vector<Skeletons>& sets) {
  std::vector<Requirement> all;
  for (const Skeletons& skeletons : sets) add_requirements(skeletons, all);
  std::ranges::sort(all, {}, rarity);
  const auto same = std::ranges::unique(all, {}, &Requirement::any_of);
  all.erase(same.begin(), same.end());
  if (all.size() > most_requirements) all.resize(most_requirements);
  return all;
}

}  // namespace linter::checks::policy
