#include "linter/commands/fix_question.h"

#include <algorithm>
#include <array>
#include <vector>

#include "linter/base/harmless.h"
#include "linter/base/names.h"
#include "linter/fixes/fixes.h"
#include "linter/reports/wording.h"

namespace linter::commands {
namespace {

constexpr std::size_t most_lines = 22;  // of a screen of 24: the answers and what is typed stay

using Lines = std::vector<std::string>;

// At most `most` lines of text, indented; the last one says that there is more.
void add(Lines& lines, std::string_view text, std::size_t indentation, std::size_t width,
         std::size_t most) {
  const std::size_t inside = width > indentation + 20 ? width - indentation - 1 : 20;
  Lines broken = reports::wrapped(base::harmless_sentence(text), inside);
  if (broken.size() > most) {
    broken.resize(most);
    broken.back() += " …";
  }
  for (const std::string& line : broken) lines.push_back(std::string(indentation, ' ') + line);
}

std::string place_of(const findings::Location& place) {
  return base::harmless_path(place.file) + ":" + std::to_string(place.begin.line) + ":" +
         std::to_string(place.begin.column);
}

// A fact is its statement and where it comes from; another passage its place and its words.
Lines side(const findings::Related& one, std::size_t width, const SentenceOf& sentence_of) {
  Lines lines;
  if (one.source) {
    const std::string& fact = one.message.empty() ? one.location.text : one.message;
    add(lines, "fact: " + fact, 2, width, 3);
    add(lines, "source: " + one.source->title, 4, width, 1);
  } else {
    lines.push_back("  against " + place_of(one.location));
    add(lines, sentence_of(one.location), 4, width, 3);
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
    if (!finding.suggestions.empty()) answers += "y,1-9,";
    answers += "t,";
  }
  if (is_about_a_word(finding)) answers += "w,";
  return answers + "s,n,u,q,?]";
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

std::string question(const findings::Finding& finding, std::size_t width,
                     const SentenceOf& sentence_of) {
  constexpr std::size_t most_suggestions = 9;
  Lines lines{"", place_of(finding.location) + "  " + finding.rule};
  add(lines, finding.message, 0, width, finding.related.empty() ? 6 : 4);
  add(lines, sentence_of(finding.location), 4, width, 4);
  for (std::size_t i = 0; i < std::min(finding.suggestions.size(), most_suggestions); ++i)
    lines.push_back("  " + std::to_string(i + 1) + "  " +
                    (finding.suggestions[i].empty()
                         ? fixes::named_suggestion({})
                         : base::harmless_sentence(finding.suggestions[i])));
  std::size_t shown = 0;
  for (const findings::Related& one : finding.related) {
    Lines more = side(one, width, sentence_of);
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
