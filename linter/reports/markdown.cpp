// A report for a comment on a pull request and for the summary of a CI step.
//
// Words of an article stand in code spans or with every mark of Markdown and HTML escaped, so they
// can neither format nor link nor mention anybody.
#include <limits>

#include "linter/base/harmless.h"
#include "linter/reports/digest.h"
#include "linter/reports/formats.h"
#include "linter/reports/wording.h"

namespace linter::reports {
namespace {

// GitHub takes 65,536 characters in a comment: rows stop before.
constexpr std::size_t most_bytes = 60'000;
constexpr std::size_t longest_message = 240;

std::string escaped(std::string_view text) {
  constexpr std::string_view marks = "\\`*_{}[]()<>#+!|~$";
  std::string out;
  for (const char byte : text) {
    if (marks.contains(byte)) out += '\\';
    if (byte == '&') {
      out += "&amp;";
    } else if (byte == '@') {
      out += "@\u200B";  // mentions nobody
    } else {
      out += byte;
    }
  }
  return out;
}

// The text up to a space near the limit.
std::string shortened(std::string text) {
  if (text.size() <= longest_message) return text;
  const std::size_t space = text.rfind(' ', longest_message);
  text.erase(space == std::string::npos ? longest_message : space);
  return text + " …";
}

std::string row_of(const findings::Finding& finding) {
  const std::string place = base::harmless_path(finding.location.file) + ':' +
                            std::to_string(finding.location.begin.line);
  return "| " + std::string(name(finding.severity)) + " | " + escaped(place) + " | " +
         escaped(finding.rule) + " | " + escaped(shortened(whole_message(finding))) + " |\n";
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
  for (const auto& error : outcome.errors)
    if (page.size() < most_bytes / 2) page += row_of(error);
  if (!all.empty()) page += "\n| | where | rule | what |\n|---|---|---|---|\n";
  std::size_t shown = 0;
  for (; shown < all.size() && page.size() < most_bytes; ++shown) page += row_of(*all[shown]);
  if (shown < all.size())
    page += "\n" + counted(all.size() - shown, "more finding") + " not shown.\n";
  return sink(page);
}

}  // namespace linter::reports
