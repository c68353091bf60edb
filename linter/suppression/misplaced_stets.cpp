// Stets of a plain text that stand within a line.
#include <algorithm>

#include "linter/source/line_index.h"
#include "linter/suppression/rules.h"
#include "linter/suppression/stets.h"

namespace linter::suppression {
namespace {

using std::string_view;

// The end of "[stet-file RULE: reason]" at the begin of `text`; npos when that is something else.
std::size_t end_of_stet(string_view text) {
  text = text.substr(0, text.find('\n'));
  const std::size_t end = text.find(']');
  const std::size_t colon = text.find(':');
  const std::size_t word = text.find_first_of(" :]");
  const string_view name = text.substr(1, word - 1);
  const bool is_stet = name == "stet" || name == "stet-file" || name == "stet-begin";
  const bool is_closed = end != string_view::npos && colon < end;
  return is_stet && is_closed ? end + 1 : string_view::npos;
}

}  // namespace

std::vector<findings::Finding> misplaced_stets(const source::Source& source,
                                               const prose::Article& article) {
  constexpr string_view mark = "[stet";
  std::vector<findings::Finding> faults;
  const string_view bytes = source.bytes;
  std::optional<source::LineIndex> lines;
  for (std::size_t at = bytes.find(mark); at != string_view::npos && faults.size() < max_stets;
       at = bytes.find(mark, at + 1)) {
    const std::size_t size = end_of_stet(bytes.substr(at));
    const bool is_read = std::ranges::any_of(article.comments, [&](const prose::Comment& comment) {
      return comment.source.begin <= at && at < comment.source.end;
    });
    if (size == string_view::npos || is_read) continue;
    if (!lines) lines.emplace(bytes);
    findings::Location place;
    place.file = source.path;
    place.span = {static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at + size)};
    place.text = place.span.of(bytes);
    findings::locate(place, *lines, bytes);
    faults.push_back(finding_of(Rule::malformed, place,
                                "this stet stands within a line and silences nothing: give it a "
                                "line of its own, before what it lets stand"));
  }
  return faults;
}

}  // namespace linter::suppression
