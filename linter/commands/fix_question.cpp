#include "linter/commands/fix_question.h"

#include <algorithm>
#include <array>
#include <vector>

#include "linter/base/harmless.h"
#include "linter/base/names.h"
#include "linter/base/utf8.h"
#include "linter/fixes/fixes.h"
#include "linter/reports/colours.h"
#include "linter/reports/wording.h"

namespace linter::commands {
namespace {

constexpr std::size_t most_lines = 22;  // of a screen of 24: the answers and what is typed stay

using Lines = std::vector<std::string>;

struct Help {
  std::string_view answer;
  std::string_view about;
};
constexpr auto helps = std::to_array<Help>({
    {"y", "take the first suggestion"},
    {"1-", "take that suggestion"},
    {"a", "take the first suggestion here and wherever the same words come again"},
    {"t", "type what to write instead"},
    {"w", "accept the word: add it to the project's list"},
    {"s", "let it stand: write a stet comment with a reason, around these words where it can"},
    {"n", "leave it as it is"},
    {"u", "undo the last answer"},
    {"q", "quit; what was decided is written"},
    {"?", "this help"},
});

// Where words begin and end in a text that is broken into lines. They take no room, and nobody
// writes them.
constexpr std::string_view words_begin = "\u2061";
constexpr std::string_view words_end = "\u2062";

std::size_t room_in(std::size_t width, std::size_t indentation) {
  return width > indentation + 20 ? width - indentation - 1 : 20;
}

// At most `most` lines of text, indented; the last one says that there is more.
void add(Lines& lines, std::string_view text, std::size_t indentation, std::size_t width,
         std::size_t most) {
  Lines broken = reports::wrapped(base::harmless_sentence(text), room_in(width, indentation));
  if (broken.size() > most) {
    broken.resize(most);
    broken.back() += " …";
  }
  for (const std::string& line : broken) lines.push_back(std::string(indentation, ' ') + line);
}

// How words are marked: between two sequences, or by a line below.
struct Marking {
  std::string_view begin;
  std::string_view end;
  bool below = false;
};

// A line with its words marked; `open` says whether they began before it, and after that whether
// they go on.
void add_marked(Lines& lines, std::string_view line, std::size_t indentation,
                const Marking& marking, bool& open) {
  std::string shown(indentation, ' ');
  std::string below(indentation, ' ');
  if (open) shown += marking.begin;
  while (!line.empty()) {
    const std::string_view sign = open ? words_end : words_begin;
    const std::string_view part = line.substr(0, line.find(sign));
    shown += part;
    below.append(base::display_width(part), open ? '^' : ' ');
    line.remove_prefix(part.size());
    if (!line.starts_with(sign)) break;
    line.remove_prefix(sign.size());
    shown += open ? marking.end : marking.begin;
    open = !open;
  }
  if (open) shown += marking.end;
  lines.push_back(std::move(shown));
  if (!marking.below || !below.contains('^')) return;
  below.resize(below.find_last_of('^') + 1);
  lines.push_back(std::move(below));
}

// A passage with its words marked: at most `most` lines of it, those around the words.
void add(Lines& lines, const fixes::Passage& passage, std::size_t width, std::size_t most,
         const Marking& marking) {
  constexpr std::size_t indentation = 4;
  const std::string_view all = passage.text;
  const auto harmless = [](std::string_view text) { return base::harmless_sentence(text); };
  std::string text = harmless(all.substr(0, passage.words.begin));
  text += words_begin;
  text += harmless(passage.words.of(all));
  text += words_end;
  text += harmless(all.substr(passage.words.end));
  const Lines broken = reports::wrapped(text, room_in(width, indentation));
  const auto has_words = [](const std::string& line) { return line.contains(words_begin); };
  const auto at =
      static_cast<std::size_t>(std::ranges::find_if(broken, has_words) - broken.begin());
  const std::size_t end = std::min(std::max(at + most / 2 + 1, most), broken.size());
  const std::size_t begin = end - std::min(end, most);
  bool open = false;
  for (std::size_t i = begin; i < end; ++i) {
    std::string line = i == begin && begin > 0 ? "… " + broken[i] : broken[i];
    if (i + 1 == end && end < broken.size()) line += " …";
    add_marked(lines, line, indentation, marking, open);
  }
}

std::string place_of(const findings::Location& place) {
  return base::harmless_path(place.file) + ":" + std::to_string(place.begin.line) + ":" +
         std::to_string(place.begin.column);
}

// A fact is its statement and where it comes from; another passage its place and its words.
Lines side(const findings::Related& one, const reports::Terminal& terminal,
           const PassageOf& passage_of) {
  const reports::Colours colours = reports::colours(terminal.colour);
  Lines lines;
  if (one.source) {
    const std::string& fact = one.message.empty() ? one.location.text : one.message;
    add(lines, "fact: " + fact, 2, terminal.width, 3);
    add(lines, "source: " + one.source->title, 4, terminal.width, 1);
  } else {
    lines.push_back("  against " + place_of(one.location));
    add(lines, passage_of(one.location), terminal.width, 3, {colours.green, colours.reset});
  }
  return lines;
}

}  // namespace

bool is_about_a_word(const findings::Finding& finding) {
  constexpr std::array<std::string_view, 6> by_lists = {
      "spelling.unknown-word",    "spelling.glued-words", "spelling.dialect",
      "spelling.doubled-capital", "spelling.wrong-case",  "spelling.lost-apostrophe"};
  const auto is_mark = [](char c) {
    const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    return !letter && c != '\'' && c != '-' && static_cast<unsigned char>(c) < 0x80;
  };
  return std::ranges::find(by_lists, finding.rule) != by_lists.end() &&
         std::ranges::none_of(finding.location.text, is_mark);
}

std::string answers_to(const findings::Finding& finding) {
  std::string answers = "[";
  if (fixes::is_replaceable(finding)) {
    const std::size_t many = std::min(finding.suggestions.size(), most_suggestions);
    if (many > 0) answers += "y,";
    if (many > 1) answers += "1-" + std::to_string(many) + ",";
    if (many > 0) answers += "a,";
    answers += "t,";
  }
  if (is_about_a_word(finding)) answers += "w,";
  return answers + "s,n,u,q,?]";
}

std::string help_on(std::string_view answers) {
  std::string text;
  for (const Help& one : helps) {
    const std::size_t at = answers.find(one.answer);
    if (at == std::string_view::npos) continue;
    const std::string_view answer = answers.substr(at, answers.find_first_of(",]", at) - at);
    text.append(answer).append(4 - answer.size(), ' ').append(one.about).append("\n");
  }
  return text;
}

std::string standing(const findings::Finding& finding, std::string_view bytes, base::Span covers) {
  const base::Span words = finding.location.span;
  std::string said = base::harmless_sentence(finding.rule);
  const auto is_blank = [](std::string_view text) {
    return text.find_first_not_of(" \t\r\n") == std::string_view::npos;
  };
  if (covers.end > bytes.size()) return said + " in the whole article";
  if (covers.begin <= words.begin && words.end <= covers.end &&
      is_blank(bytes.substr(covers.begin, words.begin - covers.begin)) &&
      is_blank(bytes.substr(words.end, covers.end - words.end))) {
    return said + " on “" + base::harmless_sentence(base::shortened(finding.location.text)) +
           "” alone";
  }
  const auto line_of = [&](std::uint32_t at) {
    return 1 + std::ranges::count(bytes.substr(0, at), '\n');
  };
  const std::string_view inside = covers.of(bytes);
  const std::size_t lead = std::min(inside.find_first_not_of(" \t\r\n"), inside.size());
  const auto first = line_of(covers.begin + static_cast<std::uint32_t>(lead));
  const auto last =
      line_of(covers.begin + static_cast<std::uint32_t>(inside.find_last_not_of(" \t\r\n") + 1));
  said += first == last ? " in all of line " : " in all of lines ";
  said += std::to_string(first);
  if (first != last) said += " to " + std::to_string(last);
  return said;
}

std::string question(const findings::Finding& finding, const reports::Terminal& terminal,
                     const PassageOf& passage_of) {
  const reports::Colours colours = reports::colours(terminal.colour);
  const std::size_t width = terminal.width;
  const std::string_view tint = colours.of(finding.severity);
  std::string head(colours.bold);
  head.append(place_of(finding.location)).append(colours.reset).append(" ").append(tint);
  head.append(findings::name(finding.severity)).append(colours.reset).append(" ");
  Lines lines{"", head + finding.rule};
  add(lines, finding.message, 0, width, finding.related.empty() ? 6 : 4);
  add(lines, passage_of(finding.location), width, 4, {tint, colours.reset, !terminal.colour});
  for (std::size_t i = 0; i < std::min(finding.suggestions.size(), most_suggestions); ++i)
    lines.push_back("  " + std::to_string(i + 1) + "  " +
                    (finding.suggestions[i].empty()
                         ? fixes::named_suggestion({})
                         : base::harmless_sentence(finding.suggestions[i])));
  std::size_t shown = 0;
  for (const findings::Related& one : finding.related) {
    Lines more = side(one, terminal, passage_of);
    if (shown > 0 && lines.size() + more.size() + 1 > most_lines) break;
    lines.insert(lines.end(), more.begin(), more.end());
    ++shown;
  }
  const std::size_t rest = finding.related.size() - shown + finding.related_omitted;
  if (rest > 0) lines.push_back("  and " + std::to_string(rest) + " more like it");
  std::string page;
  for (const std::string& line : lines) page += line + '\n';
  return page;
}

}  // namespace linter::commands
