#include "linter/base/pattern_heads.h"

#include <algorithm>
#include <array>
#include <bit>
#include <string>
#include <utility>

namespace linter::base::pattern_engine {
namespace {

constexpr std::size_t most_heads = 96;
constexpr std::size_t longest_head = 24;
constexpr int most_spelled_out = 4;  // letters of a class
constexpr unsigned letters = 26;

// Thrown inside this file where a match may begin with anything.
struct Unknown {};

constexpr AsciiSet set_of(std::string_view characters) {
  AsciiSet set{};
  for (const char c : characters) {
    const auto byte = static_cast<unsigned char>(c);
    set[byte >> 6U] |= std::uint64_t{1} << (byte & 63U);
  }
  return set;
}

constexpr AsciiSet alphabet = set_of("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz");
// Marks that are tokens wherever they stand, and those that may stand inside a number.
constexpr AsciiSet marks = set_of("!\"#$%&()*+-/:;<=>?@[\\]^`{|}~");
constexpr AsciiSet points = set_of(".,");
constexpr AsciiSet digits_and_line = set_of("0123456789_");
constexpr AsciiSet digits = set_of("0123456789");

AsciiSet both(const AsciiSet& a, const AsciiSet& b) {
  return {a[0] & b[0], a[1] & b[1]};
}
AsciiSet without(const AsciiSet& a, const AsciiSet& b) {
  return {a[0] & ~b[0], a[1] & ~b[1]};
}
bool is_empty(const AsciiSet& set) {
  return set[0] == 0 && set[1] == 0;
}

// A bit for each letter, capital or not.
std::uint32_t letters_of(const AsciiSet& set) {
  constexpr std::uint32_t all = (std::uint32_t{1} << letters) - 1;
  return static_cast<std::uint32_t>((set[1] >> ('A' - 64U)) | (set[1] >> ('a' - 64U))) & all;
}

// Follows the program letter by letter, as long as the letters are few.
class HeadFinder {
 public:
  HeadFinder(const Program& program, bool is_bounded)
      : program_(program), marks_(program.code.size()), is_bounded_(is_bounded) {}

  std::vector<PatternHead> find() {
    refuse_beginnings_inside_words();
    const std::vector<std::uint32_t> all = closure({program_.start}, std::nullopt);
    find_marks(all);
    std::string text;
    follow(all, text);
    std::ranges::sort(heads_);
    const auto rest = std::ranges::unique(heads_);
    heads_.erase(rest.begin(), rest.end());
    return std::move(heads_);
  }

 private:
  // What is reached from instructions without a character. Conditions hold, or where sides are
  // given, only if they may hold there.
  std::vector<std::uint32_t> closure(std::vector<std::uint32_t> pending,
                                     std::optional<std::pair<Side, Side>> sides) {
    ++round_;
    std::vector<std::uint32_t> reached;
    while (!pending.empty()) {
      const std::uint32_t at = pending.back();
      pending.pop_back();
      if (std::exchange(marks_[at], round_) == round_) continue;
      const Instruction one = program_.code[at];
      if (one.code == Opcode::either) {
        pending.push_back(one.next);
        pending.push_back(one.other);
      } else if (one.code == Opcode::place) {
        if (!sides || may_hold(one.place, sides->first, sides->second)) pending.push_back(one.next);
      } else {
        reached.push_back(at);
      }
    }
    return reached;
  }

  [[nodiscard]] AsciiSet characters_of(const std::vector<std::uint32_t>& reached) const {
    AsciiSet all{};
    for (const std::uint32_t at : reached) {
      if (program_.code[at].code != Opcode::character) continue;
      const AsciiSet& set = program_.sets[program_.code[at].set];
      all = {all[0] | set[0], all[1] | set[1]};
    }
    return all;
  }

  void refuse_beginnings_inside_words() {
    const auto inside = closure({program_.start}, std::pair(Side::word, Side::word));
    if (letters_of(characters_of(inside)) != 0) throw Unknown{};
  }

  // Where the match begins with a mark. All that is no letter has to be a mark of ASCII.
  void find_marks(const std::vector<std::uint32_t>& reached) {
    for (const std::uint32_t at : reached) {
      const Instruction one = program_.code[at];
      if (one.code == Opcode::accept) throw Unknown{};
      const AsciiSet& set = program_.sets[one.set];
      if (is_empty(set)) throw Unknown{};  // a character beyond ASCII
      const AsciiSet other = without(set, alphabet);
      if (!is_empty(without(without(other, marks), points))) throw Unknown{};
      if (!is_empty(both(other, points))) {
        const auto next = closure({one.next}, std::nullopt);
        if (!is_empty(both(characters_of(next), digits))) throw Unknown{};
      }
      for (unsigned c = 0; c < 128; ++c) {
        if (((other[c >> 6U] >> (c & 63U)) & 1U) != 0)
          heads_.push_back({PatternHead::Kind::mark, std::string(1, static_cast<char>(c))});
      }
    }
    if (heads_.size() > most_heads) throw Unknown{};
  }

  void add(PatternHead::Kind kind, const std::string& text) {
    if (text.empty() || heads_.size() >= most_heads) throw Unknown{};
    heads_.push_back({kind, text});
  }

  // `reached` may come behind `text`, which is letters.
  void follow(const std::vector<std::uint32_t>& reached, std::string& text) {
    if (text.size() >= longest_head) return add(PatternHead::Kind::prefix, text);
    bool ends = false;
    std::uint32_t named = 0;
    for (const std::uint32_t at : reached) {
      const Instruction one = program_.code[at];
      if (one.code == Opcode::accept) {
        if (!is_bounded_) return add(PatternHead::Kind::prefix, text);
        ends = true;
        continue;
      }
      const AsciiSet& set = program_.sets[one.set];
      const std::uint32_t own = letters_of(set);
      // among so many words, numbers and scripts nothing more is told
      if (std::popcount(own) > most_spelled_out || (!text.empty() && is_empty(set)) ||
          !is_empty(both(set, digits_and_line)))
        return add(PatternHead::Kind::prefix, text);
      if (!is_empty(without(set, alphabet))) ends = true;
      named |= own;
    }
    if (ends && !text.empty()) add(PatternHead::Kind::word, text);
    for (unsigned letter = 0; letter < letters; ++letter) {
      if (((named >> letter) & 1U) == 0) continue;
      std::vector<std::uint32_t> next;
      for (const std::uint32_t at : reached) {
        const Instruction one = program_.code[at];
        if (one.code == Opcode::character &&
            ((letters_of(program_.sets[one.set]) >> letter) & 1U) != 0)
          next.push_back(one.next);
      }
      text += static_cast<char>('a' + letter);
      follow(closure(std::move(next), std::nullopt), text);
      text.pop_back();
    }
  }

  const Program& program_;
  std::vector<PatternHead> heads_;
  std::vector<std::uint32_t> marks_;  // by instruction: the round that reached it
  std::uint32_t round_ = 0;
  bool is_bounded_;  // a match does not end inside a word
};

}  // namespace

std::vector<PatternHead> heads_of(const Program& program, bool is_bounded) {
  try {
    return HeadFinder(program, is_bounded).find();
  } catch (const Unknown&) {
    return {};
  }
}

}  // namespace linter::base::pattern_engine
