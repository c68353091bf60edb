#include "linter/vale/switches.h"

#include <algorithm>

#include "linter/vale/ini.h"

namespace linter::vale {
namespace {

constexpr std::string_view reason = "was switched off in Vale";

struct Switch {
  std::string rule;  // empty: all
  bool on = false;
};

// "vale off", "vale Style.Rule = NO"; nothing for all other comments.
std::optional<Switch> switch_of(std::string_view comment) {
  comment = trimmed(comment);
  if (!comment.starts_with("vale ")) return std::nullopt;
  comment = trimmed(comment.substr(5));
  if (comment == "off" || comment == "on") return Switch{{}, comment == "on"};
  const std::size_t mark = comment.rfind('=');
  if (mark == std::string_view::npos) return std::nullopt;
  const std::string_view rule = trimmed(comment.substr(0, mark));
  const std::string_view value = trimmed(comment.substr(mark + 1));
  if (rule.empty() || (value != "NO" && value != "YES")) return std::nullopt;
  return Switch{std::string(rule), value == "YES"};
}

// The comment with another text between its marks.
std::string comment_like(std::string_view comment, std::string_view text) {
  const bool mdx = comment.starts_with('{');
  return (mdx ? "{/* " : "<!-- ") + std::string(text) + (mdx ? " */}" : " -->");
}

std::string joined(const std::vector<std::string>& rules) {
  std::string out;
  for (const std::string& rule : rules) out.append(out.empty() ? "" : ", ").append(rule);
  return out;
}

// One begins in the other and ends behind it.
bool interlaced(const OffRange& a, const OffRange& b) {
  return a.off.begin < b.off.begin && b.off.begin < a.on.begin && a.on.begin < b.on.begin;
}

}  // namespace

std::vector<OffRange> off_ranges(std::string_view bytes, const prose::Article& article) {
  std::vector<OffRange> ranges;
  std::vector<std::size_t> open;
  for (const prose::Comment& comment : article.comments) {
    const auto found = switch_of(comment.text);
    if (!found) continue;
    const auto same = std::ranges::find_if(
        open, [&](std::size_t index) { return ranges[index].rule == found->rule; });
    if (found->on && same != open.end()) {
      ranges[*same].on = comment.source;
      open.erase(same);
    } else if (!found->on && same == open.end()) {
      const auto begin = bytes.begin();
      const auto line = 1 + std::count(begin, begin + comment.source.begin, '\n');
      open.push_back(ranges.size());
      ranges.push_back({.rule = found->rule,
                        .off = comment.source,
                        .on = {},
                        .line = static_cast<std::uint32_t>(line),
                        .rules = {}});
    }
  }
  const auto end = static_cast<std::uint32_t>(bytes.size());
  for (const std::size_t index : open) ranges[index].on = {end, end};
  return ranges;
}

std::vector<fixes::Fix> stets_for(std::string_view bytes, const std::string& file,
                                  std::span<const OffRange> ranges, std::vector<Note>& notes) {
  std::vector<fixes::Fix> fixes;
  for (const OffRange& range : ranges) {
    if (range.rules.empty()) continue;
    const bool crossed = std::ranges::any_of(ranges, [&](const OffRange& other) {
      return !other.rules.empty() && (interlaced(range, other) || interlaced(other, range));
    });
    if (crossed) {
      notes.push_back({file, range.line,
                       "the comment is left as it is, since it is interlaced with another: write "
                       "stet comments for " +
                           joined(range.rules)});
      continue;
    }
    const std::string_view off = range.off.of(bytes);
    const std::string_view on = range.on.of(bytes);
    fixes.push_back({.span = range.off,
                     .text = std::string(off),
                     .right = comment_like(
                         off, "stet-begin " + joined(range.rules) + ": " + std::string(reason))});
    std::string end = comment_like(off, "stet-end");
    if (range.on.empty()) end = (bytes.ends_with('\n') ? "\n" : "\n\n") + end + '\n';
    fixes.push_back({.span = range.on, .text = std::string(on), .right = std::move(end)});
  }
  return fixes::fitting(bytes, std::move(fixes));
}

}  // namespace linter::vale
