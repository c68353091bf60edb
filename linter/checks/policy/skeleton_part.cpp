#include "linter/checks/policy/skeleton_part.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "linter/base/utf8.h"
#include "linter/checks/policy/requirement.h"

namespace linter::checks::policy {
namespace {

constexpr std::size_t most_strings = 256;
constexpr std::size_t most_product = 48;
constexpr std::size_t most_sets = 8;

// Whether no word goes on over a place beside this.
bool is_edge(char32_t c) {
  return c == boundary || c == break_ || (c < gap && breaks_words(c));
}

bool begin_at_edges(const Skeletons& strings) {
  return std::ranges::all_of(
      strings, [](const std::u32string& text) { return !text.empty() && is_edge(text.front()); });
}

void append(std::u32string& text, std::u32string_view more) {
  if (text.ends_with(gap) && more.starts_with(gap)) more.remove_prefix(1);
  if (!text.empty() && is_edge(text.back()) && more.starts_with(boundary)) more.remove_prefix(1);
  text += more;
}

// Gives up the strings of a part: what they say becomes a set of its own. `edge`: no word goes on
// behind them.
void seal(Part& part, bool edge) {
  const bool was_edge = end_at_edges(part.strings);
  for (std::u32string& text : part.strings) {
    if (edge) append(text, std::u32string(1, boundary));
    append(text, std::u32string(1, gap));
  }
  if (has_content(part.strings) && part.sets.size() < most_sets)
    part.sets.push_back(std::move(part.strings));
  part.strings = anything().strings;
  if (was_edge) part.strings.front() += boundary;
}

// Leaves each string once.
void unify(Skeletons& strings) {
  if (strings.size() < 2) return;
  std::ranges::sort(strings);
  const auto rest = std::ranges::unique(strings);
  strings.erase(rest.begin(), rest.end());
}

// The set of each branch that stands for it: the one whose words are rarest, or where these are too
// many, the smallest. None where a branch has no set.
Skeletons best_sets(std::vector<Part>& branches) {
  std::vector<Skeletons*> rarest;
  std::size_t size = 0;
  for (Part& branch : branches) {
    if (branch.sets.empty()) return {};
    rarest.push_back(&*std::ranges::min_element(branch.sets, {}, commonness));
    size += rarest.back()->size();
  }
  Skeletons all;
  for (std::size_t i = 0; i < branches.size(); ++i) {
    Skeletons& best = size <= most_strings
                          ? *rarest[i]
                          : *std::ranges::min_element(branches[i].sets, {}, &Skeletons::size);
    std::ranges::move(best, std::back_inserter(all));
  }
  return all;
}

}  // namespace

Part literally(char32_t c) {
  return Part{.strings = Skeletons(1, std::u32string(1, c)), .sets = {}};
}

Part anything() {
  return literally(gap);
}

bool is_digit(char32_t c) {
  return c >= U'0' && c <= U'9';
}

bool breaks_words(char32_t c) {
  if (c == U'\'' || c == U'_' || c == U'.' || c == U',') return false;
  if (c < 0x80) return !base::is_ascii_letter(c) && !is_digit(c);
  const bool invisible = (c >= 0x200B && c <= 0x200D) || c == 0x2060 || c == 0xFEFF;
  return !invisible && !base::is_letter(c) && !base::is_combining_mark(c);
}

char32_t folded(char32_t c) {
  if (c == 0x2019 || c == 0x2018 || c == 0x2BC) return U'\'';
  return base::is_space(c) ? U' ' : base::to_lower(c);
}

bool end_at_edges(const Skeletons& strings) {
  return std::ranges::all_of(
      strings, [](const std::u32string& text) { return !text.empty() && is_edge(text.back()); });
}

bool has_content(const Skeletons& strings) {
  return std::ranges::all_of(strings, [](const std::u32string& text) {
    return std::ranges::any_of(text, [](char32_t c) { return c != gap && c != boundary; });
  });
}

std::size_t longest(const Skeletons& strings) {
  std::size_t size = 0;
  for (const std::u32string& text : strings) size = std::max(size, text.size());
  return size;
}

void concatenate(Part& left, Part right) {
  const auto room = most_sets - std::min(most_sets, left.sets.size());
  right.sets.resize(std::min(right.sets.size(), room));
  std::ranges::move(right.sets, std::back_inserter(left.sets));
  const bool too_many = left.strings.size() * right.strings.size() > most_product &&
                        left.strings.size() > 1 && right.strings.size() > 1;
  if (too_many || longest(left.strings) + longest(right.strings) > longest_string)
    seal(left, begin_at_edges(right.strings));
  if (right.strings.size() == 1) {
    for (std::u32string& text : left.strings) append(text, right.strings.front());
    return;
  }
  Skeletons product;
  for (const std::u32string& head : left.strings) {
    for (const std::u32string& tail : right.strings) append(product.emplace_back(head), tail);
  }
  unify(product);
  left.strings = std::move(product);
}

// One of several branches. Sets of single branches say nothing of the whole, but where a branch's
// own strings are too weak, its best set stands for it. `edge`: no word goes on behind them.
Part alternatives(std::vector<Part> branches, bool edge) {
  if (branches.size() == 1) return std::move(branches.front());
  const bool plain =
      std::ranges::all_of(branches, [](const Part& part) { return part.sets.empty(); });
  Part all;
  all.strings.clear();
  if (plain) {
    for (Part& branch : branches)
      std::ranges::move(branch.strings, std::back_inserter(all.strings));
  } else {
    for (Part& branch : branches) seal(branch, edge);
    all.strings = best_sets(branches);
    if (all.strings.empty()) return anything();
  }
  unify(all.strings);
  if (all.strings.size() > most_strings) return anything();
  if (!plain) {
    // Sets may begin anywhere in their branch.
    for (std::u32string& text : all.strings) text.insert(text.begin(), gap);
    seal(all, false);
  }
  return all;
}

Part times(Part part, std::size_t least, std::size_t most) {
  if (most == 0) return Part{};
  const bool only_break = part.strings == literally(break_).strings;
  if (least == 0) {
    part.sets.clear();
    if (most > 1 && !only_break) return anything();
    part.strings.emplace_back();
    unify(part.strings);
    return part;
  }
  if (only_break || most == 1) return part;
  if (least > 1) {
    Part once = part;
    for (std::u32string& text : once.strings) {
      if (text.starts_with(boundary)) text.erase(text.begin());
    }
    concatenate(part, std::move(once));
  }
  if (most > 2 || least == 1) concatenate(part, anything());
  return part;
}

}  // namespace linter::checks::policy
