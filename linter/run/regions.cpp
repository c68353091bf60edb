#include "linter/run/regions.h"

#include <algorithm>

namespace linter::run {
namespace {

// Which lines of a text are blank; the line before the first and those after the last are.
class Blanks {
 public:
  explicit Blanks(std::string_view text) {
    while (!text.empty()) {
      const std::size_t end = text.find('\n');
      blank_.push_back(text.substr(0, end).find_first_not_of(" \t\r") == std::string_view::npos);
      text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
    }
  }
  [[nodiscard]] bool at(std::uint32_t line) const {
    return line == 0 || line > blank_.size() || blank_[line - 1];
  }
  [[nodiscard]] std::uint32_t lines() const { return static_cast<std::uint32_t>(blank_.size()); }

 private:
  std::vector<bool> blank_;
};

}  // namespace

Regions::Regions(std::string_view before, std::string_view after,
                 const std::vector<repository::Hunk>& hunks) {
  const Blanks old_blanks(before);
  const Blanks new_blanks(after);
  const auto widened = [](const Blanks& blanks, std::uint32_t begin, std::uint32_t count) {
    Lines lines{std::max(begin, 1U), std::min(begin + count, blanks.lines() + 1)};
    lines.end = std::max(lines.begin, lines.end);
    while (!blanks.at(lines.begin - 1)) --lines.begin;
    while (!blanks.at(lines.end)) ++lines.end;
    return lines;
  };
  for (const repository::Hunk& hunk : hunks) {
    const Lines was = widened(old_blanks, hunk.old_begin, hunk.old_count);
    const Lines is = widened(new_blanks, hunk.new_begin, hunk.new_count);
    const bool joined =
        !old_.empty() && (was.begin <= old_.back().end || is.begin <= new_.back().end);
    if (joined) {
      old_.back().end = std::max(old_.back().end, was.end);
      new_.back().end = std::max(new_.back().end, is.end);
    } else {
      old_.push_back(was);
      new_.push_back(is);
    }
  }
}

std::uint32_t Regions::find(const std::vector<Lines>& lines, std::uint32_t line) {
  const auto after =
      std::ranges::upper_bound(lines, line, {}, [](const Lines& one) { return one.begin; });
  if (after == lines.begin()) return outside;
  const auto found = after - 1;
  return line < found->end ? static_cast<std::uint32_t>(found - lines.begin()) : outside;
}

std::uint32_t Regions::of_old(std::uint32_t line) const {
  return find(old_, line);
}

std::uint32_t Regions::of_new(std::uint32_t line) const {
  return find(new_, line);
}

}  // namespace linter::run
