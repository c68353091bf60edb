// A report for a comment on a pull request and for the summary of a CI step.
//
// Words of an article stand in code spans or with every mark of Markdown and HTML escaped, so they
// can neither format nor link nor mention anybody. Messages are whole where the page has room for
// them, else each is cut to one or two lines.
#include <algorithm>
#include <limits>

#include "linter/base/harmless.h"
#include "linter/reports/digest.h"
#include "linter/reports/formats.h"
#include "linter/reports/wording.h"

namespace linter::reports {
namespace {

// GitHub takes 65,536 characters in a comment: rows stop before.
constexpr std::size_t most_bytes = 60'000;
constexpr std::size_t last_line = 100;  // bytes that are kept for it
constexpr std::size_t longest_message = 2000;
constexpr std::size_t longest_of_many = 240;

// Whether GitHub would make a link of what begins with these words.
bool begins_address(std::string_view rest) {
  constexpr std::string_view www = "www";
  const auto is = [](char a, char b) { return (a | 0x20) == b; };
  return rest.size() > www.size() && rest[www.size()] == '.' &&
         std::equal(www.begin(), www.end(), rest.begin(), [&](char b, char a) { return is(a, b); });
}

std::string escaped(std::string_view text) {
  constexpr std::string_view marks = "\\`*_{}[]()<>#+!|~$";
  constexpr std::string_view no_width = "\u200B";  // links to nothing, mentions nobody
  std::string out;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const char byte = text[at];
    const std::string_view rest = text.substr(at);
    if (marks.contains(byte)) out += '\\';
    if (byte == '&') {
      out += "&amp;";
    } else if (byte == '@') {
      out += '@';
      out += no_width;
    } else if (rest.starts_with("://") || begins_address(rest)) {
      const std::size_t size = byte == ':' ? 1 : 3;
      out += rest.substr(0, size);
      out += no_width;
      at += size - 1;
    } else {
      out += byte;
    }
  }
  return out;
}

// The text up to a space near the limit.
std::string shortened(std::string text, std::size_t longest) {
  if (text.size() <= longest) return text;
  std::size_t end = text.rfind(' ', longest);
  if (end == std::string::npos) {
    end = longest;
    while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) --end;
  }
  text.erase(end);
  return text + " …";
}

std::string row_of(const findings::Finding& finding, std::size_t longest) {
  const std::string place = base::harmless_path(finding.location.file) + ':' +
                            std::to_string(finding.location.begin.line);
  return "| " + std::string(name(finding.severity)) + " | " + escaped(place) + " | " +
         escaped(finding.rule) + " | " + escaped(shortened(whole_message(finding), longest)) +
         " |\n";
}

std::string row_of(const base::Error& error) {
  std::string place = base::harmless_path(error.file);
  if (error.line > 0) place += ':' + std::to_string(error.line);
  return "- " + (place.empty() ? "" : escaped(place) + ": ") +
         escaped(base::harmless_sentence(error.message)) + '\n';
}

}  // namespace

bool write_markdown(const findings::Outcome& outcome, const RenderOptions&, const Sink& sink) {
  const auto all = most_severe(outcome, std::numeric_limits<std::size_t>::max());
  std::string page = "### galley: " + tally(outcome) + "\n";
  if (!outcome.errors.empty()) page += "\nNot checked:\n\n";
  std::size_t untold = 0;
  for (const auto& error : outcome.errors) {
    const std::string row = row_of(error);
    const bool fits = page.size() + row.size() < most_bytes / 2;
    if (fits) page += row;
    if (!fits) ++untold;
  }
  if (untold > 0) page += "- " + grouped(untold) + " more" + '\n';
  if (!all.empty()) page += "\n| | where | rule | what |\n|---|---|---|---|\n";
  const std::string head = page;
  std::size_t shown = 0;
  for (const std::size_t longest : {longest_message, longest_of_many}) {
    page = head;
    for (shown = 0; shown < all.size(); ++shown) {
      const std::string row = row_of(*all[shown], longest);
      if (page.size() + row.size() + last_line > most_bytes) break;
      page += row;
    }
    if (shown == all.size()) break;
  }
  if (shown < all.size())
    page += "\n" + counted(all.size() - shown, "more finding") + " not shown.\n";
  return sink(page);
}

}  // namespace linter::reports
