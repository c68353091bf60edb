#include "linter/checks/policy/skeleton.h"

#include <algorithm>
#include <optional>

#include "linter/base/utf8.h"
#include "linter/checks/policy/skeleton_part.h"

namespace linter::checks::policy {
namespace {

constexpr std::size_t most_members = 8;   // of a class that is spelled out
constexpr std::size_t most_capitals = 4;  // of a class that is not taken for any capital
constexpr std::size_t deepest = 40;

// Thrown inside this file for what the reader does not understand.
struct NotUnderstood {};

class ExpressionReader {
 public:
  // `reset` is what "\\K" stands for. `begins`, `ends`: no word goes on before or behind it all.
  ExpressionReader(std::u32string text, bool ignore_case, Part reset, bool begins, bool ends)
      : text_(std::move(text)),
        reset_(std::move(reset)),
        ignore_case_(ignore_case),
        edge_(begins),
        ends_(ends) {
    if (text_.find(U"(?") != std::u32string::npos && has_case_flag()) ignore_case_ = true;
  }

  Part read() {
    Part part = alternation();
    if (at_ != text_.size()) throw NotUnderstood{};
    return part;
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
    if (!std::u32string_view(text_).substr(at_).starts_with(wanted)) return false;
    at_ += wanted.size();
    return true;
  }
  void skip_behind(char32_t end) {
    while (next() != end) {
    }
  }

  // "(?i)", "(?-i:": what is a capital is then not known.
  [[nodiscard]] bool has_case_flag() const {
    for (std::size_t at = text_.find(U"(?"); at != std::u32string::npos;
         at = text_.find(U"(?", at + 2)) {
      for (std::size_t i = at + 2;
           i < text_.size() && (base::is_ascii_letter(text_[i]) || text_[i] == U'-'); ++i) {
        if (text_[i] == U'i') return true;
      }
    }
    return false;
  }

  Part alternation() {
    if (++depth_ > deepest) throw NotUnderstood{};
    const bool edge = edge_;
    std::vector<Part> branches{sequence()};
    while (skip(U"|")) {
      edge_ = edge;
      branches.push_back(sequence());
    }
    --depth_;
    return alternatives(std::move(branches), is_edge_behind());
  }

  // Whether no word goes on behind the group that ends here.
  [[nodiscard]] bool is_edge_behind() const {
    if (done()) return ends_ && depth_ == 0;
    return is_plain(peek(1)) && breaks_words(peek(1)) && !is_repeat(peek(2));
  }

  Part sequence() {
    Part whole;
    if (edge_) whole.strings.front() += boundary;
    while (!done() && peek() != U'|' && peek() != U')') {
      if (is_plain(peek()) && !is_repeat(peek(1)) && longest(whole.strings) < longest_string) {
        const char32_t c = folded(next());
        for (std::u32string& text : whole.strings) text += c;
        continue;
      }
      edge_ = end_at_edges(whole.strings);
      Part item = atom();
      concatenate(whole, repeated(std::move(item)));
    }
    return whole;
  }

  // Most of an expression: characters that stand for themselves, once.
  static bool is_plain(char32_t c) {
    return c != 0 && !std::u32string_view(U"()[.^$\\*+?{|").contains(c);
  }
  static bool is_repeat(char32_t c) { return c == U'*' || c == U'+' || c == U'?' || c == U'{'; }

  Part atom() {
    const char32_t c = next();
    switch (c) {
      case U'(':
        return group();
      case U'[':
        return bracket();
      case U'.':
        return anything();
      case U'^':
      case U'$':
        return literally(break_);
      case U'\\':
        return escape();
      case U'*':
      case U'+':
      case U'?':
      case U'{':
        throw NotUnderstood{};
      default:
        return literally(folded(c));
    }
  }

  Part group() {
    if (peek() == U'*') throw NotUnderstood{};
    if (!skip(U"?")) return closed();
    if (skip(U"#")) {
      skip_behind(U')');
      return Part{};
    }
    if (skip(U"=") || skip(U"!") || skip(U"<=") || skip(U"<!")) {
      closed();  // looks, but takes nothing
      return Part{};
    }
    if (skip(U":") || skip(U">") || skip(U"|")) return closed();
    skip(U"P");
    if (peek() == U'<' || peek() == U'\'') {
      skip_behind(next() == U'<' ? U'>' : U'\'');
      return closed();
    }
    return flags();
  }

  Part flags() {
    while (peek() != U':' && peek() != U')') {
      const char32_t flag = next();
      if (flag != U'i' && flag != U's' && flag != U'm' && flag != U'-') throw NotUnderstood{};
    }
    return next() == U')' ? Part{} : closed();
  }

  Part closed() {
    Part inner = alternation();
    if (next() != U')') throw NotUnderstood{};
    return inner;
  }

  Part escape() {
    const char32_t c = next();
    switch (c) {
      case U'b':
      case U'<':
      case U'>':
        return literally(boundary);
      case U'B':
        return Part{};
      case U'A':
      case U'z':
      case U'Z':
      case U's':
      case U'h':
      case U'v':
      case U't':
      case U'n':
      case U'r':
      case U'f':
        return literally(break_);
      case U'd':
        return literally(digit);
      case U'K':
        return reset_;
      case U'Q':
        return quotation();
      case U'E':
        return Part{};
      case U'w':
      case U'W':
      case U'S':
      case U'D':
      case U'H':
      case U'V':
      case U'R':
      case U'X':
      case U'l':
      case U'u':
      case U'L':
      case U'U':
        return anything();
      case U'p':
      case U'P':
        return property();
      case U'x':
        return literally(folded(hexadecimal()));
      default:
        break;
    }
    if (c >= U'1' && c <= U'9') return anything();
    if (base::is_ascii_letter(c) || is_digit(c)) throw NotUnderstood{};
    return literally(folded(c));
  }

  Part property() {
    if (next() == U'{') skip_behind(U'}');
    return anything();
  }

  char32_t hexadecimal() {
    const bool braced = skip(U"{");
    char32_t value = 0;
    for (std::size_t i = 0; i < (braced ? 6U : 2U) && (!braced || peek() != U'}'); ++i) {
      const char32_t c = base::to_lower(next());
      if (!is_digit(c) && !(c >= U'a' && c <= U'f')) throw NotUnderstood{};
      value = value * 16 + (is_digit(c) ? c - U'0' : c - U'a' + 10);
    }
    if ((braced && next() != U'}') || value == 0 || value > 0x10FFFF) throw NotUnderstood{};
    return value;
  }

  Part quotation() {
    Part whole;
    while (!done() && !skip(U"\\E")) concatenate(whole, literally(folded(next())));
    return whole;
  }

  // A class: spelled out where it is small, else what all its members have in common.
  Part bracket() {
    const bool negated = skip(U"^");
    members_.clear();
    bool known = !negated;
    bool all_digits = true;
    bool all_capitals = !ignore_case_;
    for (bool first = true; first || peek() != U']'; first = false) {
      const char32_t low = member(known);
      char32_t high = low;
      if (peek() == U'-' && peek(1) != U']') {
        next();
        high = member(known);
      }
      if (!known) continue;
      all_digits = all_digits && is_digit(low) && is_digit(high);
      all_capitals = all_capitals && low >= U'A' && high <= U'Z';
      const bool wide = high < low || high - low > most_members;
      for (char32_t c = low; c <= high && !wide; ++c) add_member(folded(c));
      if (wide) add_member(gap);
    }
    next();
    if (!known) return anything();
    if (all_digits) return literally(digit);
    const bool are_few = members_.size() <= most_capitals && !members_.contains(char32_t{gap});
    if (all_capitals && !are_few) return literally(capital);
    return spelled_out();
  }

  // A gap among the members stands for those that are not spelled out.
  void add_member(char32_t c) {
    const bool full = members_.size() >= most_members * 4;
    if (members_.find(c) == std::u32string::npos) members_ += full ? char32_t{gap} : c;
  }

  [[nodiscard]] Part spelled_out() const {
    const auto is_break = [](char32_t c) { return c == break_ || (c != gap && breaks_words(c)); };
    if (members_.size() > 1 && std::ranges::all_of(members_, is_break)) return literally(break_);
    if (members_.size() > most_members || members_.find(gap) != std::u32string::npos)
      return anything();
    Part part;
    part.strings.clear();
    for (const char32_t c : members_) part.strings.emplace_back(1, c);
    return part;
  }

  // One member of a class; `known` turns false for what cannot be told.
  char32_t member(bool& known) {
    const char32_t c = next();
    if (c == U'[' && (peek() == U':' || peek() == U'.' || peek() == U'=')) {
      const char32_t mark = next();
      do skip_behind(mark);
      while (peek() != U']');
      next();
      known = false;
      return gap;
    }
    if (c != U'\\') return c;
    const char32_t escaped = next();
    if (escaped == U's' || escaped == U'h' || escaped == U't' || escaped == U'n' ||
        escaped == U'r') {
      return U' ';
    }
    if (escaped == U'd') {
      for (char32_t one = U'0'; one < U'9'; ++one) add_member(one);
      return U'9';
    }
    if (escaped == U'x') return hexadecimal();
    if (base::is_ascii_letter(escaped) || is_digit(escaped)) known = false;
    return escaped;
  }

  std::optional<std::size_t> number() {
    if (!is_digit(peek())) return std::nullopt;
    std::size_t value = 0;
    while (is_digit(peek())) value = std::min<std::size_t>(value * 10 + (next() - U'0'), 1000);
    return value;
  }

  Part repeated(Part part) {
    std::size_t least = 1;
    std::size_t most = 1;
    if (skip(U"?")) {
      least = 0;
    } else if (skip(U"*")) {
      least = 0;
      most = 2;
    } else if (skip(U"+")) {
      most = 2;
    } else if (skip(U"{")) {
      const auto low = number();
      if (!low) throw NotUnderstood{};
      least = most = *low;
      if (skip(U",")) most = number().value_or(least + 1);
      if (!skip(U"}")) throw NotUnderstood{};
    } else {
      return part;
    }
    if (!skip(U"?")) skip(U"+");
    return times(std::move(part), least, most);
  }

  std::u32string text_;
  std::u32string members_;
  Part reset_;
  std::size_t at_ = 0;
  std::size_t depth_ = 0;
  bool ignore_case_;
  bool edge_;  // of what is read next: no word goes on before it
  bool ends_;
};

std::u32string code_points(std::string_view text) {
  std::u32string out;
  for (std::size_t at = 0; at < text.size();) {
    const base::CodePoint point = base::decode(text, at);
    out += point.value;
    at += point.length;
  }
  return out;
}

Part phrase(const std::u32string& text) {
  Part whole;
  for (const char32_t c : text)
    whole.strings.front() += base::is_space(c) ? char32_t{break_} : folded(c);
  return whole;
}

// How many times the expression moves the begin of its match with "\\K".
std::size_t count_resets(std::u32string_view text) {
  std::size_t count = 0;
  for (std::size_t at = 0; at + 1 < text.size(); ++at) {
    if (text[at] != U'\\') continue;
    ++at;
    if (text[at] == U'K') ++count;
  }
  return count;
}

}  // namespace

std::vector<Skeletons> skeletons_of(std::string_view expression, ExpressionOptions options) {
  try {
    const std::u32string text = code_points(expression);
    const std::size_t resets = options.literal ? 0 : count_resets(text);
    // Where a bounded match can begin at one "\\K" only, that is a boundary.
    const Part reset = resets == 1 && options.word_bounded ? literally(boundary) : Part{};
    const bool bounded = options.word_bounded;
    Part whole = options.literal ? phrase(text)
                                 : ExpressionReader(text, options.ignore_case, reset,
                                                    bounded && resets == 0, bounded)
                                       .read();
    const char32_t end = options.word_bounded ? char32_t{boundary} : char32_t{gap};
    const char32_t begin = resets == 0 ? end : char32_t{gap};
    for (std::u32string& one : whole.strings) {
      one.insert(one.begin(), begin);
      one += end;
    }
    if (has_content(whole.strings)) whole.sets.push_back(std::move(whole.strings));
    return std::move(whole.sets);
  } catch (const NotUnderstood&) {
    return {};
  }
}

}  // namespace linter::checks::policy
