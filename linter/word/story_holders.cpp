// What stands around runs in a story, and descriptions, once story.cpp has said what it is.
#include <algorithm>
#include <array>
#include <utility>

#include "linter/word/story.h"

namespace linter::word {

namespace {

constexpr std::size_t most_repeated = 200;  // bookmarks that fields repeat

}  // namespace

using std::string_view;

// The number of a holder that begins; nowhere inside of another.
std::uint32_t StoryReader::open_holder(std::uint32_t begin, bool is_field) {
  Frame& now = frame();
  if (now.holder != nowhere) {
    Holder& around = document_.holders[now.holder];
    around.is_field = around.is_field || is_field;
    return nowhere;
  }
  now.holder = static_cast<std::uint32_t>(document_.holders.size());
  document_.holders.push_back({.whole = {begin, begin}, .is_field = is_field});
  if (now.run != nowhere) document_.runs[now.run].holder = now.holder;
  return now.holder;
}

void StoryReader::close_holder(std::uint32_t holder, std::uint32_t end) {
  if (holder == nowhere) return;
  document_.holders[holder].whole.end = end;
  if (frame().holder == holder) frame().holder = nowhere;
}

void StoryReader::bookmark(string_view local, const XmlAttributes& attributes, Span bytes) {
  const std::string number(attributes.get(Vocabulary::word, "id"));
  if (local == "bookmarkStart") {
    bookmarks_[number] = {std::string(attributes.get(Vocabulary::word, "name")),
                          {bytes.begin, bytes.begin}};
  } else if (const auto found = bookmarks_.find(number); found != bookmarks_.end()) {
    found->second.whole.end = bytes.end;
  }
}

// LibreOffice repeats a bookmark without its last letter where a comment ends inside of it: the
// marks go around those that are repeated.
void StoryReader::hold_bookmarks() {
  if (index_ != 0) return;
  std::size_t left = most_repeated;
  for (const auto& [number, bookmark] : bookmarks_) {
    if (!repeated_.contains(bookmark.name) || left == 0) continue;
    --left;
    std::array<std::uint32_t, 2> holders{nowhere, nowhere};  // of text, and of what fields write
    const auto begin_of = [](const Run& run) { return run.whole.begin; };
    auto at = std::ranges::lower_bound(document_.runs, bookmark.whole.begin, {}, begin_of);
    for (; at != document_.runs.end() && at->whole.begin < bookmark.whole.end; ++at) {
      Run& run = *at;
      if (!bookmark.whole.contains(run.whole)) continue;
      const bool is_field = run.holder != nowhere && document_.holders[run.holder].is_field;
      std::uint32_t& holder = holders[is_field ? 1 : 0];
      if (holder == nowhere) {
        holder = static_cast<std::uint32_t>(document_.holders.size());
        document_.holders.push_back({.whole = bookmark.whole, .is_field = is_field});
      }
      run.holder = holder;
    }
  }
}

void StoryReader::begin_control(Span bytes) {
  const bool between_rows =
      !tables_.empty() && tables_.back().frame == frames_.size() && !tables_.back().in_row;
  controls_.push_back({.block = !frame().in_paragraph && !between_rows, .begin = bytes.begin});
}

void StoryReader::end_control(Span bytes) {
  if (controls_.empty()) return;
  close_holder(controls_.back().holder, bytes.end);
  controls_.pop_back();
}

void StoryReader::control_property(XmlName name, const XmlAttributes& attributes) {
  if (controls_.empty()) return;
  Control& control = controls_.back();
  const string_view value = attributes.get(Vocabulary::word, "val");
  const bool hides = name.local == "showingPlcHdr" ||
                     (name.local == "docPartGallery" && value == "Table of Contents");
  if (hides) control.hidden = true;
  const bool may_not_change =
      name.local == "lock" && (value == "contentLocked" || value == "sdtContentLocked");
  if (may_not_change || name.local == "dataBinding" || name.local == "dropDownList")
    control.locked = true;
  const bool is_text = name.is(Vocabulary::word, "text") && frame().in_paragraph;
  if (is_text && control.holder == nowhere) control.holder = open_holder(control.begin, false);
}

void StoryReader::begin_tag(Span bytes) {
  frame().tags.push_back(frame().in_paragraph ? open_holder(bytes.begin, false) : nowhere);
}

void StoryReader::end_tag(Span bytes) {
  if (frame().tags.empty()) return;
  close_holder(frame().tags.back(), bytes.end);
  frame().tags.pop_back();
}

void StoryReader::begin_copy(Span bytes) {
  if (copy_depth_ > 0) return;
  copy_depth_ = skipped_;
  copy_begin_ = bytes.end;
}

void StoryReader::end_copy(Span bytes) {
  copy_depth_ = 0;
  const Span copy{copy_begin_, bytes.begin};
  auto& contents = alternatives_.back().contents;
  const auto same = std::ranges::find_if(
      contents, [&](Span content) { return content.of(part_) == copy.of(part_); });
  if (same == contents.end()) return;
  document_.copies.push_back({.part = index_, .content = *same, .copy = copy});
  contents.erase(same);
}

void StoryReader::describe_table(const XmlAttributes& attributes, Span bytes) {
  if (tables_.empty()) return;
  const string_view text = attributes.get(Vocabulary::word, "val");
  tables_.back().descriptions.emplace_back(text, attribute("val", text, bytes));
}

void StoryReader::tell_descriptions() {
  if (tables_.empty() || tables_.back().frame != frames_.size()) return;
  for (const auto& [text, origin] : std::exchange(tables_.back().descriptions, {}))
    alternative(text, origin);
}

// Where the value of an attribute stands in a tag, which is well-formed.
Origin StoryReader::attribute(string_view name, string_view text, Span tag) const {
  Origin origin;
  const string_view bytes = tag.of(part_);
  std::size_t at = bytes.find_first_of(" \t\r\n");
  while (at != string_view::npos) {
    const std::size_t key = bytes.find_first_not_of(" \t\r\n", at);
    const std::size_t sign = bytes.find('=', at);
    if (sign == string_view::npos) break;
    const std::size_t open = bytes.find_first_of("\"'", sign);
    if (open == string_view::npos) break;  // in UTF-16
    const std::size_t close = bytes.find(bytes[open], open + 1);
    if (close == string_view::npos) break;
    string_view local = bytes.substr(key, sign - key);
    local = local.substr(0, local.find_first_of(" \t\r\n"));
    local = local.substr(local.find(':') + 1);  // npos + 1 is 0
    if (local == name && bytes[open] == '"') {
      origin.bytes = {tag.begin + static_cast<std::uint32_t>(open) + 1,
                      tag.begin + static_cast<std::uint32_t>(close)};
      origin.attribute = true;
      origin.verbatim = origin.bytes.of(part_) == text;
    }
    at = close + 1;
  }
  return origin;
}

}  // namespace linter::word
