#include "linter/prose/quotations.h"

#include <algorithm>
#include <array>

#include "linter/base/utf8.h"

namespace linter::prose {
namespace {

using std::string_view;

constexpr std::size_t around = 4096;  // bytes on either side

bool is_inside_word(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
         c == masked || static_cast<unsigned char>(c) >= 0x80;
}

// What stands where a quotation begins: nothing, a space, a bracket, a dash, another quote.
bool may_open_after(string_view before) {
  constexpr auto dashes = std::to_array<string_view>({"\u2014", "\u2013", "\u201C", "\u201E"});
  return before.empty() || string_view(" \n([{-/\"'>").find(before.back()) != string_view::npos ||
         std::ranges::any_of(dashes, [&](string_view one) { return before.ends_with(one); });
}

bool starts_with_text(string_view after) {
  return !after.empty() && after.front() != ' ' && after.front() != '\n';
}

// "'em", "'tis", "'90s": an apostrophe.
bool is_clipped(string_view after) {
  constexpr auto heads = std::to_array<string_view>(
      {"bout", "cause", "em", "n", "neath", "round", "til", "tis", "twas", "twere"});
  if (after.front() >= '0' && after.front() <= '9') return true;
  const auto end = std::ranges::find_if_not(after, is_inside_word);
  const auto length = static_cast<std::size_t>(end - after.begin());
  return std::ranges::find(heads, base::lower(after.substr(0, length))) != heads.end();
}

enum class Mark : std::uint8_t { none, opens, closes, may_close };

Mark single_mark(string_view before, string_view after) {
  if (may_open_after(before))
    return starts_with_text(after) && !is_clipped(after) ? Mark::opens : Mark::none;
  if (!after.empty() && is_inside_word(after.front())) return Mark::none;  // "don't"
  // "patients' skin"
  return before.back() == 's' && after.starts_with(' ') ? Mark::may_close : Mark::closes;
}

Mark double_mark(string_view text, std::size_t at, bool open) {
  constexpr auto openers = std::to_array<string_view>({"\u201C", "\u201E", "\u00AB", "\u300C"});
  constexpr auto closers = std::to_array<string_view>({"\u201D", "\u00BB", "\u300D"});
  const string_view rest = text.substr(at);
  const auto begins = [&](string_view mark) { return rest.starts_with(mark); };
  if (std::ranges::any_of(openers, begins)) return Mark::opens;
  if (std::ranges::any_of(closers, begins)) return Mark::closes;
  if (rest.front() != '"') return Mark::none;
  const bool before = may_open_after(text.substr(0, at));
  const bool after = starts_with_text(rest.substr(1));
  if (before && after) return Mark::opens;
  if (before && !after) return open ? Mark::closes : Mark::opens;
  return Mark::closes;
}

// `text` is what stands around the passage, which is [begin, end) in it.
bool is_between_double_marks(string_view text, std::size_t begin) {
  const auto is_first_byte = [](char c) {  // of a mark
    return c == '"' || c == '\xE2' || c == '\xC2' || c == '\xE3';
  };
  bool open = false;
  for (std::size_t at = 0; at < begin; ++at) {
    if (!is_first_byte(text[at])) continue;
    const Mark mark = double_mark(text, at, open);
    if (mark != Mark::none) open = mark == Mark::opens;
  }
  return open;
}

bool is_between_single_marks(string_view text, std::size_t begin, std::size_t end) {
  const auto mark_at = [&](std::size_t at) {
    return single_mark(text.substr(0, at), text.substr(at + 1));
  };
  bool open = false;
  for (std::size_t at = text.find('\''); at < begin; at = text.find('\'', at + 1)) {
    const Mark mark = mark_at(at);
    if (mark == Mark::opens || mark == Mark::closes) open = mark == Mark::opens;
  }
  for (std::size_t at = text.find('\'', end); open && at < text.size();
       at = text.find('\'', at + 1)) {
    const Mark mark = mark_at(at);
    if (mark == Mark::opens) return false;
    if (mark != Mark::none) return true;
  }
  return false;
}

// The source before the passage.
bool is_in_quoting_element(string_view before) {
  if (before.find('<') == string_view::npos) return false;
  const std::string lower = base::lower(before);
  constexpr auto names = std::to_array<string_view>({"q", "cite", "blockquote"});
  return std::ranges::any_of(names, [&](string_view name) {
    const std::string tag = "<" + std::string(name);
    const std::size_t open = std::max(lower.rfind(tag + ">") + 1, lower.rfind(tag + " ") + 1);
    const std::size_t close = lower.rfind("</" + std::string(name)) + 1;  // 0: there is none
    return open > close;
  });
}

bool is_in_title_attribute(string_view before) {
  const std::size_t tag = before.rfind('<');
  if (tag == string_view::npos || before.find('>', tag) != string_view::npos) return false;
  const std::size_t equals = before.rfind('=');
  if (equals == string_view::npos || equals < tag) return false;
  const string_view named = before.substr(tag, equals - tag);
  const std::size_t last = named.find_last_not_of(" \t\r\n");
  return base::lower(named.substr(0, last + 1)).ends_with("title");
}

constexpr std::size_t reach_of_sic = 36;  // some words

}  // namespace

bool is_before_sic(string_view after, std::size_t reach) {
  constexpr std::size_t mark = 4;  // "[sic"
  const std::string text = base::lower(after.substr(0, reach + mark));
  return text.find("[sic") != std::string::npos || text.find("(sic") != std::string::npos;
}

bool is_anothers_words(const Article& article, string_view source, Span view_span) {
  const std::uint32_t index = article.block_at(view_span.begin);
  if (index == no_block) return false;
  const Block& block = article.blocks[index];
  if (has(block.scopes, Scope::quote)) return true;
  const std::size_t first = std::max<std::size_t>(
      block.text.begin, view_span.begin - std::min<std::size_t>(view_span.begin, around));
  const std::size_t last = std::min<std::size_t>(block.text.end, view_span.end + around);
  const string_view text = string_view(article.view).substr(first, last - first);
  const std::size_t begin = view_span.begin - first;
  const std::size_t end = view_span.end - first;
  if (is_between_double_marks(text, begin) || is_between_single_marks(text, begin, end) ||
      is_before_sic(text.substr(end), reach_of_sic)) {
    return true;
  }
  const std::size_t at = article.source_span(view_span).begin;
  const std::size_t from = at - std::min(at, around);
  const string_view before = source.substr(from, at - from);
  return is_in_quoting_element(before) ||
         (has(block.scopes, Scope::alt_text) && is_in_title_attribute(before));
}

}  // namespace linter::prose
