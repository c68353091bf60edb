#include "linter/base/pattern_program.h"

#include <algorithm>
#include <array>
#include <bit>
#include <optional>
#include <span>
#include <utility>
#include <vector>

#include "linter/base/pattern_reach.h"
#include "linter/base/pattern_syntax.h"

namespace linter::base::pattern_engine {
namespace {

// A repeat that would take more of them is taken for one without end.
constexpr std::size_t most_of_repeat = 200;
constexpr std::size_t longest_shared = 40;  // characters that alternatives may begin with alike
constexpr std::uint32_t most_of_wide = 6;  // copies of a character that can be nearly anything

// Thrown inside this file for an automaton that grows too large.
struct TooLarge {};

bool is_wide(const Node& node) {
  if (node.kind == NodeKind::sequence && node.children.size() == 1)
    return is_wide(node.children.front());
  if (node.kind != NodeKind::character) return false;
  return __builtin_popcountll(node.set[0]) + __builtin_popcountll(node.set[1]) > 40;
}

std::size_t size_of(const Node& node) {
  if (node.kind == NodeKind::not_there) return 1;
  std::size_t size = std::max<std::size_t>(node.text.size(), 1);
  for (const Node& child : node.children) size += size_of(child);
  if (node.kind == NodeKind::repeat) size *= node.most == without_end ? node.least + 1 : node.most;
  return size;
}

bool can_be_empty(const Node& node) {
  const auto empty = [](const Node& child) { return can_be_empty(child); };
  switch (node.kind) {
    case NodeKind::character:
    case NodeKind::text:
      return false;
    case NodeKind::sequence:
      return std::ranges::all_of(node.children, empty);
    case NodeKind::alternation:
      return std::ranges::any_of(node.children, empty);
    case NodeKind::repeat:
      return node.least == 0 || empty(node.children.front());
    case NodeKind::nothing:
    case NodeKind::place:
    case NodeKind::ahead:
    case NodeKind::not_there:
      return true;
  }
  return true;
}

constexpr AsciiSet characters_of(Side side) {
  AsciiSet set{};
  for (unsigned c = 0; c < 128; ++c) {
    const bool is_word =
        (c >= '0' && c <= '9') || ((c | 0x20U) >= 'a' && (c | 0x20U) <= 'z') || c == '_';
    const bool ends_line = c >= '\n' && c <= '\r';
    const Side own = is_word ? Side::word : ends_line ? Side::line_end : Side::plain;
    if (own == side) set[c >> 6U] |= std::uint64_t{1} << (c & 63U);
  }
  return set;
}

// Splits the characters of ASCII into classes that every set takes or leaves as a whole: of a class
// of which a set takes a part, that part becomes another class.
void classify(Program& program) {
  std::vector<std::uint8_t> sizes{128};  // by class
  std::array<std::uint8_t, 129> taken{};
  const auto each_of = [](const AsciiSet& set, const auto& visit) {
    for (unsigned half = 0; half < set.size(); ++half) {
      for (std::uint64_t left = set[half]; left != 0; left &= left - 1)
        visit(half * 64 + static_cast<unsigned>(std::countr_zero(left)));
    }
  };
  const auto split = [&](const AsciiSet& set) {
    std::array<std::uint8_t, 129> parts{};  // by class: of what is taken from it; 0: nothing yet
    each_of(set, [&](unsigned c) { ++taken[program.class_of[c]]; });
    each_of(set, [&](unsigned c) {
      std::uint8_t& own = program.class_of[c];
      if (taken[own] == 0 || taken[own] == sizes[own]) return;
      if (parts[own] == 0) {
        parts[own] = static_cast<std::uint8_t>(sizes.size());
        sizes.push_back(0);
      }
      ++sizes[parts[own]];
      own = parts[own];
    });
    for (std::size_t i = 0; i < sizes.size(); ++i) {
      if (parts[i] != 0) sizes[i] = static_cast<std::uint8_t>(sizes[i] - taken[i]);
      taken[i] = 0;
    }
  };
  constexpr AsciiSet of_words = characters_of(Side::word);
  constexpr AsciiSet of_line_ends = characters_of(Side::line_end);
  split(of_words);
  split(of_line_ends);
  for (const AsciiSet& set : program.sets) split(set);
  program.examples.assign(sizes.size(), 0);
  for (std::uint8_t c = 128; c-- > 0;) program.examples[program.class_of[c]] = c;
}

// Writes instructions from the end to the begin: each part is told what comes behind it.
class Writer {
 public:
  Writer(Program& program, ProgramOptions options)
      : program_(program), ignore_case_(options.ignore_case), bounded_(options.word_bounded) {
    constexpr std::size_t usual_size = 128;
    literals_.fill(unknown);
    program_.code.reserve(usual_size);
    accept_ = add({.code = Opcode::accept});
    end_ = bounded_ ? add({.code = Opcode::place, .place = Place::edge, .next = accept_}) : accept_;
  }

  void write(const Syntax& syntax) {
    const Place begin = bounded_ && !syntax.keeps_out ? Place::edge : Place::anywhere;
    exact_up_to_ = syntax.is_exact ? without_end : 0;
    const std::uint32_t first = write(syntax.root, end_, true);
    program_.start = add({.code = Opcode::place, .place = begin, .next = first});
    program_.exact_up_to = exact_up_to_;
    if (exact_up_to_ == 0) program_.looks.clear();
    note_run(syntax.root);
  }

 private:
  std::uint32_t add(const Instruction& instruction) {
    if (program_.code.size() >= most_instructions) throw TooLarge{};
    program_.code.push_back(instruction);
    return static_cast<std::uint32_t>(program_.code.size() - 1);
  }

  std::uint16_t number_of(const AsciiSet& set) {
    const auto found = std::ranges::find_if(program_.sets, [&](const AsciiSet& one) {  // few
      return one[0] == set[0] && one[1] == set[1];
    });
    const auto number = static_cast<std::uint16_t>(found - program_.sets.begin());
    if (found == program_.sets.end()) program_.sets.push_back(set);
    return number;
  }

  std::uint16_t number_of(char32_t literal) {
    if (literal >= literals_.size()) return number_of(literal_set(literal, ignore_case_));
    std::uint16_t& number = literals_[literal];
    if (number == unknown) number = number_of(literal_set(literal, ignore_case_));
    return number;
  }

  // `last`: nothing of the expression comes behind the node.
  std::uint32_t write(const Node& node, std::uint32_t next, bool last) {
    switch (node.kind) {
      case NodeKind::nothing:
        return next;
      case NodeKind::character:
        return add({.code = Opcode::character, .set = number_of(node.set), .next = next});
      case NodeKind::text:
        return write_text(node.text, next);
      case NodeKind::place:
        return add({.code = Opcode::place, .place = node.place, .next = next});
      case NodeKind::sequence:
        return write_children(node, 0, next, last);
      case NodeKind::alternation:
        return write_alternation(node, next, last);
      case NodeKind::repeat:
        return write_repeat(node, next);
      case NodeKind::ahead:
        return last ? write_ahead(node) : next;
      case NodeKind::not_there:
        note_look(node);
        return next;
    }
    return next;
  }

  // A look that the code knows nothing of.
  static bool is_passed_over(const Node& node) {
    return node.kind == NodeKind::not_there ||
           (node.kind == NodeKind::ahead && node.children.front().kind == NodeKind::nothing);
  }

  void note_look(const Node& node) {
    if (exact_up_to_ == 0 || std::ranges::find(looks_noted_, &node) != looks_noted_.end()) return;
    looks_noted_.push_back(&node);  // once, however often a repeat writes it
    const Node& what = node.children.front();
    if (can_be_empty(what)) {
      exact_up_to_ = 0;
      return;
    }
    Look look{.length = node.is_behind ? node.least : 0, .program = {}};
    Writer(look.program, {.ignore_case = ignore_case_, .word_bounded = false})
        .write({.root = what});
    classify(look.program);
    program_.looks.push_back(std::move(look));
  }

  void note_run(const Node& root) {
    if (root.kind != NodeKind::sequence || root.children.back().kind != NodeKind::repeat) return;
    const Node& last = root.children.back();
    const Node& what = last.children.front();
    if (last.is_lazy || last.least > 0 || last.most <= most_of_wide) return;
    if (what.kind != NodeKind::character) return;
    constexpr AsciiSet words = characters_of(Side::word);
    const bool has_words =
        (what.set[0] & words[0]) == words[0] && (what.set[1] & words[1]) == words[1];
    if (has_words) program_.run = what.set;
  }

  // What has to follow a match may be read as if it were its end.
  std::uint32_t write_ahead(const Node& node) {
    const std::uint32_t behind = write(node.children.front(), accept_, false);
    if (!bounded_) return behind;
    return add({.code = Opcode::place, .place = Place::edge, .next = behind});
  }

  // Those of a sequence, from the one with the number `first`.
  std::uint32_t write_children(const Node& node, std::size_t first, std::uint32_t next, bool last) {
    for (std::size_t i = node.children.size(); i-- > first;) {
      next = write(node.children[i], next, last);
      last = last && is_passed_over(node.children[i]);
    }
    return next;
  }

  // What is left of one of several alternatives behind its first characters.
  struct Branch {
    const Node* node = nullptr;
    std::size_t child = 0;   // of a sequence: the first that is not all behind
    std::size_t letter = 0;  // of a text: the first that is not behind

    [[nodiscard]] const Node* first() const {
      if (node->kind != NodeKind::sequence) return child == 0 ? node : nullptr;
      return child < node->children.size() ? &node->children[child] : nullptr;
    }
  };

  // The set of the character that a branch begins with, where it begins with one.
  std::optional<std::uint16_t> first_set(const Branch& branch) {
    const Node* first = branch.first();
    if (first != nullptr && first->kind == NodeKind::character) return number_of(first->set);
    if (first != nullptr && first->kind == NodeKind::text)
      return number_of(first->text[branch.letter]);
    return std::nullopt;
  }

  static Branch behind_first(Branch branch) {
    const Node& first = *branch.first();
    const bool goes_on = first.kind == NodeKind::text && branch.letter + 1 < first.text.size();
    return goes_on ? Branch{branch.node, branch.child, branch.letter + 1}
                   : Branch{branch.node, branch.child + 1, 0};
  }

  std::uint32_t write(const Branch& branch, std::uint32_t next, bool last) {
    const Node* first = branch.first();
    if (first == nullptr) return next;
    if (branch.letter == 0) {
      return branch.node->kind == NodeKind::sequence
                 ? write_children(*branch.node, branch.child, next, last)
                 : write(*branch.node, next, last);
    }
    next = write(Branch{branch.node, branch.child + 1, 0}, next, last);
    return write_text(first->text.substr(branch.letter), next);
  }

  std::uint32_t write_text(std::u32string_view text, std::uint32_t next) {
    for (std::size_t i = text.size(); i-- > 0;)
      next = add({.code = Opcode::character, .set = number_of(text[i]), .next = next});
    return next;
  }

  // Alternatives that begin alike share what they begin with: hundreds of words are a tree with some
  // twenty branches, of which a character leads into one.
  std::uint32_t write_alternation(const Node& node, std::uint32_t next, bool last) {
    std::vector<Branch> branches;
    branches.reserve(node.children.size());
    for (const Node& child : node.children) branches.push_back({&child});
    return write_branches(branches, next, last, longest_shared);
  }

  std::uint32_t write_branches(std::span<const Branch> branches, std::uint32_t next, bool last,
                               std::size_t may_share) {
    std::vector<std::pair<std::uint16_t, Branch>> with_set;
    std::optional<std::uint32_t> entry;
    const auto enter = [&](std::uint32_t own) {
      entry = entry ? add({.code = Opcode::either, .next = own, .other = *entry}) : own;
    };
    for (const Branch& branch : branches) {
      if (const auto set = may_share > 0 ? first_set(branch) : std::nullopt)
        with_set.emplace_back(*set, branch);
      else
        enter(write(branch, next, last));
    }
    std::ranges::stable_sort(with_set, {}, &std::pair<std::uint16_t, Branch>::first);
    for (std::size_t at = 0; at < with_set.size();) {
      const std::uint16_t set = with_set[at].first;
      std::vector<Branch> alike;
      for (; at < with_set.size() && with_set[at].first == set; ++at)
        alike.push_back(behind_first(with_set[at].second));
      const std::uint32_t behind = alike.size() == 1
                                       ? write(alike.front(), next, last)
                                       : write_branches(alike, next, last, may_share - 1);
      enter(add({.code = Opcode::character, .set = set, .next = behind}));
    }
    return entry.value_or(next);
  }

  std::uint32_t write_repeat(const Node& node, std::uint32_t next) {
    const Node& child = node.children.front();
    std::uint32_t least = node.least;
    std::uint32_t most = node.most;
    const bool is_large = size_of(node) > most_of_repeat;
    if (is_large) least = std::min(least, 1U);
    if (is_large || (is_wide(child) && most != without_end && most - least > most_of_wide))
      most = without_end;
    if (most != node.most) exact_up_to_ = std::min(exact_up_to_, node.most);
    if (least != node.least) exact_up_to_ = 0;
    if (most == without_end) {
      const std::uint32_t loop = add({.code = Opcode::either, .other = next});
      const std::uint32_t body = write(child, loop, false);
      program_.code.set(loop, {.code = Opcode::either, .next = body, .other = next});
      next = loop;
    } else {
      std::uint32_t more = next;
      for (std::uint32_t i = least; i < most; ++i) {
        const std::uint32_t body = write(child, more, false);
        more = add({.code = Opcode::either, .next = body, .other = next});
      }
      next = more;
    }
    for (std::uint32_t i = 0; i < least; ++i) next = write(child, next, false);
    return next;
  }

  Program& program_;
  std::uint32_t accept_ = 0;
  std::uint32_t end_ = 0;
  static constexpr std::uint16_t unknown = UINT16_MAX;
  std::array<std::uint16_t, 128> literals_{};  // by character: its set
  std::uint32_t exact_up_to_ = 0;  // Program::exact_up_to, of what is written so far
  std::vector<const Node*> looks_noted_;
  bool ignore_case_;
  bool bounded_;
};

}  // namespace

bool may_hold(Place place, Side before, Side behind) {
  const auto may_be_word = [](Side side) {
    return side == Side::word || side == Side::beyond_ascii;
  };
  const auto may_end_line = [](Side side) {
    return side == Side::end_of_text || side == Side::line_end || side == Side::beyond_ascii;
  };
  switch (place) {
    case Place::anywhere:
      return true;
    case Place::edge:
      return before != Side::word || behind != Side::word;
    case Place::boundary:
      return (may_be_word(before) && behind != Side::word) ||
             (before != Side::word && may_be_word(behind));
    case Place::line_begin:
      return may_end_line(before);
    case Place::line_end:
      return may_end_line(behind);
  }
  return true;
}

std::optional<Program> program_of(std::u32string_view expression, ProgramOptions options) {
  const std::optional<Syntax> syntax = syntax_of(expression, options);
  if (!syntax || can_be_empty(syntax->root)) return std::nullopt;
  try {
    Program program;
    Writer(program, options).write(*syntax);
    classify(program);
    program.reach = reach_of(*syntax);
    return program;
  } catch (const TooLarge&) {
    return std::nullopt;
  }
}

}  // namespace linter::base::pattern_engine
