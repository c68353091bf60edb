#include "linter/word/flow.h"

#include <algorithm>
#include <array>
#include <iterator>

#include "linter/base/utf8.h"

namespace linter::word {
namespace {

using std::string_view;

Span moved(Span span, std::uint32_t by) {
  return {span.begin + by, span.end + by};
}

}  // namespace

void Flow::add(string_view piece, const Look& look, Origin origin) {
  const auto begin = static_cast<std::uint32_t>(text.size());
  text += piece;
  const auto end = static_cast<std::uint32_t>(text.size());
  const bool goes_on = !events.empty() && events.back().kind == EventKind::text &&
                       events.back().look == look && events.back().text.end == begin;
  if (goes_on) {
    events.back().text.end = end;
  } else {
    events.push_back({.kind = EventKind::text, .text = {begin, end}, .look = look});
  }
  if (!origins.empty()) {
    Origin& last = origins.back();
    const bool follows = last.bytes.end == origin.bytes.begin && last.text.end == begin;
    if (last.verbatim && origin.verbatim && last.element == origin.element && follows) {
      last.text.end = end;
      last.bytes.end = origin.bytes.end;
      return;
    }
  }
  origin.text = {begin, end};
  origins.push_back(origin);
}

void Flow::add(EventKind kind, string_view piece, std::uint32_t run) {
  const auto begin = static_cast<std::uint32_t>(text.size());
  text += piece;
  const Span span{begin, static_cast<std::uint32_t>(text.size())};
  events.push_back({.kind = kind, .text = span});
  if (run != nowhere) origins.push_back({.text = span, .run = run});
}

void Flow::append(Flow&& other) {
  const auto by = static_cast<std::uint32_t>(text.size());
  text += other.text;
  for (Event& event : other.events) {
    event.text = moved(event.text, by);
    events.push_back(event);
  }
  for (Origin& origin : other.origins) {
    origin.text = moved(origin.text, by);
    origins.push_back(origin);
  }
  other = {};
}

string_view symbol_text(string_view font, string_view code) {
  struct Known {
    string_view code;
    string_view text;
  };
  constexpr std::array<Known, 12> symbols = {{{"6d", "µ"},
                                              {"a3", "≤"},
                                              {"ae", "→"},
                                              {"b0", "°"},
                                              {"b1", "±"},
                                              {"b3", "≥"},
                                              {"b4", "×"},
                                              {"d2", "®"},
                                              {"d3", "©"},
                                              {"d4", "™"},
                                              {"e2", "®"},
                                              {"e4", "™"}}};
  constexpr std::size_t digits = 2;
  const std::string last = base::lower(code.substr(code.size() - std::min(code.size(), digits)));
  const auto known = std::ranges::find(symbols, last, &Known::code);
  return base::lower(font) == "symbol" && known != symbols.end() ? known->text : "◆";
}

std::string repeated_bookmark(string_view instruction) {
  constexpr string_view spaces = " \t";
  const auto word = [&] {
    instruction.remove_prefix(std::min(instruction.find_first_not_of(spaces), instruction.size()));
    const string_view found = instruction.substr(0, instruction.find_first_of(spaces));
    instruction.remove_prefix(found.size());
    return found;
  };
  return base::lower(word()) == "ref" ? std::string(word()) : std::string();
}

FieldText field_text(string_view instruction) {
  constexpr std::array<string_view, 10> copied = {"formtext", "ref",   "pageref", "noteref", "seq",
                                                  "styleref", "quote", "set",     "if",      "eq"};
  constexpr std::array<string_view, 6> hidden = {"toc", "toa", "index", "bibliography", "xe", "tc"};
  const std::size_t begin = std::min(instruction.find_first_not_of(" \t"), instruction.size());
  const string_view rest = instruction.substr(begin);
  const std::string kind = base::lower(rest.substr(0, rest.find_first_of(" \t\\")));
  if (kind == "hyperlink") return FieldText::link;
  if (std::ranges::find(copied, kind) != copied.end()) return FieldText::copied;
  return std::ranges::find(hidden, kind) != hidden.end() ? FieldText::hidden : FieldText::masked;
}

}  // namespace linter::word
