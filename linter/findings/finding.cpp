#include "linter/findings/finding.h"

#include <algorithm>
#include <array>
#include <map>
#include <tuple>

#include "linter/base/hash.h"

namespace linter::findings {
namespace {

constexpr std::array<std::string_view, 3> severities{"suggestion", "warning", "error"};
constexpr std::array<std::string_view, 5> categories{"spelling", "wording", "claim",
                                                     "contradiction", "upkeep"};
constexpr std::size_t excerpt_limit = 400;

bool is_continuation(char byte) {
  return (static_cast<unsigned char>(byte) & 0xC0U) == 0x80U;
}

// The part of `line` that the excerpt keeps: all of it, or `excerpt_limit` bytes with [begin, end)
// in the middle.
base::Span clipped(std::string_view line, std::size_t begin, std::size_t end) {
  if (line.size() <= excerpt_limit) return {0, static_cast<std::uint32_t>(line.size())};
  const std::size_t shown = std::min(end, line.size()) - begin;
  const std::size_t margin = shown >= excerpt_limit ? 0 : (excerpt_limit - shown) / 2;
  std::size_t from = std::min(begin - std::min(begin, margin), line.size() - excerpt_limit);
  std::size_t to = from + excerpt_limit;
  while (from < begin && is_continuation(line[from])) ++from;
  while (to > from && to < line.size() && is_continuation(line[to])) --to;
  return {static_cast<std::uint32_t>(from), static_cast<std::uint32_t>(to)};
}

auto order_key(const Finding& finding) {
  return std::tie(finding.location.file, finding.location.span.begin, finding.location.span.end,
                  finding.rule, finding.message);
}

auto rest_of_order_key(const Finding& finding) {
  return std::tie(finding.identity, finding.identity_file, finding.suggestions, finding.instead,
                  finding.related_omitted);
}

auto side_key(const Related& side) {
  return std::tie(side.location.file, side.location.span, side.message, side.fingerprint);
}

}  // namespace

std::string_view name(Severity severity) {
  return severities[static_cast<std::size_t>(severity)];
}
std::string_view name(Category category) {
  return categories[static_cast<std::size_t>(category)];
}
std::span<const std::string_view> severity_names() {
  return severities;
}
std::span<const std::string_view> category_names() {
  return categories;
}

bool counts_paragraphs(std::string_view file) {
  constexpr std::string_view extension = ".docx";
  const auto lower = [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c; };
  return file.size() > extension.size() &&
         std::ranges::equal(file.substr(file.size() - extension.size()), extension, {}, lower);
}

const Location& home(const Finding& finding) {
  const bool is_turned = !finding.turned.empty() && !finding.related.empty();
  return is_turned ? finding.related.front().location : finding.location;
}

bool before(const Finding& a, const Finding& b) {
  const auto places = order_key(a) <=> order_key(b);
  if (places != 0) return places < 0;
  const auto rest = rest_of_order_key(a) <=> rest_of_order_key(b);
  if (rest != 0) return rest < 0;
  return std::ranges::lexicographical_compare(a.related, b.related, {}, side_key, side_key);
}

void locate(Location& location, const source::LineIndex& lines, std::string_view bytes) {
  if (location.span.begin > bytes.size() || location.span.end > bytes.size()) return;
  location.begin = lines.position(location.span.begin);
  location.end = lines.position(location.span.end);
  const std::string_view line = lines.line_text(location.begin.line);
  const std::uint32_t start = lines.line_start(location.begin.line);
  location.begin_byte = location.span.begin - std::min(start, location.span.begin) + 1;
  const std::uint32_t end_start = lines.line_start(location.end.line);
  location.end_byte = location.span.end - std::min(end_start, location.span.end) + 1;
  const std::size_t begin = std::min<std::size_t>(location.span.begin - start, line.size());
  const base::Span kept =
      clipped(line, begin, std::max<std::size_t>(begin, location.span.end - start));
  location.excerpt = kept.of(line);
  location.excerpt_offset = static_cast<std::uint32_t>(begin) - kept.begin;
}

void locate(std::span<Finding> findings, std::string_view file, std::string_view bytes) {
  const source::LineIndex lines(bytes);
  for (Finding& finding : findings) {
    if (finding.location.file == file) locate(finding.location, lines, bytes);
    if (finding.remark) locate(*finding.remark, lines, bytes);
    for (Related& related : finding.related) {
      if (related.location.file == file) locate(related.location, lines, bytes);
    }
  }
}

void fingerprint_all(std::span<Finding> findings) {
  std::map<std::string, std::size_t> seen;
  for (Finding& finding : findings) {
    std::string key = finding.rule;
    const std::string& file =
        finding.identity_file.empty() ? finding.location.file : finding.identity_file;
    key.append(1, '\0').append(file).append(1, '\0').append(finding.identity);
    // from each place that a turned one is seen, it is the same
    const std::size_t ordinal = finding.turned.empty() ? seen[key]++ : 0;
    key.append(1, '\0').append(std::to_string(ordinal));
    finding.fingerprint = base::hex_digest(key);
  }
}

}  // namespace linter::findings
