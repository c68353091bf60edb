#include "linter/fixes/diff.h"

#include <algorithm>
#include <vector>

namespace linter::fixes {
namespace {

constexpr std::size_t context = 3;

// Lines with their line ends.
std::vector<std::string_view> lines_of(std::string_view text) {
  std::vector<std::string_view> lines;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size() - 1) + 1;
    lines.push_back(text.substr(0, end));
    text.remove_prefix(end);
  }
  return lines;
}

void add_lines(std::string& out, char sign, std::span<const std::string_view> lines) {
  for (const std::string_view line : lines) {
    out.append(1, sign).append(line);
    if (!line.ends_with('\n')) out += "\n\\ No newline at end of file\n";
  }
}

std::string range(std::size_t first, std::size_t count) {
  return std::to_string(count == 0 ? first : first + 1) +
         (count == 1 ? "" : "," + std::to_string(count));
}

// Lines first to last (half-open) that fixes touch.
struct Change {
  std::size_t first;
  std::size_t last;
  std::vector<Fix> fixes;
};

std::vector<Change> changes_of(std::span<const std::size_t> starts, std::span<const Fix> fixes) {
  const auto line_of = [&](std::size_t offset) {
    return static_cast<std::size_t>(std::ranges::upper_bound(starts, offset) - starts.begin()) - 1;
  };
  std::vector<Change> changes;
  for (const Fix& fix : fixes) {
    const std::size_t first = line_of(fix.span.begin);
    const std::size_t last = line_of(fix.span.end - 1) + 1;
    if (changes.empty() || changes.back().last < first) changes.push_back({first, last, {}});
    changes.back().last = std::max(changes.back().last, last);
    changes.back().fixes.push_back(fix);
  }
  return changes;
}

}  // namespace

std::string diff(std::string_view path, std::string_view bytes, std::span<const Fix> fixes) {
  if (fixes.empty()) return {};
  const std::vector<std::string_view> lines = lines_of(bytes);
  std::vector<std::size_t> starts;
  for (const std::string_view line : lines)
    starts.push_back(static_cast<std::size_t>(line.data() - bytes.data()));
  const std::vector<Change> changes = changes_of(starts, fixes);
  std::string out = "--- a/" + std::string(path) + "\n+++ b/" + std::string(path) + "\n";
  std::ptrdiff_t shift = 0;  // lines that came or went so far
  for (std::size_t i = 0; i < changes.size();) {
    std::size_t end = i + 1;
    while (end < changes.size() && changes[end].first <= changes[end - 1].last + 2 * context) ++end;
    const std::size_t first = changes[i].first - std::min(changes[i].first, context);
    const std::size_t last = std::min(changes[end - 1].last + context, lines.size());
    std::string body;
    std::size_t added = 0;
    std::size_t at = first;
    for (; i < end; ++i) {
      const Change& change = changes[i];
      add_lines(body, ' ', std::span(lines).subspan(at, change.first - at));
      const std::size_t begin = starts[change.first];
      const std::size_t stop = change.last < lines.size() ? starts[change.last] : bytes.size();
      std::vector<Fix> moved = change.fixes;
      for (Fix& fix : moved) {
        fix.span.begin -= static_cast<std::uint32_t>(begin);
        fix.span.end -= static_cast<std::uint32_t>(begin);
      }
      const std::string after = applied(bytes.substr(begin, stop - begin), moved);
      const std::vector<std::string_view> after_lines = lines_of(after);
      add_lines(body, '-', std::span(lines).subspan(change.first, change.last - change.first));
      add_lines(body, '+', after_lines);
      added += after_lines.size() - (change.last - change.first);
      at = change.last;
    }
    add_lines(body, ' ', std::span(lines).subspan(at, last - at));
    const std::size_t count = last - first;
    out +=
        "@@ -" + range(first, count) + " +" +
        range(static_cast<std::size_t>(static_cast<std::ptrdiff_t>(first) + shift), count + added) +
        " @@\n" + body;
    shift += static_cast<std::ptrdiff_t>(added);
  }
  return out;
}

}  // namespace linter::fixes
