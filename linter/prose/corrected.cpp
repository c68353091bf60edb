#include "linter/prose/corrected.h"

#include <algorithm>
#include <vector>

namespace linter::prose {
namespace {

// Where offsets of the old view lie in the new one.
class Shifts {
 public:
  explicit Shifts(std::span<const Correction> corrections) {
    std::int64_t moved = 0;
    for (const Correction& one : corrections) {
      const auto size = static_cast<std::uint32_t>(one.meant.size());
      const std::uint32_t begin = at(one.text.begin, moved);
      moved += std::int64_t{size} - std::int64_t{one.text.size()};
      shifts_.push_back({.old = one.text, .now = {begin, begin + size}, .behind = moved});
    }
  }

  // Inside of what was corrected, the begin or end of what is meant.
  [[nodiscard]] std::uint32_t begin_at(std::uint32_t offset) const {
    const Shift* before = last_before(offset);
    if (before == nullptr) return offset;
    return offset < before->old.end ? before->now.begin : at(offset, before->behind);
  }
  [[nodiscard]] std::uint32_t end_at(std::uint32_t offset) const {
    const Shift* before = last_before(offset);
    if (before == nullptr) return offset;
    const bool inside = offset > before->old.begin && offset < before->old.end;
    if (inside) return before->now.end;
    return offset == before->old.begin ? before->now.begin : at(offset, before->behind);
  }
  [[nodiscard]] Span of(Span span) const { return {begin_at(span.begin), end_at(span.end)}; }

 private:
  struct Shift {
    Span old;
    Span now;
    std::int64_t behind = 0;  // what is added to offsets behind it
  };

  static std::uint32_t at(std::uint32_t offset, std::int64_t moved) {
    return static_cast<std::uint32_t>(std::int64_t{offset} + moved);
  }
  [[nodiscard]] const Shift* last_before(std::uint32_t offset) const {
    const auto next = std::ranges::upper_bound(shifts_, offset, {},
                                               [](const Shift& shift) { return shift.old.begin; });
    return next == shifts_.begin() ? nullptr : &*(next - 1);
  }

  std::vector<Shift> shifts_;
};

std::string corrected_view(std::string_view view, std::span<const Correction> corrections) {
  std::string text;
  std::uint32_t done = 0;
  for (const Correction& one : corrections) {
    text.append(view.substr(done, one.text.begin - done)).append(one.meant);
    done = one.text.end;
  }
  return text.append(view.substr(done));
}

// The part of a run that lies in [begin, end) of the old view.
Run part_of(const Run& run, std::uint32_t begin, std::uint32_t end) {
  const std::uint32_t size = end - begin;
  if (!run.verbatim) return {begin, run.source, size, run.source_size, false};
  return {begin, run.source + (begin - run.view), size, size, true};
}

std::vector<Run> corrected_runs(const Article& article, std::span<const Correction> corrections,
                                const Shifts& shifts) {
  std::vector<Run> runs;
  runs.reserve(article.runs.size() + 2 * corrections.size());
  auto next = corrections.begin();
  const auto add = [&](Run run) {
    run.view = shifts.begin_at(run.view);
    runs.push_back(run);
  };
  const auto add_correction = [&](const Correction& one) {
    const Span source = article.source_span(one.text);
    add({one.text.begin, source.begin, static_cast<std::uint32_t>(one.meant.size()), source.size(),
         false});
  };
  for (const Run& run : article.runs) {
    const std::uint32_t end = run.view + run.view_size;
    std::uint32_t begin = run.view;
    if (next != corrections.begin()) begin = std::max(begin, (next - 1)->text.end);
    for (; next != corrections.end() && next->text.begin < end; ++next) {
      if (begin < next->text.begin) add(part_of(run, begin, next->text.begin));
      add_correction(*next);
      begin = next->text.end;
    }
    if (begin < end) add(part_of(run, begin, end));
  }
  return runs;
}

}  // namespace

Article corrected(const Article& article, std::span<const Correction> corrections) {
  const Shifts shifts(corrections);
  Article result = article;
  result.view = corrected_view(article.view, corrections);
  result.runs = corrected_runs(article, corrections, shifts);
  for (Block& block : result.blocks) block.text = shifts.of(block.text);
  for (Inline& one : result.inlines) one.text = shifts.of(one.text);
  return result;
}

}  // namespace linter::prose
