#include "linter/prose/writer.h"

#include <algorithm>

#include "linter/prose/normal_text.h"

namespace linter::prose {
namespace {

constexpr std::string_view separator = "\n\n";

std::uint32_t size_of(std::string_view text) {
  return static_cast<std::uint32_t>(text.size());
}
std::uint32_t view_end(const Run& run) {
  return run.view + run.view_size;
}
bool is_space(char c) {
  return c == ' ' || c == '\n';
}

}  // namespace

void Writer::begin_block(const Block& block) {
  if (open_) end_block();
  restart_ = size_of(article_.view);
  if (restart_ > 0) article_.view += separator;
  view_begin_ = size_of(article_.view);
  first_run_ = article_.runs.size();
  first_inline_ = article_.inlines.size();
  article_.blocks.push_back(block);
  open_ = true;
}

std::uint32_t Writer::end_block() {
  if (!open_) return no_block;
  open_ = false;
  while (!open_inlines_.empty()) close_inline();
  trim_end();
  apply_masks();
  trim_end();
  const std::uint32_t end = size_of(article_.view);
  if (end == view_begin_) {
    article_.view.resize(restart_);
    article_.inlines.resize(first_inline_);
    article_.blocks.pop_back();
    return no_block;
  }
  const auto own = article_.inlines.begin() + static_cast<std::ptrdiff_t>(first_inline_);
  std::for_each(own, article_.inlines.end(),
                [&](Inline& found) { found.text.end = std::min(found.text.end, end); });
  const auto is_empty = [](const Inline& found) { return found.text.begin >= found.text.end; };
  article_.inlines.erase(std::remove_if(own, article_.inlines.end(), is_empty),
                         article_.inlines.end());
  article_.blocks.back().text = {view_begin_, end};
  return static_cast<std::uint32_t>(article_.blocks.size() - 1);
}

bool Writer::after_space() const {
  return article_.view.size() == view_begin_ || is_space(article_.view.back());
}

void Writer::append(Span source, std::string_view text, bool verbatim) {
  const std::uint32_t view = size_of(article_.view);
  article_.view += text;
  if (verbatim && article_.runs.size() > first_run_) {
    Run& last = article_.runs.back();
    if (last.verbatim && last.source + last.source_size == source.begin) {
      last.view_size += size_of(text);
      last.source_size += source.size();
      return;
    }
  }
  article_.runs.push_back({view, source.begin, size_of(text), source.size(), verbatim});
}

void Writer::text(std::uint32_t source, std::string_view text) {
  std::size_t at = 0;
  while (at < text.size()) {
    if (text[at] == ' ' && after_space()) {
      ++at;
      continue;
    }
    const std::size_t stop = next_special(text, at);
    const auto begin = source + static_cast<std::uint32_t>(at);
    const auto end = source + static_cast<std::uint32_t>(stop);
    if (stop > at) append({begin, end}, text.substr(at, stop - at), true);
    if (stop == text.size()) return;
    const std::uint8_t length = character_at(text, stop).length;
    decoded({end, end + length}, text.substr(stop, length));
    at = stop + length;
  }
}

void Writer::decoded(Span source, std::string_view text) {
  for (std::size_t at = 0; at < text.size();) {
    const Character found = character_at(text, at);
    switch (found.shown) {
      case Shown::as_written:
        append(source, text.substr(at, found.length), false);
        break;
      case Shown::as_apostrophe:
        append(source, "'", false);
        break;
      case Shown::as_space:
        space(source);
        break;
      case Shown::as_nothing:
        break;
    }
    at += found.length;
  }
}

void Writer::space(Span source) {
  if (!after_space()) append(source, " ", false);
}

void Writer::line_break(Span source) {
  trim_end();
  if (has_text()) append(source, "\n", false);
}

void Writer::mask(Span source) {
  append(source, std::string_view(&masked, 1), false);
}

Writer::Mark Writer::mark() const {
  const Run last = article_.runs.empty() ? Run{} : article_.runs.back();
  return {size_of(article_.view), article_.runs.size(), last, article_.inlines.size()};
}

void Writer::cut(const Mark& mark) {
  article_.view.resize(mark.view);
  article_.runs.resize(mark.runs);
  if (mark.runs > 0) article_.runs.back() = mark.last_run;
  while (!open_inlines_.empty() && open_inlines_.back() >= mark.inlines) open_inlines_.pop_back();
  article_.inlines.resize(mark.inlines);
}

void Writer::begin_inline(InlineKind kind) {
  if (!open_) return;
  open_inlines_.push_back(article_.inlines.size());
  const std::uint32_t begin = size_of(article_.view);
  article_.inlines.push_back({kind, {begin, begin}});
}

void Writer::end_inline(InlineKind kind) {
  const auto is_open = [&](std::size_t index) { return article_.inlines[index].kind == kind; };
  if (std::ranges::none_of(open_inlines_, is_open)) return;
  while (!is_open(open_inlines_.back())) close_inline();
  close_inline();
}

void Writer::close_inline() {
  article_.inlines[open_inlines_.back()].text.end = size_of(article_.view);
  open_inlines_.pop_back();
}

void Writer::trim_end() {
  while (has_text() && is_space(article_.view.back())) {
    article_.view.pop_back();
    Run& last = article_.runs.back();
    if (last.view_size == 1) {
      article_.runs.pop_back();
    } else {
      --last.view_size;
      --last.source_size;
    }
  }
}

// Copies the part of the block's old runs that lies in the view span `kept`, `shift` bytes further
// to the front.
void Writer::keep_runs(std::size_t& next, Span kept, std::uint32_t shift) {
  if (kept.empty()) return;
  while (next < old_runs_.size() && view_end(old_runs_[next]) <= kept.begin) ++next;
  for (; next < old_runs_.size() && old_runs_[next].view < kept.end; ++next) {
    Run run = old_runs_[next];
    const std::uint32_t begin = std::max(run.view, kept.begin);
    const std::uint32_t end = std::min(view_end(run), kept.end);
    if (run.verbatim) {
      run.source += begin - run.view;
      run.source_size = end - begin;
    }
    run.view = begin - shift;
    run.view_size = end - begin;
    article_.runs.push_back(run);
    if (view_end(old_runs_[next]) > kept.end) return;
  }
}

// A view span's source, by the block's old runs.
Span Writer::old_source(Span view) const {
  const auto first = std::ranges::upper_bound(old_runs_, view.begin, {}, view_end);
  const auto last = std::ranges::lower_bound(old_runs_, view.end, {}, &Run::view) - 1;
  const std::uint32_t begin = first->source + (first->verbatim ? view.begin - first->view : 0);
  const std::uint32_t end =
      last->source + (last->verbatim ? view.end - last->view : last->source_size);
  return {begin, end};
}

// Replaces what find_masks() finds in the block, moving text, runs and inlines.
void Writer::apply_masks() {
  std::string& view = article_.view;
  find_masks(std::string_view(view).substr(view_begin_), masks_);
  if (masks_.empty()) return;
  old_runs_.assign(article_.runs.begin() + static_cast<std::ptrdiff_t>(first_run_),
                   article_.runs.end());
  article_.runs.resize(first_run_);

  std::size_t next_run = 0;
  std::uint32_t read = view_begin_;
  std::uint32_t written = view_begin_;
  const auto keep = [&](std::uint32_t end) {
    keep_runs(next_run, {read, end}, read - written);
    std::copy(view.begin() + read, view.begin() + end, view.begin() + written);
    written += end - read;
    read = end;
  };
  moved_.clear();
  for (Mask& mask : masks_) {
    mask.text = {mask.text.begin + view_begin_, mask.text.end + view_begin_};
    keep(mask.text.begin);
    moved_.push_back({mask.text, {written, written}});
    if (mask.noun) {
      article_.runs.push_back({written, 0, 1, 0, false});
      const Span source = old_source(mask.text);
      article_.runs.back().source = source.begin;
      article_.runs.back().source_size = source.size();
      view[written++] = masked;
    } else if ((written == view_begin_ || is_space(view[written - 1])) &&
               mask.text.end < view.size() && is_space(view[mask.text.end])) {
      ++mask.text.end;  // one of the two spaces around what is gone
    }
    read = mask.text.end;
    moved_.back() = {mask.text, {moved_.back().now.begin, written}};
  }
  keep(size_of(view));
  view.resize(written);
  move_inlines();
}

void Writer::move_inlines() {
  const auto moved = [&](std::uint32_t offset, bool is_end) {
    const auto next =
        std::ranges::upper_bound(moved_, offset, {}, [](const Moved& m) { return m.was.begin; });
    if (next == moved_.begin()) return offset;
    const Moved& last = *(next - 1);
    if (offset < last.was.end)
      return is_end && offset > last.was.begin ? last.now.end : last.now.begin;
    return last.now.end + (offset - last.was.end);
  };
  for (std::size_t i = first_inline_; i < article_.inlines.size(); ++i) {
    Span& text = article_.inlines[i].text;
    text = {moved(text.begin, false), moved(text.end, true)};
  }
}

}  // namespace linter::prose
