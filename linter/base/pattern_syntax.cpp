#include "linter/base/pattern_syntax.h"

#include <algorithm>
#include <utility>

#include "linter/base/utf8.h"

namespace linter::base::pattern_engine {
namespace {

constexpr std::uint32_t most_repeats = 1000;

// Thrown inside this file for what the reader does not understand.
struct NotUnderstood {};

void include(AsciiSet& set, char32_t c) {
  set[c >> 6U] |= std::uint64_t{1} << (c & 63U);
}
void include(AsciiSet& set, const AsciiSet& more) {
  set[0] |= more[0];
  set[1] |= more[1];
}
AsciiSet without(const AsciiSet& set) {
  return {~set[0], ~set[1]};
}

template <class Condition>
constexpr AsciiSet characters(const Condition& condition) {
  AsciiSet set{};
  for (char32_t c = 0; c < 128; ++c) {
    if (condition(c)) set[c >> 6U] |= std::uint64_t{1} << (c & 63U);
  }
  return set;
}

constexpr AsciiSet everything{~std::uint64_t{0}, ~std::uint64_t{0}};

constexpr bool is_digit(char32_t c) {
  return c >= U'0' && c <= U'9';
}

constexpr AsciiSet word_characters = characters([](char32_t c) {
  return is_digit(c) || c == U'_' || ((c | 0x20U) >= U'a' && (c | 0x20U) <= U'z');
});
constexpr AsciiSet digits = characters(is_digit);
constexpr AsciiSet spaces =
    characters([](char32_t c) { return c == U' ' || (c >= U'\t' && c <= U'\r'); });

// As the engine's traits have it.
char32_t folded(char32_t c) {
  if (c < 0x80) return c;
  if (c == 0x2019 || c == 0x2018 || c == 0x2BC) return U'\'';
  return is_space(c) ? U' ' : c;
}

// What a class escape ("\w") stands for; nothing for other escapes.
std::optional<AsciiSet> class_escape(char32_t c) {
  switch (c) {
    case U'w':
      return word_characters;
    case U'W':
      return without(word_characters);
    case U'd':
      return digits;
    case U'D':
      return without(digits);
    case U's':
      return spaces;
    case U'S':
      return without(spaces);
    default:
      return std::nullopt;
  }
}

Node nothing() {
  return {};
}
Node one_of(const AsciiSet& set, bool inside_words) {
  return {.kind = NodeKind::character, .set = set, .inside_words = inside_words};
}

// Whether a word or number goes on over all characters from `low` to `high`. Beyond ASCII only the
// blocks with the usual punctuation are looked at: see Program::reach.
bool goes_on_over(char32_t low, char32_t high) {
  const auto lies_in = [&](char32_t first, char32_t last) { return low >= first && high <= last; };
  return lies_in(U'a', U'z') || lies_in(U'A', U'Z') || lies_in(U'0', U'9') || low == U'_' ||
         lies_in(0xC0, 0x1FFF) || lies_in(0x2070, 0x2FFF) || lies_in(0x3001, 0x10FFFF);
}
Node text_node(std::u32string_view text) {
  return {.kind = NodeKind::text, .text = text, .inside_words = true};
}
Node at(Place place) {
  return {.kind = NodeKind::place, .place = place};
}

// How many characters every match of the node takes; nothing where they differ, or where Boost
// might not see it.
std::optional<std::size_t> fixed_length(const Node& node) {
  switch (node.kind) {
    case NodeKind::nothing:
    case NodeKind::place:
      return 0;
    case NodeKind::character:
      return 1;
    case NodeKind::text:
      return node.text.size();
    case NodeKind::ahead:
    case NodeKind::not_there:
    case NodeKind::repeat:
      return std::nullopt;
    case NodeKind::sequence:
    case NodeKind::alternation:
      break;
  }
  std::optional<std::size_t> length;
  for (const Node& child : node.children) {
    const auto own = fixed_length(child);
    if (!own) return std::nullopt;
    if (node.kind == NodeKind::sequence) {
      length = length.value_or(0) + *own;
    } else if (length && *length != *own) {
      return std::nullopt;
    } else {
      length = own;
    }
  }
  return length.value_or(0);
}

class SyntaxReader {
 public:
  // `whole`: the tree is wanted, too.
  SyntaxReader(std::u32string_view text, ProgramOptions options, bool whole)
      : text_(text), options_(options), ignore_case_(options.ignore_case), whole_(whole) {}

  Syntax read() {
    Node root = alternation();
    if (at_ != text_.size()) throw NotUnderstood{};
    if (resets_ > 1) throw NotUnderstood{};
    return {.root = std::move(root),
            .is_certain = is_certain_,
            .keeps_out = resets_ > 0,
            .is_exact = is_exact_ && resets_ == 0};
  }

 private:
  [[nodiscard]] bool done() const { return at_ >= text_.size(); }
  [[nodiscard]] char32_t peek(std::size_t ahead = 0) const {
    return at_ + ahead < text_.size() ? text_[at_ + ahead] : U'\0';
  }
  char32_t next() {
    if (done()) throw NotUnderstood{};
    return text_[at_++];
  }
  bool skip(std::u32string_view wanted) {
    if (!text_.substr(at_).starts_with(wanted)) return false;
    at_ += wanted.size();
    return true;
  }

  Node alternation() {
    if (++depth_ > deepest_group) throw NotUnderstood{};
    Node first = sequence();
    if (peek() == U'|' && !done()) first = alternatives(std::move(first));
    --depth_;
    return first;
  }

  Node alternatives(Node first) {
    constexpr std::size_t some = 8;
    Node all{.kind = NodeKind::alternation};
    all.children.reserve(some);
    all.children.push_back(std::move(first));
    while (skip(U"|")) all.children.push_back(sequence());
    return all;
  }

  // What stands alone is no sequence.
  Node sequence() {
    Node whole{.kind = NodeKind::sequence};
    Node only;
    std::size_t count = 0;
    const auto add = [&](Node item) {
      constexpr std::size_t some = 4;
      if (++count == 1) {
        only = std::move(item);
        return;
      }
      if (count == 2) {
        whole.children.reserve(some);
        whole.children.push_back(std::move(only));
      }
      whole.children.push_back(std::move(item));
    };
    while (!done() && peek() != U'|' && peek() != U')') {
      if (const std::u32string_view run = plain_run(); !run.empty()) {
        const bool is_one = run.size() == 1;
        if (whole_ || asides_ > 0 || count == 0) {
          add(is_one ? literal(run.front()) : text_node(run));
        } else if (count == 1) {
          only = text_node(run);  // it takes text, which is all that is asked
        }
        at_ += run.size();
        continue;
      }
      Node item = atom();
      add(repeated(std::move(item)));
    }
    if (count == 0) is_certain_ = false;
    return count == 1 ? std::move(only) : std::move(whole);
  }

  // Most of an expression: characters that stand for themselves, once. From the place that is read:
  // those of one word, or one other.
  [[nodiscard]] std::u32string_view plain_run() const {
    const auto is_one = [&](std::size_t at) {
      const bool is_repeated = at + 1 < text_.size() && is_repeat(text_[at + 1]);
      return at < text_.size() && is_plain(text_[at]) && !is_repeated;
    };
    std::size_t end = at_;
    for (; is_one(end); ++end) {
      const char32_t seen = folded(text_[end]);
      if (goes_on_over(seen, seen)) continue;
      if (end == at_) ++end;
      break;
    }
    return text_.substr(at_, end - at_);
  }
  static bool is_plain(char32_t c) {
    constexpr AsciiSet others = characters([](char32_t one) {
      return one == 0 || std::u32string_view(U"()[].^$\\*+?{}|").contains(one);
    });
    return c >= 0x80 || ((others[c >> 6U] >> (c & 63U)) & 1U) == 0;
  }
  static bool is_repeat(char32_t c) { return c == U'*' || c == U'+' || c == U'?' || c == U'{'; }

  Node atom() {
    const char32_t c = next();
    switch (c) {
      case U'(':
        return group();
      case U'[':
        return bracket();
      case U'.':
        return one_of(everything, false);
      case U'^':
        is_exact_ = false;
        return at(Place::line_begin);
      case U'$':
        is_exact_ = false;
        return at(Place::line_end);
      case U'\\':
        return escape();
      case U'*':
      case U'+':
      case U'?':
      case U'{':
      case U'}':
      case U']':
        throw NotUnderstood{};
      default:
        return literal(c);
    }
  }

  [[nodiscard]] Node literal(char32_t c) const {
    const char32_t seen = folded(c);
    return one_of(literal_set(c, ignore_case_), goes_on_over(seen, seen));
  }

  Node group() {
    if (peek() == U'*') throw NotUnderstood{};
    if (!skip(U"?")) {
      is_exact_ = false;
      return closed();
    }
    if (skip(U":")) return closed();
    if (skip(U"!")) return look({.kind = NodeKind::not_there}, aside());
    if (skip(U"<!")) return behind();
    if (skip(U"=")) {
      is_exact_ = false;
      return look({.kind = NodeKind::ahead}, aside());
    }
    if (skip(U"<=")) {
      is_exact_ = false;
      behind();
      return look({.kind = NodeKind::ahead}, nothing());
    }
    return flags();
  }

  Node behind() {
    Node what = aside();
    const std::optional<std::size_t> length = fixed_length(what);
    if (!length) is_certain_ = is_exact_ = false;
    return look({.kind = NodeKind::not_there,
                 .is_behind = true,
                 .least = static_cast<std::uint32_t>(length.value_or(0))},
                std::move(what));
  }

  static Node look(Node node, Node what) {
    node.children.push_back(std::move(what));
    return node;
  }

  // "(?i)", "(?-i:": what is a capital is then not known.
  Node flags() {
    is_certain_ = is_exact_ = false;
    while (peek() != U':' && peek() != U')') {
      const char32_t flag = next();
      if (flag != U'i' && flag != U's' && flag != U'm' && flag != U'-') throw NotUnderstood{};
      if (flag == U'i' && !options_.ignore_case) throw NotUnderstood{};
    }
    return next() == U')' ? nothing() : closed();
  }

  Node closed() {
    Node inner = alternation();
    if (next() != U')') throw NotUnderstood{};
    return inner;
  }

  // A group that takes no text itself.
  Node aside() {
    const std::size_t resets = resets_;
    ++asides_;
    Node inner = closed();
    --asides_;
    if (resets_ != resets) throw NotUnderstood{};
    return inner;
  }

  Node escape() {
    const char32_t c = next();
    if (const auto set = class_escape(c)) return one_of(*set, c == U'w' || c == U'd');
    switch (c) {
      case U'b':
        return at(Place::boundary);
      case U'n':
        return literal(U'\n');
      case U't':
        return literal(U'\t');
      case U'r':
        return literal(U'\r');
      case U'f':
        return literal(U'\f');
      case U'K':
        ++resets_;
        is_certain_ = false;
        // where a bounded match begins
        return options_.word_bounded ? at(Place::edge) : nothing();
      case U'x':
        return literal(hexadecimal());
      default:
        break;
    }
    if (!is_escaped_mark(c)) throw NotUnderstood{};
    return literal(c);
  }

  // Marks that stand for themselves behind a backslash.
  static bool is_escaped_mark(char32_t c) {
    return c != 0 && std::u32string_view(U".[]{}()\\*+?|^$/-\"&,:;!#%@=~").contains(c);
  }

  char32_t hexadecimal() {
    is_certain_ = false;
    const bool braced = skip(U"{");
    char32_t value = 0;
    for (std::size_t i = 0; i < (braced ? 6U : 2U) && (!braced || peek() != U'}'); ++i) {
      const char32_t c = to_lower(next());
      if (!is_digit(c) && !(c >= U'a' && c <= U'f')) throw NotUnderstood{};
      value = value * 16 + (is_digit(c) ? c - U'0' : c - U'a' + 10);
    }
    if ((braced && next() != U'}') || value == 0 || value > 0x10FFFF) throw NotUnderstood{};
    return value;
  }

  // A class. Of what is certainly in it the complement is taken where it is negated.
  Node bracket() {
    const bool negated = skip(U"^");
    AsciiSet set{};
    bool inside_words = !negated;
    const auto take = [&](const AsciiSet& more, bool is_inside) {
      include(set, more);
      inside_words = inside_words && is_inside;
    };
    for (bool first = true; first || peek() != U']'; first = false) {
      if (peek() == U'[' && (peek(1) == U':' || peek(1) == U'.' || peek(1) == U'='))
        throw NotUnderstood{};
      if (peek() == U'\\') {
        if (const auto shorthand = class_escape(peek(1))) {
          take(*shorthand, peek(1) == U'w' || peek(1) == U'd');
          at_ += 2;
          if (peek() == U'-' && peek(1) != U']') throw NotUnderstood{};
          continue;
        }
      }
      const char32_t low = member();
      if (peek() == U'-' && peek(1) != U']') {
        next();
        const char32_t high = member();
        take(range(low, high, negated), goes_on_over(low, high));
      } else {
        take(literal_set(low, ignore_case_), goes_on_over(folded(low), folded(low)));
      }
    }
    next();
    return one_of(negated ? without(set) : set, inside_words);
  }

  [[nodiscard]] AsciiSet range(char32_t low, char32_t high, bool certainly) {
    if (high < low) throw NotUnderstood{};
    const auto lies_in = [&](char32_t first, char32_t last) {
      return low >= first && high <= last;
    };
    const bool is_of_letters = lies_in(U'a', U'z') || lies_in(U'A', U'Z');
    if (!lies_in(U'0', U'9') && (!is_of_letters || (certainly && ignore_case_))) is_exact_ = false;
    const auto as_written = [&](char32_t c) { return c >= low && c <= high; };
    if (!ignore_case_) return characters(as_written);
    const auto as_lower = [&](char32_t c) {
      return to_lower(c) >= to_lower(low) && to_lower(c) <= to_lower(high);
    };
    if (certainly) return characters([&](char32_t c) { return as_written(c) && as_lower(c); });
    return characters([&](char32_t c) {
      return as_written(c) || as_written(to_upper(c)) || as_written(to_lower(c)) || as_lower(c);
    });
  }

  char32_t member() {
    const char32_t c = next();
    if (c != U'\\') return c;
    const char32_t escaped = next();
    switch (escaped) {
      case U'n':
        return U'\n';
      case U't':
        return U'\t';
      case U'r':
        return U'\r';
      case U'x':
        return hexadecimal();
      default:
        break;
    }
    if (!is_escaped_mark(escaped)) throw NotUnderstood{};
    return escaped;
  }

  std::optional<std::uint32_t> number() {
    if (!is_digit(peek())) return std::nullopt;
    std::uint32_t value = 0;
    while (is_digit(peek())) {
      value = value * 10 + (next() - U'0');
      if (value > most_repeats) throw NotUnderstood{};
    }
    return value;
  }

  Node repeated(Node node) {
    Node repeat{.kind = NodeKind::repeat, .most = without_end};
    if (skip(U"?")) {
      repeat.least = 0;
      repeat.most = 1;
    } else if (skip(U"*")) {
      repeat.least = 0;
    } else if (skip(U"{")) {
      const auto low = number();
      if (!low) throw NotUnderstood{};
      repeat.least = repeat.most = *low;
      if (skip(U",")) repeat.most = number().value_or(without_end);
      if (!skip(U"}") || repeat.most < repeat.least || repeat.most == 0) throw NotUnderstood{};
    } else if (!skip(U"+")) {
      return node;
    }
    const bool takes_text = node.kind != NodeKind::place && node.kind != NodeKind::ahead &&
                            node.kind != NodeKind::not_there && node.kind != NodeKind::nothing;
    if (!takes_text) throw NotUnderstood{};
    repeat.is_lazy = skip(U"?");
    if (!repeat.is_lazy && skip(U"+")) is_exact_ = false;  // it gives nothing back
    repeat.children.push_back(std::move(node));
    return repeat;
  }

  std::u32string_view text_;
  ProgramOptions options_;
  std::size_t at_ = 0;
  std::size_t depth_ = 0;
  std::size_t resets_ = 0;
  std::size_t asides_ = 0;  // that are open
  bool ignore_case_;
  bool whole_;
  bool is_certain_ = true;
  bool is_exact_ = true;
};

}  // namespace

AsciiSet literal_set(char32_t character, bool ignore_case) {
  const char32_t seen = ignore_case ? to_lower(folded(character)) : folded(character);
  AsciiSet set{};
  if (seen >= 0x80) return set;
  include(set, seen);
  if (ignore_case) include(set, to_upper(seen));
  return set;
}

std::optional<Syntax> syntax_of(std::u32string_view expression, ProgramOptions options) {
  try {
    return SyntaxReader(expression, options, true).read();
  } catch (const NotUnderstood&) {
    return std::nullopt;
  }
}

bool is_certain(std::u32string_view expression, ProgramOptions options) {
  try {
    return SyntaxReader(expression, options, false).read().is_certain;
  } catch (const NotUnderstood&) {
    return false;
  }
}

}  // namespace linter::base::pattern_engine
