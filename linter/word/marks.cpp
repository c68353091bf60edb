#include "linter/word/marks.h"

#include <algorithm>

#include "linter/word/xml.h"

namespace linter::word {
namespace {

using std::string_view;

constexpr string_view preserved = " xml:space=\"preserve\"";

bool is_mark_space(char c) {
  return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

}  // namespace

Marks::Marks(const Document& document, const Parts& parts) : document_(document), parts_(parts) {
  for (const std::string& part : parts) prefixes_.push_back(word_prefix(part).value_or("w") + ':');
}

// The origin that holds an offset of the text; null between paragraphs.
const Origin* Marks::origin_at(std::uint32_t text) const {
  const auto after = std::ranges::upper_bound(document_.origins, text, {},
                                              [](const Origin& one) { return one.text.begin; });
  if (after == document_.origins.begin()) return nullptr;
  const Origin& found = *(after - 1);
  return text < found.text.end && found.run != nowhere ? &found : nullptr;
}

Marks::Patch& Marks::patch_at(std::uint32_t part, std::uint32_t at) {
  Patch& patch = patches_[part][at];
  patch.end = std::max(patch.end, at);
  return patch;
}

// The text of an element, between its tags.
Span Marks::inside_of(const TextElement& element) const {
  const std::string& part = parts_[document_.runs[element.run].part];
  const std::size_t end = part.rfind("</", element.whole.end - 1);
  return {element.tag.end, static_cast<std::uint32_t>(std::max<std::size_t>(end, element.tag.end))};
}

// Spaces at the ends of a text that drops them must not come to light when it is cut.
bool Marks::keeps_spaces(const TextElement& element) const {
  const string_view part = parts_[document_.runs[element.run].part];
  if (element.tag.of(part).find("preserve") != string_view::npos) return true;
  const string_view inside = inside_of(element).of(part);
  return !inside.empty() && !is_mark_space(inside.front()) && !is_mark_space(inside.back());
}

bool Marks::may_cut(const Origin& origin) const {
  return origin.verbatim && origin.element != nowhere &&
         keeps_spaces(document_.elements[origin.element]);
}

// Where the marks of a comment on a run go around.
Span Marks::around(const Run& run) const {
  if (run.holder == nowhere) return run.whole;
  const Span holder = document_.holders[run.holder].whole;
  return holder.contains(run.whole) ? holder : run.whole;
}

// "w:t"
std::string Marks::named(const Run& run, string_view element) const {
  return prefixes_[run.part] + std::string(element);
}

// <w:r> with its attributes and properties.
std::string Marks::run_begin(const Origin& origin) const {
  const Run& run = document_.runs[origin.run];
  return std::string(run.tag.of(parts_[run.part])) + properties_of(origin);
}

// Whether nothing stands in the run before the element.
bool Marks::begins_run(const TextElement& element) const {
  const Run& run = document_.runs[element.run];
  return element.whole.begin == (run.properties.empty() ? run.tag.end : run.properties.end);
}

bool Marks::ends_run(const TextElement& element) const {
  const Run& run = document_.runs[element.run];
  return Span{element.whole.end, run.whole.end}.of(parts_[run.part]).starts_with("</");
}

void Marks::preserve_spaces(const TextElement& element) {
  const std::uint32_t part = document_.runs[element.run].part;
  if (element.tag.of(parts_[part]).find("preserve") != string_view::npos) return;
  Patch& patch = patch_at(part, element.tag.end - 1);
  patch.text = preserved;
}

// Between the halves of a text that is cut before `byte`.
Marks::Patch& Marks::cut(const Origin& origin, std::uint32_t byte) {
  const TextElement& element = document_.elements[origin.element];
  const Run& run = document_.runs[origin.run];
  preserve_spaces(element);
  Patch& patch = patch_at(run.part, byte);
  const bool is_cut = !patch.close.empty();  // and what opens the rest of the run is settled
  if (is_cut) return patch;
  patch.close = "</" + named(run, "t") + "></" + named(run, "r") + '>';
  patch.open = run_begin(origin) + '<' + named(run, "t") + std::string(preserved) + '>';
  return patch;
}

Marks::Patch& Marks::patch_before(const Origin& origin, std::uint32_t text) {
  const Run& run = document_.runs[origin.run];
  if (run.anchor != nowhere) return patch_at(0, around(document_.runs[run.anchor]).begin);
  if (around(run) != run.whole || !may_cut(origin)) return patch_at(run.part, around(run).begin);
  const TextElement& element = document_.elements[origin.element];
  const std::uint32_t byte = origin.bytes.begin + (text - origin.text.begin);
  if (byte > element.tag.end) return cut(origin, byte);
  if (begins_run(element)) return patch_at(run.part, run.whole.begin);
  Patch& patch = patch_at(run.part, element.whole.begin);
  if (patch.end > element.whole.begin) return patch;  // the element goes
  patch.close = "</" + named(run, "r") + '>';
  patch.open = run_begin(origin);
  return patch;
}

// `text` is the end of the words.
Marks::Patch& Marks::patch_behind(const Origin& origin, std::uint32_t text) {
  const Run& run = document_.runs[origin.run];
  if (run.anchor != nowhere) return patch_at(0, around(document_.runs[run.anchor]).end);
  if (around(run) != run.whole || !may_cut(origin)) return patch_at(run.part, around(run).end);
  const TextElement& element = document_.elements[origin.element];
  const std::uint32_t byte = origin.bytes.begin + (text - origin.text.begin);
  if (byte < inside_of(element).end) return cut(origin, byte);
  if (ends_run(element)) return patch_at(run.part, run.whole.end);
  Patch& patch = patch_at(run.part, element.whole.end);
  patch.close = "</" + named(run, "r") + '>';
  patch.open = run_begin(origin);
  return patch;
}

bool Marks::surround(Span text, string_view begin, string_view end, string_view reference) {
  const Origin* const first = origin_at(text.begin);
  const Origin* const last = text.empty() ? first : origin_at(text.end - 1);
  if (first == nullptr || last == nullptr) return false;
  patch_before(*first, text.begin).begins += begin;
  // both ends are in the body, or both where a note is held
  const bool together = document_.runs[first->run].anchor == document_.runs[last->run].anchor;
  if (together) {
    end_range(*last, text.end, end, reference);
  } else {
    end_range(*first, first->text.end, end, reference);
  }
  return true;
}

void Marks::end_range(const Origin& last, std::uint32_t text, string_view end,
                      string_view reference) {
  const Run& run = document_.runs[last.run];
  const Run& held = run.anchor == nowhere ? run : document_.runs[run.anchor];
  const auto& paragraphs = document_.paragraphs;
  if (held.part != 0 || !held.begins_control || paragraphs.empty()) {
    patch_behind(last, text).ends.append(end).append(reference);
    return;
  }
  const auto next = std::ranges::lower_bound(paragraphs, around(held).end);
  if (next != paragraphs.end()) {
    patch_at(0, *next).ends.append(end).append(reference);
    return;
  }
  const auto after = std::ranges::upper_bound(paragraphs, around(held).begin);
  patch_behind(last, text).ends += end;
  patch_at(0, after == paragraphs.begin() ? *after : *(after - 1)).ends += reference;
}

std::expected<std::vector<Marks::Piece>, string_view> Marks::pieces_of(Span text,
                                                                       bool tracked) const {
  using Why = std::unexpected<string_view>;
  const Why not_in_one_piece(string_view("a field, a break or an object stands in the words"));
  std::vector<Piece> pieces;
  for (std::uint32_t at = text.begin; at < text.end;) {
    const Origin* const origin = origin_at(at);
    if (origin == nullptr) return not_in_one_piece;
    const Run& run = document_.runs[origin->run];
    if (run.holder != nowhere && document_.holders[run.holder].is_field)
      return Why(string_view("a field writes these words: mend what it takes them from"));
    if (run.locked && !origin->attribute)
      return Why(string_view("a control with a list, bound to data or locked holds these words"));
    if (tracked && origin->attribute)
      return Why(string_view("a description holds no tracked changes"));
    if (tracked && run.inserted)
      return Why(string_view("somebody's tracked change holds the words"));
    const std::uint32_t end = std::min(text.end, origin->text.end);
    const bool whole = at == origin->text.begin && end == origin->text.end;
    const bool written = origin->attribute || (origin->element != nowhere &&
                                               keeps_spaces(document_.elements[origin->element]));
    if (!written) return not_in_one_piece;
    if (!origin->verbatim && !whole)
      return Why(string_view("the words are written with references such as &amp;#8217;"));
    if (!pieces.empty()) {
      const Run& before = document_.runs[pieces.back().origin->run];
      if (run.part != before.part || run.anchor != before.anchor) return not_in_one_piece;
    }
    pieces.push_back({origin, {at, end}});
    at = end;
  }
  return pieces;
}

// Of the piece's part.
Span Marks::bytes_of(const Piece& piece) const {
  const Origin& origin = *piece.origin;
  if (!origin.verbatim) return origin.bytes;
  const std::uint32_t begin = origin.bytes.begin + (piece.text.begin - origin.text.begin);
  return {begin, begin + piece.text.size()};
}

void Marks::replace(const Piece& piece, string_view right) {
  const Origin& origin = *piece.origin;
  const Span bytes = bytes_of(piece);
  Patch& patch = patch_at(document_.runs[origin.run].part, bytes.begin);
  patch.end = bytes.end;
  patch.text = xml_text(right);
  if (!origin.attribute) preserve_spaces(document_.elements[origin.element]);
}

// Halves that would be empty are not written.
void Marks::replace_with_elements(const Piece& piece, string_view elements) {
  const Origin& origin = *piece.origin;
  const TextElement& element = document_.elements[origin.element];
  const Run& run = document_.runs[origin.run];
  const Span bytes = bytes_of(piece);
  const bool from_begin = bytes.begin == element.tag.end;
  const bool to_end = bytes.end == inside_of(element).end;
  const std::uint32_t before = begins_run(element) ? run.whole.begin : element.whole.begin;
  const std::uint32_t behind = ends_run(element) ? run.whole.end : element.whole.end;
  const std::string run_end = "</" + named(run, "r") + '>';
  if (!from_begin) preserve_spaces(element);
  Patch& patch = patch_at(run.part, from_begin ? before : bytes.begin);
  patch.close = from_begin ? "" : "</" + named(run, "t") + '>' + run_end;
  if (from_begin && !begins_run(element)) patch.close = run_end;
  patch.end = to_end ? behind : bytes.end;
  patch.open = to_end && ends_run(element) ? "" : run_begin(origin);
  if (!to_end) patch.open += '<' + named(run, "t") + std::string(preserved) + '>';
  patch.text = elements;
}

std::string Marks::properties_of(const Origin& origin) const {
  const Run& run = document_.runs[origin.run];
  std::string properties(run.properties.of(parts_[run.part]));
  const std::string change = named(run, "rPrChange");
  const std::size_t begin = properties.find('<' + change);
  const std::string close = "</" + change + '>';
  const std::size_t end = properties.find(close, begin);
  if (begin != std::string::npos && end != std::string::npos)
    properties.erase(begin, end + close.size() - begin);
  return properties;
}

bool Marks::changes(std::uint32_t part) const {
  return patches_.contains(part);
}

// What is written into a text box goes into its copy, too.
Marks::Patches Marks::with_copies(std::uint32_t part, const Patches& patches) const {
  Patches all = patches;
  for (const Copy& one : document_.copies) {
    if (one.part != part) continue;
    const auto end = patches.upper_bound(one.content.end);
    for (auto at = patches.lower_bound(one.content.begin); at != end; ++at) {
      const auto moved = [&](std::uint32_t place) {
        return one.copy.begin + (place - one.content.begin);
      };
      Patch patch = at->second;
      patch.end = moved(patch.end);
      all.insert_or_assign(moved(at->first), std::move(patch));
    }
  }
  return all;
}

std::string Marks::applied(std::uint32_t part) const {
  const string_view bytes = parts_[part];
  const auto found = patches_.find(part);
  if (found == patches_.end()) return std::string(bytes);
  const Patches patches = with_copies(part, found->second);
  std::string out;
  std::uint32_t done = 0;
  for (auto at = patches.begin(); at != patches.end();) {
    const auto& [begin, patch] = *at;
    out.append(bytes.substr(done, begin - done));
    out.append(patch.close).append(patch.ends).append(patch.begins).append(patch.text);
    // ranges that end or begin inside or just behind what goes, do so behind what comes
    const auto follows = [&](const auto& one) {
      const bool is_mark = one.second.end == one.first && one.second.text.empty();
      return one.first < patch.end || (one.first == patch.end && patch.end > begin && is_mark);
    };
    for (++at; at != patches.end() && follows(*at); ++at)
      out.append(at->second.ends).append(at->second.begins);
    out.append(patch.open);
    done = patch.end;
  }
  return out.append(bytes.substr(done));
}

}  // namespace linter::word
